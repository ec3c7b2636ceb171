/* code.c: source code in UTF-8 of languages that share the syntax of strings in double
 * quotes: Python, Go, Rust, TypeScript and many more.
 *
 * A string has the escapes that all of them have: \\ \" \n \r \t. Comments are those
 * between slash and star, and from // or from # and a space to the end of the line (the
 * space tells it from an attribute of Rust and a private member of TypeScript).
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

static enum mode scan_code(struct str literal, size_t *i)
{
	char c = literal.ptr[*i], next = *i + 1 < literal.len ? literal.ptr[*i + 1] : '\0';
	if (c == '"')
		return MODE_CODE_STRING;
	if (c == '#' && next == ' ')
		return MODE_CODE_LINE_COMMENT;
	if (c == '/' && (next == '*' || next == '/')) {
		++*i;
		return next == '*' ? MODE_CODE_COMMENT : MODE_CODE_LINE_COMMENT;
	}
	return MODE_CODE;
}

static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	(void) line_start;
	size_t opened = 0; /* where the star of the last comment is: that one closes none */
	for (size_t i = 0; i < literal.len; i++) {
		char c = literal.ptr[i];
		if (mode == MODE_CODE) {
			mode = scan_code(literal, &i);
			opened = i;
		} else if (mode == MODE_CODE_STRING && c == '\\') {
			i++;
		} else if ((mode == MODE_CODE_STRING && c == '"') ||
			   (mode == MODE_CODE_LINE_COMMENT && c == '\n') ||
			   (mode == MODE_CODE_COMMENT && c == '/' && i &&
			    literal.ptr[i - 1] == '*' && (!opened || i - 1 != opened))) {
			mode = MODE_CODE;
		}
	}
	return mode;
}

/* The length of what may not stand as it is: rustc refuses what changes the direction of the
 * text behind it (U+202A to U+202E, U+2066 to U+2069), Go a byte order mark, and in a comment
 * U+2028 and U+2029 end a line of TypeScript. 0: the character may stand. */
static size_t unsafe_in_source(struct str s, size_t i, bool comment)
{
	if (s.len - i < 3)
		return 0;
	unsigned char a = (unsigned char) s.ptr[i], b = (unsigned char) s.ptr[i + 1],
		      c = (unsigned char) s.ptr[i + 2];
	bool unsafe = (a == 0xe2 && b == 0x80 && c >= (comment ? 0xa8 : 0xaa) && c <= 0xae) ||
		      (a == 0xe2 && b == 0x81 && c >= 0xa6 && c <= 0xa9) ||
		      (a == 0xef && b == 0xbb && c == 0xbf);
	return unsafe ? 3 : 0;
}

static void write_in_string(struct buf *buf, struct str s)
{
	static const char special[] = "\"\\\n\r\t", names[] = "\"\\nrt";
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		size_t unsafe = unsafe_in_source(s, i, false);
		if (unsafe) {
			buf_putc(buf, ' ');
			i += unsafe - 1;
			continue;
		}
		const char *at = c ? strchr(special, c) : NULL;
		if (at) {
			buf_putc(buf, '\\');
			buf_putc(buf, names[at - special]);
		} else {
			buf_putc(buf, (unsigned char) c < ' ' || c == 0x7f ? '?' : c);
		}
	}
}

static void write_in_comment(struct buf *buf, struct str s)
{
	size_t start = 0;
	for (size_t i = 0; i < s.len; i++) {
		size_t length = unsafe_in_source(s, i, true);
		if (!length)
			continue;
		source_write_comment(buf, (struct str){s.ptr + start, i - start});
		buf_putc(buf, ' ');
		start = i + length;
		i = start - 1;
	}
	source_write_comment(buf, (struct str){s.ptr + start, s.len - start});
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	if (mode == MODE_CODE_STRING)
		write_in_string(buf, s);
	else if (mode == MODE_CODE)
		source_write_identifier(buf, s);
	else
		write_in_comment(buf, s);
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) previous, (void) next, (void) linker;
	write_string(mode, buf, run_shown(run));
}

const struct format format_code = {"code", scan, write_string, write_run, NULL, NULL, NULL, NULL};
