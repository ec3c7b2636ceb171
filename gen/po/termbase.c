/* termbase.c: see termbase.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/termbase.h"

#include "base/file.h"
#include "base/intl.h"

#include <stdlib.h>

enum { ENGLISH, TRANSLATION, AVOID, SOURCED, COLUMNS };

struct reader {
	struct termbase *termbase;
	struct diag *diag;
	const char *tag;
	struct loc loc; /* of the line */
	bool ok;
};

static void complain(struct reader *r, const char *message, const char *detail)
{
	diag_add(r->diag, DIAG_ERROR, r->loc, message, detail);
	r->ok = false;
}

/* ---- lists of words ---- */

/* The length of the first of some separators or brackets that s begins with, or 0. */
static size_t begins_with(struct str s, const char *const *any)
{
	for (; *any; any++) {
		size_t len = strlen(*any);
		if (s.len >= len && memcmp(s.ptr, *any, len) == 0)
			return len;
	}
	return 0;
}

/* The length of a remark in brackets at the start of s, or 0. */
static size_t remark_length(struct str s)
{
	static const char *const opening[] = {"(", "（", NULL}, *const closing[] = {")", "）",
										    NULL};
	size_t at = begins_with(s, opening);
	while (at && at < s.len) {
		size_t end = begins_with((struct str){s.ptr + at, s.len - at}, closing);
		if (end)
			return at + end;
		at++;
	}
	return at;
}

/* Where the first word of a list ends: before '/', '、', '；' or ';' that is not in a
 * remark. *separator is the length of that. */
static size_t word_end(struct str list, size_t *separator)
{
	static const char *const separators[] = {"/", "、", "；", ";", NULL};
	size_t at = 0;
	*separator = 0;
	while (at < list.len) {
		struct str rest = {list.ptr + at, list.len - at};
		size_t remark = remark_length(rest);
		*separator = begins_with(rest, separators);
		if (*separator)
			break;
		at += remark ? remark : 1;
	}
	return at;
}

/* A copy without remarks and outer spaces. */
static struct str without_remarks(struct arena *arena, struct str s)
{
	char *text = arena_alloc(arena, s.len + 1);
	size_t len = 0;
	for (size_t at = 0; at < s.len;) {
		size_t remark = remark_length((struct str){s.ptr + at, s.len - at});
		if (!remark)
			text[len++] = s.ptr[at];
		at += remark ? remark : 1;
	}
	return str_trim((struct str){text, len});
}

/* Takes the next word off a list; false where there is none. */
static bool next_word(struct arena *arena, struct str *list, struct str *word)
{
	word->len = 0;
	while (list->len && !word->len) {
		size_t separator, end = word_end(*list, &separator);
		*word = without_remarks(arena, (struct str){list->ptr, end});
		end += separator;
		*list = (struct str){list->ptr + end, list->len - end};
	}
	return word->len > 0;
}

/* ---- reading ---- */

static struct term_word *add_word(struct termbase *termbase, struct str text)
{
	struct term_word *word = map_get(&termbase->by_text, text);
	if (word)
		return word;
	word = arena_alloc(&termbase->arena, sizeof *word);
	word->text = text;
	map_add(&termbase->by_text, text, word);
	termbase->words = mem_grow(termbase->words, &termbase->room, termbase->word_count + 1,
				   sizeof(struct term_word *));
	termbase->words[termbase->word_count++] = word;
	return word;
}

static void add_words(struct reader *r, struct term *term, struct str list, bool wanted)
{
	struct str text;
	while (next_word(&r->termbase->arena, &list, &text)) {
		struct term_word *word = add_word(r->termbase, text);
		word->wanted |= wanted;
		if (wanted)
			continue;
		word->terms = mem_grow(word->terms, &word->room, word->term_count + 1,
				       sizeof(struct term *));
		word->terms[word->term_count++] = term;
	}
}

static void add_names(struct reader *r, struct term *term)
{
	struct arena *arena = &r->termbase->arena;
	struct str list = term->english, name;
	size_t count = 0;
	while (next_word(arena, &list, &name))
		count++;
	term->names = arena_array(arena, count, sizeof *term->names);
	list = term->english;
	while (next_word(arena, &list, &name))
		term->names[term->name_count++] = name;
}

static void add_term(struct reader *r, const struct str *columns)
{
	struct term *term = arena_alloc(&r->termbase->arena, sizeof *term);
	*term = (struct term){
		.english = columns[ENGLISH], .translation = columns[TRANSLATION], .loc = r->loc};
	const struct term *before = map_add(&r->termbase->by_english, term->english, term);
	if (before) {
		complain(r, _("duplicate term '%s'"),
			 arena_strndup(&r->termbase->arena, term->english.ptr, term->english.len));
		diag_add(r->diag, DIAG_NOTE, before->loc, _("first defined here"));
		return;
	}
	add_names(r, term);
	add_words(r, term, columns[TRANSLATION], true);
	add_words(r, term, columns[AVOID], false);
}

/* Splits a line at its tabs; false where it has not all columns, or more. */
static bool split(struct str line, struct str *columns)
{
	size_t count = 0;
	for (size_t start = 0, at = 0; at <= line.len; at++) {
		if (at < line.len && line.ptr[at] != '\t')
			continue;
		if (count == COLUMNS)
			return false;
		columns[count++] = str_trim((struct str){line.ptr + start, at - start});
		start = at + 1;
	}
	return count == COLUMNS;
}

static void read_header(struct reader *r, const struct str *columns)
{
	if (!str_equal(columns[ENGLISH], STR("english")) ||
	    !str_equal(columns[TRANSLATION], str_of(r->tag)) ||
	    !str_equal(columns[AVOID], STR("avoid")) ||
	    !str_equal(columns[SOURCED], STR("sourced")))
		complain(r, _("the columns are english, %s, avoid and sourced"), r->tag);
}

static void read_row(struct reader *r, const struct str *columns)
{
	if (!columns[ENGLISH].len || !columns[TRANSLATION].len)
		complain(r, _("a term lacks its English or its translation"), "");
	else if (!str_equal(columns[SOURCED], STR("yes")) &&
		 !str_equal(columns[SOURCED], STR("no")))
		complain(r, _("the last column is yes or no"), "");
	else
		add_term(r, columns);
}

static void read_lines(struct reader *r, struct str text)
{
	static const struct str none[COLUMNS];
	if (!text.len)
		read_header(r, none);
	for (size_t at = 0; at < text.len; r->loc.line++) {
		const char *end = memchr(text.ptr + at, '\n', text.len - at);
		size_t len = end ? (size_t) (end - text.ptr) - at : text.len - at;
		struct str columns[COLUMNS];
		if (!split((struct str){text.ptr + at, len}, columns)) {
			diag_add(r->diag, DIAG_ERROR, r->loc, _("expected %d columns"),
				 (int) COLUMNS);
			r->ok = false;
		} else if (r->loc.line == 1) {
			read_header(r, columns);
		} else {
			read_row(r, columns);
		}
		at += len + 1;
	}
}

/* ---- finding ---- */

struct term_chain {
	struct term_word *first;
};

static struct str first_character(struct str text)
{
	uint32_t c;
	return (struct str){text.ptr, utf8_decode(text.ptr, text.len, &c)};
}

static int shorter_first(const void *x, const void *y)
{
	const struct term_word *a = *(const struct term_word *const *) x;
	const struct term_word *b = *(const struct term_word *const *) y;
	return a->text.len < b->text.len ? -1 : a->text.len > b->text.len;
}

/* Chains the words that begin with the same character, the longest first. */
static void chain_words(struct termbase *termbase)
{
	if (termbase->word_count)
		qsort(termbase->words, termbase->word_count, sizeof(struct term_word *),
		      shorter_first);
	for (size_t i = 0; i < termbase->word_count; i++) {
		struct term_word *word = termbase->words[i];
		struct str start = first_character(word->text);
		struct term_chain *chain = map_get(&termbase->by_start, start);
		if (!chain) {
			chain = arena_alloc(&termbase->arena, sizeof *chain);
			map_add(&termbase->by_start, start, chain);
		}
		word->next = chain->first;
		chain->first = word;
	}
}

const struct term_word *termbase_match(const struct termbase *termbase, struct str text)
{
	const struct term_chain *chain = map_get(&termbase->by_start, first_character(text));
	const struct term_word *word = chain ? chain->first : NULL;
	while (word &&
	       (word->text.len > text.len || memcmp(word->text.ptr, text.ptr, word->text.len) != 0))
		word = word->next;
	return word;
}

static bool same_letters(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

/* Whether a word may end at `at`, but for the ending of a plural or of a verb. */
static bool ends_word(struct str text, size_t at)
{
	static const char *const endings[] = {"", "s", "es", "d", "ed", "ing"};
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		size_t len = strlen(endings[i]), end = at + len;
		if (end <= text.len && same_letters(text.ptr + at, endings[i], len) &&
		    (end == text.len || !ascii_is_alpha(text.ptr[end])))
			return true;
	}
	return false;
}

static bool text_has(struct str text, struct str name)
{
	for (size_t at = 0; at + name.len <= text.len; at++)
		if ((at == 0 || !ascii_is_alpha(text.ptr[at - 1])) &&
		    same_letters(text.ptr + at, name.ptr, name.len) &&
		    ends_word(text, at + name.len))
			return true;
	return false;
}

static bool is_prose(const struct run *run)
{
	return run->kind == RUN_PLAIN || run->kind == RUN_EM || run->kind == RUN_LINK;
}

static bool term_occurs(struct term *term, const struct text *english)
{
	if (term->asked == english)
		return term->occurs;
	term->asked = english;
	term->occurs = false;
	for (size_t i = 0; i < english->count && !term->occurs; i++)
		for (size_t k = 0; is_prose(&english->runs[i]) && k < term->name_count; k++)
			term->occurs |= text_has(english->runs[i].text, term->names[k]);
	return term->occurs;
}

const struct term *term_word_cause(const struct term_word *word, const struct text *english)
{
	for (size_t i = 0; !word->wanted && i < word->term_count; i++)
		if (term_occurs(word->terms[i], english))
			return word->terms[i];
	return NULL;
}

/* ---- the whole ---- */

struct termbase *termbase_load(const char *dir, const char *tag, struct diag *diag)
{
	struct termbase *termbase = mem_alloc(sizeof *termbase);
	*termbase = (struct termbase){0};
	struct str text;
	const char *path = file_join(&termbase->arena, dir,
				     arena_printf(&termbase->arena, "termbase.%s.tsv", tag));
	struct reader r = {.termbase = termbase, .diag = diag, .tag = tag, .loc = {path, 1, 0}};
	r.ok = !file_is_missing(path) && file_read_utf8(&termbase->arena, path, diag, &text);
	if (r.ok)
		read_lines(&r, text);
	if (!r.ok) {
		termbase_free(termbase);
		return NULL;
	}
	chain_words(termbase);
	return termbase;
}

void termbase_free(struct termbase *termbase)
{
	if (!termbase)
		return;
	for (size_t i = 0; i < termbase->word_count; i++)
		free(termbase->words[i]->terms);
	free(termbase->words);
	map_free(&termbase->by_text);
	map_free(&termbase->by_start);
	map_free(&termbase->by_english);
	arena_free(&termbase->arena);
	free(termbase);
}
