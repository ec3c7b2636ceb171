/* pairs.c: see pairs.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/pairs.h"

#include "compare/compare.h"
#include "view/facts.h"

enum {
	MAX_KINDS = 64, /* of facts about a facet, up to which rows are kept */
	SIDES = 3       /* a companion code of the left, the right, or both */
};

/* One row of the table, and whether it says more than a name. */
struct row {
	struct value value;
	bool place, differs, has_meaning;
};

/* What the codes say about a facet. */
struct facet_kinds {
	size_t *kind_of_code; /* codes that say the same are of one kind */
	size_t count;
	size_t first_row; /* of count x count in struct pair_rows; MISSING: too many */
};

#define MISSING ((size_t) -1)

/* What somebody wrote about a pair. */
struct curated {
	struct value lead, written, decision;
};

/* The sources of a code, as it has them in `references`. */
struct code_sources {
	const struct source **items;
	size_t count;
};

/* A member of the values of codes, and where they have it, as a rule all in one place. */
struct name_in_codes {
	symbol name;
	size_t index;
};

struct pair_builder {
	struct view_builder b;
	const struct protocol *protocol;
	const struct value *codes;
	struct value root, comparison; /* maps to be filled in */
	struct name_in_codes references, comparisons;
	symbol sections;
	struct facet_kinds *facets;
	size_t row_count;
	struct curated *curated;
	struct value *associates; /* by associate, then side, then whether only seen */
	struct code_sources *sources;
};

/* The members of a comparison, and of a root behind what every document has. */
enum {
	CURATED,
	LEAD,
	SAME_CLASS,
	SAME_STATUS,
	SAME_PROTOCOL,
	ROWS,
	PLACES,
	DIFFERENCES,
	SHARED,
	WRITTEN,
	DECISION,
	ASSOCIATED,
	REFERENCES,
	RELATED,
	COMPARISON_MEMBERS
};

static const char *const comparison_names[COMPARISON_MEMBERS] = {
	"curated",  "lead",       "same_class",  "same_status", "same_protocol",
	"rows",     "places",     "differences", "shared",      "written",
	"decision", "associated", "references",  "related"};

enum { OTHER_PROTOCOL, A, B, COMPARISON, ROOT_MEMBERS };

static const char *const root_names[ROOT_MEMBERS] = {"other_protocol", "a", "b", "comparison"};

/* ---- rows ---- */

static struct row new_row(struct view_builder *b, const struct fact *left, const struct fact *right)
{
	const struct contrast contrast = {left, right, !fact_same_values(left, right)};
	struct row row = {.place = left->facet->place, .differs = contrast.differs};
	row.value = contrast_value(b, &contrast, &row.has_meaning);
	return row;
}

static void find_kinds(struct pair_builder *pairs, size_t facet)
{
	const struct protocol *p = pairs->protocol;
	struct facet_kinds *kinds = &pairs->facets[facet];
	const struct fact *examples[MAX_KINDS + 1] = {NULL};
	kinds->kind_of_code = arena_array(pairs->b.arena, p->code_count, sizeof(size_t));
	for (size_t i = 0; i < p->code_count && kinds->count <= MAX_KINDS; i++) {
		const struct fact *fact = &p->codes[i].facts[facet];
		size_t kind = 0;
		while (kind < kinds->count && !fact_same_values(examples[kind], fact))
			kind++;
		if (kind == kinds->count)
			examples[kinds->count++] = fact;
		kinds->kind_of_code[i] = kind;
	}
	kinds->first_row = kinds->count > MAX_KINDS ? MISSING : pairs->row_count;
	if (kinds->first_row != MISSING)
		pairs->row_count += kinds->count * kinds->count;
}

/* Where the row is kept; NULL: nowhere. */
static struct row *kept_row(const struct pair_builder *pairs, struct pair_rows *rows, size_t facet,
			    const struct code *x, const struct code *y)
{
	const struct facet_kinds *kinds = &pairs->facets[facet];
	if (!rows || kinds->first_row == MISSING)
		return NULL;
	if (rows->builder != pairs) {
		arena_free(&rows->arena);
		rows->builder = pairs;
		rows->rows = arena_array(&rows->arena, pairs->row_count, sizeof *rows->rows);
	}
	return &rows->rows[kinds->first_row + kinds->kind_of_code[x->index] * kinds->count +
			   kinds->kind_of_code[y->index]];
}

/* The row of a facet that two codes of the protocol have; false where neither says
 * anything about it. */
static bool find_row(const struct pair_builder *pairs, struct pair_rows *rows,
		     struct view_builder *b, size_t facet, const struct code *x,
		     const struct code *y, struct row *row)
{
	const struct fact *left = &x->facts[facet], *right = &y->facts[facet];
	if (!left->count && !right->count)
		return false;
	struct row *kept = kept_row(pairs, rows, facet, x, y);
	if (!kept) {
		*row = new_row(b, left, right);
		return true;
	}
	if (kept->value.kind == VALUE_NULL) {
		struct view_builder lasting = *b;
		lasting.arena = &rows->arena;
		*kept = new_row(&lasting, left, right);
		value_make_lasting(&kept->value);
	}
	*row = *kept;
	return true;
}

void pair_rows_free(struct pair_rows *rows)
{
	arena_free(&rows->arena);
	*rows = (struct pair_rows){0};
}

/* Lists of rows, as they are filled. */
struct contrasts {
	struct value *lists[4];
	size_t counts[4];
};

static void add_row(struct contrasts *to, const struct row *row)
{
	size_t kind = row->place ? 1 : 0;
	to->lists[kind][to->counts[kind]++] = row->value;
	kind = row->differs ? 2 : 3;
	if (!row->place && row->has_meaning)
		to->lists[kind][to->counts[kind]++] = row->value;
}

static void put_rows(const struct pair_builder *pairs, struct pair_rows *rows,
		     struct view_builder *b, struct member *to, const struct code *x,
		     const struct code *y)
{
	size_t most = x->protocol->facet_count;
	struct value *room = arena_array(b->arena, most * 4, sizeof *room);
	struct contrasts found = {{room, room + most, room + most * 2, room + most * 3}, {0}};
	struct row row;
	if (x->protocol == y->protocol) {
		for (size_t i = 0; i < most; i++)
			if (find_row(pairs, rows, b, i, x, y, &row))
				add_row(&found, &row);
	} else {
		struct contrast *contrasts = arena_array(b->arena, most, sizeof *contrasts);
		size_t count = compare_codes(x, y, contrasts);
		for (size_t i = 0; i < count; i++) {
			row = new_row(b, contrasts[i].a, contrasts[i].b);
			add_row(&found, &row);
		}
	}
	for (size_t i = 0; i < 4; i++)
		to[ROWS + i].value = value_list(found.lists[i], found.counts[i]);
}

/* ---- companion codes ---- */

static struct value new_associate(struct view_builder *b, const struct associate *associate,
				  size_t side, bool practice)
{
	struct map_builder map = map_builder(b->arena, b->symbols, 6);
	map_put(&map, "value", value_string(associate->value));
	map_put(&map, "name", text_value(b, associate->name));
	map_put(&map, "left", value_bool(side != 1));
	map_put(&map, "right", value_bool(side != 0));
	map_put(&map, "both", value_bool(side == 2));
	map_put(&map, "practice", value_bool(practice));
	return map_done(&map);
}

static void make_associates(struct pair_builder *pairs)
{
	const struct protocol *p = pairs->protocol;
	pairs->associates =
		arena_array(pairs->b.arena, p->associate_count * SIDES * 2, sizeof(struct value));
	for (size_t i = 0; i < p->associate_count * SIDES * 2; i++) {
		pairs->associates[i] = new_associate(&pairs->b, &p->associates[i / (SIDES * 2)],
						     i / 2 % SIDES, i % 2);
		value_make_lasting(&pairs->associates[i]);
	}
}

static const struct association *find_association(const struct code *code,
						  const struct associate *associate)
{
	for (size_t i = 0; i < code->associated_count; i++)
		if (code->associated[i].associate == associate ||
		    same(code->associated[i].associate->value, associate->value))
			return &code->associated[i];
	return NULL;
}

static struct value associate_value(const struct pair_builder *pairs, struct view_builder *b,
				    const struct association *association,
				    const struct association *other, size_t side)
{
	const struct protocol *p = pairs->protocol;
	const struct associate *associate = association->associate;
	bool practice = association->practice && (!other || other->practice);
	side = other ? 2 : side;
	for (size_t i = 0; i < p->associate_count; i++)
		if (associate == &p->associates[i])
			return pairs->associates[(i * SIDES + side) * 2 + practice];
	return new_associate(b, associate, side, practice);
}

/* The companion codes of both, each once. */
static struct value associates_of(const struct pair_builder *pairs, struct view_builder *b,
				  const struct code *x, const struct code *y)
{
	size_t count = 0;
	struct value *items =
		arena_array(b->arena, x->associated_count + y->associated_count, sizeof *items);
	for (size_t i = 0; i < x->associated_count; i++) {
		const struct association *a = &x->associated[i];
		items[count++] = associate_value(pairs, b, a, find_association(y, a->associate), 0);
	}
	for (size_t i = 0; i < y->associated_count; i++) {
		const struct association *a = &y->associated[i];
		if (!find_association(x, a->associate))
			items[count++] = associate_value(pairs, b, a, NULL, 1);
	}
	return value_list(items, count);
}

/* ---- texts ---- */

static void make_curated(struct pair_builder *pairs)
{
	const struct protocol *p = pairs->protocol;
	struct view_builder *b = &pairs->b;
	pairs->curated = arena_array(b->arena, p->comparison_count, sizeof *pairs->curated);
	for (size_t i = 0; i < p->comparison_count; i++) {
		const struct comparison *pair = &p->comparisons[i];
		struct curated *curated = &pairs->curated[i];
		struct value *items = arena_array(b->arena, pair->difference_count, sizeof *items);
		for (size_t k = 0; k < pair->difference_count; k++)
			items[k] = text_value(b, pair->differences[k].text);
		curated->lead = text_value(b, pair->lead);
		curated->written = value_list(items, pair->difference_count);
		curated->decision = prose_value(b, &pair->decision);
		value_make_lasting(&curated->lead);
		value_make_lasting(&curated->written);
		value_make_lasting(&curated->decision);
	}
}

static void put_texts(const struct pair_builder *pairs, struct member *to, const struct code *x,
		      const struct code *y)
{
	const struct comparison *pair = protocol_comparison(x, y);
	to[CURATED].value = value_bool(pair != NULL);
	if (pair) {
		const struct curated *curated =
			&pairs->curated[pair - pairs->protocol->comparisons];
		to[LEAD].value = curated->lead;
		to[WRITTEN].value = curated->written;
		to[DECISION].value = curated->decision;
	} else {
		to[WRITTEN].value = to[DECISION].value = value_list(NULL, 0);
	}
}

/* ---- members of codes ---- */

static struct name_in_codes find_in_codes(const struct pair_builder *pairs, struct str name)
{
	struct name_in_codes found = {.name = symbol_of(pairs->b.symbols, name)};
	const struct value *code = pairs->protocol->code_count ? pairs->codes : NULL;
	while (code && found.index < code->as.map.count &&
	       code->as.map.members[found.index].name != found.name)
		found.index++;
	return found;
}

static const struct value *code_member(const struct value *code, struct name_in_codes name)
{
	if (name.index < code->as.map.count && code->as.map.members[name.index].name == name.name)
		return &code->as.map.members[name.index].value;
	return value_member(code, name.name);
}

/* ---- sources ---- */

/* In the order in which references_value() has them. */
static void make_sources(struct pair_builder *pairs)
{
	const struct protocol *p = pairs->protocol;
	struct arena *arena = pairs->b.arena;
	pairs->sources = arena_array(arena, p->code_count, sizeof *pairs->sources);
	for (size_t i = 0; i < p->code_count; i++) {
		const struct code *code = &p->codes[i];
		struct code_sources *sources = &pairs->sources[i];
		sources->items = arena_array(arena, code->citation_count, sizeof *sources->items);
		for (size_t k = 0; k < code->citation_count; k++) {
			size_t at = 0;
			while (at < sources->count &&
			       sources->items[at] != code->citations[k].source)
				at++;
			if (at == sources->count)
				sources->items[sources->count++] = code->citations[k].source;
		}
	}
}

static bool has_section(const struct value *sections, const struct value *section)
{
	for (size_t i = 0; i < sections->as.list.count; i++)
		if (str_equal(sections->as.list.items[i].as.map.members[0].value.as.string,
			      section->as.map.members[0].value.as.string))
			return true;
	return false;
}

/* One source with the sections of two items; where the first has them all, it. */
static struct value merged_source(const struct pair_builder *pairs, struct view_builder *b,
				  const struct value *x, const struct value *y)
{
	const struct value *left = value_member(x, pairs->sections);
	const struct value *right = value_member(y, pairs->sections);
	size_t count = left->as.list.count, all = count + right->as.list.count;
	struct value *sections = arena_array(b->arena, all, sizeof *sections);
	if (count)
		memcpy(sections, left->as.list.items, count * sizeof *sections);
	for (size_t i = 0; i < right->as.list.count; i++)
		if (!has_section(left, &right->as.list.items[i]))
			sections[count++] = right->as.list.items[i];
	if (count == left->as.list.count)
		return *x;
	struct member *members = arena_array(b->arena, x->as.map.count, sizeof *members);
	struct value merged = *x;
	memcpy(members, x->as.map.members, x->as.map.count * sizeof *members);
	merged.as.map.members = members;
	merged.lasting = false;
	for (size_t i = 0; i < x->as.map.count; i++)
		if (members[i].name == pairs->sections)
			members[i].value = value_list(sections, count);
	return merged;
}

static struct value sources_of(const struct pair_builder *pairs, struct view_builder *b,
			       const struct code *x, const struct code *y)
{
	if (x->protocol != y->protocol)
		return references_value(b, x, y);
	const struct code_sources *left = &pairs->sources[x->index];
	const struct code_sources *right = &pairs->sources[y->index];
	const struct value *of_x = code_member(&pairs->codes[x->index], pairs->references);
	const struct value *of_y = code_member(&pairs->codes[y->index], pairs->references);
	struct value *items = arena_array(b->arena, left->count + right->count, sizeof *items);
	size_t count = left->count;
	if (count)
		memcpy(items, of_x->as.list.items, count * sizeof *items);
	for (size_t i = 0; i < right->count; i++) {
		const struct value *item = &of_y->as.list.items[i];
		size_t at = 0;
		while (at < left->count && left->items[at] != right->items[i])
			at++;
		if (at < left->count)
			items[at] = merged_source(pairs, b, &items[at], item);
		else
			items[count++] = *item;
	}
	return value_list(items, count);
}

/* ---- related pairs ---- */

/* Adds the pairs of a code, without the one with `except`. */
static size_t add_related(const struct pair_builder *pairs, const struct value *code_value,
			  const struct code *code, const struct code *except, struct value *items)
{
	const struct value *list = code_member(code_value, pairs->comparisons);
	const struct comparison *skip = protocol_comparison(code, except);
	size_t count = 0;
	for (size_t i = 0; i < list->as.list.count; i++) {
		const struct value *item = &list->as.list.items[i];
		const struct subject *subject =
			item->as.map.members[item->as.map.count - 1].value.as.link->subject;
		if (!skip || subject->a != skip->a || subject->b != skip->b)
			items[count++] = *item;
	}
	return count;
}

static struct value related_to(const struct pair_builder *pairs, struct view_builder *b,
			       const struct subject *subject, const struct value *y)
{
	const struct value *x = &pairs->codes[subject->a->index];
	size_t most = code_member(x, pairs->comparisons)->as.list.count +
		      code_member(y, pairs->comparisons)->as.list.count;
	struct value *items = arena_array(b->arena, most, sizeof *items);
	size_t count = add_related(pairs, x, subject->a, subject->b, items);
	count += add_related(pairs, y, subject->b, subject->a, items + count);
	return value_list(items, count);
}

/* ---- pairs ---- */

/* A map of names whose values are still to be filled in, behind others. */
static struct value new_form(struct view_builder *b, const struct map_builder *before,
			     const char *const *names, size_t count)
{
	size_t start = before ? before->count : 0;
	struct map_builder map = map_builder(b->arena, b->symbols, start + count);
	if (start)
		memcpy(map.members, before->members, start * sizeof *map.members);
	map.count = start;
	for (size_t i = 0; i < count; i++)
		map_put(&map, names[i], (struct value){0});
	struct value form = map_done(&map);
	value_make_lasting(&form);
	for (size_t i = 0; i < count; i++)
		map.members[start + i].value.lasting = false;
	form.lasting = false;
	return form;
}

struct pair_builder *pair_builder_new(const struct view_builder *b, const struct protocol *protocol,
				      const struct value *codes, const struct map_builder *root)
{
	struct pair_builder *pairs = arena_alloc(b->arena, sizeof *pairs);
	*pairs = (struct pair_builder){.b = *b, .protocol = protocol, .codes = codes};
	pairs->references = find_in_codes(pairs, STR("references"));
	pairs->sections = symbol_of(b->symbols, STR("sections"));
	pairs->comparisons = find_in_codes(pairs, STR("comparisons"));
	pairs->root = new_form(&pairs->b, root, root_names, ROOT_MEMBERS);
	pairs->comparison = new_form(&pairs->b, NULL, comparison_names, COMPARISON_MEMBERS);
	pairs->facets = arena_array(b->arena, protocol->facet_count, sizeof *pairs->facets);
	for (size_t i = 0; i < protocol->facet_count; i++)
		find_kinds(pairs, i);
	make_associates(pairs);
	make_curated(pairs);
	make_sources(pairs);
	return pairs;
}

/* The form with its own members. */
static struct member *fill(struct value *form, struct arena *arena)
{
	size_t size = form->as.map.count;
	struct member *members = arena_array(arena, size, sizeof *members);
	memcpy(members, form->as.map.members, size * sizeof *members);
	form->as.map.members = members;
	return members;
}

static struct value comparison_of(const struct pair_builder *pairs, const struct subject *subject,
				  const struct value *y, struct pair_rows *rows,
				  struct arena *arena)
{
	const struct code *first = subject->a, *second = subject->b;
	struct view_builder b = pairs->b;
	struct value comparison = pairs->comparison;
	struct member *to = fill(&comparison, arena);
	b.arena = arena;
	put_texts(pairs, to, first, second);
	put_rows(pairs, rows, &b, to, first, second);
	to[SAME_CLASS].value = value_bool(first->class == second->class);
	to[SAME_STATUS].value = value_bool(same(first->status, second->status));
	to[SAME_PROTOCOL].value = value_bool(first->protocol == second->protocol);
	to[ASSOCIATED].value = associates_of(pairs, &b, first, second);
	to[REFERENCES].value = sources_of(pairs, &b, first, second);
	to[RELATED].value = related_to(pairs, &b, subject, y);
	return comparison;
}

struct value pair_value(const struct pair_builder *pairs, const struct subject *subject,
			const struct value *y, const struct value *other, struct pair_rows *rows,
			struct arena *arena)
{
	struct value root = pairs->root;
	struct member *members = fill(&root, arena) + root.as.map.count - ROOT_MEMBERS;
	members[OTHER_PROTOCOL].value = *other;
	members[A].value = pairs->codes[subject->a->index];
	members[B].value = *y;
	members[COMPARISON].value = comparison_of(pairs, subject, y, rows, arena);
	return root;
}
