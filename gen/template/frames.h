/* frames.h: the frames of a render, and what a name stands for in them. Inside the template
 * part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_FRAMES_H
#define CB_TEMPLATE_FRAMES_H

#include "template/ast.h"

#define MISSING ((size_t) -1)

struct frame {
	const struct value *value;
	uint64_t shapes;     /* of this frame and all below: where equal, a name is found in the
			      * same frame */
	size_t index, count; /* in the list; count is 0 where there is none */
};

enum { PLACE_NAMES = 3 };

/* Where a path was found last, for frames of the same shapes. */
struct place {
	uint64_t shapes; /* 0: nowhere yet */
	size_t up;       /* frames above it; MISSING: in none */
	uint32_t members[PLACE_NAMES];
};

/* Makes room for one more frame. */
void frame_grow(struct renderer *r);

/* Puts a frame on top of the first `depth`. The value is an item of a list where count is not
 * 0. */
static inline void frame_put(struct renderer *r, size_t depth, const struct value *value,
			     size_t index, size_t count)
{
	if (depth == r->room)
		frame_grow(r);
	struct frame *top = &r->frames[depth];
	uint64_t shape = value->kind == VALUE_MAP ? (uint64_t) value->as.map.shape << 2 | 1 : 2;
	shape ^= (depth ? top[-1].shapes : 0) ^ (count ? 4 : 0);
	shape *= 0x9e3779b97f4a7c15u;
	shape ^= shape >> 32;
	top->value = value;
	top->shapes = shape ? shape : 1;
	top->index = index;
	top->count = count;
	r->depth = depth + 1;
}

/* The index of the innermost frame that is an item of a list, or MISSING. */
size_t frame_innermost_list(const struct renderer *r);

/* Finds a name in a map; the guess is where it was found. */
const struct value *name_search(const struct value *map, symbol name, uint32_t *guess);

/* The member of a map, with a guess where it is, which is put right. */
static inline const struct value *name_member(const struct value *map, symbol name, uint32_t *guess)
{
	if (map->kind != VALUE_MAP)
		return NULL;
	const struct member *members = map->as.map.members;
	if (*guess < map->as.map.count && members[*guess].name == name)
		return &members[*guess].value;
	return name_search(map, name, guess);
}

/* Looks for the first name in all frames. */
const struct value *name_find_first(const struct renderer *r, symbol name, struct place *place);

/* What the names behind the first one lead to. */
const struct value *name_follow(const struct path *path, const struct value *value,
				struct place *place);

/* The first name is looked up from the innermost frame outwards, the others in what it gave
 * (Mustache, interpolation: dotted names). NULL: there is no such value. Where the first one was
 * found is in *place. */
static inline const struct value *name_look_up(const struct renderer *r, const struct path *path,
					       struct place *place)
{
	const struct value *value = NULL;
	const struct frame *top = &r->frames[r->depth - 1];
	bool known = place->shapes == top->shapes;
	if (known && place->up < r->depth)
		value = name_member(top[-(ptrdiff_t) place->up].value, path->names[0],
				    &place->members[0]);
	if (!value && !(known && place->up == MISSING))
		value = name_find_first(r, path->names[0], place);
	return value && path->count > 1 ? name_follow(path, value, place) : value;
}

#endif
