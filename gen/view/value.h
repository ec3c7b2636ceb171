/* value.h: what a template can name. A tree of values, built once per language
 * (or from JSON) and read-only while documents are rendered.
 *
 * Names are symbols: small numbers given out by a table, so that a lookup while
 * rendering compares numbers.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_VALUE_H
#define CB_VIEW_VALUE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "text/text.h"

typedef uint32_t symbol; /* 0 is no symbol */

/* Zero-initialise before use. May be read by many threads once it is complete. */
struct symbols {
	struct arena arena;
	struct map by_name;
	struct str *names; /* by symbol */
	bool *used;        /* by symbol: some template names it */
	size_t count, room, used_room;
	size_t defined; /* the last symbol that was defined */
};

/* The symbol of a name; the name is copied when it is new. */
symbol symbol_of(struct symbols *symbols, struct str name);

/* The same, and marks it as used. */
symbol symbol_use(struct symbols *symbols, struct str name);

/* Makes names the symbols of an empty table, from 1 on: those that maps can have. */
void symbols_define(struct symbols *symbols, const char *const *names, size_t count);

/* Marks all that are defined as used. */
void symbols_use_all(struct symbols *symbols);

/* Whether a map can have a member of this name: if not, a template that uses it has a
 * mistake. */
static inline bool symbol_is_defined(const struct symbols *symbols, symbol name)
{
	return name <= symbols->defined;
}

void symbols_free(struct symbols *symbols);

/* One byte: there are many values. */
enum __attribute__((packed)) value_kind {
	VALUE_NULL,
	VALUE_FALSE,
	VALUE_TRUE,
	VALUE_NUMBER, /* string holds its decimal form */
	VALUE_STRING,
	VALUE_TEXT, /* prose with inline markup */
	VALUE_LINK,
	VALUE_LIST,
	VALUE_MAP
};

struct value {
	enum value_kind kind;
	enum translation_state state; /* VALUE_TEXT */
	/* It stays as it is as long as anything is rendered, so that two lasting values at one
	 * address are the same; see value_make_lasting(). */
	bool lasting;
	bool fixed; /* the same in all documents about subjects of one kind and protocol */
	union {
		struct str string;
		const struct text *text;
		const struct link *link;
		struct {
			const struct value *items;
			size_t count;
		} list;
		struct {
			const struct member *members;
			uint32_t count;
			uint32_t shape; /* of the names: equal names in equal order are equal */
		} map;
	} as;
};

struct member {
	symbol name;
	struct value value;
};

static inline struct value value_bool(bool truth)
{
	return (struct value){.kind = truth ? VALUE_TRUE : VALUE_FALSE};
}

static inline struct value value_str(struct str s)
{
	return (struct value){.kind = VALUE_STRING, .as.string = s};
}

/* A string that has to outlive the value; NULL becomes VALUE_NULL. */
static inline struct value value_string(const char *s)
{
	return s ? value_str(str_of(s)) : (struct value){.kind = VALUE_NULL};
}

static inline struct value value_list(const struct value *items, size_t count)
{
	return (struct value){.kind = VALUE_LIST, .as.list = {items, count}};
}

static inline struct value value_map(const struct member *members, size_t count)
{
	uint32_t shape = 1;
	for (size_t i = 0; i < count; i++)
		shape = (shape ^ members[i].name) * 0x01000193;
	return (struct value){.kind = VALUE_MAP, .as.map = {members, (uint32_t) count, shape}};
}

struct value value_number(struct arena *arena, long long number);

/* Whether a section shows: not null, false, an empty list or an empty string. */
bool value_is_true(const struct value *value);

/* The member of a map, or NULL (also where value is no map). */
const struct value *value_member(const struct value *value, symbol name);

/* Writes what stands between the quotes of a JSON string. */
void json_write_string(struct buf *buf, struct str s);

/* What a run shows to a reader, without markup: for a reference its label. */
struct str run_shown(const struct run *run);

/* Builds a map member by member. What no template names is left out. */
enum { MAP_ROOM = 40 };

struct map_builder {
	struct arena *arena;
	const struct symbols *symbols;
	bool lasting; /* the map and what it holds is, see struct value */
	size_t count;
	struct member members[MAP_ROOM];
};

/* Whether a member of this name would be put in. */
static inline bool map_wants(const struct map_builder *builder, symbol name)
{
	return builder->symbols->used[name];
}

/* The value is made only where it is wanted; the name is evaluated more than once. */
#define map_put(builder, name, value)                                                              \
	(map_wants(builder, name) ? map_add_member(builder, name, value) : (void) 0)

void map_add_member(struct map_builder *builder, symbol name, struct value value);

struct value map_done(const struct map_builder *builder);

/* Writes a value as JSON (RFC 8259), indented by two spaces a level. A text is
 * written as plain text, a link as the name of what it leads to. */
void value_write_json(struct buf *buf, const struct symbols *symbols, const struct value *value,
		      int level);

/* Writes down all that a value holds, for a fingerprint. Names of members are left out:
 * the program decides them. */
void value_write_down(struct buf *buf, const struct value *value);

#endif
