/* cells.h: a translatable text character by character, for rules about neighbours.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_CELLS_H
#define CB_PO_CELLS_H

#include "text/text.h"

#include <stdint.h>

enum cell_kind {
	CELL_EDGE,    /* in front of the first and behind the last */
	CELL_SPACE,   /* also ideographic, non-breaking, and a line break */
	CELL_HAN,     /* a Chinese character */
	CELL_LATIN,   /* a letter or digit of a script that sets spaces between words */
	CELL_LITERAL, /* a literal, a code, a source: one cell, Latin to its neighbours */
	CELL_HOLE,    /* a placeholder: nobody knows what it will show */
	CELL_FULL,    /* full-width punctuation */
	CELL_OTHER
};

struct cell {
	enum cell_kind kind;
	uint32_t c;      /* the character; 0 for an edge, a literal and a placeholder */
	struct str text; /* as it stands in the message; of a character: its bytes */
	size_t offset;   /* in the message */
};

/* Zero-initialise before use; keep it over many texts so that it stops growing.
 * items[1] to items[count] are the text, with an edge at both ends. */
struct cells {
	struct cell *items;
	size_t count, room;
};

/* Reads a message, which was parsed to text. The text in <em> and in <link> counts as
 * what it is, its tags as nothing; each of its characters has the offset of its tag. */
void cells_read(struct cells *cells, struct str message, const struct text *text);

void cells_free(struct cells *cells);

#endif
