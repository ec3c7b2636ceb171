/* check.c: everything that can be wrong, without writing anything.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/session.h"
#include "po/lint.h"

static bool report(struct session *s)
{
	struct buf text = {0};
	for (size_t i = 0; i < s->catalog->protocol_count; i++) {
		const struct protocol *p = s->catalog->protocols[i];
		buf_printf(&text, _("%s: %zu codes, %zu comparisons\n"), p->id, p->code_count,
			   p->comparison_count);
	}
	for (size_t i = 0; i < s->language_count; i++) {
		const struct translation *t = s->languages[i];
		if (t->po)
			buf_printf(&text, _("%s: %zu of %zu messages translated, %zu fuzzy\n"),
				   t->tag, t->done, t->total, t->fuzzy);
	}
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

/* What is in the translations, whether everything else is all right or not. */
static void lint_languages(struct session *s)
{
	for (size_t i = 0; i < s->language_count; i++) {
		const struct translation *t = s->languages[i];
		if (!t->po || !lint_applies(t->tag))
			continue;
		struct termbase *termbase = termbase_load(s->options->po, t->tag, s->diag);
		lint_translation(t, termbase, s->diag);
		termbase_free(termbase);
	}
}

static bool no_fatal_warnings(struct session *s)
{
	if (!s->options->fatal_warnings || !s->diag->warnings)
		return true;
	diag_add(s->diag, DIAG_ERROR, (struct loc){0}, _("%zu warnings, and --fatal-warnings"),
		 s->diag->warnings);
	return false;
}

bool command_check(const struct options *options, struct diag *diag)
{
	struct session s;
	bool ok = session_load(&s, options, diag);
	lint_languages(&s);
	ok = ok && render_all(&s) && report(&s) && no_fatal_warnings(&s);
	session_free(&s);
	return ok;
}
