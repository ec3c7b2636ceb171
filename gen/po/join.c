/* join.c: see join.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/join.h"

#include "po/pot.h"

/* Goes through the lines of a file. */
struct lines {
	struct str text;
	size_t at;
	unsigned number; /* of the line at `at` */
};

/* Copies the lines before number `until`. */
static void copy_lines(struct lines *lines, unsigned until, struct buf *buf)
{
	while (lines->number < until && lines->at < lines->text.len) {
		const char *start = lines->text.ptr + lines->at;
		const char *end = memchr(start, '\n', lines->text.len - lines->at);
		size_t len = end ? (size_t) (end - start) + 1 : lines->text.len - lines->at;
		if (buf)
			buf_put(buf, start, len);
		lines->at += len;
		lines->number++;
	}
}

static void join_entry(struct lines *lines, const struct po_entry *entry,
		       const struct message *message, struct buf *buf)
{
	copy_lines(lines, entry->context_loc.line, buf);
	if (!entry->fuzzy) { /* otherwise it has both already */
		buf_puts(buf, "#, fuzzy\n");
		po_write_string(buf, "#| msgid", entry->id);
	}
	copy_lines(lines, entry->loc.line, buf);
	po_write_string(buf, "msgid", message->id);
	copy_lines(lines, entry->str_loc.line, NULL);
}

size_t po_join(struct buf *buf, const struct po *po, const struct message *const *messages,
	       size_t count)
{
	struct lines lines = {po->text, 0, 1};
	struct map by_context = {0};
	size_t joined = 0;
	for (size_t i = 0; i < count; i++)
		if (messages[i]->context)
			map_add(&by_context, str_of(messages[i]->context), (void *) messages[i]);
	for (size_t i = 0; i < po->count; i++) {
		const struct po_entry *entry = po->entries[i];
		const struct message *message =
			entry->context ? map_get(&by_context, str_of(entry->context)) : NULL;
		if (!message || !entry->str.len || str_equal(message->id, entry->id) ||
		    po_find(po, entry->context, message->id))
			continue;
		join_entry(&lines, entry, message, buf);
		joined++;
	}
	copy_lines(&lines, (unsigned) -1, buf);
	map_free(&by_context);
	return joined;
}
