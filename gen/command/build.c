/* build.c: all documents.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/depfile.h"
#include "command/inputs.h"
#include "command/workers.h"

static bool list_outputs(struct session *s)
{
	struct plan_cursor cursor = {0};
	struct document document;
	struct buf list = {0}, path = {0};
	while (plan_next(&s->plan, &cursor, &document)) {
		path.len = 0;
		plan_path(&s->plan, &document, &path);
		if (shard_has(s->options, buf_str(&path)))
			buf_printf(&list, "%s/%s\n", s->options->out, buf_cstr(&path));
	}
	bool ok = print_out(buf_str(&list), s->diag);
	buf_free(&list);
	buf_free(&path);
	return ok;
}

/* Whether this run makes all that outputs.xml names, so that what is left of earlier
 * runs is stale. */
static bool is_complete(const struct options *options)
{
	return !options->only.count && !options->languages.count;
}

/* Says what was done, or fails where a check finds something to do. */
static bool report_result(const struct options *options, const struct tree_result *result,
			  struct diag *diag)
{
	size_t stale = options->check ? result->written + result->removed : 0;
	if (stale) {
		diag_add(diag, DIAG_ERROR, (struct loc){options->out, 0, 0},
			 ngettext("%zu file is not up to date", "%zu files are not up to date",
				  stale),
			 stale);
		return false;
	}
	if (options->check)
		return true;
	struct buf line = {0};
	buf_printf(&line, _("%zu files written, %zu unchanged, %zu removed\n"), result->written,
		   result->unchanged, result->removed);
	bool ok = print_out(buf_str(&line), diag);
	buf_free(&line);
	return ok;
}

/* The name of the part of the tree that --shard makes. */
static const char *part_of(const struct options *options, struct arena *arena)
{
	return options->shard_count > 1
		       ? arena_printf(arena, "%u-of-%u", options->shard, options->shard_count)
		       : "";
}

/* inputs: to be remembered, if it is not 0. */
static bool write_tree(struct session *s, uint64_t inputs)
{
	const struct options *options = s->options;
	struct tree *tree = tree_open(options->out, part_of(options, &s->arena),
				      options->check ? TREE_CHECK : TREE_WRITE, s->diag);
	if (!tree)
		return false;
	for (size_t i = 0; i < s->language_count; i++)
		view_make_fingerprints(s->views[i]);
	struct tree_result result = {0};
	bool ok = workers_run(s, &(struct destination){.tree = tree}) &&
		  tree_commit(tree, is_complete(options), &result, s->diag) &&
		  (!inputs || diag_failed(s->diag) || tree_remember(tree, inputs, s->diag));
	tree_close(tree);
	return ok && report_result(options, &result, s->diag);
}

static bool write_archive(struct session *s)
{
	struct archive *archive = archive_open(s->options->archive, s->diag);
	bool ok = archive && workers_run(s, &(struct destination){.archive = archive}) &&
		  archive_finish(archive, s->diag);
	archive_close(archive);
	return ok;
}

/* Whether nothing has changed since the last run; *count: the documents. Where it cannot be
 * told, or something is wrong, the long way says what. */
static bool is_current(const struct options *options, uint64_t inputs, size_t *count)
{
	struct arena arena = {0};
	struct diag ignored = {0};
	struct tree *tree = tree_open(options->out, part_of(options, &arena), TREE_CHECK, &ignored);
	bool current = tree && tree_is_all_current(tree, inputs, options_threads(options), count);
	tree_close(tree);
	diag_free(&ignored);
	arena_free(&arena);
	return current;
}

/* What a run remembers of its inputs, if it ends well. Nothing where loading them has warned,
 * for the next has to say it again, or where they have changed meanwhile. */
static uint64_t to_remember(const struct session *s, uint64_t inputs)
{
	return inputs && !s->options->check && !s->diag->warnings &&
			       inputs_fingerprint(s->options) == inputs
		       ? inputs
		       : 0;
}

static bool build(const struct options *options, uint64_t inputs, struct diag *diag)
{
	struct session s;
	bool ok = session_load(&s, options, diag);
	if (ok)
		session_forget_files(&s);
	ok = ok &&
	     (options->list_outputs ? list_outputs(&s)
	      : options->archive    ? write_archive(&s)
				    : write_tree(&s, to_remember(&s, inputs))) &&
	     (!options->depfile || depfile_write(&s));
	session_free(&s);
	return ok;
}

bool command_build(const struct options *options, struct diag *diag)
{
	struct tree_result result = {0};
	bool whole = is_complete(options) && !options->list_outputs && !options->archive;
	/* Before loading: what changes in the meantime is seen by the next run. */
	uint64_t inputs = whole ? inputs_fingerprint(options) : 0;
	/* The list for --depfile is known only when all is loaded. */
	if (inputs && !options->depfile && is_current(options, inputs, &result.unchanged))
		return report_result(options, &result, diag);
	return build(options, inputs, diag);
}
