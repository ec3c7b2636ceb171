/* reader.h: what the readers of the parts of a catalog share. Inside the catalog part
 * only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_CATALOG_READER_H
#define CB_CATALOG_READER_H

#include "catalog/read.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct protocol *protocol;
	struct message_list *messages;
	/* Where the text that is being read belongs, for contexts and comments. */
	const char *context; /* "smtp:252" */
	const char *subject; /* "SMTP 252 Cannot Verify User" */
	const char *sources; /* "RFC 5321 §3.5.3", NULL where none */
};

/* The value of an attribute in the arena, or NULL. */
char *reader_attribute(struct reader *r, const xmlNode *node, const char *name);

/* The content of an element that holds plain text, on one line: white space as in prose. */
char *reader_line(struct reader *r, const xmlNode *node);

/* Whether an attribute is "yes". */
bool reader_flag(struct reader *r, const xmlNode *node, const char *name);

/* A decimal or other number that fills the whole string. */
bool read_number(const char *s, int base, uint32_t *number);

/* ---- translatable text ---- */

/* The content of node as a message with the context of the reader and `field`. */
const struct message *read_message(struct reader *r, const xmlNode *node, const char *field);

/* The message in the child element `name`; NULL where there is no such child. */
const struct message *child_message(struct reader *r, const xmlNode *node, const char *name);

/* The <p> children of node, or of its child element `name`. */
struct prose read_paragraphs(struct reader *r, const xmlNode *node, const char *field);
struct prose child_paragraphs(struct reader *r, const xmlNode *node, const char *name);

/* ---- duplicates and references ---- */

/* Adds one error with the place of the first definition when id is taken; `what` names
 * the kind of thing in the message. */
void reader_claim(struct reader *r, struct map *taken, const char *id, const char *what,
		  struct loc loc);

/* Finds the element of an array whose first member is a `const char *id`; NULL where
 * there is none. */
const void *find_by_id(const void *items, size_t count, size_t size, const char *id);

/* The same for the id in an attribute; what is not there is an error. */
const void *reader_resolve(struct reader *r, const void *items, size_t count, size_t size,
			   const xmlNode *node, const char *name, const char *what);

#define RESOLVE(r, items, node, name, what)                                                        \
	reader_resolve(r, (r)->protocol->items##s, (r)->protocol->items##_count,                   \
		       sizeof *(r)->protocol->items##s, node, name, what)

/* ---- citations ---- */

struct citation read_citation(struct reader *r, const xmlNode *node);

/* "RFC 5321 §3.5.3, RFC 5321 §7.3": what a translator may want to look up. */
const char *describe_citations(struct reader *r, const struct citation *citations, size_t count);

/* ---- parts of a protocol ---- */

void read_codes(struct reader *r, const xmlNode *list);
void read_comparisons(struct reader *r, const xmlNode *list);

#endif
