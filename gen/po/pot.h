/* pot.h: writes the template that translators start from.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_POT_H
#define CB_PO_POT_H

#include "base/buf.h"
#include "text/message.h"

/* Writes the header and one entry per message, in the given order: context,
 * comment, file without line numbers, flag. The result depends on nothing but the
 * messages (no date), so it can be kept under version control. A message that
 * comes twice (same context and id) is written once. */
void pot_write(struct buf *buf, const struct message *const *messages, size_t count);

/* Writes a string as PO files have it, behind a keyword: msgid "…". */
void po_write_string(struct buf *buf, const char *keyword, struct str s);

#endif
