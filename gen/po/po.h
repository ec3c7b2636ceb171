/* po.h: reads gettext's PO files, without global state and without a locale.
 *
 * The syntax is that of the GNU gettext manual, section "The Format of PO Files", as
 * msgfmt reads it; tests/po/exceptions.txt says where we mean to differ.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_PO_H
#define CB_PO_PO_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "text/message.h"

struct po_entry {
	const char *context; /* NULL where none */
	struct str id, str;  /* unescaped; str is empty where nothing is translated */
	struct str key;      /* of context and id, see po_key() */
	bool fuzzy;
	struct loc start;       /* of the "#|" lines, or as context_loc where there are none */
	struct loc context_loc; /* of the msgctxt, or of the msgid where there is none */
	struct loc loc;         /* of the msgid */
	struct loc id_end;      /* of what follows it: msgid_plural or msgstr */
	struct loc str_loc;     /* of the msgstr */
	size_t str_at;          /* the same, in the text of the file */
	struct str comments;    /* the comment lines above it, as they stand in the file */
	unsigned comments_line; /* of the first of them */
	/* Set by translation_bind(): for which message it is, if for any; the msgstr, parsed,
	 * and whether it may be used. */
	const struct message *message;
	struct text text;
	bool usable;
};

struct po {
	struct arena arena, file;
	struct str text;           /* the file, without a byte order mark, see po_forget_file() */
	struct po_entry **entries; /* in file order, without the header and obsolete ones */
	size_t count;
	struct map by_key;  /* context, EOT, id: as in an .mo file */
	const char *header; /* the msgstr of the header; "" where there is none */
};

/* Reads a file. NULL: there are messages in diag. path has to outlive the result. */
struct po *po_load(const char *path, struct diag *diag);

/* The same from memory, which is copied; name stands for the path in messages. */
struct po *po_parse(const char *name, struct str text, struct diag *diag);

/* Frees the text of the file and with it the comments, which only checks look at. */
void po_forget_file(struct po *po);

void po_free(struct po *po);

/* Whether the header says in what character set the file is. */
bool po_names_charset(const struct po *po);

/* What a message is known by, in arena: context, EOT, id, as in an .mo file. */
struct str po_key(struct arena *arena, const char *context, struct str id);

/* The entry of a message, translated or not; NULL where there is none. Safe for
 * many threads at once. */
struct po_entry *po_find(const struct po *po, const char *context, struct str id);

/* Where something within a msgstr stands in the file. */
struct po_cursor {
	const struct po *po;
	struct loc loc;
	size_t at;     /* in the file */
	size_t offset; /* in the msgstr: bytes that were passed */
	bool inside;   /* a string in double quotes */
};

/* Begins with the msgstr of an entry. */
struct po_cursor po_cursor(const struct po *po, const struct po_entry *entry);

/* Goes on to a byte of the msgstr, not before that of the last call, and returns its line
 * and column. */
struct loc po_cursor_seek(struct po_cursor *cursor, size_t offset);

#endif
