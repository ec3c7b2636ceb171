/* read_code.c: the codes of a protocol and the pairs that somebody wrote about.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/reader.h"

#include "base/intl.h"

#include <stdlib.h>

static void read_fixes(struct reader *r, const xmlNode *node, struct code *code)
{
	struct map roles = {0};
	struct fix *fix = arena_array(r->arena, xml_count(node, "fix"), sizeof *fix);
	code->fixes = fix;
	for (const xmlNode *f = xml_child(node, "fix"); f; f = xml_next(f, "fix"), fix++) {
		const char *role = reader_attribute(r, f, "role");
		fix->role = RESOLVE(r, role, f, "role", N_("role"));
		/* TRANSLATORS: in "duplicate %s '%s'": what somebody in this role can do */
		reader_claim(r, &roles, role, N_("fix for role"), xml_loc(f));
		fix->text = read_paragraphs(r, f, arena_join(r->arena, "fix.", role));
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
		practice->software = reader_attribute(r, p, "software");
		practice->source = RESOLVE(r, source, p, "source", N_("source"));
		const char *slug = slug_of(r, practice->software);
		/* TRANSLATORS: in "duplicate %s '%s'": what this software does */
		reader_claim(r, &names, slug, N_("practice of"), xml_loc(p));
		practice->text = read_paragraphs(r, p, arena_join(r->arena, "practice.", slug));
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
	const struct facet *facet = RESOLVE(r, facet, node, "facet", N_("facet"));
	if (!facet)
		return;
	reader_claim(r, stated, facet->id, N_("fact"), xml_loc(node));
	const char *words = reader_attribute(r, node, "values");
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
		alias->id = reader_attribute(r, a, "id");
		alias->name = reader_attribute(r, a, "name");
		alias->source = RESOLVE(r, source, a, "source", N_("source"));
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
		association->associate = RESOLVE(r, associate, a, "value", N_("associate"));
		association->practice = same(reader_attribute(r, a, "basis"), "practice");
		reader_claim(r, &seen, reader_attribute(r, a, "value"), N_("associated code"),
			     xml_loc(a));
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
		see->name = reader_attribute(r, s, "code");
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
			line->from = reader_attribute(r, l, "from");
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
	return arena_join(r->arena, slug, "-", slug_of(r, code->vendor));
}

static void read_value(struct reader *r, const xmlNode *node, struct code *code)
{
	const char *value = code->value, *number = reader_attribute(r, node, "number");
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
	code->malformed = !ok;
	if (!ok)
		diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, "value"),
			 _("value '%s' is not of the form that the protocol declares"), value);
}

static void read_code(struct reader *r, const xmlNode *node, struct code *code)
{
	struct reader sub = *r;
	code->protocol = r->protocol;
	code->loc = xml_loc(node);
	code->value = reader_attribute(r, node, "value");
	code->id = reader_attribute(r, node, "id");
	code->since = reader_attribute(r, node, "since");
	code->retired = reader_attribute(r, node, "retired");
	code->status = reader_attribute(r, node, "status");
	code->expires = reader_attribute(r, node, "expires");
	code->vendor = reader_attribute(r, node, "vendor");
	code->slug = code_slug(r, code);
	code->class = reader_resolve(r, r->protocol->classes, r->protocol->class_count,
				     sizeof(struct class), node, "class", N_("class"));
	read_value(r, node, code);
	read_citations(r, node, code);

	sub.context = arena_join(r->arena, r->protocol->id, ":", code->slug);
	sub.subject = arena_join(r->arena, r->protocol->name, " ", code->value, " ",
				 reader_line(r, xml_child(node, "name")));
	sub.sources = describe_citations(r, code->citations, code->citation_count);
	code->name = child_message(&sub, node, "name");
	const xmlNode *phrase = xml_child(node, "phrase");
	code->phrase = phrase ? reader_line(r, phrase) : NULL;
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

/* The values of a fact are in the order of the facet: equal ones are equal bytes. */
static void number_kinds(struct protocol *protocol, struct code *codes, struct facet *facet)
{
	size_t index = (size_t) (facet - protocol->facets);
	struct map kinds = {0};
	for (size_t i = 0; i < protocol->code_count; i++) {
		struct fact *fact = &codes[i].facts[index];
		struct str key = {(const char *) fact->values, fact->count * sizeof *fact->values};
		/* The map holds the kind, from 1 on, where a pointer would stand. */
		void *known = map_add(&kinds, key, (void *) (uintptr_t) (facet->kind_count + 1));
		fact->kind = known ? (size_t) (uintptr_t) known - 1 : facet->kind_count++;
	}
	map_free(&kinds);
}

static int compare_codes(const void *a, const void *b)
{
	return code_order(a, b);
}

void read_codes(struct reader *r, const xmlNode *list)
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
	for (size_t i = 0; i < protocol->facet_count; i++)
		number_kinds(protocol, codes, &protocol->facets[i]);
}

/* ---- comparisons ---- */

static const struct code *read_pair_member(struct reader *r, const xmlNode *node, const char *name)
{
	const char *value = reader_attribute(r, node, name);
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
		differences[n].id = reader_attribute(r, d, "id");
		reader_claim(r, &ids, differences[n].id, N_("difference"),
			     xml_attribute_loc(d, "id"));
		differences[n].text =
			read_message(r, d, arena_join(r->arena, "difference.", differences[n].id));
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
	sub.context = arena_join(r->arena, r->protocol->id, ":", a->slug, "-", b->slug);
	sub.subject =
		arena_join(r->arena, r->protocol->name, " ", a->value, " compared with ", b->value);
	comparison->lead = child_message(&sub, node, "lead");
	read_differences(&sub, node, comparison);
	comparison->decision = child_paragraphs(&sub, node, "decision");
}

void read_comparisons(struct reader *r, const xmlNode *list)
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
		if (a == b) {
			diag_add(r->diag, DIAG_ERROR, xml_loc(node),
				 _("a comparison is of two codes, not twice of %s"), a->value);
			continue;
		}
		if (a->index >= b->index) {
			diag_add(
				r->diag, DIAG_ERROR, xml_loc(node),
				_("in a comparison the lower value comes first: a=\"%s\" b=\"%s\""),
				b->value, a->value);
			continue;
		}
		comparisons[n].a = a;
		comparisons[n].b = b;
		reader_claim(r, &pairs, arena_join(r->arena, a->slug, "-", b->slug),
			     N_("comparison"), xml_loc(node));
		read_comparison(r, node, &comparisons[n++]);
	}
	map_free(&pairs);
	qsort(comparisons, n, sizeof *comparisons, compare_comparisons);
	r->protocol->comparisons = comparisons;
	r->protocol->comparison_count = n;
}
