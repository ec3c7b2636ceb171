/* memo.h: what pieces of documents have become, to take it again. Inside the template
 * part only.
 *
 * A piece is known by the operation, the value that it is about, what stands before it, and
 * the values of all that it named outside of that: lasting values, so that addresses tell.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_MEMO_H
#define CB_TEMPLATE_MEMO_H

#include "base/buf.h"

enum { MEMO_NAMES = 4 }; /* a piece that names more is not kept */

struct memo_key {
	const void *op;
	uint64_t value;
	uint64_t named[MEMO_NAMES];
	uint32_t named_count, context;
};

struct memo;

struct memo *memo_new(void);
void memo_free(struct memo *memo);

/* Forgets everything. */
void memo_clear(struct memo *memo);

/* Whether the piece is known; then it is written to out. */
bool memo_get(const struct memo *memo, const struct memo_key *key, struct buf *out);

/* Keeps a piece, which must not be known. Forgets all others when it would be too much. */
void memo_add(struct memo *memo, const struct memo_key *key, struct str piece);

#endif
