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

/* Of address space: what is not used takes no memory. */
enum { RESERVED = 32 * 1024 * 1024, LARGE_PAGE = 2 * 1024 * 1024 };

/* A block as large as that is cut from the heap and given back; what is taken later comes
 * from there. Threads share the heap: they hardly take memory once they are warm. */
void heap_prepare(void)
{
	mallopt(M_ARENA_MAX, 1);
	mallopt(M_MMAP_THRESHOLD, RESERVED);
	mallopt(M_TRIM_THRESHOLD, 2 * RESERVED);
	char *block = malloc(RESERVED - LARGE_PAGE);
	if (!block)
		return;
	uintptr_t start = ((uintptr_t) block + LARGE_PAGE - 1) & ~(uintptr_t) (LARGE_PAGE - 1);
	uintptr_t end = ((uintptr_t) block + RESERVED - LARGE_PAGE) & ~(uintptr_t) (LARGE_PAGE - 1);
	madvise((void *) start, end - start, MADV_HUGEPAGE);
	free(block);
}
#else
void heap_prepare(void)
{
}
#endif
