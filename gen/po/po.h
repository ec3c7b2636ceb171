/* po.h: reads gettext's PO files, without global state and without a locale.
 *
 * The syntax is that of the GNU gettext manual, section "The Format of PO
 * Files". What msgfmt refuses is refused here too.
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
	bool fuzzy;
	struct loc start;       /* of the "#|" lines, or as context_loc where there are none */
	struct loc context_loc; /* of the msgctxt, or of the msgid where there is none */
	struct loc loc;         /* of the msgid */
	struct loc id_end;      /* of what follows it: msgid_plural or msgstr */
	struct loc str_loc;     /* of the msgstr */
	/* Set by translation_bind(): the msgstr, parsed, and whether it may be used. */
	struct text text;
	bool usable;
};

struct po {
	struct arena arena;
	struct str text;           /* the file, without a byte order mark */
	struct po_entry **entries; /* in file order, without the header and obsolete ones */
	size_t count;
	struct map by_key;  /* context, EOT, id: as in an .mo file */
	const char *header; /* the msgstr of the header; "" where there is none */
};

/* Reads a file. NULL: there are messages in diag. path has to outlive the result. */
struct po *po_load(const char *path, struct diag *diag);

/* The same from memory, which is copied; name stands for the path in messages. */
struct po *po_parse(const char *name, struct str text, struct diag *diag);

void po_free(struct po *po);

/* What a message is known by, in arena: context, EOT, id, as in an .mo file. */
struct str po_key(struct arena *arena, const char *context, struct str id);

/* The entry of a message, translated or not; NULL where there is none. Safe for
 * many threads at once. */
struct po_entry *po_find(const struct po *po, const char *context, struct str id);

#endif
