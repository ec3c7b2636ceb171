/* stats.c: how much is translated: of the messages by where they come from, each counted
 * once, and of the documents by what they show.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/session.h"

/* The messages of one place. */
struct part {
	const char *name;
	struct tally tally;
};

/* What a message belongs to: a protocol ("smtp"), or where it has no protocol the folder
 * of its template ("templates/man") or "codebook". */
static const char *part_of(struct session *s, const struct message *message)
{
	const struct protocol *protocol = catalog_owner(s->catalog, message);
	if (protocol)
		return protocol->id;
	size_t dir = strlen(s->options->templates);
	if (strncmp(message->file, s->options->templates, dir) != 0 || message->file[dir] != '/')
		return "codebook";
	size_t folder = strcspn(message->file + dir + 1, "/");
	return arena_printf(&s->arena, "templates/%.*s", (int) folder, message->file + dir + 1);
}

static struct part *find_part(struct part *parts, size_t *count, const char *name)
{
	for (size_t i = 0; i < *count; i++)
		if (same(parts[i].name, name))
			return &parts[i];
	parts[*count] = (struct part){.name = name};
	return &parts[(*count)++];
}

/* ---- rows ---- */

/* A table that is being written: as text, or as JSON a list of objects. */
struct table {
	struct buf *buf;
	bool json, begun;
};

static void put_cell(struct table *table, const char *key, const char *value, int width)
{
	if (table->json) {
		buf_printf(table->buf, "\"%s\": \"", key);
		json_write_string(table->buf, str_of(value));
		buf_puts(table->buf, "\", ");
	} else {
		buf_printf(table->buf, "%-*s ", width, value);
	}
}

static void put_heading(struct buf *buf, const char *word, size_t width, bool right)
{
	size_t taken = utf8_width(str_of(word));
	int space = taken < width ? (int) (width - taken) : 0;
	buf_printf(buf, "%*s%s%*s", right ? space : 0, "", word, right ? 0 : space, "");
}

/* The headings of the counts, which end every table. */
static void put_count_headings(struct buf *buf)
{
	const char *const counts[] = {C_("statistics", "messages"), C_("statistics", "done"),
				      C_("statistics", "fuzzy"), C_("statistics", "missing")};
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		buf_puts(buf, i ? " " : "");
		put_heading(buf, counts[i], 8, true);
	}
	buf_putc(buf, '\n');
}

static void begin_row(struct table *table, const char *tag)
{
	if (table->json)
		buf_puts(table->buf, table->begun ? ",\n    {" : "\n    {");
	table->begun = true;
	put_cell(table, "language", tag, 8);
}

static void end_row(struct table *table, struct tally tally)
{
	buf_printf(table->buf,
		   table->json ? "\"messages\": %zu, \"translated\": %zu, \"fuzzy\": %zu, "
				 "\"missing\": %zu}"
			       : "%8zu %8zu %8zu %8zu\n",
		   tally.total, tally.done, tally.fuzzy, tally_missing(tally));
}

static void put_parts(struct session *s, const struct translation *language, struct table *table)
{
	size_t count = 0, message_count;
	const struct message *const *messages = session_messages(s, &message_count);
	struct part *parts = arena_array(&s->arena, message_count, sizeof *parts);
	for (size_t i = 0; i < message_count; i++)
		tally_add(&find_part(parts, &count, part_of(s, messages[i]))->tally, language,
			  messages[i]);
	for (size_t i = 0; i < count; i++) {
		begin_row(table, language->tag);
		put_cell(table, "part", parts[i].name, 24);
		end_row(table, parts[i].tally);
	}
}

static void put_documents(struct session *s, const struct translation *language,
			  struct table *table)
{
	for (size_t i = 0; i < s->catalog->protocol_count; i++)
		for (size_t k = 0; k < s->kind_count; k++) {
			const struct protocol *protocol = s->catalog->protocols[i];
			const struct kind *kind = &s->kinds[k];
			if (!strings_select(&s->options->only, kind->name))
				continue;
			begin_row(table, language->tag);
			put_cell(table, "protocol", protocol->id, 12);
			put_cell(table, "kind", kind->name, 11);
			end_row(table, coverage_of(&s->coverage, language, protocol, kind));
		}
}

/* ---- tables ---- */

typedef void put_rows(struct session *s, const struct translation *language, struct table *table);

static void put_languages(struct session *s, put_rows *put, struct buf *buf)
{
	struct table table = {buf, s->options->json, false};
	for (size_t i = 0; i < s->language_count; i++)
		if (s->languages[i]->po)
			put(s, s->languages[i], &table);
}

static void put_text(struct session *s, struct buf *buf)
{
	put_heading(buf, _("language"), 9, false);
	put_heading(buf, _("part"), 25, false);
	put_count_headings(buf);
	put_languages(s, put_parts, buf);
	buf_putc(buf, '\n');
	put_heading(buf, _("language"), 9, false);
	put_heading(buf, _("protocol"), 13, false);
	put_heading(buf, _("kind"), 12, false);
	put_count_headings(buf);
	put_languages(s, put_documents, buf);
}

static void put_json(struct session *s, struct buf *buf)
{
	buf_puts(buf, "{\n  \"parts\": [");
	put_languages(s, put_parts, buf);
	buf_puts(buf, "\n  ],\n  \"documents\": [");
	put_languages(s, put_documents, buf);
	buf_puts(buf, "\n  ]\n}\n");
}

bool command_stats(const struct options *options, struct diag *diag)
{
	struct session s;
	struct buf text = {0};
	bool ok = session_load(&s, options, diag);
	if (ok) {
		if (options->json)
			put_json(&s, &text);
		else
			put_text(&s, &text);
		ok = print_out(buf_str(&text), diag);
	}
	buf_free(&text);
	session_free(&s);
	return ok;
}
