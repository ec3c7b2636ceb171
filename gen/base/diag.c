/* diag.c: see diag.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/intl.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdlib.h>

struct diag_message {
	struct diag_message *next; /* in order of arrival */
	struct loc loc;
	enum diag_level level;
	size_t order;
	const char *text;
};

/* A name from hostile input must not forge lines or terminal sequences. */
static const char *without_controls(char *text)
{
	for (char *c = text; *c; c++) {
		unsigned char byte = (unsigned char) *c, next = (unsigned char) c[1];
		if (byte < ' ' || byte == 0x7f)
			*c = '?';
		else if (byte == 0xc2 && next >= 0x80 && next < 0xa0) /* U+0080 to U+009F */
			*c = c[1] = '?';
	}
	return text;
}

static const char *format_text(struct arena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	char *text = arena_alloc(arena, (len < 0 ? 0 : (size_t) len) + 1);
	if (len > 0)
		vsnprintf(text, (size_t) len + 1, format, again);
	va_end(again);
	return without_controls(text);
}

void diag_add(struct diag *diag, enum diag_level level, struct loc loc, const char *format, ...)
{
	struct diag_message *message = arena_alloc(&diag->arena, sizeof *message);
	va_list args;
	va_start(args, format);
	message->text = format_text(&diag->arena, format, args);
	va_end(args);
	message->loc = loc;
	if (loc.file)
		message->loc.file = without_controls(arena_strdup(&diag->arena, loc.file));
	message->level = level;
	message->order = diag->last ? diag->last->order + 1 : 0;
	*(diag->last ? &diag->last->next : &diag->first) = message;
	diag->last = message;
	diag->errors += level == DIAG_ERROR;
	diag->warnings += level == DIAG_WARNING;
	diag->system_errors += level == DIAG_SYSTEM;
}

void diag_append(struct diag *diag, const struct diag *other)
{
	for (const struct diag_message *m = other->first; m; m = m->next)
		diag_add(diag, m->level, m->loc, "%s", m->text);
}

static int compare_messages(const void *x, const void *y)
{
	const struct diag_message *a = *(const struct diag_message *const *) x;
	const struct diag_message *b = *(const struct diag_message *const *) y;
	int files = strcmp(a->loc.file ? a->loc.file : "", b->loc.file ? b->loc.file : "");
	if (files)
		return files;
	if (a->loc.line != b->loc.line)
		return a->loc.line < b->loc.line ? -1 : 1;
	if (a->loc.col != b->loc.col)
		return a->loc.col < b->loc.col ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* What is wrong with a template is found once for each language. */
static bool same_message(const struct diag_message *a, const struct diag_message *b)
{
	return same(a->loc.file, b->loc.file) && a->loc.line == b->loc.line &&
	       a->loc.col == b->loc.col && a->level == b->level && same(a->text, b->text);
}

static void print_message(const struct diag_message *message, FILE *stream)
{
	const char *level = message->level == DIAG_WARNING ? _("warning: ")
			    : message->level == DIAG_NOTE  ? _("note: ")
							   : _("error: ");
	fputs(message->loc.file ? message->loc.file : "codebook", stream);
	if (message->loc.line)
		fprintf(stream, ":%u", message->loc.line);
	if (message->loc.line && message->loc.col)
		fprintf(stream, ":%u", message->loc.col);
	fprintf(stream, ": %s%s\n", level, message->text);
}

void diag_print(const struct diag *diag, FILE *stream)
{
	size_t count = diag->last ? diag->last->order + 1 : 0, heads = 0;
	if (!count)
		return;
	const struct diag_message **sorted = mem_alloc(count * sizeof *sorted);
	for (const struct diag_message *m = diag->first; m; m = m->next)
		if (m->level != DIAG_NOTE)
			sorted[heads++] = m;
	qsort(sorted, heads, sizeof *sorted, compare_messages);
	for (size_t i = 0; i < heads; i++) {
		if (i && same_message(sorted[i - 1], sorted[i]))
			continue;
		print_message(sorted[i], stream);
		for (const struct diag_message *n = sorted[i]->next; n && n->level == DIAG_NOTE;
		     n = n->next)
			print_message(n, stream);
	}
	free(sorted);
}

void diag_free(struct diag *diag)
{
	arena_free(&diag->arena);
	*diag = (struct diag){0};
}
