/* tree.h: writes a directory tree so that nothing of the old one is lost.
 *
 * A document that differs from the file on disk, or has none, is first written below a
 * directory of its own (.codebook-new). Only tree_commit() moves the new files to their
 * places, a whole directory at a time where there was none: a failure or a kill before
 * that leaves the old tree, one in the middle leaves each file old or new.
 *
 * The manifest (.codebook-manifest, see manifest.h) tells which files are ours and what
 * each was made from. A file that was ours and is not made any more is removed; no other
 * file is ever touched. A manifest that is lost or damaged costs time, and what is then no
 * longer made stays, for it is not known to be ours.
 *
 * Beside it, .codebook-inputs tells what the documents were made from when last all of them
 * were put: while that is the same, and nobody has touched a file, there is nothing to put.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_TREE_H
#define CB_TREE_TREE_H

#include "base/buf.h"
#include "base/diag.h"
#include "tree/closing.h"
#include "tree/manifest.h"

struct tree;

enum tree_mode {
	TREE_WRITE,
	TREE_CHECK /* compare only; nothing is written, not even the directory */
};

/* Opens a directory, creating it if need be, and locks it against another run. part is
 * "" or the name of one of several parts ("2-of-8"), which may be written at the same
 * time. Both have to outlive the tree. NULL: see diag. */
struct tree *tree_open(const char *path, const char *part, enum tree_mode mode, struct diag *diag);

/* Whether tree_remember() was called with these inputs when last all documents were put, and
 * each is there as it was put then: nothing has to be done. *count: how many they are. */
bool tree_is_all_current(struct tree *tree, uint64_t inputs, size_t threads, size_t *count);

/* The next entry of the old manifest; its path is empty where there are no more. Not safe
 * for many threads at once. */
struct manifest_entry tree_expect(struct tree *tree);

/* One for each thread that puts documents; zero-initialise, and begin it in that thread. */
struct tree_writer {
	struct buf dir; /* of the last document, with a slash at the end */
	bool opened;
	int old_dir, new_dir; /* it, in the tree and below .codebook-new; -1: not there */
	struct closing closing;
	struct buf content; /* of the file that is compared */
	struct buf lines;   /* for the manifest, until tree_append() */
	size_t written, unchanged;
	bool touched; /* a file is as it should be, but newer than the manifest */
	bool moved;   /* a document stands elsewhere in the old manifest, or not at all */
};

/* From here to tree_writer_free() the thread has open files of its own, see closing.h. */
void tree_writer_begin(struct tree_writer *writer);

/* A document. */
struct tree_document {
	struct str path;                       /* relative and safe, NUL behind it */
	uint64_t key;                          /* fingerprint of all that it is made from */
	const struct manifest_entry *expected; /* what tree_expect() said for it */
};

/* Whether the document is there already as an earlier run made it, from the same. Then it
 * has not to be rendered: it is kept with tree_keep(). */
bool tree_is_current(struct tree *tree, struct tree_writer *writer,
		     const struct tree_document *document);
void tree_keep(struct tree *tree, struct tree_writer *writer, const struct tree_document *document);

/* Puts a document. False: see diag. */
bool tree_put(struct tree *tree, struct tree_writer *writer, const struct tree_document *document,
	      struct str content, struct diag *diag);

/* Adds what the writer has collected to the manifest and the result. Has to be called in
 * the order of the plan, by one thread at a time. False: see diag. */
bool tree_append(struct tree *tree, struct tree_writer *writer, struct diag *diag);

/* Has to be called by the thread that began it. */
void tree_writer_free(struct tree_writer *writer);

struct tree_result {
	size_t written, unchanged, removed; /* with TREE_CHECK: would be */
};

/* Puts everything in place. `complete`: what was put is all there is, so that files of
 * earlier runs that were not put are removed; otherwise they stay. With TREE_CHECK,
 * names each difference in diag as a warning. False: see diag. */
bool tree_commit(struct tree *tree, bool complete, struct tree_result *result, struct diag *diag);

/* After tree_commit() of all documents: remembers the fingerprint of what they were made
 * from. False: see diag. */
bool tree_remember(struct tree *tree, uint64_t inputs, struct diag *diag);

/* Closes the tree; what was not committed is removed again. */
void tree_close(struct tree *tree);

#endif
