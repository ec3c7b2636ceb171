/* translation.h: one language, ready to be asked for texts.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_TRANSLATION_H
#define CB_PO_TRANSLATION_H

#include "po/po.h"

/* The language that catalogs and templates are written in. */
#define SOURCE_LANGUAGE "en"

struct translation {
	const char *tag; /* as gettext names it: "zh_CN" */
	struct po *po;   /* NULL for the source language */
	/* By index of a message, as translation_bind() found them; NULL: there is none. */
	struct po_entry **entries;
	size_t entry_count, entry_room;
	char *path;   /* of the .po file, owned; NULL for the source language */
	size_t total; /* messages that translation_bind() was given */
	size_t done;  /* of these, translated, not fuzzy and without error */
	size_t fuzzy; /* of these, fuzzy */
};

/* Whether a tag is of gettext's form (ll, ll_CC, ll_CC@variant) and so safe in a
 * path. */
bool translation_tag_valid(const char *tag);

/* Reads po/TAG.po; for the source language nothing. NULL: see diag. tag and dir
 * have to outlive the result. */
struct translation *translation_load(const char *dir, const char *tag, struct diag *diag);

/* A language that nobody speaks, made of the messages themselves: accented, longer, and
 * in brackets, so that a text that was never extracted stands out, and one that is cut
 * off or does not fit shows. NULL: see diag. */
#define PSEUDO_LANGUAGE "en_XA"
struct translation *translation_pseudo(const struct message *const *messages, size_t count,
				       struct diag *diag);

void translation_free(struct translation *translation);

/* Parses and checks the translation of each message and counts. A msgstr that
 * does not parse, or changes a literal, a reference or a placeholder, is an
 * error with its line in the .po file and is not used. Returns false if there was
 * one. May be called several times for different messages. */
bool translation_bind(struct translation *translation, const struct message *const *messages,
		      size_t count, struct diag *diag);

/* Adds notes that name the first of these messages that are not translated. */
void translation_note_gaps(const struct translation *translation,
			   const struct message *const *messages, size_t count, struct diag *diag);

/* The entries that belong to none of the messages that were bound: when the file is not up to
 * date, or was made for more. */
size_t translation_strangers(const struct translation *translation);

/* The text of a message in this language; that of the source where *state says that
 * it is not translated. Safe for many threads at once. */
const struct text *translation_text(const struct translation *translation,
				    const struct message *message, enum translation_state *state);

/* The languages of a LINGUAS file, in its order: separated by white space, with
 * '#' beginning a comment. Returns the count; 0 where there is no such file, which is an
 * error if it is required. */
size_t translation_linguas(struct arena *arena, const char *dir, bool required, const char ***tags,
			   struct diag *diag);

#endif
