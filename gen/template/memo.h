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
	uint64_t site;                /* what made it, and where */
	uint64_t values[MEMO_VALUES]; /* identities of what it depends on */
	size_t count;                 /* of the values; the same for all pieces of a site */
};

struct memo_entry {
	struct memo_key key;
	uint32_t start, len; /* in pieces */
	uint32_t next;       /* number of the entry that was asked for after it, or 0 */
};

struct memo {
	struct memo_slot *slots; /* open addressing; room is a power of two */
	size_t room;
	struct memo_entry *entries;
	size_t count, entry_room;
	struct buf pieces;
};

struct memo *memo_new(void);
void memo_free(struct memo *memo);

/* Forgets everything. */
void memo_clear(struct memo *memo);

/* The number of an entry that is neither the last one nor the one behind it, or 0. */
uint32_t memo_search(struct memo *memo, const struct memo_key *key, uint32_t last);

/* Keeps a piece, if it is not kept already. Forgets all others when it would be too much. */
void memo_add(struct memo *memo, const struct memo_key *key, uint32_t *last, struct str piece);

static inline bool memo_is(const struct memo *memo, uint32_t number, const struct memo_key *key)
{
	if (!number || number > memo->count)
		return false;
	const struct memo_key *known = &memo->entries[number - 1].key;
	if (known->site != key->site)
		return false;
	for (size_t i = 0; i < key->count; i++)
		if (known->values[i] != key->values[i])
			return false;
	return true;
}

/* Whether the piece is known; then it is written to out. *last belongs to who asks, and is 0
 * at first: most pieces are what it was the last time, or what came after that the last
 * time. */
static inline bool memo_get(struct memo *memo, const struct memo_key *key, uint32_t *last,
			    struct buf *out)
{
	uint32_t number = *last;
	if (!memo_is(memo, number, key)) {
		number = memo_search(memo, key, number);
		if (!number)
			return false;
		*last = number;
	}
	const struct memo_entry *entry = &memo->entries[number - 1];
	buf_put(out, memo->pieces.data + entry->start, entry->len);
	return true;
}

#endif
