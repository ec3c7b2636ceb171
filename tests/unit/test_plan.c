/* test_plan.c: which documents there are, where each goes, and the links between them.
 *
 * SPDX-License-Identifier: MIT */
#include "toy.h"

#include "plan/plan.h"

static const char outputs_begin[] = "<outputs>\n";
static const char outputs_end[] = "</outputs>\n";

/* The lines of outputs.xml that most tests use; each test adds to them or changes one. */
static const char three_outputs[] =
	"<output kind=\"md\" each=\"protocol\" lang=\"each\" format=\"markdown\" template=\"p\" "
	"path=\"{language.tag}/{protocol.id}/index.md\"/>\n"
	"<output kind=\"md\" each=\"code\" lang=\"each\" format=\"markdown\" template=\"c\" "
	"path=\"{language.tag}/{protocol.id}/{code.slug}.md\"/>\n"
	"<output kind=\"md\" each=\"pair\" lang=\"source\" format=\"markdown\" template=\"v\" "
	"path=\"pairs/{protocol.id}-{a.slug}-{b.slug}.md\"/>\n";

struct fixture {
	struct catalog *catalog;
	struct outputs *outputs;
	struct translation *languages[2];
	struct plan plan;
};

static struct outputs *load_outputs(const char *lines, struct diag *diag)
{
	struct buf xml = {0};
	buf_printf(&xml, "%s%s%s", outputs_begin, lines, outputs_end);
	write_text("outputs.xml", buf_cstr(&xml));
	buf_free(&xml);
	return outputs_load("outputs.xml", diag);
}

static void load(struct fixture *f, const char *lines, enum pairs pairs)
{
	struct diag diag = {0};
	*f = (struct fixture){0};
	write_text("xx.po", "");
	f->catalog = load_xml(toy_xml, &diag);
	f->outputs = load_outputs(lines, &diag);
	f->languages[0] = translation_load(".", "en", &diag);
	f->languages[1] = translation_load(".", "xx", &diag);
	expect_diag(&diag, "");
	f->plan = (struct plan){.outputs = f->outputs,
				.catalog = f->catalog,
				.languages = f->languages,
				.language_count = 2,
				.pairs = pairs};
}

static void unload(struct fixture *f)
{
	catalog_free(f->catalog);
	outputs_free(f->outputs);
	translation_free(f->languages[0]);
	translation_free(f->languages[1]);
}

/* The paths of all documents, a line each. */
static void check_paths(const struct fixture *f, const char *expected, const char *file, int line)
{
	struct plan_cursor cursor = {0};
	struct document document;
	struct buf buf = {0};
	while (plan_next(&f->plan, &cursor, &document)) {
		plan_path(&f->plan, &document, &buf);
		buf_putc(&buf, '\n');
	}
	check_buf(&buf, expected, file, line);
	buf_free(&buf);
}
#define assert_paths(fixture, expected) check_paths(fixture, expected, __FILE__, __LINE__)

#define PROTOCOLS_AND_CODES                                                                        \
	"en/toy/index.md\nxx/toy/index.md\n"                                                       \
	"en/toy/11.md\nen/toy/11-big-toy.md\nen/toy/20.md\n"                                       \
	"xx/toy/11.md\nxx/toy/11-big-toy.md\nxx/toy/20.md\n"

static void documents_follow_outputs_languages_and_codes(void **state)
{
	(void) state;
	struct fixture f;
	load(&f, three_outputs, PAIRS_CURATED);
	assert_paths(&f, PROTOCOLS_AND_CODES "pairs/toy-11-20.md\n");
	f.plan.pairs = PAIRS_NONE;
	assert_paths(&f, PROTOCOLS_AND_CODES);
	f.plan.pairs = PAIRS_ALL;
	assert_paths(&f, PROTOCOLS_AND_CODES "pairs/toy-11-11-big-toy.md\n"
					     "pairs/toy-11-20.md\npairs/toy-11-big-toy-20.md\n");
	f.outputs->items[0].wanted = f.outputs->items[1].wanted = false;
	f.plan.pairs = PAIRS_CURATED;
	assert_paths(&f, "pairs/toy-11-20.md\n");
	unload(&f);
}

static void all_protocols_are_gone_through(void **state)
{
	(void) state;
	static const char *const paths[] = {"a.xml", "b.xml"};
	struct diag diag = {0};
	struct fixture f;
	load(&f,
	     "<output kind=\"x\" each=\"catalog\" lang=\"all\" format=\"text\" template=\"t\" "
	     "path=\"all.txt\"/>"
	     "<output kind=\"x\" each=\"protocol\" lang=\"source\" format=\"text\" template=\"t\" "
	     "path=\"{protocol.id}.txt\"/>"
	     "<output kind=\"x\" each=\"pair\" lang=\"source\" format=\"text\" template=\"t\" "
	     "path=\"{protocol.id}/{a.slug}-{b.slug}\"/>",
	     PAIRS_CURATED);
	catalog_free(f.catalog);
	write_toy("a.xml", "ark", "codes=", "codes=");
	write_toy("b.xml", "zoo", "codes=", "codes=");
	f.plan.catalog = f.catalog = catalog_load(paths, 2, &diag);
	expect_diag(&diag, "");
	assert_paths(&f, "all.txt\nark.txt\nzoo.txt\nark/11-20\nzoo/11-20\n");
	f.plan.pairs = PAIRS_ALL;
	assert_paths(&f, "all.txt\nark.txt\nzoo.txt\n"
			 "ark/11-11-big-toy\nark/11-20\nark/11-big-toy-20\n"
			 "zoo/11-11-big-toy\nzoo/11-20\nzoo/11-big-toy-20\n");
	/* A pair across protocols names the second one. */
	const struct subject pair = subject_of_pair(&f.catalog->protocols[1]->codes[2],
						    &f.catalog->protocols[0]->codes[0]);
	const struct document document = {&f.outputs->items[2], pair, 0};
	struct buf path = {0};
	plan_path(&f.plan, &document, &path);
	expect_buf(&path, "ark/11-zoo-20");
	buf_free(&path);
	unload(&f);
}

static void manual_pages_of_the_source_have_no_directory(void **state)
{
	(void) state;
	struct fixture f;
	load(&f,
	     "<output kind=\"man\" each=\"protocol\" lang=\"each\" format=\"roff\" template=\"t\" "
	     "path=\"man/{language.mandir}man7/{protocol.id}.7\"/>",
	     PAIRS_NONE);
	assert_int_equal(f.outputs->items[0].mode, MODE_ROFF);
	assert_paths(&f, "man/man7/toy.7\nman/xx/man7/toy.7\n");
	unload(&f);
}

/* ---- links ---- */

static void check_link(const struct fixture *f, const struct document *from,
		       const struct subject *subject, const char *language, const char *expected,
		       const char *file, int line)
{
	struct plan_linker linker;
	struct buf buf = {0}, path = {0};
	const struct link link = {.subject = subject, .language = language};
	plan_linker_init(&linker, &f->plan);
	plan_path(&f->plan, from, &path);
	plan_linker_set(&linker, from, buf_str(&path));
	bool written = linker.linker.write(&linker.linker, &link, &buf);
	_assert_int_equal(written, *expected != '\0', file, line);
	check_buf(&buf, expected, file, line);
	plan_linker_free(&linker);
	buf_free(&path);
	buf_free(&buf);
}
#define assert_link(f, from, subject, language, expected)                                          \
	check_link(f, from, subject, language, expected, __FILE__, __LINE__)

static void links_are_relative(void **state)
{
	(void) state;
	struct fixture f;
	load(&f, three_outputs, PAIRS_CURATED);
	const struct protocol *toy = f.catalog->protocols[0];
	const struct subject protocol = {SUBJECT_PROTOCOL, toy, NULL, NULL};
	const struct subject low = {SUBJECT_CODE, toy, &toy->codes[0], NULL};
	const struct subject high = {SUBJECT_CODE, toy, &toy->codes[2], NULL};
	const struct subject pair = subject_of_pair(&toy->codes[0], &toy->codes[2]);
	const struct subject catalog = {.kind = SUBJECT_CATALOG};
	const struct document code = {&f.outputs->items[1], low, 1};
	const struct document comparison = {&f.outputs->items[2], pair, 0};
	assert_link(&f, &code, &high, NULL, "20.md");
	assert_link(&f, &code, &low, NULL, "11.md");
	assert_link(&f, &code, &protocol, NULL, "index.md");
	assert_link(&f, &code, &low, "en", "../../en/toy/11.md");
	assert_link(&f, &code, &low, "yy", "");
	assert_link(&f, &comparison, &low, NULL, "../en/toy/11.md");
	assert_link(&f, &comparison, &low, "xx", "../xx/toy/11.md");
	assert_link(&f, &code, &catalog, NULL, ""); /* no output is about it */
	unload(&f);
}

static void links_lead_only_to_what_is_made(void **state)
{
	(void) state;
	struct fixture f;
	load(&f, three_outputs, PAIRS_CURATED);
	const struct protocol *toy = f.catalog->protocols[0];
	const struct subject low = {SUBJECT_CODE, toy, &toy->codes[0], NULL};
	const struct subject curated = subject_of_pair(&toy->codes[2], &toy->codes[0]);
	const struct subject other = subject_of_pair(&toy->codes[0], &toy->codes[1]);
	const struct document code = {&f.outputs->items[1], low, 0};
	const struct document translated = {&f.outputs->items[1], low, 1};
	assert_link(&f, &code, &curated, NULL, "../../pairs/toy-11-20.md");
	assert_link(&f, &code, &other, NULL, "");
	assert_link(&f, &translated, &curated, NULL, ""); /* made in the source language only */
	f.plan.pairs = PAIRS_ALL;
	assert_link(&f, &code, &other, NULL, "../../pairs/toy-11-11-big-toy.md");
	f.plan.pairs = PAIRS_NONE;
	assert_link(&f, &code, &curated, NULL, "");
	f.plan.pairs = PAIRS_CURATED;
	f.outputs->items[2].wanted = false;
	assert_link(&f, &code, &curated, NULL, "");
	unload(&f);
}

/* ---- errors ---- */

static void check_plan(const char *lines, const char *expected, const char *file, int line)
{
	struct fixture f;
	struct diag diag = {0};
	load(&f, lines, PAIRS_ALL);
	_assert_int_equal(plan_check(&f.plan, &diag), *expected == '\0', file, line);
	check_diag(&diag, expected, file, line);
	unload(&f);
}
#define assert_plan(lines, expected) check_plan(lines, expected, __FILE__, __LINE__)

#define OUTPUT(each, lang, path)                                                                   \
	"<output kind=\"x\" each=\"" each "\" lang=\"" lang                                        \
	"\" format=\"text\" template=\"t\" path=\"" path "\"/>\n"

static void unsafe_paths_are_refused(void **state)
{
	(void) state;
	assert_plan(three_outputs, "");
	assert_plan(
		OUTPUT("catalog", "all", "../x"),
		"outputs.xml:2:1: error: path '../x' leads out of the output directory, or has a part that is empty or begins with a full stop\n");
	assert_plan(OUTPUT("catalog", "all", "/etc/x"),
		    "outputs.xml:2:1: error: path '/etc/x' leads out of the output "
		    "directory, or has a part that is empty or begins with a full stop\n");
	assert_plan(OUTPUT("protocol", "source", "a/../{protocol.id}"),
		    "outputs.xml:2:1: error: path 'a/../toy' leads out of the output "
		    "directory, or has a part that is empty or begins with a full stop\n");
	assert_plan(OUTPUT("catalog", "all", ".codebook-manifest"),
		    "outputs.xml:2:1: error: path '.codebook-manifest' leads out of the "
		    "output directory, or has a part that is empty or begins with a full stop\n");
}

static void two_documents_have_two_paths(void **state)
{
	(void) state;
	assert_plan(OUTPUT("catalog", "all", "a") OUTPUT("catalog", "source", "a"),
		    "outputs.xml:3:1: error: two documents have the path 'a'\n"
		    "outputs.xml:2:1: note: the other one comes from here\n");
	assert_plan(OUTPUT("protocol", "each", "{protocol.id}"),
		    "outputs.xml:2:1: error: two documents have the path 'toy'\n"
		    "outputs.xml:2:1: note: the other one comes from here\n");
	assert_plan(OUTPUT("protocol", "source", "toy") OUTPUT("protocol", "all", "{protocol.id}"),
		    "outputs.xml:3:1: error: two documents have the path 'toy'\n"
		    "outputs.xml:2:1: note: the other one comes from here\n");
}

static void check_outputs(const char *lines, const char *expected, const char *file, int line)
{
	struct diag diag = {0};
	_assert_true(load_outputs(lines, &diag) == NULL, lines, file, line);
	check_diag(&diag, expected, file, line);
}
#define assert_outputs(lines, expected) check_outputs(lines, expected, __FILE__, __LINE__)

static void unknown_placeholders_are_refused(void **state)
{
	(void) state;
	/* The column is that of path= in OUTPUT(). */
	assert_outputs(OUTPUT("catalog", "all", "{protocol.id}"),
		       "outputs.xml:2:71: error: this output has no '{protocol.id}'\n");
	assert_outputs(OUTPUT("catalog", "all", "{language.tag}"),
		       "outputs.xml:2:71: error: this output has no '{language.tag}'\n");
	assert_outputs(OUTPUT("code", "each", "{a.slug}{x}"),
		       "outputs.xml:2:69: error: this output has no '{a.slug}'\n"
		       "outputs.xml:2:69: error: this output has no '{x}'\n");
	assert_outputs(OUTPUT("pair", "each", "{code.slug}"),
		       "outputs.xml:2:69: error: this output has no '{code.slug}'\n");
	assert_outputs(OUTPUT("catalog", "all", "a{b"),
		       "outputs.xml:2:71: error: '{' without '}' in a path\n");
	assert_outputs(OUTPUT("catalog", "all", "a}b"),
		       "outputs.xml:2:71: error: '}' without '{' in a path\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(documents_follow_outputs_languages_and_codes),
		in_scratch(all_protocols_are_gone_through),
		in_scratch(manual_pages_of_the_source_have_no_directory),
		in_scratch(links_are_relative),
		in_scratch(links_lead_only_to_what_is_made),
		in_scratch(unsafe_paths_are_refused),
		in_scratch(two_documents_have_two_paths),
		in_scratch(unknown_placeholders_are_refused),
	};
	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
