/* ast.h: a template as parsed. Inside the template part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_AST_H
#define CB_TEMPLATE_AST_H

#include "template/template.h"

/* `a.b.c`, or one of the names that are no member of anything. */
struct path {
	enum { PATH_NAME, PATH_SELF, PATH_FIRST, PATH_LAST, PATH_INDEX } kind;
	const symbol *names; /* PATH_NAME */
	size_t count;
};

/* The path that a name stands for; a name that is none (a..b) has count 0. */
struct path path_parse(struct arena *arena, struct symbols *symbols, struct str name);

enum node_kind {
	NODE_TEXT,
	NODE_VALUE,
	NODE_SECTION,
	NODE_INVERTED,
	NODE_PARTIAL,
	NODE_PARENT, /* children: the blocks that replace those of the parent */
	NODE_BLOCK,  /* children: what shows when nothing replaces it */
	NODE_SENTENCE
};

struct node {
	struct node *next;
	enum node_kind kind;
	struct loc loc;
	struct str text;  /* NODE_TEXT */
	struct path path; /* NODE_VALUE, NODE_SECTION, NODE_INVERTED */
	bool raw;         /* NODE_VALUE */
	struct str name;  /* NODE_PARTIAL, NODE_PARENT, NODE_BLOCK; for messages also others */
	struct node *children;
	const struct message *message; /* NODE_SENTENCE */

	/* White space before a tag that stands alone on its line: the indentation of
	 * what the tag brings in. */
	struct str indent;
	bool standalone; /* the opening tag is alone on its line */
	/* NODE_BLOCK: opened and closed alone on one line, whose line end is `line_end`:
	 * it stays unless what comes in ends its own last line. */
	struct str line_end;
};

struct template
{
	const char *name, *path; /* path: as shown in messages */
	struct str text;
	struct node *nodes; /* NULL also where the template is empty */
	bool valid;
	const struct message **messages;
	size_t message_count, message_room;
	struct template *next;
};

/* Parses text into template->nodes. False: see diag. */
bool template_parse(struct template *template, struct arena *arena, struct symbols *symbols,
		    struct diag *diag);

/* Counts the programs that are compiled from the set, and their operations. */
size_t *template_op_count(struct template_set *set);

/* A template of the set by name, read if need be; NULL where there is none or it
 * does not parse (*missing tells which). */
struct template *template_find(struct template_set *set, struct str name, struct diag *diag,
			       bool *missing);

#endif
