/* memo.h: what pieces of documents have become, to take it again. Inside the template
 * part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_MEMO_H
#define CB_TEMPLATE_MEMO_H

#include "base/buf.h"

enum { MEMO_VALUES = 4 };

/* What a piece is known by. */
struct memo_key {
	uint64_t span;   /* which operations made it, and what stood before it */
	uint64_t shapes; /* of the frames that it was made in */
	uint64_t values[MEMO_VALUES]; /* identities of what it depends on */
	size_t count;		      /* of the values; the same for all pieces of a span */
};

struct memo;

struct memo *memo_new(void);
void memo_free(struct memo *memo);

/* Forgets everything. */
void memo_clear(struct memo *memo);

/* Whether the piece is known; then it is written to out. *last belongs to the span, and is 0
 * at first: most pieces are what the span was the last time, or what came after that the last
 * time. */
bool memo_get(struct memo *memo, const struct memo_key *key, uint32_t *last, struct buf *out);

/* Keeps a piece, if it is not kept already. Forgets all others when it would be too much. */
void memo_add(struct memo *memo, const struct memo_key *key, uint32_t *last, struct str piece);

#endif
