/* arena.h: memory that is freed all at once.
 *
 * A model (a catalog, a translation, a compiled template) lives in one arena
 * and ends with it, so nothing in it is freed piece by piece.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_ARENA_H
#define CB_BASE_ARENA_H

#include <stddef.h>

struct arena_chunk;

/* Zero-initialise before use. Not safe for use by two threads at once. */
struct arena {
	struct arena_chunk *head; /* the chunk that is being filled */
};

/* Returns size bytes, zeroed and aligned for any object; never NULL: a program
 * that runs out of memory ends with status 2 and a message. Valid until
 * arena_free() or arena_reset(). */
void *arena_alloc(struct arena *arena, size_t size);

/* The same for an array; the product is checked for overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Copies len bytes and adds a NUL. */
char *arena_strndup(struct arena *arena, const char *s, size_t len);

/* Copies a string. */
char *arena_strdup(struct arena *arena, const char *s);

/* Formats as printf does. */
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The strings behind each other: arena_join(arena, protocol, ":", value). */
#define arena_join(arena, ...)                                                                     \
	arena_join_parts(arena, (const char *const[]){__VA_ARGS__},                                \
			 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
char *arena_join_parts(struct arena *arena, const char *const *parts, size_t count);

/* Forgets all objects but keeps one chunk for the next round. */
void arena_reset(struct arena *arena);

/* Frees everything. */
void arena_free(struct arena *arena);

/* malloc/realloc that end the program when memory runs out. */
void *mem_alloc(size_t size);
void *mem_realloc(void *p, size_t size);

/* Grows *items, an array of elements of `size` bytes with room for *room, so
 * that it can hold `need` of them. */
void *mem_grow(void *items, size_t *room, size_t need, size_t size);

#endif
