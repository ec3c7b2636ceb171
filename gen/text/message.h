/* message.h: one translatable text, wherever it comes from (a catalog, a
 * template), with what a translator has to know about it.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEXT_MESSAGE_H
#define CB_TEXT_MESSAGE_H

#include "base/diag.h"
#include "base/str.h"
#include "text/text.h"

struct message {
	const char *context; /* msgctxt: "smtp:252|description"; NULL where none */
	struct str id;       /* msgid: one line, inline markup as XML */
	const char *comment; /* for translators; NULL where none, or where there is a subject */
	/* What a text of a catalog is about ("SMTP 252 Cannot Verify User") and its sources
	 * ("RFC 5321 §3.5.3", or NULL). */
	const char *subject, *field, *sources;
	size_t index;     /* from 1 on, among those of the catalog; 0: of another place */
	const char *file; /* for the reference: data/smtp.xml */
	struct loc loc;
	bool placeholders; /* `{name}` stands for a value */
	struct text text;  /* id, parsed */
};

#endif
