/* diag.h: diagnostics are collected, sorted and printed once.
 *
 * No part of codebook prints or exits by itself; it adds to a struct diag and
 * returns failure, and main() decides the status.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_DIAG_H
#define CB_BASE_DIAG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A place in an input file; line and col count from 1, 0 is unknown; col counts
 * bytes. file NULL: the message is about the command. */
struct loc {
	const char *file;
	unsigned line, col;
};

enum diag_level {
	DIAG_ERROR,   /* the input is wrong: status 1 */
	DIAG_WARNING, /* the input is suspicious */
	DIAG_SYSTEM,  /* the system refused something (no such file, disk full): status 2 */
	DIAG_NOTE     /* belongs to the message before it */
};

struct diag_message;

/* Zero-initialise before use. */
struct diag {
	struct arena arena;
	struct diag_message *first, *last;
	size_t errors, warnings, system_errors;
};

/* Adds a message; format as for printf. All strings are copied. */
void diag_add(struct diag *diag, enum diag_level level, struct loc loc, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Adds all messages of another, in their order. */
void diag_append(struct diag *diag, const struct diag *other);

/* Whether anything went wrong so far. */
static inline bool diag_failed(const struct diag *diag)
{
	return diag->errors || diag->system_errors;
}

/* Prints everything in the GNU form `file:line:col: error: message`, sorted by
 * file, line and column; notes stay behind their message. */
void diag_print(const struct diag *diag, FILE *stream);

void diag_free(struct diag *diag);

#endif
