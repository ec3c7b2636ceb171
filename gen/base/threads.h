/* threads.h: the same work in several threads.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_THREADS_H
#define CB_BASE_THREADS_H

#include <stddef.h>

/* Runs work(item) for an array of count items of `size` bytes, each in a thread of its
 * own, the first in this one, and returns when all have ended. Where the system gives no
 * more threads the items behind are left out: what there is to do has to be shared out
 * while it is done. */
void threads_run(void *(*work)(void *item), void *items, size_t count, size_t size);

#endif
