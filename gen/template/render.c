/* render.c: runs a program over a context.
 *
 * SPDX-License-Identifier: MIT */
#include "template/program.h"

#include <stdlib.h>

/* Partials within partials; partials and list items altogether; bytes. No document comes
 * near; a few templates that each include the next one twice would never end. */
enum { MAX_CALLS = 1000, MAX_STEPS = 10 * 1000 * 1000, MAX_OUTPUT = 256 * 1024 * 1024 };

static void push(struct renderer *r, struct frame frame)
{
	r->frames = mem_grow(r->frames, &r->room, r->depth + 1, sizeof *r->frames);
	r->frames[r->depth++] = frame;
}

static const struct frame *innermost_list(const struct renderer *r)
{
	for (size_t i = r->depth; i-- > 0;)
		if (r->frames[i].in_list)
			return &r->frames[i];
	return NULL;
}

/* The first name is looked up from the innermost context outwards, the others in
 * what it gave (Mustache, interpolation: dotted names). */
static const struct value *look_up_name(const struct renderer *r, const struct path *path)
{
	const struct value *value = NULL;
	for (size_t i = r->depth; i-- > 0 && !value;)
		value = value_member(r->frames[i].value, path->names[0]);
	for (size_t i = 1; i < path->count && value; i++)
		value = value_member(value, path->names[i]);
	return value;
}

/* NULL where there is no such value. A value that has to be made is put in *made. */
static const struct value *look_up(const struct renderer *r, const struct path *path,
				   struct value *made, char digits[static 24])
{
	if (path->kind == PATH_NAME)
		return look_up_name(r, path);
	if (path->kind == PATH_SELF)
		return r->depth ? r->frames[r->depth - 1].value : NULL;
	const struct frame *list = innermost_list(r);
	if (!list)
		return NULL;
	if (path->kind == PATH_INDEX) {
		size_t index = list->index + 1, at = 23;
		for (; index; index /= 10)
			digits[--at] = (char) ('0' + index % 10);
		*made = value_str((struct str){digits + at, 23 - at});
	} else {
		*made = value_bool(path->kind == PATH_FIRST ? list->index == 0
							    : list->index + 1 == list->count);
	}
	return made;
}

/* ---- values ---- */

static void write_raw(struct renderer *r, const struct value *value, struct buf *out)
{
	if (value->kind == VALUE_STRING || value->kind == VALUE_NUMBER)
		buf_put_str(out, value->as.string);
	else if (value->kind == VALUE_TEXT)
		format_write_text(MODE_TEXT, out, value->as.text, false, NULL);
	else if (value->kind == VALUE_LINK && r->linker)
		r->linker->write(r->linker, value->as.link, out);
	else if (value->kind == VALUE_TRUE || value->kind == VALUE_FALSE)
		buf_puts(out, value->kind == VALUE_TRUE ? "true" : "false");
}

static void write_link(struct renderer *r, enum mode mode, const struct value *value,
		       struct buf *out)
{
	struct buf path = {0};
	if (r->linker && r->linker->write(r->linker, value->as.link, &path))
		format_write_string(mode, out, buf_str(&path));
	buf_free(&path);
}

static void write_value(struct renderer *r, const struct op *op, const struct value *value,
			struct buf *out)
{
	if (op->raw)
		write_raw(r, value, out);
	else if (op->mode == MODE_JSON)
		value_write_json(out, r->symbols, value, 0);
	else if (value->kind == VALUE_TEXT)
		format_write_text(op->mode, out, value->as.text, value->fallback, r->linker);
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
	if (value->kind != VALUE_LINK)
		return true;
	struct buf path = {0};
	bool leads_somewhere = r->linker && r->linker->write(r->linker, value->as.link, &path);
	buf_free(&path);
	return leads_somewhere;
}

/* ---- operations ---- */

static bool may_go_on(struct renderer *r, const struct buf *out)
{
	return ++r->steps <= MAX_STEPS && out->len <= MAX_OUTPUT;
}

static bool run(struct renderer *r, const struct op *ops, size_t count, struct buf *out);

static bool run_section(struct renderer *r, const struct op *op, const struct value *value,
			struct buf *out)
{
	bool ok = true;
	if (value->kind != VALUE_LIST) {
		push(r, (struct frame){.value = value});
		ok = run(r, op + 1, op->body, out);
		r->depth--;
		return ok;
	}
	size_t count = value->as.list.count;
	for (size_t i = 0; i < count && ok; i++) {
		push(r, (struct frame){&value->as.list.items[i], i, count, true});
		ok = may_go_on(r, out) && run(r, op + 1, op->body, out);
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
		switch (op->kind) {
		case OP_LITERAL:
			buf_put_str(out, op->literal);
			break;
		case OP_VALUE:
			value = look_up(r, &op->path, &made, digits);
			if (value)
				write_value(r, op, value, out);
			break;
		case OP_SECTION:
			value = look_up(r, &op->path, &made, digits);
			if (is_true(r, value))
				ok = run_section(r, op, value, out);
			op += op->body;
			break;
		case OP_INVERTED:
			if (!is_true(r, look_up(r, &op->path, &made, digits)))
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

bool template_render(struct renderer *renderer, const struct program *program,
		     const struct value *context, struct buf *out)
{
	renderer->depth = 0;
	renderer->calls = 0;
	renderer->steps = 0;
	push(renderer, (struct frame){.value = context});
	return call(renderer, program, out);
}

void renderer_free(struct renderer *renderer)
{
	free(renderer->frames);
	renderer->frames = NULL;
	renderer->room = 0;
}
