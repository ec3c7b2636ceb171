/* view.h: what the templates can name, for one language; templates/README.md
 * describes it for their authors.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_VIEW_H
#define CB_VIEW_VIEW_H

#include "catalog/catalog.h"
#include "plan/coverage.h"
#include "view/value.h"

/* Read-only, for many threads, after view_build(). */
struct view;

/* Texts of the views themselves (the name of a language, how a list is joined) that
 * have to be translated too. Add them to those of the catalog and the templates. */
const struct message *const *view_messages(size_t *count);

/* What all views of a run have in common; has to outlive them. */
struct view_setting {
	const struct catalog *catalog;
	struct translation *const *languages; /* that documents are made for */
	size_t language_count;
	const struct coverage *coverage; /* of these and of the source language */
	struct symbols *symbols;
	const char *prefix; /* of the identifiers in generated code: "codebook" */
};

/* Makes the names of all that views hold the first symbols; symbols is empty. A view leaves
 * out what no template names, so templates have to be read in between. */
void view_define_names(struct symbols *symbols);

/* The view of a whole catalog in one language, which is built as it is asked for. */
struct view *view_new(const struct view_setting *setting, const struct translation *translation);

/* Builds all that documents can be about. */
void view_build(struct view *view);

void view_free(struct view *view);

/* Rows of comparisons that were built before; zero-initialise. One for each thread. */
struct pair_rows {
	struct arena arena;
	const void *builder; /* whose rows these are */
	struct row *rows;
};

void pair_rows_free(struct pair_rows *rows);

/* What a document about the subject sees. That of a pair is built in arena and, where that
 * is not NULL, rows; the others are part of the view. */
struct value view_subject(struct view *view, const struct subject *subject, struct pair_rows *rows,
			  struct arena *arena);

/* Builds the view whole and makes the fingerprints, once, before they are asked for. */
void view_make_fingerprints(struct view *view);

/* The fingerprint of all that a document about the subject sees. */
uint64_t view_fingerprint(const struct view *view, const struct subject *subject);

/* What a document about a subject in all languages sees: `translations`, one item
 * for each view, besides what the first view has. */
struct value view_translations(struct view *const *views, size_t count,
			       const struct subject *subject, struct arena *arena);

#endif
