/* read.c: see read.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/read.h"

#include "base/buf.h"
#include "base/intl.h"

#include <limits.h>
#include <stdlib.h>

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct protocol *protocol;
	struct message_list *messages;
	/* Where the text that is being read belongs, for contexts and comments. */
	const char *context; /* "smtp:252" */
	const char *subject; /* "SMTP 252 Cannot Verify User" */
	const char *sources; /* "RFC 5321 §3.5.3", NULL where none */
};

static char *attribute(struct reader *r, const xmlNode *node, const char *name)
{
	return xml_attribute(r->arena, node, name);
}

static bool flag(struct reader *r, const xmlNode *node, const char *name)
{
	return same(attribute(r, node, name), "yes");
}

/* ---- translatable text ---- */

static const struct message *read_message(struct reader *r, const xmlNode *node, const char *field)
{
	struct message *message = arena_alloc(r->arena, sizeof *message);
	struct text_error error;
	message->id = xml_inner(r->arena, node);
	message->loc = xml_loc(node);
	message->file = r->protocol->file;
	message->context = arena_printf(r->arena, "%s%s%s", r->context,
					strchr(r->context, '|') ? "." : "|", field);
	message->comment = arena_printf(r->arena, "%s, %s%s%s", r->subject, field,
					r->sources ? "; " : "", r->sources ? r->sources : "");
	if (!message->id.len)
		diag_add(r->diag, DIAG_ERROR, message->loc, _("<%s> is empty"),
			 (const char *) node->name);
	else if (!text_parse(r->arena, message->id, 0, &message->text, &error))
		diag_add(r->diag, DIAG_ERROR, message->loc, _(error.message),
			 (int) error.detail.len, error.detail.ptr);
	struct message_list *list = r->messages;
	list->items = mem_grow(list->items, &list->room, list->count + 1, sizeof *list->items);
	list->items[list->count++] = message;
	return message;
}

/* The message in the child element `name`, NULL where there is no such child. */
static const struct message *child_message(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_child(node, name);
	return child ? read_message(r, child, name) : NULL;
}

static const char *field_with_id(struct reader *r, const char *field, const char *id)
{
	return id ? arena_printf(r->arena, "%s.%s", field, id) : field;
}

/* The <p> children of node. All but the first need an id of their own. */
static struct prose read_paragraphs(struct reader *r, const xmlNode *node, const char *field)
{
	size_t count = xml_count(node, "p"), n = 0;
	const struct message **items = arena_array(r->arena, count, sizeof *items);
	struct map ids = {0};
	for (const xmlNode *p = xml_child(node, "p"); p; p = xml_next(p, "p")) {
		const char *id = attribute(r, p, "id");
		if (n && !id)
			diag_add(r->diag, DIAG_ERROR, xml_loc(p),
				 _("every <p> after the first needs an id"));
		if (id && map_add(&ids, str_of(id), items))
			diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(p, "id"),
				 _("duplicate paragraph id '%s'"), id);
		items[n++] = read_message(r, p, field_with_id(r, field, id));
	}
	map_free(&ids);
	return (struct prose){items, count};
}

static struct prose child_paragraphs(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_child(node, name);
	return child ? read_paragraphs(r, child, name) : (struct prose){0};
}

/* ---- duplicates and references ---- */

/* Adds one error with the place of the first definition when id is taken.
 * `first` is the struct loc of this one, kept in the map. */
static void claim(struct reader *r, struct map *taken, const char *id, const char *what,
		  struct loc loc)
{
	struct loc *place = arena_alloc(r->arena, sizeof *place);
	*place = loc;
	const struct loc *before = map_add(taken, str_of(id), place);
	if (!before)
		return;
	diag_add(r->diag, DIAG_ERROR, loc, _("duplicate %s '%s'"), what, id);
	diag_add(r->diag, DIAG_NOTE, *before, _("first defined here"));
}

/* Finds the element of an array whose first member is a `const char *id`. */
static const void *find_by_id(const void *items, size_t count, size_t size, const char *id)
{
	for (size_t i = 0; i < count; i++) {
		const char *item = (const char *) items + i * size;
		const char *item_id;
		memcpy(&item_id, item, sizeof item_id);
		if (same(item_id, id))
			return item;
	}
	return NULL;
}

static const void *resolve(struct reader *r, const void *items, size_t count, size_t size,
			   const xmlNode *node, const char *name, const char *what)
{
	const char *id = attribute(r, node, name);
	if (!id)
		return NULL;
	const void *found = find_by_id(items, count, size, id);
	if (!found)
		diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, name), _("no %s '%s'"), what,
			 id);
	return found;
}

#define RESOLVE(r, items, node, name, what)                                                        \
	resolve(r, (r)->protocol->items##s, (r)->protocol->items##_count,                          \
		sizeof *(r)->protocol->items##s, node, name, what)

static struct citation read_citation(struct reader *r, const xmlNode *node)
{
	return (struct citation){
		.source = RESOLVE(r, source, node, "source", _("source")),
		.section = attribute(r, node, "section"),
		.loc = xml_loc(node),
	};
}

/* "RFC 5321 §3.5.3, RFC 5321 §7.3": what a translator may want to look up. */
static const char *describe_citations(struct reader *r, const struct citation *citations,
				      size_t count)
{
	struct buf buf = {0};
	for (size_t i = 0; i < count && i < 4; i++) {
		if (!citations[i].source)
			continue;
		buf_printf(&buf, "%s%s", buf.len ? ", " : "", citations[i].source->number);
		if (citations[i].section)
			buf_printf(&buf, " §%s", citations[i].section);
	}
	const char *text = buf.len ? arena_strdup(r->arena, buf_cstr(&buf)) : NULL;
	buf_free(&buf);
	return text;
}

/* ---- the head of a protocol ---- */

static void read_sources(struct reader *r, const xmlNode *list)
{
	size_t count = xml_count(list, "source"), n = 0;
	struct source *sources = arena_array(r->arena, count, sizeof *sources);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "source"); node;
	     node = xml_next(node, "source")) {
		struct source *source = &sources[n++];
		source->id = attribute(r, node, "id");
		source->number = attribute(r, node, "number");
		source->status = attribute(r, node, "status");
		source->date = attribute(r, node, "date");
		source->href = attribute(r, node, "href");
		source->anchor = attribute(r, node, "anchor");
		source->obsoletes = attribute(r, node, "obsoletes");
		source->updates = attribute(r, node, "updates");
		source->title = xml_content(r->arena, node);
		source->loc = xml_loc(node);
		claim(r, &ids, source->id, _("source"), xml_attribute_loc(node, "id"));
	}
	map_free(&ids);
	r->protocol->sources = sources;
	r->protocol->source_count = count;
}

static void read_roles(struct reader *r, const xmlNode *list)
{
	size_t count = xml_count(list, "role"), n = 0;
	struct role *roles = arena_array(r->arena, count, sizeof *roles);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "role"); node; node = xml_next(node, "role")) {
		struct role *role = &roles[n++];
		role->id = attribute(r, node, "id");
		role->name = read_message(r, node, arena_printf(r->arena, "role.%s", role->id));
		role->loc = xml_loc(node);
		claim(r, &ids, role->id, _("role"), xml_attribute_loc(node, "id"));
	}
	map_free(&ids);
	r->protocol->roles = roles;
	r->protocol->role_count = count;
}

static bool read_number(const char *s, int base, uint32_t *number)
{
	if (!s || !*s)
		return false;
	char *end;
	unsigned long value = strtoul(s, &end, base);
	*number = (uint32_t) value;
	return *end == '\0' && value <= UINT32_MAX;
}

static void read_classes(struct reader *r, const xmlNode *list)
{
	struct reader sub = *r;
	size_t count = xml_count(list, "class"), n = 0;
	struct class *classes = arena_array(r->arena, count, sizeof *classes);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "class"); node; node = xml_next(node, "class")) {
		struct class *class = &classes[n++];
		class->id = attribute(r, node, "id");
		class->label = attribute(r, node, "label");
		class->prefix = attribute(r, node, "prefix");
		class->ranged = read_number(attribute(r, node, "from"), 10, &class->from) &&
				read_number(attribute(r, node, "to"), 10, &class->to);
		class->loc = xml_loc(node);
		claim(r, &ids, class->id, _("class"), xml_attribute_loc(node, "id"));
		sub.context = arena_printf(r->arena, "%s|class.%s", r->context, class->id);
		sub.subject = arena_printf(r->arena, "%s, class %s", r->subject,
					   class->label ? class->label : class->id);
		class->name = child_message(&sub, node, "name");
		class->description = child_paragraphs(&sub, node, "description");
	}
	map_free(&ids);
	r->protocol->classes = classes;
	r->protocol->class_count = count;
}

static void read_facet_value(struct reader *r, const xmlNode *node, const struct facet *facet,
			     struct facet_value *value)
{
	struct reader sub = *r;
	value->facet = facet;
	value->id = attribute(r, node, "id");
	value->literal = attribute(r, node, "literal");
	value->loc = xml_loc(node);
	sub.context = arena_printf(r->arena, "%s.%s", r->context, value->id);
	sub.subject = arena_printf(r->arena, "%s, value %s", r->subject, value->id);
	value->name = child_message(&sub, node, "name");
	value->meaning = child_message(&sub, node, "meaning");
}

static void read_facets(struct reader *r, const xmlNode *list)
{
	size_t count = xml_count(list, "facet"), n = 0;
	struct facet *facets = arena_array(r->arena, count, sizeof *facets);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "facet"); node; node = xml_next(node, "facet")) {
		struct facet *facet = &facets[n++];
		struct reader sub = *r;
		struct map values = {0};
		facet->id = attribute(r, node, "id");
		facet->multiple = flag(r, node, "multiple");
		facet->optional = flag(r, node, "optional");
		facet->varies = flag(r, node, "varies");
		facet->place = flag(r, node, "place");
		facet->loc = xml_loc(node);
		claim(r, &ids, facet->id, _("facet"), xml_attribute_loc(node, "id"));
		sub.context = arena_printf(r->arena, "%s|facet.%s", r->context, facet->id);
		sub.subject = arena_printf(r->arena, "%s, facet %s", r->subject, facet->id);
		facet->name = child_message(&sub, node, "name");
		facet->count = xml_count(node, "value");
		struct facet_value *value = arena_array(r->arena, facet->count, sizeof *value);
		facet->values = value;
		for (const xmlNode *v = xml_child(node, "value"); v;
		     v = xml_next(v, "value"), value++) {
			read_facet_value(&sub, v, facet, value);
			claim(r, &values, value->id, _("facet value"), xml_attribute_loc(v, "id"));
		}
		map_free(&values);
	}
	map_free(&ids);
	r->protocol->facets = facets;
	r->protocol->facet_count = count;
}

static void read_associates(struct reader *r, const xmlNode *list)
{
	if (!list)
		return;
	struct reader sub = *r;
	struct map values = {0};
	size_t count = xml_count(list, "associate"), n = 0;
	struct associate *associates = arena_array(r->arena, count, sizeof *associates);
	sub.context = arena_printf(r->arena, "%s|associates", r->context);
	r->protocol->associates_name = child_message(&sub, list, "name");
	for (const xmlNode *node = xml_child(list, "associate"); node;
	     node = xml_next(node, "associate")) {
		struct associate *associate = &associates[n++];
		associate->value = attribute(r, node, "value");
		associate->citation = read_citation(r, node);
		associate->loc = xml_loc(node);
		claim(r, &values, associate->value, _("associate"),
		      xml_attribute_loc(node, "value"));
		sub.context = arena_printf(r->arena, "%s|associate", r->context);
		sub.subject = arena_printf(r->arena, "%s, associated code %s", r->subject,
					   associate->value);
		sub.sources = describe_citations(r, &associate->citation, 1);
		associate->name = read_message(&sub, node, associate->value);
	}
	map_free(&values);
	r->protocol->associates = associates;
	r->protocol->associate_count = count;
}

/* ---- codes ---- */

static void read_fixes(struct reader *r, const xmlNode *node, struct code *code)
{
	struct map roles = {0};
	struct fix *fix = arena_array(r->arena, xml_count(node, "fix"), sizeof *fix);
	code->fixes = fix;
	for (const xmlNode *f = xml_child(node, "fix"); f; f = xml_next(f, "fix"), fix++) {
		const char *role = attribute(r, f, "role");
		fix->role = RESOLVE(r, role, f, "role", _("role"));
		claim(r, &roles, role, _("fix for role"), xml_loc(f));
		fix->text = read_paragraphs(r, f, arena_printf(r->arena, "fix.%s", role));
		code->fix_count++;
	}
	map_free(&roles);
}

/* "Microsoft Exchange" to microsoft-exchange: contexts hold no spaces. */
static const char *slug_of(struct reader *r, const char *label)
{
	char *slug = arena_strdup(r->arena, label);
	size_t len = 0;
	for (const char *c = label; *c; c++) {
		if (ascii_is_alpha(*c) || ascii_is_digit(*c))
			slug[len++] = ascii_lower(*c);
		else if (len && slug[len - 1] != '-')
			slug[len++] = '-';
	}
	while (len && slug[len - 1] == '-')
		len--;
	slug[len] = '\0';
	return slug;
}

static void read_practices(struct reader *r, const xmlNode *node, struct code *code)
{
	struct map names = {0};
	struct practice *practice =
		arena_array(r->arena, xml_count(node, "practice"), sizeof *practice);
	code->practices = practice;
	for (const xmlNode *p = xml_child(node, "practice"); p;
	     p = xml_next(p, "practice"), practice++) {
		practice->software = attribute(r, p, "software");
		practice->source = RESOLVE(r, source, p, "source", _("source"));
		const char *slug = slug_of(r, practice->software);
		claim(r, &names, slug, _("practice of"), xml_loc(p));
		practice->text = read_paragraphs(r, p, arena_printf(r->arena, "practice.%s", slug));
		code->practice_count++;
	}
	map_free(&names);
}

static bool has_word(const char *words, const char *word)
{
	size_t len = strlen(word);
	for (const char *at = words; (at = strstr(at, word)); at += len)
		if ((at == words || ascii_is_space(at[-1])) &&
		    (at[len] == '\0' || ascii_is_space(at[len])))
			return true;
	return false;
}

/* Every word of the list has to be a value of the facet. */
static void check_fact_words(struct reader *r, const xmlNode *node, const struct facet *facet,
			     const char *words)
{
	size_t count = 0;
	for (const char *at = words; *at;) {
		size_t len = strcspn(at, " \t\r\n");
		const char *word = arena_strndup(r->arena, at, len);
		if (len) {
			count++;
			if (!find_by_id(facet->values, facet->count, sizeof *facet->values, word))
				diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, "values"),
					 _("facet '%s' has no value '%s'"), facet->id, word);
		}
		at += len + strspn(at + len, " \t\r\n");
	}
	if (count > 1 && !facet->multiple)
		diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, "values"),
			 _("facet '%s' takes one value"), facet->id);
}

static void read_fact(struct reader *r, const xmlNode *node, struct fact *facts, struct map *stated)
{
	const struct facet *facet = RESOLVE(r, facet, node, "facet", _("facet"));
	if (!facet)
		return;
	claim(r, stated, facet->id, _("fact"), xml_loc(node));
	const char *words = attribute(r, node, "values");
	struct fact *fact = &facts[facet - r->protocol->facets];
	fact->values = arena_array(r->arena, facet->count, sizeof *fact->values);
	fact->count = 0;
	for (size_t i = 0; i < facet->count; i++)
		if (has_word(words, facet->values[i].id))
			fact->values[fact->count++] = &facet->values[i];
	check_fact_words(r, node, facet, words);
}

static void read_facts(struct reader *r, const xmlNode *node, struct code *code)
{
	const struct protocol *protocol = r->protocol;
	struct fact *facts = arena_array(r->arena, protocol->facet_count, sizeof *facts);
	struct map stated = {0};
	const xmlNode *list = xml_child(node, "facts");
	for (size_t i = 0; i < protocol->facet_count; i++)
		facts[i].facet = &protocol->facets[i];
	for (const xmlNode *f = xml_child(list, "fact"); f; f = xml_next(f, "fact"))
		read_fact(r, f, facts, &stated);
	for (size_t i = 0; i < protocol->facet_count; i++)
		if (!protocol->facets[i].optional &&
		    !map_get(&stated, str_of(protocol->facets[i].id)))
			diag_add(r->diag, DIAG_ERROR, xml_loc(list),
				 _("code %s does not state facet '%s'"), code->value,
				 protocol->facets[i].id);
	map_free(&stated);
	code->facts = facts;
}

static void read_aliases(struct reader *r, const xmlNode *node, struct code *code)
{
	struct alias *alias = arena_array(r->arena, xml_count(node, "alias"), sizeof *alias);
	code->aliases = alias;
	for (const xmlNode *a = xml_child(node, "alias"); a; a = xml_next(a, "alias"), alias++) {
		alias->id = attribute(r, a, "id");
		alias->name = attribute(r, a, "name");
		alias->source = RESOLVE(r, source, a, "source", _("source"));
		alias->loc = xml_attribute_loc(a, "id");
		code->alias_count++;
	}
}

static void read_associated(struct reader *r, const xmlNode *node, struct code *code)
{
	struct map seen = {0};
	struct association *association =
		arena_array(r->arena, xml_count(node, "associated"), sizeof *association);
	code->associated = association;
	for (const xmlNode *a = xml_child(node, "associated"); a; a = xml_next(a, "associated")) {
		association->associate = RESOLVE(r, associate, a, "value", _("associate"));
		association->practice = same(attribute(r, a, "basis"), "practice");
		claim(r, &seen, attribute(r, a, "value"), _("associated code"), xml_loc(a));
		if (association->associate) {
			association++;
			code->associated_count++;
		}
	}
	map_free(&seen);
}

static void read_citations(struct reader *r, const xmlNode *node, struct code *code)
{
	struct citation *citation = arena_array(r->arena, xml_count(node, "ref"), sizeof *citation);
	code->citations = citation;
	for (const xmlNode *c = xml_child(node, "ref"); c; c = xml_next(c, "ref")) {
		*citation = read_citation(r, c);
		if (citation->source) {
			citation++;
			code->citation_count++;
		}
	}
}

static void read_see(struct reader *r, const xmlNode *node, struct code *code)
{
	struct reference *see = arena_array(r->arena, xml_count(node, "see"), sizeof *see);
	code->see = see;
	for (const xmlNode *s = xml_child(node, "see"); s; s = xml_next(s, "see"), see++) {
		see->name = attribute(r, s, "code");
		see->loc = xml_attribute_loc(s, "code");
		code->see_count++;
	}
}

static void read_examples(struct reader *r, const xmlNode *node, struct code *code)
{
	struct example *example =
		arena_array(r->arena, xml_count(node, "example"), sizeof *example);
	code->examples = example;
	for (const xmlNode *e = xml_child(node, "example"); e;
	     e = xml_next(e, "example"), example++) {
		example->count = xml_count(e, "line");
		struct example_line *line = arena_array(r->arena, example->count, sizeof *line);
		example->lines = line;
		code->example_count++;
		const xmlNode *caption = xml_child(e, "caption");
		if (caption)
			example->caption = read_message(
				r, caption,
				arena_printf(r->arena, "example.%zu.caption", code->example_count));
		for (const xmlNode *l = xml_child(e, "line"); l; l = xml_next(l, "line"), line++) {
			line->from = attribute(r, l, "from");
			line->text = xml_content(r->arena, l);
			if (strpbrk(line->text, "\r\n"))
				diag_add(r->diag, DIAG_ERROR, xml_loc(l),
					 _("<line> holds a line break"));
		}
	}
}

static char *lower(struct arena *arena, const char *s)
{
	char *copy = arena_strdup(arena, s);
	for (char *c = copy; *c; c++)
		*c = ascii_lower(*c);
	return copy;
}

/* The slug of a code: its value, and for an unofficial one also its vendor, for
 * the value may be somebody else's too. */
static const char *code_slug(struct reader *r, const struct code *code)
{
	const char *slug = lower(r->arena, code->value);
	if (!code->vendor)
		return slug;
	return arena_printf(r->arena, "%s-%s", slug, slug_of(r, code->vendor));
}

static void read_value(struct reader *r, const xmlNode *node, struct code *code)
{
	const char *value = code->value, *number = attribute(r, node, "number");
	bool ok = true;
	if (number)
		code->numeric = read_number(number, 10, &code->number);
	switch (r->protocol->form) {
	case VALUES_DECIMAL:
		ok = code->numeric = strspn(value, "0123456789") == strlen(value) &&
				     read_number(value, 10, &code->number);
		break;
	case VALUES_HEX:
		ok = code->numeric =
			value[0] == '0' && value[1] == 'x' &&
			strspn(value + 2, "0123456789abcdefABCDEF") == strlen(value + 2) &&
			read_number(value + 2, 16, &code->number);
		break;
	case VALUES_DOTTED:
		ok = strspn(value, "0123456789.") == strlen(value) && strlen(value) < 60;
		break;
	case VALUES_SYMBOLIC:
		ok = ascii_is_alpha(value[0]) && !strchr(value, '.');
		break;
	}
	if (!ok)
		diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, "value"),
			 _("value '%s' is not of the form that the protocol declares"), value);
}

static void read_code(struct reader *r, const xmlNode *node, struct code *code)
{
	struct reader sub = *r;
	code->protocol = r->protocol;
	code->loc = xml_loc(node);
	code->value = attribute(r, node, "value");
	code->id = attribute(r, node, "id");
	code->since = attribute(r, node, "since");
	code->retired = attribute(r, node, "retired");
	code->status = attribute(r, node, "status");
	code->expires = attribute(r, node, "expires");
	code->vendor = attribute(r, node, "vendor");
	code->slug = code_slug(r, code);
	code->class = resolve(r, r->protocol->classes, r->protocol->class_count,
			      sizeof(struct class), node, "class", _("class"));
	read_value(r, node, code);
	read_citations(r, node, code);

	sub.context = arena_printf(r->arena, "%s:%s", r->protocol->id, code->slug);
	sub.subject = arena_printf(r->arena, "%s %s %s", r->protocol->name, code->value,
				   xml_content(r->arena, xml_child(node, "name")));
	sub.sources = describe_citations(r, code->citations, code->citation_count);
	code->name = child_message(&sub, node, "name");
	const xmlNode *phrase = xml_child(node, "phrase");
	code->phrase = phrase ? xml_content(r->arena, phrase) : NULL;
	code->summary = child_message(&sub, node, "summary");
	code->description = child_paragraphs(&sub, node, "description");
	code->when = child_paragraphs(&sub, node, "when");
	code->choose = child_message(&sub, node, "choose");
	read_fixes(&sub, node, code);
	read_practices(&sub, node, code);
	read_facts(&sub, node, code);
	read_aliases(&sub, node, code);
	read_associated(&sub, node, code);
	read_see(&sub, node, code);
	read_examples(&sub, node, code);
}

static int compare_codes(const void *a, const void *b)
{
	return code_order(a, b);
}

static void read_codes(struct reader *r, const xmlNode *list)
{
	struct protocol *protocol = r->protocol;
	size_t count = xml_count(list, "code"), n = 0;
	struct code *codes = arena_array(r->arena, count, sizeof *codes);
	for (const xmlNode *node = xml_child(list, "code"); node; node = xml_next(node, "code")) {
		codes[n].index = n; /* the order in the file decides where nothing else does */
		read_code(r, node, &codes[n++]);
	}
	qsort(codes, count, sizeof *codes, compare_codes);
	for (size_t i = 0; i < count; i++) {
		codes[i].index = i;
		map_add(&protocol->codes_by_value, str_of(codes[i].slug), &codes[i]);
	}
	for (size_t i = 0; i < count; i++)
		map_add(&protocol->codes_by_value, str_of(codes[i].value), &codes[i]);
	protocol->codes = codes;
	protocol->code_count = count;
}

/* ---- comparisons ---- */

static const struct code *read_pair_member(struct reader *r, const xmlNode *node, const char *name)
{
	const char *value = attribute(r, node, name);
	const struct code *code = protocol_code(r->protocol, str_of(value));
	if (!code)
		diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, name), _("no code '%s'"),
			 value);
	return code;
}

static void read_differences(struct reader *r, const xmlNode *node, struct comparison *comparison)
{
	struct map ids = {0};
	size_t count = xml_count(node, "difference"), n = 0;
	struct difference *differences = arena_array(r->arena, count, sizeof *differences);
	for (const xmlNode *d = xml_child(node, "difference"); d; d = xml_next(d, "difference")) {
		differences[n].id = attribute(r, d, "id");
		claim(r, &ids, differences[n].id, _("difference"), xml_attribute_loc(d, "id"));
		differences[n].text = read_message(
			r, d, arena_printf(r->arena, "difference.%s", differences[n].id));
		n++;
	}
	map_free(&ids);
	comparison->differences = differences;
	comparison->difference_count = count;
}

static int compare_comparisons(const void *x, const void *y)
{
	const struct comparison *a = x, *b = y;
	int first = code_order(a->a, b->a);
	return first ? first : code_order(a->b, b->b);
}

static void read_comparison(struct reader *r, const xmlNode *node, struct comparison *comparison)
{
	struct reader sub = *r;
	const struct code *a = comparison->a, *b = comparison->b;
	comparison->loc = xml_loc(node);
	sub.context = arena_printf(r->arena, "%s:%s-%s", r->protocol->id, a->slug, b->slug);
	sub.subject = arena_printf(r->arena, "%s %s compared with %s", r->protocol->name, a->value,
				   b->value);
	comparison->lead = child_message(&sub, node, "lead");
	read_differences(&sub, node, comparison);
	comparison->decision = child_paragraphs(&sub, node, "decision");
}

static void read_comparisons(struct reader *r, const xmlNode *list)
{
	if (!list)
		return;
	struct map pairs = {0};
	size_t n = 0;
	struct comparison *comparisons =
		arena_array(r->arena, xml_count(list, "compare"), sizeof *comparisons);
	for (const xmlNode *node = xml_child(list, "compare"); node;
	     node = xml_next(node, "compare")) {
		const struct code *a = read_pair_member(r, node, "a"),
				  *b = read_pair_member(r, node, "b");
		if (!a || !b)
			continue;
		if (a->index >= b->index) {
			diag_add(
				r->diag, DIAG_ERROR, xml_loc(node),
				_("in a comparison the lower value comes first: a=\"%s\" b=\"%s\""),
				b->value, a->value);
			continue;
		}
		comparisons[n].a = a;
		comparisons[n].b = b;
		claim(r, &pairs, arena_printf(r->arena, "%s-%s", a->slug, b->slug), _("comparison"),
		      xml_loc(node));
		read_comparison(r, node, &comparisons[n++]);
	}
	map_free(&pairs);
	qsort(comparisons, n, sizeof *comparisons, compare_comparisons);
	r->protocol->comparisons = comparisons;
	r->protocol->comparison_count = n;
}

/* ---- the whole ---- */

static enum value_form read_form(const char *codes)
{
	return same(codes, "hex")        ? VALUES_HEX
	       : same(codes, "dotted")   ? VALUES_DOTTED
	       : same(codes, "symbolic") ? VALUES_SYMBOLIC
					 : VALUES_DECIMAL;
}

struct protocol *catalog_read(struct catalog *catalog, xmlDoc *doc, const char *path,
			      struct message_list *messages, struct diag *diag)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct protocol *protocol = arena_alloc(&catalog->arena, sizeof *protocol);
	struct reader r = {
		.arena = &catalog->arena, .diag = diag, .protocol = protocol, .messages = messages};
	const char *slash = strrchr(path, '/');
	protocol->file = path;
	protocol->base = slash ? slash + 1 : path;
	protocol->id = attribute(&r, root, "id");
	protocol->name = attribute(&r, root, "name");
	protocol->version = attribute(&r, root, "version");
	protocol->date = attribute(&r, root, "date");
	protocol->form = read_form(attribute(&r, root, "codes"));
	protocol->loc = xml_attribute_loc(root, "id");
	r.context = protocol->id;
	r.subject = protocol->name;

	protocol->title = child_message(&r, root, "title");
	protocol->term = child_message(&r, root, "term");
	protocol->summary = child_message(&r, root, "summary");
	protocol->description = child_paragraphs(&r, root, "description");
	read_sources(&r, xml_child(root, "sources"));
	read_roles(&r, xml_child(root, "roles"));
	read_classes(&r, xml_child(root, "classes"));
	read_facets(&r, xml_child(root, "facets"));
	read_associates(&r, xml_child(root, "associates"));
	read_codes(&r, xml_child(root, "codes"));
	read_comparisons(&r, xml_child(root, "comparisons"));
	return protocol;
}
