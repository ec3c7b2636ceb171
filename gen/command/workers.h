/* workers.h: goes through the plan with several threads.
 *
 * Documents are handed out in batches of consecutive ones, and what a batch has made is
 * taken over in the order of the plan: the result, and what is said of errors, is the same
 * for any number of threads.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_WORKERS_H
#define CB_COMMAND_WORKERS_H

#include "command/session.h"
#include "tree/archive.h"
#include "tree/tree.h"

/* Where documents go: a tree, an archive, or nowhere (both NULL), to see whether they can
 * be rendered. */
struct destination {
	struct tree *tree;
	struct archive *archive;
};

/* Makes the documents of the plan (with --shard those of the shard) with --jobs threads.
 * False: see diag of the session. */
bool workers_run(struct session *session, const struct destination *destination);

/* How many threads --jobs asks for. */
size_t workers_count(const struct options *options);

/* Whether a document belongs to the shard that --shard names: its path decides, so that it
 * is in the same one as long as their number is the same. */
bool shard_has(const struct options *options, struct str path);

#endif
