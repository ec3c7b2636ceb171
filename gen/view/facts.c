/* facts.c: see facts.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/facts.h"

#include "compare/compare.h"
#include "view/names.h"

/* How a value is shown: its name, or as a literal. */
static struct value label_value(struct view_builder *b, const struct facet_value *value)
{
	return value->literal ? literal_value(b, RUN_CMD, value->literal)
			      : text_value(b, value->name);
}

static struct map_builder new_facet_value(struct view_builder *b, const struct facet_value *value)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_id, value_string(value->id));
	map_put(&map, NAME_identifier, identifier_value(b, value->id));
	map_put(&map, NAME_camel, camel_value(b, value->id));
	map_put(&map, NAME_facet, identifier_value(b, value->facet->id));
	map_put(&map, NAME_facet_camel, camel_value(b, value->facet->id));
	map_put(&map, NAME_label, label_value(b, value));
	map_put(&map, NAME_literal, value_bool(value->literal != NULL));
	map_put(&map, NAME_meaning, text_value(b, value->meaning));
	/* For sets in generated code: one bit per value. */
	map_put(&map, NAME_bit, value_number(b->arena, value - value->facet->values));
	map_put(&map, NAME_ordinal, value_number(b->arena, value - value->facet->values + 1));
	return map;
}

static const struct value *new_facet_values(struct view_builder *b, const struct facet *facet)
{
	struct value *values = arena_array(b->arena, facet->count, sizeof *values);
	for (size_t i = 0; i < facet->count; i++) {
		struct map_builder map = new_facet_value(b, &facet->values[i]);
		values[i] = map_done(&map);
	}
	return values;
}

void make_facet_values(struct view_builder *b)
{
	const struct catalog *catalog = b->catalog;
	const struct value *const **all =
		arena_array(b->arena, catalog->protocol_count, sizeof *all);
	for (size_t i = 0; i < catalog->protocol_count; i++) {
		const struct protocol *p = catalog->protocols[i];
		const struct value **facets = arena_array(b->arena, p->facet_count, sizeof *facets);
		for (size_t k = 0; k < p->facet_count; k++)
			facets[k] = new_facet_values(b, &p->facets[k]);
		all[i] = facets;
	}
	b->facet_values = all;
}

static struct value facet_value(const struct view_builder *b, const struct facet_value *value)
{
	const struct facet *facet = value->facet;
	const struct protocol *p = facet->protocol;
	return b->facet_values[p->index][facet - p->facets][value - facet->values];
}

static struct value new_list(struct view_builder *b, const struct fact *fact)
{
	struct value *items = arena_array(b->arena, fact->count, sizeof *items);
	for (size_t i = 0; i < fact->count; i++)
		items[i] = facet_value(b, fact->values[i]);
	struct value list = value_list(items, fact->count);
	list.lasting = true;
	return list;
}

static const struct value *new_lists(struct view_builder *b, const struct protocol *p, size_t facet)
{
	struct value *lists = arena_array(b->arena, p->facets[facet].kind_count, sizeof *lists);
	for (size_t i = 0; i < p->code_count; i++) {
		const struct fact *fact = &p->codes[i].facts[facet];
		if (lists[fact->kind].kind == VALUE_NULL)
			lists[fact->kind] = new_list(b, fact);
	}
	return lists;
}

void make_fact_values(struct view_builder *b)
{
	const struct catalog *catalog = b->catalog;
	const struct value *const **all =
		arena_array(b->arena, catalog->protocol_count, sizeof *all);
	for (size_t i = 0; i < catalog->protocol_count; i++) {
		const struct protocol *p = catalog->protocols[i];
		const struct value **facets = arena_array(b->arena, p->facet_count, sizeof *facets);
		for (size_t k = 0; k < p->facet_count; k++)
			facets[k] = new_lists(b, p, k);
		all[i] = facets;
	}
	b->fact_values = all;
}

static struct value fact_values(const struct view_builder *b, const struct fact *fact)
{
	const struct protocol *p = fact->facet->protocol;
	return b->fact_values[p->index][fact->facet - p->facets][fact->kind];
}

struct value facts_value(struct view_builder *b, const struct code *code)
{
	size_t count = code->protocol->facet_count, n = 0;
	struct value *items = arena_array(b->arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		const struct fact *fact = &code->facts[i];
		if (!fact->count)
			continue;
		struct map_builder map = new_map(b);
		map_put(&map, NAME_id, value_string(fact->facet->id));
		map_put(&map, NAME_camel, camel_value(b, fact->facet->id));
		map_put(&map, NAME_symbol, symbol_value(b, NULL, fact->facet->id));
		map_put(&map, NAME_multiple, value_bool(fact->facet->multiple));
		map_put(&map, NAME_name, text_value(b, fact->facet->name));
		map_put(&map, NAME_varies, value_bool(fact->facet->varies && fact->count > 1));
		map_put(&map, NAME_place, value_bool(fact->facet->place));
		map_put(&map, NAME_values, fact_values(b, fact));
		items[n++] = map_done(&map);
	}
	return value_list(items, n);
}

/* What each code says about one facet, for tables in generated code. */
static struct value facet_codes(struct view_builder *b, const struct protocol *protocol,
				size_t facet, bool stated_only)
{
	struct value *items = arena_array(b->arena, protocol->code_count, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < protocol->code_count; i++) {
		const struct code *code = &protocol->codes[i];
		if (stated_only && !code->facts[facet].count)
			continue;
		struct map_builder map = new_map(b);
		map_put(&map, NAME_value, value_string(code->value));
		map_put(&map, NAME_primary, value_bool(code_is_primary(code)));
		map_put(&map, NAME_identifier, identifier_value(b, code->id));
		map_put(&map, NAME_values, fact_values(b, &code->facts[facet]));
		items[n++] = map_done(&map);
	}
	return value_list(items, n);
}

struct value facets_value(struct view_builder *b, const struct protocol *protocol)
{
	struct value *items = arena_array(b->arena, protocol->facet_count, sizeof *items);
	for (size_t i = 0; i < protocol->facet_count; i++) {
		const struct facet *facet = &protocol->facets[i];
		struct value *values = arena_array(b->arena, facet->count, sizeof *values);
		for (size_t k = 0; k < facet->count; k++)
			values[k] = facet_value(b, &facet->values[k]);
		struct map_builder map = new_map(b);
		map_put(&map, NAME_id, value_string(facet->id));
		map_put(&map, NAME_identifier, identifier_value(b, facet->id));
		map_put(&map, NAME_camel, camel_value(b, facet->id));
		map_put(&map, NAME_symbol, symbol_value(b, NULL, facet->id));
		map_put(&map, NAME_name, text_value(b, facet->name));
		map_put(&map, NAME_multiple, value_bool(facet->multiple));
		map_put(&map, NAME_optional, value_bool(facet->optional));
		map_put(&map, NAME_place, value_bool(facet->place));
		map_put(&map, NAME_values, value_list(values, facet->count));
		map_put(&map, NAME_codes, facet_codes(b, protocol, i, true));
		map_put(&map, NAME_column, facet_codes(b, protocol, i, false));
		items[i] = map_done(&map);
	}
	return value_list(items, protocol->facet_count);
}

static bool has_meaning(const struct contrast *row)
{
	for (size_t i = 0; i < row->a->count; i++)
		if (row->a->values[i]->meaning)
			return true;
	for (size_t i = 0; i < row->b->count; i++)
		if (row->b->values[i]->meaning)
			return true;
	return false;
}

/* The values of one side that the other side has (or has not). */
static struct value shared_values(struct view_builder *b, const struct fact *fact,
				  const struct fact *other, bool in_both)
{
	struct value *items = arena_array(b->arena, fact->count, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < fact->count; i++) {
		if (fact_has_value(other, fact->values[i]) != in_both)
			continue;
		items[n++] = facet_value(b, fact->values[i]);
	}
	return n == fact->count ? fact_values(b, fact) : value_list(items, n);
}

static struct value build_row(struct view_builder *b, const struct contrast *contrast)
{
	struct map_builder row = new_map(b);
	map_put(&row, NAME_id, value_string(contrast->a->facet->id));
	map_put(&row, NAME_name, text_value(b, contrast->a->facet->name));
	map_put(&row, NAME_left, fact_values(b, contrast->a));
	map_put(&row, NAME_right, fact_values(b, contrast->b));
	map_put(&row, NAME_differs, value_bool(contrast->differs));
	map_put(&row, NAME_varies,
		value_bool(contrast->a->facet->varies &&
			   (contrast->a->count > 1 || contrast->b->count > 1)));
	map_put(&row, NAME_only_left, shared_values(b, contrast->a, contrast->b, false));
	map_put(&row, NAME_only_right, shared_values(b, contrast->b, contrast->a, false));
	map_put(&row, NAME_both, shared_values(b, contrast->a, contrast->b, true));
	return map_done(&row);
}

struct value contrast_value(struct view_builder *b, const struct contrast *contrast,
			    bool *has_meanings)
{
	*has_meanings = has_meaning(contrast);
	return build_row(b, contrast);
}
