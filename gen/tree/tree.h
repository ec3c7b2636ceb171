/* tree.h: writes a directory tree so that nothing of the old one is lost.
 *
 * Documents are put one after the other. One that is the same as the file on disk is
 * left alone; any other is first written beside it under a temporary name. Only
 * tree_commit() puts the new files in place, each by a rename: a failure or a kill
 * before that leaves the old tree, one in the middle leaves each file old or new.
 *
 * A manifest (.codebook-manifest) lists the files that are ours. A file that was
 * ours and is not put any more is removed; no other file is ever touched.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_TREE_H
#define CB_TREE_TREE_H

#include "base/diag.h"
#include "base/str.h"

struct tree;

enum tree_mode {
	TREE_WRITE,
	TREE_CHECK /* compare only; nothing is written, not even the directory */
};

/* Opens a directory, creating it if need be, and locks it against another run. The
 * path has to outlive the tree. NULL: see diag. */
struct tree *tree_open(const char *path, enum tree_mode mode, struct diag *diag);

/* Puts a document. The path is relative and safe (path_is_safe()). False: see diag. */
bool tree_put(struct tree *tree, const char *path, struct str content, struct diag *diag);

struct tree_result {
	size_t written, unchanged, removed; /* with TREE_CHECK: would be */
};

/* Puts everything in place. `complete`: what was put is all there is, so that files of
 * earlier runs that were not put are removed; otherwise they stay. With TREE_CHECK,
 * names each difference in diag as a warning. False: see diag. */
bool tree_commit(struct tree *tree, bool complete, struct tree_result *result, struct diag *diag);

/* Closes the tree; what was not committed is removed again. */
void tree_close(struct tree *tree);

#endif
