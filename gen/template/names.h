/* names.h: the frames of a render, and what a name stands for in them. Inside the template
 * part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_NAMES_H
#define CB_TEMPLATE_NAMES_H

#include "template/ast.h"

#define MISSING ((size_t) -1)

struct frame {
	const struct value *value;
	uint64_t shapes;     /* of this frame and all below: where equal, a name is found in the
			      * same frame */
	size_t index, count; /* in the list, where in_list */
	bool in_list;
};

enum { PLACE_NAMES = 3 };

/* Where a path was found last, for frames of the same shapes. */
struct place {
	uint64_t shapes; /* 0: nowhere yet */
	size_t up;       /* frames above it; MISSING: in none */
	uint32_t members[PLACE_NAMES];
};

/* Puts a frame on top of those below `depth`. */
void frame_put(struct renderer *r, size_t depth, const struct frame *frame);

/* The index of the innermost frame that is an item of a list, or MISSING. */
size_t frame_innermost_list(const struct renderer *r);

/* The first name is looked up from the innermost frame outwards, the others in what it gave
 * (Mustache, interpolation: dotted names). *frame is where the first one was found, or MISSING:
 * in none, or what is found there is the same in all documents. */
const struct value *name_look_up(const struct renderer *r, const struct path *path,
				 struct place *place, size_t *frame);

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

#endif
