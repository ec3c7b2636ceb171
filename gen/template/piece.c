/* piece.c: see piece.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/piece.h"

/* Misses, after which there must have been as many hits. */
enum { PATIENCE = 1024 };

/* ---- identity ---- */

/* There is but one such value, wherever it stands. */
static bool is_narrow(const struct value *value)
{
	return !value || value->kind == VALUE_NULL || value->kind == VALUE_FALSE ||
	       value->kind == VALUE_TRUE ||
	       (value->kind == VALUE_LIST && value->as.list.count == 0);
}

/* Whether equal ids are equal values, and the id. */
static inline bool identify(const struct value *value, uint64_t *id)
{
	const void *address = NULL;
	size_t size = 0;
	*id = value ? (uint64_t) value->kind : 15;
	if (is_narrow(value))
		return true;
	switch (value->kind) {
	case VALUE_TEXT:
		address = value->as.text;
		size = (size_t) value->state;
		break;
	case VALUE_LINK:
		address = value->as.link;
		break;
	case VALUE_LIST:
		address = value->as.list.items;
		size = value->as.list.count;
		break;
	case VALUE_MAP:
		address = value->as.map.members;
		size = value->as.map.count;
		break;
	default:
		address = value->as.string.ptr;
		size = value->as.string.len;
		break;
	}
	*id |= (uint64_t) (uintptr_t) address << 4 ^ (uint64_t) size << 52;
	return value->lasting;
}

static bool identify_dependency(const struct renderer *r, struct dependency *on, uint64_t *id)
{
	if (on->up >= r->depth)
		return false;
	const struct frame *frame = &r->frames[r->depth - 1 - on->up];
	if (on->kind != DEPENDS_VALUE) {
		*id = on->kind == DEPENDS_FIRST ? frame->index == 0
						: frame->index + 1 == frame->count;
		return true;
	}
	const struct value *value = frame->value;
	for (size_t i = 0; i < on->count && value; i++)
		value = name_member(value, on->names[i], &on->members[i]);
	return identify(value, id);
}

/* ---- dependencies ---- */

/* Whether what `part` tells is told by `whole` too. */
static bool is_part(const struct dependency *part, const struct dependency *whole)
{
	return part->kind == whole->kind && part->up == whole->up && part->count >= whole->count &&
	       (!whole->count || memcmp(part->names, whole->names,
					whole->count * sizeof *whole->names) == 0);
}

static bool has(const struct dependencies *all, const struct dependency *on)
{
	for (size_t i = 0; i < all->count; i++)
		if (is_part(on, &all->items[i]))
			return true;
	return false;
}

static bool has_all(const struct dependencies *all, const struct dependencies *some)
{
	for (size_t i = 0; i < some->count; i++)
		if (!has(all, &some->items[i]))
			return false;
	return true;
}

/* Adds what is not there yet. False: there is no room for it. */
static bool add(struct dependencies *to, const struct dependency *on)
{
	size_t count = 0;
	for (size_t i = 0; i < to->count; i++)
		if (is_part(on, &to->items[i])) {
			to->items[i].wide |= on->wide;
			return true;
		}
	for (size_t i = 0; i < to->count; i++)
		if (!is_part(&to->items[i], on))
			to->items[count++] = to->items[i];
	to->count = count;
	if (count == MEMO_VALUES)
		return false;
	to->items[to->count++] = *on;
	return true;
}

static bool add_all(struct dependencies *to, const struct dependencies *from)
{
	bool ok = true;
	for (size_t i = 0; i < from->count; i++)
		ok = add(to, &from->items[i]) && ok;
	return ok;
}

/* ---- recording ---- */

/* A frame that came with what is recorded does not matter to it. */
static void find_loose(struct recording *at, size_t frame)
{
	if (frame < at->base && frame < at->loose)
		at->loose = frame;
}

static void find_dependency(struct recording *at, const struct dependency *on, size_t frame)
{
	if (frame >= at->base)
		return;
	struct dependency found = *on;
	found.up = at->base - 1 - frame;
	if (!add(&at->found, &found))
		find_loose(at, 0);
}

void piece_note_value(struct renderer *r, const struct path *path, size_t frame)
{
	struct recording *at = r->recording;
	struct dependency on = {.kind = DEPENDS_VALUE, .names = path->names};
	const struct value *value = r->frames[frame].value;
	uint64_t id;
	if (frame >= at->base)
		return;
	while (!identify(value, &id)) {
		if (on.count == path->count || on.count == PLACE_NAMES) {
			find_loose(at, frame);
			return;
		}
		value = name_member(value, path->names[on.count], &on.members[on.count]);
		on.count++;
	}
	on.wide = !is_narrow(value);
	find_dependency(at, &on, frame);
}

void piece_note_position(struct renderer *r, const struct path *path, size_t frame)
{
	struct dependency on = {.kind = path->kind == PATH_FIRST ? DEPENDS_FIRST : DEPENDS_LAST};
	if (path->kind == PATH_INDEX)
		find_loose(r->recording, frame);
	else
		find_dependency(r->recording, &on, frame);
}

void piece_note_loose(struct renderer *r, size_t frame)
{
	find_loose(r->recording, frame);
}

/* What was found with `base` frames before it. */
static void find_all(struct recording *at, const struct dependencies *found, size_t base)
{
	for (size_t i = 0; i < found->count; i++)
		find_dependency(at, &found->items[i], base - 1 - found->items[i].up);
}

void piece_record(struct renderer *r, struct recording *recording)
{
	recording->outer = r->recording;
	recording->base = r->depth;
	recording->number = r->recording ? r->recording->number + 1 : 0;
	recording->found.count = 0;
	recording->loose = MISSING;
	r->recording = recording;
}

void piece_record_end(struct renderer *r, const struct recording *recording)
{
	struct recording *outer = recording->outer;
	r->recording = outer;
	if (!outer)
		return;
	find_all(outer, &recording->found, recording->base);
	find_loose(outer, recording->loose);
}

/* How often each was one of many. */
static void count_usual(struct piece *piece, const struct recording *recording)
{
	piece->lessons++;
	piece->loose += recording->loose != MISSING;
	for (size_t i = 0; i < recording->found.count; i++)
		for (size_t k = 0; k < piece->on.count; k++)
			if (recording->found.items[i].wide &&
			    is_part(&recording->found.items[i], &piece->on.items[k]))
				piece->on.items[k].often++;
}

void piece_learn(struct renderer *r, const struct op *op, const struct recording *recording,
		 bool *taught)
{
	struct op_state *state = &r->states[op->id];
	if (!state->piece)
		state->piece = arena_alloc(&r->arena, sizeof *state->piece);
	struct piece *piece = state->piece;
	if (!piece->excessive && !has_all(&piece->on, &recording->found)) {
		if (!add_all(&piece->on, &recording->found))
			piece->excessive = true;
		if (taught)
			*taught = false;
	}
	if (!taught)
		count_usual(piece, recording);
}

/* ---- spans ---- */

static bool is_loose(const struct piece *piece)
{
	return piece->excessive || piece->loose * 2 > piece->lessons;
}

static size_t count_wide(const struct dependencies *all)
{
	size_t count = 0;
	for (size_t i = 0; i < all->count; i++)
		count += all->items[i].wide;
	return count;
}

/* Adds what an operation depends on to that of a span. False: there is too much. */
static bool join(struct dependencies *all, const struct piece *piece)
{
	for (size_t i = 0; i < piece->on.count; i++) {
		struct dependency on = piece->on.items[i];
		on.wide = on.often * 2 > piece->lessons;
		if (!add(all, &on))
			return false;
	}
	return true;
}

static bool is_worth(const struct op *ops, const struct span *span)
{
	return span->length > 1 || (span->length == 1 && ops->kind != OP_LITERAL);
}

static bool same_span(const struct span *a, const struct span *b)
{
	return a->length == b->length && has_all(&a->on, &b->on) && has_all(&b->on, &a->on);
}

/* Puts operations together that depend on one thing of which there are many, or on none. One
 * that depends on more stays alone: it is hardly ever the same again, so that most do not stay
 * spans. */
static void find_span(const struct renderer *r, const struct op *ops, size_t count,
		      struct span *span)
{
	for (size_t i = 0; i < count; i += 1 + ops[i].body) {
		const struct piece *piece = r->states[ops[i].id].piece;
		struct dependencies both = span->on;
		if (is_loose(piece) || !join(&both, piece) || (i && count_wide(&both) > 1))
			break;
		span->on = both;
		span->length = i + 1 + ops[i].body;
	}
	if (!is_worth(ops, span))
		span->length = 0;
}

void piece_form_spans(struct renderer *r, const struct op *ops, size_t count)
{
	for (size_t i = 0; i < count;) {
		struct span *old = &r->states[ops[i].id].piece->span;
		struct span span = {.id = r->span_count + 1};
		find_span(r, ops + i, count - i, &span);
		i += span.length ? span.length : 1 + ops[i].body;
		if (same_span(old, &span))
			continue;
		*old = span;
		r->span_count++;
	}
}

/* ---- keeping ---- */

bool piece_key(struct renderer *r, const struct op *op, struct span *span, const struct buf *out,
	       struct memo_key *key)
{
	for (size_t i = 0; i < span->on.count; i++)
		if (!identify_dependency(r, &span->on.items[i], &key->values[i]))
			return false;
	key->count = span->on.count;
	key->shapes = r->frames[r->depth - 1].shapes;
	key->span = span->id << 8 | format_context(op->mode, out);
	return true;
}

bool piece_take(struct renderer *r, struct span *span, const struct memo_key *key, struct buf *out)
{
	if (!memo_get(r->memo, key, &span->last, out))
		return false;
	span->hits++;
	if (r->recording)
		find_all(r->recording, &span->on, r->depth);
	return true;
}

/* What is hardly ever taken again only costs. Where it depends on one thing alone, all of these
 * may come before the first comes again. */
static void judge(struct span *span)
{
	span->misses++;
	if (span->misses == PATIENCE / 4 && count_wide(&span->on) > 1)
		span->off = span->hits < span->misses / 4;
	if (span->misses < PATIENCE)
		return;
	span->off = span->hits < span->misses;
	span->hits = span->misses = 0;
}

void piece_keep(struct renderer *r, struct span *span, const struct memo_key *key,
		const struct recording *recording, struct str text)
{
	judge(span);
	if (recording->loose == MISSING && span->id == key->span >> 8 &&
	    has_all(&span->on, &recording->found))
		memo_add(r->memo, key, &span->last, text);
}
