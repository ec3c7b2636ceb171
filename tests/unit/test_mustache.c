/* test_mustache.c: the public Mustache specification, every test of every file in
 * $MUSTACHE_SPEC (../shared/mustache-spec where that is not set).
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "template/template.h"
#include "view/json.h"

#include <jansson.h>

/* Renders one test in a set of its own; the output is added to out. */
static bool render(const json_t *test, struct buf *out, struct diag *diag)
{
	struct arena arena = {0};
	struct symbols symbols = {0};
	struct template_set *set = template_set_new(NULL, &symbols);
	struct renderer renderer = {.symbols = &symbols};
	const char *name;
	json_t *partial, *partials = json_object_get(test, "partials");
	bool ok = true;
	json_object_foreach (partials, name, partial)
		ok = ok && template_add(set, name, str_of(json_string_value(partial)), diag);
	ok = ok && template_add(set, "the template under test",
				str_of(json_string_value(json_object_get(test, "template"))), diag);
	struct value context = json_value(&arena, &symbols, json_object_get(test, "data"));
	/* The specification escapes for HTML. */
	const struct program *program = ok ? template_compile(set, "the template under test",
							      MODE_HTML, NULL, 0, &arena, diag)
					   : NULL;
	ok = program && template_render(&renderer, program, &context, out);
	renderer_free(&renderer);
	template_set_free(set);
	symbols_free(&symbols);
	arena_free(&arena);
	return ok;
}

/* Whether the test passes; says what is wrong where it does not. */
static bool passes(const char *file, const json_t *test)
{
	struct buf out = {0};
	struct diag diag = {0};
	const char *expected = json_string_value(json_object_get(test, "expected"));
	bool ok = render(test, &out, &diag) && str_equal(buf_str(&out), str_of(expected));
	if (!ok) {
		print_error("%s: %s\n  expected: '%s'\n  rendered: '%s'\n", file,
			    json_string_value(json_object_get(test, "name")), expected,
			    buf_cstr(&out));
		diag_print(&diag, stderr);
	}
	buf_free(&out);
	diag_free(&diag);
	return ok;
}

static void the_specification_is_kept_to(void **state)
{
	(void) state;
	const char *dir = getenv("MUSTACHE_SPEC");
	dir = dir && *dir ? dir : "../shared/mustache-spec";
	if (access(dir, R_OK) != 0) {
		print_message("the Mustache specification is not in '%s': skipped; name its "
			      "folder in MUSTACHE_SPEC\n",
			      dir);
		skip();
	}
	struct arena arena = {0};
	struct diag diag = {0};
	const char **names;
	size_t files = file_list(&arena, dir, ".json", &diag, &names), tests = 0, failures = 0;
	for (size_t i = 0; i < files; i++) {
		json_t *spec = json_load_file(file_join(&arena, dir, names[i]), 0, NULL);
		json_t *list = json_object_get(spec, "tests");
		assert_true(json_array_size(list) > 0);
		for (size_t k = 0; k < json_array_size(list); k++, tests++)
			failures += !passes(names[i], json_array_get(list, k));
		json_decref(spec);
	}
	print_message("%zu tests of %zu files of the Mustache specification\n", tests, files);
	expect_diag(&diag, "");
	arena_free(&arena);
	assert_true(files > 0);
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_specification_is_kept_to),
	};
	return cmocka_run_group_tests_name("mustache", tests, NULL, NULL);
}
