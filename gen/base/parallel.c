/* parallel.c: see parallel.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/parallel.h"

#include "base/arena.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct work {
	void (*run)(void *data, size_t worker, size_t index);
	void *data;
	size_t count;
	atomic_size_t next;
};

struct worker {
	struct work *work;
	size_t number;
	pthread_t thread;
};

static void *go(void *data)
{
	struct worker *w = data;
	struct work *work = w->work;
	for (size_t i; (i = atomic_fetch_add(&work->next, 1)) < work->count;)
		work->run(work->data, w->number, i);
	return NULL;
}

void parallel_run(size_t threads, size_t count,
		  void (*run)(void *data, size_t worker, size_t index), void *data)
{
	struct work work = {.run = run, .data = data, .count = count};
	threads = threads < count ? threads : count;
	struct worker *workers = mem_alloc((threads + 1) * sizeof *workers);
	size_t started = 1;
	workers[0] = (struct worker){.work = &work};
	for (; started < threads; started++) {
		workers[started] = (struct worker){.work = &work, .number = started};
		if (pthread_create(&workers[started].thread, NULL, go, &workers[started]) != 0)
			break;
	}
	go(&workers[0]);
	for (size_t i = 1; i < started; i++)
		pthread_join(workers[i].thread, NULL);
	free(workers);
}
