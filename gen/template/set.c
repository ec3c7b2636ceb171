/* set.c: the templates by name, see template.h.
 *
 * SPDX-License-Identifier: MIT */
#include "template/ast.h"

#include "base/file.h"
#include "base/intl.h"

#include <stdlib.h>

struct template_set {
	struct arena arena;
	const char *dir;
	struct symbols *symbols;
	struct map by_name;
	struct template *first; /* sorted by name */
	const struct message **messages;
	size_t message_room;
	size_t op_count;
};

struct template_set *template_set_new(const char *dir, struct symbols *symbols)
{
	struct template_set *set = mem_alloc(sizeof *set);
	*set = (struct template_set){.dir = dir, .symbols = symbols};
	return set;
}

void template_set_free(struct template_set *set)
{
	if (!set)
		return;
	for (struct template *t = set->first; t; t = t->next)
		free(t->messages);
	free(set->messages);
	map_free(&set->by_name);
	arena_free(&set->arena);
	free(set);
}

size_t *template_op_count(struct template_set *set)
{
	return &set->op_count;
}

struct symbols *template_symbols(const struct template_set *set)
{
	return set->symbols;
}

static void insert_sorted(struct template_set *set, struct template *template)
{
	struct template **at = &set->first;
	while (*at && strcmp((*at)->name, template->name) < 0)
		at = &(*at)->next;
	template->next = *at;
	*at = template;
}

static struct template *add(struct template_set *set, const char *name, const char *path,
			    struct str text, struct diag *diag)
{
	struct template *template = arena_alloc(&set->arena, sizeof *template);
	template->name = arena_strdup(&set->arena, name);
	template->path = path;
	template->text = text;
	map_add(&set->by_name, str_of(template->name), template);
	insert_sorted(set, template);
	template->valid = template_parse(template, &set->arena, set->symbols, diag);
	return template;
}

bool template_add(struct template_set *set, const char *name, struct str text, struct diag *diag)
{
	return add(set, name, arena_strdup(&set->arena, name), text, diag)->valid;
}

/* The line ends of Windows as those of Unix: what is made is the same whatever editor a
 * template comes from. */
static struct str without_returns(struct arena *arena, struct str text)
{
	if (!text.len || !memchr(text.ptr, '\r', text.len))
		return text;
	char *copy = arena_alloc(arena, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != '\r' || i + 1 == text.len || text.ptr[i + 1] != '\n')
			copy[len++] = text.ptr[i];
	return (struct str){copy, len};
}

struct template *template_find(struct template_set *set, struct str name, struct diag *diag,
			       bool *missing)
{
	struct template *template = map_get(&set->by_name, name);
	*missing = false;
	if (template)
		return template->valid ? template : NULL;
	char *copy = arena_strndup(&set->arena, name.ptr, name.len);
	char *path = set->dir && path_is_safe(name)
			     ? arena_printf(&set->arena, "%s/%s.mustache", set->dir, copy)
			     : NULL;
	struct str text;
	if (!path || file_is_missing(path)) {
		*missing = true;
		return NULL;
	}
	if (!file_read_utf8(&set->arena, path, diag, &text))
		return NULL;
	text = without_returns(&set->arena, text);
	template = add(set, copy, path, text, diag);
	return template->valid ? template : NULL;
}

static bool require_nodes(struct template_set *set, const struct node *nodes, struct diag *diag)
{
	bool ok = true, missing;
	for (const struct node *node = nodes; node; node = node->next) {
		ok &= require_nodes(set, node->children, diag);
		if (node->kind != NODE_PARTIAL && node->kind != NODE_PARENT)
			continue;
		if (map_get(&set->by_name, node->name))
			continue; /* it is or was being looked at, or it says itself what is wrong
				   */
		struct template *template = template_find(set, node->name, diag, &missing);
		if (missing)
			diag_add(diag, DIAG_ERROR, node->loc, _("no partial '%.*s'"),
				 (int) node->name.len, node->name.ptr);
		ok &= template && require_nodes(set, template->nodes, diag);
	}
	return ok;
}

bool template_require(struct template_set *set, const char *name, struct loc loc, struct diag *diag)
{
	bool missing, known = map_get(&set->by_name, str_of(name)) != NULL;
	struct template *template = template_find(set, str_of(name), diag, &missing);
	if (missing)
		diag_add(diag, DIAG_ERROR, loc, _("no template '%s.mustache'"), name);
	if (!template || known)
		return template != NULL;
	return require_nodes(set, template->nodes, diag);
}

void template_for_each_file(const struct template_set *set,
			    void (*visit)(const char *path, void *data), void *data)
{
	for (const struct template *t = set->first; t; t = t->next)
		visit(t->path, data);
}

/* Messages that are collected, each once. */
struct collection {
	struct template_set *set;
	struct map templates, messages; /* that were met */
	const struct message **items;
	size_t count, room;
};

static void collect(struct collection *c, const struct template *template)
{
	for (size_t i = 0; i < template->message_count; i++) {
		const struct message *message = template->messages[i];
		struct str key = po_key(&c->set->arena, message->context, message->id);
		if (map_add(&c->messages, key, (void *) message))
			continue;
		c->items = mem_grow(c->items, &c->room, c->count + 1, sizeof *c->items);
		c->items[c->count++] = message;
	}
}

const struct message *const *template_messages(struct template_set *set, size_t *count)
{
	struct collection c = {.set = set, .items = set->messages, .room = set->message_room};
	for (struct template *t = set->first; t; t = t->next)
		collect(&c, t);
	map_free(&c.messages);
	set->messages = c.items;
	set->message_room = c.room;
	*count = c.count;
	return set->messages;
}

static void collect_included(struct collection *c, const struct node *nodes);

static void collect_with_included(struct collection *c, struct str name)
{
	struct template *template = map_get(&c->set->by_name, name);
	if (!template || map_add(&c->templates, str_of(template->name), template))
		return;
	collect(c, template);
	collect_included(c, template->nodes);
}

static void collect_included(struct collection *c, const struct node *nodes)
{
	for (const struct node *node = nodes; node; node = node->next) {
		collect_included(c, node->children);
		if (node->kind == NODE_PARTIAL || node->kind == NODE_PARENT)
			collect_with_included(c, node->name);
	}
}

const struct message *const *template_sentences(struct template_set *set, const char *const *names,
						size_t name_count, size_t *count)
{
	struct collection c = {.set = set};
	for (size_t i = 0; i < name_count; i++)
		collect_with_included(&c, str_of(names[i]));
	const struct message **kept = arena_array(&set->arena, c.count, sizeof *kept);
	if (c.count)
		memcpy(kept, c.items, c.count * sizeof *kept);
	map_free(&c.templates);
	map_free(&c.messages);
	free(c.items);
	*count = c.count;
	return kept;
}
