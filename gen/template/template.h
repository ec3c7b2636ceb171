/* template.h: Mustache, compiled once per language, rendered many times.
 *
 * The language is that of the public Mustache specification: comments, set
 * delimiter tags, interpolation, sections, inverted sections, partials and
 * inheritance. Added to it:
 *
 *   {{#tr}}Retry after {count} seconds{{/tr}}
 *       a translatable sentence: plain text with inline markup and placeholders,
 *       looked up when the template is compiled for a language. {{#tr:verb}} gives
 *       it the context "verb". A comment {{! TRANSLATORS: … }} goes with the next.
 *   {{-first}} {{-last}} {{-index}}
 *       where the innermost list stands, as in JMustache.
 *
 * {{x}} is escaped for the place where it stands, see format/format.h; {{{x}}} and
 * {{&x}} are not.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_TEMPLATE_H
#define CB_TEMPLATE_TEMPLATE_H

#include "base/diag.h"
#include "format/format.h"
#include "po/translation.h"
#include "view/value.h"

/* ---- sources ---- */

/* Parsed templates by name. */
struct template_set;

/* A set whose templates are read from files in dir when they are first named;
 * dir may be NULL: then all are added by hand. symbols has to outlive the set. */
struct template_set *template_set_new(const char *dir, struct symbols *symbols);
void template_set_free(struct template_set *set);

/* Adds a template from memory; the text has to outlive the set. False: it does not
 * parse, see diag. */
bool template_add(struct template_set *set, const char *name, struct str text, struct diag *diag);

/* Whether the template is there and parses, reading it when it was not read yet,
 * and all that it includes. */
bool template_require(struct template_set *set, const char *name, struct loc loc,
		      struct diag *diag);

/* The table of names that the set was made with. */
struct symbols *template_symbols(const struct template_set *set);

/* Calls visit with the path of each template that was read from a file. */
void template_for_each_file(const struct template_set *set,
			    void (*visit)(const char *path, void *data), void *data);

/* All translatable sentences of the templates that were read, each once: in the
 * order of the template names, and in each as they stand there. */
const struct message *const *template_messages(struct template_set *set, size_t *count);

/* The same of some templates only and of what they include, in the order in which they are
 * met. The array lives as long as the set. */
const struct message *const *template_sentences(struct template_set *set, const char *const *names,
						size_t name_count, size_t *count);

/* ---- programs ---- */

/* A template compiled for a format and a language; read-only, for many threads. */
struct program;

enum {
	TEMPLATE_STRICT = 1 /* a partial or a name that is not there is an error, not nothing */
};

/* Compiles a template. translation may be NULL: sentences stay as they are. The
 * program lives in arena; the set has to outlive it. NULL: see diag. */
const struct program *template_compile(struct template_set *set, const char *name, enum mode mode,
				       const struct translation *translation, unsigned flags,
				       struct arena *arena, struct diag *diag);

/* The fingerprint of the program: of all that the templates and, in sentences, the
 * translation have put into it. */
uint64_t program_fingerprint(const struct program *program);

/* ---- rendering ---- */

struct frame;
struct op_state;
struct memo;
struct recording;

/* What a render needs besides; zero-initialise, set symbols, and keep it over many
 * documents: it stops allocating. One per thread.
 *
 * It remembers what parts of templates and texts have become, and takes it again where
 * nothing that they named has changed. That holds as long as links lead to the same paths:
 * when these may differ, call renderer_forget(). */
struct renderer {
	const struct symbols *symbols;
	const struct linker *linker; /* may be NULL */
	struct frame *frames;
	size_t depth, room;
	unsigned levels, steps;
	struct op_state *states; /* by the id of an operation or of a program */
	size_t state_count;
	struct arena arena; /* of what is known of operations */
	uint64_t span_count;
	struct memo *memo;
	struct recording *recording; /* the innermost */
	struct buf path;             /* of a link */
};

/* Forgets what was rendered. */
void renderer_forget(struct renderer *renderer);

/* Renders to the end of out. False: the template includes itself without end, or so much
 * that it would not end. */
bool template_render(struct renderer *renderer, const struct program *program,
		     const struct value *context, struct buf *out);

void renderer_free(struct renderer *renderer);

#endif
