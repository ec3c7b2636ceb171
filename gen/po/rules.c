/* rules.c: see rules.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/rules.h"

#include "base/arena.h"
#include "base/intl.h"
#include "text/message.h"

#include <stdlib.h>

static const char *const write_instead = N_("write '%.*s', not '%.*s'");

static struct finding *report(struct rules *r, enum rule rule, size_t offset, const char *message)
{
	r->findings = mem_grow(r->findings, &r->room, r->count + 1, sizeof *r->findings);
	struct finding *finding = &r->findings[r->count++];
	*finding = (struct finding){.rule = rule, .offset = offset, .message = message};
	for (size_t i = 0; i < 3; i++)
		finding->args[i] = STR("");
	return finding;
}

static void report_spelling(struct rules *r, enum rule rule, const struct cell *cell,
			    const char *right, struct str wrong)
{
	struct finding *finding = report(r, rule, cell->offset, write_instead);
	finding->args[0] = str_of(right);
	finding->args[1] = wrong;
}

/* ---- neighbours ---- */

/* The nearest cell that is no space. */
static const struct cell *left_of(const struct cell *cell)
{
	do
		cell--;
	while (cell->kind == CELL_SPACE);
	return cell;
}

static const struct cell *right_of(const struct cell *cell)
{
	do
		cell++;
	while (cell->kind == CELL_SPACE);
	return cell;
}

static bool is_han(const struct cell *cell)
{
	return cell->kind == CELL_HAN;
}

/* How often a character is repeated from here on. */
static size_t repeated(const struct cell *cell)
{
	size_t count = 1;
	while (cell[count].c == cell->c && cell->c &&
	       cell[count].text.ptr == cell[count - 1].text.ptr + cell->text.len)
		count++;
	return count;
}

static struct str repeated_text(const struct cell *cell, size_t count)
{
	return (struct str){cell->text.ptr, cell->text.len * count};
}

/* ---- rules about a character and what is beside it ---- */

/* Ends a phrase, so that a space or nothing follows in ASCII: in `a != b` and `:port` it
 * does not. */
static bool is_separator_beside_han(const struct cell *cell)
{
	if (is_han(cell - 1) || is_han(cell + 1))
		return true;
	return cell[1].kind == CELL_SPACE && (is_han(left_of(cell)) || is_han(right_of(cell)));
}

static bool is_stop_behind_han(const struct cell *cell)
{
	return is_han(cell - 1) && cell[1].c != '.' && cell[1].kind != CELL_LATIN &&
	       cell[1].kind != CELL_LITERAL;
}

static void check_punctuation(struct rules *r, const struct cell *cell)
{
	static const struct {
		char ascii;
		const char *full;
	} marks[] = {{',', "，"}, {';', "；"}, {':', "："}, {'!', "！"}, {'?', "？"},
		     {'(', "（"}, {')', "）"}, {'.', "。"}, {'"', ""},   {'\'', ""}};
	size_t i = 0, count = sizeof marks / sizeof marks[0];
	while (i < count && (uint32_t) marks[i].ascii != cell->c)
		i++;
	if (i == count)
		return;
	char c = marks[i].ascii;
	const char *full = marks[i].full;
	bool touches = is_han(cell - 1) || is_han(cell + 1);
	if (c == '"' || c == '\'')
		full = r->traditional ? "「」" : "“”";
	else if (c == '(')
		touches |= is_han(left_of(cell)); /* but access(5) 也 is all right */
	else if (c == '.')
		touches = is_stop_behind_han(cell);
	else if (c != ')')
		touches = is_separator_beside_han(cell);
	if (touches)
		report_spelling(r, ZH_PUNCT, cell, full, cell->text);
}

/* `...`, a single `…` and `。。` beside Chinese; …… is right, and so is …… twice. */
static void check_ellipsis(struct rules *r, const struct cell *cell)
{
	bool dots = cell->c == '.', ellipsis = cell->c == 0x2026, stops = cell->c == 0x3002;
	if ((!dots && !ellipsis && !stops) || cell[-1].c == cell->c)
		return;
	size_t count = repeated(cell);
	bool chinese = is_han(left_of(cell)) || is_han(right_of(cell + count - 1));
	if (chinese && (ellipsis ? count % 2 != 0 : count > 1))
		report_spelling(r, ZH_ELLIPSIS, cell, "……", repeated_text(cell, count));
}

/* `--` and a single `—` beside Chinese; not an option such as --help. */
static void check_dash(struct rules *r, const struct cell *cell)
{
	bool hyphens = cell->c == '-', dashes = cell->c == 0x2014;
	if ((!hyphens && !dashes) || cell[-1].c == cell->c)
		return;
	size_t count = repeated(cell);
	bool option = cell[-1].kind == CELL_SPACE && cell[count].kind == CELL_LATIN;
	bool chinese = is_han(left_of(cell)) || is_han(right_of(cell + count - 1));
	if (chinese && (hyphens ? count > 1 && !option : count % 2 != 0))
		report_spelling(r, ZH_DASH, cell, "——", repeated_text(cell, count));
}

static void check_width(struct rules *r, const struct cell *cell)
{
	static const char ascii[] =
		"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	uint32_t c = cell->c;
	if ((c < 0xff10 || c > 0xff19) && (c < 0xff21 || c > 0xff3a) && (c < 0xff41 || c > 0xff5a))
		return;
	const char *narrow = strchr(ascii, (int) (c - 0xfee0));
	report_spelling(r, ZH_FULLWIDTH, cell, "", cell->text);
	r->findings[r->count - 1].args[0] = (struct str){narrow, 1};
}

static void check_space(struct rules *r, const struct cell *cell)
{
	bool latin[2];
	for (int i = 0; i < 2; i++)
		latin[i] = cell[i].kind == CELL_LATIN || cell[i].kind == CELL_LITERAL;
	if (!(is_han(cell) && latin[1]) && !(latin[0] && is_han(cell + 1)))
		return;
	struct finding *finding = report(r, ZH_SPACE, cell[1].offset,
					 N_("a space is missing between '%.*s' and '%.*s'"));
	finding->args[0] = cell->text;
	finding->args[1] = cell[1].text;
}

static void check_punctuation_space(struct rules *r, const struct cell *cell)
{
	if (cell->kind != CELL_SPACE || cell->c == '\n')
		return;
	const struct cell *mark = cell[-1].kind == CELL_FULL  ? cell - 1
				  : cell[1].kind == CELL_FULL ? cell + 1
							      : NULL;
	if (mark)
		report(r, ZH_PUNCT_SPACE, cell->offset, N_("no space belongs beside '%.*s'"))
			->args[0] = mark->text;
}

static void check_you(struct rules *r, const struct cell *cell)
{
	if (cell->c == 0x60a8)
		report_spelling(r, ZH_YOU, cell, "你", cell->text);
}

/* ---- quotation marks ---- */

/* As in client’s. */
static bool is_apostrophe(const struct cell *cell)
{
	return cell->c == 0x2019 && cell[-1].kind == CELL_LATIN && cell[1].kind == CELL_LATIN;
}

static void check_quote_style(struct rules *r, const struct cell *cell)
{
	static const struct {
		uint32_t c;
		bool traditional;
		const char *other;
	} marks[] = {{0x201c, false, "「"}, {0x201d, false, "」"}, {0x2018, false, "『"},
		     {0x2019, false, "』"}, {0x300c, true, "“"},   {0x300d, true, "”"},
		     {0x300e, true, "‘"},   {0x300f, true, "’"}};
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (marks[i].c == cell->c && marks[i].traditional != r->traditional &&
		    !is_apostrophe(cell))
			report_spelling(r, ZH_QUOTE_STYLE, cell, marks[i].other, cell->text);
}

/* The mark that closes what this one opens, or 0. */
static uint32_t closing_mark(uint32_t c)
{
	return c == 0x201c || c == 0x2018                  ? c + 1
	       : c == 0x300a || c == 0x300c || c == 0x300e ? c + 1
	       : c == 0xff08                               ? 0xff09
							   : 0;
}

static bool is_closing_mark(uint32_t c)
{
	return c && closing_mark(c - 1) == c;
}

enum { MAX_DEPTH = 16 };

static void report_unpaired(struct rules *r, const struct cell *cell)
{
	report(r, ZH_QUOTES, cell->offset, N_("'%.*s' is not paired"))->args[0] = cell->text;
}

/* “ ” ‘ ’ 「」 『』 《》 （） go in pairs, one inside the other. */
static void check_pairs(struct rules *r)
{
	const struct cell *open[MAX_DEPTH];
	size_t depth = 0;
	for (size_t i = 1; i <= r->translation.count; i++) {
		const struct cell *cell = &r->translation.items[i];
		size_t match = depth;
		if (is_apostrophe(cell)) {
			continue;
		} else if (closing_mark(cell->c)) {
			if (depth == MAX_DEPTH)
				report_unpaired(r, cell);
			else
				open[depth++] = cell;
		} else if (is_closing_mark(cell->c)) {
			while (match && closing_mark(open[match - 1]->c) != cell->c)
				match--;
			if (!match)
				report_unpaired(r, cell);
			while (match && depth >= match)
				if (--depth >= match)
					report_unpaired(r, open[depth]);
		}
	}
	while (depth)
		report_unpaired(r, open[--depth]);
}

/* ---- English ---- */

struct english {
	size_t start, end;   /* of the first words of the run, in the msgstr */
	size_t words, small; /* small: those that begin with a small letter */
	size_t quotes;       /* that are open */
};

static bool is_letter(const struct cell *cell)
{
	return cell->c < 0x80 && ascii_is_alpha((char) cell->c);
}

/* What is Chinese ends a run of words. */
static bool ends_english(const struct cell *cell)
{
	return cell->kind == CELL_HAN || cell->kind == CELL_FULL || cell->kind == CELL_EDGE;
}

static void end_english(struct rules *r, struct english *e, size_t enough)
{
	if (e->words >= enough && e->small * 2 >= enough)
		report(r, ZH_ENGLISH, e->start, N_("English: '%.*s'"))->args[0] =
			(struct str){r->entry->str.ptr + e->start, e->end - e->start};
	e->words = e->small = 0;
}

static void count_letter(struct english *e, const struct cell *cell)
{
	bool starts_word =
		cell[-1].kind != CELL_LATIN && cell[-1].c != '\'' && !is_apostrophe(cell - 1);
	if (starts_word && !e->words)
		e->start = cell->offset;
	e->words += starts_word;
	e->small += starts_word && cell->c >= 'a';
	if (e->words <= 4)
		e->end = cell->offset + 1;
}

/* Four words of English in a row, or two where nothing is Chinese, are a sentence if half
 * of them begin with a small letter: names do not. What stands in quotation marks is
 * quoted, literals and placeholders neither count nor interrupt. */
static void check_english(struct rules *r)
{
	struct english e = {0};
	const struct cell *items = r->translation.items;
	bool chinese = false;
	for (size_t i = 1; i <= r->translation.count; i++)
		chinese |= is_han(&items[i]);
	for (size_t i = 1; i <= r->translation.count + 1; i++) {
		const struct cell *cell = &items[i];
		bool apostrophe = is_apostrophe(cell);
		if (ends_english(cell) && !apostrophe)
			end_english(r, &e, chinese ? 4 : 2);
		if (closing_mark(cell->c) && cell->c != 0xff08)
			e.quotes++;
		else if (is_closing_mark(cell->c) && cell->c != 0xff09 && !apostrophe)
			e.quotes -= e.quotes > 0;
		if (!e.quotes && is_letter(cell))
			count_letter(&e, cell);
	}
}

/* ---- rules about the whole text ---- */

static void check_newlines(struct rules *r)
{
	struct str id = r->entry->id, str = r->entry->str;
	size_t allowed = 0;
	for (size_t i = 0; i < id.len; i++)
		allowed += id.ptr[i] == '\n';
	for (size_t i = 0; i < str.len; i++)
		if (str.ptr[i] == '\n' && allowed-- == 0) {
			report(r, ZH_NEWLINE, i, N_("a line break that the original has not"));
			return;
		}
}

/* The last cell but for quotation marks, brackets and spaces that close; the edge where
 * nothing is left. */
static const struct cell *last_word(const struct cells *cells)
{
	const struct cell *cell = &cells->items[cells->count];
	while (cell->kind == CELL_SPACE || cell->c == ')' || cell->c == '"' || cell->c == '\'' ||
	       is_closing_mark(cell->c))
		cell--;
	return cell;
}

static bool is_one_of(uint32_t c, const uint32_t *any)
{
	while (*any && *any != c)
		any++;
	return *any != 0;
}

static void check_end(struct rules *r)
{
	static const uint32_t english_ends[] = {'.', '!', '?', 0x2026, 0};
	static const uint32_t chinese_ends[] = {0x3002, 0xff01, 0xff1f, 0x2026, 0};
	const struct cell *original = last_word(&r->original);
	const struct cell *cell = last_word(&r->translation);
	if (original->c == '.' && !is_one_of(cell->c, chinese_ends) &&
	    !(cell->c == '.' && is_han(cell - 1))) /* which zh-punct tells */
		report(r, ZH_END, cell->offset,
		       N_("the original ends with a full stop, the translation does not"));
	else if (cell->c == 0x3002 && !is_one_of(original->c, english_ends))
		report(r, ZH_END, cell->offset,
		       N_("the translation ends with a full stop, the original does not"));
}

/* ---- terms ---- */

static void report_term(struct rules *r, const struct cell *cell, const struct term_word *word)
{
	const struct term *term = term_word_cause(word, &r->entry->message->text);
	if (!term)
		return;
	struct finding *finding =
		report(r, ZH_TERM, cell->offset, N_("write '%.*s' for '%.*s', not '%.*s'"));
	finding->args[0] = term->translation;
	finding->args[1] = term->english;
	finding->args[2] = word->text;
}

/* Whether the next cell follows in the same piece of prose. */
static bool goes_on(const struct cell *cell)
{
	return cell[1].kind != CELL_LITERAL && cell[1].kind != CELL_HOLE &&
	       cell[1].text.ptr == cell->text.ptr + cell->text.len;
}

static void check_terms(struct rules *r)
{
	const struct cell *cell = r->translation.items + 1, *last = cell;
	const struct cell *end = cell + r->translation.count;
	while (cell < end) {
		if (last < cell)
			last = cell;
		while (last + 1 < end && goes_on(last))
			last++;
		const char *stop = last->text.ptr + last->text.len;
		struct str rest = {cell->text.ptr, (size_t) (stop - cell->text.ptr)};
		const struct term_word *word = cell->c ? termbase_match(r->termbase, rest) : NULL;
		if (word)
			report_term(r, cell, word);
		stop = cell->text.ptr + (word ? word->text.len : cell->text.len);
		do
			cell++;
		while (cell <= last && cell->text.ptr < stop);
	}
}

/* ---- all of them ---- */

static int by_offset(const void *x, const void *y)
{
	const struct finding *a = x, *b = y;
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

void rules_apply(struct rules *r, const struct po_entry *entry)
{
	static void (*const of_character[])(struct rules *, const struct cell *) = {
		check_punctuation, check_ellipsis,          check_dash, check_width,
		check_space,       check_punctuation_space, check_you,  check_quote_style};
	r->entry = entry;
	r->count = 0;
	cells_read(&r->original, entry->message->id, &entry->message->text);
	cells_read(&r->translation, entry->str, &entry->text);
	for (size_t i = 1; i <= r->translation.count; i++)
		for (size_t k = 0; k < sizeof of_character / sizeof of_character[0]; k++)
			of_character[k](r, &r->translation.items[i]);
	check_pairs(r);
	check_english(r);
	check_newlines(r);
	check_end(r);
	if (r->termbase)
		check_terms(r);
	if (r->count)
		qsort(r->findings, r->count, sizeof *r->findings, by_offset);
}

void rules_free(struct rules *r)
{
	cells_free(&r->original);
	cells_free(&r->translation);
	free(r->findings);
	*r = (struct rules){0};
}
