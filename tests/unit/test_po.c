/* test_po.c: reading PO files, and writing the template that they start from.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "po/join.h"
#include "po/po.h"
#include "po/pot.h"

static struct po *load(const char *text, struct diag *diag)
{
	write_text("x.po", text);
	return po_load("x.po", diag);
}

static struct po *load_good(const char *text)
{
	struct diag diag = {0};
	struct po *po = load(text, &diag);
	expect_diag(&diag, "");
	assert_non_null(po);
	return po;
}

static void check_refused(const char *text, const char *expected, const char *file, int line)
{
	struct diag diag = {0};
	struct po *po = load(text, &diag);
	_assert_true(po == NULL, text, file, line);
	check_diag(&diag, expected, file, line);
}
#define assert_refused(text, expected) check_refused(text, expected, __FILE__, __LINE__)

/* The translation of one message, or "(none)". */
static void check_translated(const char *text, const char *context, const char *id,
			     const char *expected, const char *file, int line)
{
	struct po *po = load_good(text);
	const struct po_entry *entry = po_find(po, context, str_of(id));
	check_str(entry ? entry->str : STR("(none)"), expected, file, line);
	po_free(po);
}
#define assert_translated(text, context, id, expected)                                             \
	check_translated(text, context, id, expected, __FILE__, __LINE__)

static void an_entry_is_found(void **state)
{
	(void) state;
	struct po *po = load_good("# by hand\n"
				  "#. for translators\n"
				  "#: data/toy.xml\n"
				  "msgid \"cat\"\n"
				  "msgstr \"Katze\"\n");
	assert_int_equal(po->count, 1);
	assert_string_equal(po->header, "");
	const struct po_entry *entry = po_find(po, NULL, STR("cat"));
	assert_ptr_equal(entry, po->entries[0]);
	assert_str(entry->id, "cat");
	assert_null(entry->context);
	assert_false(entry->fuzzy);
	assert_string_equal(entry->loc.file, "x.po");
	assert_int_equal(entry->loc.line, 4);
	assert_int_equal(entry->loc.col, 1);
	assert_int_equal(entry->str_loc.line, 5);
	assert_null(po_find(po, NULL, STR("dog")));
	assert_null(po_find(po, "", STR("cat")));
	po_free(po);
}

static void escapes_are_resolved(void **state)
{
	(void) state;
	assert_translated("msgid \"a\"\nmsgstr \"\\\"\\\\\\n\\t\\r\\a\\b\\f\\v\"\n", NULL, "a",
			  "\"\\\n\t\r\a\b\f\v");
	assert_translated("msgid \"a\"\nmsgstr \"\\101\\x42\\7\"\n", NULL, "a", "AB\a");
	assert_translated("msgid \"a\\tb\"\nmsgstr \"c\"\n", NULL, "a\tb", "c");
	assert_refused("msgid \"a\"\nmsgstr \"b\\q\"\n",
		       "x.po:2:11: error: invalid escape sequence\n");
	assert_refused("msgid \"a\"\nmsgstr \"\\000\"\n",
		       "x.po:2:13: error: invalid escape sequence\n");
	assert_refused("msgid \"a\"\nmsgstr \"\\777\"\n",
		       "x.po:2:13: error: invalid escape sequence\n");
	assert_refused("msgid \"a\"\nmsgstr \"\\xg\"\n",
		       "x.po:2:11: error: invalid escape sequence\n");
	assert_refused("msgid \"a\"\nmsgstr \"\\x41f\"\n",
		       "x.po:2:14: error: invalid escape sequence\n");
	assert_refused("msgid \"a\"\nmsgstr \"b\\004\"\n",
		       "x.po:2:8: error: a string cannot hold the character U+0004\n");
}

static void lines_are_continued(void **state)
{
	(void) state;
	assert_translated("msgid \"\"\n\"one \"\n\"two\"\nmsgstr \"\"\n  \"eins \"\n\n\"zwei\"\n",
			  NULL, "one two", "eins zwei");
	assert_translated("msgid \"one \" \"two\"\nmsgstr\t\"a\"\"b\"", NULL, "one two", "ab");
	assert_translated("msgctxt \"c\" msgid \"a\" msgstr \"b\" msgid \"d\"\nmsgstr \"e\"", "c",
			  "a", "b");
	assert_translated("# a \\\nmsgid \"lost\"\nmsgid \"a\\\nb\"\nmsg\\\nstr \"c\"\n", NULL,
			  "ab", "c");
	assert_refused("\"lost\"\n", "x.po:1:1: error: string without a keyword\n");
	assert_refused("msgid \"a\"\nmsgstr \"b\"\n# c\n\"d\"\n",
		       "x.po:4:1: error: string without a keyword\n");
}

static void contexts_keep_messages_apart(void **state)
{
	(void) state;
	static const char text[] = "msgid \"Send\"\nmsgstr \"1\"\n"
				   "msgctxt \"verb\"\nmsgid \"Send\"\nmsgstr \"2\"\n"
				   "msgctxt \"\"\nmsgid \"Send\"\nmsgstr \"3\"\n"
				   "msgctxt \"a\"\n\"b\"\nmsgid \"Send\"\nmsgstr \"4\"\n";
	assert_translated(text, NULL, "Send", "1");
	assert_translated(text, "verb", "Send", "2");
	assert_translated(text, "", "Send", "3");
	assert_translated(text, "ab", "Send", "4");
	assert_translated(text, "noun", "Send", "(none)");
	assert_refused("msgctxt \"a\"\nmsgstr \"b\"\n", "x.po:2:1: error: msgctxt without msgid\n");
	assert_refused("msgctxt \"a\"\nmsgctxt \"b\"\nmsgid \"c\"\nmsgstr \"d\"\n",
		       "x.po:2:1: error: msgctxt without msgid\n");
}

static void long_keys_are_found(void **state)
{
	(void) state;
	struct buf text = {0};
	struct arena arena = {0};
	char *id = arena_alloc(&arena, 5001);
	memset(id, 'k', 5000);
	buf_printf(&text, "msgctxt \"c\"\nmsgid \"%s\"\nmsgstr \"long\"\n", id);
	assert_translated(buf_cstr(&text), "c", id, "long");
	buf_free(&text);
	arena_free(&arena);
}

static void plural_gives_its_first_form(void **state)
{
	(void) state;
	static const char text[] = "msgid \"cat\"\nmsgid_plural \"cats\"\n"
				   "msgstr[0] \"Katze\"\nmsgstr[1] \"Kat\"\n\"zen\"\n"
				   "msgid \"dog\"\nmsgstr \"Hund\"\n";
	assert_translated(text, NULL, "cat", "Katze");
	assert_translated(text, NULL, "dog", "Hund");
	assert_refused("msgid_plural \"a\"\n", "x.po:1:1: error: msgid_plural without msgid\n");
	assert_refused("msgid \"a\"\nmsgstr[0] \"b\"\n",
		       "x.po:1:1: error: msgstr[N] without msgid_plural\n");
	assert_refused("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n",
		       "x.po:3:8: error: expected msgstr[N]\n");
	assert_refused("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0 \"c\"\n",
		       "x.po:3:10: error: expected msgstr[N]\n");
	assert_refused("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"\n",
		       "x.po:3:1: error: plural forms are numbered 0, 1, 2 and so on\n");
	assert_refused("msgid \"a\"\nmsgid_plural \"b\"\nmsgid \"c\"\n",
		       "x.po:1:1: error: msgid without msgstr\n");
}

static void obsolete_entries_are_ignored(void **state)
{
	(void) state;
	static const char text[] = "msgid \"a\"\nmsgstr \"b\"\n\n"
				   "#, fuzzy\n#~ msgid \"e\"\n#~ msgstr \"old\"\n\n"
				   "#~ msgctxt \"x\"\n#~ msgid \"a\"\n#~ msgstr \"older\"\n\n"
				   "msgid \"c\"\nmsgstr \"d\"\n";
	struct po *po = load_good(text);
	assert_int_equal(po->count, 2);
	assert_str(po->entries[0]->str, "b");
	assert_str(po->entries[1]->str, "d");
	assert_false(po->entries[1]->fuzzy); /* that flag was of the obsolete one */
	assert_null(po_find(po, NULL, STR("e")));
	po_free(po);
	assert_refused("#~ msgid \"a\"\nmsgstr \"b\"\n",
		       "x.po:2:1: error: an entry has '#~' before all its lines or before none\n");
	assert_refused("msgid \"a\"\nmsgstr \"b\"\n#~ msgid \"a\"\n#~ msgstr \"old\"\n",
		       "x.po:3:4: error: duplicate message definition\n"
		       "x.po:1:1: note: first defined here\n");
}

static void previous_messages_are_ignored(void **state)
{
	(void) state;
	struct po *po = load_good("#, fuzzy\n#| msgctxt \"old\"\n#| msgid \"old\"\n"
				  "msgid \"new\"\nmsgstr \"neu\"\n");
	assert_int_equal(po->count, 1);
	assert_true(po->entries[0]->fuzzy);
	assert_str(po->entries[0]->id, "new");
	assert_int_equal(po->entries[0]->start.line, 2);
	assert_int_equal(po->entries[0]->context_loc.line, 4);
	po_free(po);
	assert_refused("#| msgctxt \"old\"\nmsgid \"new\"\nmsgstr \"neu\"\n",
		       "x.po:2:1: error: '#|' without msgid\n");
	assert_refused("#| msgid \"old\"\n# c\nmsgid \"new\"\nmsgstr \"neu\"\n",
		       "x.po:2:1: error: '#|' without an entry below it\n");
}

static void fuzzy_belongs_to_the_entry_below(void **state)
{
	(void) state;
	struct po *po =
		load_good("msgid \"a\"\nmsgstr \"1\"\n"
			  "#, fuzzy\nmsgid \"b\"\nmsgstr \"2\"\n"
			  "msgid \"c\"\nmsgstr \"3\"\n"
			  "#, c-format, fuzzy\n# more\nmsgctxt \"x\"\nmsgid \"d\"\nmsgstr \"4\"\n"
			  "#, c-format\n# fuzzy\nmsgid \"e\"\nmsgstr \"5\"\n"
			  "#, fuzzy\n#, c-format\nmsgid \"f\"\nmsgstr \"6\"\n"
			  "#, not-fuzzy,fuzzyx\nmsgid \"g\"\nmsgstr \"7\"\n");
	static const bool fuzzy[] = {false, true, false, true, false, true, false};
	assert_int_equal(po->count, 7);
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(po->entries[i]->fuzzy, fuzzy[i]);
	po_free(po);
}

static void the_header_names_the_charset(void **state)
{
	(void) state;
	static const char *const good[] = {"UTF-8",    "utf-8", "UTF8",
					   "us-ascii", "ASCII", "CHARSET"};
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		char text[200];
		snprintf(text, sizeof text,
			 "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=%s\\n\"\n",
			 good[i]);
		struct po *po = load_good(text);
		assert_non_null(strstr(po->header, good[i]));
		assert_int_equal(po->count, 0);
		po_free(po);
	}
	assert_refused(
		"# x\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=GBK\\n\"\n",
		"x.po:3:1: error: charset is GBK; it has to be UTF-8\n");
	assert_refused("msgid \"\"\nmsgstr \"charset=UTF-8-and-more\"\n",
		       "x.po:2:1: error: charset is UTF-8-and-more; it has to be UTF-8\n");
}

static void a_byte_order_mark_is_told(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct po *po = load("\xef\xbb\xbfmsgid \"a\"\nmsgstr \"b\"\n", &diag);
	assert_str(po_find(po, NULL, STR("a"))->str, "b");
	expect_diag(&diag, "x.po:1:1: warning: a byte order mark begins the file; the tools of "
			   "gettext refuse that\n");
	po_free(po);
}

static void other_line_ends_are_read(void **state)
{
	(void) state;
	assert_translated("msgid \"a\"\r\nmsgstr \"\"\r\n\"b\"\r\n", NULL, "a", "b");
	assert_translated("msgid \"a\"\nmsgstr \"b\"", NULL, "a", "b");
	assert_translated("", NULL, "a", "(none)");
}

static void duplicates_name_the_first(void **state)
{
	(void) state;
	assert_refused("msgid \"a\"\nmsgstr \"b\"\n\n  msgid \"a\"\nmsgstr \"c\"\n",
		       "x.po:4:3: error: duplicate message definition\n"
		       "x.po:1:1: note: first defined here\n");
	assert_refused(
		"msgctxt \"x\"\nmsgid \"a\"\nmsgstr \"b\"\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"\"\n",
		"x.po:5:1: error: duplicate message definition\n"
		"x.po:2:1: note: first defined here\n");
	assert_refused("msgid \"\"\nmsgstr \"\"\nmsgid \"\"\nmsgstr \"\"\n",
		       "x.po:3:1: error: duplicate message definition\n"
		       "x.po:1:1: note: first defined here\n");
}

static void half_entries_are_refused(void **state)
{
	(void) state;
	assert_refused("msgid \"a\"\n", "x.po:1:1: error: msgid without msgstr\n");
	assert_refused("\nmsgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n",
		       "x.po:2:1: error: msgid without msgstr\n");
	assert_refused("msgstr \"a\"\n", "x.po:1:1: error: msgstr without msgid\n");
	assert_refused("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n",
		       "x.po:3:1: error: msgstr without msgid\n");
	assert_refused("msgid\nmsgstr \"b\"\n",
		       "x.po:2:1: error: expected a string in double quotes\n");
}

static void unclosed_strings_are_refused(void **state)
{
	(void) state;
	assert_refused("msgid \"a\"\nmsgstr \"b\n",
		       "x.po:2:8: error: end of line inside a string\n");
	assert_refused("msgid \"a\"\nmsgstr \"b", "x.po:2:8: error: end of line inside a string\n");
	assert_refused("msgid \"a\"\nmsgstr \"\"\n\"b\\\"\n",
		       "x.po:3:1: error: end of line inside a string\n");
	assert_refused("msgid \"a\" b\n", "x.po:1:11: error: unknown keyword in a PO file\n");
	assert_refused("msgid \"a\";\n", "x.po:1:10: error: unexpected text in a PO file\n");
}

static void garbage_is_refused(void **state)
{
	(void) state;
	struct diag diag = {0};
	assert_refused("hello\n", "x.po:1:1: error: unknown keyword in a PO file\n");
	assert_refused("msgidx \"a\"\n", "x.po:1:1: error: unknown keyword in a PO file\n");
	assert_refused("  }\n", "x.po:1:3: error: unexpected text in a PO file\n");
	assert_refused("7\n", "x.po:1:1: error: unexpected text in a PO file\n");
	assert_refused("msgid \"\xff\"\n", "x.po:1:8: error: not UTF-8 text (byte 0xff)\n");
	assert_null(po_load("none.po", &diag));
	expect_diag(&diag, "none.po: error: cannot open: No such file or directory\n");
}

/* An escape may spell bytes that are no text. */
static void escapes_spell_utf8(void **state)
{
	(void) state;
	assert_translated("msgid \"a\"\nmsgstr \"\\344\\275\\240\"\n", NULL, "a", "\xe4\xbd\xa0");
	assert_refused("msgid \"a\"\nmsgstr \"\\xff\"\n", "x.po:2:1: error: not UTF-8 text\n");
}

static void comments_need_not_be_utf8(void **state)
{
	(void) state;
	assert_translated("# \xff\nmsgid \"a\"\nmsgstr \"b\"\n", NULL, "a", "b");
}

/* ---- joining ---- */

/* Joins a file with one message: the context "x" now has the text "new". */
static void check_joined(const char *text, const char *expected, const char *file, int line)
{
	const struct message now = {.context = "x", .id = STR("new")};
	const struct message *const all[] = {&now};
	struct po *po = load_good(text);
	struct buf joined = {0};
	_assert_int_equal(po_join(&joined, po, all, 1), strcmp(text, expected) != 0, file, line);
	check_buf(&joined, expected, file, line);
	buf_free(&joined);
	po_free(po);
}
#define assert_joined(text, expected) check_joined(text, expected, __FILE__, __LINE__)

static void a_rewritten_text_keeps_its_translation(void **state)
{
	(void) state;
	assert_joined(
		"msgid \"a\"\nmsgstr \"b\"\n\n# c\nmsgctxt \"x\"\nmsgid \"\"\n\"old\"\n"
		"msgstr \"alt\"\n\n# end",
		"msgid \"a\"\nmsgstr \"b\"\n\n# c\n#, fuzzy\n#| msgid \"old\"\nmsgctxt \"x\"\n"
		"msgid \"new\"\nmsgstr \"alt\"\n\n# end");
	assert_joined(
		"#, fuzzy\n#| msgid \"older\"\nmsgctxt \"x\"\nmsgid \"old\"\nmsgstr \"alt\"\n",
		"#, fuzzy\n#| msgid \"older\"\nmsgctxt \"x\"\nmsgid \"new\"\nmsgstr \"alt\"\n");
	assert_joined("msgctxt \"x\"\nmsgid \"new\"\nmsgstr \"neu\"\n",
		      "msgctxt \"x\"\nmsgid \"new\"\nmsgstr \"neu\"\n");
	assert_joined("msgctxt \"x\"\nmsgid \"old\"\nmsgstr \"\"\n",
		      "msgctxt \"x\"\nmsgid \"old\"\nmsgstr \"\"\n");
}

/* A translator took "fuzzy" out and left the rest. */
static void what_was_previous_is_replaced(void **state)
{
	(void) state;
	assert_joined(
		"# c\n#| msgid \"older\"\nmsgctxt \"x\"\nmsgid \"old\"\nmsgstr \"alt\"\n",
		"# c\n#, fuzzy\n#| msgid \"old\"\nmsgctxt \"x\"\nmsgid \"new\"\nmsgstr \"alt\"\n");
}

/* A context such as "verb" does not tell which text became which. */
static void a_shared_context_joins_nothing(void **state)
{
	(void) state;
	assert_joined("msgctxt \"x\"\nmsgid \"old\"\nmsgstr \"alt\"\n"
		      "msgctxt \"x\"\nmsgid \"older\"\nmsgstr \"alt\"\n",
		      "msgctxt \"x\"\nmsgid \"old\"\nmsgstr \"alt\"\n"
		      "msgctxt \"x\"\nmsgid \"older\"\nmsgstr \"alt\"\n");
	const struct message one = {.context = "verb", .id = STR("Send")};
	const struct message two = {.context = "verb", .id = STR("Read")};
	const struct message *const all[] = {&one, &two, &one};
	struct po *po = load_good("msgctxt \"verb\"\nmsgid \"Read\"\nmsgstr \"lies\"\n");
	struct buf joined = {0};
	assert_int_equal(po_join(&joined, po, all, 3), 0);
	expect_buf(&joined, "msgctxt \"verb\"\nmsgid \"Read\"\nmsgstr \"lies\"\n");
	buf_free(&joined);
	po_free(po);
}

static void odd_layouts_are_joined(void **state)
{
	(void) state;
	assert_joined("msgid \"a\" msgstr \"b\" msgctxt \"x\" msgid \"old\" msgstr \"alt\"",
		      "msgid \"a\" msgstr \"b\" \n#, fuzzy\n#| msgid \"old\"\nmsgctxt \"x\" "
		      "msgid \"new\"\nmsgstr \"alt\"");
	assert_joined("msgctxt \"x\"\nmsgid \"old\"\nmsgid_plural \"olds\"\nmsgstr[0] \"alt\"\n",
		      "#, fuzzy\n#| msgid \"old\"\nmsgctxt \"x\"\nmsgid \"new\"\n"
		      "msgid_plural \"olds\"\nmsgstr[0] \"alt\"\n");
}

/* ---- the template ---- */

static const char *entries_of(struct buf *pot)
{
	const char *end_of_header = strstr(buf_cstr(pot), "8bit\\n\"\n");
	assert_non_null(end_of_header);
	return end_of_header + strlen("8bit\\n\"\n");
}

static void pot_holds_each_message_once(void **state)
{
	(void) state;
	static struct run hole[] = {{.kind = RUN_PLACEHOLDER, .text = {"n", 1}}};
	const struct message a = {.context = "toy:1|name",
				  .id = STR("say \"\\\""),
				  .comment = "TOY 1, name",
				  .file = "data/toy.xml"};
	const struct message b = {.id = STR("{n}"), .file = "x.mustache", .text = {hole, 1}};
	const struct message other = {
		.context = "toy:2|name", .id = STR("say \"\\\""), .file = "data/toy.xml"};
	const struct message *const all[] = {&a, &b, &a, &other, &b};
	struct buf pot = {0};
	pot_write(&pot, all, 5);
	assert_string_equal(entries_of(&pot), "\n#. TOY 1, name\n#: data/toy.xml\n"
					      "msgctxt \"toy:1|name\"\n"
					      "msgid \"say \\\"\\\\\\\"\"\nmsgstr \"\"\n"
					      "\n#: x.mustache\n#, python-brace-format\n"
					      "msgid \"{n}\"\nmsgstr \"\"\n"
					      "\n#: data/toy.xml\nmsgctxt \"toy:2|name\"\n"
					      "msgid \"say \\\"\\\\\\\"\"\nmsgstr \"\"\n");
	/* What was written can be read. */
	struct po *po = load_good(buf_cstr(&pot));
	assert_int_equal(po->count, 3);
	assert_non_null(po_find(po, "toy:1|name", STR("say \"\\\"")));
	po_free(po);
	buf_free(&pot);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(an_entry_is_found),
		in_scratch(escapes_are_resolved),
		in_scratch(lines_are_continued),
		in_scratch(contexts_keep_messages_apart),
		in_scratch(long_keys_are_found),
		in_scratch(plural_gives_its_first_form),
		in_scratch(obsolete_entries_are_ignored),
		in_scratch(previous_messages_are_ignored),
		in_scratch(fuzzy_belongs_to_the_entry_below),
		in_scratch(the_header_names_the_charset),
		in_scratch(other_line_ends_are_read),
		in_scratch(a_byte_order_mark_is_told),
		in_scratch(duplicates_name_the_first),
		in_scratch(half_entries_are_refused),
		in_scratch(unclosed_strings_are_refused),
		in_scratch(garbage_is_refused),
		in_scratch(escapes_spell_utf8),
		in_scratch(comments_need_not_be_utf8),
		in_scratch(a_rewritten_text_keeps_its_translation),
		in_scratch(what_was_previous_is_replaced),
		in_scratch(a_shared_context_joins_nothing),
		in_scratch(odd_layouts_are_joined),
		in_scratch(pot_holds_each_message_once),
	};
	return cmocka_run_group_tests_name("po", tests, NULL, NULL);
}
