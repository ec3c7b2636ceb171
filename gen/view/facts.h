/* facts.h: facets and facts as values. Inside the view part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_FACTS_H
#define CB_VIEW_FACTS_H

#include "view/texts.h"

/* What a code says about each facet, in the order of the protocol; facets that it
 * does not state are left out. */
struct value facts_value(struct view_builder *b, const struct code *code);

/* The facets of a protocol with their values, and per facet what each code says. */
struct value facets_value(struct view_builder *b, const struct protocol *protocol);

/* Adds the computed comparison: `rows` (facets with their values side by side),
 * `places` (the same for facets that say where in an exchange a code occurs),
 * `differences` and `shared` (the rows that differ, or not, and have a meaning). */
void put_contrasts(struct view_builder *b, struct map_builder *map, const struct code *x,
		   const struct code *y);

#endif
