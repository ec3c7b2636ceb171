/* json.c: see json.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/json.h"

#include "base/file.h"
#include "base/intl.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* The shortest decimal form that reads back as the same number. */
static struct value real_value(struct arena *arena, double number)
{
	char digits[64];
	for (int precision = 1; precision <= 17; precision++) {
		snprintf(digits, sizeof digits, "%.*g", precision, number);
		if (strtod(digits, NULL) == number)
			break;
	}
	struct value value = value_string(arena_strdup(arena, digits));
	value.kind = VALUE_NUMBER;
	return value;
}

static struct value object_value(struct arena *arena, struct symbols *symbols, const json_t *json)
{
	struct member *members = arena_array(arena, json_object_size(json), sizeof *members);
	size_t count = 0;
	json_t *object = (json_t *) json, *item;
	const char *key;
	json_object_foreach (object, key, item)
		members[count++] = (struct member){symbol_of(symbols, str_of(key)),
						   json_value(arena, symbols, item)};
	return value_map(members, count);
}

static struct value array_value(struct arena *arena, struct symbols *symbols, const json_t *json)
{
	size_t count = json_array_size(json);
	struct value *items = arena_array(arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++)
		items[i] = json_value(arena, symbols, json_array_get(json, i));
	return value_list(items, count);
}

/* jansson refuses input that is nested more than 2048 levels deep, so this ends. */
struct value json_value(struct arena *arena, struct symbols *symbols, const json_t *json)
{
	switch (json_typeof(json)) {
	case JSON_OBJECT:
		return object_value(arena, symbols, json);
	case JSON_ARRAY:
		return array_value(arena, symbols, json);
	case JSON_STRING:
		return value_str((struct str){
			arena_strndup(arena, json_string_value(json), json_string_length(json)),
			json_string_length(json)});
	case JSON_INTEGER:
		return value_number(arena, json_integer_value(json));
	case JSON_REAL:
		return real_value(arena, json_real_value(json));
	case JSON_TRUE:
		return value_bool(true);
	case JSON_FALSE:
		return value_bool(false);
	case JSON_NULL:
		break;
	}
	return (struct value){0};
}

bool json_read(struct arena *arena, struct symbols *symbols, const char *path, struct value *value,
	       struct diag *diag)
{
	struct str text;
	json_error_t error;
	if (!file_read(arena, path, diag, &text))
		return false;
	json_t *json =
		json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (!json) {
		struct loc loc = {path, error.line > 0 ? (unsigned) error.line : 0,
				  error.column > 0 ? (unsigned) error.column : 0};
		diag_add(diag, DIAG_ERROR, loc, _("not valid JSON: %s"), error.text);
		return false;
	}
	*value = json_value(arena, symbols, json);
	json_decref(json);
	return true;
}
