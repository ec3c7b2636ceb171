/* manifest.h: what an earlier run wrote, and what it was made from.
 *
 * A text file: a line that says whether the run came to its end, then one line for each
 * document, in the order of the plan: the fingerprint of what it was made from, that of
 * what was written, its size, and its path.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_MANIFEST_H
#define CB_TREE_MANIFEST_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

#include <sys/stat.h>

struct manifest_entry {
	uint64_t key;  /* of what the document was made from */
	uint64_t hash; /* of what was written */
	size_t size;   /* in bytes */
	struct str path;
	struct str line; /* the whole line, with its end */
};

/* The manifest of an earlier run. Read-only, but for `index`. */
struct manifest {
	struct str text;
	bool complete;         /* the run came to its end: what it says can be trusted */
	struct timespec ctime; /* when it did: what changed later was not written by it */
	struct arena arena;
	struct map index; /* entries by path; built when first needed */
};

/* Reads NAME in the directory; where there is none, or it is none of ours, the result is
 * empty and not complete. */
void manifest_read(struct manifest *manifest, int directory, const char *name);

void manifest_free(struct manifest *manifest);

/* The entry at *at, which is moved behind it; start with 0. False: there are no more.
 * Lines that are no entries, as the first, or whose path would lead out of the tree, are
 * passed over. */
bool manifest_next(const struct manifest *manifest, size_t *at, struct manifest_entry *entry);

/* The entry of a path, wherever it stands. Not safe for many threads at once. */
const struct manifest_entry *manifest_find(struct manifest *manifest, struct str path);

/* The first line of a manifest of which the documents are not yet, or all, in place. Both
 * are equally long, so that the one can be written over the other. */
struct str manifest_head(bool complete);

/* Writes the line of a document. */
void manifest_put(struct buf *buf, uint64_t key, uint64_t hash, size_t size, struct str path);

#endif
