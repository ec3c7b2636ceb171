/* threads.c: see threads.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/threads.h"

#include "base/arena.h"

#include <pthread.h>
#include <stdlib.h>

void threads_run(void *(*work)(void *item), void *items, size_t count, size_t size)
{
	pthread_t *threads = mem_alloc(count * sizeof *threads);
	size_t started = 1;
	while (started < count &&
	       pthread_create(&threads[started], NULL, work, (char *) items + started * size) == 0)
		started++;
	work(items);
	for (size_t i = 1; i < started; i++)
		pthread_join(threads[i], NULL);
	free(threads);
}
