/* manifest.h: what an earlier run wrote, and what it was made from.
 *
 * A text file: a line that says whether the run came to its end, with the fingerprint of
 * all lines behind it, then one line for each document, in the order of the plan: the
 * fingerprint of what it was made from, that of what was written, its size, and its path.
 * Where a byte has changed it is as if there were none.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_MANIFEST_H
#define CB_TREE_MANIFEST_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

#include <sys/stat.h>

static inline bool time_is_later(struct timespec a, struct timespec b)
{
	return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

struct manifest_entry {
	uint64_t key;  /* of what the document was made from; 0: it was touched afterwards */
	uint64_t hash; /* of what was written */
	size_t size;   /* in bytes */
	struct str path;
	struct str line; /* the whole line, with its end */
};

/* The manifest of an earlier run. Read-only, but for `index`. */
struct manifest {
	struct str text;
	uint64_t body;         /* the fingerprint of what is behind the first line */
	bool complete;         /* the run came to its end: what it says can be trusted */
	struct timespec ctime; /* when it did: what changed later was not written by it */
	struct arena arena;
	struct map index; /* entries by path; built when first needed */
};

/* Reads NAME in the directory; where there is none, or it is none of ours, or damaged, the
 * result is empty and not complete. */
void manifest_read(struct manifest *manifest, int directory, const char *name);

void manifest_free(struct manifest *manifest);

/* The entry at *at, which is moved behind it; start with 0. False: there are no more.
 * Lines that are no entries, as the first, or whose path would lead out of the tree, are
 * passed over. */
bool manifest_next(const struct manifest *manifest, size_t *at, struct manifest_entry *entry);

/* The entry of a path, wherever it stands. Not safe for many threads at once. */
const struct manifest_entry *manifest_find(struct manifest *manifest, struct str path);

/* Whether nobody has touched the file of an entry, NAME in the directory, since the
 * manifest was written. */
bool manifest_is_untouched(const struct manifest *manifest, const struct manifest_entry *entry,
			   int directory, const char *name);

/* The first line of a manifest that is being written: it is not valid before
 * manifest_seal() has written over it. */
struct str manifest_head(void);

/* Writes the first line of a manifest that is open for reading and writing, and has all its
 * other lines; *body: as in struct manifest. False, with errno set, when that fails. */
bool manifest_seal(int fd, uint64_t *body);

/* Writes it again when the documents are all in place. */
bool manifest_complete(int fd, uint64_t body);

/* Writes the line of a document. */
void manifest_put(struct buf *buf, uint64_t key, uint64_t hash, size_t size, struct str path);

#endif
