/* session.c: see session.h.
 *
 * SPDX-License-Identifier: MIT */
#include "command/session.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/intl.h"

/* ---- sources ---- */

static void select_outputs(struct session *s)
{
	const struct strings *only = &s->options->only;
	for (size_t k = 0; k < s->outputs->count; k++)
		s->outputs->items[k].wanted = only->count == 0 && s->scope != SCOPE_PAGE;
	for (size_t i = 0; i < only->count; i++) {
		bool found = false;
		for (size_t k = 0; k < s->outputs->count; k++) {
			if (!same(s->outputs->items[k].kind, only->items[i]))
				continue;
			s->outputs->items[k].wanted = found = true;
		}
		if (!found)
			diag_add(s->diag, DIAG_SYSTEM, (struct loc){0}, _("no kind of output '%s'"),
				 only->items[i]);
	}
}

/* Of one page only its own output counts. */
static void select_page(struct session *s)
{
	const struct strings *only = &s->options->only;
	const char *kind = only->count ? only->items[0] : PAGE_KIND;
	for (size_t k = 0; k < s->outputs->count; k++) {
		struct output *output = &s->outputs->items[k];
		output->wanted = output->each == s->each && same(output->kind, kind);
	}
}

/* Whether some language is a translation, which has to be counted. */
static bool has_translation(const struct session *s)
{
	const struct strings *languages = &s->options->languages;
	return s->scope != SCOPE_PAGE || s->options->pseudo || languages->count > 1 ||
	       (languages->count && !same(languages->items[0], SOURCE_LANGUAGE));
}

static void require_templates(struct session *s)
{
	bool all = has_translation(s);
	for (size_t i = 0; i < s->outputs->count; i++)
		if (all || s->outputs->items[i].wanted)
			template_require(s->templates, s->outputs->items[i].template,
					 s->outputs->items[i].loc, s->diag);
}

static bool load_sources(struct session *s)
{
	const struct options *options = s->options;
	struct diag *diag = s->diag;
	view_define_names(&s->symbols);
	s->catalog = catalog_load(options->data.items, options->data.count, diag);
	s->outputs = outputs_load(file_join(&s->arena, options->templates, "outputs.xml"), diag);
	s->templates = template_set_new(options->templates, &s->symbols);
	if (s->outputs) {
		select_outputs(s);
		if (s->scope == SCOPE_PAGE)
			select_page(s);
		require_templates(s);
	}
	return !diag_failed(diag);
}

bool session_load_sources(struct session *s, const struct options *options, struct diag *diag)
{
	*s = (struct session){.options = options, .diag = diag};
	return load_sources(s);
}

const struct message *const *session_messages(struct session *s, size_t *count)
{
	size_t template_count, view_count, n = 0;
	const struct message *const *of_templates =
		template_messages(s->templates, &template_count);
	const struct message *const *of_views = view_messages(&view_count);
	*count = s->catalog->message_count + template_count + view_count;
	const struct message **all = arena_array(&s->arena, *count, sizeof *all);
	for (size_t i = 0; i < s->catalog->message_count; i++)
		all[n++] = s->catalog->messages[i];
	for (size_t i = 0; i < template_count; i++)
		all[n++] = of_templates[i];
	for (size_t i = 0; i < view_count; i++)
		all[n++] = of_views[i];
	return all;
}

/* ---- languages ---- */

static void load_language(struct session *s, const char *tag)
{
	for (size_t i = 0; i < s->language_count; i++)
		if (same(s->languages[i]->tag, tag))
			return;
	struct translation *translation = translation_load(s->options->po, tag, s->diag);
	if (translation)
		s->languages[s->language_count++] = translation;
}

static void load_pseudo(struct session *s)
{
	size_t count;
	const struct message *const *messages = session_messages(s, &count);
	struct translation *translation = translation_pseudo(messages, count, s->diag);
	if (translation)
		s->languages[s->language_count++] = translation;
}

/* One page is in the source language where no other is asked for. */
static bool wants_language(const struct session *s, const char *tag)
{
	const struct strings *wanted = &s->options->languages;
	return s->scope == SCOPE_PAGE && !wanted->count ? same(tag, SOURCE_LANGUAGE)
							: strings_select(wanted, tag);
}

static void load_languages(struct session *s)
{
	const char **tags;
	const struct strings *wanted = &s->options->languages;
	size_t count = translation_linguas(&s->arena, s->options->po,
					   s->options->po_given && !wanted->count, &tags, s->diag);
	s->languages = arena_array(&s->arena, count + wanted->count + 2, sizeof *s->languages);
	/* The source language is always there: for outputs that exist in it alone. */
	load_language(s, SOURCE_LANGUAGE);
	s->first_language = wants_language(s, SOURCE_LANGUAGE) ? 0 : 1;
	for (size_t i = 0; i < count; i++) {
		if (!translation_tag_valid(tags[i]))
			diag_add(
				s->diag, DIAG_ERROR,
				(struct loc){file_join(&s->arena, s->options->po, "LINGUAS"), 0, 0},
				_("'%s' is no language such as en or zh_CN"), tags[i]);
		else if (wants_language(s, tags[i]))
			load_language(s, tags[i]);
	}
	/* A language may be asked for before it stands in LINGUAS. */
	for (size_t i = 0; i < wanted->count; i++)
		if (!s->options->pseudo || !same(wanted->items[i], PSEUDO_LANGUAGE))
			load_language(s, wanted->items[i]);
	if (s->options->pseudo)
		load_pseudo(s);
}

static void bind_languages(struct session *s)
{
	size_t count;
	const struct message *const *messages = session_messages(s, &count);
	for (size_t i = 0; i < s->language_count; i++) {
		struct translation *t = s->languages[i];
		translation_bind(t, messages, count, s->diag);
		if (!t->po || t->done * 100 >= t->total * s->options->min_coverage)
			continue;
		diag_add(s->diag, DIAG_ERROR, (struct loc){t->path, 0, 0},
			 ngettext("%zu of %zu message is translated, less than %u %%",
				  "%zu of %zu messages are translated, less than %u %%", t->total),
			 t->done, t->total, s->options->min_coverage);
		translation_note_gaps(t, messages, count, s->diag);
	}
}

/* ---- programs ---- */

static void compile_programs(struct session *s)
{
	size_t count = s->outputs->count * s->language_count;
	s->programs = arena_array(&s->arena, count, sizeof(struct program *));
	for (size_t i = 0; i < s->outputs->count; i++) {
		const struct output *output = &s->outputs->items[i];
		for (size_t k = 0; k < s->language_count; k++) {
			if ((k && output->languages != LANGUAGES_EACH) ||
			    (s->scope == SCOPE_PAGE && !output->wanted))
				continue;
			s->programs[i * s->language_count + k] = template_compile(
				s->templates, output->template, output->mode, s->languages[k],
				TEMPLATE_STRICT, &s->arena, s->diag);
		}
	}
}

/* What every document depends on, be it only for its links. */
static uint64_t setup_fingerprint(const struct session *s)
{
	struct buf all = {0};
	buf_printf(&all, "%s\n%s\n%s\n%s\n%d\n%zu\n", build_id, CODEBOOK_VERSION, CODEBOOK_DATE,
		   s->options->prefix, (int) s->options->pairs, s->first_language);
	for (size_t i = 0; i < s->language_count; i++)
		buf_printf(&all, "%s\n", s->languages[i]->tag);
	for (size_t i = 0; i < s->outputs->count; i++) {
		const struct output *output = &s->outputs->items[i];
		buf_printf(&all, "%s %s %d %d %d\n", output->kind, output->path, (int) output->each,
			   (int) output->languages, (int) output->wanted);
	}
	uint64_t hash = hash_bytes(buf_str(&all));
	buf_free(&all);
	return hash;
}

/* After the programs: a view holds what templates name, and sentences name things too. */
static void make_views(struct session *s)
{
	for (size_t i = 0; i < s->outputs->count; i++)
		if (s->scope == SCOPE_VIEW ||
		    ((s->scope == SCOPE_ALL || s->outputs->items[i].wanted) &&
		     s->outputs->items[i].mode == MODE_JSON))
			symbols_use_all(&s->symbols); /* JSON may write a whole view */
	s->views = arena_array(&s->arena, s->language_count, sizeof *s->views);
	for (size_t i = 0; i < s->language_count; i++)
		s->views[i] = view_new(&s->setting, s->languages[i]);
}

void session_forget_files(struct session *s)
{
	for (size_t i = 0; i < s->language_count; i++)
		if (s->languages[i]->po)
			po_forget_file(s->languages[i]->po);
}

void session_build_views(struct session *s)
{
	for (size_t i = 0; i < s->language_count; i++)
		view_build(s->views[i]);
}

static bool load(struct session *s)
{
	struct diag *diag = s->diag;
	if (!load_sources(s))
		return false;
	load_languages(s);
	if (diag_failed(diag))
		return false;
	bind_languages(s);
	/* One page is shown all the same, with the original in place of what is wrong. */
	if (diag_failed(diag) && s->scope != SCOPE_PAGE)
		return false;
	size_t errors = diag->errors;
	session_find_kinds(s);
	s->coverage = (struct coverage){.catalog = s->catalog,
					.languages = s->languages,
					.language_count = s->language_count,
					.kinds = s->kinds,
					.kind_count = s->kind_count};
	coverage_count(&s->coverage, &s->arena);
	s->setting = (struct view_setting){.catalog = s->catalog,
					   .languages = s->languages + s->first_language,
					   .language_count = s->language_count - s->first_language,
					   .coverage = &s->coverage,
					   .symbols = &s->symbols,
					   .prefix = s->options->prefix};
	s->plan = (struct plan){.outputs = s->outputs,
				.catalog = s->catalog,
				.languages = s->languages,
				.language_count = s->language_count,
				.first_language = s->first_language,
				.prefix = s->options->prefix,
				.pairs = s->options->pairs};
	compile_programs(s);
	make_views(s);
	s->fingerprint = setup_fingerprint(s);
	return (s->scope == SCOPE_PAGE || plan_check(&s->plan, diag)) && !diag->system_errors &&
	       diag->errors == errors;
}

bool session_load(struct session *s, const struct options *options, struct diag *diag)
{
	*s = (struct session){.options = options, .diag = diag};
	return load(s);
}

bool session_load_page(struct session *s, const struct options *options, enum subject_kind each,
		       struct diag *diag)
{
	*s = (struct session){.options = options, .diag = diag, .scope = SCOPE_PAGE, .each = each};
	return load(s);
}

bool session_load_view(struct session *s, const struct options *options, struct diag *diag)
{
	*s = (struct session){.options = options, .diag = diag, .scope = SCOPE_VIEW};
	return load(s);
}

size_t session_language(const struct session *s)
{
	for (size_t i = 0; s->options->languages.count && i < s->language_count; i++)
		if (same(s->languages[i]->tag, s->options->languages.items[0]))
			return i;
	return 0;
}

/* ---- rendering ---- */

void page_renderer_init(struct page_renderer *pages, const struct session *s)
{
	*pages = (struct page_renderer){.renderer.symbols = &s->symbols};
	plan_linker_init(&pages->linker, &s->plan);
}

void page_renderer_free(struct page_renderer *pages)
{
	plan_linker_free(&pages->linker);
	buf_free(&pages->dir);
	pair_rows_free(&pages->rows);
	renderer_free(&pages->renderer);
	arena_free(&pages->scratch);
}

static const struct program *program_of(const struct session *s, const struct document *document)
{
	size_t index = (size_t) (document->output - s->outputs->items);
	return s->programs[index * s->language_count + document->language];
}

/* What was rendered holds for documents in one directory about one protocol. */
static void forget(struct page_renderer *pages, const struct program *program,
		   const struct document *document, struct str path)
{
	struct str dir = path_directory(path);
	if (pages->program == program && pages->protocol == document->subject.protocol &&
	    str_equal(buf_str(&pages->dir), dir))
		return;
	pages->program = program;
	pages->protocol = document->subject.protocol;
	pages->dir.len = 0;
	buf_put_str(&pages->dir, dir);
	renderer_forget(&pages->renderer);
}

bool page_render(struct page_renderer *pages, const struct session *s,
		 const struct document *document, struct str path, struct buf *out,
		 struct diag *diag)
{
	const struct output *output = document->output;
	arena_reset(&pages->scratch);
	struct value context =
		output->languages == LANGUAGES_ALL
			? view_translations(s->views, s->language_count, &document->subject,
					    &pages->scratch)
			: view_subject(s->views[document->language], &document->subject,
				       &pages->rows, &pages->scratch);
	plan_linker_set(&pages->linker, document, path);
	forget(pages, program_of(s, document), document, path);
	pages->renderer.linker = path.len ? &pages->linker.linker : NULL;
	if (template_render(&pages->renderer, program_of(s, document), &context, out))
		return true;
	diag_add(diag, DIAG_ERROR, output->loc, _("template '%s' includes itself without end"),
		 output->template);
	return false;
}

/* ---- fingerprints ---- */

uint64_t session_fingerprint(const struct session *s, const struct document *document)
{
	uint64_t hash = hash_join(s->fingerprint, program_fingerprint(program_of(s, document)));
	if (document->output->languages != LANGUAGES_ALL)
		return hash_join(
			hash, view_fingerprint(s->views[document->language], &document->subject));
	for (size_t i = 0; i < s->language_count; i++)
		hash = hash_join(hash, view_fingerprint(s->views[i], &document->subject));
	return hash;
}

void session_free(struct session *s)
{
	for (size_t i = 0; s->views && i < s->language_count; i++)
		view_free(s->views[i]);
	for (size_t i = 0; i < s->language_count; i++)
		translation_free(s->languages[i]);
	template_set_free(s->templates);
	outputs_free(s->outputs);
	catalog_free(s->catalog);
	symbols_free(&s->symbols);
	arena_free(&s->arena);
}
