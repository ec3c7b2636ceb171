/* hash.c: see hash.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <xxhash.h>

uint64_t hash_bytes(struct str s)
{
	return s.len ? XXH3_64bits(s.ptr, s.len) : 0;
}

uint64_t hash_join(uint64_t a, uint64_t b)
{
	const uint64_t both[2] = {a, b};
	return XXH3_64bits(both, sizeof both);
}
