/* facts.h: facets and facts as values. Inside the view part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_FACTS_H
#define CB_VIEW_FACTS_H

#include "compare/compare.h"
#include "view/texts.h"

/* Build the values of all facets, and the lists of them that codes state, which the other
 * functions share. */
void make_facet_values(struct view_builder *b);
void make_fact_values(struct view_builder *b);

/* What a code says about each facet, in the order of the protocol; facets that it
 * does not state are left out. */
struct value facts_value(struct view_builder *b, const struct code *code);

/* The facets of a protocol with their values, and per facet what each code says. */
struct value facets_value(struct view_builder *b, const struct protocol *protocol);

/* The row of a comparison about one facet, and whether any of its values has a meaning to
 * be told. */
struct value contrast_value(struct view_builder *b, const struct contrast *contrast,
			    bool *has_meanings);

#endif
