/* heap.h: what the allocator of the system is told about this program.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_HEAP_H
#define CB_BASE_HEAP_H

/* Asks that memory come in large pages, where the system has them: a run takes some
 * megabytes at once and touches all of it, and thousands of page faults cost it more than
 * parsing does. Once, before there are threads; does nothing where it cannot. */
void heap_prepare(void);

#endif
