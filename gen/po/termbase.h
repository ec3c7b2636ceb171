/* termbase.h: the terms of a language, and the words to avoid for them.
 *
 * A table in UTF-8, the columns between tabs: english, TAG, avoid, sourced. Its form is
 * described in po/README.md.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_TERMBASE_H
#define CB_PO_TERMBASE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "text/text.h"

struct term {
	struct str english;     /* the whole column */
	struct str translation; /* the same */
	struct str *names;      /* what the English is searched for */
	size_t name_count;
	struct loc loc;
	/* The text that term_occurs() was last asked about, and its answer. */
	const struct text *asked;
	bool occurs;
};

/* A word that is to be avoided, or one that is wanted: part of a translation. */
struct term_word {
	struct str text;
	bool wanted;
	struct term **terms; /* of a word to avoid: where the table says so */
	size_t term_count, room;
	struct term_word *next; /* with the same first character, not longer */
};

struct termbase {
	struct arena arena;
	struct term_word **words;
	size_t word_count, room;
	struct map by_text;  /* of words */
	struct map by_start; /* the chain of the words with a first character */
	struct map by_english;
};

/* Reads DIR/termbase.TAG.tsv. NULL: there is none, or it is wrong, see diag. */
struct termbase *termbase_load(const char *dir, const char *tag, struct diag *diag);

void termbase_free(struct termbase *termbase);

/* The longest word that text begins with, or NULL. What is wanted somewhere is never to
 * be avoided. */
const struct term_word *termbase_match(const struct termbase *termbase, struct str text);

/* Of the terms that a word is to be avoided for, the first that occurs in an English
 * text, outside literals; NULL where there is none. */
const struct term *term_word_cause(const struct term_word *word, const struct text *english);

#endif
