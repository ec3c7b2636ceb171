/* c.c: C, from C89 on, and C++.
 *
 * In code a value becomes part of an identifier or a number. In a string,
 * everything outside printable ASCII is written as three octal digits (C89
 * 3.1.3.4: an octal escape has at most three, so none can swallow what follows),
 * and the second of two question marks is escaped, for trigraphs. A comment
 * cannot be closed or opened by a value, nor a line be continued by one.
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

static enum mode scan_code(struct str literal, size_t *i)
{
	char c = literal.ptr[*i], next = *i + 1 < literal.len ? literal.ptr[*i + 1] : '\0';
	if (c == '"')
		return MODE_C_STRING;
	if (c == '/' && (next == '*' || next == '/')) {
		++*i;
		return next == '*' ? MODE_C_COMMENT : MODE_C_LINE_COMMENT;
	}
	if (c == '\'') { /* a character constant is short and holds no value */
		while (*i + 1 < literal.len && literal.ptr[*i + 1] != '\'')
			*i += literal.ptr[*i + 1] == '\\' ? 2 : 1;
		++*i;
	}
	return MODE_C;
}

static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	(void) line_start;
	size_t opened = 0; /* where the star of the last comment is: that one closes none */
	for (size_t i = 0; i < literal.len; i++) {
		char c = literal.ptr[i];
		if (mode == MODE_C) {
			mode = scan_code(literal, &i);
			opened = i;
		} else if (mode == MODE_C_STRING) {
			if (c == '\\')
				i++;
			else if (c == '"')
				mode = MODE_C;
		} else if (mode == MODE_C_COMMENT) {
			if (c == '/' && i && literal.ptr[i - 1] == '*' &&
			    (!opened || i - 1 != opened))
				mode = MODE_C;
		} else if (c == '\n') {
			mode = MODE_C;
		}
	}
	return mode;
}

static char last_of(const struct buf *buf)
{
	return buf->len ? buf->data[buf->len - 1] : '\0';
}

static void write_in_string(struct buf *buf, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char) s.ptr[i];
		if (c == '"' || c == '\\' || (c == '?' && last_of(buf) == '?')) {
			buf_putc(buf, '\\');
			buf_putc(buf, (char) c);
		} else if (c < ' ' || c > '~') {
			buf_printf(buf, "\\%03o", c);
		} else {
			buf_putc(buf, (char) c);
		}
	}
}

void source_write_comment(struct buf *buf, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i], before = last_of(buf);
		if (c == '\n' || c == '\r')
			c = ' ';
		else if (c == '\\' && i + 1 == s.len) /* would continue the line */
			c = '/';
		if ((c == '/' && before == '*') || (c == '*' && before == '/'))
			buf_putc(buf, ' ');
		buf_putc(buf, c);
	}
	/* What follows may begin with the other half of the end. */
	if (s.len && last_of(buf) == '*')
		buf_putc(buf, ' ');
}

void source_write_identifier(struct buf *buf, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		buf_putc(buf,
			 ascii_is_alpha(s.ptr[i]) || ascii_is_digit(s.ptr[i]) ? s.ptr[i] : '_');
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	if (mode == MODE_C_STRING)
		write_in_string(buf, s);
	else if (mode == MODE_C)
		source_write_identifier(buf, s);
	else
		source_write_comment(buf, s);
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) previous, (void) next, (void) linker;
	write_string(mode, buf, run_shown(run));
}

const struct format format_c = {"c", scan, write_string, write_run, NULL, NULL, NULL, NULL};
