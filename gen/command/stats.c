/* stats.c: how much is translated, per language and part.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/session.h"

struct tally {
	const char *part;
	size_t total, translated, fuzzy;
};

/* What a message belongs to: a protocol ("smtp"), or where it has no protocol the folder
 * of its template ("templates/man") or "codebook". */
static const char *part_of(struct session *s, const struct message *message)
{
	if (message->context) {
		struct str id = {message->context, strcspn(message->context, ":|")};
		const struct protocol *protocol = catalog_protocol(s->catalog, id);
		if (protocol)
			return protocol->id;
	}
	size_t dir = strlen(s->options->templates);
	if (strncmp(message->file, s->options->templates, dir) != 0 || message->file[dir] != '/')
		return "codebook";
	size_t folder = strcspn(message->file + dir + 1, "/");
	return arena_printf(&s->arena, "templates/%.*s", (int) folder, message->file + dir + 1);
}

static struct tally *find_tally(struct tally *tallies, size_t *count, const char *part)
{
	for (size_t i = 0; i < *count; i++)
		if (same(tallies[i].part, part))
			return &tallies[i];
	tallies[*count] = (struct tally){.part = part};
	return &tallies[(*count)++];
}

static void add_message(struct tally *tally, const struct translation *translation,
			const struct message *message)
{
	const struct po_entry *entry = po_find(translation->po, message->context, message->id);
	tally->total++;
	tally->translated += entry && entry->usable;
	tally->fuzzy += entry && entry->str.len && entry->fuzzy;
}

static void put_heading(struct buf *buf, const char *word, size_t width, bool right)
{
	size_t taken = utf8_width(str_of(word));
	int space = taken < width ? (int) (width - taken) : 0;
	buf_printf(buf, "%*s%s%*s", right ? space : 0, "", word, right ? 0 : space, "");
}

static void put_headings(struct buf *buf)
{
	put_heading(buf, _("language"), 8, false);
	buf_putc(buf, ' ');
	put_heading(buf, _("part"), 24, false);
	const char *const counts[] = {C_("statistics", "messages"), C_("statistics", "done"),
				      C_("statistics", "fuzzy"), C_("statistics", "missing")};
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		buf_putc(buf, ' ');
		put_heading(buf, counts[i], 8, true);
	}
	buf_putc(buf, '\n');
}

static void put_text(struct buf *buf, const char *tag, const struct tally *tally)
{
	buf_printf(buf, "%-8s %-24s %8zu %8zu %8zu %8zu\n", tag, tally->part, tally->total,
		   tally->translated, tally->fuzzy,
		   tally->total - tally->translated - tally->fuzzy);
}

static void put_json(struct buf *buf, const char *tag, const struct tally *tally, bool first)
{
	buf_printf(buf, "%s\n  {\"language\": \"%s\", \"part\": \"", first ? "" : ",", tag);
	json_write_string(buf, str_of(tally->part));
	buf_printf(buf,
		   "\", \"messages\": %zu, \"translated\": %zu, \"fuzzy\": %zu, "
		   "\"missing\": %zu}",
		   tally->total, tally->translated, tally->fuzzy,
		   tally->total - tally->translated - tally->fuzzy);
}

static void put_language(struct session *s, const struct translation *translation, bool *first,
			 struct buf *buf)
{
	size_t count = 0, message_count;
	const struct message *const *messages = session_messages(s, &message_count);
	struct tally *tallies = arena_array(&s->arena, message_count + 1, sizeof *tallies);
	for (size_t i = 0; i < message_count; i++)
		add_message(find_tally(tallies, &count, part_of(s, messages[i])), translation,
			    messages[i]);
	for (size_t i = 0; i < count; i++) {
		if (s->options->json)
			put_json(buf, translation->tag, &tallies[i], *first);
		else
			put_text(buf, translation->tag, &tallies[i]);
		*first = false;
	}
}

bool command_stats(const struct options *options, struct diag *diag)
{
	struct session s;
	struct buf text = {0};
	bool ok = session_load(&s, options, diag), first = true;
	if (ok) {
		if (options->json)
			buf_puts(&text, "[");
		else
			put_headings(&text);
		for (size_t i = 0; i < s.language_count; i++)
			if (s.languages[i]->po)
				put_language(&s, s.languages[i], &first, &text);
		buf_puts(&text, options->json ? "\n]\n" : "");
		ok = print_out(buf_str(&text), diag);
	}
	buf_free(&text);
	session_free(&s);
	return ok;
}
