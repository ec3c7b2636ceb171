/* format.c: see format.h.
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "base/intl.h"

static const struct format *const formats[] = {
	[MODE_TEXT] = &format_plain,
	[MODE_HTML] = &format_html,
	[MODE_HTML_TAG] = &format_html,
	[MODE_MARKDOWN] = &format_markdown,
	[MODE_MARKDOWN_ROW] = &format_markdown,
	[MODE_MARKDOWN_CODE] = &format_markdown,
	[MODE_MARKDOWN_URL] = &format_markdown,
	[MODE_MARKDOWN_ROW_URL] = &format_markdown,
	[MODE_ROFF] = &format_roff,
	[MODE_ROFF_LINE] = &format_roff,
	[MODE_ROFF_HEAD] = &format_roff,
	[MODE_C] = &format_c,
	[MODE_C_STRING] = &format_c,
	[MODE_C_COMMENT] = &format_c,
	[MODE_C_LINE_COMMENT] = &format_c,
	[MODE_CODE] = &format_code,
	[MODE_CODE_STRING] = &format_code,
	[MODE_CODE_COMMENT] = &format_code,
	[MODE_CODE_LINE_COMMENT] = &format_code,
	[MODE_JSON] = &format_json,
	[MODE_JSON_STRING] = &format_json,
};

bool format_find(struct str name, enum mode *mode)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (str_equal(name, str_of(formats[i]->name))) {
			*mode = (enum mode) i;
			return true;
		}
	return false;
}

const char *format_mode_name(enum mode mode)
{
	static const char *const names[] = {
		/* TRANSLATORS: in "section '%.*s' begins in %s and ends in %s", as what follows */
		[MODE_TEXT] = N_("text"),
		[MODE_HTML] = N_("HTML text"),
		[MODE_HTML_TAG] = N_("an HTML tag"),
		[MODE_MARKDOWN] = N_("Markdown text"),
		[MODE_MARKDOWN_ROW] = N_("a row of a Markdown table"),
		[MODE_MARKDOWN_CODE] = N_("a Markdown code block"),
		[MODE_MARKDOWN_URL] = N_("a Markdown link"),
		[MODE_MARKDOWN_ROW_URL] = N_("a Markdown link in a row of a table"),
		[MODE_ROFF] = N_("roff"),
		[MODE_ROFF_LINE] = N_("a roff request"),
		[MODE_ROFF_HEAD] = N_("a roff heading"),
		[MODE_C] = N_("C code"),
		[MODE_C_STRING] = N_("a C string"),
		[MODE_C_COMMENT] = N_("a C comment"),
		[MODE_C_LINE_COMMENT] = N_("a C line comment"),
		[MODE_CODE] = N_("source code"),
		[MODE_CODE_STRING] = N_("a string"),
		[MODE_CODE_COMMENT] = N_("a comment"),
		[MODE_CODE_LINE_COMMENT] = N_("a line comment"),
		[MODE_JSON] = N_("JSON"),
		[MODE_JSON_STRING] = N_("a JSON string"),
	};
	return names[mode];
}

enum mode format_scan(enum mode mode, struct str literal, bool line_start)
{
	return formats[mode]->scan(mode, literal, line_start);
}

void format_write_string(enum mode mode, struct buf *buf, struct str s)
{
	formats[mode]->write_string(mode, buf, s);
}

unsigned char format_context(enum mode mode, const struct buf *buf)
{
	if (formats[mode]->context)
		return formats[mode]->context(buf);
	return buf->len ? (unsigned char) buf->data[buf->len - 1] : '\0';
}

static bool takes_marks(enum mode mode)
{
	return mode != MODE_HTML_TAG && mode != MODE_MARKDOWN_CODE && mode != MODE_MARKDOWN_URL &&
	       mode != MODE_MARKDOWN_ROW_URL && mode != MODE_ROFF_HEAD;
}

const char *format_mark_begin(enum mode mode, enum translation_state state)
{
	const struct format *format = formats[mode];
	const char *mark = state == STATE_STALE     ? format->stale
			   : state == STATE_MISSING ? format->missing
						    : NULL;
	return mark && takes_marks(mode) ? mark : "";
}

const char *format_mark_end(enum mode mode, enum translation_state state)
{
	const char *mark = state == STATE_TRANSLATED ? NULL : formats[mode]->end;
	return mark && takes_marks(mode) ? mark : "";
}

void format_write_text(enum mode mode, struct buf *buf, const struct text *text,
		       enum translation_state state, const struct linker *linker)
{
	const struct format *format = formats[mode];
	buf_puts(buf, format_mark_begin(mode, state));
	for (size_t i = 0; i < text->count; i++)
		format->write_run(mode, buf, i ? &text->runs[i - 1] : NULL, &text->runs[i],
				  i + 1 < text->count ? &text->runs[i + 1] : NULL, linker);
	buf_puts(buf, format_mark_end(mode, state));
}

struct str run_href(const struct run *run, const struct linker *linker, struct buf *path)
{
	if (run->kind == RUN_CODE && linker && run->link)
		linker->write(linker, run->link, path);
	return run->kind == RUN_CODE  ? buf_str(path)
	       : run->kind == RUN_SRC ? run->href
				      : run->target;
}
