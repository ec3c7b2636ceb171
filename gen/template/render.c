/* render.c: runs a program over a context.
 *
 * SPDX-License-Identifier: MIT */
#include "template/memo.h"
#include "template/program.h"

#include <stdlib.h>

/* Partials within partials; partials and list items altogether; bytes. No document comes
 * near; a few templates that each include the next one twice would never end. */
enum {
	MAX_CALLS = 1000,
	MAX_STEPS = 10 * 1000 * 1000,
	MAX_OUTPUT = 256 * 1024 * 1024,
	PLACE_NAMES = 3
};

/* Where a path was found last, for frames of the same shapes. */
struct place {
	uint64_t shapes; /* 0: nowhere yet */
	size_t up;       /* frames above it; MISSING: in none */
	uint32_t members[PLACE_NAMES];
};

#define MISSING ((size_t) -1)

/* What is known of an operation. */
struct op_state {
	struct place place;
	/* What its body named outside of its value, so far. */
	const struct path *named[MEMO_NAMES];
	struct place named_places[MEMO_NAMES];
	size_t named_count;
	uint32_t hits, misses;
	bool off; /* what it becomes is not worth to be kept */
};

/* A section whose body is being run to be kept. */
struct recording {
	struct recording *outer;
	size_t base; /* the frame of its value; what is below it is outside */
	bool item;   /* its value is an item of a list, the place in which is outside */
	const struct path *named[MEMO_NAMES];
	size_t named_count;
	bool spoilt; /* it cannot be kept */
};

/* ---- frames ---- */

static uint64_t shapes_with(uint64_t below, const struct value *value)
{
	uint64_t shape = value->kind == VALUE_MAP ? (uint64_t) value->as.map.shape << 1 | 1 : 2;
	uint64_t shapes = (below ^ shape) * 0x9e3779b97f4a7c15u;
	shapes ^= shapes >> 32;
	return shapes ? shapes : 1;
}

static void push(struct renderer *r, struct frame frame)
{
	frame.shapes = shapes_with(r->depth ? r->frames[r->depth - 1].shapes : 0, frame.value);
	if (r->depth == r->room)
		r->frames = mem_grow(r->frames, &r->room, r->depth + 1, sizeof *r->frames);
	r->frames[r->depth++] = frame;
}

/* The index of the innermost frame that is an item of a list, or MISSING. */
static size_t innermost_list(const struct renderer *r)
{
	for (size_t i = r->depth; i-- > 0;)
		if (r->frames[i].in_list)
			return i;
	return MISSING;
}

/* ---- names ---- */

static const struct value *search(const struct value *map, symbol name, uint32_t *guess)
{
	const struct member *members = map->as.map.members;
	for (uint32_t i = 0; i < map->as.map.count; i++)
		if (members[i].name == name) {
			*guess = i;
			return &members[i].value;
		}
	return NULL;
}

/* The member of a map, with a guess where it is, which is put right. */
static inline const struct value *member_at(const struct value *map, symbol name, uint32_t *guess)
{
	if (map->kind != VALUE_MAP)
		return NULL;
	const struct member *members = map->as.map.members;
	if (*guess < map->as.map.count && members[*guess].name == name)
		return &members[*guess].value;
	return search(map, name, guess);
}

static const struct value *find_first(const struct renderer *r, symbol name, size_t depth,
				      struct place *place)
{
	place->shapes = r->frames[depth - 1].shapes;
	for (place->up = 0; place->up < depth; place->up++) {
		const struct value *value = r->frames[depth - 1 - place->up].value;
		const struct value *member = member_at(value, name, &place->members[0]);
		if (member)
			return member;
	}
	place->up = MISSING;
	return NULL;
}

/* The first name is looked up from the innermost of `depth` frames outwards, the others in
 * what it gave (Mustache, interpolation: dotted names). *frame is where, or the outermost
 * where there is none, or MISSING where that need not be known: the value is the same in
 * all documents. */
static inline const struct value *look_up_name(const struct renderer *r, const struct path *path,
					       size_t depth, struct place *place, size_t *frame)
{
	const struct value *value = NULL;
	bool known = place->shapes == r->frames[depth - 1].shapes;
	if (known && place->up < depth)
		value = member_at(r->frames[depth - 1 - place->up].value, path->names[0],
				  &place->members[0]);
	if (!value && !(known && place->up == MISSING))
		value = find_first(r, path->names[0], depth, place);
	*frame = !value ? 0 : value->fixed ? MISSING : depth - 1 - place->up;
	uint32_t other = 0;
	for (size_t i = 1; i < path->count && value; i++)
		value = member_at(value, path->names[i],
				  i < PLACE_NAMES ? &place->members[i] : &other);
	return value;
}

/* Whether equal ids are equal values, and the id. */
static bool identify(const struct value *value, uint64_t *id)
{
	const void *address = NULL;
	size_t size = 0;
	*id = value ? (uint64_t) value->kind : 15;
	if (!value || value->kind == VALUE_NULL || value->kind == VALUE_FALSE ||
	    value->kind == VALUE_TRUE)
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

/* ---- recording ---- */

static void spoil(struct renderer *r)
{
	for (struct recording *at = r->recording; at; at = at->outer)
		at->spoilt = true;
}

static bool same_path(const struct path *a, const struct path *b)
{
	return a == b ||
	       (a->kind == b->kind && a->count == b->count &&
		(!a->count || memcmp(a->names, b->names, a->count * sizeof *a->names) == 0));
}

static bool has_path(const struct path *const *paths, size_t count, const struct path *path)
{
	for (size_t i = 0; i < count; i++)
		if (same_path(paths[i], path))
			return true;
	return false;
}

/* The path was found in the frame; for those recordings that this is outside of, it is
 * something that they depend on. */
static void note_name(struct renderer *r, const struct path *path, size_t frame)
{
	bool position = path->kind != PATH_NAME;
	for (struct recording *at = r->recording; at; at = at->outer) {
		if (frame > at->base || (frame == at->base && !(position && at->item)))
			break;
		if (has_path(at->named, at->named_count, path))
			continue;
		if (at->named_count == MEMO_NAMES)
			at->spoilt = true;
		else
			at->named[at->named_count++] = path;
	}
}

/* The place in the innermost list; NULL where there is none. */
static const struct value *look_up_position(struct renderer *r, const struct path *path,
					    struct value *made, char digits[static 24])
{
	size_t at = innermost_list(r);
	if (at == MISSING)
		return NULL;
	const struct frame *list = &r->frames[at];
	if (path->kind == PATH_INDEX) {
		size_t index = list->index + 1, digit = 23;
		for (; index; index /= 10)
			digits[--digit] = (char) ('0' + index % 10);
		*made = value_str((struct str){digits + digit, 23 - digit});
		spoil(r);
	} else {
		*made = value_bool(path->kind == PATH_FIRST ? list->index == 0
							    : list->index + 1 == list->count);
		note_name(r, path, at);
	}
	return made;
}

/* NULL where there is no such value. A value that has to be made is put in *made. */
static const struct value *look_up(struct renderer *r, const struct path *path, struct place *place,
				   struct value *made, char digits[static 24])
{
	if (path->kind == PATH_SELF)
		return r->depth ? r->frames[r->depth - 1].value : NULL;
	if (path->kind != PATH_NAME)
		return look_up_position(r, path, made, digits);
	size_t frame;
	if (!path->count)
		return NULL;
	const struct value *value = look_up_name(r, path, r->depth, place, &frame);
	if (r->recording && frame != MISSING)
		note_name(r, path, frame);
	return value;
}

/* ---- values ---- */

static bool write_path(struct renderer *r, const struct link *link, struct buf *out)
{
	if (!link->subject)
		spoil(r); /* it leads to where this document is in another language */
	return r->linker && r->linker->write(r->linker, link, out);
}

static void write_raw(struct renderer *r, const struct value *value, struct buf *out)
{
	if (value->kind == VALUE_STRING || value->kind == VALUE_NUMBER)
		buf_put_str(out, value->as.string);
	else if (value->kind == VALUE_TEXT)
		format_write_text(MODE_TEXT, out, value->as.text, STATE_TRANSLATED, NULL);
	else if (value->kind == VALUE_LINK)
		write_path(r, value->as.link, out);
	else if (value->kind == VALUE_TRUE || value->kind == VALUE_FALSE)
		buf_puts(out, value->kind == VALUE_TRUE ? "true" : "false");
}

static void write_link(struct renderer *r, enum mode mode, const struct value *value,
		       struct buf *out)
{
	r->path.len = 0;
	if (write_path(r, value->as.link, &r->path))
		format_write_string(mode, out, buf_str(&r->path));
}

/* A text is escaped once for each mode and each kind of place. */
static void write_text(struct renderer *r, enum mode mode, const struct value *value,
		       struct buf *out)
{
	static const char modes[MODE_JSON_STRING + 1];
	struct memo_key key = {.op = &modes[mode], .context = format_context(mode, out)};
	bool lasting = identify(value, &key.value);
	if (lasting && memo_get(r->memo, &key, out))
		return;
	size_t start = out->len;
	format_write_text(mode, out, value->as.text, value->state, r->linker);
	if (lasting)
		memo_add(r->memo, &key, (struct str){out->data + start, out->len - start});
}

static void write_value(struct renderer *r, const struct op *op, const struct value *value,
			struct buf *out)
{
	if (op->raw)
		write_raw(r, value, out);
	else if (op->mode == MODE_JSON)
		value_write_json(out, r->symbols, value, 0);
	else if (value->kind == VALUE_TEXT)
		write_text(r, op->mode, value, out);
	else if (value->kind == VALUE_LINK)
		write_link(r, op->mode, value, out);
	else if (value->kind == VALUE_STRING || value->kind == VALUE_NUMBER)
		format_write_string(op->mode, out, value->as.string);
	else
		write_raw(r, value, out);
}

/* A link to a document that is not made is as if it were not there. */
static bool is_true(struct renderer *r, const struct value *value)
{
	if (!value || !value_is_true(value))
		return false;
	return value->kind != VALUE_LINK || write_path(r, value->as.link, NULL);
}

/* ---- pieces that are kept ---- */

/* Fills in the key; false where something that the body named has no identity. */
static bool make_key(struct renderer *r, const struct op *op, struct op_state *state,
		     const struct recording *piece, const struct value *value, struct memo_key *key,
		     size_t frames[static MEMO_NAMES])
{
	key->op = op;
	if (!identify(value, &key->value))
		return false;
	key->named_count = (uint32_t) state->named_count;
	for (size_t i = 0; i < state->named_count; i++) {
		const struct path *path = state->named[i];
		const struct value *named;
		struct value made;
		if (path->kind == PATH_NAME) {
			named = look_up_name(r, path, piece->base, &state->named_places[i],
					     &frames[i]);
		} else {
			char digits[24];
			struct recording *recording = r->recording;
			r->recording = NULL;
			named = look_up_position(r, path, &made, digits);
			r->recording = recording;
			frames[i] = innermost_list(r);
		}
		if (!identify(named, &key->named[i]))
			return false;
	}
	return true;
}

/* Adds to what the operation is known to depend on. False: there is something new, so that
 * the key was not whole. */
static bool covers(struct op_state *state, const struct recording *piece)
{
	bool whole = true;
	for (size_t i = 0; i < piece->named_count; i++) {
		if (has_path(state->named, state->named_count, piece->named[i]))
			continue;
		whole = false;
		if (state->named_count == MEMO_NAMES) {
			state->off = true;
			break;
		}
		state->named_places[state->named_count] = (struct place){0};
		state->named[state->named_count++] = piece->named[i];
	}
	return whole;
}

/* What is hardly ever taken again only costs. */
static void judge(struct op_state *state, const struct recording *piece)
{
	enum { PATIENCE = 1024, SPOILT = 16 };
	state->misses += piece->spoilt ? SPOILT : 1;
	if (state->misses > PATIENCE && state->hits < state->misses)
		state->off = true;
}

static bool run(struct renderer *r, const struct op *ops, size_t count, struct buf *out);

static bool may_go_on(struct renderer *r, const struct buf *out)
{
	return ++r->steps <= MAX_STEPS && out->len <= MAX_OUTPUT;
}

static bool run_items(struct renderer *r, const struct op *op, const struct value *list,
		      struct buf *out)
{
	bool ok = true;
	size_t count = list->as.list.count;
	for (size_t i = 0; i < count && ok; i++) {
		push(r, (struct frame){.value = &list->as.list.items[i],
				       .index = i,
				       .count = count,
				       .in_list = true});
		ok = may_go_on(r, out) && run(r, op + 1, op->body, out);
		r->depth--;
	}
	return ok;
}

/* Runs the body for a value, which is a whole list or has its frame. */
static bool run_body(struct renderer *r, const struct op *op, const struct value *value,
		     bool whole_list, struct buf *out)
{
	return whole_list ? run_items(r, op, value, out) : run(r, op + 1, op->body, out);
}

/* The same, or takes what it became before. */
static bool run_piece(struct renderer *r, const struct op *op, const struct value *value,
		      bool whole_list, bool item, struct buf *out)
{
	struct op_state *state = &r->states[op->id];
	struct recording piece = {
		.outer = r->recording, .base = whole_list ? r->depth : r->depth - 1, .item = item};
	struct memo_key key = {.context = 0};
	size_t frames[MEMO_NAMES];
	if (state->off || !make_key(r, op, state, &piece, value, &key, frames))
		return run_body(r, op, value, whole_list, out);
	key.context = format_context(op->mode, out);
	if (memo_get(r->memo, &key, out)) {
		state->hits++;
		for (size_t i = 0; r->recording && i < state->named_count; i++)
			if (frames[i] != MISSING)
				note_name(r, state->named[i], frames[i]);
		return true;
	}
	size_t start = out->len;
	r->recording = &piece;
	bool ok = run_body(r, op, value, whole_list, out);
	r->recording = piece.outer;
	judge(state, &piece);
	if (ok && !piece.spoilt && covers(state, &piece))
		memo_add(r->memo, &key, (struct str){out->data + start, out->len - start});
	return ok;
}

/* ---- operations ---- */

static bool run_section(struct renderer *r, const struct op *op, const struct value *value,
			struct buf *out)
{
	bool ok = true, list = value->kind == VALUE_LIST;
	if (list && value->lasting)
		return run_piece(r, op, value, true, false, out);
	size_t count = list ? value->as.list.count : 1;
	for (size_t i = 0; i < count && ok; i++) {
		const struct value *item = list ? &value->as.list.items[i] : value;
		push(r, (struct frame){.value = item, .index = i, .count = count, .in_list = list});
		ok = may_go_on(r, out) && run_piece(r, op, item, false, list, out);
		r->depth--;
	}
	return ok;
}

static bool call(struct renderer *r, const struct program *program, struct buf *out)
{
	if (r->calls == MAX_CALLS || !may_go_on(r, out))
		return false;
	r->calls++;
	bool ok = run(r, program->ops, program->count, out);
	r->calls--;
	return ok;
}

static bool run(struct renderer *r, const struct op *ops, size_t count, struct buf *out)
{
	bool ok = true;
	for (const struct op *op = ops, *end = ops + count; op < end && ok; op++) {
		struct value made;
		char digits[24];
		const struct value *value;
		struct place *place = &r->states[op->id].place;
		switch (op->kind) {
		case OP_LITERAL:
			buf_put_str(out, op->literal);
			break;
		case OP_VALUE:
			value = look_up(r, &op->path, place, &made, digits);
			if (value)
				write_value(r, op, value, out);
			break;
		case OP_SECTION:
			value = look_up(r, &op->path, place, &made, digits);
			if (is_true(r, value))
				ok = run_section(r, op, value, out);
			op += op->body;
			break;
		case OP_INVERTED:
			if (!is_true(r, look_up(r, &op->path, place, &made, digits)))
				ok = run(r, op + 1, op->body, out);
			op += op->body;
			break;
		case OP_CALL:
			ok = call(r, op->program, out);
			break;
		}
	}
	return ok;
}

/* Room for the state of every operation that was compiled by now. */
static void prepare(struct renderer *r, size_t op_count)
{
	if (!r->memo)
		r->memo = memo_new();
	if (op_count <= r->state_count)
		return;
	free(r->states);
	r->states = mem_alloc(op_count * sizeof *r->states);
	memset(r->states, 0, op_count * sizeof *r->states);
	r->state_count = op_count;
}

bool template_render(struct renderer *renderer, const struct program *program,
		     const struct value *context, struct buf *out)
{
	prepare(renderer, *program->op_count);
	renderer->depth = 0;
	renderer->calls = 0;
	renderer->recording = NULL;
	renderer->steps = 0;
	push(renderer, (struct frame){.value = context});
	return call(renderer, program, out);
}

void renderer_forget(struct renderer *renderer)
{
	if (renderer->memo)
		memo_clear(renderer->memo);
}

void renderer_free(struct renderer *renderer)
{
	memo_free(renderer->memo);
	buf_free(&renderer->path);
	free(renderer->states);
	free(renderer->frames);
	*renderer = (struct renderer){.symbols = renderer->symbols};
}
