/* test_heap.c: where memory comes from once the heap is prepared.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "base/heap.h"

#include <unistd.h>

enum { LARGE_PAGE = 2 * 1024 * 1024, SIZE = 100 * 1000 };

static const char *first_block;

static void the_heap_goes_on_with_a_large_page(void **state)
{
	extern char end; /* of the program: the heap of the C library lies behind it */
	(void) state;
	if (first_block < &end || first_block >= (const char *) sbrk(0))
		skip(); /* another malloc(), as that of a sanitizer */
	assert_true((uintptr_t) first_block % LARGE_PAGE < SIZE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(the_heap_goes_on_with_a_large_page)};
	heap_prepare();
	char *block = malloc(SIZE);
	first_block = block;
	int failed = cmocka_run_group_tests_name("heap", tests, NULL, NULL);
	free(block);
	return failed;
}
