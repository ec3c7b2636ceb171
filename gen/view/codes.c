/* codes.c: see codes.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/codes.h"

#include "view/facts.h"
#include "view/names.h"

/* What stands for a code where it is only named: no lists, so that nothing is
 * nested without end. */
static struct value new_brief(struct view_builder *b, const struct code *code)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_value, value_string(code->value));
	map_put(&map, NAME_slug, value_string(code->slug));
	map_put(&map, NAME_id, value_string(code->id));
	map_put(&map, NAME_identifier, identifier_value(b, code->id));
	map_put(&map, NAME_number,
		code->numeric ? value_number(b->arena, code->number) : (struct value){0});
	map_put(&map, NAME_name, text_value(b, code->name));
	map_put(&map, NAME_title, title_value(b, code->name));
	map_put(&map, NAME_summary, text_value(b, code->summary));
	map_put(&map, NAME_href, code_link(b, code));
	return map_done(&map);
}

void make_briefs(struct view_builder *b)
{
	const struct catalog *catalog = b->catalog;
	const struct value **all =
		arena_array(b->arena, catalog->protocol_count, sizeof(struct value *));
	for (size_t i = 0; i < catalog->protocol_count; i++) {
		const struct protocol *p = catalog->protocols[i];
		struct value *briefs = arena_array(b->arena, p->code_count, sizeof *briefs);
		for (size_t k = 0; k < p->code_count; k++)
			briefs[k] = new_brief(b, &p->codes[k]);
		all[i] = briefs;
	}
	b->briefs = all;
}

static struct value brief_code(const struct view_builder *b, const struct code *code)
{
	return b->briefs[code->protocol->index][code->index];
}

static struct value build_class(struct view_builder *b, const struct class *class)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_id, value_string(class->id));
	map_put(&map, NAME_identifier, identifier_value(b, class->id));
	map_put(&map, NAME_camel, camel_value(b, class->id));
	map_put(&map, NAME_label, value_string(class->label));
	map_put(&map, NAME_prefix, value_string(class->prefix));
	map_put(&map, NAME_ranged, value_bool(class->ranged));
	if (class->ranged) {
		map_put(&map, NAME_from, value_number(b->arena, class->from));
		map_put(&map, NAME_to, value_number(b->arena, class->to));
	}
	map_put(&map, NAME_name, text_value(b, class->name));
	map_put(&map, NAME_description, prose_value(b, &class->description));
	return map_done(&map);
}

static struct value build_status(struct view_builder *b, const struct code *code)
{
	symbol status = symbol_of(b->symbols, str_of(code->status));
	struct map_builder map = new_map(b);
	map_put(&map, NAME_id, value_string(code->status));
	/* One member per status, so that a template can branch: {{#status.obsolete}} */
	map_put(&map, status, value_bool(true));
	map_put(&map, NAME_expires, value_string(code->expires));
	map_put(&map, NAME_vendor, value_string(code->vendor));
	map_put(&map, NAME_since, value_string(code->since));
	map_put(&map, NAME_retired, value_string(code->retired));
	map_put(&map, NAME_deprecated,
		value_bool(same(code->status, "obsolete") || same(code->status, "reserved") ||
			   code->retired));
	map_put(&map, NAME_in_force, value_bool(same(code->status, "standard") && !code->retired));
	return map_done(&map);
}

static struct value build_fixes(struct view_builder *b, const struct code *code)
{
	struct value *items = arena_array(b->arena, code->fix_count, sizeof *items);
	for (size_t i = 0; i < code->fix_count; i++) {
		struct map_builder map = new_map(b);
		map_put(&map, NAME_role, value_string(code->fixes[i].role->id));
		map_put(&map, NAME_name, text_value(b, code->fixes[i].role->name));
		map_put(&map, NAME_text, prose_value(b, &code->fixes[i].text));
		items[i] = map_done(&map);
	}
	return value_list(items, code->fix_count);
}

static struct value build_practices(struct view_builder *b, const struct code *code)
{
	struct value *items = arena_array(b->arena, code->practice_count, sizeof *items);
	for (size_t i = 0; i < code->practice_count; i++) {
		const struct practice *practice = &code->practices[i];
		struct map_builder map = new_map(b);
		map_put(&map, NAME_software, value_string(practice->software));
		map_put(&map, NAME_href,
			value_string(practice->source ? practice->source->href : NULL));
		map_put(&map, NAME_text, prose_value(b, &practice->text));
		items[i] = map_done(&map);
	}
	return value_list(items, code->practice_count);
}

static struct value build_aliases(struct view_builder *b, const struct code *code)
{
	struct value *items = arena_array(b->arena, code->alias_count, sizeof *items);
	for (size_t i = 0; i < code->alias_count; i++) {
		const struct alias *alias = &code->aliases[i];
		struct map_builder map = new_map(b);
		map_put(&map, NAME_id, value_string(alias->id));
		map_put(&map, NAME_identifier, identifier_value(b, alias->id));
		map_put(&map, NAME_name, value_string(alias->name));
		map_put(&map, NAME_source,
			value_string(alias->source ? alias->source->number : NULL));
		items[i] = map_done(&map);
	}
	return value_list(items, code->alias_count);
}

static struct value build_associated(struct view_builder *b, const struct code *code)
{
	struct value *items = arena_array(b->arena, code->associated_count, sizeof *items);
	for (size_t i = 0; i < code->associated_count; i++) {
		const struct association *association = &code->associated[i];
		struct map_builder map = new_map(b);
		map_put(&map, NAME_value, value_string(association->associate->value));
		map_put(&map, NAME_name, text_value(b, association->associate->name));
		map_put(&map, NAME_practice, value_bool(association->practice));
		map_put(&map, NAME_source, citation_value(b, &association->associate->citation));
		items[i] = map_done(&map);
	}
	return value_list(items, code->associated_count);
}

static struct value build_see(struct view_builder *b, const struct code *code)
{
	struct value *items = arena_array(b->arena, code->see_count, sizeof *items);
	for (size_t i = 0; i < code->see_count; i++) {
		const struct code *other = code->see[i].code;
		struct map_builder map = more_of(b, brief_code(b, other));
		map_put(&map, NAME_protocol, value_string(other->protocol->name));
		map_put(&map, NAME_page, page_value(b, other));
		items[i] = map_done(&map);
	}
	return value_list(items, code->see_count);
}

static struct value build_examples(struct view_builder *b, const struct code *code)
{
	struct value *items = arena_array(b->arena, code->example_count, sizeof *items);
	for (size_t i = 0; i < code->example_count; i++) {
		const struct example *example = &code->examples[i];
		struct value *lines = arena_array(b->arena, example->count, sizeof *lines);
		for (size_t k = 0; k < example->count; k++) {
			struct map_builder line = new_map(b);
			map_put(&line, NAME_from, value_string(example->lines[k].from));
			map_put(&line, NAME_text, value_string(example->lines[k].text));
			lines[k] = map_done(&line);
		}
		struct map_builder map = new_map(b);
		map_put(&map, NAME_caption, text_value(b, example->caption));
		map_put(&map, NAME_lines, value_list(lines, example->count));
		items[i] = map_done(&map);
	}
	return value_list(items, code->example_count);
}

static struct value build_pair(struct view_builder *b, const struct comparison *pair)
{
	struct subject *subject = arena_alloc(b->arena, sizeof *subject);
	*subject = subject_of_pair(pair->a, pair->b);
	struct map_builder map = new_map(b);
	map_put(&map, NAME_a, brief_code(b, pair->a));
	map_put(&map, NAME_b, brief_code(b, pair->b));
	map_put(&map, NAME_href, link_value(b, subject, NULL));
	return map_done(&map);
}

/* The pairs of the protocol that the code is one of. */
static struct value pairs_with(struct view_builder *b, const struct value *pairs,
			       const struct code *code)
{
	const struct protocol *p = code->protocol;
	size_t count = 0, n = 0;
	for (size_t i = 0; i < p->comparison_count; i++)
		count += p->comparisons[i].a == code || p->comparisons[i].b == code;
	struct value *items = arena_array(b->arena, count, sizeof *items);
	for (size_t i = 0; i < p->comparison_count; i++)
		if (p->comparisons[i].a == code || p->comparisons[i].b == code)
			items[n++] = pairs[i];
	return value_list(items, count);
}

struct value code_value(struct view_builder *b, const struct code *code,
			const struct shared_values *shared)
{
	struct map_builder map = more_of(b, brief_code(b, code));
	map_put(&map, NAME_camel, camel_value(b, code->id));
	map_put(&map, NAME_position, value_number(b->arena, (long long) code->index));
	map_put(&map, NAME_primary, value_bool(code_is_primary(code)));
	map_put(&map, NAME_page, page_value(b, code));
	map_put(&map, NAME_phrase, literal_value(b, RUN_REPLY, code->phrase));
	map_put(&map, NAME_class, shared->classes[code->class - code->protocol->classes]);
	map_put(&map, NAME_status, build_status(b, code));
	map_put(&map, NAME_description, prose_value(b, &code->description));
	map_put(&map, NAME_when, prose_value(b, &code->when));
	map_put(&map, NAME_choose, text_value(b, code->choose));
	map_put(&map, NAME_fixes, build_fixes(b, code));
	map_put(&map, NAME_practices, build_practices(b, code));
	map_put(&map, NAME_facts, facts_value(b, code));
	map_put(&map, NAME_aliases, build_aliases(b, code));
	map_put(&map, NAME_associated, build_associated(b, code));
	map_put(&map, NAME_references, references_value(b, code, NULL));
	map_put(&map, NAME_see, build_see(b, code));
	map_put(&map, NAME_examples, build_examples(b, code));
	map_put(&map, NAME_comparisons, pairs_with(b, shared->pairs, code));
	return map_done(&map);
}

struct shared_values shared_values(struct view_builder *b, const struct protocol *protocol)
{
	struct shared_values shared = {
		arena_array(b->arena, protocol->class_count, sizeof(struct value)),
		arena_array(b->arena, protocol->comparison_count, sizeof(struct value))};
	for (size_t i = 0; i < protocol->class_count; i++)
		shared.classes[i] = build_class(b, &protocol->classes[i]);
	for (size_t i = 0; i < protocol->comparison_count; i++)
		shared.pairs[i] = build_pair(b, &protocol->comparisons[i]);
	return shared;
}
