/* build.c: all documents.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/depfile.h"
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

static bool write_tree(struct session *s)
{
	const struct options *options = s->options;
	const char *part =
		options->shard_count > 1
			? arena_printf(&s->arena, "%u-of-%u", options->shard, options->shard_count)
			: "";
	struct tree *tree =
		tree_open(options->out, part, options->check ? TREE_CHECK : TREE_WRITE, s->diag);
	if (!tree)
		return false;
	session_build_views(s);
	for (size_t i = 0; i < s->language_count; i++)
		view_make_fingerprints(s->views[i]);
	struct tree_result result = {0};
	bool ok = workers_run(s, &(struct destination){.tree = tree}) &&
		  tree_commit(tree, is_complete(options), &result, s->diag);
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

bool command_build(const struct options *options, struct diag *diag)
{
	struct session s;
	bool ok = session_load(&s, options, diag);
	if (ok)
		session_forget_files(&s);
	ok = ok &&
	     (options->list_outputs ? list_outputs(&s)
	      : options->archive    ? write_archive(&s)
				    : write_tree(&s)) &&
	     (!options->depfile || depfile_write(&s));
	session_free(&s);
	return ok;
}
