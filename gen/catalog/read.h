/* read.h: from a validated document to the model. Inside the catalog part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_CATALOG_READ_H
#define CB_CATALOG_READ_H

#include "catalog/catalog.h"
#include "xml/xml.h"

/* Messages in the order in which they were met. */
struct message_list {
	const struct message **items;
	size_t count, room;
	struct buf scratch; /* for the text that is being read */
};

/* Reads one protocol. What refers to nothing is added to diag; the result is
 * complete enough to go on with, so that all errors come out in one run.
 * References to codes are left to catalog_link(). */
struct protocol *catalog_read(struct arena *arena, xmlDoc *doc, const char *path,
			      struct message_list *messages, struct diag *diag);

/* The semantic pass over all protocols: resolves references between codes and
 * holds values, ids and facts to the rules that a schema cannot say. */
void catalog_link(struct catalog *catalog, struct diag *diag);

/* Holds what codes, classes and facets are called against each other, for a catalog that is
 * right otherwise: in C each of these names is a constant or a function. */
void catalog_check_names(const struct catalog *catalog, struct diag *diag);

#endif
