/* render.c: runs a program over a context.
 *
 * SPDX-License-Identifier: MIT */
#include "template/piece.h"

#include <stdlib.h>

/* Partials and sections within each other; partials and list items altogether; bytes. No
 * document comes near; a few templates that each include the next one twice would never end. */
enum {
	MAX_LEVELS = 2000,
	MAX_STEPS = 10 * 1000 * 1000,
	MAX_OUTPUT = 256 * 1024 * 1024,
	MAX_LESSON = 4096 /* the run of a body, up to which it is learned what that depends on */
};

/* Operations that stand one after the other: a program, or the body of a section. */
struct body {
	const struct op *ops;
	size_t count;
	size_t id; /* of the program or the section */
};

/* ---- names ---- */

/* The place in the innermost list; NULL where there is none. */
static const struct value *look_up_position(struct renderer *r, const struct path *path,
					    struct value *made, char digits[static 24])
{
	size_t at = frame_innermost_list(r);
	if (at == MISSING)
		return NULL;
	const struct frame *list = &r->frames[at];
	if (r->recording)
		piece_note_position(r, path, at);
	if (path->kind == PATH_INDEX) {
		size_t index = list->index + 1, digit = 23;
		for (; index; index /= 10)
			digits[--digit] = (char) ('0' + index % 10);
		*made = value_str((struct str){digits + digit, 23 - digit});
	} else {
		*made = value_bool(path->kind == PATH_FIRST ? list->index == 0
							    : list->index + 1 == list->count);
	}
	return made;
}

static const struct value *look_up_other(struct renderer *r, const struct path *path,
					 struct value *made, char digits[static 24])
{
	if (path->kind != PATH_SELF)
		return path->kind == PATH_NAME ? NULL : look_up_position(r, path, made, digits);
	if (r->recording)
		piece_note_value(r, path, r->depth - 1);
	return r->frames[r->depth - 1].value;
}

/* What is found nowhere is told by the shapes, and what is fixed is the same in all documents. */
static void note_name(struct renderer *r, const struct path *path, struct place *place)
{
	size_t frame = r->depth - 1 - place->up;
	if (place->up == MISSING || frame >= r->recording->base)
		return;
	const struct value *first =
		name_member(r->frames[frame].value, path->names[0], &place->members[0]);
	if (!first->fixed)
		piece_note_value(r, path, frame);
}

/* NULL where there is no such value. A value that has to be made is put in *made. */
static inline const struct value *look_up(struct renderer *r, const struct op *op,
					  struct value *made, char digits[static 24])
{
	if (!op->path.count)
		return look_up_other(r, &op->path, made, digits);
	struct place *place = &r->states[op->id].place;
	const struct value *value = name_look_up(r, &op->path, place);
	if (r->recording)
		note_name(r, &op->path, place);
	return value;
}

/* ---- values ---- */

static bool write_path(struct renderer *r, const struct link *link, struct buf *out)
{
	if (!link->subject && r->recording)
		piece_note_loose(r, 0); /* it leads to where this document is in another language */
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

/* A text is escaped once for each mode and each kind of place; many pieces have the same. */
static void write_text(struct renderer *r, enum mode mode, const struct value *value,
		       struct buf *out)
{
	uint64_t id, place = (uint64_t) mode << 8 | format_context(mode, out);
	bool known = piece_identity(value, &id);
	uint64_t key = memo_key(memo_key(0, place), id);
	if (known && memo_get(r->memo, key, out))
		return;
	size_t start = out->len;
	format_write_text(mode, out, value->as.text, value->state, r->linker);
	if (known)
		memo_add(r->memo, key, (struct str){out->data + start, out->len - start});
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

/* ---- operations ---- */

static bool may_go_on(struct renderer *r, const struct buf *out)
{
	return ++r->steps <= MAX_STEPS && out->len <= MAX_OUTPUT;
}

static bool run_body(struct renderer *r, const struct body *body, struct buf *out);
static bool run_items(struct renderer *r, const struct body *body, const struct value *value,
		      struct buf *out);

static bool call(struct renderer *r, const struct program *program, struct buf *out)
{
	const struct body body = {program->ops, program->count, program->id};
	return may_go_on(r, out) && run_body(r, &body, out);
}

static bool run_section(struct renderer *r, const struct op *op, const struct value *value,
			struct buf *out)
{
	const struct body body = {op + 1, op->body, op->id};
	bool truth = is_true(r, value);
	if (op->kind == OP_INVERTED)
		return truth || run_body(r, &body, out);
	return !truth || run_items(r, &body, value, out);
}

static bool run_op(struct renderer *r, const struct op *op, struct buf *out)
{
	struct value made;
	char digits[24];
	const struct value *value;
	switch (op->kind) {
	case OP_LITERAL:
		buf_put_str(out, op->literal);
		return true;
	case OP_CALL:
		return call(r, op->program, out);
	case OP_VALUE:
		value = look_up(r, op, &made, digits);
		if (value)
			write_value(r, op, value, out);
		return true;
	case OP_SECTION:
	case OP_INVERTED:
		return run_section(r, op, look_up(r, op, &made, digits), out);
	}
	return true;
}

/* ---- bodies ---- */

static bool run_ops(struct renderer *r, const struct op *ops, size_t count, struct buf *out)
{
	bool ok = true;
	for (const struct op *op = ops, *end = ops + count; op < end && ok; op += 1 + op->body)
		ok = run_op(r, op, out);
	return ok;
}

/* It is learned from the first run, and then more and more seldom: the first documents may be
 * of another sort than most. */
static inline bool is_lesson(const struct op_state *state)
{
	return !state->taught || state->runs == state->next_lesson;
}

static void plan_lesson(struct op_state *state)
{
	if (state->runs < MAX_LESSON)
		state->next_lesson = state->runs + state->runs / 2 + 1;
}

/* Runs the operations one by one, to learn what each depends on. */
static bool run_lesson(struct renderer *r, const struct body *body, struct op_state *state,
		       struct buf *out)
{
	bool ok = true;
	plan_lesson(state);
	for (size_t i = 0; i < body->count && ok; i += 1 + body->ops[i].body) {
		struct recording recording;
		piece_record(r, &recording);
		ok = run_op(r, &body->ops[i], out);
		piece_record_end(r, &recording);
		piece_learn(r, &body->ops[i], &recording);
	}
	if (ok)
		piece_form_steps(r, state, body->ops, body->count);
	state->taught = ok;
	return ok;
}

/* Runs what a span consists of, to keep it. */
static bool make_piece(struct renderer *r, const struct step *step, struct op_state *state,
		       uint64_t key, struct buf *out)
{
	struct recording recording;
	size_t start = out->len;
	piece_record(r, &recording);
	bool ok = run_ops(r, step->op, step->span->length, out);
	piece_record_end(r, &recording);
	if (ok && !piece_keep(r, step, key, &recording,
			      (struct str){out->data + start, out->len - start}))
		state->taught = false;
	return ok;
}

static bool run_steps(struct renderer *r, struct op_state *state, struct buf *out)
{
	uint64_t key;
	const struct steps *steps = state->steps;
	bool ok = true, may_record = piece_may_record(r);
	for (const struct step *step = steps->items, *end = step + steps->count; step < end && ok;
	     step++) {
		struct span *span = step->span;
		if (!span)
			ok = run_op(r, step->op, out);
		else if (span->off || !may_record || !piece_key(r, step->op->mode, span, out, &key))
			ok = run_ops(r, step->op, span->length, out);
		else
			ok = piece_take(r, span, key, out) || make_piece(r, step, state, key, out);
	}
	return ok;
}

/* A body that is run once, or for each item of a list. */
struct pass {
	const struct body *body;
	struct op_state *state;
	bool outermost; /* it does not run within itself */
};

/* False: it is too deep in others. */
static bool pass_begin(struct renderer *r, struct pass *pass, const struct body *body)
{
	if (r->levels == MAX_LEVELS)
		return false;
	r->levels++;
	struct op_state *state = &r->states[body->id];
	pass->body = body;
	pass->state = state;
	pass->outermost = !state->running;
	state->running = true;
	return true;
}

static void pass_end(struct renderer *r, struct pass *pass)
{
	r->levels--;
	pass->state->running = !pass->outermost;
}

static inline bool run_once(struct renderer *r, struct pass *pass, struct buf *out)
{
	struct op_state *state = pass->state;
	state->runs += pass->outermost;
	if (pass->outermost && is_lesson(state) && piece_may_record(r))
		return run_lesson(r, pass->body, state, out);
	if (!state->steps)
		return run_ops(r, pass->body->ops, pass->body->count, out);
	return run_steps(r, state, out);
}

static bool run_body(struct renderer *r, const struct body *body, struct buf *out)
{
	struct pass pass;
	if (!pass_begin(r, &pass, body))
		return false;
	bool ok = run_once(r, &pass, out);
	pass_end(r, &pass);
	return ok;
}

static bool run_items(struct renderer *r, const struct body *body, const struct value *value,
		      struct buf *out)
{
	struct pass pass;
	size_t depth = r->depth, count = value->kind == VALUE_LIST ? value->as.list.count : 0;
	const struct value *item = count ? value->as.list.items : value;
	size_t index = 0;
	bool ok;
	if (!pass_begin(r, &pass, body))
		return false;
	do {
		frame_put(r, depth, item++, index, count);
		ok = may_go_on(r, out) && run_once(r, &pass, out);
	} while (ok && ++index < count);
	r->depth = depth;
	pass_end(r, &pass);
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
	arena_free(&r->arena);
	r->states = mem_alloc(op_count * sizeof *r->states);
	memset(r->states, 0, op_count * sizeof *r->states);
	r->state_count = op_count;
}

bool template_render(struct renderer *renderer, const struct program *program,
		     const struct value *context, struct buf *out)
{
	prepare(renderer, *program->op_count);
	renderer->depth = 0;
	renderer->levels = 0;
	renderer->recording = NULL;
	renderer->steps = 0;
	frame_put(renderer, 0, context, 0, 0);
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
	arena_free(&renderer->arena);
	free(renderer->states);
	free(renderer->frames);
	*renderer = (struct renderer){.symbols = renderer->symbols};
}
