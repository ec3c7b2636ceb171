/* directory.h: making, merging and emptying directories.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_DIRECTORY_H
#define CB_TREE_DIRECTORY_H

#include "base/buf.h"

#include <stdbool.h>

/* Opens a directory below another; -1, with errno set, when that fails. */
int directory_open(int parent, const char *path);

/* The same, but no directory that a symbolic link leads to. */
int directory_open_own(int parent, const char *name);

/* mkdir -p below parent, for every part of path that ends in a slash. False: see errno. */
bool directory_make(int parent, char *path);

/* Moves everything from one directory to another of the same file system: what is there
 * of the same name is replaced, directories are merged, and those that the other lacks
 * move as a whole. False, with errno set and the path in `failed`, when that fails. */
bool directory_merge(int from, int to, struct buf *failed);

/* Removes everything in a directory. False, with errno set, when something stays. */
bool directory_clear(int directory);

#endif
