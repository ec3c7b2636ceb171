/* history.h: what was published stays true. A number or an id that a release had is
 * never changed and never used for something else.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_HISTORY_HISTORY_H
#define CB_HISTORY_HISTORY_H

#include "base/buf.h"
#include "catalog/catalog.h"

/* One name of one code, as some release had it. */
struct published {
	const char *protocol, *slug, *id;
	const char *number;          /* "-" where there is none */
	const char *since, *retired; /* retired: "-" while in use */
	struct loc loc;              /* of the line; of the code where it comes from a catalog */
};

struct history {
	struct arena arena;
	struct published *items;
	size_t count, room;
};

/* Reads a table as history_write() writes it. NULL: see diag. A file that is not there
 * is an empty history. path has to outlive the result. */
struct history *history_load(const char *path, struct diag *diag);

/* Everything that a catalog publishes: each id and each old name. */
struct history *history_of_catalog(const struct catalog *catalog);

void history_free(struct history *history);

/* Holds a catalog against what was published; each broken promise is an error. Returns
 * whether there was none. */
bool history_check(const struct history *history, const struct catalog *catalog, struct diag *diag);

/* Adds what the catalog has and the history has not, and the versions that retired a
 * code. Returns how many lines were added or changed. */
size_t history_update(struct history *history, const struct catalog *catalog);

/* Writes the table: a line per name, tab-separated: protocol, code, number, id, first
 * version, version that retired it. */
void history_write(struct buf *buf, const struct history *history);

/* Tells what is different between two catalogs, one line each: added, renamed, retired,
 * meaning changed. */
void history_diff(struct buf *buf, const struct catalog *old, const struct catalog *new);

#endif
