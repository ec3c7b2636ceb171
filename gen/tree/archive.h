/* archive.h: all documents as one tar file, in place of a tree.
 *
 * The format is that of POSIX.1-2017, pax: ustar, and where a path is too long for it an
 * extended header. The same documents give the same bytes: no time, no owner.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_ARCHIVE_H
#define CB_TREE_ARCHIVE_H

#include "base/buf.h"
#include "base/diag.h"

struct archive;

/* Begins an archive; "-" is standard output. A file is written under a temporary name
 * until archive_finish(), a device or a pipe as it comes. path has to outlive the result. NULL: see
 * diag. */
struct archive *archive_open(const char *path, struct diag *diag);

/* Writes a document as a member to buf, for archive_append(). Needs no archive, so that
 * many threads can do it at once. */
void archive_put(struct buf *buf, struct str path, struct str content);

/* Adds members. False: see diag. */
bool archive_append(struct archive *archive, struct str members, struct diag *diag);

/* Writes the end and puts the file in place. False: see diag. */
bool archive_finish(struct archive *archive, struct diag *diag);

/* Frees it; an archive that was not finished is removed again. */
void archive_close(struct archive *archive);

#endif
