/* coverage.c: see coverage.h.
 *
 * SPDX-License-Identifier: MIT */
#include "plan/coverage.h"

void tally_add(struct tally *tally, const struct translation *language,
	       const struct message *message)
{
	enum translation_state state;
	translation_text(language, message, &state);
	tally->total++;
	tally->done += state == STATE_TRANSLATED;
	tally->fuzzy += state == STATE_STALE;
}

static struct tally sum(struct tally a, struct tally b)
{
	return (struct tally){a.total + b.total, a.done + b.done, a.fuzzy + b.fuzzy};
}

static struct tally difference(struct tally a, struct tally b)
{
	return (struct tally){a.total - b.total, a.done - b.done, a.fuzzy - b.fuzzy};
}

static size_t language_index(const struct coverage *coverage, const struct translation *language)
{
	size_t i = 0;
	while (coverage->languages[i] != language)
		i++;
	return i;
}

static void count_language(struct coverage *coverage, size_t index)
{
	const struct translation *language = coverage->languages[index];
	const struct catalog *catalog = coverage->catalog;
	struct tally *protocols = coverage->protocols + index * catalog->protocol_count;
	struct tally *sentences = coverage->sentences + index * coverage->kind_count;
	for (size_t i = 0; i < catalog->message_count; i++) {
		const struct message *message = catalog->messages[i];
		const struct protocol *owner = catalog_owner(catalog, message);
		tally_add(&protocols[owner->index], language, message);
	}
	for (size_t i = 0; i < coverage->kind_count; i++)
		for (size_t k = 0; k < coverage->kinds[i].count; k++)
			tally_add(&sentences[i], language, coverage->kinds[i].sentences[k]);
}

void coverage_count(struct coverage *coverage, struct arena *arena)
{
	size_t languages = coverage->language_count;
	coverage->protocols = arena_array(arena, languages * coverage->catalog->protocol_count,
					  sizeof *coverage->protocols);
	coverage->sentences =
		arena_array(arena, languages * coverage->kind_count, sizeof *coverage->sentences);
	for (size_t i = 0; i < languages; i++)
		count_language(coverage, i);
}

struct tally coverage_of_protocol(const struct coverage *coverage,
				  const struct translation *language,
				  const struct protocol *protocol)
{
	const struct catalog *catalog = coverage->catalog;
	return coverage->protocols[language_index(coverage, language) * catalog->protocol_count +
				   protocol->index];
}

static struct tally of_catalog(const struct coverage *coverage, const struct translation *language)
{
	struct tally tally = {0};
	for (size_t i = 0; i < coverage->catalog->protocol_count; i++)
		tally = sum(tally, coverage_of_protocol(coverage, language,
							coverage->catalog->protocols[i]));
	return tally;
}

/* Without a kind: all messages that are of no protocol. */
static struct tally of_sentences(const struct coverage *coverage,
				 const struct translation *language, const struct kind *kind)
{
	struct tally all = {language->total, language->done, language->fuzzy};
	if (!kind)
		return difference(all, of_catalog(coverage, language));
	return coverage->sentences[language_index(coverage, language) * coverage->kind_count +
				   (size_t) (kind - coverage->kinds)];
}

struct tally coverage_of(const struct coverage *coverage, const struct translation *language,
			 const struct protocol *protocol, const struct kind *kind)
{
	return sum(protocol ? coverage_of_protocol(coverage, language, protocol)
			    : of_catalog(coverage, language),
		   of_sentences(coverage, language, kind));
}
