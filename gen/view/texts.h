/* texts.h: the small values that views are made of. Inside the view part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_TEXTS_H
#define CB_VIEW_TEXTS_H

#include "catalog/catalog.h"
#include "plan/coverage.h"
#include "view/value.h"

/* What every builder needs: where to build, and in which language. */
struct view_builder {
	struct arena *arena;
	struct symbols *symbols;
	bool lasting; /* what is built stays as long as the view */
	const struct catalog *catalog;
	const struct translation *translation;
	const struct coverage *coverage;
	const char *prefix; /* of identifiers in generated code */
	/* By index of the protocol, the facet, and the value: see make_facet_values(). */
	const struct value *const *const *facet_values;
	/* By index of the protocol, the facet, and the kind of fact: lists of such values. */
	const struct value *const *const *fact_values;
	/* By index of the protocol, and in it of the code: what leads to it, and what stands for
	 * it where it is only named. */
	const struct link *const *links;
	const struct value *const *briefs;
};

static inline struct map_builder new_map(const struct view_builder *b)
{
	struct map_builder map;
	map.arena = b->arena;
	map.symbols = b->symbols;
	map.lasting = b->lasting;
	map.count = 0;
	return map;
}

/* A map that begins with what another one has. */
static inline struct map_builder more_of(const struct view_builder *b, struct value value)
{
	struct map_builder map = new_map(b);
	map.count = value.as.map.count;
	memcpy(map.members, value.as.map.members, map.count * sizeof *map.members);
	return map;
}

/* Texts of the views themselves. */
extern const struct message message_language_name;      /* "English" */
extern const struct message message_list_separator;     /* ", " */
extern const struct message message_name_with_original; /* "{name} ({original})" */

/* Makes what leads to the codes, for code_link(). */
void make_links(struct view_builder *b);

/* Fills in what references in the texts of this language show and lead to. */
void resolve_texts(struct view_builder *b);

/* A message in the builder's language; VALUE_NULL for NULL. */
struct value text_value(struct view_builder *b, const struct message *message);

/* A built-in message in a given language. */
struct value text_value_in(struct view_builder *b, const struct translation *translation,
			   const struct message *message);
struct value builtin_text(struct view_builder *b, const struct message *message);

/* A string of the wire as a text with one literal run; VALUE_NULL for NULL. */
struct value literal_value(struct view_builder *b, enum run_kind kind, const char *s);

/* Paragraphs as a list of texts. */
struct value prose_value(struct view_builder *b, const struct prose *prose);

/* A name, followed by the original where it is translated. */
struct value title_value(struct view_builder *b, const struct message *name);

/* "cannot-verify-user" as CANNOT_VERIFY_USER. */
struct value identifier_value(struct view_builder *b, const char *id);

/* "cannot-verify-user" as cannot_verify_user, behind a prefix if that is not NULL. */
struct value symbol_value(struct view_builder *b, const char *prefix, const char *id);

/* "cannot-verify-user" as CannotVerifyUser, "x-1" as X_1, so that no two ids become the
 * same; "self" as Self_, which Rust keeps for itself without. */
struct value camel_value(struct view_builder *b, const char *id);

/* "1.2.3" as 10203, to compare with. */
struct value version_value(struct view_builder *b, const char *version);

struct value link_value(struct view_builder *b, const struct subject *subject,
			const char *language);
struct value code_link(const struct view_builder *b, const struct code *code);

/* The name of the manual page of a code: "smtp-252". */
struct value page_value(struct view_builder *b, const struct code *code);

/* ---- sources ---- */

/* number, title, section and href of one citation. */
struct value citation_value(struct view_builder *b, const struct citation *citation);

/* What a code (or two: y may be NULL) cites, one item per source with its
 * sections. */
struct value references_value(struct view_builder *b, const struct code *x, const struct code *y);

/* All sources of a protocol. */
struct value sources_value(struct view_builder *b, const struct protocol *protocol);

#endif
