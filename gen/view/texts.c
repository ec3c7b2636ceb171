/* texts.c: see texts.h.
 *
 * SPDX-License-Identifier: MIT */
#include "view/texts.h"

#include "view/view.h"
#include "view/names.h"

#include <stdlib.h>

/* ---- texts of the views themselves ---- */

static struct run language_name_runs[] = {{.kind = RUN_PLAIN, .text = {"English", 7}}};
const struct message message_language_name = {
	.context = "codebook|language-name",
	.id = {"English", 7},
	.comment = "The name of your language in your language: Deutsch, 简体中文",
	.file = "gen/view/texts.c",
	.text = {.runs = language_name_runs, .count = 1}};

static struct run list_separator_runs[] = {{.kind = RUN_PLAIN, .text = {", ", 2}}};
const struct message message_list_separator = {
	.context = "codebook|list-separator",
	.id = {", ", 2},
	.comment = "What stands between the items of a list, with the space behind it, if any",
	.file = "gen/view/texts.c",
	.text = {.runs = list_separator_runs, .count = 1}};

static struct run name_with_original_runs[] = {{.kind = RUN_PLACEHOLDER, .text = {"name", 4}},
					       {.kind = RUN_PLAIN, .text = {" (", 2}},
					       {.kind = RUN_PLACEHOLDER, .text = {"original", 8}},
					       {.kind = RUN_PLAIN, .text = {")", 1}}};
const struct message message_name_with_original = {
	.context = "codebook|name-with-original",
	.id = {"{name} ({original})", 19},
	.comment = "A translated name with the English one behind it",
	.file = "gen/view/texts.c",
	.placeholders = true,
	.text = {.runs = name_with_original_runs, .count = 4}};

const struct message *const *view_messages(size_t *count)
{
	static const struct message *const messages[] = {
		&message_language_name, &message_list_separator, &message_name_with_original};
	*count = sizeof messages / sizeof messages[0];
	return messages;
}

/* ---- references in texts ---- */

static struct str code_name(struct view_builder *b, const struct code *code)
{
	return str_of(arena_join(b->arena, code->protocol->id, ":", code->slug));
}

static const struct link *new_code_links(struct view_builder *b, const struct protocol *p)
{
	struct link *links = arena_array(b->arena, p->code_count, sizeof *links);
	struct subject *subjects = arena_array(b->arena, p->code_count, sizeof *subjects);
	for (size_t i = 0; i < p->code_count; i++) {
		subjects[i] = (struct subject){SUBJECT_CODE, p, &p->codes[i], NULL};
		links[i] = (struct link){&subjects[i], NULL, code_name(b, &p->codes[i])};
	}
	return links;
}

void make_links(struct view_builder *b)
{
	const struct link **links =
		arena_array(b->arena, b->catalog->protocol_count, sizeof(struct link *));
	for (size_t i = 0; i < b->catalog->protocol_count; i++)
		links[i] = new_code_links(b, b->catalog->protocols[i]);
	b->links = links;
}

static const struct link *new_link(struct view_builder *b, const struct subject *subject,
				   const char *language)
{
	struct link *link = arena_alloc(b->arena, sizeof *link);
	link->subject = subject;
	link->language = language;
	if (!subject) {
		link->name = STR("document");
		return link;
	}
	switch (subject->kind) {
	case SUBJECT_CATALOG:
		link->name = STR("catalog");
		break;
	case SUBJECT_PROTOCOL:
		link->name = str_of(subject->protocol->id);
		break;
	case SUBJECT_CODE:
		link->name = code_name(b, subject->a);
		break;
	case SUBJECT_PAIR:
		link->name = str_of(arena_join(b->arena, subject->a->protocol->id, ":",
					       subject->a->slug, ":", subject->b->slug));
		break;
	}
	return link;
}

static const char *section_href(struct view_builder *b, const struct source *source,
				const char *section)
{
	if (!section || !source->anchor)
		return source->href;
	return arena_join(b->arena, source->href, "#", source->anchor, section);
}

static const char *citation_label(struct view_builder *b, const struct source *source,
				  const char *section)
{
	return section ? arena_join(b->arena, source->number, " §", section) : source->number;
}

static void resolve_run(struct view_builder *b, const struct protocol *protocol, struct run *run)
{
	if (run->kind == RUN_CODE) {
		const struct code *code = catalog_code(b->catalog, protocol, run->target);
		run->label = str_of(
			code->protocol == protocol
				? code->value
				: arena_join(b->arena, code->protocol->name, " ", code->value));
		run->link = &b->links[code->protocol->index][code->index];
	} else if (run->kind == RUN_SRC) {
		const struct source *source = protocol_source(protocol, run->target);
		const char *section = run->section.len ? arena_strndup(b->arena, run->section.ptr,
								       run->section.len)
						       : NULL;
		run->label = str_of(citation_label(b, source, section));
		run->href = str_of(section_href(b, source, section));
	}
}

void resolve_texts(struct view_builder *b)
{
	for (size_t i = 0; i < b->catalog->message_count; i++) {
		const struct message *message = b->catalog->messages[i];
		enum translation_state state;
		const struct text *text = translation_text(b->translation, message, &state);
		if (!text->refers)
			continue;
		const struct protocol *protocol = catalog_owner(b->catalog, message);
		for (size_t k = 0; k < text->count; k++)
			resolve_run(b, protocol, &text->runs[k]);
	}
}

/* ---- values ---- */

struct value text_value_in(struct view_builder *b, const struct translation *translation,
			   const struct message *message)
{
	(void) b;
	struct value value = {.kind = VALUE_TEXT, .lasting = true};
	value.as.text = translation_text(translation, message, &value.state);
	return value;
}

struct value text_value(struct view_builder *b, const struct message *message)
{
	return message ? text_value_in(b, b->translation, message) : (struct value){0};
}

struct value builtin_text(struct view_builder *b, const struct message *message)
{
	struct value value = text_value(b, message);
	value.state = STATE_TRANSLATED; /* a comma is not marked as English */
	return value;
}

struct value literal_value(struct view_builder *b, enum run_kind kind, const char *s)
{
	struct value value = {0};
	if (!s)
		return value;
	struct run *run = arena_alloc(b->arena, sizeof *run);
	struct text *text = arena_alloc(b->arena, sizeof *text);
	*run = (struct run){.kind = kind, .text = str_of(s)};
	*text = (struct text){.runs = run, .count = 1};
	value.kind = VALUE_TEXT;
	value.as.text = text;
	value.lasting = b->lasting;
	return value;
}

struct value prose_value(struct view_builder *b, const struct prose *prose)
{
	struct value *items = arena_array(b->arena, prose->count, sizeof *items);
	for (size_t i = 0; i < prose->count; i++)
		items[i] = text_value(b, prose->items[i]);
	return value_list(items, prose->count);
}

struct value title_value(struct view_builder *b, const struct message *name)
{
	struct value value = text_value(b, name);
	if (!b->translation->po || value.state != STATE_TRANSLATED)
		return value;
	enum translation_state state;
	const struct text *form =
		translation_text(b->translation, &message_name_with_original, &state);
	size_t most = form->count + value.as.text->count + name->text.count, n = 0;
	struct run *runs = arena_array(b->arena, most, sizeof *runs);
	for (size_t i = 0; i < form->count; i++) {
		const struct run *run = &form->runs[i];
		const struct text *part = run->kind != RUN_PLACEHOLDER        ? NULL
					  : str_equal(run->text, STR("name")) ? value.as.text
									      : &name->text;
		if (!part)
			runs[n++] = *run;
		for (size_t k = 0; part && k < part->count && n < most; k++)
			runs[n++] = part->runs[k];
	}
	struct text *text = arena_alloc(b->arena, sizeof *text);
	*text = (struct text){.runs = runs, .count = n};
	value.as.text = text;
	return value;
}

struct value identifier_value(struct view_builder *b, const char *id)
{
	char *identifier = arena_strdup(b->arena, id);
	for (char *c = identifier; *c; c++)
		*c = ascii_is_alpha(*c) || ascii_is_digit(*c) ? ascii_upper(*c) : '_';
	return value_string(identifier);
}

struct value symbol_value(struct view_builder *b, const char *prefix, const char *id)
{
	char *name = prefix ? arena_join(b->arena, prefix, "_", id) : arena_strdup(b->arena, id);
	for (char *c = name; *c; c++)
		if (!ascii_is_alpha(*c) && !ascii_is_digit(*c))
			*c = '_';
	return value_string(name);
}

struct value camel_value(struct view_builder *b, const char *id)
{
	if (same(id, "self"))
		return value_string("Self_");
	char *name = arena_strdup(b->arena, id);
	size_t len = 0;
	for (const char *c = id; *c; c++) {
		bool begins = c == id || c[-1] == '-';
		if (*c != '-')
			name[len++] = begins ? ascii_upper(*c) : *c;
		else if (ascii_is_digit(c[1]))
			name[len++] = '_';
	}
	name[len] = '\0';
	return value_string(name);
}

struct value version_value(struct view_builder *b, const char *version)
{
	char *end;
	unsigned long major = strtoul(version, &end, 10);
	unsigned long minor = *end ? strtoul(end + 1, &end, 10) : 0;
	unsigned long patch = *end ? strtoul(end + 1, &end, 10) : 0;
	return value_number(b->arena, (long long) major * 10000 + (long long) minor * 100 +
					      (long long) patch);
}

struct value link_value(struct view_builder *b, const struct subject *subject, const char *language)
{
	return (struct value){.kind = VALUE_LINK, .as.link = new_link(b, subject, language)};
}

struct value code_link(const struct view_builder *b, const struct code *code)
{
	const struct link *link = &b->links[code->protocol->index][code->index];
	return (struct value){.kind = VALUE_LINK, .lasting = b->lasting, .as.link = link};
}

struct value page_value(struct view_builder *b, const struct code *code)
{
	return value_string(arena_join(b->arena, code->protocol->id, "-", code->slug));
}

/* ---- sources ---- */

struct value citation_value(struct view_builder *b, const struct citation *citation)
{
	const struct source *source = citation->source;
	if (!source)
		return (struct value){0};
	struct map_builder map = new_map(b);
	map_put(&map, NAME_label, value_string(citation_label(b, source, citation->section)));
	map_put(&map, NAME_href, value_string(section_href(b, source, citation->section)));
	return map_done(&map);
}

static struct map_builder new_source(struct view_builder *b, const struct source *source)
{
	struct map_builder map = new_map(b);
	map_put(&map, NAME_id, value_string(source->id));
	map_put(&map, NAME_number, value_string(source->number));
	map_put(&map, NAME_title, value_string(source->title));
	map_put(&map, NAME_status, value_string(source->status));
	map_put(&map, NAME_date, value_string(source->date));
	map_put(&map, NAME_href, value_string(source->href));
	return map;
}

struct value sources_value(struct view_builder *b, const struct protocol *protocol)
{
	struct value *items = arena_array(b->arena, protocol->source_count, sizeof *items);
	for (size_t i = 0; i < protocol->source_count; i++) {
		struct map_builder map = new_source(b, &protocol->sources[i]);
		items[i] = map_done(&map);
	}
	return value_list(items, protocol->source_count);
}

/* The sections of one source among the citations, each once. */
static struct value sections_of(struct view_builder *b, const struct citation *const *citations,
				size_t count, const struct source *source)
{
	size_t n = 0, most = 0;
	for (size_t i = 0; i < count; i++)
		most += citations[i]->source == source;
	struct value *items = arena_array(b->arena, most, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		const char *section = citations[i]->section;
		bool seen = !section || citations[i]->source != source;
		for (size_t k = 0; k < i && !seen; k++)
			seen = citations[k]->source == source &&
			       same(citations[k]->section, section);
		if (seen)
			continue;
		struct map_builder map = new_map(b);
		map_put(&map, NAME_section, value_string(section));
		map_put(&map, NAME_href, value_string(section_href(b, source, section)));
		items[n++] = map_done(&map);
	}
	return value_list(items, n);
}

struct value references_value(struct view_builder *b, const struct code *x, const struct code *y)
{
	size_t count = x->citation_count + (y ? y->citation_count : 0), n = 0, sources = 0;
	const struct citation **all = arena_array(b->arena, count, sizeof *all);
	struct value *items = arena_array(b->arena, count, sizeof *items);
	for (size_t i = 0; i < x->citation_count; i++)
		all[n++] = &x->citations[i];
	for (size_t i = 0; y && i < y->citation_count; i++)
		all[n++] = &y->citations[i];
	for (size_t i = 0; i < count; i++) {
		bool seen = false;
		for (size_t k = 0; k < i && !seen; k++)
			seen = all[k]->source == all[i]->source;
		if (seen)
			continue;
		struct map_builder map = new_source(b, all[i]->source);
		map_put(&map, NAME_sections, sections_of(b, all, count, all[i]->source));
		items[sources++] = map_done(&map);
	}
	return value_list(items, sources);
}
