/* markdown.c: CommonMark 0.30 with GitHub's tables.
 *
 * Any ASCII punctuation may be escaped with a backslash (section 2.4). Escaped is
 * what could begin markup where it stands: always \ ` * _ [ ] < > | ~ &, and at the
 * beginning of a line also # + - = and the full stop or bracket behind a number.
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

/* A line that begins with ``` opens or closes a code block (section 4.5), one that
 * begins with a bar is a row of a table; ]( begins the destination of a link (section
 * 6.3) and ) ends it. */
static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	for (size_t i = 0; i < literal.len; i++) {
		const char *at = literal.ptr + i;
		bool first = i == 0 ? line_start : at[-1] == '\n';
		if (first && literal.len - i >= 3 && memcmp(at, "```", 3) == 0)
			mode = mode == MODE_MARKDOWN ? MODE_MARKDOWN_CODE : MODE_MARKDOWN;
		else if (mode == MODE_MARKDOWN && first && *at == '|')
			mode = MODE_MARKDOWN_ROW;
		else if (mode == MODE_MARKDOWN_ROW && *at == '\n')
			mode = MODE_MARKDOWN;
		else if (mode == MODE_MARKDOWN && *at == '(' && i && at[-1] == ']')
			mode = MODE_MARKDOWN_URL;
		else if (mode == MODE_MARKDOWN_ROW && *at == '(' && i && at[-1] == ']')
			mode = MODE_MARKDOWN_ROW_URL;
		else if (mode == MODE_MARKDOWN_URL && *at == ')')
			mode = MODE_MARKDOWN;
		else if (mode == MODE_MARKDOWN_ROW_URL && *at == ')')
			mode = MODE_MARKDOWN_ROW;
	}
	return mode;
}

/* What a byte is: a mark that is always escaped, a line end, or one of what may stand before
 * the beginning of a block. */
enum { MARK = 1, LINE_END = 2, BEFORE_BLOCK = 4, NOT_IN_URL = 8 };

static const unsigned char classes[256] = {
	['\\'] = MARK | NOT_IN_URL,
	['`'] = MARK | NOT_IN_URL,
	['*'] = MARK | BEFORE_BLOCK,
	['_'] = MARK,
	['['] = MARK,
	[']'] = MARK,
	['<'] = MARK | NOT_IN_URL,
	['>'] = MARK | BEFORE_BLOCK | NOT_IN_URL,
	['|'] = MARK | NOT_IN_URL,
	['~'] = MARK,
	['&'] = MARK,
	['\n'] = LINE_END,
	['\r'] = LINE_END,
	[' '] = BEFORE_BLOCK,
	['-'] = BEFORE_BLOCK,
	['+'] = BEFORE_BLOCK,
	['.'] = BEFORE_BLOCK,
	[')'] = BEFORE_BLOCK | NOT_IN_URL,
	['('] = NOT_IN_URL,
	['"'] = NOT_IN_URL,
	['0'] = BEFORE_BLOCK,
	['1'] = BEFORE_BLOCK,
	['2'] = BEFORE_BLOCK,
	['3'] = BEFORE_BLOCK,
	['4'] = BEFORE_BLOCK,
	['5'] = BEFORE_BLOCK,
	['6'] = BEFORE_BLOCK,
	['7'] = BEFORE_BLOCK,
	['8'] = BEFORE_BLOCK,
	['9'] = BEFORE_BLOCK,
};

static unsigned class_of(char c)
{
	return classes[(unsigned char) c];
}

/* Whether only indentation and the marks of lists and quotes stand before the cursor on
 * this line: behind "- " or "1. " a block may begin as well. */
static bool at_line_start(const struct buf *buf)
{
	size_t at = buf->len;
	while (at && class_of(buf->data[at - 1]) & BEFORE_BLOCK)
		at--;
	return at == 0 || buf->data[at - 1] == '\n';
}

static unsigned char context(const struct buf *buf)
{
	return at_line_start(buf);
}

static bool begins_block(struct str s)
{
	if (!s.len)
		return false;
	if (strchr("#+-=", s.ptr[0]))
		return true;
	size_t digits = 0;
	while (digits < s.len && ascii_is_digit(s.ptr[digits]))
		digits++;
	return digits && digits < s.len && (s.ptr[digits] == '.' || s.ptr[digits] == ')');
}

static void put_escaped(struct buf *buf, struct str s)
{
	size_t start = 0, block = (size_t) -1;
	if (begins_block(s) && at_line_start(buf))
		for (block = 0; ascii_is_digit(s.ptr[block]);)
			block++;
	for (size_t i = 0; i < s.len; i++) {
		unsigned class = class_of(s.ptr[i]);
		if (i != block && !(class & (MARK | LINE_END)))
			continue;
		bool line_break = class & LINE_END;
		buf_put(buf, s.ptr + start, i - start);
		buf_putc(buf, line_break ? ' ' : '\\');
		start = line_break ? i + 1 : i;
	}
	buf_put(buf, s.ptr + start, s.len - start);
}

/* A code span (section 6.1) is fenced by more backticks than it holds. In a table
 * row a bar ends the cell even in code, so there it needs a backslash, which only
 * there is taken away again. */
static void put_code(enum mode mode, struct buf *buf, struct str s)
{
	size_t longest = 0, run = 0;
	for (size_t i = 0; i < s.len; i++) {
		run = s.ptr[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	bool padded = s.len && (s.ptr[0] == '`' || s.ptr[s.len - 1] == '`');
	for (size_t i = 0; i <= longest; i++)
		buf_putc(buf, '`');
	buf_puts(buf, padded ? " " : "");
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '|' && mode == MODE_MARKDOWN_ROW)
			buf_putc(buf, '\\');
		buf_putc(buf, s.ptr[i] == '\n' || s.ptr[i] == '\r' ? ' ' : s.ptr[i]);
	}
	buf_puts(buf, padded ? " " : "");
	for (size_t i = 0; i <= longest; i++)
		buf_putc(buf, '`');
}

/* What could end the destination of a link, or is not of a URL, as %XX (RFC 3986,
 * section 2.1). */
static void put_url(struct buf *buf, struct str href)
{
	size_t start = 0;
	for (size_t i = 0; i < href.len; i++) {
		unsigned char c = (unsigned char) href.ptr[i];
		if (c > ' ' && c < 0x7f && !(class_of((char) c) & NOT_IN_URL))
			continue;
		buf_put(buf, href.ptr + start, i - start);
		buf_printf(buf, "%%%02X", c);
		start = i + 1;
	}
	buf_put(buf, href.ptr + start, href.len - start);
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	if (mode == MODE_MARKDOWN || mode == MODE_MARKDOWN_ROW) {
		put_escaped(buf, s);
	} else if (mode == MODE_MARKDOWN_URL || mode == MODE_MARKDOWN_ROW_URL) {
		put_url(buf, s);
	} else {
		size_t start = buf->len;
		buf_put_str(buf, s);
		for (size_t i = start; i < buf->len; i++)
			if (class_of(buf->data[i]) & LINE_END)
				buf->data[i] = ' ';
	}
}

/* Behind an exclamation mark a link would be an image (section 6.4). */
static void escape_image(struct buf *buf, const struct run *previous)
{
	struct str before = previous ? run_shown(previous) : STR("");
	if (before.len && before.ptr[before.len - 1] == '!' && buf->data[buf->len - 1] == '!') {
		buf->data[buf->len - 1] = '\\';
		buf_putc(buf, '!');
	}
}

static void write_link(struct buf *buf, const struct run *previous, const struct run *run,
		       const struct linker *linker)
{
	struct buf path = {0};
	struct str href = run_href(run, linker, &path);
	if (href.len)
		escape_image(buf, previous);
	buf_puts(buf, href.len ? "[" : "");
	put_escaped(buf, run_shown(run));
	if (href.len) {
		buf_puts(buf, "](");
		put_url(buf, href);
		buf_putc(buf, ')');
	}
	buf_free(&path);
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) next;
	bool markup = mode == MODE_MARKDOWN || mode == MODE_MARKDOWN_ROW;
	if (!markup || run->kind == RUN_PLAIN || run->kind == RUN_PLACEHOLDER) {
		write_string(mode, buf, run_shown(run));
	} else if (run_is_literal(run->kind)) {
		put_code(mode, buf, run->text);
	} else if (run->kind == RUN_EM) {
		buf_putc(buf, '*');
		put_escaped(buf, run->text);
		buf_putc(buf, '*');
	} else {
		write_link(buf, previous, run, linker);
	}
}

const struct format format_markdown = {"markdown",
				       scan,
				       write_string,
				       write_run,
				       "<span lang=\"en\" class=\"stale\">",
				       "<span lang=\"en\" class=\"untranslated\">",
				       "</span>",
				       context};
