/* value.c: see value.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/value.h"

#include <stdlib.h>

symbol symbol_of(struct symbols *symbols, struct str name)
{
	/* The map holds the symbol itself where a pointer would stand. */
	void *known = map_get(&symbols->by_name, name);
	if (known)
		return (symbol) (uintptr_t) known;
	if (!symbols->count)
		symbols->count = 1; /* 0 is no symbol */
	symbol new = (symbol) symbols->count++;
	symbols->defined = mem_grow(symbols->defined, &symbols->defined_room, symbols->count,
				    sizeof *symbols->defined);
	symbols->defined[new] = false;
	symbols->names =
		mem_grow(symbols->names, &symbols->room, symbols->count, sizeof *symbols->names);
	struct str copy = {arena_strndup(&symbols->arena, name.ptr, name.len), name.len};
	symbols->names[new] = copy;
	map_add(&symbols->by_name, copy, (void *) (uintptr_t) new);
	return new;
}

symbol symbol_define(struct symbols *symbols, struct str name)
{
	symbol defined = symbol_of(symbols, name);
	if (!symbols->defined[defined])
		symbols->defined[defined] = true;
	return defined;
}

void symbols_free(struct symbols *symbols)
{
	map_free(&symbols->by_name);
	free(symbols->defined);
	free(symbols->names);
	arena_free(&symbols->arena);
	*symbols = (struct symbols){0};
}

struct value value_number(struct arena *arena, long long number)
{
	char digits[24];
	size_t at = sizeof digits;
	unsigned long long rest =
		number < 0 ? 0 - (unsigned long long) number : (unsigned long long) number;
	do
		digits[--at] = (char) ('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--at] = '-';
	struct value value = {.kind = VALUE_NUMBER};
	value.as.string = (struct str){arena_strndup(arena, digits + at, sizeof digits - at),
				       sizeof digits - at};
	return value;
}

bool value_is_true(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
	case VALUE_FALSE:
		return false;
	case VALUE_STRING:
		return value->as.string.len > 0;
	case VALUE_LIST:
		return value->as.list.count > 0;
	case VALUE_TRUE:
	case VALUE_NUMBER:
	case VALUE_TEXT:
	case VALUE_LINK:
	case VALUE_MAP:
		break;
	}
	return true;
}

const struct value *value_member(const struct value *value, symbol name)
{
	if (value->kind != VALUE_MAP)
		return NULL;
	const struct member *members = value->as.map.members;
	for (size_t i = 0; i < value->as.map.count; i++)
		if (members[i].name == name)
			return &members[i].value;
	return NULL;
}

struct map_builder map_builder(struct arena *arena, struct symbols *symbols, size_t room)
{
	return (struct map_builder){.arena = arena,
				    .symbols = symbols,
				    .members = arena_array(arena, room, sizeof(struct member)),
				    .room = room};
}

void map_put(struct map_builder *builder, const char *name, struct value value)
{
	if (builder->count == builder->room) {
		size_t room = builder->room ? builder->room * 2 : 8;
		struct member *members = arena_array(builder->arena, room, sizeof *members);
		if (builder->count)
			memcpy(members, builder->members, builder->count * sizeof *members);
		builder->members = members;
		builder->room = room;
	}
	builder->members[builder->count++] =
		(struct member){symbol_define(builder->symbols, str_of(name)), value};
}

struct str run_shown(const struct run *run)
{
	if (run->kind == RUN_CODE || run->kind == RUN_SRC)
		return run->label.len ? run->label : run->target;
	return run->text;
}

/* ---- JSON ---- */

static void put_json_char(struct buf *buf, unsigned char c)
{
	static const char short_names[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *at = c ? strchr(short_names, c) : NULL;
	if (at) {
		buf_putc(buf, '\\');
		buf_putc(buf, letters[at - short_names]);
	} else if (c < 0x20 || c == 0x7f) {
		buf_printf(buf, "\\u%04x", c);
	} else {
		buf_putc(buf, (char) c);
	}
}

static bool is_plain_json(char c)
{
	return (unsigned char) c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

void json_write_string(struct buf *buf, struct str s)
{
	for (size_t i = 0; i < s.len;) {
		size_t start = i;
		while (i < s.len && is_plain_json(s.ptr[i]))
			i++;
		buf_put(buf, s.ptr + start, i - start);
		if (i < s.len)
			put_json_char(buf, (unsigned char) s.ptr[i++]);
	}
}

static void indent(struct buf *buf, int level)
{
	buf_putc(buf, '\n');
	for (int i = 0; i < level; i++)
		buf_puts(buf, "  ");
}

static void put_json_quoted(struct buf *buf, struct str s)
{
	buf_putc(buf, '"');
	json_write_string(buf, s);
	buf_putc(buf, '"');
}

static void put_json_text(struct buf *buf, const struct text *text)
{
	buf_putc(buf, '"');
	for (size_t i = 0; i < text->count; i++)
		json_write_string(buf, run_shown(&text->runs[i]));
	buf_putc(buf, '"');
}

static void put_json_list(struct buf *buf, const struct symbols *symbols, const struct value *value,
			  int level)
{
	buf_putc(buf, '[');
	for (size_t i = 0; i < value->as.list.count; i++) {
		buf_puts(buf, i ? "," : "");
		indent(buf, level + 1);
		value_write_json(buf, symbols, &value->as.list.items[i], level + 1);
	}
	if (value->as.list.count)
		indent(buf, level);
	buf_putc(buf, ']');
}

static void put_json_map(struct buf *buf, const struct symbols *symbols, const struct value *value,
			 int level)
{
	buf_putc(buf, '{');
	for (size_t i = 0; i < value->as.map.count; i++) {
		const struct member *member = &value->as.map.members[i];
		buf_puts(buf, i ? "," : "");
		indent(buf, level + 1);
		put_json_quoted(buf, symbols->names[member->name]);
		buf_puts(buf, ": ");
		value_write_json(buf, symbols, &member->value, level + 1);
	}
	if (value->as.map.count)
		indent(buf, level);
	buf_putc(buf, '}');
}

void value_write_json(struct buf *buf, const struct symbols *symbols, const struct value *value,
		      int level)
{
	switch (value->kind) {
	case VALUE_NULL:
		buf_puts(buf, "null");
		break;
	case VALUE_FALSE:
		buf_puts(buf, "false");
		break;
	case VALUE_TRUE:
		buf_puts(buf, "true");
		break;
	case VALUE_NUMBER:
		buf_put_str(buf, value->as.string);
		break;
	case VALUE_STRING:
		put_json_quoted(buf, value->as.string);
		break;
	case VALUE_TEXT:
		put_json_text(buf, value->as.text);
		break;
	case VALUE_LINK:
		put_json_quoted(buf, value->as.link->name);
		break;
	case VALUE_LIST:
		put_json_list(buf, symbols, value, level);
		break;
	case VALUE_MAP:
		put_json_map(buf, symbols, value, level);
		break;
	}
}

void value_make_lasting(struct value *value)
{
	if (value->lasting)
		return;
	value->lasting = true;
	/* What is held was made by us: only who holds it may not change it. */
	if (value->kind == VALUE_LIST) {
		struct value *items = (struct value *) (uintptr_t) value->as.list.items;
		for (size_t i = 0; i < value->as.list.count; i++)
			value_make_lasting(&items[i]);
	} else if (value->kind == VALUE_MAP) {
		struct member *members = (struct member *) (uintptr_t) value->as.map.members;
		for (size_t i = 0; i < value->as.map.count; i++)
			value_make_lasting(&members[i].value);
	}
}

/* ---- fingerprints ---- */

static void write_down_str(struct buf *buf, struct str s)
{
	buf_put(buf, (const char *) &s.len, sizeof s.len);
	buf_put_str(buf, s);
}

static void write_down_run(struct buf *buf, const struct run *run)
{
	buf_putc(buf, (char) run->kind);
	write_down_str(buf, run->text);
	write_down_str(buf, run->target);
	write_down_str(buf, run->section);
	write_down_str(buf, run->label);
	write_down_str(buf, run->href);
}

void value_write_down(struct buf *buf, const struct value *value)
{
	buf_putc(buf, (char) value->kind);
	buf_putc(buf, (char) value->state);
	switch (value->kind) {
	case VALUE_NULL:
	case VALUE_FALSE:
	case VALUE_TRUE:
		break;
	case VALUE_NUMBER:
	case VALUE_STRING:
		write_down_str(buf, value->as.string);
		break;
	case VALUE_TEXT:
		for (size_t i = 0; i < value->as.text->count; i++)
			write_down_run(buf, &value->as.text->runs[i]);
		break;
	case VALUE_LINK:
		write_down_str(buf, value->as.link->name);
		write_down_str(buf, str_of(value->as.link->language));
		break;
	case VALUE_LIST:
		for (size_t i = 0; i < value->as.list.count; i++)
			value_write_down(buf, &value->as.list.items[i]);
		break;
	case VALUE_MAP:
		for (size_t i = 0; i < value->as.map.count; i++)
			value_write_down(buf, &value->as.map.members[i].value);
		break;
	}
	buf_putc(buf, (char) 0xff);
}
