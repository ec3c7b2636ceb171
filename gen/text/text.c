/* text.c: see text.h. The grammar is a small part of XML (section 2.4 and 3.1
 * of the XML recommendation): elements without nesting, attributes in double or
 * single quotes, the five predefined entities.
 *
 * SPDX-License-Identifier: MIT */
#include "text/text.h"

#include "base/intl.h"

#include <stdlib.h>

static const char *const kind_names[] = {
	[RUN_PLAIN] = "",      [RUN_CMD] = "cmd",
	[RUN_REPLY] = "reply", [RUN_FIELD] = "field",
	[RUN_LIT] = "lit",     [RUN_EM] = "em",
	[RUN_CODE] = "code",   [RUN_SRC] = "src",
	[RUN_LINK] = "link",   [RUN_PLACEHOLDER] = "placeholder",
};

const char *run_kind_name(enum run_kind kind)
{
	return kind_names[kind];
}

bool run_is_literal(enum run_kind kind)
{
	return kind == RUN_CMD || kind == RUN_REPLY || kind == RUN_FIELD || kind == RUN_LIT;
}

struct parser {
	struct arena *arena;
	struct str in;
	size_t at;
	unsigned flags;
	struct run *runs;
	size_t count, room;
	struct text_error *error;
};

static bool fail(struct parser *p, const char *message, struct str detail, size_t offset)
{
	*p->error = (struct text_error){message, detail, offset};
	return false;
}

static struct run *add_run(struct parser *p, enum run_kind kind, size_t offset)
{
	p->runs = mem_grow(p->runs, &p->room, p->count + 1, sizeof *p->runs);
	struct run *run = &p->runs[p->count++];
	*run = (struct run){.kind = kind, .text = STR(""), .offset = offset};
	run->target = run->section = STR("");
	return run;
}

/* Resolves the entities of raw. A copy is made only where there are any. */
static bool unescape(struct parser *p, struct str raw, struct str *out)
{
	static const struct {
		struct str name;
		char c;
	} entities[] = {{{"&lt;", 4}, '<'},
			{{"&gt;", 4}, '>'},
			{{"&amp;", 5}, '&'},
			{{"&quot;", 6}, '"'},
			{{"&apos;", 6}, '\''}};
	if (!raw.len || !memchr(raw.ptr, '&', raw.len)) {
		*out = raw;
		return true;
	}
	char *copy = arena_alloc(p->arena, raw.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < raw.len;) {
		if (raw.ptr[i] != '&') {
			copy[len++] = raw.ptr[i++];
			continue;
		}
		size_t e = 0;
		while (e < sizeof entities / sizeof entities[0] &&
		       (raw.len - i < entities[e].name.len ||
			memcmp(raw.ptr + i, entities[e].name.ptr, entities[e].name.len) != 0))
			e++;
		if (e == sizeof entities / sizeof entities[0])
			return fail(p, N_("'&' begins no known entity; write '&amp;'"), STR(""),
				    (size_t) (raw.ptr + i - p->in.ptr));
		copy[len++] = entities[e].c;
		i += entities[e].name.len;
	}
	*out = (struct str){copy, len};
	return true;
}

static bool is_name_char(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == '_' || c == '-' || c == '.';
}

/* `{name}`: a name of letters, digits, '_', '-' and '.', as in a template. */
static bool parse_placeholder(struct parser *p)
{
	size_t start = p->at++, name = p->at;
	while (p->at < p->in.len && is_name_char(p->in.ptr[p->at]))
		p->at++;
	if (p->at == name || p->at >= p->in.len || p->in.ptr[p->at] != '}')
		return fail(p, N_("'{' begins no placeholder such as {name}"), STR(""), start);
	struct run *run = add_run(p, RUN_PLACEHOLDER, start);
	run->text = (struct str){p->in.ptr + name, p->at - name};
	p->at++;
	return true;
}

static bool parse_plain(struct parser *p)
{
	size_t start = p->at;
	bool placeholders = p->flags & TEXT_PLACEHOLDERS;
	while (p->at < p->in.len && p->in.ptr[p->at] != '<' &&
	       !(placeholders && (p->in.ptr[p->at] == '{' || p->in.ptr[p->at] == '}')))
		p->at++;
	struct str raw = {p->in.ptr + start, p->at - start}, text;
	if (!unescape(p, raw, &text))
		return false;
	add_run(p, RUN_PLAIN, start)->text = text;
	return true;
}

static void skip_space(struct parser *p)
{
	while (p->at < p->in.len && ascii_is_space(p->in.ptr[p->at]))
		p->at++;
}

static struct str parse_name(struct parser *p)
{
	size_t start = p->at;
	while (p->at < p->in.len && is_name_char(p->in.ptr[p->at]))
		p->at++;
	return (struct str){p->in.ptr + start, p->at - start};
}

static bool parse_attribute(struct parser *p, struct run *run, struct str element)
{
	size_t start = p->at;
	struct str name = parse_name(p), value;
	skip_space(p);
	if (!name.len || p->at >= p->in.len || p->in.ptr[p->at] != '=')
		return fail(p, N_("malformed tag <%.*s>"), element, start);
	p->at++;
	skip_space(p);
	char quote = p->at < p->in.len ? p->in.ptr[p->at] : '\0';
	const char *end = quote == '"' || quote == '\''
				  ? memchr(p->in.ptr + p->at + 1, quote, p->in.len - p->at - 1)
				  : NULL;
	if (!end)
		return fail(p, N_("attribute %.*s has no quoted value"), name, start);
	struct str raw = {p->in.ptr + p->at + 1, (size_t) (end - p->in.ptr) - p->at - 1};
	if (!unescape(p, raw, &value))
		return false;
	p->at += raw.len + 2;

	bool is_ref = str_equal(name, STR("ref")), is_href = str_equal(name, STR("href"));
	if ((is_ref && (run->kind == RUN_CODE || run->kind == RUN_SRC)) ||
	    (is_href && run->kind == RUN_LINK))
		run->target = value;
	else if (run->kind == RUN_SRC && str_equal(name, STR("section")))
		run->section = value;
	else
		return fail(p, N_("unknown attribute %.*s"), name, start);
	return true;
}

static bool kind_of_element(struct str name, enum run_kind *kind)
{
	for (int k = RUN_CMD; k <= RUN_LINK; k++)
		if (str_equal(name, str_of(kind_names[k]))) {
			*kind = (enum run_kind) k;
			return true;
		}
	return false;
}

/* The content and the end tag of `name`, whose start tag was just read. */
static bool parse_content(struct parser *p, struct run *run, struct str name, size_t start)
{
	size_t from = p->at;
	while (p->at < p->in.len && p->in.ptr[p->at] != '<')
		p->at++;
	struct str raw = {p->in.ptr + from, p->at - from};
	size_t left = p->in.len - p->at;
	if (!left)
		return fail(p, N_("<%.*s> is not closed"), name, start);
	if (left < name.len + 3 || p->in.ptr[p->at + 1] != '/' ||
	    memcmp(p->in.ptr + p->at + 2, name.ptr, name.len) != 0 ||
	    p->in.ptr[p->at + 2 + name.len] != '>')
		return fail(p, N_("<%.*s> is not followed by its end tag"), name, start);
	p->at += name.len + 3;
	if (run->kind == RUN_CODE || run->kind == RUN_SRC) {
		if (raw.len)
			return fail(p, N_("<%.*s> has to be empty"), name, start);
		return true;
	}
	return unescape(p, raw, &run->text);
}

static bool parse_element(struct parser *p)
{
	size_t start = p->at++;
	struct str name = parse_name(p);
	enum run_kind kind;
	if (!kind_of_element(name, &kind)) {
		if (p->at < p->in.len && p->in.ptr[p->at] == '/')
			return fail(p, N_("end tag without a start tag"), STR(""), start);
		return fail(p, N_("unknown inline element <%.*s>"), name, start);
	}
	/* Filled here and added whole: the array of runs may move. */
	struct run run = {.kind = kind, .text = STR(""), .offset = start};
	run.target = run.section = STR("");
	bool empty = false;
	for (;;) {
		skip_space(p);
		if (p->at >= p->in.len)
			return fail(p, N_("<%.*s> is not closed"), name, start);
		if (p->in.ptr[p->at] == '>') {
			p->at++;
			break;
		}
		if (p->in.ptr[p->at] == '/' && p->at + 1 < p->in.len &&
		    p->in.ptr[p->at + 1] == '>') {
			p->at += 2;
			empty = true;
			break;
		}
		if (!parse_attribute(p, &run, name))
			return false;
	}
	if (kind >= RUN_CODE && !run.target.len)
		return fail(p, N_("<%.*s> does not say what it refers to"), name, start);
	if (!empty && !parse_content(p, &run, name, start))
		return false;
	if (kind != RUN_CODE && kind != RUN_SRC && !run.text.len)
		return fail(p, N_("<%.*s> is empty"), name, start);
	*add_run(p, kind, start) = run;
	return true;
}

/* XML 1.0, section 2.2, has none of them but tab and line ends; a terminal may obey them. */
static bool has_no_controls(struct parser *p)
{
	for (size_t i = 0; i < p->in.len; i++) {
		char c = p->in.ptr[i];
		if (((unsigned char) c < ' ' && !ascii_is_space(c)) || c == '\x7f')
			return fail(p, N_("a control character stands in the text"), STR(""), i);
	}
	return true;
}

bool text_parse(struct arena *arena, struct str message, unsigned flags, struct text *text,
		struct text_error *error)
{
	struct parser p = {.arena = arena, .in = message, .flags = flags, .error = error};
	bool ok = message.len <= TEXT_MAX_SIZE ||
		  fail(&p, N_("text is longer than 64 KiB"), STR(""), 0);
	ok = ok && has_no_controls(&p);
	while (ok && p.at < message.len) {
		char c = message.ptr[p.at];
		if (c == '<')
			ok = parse_element(&p);
		else if (c == '{' && (flags & TEXT_PLACEHOLDERS))
			ok = parse_placeholder(&p);
		else if (c == '}' && (flags & TEXT_PLACEHOLDERS))
			ok = fail(&p, N_("'}' without '{'"), STR(""), p.at);
		else
			ok = parse_plain(&p);
	}
	if (ok) {
		struct run *runs = arena_array(arena, p.count, sizeof *runs);
		if (p.count)
			memcpy(runs, p.runs, p.count * sizeof *runs);
		*text = (struct text){.runs = runs, .count = p.count};
		for (size_t i = 0; i < p.count; i++)
			text->refers |= runs[i].kind == RUN_CODE || runs[i].kind == RUN_SRC;
	}
	free(p.runs);
	return ok;
}

/* Stress may come and go with the language; everything else has to be kept. */
static bool has_to_be_kept(const struct run *run)
{
	return run->kind != RUN_PLAIN && run->kind != RUN_EM;
}

static bool same_run(const struct run *a, const struct run *b)
{
	if (a->kind != b->kind || !str_equal(a->target, b->target) ||
	    !str_equal(a->section, b->section))
		return false;
	return a->kind == RUN_LINK || str_equal(a->text, b->text);
}

static size_t occurrences(const struct text *text, const struct run *run)
{
	size_t count = 0;
	for (size_t i = 0; i < text->count; i++)
		count += same_run(&text->runs[i], run);
	return count;
}

bool text_same_markup(const struct text *a, const struct text *b, struct markup_difference *found)
{
	for (int side = 0; side < 2; side++) {
		const struct text *from = side ? b : a;
		for (size_t i = 0; i < from->count; i++) {
			if (!has_to_be_kept(&from->runs[i]))
				continue;
			size_t in_a = occurrences(a, &from->runs[i]);
			size_t in_b = occurrences(b, &from->runs[i]);
			if (in_a != in_b) {
				*found = (struct markup_difference){&from->runs[i], in_a, in_b};
				return false;
			}
		}
	}
	return true;
}
