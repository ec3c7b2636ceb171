/* reader.c: see reader.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/reader.h"

#include "base/buf.h"
#include "base/intl.h"

#include <stdlib.h>

char *reader_attribute(struct reader *r, const xmlNode *node, const char *name)
{
	return xml_attribute(r->arena, node, name);
}

bool reader_flag(struct reader *r, const xmlNode *node, const char *name)
{
	return same(reader_attribute(r, node, name), "yes");
}

char *reader_line(struct reader *r, const xmlNode *node)
{
	char *text = xml_content(r->arena, node);
	size_t len = 0;
	for (const char *c = text; *c; c++)
		if (!ascii_is_space(*c))
			text[len++] = *c;
		else if (len && text[len - 1] != ' ')
			text[len++] = ' ';
	text[len && text[len - 1] == ' ' ? len - 1 : len] = '\0';
	return text;
}

/* ---- translatable text ---- */

const struct message *read_message(struct reader *r, const xmlNode *node, const char *field)
{
	struct message *message = arena_alloc(r->arena, sizeof *message);
	struct text_error error;
	message->id = xml_inner(r->arena, node, &r->messages->scratch);
	message->loc = xml_loc(node);
	message->file = r->protocol->file;
	message->context =
		arena_join(r->arena, r->context, strchr(r->context, '|') ? "." : "|", field);
	message->subject = r->subject;
	message->sources = r->sources;
	message->field = field;
	if (!message->id.len)
		diag_add(r->diag, DIAG_ERROR, message->loc, _("<%s> is empty"),
			 (const char *) node->name);
	else if (!text_parse(r->arena, message->id, 0, &message->text, &error))
		diag_add(r->diag, DIAG_ERROR, message->loc, _(error.message),
			 (int) error.detail.len, error.detail.ptr);
	struct message_list *list = r->messages;
	list->items = mem_grow(list->items, &list->room, list->count + 1, sizeof *list->items);
	list->items[list->count++] = message;
	message->index = list->count;
	return message;
}

/* The message in the child element `name`, NULL where there is no such child. */
const struct message *child_message(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_child(node, name);
	return child ? read_message(r, child, name) : NULL;
}

static const char *field_with_id(struct reader *r, const char *field, const char *id)
{
	return id ? arena_join(r->arena, field, ".", id) : field;
}

/* The <p> children of node. All but the first need an id of their own. */
struct prose read_paragraphs(struct reader *r, const xmlNode *node, const char *field)
{
	size_t count = xml_count(node, "p"), n = 0;
	const struct message **items = arena_array(r->arena, count, sizeof *items);
	struct map ids = {0};
	for (const xmlNode *p = xml_child(node, "p"); p; p = xml_next(p, "p")) {
		const char *id = reader_attribute(r, p, "id");
		if (n && !id)
			diag_add(r->diag, DIAG_ERROR, xml_loc(p),
				 _("every <p> after the first needs an id"));
		if (id && map_add(&ids, str_of(id), items))
			diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(p, "id"),
				 _("duplicate paragraph id '%s'"), id);
		items[n++] = read_message(r, p, field_with_id(r, field, id));
	}
	map_free(&ids);
	return (struct prose){items, count};
}

struct prose child_paragraphs(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_child(node, name);
	return child ? read_paragraphs(r, child, name) : (struct prose){0};
}

/* ---- duplicates and references ---- */

/* Adds one error with the place of the first definition when id is taken.
 * `first` is the struct loc of this one, kept in the map. */
void reader_claim(struct reader *r, struct map *taken, const char *id, const char *what,
		  struct loc loc)
{
	struct loc *place = arena_alloc(r->arena, sizeof *place);
	*place = loc;
	const struct loc *before = map_add(taken, str_of(id), place);
	if (!before)
		return;
	/* TRANSLATORS: a kind of thing, such as "source", and the name of one */
	diag_add(r->diag, DIAG_ERROR, loc, _("duplicate %s '%s'"), _(what), id);
	diag_add(r->diag, DIAG_NOTE, *before, _("first defined here"));
}

/* Finds the element of an array whose first member is a `const char *id`. */
const void *find_by_id(const void *items, size_t count, size_t size, const char *id)
{
	for (size_t i = 0; i < count; i++) {
		const char *item = (const char *) items + i * size;
		const char *item_id;
		memcpy(&item_id, item, sizeof item_id);
		if (same(item_id, id))
			return item;
	}
	return NULL;
}

const void *reader_resolve(struct reader *r, const void *items, size_t count, size_t size,
			   const xmlNode *node, const char *name, const char *what)
{
	const char *id = reader_attribute(r, node, name);
	if (!id)
		return NULL;
	const void *found = find_by_id(items, count, size, id);
	if (!found)
		diag_add(r->diag, DIAG_ERROR, xml_attribute_loc(node, name), _("no %s '%s'"),
			 _(what), id);
	return found;
}

struct citation read_citation(struct reader *r, const xmlNode *node)
{
	return (struct citation){
		.source = RESOLVE(r, source, node, "source", N_("source")),
		.section = reader_attribute(r, node, "section"),
		.loc = xml_loc(node),
	};
}

/* "RFC 5321 §3.5.3, RFC 5321 §7.3": what a translator may want to look up. */
const char *describe_citations(struct reader *r, const struct citation *citations, size_t count)
{
	struct buf buf = {0};
	for (size_t i = 0; i < count && i < 4; i++) {
		if (!citations[i].source)
			continue;
		buf_printf(&buf, "%s%s", buf.len ? ", " : "", citations[i].source->number);
		if (citations[i].section)
			buf_printf(&buf, " §%s", citations[i].section);
	}
	const char *text = buf.len ? arena_strdup(r->arena, buf_cstr(&buf)) : NULL;
	buf_free(&buf);
	return text;
}

bool read_number(const char *s, int base, uint32_t *number)
{
	if (!s || !*s)
		return false;
	char *end;
	unsigned long value = strtoul(s, &end, base);
	*number = (uint32_t) value;
	return *end == '\0' && value <= UINT32_MAX;
}
