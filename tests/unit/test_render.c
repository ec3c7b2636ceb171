/* test_render.c: what a renderer keeps from one document to the next makes no difference.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "template/template.h"
#include "view/json.h"

/* What documents are made of: for each name, values to choose from. All of them last. */
static const char pool_text[] =
	"{\"a\": [{\"name\": \"A1\", \"dash\": \"- 1\", \"items\": [{\"name\": \"i\"}, {\"name\": \"k\"}],"
	"          \"deep\": {\"x\": 1, \"name\": \"deep\"}, \"yes\": true},"
	"         {\"name\": \"A2\", \"dash\": \"2. x\", \"items\": [], \"deep\": {\"x\": 2}, \"yes\": false},"
	"         {\"name\": \"*A3*\", \"dash\": \"#\", \"items\": [{\"name\": \"only\"}], \"title\": \"T3\"},"
	"         null],"
	" \"b\": [{\"name\": \"B1\", \"deep\": {\"x\": 11}}, {\"name\": \"B2\", \"deep\": {\"y\": 12}},"
	"         {\"name\": \"B3\", \"title\": \"TB\", \"yes\": true}],"
	" \"c\": [{\"name\": \"C1\"}, {\"name\": \"C2\"}], \"d\": [{\"name\": \"D1\"}, {\"name\": \"D2\"}],"
	" \"e\": [{\"name\": \"E1\"}, {\"name\": \"E2\"}],"
	" \"title\": [\"root title\", \"another\"], \"maybe\": [true, false], \"raw\": [\"\", \"x\", \"\\n\"],"
	" \"tree\": [{\"n\": 1, \"kids\": [{\"n\": 2, \"kids\": []}, {\"n\": 3, \"kids\": [{\"n\": 4, \"kids\": []}]}]},"
	"            {\"n\": 5, \"kids\": []}],"
	" \"rows\": [{\"name\": \"r1\", \"deep\": {\"x\": 7}}, {\"name\": \"r2\", \"title\": \"row title\"},"
	"            {\"name\": \"r3\", \"b\": {\"name\": \"inner b\"}}, {\"name\": \"r4\", \"deep\": {\"x\": 8}}]}";

/* The document that links lead from, and how often one was written. */
struct counting_linker {
	struct linker linker;
	unsigned document, written;
};

static bool write_link(const struct linker *linker, const struct link *link, struct buf *buf)
{
	struct counting_linker *self = (struct counting_linker *) (uintptr_t) linker;
	if (buf && link->subject)
		buf_puts(buf, "there");
	else if (buf)
		buf_printf(buf, "self-%u", self->document);
	self->written += buf != NULL;
	return true;
}

static const char subject; /* a link asks only whether it has one */
static const struct link there = {.subject = (const void *) &subject}, self = {.subject = NULL};

static struct run runs[] = {{.kind = RUN_PLAIN, .text = {"- note", 6}}};
static const struct text note = {.runs = runs, .count = 1};

struct world {
	struct arena arena, scratch;
	struct symbols symbols;
	struct template_set *set;
	struct counting_linker linker;
	struct renderer kept;
	struct value pool;
	const struct program *program;
	uint32_t random;
	char changing[16]; /* a string at one address */
};

static void make_lasting(struct value *value)
{
	value->lasting = true;
	struct value *items = (struct value *) (uintptr_t) value->as.list.items;
	for (size_t i = 0; value->kind == VALUE_LIST && i < value->as.list.count; i++)
		make_lasting(&items[i]);
	struct member *members = (struct member *) (uintptr_t) value->as.map.members;
	for (size_t i = 0; value->kind == VALUE_MAP && i < value->as.map.count; i++)
		make_lasting(&members[i].value);
}

static void begin(struct world *w, enum mode mode, const char *text)
{
	struct diag diag = {0};
	*w = (struct world){.linker.linker.write = write_link, .random = 1};
	write_text("pool.json", pool_text);
	assert_true(json_read(&w->arena, &w->symbols, "pool.json", &w->pool, &diag));
	make_lasting(&w->pool);
	w->set = template_set_new(NULL, &w->symbols);
	assert_true(template_add(w->set, "main", str_of(text), &diag));
	assert_true(template_add(w->set, "part", STR("<{{name}} {{title}} {{deep.x}}>"), &diag));
	assert_true(
		template_add(w->set, "tree", STR("{{n}}({{#kids}}{{> tree}}{{/kids}})"), &diag));
	assert_true(template_add(w->set, "parent", STR("{{a.name}}{{$block}}default{{/block}}\n"),
				 &diag));
	w->program = template_compile(w->set, "main", mode, NULL, 0, &w->arena, &diag);
	assert_non_null(w->program);
	w->kept = (struct renderer){.symbols = &w->symbols, .linker = &w->linker.linker};
	expect_diag(&diag, "");
}

static void end(struct world *w)
{
	renderer_free(&w->kept);
	template_set_free(w->set);
	symbols_free(&w->symbols);
	arena_free(&w->scratch);
	arena_free(&w->arena);
}

static uint32_t choose(struct world *w, uint32_t count)
{
	w->random = w->random * 1103515245u + 12345u;
	return (w->random >> 16) % count;
}

static struct value choice(struct world *w, const char *name, size_t index)
{
	const struct value *list = value_member(&w->pool, symbol_of(&w->symbols, str_of(name)));
	assert_non_null(list);
	return list->as.list.items[index % list->as.list.count];
}

/* A list that does not last, of rows that do, but for some. */
static struct value new_list(struct world *w)
{
	size_t count = choose(w, 4);
	struct value *items = arena_array(&w->scratch, count, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		items[i] = choice(w, "rows", choose(w, 4));
		items[i].lasting = choose(w, 8) != 0;
	}
	return value_list(items, count);
}

static void put(struct world *w, struct map_builder *map, const char *name, struct value value)
{
	map_add_member(map, symbol_of(&w->symbols, str_of(name)), value);
}

/* The root of some document. Which members it has differs, and nothing of it stays where
 * it is. */
static struct value new_document(struct world *w)
{
	static const char *const names[] = {"a", "b", "c", "d", "e", "maybe", "raw", "tree"};
	arena_reset(&w->scratch);
	w->linker.document++;
	struct map_builder root = {.arena = &w->scratch, .symbols = &w->symbols};
	if (choose(w, 2))
		put(w, &root, "title", choice(w, "title", choose(w, 2)));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		put(w, &root, names[i], choice(w, names[i], choose(w, 12)));
	snprintf(w->changing, sizeof w->changing, "%u", choose(w, 1000));
	put(w, &root, "changing", value_string(w->changing));
	put(w, &root, "list", new_list(w));
	put(w, &root, "note",
	    (struct value){.kind = VALUE_TEXT, .lasting = true, .as.text = &note});
	put(w, &root, "there",
	    (struct value){.kind = VALUE_LINK, .lasting = true, .as.link = &there});
	put(w, &root, "self",
	    (struct value){.kind = VALUE_LINK, .lasting = true, .as.link = &self});
	return map_done(&root);
}

/* By the renderer that has rendered all the others, and by one that has rendered none. */
static void render_both(struct world *w, const struct value *root, struct buf *out,
			struct buf *expected)
{
	struct renderer fresh = {.symbols = &w->symbols, .linker = &w->linker.linker};
	out->len = expected->len = 0;
	assert_true(template_render(&fresh, w->program, root, expected));
	renderer_free(&fresh);
	assert_true(template_render(&w->kept, w->program, root, out));
}

static void check_same(enum mode mode, const char *text)
{
	enum { DOCUMENTS = 3000, FORGET = 700 };
	struct world w;
	struct buf out = {0}, expected = {0};
	begin(&w, mode, text);
	for (size_t i = 0; i < DOCUMENTS; i++) {
		struct value root = new_document(&w);
		if (i % FORGET == FORGET - 1)
			renderer_forget(&w.kept);
		render_both(&w, &root, &out, &expected);
		assert_string_equal(buf_cstr(&out), buf_cstr(&expected));
	}
	buf_free(&out);
	buf_free(&expected);
	end(&w);
}

static void values_that_change(void **state)
{
	(void) state;
	check_same(MODE_HTML, "{{a.name}} and {{b.name}}, {{a.deep.x}}{{b.deep.x}} {{c.name}}\n"
			      "{{#a}}{{name}} {{deep.x}} {{title}}{{/a}}{{^a}}none{{/a}}\n"
			      "{{#b}}{{name}} {{deep.x}} {{title}}{{/b}}\n{{title}} {{d.name}}\n");
	check_same(MODE_TEXT,
		   "{{#maybe}}{{a.name}}{{b.name}}{{c.name}}{{d.name}}{{e.name}}{{/maybe}}"
		   "{{^maybe}}{{e.name}}{{/maybe}}.");
}

static void values_that_do_not_last(void **state)
{
	(void) state;
	check_same(MODE_TEXT, "{{a.name}} {{changing}} {{#maybe}}{{b.name}}{{changing}}{{/maybe}}"
			      "{{#a}}{{name}}{{changing}}{{/a}} {{c.name}}\n");
	check_same(MODE_TEXT, "{{#list}}{{name}} {{deep.x}} {{b.name}}\n{{/list}}"
			      "{{^list}}none, {{a.name}}{{/list}}");
	check_same(MODE_JSON, "[{{list}}, {{a}}, {{changing}}, {{b.deep}}]");
}

static void names_in_inner_frames(void **state)
{
	(void) state;
	check_same(MODE_TEXT, "{{#list}}{{title}} {{b.name}} {{#deep}}{{name}} {{title}}{{/deep}}\n"
			      "{{/list}}{{#a}}{{#deep}}{{name}} {{title}} {{yes}}{{/deep}}{{/a}}\n"
			      "{{#b}}{{#deep}}{{name}} {{x}} {{y}}{{/deep}}{{/b}}\n");
}

static void places_in_lists(void **state)
{
	(void) state;
	check_same(MODE_TEXT, "{{#list}}{{#-first}}[{{a.name}}: {{/-first}}{{name}} {{b.name}}"
			      "{{^-last}}, {{/-last}}{{#-last}}]{{/-last}}{{/list}}\n");
	check_same(MODE_TEXT, "{{#list}}{{-index}} {{name}} {{#deep}}{{#-first}}first{{/-first}}"
			      "{{x}}{{-index}}{{/deep}}\n{{/list}}");
	check_same(MODE_TEXT, "{{#a.items}}{{name}}{{-index}}{{^-last}}, {{/-last}}"
			      "{{#b}}{{name}}{{#-last}}!{{/-last}}{{/b}}{{/a.items}} {{c.name}}\n");
}

static void partials_and_inheritance(void **state)
{
	(void) state;
	check_same(MODE_TEXT, "{{> part}}{{#a}}{{> part}}{{/a}}{{#b}}{{> part}}{{/b}}\n"
			      "{{#list}}{{> part}}{{/list}}\n{{#tree}}{{> tree}}{{/tree}}\n");
	check_same(MODE_TEXT, "{{<parent}}{{$block}} {{b.name}} {{#a}}{{> part}}{{/a}}{{/block}}"
			      "{{/parent}}{{<parent}}{{/parent}}");
}

static void what_stands_before(void **state)
{
	(void) state;
	check_same(MODE_MARKDOWN, "{{{raw}}}{{a.dash}}\n{{{raw}}}{{#a}}{{dash}}{{/a}} {{a.dash}}\n"
				  "{{#list}}{{{raw}}}{{a.dash}}{{name}}{{/list}}");
	check_same(MODE_MARKDOWN, "{{{raw}}}{{note}} {{{raw}}}{{changing}}{{note}}\n"
				  "{{#list}}{{{raw}}}{{note}}{{changing}}{{/list}}");
	check_same(MODE_TEXT, "{{#list}}{{changing}}{{^-last}},{{/-last}}\n{{/list}}");
	check_same(MODE_ROFF, "{{{raw}}}{{#a}}{{dash}}{{/a}}{{a.dash}}\n{{a.dash}}");
}

static void links_to_the_document_itself(void **state)
{
	(void) state;
	check_same(MODE_HTML, "{{#there}}<{{.}}>{{/there}} {{a.name}} {{#self}}<{{.}}>{{/self}}"
			      "{{#maybe}}{{self}}{{/maybe}}{{#a}}{{name}}{{self}}{{/a}}\n");
}

/* How many links are written by the hundredth document of one kind. */
static unsigned links_written(struct world *w, const char *text)
{
	struct buf out = {0};
	unsigned before = 0;
	begin(w, MODE_HTML, text);
	for (size_t i = 0; i < 100; i++) {
		struct value root = new_document(w);
		struct member *members = (struct member *) (uintptr_t) root.as.map.members;
		for (size_t k = 0; k < root.as.map.count; k++)
			if (members[k].name == symbol_of(&w->symbols, STR("a")))
				members[k].value = choice(w, "a", i % 3);
		before = w->linker.written;
		assert_true(template_render(&w->kept, w->program, &root, &out));
	}
	buf_free(&out);
	end(w);
	return w->linker.written - before;
}

/* What is taken again needs not be made again. */
static void pieces_are_taken_again(void **state)
{
	struct world w;
	(void) state;
	assert_int_equal(links_written(&w, "{{a.name}}<{{there}}>{{a.deep.x}}"), 0);
	assert_int_equal(links_written(&w, "{{#a}}{{name}}<{{there}}>{{/a}}"), 0);
	assert_int_equal(links_written(&w, "{{a.name}}<{{self}}>"), 1);
	assert_int_equal(links_written(&w, "{{#a}}{{name}}<{{self}}>{{/a}}"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(values_that_change),           in_scratch(values_that_do_not_last),
		in_scratch(names_in_inner_frames),        in_scratch(places_in_lists),
		in_scratch(partials_and_inheritance),     in_scratch(what_stands_before),
		in_scratch(links_to_the_document_itself), in_scratch(pieces_are_taken_again),
	};
	return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
