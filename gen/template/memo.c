/* memo.c: see memo.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/memo.h"

#include "base/arena.h"

#include <stdlib.h>

/* Bytes of pieces, and pieces, that are kept at most. */
enum { MAX_BYTES = 768 * 1024, MAX_ENTRIES = 8 * 1024 };

/* The entries are found by slots, which are small, so that many fit into a cache. */
struct memo_slot {
	uint32_t hash;
	uint32_t number; /* of the entry, from 1 on; 0: free */
};

struct memo *memo_new(void)
{
	struct memo *memo = mem_alloc(sizeof *memo);
	*memo = (struct memo){0};
	return memo;
}

void memo_free(struct memo *memo)
{
	if (!memo)
		return;
	free(memo->slots);
	free(memo->entries);
	buf_free(&memo->pieces);
	free(memo);
}

void memo_clear(struct memo *memo)
{
	if (memo->count)
		memset(memo->slots, 0, memo->room * sizeof *memo->slots);
	memo->count = 0;
	memo->pieces.len = 0;
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

static uint32_t hash_of(const struct memo_key *key)
{
	uint64_t hash = key->site;
	for (size_t i = 0; i < key->count; i++)
		hash = mix(hash, key->values[i]);
	return (uint32_t) (hash >> 16);
}

static struct memo_slot *find(const struct memo *memo, const struct memo_key *key, uint32_t hash)
{
	size_t at = hash & (memo->room - 1);
	while (memo->slots[at].number &&
	       (memo->slots[at].hash != hash || !memo_is(memo, memo->slots[at].number, key)))
		at = (at + 1) & (memo->room - 1);
	return &memo->slots[at];
}

uint32_t memo_search(struct memo *memo, const struct memo_key *key, uint32_t last)
{
	if (!memo->count)
		return 0;
	uint32_t *next = last && last <= memo->count ? &memo->entries[last - 1].next : NULL;
	if (next && memo_is(memo, *next, key))
		return *next;
	uint32_t number = find(memo, key, hash_of(key))->number;
	if (next && number)
		*next = number;
	return number;
}

static void grow(struct memo *memo)
{
	struct memo larger = *memo;
	larger.room = memo->room ? memo->room * 2 : 1024;
	larger.slots = mem_alloc(larger.room * sizeof *larger.slots);
	memset(larger.slots, 0, larger.room * sizeof *larger.slots);
	for (size_t i = 0; i < memo->room; i++) {
		struct memo_slot slot = memo->slots[i];
		if (slot.number)
			*find(&larger, &memo->entries[slot.number - 1].key, slot.hash) = slot;
	}
	free(memo->slots);
	*memo = larger;
}

/* What comes after the last entry now. */
static void go_on(struct memo *memo, uint32_t *last, uint32_t number)
{
	if (*last && *last <= memo->count)
		memo->entries[*last - 1].next = number;
	*last = number;
}

void memo_add(struct memo *memo, const struct memo_key *key, uint32_t *last, struct str piece)
{
	if (piece.len > MAX_BYTES / 8)
		return;
	if (memo->count == MAX_ENTRIES || memo->pieces.len + piece.len > MAX_BYTES)
		memo_clear(memo);
	if (memo->count * 2 >= memo->room)
		grow(memo);
	memo->entries =
		mem_grow(memo->entries, &memo->entry_room, memo->count + 1, sizeof *memo->entries);
	uint32_t hash = hash_of(key);
	struct memo_slot *slot = find(memo, key, hash);
	if (slot->number)
		return;
	memo->entries[memo->count] = (struct memo_entry){
		.key = *key, .start = (uint32_t) memo->pieces.len, .len = (uint32_t) piece.len};
	*slot = (struct memo_slot){hash, (uint32_t) ++memo->count};
	buf_put_str(&memo->pieces, piece);
	go_on(memo, last, (uint32_t) memo->count);
}
