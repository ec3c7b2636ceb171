/* map.h: a hash table from strings to pointers.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_MAP_H
#define CB_BASE_MAP_H

#include "base/str.h"

struct map_slot {
	struct str key;
	uint64_t hash;
	void *value; /* NULL: the slot is free */
};

/* Zero-initialise before use. Keys are not copied and have to outlive the map.
 * A map that no longer changes may be read by many threads. */
struct map {
	struct map_slot *slots;
	size_t count, room; /* room: 0 or a power of two */
};

/* The value of key, or NULL. */
void *map_get(const struct map *map, struct str key);

/* Sets key to value (not NULL) if it has none yet. Returns the value that key
 * had before, or NULL when it was set now. */
void *map_add(struct map *map, struct str key, void *value);

void map_free(struct map *map);

#endif
