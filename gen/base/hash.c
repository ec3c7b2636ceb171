/* hash.c: see hash.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <xxhash.h>
#if defined __x86_64__ && defined __has_include
#if __has_include(<xxh_x86dispatch.h>) /* only where the library has it: uses AVX2 if it can */
#include <xxh_x86dispatch.h>
#endif
#endif

uint64_t hash_bytes(struct str s)
{
	return s.len ? XXH3_64bits(s.ptr, s.len) : 0;
}

uint64_t hash_join(uint64_t a, uint64_t b)
{
	const uint64_t both[2] = {a, b};
	return XXH3_64bits(both, sizeof both);
}

uint64_t hash_block(uint64_t hash, struct str block)
{
	return block.len ? hash_join(hash, hash_bytes(block)) : hash;
}
