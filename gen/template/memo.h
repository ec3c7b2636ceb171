/* memo.h: what pieces of documents have become, to take it again. Inside the template
 * part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_MEMO_H
#define CB_TEMPLATE_MEMO_H

#include "base/buf.h"

#include <stdint.h>

/* Where a piece is in memo->pieces. It begins at 1 at least, so that 0 is a free slot. */
struct memo_slot {
	uint64_t key;
	uint32_t start, len;
};

struct memo {
	struct memo_slot *slots; /* open addressing; room is a power of two */
	size_t room, count;
	unsigned shift; /* from a key to its slot */
	struct buf pieces;
};

struct memo *memo_new(void);
void memo_free(struct memo *memo);

/* Forgets everything. */
void memo_clear(struct memo *memo);

/* Keeps a piece, if it is not kept already. Forgets all others when it would be too much. */
void memo_add(struct memo *memo, uint64_t key, struct str piece);

/* One more thing that a piece is known by, besides what made the key. As with fingerprints of
 * documents, nobody waits until two keys of 64 bits are the same by accident; but the first
 * thing has to be mixed too, with memo_key(0, first), or be a hash. */
static inline uint64_t memo_key(uint64_t key, uint64_t more)
{
	key = (key ^ more) * 0x9e3779b97f4a7c15u;
	return key ^ key >> 32;
}

/* The slot of a piece, or the free one where it would be. */
static inline struct memo_slot *memo_slot(const struct memo *memo, uint64_t key)
{
	size_t at = (size_t) (key >> memo->shift);
	while (memo->slots[at].key != key && memo->slots[at].start)
		at = (at + 1) & (memo->room - 1);
	return &memo->slots[at];
}

/* Whether the piece is known; then it is written to out. */
static inline bool memo_get(const struct memo *memo, uint64_t key, struct buf *out)
{
	const struct memo_slot *slot = memo_slot(memo, key);
	if (!slot->start)
		return false;
	buf_put(out, memo->pieces.data + slot->start, slot->len);
	return true;
}

#endif
