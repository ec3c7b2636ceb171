/* history.c: see history.h.
 *
 * SPDX-License-Identifier: MIT */
#include "history/history.h"

#include "base/file.h"
#include "base/intl.h"

#include <stdlib.h>

#define HEAD                                                                                         \
	"# What was published, for ever: a line is never changed (but for its last column) and\n"    \
	"# never removed. Kept by `codebook freeze`, checked by `codebook freeze --check`.\n"        \
	"# Behind @ stands a list, the classes or the values of a facet (+: of a set): a place is\n" \
	"# a number, too.\n"                                                                         \
	"# protocol\tcode\tnumber\tid\tsince\tretired\n"

/* Stands in the column of the code. No code begins with it. */
#define LIST_MARK "@"

/* Behind the name of a facet that can have several values: what stands for one in programs is
 * a bit. */
#define SET_MARK "+"

/* No facet is called so: both would be one name in a header. */
#define CLASS_LIST "class"

static void add(struct history *history, struct published item)
{
	history->items = mem_grow(history->items, &history->room, history->count + 1,
				  sizeof *history->items);
	history->items[history->count++] = item;
}

static struct history *new_history(void)
{
	struct history *history = mem_alloc(sizeof *history);
	*history = (struct history){0};
	return history;
}

void history_free(struct history *history)
{
	if (!history)
		return;
	free(history->items);
	arena_free(&history->arena);
	free(history);
}

/* ---- reading the table ---- */

static bool read_line(struct history *history, struct str line, struct loc loc, struct diag *diag)
{
	enum { COLUMNS = 6 };
	const char *columns[COLUMNS];
	size_t count = 0;
	for (size_t at = 0; at <= line.len && count < COLUMNS;) {
		const char *tab = at < line.len ? memchr(line.ptr + at, '\t', line.len - at) : NULL;
		size_t len =
			tab && count + 1 < COLUMNS ? (size_t) (tab - line.ptr) - at : line.len - at;
		columns[count++] = arena_strndup(&history->arena, line.ptr + at, len);
		at += len + 1;
	}
	if (count < COLUMNS || strchr(columns[COLUMNS - 1], '\t')) {
		diag_add(diag, DIAG_ERROR, loc, _("expected %d columns"), (int) COLUMNS);
		return false;
	}
	add(history, (struct published){.protocol = columns[0],
					.slug = columns[1],
					.number = columns[2],
					.id = columns[3],
					.since = columns[4],
					.retired = columns[5],
					.loc = loc});
	return true;
}

struct history *history_load(const char *path, struct diag *diag)
{
	struct history *history = new_history();
	struct str text;
	if (file_is_missing(path))
		return history;
	bool ok = file_read_utf8(&history->arena, path, diag, &text);
	unsigned number = 1;
	for (size_t at = 0; ok && at < text.len; number++) {
		const char *end = memchr(text.ptr + at, '\n', text.len - at);
		size_t len = end ? (size_t) (end - text.ptr) - at : text.len - at;
		size_t shown = len && text.ptr[at + len - 1] == '\r' ? len - 1 : len;
		if (shown && text.ptr[at] != '#')
			ok = read_line(history, (struct str){text.ptr + at, shown},
				       (struct loc){path, number, 0}, diag);
		at += len + 1;
	}
	if (ok)
		return history;
	history_free(history);
	return NULL;
}

/* ---- from a catalog ---- */

static struct published published_code(struct history *history, const struct code *code,
				       const char *id)
{
	return (struct published){
		.protocol = arena_strdup(&history->arena, code->protocol->id),
		.slug = arena_strdup(&history->arena, code->slug),
		.id = arena_strdup(&history->arena, id),
		.number = code->numeric
				  ? arena_printf(&history->arena, "%u", (unsigned) code->number)
				  : "-",
		.since = arena_strdup(&history->arena, code->since),
		.retired = code->retired ? arena_strdup(&history->arena, code->retired) : "-",
		.loc = code->loc};
}

static void add_code(struct history *history, const struct code *code)
{
	add(history, published_code(history, code, code->id));
	for (size_t i = 0; i < code->alias_count; i++)
		add(history, published_code(history, code, code->aliases[i].id));
}

/* A class, or a value of a facet: what stands for it in programs is its place in the list. */
static void add_place(struct history *history, const struct protocol *p, const char *list,
		      const char *id, size_t place, struct loc loc)
{
	add(history, (struct published){.protocol = arena_strdup(&history->arena, p->id),
					.slug = arena_printf(&history->arena, LIST_MARK "%s", list),
					.id = arena_strdup(&history->arena, id),
					.number = arena_printf(&history->arena, "%zu", place),
					.since = "-",
					.retired = "-",
					.loc = loc});
}

static void add_protocol(struct history *history, const struct protocol *p)
{
	for (size_t i = 0; i < p->code_count; i++)
		add_code(history, &p->codes[i]);
	for (size_t i = 0; i < p->class_count; i++)
		add_place(history, p, CLASS_LIST, p->classes[i].id, i + 1, p->classes[i].loc);
	for (size_t i = 0; i < p->facet_count; i++) {
		const struct facet *facet = &p->facets[i];
		const char *list =
			arena_join(&history->arena, facet->id, facet->multiple ? SET_MARK : "");
		for (size_t k = 0; k < facet->count; k++)
			add_place(history, p, list, facet->values[k].id, k + 1,
				  facet->values[k].loc);
	}
}

struct history *history_of_catalog(const struct catalog *catalog)
{
	struct history *history = new_history();
	for (size_t i = 0; i < catalog->protocol_count; i++)
		add_protocol(history, catalog->protocols[i]);
	return history;
}

/* ---- checking ---- */

static bool has_id(const struct code *code, const char *id)
{
	if (same(code->id, id))
		return true;
	for (size_t i = 0; i < code->alias_count; i++)
		if (same(code->aliases[i].id, id))
			return true;
	return false;
}

/* The code that an id belongs to now, or NULL. */
static const struct code *code_with_id(const struct protocol *protocol, const char *id)
{
	for (size_t i = 0; i < protocol->code_count; i++)
		if (has_id(&protocol->codes[i], id))
			return &protocol->codes[i];
	return NULL;
}

static void check_id(const struct published *item, const struct code *code, struct diag *diag)
{
	const struct code *other = code_with_id(code->protocol, item->id);
	if (other == code)
		return;
	if (other)
		diag_add(diag, DIAG_ERROR, other->loc,
			 _("id '%s' was published for %s and now belongs to %s"), item->id,
			 item->slug, other->value);
	else
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("code %s was published as '%s'; a new id keeps the old one as alias"),
			 item->slug, item->id);
	diag_add(diag, DIAG_NOTE, item->loc, _("published here"));
}

static void check_fields(const struct published *item, const struct code *code, struct diag *diag)
{
	char number[16] = "-";
	if (code->numeric)
		snprintf(number, sizeof number, "%u", (unsigned) code->number);
	if (!same(item->number, number))
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("the number of %s was published as %s and is now %s"), item->slug,
			 item->number, number);
	if (!same(item->since, code->since))
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("code %s was published in version %s, not in %s"), item->slug,
			 item->since, code->since);
	if (!same(item->retired, "-") && !same(item->retired, code->retired))
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("code %s was retired in version %s and is not used again"), item->slug,
			 item->retired);
}

/* The place of a class or a value in its list now, from 1; 0: it is gone. */
static size_t place_now(const struct protocol *p, const char *list, const char *id, struct loc *loc)
{
	size_t i = 0;
	if (same(list, CLASS_LIST)) {
		while (i < p->class_count && !same(p->classes[i].id, id))
			i++;
		*loc = i < p->class_count ? p->classes[i].loc : p->loc;
		return i < p->class_count ? i + 1 : 0;
	}
	size_t len = strcspn(list, SET_MARK);
	for (size_t k = 0; k < p->facet_count; k++) {
		const struct facet *facet = &p->facets[k];
		if (!str_equal(str_of(facet->id), (struct str){list, len}))
			continue;
		if (facet->multiple != (list[len] != '\0')) {
			*loc = facet->loc;
			return 0;
		}
		while (i < facet->count && !same(facet->values[i].id, id))
			i++;
		*loc = i < facet->count ? facet->values[i].loc : facet->loc;
		return i < facet->count ? i + 1 : 0;
	}
	return 0;
}

static void check_place(const struct published *item, const struct protocol *p, struct diag *diag)
{
	char place[24];
	struct loc loc = item->loc;
	const char *list = item->slug + strlen(LIST_MARK);
	size_t now = p ? place_now(p, list, item->id, &loc) : 0;
	snprintf(place, sizeof place, "%zu", now);
	if (same(place, item->number))
		return;
	if (now)
		diag_add(diag, DIAG_ERROR, loc,
			 _("'%s' was published as number %s of '%s' and is now number %s"),
			 item->id, item->number, list, place);
	else
		diag_add(diag, DIAG_ERROR, loc,
			 _("'%s' was published as number %s of '%s' and is gone"), item->id,
			 item->number, list);
	diag_add(diag, DIAG_NOTE, item->loc, _("published here"));
}

static void check_item(const struct published *item, const struct catalog *catalog,
		       struct diag *diag)
{
	const struct protocol *protocol = catalog_protocol(catalog, str_of(item->protocol));
	if (strncmp(item->slug, LIST_MARK, strlen(LIST_MARK)) == 0) {
		check_place(item, protocol, diag);
		return;
	}
	const struct code *code = protocol ? protocol_code(protocol, str_of(item->slug)) : NULL;
	if (!code) {
		diag_add(diag, DIAG_ERROR, item->loc,
			 _("published code %s:%s is gone; a code that goes away is marked retired"),
			 item->protocol, item->slug);
		return;
	}
	check_id(item, code, diag);
	check_fields(item, code, diag);
}

bool history_check(const struct history *history, const struct catalog *catalog, struct diag *diag)
{
	size_t errors = diag->errors;
	for (size_t i = 0; i < history->count; i++)
		check_item(&history->items[i], catalog, diag);
	return diag->errors == errors;
}

/* ---- updating ---- */

static struct published *find_item(const struct history *history, const struct published *like)
{
	for (size_t i = 0; i < history->count; i++) {
		struct published *item = &history->items[i];
		if (same(item->protocol, like->protocol) && same(item->slug, like->slug) &&
		    same(item->id, like->id))
			return item;
	}
	return NULL;
}

size_t history_update(struct history *history, const struct catalog *catalog)
{
	struct history *now = history_of_catalog(catalog);
	size_t changes = 0;
	for (size_t i = 0; i < now->count; i++) {
		struct published item = now->items[i], *known = find_item(history, &item);
		if (known && same(known->retired, item.retired))
			continue;
		changes++;
		const char *retired = arena_strdup(&history->arena, item.retired);
		if (known) {
			known->retired = retired;
			continue;
		}
		item.protocol = arena_strdup(&history->arena, item.protocol);
		item.slug = arena_strdup(&history->arena, item.slug);
		item.id = arena_strdup(&history->arena, item.id);
		item.number = arena_strdup(&history->arena, item.number);
		item.since = arena_strdup(&history->arena, item.since);
		item.retired = retired;
		add(history, item);
	}
	history_free(now);
	return changes;
}

void history_write(struct buf *buf, const struct history *history)
{
	buf_puts(buf, HEAD);
	for (size_t i = 0; i < history->count; i++) {
		const struct published *item = &history->items[i];
		buf_printf(buf, "%s\t%s\t%s\t%s\t%s\t%s\n", item->protocol, item->slug,
			   item->number, item->id, item->since, item->retired);
	}
}

/* ---- the difference of two catalogs ---- */

static bool same_message(const struct message *a, const struct message *b)
{
	return a && b ? str_equal(a->id, b->id) : a == b;
}

static bool same_prose(const struct prose *a, const struct prose *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!same_message(a->items[i], b->items[i]))
			return false;
	return true;
}

static bool same_fact(const struct fact *a, const struct fact *b)
{
	if (!same(a->facet->id, b->facet->id) || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!same(a->values[i]->id, b->values[i]->id))
			return false;
	return true;
}

static bool same_facts(const struct code *a, const struct code *b)
{
	if (a->protocol->facet_count != b->protocol->facet_count)
		return false;
	for (size_t i = 0; i < a->protocol->facet_count; i++)
		if (!same_fact(&a->facts[i], &b->facts[i]))
			return false;
	return true;
}

/* Which parts of what a code means differ; "" where none does. */
static const char *changed_parts(const struct code *a, const struct code *b, char parts[64])
{
	snprintf(parts, 64, "%s%s%s%s%s%s", same_message(a->name, b->name) ? "" : " name",
		 same(a->phrase, b->phrase) ? "" : " phrase",
		 same(a->class->id, b->class->id) ? "" : " class",
		 same(a->status, b->status) ? "" : " status",
		 same_prose(&a->description, &b->description) ? "" : " description",
		 same_facts(a, b) ? "" : " facts");
	return parts;
}

static void diff_code(struct buf *buf, const struct code *old, const struct code *new)
{
	char parts[64];
	const char *protocol = new->protocol->id;
	if (!same(old->id, new->id))
		buf_printf(buf, "renamed %s:%s %s -> %s\n", protocol, new->slug, old->id, new->id);
	if (!old->retired && new->retired)
		buf_printf(buf, "retired %s:%s %s\n", protocol, new->slug, new->retired);
	if (*changed_parts(old, new, parts))
		buf_printf(buf, "changed %s:%s%s%s\n", protocol, new->slug, ":", parts);
}

static void diff_protocol(struct buf *buf, const struct protocol *old, const struct protocol *new)
{
	for (size_t i = 0; i < new->code_count; i++) {
		const struct code *code = &new->codes[i];
		const struct code *before = old ? protocol_code(old, str_of(code->slug)) : NULL;
		if (before)
			diff_code(buf, before, code);
		else
			buf_printf(buf, "added %s:%s %s\n", new->id, code->slug, code->id);
	}
	for (size_t i = 0; old && i < old->code_count; i++)
		if (!protocol_code(new, str_of(old->codes[i].slug)))
			buf_printf(buf, "removed %s:%s %s\n", old->id, old->codes[i].slug,
				   old->codes[i].id);
}

void history_diff(struct buf *buf, const struct catalog *old, const struct catalog *new)
{
	for (size_t i = 0; i < new->protocol_count; i++)
		diff_protocol(buf, catalog_protocol(old, str_of(new->protocols[i]->id)),
			      new->protocols[i]);
	for (size_t i = 0; i < old->protocol_count; i++) {
		const struct protocol *gone = old->protocols[i];
		if (catalog_protocol(new, str_of(gone->id)))
			continue;
		for (size_t k = 0; k < gone->code_count; k++)
			buf_printf(buf, "removed %s:%s %s\n", gone->id, gone->codes[k].slug,
				   gone->codes[k].id);
	}
}
