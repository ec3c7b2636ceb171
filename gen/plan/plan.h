/* plan.h: templates/outputs.xml times the catalog times the languages: which
 * documents there are, where each goes, and what a link in it leads to.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PLAN_PLAN_H
#define CB_PLAN_PLAN_H

#include "base/buf.h"
#include "catalog/catalog.h"
#include "format/format.h"
#include "po/translation.h"

enum output_languages { LANGUAGES_EACH, LANGUAGES_SOURCE, LANGUAGES_ALL };

/* What a placeholder in a path stands for. */
enum place {
	PLACE_NONE,
	PLACE_PREFIX,
	PLACE_LANGUAGE_TAG,
	PLACE_LANGUAGE_MANDIR,
	PLACE_PROTOCOL_ID,
	PLACE_PROTOCOL_SYMBOL,
	PLACE_A_SLUG,
	PLACE_B_SLUG
};

/* A part of a path: what stands there, and then a placeholder. */
struct path_part {
	struct str literal;
	enum place place;
};

/* One line of outputs.xml. */
struct output {
	const char *kind, *template, *path;
	const struct path_part *parts; /* of the path */
	size_t part_count;
	enum subject_kind each;
	enum output_languages languages;
	enum mode mode; /* of the format */
	bool wanted;    /* by --only */
	struct loc loc;
};

struct outputs {
	struct arena arena;
	struct output *items;
	size_t count;
};

/* Reads a file. NULL: see diag. path has to outlive the result. */
struct outputs *outputs_load(const char *path, struct diag *diag);
void outputs_free(struct outputs *outputs);

enum pairs { PAIRS_CURATED, PAIRS_ALL, PAIRS_NONE };

struct plan {
	const struct outputs *outputs;
	const struct catalog *catalog;
	struct translation *const *languages; /* the source language first */
	size_t language_count;
	size_t first_language; /* 1: no documents of their own for the source language */
	const char *prefix;    /* for {prefix} in paths */
	enum pairs pairs;
};

struct document {
	const struct output *output;
	struct subject subject;
	size_t language; /* index; 0 for LANGUAGES_SOURCE and LANGUAGES_ALL */
};

/* Goes through all wanted documents, in the order of the outputs, languages and
 * codes. Zero-initialise before the first call. */
struct plan_cursor {
	size_t output, language, protocol, first, second, comparison;
	bool started;
};

/* False: there are no more. */
bool plan_next(const struct plan *plan, struct plan_cursor *cursor, struct document *document);

/* Writes the path of a document below the output directory. */
void plan_path(const struct plan *plan, const struct document *document, struct buf *buf);

/* Two documents at one path, or an unsafe one, are errors in outputs.xml. */
bool plan_check(const struct plan *plan, struct diag *diag);

/* Links of one document; set it for each. */
struct plan_linker {
	struct linker linker;
	const struct plan *plan;
	const struct document *document;
	struct str from; /* the path of the document */
	struct buf to;
	/* Where links of one kind lead from documents of an output, as found last. */
	struct link_target {
		const struct output *from, *output;
		size_t from_language, language;
		const char *link_language;
	} targets[SUBJECT_PAIR + 1];
};

void plan_linker_init(struct plan_linker *linker, const struct plan *plan);

/* The path is that of the document, and has to last as long as links are written. */
void plan_linker_set(struct plan_linker *linker, const struct document *document, struct str path);
void plan_linker_free(struct plan_linker *linker);

#endif
