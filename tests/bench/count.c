/* count.c: linked with the objects of codebook, counts how often memory is asked for, by
 * the program and by the libraries that it uses, and prints it at the end; only where the
 * C library is that of GNU.
 *
 * SPDX-License-Identifier: MIT */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef __GLIBC__

/* The functions of the GNU C library behind those that are replaced here. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

static atomic_ulong allocations;

void *malloc(size_t size)
{
	allocations++;
	return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	allocations++;
	return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	allocations++;
	return __libc_realloc(block, size);
}

__attribute__((destructor)) static void print(void)
{
	unsigned long count = allocations; /* printing allocates */
	fprintf(stderr, "%lu allocations\n", count);
}

#endif
