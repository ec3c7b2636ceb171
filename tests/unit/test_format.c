/* test_format.c: how each format writes strings and texts, and where it finds itself.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "format/format.h"

/* ---- writing ---- */

/* Writes a string behind what already stands in the document. */
static void check_string(enum mode mode, const char *before, const char *string,
			 const char *expected, const char *file, int line)
{
	struct buf buf = {0};
	struct arena arena = {0};
	buf_puts(&buf, before);
	format_write_string(mode, &buf, str_of(string));
	check_buf(&buf, arena_printf(&arena, "%s%s", before, expected), file, line);
	buf_free(&buf);
	arena_free(&arena);
}
#define assert_string(mode, string, expected)                                                      \
	check_string(mode, "x ", string, expected, __FILE__, __LINE__)
#define assert_behind(mode, before, string, expected)                                              \
	check_string(mode, before, string, expected, __FILE__, __LINE__)

/* Every code has a page, but for 404. */
static bool write_path(const struct linker *linker, const struct link *link, struct buf *buf)
{
	(void) linker;
	if (str_equal(link->name, STR("404")))
		return false;
	buf_printf(buf, "%.*s.md", (int) link->name.len, link->name.ptr);
	return true;
}

static void check_text(enum mode mode, const char *before, const char *message,
		       enum translation_state state, const char *expected, const char *file,
		       int line)
{
	static const struct linker linker = {write_path};
	struct arena arena = {0};
	struct buf buf = {0};
	struct text text;
	struct text_error error;
	assert_true(text_parse(&arena, str_of(message), 0, &text, &error));
	for (size_t i = 0; i < text.count; i++) {
		struct link *link = arena_alloc(&arena, sizeof *link);
		link->name = text.runs[i].target;
		text.runs[i].link = link;
		if (text.runs[i].kind == RUN_SRC)
			text.runs[i].href = STR("https://t.example/?a&b");
	}
	buf_puts(&buf, before);
	format_write_text(mode, &buf, &text, state, &linker);
	check_buf(&buf, arena_printf(&arena, "%s%s", before, expected), file, line);
	buf_free(&buf);
	arena_free(&arena);
}
#define assert_text(mode, message, expected)                                                       \
	check_text(mode, "x ", message, STATE_TRANSLATED, expected, __FILE__, __LINE__)
#define assert_text_behind(mode, before, message, expected)                                        \
	check_text(mode, before, message, STATE_TRANSLATED, expected, __FILE__, __LINE__)
#define assert_marked(mode, state, expected)                                                       \
	check_text(mode, "", "a", state, expected, __FILE__, __LINE__)

static void check_scan(enum mode mode, const char *literal, enum mode expected, const char *file,
		       int line)
{
	_assert_string_equal(format_mode_name(format_scan(mode, str_of(literal), true)),
			     format_mode_name(expected), file, line);
}
#define assert_scan(mode, literal, expected) check_scan(mode, literal, expected, __FILE__, __LINE__)

static const char markup[] = "a &lt; <cmd>b-c</cmd> <em>d</em> <code ref=\"1\"/> "
			     "<code ref=\"404\"/> <src ref=\"s\"/> "
			     "<link href=\"https://e.example/(x)\">f</link>";

static void formats_are_found_by_name(void **state)
{
	(void) state;
	enum mode mode = MODE_TEXT;
	assert_true(format_find(STR("html"), &mode) && mode == MODE_HTML);
	assert_true(format_find(STR("markdown"), &mode) && mode == MODE_MARKDOWN);
	assert_true(format_find(STR("roff"), &mode) && mode == MODE_ROFF);
	assert_true(format_find(STR("c"), &mode) && mode == MODE_C);
	assert_true(format_find(STR("code"), &mode) && mode == MODE_CODE);
	assert_true(format_find(STR("json"), &mode) && mode == MODE_JSON);
	assert_true(format_find(STR("text"), &mode) && mode == MODE_TEXT);
	assert_false(format_find(STR("pdf"), &mode));
	assert_false(format_find(STR(""), &mode));
}

static void untranslated_texts_are_marked(void **state)
{
	(void) state;
	static const enum mode with_elements[] = {MODE_HTML, MODE_MARKDOWN, MODE_MARKDOWN_ROW};
	for (size_t i = 0; i < sizeof with_elements / sizeof with_elements[0]; i++) {
		assert_marked(with_elements[i], STATE_STALE,
			      "<span lang=\"en\" class=\"stale\">a</span>");
		assert_marked(with_elements[i], STATE_MISSING,
			      "<span lang=\"en\" class=\"untranslated\">a</span>");
	}
	static const enum mode with_words[] = {MODE_TEXT, MODE_ROFF, MODE_ROFF_LINE};
	for (size_t i = 0; i < sizeof with_words / sizeof with_words[0]; i++) {
		assert_marked(with_words[i], STATE_STALE, "[en*] a");
		assert_marked(with_words[i], STATE_MISSING, "[en] a");
	}
}

static void where_a_mark_would_be_data_there_is_none(void **state)
{
	(void) state;
	static const enum mode modes[] = {MODE_HTML_TAG,          MODE_MARKDOWN_CODE,
					  MODE_MARKDOWN_URL,      MODE_MARKDOWN_ROW_URL,
					  MODE_ROFF_HEAD,         MODE_C,
					  MODE_C_STRING,          MODE_C_COMMENT,
					  MODE_C_LINE_COMMENT,    MODE_CODE,
					  MODE_CODE_STRING,       MODE_CODE_COMMENT,
					  MODE_CODE_LINE_COMMENT, MODE_JSON_STRING};
	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		assert_marked(modes[i], STATE_STALE, "a");
		assert_marked(modes[i], STATE_MISSING, "a");
	}
	assert_marked(MODE_JSON, STATE_STALE, "\"a\"");
	assert_marked(MODE_JSON, STATE_MISSING, "\"a\"");
}

static void translated_texts_have_no_mark(void **state)
{
	(void) state;
	for (enum mode mode = MODE_TEXT; mode < MODE_JSON; mode++)
		assert_marked(mode, STATE_TRANSLATED, "a");
}

/* ---- plain ---- */

static void plain_text_is_left_as_it_is(void **state)
{
	(void) state;
	assert_string(MODE_TEXT, "<&\"\\*_\n.", "<&\"\\*_\n.");
	assert_text(MODE_TEXT, markup, "a < b-c d 1 404 s f");
	assert_scan(MODE_TEXT, "\"/* <a", MODE_TEXT);
}

/* ---- HTML ---- */

static void html_is_escaped(void **state)
{
	(void) state;
	assert_string(MODE_HTML, "<a href=\"x\">'&amp;",
		      "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;");
	assert_string(MODE_HTML_TAG, "\" onclick='x'>", "&quot; onclick=&#39;x&#39;&gt;");
	assert_string(MODE_HTML, "", "");
	assert_text(MODE_HTML, markup,
		    "a &lt; <code>b-c</code> <em>d</em> <a href=\"1.md\">1</a> 404 "
		    "<a href=\"https://t.example/?a&amp;b\">s</a> "
		    "<a href=\"https://e.example/(x)\">f</a>");
	assert_text(MODE_HTML_TAG, "a <cmd>\"b</cmd> <code ref=\"1\"/>", "a &quot;b 1");
}

static void html_tags_are_found(void **state)
{
	(void) state;
	assert_scan(MODE_HTML, "a <b", MODE_HTML_TAG);
	assert_scan(MODE_HTML, "a <b>", MODE_HTML);
	assert_scan(MODE_HTML, "</b", MODE_HTML_TAG);
	assert_scan(MODE_HTML, "1 < 2 <", MODE_HTML);
	assert_scan(MODE_HTML, "<a href=\"", MODE_HTML_TAG);
	assert_scan(MODE_HTML, "<a title=\">\"", MODE_HTML_TAG);
	assert_scan(MODE_HTML, "<a title='>' href=\"", MODE_HTML_TAG);
	assert_scan(MODE_HTML_TAG, "\">", MODE_HTML);
}

/* ---- Markdown ---- */

static void markdown_is_escaped(void **state)
{
	(void) state;
	assert_string(MODE_MARKDOWN, "\\`*_[]<>|~&", "\\\\\\`\\*\\_\\[\\]\\<\\>\\|\\~\\&");
	assert_string(MODE_MARKDOWN, "# 1. - + = (a)", "# 1. - + = (a)");
	assert_string(MODE_MARKDOWN, "a\nb\r", "a b ");
	assert_string(MODE_MARKDOWN_CODE, "*a*|`\nb", "*a*|` b");
	assert_string(MODE_MARKDOWN_URL, "a b(c)<d>", "a%20b%28c%29%3Cd%3E");
	assert_string(MODE_MARKDOWN_URL, "\xc3\xa9\x7f", "%C3%A9%7F");
}

static void markdown_blocks_do_not_begin(void **state)
{
	(void) state;
	static const char *const line_starts[] = {"", "a\n", "a\n  ", "- ", "a\n* ", "> ", "1. "};
	for (size_t i = 0; i < sizeof line_starts / sizeof line_starts[0]; i++) {
		assert_behind(MODE_MARKDOWN, line_starts[i], "# a", "\\# a");
		assert_behind(MODE_MARKDOWN, line_starts[i], "- a", "\\- a");
		assert_behind(MODE_MARKDOWN, line_starts[i], "+ a", "\\+ a");
		assert_behind(MODE_MARKDOWN, line_starts[i], "12. a", "12\\. a");
		assert_behind(MODE_MARKDOWN, line_starts[i], "1) a", "1\\) a");
		assert_behind(MODE_MARKDOWN, line_starts[i], "252", "252");
	}
	assert_behind(MODE_MARKDOWN, "", "===", "\\===");
	assert_behind(MODE_MARKDOWN, "a ", "- b", "- b");
}

static void markdown_texts_have_markup(void **state)
{
	(void) state;
	assert_text(MODE_MARKDOWN, markup,
		    "a \\< `b-c` *d* [1](1.md) 404 [s](https://t.example/?a&b) "
		    "[f](https://e.example/%28x%29)");
	assert_text(MODE_MARKDOWN_CODE, "a <cmd>b|c</cmd> <code ref=\"1\"/>", "a b|c 1");
	assert_text(MODE_MARKDOWN, "Look!<code ref=\"1\"/>", "Look\\![1](1.md)");
	assert_text(MODE_MARKDOWN, "Look! <code ref=\"1\"/>!<code ref=\"404\"/>",
		    "Look! [1](1.md)!404");
}

static void markdown_code_spans_hold_backticks(void **state)
{
	(void) state;
	assert_text(MODE_MARKDOWN, "<cmd>a`b</cmd>", "``a`b``");
	assert_text(MODE_MARKDOWN, "<cmd>a``b`c</cmd>", "```a``b`c```");
	assert_text(MODE_MARKDOWN, "<cmd>`</cmd>", "`` ` ``");
	assert_text(MODE_MARKDOWN, "<cmd>*_\\</cmd>", "`*_\\`");
	assert_text(MODE_MARKDOWN, "<cmd>a|b</cmd>", "`a|b`");
	assert_text(MODE_MARKDOWN_ROW, "<cmd>a|b</cmd> c|d", "`a\\|b` c\\|d");
}

static void markdown_code_blocks_are_found(void **state)
{
	(void) state;
	assert_scan(MODE_MARKDOWN, "a\n```\n", MODE_MARKDOWN_CODE);
	assert_scan(MODE_MARKDOWN, "```sh\nx\n```\n", MODE_MARKDOWN);
	assert_scan(MODE_MARKDOWN, "a ``` b", MODE_MARKDOWN);
	assert_scan(MODE_MARKDOWN_CODE, "a\n```\n", MODE_MARKDOWN);
	assert_scan(MODE_MARKDOWN, "[a](", MODE_MARKDOWN_URL);
	assert_scan(MODE_MARKDOWN, "| a ", MODE_MARKDOWN_ROW);
	assert_scan(MODE_MARKDOWN, "| a |\n", MODE_MARKDOWN);
	assert_scan(MODE_MARKDOWN, "| [a](", MODE_MARKDOWN_ROW_URL);
	assert_scan(MODE_MARKDOWN_ROW_URL, ") ", MODE_MARKDOWN_ROW);
	assert_scan(MODE_MARKDOWN_URL, ") (", MODE_MARKDOWN);
}

/* ---- roff ---- */

static void roff_is_escaped(void **state)
{
	(void) state;
	assert_string(MODE_ROFF, "\\'\"^~`", "\\e\\(aq\\(dq\\(ha\\(ti\\(ga");
	assert_string(MODE_ROFF, "a-b\tc\nd", "a\\-b c d");
	assert_string(MODE_ROFF, "a\n.b", "a .b"); /* no line of its own */
	assert_string(MODE_ROFF, "\xff", "?");
}

static void roff_requests_do_not_begin(void **state)
{
	(void) state;
	assert_behind(MODE_ROFF, "", ".SH", "\\&.SH");
	assert_behind(MODE_ROFF, "a\n", "'a", "\\&\\(aqa");
	assert_behind(MODE_ROFF, "a ", ".b", ".b");
	assert_behind(MODE_ROFF, "a\n", "b.", "b.");
	assert_text_behind(MODE_ROFF, "a\n", ".b", "\\&.b");
	assert_text_behind(MODE_ROFF, "a\n", "<cmd>.b</cmd>", "\\fB.b\\fP");
}

static void roff_hyphens_stay_in_literals(void **state)
{
	(void) state;
	assert_text(MODE_ROFF, "well-known <cmd>a-b</cmd> <em>c-d</em>",
		    "well-known \\fBa\\-b\\fP \\fIc-d\\fP");
	assert_text(MODE_ROFF, markup,
		    "a < \\fBb\\-c\\fP \\fId\\fP \\fB1\\fP \\fB404\\fP s "
		    "f <https://e.example/(x)>");
}

static void roff_lines_break_between_wide_characters(void **state)
{
	(void) state;
	assert_text(MODE_ROFF, "中文", "中\\:文");
	assert_text(MODE_ROFF, "a中b", "a\\:中\\:b");
	assert_text(MODE_ROFF, "a 中 b", "a 中 b"); /* spaces break anyway */
	assert_text(MODE_ROFF, "ab", "ab");
	assert_text(MODE_ROFF, "中<cmd>A</cmd>文", "中\\:\\fBA\\fP\\:文");
	assert_string(MODE_ROFF, "中文", "中文"); /* literals are not broken */
}

static void roff_keeps_the_rules_of_line_ends(void **state)
{
	(void) state;
	/* Closing punctuation begins no line, opening punctuation ends none. */
	assert_text(MODE_ROFF, "中，文。", "中，\\:文。");
	assert_text(MODE_ROFF, "中（文）字", "中\\:（文）\\:字");
	assert_text(MODE_ROFF, "中“文”字", "中\\:“文”\\:字");
	assert_text(MODE_ROFF, "中、<cmd>A</cmd>。", "中、\\:\\fBA\\fP。");
	assert_text(MODE_ROFF, "（<cmd>A</cmd>）", "（\\fBA\\fP）");
}

static void roff_request_lines_have_no_break_points(void **state)
{
	(void) state;
	assert_scan(MODE_ROFF, ".SS ", MODE_ROFF_LINE);
	assert_scan(MODE_ROFF, ".SH a\n", MODE_ROFF);
	assert_scan(MODE_ROFF, "a\n.B ", MODE_ROFF_LINE);
	assert_scan(MODE_ROFF, "a. b", MODE_ROFF);
	assert_text(MODE_ROFF_LINE, "中文", "中文");
}

static void roff_lines_for_programs_are_found(void **state)
{
	(void) state;
	assert_scan(MODE_ROFF, ".TH ", MODE_ROFF_HEAD);
	assert_scan(MODE_ROFF, "a\n.SH ", MODE_ROFF_HEAD);
	assert_scan(MODE_ROFF, ".SH a\nb \\- ", MODE_ROFF_HEAD);
	assert_scan(MODE_ROFF, ".SH a\nb \\- c\n.TP\n.B ", MODE_ROFF_LINE);
	assert_scan(MODE_ROFF, "b.SH ", MODE_ROFF);
	assert_text(MODE_ROFF_HEAD, "中文", "中文");
}

/* ---- C ---- */

static void c_strings_are_escaped(void **state)
{
	(void) state;
	assert_string(MODE_C_STRING, "a\"b\\c", "a\\\"b\\\\c");
	/* Three octal digits, so that what follows is not swallowed. */
	assert_string(MODE_C_STRING,
		      "\n1\t\x7f\xe4\xbd\xa0"
		      "1",
		      "\\0121\\011\\177\\344\\275\\2401");
	assert_string(MODE_C_STRING,
		      "what?"
		      "?!",
		      "what?\\?!");
	assert_string(MODE_C_STRING,
		      "?"
		      "??",
		      "?\\?\\?");
	assert_behind(MODE_C_STRING, "a?", "?=", "\\?=");
	assert_text(MODE_C_STRING, "a <cmd>\"b\"</cmd> <code ref=\"1\"/>", "a \\\"b\\\" 1");
}

static void c_comments_are_not_closed(void **state)
{
	(void) state;
	assert_string(MODE_C_COMMENT, "a*/b", "a* /b");
	assert_string(MODE_C_COMMENT, "a/*b", "a/ *b");
	assert_string(MODE_C_COMMENT, "*/*/", "* / * /");
	assert_behind(MODE_C_COMMENT, "a*", "/b", " /b");
	assert_string(MODE_C_COMMENT, "a*\\", "a* /");
	assert_string(MODE_CODE_STRING, "a\xe2\x80\xae\xef\xbb\xbf\xe2\x82\xac", "a  \xe2\x82\xac");
	assert_behind(MODE_C_COMMENT, "a/", "*b", " *b");
	assert_string(MODE_C_LINE_COMMENT, "a\nint b;\r", "a int b; ");
	assert_string(MODE_C_LINE_COMMENT, "a\\", "a/"); /* continues no line */
	assert_string(MODE_C_LINE_COMMENT, "a\\b", "a\\b");
	assert_text(MODE_C_COMMENT, "<cmd>*</cmd>/", "* /");
}

/* What follows the value may begin with the other half. */
static void c_values_do_not_end_in_half_a_comment(void **state)
{
	(void) state;
	assert_string(MODE_C_COMMENT, "a*", "a* ");
}

static void c_code_takes_identifiers(void **state)
{
	(void) state;
	assert_string(MODE_C, "Ab-1.x_y;\n\xe4", "Ab_1_x_y___");
}

static void c_is_followed(void **state)
{
	(void) state;
	assert_scan(MODE_C, "int a = ", MODE_C);
	assert_scan(MODE_C, "x = \"", MODE_C_STRING);
	assert_scan(MODE_C, "\"a\\\"", MODE_C_STRING);
	assert_scan(MODE_C, "\"a\\\\\"", MODE_C);
	assert_scan(MODE_C, "\"/*\" + ", MODE_C);
	assert_scan(MODE_C, "/* \" ", MODE_C_COMMENT);
	assert_scan(MODE_C, "/* a */", MODE_C);
	assert_scan(MODE_C, "/*/", MODE_C_COMMENT);
	assert_scan(MODE_C, "/**/", MODE_C);
	assert_scan(MODE_C_COMMENT, " */ \"", MODE_C_STRING);
	assert_scan(MODE_C, "// a", MODE_C_LINE_COMMENT);
	assert_scan(MODE_C, "// a\n", MODE_C);
	assert_scan(MODE_C, "'\"' ", MODE_C);
	assert_scan(MODE_C, "'\\'' \"", MODE_C_STRING);
	assert_scan(MODE_C, "a / b", MODE_C);
}

/* ---- source code in UTF-8 ---- */

static void code_strings_are_escaped(void **state)
{
	(void) state;
	assert_string(MODE_CODE_STRING, "a\"b\\c", "a\\\"b\\\\c");
	assert_string(MODE_CODE_STRING, "\"\"\"", "\\\"\\\"\\\"");
	assert_string(MODE_CODE_STRING, "\n\r\t", "\\n\\r\\t");
	assert_string(MODE_CODE_STRING, "\x01\x1f\x7f", "???");
	assert_string(MODE_CODE_STRING, "*/ // # ${x} `y` {} %s \xe4\xbd\xa0",
		      "*/ // # ${x} `y` {} %s \xe4\xbd\xa0");
	assert_text(MODE_CODE_STRING, "a <cmd>\"b\"</cmd> <code ref=\"1\"/>", "a \\\"b\\\" 1");
}

static void code_comments_are_not_closed(void **state)
{
	(void) state;
	assert_string(MODE_CODE_COMMENT, "a*/b/*c", "a* /b/ *c");
	assert_behind(MODE_CODE_COMMENT, "a*", "/b", " /b");
	assert_string(MODE_CODE_LINE_COMMENT, "a\nb\r", "a b ");
	assert_string(MODE_CODE_LINE_COMMENT, "a\\", "a/");
	/* U+2028, U+2029: ends of lines in TypeScript */
	assert_string(MODE_CODE_LINE_COMMENT, "a\xe2\x80\xa8\xe2\x80\xa9z", "a  z");
	/* U+202A, U+202E, U+2066, U+2069: changes of direction */
	assert_string(MODE_CODE_COMMENT, "\xe2\x80\xaa\xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9",
		      "    ");
	assert_string(MODE_CODE_COMMENT, "\xe2\x80\xa7\xe2\x80\xaf\xe2\x81\xa5\xe2\x81\xaa",
		      "\xe2\x80\xa7\xe2\x80\xaf\xe2\x81\xa5\xe2\x81\xaa");
	assert_string(MODE_CODE_COMMENT, "\xe2\x80", "\xe2\x80");
	assert_string(MODE_CODE_COMMENT, "*\xe2\x80\xa8/", "*  /");
}

static void code_takes_identifiers(void **state)
{
	(void) state;
	assert_string(MODE_CODE, "Ab-1.x_y;\n\xe4", "Ab_1_x_y___");
}

static void code_is_followed(void **state)
{
	(void) state;
	assert_scan(MODE_CODE, "x = \"", MODE_CODE_STRING);
	assert_scan(MODE_CODE, "\"a\\\"", MODE_CODE_STRING);
	assert_scan(MODE_CODE, "\"a\\\\\"", MODE_CODE);
	assert_scan(MODE_CODE, "\"\"\"a", MODE_CODE_STRING);
	assert_scan(MODE_CODE, "\"\"\"a\"\"\"", MODE_CODE);
	assert_scan(MODE_CODE, "\"/* // # \"", MODE_CODE);
	assert_scan(MODE_CODE, "# \"a", MODE_CODE_LINE_COMMENT);
	assert_scan(MODE_CODE, "# a\n", MODE_CODE);
	assert_scan(MODE_CODE, "#[repr(", MODE_CODE);
	assert_scan(MODE_CODE, "/// \"a", MODE_CODE_LINE_COMMENT);
	assert_scan(MODE_CODE, "/* # \" ", MODE_CODE_COMMENT);
	assert_scan(MODE_CODE, "/*/", MODE_CODE_COMMENT);
	assert_scan(MODE_CODE, "/**/", MODE_CODE);
	assert_scan(MODE_CODE_COMMENT, " */ \"", MODE_CODE_STRING);
	assert_scan(MODE_CODE, "&'static str, a / b", MODE_CODE);
}

/* ---- JSON ---- */

static void json_is_escaped(void **state)
{
	(void) state;
	assert_string(MODE_JSON_STRING, "a\"b\\c/", "a\\\"b\\\\c/");
	assert_string(MODE_JSON_STRING, "\b\f\n\r\t\x01\x1f\x7f",
		      "\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f");
	assert_string(MODE_JSON_STRING, "\xe4\xbd\xa0", "\xe4\xbd\xa0");
	assert_string(MODE_JSON, "a\"", "\"a\\\"\"");
	assert_text(MODE_JSON_STRING, "a <cmd>\"b\"</cmd>", "a \\\"b\\\"");
	assert_text(MODE_JSON, "a <cmd>\"b\"</cmd> c", "\"a \\\"b\\\" c\"");
}

static void json_is_followed(void **state)
{
	(void) state;
	assert_scan(MODE_JSON, "{\"a\": ", MODE_JSON);
	assert_scan(MODE_JSON, "{\"a\": \"", MODE_JSON_STRING);
	assert_scan(MODE_JSON_STRING, "a\\\"", MODE_JSON_STRING);
	assert_scan(MODE_JSON_STRING, "a\\\\\"", MODE_JSON);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formats_are_found_by_name),
		cmocka_unit_test(untranslated_texts_are_marked),
		cmocka_unit_test(where_a_mark_would_be_data_there_is_none),
		cmocka_unit_test(translated_texts_have_no_mark),
		cmocka_unit_test(plain_text_is_left_as_it_is),
		cmocka_unit_test(html_is_escaped),
		cmocka_unit_test(html_tags_are_found),
		cmocka_unit_test(markdown_is_escaped),
		cmocka_unit_test(markdown_blocks_do_not_begin),
		cmocka_unit_test(markdown_texts_have_markup),
		cmocka_unit_test(markdown_code_spans_hold_backticks),
		cmocka_unit_test(markdown_code_blocks_are_found),
		cmocka_unit_test(roff_is_escaped),
		cmocka_unit_test(roff_requests_do_not_begin),
		cmocka_unit_test(roff_hyphens_stay_in_literals),
		cmocka_unit_test(roff_lines_break_between_wide_characters),
		cmocka_unit_test(roff_keeps_the_rules_of_line_ends),
		cmocka_unit_test(roff_request_lines_have_no_break_points),
		cmocka_unit_test(roff_lines_for_programs_are_found),
		cmocka_unit_test(c_strings_are_escaped),
		cmocka_unit_test(c_comments_are_not_closed),
		cmocka_unit_test(c_values_do_not_end_in_half_a_comment),
		cmocka_unit_test(c_code_takes_identifiers),
		cmocka_unit_test(c_is_followed),
		cmocka_unit_test(code_strings_are_escaped),
		cmocka_unit_test(code_comments_are_not_closed),
		cmocka_unit_test(code_takes_identifiers),
		cmocka_unit_test(code_is_followed),
		cmocka_unit_test(json_is_escaped),
		cmocka_unit_test(json_is_followed),
	};
	return cmocka_run_group_tests_name("format", tests, NULL, NULL);
}
