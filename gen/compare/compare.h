/* compare.h: two codes, facet by facet.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMPARE_COMPARE_H
#define CB_COMPARE_COMPARE_H

#include "catalog/catalog.h"

/* One facet that both codes have. */
struct contrast {
	const struct fact *a, *b;
	bool differs; /* the sets of values are not the same */
};

/* Compares the facts of two codes, also of different protocols: facets and values
 * are matched by id, in the order of the first code's protocol. Facets that only
 * one protocol has, or that neither code states, are left out. Writes to rows, which
 * has room for the facets of a's protocol; returns how many there are. */
size_t compare_codes(const struct code *a, const struct code *b, struct contrast *rows);

/* Whether two facts hold the same values. */
bool fact_same_values(const struct fact *a, const struct fact *b);

/* Whether a fact holds a value; values of different protocols are matched by id. */
bool fact_has_value(const struct fact *fact, const struct facet_value *value);

#endif
