/* join.h: keeps the translation of a text that was rewritten.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_JOIN_H
#define CB_PO_JOIN_H

#include "base/buf.h"
#include "po/po.h"

/* Writes the PO file anew: an entry whose context has another text now gets the new one
 * as msgid, the old one as previous (#| msgid), and is fuzzy. msgmerge would make the
 * entry obsolete where the two texts are not alike, and the translation would be lost.
 * A context that several messages or entries share tells nothing, and is left alone.
 * Everything else stays as it is. Returns how many entries were changed. */
size_t po_join(struct buf *buf, const struct po *po, const struct message *const *messages,
	       size_t count);

#endif
