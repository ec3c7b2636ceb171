/* pot.c: see pot.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/pot.h"

#include "po/po.h"

#include "base/arena.h"
#include "base/map.h"

static const char header[] =
	"# Translations of codebook: the catalog and the templates.\n"
	"# This file is distributed under the same license as the codebook package.\n"
	"#\n"
	"#, fuzzy\n"
	"msgid \"\"\n"
	"msgstr \"\"\n"
	"\"Project-Id-Version: codebook\\n\"\n"
	"\"Report-Msgid-Bugs-To: \\n\"\n"
	"\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
	"\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
	"\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n"
	"\"Language: \\n\"\n"
	"\"MIME-Version: 1.0\\n\"\n"
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	"\"Content-Transfer-Encoding: 8bit\\n\"\n";

void po_write_string(struct buf *buf, const char *keyword, struct str s)
{
	buf_printf(buf, "%s \"", keyword);
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		if (c == '"' || c == '\\')
			buf_putc(buf, '\\');
		if (c == '\n')
			buf_puts(buf, "\\n");
		else if (c == '\t')
			buf_puts(buf, "\\t");
		else
			buf_putc(buf, c);
	}
	buf_puts(buf, "\"\n");
}

static bool has_placeholder(const struct message *message)
{
	for (size_t i = 0; i < message->text.count; i++)
		if (message->text.runs[i].kind == RUN_PLACEHOLDER)
			return true;
	return false;
}

/* "#. SMTP 252 Cannot Verify User, description; RFC 5321 §3.5.3" */
static void put_comment(struct buf *buf, const struct message *message)
{
	if (message->comment)
		buf_printf(buf, "#. %s\n", message->comment);
	if (!message->subject)
		return;
	buf_printf(buf, "#. %s, %s", message->subject, message->field);
	if (message->sources)
		buf_printf(buf, "; %s", message->sources);
	buf_putc(buf, '\n');
}

static void put_entry(struct buf *buf, const struct message *message)
{
	buf_putc(buf, '\n');
	put_comment(buf, message);
	buf_printf(buf, "#: %s\n", message->file);
	if (has_placeholder(message))
		buf_puts(buf, "#, python-brace-format\n");
	if (message->context)
		po_write_string(buf, "msgctxt", str_of(message->context));
	po_write_string(buf, "msgid", message->id);
	buf_puts(buf, "msgstr \"\"\n");
}

void pot_write(struct buf *buf, const struct message *const *messages, size_t count)
{
	struct arena arena = {0};
	struct map seen = {0};
	buf_puts(buf, header);
	for (size_t i = 0; i < count; i++) {
		const struct message *m = messages[i];
		struct str key = po_key(&arena, m->context, m->id);
		if (!map_add(&seen, key, (void *) m))
			put_entry(buf, m);
	}
	map_free(&seen);
	arena_free(&arena);
}
