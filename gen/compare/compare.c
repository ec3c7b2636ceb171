/* compare.c: see compare.h.
 *
 * SPDX-License-Identifier: MIT */
#include "compare/compare.h"

bool fact_has_value(const struct fact *fact, const struct facet_value *value)
{
	for (size_t i = 0; i < fact->count; i++)
		if (fact->values[i] == value || same(fact->values[i]->id, value->id))
			return true;
	return false;
}

bool fact_same_values(const struct fact *a, const struct fact *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->values[i] != b->values[i] && !fact_has_value(b, a->values[i]))
			return false;
	return true;
}

static const struct fact *fact_about(const struct code *code, const struct facet *facet)
{
	const struct protocol *protocol = code->protocol;
	for (size_t i = 0; i < protocol->facet_count; i++)
		if (code->facts[i].facet == facet || same(code->facts[i].facet->id, facet->id))
			return &code->facts[i];
	return NULL;
}

size_t compare_codes(const struct code *a, const struct code *b, struct contrast *rows)
{
	size_t count = 0;
	for (size_t i = 0; i < a->protocol->facet_count; i++) {
		const struct fact *left = &a->facts[i], *right = fact_about(b, left->facet);
		if (!right || (!left->count && !right->count))
			continue;
		rows[count++] = (struct contrast){left, right, !fact_same_values(left, right)};
	}
	return count;
}
