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
	const char *comment; /* for translators; NULL where none */
	const char *file;    /* for the reference: data/smtp.xml */
	struct loc loc;
	bool placeholders; /* `{name}` stands for a value */
	struct text text;  /* id, parsed */
};

#endif
