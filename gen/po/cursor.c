/* cursor.c: from a byte of a msgstr back to its place in the file, see po.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/po.h"

struct po_cursor po_cursor(const struct po *po, const struct po_entry *entry)
{
	return (struct po_cursor){.po = po, .loc = entry->str_loc, .at = entry->str_at};
}

static char peek(const struct po_cursor *cursor)
{
	return cursor->at < cursor->po->text.len ? cursor->po->text.ptr[cursor->at] : '\0';
}

static void skip(struct po_cursor *cursor)
{
	if (peek(cursor) == '\n') {
		cursor->loc.line++;
		cursor->loc.col = 0;
	}
	cursor->loc.col++;
	cursor->at++;
}

static bool is_hex(char c)
{
	return ascii_is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

/* Passes what spells one byte: itself, or an escape sequence. */
static void skip_byte(struct po_cursor *cursor)
{
	bool escape = peek(cursor) == '\\';
	skip(cursor);
	if (!escape)
		return;
	char c = peek(cursor);
	skip(cursor);
	for (int digits = 0; c == 'x' && digits < 2 && is_hex(peek(cursor)); digits++)
		skip(cursor);
	for (int digits = 1;
	     c >= '0' && c <= '7' && digits < 3 && peek(cursor) >= '0' && peek(cursor) <= '7';
	     digits++)
		skip(cursor);
}

/* Enters the next string. False: there is none. */
static bool open_string(struct po_cursor *cursor)
{
	while (peek(cursor) && peek(cursor) != '"')
		skip(cursor);
	cursor->inside = peek(cursor) == '"';
	if (cursor->inside)
		skip(cursor);
	return cursor->inside;
}

struct loc po_cursor_seek(struct po_cursor *cursor, size_t offset)
{
	while (cursor->inside || open_string(cursor)) {
		while (cursor->offset < offset && peek(cursor) && peek(cursor) != '"') {
			skip_byte(cursor);
			cursor->offset++;
		}
		if (peek(cursor) != '"')
			break;
		cursor->inside = false;
		skip(cursor);
	}
	return cursor->loc;
}
