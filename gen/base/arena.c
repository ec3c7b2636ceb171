/* arena.c: see arena.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK_SIZE = 64 * 1024 };

struct arena_chunk {
	struct arena_chunk *next;
	size_t size, used;
	alignas(max_align_t) unsigned char data[];
};

/* The one place where a library part ends the program: there is nothing that a
 * caller could do about it, and no memory to say more with. */
static _Noreturn void out_of_memory(void)
{
	static const char message[] = "codebook: error: out of memory\n";
	ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
	(void) ignored;
	_Exit(2);
}

void *mem_alloc(size_t size)
{
	void *p = malloc(size ? size : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *mem_realloc(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);
	if (!q)
		out_of_memory();
	return q;
}

void *mem_grow(void *items, size_t *room, size_t need, size_t size)
{
	if (need <= *room)
		return items;
	size_t count = *room ? *room : 8;
	while (count < need) {
		if (count > SIZE_MAX / 2 / size)
			out_of_memory();
		count *= 2;
	}
	*room = count;
	return mem_realloc(items, count * size);
}

static struct arena_chunk *new_chunk(size_t size)
{
	if (size > SIZE_MAX - sizeof(struct arena_chunk))
		out_of_memory();
	struct arena_chunk *chunk = mem_alloc(sizeof *chunk + size);
	chunk->next = NULL;
	chunk->size = size;
	chunk->used = 0;
	return chunk;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	if (size > SIZE_MAX - align)
		out_of_memory();
	size = (size + align - 1) / align * align;

	struct arena_chunk *chunk = arena->head;
	if (!chunk || chunk->size - chunk->used < size) {
		chunk = new_chunk(size > CHUNK_SIZE ? size : CHUNK_SIZE);
		chunk->next = arena->head;
		arena->head = chunk;
	}
	void *p = chunk->data + chunk->used;
	chunk->used += size;
	return memset(p, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *s, size_t len)
{
	if (len == SIZE_MAX)
		out_of_memory();
	char *copy = arena_alloc(arena, len + 1);
	if (len)
		memcpy(copy, s, len);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *s)
{
	return arena_strndup(arena, s, strlen(s));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	char local[256];
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int result = vsnprintf(local, sizeof local, format, args);
	va_end(args);
	size_t len = result < 0 ? 0 : (size_t) result;
	char *s = arena_alloc(arena, len + 1);
	if (len < sizeof local)
		memcpy(s, local, len);
	else
		vsnprintf(s, len + 1, format, again);
	va_end(again);
	return s;
}

char *arena_join_parts(struct arena *arena, const char *const *parts, size_t count)
{
	size_t len = 0;
	for (size_t i = 0; i < count; i++)
		len += strlen(parts[i]);
	char *joined = arena_alloc(arena, len + 1), *end = joined;
	for (size_t i = 0; i < count; i++)
		end = stpcpy(end, parts[i]);
	return joined;
}

void arena_reset(struct arena *arena)
{
	struct arena_chunk *keep = arena->head;
	if (!keep)
		return;
	while (keep->next) {
		struct arena_chunk *next = keep->next->next;
		free(keep->next);
		keep->next = next;
	}
	keep->used = 0;
}

void arena_free(struct arena *arena)
{
	while (arena->head) {
		struct arena_chunk *next = arena->head->next;
		free(arena->head);
		arena->head = next;
	}
}
