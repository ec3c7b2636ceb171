/* build.c: build and check.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/depfile.h"
#include "command/session.h"
#include "tree/tree.h"

static bool list_outputs(struct session *s)
{
	struct plan_cursor cursor = {0};
	struct document document;
	struct buf list = {0};
	while (plan_next(&s->plan, &cursor, &document)) {
		buf_printf(&list, "%s/", s->options->out);
		plan_path(&s->plan, &document, &list);
		buf_putc(&list, '\n');
	}
	bool ok = print_out(buf_str(&list), s->diag);
	buf_free(&list);
	return ok;
}

static bool put_documents(struct session *s, struct tree *tree)
{
	struct plan_cursor cursor = {0};
	struct document document;
	struct arena scratch = {0};
	struct buf text = {0}, path = {0};
	bool ok = true;
	while (ok && plan_next(&s->plan, &cursor, &document)) {
		text.len = path.len = 0;
		arena_reset(&scratch);
		plan_path(&s->plan, &document, &path);
		ok = session_render(s, &document, true, &scratch, &text) &&
		     tree_put(tree, buf_cstr(&path), buf_str(&text), s->diag);
	}
	arena_free(&scratch);
	buf_free(&text);
	buf_free(&path);
	return ok;
}

/* Whether this run makes all that outputs.xml names, so that what is left of earlier
 * runs is stale. */
static bool is_complete(const struct options *options)
{
	return !options->only.count && !options->languages.count;
}

static bool write_tree(struct session *s)
{
	const struct options *options = s->options;
	struct tree *tree =
		tree_open(options->out, options->check ? TREE_CHECK : TREE_WRITE, s->diag);
	if (!tree)
		return false;
	struct tree_result result = {0};
	bool ok =
		put_documents(s, tree) && tree_commit(tree, is_complete(options), &result, s->diag);
	tree_close(tree);
	if (!ok)
		return false;
	size_t stale = options->check ? result.written + result.removed : 0;
	if (stale) {
		diag_add(s->diag, DIAG_ERROR, (struct loc){options->out, 0, 0},
			 ngettext("%zu file is not up to date", "%zu files are not up to date",
				  stale),
			 stale);
		return false;
	}
	if (options->check)
		return true;
	struct buf line = {0};
	buf_printf(&line, _("%zu files written, %zu unchanged, %zu removed\n"), result.written,
		   result.unchanged, result.removed);
	ok = print_out(buf_str(&line), s->diag);
	buf_free(&line);
	return ok;
}

bool command_build(const struct options *options, struct diag *diag)
{
	struct session s;
	bool ok = session_load(&s, options, diag) &&
		  (options->list_outputs ? list_outputs(&s) : write_tree(&s)) &&
		  (!options->depfile || depfile_write(&s));
	session_free(&s);
	return ok;
}

static void put_protocol(struct buf *buf, const struct protocol *p)
{
	buf_printf(buf,
		   /* TRANSLATORS: The number of comparisons follows. */
		   ngettext("%s: %zu code, ", "%s: %zu codes, ", p->code_count), p->id,
		   p->code_count);
	buf_printf(buf, ngettext("%zu comparison\n", "%zu comparisons\n", p->comparison_count),
		   p->comparison_count);
}

static void put_language(struct buf *buf, const struct translation *t)
{
	buf_printf(buf,
		   ngettext("%s: %zu of %zu message translated, %zu fuzzy\n",
			    "%s: %zu of %zu messages translated, %zu fuzzy\n", t->total),
		   t->tag, t->done, t->total, t->fuzzy);
}

static bool report(struct session *s)
{
	struct buf text = {0};
	for (size_t i = 0; i < s->catalog->protocol_count; i++)
		put_protocol(&text, s->catalog->protocols[i]);
	for (size_t i = 0; i < s->language_count; i++)
		if (s->languages[i]->po)
			put_language(&text, s->languages[i]);
	bool ok = print_out(buf_str(&text), s->diag);
	buf_free(&text);
	return ok;
}

/* Loading is checking; rendering everything once finds what only shows then. */
static bool render_all(struct session *s)
{
	struct plan_cursor cursor = {0};
	struct document document;
	struct arena scratch = {0};
	struct buf text = {0};
	bool ok = true;
	while (ok && plan_next(&s->plan, &cursor, &document)) {
		text.len = 0;
		arena_reset(&scratch);
		ok = session_render(s, &document, true, &scratch, &text);
	}
	arena_free(&scratch);
	buf_free(&text);
	return ok;
}

bool command_check(const struct options *options, struct diag *diag)
{
	struct session s;
	bool ok = session_load(&s, options, diag) && render_all(&s) && report(&s);
	session_free(&s);
	return ok;
}
