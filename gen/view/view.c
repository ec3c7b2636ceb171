/* view.c: see view.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/view.h"

#include "base/buf.h"
#include "base/hash.h"
#include "view/codes.h"
#include "view/coverage.h"
#include "view/facts.h"
#include "view/names.h"
#include "view/pairs.h"
#include "view/texts.h"

#include <stdlib.h>

struct view {
	struct view_builder b;
	const struct view_setting *setting;
	struct value generator, prefix;
	/* By index of the protocol, and in it of the code. */
	struct value *brief, *code_root, **codes, **code_roots, *protocol_roots;
	struct value catalog_root;
	struct shared_values *shared;
	struct pair_builder **pairs;
	/* Fingerprints of what a code shows, of a whole protocol, of the catalog, and of the
	 * texts of the pairs that somebody wrote about. */
	uint64_t **code_prints, *protocol_prints, catalog_print, **pair_prints;
};

/* ---- languages ---- */

/* "zh_CN" is zh-CN in HTML (BCP 47) and has the man pages of man/zh_CN. */
static const char *html_tag(struct arena *arena, const char *tag)
{
	char *copy = arena_strdup(arena, tag);
	for (char *c = copy; *c; c++)
		*c = (char) (*c == '_' ? '-' : *c);
	return copy;
}

/* A language that does not say its name goes by its tag: English is another. */
static struct value language_name(struct view_builder *b, const struct translation *t)
{
	struct value name = text_value_in(b, t, &message_language_name);
	return name.state == STATE_TRANSLATED ? name : value_string(t->tag);
}

static struct map_builder new_language(struct view_builder *b, const struct translation *t)
{
	struct map_builder map = new_map(b);
	bool source = !t->po;
	map_put(&map, NAME_tag, value_string(t->tag));
	map_put(&map, NAME_html, value_string(html_tag(b->arena, t->tag)));
	map_put(&map, NAME_name, language_name(b, t));
	map_put(&map, NAME_mandir,
		value_string(source ? "" : arena_printf(b->arena, "%s/", t->tag)));
	map_put(&map, NAME_source, value_bool(source));
	return map;
}

static struct value build_language(struct view_builder *b, const struct translation *t,
				   const struct protocol *protocol)
{
	struct map_builder map = new_language(b, t);
	map_put(&map, NAME_comma, builtin_text(b, &message_list_separator));
	put_counts(b, &map, t, protocol);
	return map_done(&map);
}

/* The languages, each with a link to where the document is in it, and how much of what it
 * is about is translated. */
static struct value build_languages(const struct view *view, const struct subject *subject)
{
	struct view_builder b = view->b;
	struct value *items = arena_array(b.arena, view->setting->language_count, sizeof *items);
	for (size_t i = 0; i < view->setting->language_count; i++) {
		const struct translation *t = view->setting->languages[i];
		struct map_builder map = new_language(&b, t);
		map_put(&map, NAME_current, value_bool(t == view->b.translation));
		map_put(&map, NAME_href, link_value(&b, NULL, t->tag));
		put_coverage(&b, &map, t, subject);
		items[i] = map_done(&map);
	}
	return value_list(items, view->setting->language_count);
}

static struct value build_generator(struct view_builder *b)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_name, value_string("codebook"));
	map_put(&map, NAME_version, value_string(CODEBOOK_VERSION));
	map_put(&map, NAME_date, value_string(CODEBOOK_DATE));
	return map_done(&map);
}

/* The prefix of all identifiers, as functions and as macros have it. */
static struct value build_prefix(struct view_builder *b, const char *prefix)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_lower, value_string(prefix));
	map_put(&map, NAME_upper, identifier_value(b, prefix));
	return map_done(&map);
}

/* ---- protocols ---- */

static struct map_builder brief_protocol(struct view_builder *b, const struct protocol *protocol)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_id, value_string(protocol->id));
	map_put(&map, NAME_identifier, identifier_value(b, protocol->id));
	map_put(&map, NAME_name, value_string(protocol->name));
	map_put(&map, NAME_macro,
		identifier_value(b, arena_printf(b->arena, "%s_%s", b->prefix, protocol->id)));
	map_put(&map, NAME_symbol, symbol_value(b, b->prefix, protocol->id));
	map_put(&map, NAME_file, value_string(protocol->base));
	map_put(&map, NAME_version, value_string(protocol->version));
	map_put(&map, NAME_date, value_string(protocol->date));
	map_put(&map, NAME_version_number, version_value(b, protocol->version));
	map_put(&map, NAME_title, title_value(b, protocol->title));
	map_put(&map, NAME_term, text_value(b, protocol->term));
	map_put(&map, NAME_summary, text_value(b, protocol->summary));
	map_put(&map, NAME_associates_name, text_value(b, protocol->associates_name));
	map_put(&map, NAME_code_count, value_number(b->arena, (long long) protocol->code_count));
	map_put(&map, NAME_numeric, value_bool(protocol_is_numeric(protocol)));
	map_put(&map, NAME_hex, value_bool(protocol->form == VALUES_HEX));
	struct subject *subject = arena_alloc(b->arena, sizeof *subject);
	*subject = (struct subject){SUBJECT_PROTOCOL, protocol, NULL, NULL};
	map_put(&map, NAME_href, link_value(b, subject, NULL));
	return map;
}

static struct value build_groups(struct view_builder *b, const struct protocol *protocol,
				 const struct value *codes, const struct shared_values *shared)
{
	struct value *groups = arena_array(b->arena, protocol->class_count, sizeof *groups);
	size_t count = 0;
	for (size_t i = 0; i < protocol->class_count; i++) {
		size_t n = 0, most = 0;
		for (size_t k = 0; k < protocol->code_count; k++)
			most += protocol->codes[k].class == &protocol->classes[i];
		if (!most)
			continue;
		struct value *members = arena_array(b->arena, most, sizeof *members);
		for (size_t k = 0; k < protocol->code_count; k++)
			if (protocol->codes[k].class == &protocol->classes[i])
				members[n++] = codes[k];
		struct map_builder map = new_map(b);
		map_put(&map, NAME_class, shared->classes[i]);
		map_put(&map, NAME_codes, value_list(members, n));
		groups[count++] = map_done(&map);
	}
	return value_list(groups, count);
}

/* ---- tables for generated code ---- */

/* One name of a code: its id or an old one. */
struct name {
	const char *id;
	const struct code *code;
	bool old;
};

/* In the order of the identifiers that are made of them: '_' stands behind the capitals,
 * '-' before them. */
static int compare_names(const void *x, const void *y)
{
	const char *a = ((const struct name *) x)->id, *b = ((const struct name *) y)->id;
	while (*a && *a == *b) {
		a++;
		b++;
	}
	int left = *a == '-' ? '_' : ascii_upper(*a), right = *b == '-' ? '_' : ascii_upper(*b);
	return left - right;
}

static int compare_values(const void *x, const void *y)
{
	return strcmp((*(const struct code *const *) x)->value,
		      (*(const struct code *const *) y)->value);
}

static struct value name_value(struct view_builder *b, const struct name *name)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_identifier, identifier_value(b, name->id));
	map_put(&map, NAME_camel, camel_value(b, name->id));
	map_put(&map, NAME_old, value_bool(name->old));
	map_put(&map, NAME_now, identifier_value(b, name->code->id));
	map_put(&map, NAME_now_camel, camel_value(b, name->code->id));
	map_put(&map, NAME_position, value_number(b->arena, (long long) name->code->index));
	return map_done(&map);
}

/* Adds `aliases` (old names) and `names` (all of them, sorted, to bisect). */
static void put_names(struct view_builder *b, struct map_builder *map,
		      const struct protocol *protocol)
{
	if (!map_wants(map, NAME_aliases) && !map_wants(map, NAME_has_aliases) &&
	    !map_wants(map, NAME_names))
		return;
	size_t most = protocol->code_count, count = 0, old = 0;
	for (size_t i = 0; i < protocol->code_count; i++)
		most += protocol->codes[i].alias_count;
	struct name *names = arena_array(b->arena, most, sizeof *names);
	struct value *aliases = arena_array(b->arena, most, sizeof *aliases);
	struct value *all = arena_array(b->arena, most, sizeof *all);
	for (size_t i = 0; i < protocol->code_count; i++) {
		const struct code *code = &protocol->codes[i];
		names[count++] = (struct name){code->id, code, false};
		for (size_t k = 0; k < code->alias_count; k++) {
			names[count] = (struct name){code->aliases[k].id, code, true};
			aliases[old++] = name_value(b, &names[count++]);
		}
	}
	qsort(names, count, sizeof *names, compare_names);
	for (size_t i = 0; i < count; i++)
		all[i] = name_value(b, &names[i]);
	map_put(map, NAME_aliases, value_list(aliases, old));
	map_put(map, NAME_has_aliases, value_bool(old > 0));
	map_put(map, NAME_names, value_list(all, count));
}

/* The codes sorted by how they are written, to bisect; of several owners of a value,
 * the one that it stands for. */
static struct value build_by_value(struct view_builder *b, const struct protocol *protocol)
{
	size_t count = 0;
	const struct code **sorted = arena_array(b->arena, protocol->code_count, sizeof *sorted);
	struct value *items = arena_array(b->arena, protocol->code_count, sizeof *items);
	for (size_t i = 0; i < protocol->code_count; i++)
		if (code_is_primary(&protocol->codes[i]))
			sorted[count++] = &protocol->codes[i];
	qsort(sorted, count, sizeof *sorted, compare_values);
	for (size_t i = 0; i < count; i++)
		items[i] = name_value(b, &(struct name){sorted[i]->id, sorted[i], false});
	return value_list(items, count);
}

/* The pairs that somebody wrote about, with what stands there. */
static struct value build_comparisons(struct view_builder *b, const struct protocol *protocol,
				      const struct shared_values *shared)
{
	struct value *items = arena_array(b->arena, protocol->comparison_count, sizeof *items);
	for (size_t i = 0; i < protocol->comparison_count; i++) {
		const struct comparison *pair = &protocol->comparisons[i];
		struct map_builder map = more_of(b, shared->pairs[i]);
		map_put(&map, NAME_lead, text_value(b, pair->lead));
		map_put(&map, NAME_written, differences_value(b, pair));
		map_put(&map, NAME_decision, prose_value(b, &pair->decision));
		items[i] = map_done(&map);
	}
	return value_list(items, protocol->comparison_count);
}

static struct value build_protocol(struct view_builder *b, const struct protocol *protocol,
				   const struct value *codes, const struct shared_values *shared)
{
	struct map_builder map = brief_protocol(b, protocol);
	map_put(&map, NAME_description, prose_value(b, &protocol->description));
	map_put(&map, NAME_classes, value_list(shared->classes, protocol->class_count));
	map_put(&map, NAME_facets, facets_value(b, protocol));
	map_put(&map, NAME_sources, sources_value(b, protocol));
	map_put(&map, NAME_codes, value_list(codes, protocol->code_count));
	map_put(&map, NAME_codes_by_value, build_by_value(b, protocol));
	put_names(b, &map, protocol);
	map_put(&map, NAME_groups, build_groups(b, protocol, codes, shared));
	map_put(&map, NAME_comparisons, build_comparisons(b, protocol, shared));
	map_put(&map, NAME_translation, translation_value(b, protocol));
	return map_done(&map);
}

/* ---- documents ---- */

static void put_fixed(struct map_builder *map, symbol name, struct value value)
{
	value.fixed = true;
	map_put(map, name, value);
}

/* What documents about such a subject have. */
static struct map_builder new_root(const struct view *view, const struct subject *subject)
{
	struct view_builder b = view->b;
	struct map_builder root = new_map(&b);
	put_fixed(&root, NAME_generator, view->generator);
	put_fixed(&root, NAME_prefix, view->prefix);
	put_fixed(&root, NAME_language, build_language(&b, b.translation, subject->protocol));
	put_fixed(&root, NAME_languages, build_languages(view, subject));
	return root;
}

/* What all documents about the codes and pairs of a protocol have. */
static struct map_builder new_code_root(const struct view *view, const struct protocol *protocol)
{
	struct map_builder root =
		new_root(view, &(struct subject){SUBJECT_CODE, protocol, NULL, NULL});
	put_fixed(&root, NAME_protocol, view->brief[protocol->index]);
	return root;
}

static void build_code_root(struct view *view, const struct code *code)
{
	size_t index = code->protocol->index;
	struct value *value = &view->codes[index][code->index];
	if (value->kind != VALUE_NULL)
		return;
	*value = code_value(&view->b, code, &view->shared[index]);
	struct map_builder root = more_of(&view->b, view->code_root[index]);
	map_put(&root, NAME_code, *value);
	view->code_roots[index][code->index] = map_done(&root);
}

static void build_protocol_root(struct view *view, const struct protocol *protocol)
{
	struct value *value = &view->protocol_roots[protocol->index];
	if (value->kind != VALUE_NULL)
		return;
	for (size_t i = 0; i < protocol->code_count; i++)
		build_code_root(view, &protocol->codes[i]);
	struct map_builder root =
		new_root(view, &(struct subject){SUBJECT_PROTOCOL, protocol, NULL, NULL});
	put_fixed(&root, NAME_protocol,
		  build_protocol(&view->b, protocol, view->codes[protocol->index],
				 &view->shared[protocol->index]));
	*value = map_done(&root);
}

static void build_pairs_of(struct view *view, const struct protocol *protocol)
{
	size_t index = protocol->index;
	if (!view->pairs[index])
		view->pairs[index] = pair_builder_new(&view->b, protocol, view->codes[index],
						      &view->code_root[index]);
}

void view_build(struct view *view)
{
	const struct catalog *catalog = view->setting->catalog;
	for (size_t i = 0; i < catalog->protocol_count; i++) {
		build_protocol_root(view, catalog->protocols[i]);
		build_pairs_of(view, catalog->protocols[i]);
	}
}

/* ---- fingerprints ---- */

static uint64_t print_of(struct buf *buf, const struct value *value)
{
	buf->len = 0;
	value_write_down(buf, value);
	return hash_bytes(buf_str(buf));
}

static uint64_t print_of_text(struct view_builder *b, struct buf *buf,
			      const struct message *message)
{
	struct value value = text_value(b, message);
	return print_of(buf, &value);
}

static void write_word(struct buf *buf, const char *word)
{
	buf_puts(buf, word ? word : "");
	buf_putc(buf, '\0');
}

static void write_fact(struct buf *buf, const struct fact *fact)
{
	const struct facet *facet = fact->facet;
	write_word(buf, facet->id);
	buf_putc(buf, (char) (facet->varies | facet->place << 1));
	for (size_t i = 0; i < fact->count; i++) {
		write_word(buf, fact->values[i]->id);
		buf_putc(buf, fact->values[i]->meaning ? 'm' : '-');
	}
}

/* What lists of codes and comparisons are computed from, though no template may name it. */
static uint64_t print_of_data(struct buf *buf, const struct code *code)
{
	buf->len = 0;
	write_word(buf, code->class->id);
	write_word(buf, code->status);
	for (size_t i = 0; i < code->protocol->facet_count; i++)
		write_fact(buf, &code->facts[i]);
	for (size_t i = 0; i < code->associated_count; i++) {
		write_word(buf, code->associated[i].associate->value);
		buf_putc(buf, code->associated[i].practice ? 'p' : '-');
	}
	for (size_t i = 0; i < code->citation_count; i++) {
		write_word(buf, code->citations[i].source->id);
		write_word(buf, code->citations[i].section);
	}
	return hash_bytes(buf_str(buf));
}

/* A code, and what all documents about codes and pairs of its protocol have. */
static uint64_t print_of_code(const struct view *view, struct buf *buf, const struct code *code)
{
	size_t index = code->protocol->index;
	uint64_t hash = hash_join(print_of_data(buf, code), print_of(buf, &view->code_root[index]));
	return hash_join(hash, print_of(buf, &view->codes[index][code->index]));
}

/* What somebody wrote about a pair. What is computed follows from the two codes. */
static uint64_t print_of_pair(struct view_builder *b, struct buf *buf,
			      const struct comparison *pair)
{
	uint64_t hash = hash_join(print_of_text(b, buf, pair->lead), pair->difference_count);
	for (size_t i = 0; i < pair->difference_count; i++)
		hash = hash_join(hash, print_of_text(b, buf, pair->differences[i].text));
	for (size_t i = 0; i < pair->decision.count; i++)
		hash = hash_join(hash, print_of_text(b, buf, pair->decision.items[i]));
	return hash;
}

/* A protocol, of whose codes there are fingerprints: they stand in more than one list. */
static uint64_t print_of_protocol(const struct view *view, struct buf *buf, size_t index)
{
	const struct protocol *p = view->setting->catalog->protocols[index];
	const struct value *protocol = value_member(&view->protocol_roots[index], NAME_protocol);
	uint64_t hash = 0;
	for (size_t i = 0; i < p->code_count; i++)
		hash = hash_join(hash, view->code_prints[index][i]);
	const struct value *root = &view->protocol_roots[index];
	for (size_t i = 0; i < root->as.map.count; i++)
		if (root->as.map.members[i].name != NAME_protocol)
			hash = hash_join(hash, print_of(buf, &root->as.map.members[i].value));
	for (size_t i = 0; protocol && i < protocol->as.map.count; i++) {
		const struct member *member = &protocol->as.map.members[i];
		if (member->name != NAME_codes && member->name != NAME_groups)
			hash = hash_join(hash, print_of(buf, &member->value));
	}
	return hash;
}

void view_make_fingerprints(struct view *view)
{
	const struct catalog *catalog = view->setting->catalog;
	struct arena *arena = view->b.arena;
	struct buf buf = {0};
	view_build(view);
	size_t count = catalog->protocol_count;
	view->catalog_print = print_of(&buf, &view->catalog_root);
	view->protocol_prints = arena_array(arena, count, sizeof *view->protocol_prints);
	view->code_prints = arena_array(arena, count, sizeof *view->code_prints);
	view->pair_prints = arena_array(arena, count, sizeof *view->pair_prints);
	for (size_t i = 0; i < count; i++) {
		const struct protocol *p = catalog->protocols[i];
		view->code_prints[i] = arena_array(arena, p->code_count, sizeof(uint64_t));
		view->pair_prints[i] = arena_array(arena, p->comparison_count, sizeof(uint64_t));
		for (size_t k = 0; k < p->code_count; k++)
			view->code_prints[i][k] = print_of_code(view, &buf, &p->codes[k]);
		for (size_t k = 0; k < p->comparison_count; k++)
			view->pair_prints[i][k] = print_of_pair(&view->b, &buf, &p->comparisons[k]);
		view->protocol_prints[i] = print_of_protocol(view, &buf, i);
	}
	buf_free(&buf);
}

/* ---- making a view ---- */

/* What some members are made from, though no template may name it. */
static void need_others(struct symbols *symbols)
{
	bool *used = symbols->used;
	used[NAME_comparisons] |= used[NAME_related];
	used[NAME_href] |= used[NAME_comparisons];
	used[NAME_section] |= used[NAME_sections];
	used[NAME_facts] |=
		used[NAME_rows] || used[NAME_places] || used[NAME_differences] || used[NAME_shared];
}

void view_define_names(struct symbols *symbols)
{
	static const char *const names[] = {
#define AS_STRING(name) #name,
		VIEW_NAMES(AS_STRING)
#undef AS_STRING
	};
	symbols_define(symbols, names, sizeof names / sizeof names[0]);
}

/* What is cheap, and shared by the documents about a protocol. */
static void begin_protocol(struct view *view, const struct protocol *protocol)
{
	struct map_builder brief = brief_protocol(&view->b, protocol);
	view->brief[protocol->index] = map_done(&brief);
	struct map_builder root = new_code_root(view, protocol);
	view->code_root[protocol->index] = map_done(&root);
	view->shared[protocol->index] = shared_values(&view->b, protocol);
	view->codes[protocol->index] =
		arena_array(view->b.arena, protocol->code_count, sizeof(struct value));
	view->code_roots[protocol->index] =
		arena_array(view->b.arena, protocol->code_count, sizeof(struct value));
}

struct view *view_new(const struct view_setting *setting, const struct translation *translation)
{
	const struct catalog *catalog = setting->catalog;
	struct view *view = mem_alloc(sizeof *view);
	*view = (struct view){.setting = setting};
	struct arena *arena = mem_alloc(sizeof *arena);
	*arena = (struct arena){0};
	view->b = (struct view_builder){.arena = arena,
					.symbols = setting->symbols,
					.lasting = true,
					.catalog = catalog,
					.translation = translation,
					.coverage = setting->coverage,
					.prefix = setting->prefix};
	need_others(setting->symbols);
	make_links(&view->b);
	resolve_texts(&view->b);
	make_facet_values(&view->b);
	make_fact_values(&view->b);
	make_briefs(&view->b);
	view->generator = build_generator(&view->b);
	view->prefix = build_prefix(&view->b, setting->prefix);
	size_t count = catalog->protocol_count;
	view->brief = arena_array(arena, count, sizeof *view->brief);
	view->code_root = arena_array(arena, count, sizeof *view->code_root);
	view->codes = arena_array(arena, count, sizeof *view->codes);
	view->code_roots = arena_array(arena, count, sizeof *view->code_roots);
	view->protocol_roots = arena_array(arena, count, sizeof *view->protocol_roots);
	view->shared = arena_array(arena, count, sizeof *view->shared);
	view->pairs = arena_array(arena, count, sizeof(struct pair_builder *));
	for (size_t i = 0; i < count; i++)
		begin_protocol(view, catalog->protocols[i]);
	struct map_builder root = new_root(view, &(struct subject){.kind = SUBJECT_CATALOG});
	map_put(&root, NAME_protocols, value_list(view->brief, count));
	view->catalog_root = map_done(&root);
	return view;
}

void view_free(struct view *view)
{
	if (!view)
		return;
	arena_free(view->b.arena);
	free(view->b.arena);
	free(view);
}

static struct value pair_view(struct view *view, const struct subject *subject,
			      struct pair_rows *rows, struct arena *arena)
{
	const struct code *a = subject->a, *b = subject->b;
	size_t first = a->protocol->index, other = b->protocol->index;
	build_code_root(view, a);
	build_code_root(view, b);
	build_pairs_of(view, a->protocol);
	return pair_value(view->pairs[first], subject, &view->codes[other][b->index],
			  &view->brief[other], rows, arena);
}

struct value view_subject(struct view *view, const struct subject *subject, struct pair_rows *rows,
			  struct arena *arena)
{
	switch (subject->kind) {
	case SUBJECT_CATALOG:
		return view->catalog_root;
	case SUBJECT_PROTOCOL:
		build_protocol_root(view, subject->protocol);
		return view->protocol_roots[subject->protocol->index];
	case SUBJECT_CODE:
		build_code_root(view, subject->a);
		return view->code_roots[subject->protocol->index][subject->a->index];
	case SUBJECT_PAIR:
		break;
	}
	return pair_view(view, subject, rows, arena);
}

uint64_t view_fingerprint(const struct view *view, const struct subject *subject)
{
	if (subject->kind == SUBJECT_CATALOG)
		return view->catalog_print;
	size_t index = subject->protocol->index;
	if (subject->kind == SUBJECT_PROTOCOL)
		return view->protocol_prints[index];
	uint64_t hash = view->code_prints[index][subject->a->index];
	if (subject->kind == SUBJECT_CODE)
		return hash;
	const struct code *b = subject->b;
	const struct comparison *pair = protocol_comparison(subject->a, b);
	hash = hash_join(hash, view->code_prints[b->protocol->index][b->index]);
	return pair ? hash_join(hash,
				view->pair_prints[index][pair - subject->protocol->comparisons])
		    : hash;
}

struct value view_translations(struct view *const *views, size_t count,
			       const struct subject *subject, struct arena *arena)
{
	struct value *items = arena_array(arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++)
		items[i] = view_subject(views[i], subject, NULL, arena);
	struct value first = items[0];
	struct view_builder b = views[0]->b;
	b.arena = arena;
	b.lasting = false;
	struct map_builder root = more_of(&b, first);
	map_put(&root, NAME_translations, value_list(items, count));
	return map_done(&root);
}
