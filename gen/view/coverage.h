/* coverage.h: how much is translated, as values. Inside the view part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_COVERAGE_H
#define CB_VIEW_COVERAGE_H

#include "view/texts.h"

/* Adds `total`, `translated`, `stale`, `missing`, `percent` and `incomplete`, of the
 * documents about a protocol (NULL: of all) in a language. */
void put_counts(struct view_builder *b, struct map_builder *map, const struct translation *language,
		const struct protocol *protocol);

/* Adds the same for the parts of what a document is about: `by_protocol` for the catalog,
 * `by_kind` for a protocol, otherwise nothing. */
void put_coverage(struct view_builder *b, struct map_builder *map,
		  const struct translation *language, const struct subject *subject);

/* How many texts of a protocol in the catalog are translated into the builder's language,
 * and the contexts of those that are not. */
struct value translation_value(struct view_builder *b, const struct protocol *protocol);

#endif
