/* test_coverage.c: how much is translated, by language, protocol and kind of document.
 *
 * SPDX-License-Identifier: MIT */
#include "toy.h"

#include "plan/coverage.h"

/* Three sentences: two of the one kind, two of the other. */
static struct message sentences[] = {{.id = {"One", 3}, .file = "t"},
				     {.id = {"Two", 3}, .file = "t"},
				     {.id = {"Three", 5}, .file = "t"}};
static const struct message *const of_first[] = {&sentences[0], &sentences[1]};
static const struct message *const of_second[] = {&sentences[1], &sentences[2]};
static const struct kind kinds[] = {{"first", of_first, 2}, {"second", of_second, 2}};

/* Of the toy one text is translated and one is fuzzy, of its twin one is fuzzy, of the
 * sentences One and Two. */
static const char po_text[] =
	"msgctxt \"toy|title\"\nmsgid \"Toy Protocol\"\nmsgstr \"Spielzeug\"\n"
	"#, fuzzy\nmsgctxt \"toy|term\"\nmsgid \"toy code\"\nmsgstr \"x\"\n"
	"#, fuzzy\nmsgctxt \"twin|term\"\nmsgid \"toy code\"\nmsgstr \"x\"\n"
	"msgid \"One\"\nmsgstr \"Eins\"\nmsgid \"Two\"\nmsgstr \"Zwei\"\n";

struct fixture {
	struct arena arena;
	struct catalog *catalog;
	struct translation *languages[2];
	struct coverage coverage;
	size_t own; /* messages of each of the two protocols */
};

static void load(struct fixture *f)
{
	static const char *const paths[] = {"toy.xml", "twin.xml"};
	struct diag diag = {0};
	*f = (struct fixture){0};
	write_toy("toy.xml", "toy", "Toy Protocol", "Toy Protocol");
	write_toy("twin.xml", "twin", "Toy Protocol", "Twin Protocol");
	write_text("xx.po", po_text);
	f->catalog = catalog_load(paths, 2, &diag);
	f->languages[0] = translation_load(".", "en", &diag);
	f->languages[1] = translation_load(".", "xx", &diag);
	const struct message *const all[] = {&sentences[0], &sentences[1], &sentences[2]};
	for (size_t i = 0; i < 2; i++) {
		translation_bind(f->languages[i], f->catalog->messages, f->catalog->message_count,
				 &diag);
		translation_bind(f->languages[i], all, 3, &diag);
	}
	expect_diag(&diag, "");
	f->own = f->catalog->message_count / 2;
	f->coverage = (struct coverage){.catalog = f->catalog,
					.languages = f->languages,
					.language_count = 2,
					.kinds = kinds,
					.kind_count = 2};
	coverage_count(&f->coverage, &f->arena);
}

static void unload(struct fixture *f)
{
	translation_free(f->languages[0]);
	translation_free(f->languages[1]);
	catalog_free(f->catalog);
	arena_free(&f->arena);
}

static void check_tally(struct tally tally, size_t total, size_t done, size_t fuzzy,
			const char *file, int line)
{
	_assert_int_equal(tally.total, total, file, line);
	_assert_int_equal(tally.done, done, file, line);
	_assert_int_equal(tally.fuzzy, fuzzy, file, line);
	_assert_int_equal(tally_missing(tally), total - done - fuzzy, file, line);
}
#define assert_tally(tally, total, done, fuzzy)                                                    \
	check_tally(tally, total, done, fuzzy, __FILE__, __LINE__)

static void documents_show_their_protocol_and_their_kind(void **state)
{
	(void) state;
	struct fixture f;
	load(&f);
	const struct translation *xx = f.languages[1];
	const struct protocol *toy = f.catalog->protocols[0], *twin = f.catalog->protocols[1];
	assert_tally(coverage_of(&f.coverage, xx, toy, &kinds[0]), f.own + 2, 1 + 2, 1);
	assert_tally(coverage_of(&f.coverage, xx, toy, &kinds[1]), f.own + 2, 1 + 1, 1);
	assert_tally(coverage_of(&f.coverage, xx, twin, &kinds[0]), f.own + 2, 2, 1);
	assert_tally(coverage_of(&f.coverage, xx, twin, &kinds[1]), f.own + 2, 1, 1);
	assert_tally(coverage_of_protocol(&f.coverage, xx, toy), f.own, 1, 1);
	assert_tally(coverage_of_protocol(&f.coverage, xx, twin), f.own, 0, 1);
	unload(&f);
}

static void sums_count_each_message_once(void **state)
{
	(void) state;
	struct fixture f;
	load(&f);
	const struct translation *xx = f.languages[1];
	const struct protocol *toy = f.catalog->protocols[0];
	assert_tally(coverage_of(&f.coverage, xx, toy, NULL), f.own + 3, 1 + 2, 1);
	assert_tally(coverage_of(&f.coverage, xx, NULL, &kinds[1]), 2 * f.own + 2, 1 + 1, 2);
	assert_tally(coverage_of(&f.coverage, xx, NULL, NULL), 2 * f.own + 3, 1 + 2, 2);
	assert_tally(coverage_of(&f.coverage, xx, NULL, NULL), xx->total, xx->done, xx->fuzzy);
	unload(&f);
}

static void the_source_language_is_complete(void **state)
{
	(void) state;
	struct fixture f;
	load(&f);
	const struct translation *en = f.languages[0];
	const struct protocol *toy = f.catalog->protocols[0];
	assert_tally(coverage_of(&f.coverage, en, toy, &kinds[0]), f.own + 2, f.own + 2, 0);
	assert_tally(coverage_of(&f.coverage, en, NULL, NULL), 2 * f.own + 3, 2 * f.own + 3, 0);
	unload(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(documents_show_their_protocol_and_their_kind),
		in_scratch(sums_count_each_message_once),
		in_scratch(the_source_language_is_complete),
	};
	return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
