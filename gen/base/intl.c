/* intl.c: see intl.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/intl.h"

#include "base/arena.h"

#include <locale.h>
#include <stdbool.h>
#include <string.h>

#define DOMAIN "codebook-program"

/* The translation of "" is the header of the translations that are in use. */
static bool has_translations(void)
{
	return *gettext("") != '\0';
}

/* From bin/, where the program is, to share/locale. A program that was found by PATH does
 * not know its place. */
static bool bind_beside(const char *program)
{
	const char *slash = program ? strrchr(program, '/') : NULL;
	if (!slash)
		return false;
	struct arena arena = {0};
	bindtextdomain(DOMAIN, arena_printf(&arena, "%.*s/../share/locale", (int) (slash - program),
					    program));
	arena_free(&arena);
	return has_translations();
}

void intl_init(const char *program)
{
	/* Numbers stay in the C locale. */
	setlocale(LC_CTYPE, "");
	setlocale(LC_MESSAGES, "");
	textdomain(DOMAIN);
	if (!bind_beside(program))
		bindtextdomain(DOMAIN, CODEBOOK_LOCALEDIR);
}

const char *intl_in_context(const char *key, const char *message)
{
	const char *translation = gettext(key);
	return translation == key ? message : translation;
}
