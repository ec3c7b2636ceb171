/* text.h: the inline markup of prose, parsed once into runs.
 *
 * The same parser reads the text of the catalog, of {{#tr}} sections and of
 * every translation. A message is XML: `Send <cmd>RCPT</cmd> &amp; wait`.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEXT_TEXT_H
#define CB_TEXT_TEXT_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum run_kind {
	RUN_PLAIN,
	RUN_CMD,        /* a command as typed: literal */
	RUN_REPLY,      /* a reply as on the wire: literal */
	RUN_FIELD,      /* a header field: literal */
	RUN_LIT,        /* any other literal */
	RUN_EM,         /* stress */
	RUN_CODE,       /* target: a code, `252` or `dns:NXDOMAIN`; text is empty */
	RUN_SRC,        /* target: a source id; section: may be empty; text is empty */
	RUN_LINK,       /* target: a URL */
	RUN_PLACEHOLDER /* text: the name between the braces */
};

struct subject; /* catalog/catalog.h */

/* What a link leads to; the path depends on the document that holds it. */
struct link {
	const struct subject *subject; /* NULL: that of the document */
	const char *language;          /* NULL: that of the document */
	struct str name;               /* "smtp:252", where there are no links */
};

struct run {
	enum run_kind kind;
	struct str text;    /* entities resolved, white space as in the message */
	struct str target;  /* RUN_CODE, RUN_SRC, RUN_LINK */
	struct str section; /* RUN_SRC */
	size_t offset;      /* of the run in the message, for diagnostics */
	/* What RUN_CODE and RUN_SRC show and lead to; filled in when the catalog is
	 * known (view/). */
	struct str label, href;
	const struct link *link;
};

/* Read-only once the references are filled in. */
struct text {
	struct run *runs;
	size_t count;
	bool refers; /* some run is RUN_CODE or RUN_SRC */
};

/* What text_parse() found wrong. */
struct text_error {
	const char *message; /* untranslated format with at most one %.*s */
	struct str detail;   /* for the %.*s; may be empty */
	size_t offset;       /* in bytes from the start of the message */
};

/* No message may be longer, in bytes: what is compared with every translation has to
 * stay small. */
#define TEXT_MAX_SIZE ((size_t) 64 * 1024)

enum {
	TEXT_PLACEHOLDERS = 1 /* `{name}` is a placeholder, not plain text */
};

/* Parses message; runs are in arena, and their strings in arena or in message.
 * On failure fills *error and returns false. */
bool text_parse(struct arena *arena, struct str message, unsigned flags, struct text *text,
		struct text_error *error);

/* Whether a text is in the language of its document, and if not, why: then it is shown in
 * the source language. */
enum __attribute__((packed)) translation_state {
	STATE_TRANSLATED, /* also of texts that are in the source language by right */
	STATE_STALE,      /* a translation of an earlier wording, or of a similar text, is there */
	STATE_MISSING     /* there is none */
};

/* What one text has more often than another one. */
struct markup_difference {
	const struct run *run;
	size_t in_a, in_b; /* how often */
};

/* Whether two messages hold the same literals, references, links and
 * placeholders, each as often; order may differ, as word order does between
 * languages. On failure *found is the first difference. */
bool text_same_markup(const struct text *a, const struct text *b, struct markup_difference *found);

/* Whether runs of this kind are never translated. */
bool run_is_literal(enum run_kind kind);

/* The name of the element (cmd, reply …), or "placeholder"; "" for RUN_PLAIN. */
const char *run_kind_name(enum run_kind kind);

#endif
