/* po.c: see po.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/po.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/intl.h"

#include <stdlib.h>

enum field { NO_FIELD, MSGCTXT, MSGID, MSGID_PLURAL, MSGSTR, MSGSTR_N };

struct reader {
	struct po *po;
	struct diag *diag;
	const char *path;
	struct str text;
	size_t at, line_start;
	unsigned line;

	/* The entry that is being read. */
	enum field field; /* the last one that was seen */
	struct buf context, id, str;
	bool has_context, has_id, has_str, plural, fuzzy;
	bool fuzzy_seen; /* in the comments before the entry */
	struct loc context_loc, id_loc, str_loc;
	size_t str_at;
	struct str comments, next_comments; /* above the entry, and above the next one */
	unsigned comments_line, next_comments_line;
	size_t room;
	bool ok;
};

static struct loc here(const struct reader *r)
{
	return (struct loc){r->path, r->line, (unsigned) (r->at - r->line_start) + 1};
}

static void complain(struct reader *r, struct loc loc, const char *message)
{
	diag_add(r->diag, DIAG_ERROR, loc, "%s", message);
	r->ok = false;
}

static bool at_end(const struct reader *r)
{
	return r->at >= r->text.len;
}

static char peek(const struct reader *r)
{
	return at_end(r) ? '\n' : r->text.ptr[r->at];
}

static void skip_blanks(struct reader *r)
{
	while (!at_end(r) && (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\r'))
		r->at++;
}

static void next_line(struct reader *r)
{
	while (!at_end(r) && r->text.ptr[r->at] != '\n')
		r->at++;
	r->at += !at_end(r);
	r->line++;
	r->line_start = r->at;
}

/* ---- strings ---- */

static int digit_value(char c, int base)
{
	int value = ascii_is_digit(c)                                ? c - '0'
		    : ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f' ? ascii_lower(c) - 'a' + 10
								     : 99;
	return value < base ? value : -1;
}

static void read_number_escape(struct reader *r, struct buf *out, int base, int most)
{
	int value = 0, digits = 0;
	while (digits < most && digit_value(peek(r), base) >= 0) {
		value = value * base + digit_value(peek(r), base);
		r->at++;
		digits++;
	}
	if (!digits || value == 0 || value > 255)
		complain(r, here(r), _("invalid escape sequence"));
	else
		buf_putc(out, (char) value);
}

static void read_escape(struct reader *r, struct buf *out)
{
	static const char names[] = "abfnrtv\\\"", values[] = "\a\b\f\n\r\t\v\\\"";
	char c = peek(r);
	const char *known = c ? strchr(names, c) : NULL;
	if (known) {
		buf_putc(out, values[known - names]);
		r->at++;
	} else if (c == 'x') {
		r->at++;
		read_number_escape(r, out, 16, 2);
	} else if (digit_value(c, 8) >= 0) {
		read_number_escape(r, out, 8, 3);
	} else {
		complain(r, here(r), _("invalid escape sequence"));
		r->at += !at_end(r) && c != '\n';
	}
}

/* Reads "…" at the cursor. */
static void read_quoted(struct reader *r, struct buf *out)
{
	struct loc start = here(r);
	r->at++;
	while (peek(r) != '"') {
		if (peek(r) == '\n') {
			complain(r, start, _("end of line inside a string"));
			return;
		}
		if (peek(r) == '\\') {
			r->at++;
			read_escape(r, out);
			continue;
		}
		buf_putc(out, r->text.ptr[r->at++]);
	}
	r->at++;
}

/* Reads the rest of the line: one string or several, which are joined as in C. */
static void read_string(struct reader *r, struct buf *out)
{
	if (peek(r) != '"') {
		complain(r, here(r), _("expected a string in double quotes"));
		return;
	}
	while (r->ok && peek(r) == '"') {
		read_quoted(r, out);
		skip_blanks(r);
	}
	if (r->ok && peek(r) != '\n')
		complain(r, here(r), _("unexpected text after a string"));
}

/* ---- entries ---- */

static void reset_entry(struct reader *r)
{
	r->field = NO_FIELD;
	r->context.len = r->id.len = r->str.len = 0;
	r->has_context = r->has_id = r->has_str = r->plural = r->fuzzy = r->fuzzy_seen = false;
}

/* Escapes may spell bytes that are no text. */
static struct str keep(struct reader *r, const struct buf *buf, struct loc loc)
{
	if (utf8_valid_prefix(buf_str(buf)) < buf->len)
		complain(r, loc, _("not UTF-8 text"));
	return (struct str){arena_strndup(&r->po->arena, buf->data, buf->len), buf->len};
}

struct str po_key(struct arena *arena, const char *context, struct str id)
{
	size_t context_len = context ? strlen(context) + 1 : 0;
	char *key = arena_alloc(arena, context_len + id.len + 1);
	if (context) {
		memcpy(key, context, context_len - 1);
		key[context_len - 1] = '\004';
	}
	if (id.len)
		memcpy(key + context_len, id.ptr, id.len);
	return (struct str){key, context_len + id.len};
}

static void read_header(struct reader *r, struct str header)
{
	r->po->header = header.ptr;
	const char *charset = strstr(header.ptr, "charset=");
	if (!charset)
		return;
	struct str name = {charset + 8, strcspn(charset + 8, " \t\n;")};
	char lower[16] = "";
	for (size_t i = 0; i < name.len && i < sizeof lower - 1; i++)
		lower[i] = ascii_lower(name.ptr[i]);
	if (!same(lower, "utf-8") && !same(lower, "utf8") && !same(lower, "us-ascii") &&
	    !same(lower, "charset"))
		diag_add(r->diag, DIAG_ERROR, r->str_loc, _("charset is %.*s; it has to be UTF-8"),
			 (int) name.len, name.ptr),
			r->ok = false;
}

static void add_entry(struct reader *r)
{
	struct po_entry *entry = arena_alloc(&r->po->arena, sizeof *entry);
	struct po *po = r->po;
	entry->context = r->has_context ? keep(r, &r->context, r->context_loc).ptr : NULL;
	entry->id = keep(r, &r->id, r->id_loc);
	entry->str = keep(r, &r->str, r->str_loc);
	entry->fuzzy = r->fuzzy;
	entry->loc = r->id_loc;
	entry->context_loc = r->has_context ? r->context_loc : r->id_loc;
	entry->str_loc = r->str_loc;
	entry->str_at = r->str_at;
	entry->comments = r->comments;
	entry->comments_line = r->comments_line;
	struct po_entry *before =
		map_add(&po->by_key, po_key(&po->arena, entry->context, entry->id), entry);
	if (before) {
		complain(r, entry->loc, _("duplicate message definition"));
		diag_add(r->diag, DIAG_NOTE, before->loc, _("first defined here"));
		return;
	}
	if (!entry->context && !entry->id.len) {
		read_header(r, entry->str);
		return;
	}
	po->entries = mem_grow(po->entries, &r->room, po->count + 1, sizeof *po->entries);
	po->entries[po->count++] = entry;
}

static void end_entry(struct reader *r)
{
	if (r->has_id && !r->has_str)
		complain(r, r->id_loc, _("msgid without msgstr"));
	else if (r->has_context && !r->has_id)
		complain(r, r->context_loc, _("msgctxt without msgid"));
	else if (r->has_id)
		add_entry(r);
	reset_entry(r);
}

/* ---- lines ---- */

static bool keyword(struct reader *r, const char *word)
{
	size_t len = strlen(word);
	if (r->text.len - r->at < len || memcmp(r->text.ptr + r->at, word, len) != 0)
		return false;
	char after = r->at + len < r->text.len ? r->text.ptr[r->at + len] : '\n';
	if (!ascii_is_space(after) && after != '"' && after != '[')
		return false;
	r->at += len;
	return true;
}

static void start_field(struct reader *r, enum field field)
{
	bool starts_entry = field == MSGCTXT || (field == MSGID && r->field != MSGCTXT);
	if (starts_entry && r->field != NO_FIELD) {
		bool fuzzy = r->fuzzy_seen;
		end_entry(r);
		r->fuzzy_seen = fuzzy;
	}
	if (starts_entry) {
		r->fuzzy = r->fuzzy_seen;
		r->fuzzy_seen = false;
		r->comments = r->next_comments;
		r->comments_line = r->next_comments_line;
		r->next_comments.len = 0;
	}
	r->field = field;
}

static void read_plural_index(struct reader *r)
{
	r->at++;
	while (ascii_is_digit(peek(r)))
		r->at++;
	if (peek(r) != ']')
		complain(r, here(r), _("expected msgstr[N]"));
	else
		r->at++;
}

static void read_field(struct reader *r)
{
	struct buf ignored = {0}, *out = &ignored;
	struct loc loc = here(r);
	size_t at = r->at;
	if (keyword(r, "msgctxt")) {
		start_field(r, MSGCTXT);
		r->has_context = true;
		r->context_loc = loc;
		out = &r->context;
	} else if (keyword(r, "msgid_plural")) {
		if (r->field != MSGID)
			complain(r, loc, _("msgid_plural without msgid"));
		r->field = MSGID_PLURAL;
		r->plural = true;
	} else if (keyword(r, "msgid")) {
		start_field(r, MSGID);
		r->has_id = true;
		r->id_loc = loc;
		out = &r->id;
	} else if (keyword(r, "msgstr")) {
		bool indexed = peek(r) == '[', first = !r->has_str;
		if (!r->has_id || (!first && !indexed))
			complain(r, loc, _("msgstr without msgid"));
		if (indexed)
			read_plural_index(r);
		if (indexed != r->plural)
			complain(r, loc, _("msgstr[N] belongs to msgid_plural, msgstr to msgid"));
		r->field = first ? MSGSTR : MSGSTR_N;
		r->has_str = true;
		if (first) {
			r->str_loc = loc;
			r->str_at = at;
			out = &r->str;
		}
	} else {
		complain(r, loc, _("unknown keyword in a PO file"));
		return;
	}
	skip_blanks(r);
	read_string(r, out);
	buf_free(&ignored);
}

static void read_continuation(struct reader *r)
{
	struct buf ignored = {0};
	struct buf *out = r->field == MSGCTXT  ? &r->context
			  : r->field == MSGID  ? &r->id
			  : r->field == MSGSTR ? &r->str
					       : &ignored;
	if (r->field == NO_FIELD)
		complain(r, here(r), _("string without a keyword"));
	read_string(r, out);
	buf_free(&ignored);
}

/* Keeps a comment line for the entry below; one of an obsolete entry, or in the middle
 * of an entry, is for nobody. */
static void keep_comment(struct reader *r, struct str line, bool obsolete)
{
	if (obsolete || r->field != NO_FIELD) {
		r->next_comments.len = 0;
	} else if (r->next_comments.len) {
		r->next_comments.len = (size_t) (line.ptr + line.len - r->next_comments.ptr);
	} else {
		r->next_comments = line;
		r->next_comments_line = r->line;
	}
}

static void read_comment(struct reader *r)
{
	struct str line = {r->text.ptr + r->at, 0};
	while (r->at + line.len < r->text.len && line.ptr[line.len] != '\n')
		line.len++;
	bool obsolete = line.len > 1 && line.ptr[1] == '~';
	/* A comment ends the entry above it: flags belong to the one below. */
	if (r->has_str && !obsolete)
		end_entry(r);
	keep_comment(r, line, obsolete);
	if (obsolete)
		r->fuzzy_seen = false; /* it was said of this entry */
	if (line.len < 2 || line.ptr[1] != ',')
		return;
	for (size_t i = 2; i + 5 <= line.len; i++)
		if (memcmp(line.ptr + i, "fuzzy", 5) == 0)
			r->fuzzy_seen = true;
}

static void read_line(struct reader *r)
{
	skip_blanks(r);
	char c = peek(r);
	if (c == '#')
		read_comment(r);
	else if (c == '"')
		read_continuation(r);
	else if (c != '\n')
		read_field(r);
	next_line(r);
}

/* Reads r->text into r->po; NULL where it is wrong. */
static struct po *parse(struct reader *r)
{
	r->po->text = r->text;
	r->line = 1;
	while (r->ok && !at_end(r))
		read_line(r);
	if (r->ok)
		end_entry(r);
	buf_free(&r->context);
	buf_free(&r->id);
	buf_free(&r->str);
	if (r->ok)
		return r->po;
	po_free(r->po);
	return NULL;
}

static struct po *new_po(void)
{
	struct po *po = mem_alloc(sizeof *po);
	*po = (struct po){.header = ""};
	return po;
}

struct po *po_load(const char *path, struct diag *diag)
{
	struct reader r = {.po = new_po(), .diag = diag, .path = path};
	r.ok = file_read_utf8(&r.po->arena, path, diag, &r.text);
	return parse(&r);
}

struct po *po_parse(const char *name, struct str text, struct diag *diag)
{
	struct reader r = {.po = new_po(), .diag = diag, .path = name, .ok = true};
	r.text = (struct str){arena_strndup(&r.po->arena, text.ptr, text.len), text.len};
	return parse(&r);
}

void po_free(struct po *po)
{
	if (!po)
		return;
	map_free(&po->by_key);
	free(po->entries);
	arena_free(&po->arena);
	free(po);
}

struct po_entry *po_find(const struct po *po, const char *context, struct str id)
{
	size_t context_len = context ? strlen(context) + 1 : 0, len = context_len + id.len;
	char local[1024], *key = len <= sizeof local ? local : mem_alloc(len);
	if (context) {
		memcpy(key, context, context_len - 1);
		key[context_len - 1] = '\004';
	}
	if (id.len)
		memcpy(key + context_len, id.ptr, id.len);
	struct po_entry *entry = map_get(&po->by_key, (struct str){key, len});
	if (key != local)
		free(key);
	return entry;
}
