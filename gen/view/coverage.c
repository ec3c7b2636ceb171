/* coverage.c: see coverage.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/coverage.h"
#include "view/names.h"

static void put_tally(struct view_builder *b, struct map_builder *map, struct tally tally)
{
	size_t percent = tally.total ? tally.done * 100 / tally.total : 100;
	map_put(map, NAME_total, value_number(b->arena, (long long) tally.total));
	map_put(map, NAME_translated, value_number(b->arena, (long long) tally.done));
	map_put(map, NAME_stale, value_number(b->arena, (long long) tally.fuzzy));
	map_put(map, NAME_missing, value_number(b->arena, (long long) tally_missing(tally)));
	map_put(map, NAME_percent, value_number(b->arena, (long long) percent));
	map_put(map, NAME_incomplete, value_bool(tally.done < tally.total));
}

void put_counts(struct view_builder *b, struct map_builder *map, const struct translation *language,
		const struct protocol *protocol)
{
	put_tally(b, map, coverage_of(b->coverage, language, protocol, NULL));
}

static struct value by_protocol(struct view_builder *b, const struct translation *language)
{
	size_t count = b->catalog->protocol_count;
	struct value *items = arena_array(b->arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		const struct protocol *protocol = b->catalog->protocols[i];
		struct subject *subject = arena_alloc(b->arena, sizeof *subject);
		*subject = (struct subject){SUBJECT_PROTOCOL, protocol, NULL, NULL};
		struct map_builder map = new_map(b);
		map_put(&map, NAME_id, value_string(protocol->id));
		map_put(&map, NAME_name, value_string(protocol->name));
		map_put(&map, NAME_href, link_value(b, subject, language->tag));
		put_counts(b, &map, language, protocol);
		items[i] = map_done(&map);
	}
	return value_list(items, count);
}

static struct value by_kind(struct view_builder *b, const struct translation *language,
			    const struct protocol *protocol)
{
	size_t count = b->coverage->kind_count;
	struct value *items = arena_array(b->arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		const struct kind *kind = &b->coverage->kinds[i];
		struct map_builder map = new_map(b);
		map_put(&map, NAME_kind, value_string(kind->name));
		put_tally(b, &map, coverage_of(b->coverage, language, protocol, kind));
		items[i] = map_done(&map);
	}
	return value_list(items, count);
}

void put_coverage(struct view_builder *b, struct map_builder *map,
		  const struct translation *language, const struct subject *subject)
{
	if (subject->kind == SUBJECT_CATALOG)
		map_put(map, NAME_by_protocol, by_protocol(b, language));
	else if (subject->kind == SUBJECT_PROTOCOL)
		map_put(map, NAME_by_kind, by_kind(b, language, subject->protocol));
}

/* The contexts of the messages of a protocol that are in this state. */
static struct value texts_in_state(struct view_builder *b, const struct protocol *protocol,
				   enum translation_state wanted, size_t count)
{
	struct value *items = arena_array(b->arena, count, sizeof *items);
	for (size_t i = 0, n = 0; n < count; i++) {
		const struct message *message = b->catalog->messages[i];
		enum translation_state state;
		if (catalog_owner(b->catalog, message) != protocol)
			continue;
		translation_text(b->translation, message, &state);
		if (state == wanted)
			items[n++] = value_string(message->context);
	}
	return value_list(items, count);
}

struct value translation_value(struct view_builder *b, const struct protocol *protocol)
{
	struct tally tally = coverage_of_protocol(b->coverage, b->translation, protocol);
	struct map_builder map = new_map(b);
	map_put(&map, NAME_total, value_number(b->arena, (long long) tally.total));
	map_put(&map, NAME_translated, value_number(b->arena, (long long) tally.done));
	map_put(&map, NAME_stale_texts, texts_in_state(b, protocol, STATE_STALE, tally.fuzzy));
	map_put(&map, NAME_missing_texts,
		texts_in_state(b, protocol, STATE_MISSING, tally_missing(tally)));
	return map_done(&map);
}
