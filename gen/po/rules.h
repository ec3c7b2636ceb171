/* rules.h: the rules of Chinese typesetting and wording, see po/README.md.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_RULES_H
#define CB_PO_RULES_H

#include "po/cells.h"
#include "po/po.h"
#include "po/termbase.h"

enum rule {
	ZH_PUNCT,
	ZH_ELLIPSIS,
	ZH_FULLWIDTH,
	ZH_QUOTES,
	ZH_NEWLINE,
	ZH_ENGLISH,
	ZH_SPACE,
	ZH_PUNCT_SPACE,
	ZH_DASH,
	ZH_QUOTE_STYLE,
	ZH_YOU,
	ZH_TERM,
	ZH_END,
	RULE_COUNT
};

struct finding {
	enum rule rule;
	size_t offset;       /* in the msgstr */
	const char *message; /* untranslated format with up to three %.*s */
	struct str args[3];
};

struct rules {
	bool traditional;                /* 「」 are the quotation marks, not “” */
	const struct termbase *termbase; /* NULL where there is none */
	const struct po_entry *entry;
	struct cells original, translation;
	struct finding *findings; /* of the entry, sorted by offset */
	size_t count, room;
};

/* Finds everything in an entry that translation_bind() has let pass. Takes time in
 * proportion to its text. */
void rules_apply(struct rules *rules, const struct po_entry *entry);

void rules_free(struct rules *rules);

#endif
