/* check.c: everything that can be wrong, without writing anything.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/workers.h"
#include "po/lint.h"

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
	size_t strangers = translation_strangers(t);
	if (strangers)
		buf_printf(buf,
			   ngettext("%s: %zu entry belongs to no text of catalog and templates\n",
				    "%s: %zu entries belong to no text of catalog and templates\n",
				    strangers),
			   t->tag, strangers);
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

/* What is in the translations, whether everything else is all right or not. */
static void lint_languages(struct session *s)
{
	for (size_t i = 0; i < s->language_count; i++) {
		const struct translation *t = s->languages[i];
		if (t->po && !po_names_charset(t->po))
			diag_add(s->diag, DIAG_WARNING, (struct loc){t->path, 1, 0},
				 _("no header with charset=UTF-8"));
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
	diag_add(s->diag, DIAG_ERROR, (struct loc){0},
		 ngettext("%zu warning, and --fatal-warnings", "%zu warnings, and --fatal-warnings",
			  s->diag->warnings),
		 s->diag->warnings);
	return false;
}

bool command_check(const struct options *options, struct diag *diag)
{
	struct session s;
	bool ok = session_load(&s, options, diag);
	lint_languages(&s);
	/* Loading is checking; rendering everything once finds what only shows then. */
	ok = ok && workers_run(&s, &(struct destination){0}) && report(&s) && no_fatal_warnings(&s);
	session_free(&s);
	return ok;
}
