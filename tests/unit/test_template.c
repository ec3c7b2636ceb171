/* test_template.c: what this engine adds to Mustache, and its errors.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "template/template.h"
#include "view/json.h"

/* Templates by name, up to one without a name; the first is rendered. */
struct source {
	const char *name, *text;
};

struct job {
	const struct source *sources;
	enum mode mode;
	const char *json;
	const struct translation *translation;
	unsigned flags;
};

static bool run(const struct job *job, struct buf *out, struct diag *diag)
{
	struct arena arena = {0};
	struct symbols symbols = {0};
	struct template_set *set = template_set_new(NULL, &symbols);
	struct renderer renderer = {.symbols = &symbols};
	struct value context;
	bool ok = true;
	write_text("context.json", job->json ? job->json : "{}");
	assert_true(json_read(&arena, &symbols, "context.json", &context, diag));
	for (const struct source *s = job->sources; s->name; s++)
		ok &= template_add(set, s->name, str_of(s->text), diag);
	const struct program *program =
		ok ? template_compile(set, job->sources->name, job->mode, job->translation,
				      job->flags, &arena, diag)
		   : NULL;
	ok = program && template_render(&renderer, program, &context, out);
	renderer_free(&renderer);
	template_set_free(set);
	symbols_free(&symbols);
	arena_free(&arena);
	return ok;
}

static void check_rendered(struct job job, const char *expected, const char *file, int line)
{
	struct buf out = {0};
	struct diag diag = {0};
	bool ok = run(&job, &out, &diag);
	check_diag(&diag, "", file, line);
	_assert_true(ok, "rendered", file, line);
	check_buf(&out, expected, file, line);
	buf_free(&out);
}

static void check_refused(struct job job, const char *expected, const char *file, int line)
{
	struct buf out = {0};
	struct diag diag = {0};
	_assert_true(!run(&job, &out, &diag), "refused", file, line);
	check_diag(&diag, expected, file, line);
	buf_free(&out);
}

#define SOURCES(...) ((const struct source[]){__VA_ARGS__, {0}})
#define assert_text(template, json, expected)                                                      \
	check_rendered((struct job){SOURCES({"t", template}), MODE_TEXT, json, NULL, 0}, expected, \
		       __FILE__, __LINE__)
#define assert_set(json, expected, ...)                                                            \
	check_rendered((struct job){SOURCES(__VA_ARGS__), MODE_TEXT, json, NULL, 0}, expected,     \
		       __FILE__, __LINE__)
#define assert_error(template, expected)                                                           \
	check_refused((struct job){SOURCES({"t", template}), MODE_TEXT, NULL, NULL, 0}, expected,  \
		      __FILE__, __LINE__)
#define assert_error_in(start, template, expected)                                                 \
	check_refused((struct job){SOURCES({"t", template}), start, NULL, NULL, 0}, expected,      \
		      __FILE__, __LINE__)

/* ---- errors ---- */

static void unclosed_is_refused(void **state)
{
	(void) state;
	assert_error("a\n  {{#x}}\nb", "t:2:3: error: section 'x' is not closed\n");
	assert_error("{{^x}}{{$y}}{{/y}}", "t:1:1: error: section 'x' is not closed\n");
	assert_error("{{<p}}", "t:1:1: error: section 'p' is not closed\n");
	assert_error("a\nb {{x", "t:2:3: error: tag is not closed\n");
	assert_error("{{{x}}", "t:1:1: error: tag is not closed\n");
	assert_error("{{! x", "t:1:1: error: tag is not closed\n");
	assert_error("ab {{", "t:1:4: error: tag is not closed\n");
}

static void wrong_end_tags_are_refused(void **state)
{
	(void) state;
	assert_error("{{#a}}\n x{{/b}}\n{{/a}}",
		     "t:2:3: error: end tag {{/b}} closes nothing that is open\n"
		     "t:1:1: note: {{a}} is open here\n");
	assert_error("{{#a}}{{#b}}{{/a}}{{/b}}",
		     "t:1:13: error: end tag {{/a}} closes nothing that is open\n"
		     "t:1:7: note: {{b}} is open here\n");
	assert_error("x\n{{/a}}", "t:2:1: error: end tag {{/a}} closes nothing that is open\n");
}

static void malformed_tags_are_refused(void **state)
{
	(void) state;
	assert_error("x {{}}", "t:1:3: error: tag without a name\n");
	assert_error("{{# }}{{/ }}", "t:1:1: error: tag without a name\n");
	assert_error("{{a..b}}", "t:1:1: error: invalid name 'a..b'\n");
	assert_error("{{.a}}", "t:1:1: error: invalid name '.a'\n");
	assert_error("{{a.}}", "t:1:1: error: invalid name 'a.'\n");
	assert_error("{{=<%=}}", "t:1:1: error: invalid delimiters '<%'\n");
	assert_error("{{=a b c=}}", "t:1:1: error: invalid delimiters 'a b c'\n");
}

static void nesting_has_a_limit(void **state)
{
	(void) state;
	struct buf text = {0};
	for (int i = 0; i < 100; i++)
		buf_puts(&text, "{{#a}}");
	for (int i = 0; i < 100; i++)
		buf_puts(&text, "{{/a}}");
	assert_text(buf_cstr(&text), NULL, "");
	text.len = 0;
	for (int i = 0; i < 5000; i++)
		buf_puts(&text, "{{#a}}");
	assert_error(buf_cstr(&text), "t:1:601: error: sections are nested too deeply\n");
	buf_free(&text);
}

static void an_unknown_partial_is_nothing_unless_strict(void **state)
{
	(void) state;
	assert_text("a{{>none}}b{{<none}}{{/none}}", NULL, "ab");
	check_refused((struct job){SOURCES({"t", "x\n  {{>none}}\n"}), MODE_TEXT, NULL, NULL,
				   TEMPLATE_STRICT},
		      "t:2:3: error: no partial 'none'\n", __FILE__, __LINE__);
	check_refused((struct job){SOURCES({"t", "{{>p}}"}, {"p", "{{<none}}{{/none}}"}), MODE_TEXT,
				   NULL, NULL, TEMPLATE_STRICT},
		      "p:1:1: error: no partial 'none'\n", __FILE__, __LINE__);
}

static void a_section_ends_in_the_mode_it_began_in(void **state)
{
	(void) state;
	assert_error_in(MODE_C, "int a;\n {{#x}}\"{{/x}}\";",
			"t:2:2: error: section 'x' begins in C code and ends in a C string\n");
	assert_error_in(MODE_C, "{{^x}}/* {{/x}}",
			"t:1:1: error: section 'x' begins in C code and ends in a C comment\n");
	assert_error_in(MODE_C, "char *a = \"{{x}};\n",
			"t: error: the template begins in C code and ends in a C string\n");
	assert_error_in(MODE_JSON, "[{{#x}}\"{{/x}}]",
			"t:1:2: error: section 'x' begins in JSON and ends in a JSON string\n");
	assert_error_in(MODE_JSON, "[{{#tr}}x{{/tr}}]",
			"t:1:2: error: in JSON a sentence stands inside quotes\n");
}

static void values_are_escaped_where_they_stand(void **state)
{
	(void) state;
	check_rendered((struct job){SOURCES({"t", "#define {{x}} \"{{x}}\" /* {{x}} */\n"}), MODE_C,
				    "{\"x\": \"a\\\"*/\"}", NULL, 0},
		       "#define a___ \"a\\\"*/\" /* a\"* / */\n", __FILE__, __LINE__);
	check_rendered((struct job){SOURCES({"t", "{\"a\": {{x}}, \"b\": \"{{x}}\"}"}), MODE_JSON,
				    "{\"x\": \"\\\"\"}", NULL, 0},
		       "{\"a\": \"\\\"\", \"b\": \"\\\"\"}", __FILE__, __LINE__);
	check_rendered((struct job){SOURCES({"t", "{{x}} {{{x}}} {{&x}}"}), MODE_HTML,
				    "{\"x\": \"<\"}", NULL, 0},
		       "&lt; < <", __FILE__, __LINE__);
	/* A partial is compiled for the place where it is used. */
	check_rendered((struct job){SOURCES({"t", "{{>p}} \"{{>p}}\""}, {"p", "{{x}}"}), MODE_C,
				    "{\"x\": \"a.b\"}", NULL, 0},
		       "a_b \"a.b\"", __FILE__, __LINE__);
}

/* ---- sentences ---- */

static const char *const po_text = "msgid \"{n} codes of {a.b}\"\nmsgstr \"{a.b}: {n} Codes\"\n"
				   "msgctxt \"verb\"\nmsgid \"Send\"\nmsgstr \"Senden\"\n"
				   "msgid \"Send\"\nmsgstr \"Sendung\"\n"
				   "msgid \"New\"\nmsgstr \"\"\n"
				   "#, fuzzy\nmsgid \"Changed\"\nmsgstr \"Fuzzy\"\n";

/* Renders in a language in which the sentences have the translations above. */
static void check_translated(const char *template, enum mode mode, const char *json,
			     const char *expected, const char *file, int line)
{
	struct diag diag = {0};
	struct symbols symbols = {0};
	struct template_set *set = template_set_new(NULL, &symbols);
	size_t count;
	write_text("xx.po", po_text);
	struct translation *t = translation_load(".", "xx", &diag);
	assert_true(template_add(set, "t", str_of(template), &diag));
	const struct message *const *messages = template_messages(set, &count);
	translation_bind(t, messages, count, &diag);
	check_diag(&diag, "", file, line);
	template_set_free(set);
	symbols_free(&symbols);
	check_rendered((struct job){SOURCES({"t", template}), mode, json, t, 0}, expected, file,
		       line);
	translation_free(t);
}
#define assert_translated(template, mode, json, expected)                                          \
	check_translated(template, mode, json, expected, __FILE__, __LINE__)

static void sentences_are_translated(void **state)
{
	(void) state;
	static const char json[] = "{\"n\": 3, \"a\": {\"b\": \"X\"}}";
	assert_text("{{#tr}}{n} codes of {a.b}{{/tr}}.", json, "3 codes of X.");
	assert_translated("{{#tr}}{n} codes of {a.b}{{/tr}}.", MODE_TEXT, json, "X: 3 Codes.");
	assert_translated("{{#tr}}\n  {n} codes\n\tof {a.b}\n{{/tr}}", MODE_TEXT, json,
			  "X: 3 Codes");
	assert_translated("{{#tr}}Send{{/tr}} {{#tr:verb}}Send{{/tr:verb}}", MODE_TEXT, NULL,
			  "Sendung Senden");
	assert_text("{{#tr}}a &lt; <cmd>b</cmd>{{/tr}}", NULL, "a < b");
	assert_text("{{#tr}}[{none}]{{/tr}}", NULL, "[]");
}

static void untranslated_sentences_are_marked(void **state)
{
	(void) state;
	assert_translated("{{#tr}}New{{/tr}}", MODE_TEXT, NULL, "[en] New");
	assert_translated("{{#tr}}Changed{{/tr}}", MODE_TEXT, NULL, "[en*] Changed");
	assert_translated("{{#tr}}New{{/tr}}", MODE_HTML, NULL,
			  "<span lang=\"en\" class=\"untranslated\">New</span>");
	assert_translated("{{#tr}}Changed{{/tr}}", MODE_HTML, NULL,
			  "<span lang=\"en\" class=\"stale\">Changed</span>");
	assert_translated("<a title=\"{{#tr}}New{{/tr}}\">", MODE_HTML, NULL, "<a title=\"New\">");
	/* Nothing in it is English. */
	assert_translated("{{#tr}}{n}: {n} %{{/tr}}", MODE_TEXT, "{\"n\": 3}", "3: 3 %");
	assert_translated("{{#tr}}{n} new{{/tr}}", MODE_TEXT, "{\"n\": 3}", "[en] 3 new");
	assert_translated(".SH {{#tr}}New{{/tr}}\n.SS {{#tr}}Changed{{/tr}}\n{{#tr}}New{{/tr}}\n",
			  MODE_ROFF, NULL, ".SH New\n.SS [en*] Changed\n[en] New\n");
}

static void values_in_sentences_are_escaped(void **state)
{
	(void) state;
	check_rendered((struct job){SOURCES({"t", "{{#tr}}<cmd>a</cmd> {x}{{/tr}}"}), MODE_HTML,
				    "{\"x\": \"<b>\"}", NULL, 0},
		       "<code>a</code> &lt;b&gt;", __FILE__, __LINE__);
	check_rendered((struct job){SOURCES({"t", "\"{{#tr}}say &quot;{x}&quot;{{/tr}}\""}), MODE_C,
				    "{\"x\": \"\\\"\"}", NULL, 0},
		       "\"say \\\"\\\"\\\"\"", __FILE__, __LINE__);
}

static void broken_sentences_are_refused(void **state)
{
	(void) state;
	static const char holds_no_tags[] = "error: a sentence {{#tr}} holds no tags and ends with "
					    "{{/tr}}; a value is {name}\n";
	struct arena arena = {0};
	assert_error("a {{#tr}}b {{c}}{{/tr}}", arena_printf(&arena, "t:1:12: %s", holds_no_tags));
	assert_error("a {{#tr}}b", arena_printf(&arena, "t:1:3: %s", holds_no_tags));
	assert_error("{{#tr:verb}}b{{/tr}}", arena_printf(&arena, "t:1:14: %s", holds_no_tags));
	assert_error("{{#tr}} \n {{/tr}}", "t:1:1: error: empty sentence\n");
	assert_error("\n{{#tr}}a {b{{/tr}}",
		     "t:2:1: error: '{' begins no placeholder such as {name}\n");
	assert_error("{{#tr}}a < b{{/tr}}", "t:1:1: error: unknown inline element <>\n");
	arena_free(&arena);
}

static void messages_are_listed_once_in_order(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct symbols symbols = {0};
	struct template_set *set = template_set_new(NULL, &symbols);
	size_t count;
	assert_true(template_add(set, "z", STR("{{#tr}}last{{/tr}}{{#tr}}a  b{{/tr}}"), &diag));
	assert_true(template_add(set, "m",
				 STR("x\n{{! TRANSLATORS:  About\n the verb }}\n{{! not this }}\n"
				     "{{#tr:verb}}a b{{/tr:verb}} {{#tr}}\n a\nb\n{{/tr}}\n"),
				 &diag));
	const struct message *const *messages = template_messages(set, &count);
	assert_int_equal(count, 3);
	assert_str(messages[0]->id, "a b");
	assert_string_equal(messages[0]->context, "verb");
	assert_string_equal(messages[0]->comment, "About the verb");
	assert_string_equal(messages[0]->file, "m");
	assert_int_equal(messages[0]->loc.line, 5);
	assert_true(messages[0]->placeholders);
	assert_str(messages[1]->id, "a b");
	assert_null(messages[1]->context);
	assert_null(messages[1]->comment); /* a comment goes with one sentence */
	assert_str(messages[2]->id, "last");
	expect_diag(&diag, "");
	template_set_free(set);
	symbols_free(&symbols);
}

/* The sentences of some templates, by their ids, in brackets. */
static void check_sentences(const struct source *sources, const char *const *names, size_t count,
			    const char *expected, const char *file, int line)
{
	struct diag diag = {0};
	struct symbols symbols = {0};
	struct template_set *set = template_set_new(NULL, &symbols);
	struct buf ids = {0};
	size_t found;
	for (const struct source *s = sources; s->name; s++)
		assert_true(template_add(set, s->name, str_of(s->text), &diag));
	const struct message *const *messages = template_sentences(set, names, count, &found);
	for (size_t i = 0; i < found; i++)
		buf_printf(&ids, "[%.*s]", (int) messages[i]->id.len, messages[i]->id.ptr);
	check_buf(&ids, expected, file, line);
	check_diag(&diag, "", file, line);
	buf_free(&ids);
	template_set_free(set);
	symbols_free(&symbols);
}
#define NAMES(...) ((const char *const[]){__VA_ARGS__})
#define assert_sentences(sources, names, expected)                                                 \
	check_sentences(sources, names, sizeof(names) / sizeof *(names), expected, __FILE__,       \
			__LINE__)

static void sentences_are_those_of_what_is_included(void **state)
{
	(void) state;
	const struct source *sources =
		SOURCES({"a", "{{#tr}}1{{/tr}}{{#x}}{{^y}}{{>b}}{{/y}}{{/x}}{{#tr}}2{{/tr}}"},
			{"b", "{{#tr}}1{{/tr}}{{#tr}}3{{/tr}}{{>c}}{{>none}}"},
			{"c", "{{#tr}}4{{/tr}}{{>b}}"}, /* and b includes it */
			{"d", "{{<base}}{{$x}}{{#tr}}5{{/tr}}{{>c}}{{/x}}{{/base}}"},
			{"base", "{{#tr}}6{{/tr}}{{$x}}{{/x}}"}, {"e", "no sentence"},
			{"f", "{{#tr}}1{{/tr}}{{#tr:verb}}1{{/tr:verb}}"});
	assert_sentences(sources, NAMES("a"), "[1][2][3][4]");
	assert_sentences(sources, NAMES("b"), "[1][3][4]");
	assert_sentences(sources, NAMES("c"), "[4][1][3]");
	assert_sentences(sources, NAMES("d"), "[5][4][1][3][6]");
	assert_sentences(sources, NAMES("e"), "");
	assert_sentences(sources, NAMES("f"), "[1][1]"); /* of two contexts */
	assert_sentences(sources, NAMES("a", "e", "a", "base"), "[1][2][3][4][6]");
	check_sentences(sources, NULL, 0, "", __FILE__, __LINE__);
}

/* ---- names and lists ---- */

static void lists_know_where_they_stand(void **state)
{
	(void) state;
	static const char json[] = "{\"l\": [\"a\", \"b\", \"c\"], \"m\": [{\"n\": [1, 2]}, {}]}";
	assert_text("{{#l}}{{.}}{{^-last}}, {{/-last}}{{/l}}", json, "a, b, c");
	assert_text("{{#l}}{{-index}}{{#-first}}!{{/-first}}{{/l}}", json, "1!23");
	assert_text("{{#m}}<{{#n}}{{-index}}{{#-last}}.{{/-last}}{{/n}}{{-index}}>{{/m}}", json,
		    "<12.1><2>");
	assert_text("[{{-index}}{{#-first}}x{{/-first}}{{^-last}}y{{/-last}}]", json, "[y]");
}

static void names_with_dots_are_paths(void **state)
{
	(void) state;
	static const char json[] = "{\"a\": {\"b\": {\"c\": \"x\"}}, \"b\": {\"c\": \"outer\"}, "
				   "\"d\": \"text\", \"z\": 0}";
	assert_text("{{a.b.c}} {{ a.b.c }}", json, "x x");
	assert_text("{{#a}}{{b.c}}{{/a}} {{b.c}}", json, "x outer");
	assert_text("[{{a.x.c}}{{d.e}}{{none.b}}]", json, "[]");
	assert_text("{{#a.b}}{{c}}{{/a.b}}{{^a.c}}no{{/a.c}}", json, "xno");
	assert_text("{{#z}}zero is a value{{/z}}", json, "zero is a value");
}

static void very_long_names_are_not_cut(void **state)
{
	(void) state;
	struct buf name = {0}, json = {0};
	for (int i = 0; i < 40; i++) {
		buf_puts(&name, i ? ".a" : "{{a");
		buf_puts(&json, "{\"a\": ");
	}
	buf_puts(&name, "}}");
	buf_puts(&json, "\"deep\"");
	for (int i = 0; i < 40; i++)
		buf_putc(&json, '}');
	struct buf out = {0};
	struct diag diag = {0};
	struct job job = {SOURCES({"t", buf_cstr(&name)}), MODE_TEXT, buf_cstr(&json), NULL, 0};
	/* Either it is found or it is an error; it is never another value. */
	if (run(&job, &out, &diag))
		expect_buf(&out, "deep");
	else
		assert_int_equal(diag.errors, 1);
	diag_free(&diag);
	buf_free(&out);
	buf_free(&name);
	buf_free(&json);
}

/* ---- partials and inheritance ---- */

static void partials_are_indented(void **state)
{
	(void) state;
	assert_set("{\"x\": \"1\\n2\"}", "a\n  b\n\n  c1\n2\nd\n", {"t", "a\n  {{>p}}\nd\n"},
		   {"p", "b\n\nc{{x}}\n"});
	assert_set(NULL, "\t  x\n", {"t", "\t{{>p}}\n"}, {"p", "  {{>q}}\n"}, {"q", "x\n"});
	assert_set(NULL, "a b\n", {"t", "a {{>p}}\n"}, {"p", "b"});
}

static void blocks_are_replaced(void **state)
{
	(void) state;
	assert_set(NULL, "<A|two>", {"t", "{{<p}}{{$one}}A{{/one}} ignored {{/p}}"},
		   {"p", "<{{$one}}one{{/one}}|{{$two}}two{{/two}}>"});
	assert_set("{\"x\": \"v\"}", "[v!]", {"t", "{{<m}}{{$b}}{{x}}{{/b}}{{/m}}"},
		   {"m", "{{<p}}{{$b}}middle{{/b}}{{/p}}"}, {"p", "[{{$b}}{{/b}}!]"});
	/* Sentences in blocks too. */
	assert_set(NULL, "Hi.", {"t", "{{<p}}{{$b}}{{#tr}}Hi{{/tr}}{{/b}}{{/p}}"},
		   {"p", "{{$b}}{{/b}}."});
}

static void recursion_over_a_tree_ends(void **state)
{
	(void) state;
	assert_set(
		"{\"n\": 1, \"c\": [{\"n\": 2, \"c\": [{\"n\": 3, \"c\": []}]}, {\"n\": 4, \"c\": []}]}",
		"1(2(3))(4)", {"t", "{{>p}}"}, {"p", "{{n}}{{#c}}({{>p}}){{/c}}"});
}

static void endless_recursion_is_stopped(void **state)
{
	(void) state;
	struct buf out = {0};
	struct diag diag = {0};
	struct job job = {SOURCES({"t", "{{>t}}"}), MODE_TEXT, NULL, NULL, 0};
	assert_false(run(&job, &out, &diag)); /* found while rendering: the caller says so */
	expect_diag(&diag, "");
	buf_free(&out);

	check_refused((struct job){SOURCES({"t", "{{<t}}{{/t}}"}), MODE_TEXT, NULL, NULL, 0},
		      "t:1:1: error: templates inherit from each other without end\n", __FILE__,
		      __LINE__);
	check_refused((struct job){SOURCES({"t", "{{<p}}{{$b}}{{<p}}{{/p}}{{/b}}{{/p}}"},
					   {"p", "{{$b}}{{/b}}"}),
				   MODE_TEXT, NULL, NULL, 0},
		      "t:1:13: error: templates inherit from each other without end\n", __FILE__,
		      __LINE__);
}

/* Each level is indented more, so no two of them are the same program. */
static void indented_recursion_is_stopped(void **state)
{
	(void) state;
	check_refused((struct job){SOURCES({"t", "x\n  {{>t}}\n"}), MODE_TEXT, NULL, NULL, 0},
		      "t:2:3: error: partials include each other, each time indented more, without "
		      "end\n",
		      __FILE__, __LINE__);
}

/* Each brings in the next one twice: not deep, but it would not end. */
static void growth_is_stopped(void **state)
{
	(void) state;
	struct buf inheriting = {0}, out = {0};
	struct diag diag = {0};
	buf_puts(&inheriting, "{{<p}}");
	for (char c = 'a'; c < 'z'; c++)
		buf_printf(&inheriting, "{{$%c}}{{$%c}}{{/%c}}{{$%c}}{{/%c}}{{/%c}}", c, c + 1,
			   c + 1, c + 1, c + 1, c);
	buf_puts(&inheriting, "{{$z}}x{{/z}}{{/p}}");
	struct job job = {SOURCES({"t", buf_cstr(&inheriting)}, {"p", "{{$a}}{{/a}}"}), MODE_TEXT,
			  NULL, NULL, 0};
	assert_false(run(&job, &out, &diag));
	assert_int_equal(diag.errors, 1);
	diag_free(&diag);
	buf_free(&inheriting);

	struct job nested = {
		SOURCES({"t", "{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}x"
			      "{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}"}),
		MODE_TEXT, "{\"l\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}", NULL, 0};
	out.len = 0;
	assert_false(run(&nested, &out, &diag));
	expect_diag(&diag, "");
	buf_free(&out);
}

/* ---- files ---- */

static void templates_are_read_from_files(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct symbols symbols = {0};
	assert_int_equal(mkdir("dir", 0777), 0);
	assert_int_equal(mkdir("dir/sub", 0777), 0);
	write_text("dir/good.mustache", "{{>sub/p.1}}");
	write_text("dir/sub/p.1.mustache", "x{{>good}}");
	write_text("dir/lacks.mustache", "\n {{>none}}{{>../outside}}");
	write_text("dir/bad.mustache", "{{#x}}");
	write_text("outside.mustache", "outside");
	struct template_set *set = template_set_new("dir", &symbols);
	assert_ptr_equal(template_symbols(set), &symbols);
	const struct loc loc = {"outputs.xml", 3, 5};
	assert_true(template_require(set, "good", loc, &diag));
	expect_diag(&diag, "");
	assert_false(template_require(set, "lacks", loc, &diag));
	expect_diag(&diag, "dir/lacks.mustache:2:2: error: no partial 'none'\n"
			   "dir/lacks.mustache:2:11: error: no partial '../outside'\n");
	assert_false(template_require(set, "bad", loc, &diag));
	expect_diag(&diag, "dir/bad.mustache:1:1: error: section 'x' is not closed\n");
	assert_false(template_require(set, "bad", loc, &diag)); /* said once */
	expect_diag(&diag, "");
	assert_false(template_require(set, "none", loc, &diag));
	expect_diag(&diag, "outputs.xml:3:5: error: no template 'none.mustache'\n");
	template_set_free(set);
	symbols_free(&symbols);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(unclosed_is_refused),
		in_scratch(wrong_end_tags_are_refused),
		in_scratch(malformed_tags_are_refused),
		in_scratch(nesting_has_a_limit),
		in_scratch(an_unknown_partial_is_nothing_unless_strict),
		in_scratch(a_section_ends_in_the_mode_it_began_in),
		in_scratch(values_are_escaped_where_they_stand),
		in_scratch(sentences_are_translated),
		in_scratch(untranslated_sentences_are_marked),
		in_scratch(values_in_sentences_are_escaped),
		in_scratch(broken_sentences_are_refused),
		in_scratch(messages_are_listed_once_in_order),
		in_scratch(sentences_are_those_of_what_is_included),
		in_scratch(lists_know_where_they_stand),
		in_scratch(names_with_dots_are_paths),
		in_scratch(very_long_names_are_not_cut),
		in_scratch(partials_are_indented),
		in_scratch(blocks_are_replaced),
		in_scratch(recursion_over_a_tree_ends),
		in_scratch(endless_recursion_is_stopped),
		in_scratch(indented_recursion_is_stopped),
		in_scratch(growth_is_stopped),
		in_scratch(templates_are_read_from_files),
	};
	return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
