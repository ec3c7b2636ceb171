/* coverage.h: how much of the documents is translated, by language, protocol and kind of
 * document.
 *
 * What a document about a protocol shows are the messages of the protocol in the catalog
 * and the sentences of the templates that make its kind.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PLAN_COVERAGE_H
#define CB_PLAN_COVERAGE_H

#include "catalog/catalog.h"
#include "po/translation.h"

struct kind {
	const char *name;
	const struct message *const *sentences; /* each once */
	size_t count;
};

struct tally {
	size_t total, done, fuzzy; /* what is neither done nor fuzzy is missing */
};

struct coverage {
	const struct catalog *catalog;
	struct translation *const *languages;
	size_t language_count;
	const struct kind *kinds;
	size_t kind_count;
	/* Filled in by coverage_count(). */
	struct tally *protocols; /* of each language, for each protocol: its messages */
	struct tally *sentences; /* of each language, for each kind: its sentences */
};

/* Counts; the languages are bound to all messages. */
void coverage_count(struct coverage *coverage, struct arena *arena);

/* How much of the messages of a protocol is translated into one of the languages. */
struct tally coverage_of_protocol(const struct coverage *coverage,
				  const struct translation *language,
				  const struct protocol *protocol);

/* How much of what documents show is. protocol NULL: of all protocols together; kind NULL:
 * with the sentences of all templates. */
struct tally coverage_of(const struct coverage *coverage, const struct translation *language,
			 const struct protocol *protocol, const struct kind *kind);

/* Adds one message to a tally. */
void tally_add(struct tally *tally, const struct translation *language,
	       const struct message *message);

static inline size_t tally_missing(struct tally tally)
{
	return tally.total - tally.done - tally.fuzzy;
}

#endif
