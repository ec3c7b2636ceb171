/* closing.h: closing files, many with one call of the system.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_CLOSING_H
#define CB_TREE_CLOSING_H

#include <stdbool.h>
#include <stddef.h>

enum { CLOSING_MOST = 32 };

/* Files that are still to be closed; zero-initialise. One for each thread. */
struct closing {
	int files[CLOSING_MOST];
	size_t count;
	bool together; /* otherwise one by one, at once */
};

/* Has to be called by the thread itself. What it opens from then on, other threads cannot
 * use, and what they open, not it. Where the system cannot do that, files are closed one by
 * one. */
void closing_begin(struct closing *closing);

/* Closes a file, now or later. False, with errno set, where that failed, which can be told
 * only now. */
bool closing_add(struct closing *closing, int fd);

/* Closes all that were added. */
void closing_end(struct closing *closing);

/* Whether what was written to a file of this directory can fail to be stored when it is closed,
 * so that it has to be closed at once. */
bool closing_matters(int directory);

#endif
