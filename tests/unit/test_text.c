/* test_text.c: the inline markup of prose.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "text/text.h"

/* Writes runs in a form to compare: kind[text|target|section]. */
static void describe(struct buf *buf, const struct text *text)
{
	for (size_t i = 0; i < text->count; i++) {
		const struct run *run = &text->runs[i];
		buf_printf(buf, "%s[", run_kind_name(run->kind));
		buf_put_str(buf, run->text);
		if (run->target.len)
			buf_printf(buf, "|%.*s", (int) run->target.len, run->target.ptr);
		if (run->section.len)
			buf_printf(buf, "|%.*s", (int) run->section.len, run->section.ptr);
		buf_puts(buf, "]");
	}
}

static void check_parse(const char *message, unsigned flags, const char *expected, const char *file,
			int line)
{
	struct arena arena = {0};
	struct buf buf = {0};
	struct text text;
	struct text_error error = {0};
	if (text_parse(&arena, str_of(message), flags, &text, &error))
		describe(&buf, &text);
	else
		buf_printf(&buf, "refused: %s", error.message);
	check_buf(&buf, expected, file, line);
	buf_free(&buf);
	arena_free(&arena);
}
#define assert_parse(message, expected) check_parse(message, 0, expected, __FILE__, __LINE__)
#define assert_parse_placeholders(message, expected)                                               \
	check_parse(message, TEXT_PLACEHOLDERS, expected, __FILE__, __LINE__)

/* Expects the error with its detail put in, and its offset. */
static void check_refused(const char *message, unsigned flags, const char *expected, size_t offset,
			  const char *file, int line)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct text text;
	struct text_error error = {0};
	_assert_true(!text_parse(&arena, str_of(message), flags, &text, &error), message, file,
		     line);
	diag_add(&diag, DIAG_ERROR, (struct loc){"text", 1, (unsigned) error.offset + 1},
		 error.message, (int) error.detail.len, error.detail.ptr);
	check_diag(&diag, arena_printf(&arena, "text:1:%zu: error: %s\n", offset + 1, expected),
		   file, line);
	arena_free(&arena);
}
#define assert_refused(message, expected, offset)                                                  \
	check_refused(message, 0, expected, offset, __FILE__, __LINE__)

static void each_element_is_a_run(void **state)
{
	(void) state;
	assert_parse("", "");
	assert_parse("plain", "[plain]");
	assert_parse("Send <cmd>RCPT</cmd> now", "[Send ]cmd[RCPT][ now]");
	assert_parse("<reply>250 OK</reply>", "reply[250 OK]");
	assert_parse("<field>Date</field><lit>a.b</lit><em>not</em>", "field[Date]lit[a.b]em[not]");
	assert_parse("<code ref=\"252\"/>", "code[|252]");
	assert_parse("<code ref='dns:NXDOMAIN'></code>", "code[|dns:NXDOMAIN]");
	assert_parse("<src ref=\"rfc1\"/>", "src[|rfc1]");
	assert_parse("<src ref=\"rfc1\" section=\"4.2\"/>", "src[|rfc1|4.2]");
	assert_parse("<src  section = '4'\n ref=\"rfc1\" />", "src[|rfc1|4]");
	assert_parse("<link href=\"https://a.example/?a&amp;b\">A</link>",
		     "link[A|https://a.example/?a&b]");
}

static void literals_are_known(void **state)
{
	(void) state;
	assert_true(run_is_literal(RUN_CMD) && run_is_literal(RUN_REPLY));
	assert_true(run_is_literal(RUN_FIELD) && run_is_literal(RUN_LIT));
	assert_false(run_is_literal(RUN_PLAIN) || run_is_literal(RUN_EM));
	assert_false(run_is_literal(RUN_CODE) || run_is_literal(RUN_LINK));
}

static void entities_are_resolved(void **state)
{
	(void) state;
	assert_parse("&lt;a&gt; &amp; &quot;b&quot; &apos;", "[<a> & \"b\" ']");
	assert_parse("<cmd>a&lt;b</cmd>", "cmd[a<b]");
	assert_parse("&amp;lt;", "[&lt;]"); /* resolved once */
	assert_refused("a & b", "'&' begins no known entity; write '&amp;'", 2);
	assert_refused("a &nbsp; b", "'&' begins no known entity; write '&amp;'", 2);
	assert_refused("a &#65;", "'&' begins no known entity; write '&amp;'", 2);
	assert_refused("<cmd>x&am", "<cmd> is not closed", 0);
	assert_refused("a &am", "'&' begins no known entity; write '&amp;'", 2);
}

static void nesting_is_refused(void **state)
{
	(void) state;
	assert_refused("a <em>b <cmd>c</cmd></em>", "<em> is not followed by its end tag", 2);
	assert_refused("<cmd>a</em>", "<cmd> is not followed by its end tag", 0);
	assert_refused("<code ref=\"1\">x</code>", "<code> has to be empty", 0);
}

static void unclosed_is_refused(void **state)
{
	(void) state;
	assert_refused("a <cmd>b", "<cmd> is not closed", 2);
	assert_refused("a <cmd", "<cmd> is not closed", 2);
	assert_refused("a <code ref=\"1\"", "<code> is not closed", 2);
	assert_refused("a <cmd>b</cmd", "<cmd> is not followed by its end tag", 2);
	assert_refused("a </cmd> b", "end tag without a start tag", 2);
	assert_refused("a < b", "unknown inline element <>", 2);
	assert_refused("a <", "unknown inline element <>", 2);
}

static void unknown_names_are_refused(void **state)
{
	(void) state;
	assert_refused("a <b>c</b>", "unknown inline element <b>", 2);
	assert_refused("<cmdx>c</cmdx>", "unknown inline element <cmdx>", 0);
	assert_refused("<!-- c -->", "unknown inline element <>", 0);
	assert_refused("<cmd ref=\"x\">c</cmd>", "unknown attribute ref", 5);
	assert_refused("<code href=\"x\"/>", "unknown attribute href", 6);
	assert_refused("<link ref=\"x\">a</link>", "unknown attribute ref", 6);
	assert_refused("<code section=\"x\" ref=\"1\"/>", "unknown attribute section", 6);
}

static void attributes_are_well_formed(void **state)
{
	(void) state;
	assert_refused("<code ref/>", "malformed tag <code>", 6);
	assert_refused("<code ref=1/>", "attribute ref has no quoted value", 6);
	assert_refused("<code ref=\"1/>", "attribute ref has no quoted value", 6);
	assert_refused("<code ref=", "attribute ref has no quoted value", 6);
	assert_refused("<code =\"1\"/>", "malformed tag <code>", 6);
	assert_refused("<code ref=\"&x;\"/>", "'&' begins no known entity; write '&amp;'", 11);
}

static void nothing_is_empty(void **state)
{
	(void) state;
	assert_refused("<cmd></cmd>", "<cmd> is empty", 0);
	assert_refused("<em/>", "<em> is empty", 0);
	assert_refused("<link href=\"https://a.example\"></link>", "<link> is empty", 0);
	assert_refused("x <code/>", "<code> does not say what it refers to", 2);
	assert_refused("<src section=\"1\"/>", "<src> does not say what it refers to", 0);
	assert_refused("<link>a</link>", "<link> does not say what it refers to", 0);
}

static void placeholders_are_runs_where_asked_for(void **state)
{
	(void) state;
	assert_parse("{a} and }", "[{a} and }]");
	assert_parse_placeholders("{a} of {b.c-d_1}", "placeholder[a][ of ]placeholder[b.c-d_1]");
	assert_parse_placeholders("<cmd>{a}</cmd>", "cmd[{a}]");
	check_refused("x {a", TEXT_PLACEHOLDERS, "'{' begins no placeholder such as {name}", 2,
		      __FILE__, __LINE__);
	check_refused("{}", TEXT_PLACEHOLDERS, "'{' begins no placeholder such as {name}", 0,
		      __FILE__, __LINE__);
	check_refused("{a b}", TEXT_PLACEHOLDERS, "'{' begins no placeholder such as {name}", 0,
		      __FILE__, __LINE__);
	check_refused("a} b", TEXT_PLACEHOLDERS, "'}' without '{'", 1, __FILE__, __LINE__);
}

static void runs_know_their_offset(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct text text;
	struct text_error error;
	assert_true(
		text_parse(&arena, STR("ab <cmd>c</cmd> {d}"), TEXT_PLACEHOLDERS, &text, &error));
	assert_int_equal(text.count, 4);
	assert_int_equal(text.runs[0].offset, 0);
	assert_int_equal(text.runs[1].offset, 3);
	assert_int_equal(text.runs[2].offset, 15);
	assert_int_equal(text.runs[3].offset, 16);
	arena_free(&arena);
}

/* "" where the markup is the same, otherwise -run or +run as seen from a. */
static void check_markup(const char *a, const char *b, const char *expected, const char *file,
			 int line)
{
	struct arena arena = {0};
	struct buf buf = {0};
	struct text x, y;
	struct text_error error;
	struct markup_difference found;
	assert_true(text_parse(&arena, str_of(a), TEXT_PLACEHOLDERS, &x, &error));
	assert_true(text_parse(&arena, str_of(b), TEXT_PLACEHOLDERS, &y, &error));
	if (!text_same_markup(&x, &y, &found)) {
		struct text one = {.runs = (struct run *) found.run, .count = 1};
		buf_puts(&buf, found.in_a > found.in_b ? "-" : "+");
		describe(&buf, &one);
	}
	check_buf(&buf, expected, file, line);
	buf_free(&buf);
	arena_free(&arena);
}
#define assert_markup(a, b, expected) check_markup(a, b, expected, __FILE__, __LINE__)

static void a_text_has_a_largest_size(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct text text;
	struct text_error error;
	char *long_text = arena_alloc(&arena, TEXT_MAX_SIZE + 1);
	memset(long_text, 'a', TEXT_MAX_SIZE + 1);
	assert_true(text_parse(&arena, (struct str){long_text, TEXT_MAX_SIZE}, 0, &text, &error));
	assert_false(
		text_parse(&arena, (struct str){long_text, TEXT_MAX_SIZE + 1}, 0, &text, &error));
	assert_string_equal(error.message, "text is longer than 64 KiB");
	arena_free(&arena);
}

static void markup_is_compared_both_ways(void **state)
{
	(void) state;
	assert_markup("a <cmd>X</cmd>", "<cmd>X</cmd> b", "");
	assert_markup("<cmd>X</cmd> {n}", "{n} <cmd>X</cmd>", "");
	assert_markup("a <cmd>X</cmd>", "b", "-cmd[X]");
	assert_markup("a", "b <cmd>X</cmd>", "+cmd[X]");
	assert_markup("<cmd>X</cmd><cmd>X</cmd>", "<cmd>X</cmd>", "-cmd[X]");
	assert_markup("<cmd>X</cmd>", "<cmd>X</cmd> <cmd>X</cmd>", "+cmd[X]");
	assert_markup("<cmd>X</cmd>", "<lit>X</lit>", "-cmd[X]");
	assert_markup("<cmd>X</cmd>", "<cmd>x</cmd>", "-cmd[X]");
	assert_markup("{a}", "{b}", "-placeholder[a]");
	assert_markup("a", "{b}", "+placeholder[b]");
}

static void references_have_to_stay(void **state)
{
	(void) state;
	assert_markup("<code ref=\"1\"/>", "<code ref=\"2\"/>", "-code[|1]");
	assert_markup("<src ref=\"r\" section=\"1\"/>", "<src ref=\"r\" section=\"2\"/>",
		      "-src[|r|1]");
	assert_markup("<src ref=\"r\"/>", "", "-src[|r]");
	/* What a link shows is translated, where it leads is not. */
	assert_markup("<link href=\"https://a\">A</link>", "<link href=\"https://a\">B</link>", "");
	assert_markup("<link href=\"https://a\">A</link>", "<link href=\"https://b\">A</link>",
		      "-link[A|https://a]");
}

static void stress_may_change(void **state)
{
	(void) state;
	assert_markup("a <em>b</em>", "c", "");
	assert_markup("a", "b <em>c</em> <em>d</em>", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_element_is_a_run),
		cmocka_unit_test(literals_are_known),
		cmocka_unit_test(entities_are_resolved),
		cmocka_unit_test(nesting_is_refused),
		cmocka_unit_test(unclosed_is_refused),
		cmocka_unit_test(unknown_names_are_refused),
		cmocka_unit_test(attributes_are_well_formed),
		cmocka_unit_test(nothing_is_empty),
		cmocka_unit_test(placeholders_are_runs_where_asked_for),
		cmocka_unit_test(runs_know_their_offset),
		cmocka_unit_test(a_text_has_a_largest_size),
		cmocka_unit_test(markup_is_compared_both_ways),
		cmocka_unit_test(references_have_to_stay),
		cmocka_unit_test(stress_may_change),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
