/* hash.h: fingerprints of content, by XXH3 of libxxhash.
 *
 * They tell whether something changed since it was last seen. They are no defence
 * against somebody who looks for two contents with one fingerprint.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_HASH_H
#define CB_BASE_HASH_H

#include "base/str.h"

/* The fingerprint of some bytes; the same on every machine. */
uint64_t hash_bytes(struct str s);

/* What is large is hashed in blocks of this size, so that it need not be in memory as a
 * whole: adds the next block to the fingerprint, which is 0 at first. */
enum { HASH_BLOCK = 64 * 1024 };
uint64_t hash_block(uint64_t hash, struct str block);

/* The fingerprint of two things in this order. */
uint64_t hash_join(uint64_t a, uint64_t b);

#endif
