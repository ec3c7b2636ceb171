/* translation.c: see translation.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/translation.h"

#include "base/file.h"
#include "base/intl.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_GAPS = 3 }; /* that are named */

bool translation_tag_valid(const char *tag)
{
	size_t letters = 0;
	while (ascii_is_alpha(tag[letters]))
		letters++;
	if (letters < 2 || letters > 3)
		return false;
	for (const char *c = tag + letters; *c; c++)
		if (!ascii_is_alpha(*c) && !ascii_is_digit(*c) &&
		    ((*c != '_' && *c != '@') || !(ascii_is_alpha(c[1]) || ascii_is_digit(c[1]))))
			return false;
	return strlen(tag) < 32;
}

struct translation *translation_load(const char *dir, const char *tag, struct diag *diag)
{
	struct translation *translation = mem_alloc(sizeof *translation);
	*translation = (struct translation){.tag = tag};
	if (same(tag, SOURCE_LANGUAGE))
		return translation;
	size_t size = strlen(dir) + strlen(tag) + sizeof "/.po";
	translation->path = mem_alloc(size);
	snprintf(translation->path, size, "%s/%s.po", dir, tag);
	translation->po = po_load(translation->path, diag);
	if (!translation->po) {
		translation_free(translation);
		return NULL;
	}
	return translation;
}

void translation_free(struct translation *translation)
{
	if (!translation)
		return;
	po_free(translation->po);
	free(translation->entries);
	free(translation->path);
	free(translation);
}

static bool report(const struct po_entry *entry, const char *message, struct diag *diag)
{
	diag_add(diag, DIAG_ERROR, entry->str_loc, "%s", message);
	return false;
}

static bool report_markup(struct po *po, const struct po_entry *entry,
			  const struct markup_difference *found, struct diag *diag)
{
	const struct run *run = found->run;
	struct str shown = run->text.len ? run->text : run->target;
	bool section = run->section.len > 0;
	const char *name = arena_printf(&po->arena, "%s '%.*s%s%.*s'", run_kind_name(run->kind),
					(int) shown.len, shown.ptr, section ? " §" : "",
					(int) run->section.len, section ? run->section.ptr : "");
	/* TRANSLATORS: %s: the name of an element and its text, such as "cmd 'RCPT'" */
	const char *message = !found->in_b   ? _("the translation lacks %s of the original")
			      : !found->in_a ? _("the translation has %s, the original has not")
					     : _("%s: %zu in the translation, %zu in the original");
	return report(entry, arena_printf(&po->arena, message, name, found->in_b, found->in_a),
		      diag);
}

static bool is_blank(struct str s)
{
	static const struct str wide = {"\xe3\x80\x80", 3}; /* U+3000 */
	for (size_t i = 0; i < s.len;) {
		bool is_wide = s.len - i >= wide.len && memcmp(s.ptr + i, wide.ptr, wide.len) == 0;
		if (!is_wide && !ascii_is_space(s.ptr[i]))
			return false;
		i += is_wide ? wide.len : 1;
	}
	return true;
}

static bool bind_entry(struct po *po, struct po_entry *entry, const struct message *message,
		       struct diag *diag)
{
	struct text_error error;
	struct markup_difference found;
	unsigned flags = message->placeholders ? TEXT_PLACEHOLDERS : 0;
	if (is_blank(entry->str) && !is_blank(entry->id))
		return report(entry, _("the translation is blank"), diag);
	if (!text_parse(&po->arena, entry->str, flags, &entry->text, &error)) {
		diag_add(diag, DIAG_ERROR, entry->str_loc, _(error.message), (int) error.detail.len,
			 error.detail.ptr);
		return false;
	}
	if (!text_same_markup(&message->text, &entry->text, &found))
		return report_markup(po, entry, &found, diag);
	entry->usable = true;
	return true;
}

/* So that the entry is not looked up again. */
static void keep_entry(struct translation *t, size_t index, struct po_entry *entry)
{
	if (!index)
		return;
	t->entries = mem_grow(t->entries, &t->entry_room, index + 1, sizeof(struct po_entry *));
	for (; t->entry_count <= index; t->entry_count++)
		t->entries[t->entry_count] = NULL;
	t->entries[index] = entry;
}

bool translation_bind(struct translation *translation, const struct message *const *messages,
		      size_t count, struct diag *diag)
{
	bool ok = true;
	translation->total += count;
	if (!translation->po) {
		translation->done += count;
		return true;
	}
	for (size_t i = 0; i < count; i++) {
		struct po_entry *entry =
			po_find(translation->po, messages[i]->context, messages[i]->id);
		keep_entry(translation, messages[i]->index, entry);
		if (entry)
			entry->message = messages[i];
		if (!entry || !entry->str.len)
			continue;
		if (entry->fuzzy)
			translation->fuzzy++;
		else if (entry->usable || bind_entry(translation->po, entry, messages[i], diag))
			translation->done++;
		else
			ok = false;
	}
	return ok;
}

static void note_gap(const struct translation *t, const struct message *message, struct diag *diag)
{
	const struct po_entry *entry = po_find(t->po, message->context, message->id);
	struct str name = message->context ? str_of(message->context) : message->id;
	const char *text = !entry         ? _("there is no entry for '%.*s'")
			   : entry->fuzzy ? _("the translation of '%.*s' is fuzzy")
					  : _("'%.*s' is not translated");
	diag_add(diag, DIAG_NOTE, entry ? entry->loc : (struct loc){t->path, 0, 0}, text,
		 (int) name.len, name.ptr);
}

void translation_note_gaps(const struct translation *t, const struct message *const *messages,
			   size_t count, struct diag *diag)
{
	size_t gaps = 0;
	for (size_t i = 0; i < count && gaps < MOST_GAPS; i++) {
		const struct po_entry *entry =
			po_find(t->po, messages[i]->context, messages[i]->id);
		if (entry && entry->usable)
			continue;
		note_gap(t, messages[i], diag);
		gaps++;
	}
}

size_t translation_strangers(const struct translation *t)
{
	size_t strangers = 0;
	for (size_t i = 0; t->po && i < t->po->count; i++)
		strangers += !t->po->entries[i]->message;
	return strangers;
}

const struct text *translation_text(const struct translation *translation,
				    const struct message *message, enum translation_state *state)
{
	*state = STATE_TRANSLATED;
	if (!translation->po)
		return &message->text;
	const struct po_entry *entry =
		message->index && message->index < translation->entry_count
			? translation->entries[message->index]
			: po_find(translation->po, message->context, message->id);
	if (entry && entry->usable)
		return &entry->text;
	*state = entry && entry->fuzzy && entry->str.len ? STATE_STALE : STATE_MISSING;
	return &message->text;
}

size_t translation_linguas(struct arena *arena, const char *dir, bool required, const char ***tags,
			   struct diag *diag)
{
	const char *path = file_join(arena, dir, "LINGUAS");
	struct str text;
	*tags = NULL;
	if (!required && file_is_missing(path))
		return 0;
	if (!file_read_utf8(arena, path, diag, &text))
		return 0;
	const char **list = arena_array(arena, text.len / 2 + 1, sizeof *list);
	size_t count = 0;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		if (text.ptr[at] == '#') {
			while (at < text.len && text.ptr[at] != '\n')
				at++;
			continue;
		}
		while (at < text.len && !ascii_is_space(text.ptr[at]) && text.ptr[at] != '#')
			at++;
		if (at > start)
			list[count++] = arena_strndup(arena, text.ptr + start, at - start);
		else
			at++;
	}
	*tags = list;
	return count;
}
