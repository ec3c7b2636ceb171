/* test_compare.c: two codes, facet by facet.
 *
 * SPDX-License-Identifier: MIT */
#include "toy.h"

#include "compare/compare.h"

static struct catalog *load_two(void)
{
	static const char *const paths[] = {"a.xml", "b.xml"};
	struct diag diag = {0};
	write_toy("a.xml", "ark", "values=\"later\"", "values=\"no\"");
	/* Another order of the facets and values, and a facet that ark has not. */
	write_toy("b.xml", "zoo", "<facets>\n",
		  "<facets>\n<facet id=\"smell\" optional=\"yes\"><name>S</name>"
		  "<value id=\"bad\" literal=\"BAD\"/></facet>\n");
	struct catalog *catalog = catalog_load(paths, 2, &diag);
	expect_diag(&diag, "");
	assert_non_null(catalog);
	return catalog;
}

static const struct code *code(const struct catalog *catalog, const char *name)
{
	const struct code *found = catalog_code(catalog, NULL, str_of(name));
	assert_non_null(found);
	return found;
}

/* Writes "retry= part!": = where the codes agree, ! where they differ. */
static void check_rows(const struct catalog *catalog, const char *a, const char *b,
		       const char *expected, const char *file, int line)
{
	struct contrast rows[8];
	struct buf buf = {0};
	size_t count = compare_codes(code(catalog, a), code(catalog, b), rows);
	for (size_t i = 0; i < count; i++) {
		buf_printf(&buf, "%s%s%s", i ? " " : "", rows[i].a->facet->id,
			   rows[i].differs ? "!" : "=");
		_assert_string_equal(rows[i].a->facet->id, rows[i].b->facet->id, file, line);
	}
	check_buf(&buf, expected, file, line);
	buf_free(&buf);
}
#define assert_rows(catalog, a, b, expected) check_rows(catalog, a, b, expected, __FILE__, __LINE__)

static void facets_are_the_same_or_differ(void **state)
{
	(void) state;
	struct catalog *catalog = load_two();
	assert_rows(catalog, "ark:11", "ark:20", "retry= part!");
	assert_rows(catalog, "ark:20", "ark:11", "retry= part!");
	assert_rows(catalog, "zoo:11", "zoo:20", "retry! part!");
	assert_rows(catalog, "ark:20", "ark:20", "retry= part=");
	catalog_free(catalog);
}

static void optional_facets_that_neither_states_are_left_out(void **state)
{
	(void) state;
	struct catalog *catalog = load_two();
	assert_rows(catalog, "ark:11", "ark:11-big-toy", "retry=");
	catalog_free(catalog);
}

static void protocols_are_matched_by_id(void **state)
{
	(void) state;
	struct catalog *catalog = load_two();
	assert_rows(catalog, "ark:20", "zoo:20", "retry! part=");
	assert_rows(catalog, "zoo:20", "ark:20", "retry! part=");
	assert_rows(catalog, "ark:11", "zoo:11", "retry=");
	catalog_free(catalog);
}

static void sets_of_values_are_compared_whole(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct arena arena = {0};
	struct catalog *catalog =
		load_xml(replaced(&arena, toy_xml, "<fact facet=\"retry\" values=\"no\"/>",
				  "<fact facet=\"retry\" values=\"no\"/>"
				  "<fact facet=\"part\" values=\"wheel\"/>"),
			 &diag);
	expect_diag(&diag, "");
	assert_rows(catalog, "toy:11", "toy:20", "retry! part!");
	assert_rows(catalog, "toy:20", "toy:11", "retry! part!");
	const struct fact *fact = &code(catalog, "toy:11")->facts[1];
	assert_true(fact_has_value(fact, &fact->facet->values[0]));
	assert_false(fact_has_value(fact, &fact->facet->values[1]));
	catalog_free(catalog);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(facets_are_the_same_or_differ),
		in_scratch(optional_facets_that_neither_states_are_left_out),
		in_scratch(protocols_are_matched_by_id),
		in_scratch(sets_of_values_are_compared_whole),
	};
	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
