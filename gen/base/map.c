/* map.c: open addressing, linear probing, at most half full.
 *
 * SPDX-License-Identifier: MIT */
#include "base/map.h"

#include "base/arena.h"

#include <stdlib.h>

static struct map_slot *find(struct map_slot *slots, size_t room, struct str key, uint64_t hash)
{
	size_t at = (size_t) hash & (room - 1);
	while (slots[at].value && (slots[at].hash != hash || !str_equal(slots[at].key, key)))
		at = (at + 1) & (room - 1);
	return &slots[at];
}

void *map_get(const struct map *map, struct str key)
{
	if (!map->room)
		return NULL;
	return find(map->slots, map->room, key, str_hash(key, 0))->value;
}

static void grow(struct map *map)
{
	size_t room = map->room ? map->room * 2 : 64;
	struct map_slot *slots = mem_alloc(room * sizeof *slots);
	memset(slots, 0, room * sizeof *slots);
	for (size_t i = 0; i < map->room; i++)
		if (map->slots[i].value)
			*find(slots, room, map->slots[i].key, map->slots[i].hash) = map->slots[i];
	free(map->slots);
	map->slots = slots;
	map->room = room;
}

void *map_add(struct map *map, struct str key, void *value)
{
	if (map->count * 2 >= map->room)
		grow(map);
	uint64_t hash = str_hash(key, 0);
	struct map_slot *slot = find(map->slots, map->room, key, hash);
	if (slot->value)
		return slot->value;
	*slot = (struct map_slot){key, hash, value};
	map->count++;
	return NULL;
}

void map_free(struct map *map)
{
	free(map->slots);
	*map = (struct map){0};
}
