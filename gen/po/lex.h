/* lex.h: cuts a PO file into tokens, as GNU gettext does.
 *
 * Line ends count for nothing but to end a comment and the marks "#~" and "#|"; a
 * backslash before a line end, wherever it stands, joins the two lines.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_LEX_H
#define CB_PO_LEX_H

#include "base/buf.h"
#include "base/diag.h"

enum po_token {
	PO_END, /* of the file, or an error */
	PO_COMMENT,
	PO_STRING,
	PO_MSGCTXT,
	PO_MSGID,
	PO_MSGID_PLURAL,
	PO_MSGSTR,
	PO_NUMBER,
	PO_OPEN, /* [ */
	PO_CLOSE /* ] */
};

/* Set path, text (with a NUL behind it) and diag, line to 1, and the rest to zero. */
struct po_lexer {
	const char *path;
	struct str text;
	struct diag *diag;
	size_t at, line_start;
	unsigned line;
	bool failed; /* a message was added to diag: the first error is the only one */

	/* The token that po_lex() has read. */
	enum po_token token;
	struct loc loc;
	bool obsolete;    /* "#~" stands before it on its line: an entry no longer in use */
	bool previous;    /* "#|": the message that a fuzzy translation was made for */
	struct loc mark;  /* of that "#|" */
	struct buf value; /* of a string, unescaped; of a comment, without the '#'; of a keyword */
	unsigned number;  /* UINT_MAX for any that is larger */
};

/* Reads the next token. */
void po_lex(struct po_lexer *lex);

/* Adds an error, unless there was one, and ends the tokens. */
void po_lex_complain(struct po_lexer *lex, struct loc loc, const char *message);

#endif
