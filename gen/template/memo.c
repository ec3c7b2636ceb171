/* memo.c: see memo.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/memo.h"

#include "base/arena.h"

#include <stdlib.h>

enum {
	MAX_BYTES = 1536 * 1024, /* of pieces that are kept */
	MAX_COUNT = 12 * 1024,
	LEAST_ROOM = 256
};

static void make_slots(struct memo *memo, size_t room)
{
	memo->slots = mem_alloc(room * sizeof *memo->slots);
	memset(memo->slots, 0, room * sizeof *memo->slots);
	memo->room = room;
	for (memo->shift = 64; room > 1; room /= 2)
		memo->shift--;
}

struct memo *memo_new(void)
{
	struct memo *memo = mem_alloc(sizeof *memo);
	*memo = (struct memo){0};
	make_slots(memo, LEAST_ROOM);
	buf_reserve(&memo->pieces, MAX_BYTES);
	memo_clear(memo);
	return memo;
}

void memo_free(struct memo *memo)
{
	if (!memo)
		return;
	free(memo->slots);
	buf_free(&memo->pieces);
	free(memo);
}

void memo_clear(struct memo *memo)
{
	if (memo->count)
		memset(memo->slots, 0, memo->room * sizeof *memo->slots);
	memo->count = 0;
	memo->pieces.len = 0;
	buf_putc(&memo->pieces, '\0'); /* so that no piece starts at 0 */
}

static void grow(struct memo *memo)
{
	struct memo_slot *old = memo->slots;
	size_t room = memo->room;
	make_slots(memo, room * 2);
	for (size_t i = 0; i < room; i++)
		if (old[i].start)
			*memo_slot(memo, old[i].key) = old[i];
	free(old);
}

void memo_add(struct memo *memo, uint64_t key, struct str piece)
{
	if (piece.len > MAX_BYTES / 8)
		return;
	if (memo->count == MAX_COUNT || memo->pieces.len + piece.len > MAX_BYTES)
		memo_clear(memo);
	if (memo->count * 2 >= memo->room)
		grow(memo);
	struct memo_slot *slot = memo_slot(memo, key);
	if (slot->start)
		return;
	*slot = (struct memo_slot){key, (uint32_t) memo->pieces.len, (uint32_t) piece.len};
	buf_put_str(&memo->pieces, piece);
	memo->count++;
}
