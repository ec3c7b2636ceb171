/* test_json.c: JSON read as values, and values written as JSON.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "view/json.h"

/* Reads JSON and writes it again. */
static void check_json(const char *json, const char *expected, const char *file, int line)
{
	struct arena arena = {0};
	struct symbols symbols = {0};
	struct diag diag = {0};
	struct buf buf = {0};
	struct value value;
	write_text("x.json", json);
	bool ok = json_read(&arena, &symbols, "x.json", &value, &diag);
	check_diag(&diag, "", file, line);
	_assert_true(ok, json, file, line);
	value_write_json(&buf, &symbols, &value, 0);
	check_buf(&buf, expected, file, line);
	buf_free(&buf);
	symbols_free(&symbols);
	arena_free(&arena);
}
#define assert_json(json, expected) check_json(json, expected, __FILE__, __LINE__)

static void each_type_is_read(void **state)
{
	(void) state;
	assert_json("null", "null");
	assert_json("true", "true");
	assert_json("false", "false");
	assert_json("\"\"", "\"\"");
	assert_json("[]", "[]");
	assert_json("{}", "{}");
	assert_json("{\"b\": [1, \"x\", null], \"a\": {\"c\": true}}",
		    "{\n  \"b\": [\n    1,\n    \"x\",\n    null\n  ],\n"
		    "  \"a\": {\n    \"c\": true\n  }\n}");
}

static void numbers_keep_their_shortest_form(void **state)
{
	(void) state;
	assert_json("0", "0");
	assert_json("-12", "-12");
	assert_json("9223372036854775807", "9223372036854775807");
	assert_json("1.5", "1.5");
	assert_json("0.1", "0.1");
	assert_json("1.21", "1.21");
	assert_json("3.0", "3");
	assert_json("1e2", "1e+02");
	assert_json("0.30000000000000004", "0.30000000000000004");
}

static void strings_are_escaped(void **state)
{
	(void) state;
	assert_json("\"\\u0001\\t\\n\\r\\b\\f\\\"\\\\\\/\x7f\"",
		    "\"\\u0001\\t\\n\\r\\b\\f\\\"\\\\/\\u007f\"");
	assert_json("\"\\u4f60 \\ud83d\\ude00\"", "\"\xe4\xbd\xa0 \xf0\x9f\x98\x80\"");
}

static void truth_is_that_of_mustache(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct value list_item = value_bool(false);
	struct value values[] = {
		{0}, value_bool(false), value_string(""), value_list(NULL, 0), value_string(NULL)};
	struct value true_values[] = {value_bool(true), value_string("a"),
				      value_list(&list_item, 1), value_map(NULL, 0),
				      value_number(&arena, 0)};
	for (size_t i = 0; i < 5; i++) {
		assert_false(value_is_true(&values[i]));
		assert_true(value_is_true(&true_values[i]));
	}
	arena_free(&arena);
}

static void symbols_are_numbers_of_names(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct symbols symbols = {0};
	char name[] = "name";
	symbol first = symbol_of(&symbols, str_of(name));
	assert_int_not_equal(first, 0);
	assert_int_not_equal(symbol_of(&symbols, STR("other")), first);
	name[0] = 'x'; /* it was copied */
	assert_int_equal(symbol_of(&symbols, STR("name")), first);
	for (int i = 0; i < 1000; i++)
		symbol_of(&symbols, str_of(arena_printf(&arena, "s%d", i)));
	assert_int_equal(symbol_of(&symbols, STR("name")), first);

	symbols_free(&symbols);
	arena_free(&arena);
}

static void a_map_has_what_is_used(void **state)
{
	(void) state;
	static const char *const names[] = {"a", "b", "c"};
	struct arena arena = {0};
	struct symbols symbols = {0};
	symbols_define(&symbols, names, 3);
	symbol other = symbol_use(&symbols, STR("other"));
	assert_int_equal(symbol_use(&symbols, STR("b")), 2);
	assert_true(symbol_is_defined(&symbols, 3));
	assert_false(symbol_is_defined(&symbols, other));

	struct map_builder map = {.arena = &arena, .symbols = &symbols, .lasting = true};
	int made = 0;
	for (int i = 1; i <= 3; i++)
		map_put(&map, (symbol) i, value_number(&arena, ++made));
	struct value value = map_done(&map);
	assert_int_equal(made, 1);
	assert_null(value_member(&value, 1));
	const struct value *member = value_member(&value, 2);
	assert_non_null(member);
	assert_str(member->as.string, "1");
	assert_true(member->lasting && value.lasting);
	assert_null(value_member(member, 2));

	symbols_use_all(&symbols);
	map.count = 0;
	map_put(&map, 3, value_bool(true));
	value = map_done(&map);
	assert_non_null(value_member(&value, 3));
	symbols_free(&symbols);
	arena_free(&arena);
}

static void check_refused(const char *json, const char *begin, const char *file, int line)
{
	struct arena arena = {0};
	struct symbols symbols = {0};
	struct diag diag = {0};
	struct value value;
	char *printed = NULL;
	size_t size;
	write_text("x.json", json);
	_assert_true(!json_read(&arena, &symbols, "x.json", &value, &diag), json, file, line);
	FILE *stream = open_memstream(&printed, &size);
	diag_print(&diag, stream);
	fclose(stream);
	if (strncmp(printed, begin, strlen(begin)) != 0)
		_assert_string_equal(printed, begin, file, line);
	free(printed);
	diag_free(&diag);
	symbols_free(&symbols);
	arena_free(&arena);
}
#define assert_refused(json, begin) check_refused(json, begin, __FILE__, __LINE__)

static void errors_have_line_and_column(void **state)
{
	(void) state;
	assert_refused("{\n  \"a\": x\n}\n", "x.json:2:8: error: not valid JSON: ");
	assert_refused("[1,\n2,,3]", "x.json:2:3: error: not valid JSON: ");
	assert_refused("{\"a\": 1,\n \"a\": 2}", "x.json:2:4: error: not valid JSON: duplicate");
	assert_refused("", "x.json:1: error: not valid JSON: ");
	assert_refused("[1", "x.json:1:2: error: not valid JSON: ");
	assert_refused("1 2", "x.json:1:3: error: not valid JSON: ");
	assert_refused("\"\xff\"", "x.json:1");
	assert_refused("[1e999]", "x.json:1:6: error: not valid JSON: ");
}

static void deep_nesting_ends(void **state)
{
	(void) state;
	struct buf json = {0};
	for (int i = 0; i < 100000; i++)
		buf_putc(&json, '[');
	assert_refused(buf_cstr(&json), "x.json:1:2049: error: not valid JSON: ");
	buf_free(&json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(each_type_is_read),
		in_scratch(numbers_keep_their_shortest_form),
		in_scratch(strings_are_escaped),
		cmocka_unit_test(truth_is_that_of_mustache),
		cmocka_unit_test(symbols_are_numbers_of_names),
		cmocka_unit_test(a_map_has_what_is_used),
		in_scratch(errors_have_line_and_column),
		in_scratch(deep_nesting_ends),
	};
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
