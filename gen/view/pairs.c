/* pairs.c: see pairs.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/pairs.h"

#include "compare/compare.h"
#include "view/facts.h"
#include "view/names.h"

enum {
	MAX_KINDS = 64, /* of facts about a facet, up to which rows are kept */
	SIDES = 3       /* a companion code of the left, the right, or both */
};

/* One row of the table, and whether it says more than a name. */
struct row {
	struct value value;
	bool place, differs, has_meaning;
};

#define MISSING ((size_t) -1)

/* What somebody wrote about a pair. */
struct curated {
	struct value lead, written, decision;
};

/* What the view of a code has that pairs need. */
struct code_lists {
	struct value references, comparisons;
	const struct source **sources; /* of the references */
	size_t source_count;
};

struct pair_builder {
	struct view_builder b;
	const struct protocol *protocol;
	const struct value *codes;
	struct value root, comparison; /* maps to be filled in */
	size_t *first_rows;            /* by facet; MISSING: its rows are not kept */
	size_t row_count;
	struct curated *curated;
	struct value *associates; /* by associate, then side, then whether only seen */
	struct code_lists *lists; /* by index of the code */
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

static const symbol comparison_names[COMPARISON_MEMBERS] = {
	NAME_curated,  NAME_lead,       NAME_same_class,  NAME_same_status, NAME_same_protocol,
	NAME_rows,     NAME_places,     NAME_differences, NAME_shared,      NAME_written,
	NAME_decision, NAME_associated, NAME_references,  NAME_related};

enum { OTHER_PROTOCOL, A, B, COMPARISON, ROOT_MEMBERS };

static const symbol root_names[ROOT_MEMBERS] = {NAME_other_protocol, NAME_a, NAME_b,
						NAME_comparison};

/* ---- rows ---- */

static struct row new_row(struct view_builder *b, const struct fact *left, const struct fact *right)
{
	const struct contrast contrast = {left, right, !fact_same_values(left, right)};
	struct row row = {.place = left->facet->place, .differs = contrast.differs};
	row.value = contrast_value(b, &contrast, &row.has_meaning);
	return row;
}

/* Where the rows of each facet are in struct pair_rows: one for each two kinds of facts. */
static void make_room(struct pair_builder *pairs)
{
	const struct protocol *p = pairs->protocol;
	pairs->first_rows = arena_array(pairs->b.arena, p->facet_count, sizeof(size_t));
	for (size_t i = 0; i < p->facet_count; i++) {
		size_t kinds = p->facets[i].kind_count;
		pairs->first_rows[i] = kinds > MAX_KINDS ? MISSING : pairs->row_count;
		pairs->row_count += kinds > MAX_KINDS ? 0 : kinds * kinds;
	}
}

/* Where the row is kept; NULL: nowhere. */
static struct row *kept_row(const struct pair_builder *pairs, struct pair_rows *rows, size_t facet,
			    const struct fact *left, const struct fact *right)
{
	size_t first = pairs->first_rows[facet];
	if (!rows || first == MISSING)
		return NULL;
	if (rows->builder != pairs) {
		arena_free(&rows->arena);
		rows->builder = pairs;
		rows->rows = arena_array(&rows->arena, pairs->row_count, sizeof *rows->rows);
	}
	return &rows->rows[first + left->kind * pairs->protocol->facets[facet].kind_count +
			   right->kind];
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
	struct row *kept = kept_row(pairs, rows, facet, left, right);
	if (!kept) {
		*row = new_row(b, left, right);
		return true;
	}
	if (kept->value.kind == VALUE_NULL) {
		struct view_builder lasting = *b;
		lasting.arena = &rows->arena;
		lasting.lasting = true;
		*kept = new_row(&lasting, left, right);
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
	struct map_builder map = new_map(b);
	map_put(&map, NAME_value, value_string(associate->value));
	map_put(&map, NAME_name, text_value(b, associate->name));
	map_put(&map, NAME_left, value_bool(side != 1));
	map_put(&map, NAME_right, value_bool(side != 0));
	map_put(&map, NAME_both, value_bool(side == 2));
	map_put(&map, NAME_practice, value_bool(practice));
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

struct value differences_value(struct view_builder *b, const struct comparison *pair)
{
	struct value *items = arena_array(b->arena, pair->difference_count, sizeof *items);
	for (size_t i = 0; i < pair->difference_count; i++)
		items[i] = text_value(b, pair->differences[i].text);
	return value_list(items, pair->difference_count);
}

static void make_curated(struct pair_builder *pairs)
{
	const struct protocol *p = pairs->protocol;
	struct view_builder *b = &pairs->b;
	pairs->curated = arena_array(b->arena, p->comparison_count, sizeof *pairs->curated);
	for (size_t i = 0; i < p->comparison_count; i++) {
		const struct comparison *pair = &p->comparisons[i];
		struct curated *curated = &pairs->curated[i];
		curated->lead = text_value(b, pair->lead);
		curated->written = differences_value(b, pair);
		curated->decision = prose_value(b, &pair->decision);
		curated->written.lasting = curated->decision.lasting = true;
	}
}

static void put_texts(const struct pair_builder *pairs, struct member *to,
		      const struct comparison *pair)
{
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

/* ---- sources ---- */

/* In the order in which references_value() has them. */
static void find_sources(struct code_lists *lists, const struct code *code, struct arena *arena)
{
	lists->sources = arena_array(arena, code->citation_count, sizeof *lists->sources);
	for (size_t i = 0; i < code->citation_count; i++) {
		size_t at = 0;
		while (at < lists->source_count && lists->sources[at] != code->citations[i].source)
			at++;
		if (at == lists->source_count)
			lists->sources[lists->source_count++] = code->citations[i].source;
	}
}

static struct value member_of(const struct value *map, symbol name)
{
	const struct value *member = value_member(map, name);
	return member ? *member : (struct value){0};
}

static void make_lists(struct pair_builder *pairs)
{
	const struct protocol *p = pairs->protocol;
	pairs->lists = arena_array(pairs->b.arena, p->code_count, sizeof *pairs->lists);
	for (size_t i = 0; i < p->code_count; i++) {
		pairs->lists[i].references = member_of(&pairs->codes[i], NAME_references);
		pairs->lists[i].comparisons = member_of(&pairs->codes[i], NAME_comparisons);
		find_sources(&pairs->lists[i], &p->codes[i], pairs->b.arena);
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
static struct value merged_source(struct view_builder *b, const struct value *x,
				  const struct value *y)
{
	const struct value *left = value_member(x, NAME_sections);
	const struct value *right = value_member(y, NAME_sections);
	if (!left || !right)
		return *x;
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
		if (members[i].name == NAME_sections)
			members[i].value = value_list(sections, count);
	return merged;
}

static struct value sources_of(const struct pair_builder *pairs, struct view_builder *b,
			       const struct code *x, const struct code *y)
{
	if (x->protocol != y->protocol)
		return references_value(b, x, y);
	const struct code_lists *left = &pairs->lists[x->index], *right = &pairs->lists[y->index];
	size_t count = left->source_count;
	struct value *items = arena_array(b->arena, count + right->source_count, sizeof *items);
	if (count)
		memcpy(items, left->references.as.list.items, count * sizeof *items);
	for (size_t i = 0; i < right->source_count; i++) {
		const struct value *item = &right->references.as.list.items[i];
		size_t at = 0;
		while (at < left->source_count && left->sources[at] != right->sources[i])
			at++;
		if (at < left->source_count)
			items[at] = merged_source(b, &items[at], item);
		else
			items[count++] = *item;
	}
	return value_list(items, count);
}

/* ---- related pairs ---- */

/* Adds the pairs of a code, without `skip`. */
static size_t add_related(const struct value *list, const struct comparison *skip,
			  struct value *items)
{
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

static const struct value *comparisons_of(const struct pair_builder *pairs, const struct code *code,
					  const struct value *code_value)
{
	return code->protocol == pairs->protocol ? &pairs->lists[code->index].comparisons
						 : value_member(code_value, NAME_comparisons);
}

static struct value related_to(const struct pair_builder *pairs, struct view_builder *b,
			       const struct subject *subject, const struct comparison *pair,
			       const struct value *y)
{
	const struct value *of_a = &pairs->lists[subject->a->index].comparisons;
	const struct value *of_b = comparisons_of(pairs, subject->b, y);
	struct value *items =
		arena_array(b->arena, of_a->as.list.count + of_b->as.list.count, sizeof *items);
	size_t count = add_related(of_a, pair, items);
	count += add_related(of_b, pair, items + count);
	return value_list(items, count);
}

/* ---- pairs ---- */

/* A map of names whose values are still to be filled in, behind others. */
static struct value new_form(struct arena *arena, const struct value *before, const symbol *names,
			     size_t count)
{
	size_t start = before ? before->as.map.count : 0;
	struct member *members = arena_array(arena, start + count, sizeof *members);
	if (start)
		memcpy(members, before->as.map.members, start * sizeof *members);
	for (size_t i = 0; i < count; i++)
		members[start + i].name = names[i];
	return value_map(members, start + count);
}

struct pair_builder *pair_builder_new(const struct view_builder *b, const struct protocol *protocol,
				      const struct value *codes, const struct value *root)
{
	struct pair_builder *pairs = arena_alloc(b->arena, sizeof *pairs);
	*pairs = (struct pair_builder){.b = *b, .protocol = protocol, .codes = codes};
	pairs->root = new_form(b->arena, root, root_names, ROOT_MEMBERS);
	pairs->comparison = new_form(b->arena, NULL, comparison_names, COMPARISON_MEMBERS);
	make_room(pairs);
	make_associates(pairs);
	make_curated(pairs);
	make_lists(pairs);
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
	const struct comparison *pair = protocol_comparison(first, second);
	struct value comparison = pairs->comparison;
	struct member *to = fill(&comparison, arena);
	b.arena = arena;
	b.lasting = false;
	put_texts(pairs, to, pair);
	put_rows(pairs, rows, &b, to, first, second);
	to[SAME_CLASS].value = value_bool(first->class == second->class);
	to[SAME_STATUS].value = value_bool(same(first->status, second->status));
	to[SAME_PROTOCOL].value = value_bool(first->protocol == second->protocol);
	to[ASSOCIATED].value = associates_of(pairs, &b, first, second);
	if (b.symbols->used[NAME_references])
		to[REFERENCES].value = sources_of(pairs, &b, first, second);
	if (b.symbols->used[NAME_related])
		to[RELATED].value = related_to(pairs, &b, subject, pair, y);
	return comparison;
}

/* A code of another protocol says of which, or two could look alike: "Shop 101". */
static struct value labelled(const struct code *code, const struct value *value,
			     struct arena *arena)
{
	struct value copy = *value;
	struct member *members = fill(&copy, arena);
	copy.lasting = false;
	for (size_t i = 0; i < copy.as.map.count; i++)
		if (members[i].name == NAME_value)
			members[i].value = value_string(
				arena_join(arena, code->protocol->name, " ", code->value));
	return copy;
}

struct value pair_value(const struct pair_builder *pairs, const struct subject *subject,
			const struct value *y, const struct value *other, struct pair_rows *rows,
			struct arena *arena)
{
	struct value root = pairs->root;
	struct member *members = fill(&root, arena) + root.as.map.count - ROOT_MEMBERS;
	members[OTHER_PROTOCOL].value = *other;
	members[A].value = pairs->codes[subject->a->index];
	members[B].value =
		subject->b->protocol == subject->a->protocol ? *y : labelled(subject->b, y, arena);
	members[COMPARISON].value = comparison_of(pairs, subject, y, rows, arena);
	return root;
}
