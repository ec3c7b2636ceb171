/* fuzz_text.c: parses a text with inline markup, of the catalog or, behind a '{', of a
 * template, and writes it in every format.
 *
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "format/format.h"

static void check_text(const struct text *text, size_t size)
{
	struct markup_difference found;
	hold(text_same_markup(text, text, &found), "a text has the markup of itself");
	for (size_t i = 0; i < text->count; i++) {
		const struct run *run = &text->runs[i];
		hold(run->offset < size, "a run is inside the text");
		hold(utf8_valid_prefix(run->text) == run->text.len, "its text is UTF-8");
		hold(utf8_valid_prefix(run->target) == run->target.len, "its target is UTF-8");
	}
}

static void write_all(const struct text *text)
{
	struct buf buf = {0};
	for (int mode = MODE_TEXT; mode <= MODE_JSON_STRING; mode++) {
		buf.len = 0;
		format_write_text((enum mode) mode, &buf, text,
				  mode % 2 ? STATE_STALE : STATE_TRANSLATED, NULL);
		hold(utf8_valid_prefix(buf_str(&buf)) == buf.len, "what is written is UTF-8");
	}
	buf_free(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct text text;
	struct text_error error = {0};
	bool placeholders = size && data[0] == '{';
	struct str input = {arena_strndup(&arena, (const char *) data, size), size};
	if (utf8_valid_prefix(input) == size && !memchr(input.ptr, '\0', size)) {
		if (text_parse(&arena, input, placeholders ? TEXT_PLACEHOLDERS : 0, &text,
			       &error)) {
			check_text(&text, size);
			write_all(&text);
		} else {
			hold(error.message && error.offset <= size, "an error has its place");
		}
	}
	arena_free(&arena);
	return 0;
}
