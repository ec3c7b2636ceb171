/* lex.c: see lex.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/lex.h"

#include "base/intl.h"

#include <limits.h>
#include <stdio.h>

enum { END_OF_TEXT = -1 };

/* Stands between context and id in an .mo file, so it can be in neither. */
enum { CONTEXT_SEPARATOR = 4 };

void po_lex_complain(struct po_lexer *lex, struct loc loc, const char *message)
{
	if (!lex->failed)
		diag_add(lex->diag, DIAG_ERROR, loc, "%s", message);
	lex->failed = true;
	lex->token = PO_END;
}

static void start_line(struct po_lexer *lex)
{
	lex->line++;
	lex->line_start = lex->at;
}

/* The character at the cursor, which passes joined line ends before. */
static int peek(struct po_lexer *lex)
{
	while (lex->text.len - lex->at >= 2 && lex->text.ptr[lex->at] == '\\' &&
	       lex->text.ptr[lex->at + 1] == '\n') {
		lex->at += 2;
		start_line(lex);
	}
	return lex->at < lex->text.len ? (unsigned char) lex->text.ptr[lex->at] : END_OF_TEXT;
}

static struct loc here(const struct po_lexer *lex)
{
	return (struct loc){lex->path, lex->line, (unsigned) (lex->at - lex->line_start) + 1};
}

static void complain_of_byte(struct po_lexer *lex, struct loc loc, char byte)
{
	char message[128];
	snprintf(message, sizeof message, _("not UTF-8 text (byte 0x%02x)"), (unsigned char) byte);
	po_lex_complain(lex, loc, message);
}

/* ---- strings ---- */

static int digit_value(int c, int base)
{
	int value = c >= '0' && c <= '9'   ? c - '0'
		    : c >= 'a' && c <= 'f' ? c - 'a' + 10
		    : c >= 'A' && c <= 'F' ? c - 'A' + 10
					   : base;
	return value < base ? value : -1;
}

static void read_number_escape(struct po_lexer *lex, int base, size_t most)
{
	int value = 0, digit;
	for (size_t i = 0; i < most && (digit = digit_value(peek(lex), base)) >= 0; i++) {
		value = value > 255 ? value : value * base + digit;
		lex->at++;
	}
	if (value == 0 || value > 255)
		po_lex_complain(lex, here(lex), _("invalid escape sequence"));
	else
		buf_putc(&lex->value, (char) value);
}

/* Reads what follows a backslash. */
static void read_escape(struct po_lexer *lex)
{
	static const char names[] = "abfnrtv\\\"", values[] = "\a\b\f\n\r\t\v\\\"";
	int c = peek(lex);
	const char *known = c > 0 ? strchr(names, c) : NULL;
	if (known) {
		buf_putc(&lex->value, values[known - names]);
		lex->at++;
	} else if (c == 'x') {
		lex->at++;
		read_number_escape(lex, 16, SIZE_MAX);
	} else if (digit_value(c, 8) >= 0) {
		read_number_escape(lex, 8, 3);
	} else {
		po_lex_complain(lex, here(lex), _("invalid escape sequence"));
	}
}

/* The text from `from` on, up to the first of some characters; a NUL is one always. No more of
 * it is looked at, or a long line would be gone through again and again. */
static struct str text_up_to(const struct po_lexer *lex, size_t from, const char *ends)
{
	return (struct str){lex->text.ptr + from, strcspn(lex->text.ptr + from, ends)};
}

/* Copies as much as stands for itself. */
static void read_plain(struct po_lexer *lex)
{
	struct str plain = text_up_to(lex, lex->at, "\"\\\n");
	size_t valid = utf8_valid_prefix(plain);
	lex->at += valid;
	if (valid == plain.len && plain.len)
		buf_put_str(&lex->value, plain);
	else
		complain_of_byte(lex, here(lex), plain.ptr[valid]);
}

static void read_string(struct po_lexer *lex)
{
	lex->at++;
	lex->token = PO_STRING;
	while (!lex->failed && peek(lex) != '"') {
		int c = peek(lex);
		if (c == '\n' || c == END_OF_TEXT) {
			po_lex_complain(lex, lex->loc, _("end of line inside a string"));
		} else if (c == '\\') {
			lex->at++;
			read_escape(lex);
		} else {
			read_plain(lex);
		}
	}
	lex->at += !lex->failed;
	if (lex->value.len && memchr(lex->value.data, CONTEXT_SEPARATOR, lex->value.len))
		po_lex_complain(lex, lex->loc, _("a string cannot hold the character U+0004"));
}

/* ---- the other tokens ---- */

static void read_comment(struct po_lexer *lex)
{
	lex->token = PO_COMMENT;
	for (int c = peek(lex); c != '\n' && c != END_OF_TEXT; c = peek(lex)) {
		size_t len = 1 + text_up_to(lex, lex->at + 1, "\n\\").len;
		buf_put(&lex->value, lex->text.ptr + lex->at, len);
		lex->at += len;
	}
}

static bool in_word(int c)
{
	return ascii_is_alpha((char) c) || ascii_is_digit((char) c) || c == '_' || c == '$';
}

static void read_keyword(struct po_lexer *lex)
{
	static const struct {
		const char *word;
		enum po_token token;
		bool previous; /* whether it can stand after "#|" */
	} keywords[] = {
		{"msgid", PO_MSGID, true},
		{"msgstr", PO_MSGSTR, false},
		{"msgctxt", PO_MSGCTXT, true},
		{"msgid_plural", PO_MSGID_PLURAL, true},
	};
	for (int c = peek(lex); in_word(c); c = peek(lex)) {
		buf_putc(&lex->value, (char) c);
		lex->at++;
	}
	for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
		lex->token = keywords[i].token;
		if (str_equal(buf_str(&lex->value), str_of(keywords[i].word)) &&
		    (keywords[i].previous || !lex->previous))
			return;
	}
	po_lex_complain(lex, lex->loc, _("unknown keyword in a PO file"));
}

static void read_number(struct po_lexer *lex)
{
	lex->token = PO_NUMBER;
	lex->number = 0;
	for (int digit; (digit = digit_value(peek(lex), 10)) >= 0; lex->at++)
		lex->number = lex->number >= UINT_MAX / 10 ? UINT_MAX
							   : lex->number * 10 + (unsigned) digit;
}

/* Passes the second character of "#~" or "#|". */
static bool read_mark(struct po_lexer *lex)
{
	bool obsolete = peek(lex) == '~';
	lex->at += obsolete;
	bool previous = peek(lex) == '|';
	lex->at += previous;
	lex->obsolete |= obsolete;
	lex->previous |= previous;
	if (previous)
		lex->mark = lex->loc;
	return obsolete || previous;
}

/* Passes white space; returns what stands behind it. */
static int skip_space(struct po_lexer *lex)
{
	int c;
	while ((c = peek(lex)) > 0 && strchr(" \t\r\n\f\v", c)) {
		lex->at++;
		if (c == '\n') {
			start_line(lex);
			lex->obsolete = lex->previous = false;
		}
	}
	return c;
}

void po_lex(struct po_lexer *lex)
{
	if (lex->failed)
		return;
	lex->value.len = 0;
	int c;
	while ((c = skip_space(lex)) == '#') {
		lex->loc = here(lex);
		lex->at++;
		if (!read_mark(lex)) {
			read_comment(lex);
			return;
		}
	}
	lex->loc = here(lex);
	if (c == END_OF_TEXT) {
		lex->token = PO_END;
	} else if (c == '"') {
		read_string(lex);
	} else if (digit_value(c, 10) >= 0) {
		read_number(lex);
	} else if (in_word(c)) {
		read_keyword(lex);
	} else if (c == '[' || c == ']') {
		lex->token = c == '[' ? PO_OPEN : PO_CLOSE;
		lex->at++;
	} else {
		po_lex_complain(lex, lex->loc, _("unexpected text in a PO file"));
	}
}
