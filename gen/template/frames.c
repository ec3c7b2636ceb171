/* frames.c: see frames.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/frames.h"

void frame_grow(struct renderer *r)
{
	r->frames = mem_grow(r->frames, &r->room, r->room + 1, sizeof *r->frames);
}

size_t frame_innermost_list(const struct renderer *r)
{
	for (size_t i = r->depth; i-- > 0;)
		if (r->frames[i].count)
			return i;
	return MISSING;
}

const struct value *name_search(const struct value *map, symbol name, uint32_t *guess)
{
	const struct member *members = map->as.map.members;
	for (uint32_t i = 0; i < map->as.map.count; i++)
		if (members[i].name == name) {
			*guess = i;
			return &members[i].value;
		}
	return NULL;
}

const struct value *name_find_first(const struct renderer *r, symbol name, struct place *place)
{
	place->shapes = r->frames[r->depth - 1].shapes;
	for (place->up = 0; place->up < r->depth; place->up++) {
		const struct value *value = r->frames[r->depth - 1 - place->up].value;
		const struct value *member = name_member(value, name, &place->members[0]);
		if (member)
			return member;
	}
	place->up = MISSING;
	return NULL;
}

const struct value *name_follow(const struct path *path, const struct value *value,
				struct place *place)
{
	for (size_t i = 1; i < path->count && value; i++) {
		uint32_t other = 0;
		value = name_member(value, path->names[i],
				    i < PLACE_NAMES ? &place->members[i] : &other);
	}
	return value;
}
