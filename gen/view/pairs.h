/* pairs.h: what a document about two codes sees. Inside the view part only.
 *
 * There are many pairs, so what pairs have in common is made once: the rows of all values
 * that two codes can have, companion codes, texts. For a pair it is only put together.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_PAIRS_H
#define CB_VIEW_PAIRS_H

#include "view/texts.h"
#include "view/view.h"

struct pair_builder;

/* What somebody wrote of the differences of a pair. */
struct value differences_value(struct view_builder *b, const struct comparison *pair);

/* Prepares for the pairs of a protocol: codes are its codes as values, in their order, and
 * lasting; root has what every document has. The result is in the arena of b, and
 * read-only, for many threads. */
struct pair_builder *pair_builder_new(const struct view_builder *b, const struct protocol *protocol,
				      const struct value *codes, const struct value *root);

/* What a document about a pair sees; y and other are its second code and the protocol of
 * that, as values. Parts of it are in arena, the rest is lasting, as long as rows (which may be
 * NULL) serves the same builder. */
struct value pair_value(const struct pair_builder *pairs, const struct subject *subject,
			const struct value *y, const struct value *other, struct pair_rows *rows,
			struct arena *arena);

#endif
