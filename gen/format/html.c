/* html.c: HTML 5.
 *
 * The five characters of the HTML standard, section 13.3 (Serializing): & and <
 * in text, & and quotes in attribute values, > for symmetry.
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

/* A tag begins with '<' and a letter, '/' or '!' (HTML, section 13.2.5.6: tag open
 * state) and ends with the next '>' outside quotes. */
static bool begins_tag(struct str literal, size_t at)
{
	char next = at + 1 < literal.len ? literal.ptr[at + 1] : ' ';
	return literal.ptr[at] == '<' && (ascii_is_alpha(next) || next == '/' || next == '!');
}

static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	(void) line_start;
	char quote = '\0';
	for (size_t i = 0; i < literal.len; i++) {
		char c = literal.ptr[i];
		if (mode == MODE_HTML && begins_tag(literal, i))
			mode = MODE_HTML_TAG;
		else if (mode == MODE_HTML_TAG && quote)
			quote = c == quote ? '\0' : quote;
		else if (mode == MODE_HTML_TAG && (c == '"' || c == '\'') && i &&
			 literal.ptr[i - 1] == '=')
			quote = c;
		else if (mode == MODE_HTML_TAG && c == '>')
			mode = MODE_HTML;
	}
	return mode;
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	(void) mode;
	size_t start = 0;
	for (size_t i = 0; i < s.len; i++) {
		const char *entity = s.ptr[i] == '&'    ? "&amp;"
				     : s.ptr[i] == '<'  ? "&lt;"
				     : s.ptr[i] == '>'  ? "&gt;"
				     : s.ptr[i] == '"'  ? "&quot;"
				     : s.ptr[i] == '\'' ? "&#39;"
							: NULL;
		if (!entity)
			continue;
		buf_put(buf, s.ptr + start, i - start);
		buf_puts(buf, entity);
		start = i + 1;
	}
	buf_put(buf, s.ptr + start, s.len - start);
}

static void write_link(struct buf *buf, const struct run *run, const struct linker *linker)
{
	struct buf path = {0};
	struct str href = run_href(run, linker, &path);
	if (href.len) {
		buf_puts(buf, "<a href=\"");
		write_string(MODE_HTML_TAG, buf, href);
		buf_puts(buf, "\">");
	}
	write_string(MODE_HTML, buf, run_shown(run));
	buf_puts(buf, href.len ? "</a>" : "");
	buf_free(&path);
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) previous, (void) next;
	if (mode == MODE_HTML_TAG || run->kind == RUN_PLAIN || run->kind == RUN_PLACEHOLDER) {
		write_string(mode, buf, run_shown(run));
	} else if (run->kind == RUN_EM || run_is_literal(run->kind)) {
		const char *element = run->kind == RUN_EM ? "em" : "code";
		buf_printf(buf, "<%s>", element);
		write_string(mode, buf, run->text);
		buf_printf(buf, "</%s>", element);
	} else {
		write_link(buf, run, linker);
	}
}

const struct format format_html = {"html",
				   scan,
				   write_string,
				   write_run,
				   "<span lang=\"en\" class=\"stale\">",
				   "<span lang=\"en\" class=\"untranslated\">",
				   "</span>",
				   NULL};
