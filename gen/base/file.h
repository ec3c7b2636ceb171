/* file.h: reading input files, with a limit.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_FILE_H
#define CB_BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>

/* No input file of codebook may be larger: 16 MiB. */
#define FILE_MAX_SIZE ((size_t) 16 * 1024 * 1024)

/* Reads a whole file ("-": standard input) into the arena. On failure adds one
 * message to diag and returns false. The text is terminated by a NUL that len
 * does not count. */
bool file_read(struct arena *arena, const char *path, struct diag *diag, struct str *text);

/* As file_read(), and refuses text that is not UTF-8 or holds a NUL byte; a byte
 * order mark is skipped. */
bool file_read_utf8(struct arena *arena, const char *path, struct diag *diag, struct str *text);

/* The fingerprint of what is in a regular file. False, and nothing is said, where it is none,
 * cannot be read, or is too large. */
bool file_hash(const char *path, uint64_t *hash);

/* The same of an open file, from an offset on, block by block (see hash.h). False where it
 * cannot be read or is longer than `most` bytes. */
bool file_hash_open(int fd, size_t from, size_t most, uint64_t *hash);

/* Whether there is nothing at a path: then errno is not that it may not be looked at, or such. */
bool file_is_missing(const char *path);

/* Writes everything to an open file; false, with errno set, when that fails. */
bool file_write_all(int fd, struct str text);

/* Opens a file to write it anew so that it is the old one or the new one, never half: beside
 * it under a temporary name, to be renamed to *replaced, which is where a link leads. For a
 * device or a pipe both are NULL: these are written to. The names are in arena. Returns the
 * descriptor; -1, with errno set, when it cannot be opened. */
int file_open_new(struct arena *arena, const char *path, const char **temporary,
		  const char **replaced);

/* Writes a file so. False: see diag. */
bool file_write(const char *path, struct str text, struct diag *diag);

/* The names in a directory that end in suffix, sorted by byte, without "." files.
 * Returns the count; 0 and a message in diag when it cannot be read. */
size_t file_list(struct arena *arena, const char *dir, const char *suffix, struct diag *diag,
		 const char ***names);

/* dir/name in the arena; a dir of "." is left out. */
char *file_join(struct arena *arena, const char *dir, const char *name);

/* What stands before the name in a path: up to the last slash, with it. */
struct str path_directory(struct str path);

/* Whether a path stays below the directory that it is relative to: no empty part, and
 * none that begins with a dot. */
bool path_is_safe(struct str path);

/* Line and column of an offset in text; both count from 1. */
struct loc file_loc(const char *path, struct str text, size_t offset);

#endif
