/* format.h: one output format each: how to write a string, a text with markup,
 * and where in the file's own syntax a template stands.
 *
 * A template is literal text with values between. What a value has to be escaped
 * for depends on the literal text before it: inside a C comment, a C string, an
 * HTML attribute or a Markdown code block the rules differ. A format therefore has
 * modes; format_scan() carries the mode over a piece of literal text when the
 * template is compiled, so that {{x}} is right wherever it stands.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_FORMAT_FORMAT_H
#define CB_FORMAT_FORMAT_H

#include "base/buf.h"
#include "text/text.h"

/* The first mode of each format is the one that a template begins in. */
enum mode {
	MODE_TEXT,             /* plain text: nothing is escaped */
	MODE_HTML,             /* HTML text */
	MODE_HTML_TAG,         /* inside <…>: attribute values */
	MODE_MARKDOWN,         /* CommonMark with GitHub's tables */
	MODE_MARKDOWN_ROW,     /* a row of a table: a line that begins with a bar */
	MODE_MARKDOWN_CODE,    /* inside a fenced code block */
	MODE_MARKDOWN_URL,     /* the destination of a link, between ]( and ) */
	MODE_MARKDOWN_ROW_URL, /* the same in a row */
	MODE_ROFF,             /* man(7) */
	MODE_ROFF_LINE,        /* a request */
	MODE_ROFF_HEAD,        /* what programs read: .TH, .SH, the line of a NAME section */
	MODE_C,                /* C outside comments and literals: identifiers */
	MODE_C_STRING,
	MODE_C_COMMENT,
	MODE_C_LINE_COMMENT,
	MODE_CODE, /* Python, Go, Rust, TypeScript: identifiers */
	MODE_CODE_STRING,
	MODE_CODE_COMMENT,
	MODE_CODE_LINE_COMMENT,
	MODE_JSON, /* outside strings: whole values */
	MODE_JSON_STRING
};

/* The starting mode of a format by its name in outputs.xml ("html", "markdown",
 * "roff", "c", "json", "text"). False: there is no such format. */
bool format_find(struct str name, enum mode *mode);

/* The mode after a piece of literal text that begins in `mode`; line_start: it is the
 * beginning of a line of the template. */
enum mode format_scan(enum mode mode, struct str literal, bool line_start);

/* What a mode is called in messages: "a C string". Untranslated. */
const char *format_mode_name(enum mode mode);

/* Turns a link into what this document writes for it: a relative path. */
struct linker {
	/* Writes the path to buf, if that is not NULL; false, and nothing written, where the
	 * document that the link leads to does not exist. */
	bool (*write)(const struct linker *linker, const struct link *link, struct buf *buf);
};

/* What is written next may depend on what stands before it: two buffers of the same
 * context make no difference. */
unsigned char format_context(enum mode mode, const struct buf *buf);

/* Writes a string, escaped for the mode. */
void format_write_string(enum mode mode, struct buf *buf, struct str s);

/* Writes prose with its markup in the way of the format. What is not translated is
 * marked so. linker may be NULL: no links. */
void format_write_text(enum mode mode, struct buf *buf, const struct text *text,
		       enum translation_state state, const struct linker *linker);

/* What stands before and after a text in this state: nothing where it is translated, and
 * where a mark would be part of the data, as in a string or a URL. */
const char *format_mark_begin(enum mode mode, enum translation_state state);
const char *format_mark_end(enum mode mode, enum translation_state state);

/* Writes a string so that it can neither end nor begin a comment, nor continue a line.
 * Shared by the formats of source code, as is the next. */
void source_write_comment(struct buf *buf, struct str s);

/* Writes a string as part of an identifier: other characters become '_'. */
void source_write_identifier(struct buf *buf, struct str s);

/* Where a link or reference leads in this document; empty where it leads nowhere. path
 * is filled when the way has to be made, and freed by the caller. */
struct str run_href(const struct run *run, const struct linker *linker, struct buf *path);

/* ---- one file per format; the functions above choose between them ---- */

struct format {
	const char *name;
	enum mode (*scan)(enum mode mode, struct str literal, bool line_start);
	void (*write_string)(enum mode mode, struct buf *buf, struct str s);
	/* One run of a text; previous is NULL for the first, next for the last. */
	void (*write_run)(enum mode mode, struct buf *buf, const struct run *previous,
			  const struct run *run, const struct run *next,
			  const struct linker *linker);
	/* Around a text that is not translated; NULL: nothing. */
	const char *stale, *missing, *end;
	/* What format_context() says; NULL: the last byte. */
	unsigned char (*context)(const struct buf *buf);
};

extern const struct format format_html, format_markdown, format_roff, format_c, format_code,
	format_json, format_plain;

#endif
