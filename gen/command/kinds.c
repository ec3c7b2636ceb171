/* kinds.c: which kinds of documents are translated, and what their templates say.
 *
 * SPDX-License-Identifier: MIT */
#include "command/session.h"

static struct kind *find_kind(struct session *s, const char *name)
{
	for (size_t i = 0; i < s->kind_count; i++)
		if (same(s->kinds[i].name, name))
			return &s->kinds[i];
	s->kinds[s->kind_count] = (struct kind){.name = name};
	return &s->kinds[s->kind_count++];
}

/* Of a document that has all languages at once, what the template itself says stays in
 * English: it has no sentences to translate. */
static void find_sentences(struct session *s, struct kind *kind)
{
	const char **names = arena_array(&s->arena, s->outputs->count, sizeof *names);
	size_t name_count = 0, template_count, view_count;
	for (size_t i = 0; i < s->outputs->count; i++) {
		const struct output *output = &s->outputs->items[i];
		if (same(output->kind, kind->name) && output->languages == LANGUAGES_EACH)
			names[name_count++] = output->template;
	}
	const struct message *const *of_templates =
		template_sentences(s->templates, names, name_count, &template_count);
	const struct message *const *of_views = view_messages(&view_count);
	const struct message **all =
		arena_array(&s->arena, template_count + view_count, sizeof *all);
	for (size_t i = 0; i < template_count; i++)
		all[kind->count++] = of_templates[i];
	for (size_t i = 0; i < view_count; i++)
		all[kind->count++] = of_views[i];
	kind->sentences = all;
}

void session_find_kinds(struct session *s)
{
	s->kinds = arena_array(&s->arena, s->outputs->count, sizeof *s->kinds);
	for (size_t i = 0; i < s->outputs->count; i++)
		if (s->outputs->items[i].languages != LANGUAGES_SOURCE)
			find_kind(s, s->outputs->items[i].kind);
	for (size_t i = 0; i < s->kind_count; i++)
		find_sentences(s, &s->kinds[i]);
}
