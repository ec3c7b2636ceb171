/* parallel.h: independent pieces of work, spread over threads.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_PARALLEL_H
#define CB_BASE_PARALLEL_H

#include <stddef.h>

/* Calls run(data, worker, index) once for each index below count, and returns when all are
 * done. Up to `threads` threads share the work, of which the caller's is the first: worker
 * is below that number, and no two calls have the same at one time. With one thread, or
 * where the system gives no more, the calls come in order. */
void parallel_run(size_t threads, size_t count,
		  void (*run)(void *data, size_t worker, size_t index), void *data);

#endif
