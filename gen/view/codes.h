/* codes.h: codes as values. Inside the view part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_CODES_H
#define CB_VIEW_CODES_H

#include "view/texts.h"

/* Builds what stands for each code where it is only named, which others share. */
void make_briefs(struct view_builder *b);

/* What the codes of a protocol have in common: its classes, and the pairs that somebody wrote
 * about, both in their order. */
struct shared_values {
	struct value *classes, *pairs;
};

struct shared_values shared_values(struct view_builder *b, const struct protocol *protocol);

/* All that there is to say about a code. */
struct value code_value(struct view_builder *b, const struct code *code,
			const struct shared_values *shared);

#endif
