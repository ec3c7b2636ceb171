/* lookup.c: finding things in a catalog, see catalog.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/catalog.h"

#include <stdlib.h>

const struct protocol *catalog_protocol(const struct catalog *catalog, struct str id)
{
	for (size_t i = 0; i < catalog->protocol_count; i++)
		if (str_equal(str_of(catalog->protocols[i]->id), id))
			return catalog->protocols[i];
	return NULL;
}

const struct protocol *catalog_owner(const struct catalog *catalog, const struct message *message)
{
	/* "smtp|title", "smtp:252|summary" */
	if (!message->context)
		return NULL;
	struct str id = {message->context, strcspn(message->context, ":|")};
	return catalog_protocol(catalog, id);
}

const struct code *protocol_code(const struct protocol *protocol, struct str value)
{
	return map_get(&protocol->codes_by_value, value);
}

bool code_is_primary(const struct code *code)
{
	return protocol_code(code->protocol, str_of(code->value)) == code;
}

const struct code *catalog_code(const struct catalog *catalog, const struct protocol *protocol,
				struct str reference)
{
	const char *colon = reference.len ? memchr(reference.ptr, ':', reference.len) : NULL;
	if (colon) {
		size_t len = (size_t) (colon - reference.ptr);
		protocol = catalog_protocol(catalog, (struct str){reference.ptr, len});
		reference = (struct str){colon + 1, reference.len - len - 1};
	}
	return protocol ? protocol_code(protocol, reference) : NULL;
}

const struct source *protocol_source(const struct protocol *protocol, struct str id)
{
	for (size_t i = 0; i < protocol->source_count; i++)
		if (str_equal(str_of(protocol->sources[i].id), id))
			return &protocol->sources[i];
	return NULL;
}

const struct comparison *protocol_comparison(const struct code *a, const struct code *b)
{
	if (a->protocol != b->protocol)
		return NULL;
	const struct protocol *protocol = a->protocol;
	const size_t first = a->index < b->index ? a->index : b->index;
	const size_t second = a->index < b->index ? b->index : a->index;
	size_t from = 0, to = protocol->comparison_count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct comparison *pair = &protocol->comparisons[middle];
		if (pair->a->index == first && pair->b->index == second)
			return pair;
		bool before =
			pair->a->index != first ? pair->a->index < first : pair->b->index < second;
		from = before ? middle + 1 : from;
		to = before ? to : middle;
	}
	return NULL;
}

struct subject subject_of_pair(const struct code *x, const struct code *y)
{
	bool swap = x->protocol == y->protocol ? x->index > y->index
					       : strcmp(x->protocol->id, y->protocol->id) > 0;
	const struct code *a = swap ? y : x, *b = swap ? x : y;
	return (struct subject){SUBJECT_PAIR, a->protocol, a, b};
}

static int dotted_order(const char *a, const char *b)
{
	while (*a && *b) {
		char *end_a, *end_b;
		unsigned long x = strtoul(a, &end_a, 10), y = strtoul(b, &end_b, 10);
		if (x != y)
			return x < y ? -1 : 1;
		a = *end_a ? end_a + 1 : end_a;
		b = *end_b ? end_b + 1 : end_b;
	}
	return (*a != '\0') - (*b != '\0');
}

int code_order(const struct code *a, const struct code *b)
{
	int order = 0;
	if (a->protocol->form == VALUES_DOTTED)
		order = dotted_order(a->value, b->value);
	else if (a->numeric && b->numeric)
		order = a->number < b->number ? -1 : a->number > b->number;
	return order ? order : a->index < b->index ? -1 : a->index > b->index;
}
