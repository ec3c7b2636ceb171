/* test_catalog.c: from XML to the model, and what is refused with which place.
 *
 * SPDX-License-Identifier: MIT */
#include "toy.h"

#include "base/file.h"

/* ---- the model ---- */

static struct catalog *load_toy(void)
{
	struct diag diag = {0};
	struct catalog *catalog = load_xml(toy_xml, &diag);
	expect_diag(&diag, "");
	assert_non_null(catalog);
	return catalog;
}

static void a_protocol_has_its_head(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	const struct protocol *toy = catalog_protocol(catalog, STR("toy"));
	assert_int_equal(catalog->protocol_count, 1);
	assert_ptr_equal(toy, catalog->protocols[0]);
	assert_null(catalog_protocol(catalog, STR("to")));
	assert_string_equal(toy->name, "TOY");
	assert_string_equal(toy->version, "1.2.3");
	assert_string_equal(toy->date, "2020-02-29");
	assert_string_equal(toy->base, "x.xml");
	assert_int_equal(toy->form, VALUES_DECIMAL);
	assert_str(toy->title->id, "Toy Protocol");
	assert_string_equal(toy->title->context, "toy|title");
	assert_str(toy->description.items[0]->id,
		   "As in <code ref=\"20\"/>, by <src ref=\"t1\"/>.");

	assert_int_equal(toy->source_count, 2);
	assert_ptr_equal(protocol_source(toy, STR("t2")), &toy->sources[1]);
	assert_null(protocol_source(toy, STR("t3")));
	assert_string_equal(toy->sources[0].title, "Toys");
	assert_string_equal(toy->sources[0].anchor, "s-");
	assert_null(toy->sources[0].obsoletes);
	assert_string_equal(toy->sources[1].obsoletes, "t0 t1");
	assert_int_equal(toy->role_count, 2);
	assert_string_equal(toy->roles[1].id, "parent");
	catalog_free(catalog);
}

static void classes_and_facets_are_typed(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	const struct protocol *toy = catalog->protocols[0];
	assert_int_equal(toy->class_count, 2);
	assert_string_equal(toy->classes[0].label, "1x");
	assert_true(toy->classes[0].ranged);
	assert_int_equal(toy->classes[0].to, 19);
	assert_null(toy->classes[1].label);
	assert_string_equal(toy->classes[1].name->context, "toy|class.bad.name");

	assert_int_equal(toy->facet_count, 2);
	const struct facet *retry = &toy->facets[0], *part = &toy->facets[1];
	assert_false(retry->multiple || retry->optional || retry->place);
	assert_true(part->multiple && part->optional && part->place);
	assert_int_equal(retry->count, 2);
	assert_null(retry->values[0].literal);
	assert_null(retry->values[0].meaning);
	assert_str(retry->values[1].meaning->id, "Wait.");
	assert_string_equal(retry->values[1].meaning->context, "toy|facet.retry.later.meaning");
	assert_ptr_equal(retry->values[1].facet, retry);
	assert_string_equal(part->values[1].literal, "DOOR");

	assert_int_equal(toy->associate_count, 1);
	assert_string_equal(toy->associates[0].citation.section, "9");
	assert_str(toy->associates_name->id, "Toy notes");
	catalog_free(catalog);
}

static void a_code_has_all_it_says(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	const struct protocol *toy = catalog->protocols[0];
	const struct code *code = protocol_code(toy, STR("20"));
	assert_non_null(code);
	assert_string_equal(code->slug, "20");
	assert_string_equal(code->id, "broken");
	assert_true(code->numeric);
	assert_int_equal(code->number, 20);
	assert_ptr_equal(code->class, &toy->classes[1]);
	assert_string_equal(code->phrase, "It broke");
	assert_null(code->expires);
	assert_int_equal(code->loc.line, 32);

	assert_int_equal(code->description.count, 2);
	const struct message *first = code->description.items[0];
	assert_str(first->id, "It <em>is</em> broken &amp; <cmd>PLAY</cmd> fails.");
	assert_string_equal(first->context, "toy:20|description");
	assert_string_equal(first->subject, "TOY 20 Broken");
	assert_string_equal(first->field, "description");
	assert_string_equal(first->sources, "T 1 §2.1");
	assert_string_equal(first->file, "x.xml");
	assert_int_equal(first->text.count, 5);
	assert_string_equal(code->description.items[1]->context, "toy:20|description.more");

	assert_int_equal(code->fix_count, 2);
	assert_ptr_equal(code->fixes[1].role, &toy->roles[1]);
	assert_string_equal(code->fixes[1].text.items[0]->context, "toy:20|fix.parent");
	assert_int_equal(code->practice_count, 1);
	assert_ptr_equal(code->practices[0].source, &toy->sources[1]);
	assert_string_equal(code->practices[0].text.items[0]->context, "toy:20|practice.big-toy");
	assert_int_equal(code->alias_count, 1);
	assert_string_equal(code->aliases[0].name, "Kaput");
	assert_int_equal(code->associated_count, 1);
	assert_true(code->associated[0].practice);
	assert_int_equal(code->citation_count, 1);
	assert_string_equal(code->citations[0].section, "2.1");
	assert_int_equal(code->see_count, 1);
	assert_ptr_equal(code->see[0].code, protocol_code(toy, STR("11")));
	assert_int_equal(code->example_count, 1);
	assert_int_equal(code->examples[0].count, 2);
	assert_string_equal(code->examples[0].lines[1].from, "S");
	assert_string_equal(code->examples[0].lines[1].text, "20 It broke");
	catalog_free(catalog);
}

static void facts_follow_the_facets(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	const struct protocol *toy = catalog->protocols[0];
	const struct code *broken = protocol_code(toy, STR("20"));
	const struct code *plays = protocol_code(toy, STR("11"));
	assert_ptr_equal(broken->facts[0].facet, &toy->facets[0]);
	assert_int_equal(broken->facts[0].count, 1);
	assert_string_equal(broken->facts[0].values[0]->id, "later");
	/* In the order of the facet, not of the fact. */
	assert_int_equal(broken->facts[1].count, 2);
	assert_string_equal(broken->facts[1].values[0]->id, "wheel");
	assert_string_equal(broken->facts[1].values[1]->id, "door");
	assert_ptr_equal(plays->facts[1].facet, &toy->facets[1]);
	assert_int_equal(plays->facts[1].count, 0);
	catalog_free(catalog);
}

static void one_value_may_have_two_owners(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	const struct protocol *toy = catalog->protocols[0];
	assert_int_equal(toy->code_count, 3);
	assert_string_equal(toy->codes[0].slug, "11");
	assert_string_equal(toy->codes[1].slug, "11-big-toy");
	assert_string_equal(toy->codes[2].slug, "20");
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(toy->codes[i].index, i);
	assert_ptr_equal(protocol_code(toy, STR("11")), &toy->codes[0]);
	assert_ptr_equal(protocol_code(toy, STR("11-big-toy")), &toy->codes[1]);
	assert_null(protocol_code(toy, STR("12")));
	assert_ptr_equal(catalog_code(catalog, NULL, STR("toy:20")), &toy->codes[2]);
	assert_ptr_equal(catalog_code(catalog, toy, STR("20")), &toy->codes[2]);
	assert_null(catalog_code(catalog, NULL, STR("20")));
	assert_null(catalog_code(catalog, toy, STR("tow:20")));
	assert_null(catalog_code(catalog, toy, STR("")));
	catalog_free(catalog);
}

static void a_pair_is_found_in_both_orders(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	const struct protocol *toy = catalog->protocols[0];
	const struct code *low = &toy->codes[0], *high = &toy->codes[2];
	const struct comparison *pair = protocol_comparison(low, high);
	assert_int_equal(toy->comparison_count, 1);
	assert_ptr_equal(pair, &toy->comparisons[0]);
	assert_ptr_equal(protocol_comparison(high, low), pair);
	assert_null(protocol_comparison(low, &toy->codes[1]));
	assert_ptr_equal(pair->a, low);
	assert_ptr_equal(pair->b, high);
	assert_string_equal(pair->lead->context, "toy:11-20|lead");
	assert_string_equal(pair->differences[0].text->context, "toy:11-20|difference.noise");
	struct subject subject = subject_of_pair(high, low);
	assert_int_equal(subject.kind, SUBJECT_PAIR);
	assert_ptr_equal(subject.a, low);
	assert_ptr_equal(subject.b, high);
	catalog_free(catalog);
}

static void messages_stand_in_file_order(void **state)
{
	(void) state;
	struct catalog *catalog = load_toy();
	assert_string_equal(catalog->messages[0]->context, "toy|title");
	assert_string_equal(catalog->messages[catalog->message_count - 1]->context,
			    "toy:11-20|decision");
	for (size_t i = 1; i < catalog->message_count; i++)
		assert_true(catalog->messages[i]->loc.line >= catalog->messages[i - 1]->loc.line);
	catalog_free(catalog);
}

static void a_directory_is_read_in_order_of_ids(void **state)
{
	(void) state;
	struct diag diag = {0};
	assert_int_equal(mkdir("data", 0777), 0);
	write_toy("data/a.xml", "zoo", "codes=", "codes=");
	write_toy("data/b.xml", "ark", "<see code=\"11\"/>", "<see code=\"zoo:11\"/>");
	write_text("data/notes.txt", "no catalog");
	static const char *const paths[] = {"data"};
	struct catalog *catalog = catalog_load(paths, 1, &diag);
	expect_diag(&diag, "");
	assert_int_equal(catalog->protocol_count, 2);
	const struct protocol *ark = catalog->protocols[0], *zoo = catalog->protocols[1];
	assert_string_equal(ark->id, "ark");
	assert_string_equal(zoo->id, "zoo");
	assert_string_equal(zoo->file, "data/a.xml");
	assert_ptr_equal(ark->codes[2].see[0].code, &zoo->codes[0]);
	/* A pair across protocols goes by their ids. */
	struct subject subject = subject_of_pair(&zoo->codes[0], &ark->codes[2]);
	assert_ptr_equal(subject.a, &ark->codes[2]);
	assert_ptr_equal(subject.protocol, ark);
	assert_null(protocol_comparison(&zoo->codes[0], &ark->codes[2]));
	catalog_free(catalog);
}

/* ---- semantic errors ---- */

struct fault {
	const char *find, *replacement, *expected;
};

static void check_faults(const struct fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena arena = {0};
		struct diag diag = {0};
		const char *xml = replaced(&arena, toy_xml, faults[i].find, faults[i].replacement);
		struct catalog *catalog = load_xml(xml, &diag);
		expect_diag(&diag, faults[i].expected);
		assert_null(catalog);
		arena_free(&arena);
	}
}
#define CHECK_FAULTS(faults) check_faults(faults, sizeof(faults) / sizeof(faults)[0])

static void duplicates_name_the_first(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"<source id=\"t2\"", "<source id=\"t1\"",
		 "x.xml:8:9: error: duplicate source 't1'\n"
		 "x.xml:7:9: note: first defined here\n"
		 "x.xml:45:30: error: no source 't2'\n"
		 "x.xml:50:32: error: no source 't2'\n"
		 "x.xml:79:6: error: no source 't2'\n"},
		{"<role id=\"parent\"", "<role id=\"child\"",
		 "x.xml:12:7: error: duplicate role 'child'\n"
		 "x.xml:11:7: note: first defined here\n"
		 "x.xml:44:6: error: no role 'parent'\n"},
		{"<value id=\"later\"", "<value id=\"no\"",
		 "x.xml:21:8: error: duplicate facet value 'no'\n"
		 "x.xml:20:8: note: first defined here\n"
		 "x.xml:47:21: error: facet 'retry' has no value 'later'\n"},
		{"<facet id=\"part\"", "<facet id=\"retry\"",
		 "x.xml:23:8: error: duplicate facet 'retry'\n"
		 "x.xml:19:8: note: first defined here\n"
		 "x.xml:48:7: error: no facet 'part'\n"},
		{"<class id=\"bad\"", "<class id=\"good\"",
		 "x.xml:16:8: error: duplicate class 'good'\n"
		 "x.xml:15:8: note: first defined here\n"
		 "x.xml:32:30: error: no class 'bad'\n"},
		{"<fix role=\"parent\"", "<fix role=\"child\"",
		 "x.xml:44:1: error: duplicate fix for role 'child'\n"
		 "x.xml:43:1: note: first defined here\n"},
		{"<fact facet=\"part\" values=\"door wheel\"",
		 "<fact facet=\"retry\" values=\"no\"",
		 "x.xml:48:1: error: duplicate fact 'retry'\n"
		 "x.xml:47:1: note: first defined here\n"},
		{"</associates>",
		 "<associate value=\"1.1\" source=\"t1\">Twice</associate></associates>",
		 "x.xml:30:12: error: duplicate associate '1.1'\n"
		 "x.xml:29:12: note: first defined here\n"},
		{"</compare>",
		 "</compare><compare a=\"11\" b=\"20\"><lead>L</lead>"
		 "<decision><p>D</p></decision></compare>",
		 "x.xml:87:11: error: duplicate comparison '11-20'\n"
		 "x.xml:83:1: note: first defined here\n"},
		{"</difference>", "</difference><difference id=\"noise\">Twice.</difference>",
		 "x.xml:85:61: error: duplicate difference 'noise'\n"
		 "x.xml:85:13: note: first defined here\n"},
	};
	CHECK_FAULTS(faults);
}

static void values_and_ids_are_unique(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"status=\"unofficial\" vendor=\"Big Toy\"", "status=\"standard\"",
		 "x.xml:70:1: error: duplicate value '11'\n"
		 "x.xml:59:1: note: first defined here\n"},
		{"id=\"sings\"", "id=\"broken\"",
		 "x.xml:70:1: error: duplicate id 'broken'\n"
		 "x.xml:32:1: note: first defined here\n"},
		{"<alias id=\"kaput\"", "<alias id=\"plays\"",
		 "x.xml:59:1: error: duplicate id 'plays'\n"
		 "x.xml:50:8: note: first defined here\n"},
		{"<alias id=\"kaput\"", "<alias id=\"broken\"",
		 "x.xml:50:8: error: duplicate id 'broken'\n"
		 "x.xml:32:1: note: first defined here\n"},
	};
	CHECK_FAULTS(faults);
}

static void references_lead_somewhere(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"<see code=\"11\"", "<see code=\"12\"", "x.xml:53:6: error: no code '12'\n"},
		{"<see code=\"11\"", "<see\n  code=\"ark:11\"",
		 "x.xml:54:3: error: no code 'ark:11'\n"},
		{"<see code=\"11\"", "<see code=\"20\"",
		 "x.xml:53:6: error: code 20 refers to itself\n"},
		{"<ref source=\"t1\" section", "<ref source=\"t9\" section",
		 "x.xml:52:6: error: no source 't9'\n"},
		{"<code ref=\"20\"/>", "<code ref=\"21\"/>", "x.xml:5:14: error: no code '21'\n"},
		{"<src ref=\"t1\"/>", "<src ref=\"t9\"/>", "x.xml:5:14: error: no source 't9'\n"},
		{"ref=\"toy:11\"", "ref=\"toy:12\"", "x.xml:39:1: error: no code 'toy:12'\n"},
		{"class=\"bad\"", "class=\"ugly\"", "x.xml:32:30: error: no class 'ugly'\n"},
		{"<fact facet=\"part\"", "<fact facet=\"whole\"",
		 "x.xml:48:7: error: no facet 'whole'\n"},
		{"values=\"door wheel\"", "values=\"door wing\"",
		 "x.xml:48:20: error: facet 'part' has no value 'wing'\n"},
		{"<fix role=\"parent\"", "<fix role=\"uncle\"",
		 "x.xml:44:6: error: no role 'uncle'\n"},
		{"<associated value=\"1.1\"", "<associated value=\"1.2\"",
		 "x.xml:51:13: error: no associate '1.2'\n"},
		{"value=\"1.1\" source=\"t1\"", "value=\"1.1\" source=\"t9\"",
		 "x.xml:29:24: error: no source 't9'\n"},
		{"<compare a=\"11\" b=\"20\"", "<compare a=\"11\" b=\"21\"",
		 "x.xml:83:17: error: no code '21'\n"},
	};
	CHECK_FAULTS(faults);
}

static void values_fit_their_class(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"<class id=\"bad\" from=\"20\" to=\"29\"",
		 "<class id=\"bad\" from=\"21\" to=\"29\"",
		 "x.xml:32:1: error: value 20 is outside its class 'bad' (21 to 29)\n"
		 "x.xml:16:1: note: the class is defined here\n"},
		{"<class id=\"bad\" from=\"20\" to=\"29\"", "<class id=\"bad\" prefix=\"3\"",
		 "x.xml:32:1: error: value 20 does not begin with the prefix '3' of its class "
		 "'bad'\n"
		 "x.xml:16:1: note: the class is defined here\n"},
	};
	CHECK_FAULTS(faults);
}

static void facts_are_stated(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"<fact facet=\"retry\" values=\"later\"/>", "",
		 "x.xml:46:1: error: code 20 does not state facet 'retry'\n"},
		{"values=\"later\"", "values=\"later no\"",
		 "x.xml:47:21: error: facet 'retry' takes one value\n"},
	};
	CHECK_FAULTS(faults);
}

static void status_agrees_with_its_attributes(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"status=\"unofficial\" vendor=\"Big Toy\"", "status=\"unofficial\"",
		 "x.xml:70:1: error: duplicate value '11'\n"
		 "x.xml:59:1: note: first defined here\n"
		 "x.xml:70:1: error: an unofficial code names its vendor\n"},
		{"status=\"standard\"", "status=\"standard\" vendor=\"Big Toy\"",
		 "x.xml:32:1: error: only an unofficial code has a vendor\n"},
		{"status=\"standard\"", "status=\"temporary\"",
		 "x.xml:32:1: error: a temporary code, and no other, says when it expires\n"},
		{"status=\"standard\"", "status=\"standard\" expires=\"2030-01-31\"",
		 "x.xml:32:1: error: a temporary code, and no other, says when it expires\n"},
	};
	CHECK_FAULTS(faults);
}

static void paragraphs_and_texts_are_whole(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"<p id=\"more\">", "<p>",
		 "x.xml:39:1: error: every <p> after the first needs an id\n"},
		{"</description>\n<when>", "<p id=\"more\">Twice.</p></description>\n<when>",
		 "x.xml:40:4: error: duplicate paragraph id 'more'\n"},
		{"<p>Cry.</p>", "<p> <!-- nothing --> </p>", "x.xml:43:19: error: <p> is empty\n"},
		{"<cmd>PLAY</cmd>", "<cmd></cmd>", "x.xml:37:1: error: <cmd> is empty\n"},
		{"20 It broke</line>", "20 It\nbroke</line>",
		 "x.xml:56:1: error: <line> holds a line break\n"},
	};
	CHECK_FAULTS(faults);
}

static void the_lower_code_comes_first(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"a=\"11\" b=\"20\"", "a=\"20\" b=\"11\"",
		 "x.xml:83:1: error: in a comparison the lower value comes first: a=\"11\" "
		 "b=\"20\"\n"},
		{"a=\"11\" b=\"20\"", "a=\"11\" b=\"11\"",
		 "x.xml:83:1: error: a comparison is of two codes, not twice of 11\n"},
	};
	CHECK_FAULTS(faults);
}

static void all_errors_come_in_one_run(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	const char *xml = replaced(&arena, toy_xml, "<see code=\"11\"", "<see code=\"99\"");
	xml = replaced(&arena, xml, "class=\"bad\"", "class=\"ugly\"");
	xml = replaced(&arena, xml, "<ref source=\"t2\"", "<ref source=\"t3\"");
	xml = replaced(&arena, xml, "<code ref=\"20\"/>", "<code ref=\"98\"/>");
	assert_null(load_xml(xml, &diag));
	expect_diag(&diag, "x.xml:5:14: error: no code '98'\n"
			   "x.xml:32:30: error: no class 'ugly'\n"
			   "x.xml:53:6: error: no code '99'\n"
			   "x.xml:79:6: error: no source 't3'\n");
	arena_free(&arena);
}

static void errors_of_several_files_come_in_one_run(void **state)
{
	(void) state;
	struct diag diag = {0};
	static const char *const paths[] = {"b.xml", "a.xml", "none.xml", "c.xml"};
	write_toy("a.xml", "ark", "<see code=\"11\"", "<see code=\"99\"");
	write_toy("b.xml", "zoo", "class=\"bad\"", "class=\"ugly\"");
	write_text("c.xml", "<protocol>");
	assert_null(catalog_load(paths, 4, &diag));
	assert_int_equal(diag.system_errors, 1);
	assert_int_equal(diag.errors, 3);
	char *printed = NULL;
	size_t size;
	FILE *stream = open_memstream(&printed, &size);
	diag_print(&diag, stream);
	fclose(stream);
	static const char begin[] = "a.xml:53:6: error: no code '99'\n"
				    "b.xml:32:30: error: no class 'ugly'\n"
				    "c.xml:1:";
	assert_memory_equal(printed, begin, sizeof begin - 1);
	assert_non_null(strstr(printed, "\nnone.xml: error: cannot open: "));
	free(printed);
	diag_free(&diag);
}

static void protocols_have_different_ids(void **state)
{
	(void) state;
	struct diag diag = {0};
	static const char *const paths[] = {"a.xml", "b.xml"};
	write_text("a.xml", toy_xml);
	write_text("b.xml", toy_xml);
	assert_null(catalog_load(paths, 2, &diag));
	expect_diag(&diag, "b.xml:1:11: error: duplicate protocol 'toy'\n"
			   "a.xml:1:11: note: first defined here\n");
}

static void a_directory_holds_a_catalog(void **state)
{
	(void) state;
	struct diag diag = {0};
	static const char *const paths[] = {"data"};
	assert_int_equal(mkdir("data", 0777), 0);
	assert_null(catalog_load(paths, 1, &diag));
	expect_diag(&diag, "data: error: no catalog (*.xml) in this directory\n");
}

/* ---- hostile and broken files ---- */

/* Expects one message that begins so, and nothing else but its notes; what follows is
 * libxml2's. */
static void check_broken(const char *xml, const char *begin, const char *file, int line)
{
	struct diag diag = {0};
	_assert_true(load_xml(xml, &diag) == NULL, xml, file, line);
	_assert_int_equal(diag.errors, 1, file, line);
	char *printed = NULL;
	size_t size;
	FILE *stream = open_memstream(&printed, &size);
	diag_print(&diag, stream);
	fclose(stream);
	if (strncmp(printed, begin, strlen(begin)) != 0)
		_assert_string_equal(printed, begin, file, line);
	for (const char *next = strchr(printed, '\n') + 1; *next; next = strchr(next, '\n') + 1)
		_assert_true(strstr(next, ": note: ") != NULL, next, file, line);
	free(printed);
	diag_free(&diag);
}
#define assert_broken(xml, begin) check_broken(xml, begin, __FILE__, __LINE__)

static void a_document_type_is_refused(void **state)
{
	(void) state;
	static const char refusal[] =
		"x.xml:2: error: a document type declaration is not allowed (and no entities)\n";
	assert_broken("\n<!DOCTYPE protocol>\n<protocol/>\n", refusal);
	write_text("secret", "SECRET");
	assert_broken("\n<!DOCTYPE protocol [<!ENTITY x SYSTEM \"secret\">]>\n"
		      "<protocol>&x;</protocol>\n",
		      refusal);
	assert_broken("\n<!DOCTYPE protocol SYSTEM \"secret\">\n<protocol/>\n", refusal);
}

/* A FIFO would block, or tell, if anything opened it. */
static void external_entities_are_never_read(void **state)
{
	(void) state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_broken("<!DOCTYPE protocol [<!ENTITY % p SYSTEM \"fifo\"> %p;\n"
		      "<!ENTITY x SYSTEM \"fifo\">]>\n<protocol>&x;</protocol>\n",
		      "x.xml:1: error: a document type declaration is not allowed");
}

static void an_entity_bomb_does_not_go_off(void **state)
{
	(void) state;
	struct buf xml = {0};
	buf_puts(&xml, "<!DOCTYPE protocol [<!ENTITY e0 \"boom\">");
	for (int i = 1; i < 30; i++) {
		buf_printf(&xml, "<!ENTITY e%d \"", i);
		for (int k = 0; k < 10; k++)
			buf_printf(&xml, "&e%d;", i - 1);
		buf_puts(&xml, "\">");
	}
	buf_puts(&xml, "]>\n<protocol>&e29;</protocol>\n");
	assert_broken(buf_cstr(&xml), "x.xml:1: error: a document type declaration");
	buf_free(&xml);
	assert_broken("<protocol>\n&nbsp;</protocol>", "x.xml:2:7: error: not well-formed XML: ");
}

static void malformed_xml_has_a_place(void **state)
{
	(void) state;
	assert_broken("<protocol>\n<title>a</titel>\n</protocol>\n",
		      "x.xml:2:17: error: not well-formed XML: ");
	assert_broken("<protocol>\n", "x.xml:2:1: error: not well-formed XML: ");
	assert_broken("", "x.xml:");
	assert_broken("hello\n", "x.xml:1:1: error: not well-formed XML: ");
	assert_broken("<protocol a=\"1\" a=\"2\"/>\n", "x.xml:1:");
}

static void the_schema_is_kept_to(void **state)
{
	(void) state;
	struct arena arena = {0};
	assert_broken(replaced(&arena, toy_xml, "status=\"standard\"", "status=\"fine\""),
		      "x.xml:32:56: error: not valid: status=\"fine\" is none of: standard, ");
	assert_broken(replaced(&arena, toy_xml, "<choose>When it fell.</choose>\n", ""), "x.xml:");
	assert_broken(replaced(&arena, toy_xml, "<role id=\"child\"", "<role id=\"Child\""),
		      "x.xml:11:7: error: not valid: id=\"Child\" does not match ");
	assert_broken(replaced(&arena, toy_xml, "<em>is</em>", "<b>is</b>"), "x.xml:");
	assert_broken("<other/>\n", "x.xml:1:1: error: not valid: ");
	arena_free(&arena);
}

static void bytes_that_are_no_utf8_are_refused(void **state)
{
	(void) state;
	struct arena arena = {0};
	assert_broken(replaced(&arena, toy_xml, "Toy Protocol", "T\xf6y"),
		      "x.xml:2:9: error: not UTF-8 text (byte 0xf6)\n");
	arena_free(&arena);
}

static void a_file_has_a_largest_size(void **state)
{
	(void) state;
	struct diag diag = {0};
	static const char *const paths[] = {"x.xml"};
	write_text("x.xml", toy_xml);
	assert_int_equal(truncate("x.xml", (off_t) FILE_MAX_SIZE + 1), 0);
	assert_null(catalog_load(paths, 1, &diag));
	expect_diag(&diag, "x.xml: error: file is larger than 16 MiB\n");
}

static void places_survive_comments_and_cdata(void **state)
{
	(void) state;
	static const struct fault faults[] = {
		{"<see code=\"11\"", "<!-- <see code=\"x\"> -->\n<see code='12'",
		 "x.xml:54:6: error: no code '12'\n"},
		{"20 It broke</line>\n</example>\n</code>\n<code value=\"11\" id=\"plays\" class=\"good\"",
		 "<![CDATA[<b>&</b>]]></line>\n</example>\n</code>\n<?a <b> ?><code value=\"11\" "
		 "id=\"plays\" class=\"x\"",
		 "x.xml:59:39: error: no class 'x'\n"},
	};
	CHECK_FAULTS(faults);
}

/* ---- values ---- */

/* A catalog whose codes have these values, in this order in the file. */
static const char *with_values(struct arena *arena, const char *form, const char *const *values,
			       size_t count)
{
	struct buf codes = {0};
	for (size_t i = 0; i < count; i++)
		buf_printf(&codes,
			   "<code value=\"%s\" id=\"c%zu\" class=\"any\" since=\"1.0.0\" "
			   "status=\"standard\"><name>N</name><summary>S</summary>"
			   "<description><p>D</p></description><when><p>W</p></when>"
			   "<choose>C</choose><facts/><ref source=\"t1\"/></code>\n",
			   values[i], i);
	const char *xml = arena_printf(
		arena,
		"<protocol id=\"toy\" name=\"TOY\" codes=\"%s\" version=\"1.0.0\" date=\"2020-02-29\">"
		"<title>T</title><term>t</term><summary>s</summary>"
		"<description><p>d</p></description>"
		"<sources><source id=\"t1\" number=\"T 1\" status=\"registry\" date=\"2001\" "
		"href=\"https://t.example/\">Toys</source></sources>"
		"<roles><role id=\"r\">R</role></roles>"
		"<classes><class id=\"any\"><name>Any</name><description><p>d</p></description>"
		"</class></classes>"
		"<facets><facet id=\"f\" optional=\"yes\"><name>F</name>"
		"<value id=\"v\" literal=\"V\"/></facet></facets>"
		"<codes>\n%s</codes></protocol>\n",
		form, buf_cstr(&codes));
	buf_free(&codes);
	return xml;
}

static void check_order(const char *form, const char *const *values, const char *const *sorted,
			size_t count)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct catalog *catalog = load_xml(with_values(&arena, form, values, count), &diag);
	expect_diag(&diag, "");
	const struct protocol *toy = catalog->protocols[0];
	assert_int_equal(toy->code_count, count);
	for (size_t i = 0; i < count; i++) {
		assert_string_equal(toy->codes[i].value, sorted[i]);
		assert_int_equal(toy->codes[i].index, i);
		assert_int_equal(code_order(&toy->codes[i], &toy->codes[i]), 0);
		for (size_t k = i + 1; k < count; k++) {
			assert_true(code_order(&toy->codes[i], &toy->codes[k]) < 0);
			assert_true(code_order(&toy->codes[k], &toy->codes[i]) > 0);
		}
	}
	catalog_free(catalog);
	arena_free(&arena);
}

static void codes_are_ordered_by_their_form(void **state)
{
	(void) state;
	static const char *const decimal[] = {"252", "9", "1000", "21"};
	static const char *const decimal_sorted[] = {"9", "21", "252", "1000"};
	check_order("decimal", decimal, decimal_sorted, 4);
	static const char *const hex[] = {"0x1F", "0x2", "0x7fffffff", "0x0A"};
	static const char *const hex_sorted[] = {"0x2", "0x0A", "0x1F", "0x7fffffff"};
	check_order("hex", hex, hex_sorted, 4);
	static const char *const dotted[] = {"4.10.1", "4.7", "5.0.0", "4.7.1", "4.9.30"};
	static const char *const dotted_sorted[] = {"4.7", "4.7.1", "4.9.30", "4.10.1", "5.0.0"};
	check_order("dotted", dotted, dotted_sorted, 5);
	static const char *const names[] = {"ZULU", "ALPHA", "MIKE"};
	check_order("symbolic", names, names, 3);
}

static void check_value(const char *form, const char *value, bool good)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct catalog *catalog = load_xml(with_values(&arena, form, &value, 1), &diag);
	assert_int_equal(catalog != NULL, good);
	expect_diag(&diag,
		    good ? ""
			 : arena_printf(&arena,
					"x.xml:2:7: error: value '%s' is not of the form that the "
					"protocol declares\n",
					value));
	catalog_free(catalog);
	arena_free(&arena);
}

static void values_have_the_declared_form(void **state)
{
	(void) state;
	static const struct {
		const char *form, *value;
		bool good;
	} cases[] = {
		{"decimal", "0", true},
		{"decimal", "2147483647", true},
		{"decimal", "4294967296", false},
		{"decimal", "99999999999999999999", false},
		{"decimal", "0x1F", false},
		{"decimal", "4.7.1", false},
		{"decimal", "OK", false},
		{"hex", "0x1f", true},
		{"hex", "1F", false},
		{"hex", "0x", false},
		{"hex", "0xg", false},
		{"hex", "0x100000000", false},
		{"dotted", "4.7.1", true},
		{"dotted", "4", true},
		{"dotted", "4.x", false},
		{"symbolic", "NXDOMAIN", true},
		{"symbolic", "4xx", false},
		{"symbolic", "A.B", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check_value(cases[i].form, cases[i].value, cases[i].good);
}

/* 7 and 007 are one number on the wire, and would be one constant in a header. */
static void one_number_is_one_code(void **state)
{
	(void) state;
	static const char *const decimal[] = {"7", "8", "007"}, *const hex[] = {"0xA", "0x0a"};
	struct arena arena = {0};
	struct diag diag = {0};
	assert_null(load_xml(with_values(&arena, "decimal", decimal, 3), &diag));
	expect_diag(&diag, "x.xml:4:1: error: duplicate value '007'\n"
			   "x.xml:2:1: note: first defined here\n");
	assert_null(load_xml(with_values(&arena, "hex", hex, 2), &diag));
	expect_diag(&diag, "x.xml:3:1: error: duplicate value '0x0a'\n"
			   "x.xml:2:1: note: first defined here\n");
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(a_protocol_has_its_head),
		in_scratch(classes_and_facets_are_typed),
		in_scratch(a_code_has_all_it_says),
		in_scratch(facts_follow_the_facets),
		in_scratch(one_value_may_have_two_owners),
		in_scratch(a_pair_is_found_in_both_orders),
		in_scratch(messages_stand_in_file_order),
		in_scratch(a_directory_is_read_in_order_of_ids),
		in_scratch(duplicates_name_the_first),
		in_scratch(values_and_ids_are_unique),
		in_scratch(references_lead_somewhere),
		in_scratch(values_fit_their_class),
		in_scratch(facts_are_stated),
		in_scratch(status_agrees_with_its_attributes),
		in_scratch(paragraphs_and_texts_are_whole),
		in_scratch(the_lower_code_comes_first),
		in_scratch(all_errors_come_in_one_run),
		in_scratch(errors_of_several_files_come_in_one_run),
		in_scratch(protocols_have_different_ids),
		in_scratch(a_directory_holds_a_catalog),
		in_scratch(a_document_type_is_refused),
		in_scratch(external_entities_are_never_read),
		in_scratch(an_entity_bomb_does_not_go_off),
		in_scratch(malformed_xml_has_a_place),
		in_scratch(the_schema_is_kept_to),
		in_scratch(bytes_that_are_no_utf8_are_refused),
		in_scratch(a_file_has_a_largest_size),
		in_scratch(places_survive_comments_and_cdata),
		in_scratch(codes_are_ordered_by_their_form),
		in_scratch(values_have_the_declared_form),
		in_scratch(one_number_is_one_code),
	};
	return cmocka_run_group_tests_name("catalog", tests, NULL, NULL);
}
