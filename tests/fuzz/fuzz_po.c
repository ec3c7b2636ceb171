/* fuzz_po.c: reads a PO file; what was read is found, can be written and read again, and
 * a file that po_join() writes is read as it should be.
 *
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "po/join.h"
#include "po/pot.h"

static void write_entry(struct buf *buf, const struct po_entry *entry)
{
	if (entry->fuzzy)
		buf_puts(buf, "#, fuzzy\n");
	if (entry->context)
		po_write_string(buf, "msgctxt", str_of(entry->context));
	po_write_string(buf, "msgid", entry->id);
	po_write_string(buf, "msgstr", entry->str);
}

static void compare(const struct po *a, const struct po *b)
{
	hold(b && a->count == b->count, "all entries are read again");
	for (size_t i = 0; i < a->count; i++) {
		const struct po_entry *x = a->entries[i], *y = b->entries[i];
		hold(same(x->context, y->context), "a context is the same");
		hold(str_equal(x->id, y->id) && str_equal(x->str, y->str), "texts are the same");
		hold(x->fuzzy == y->fuzzy, "flags are the same");
	}
}

static void check_entries(const struct po *po)
{
	for (size_t i = 0; i < po->count; i++) {
		const struct po_entry *entry = po->entries[i];
		hold(po_find(po, entry->context, entry->id) == entry, "an entry is found");
		hold(utf8_valid_prefix(entry->str) == entry->str.len, "text is UTF-8");
		hold(entry->start.line <= entry->context_loc.line &&
			     entry->context_loc.line <= entry->loc.line &&
			     entry->loc.line <= entry->id_end.line &&
			     entry->id_end.line <= entry->str_loc.line,
		     "places are in order");
	}
}

static void check_written(const struct po *po)
{
	struct buf text = {0};
	struct diag diag = {0};
	for (size_t i = 0; i < po->count; i++)
		write_entry(&text, po->entries[i]);
	struct po *again = po_parse("again", buf_str(&text), &diag);
	compare(po, again);
	po_free(again);
	diag_free(&diag);
	buf_free(&text);
}

/* Gives every context a new text. */
static void check_joined(const struct po *po)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct buf text = {0};
	const struct message **messages = arena_array(&arena, po->count, sizeof *messages);
	for (size_t i = 0; i < po->count; i++) {
		struct message *message = arena_alloc(&arena, sizeof *message);
		message->context = po->entries[i]->context;
		message->id = STR("joined");
		messages[i] = message;
	}
	size_t count = po_join(&text, po, messages, po->count), joined = 0;
	struct po *again = po_parse("joined", buf_str(&text), &diag);
	hold(again && again->count == po->count, "what was joined is read again");
	for (size_t i = 0; i < po->count; i++) {
		const struct po_entry *before = po->entries[i], *now = again->entries[i];
		hold(str_equal(before->str, now->str), "a translation stays");
		if (str_equal(before->id, now->id))
			continue;
		joined++;
		hold(str_equal(now->id, STR("joined")) && now->fuzzy, "it is fuzzy");
	}
	hold(count == joined, "those that were counted");
	po_free(again);
	buf_free(&text);
	diag_free(&diag);
	arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag diag = {0};
	struct po *po = po_parse("input.po", (struct str){(const char *) data, size}, &diag);
	hold(!po == diag_failed(&diag), "a file is read or there is an error");
	if (po) {
		check_entries(po);
		check_written(po);
		check_joined(po);
	}
	po_free(po);
	diag_free(&diag);
	return 0;
}
