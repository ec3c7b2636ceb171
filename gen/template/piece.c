/* piece.c: see piece.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/piece.h"

enum {
	PATIENCE = 1024, /* misses, after which there must have been more hits: */
	TRIALS = 256,    /* misses, after which something must have been a hit */
	WORTH = 2,       /* as many times, where it depends on several things */
	USUAL = 4,       /* one lesson in so many is enough for what there are many of */
	VAIN = 16        /* as many misses is one of what cannot be kept */
};

/* ---- identity ---- */

/* There is but one such value, wherever it stands. */
static bool is_narrow(const struct value *value)
{
	return !value || value->kind == VALUE_NULL || value->kind == VALUE_FALSE ||
	       value->kind == VALUE_TRUE ||
	       (value->kind == VALUE_LIST && value->as.list.count == 0);
}

bool piece_identify_other(const struct value *value, uint64_t *id)
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
	default:
		address = value->as.string.ptr;
		size = value->as.string.len;
		break;
	}
	*id |= (uint64_t) (uintptr_t) address << 4 ^ (uint64_t) size << 52;
	return value->lasting;
}

const struct value *piece_follow(struct dependency *on, const struct value *value)
{
	for (size_t i = 0; i < on->count && value; i++)
		value = name_member(value, on->names[i], &on->members[i]);
	return value;
}

/* ---- dependencies ---- */

/* Whether what `part` tells is told by `whole` too. */
static inline bool is_part(const struct dependency *part, const struct dependency *whole)
{
	if (part->kind != whole->kind || part->up != whole->up || part->count < whole->count)
		return false;
	for (size_t i = 0; i < whole->count; i++)
		if (part->names[i] != whole->names[i])
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
	if (count == MOST_TOGETHER)
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

/* Changes on->up to what it is for the recording. */
static void find_dependency(struct recording *at, struct dependency *on, size_t frame)
{
	if (frame >= at->base)
		return;
	on->up = (uint32_t) (at->base - 1 - frame);
	if (!add(&at->found, on))
		find_loose(at, 0);
}

/* Whether what a path leads to is part of what was found. */
static bool is_found(const struct recording *at, const struct path *path, size_t frame)
{
	for (const struct dependency *on = at->found.items, *end = on + at->found.count; on < end;
	     on++) {
		size_t equal = 0;
		while (equal < on->count && equal < path->count &&
		       on->names[equal] == path->names[equal])
			equal++;
		if (equal == on->count && on->up == at->base - 1 - frame &&
		    on->kind == DEPENDS_VALUE)
			return true;
	}
	return false;
}

void piece_note_value(struct renderer *r, const struct path *path, size_t frame)
{
	struct recording *at = r->recording;
	struct dependency on = {.kind = DEPENDS_VALUE, .names = path->names};
	const struct value *value = r->frames[frame].value;
	uint64_t id;
	if (frame >= at->base || is_found(at, path, frame))
		return;
	while (!piece_identity(value, &id)) {
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
static void find_again(struct recording *at, const struct dependency *on, size_t base)
{
	struct dependency found = *on;
	find_dependency(at, &found, base - 1 - on->up);
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
	for (size_t i = 0; i < recording->found.count; i++)
		find_again(outer, &recording->found.items[i], recording->base);
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

void piece_learn(struct renderer *r, const struct op *op, const struct recording *recording)
{
	struct op_state *state = &r->states[op->id];
	if (!state->piece)
		state->piece = arena_alloc(&r->arena, sizeof *state->piece);
	if (!add_all(&state->piece->on, &recording->found))
		state->piece->excessive = true;
	count_usual(state->piece, recording);
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
		on.wide = on.often * USUAL > piece->lessons;
		if (!add(all, &on))
			return false;
	}
	return true;
}

/* Puts operations together that depend on one thing of which there are many, or on none. One
 * that depends on more stays alone: it is hardly ever the same again, so that most do not stay
 * spans. The number of operations; of one literal, 0. */
static size_t find_span(const struct renderer *r, const struct op *ops, size_t count,
			struct dependencies *on)
{
	size_t length = 0;
	for (size_t i = 0; i < count; i += 1 + ops[i].body) {
		const struct piece *piece = r->states[ops[i].id].piece;
		struct dependencies both = *on;
		if (is_loose(piece) || !join(&both, piece))
			break;
		if (i && (count_wide(&both) > 1 || r->states[ops->id].piece->alone))
			break;
		*on = both;
		length = i + 1 + ops[i].body;
	}
	return length > 1 || ops->kind != OP_LITERAL ? length : 0;
}

static bool same_dependency(const struct dependency *a, const struct dependency *b)
{
	return is_part(a, b) && is_part(b, a);
}

static bool same_span(const struct span *a, const struct span *b)
{
	size_t i = 0;
	if (a->length != b->length || a->on.count != b->on.count)
		return false;
	while (i < a->on.count && same_dependency(&a->on.items[i], &b->on.items[i]))
		i++;
	return i == a->on.count;
}

static unsigned char context_behind(struct renderer *r, const char *before, const struct op *op)
{
	struct buf *buf = &r->path; /* nobody writes a link now */
	buf->len = 0;
	buf_puts(buf, before);
	buf_put_str(buf, op->literal);
	return format_context(op->mode, buf);
}

/* Whether it is a literal, and what stands before it makes no difference behind it. */
static bool settles(struct renderer *r, const struct op *op)
{
	return op->kind == OP_LITERAL && context_behind(r, "\n", op) == context_behind(r, "x", op);
}

/* The span that begins with an operation; it stays what it was where nothing is new. */
static void form_span(struct renderer *r, const struct op *ops, size_t count, bool settled)
{
	struct span *old = &r->states[ops->id].piece->span;
	struct span span = {.length = 0};
	span.length = find_span(r, ops, count, &span.on);
	if (same_span(old, &span))
		return;
	span.site = (++r->span_count << 8) * 0x9e3779b97f4a7c15u;
	span.settled = settled || settles(r, ops);
	span.several = count_wide(&span.on) > 1;
	*old = span;
}

static size_t count_operations(const struct op *ops, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i += 1 + ops[i].body)
		n++;
	return n;
}

static const struct op *last_operation(const struct op *ops, size_t count)
{
	size_t last = 0;
	for (size_t i = 0; i < count; i += 1 + ops[i].body)
		last = i;
	return ops + last;
}

void piece_form_steps(struct renderer *r, struct op_state *body, const struct op *ops, size_t count)
{
	bool settled = false;
	if (!body->steps)
		body->steps =
			arena_alloc(&r->arena, sizeof *body->steps + count_operations(ops, count) *
									     sizeof(struct step));
	struct steps *steps = body->steps;
	steps->count = 0;
	for (size_t i = 0; i < count;) {
		form_span(r, ops + i, count - i, settled);
		struct span *span = &r->states[ops[i].id].piece->span;
		steps->items[steps->count++] = (struct step){ops + i, span->length ? span : NULL};
		size_t length = span->length ? span->length : 1 + ops[i].body;
		settled = settles(r, last_operation(ops + i, length));
		i += length;
	}
}

/* ---- keeping ---- */

void piece_note_span(struct renderer *r, const struct span *span)
{
	for (size_t i = 0; i < span->on.count; i++)
		find_again(r->recording, &span->on.items[i], r->depth);
}

/* What is hardly ever taken again only costs. Where it depends on one thing alone, all of these
 * may come before the first comes again. */
static void judge(struct span *span, unsigned cost)
{
	span->misses += cost;
	bool vain = span->several && span->misses >= TRIALS && span->hits < TRIALS / 16;
	if (span->misses >= PATIENCE) {
		vain |= span->hits < span->misses * (span->several ? WORTH : 1);
		span->hits = span->misses = 0;
	}
	span->off |= vain;
}

/* Whether the key tells all that was found. */
static bool covers(const struct dependencies *on, const struct dependencies *found)
{
	for (size_t i = 0; i < found->count; i++) {
		size_t k = 0;
		while (k < on->count && !is_part(&found->items[i], &on->items[k]))
			k++;
		if (k == on->count)
			return false;
	}
	return true;
}

bool piece_keep(struct renderer *r, const struct step *step, uint64_t key,
		const struct recording *recording, struct str text)
{
	struct span *span = step->span;
	bool covered = covers(&span->on, &recording->found);
	bool kept = covered && recording->loose == MISSING;
	if (kept)
		memo_add(r->memo, key, text);
	judge(span, kept ? 1 : VAIN);
	bool divided = span->off && span->length > 1 + step->op->body;
	if (divided)
		r->states[step->op->id].piece->alone = true;
	return covered && !divided;
}
