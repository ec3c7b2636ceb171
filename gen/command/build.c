/* build.c: all documents.
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
	if (options->check && result.written + result.removed) {
		diag_add(s->diag, DIAG_ERROR, (struct loc){options->out, 0, 0},
			 _("%zu files are not up to date"), result.written + result.removed);
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
