/* memo.c: see memo.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/memo.h"

#include "base/arena.h"

#include <stdlib.h>

/* Bytes of pieces, and pieces, that are kept at most. */
enum { MAX_BYTES = 3 * 1024 * 1024, MAX_ENTRIES = 16 * 1024 };

struct entry {
	struct memo_key key; /* op NULL: free */
	uint64_t hash;
	size_t start, len; /* in pieces */
};

struct memo {
	struct entry *entries; /* open addressing; room is a power of two */
	size_t count, room;
	struct buf pieces;
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
	free(memo->entries);
	buf_free(&memo->pieces);
	free(memo);
}

void memo_clear(struct memo *memo)
{
	if (memo->count)
		memset(memo->entries, 0, memo->room * sizeof *memo->entries);
	memo->count = 0;
	memo->pieces.len = 0;
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

static uint64_t hash_of(const struct memo_key *key)
{
	uint64_t hash = mix((uint64_t) (uintptr_t) key->op, key->value);
	for (size_t i = 0; i < key->named_count; i++)
		hash = mix(hash, key->named[i]);
	return mix(hash, key->context);
}

static bool same_key(const struct memo_key *a, const struct memo_key *b)
{
	if (a->op != b->op || a->value != b->value || a->context != b->context ||
	    a->named_count != b->named_count)
		return false;
	for (size_t i = 0; i < a->named_count; i++)
		if (a->named[i] != b->named[i])
			return false;
	return true;
}

static struct entry *find(const struct memo *memo, const struct memo_key *key, uint64_t hash)
{
	size_t at = (size_t) hash & (memo->room - 1);
	while (memo->entries[at].key.op &&
	       (memo->entries[at].hash != hash || !same_key(&memo->entries[at].key, key)))
		at = (at + 1) & (memo->room - 1);
	return &memo->entries[at];
}

bool memo_get(const struct memo *memo, const struct memo_key *key, struct buf *out)
{
	if (!memo->count)
		return false;
	const struct entry *entry = find(memo, key, hash_of(key));
	if (!entry->key.op)
		return false;
	buf_put(out, memo->pieces.data + entry->start, entry->len);
	return true;
}

static void grow(struct memo *memo)
{
	struct memo larger = *memo;
	larger.room = memo->room ? memo->room * 2 : 1024;
	larger.entries = mem_alloc(larger.room * sizeof *larger.entries);
	memset(larger.entries, 0, larger.room * sizeof *larger.entries);
	for (size_t i = 0; i < memo->room; i++)
		if (memo->entries[i].key.op)
			*find(&larger, &memo->entries[i].key, memo->entries[i].hash) =
				memo->entries[i];
	free(memo->entries);
	*memo = larger;
}

void memo_add(struct memo *memo, const struct memo_key *key, struct str piece)
{
	if (piece.len > MAX_BYTES / 8)
		return;
	if (memo->count == MAX_ENTRIES || memo->pieces.len + piece.len > MAX_BYTES)
		memo_clear(memo);
	if (memo->count * 2 >= memo->room)
		grow(memo);
	uint64_t hash = hash_of(key);
	*find(memo, key, hash) = (struct entry){*key, hash, memo->pieces.len, piece.len};
	buf_put_str(&memo->pieces, piece);
	memo->count++;
}
