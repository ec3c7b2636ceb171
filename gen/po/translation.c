/* translation.c: see translation.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/translation.h"

#include "base/file.h"
#include "base/intl.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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

static bool report_markup(const struct po_entry *entry, const struct run *run, bool missing,
			  struct diag *diag)
{
	struct str shown = run->text.len ? run->text : run->target;
	diag_add(diag, DIAG_ERROR, entry->str_loc,
		 /* TRANSLATORS: the name of an element, such as "cmd", and its text */
		 missing ? _("the translation lacks %s '%.*s' of the original")
			 : _("the translation has %s '%.*s', the original has not"),
		 run_kind_name(run->kind), (int) shown.len, shown.ptr);
	return false;
}

static bool bind_entry(struct po *po, struct po_entry *entry, const struct message *message,
		       struct diag *diag)
{
	struct text_error error;
	const struct run *run;
	bool missing;
	unsigned flags = message->placeholders ? TEXT_PLACEHOLDERS : 0;
	if (!text_parse(&po->arena, entry->str, flags, &entry->text, &error)) {
		diag_add(diag, DIAG_ERROR, entry->str_loc, _(error.message), (int) error.detail.len,
			 error.detail.ptr);
		return false;
	}
	if (!text_same_markup(&message->text, &entry->text, &run, &missing))
		return report_markup(entry, run, missing, diag);
	entry->usable = true;
	entry->message = message;
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

size_t translation_linguas(struct arena *arena, const char *dir, const char ***tags,
			   struct diag *diag)
{
	const char *path = file_join(arena, dir, "LINGUAS");
	struct str text;
	*tags = NULL;
	if (access(path, F_OK) != 0 || !file_read_utf8(arena, path, diag, &text))
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
