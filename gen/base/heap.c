/* heap.c: see heap.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/heap.h"

#include <stdlib.h>

#if defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define REPLACED_MALLOC
#endif
#elif defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define REPLACED_MALLOC
#endif

#if defined __GLIBC__ && !defined REPLACED_MALLOC
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>

/* Of address space: what is not used takes no memory. What is large may take more than is
 * needed of its last page, so only the beginning is. */
enum {
	LARGE_PAGE = 2 * 1024 * 1024,
	LARGE = 10 * LARGE_PAGE,
	RESERVED = LARGE + LARGE_PAGE,
	LIMIT = 32 * 1024 * 1024
};

/* What lies between the heap so far and its first large page; never used. */
static void *volatile gap; /* volatile, or else the compiler leaves malloc() out */

/* A block is cut from the heap and given back; what is taken later comes from there.
 * Threads share the heap: they hardly take memory once they are warm. */
void heap_prepare(void)
{
	mallopt(M_ARENA_MAX, 1);
	mallopt(M_MMAP_THRESHOLD, LIMIT);
	mallopt(M_TRIM_THRESHOLD, LIMIT);
	char *block = malloc(RESERVED);
	if (!block)
		return;
	size_t before = LARGE_PAGE - (uintptr_t) block % LARGE_PAGE;
	madvise(block + before, LARGE, MADV_HUGEPAGE);
	free(block);
	gap = malloc(before);
}
#else
void heap_prepare(void)
{
}
#endif
