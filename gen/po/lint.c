/* lint.c: see lint.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/lint.h"

#include "base/intl.h"
#include "po/rules.h"

/* The names stand in comments of translations: they stay as they are. */
static const struct {
	const char *name;
	enum diag_level level;
} rule_info[RULE_COUNT] = {
	[ZH_PUNCT] = {"zh-punct", DIAG_ERROR},
	[ZH_ELLIPSIS] = {"zh-ellipsis", DIAG_ERROR},
	[ZH_FULLWIDTH] = {"zh-fullwidth", DIAG_ERROR},
	[ZH_QUOTES] = {"zh-quotes", DIAG_ERROR},
	[ZH_NEWLINE] = {"zh-newline", DIAG_ERROR},
	[ZH_ENGLISH] = {"zh-english", DIAG_ERROR},
	[ZH_SPACE] = {"zh-space", DIAG_WARNING},
	[ZH_PUNCT_SPACE] = {"zh-punct-space", DIAG_WARNING},
	[ZH_DASH] = {"zh-dash", DIAG_WARNING},
	[ZH_QUOTE_STYLE] = {"zh-quote-style", DIAG_WARNING},
	[ZH_YOU] = {"zh-you", DIAG_WARNING},
	[ZH_TERM] = {"zh-term", DIAG_WARNING},
	[ZH_END] = {"zh-end", DIAG_WARNING},
};

struct linter {
	struct rules rules;
	const struct po *po;
	struct diag *diag;
	struct arena scratch; /* for one message */
};

bool lint_applies(const char *tag)
{
	return strncmp(tag, "zh", 2) == 0 && !ascii_is_alpha(tag[2]);
}

static bool is_traditional(const char *tag)
{
	return strstr(tag, "_TW") || strstr(tag, "_HK") || strstr(tag, "_MO") ||
	       strstr(tag, "_Hant");
}

/* ---- exceptions ---- */

/* What an entry is excepted from, one bit for each rule. */
struct exceptions {
	unsigned wanted, needed;
};

struct exception {
	struct str name;
	struct loc loc;
};

static int rule_named(struct str name)
{
	for (int i = 0; i < RULE_COUNT; i++)
		if (str_equal(name, str_of(rule_info[i].name)))
			return i;
	return -1;
}

static void report_exception(struct linter *l, const struct exception *exception,
			     const struct exceptions *exceptions)
{
	int rule = rule_named(exception->name);
	if (rule >= 0 && exceptions->needed & 1u << rule)
		return;
	const char *message = rule < 0 ? _("no rule '%.*s' [no-lint]")
				       : _("the exception from '%.*s' is not needed [no-lint]");
	diag_add(l->diag, DIAG_WARNING, exception->loc, message, (int) exception->name.len,
		 exception->name.ptr);
}

/* The rules that one line of comment names: added to what is wanted, or, at the end,
 * compared with what was needed. */
static void read_line(struct linter *l, struct str line, struct loc loc, bool at_end,
		      struct exceptions *exceptions)
{
	static const struct str mark = {"# no-lint:", 10};
	if (line.len < mark.len || memcmp(line.ptr, mark.ptr, mark.len) != 0)
		return;
	for (size_t at = mark.len; at < line.len;) {
		size_t start = at;
		while (at < line.len && !ascii_is_space(line.ptr[at]) && line.ptr[at] != ',')
			at++;
		struct exception exception = {{line.ptr + start, at - start},
					      {loc.file, loc.line, (unsigned) start + 1}};
		int rule = rule_named(exception.name);
		if (at == start)
			at++;
		else if (at_end)
			report_exception(l, &exception, exceptions);
		else if (rule >= 0)
			exceptions->wanted |= 1u << rule;
	}
}

static void read_exceptions(struct linter *l, const struct po_entry *entry, bool at_end,
			    struct exceptions *exceptions)
{
	struct str comments = entry->comments;
	struct loc loc = {entry->loc.file, entry->comments_line, 1};
	for (size_t at = 0; at < comments.len; loc.line++) {
		const char *end = memchr(comments.ptr + at, '\n', comments.len - at);
		size_t len = end ? (size_t) (end - comments.ptr) - at : comments.len - at;
		read_line(l, (struct str){comments.ptr + at, len}, loc, at_end, exceptions);
		at += len + 1;
	}
}

/* ---- findings ---- */

static void report_finding(struct linter *l, const struct finding *finding, struct loc loc)
{
	const struct str *args = finding->args;
	const char *text =
		arena_printf(&l->scratch, _(finding->message), (int) args[0].len, args[0].ptr,
			     (int) args[1].len, args[1].ptr, (int) args[2].len, args[2].ptr);
	diag_add(l->diag, rule_info[finding->rule].level, loc, "%s [%s]", text,
		 rule_info[finding->rule].name);
	arena_reset(&l->scratch);
}

static void lint_entry(struct linter *l, const struct po_entry *entry)
{
	struct exceptions exceptions = {0};
	rules_apply(&l->rules, entry);
	read_exceptions(l, entry, false, &exceptions);
	struct po_cursor cursor = po_cursor(l->po, entry);
	for (size_t i = 0; i < l->rules.count; i++) {
		const struct finding *finding = &l->rules.findings[i];
		exceptions.needed |= 1u << finding->rule;
		if (!(exceptions.wanted & 1u << finding->rule))
			report_finding(l, finding, po_cursor_seek(&cursor, finding->offset));
	}
	read_exceptions(l, entry, true, &exceptions);
}

void lint_translation(const struct translation *translation, const struct termbase *termbase,
		      struct diag *diag)
{
	struct linter l = {.po = translation->po, .diag = diag};
	l.rules.traditional = is_traditional(translation->tag);
	l.rules.termbase = termbase;
	for (size_t i = 0; i < l.po->count; i++)
		if (l.po->entries[i]->usable)
			lint_entry(&l, l.po->entries[i]);
	rules_free(&l.rules);
	arena_free(&l.scratch);
}
