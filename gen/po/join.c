/* join.c: see join.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/join.h"

#include "po/pot.h"

/* Goes through a file. */
struct cursor {
	struct str text;
	size_t at;
	unsigned line; /* that `at` is on */
};

/* Passes what is before a place, and copies it to buf unless that is NULL. */
static void pass_until(struct cursor *cursor, struct loc loc, struct buf *buf)
{
	size_t start = cursor->at;
	while (cursor->line < loc.line)
		cursor->line += cursor->text.ptr[cursor->at++] == '\n';
	size_t line_start = cursor->at;
	while (line_start > 0 && cursor->text.ptr[line_start - 1] != '\n')
		line_start--;
	cursor->at = line_start + loc.col - 1;
	if (buf)
		buf_put(buf, cursor->text.ptr + start, cursor->at - start);
}

static void join_entry(struct cursor *cursor, const struct po_entry *entry,
		       const struct message *message, struct buf *buf)
{
	if (!entry->fuzzy) { /* otherwise it has both already */
		pass_until(cursor, entry->start, buf);
		if (entry->start.col > 1)
			buf_putc(buf, '\n');
		buf_puts(buf, "#, fuzzy\n");
		po_write_string(buf, "#| msgid", entry->id);
		pass_until(cursor, entry->context_loc, NULL);
	}
	pass_until(cursor, entry->loc, buf);
	po_write_string(buf, "msgid", message->id);
	pass_until(cursor, entry->id_end, NULL);
}

/* What has one context. */
struct context {
	const struct message *message;
	bool several; /* messages with different texts */
	size_t entries;
};

static void count_contexts(struct map *contexts, struct arena *arena, const struct po *po,
			   const struct message *const *messages, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!messages[i]->context)
			continue;
		struct context *context = arena_alloc(arena, sizeof *context);
		context->message = messages[i];
		context = map_add(contexts, str_of(messages[i]->context), context);
		if (context && !str_equal(context->message->id, messages[i]->id))
			context->several = true;
	}
	for (size_t i = 0; i < po->count; i++) {
		const char *name = po->entries[i]->context;
		struct context *context = name ? map_get(contexts, str_of(name)) : NULL;
		if (context)
			context->entries++;
	}
}

/* The message that an entry was the translation of before it was rewritten, or NULL. */
static const struct message *rewritten(const struct map *contexts, const struct po_entry *entry)
{
	const struct context *context =
		entry->context ? map_get(contexts, str_of(entry->context)) : NULL;
	if (!context || context->several || context->entries > 1 || !entry->str.len ||
	    str_equal(context->message->id, entry->id))
		return NULL;
	return context->message;
}

size_t po_join(struct buf *buf, const struct po *po, const struct message *const *messages,
	       size_t count)
{
	struct cursor cursor = {po->text, 0, 1};
	struct arena arena = {0};
	struct map contexts = {0};
	size_t joined = 0;
	count_contexts(&contexts, &arena, po, messages, count);
	for (size_t i = 0; i < po->count; i++) {
		const struct message *message = rewritten(&contexts, po->entries[i]);
		if (!message)
			continue;
		join_entry(&cursor, po->entries[i], message, buf);
		joined++;
	}
	buf_put(buf, po->text.ptr + cursor.at, po->text.len - cursor.at);
	map_free(&contexts);
	arena_free(&arena);
	return joined;
}
