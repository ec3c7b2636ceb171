/* session.h: everything that a command works on, loaded and checked.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_SESSION_H
#define CB_COMMAND_SESSION_H

#include "command/options.h"
#include "template/template.h"
#include "view/view.h"

/* Of the sources that the program was built from; made by the Makefile. */
extern const char build_id[];

/* The kind of output that a single page is shown as where --only names none. */
#define PAGE_KIND "markdown"

/* What is loaded. */
enum scope {
	SCOPE_ALL,
	SCOPE_VIEW, /* the same, and views hold also what no template names */
	SCOPE_PAGE  /* what one page needs: its output, its language */
};

struct session {
	const struct options *options;
	enum scope scope;
	enum subject_kind each; /* SCOPE_PAGE: what the page is about */
	struct diag *diag;
	struct arena arena;
	struct symbols symbols;
	struct catalog *catalog;
	struct outputs *outputs;
	struct template_set *templates;
	struct translation **languages; /* the source language first */
	struct kind *kinds;             /* of documents in several languages */
	size_t kind_count;
	struct coverage coverage;
	struct view_setting setting;
	struct view **views; /* one per language */
	size_t language_count;
	size_t first_language; /* 1: --lang leaves the source language out */
	struct plan plan;
	/* By output and language; made by session_compile(). */
	const struct program **programs;
	uint64_t fingerprint; /* of the program, the outputs, languages and options */
};

/* Loads catalog, outputs, templates and translations; then the session can render. False:
 * see diag. */
bool session_load(struct session *session, const struct options *options, struct diag *diag);

/* The same for one page, or the view of a subject: they are built when asked for. */
bool session_load_page(struct session *session, const struct options *options,
		       enum subject_kind each, struct diag *diag);
bool session_load_view(struct session *session, const struct options *options, struct diag *diag);

/* Without translations and views: enough to know all messages. */
bool session_load_sources(struct session *session, const struct options *options,
			  struct diag *diag);

/* All translatable messages: of the catalog, the templates and the views. The array is
 * in the session's arena. */
const struct message *const *session_messages(struct session *session, size_t *count);

/* Frees what only checks need. */
void session_forget_files(struct session *session);

/* Builds the views whole, so that many threads can read them. */
void session_build_views(struct session *session);

/* The fingerprint of all that a document is made from. */
uint64_t session_fingerprint(const struct session *session, const struct document *document);

/* What rendering needs besides the session, which it only reads: one for each thread. */
struct page_renderer {
	struct renderer renderer;
	struct plan_linker linker;
	struct pair_rows rows;
	struct arena scratch;
	/* Of the last document. */
	const struct program *program;
	const struct protocol *protocol;
	struct buf dir;
};

void page_renderer_init(struct page_renderer *pages, const struct session *session);
void page_renderer_free(struct page_renderer *pages);
/* Fills in the kinds, with what their templates say and what documents of all kinds have
 * in common. */
void session_find_kinds(struct session *session);

/* Renders one document to the end of out. The path is where it is to be, so that links lead
 * on from there; with an empty one there are no links. False: see diag. */
bool page_render(struct page_renderer *pages, const struct session *session,
		 const struct document *document, struct str path, struct buf *out,
		 struct diag *diag);

/* The language of a command for one page: the first of --lang, or the source. */
size_t session_language(const struct session *session);

void session_free(struct session *session);

#endif
