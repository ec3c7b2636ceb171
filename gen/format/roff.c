/* roff.c: man(7) pages for groff and mandoc.
 *
 * groff_char(7) and mandoc_char(7): \ ' " ^ ~ ` have other meanings or glyphs and
 * get their names; a line that begins with . or ' is a request, so \& goes before.
 * A hyphen in a literal has to stay an ASCII hyphen-minus (\-), or what is copied
 * from the page does not work; in prose it may become a hyphen.
 *
 * groff breaks lines at spaces only. Chinese has none, so in text \: (a break without a
 * hyphen) goes wherever a line may be broken: between two characters of which one
 * is wide, unless the second may not begin or the first may not end a line (the
 * rules of GB/T 15834, section 5.1).
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

/* .TH and .SH, and what follows the dash of a NAME line, are read by programs (lexgrog of
 * man-db, makewhatis) that know neither \: nor the marks of what is not translated. */
static bool begins_head(struct str request)
{
	return request.len >= 3 &&
	       (memcmp(request.ptr, ".TH", 3) == 0 || memcmp(request.ptr, ".SH", 3) == 0);
}

/* A line that begins with '.' is a request. */
static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	for (size_t i = 0; i < literal.len; i++) {
		const char *at = literal.ptr + i;
		if (*at == '\n')
			mode = MODE_ROFF;
		else if (*at == '.' && (i == 0 ? line_start : at[-1] == '\n') && literal.len > 1)
			mode = begins_head((struct str){at, literal.len - i}) ? MODE_ROFF_HEAD
									      : MODE_ROFF_LINE;
		else if (literal.len - i >= 3 && memcmp(at, "\\- ", 3) == 0)
			mode = MODE_ROFF_HEAD;
	}
	return mode;
}

static bool is_one_of(uint32_t c, const uint32_t *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == c)
			return true;
	return false;
}

/* Closing punctuation, which may not begin a line: 、 。 ， ． ： ； ？ ！ ） 】 」 』 〉 》 ’ ” —
 * … · */
static bool may_not_begin_line(uint32_t c)
{
	static const uint32_t list[] = {0x3001, 0x3002, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f,
					0xff01, 0xff09, 0x3011, 0x300d, 0x300f, 0x3009, 0x300b,
					0x2019, 0x201d, 0x2014, 0x2026, 0x00b7, ')',    ',',
					'.',    ':',    ';',    '?',    '!',    '%',    ' '};
	return is_one_of(c, list, sizeof list / sizeof list[0]);
}

/* Opening punctuation, which may not end a line: （ 【 「 『 〈 《 ‘ “ */
static bool may_not_end_line(uint32_t c)
{
	static const uint32_t list[] = {0xff08, 0x3010, 0x300c, 0x300e, 0x3008, 0x300a,
					0x2018, 0x201c, 0x2014, 0x2026, '(',    ' '};
	return is_one_of(c, list, sizeof list / sizeof list[0]);
}

static bool may_break_between(uint32_t before, uint32_t after)
{
	if (!utf8_is_wide(before) && !utf8_is_wide(after))
		return false;
	return !may_not_end_line(before) && !may_not_begin_line(after);
}

static const char *escape_of(char c, bool literal)
{
	switch (c) {
	case '\\':
		return "\\e";
	case '\'':
		return "\\(aq";
	case '"':
		return "\\(dq";
	case '^':
		return "\\(ha";
	case '~':
		return "\\(ti";
	case '`':
		return "\\(ga";
	case '\n':
	case '\r':
	case '\t':
		return " ";
	case '-':
		return literal ? "\\-" : NULL;
	default:
		return NULL;
	}
}

static bool at_line_start(const struct buf *buf)
{
	return buf->len == 0 || buf->data[buf->len - 1] == '\n';
}

static void put(enum mode mode, struct buf *buf, struct str s, bool literal)
{
	uint32_t before = ' ', c;
	if (s.len && at_line_start(buf) && (s.ptr[0] == '.' || s.ptr[0] == '\''))
		buf_puts(buf, "\\&");
	for (size_t i = 0; i < s.len; before = c) {
		size_t n = utf8_decode(s.ptr + i, s.len - i, &c);
		if (!n) {
			c = '?';
			n = 1;
		}
		if (!literal && mode == MODE_ROFF && may_break_between(before, c))
			buf_puts(buf, "\\:");
		const char *escape = n == 1 ? escape_of(s.ptr[i], literal) : NULL;
		if (escape)
			buf_puts(buf, escape);
		else if (c == '?')
			buf_putc(buf, '?');
		else
			buf_put(buf, s.ptr + i, n);
		i += n;
	}
}

/* On one line: "RFC 5321 §3.3". */
static void put_together(enum mode mode, struct buf *buf, struct str s)
{
	for (size_t at = 0; at < s.len;) {
		const char *space = memchr(s.ptr + at, ' ', s.len - at);
		size_t end = space ? (size_t) (space - s.ptr) : s.len;
		put(mode, buf, (struct str){s.ptr + at, end - at}, true);
		buf_puts(buf, space ? "\\~" : "");
		at = end + (space ? 1 : 0);
	}
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	put(mode, buf, s, true);
}

static uint32_t first_char(struct str s)
{
	uint32_t c = ' ';
	return utf8_decode(s.ptr, s.len, &c) ? c : ' ';
}

static uint32_t last_char(struct str s)
{
	uint32_t c = ' ';
	size_t at = s.len;
	while (at > 0 && s.len - at < 4) {
		at--;
		if (((unsigned char) s.ptr[at] & 0xc0) != 0x80)
			break;
	}
	return s.len && utf8_decode(s.ptr + at, s.len - at, &c) ? c : ' ';
}

static const char *font_of(enum run_kind kind)
{
	return run_is_literal(kind) || kind == RUN_CODE ? "\\fB" : kind == RUN_EM ? "\\fI" : "";
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) linker;
	struct str shown = run_shown(run);
	if (previous && mode == MODE_ROFF &&
	    may_break_between(last_char(run_shown(previous)), first_char(shown)))
		buf_puts(buf, "\\:");
	const char *font = font_of(run->kind);
	bool literal = run->kind != RUN_PLAIN && run->kind != RUN_EM;
	buf_puts(buf, font);
	if (run->kind == RUN_SRC && mode == MODE_ROFF)
		put_together(mode, buf, shown);
	else
		put(mode, buf, shown, literal);
	buf_puts(buf, *font ? "\\fP" : "");
	/* A comma at the very end, as between the items of a list: whatever comes next may
	 * begin a line. */
	uint32_t last = last_char(shown);
	if (!next && mode == MODE_ROFF && (last == 0x3001 || last == 0xff0c || last == 0xff1b))
		buf_puts(buf, "\\:");
	if (run->kind == RUN_LINK) {
		buf_puts(buf, " <");
		put(mode, buf, run->target, true);
		buf_putc(buf, '>');
	}
}

const struct format format_roff = {"roff",   scan,    write_string, write_run,
				   "[en*] ", "[en] ", "",           NULL};
