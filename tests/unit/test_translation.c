/* test_translation.c: one language: what is bound, what falls back, which there are.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "po/translation.h"

/* A message in arena, parsed. */
static struct message *new_message(struct arena *arena, const char *id, bool placeholders)
{
	struct message *message = arena_alloc(arena, sizeof *message);
	struct text_error error;
	message->id = str_of(id);
	message->file = "toy.xml";
	message->placeholders = placeholders;
	assert_true(text_parse(arena, message->id, placeholders ? TEXT_PLACEHOLDERS : 0,
			       &message->text, &error));
	return message;
}

/* Binds one message to one translation; returns what a document would show. */
static void check_bind(const char *id, const char *str, const char *shown, const char *complaint,
		       const char *file, int line)
{
	struct arena arena = {0};
	struct diag diag = {0};
	const struct message *message = new_message(&arena, id, true);
	write_text("xx.po", arena_printf(&arena, "msgid \"%s\"\nmsgstr \"%s\"\n", id, str));
	struct translation *t = translation_load(".", "xx", &diag);
	assert_non_null(t);
	bool bound = translation_bind(t, &message, 1, &diag);
	_assert_int_equal(bound, *complaint == '\0', file, line);
	check_diag(&diag, complaint, file, line);
	enum translation_state state;
	const struct text *text = translation_text(t, message, &state);
	bool translated = text != &message->text;
	_assert_int_equal(state, translated ? STATE_TRANSLATED : STATE_MISSING, file, line);
	_assert_int_equal(t->total, 1, file, line);
	_assert_int_equal(t->done, translated, file, line);
	struct buf buf = {0};
	for (size_t i = 0; i < text->count; i++)
		buf_put_str(&buf, text->runs[i].text);
	check_buf(&buf, shown, file, line);
	buf_free(&buf);
	translation_free(t);
	arena_free(&arena);
}
#define assert_bound(id, str, shown) check_bind(id, str, shown, "", __FILE__, __LINE__)
#define assert_refused(id, str, shown, complaint)                                                  \
	check_bind(id, str, shown, complaint, __FILE__, __LINE__)

static void a_translation_is_used(void **state)
{
	(void) state;
	assert_bound("Send <cmd>X</cmd>", "<cmd>X</cmd> senden", "X senden");
	assert_bound("{n} codes", "Codes: {n}", "Codes: n");
	assert_bound("a", "<em>b</em>", "b");
}

static void untranslated_falls_back(void **state)
{
	(void) state;
	assert_bound("Send", "", "Send");
}

static void changed_markup_is_refused(void **state)
{
	(void) state;
	assert_refused("a <cmd>X</cmd>", "b", "a X",
		       "./xx.po:2:1: error: the translation lacks cmd 'X' of the original\n");
	assert_refused("a", "b <cmd>Y</cmd>", "a",
		       "./xx.po:2:1: error: the translation has cmd 'Y', the original has not\n");
	assert_refused("<code ref='1'/>", "<code ref='2'/>", "",
		       "./xx.po:2:1: error: the translation lacks code '1' of the original\n");
	assert_refused(
		"{n} codes", "{m} Codes", "n codes",
		"./xx.po:2:1: error: the translation lacks placeholder 'n' of the original\n");
	assert_refused("<src ref='a' section='1'/> <src ref='a' section='2'/>",
		       "<src ref='a' section='1'/> <src ref='a' section='3'/>", " ",
		       "./xx.po:2:1: error: the translation lacks src 'a §2' of the original\n");
	assert_refused(
		"{n}", "{n} {n}", "n",
		"./xx.po:2:1: error: placeholder 'n': 2 in the translation, 1 in the original\n");
	assert_refused(
		"codes", "Codes {n}", "codes",
		"./xx.po:2:1: error: the translation has placeholder 'n', the original has not\n");
}

static void broken_markup_is_refused(void **state)
{
	(void) state;
	assert_refused("{n} codes", "{n Codes", "n codes",
		       "./xx.po:2:1: error: '{' begins no placeholder such as {name}\n");
	assert_refused("a", "b & c", "a",
		       "./xx.po:2:1: error: '&' begins no known entity; write '&amp;'\n");
	assert_refused("a <cmd>X</cmd>", "b <cmd>X", "a X",
		       "./xx.po:2:1: error: <cmd> is not closed\n");
	assert_refused("a", "<b>b</b>", "a", "./xx.po:2:1: error: unknown inline element <b>\n");
}

static void blanks_and_control_characters_are_refused(void **state)
{
	(void) state;
	assert_refused("a", " \xe3\x80\x80\\t", "a",
		       "./xx.po:2:1: error: the translation is blank\n");
	assert_bound(" ", "\xe3\x80\x80", "\xe3\x80\x80");
	assert_refused("a", "b\\033[31m", "a",
		       "./xx.po:2:1: error: a control character stands in the text\n");
	assert_refused("a", "\x7f", "a",
		       "./xx.po:2:1: error: a control character stands in the text\n");
	assert_bound("a", "b\\tc\\n", "b\tc\n");
}

static void what_is_missing_is_named(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	write_text("xx.po", "#, fuzzy\nmsgid \"a\"\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\"\n"
			    "msgid \"c\"\nmsgstr \"\"\nmsgid \"old\"\nmsgstr \"Old\"\n");
	static const char *const ids[] = {"a", "b", "c", "d", "e"};
	const struct message *all[5];
	for (size_t i = 0; i < 5; i++)
		all[i] = new_message(&arena, ids[i], false);
	struct translation *t = translation_load(".", "xx", &diag);
	assert_true(translation_bind(t, all, 5, &diag));
	assert_int_equal(translation_strangers(t), 1);
	diag_add(&diag, DIAG_ERROR, (struct loc){t->path, 0, 0}, "incomplete");
	translation_note_gaps(t, all, 5, &diag);
	expect_diag(&diag, "./xx.po: error: incomplete\n"
			   "./xx.po:2:1: note: the translation of 'a' is fuzzy\n"
			   "./xx.po:6:1: note: 'c' is not translated\n"
			   "./xx.po: note: there is no entry for 'd'\n");
	translation_free(t);
	arena_free(&arena);
}

static void fuzzy_falls_back_and_is_counted(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	write_text("xx.po", "#, fuzzy\nmsgid \"a\"\nmsgstr \"<broken\"\nmsgid \"b\"\nmsgstr \"B\"\n"
			    "msgid \"unused\"\nmsgstr \"<broken\"\n"
			    "#, fuzzy\nmsgid \"d\"\nmsgstr \"\"\n"
			    "msgid \"e\"\nmsgstr \"\"\n#, fuzzy\nmsgid \"f\"\nmsgstr \"F\"\n");
	/* Of each what stands in the file: a, d and f are fuzzy, c is not there at all. */
	static const struct {
		const char *id;
		enum translation_state state;
	} expected[] = {{"a", STATE_STALE},   {"b", STATE_TRANSLATED}, {"c", STATE_MISSING},
			{"d", STATE_MISSING}, {"e", STATE_MISSING},    {"f", STATE_STALE}};
	enum { COUNT = sizeof expected / sizeof expected[0] };
	const struct message *all[COUNT];
	for (size_t i = 0; i < COUNT; i++)
		all[i] = new_message(&arena, expected[i].id, false);
	struct translation *t = translation_load(".", "xx", &diag);
	assert_true(translation_bind(t, all, COUNT, &diag));
	assert_int_equal(t->total, COUNT);
	assert_int_equal(t->done, 1);
	assert_int_equal(t->fuzzy, 2);
	for (size_t i = 0; i < COUNT; i++) {
		enum translation_state found;
		const struct text *text = translation_text(t, all[i], &found);
		assert_int_equal(found, expected[i].state);
		assert_true((text == &all[i]->text) == (found != STATE_TRANSLATED));
	}
	/* Once more, as the commands do for the templates. */
	assert_true(translation_bind(t, all + 1, 1, &diag));
	assert_int_equal(t->done, 2);
	assert_int_equal(t->total, COUNT + 1);
	expect_diag(&diag, "");
	translation_free(t);
	arena_free(&arena);
}

static void braces_are_text_without_placeholders(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	write_text("xx.po", "msgid \"{a\"\nmsgstr \"b}\"\n");
	const struct message *message = new_message(&arena, "{a", false);
	struct translation *t = translation_load(".", "xx", &diag);
	assert_true(translation_bind(t, &message, 1, &diag));
	assert_int_equal(t->done, 1);
	expect_diag(&diag, "");
	translation_free(t);
	arena_free(&arena);
}

static void the_source_language_has_no_file(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	const struct message *message = new_message(&arena, "a", false);
	struct translation *t = translation_load("none", "en", &diag);
	enum translation_state found = STATE_MISSING;
	assert_non_null(t);
	assert_null(t->po);
	assert_true(translation_bind(t, &message, 1, &diag));
	assert_int_equal(t->done, 1);
	assert_ptr_equal(translation_text(t, message, &found), &message->text);
	assert_int_equal(found, STATE_TRANSLATED);
	translation_free(t);
	assert_null(translation_load("none", "xx", &diag));
	expect_diag(&diag, "none/xx.po: error: cannot open: No such file or directory\n");
	arena_free(&arena);
}

static void tags_are_safe_in_paths(void **state)
{
	(void) state;
	static const char *const good[] = {
		"en",          "zh_CN",          "deu",   "sr@latin", "pt_BR",
		"sr_RS@latin", "ca_ES@valencia", "es_419"};
	static const char *const bad[] = {"",      "e",      "engl",
					  "../x",  "en/..",  "en/US",
					  "..",    ".",      "en_",
					  "en@",   "en__US", "en.UTF-8",
					  "_CN",   "en US",  "\xe4\xb8\xad",
					  "en_\n", "en-US",  "en_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(translation_tag_valid(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(translation_tag_valid(bad[i]));
}

static void linguas_lists_languages(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	const char **tags;
	assert_int_equal(translation_linguas(&arena, ".", false, &tags, &diag), 0);
	write_text("LINGUAS", "# en is the source\nzh_CN de#fr\n\t# ja\n  pt_BR\r\n../x");
	static const char *const expected[] = {"zh_CN", "de", "pt_BR", "../x"};
	assert_int_equal(translation_linguas(&arena, ".", false, &tags, &diag), 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(tags[i], expected[i]);
	write_text("LINGUAS", "#only a comment");
	assert_int_equal(translation_linguas(&arena, ".", false, &tags, &diag), 0);
	write_text("LINGUAS", "a b c d e f g");
	assert_int_equal(translation_linguas(&arena, ".", false, &tags, &diag), 7);
	expect_diag(&diag, "");
	assert_int_equal(translation_linguas(&arena, "none", false, &tags, &diag), 0);
	expect_diag(&diag, "");
	assert_int_equal(translation_linguas(&arena, "none", true, &tags, &diag), 0);
	expect_diag(&diag, "none/LINGUAS: error: cannot open: No such file or directory\n");
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(a_translation_is_used),
		in_scratch(untranslated_falls_back),
		in_scratch(changed_markup_is_refused),
		in_scratch(broken_markup_is_refused),
		in_scratch(blanks_and_control_characters_are_refused),
		in_scratch(what_is_missing_is_named),
		in_scratch(fuzzy_falls_back_and_is_counted),
		in_scratch(braces_are_text_without_placeholders),
		in_scratch(the_source_language_has_no_file),
		cmocka_unit_test(tags_are_safe_in_paths),
		in_scratch(linguas_lists_languages),
	};
	return cmocka_run_group_tests_name("translation", tests, NULL, NULL);
}
