/* intl.h: the program's own messages go through gettext(); documents never do.
 *
 * A sentence with a count goes through ngettext(). po/README.md tells how messages are
 * translated.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_INTL_H
#define CB_BASE_INTL_H

#include <libintl.h>

#define _(message) gettext(message)
/* Marks a message that goes through _() elsewhere. */
#define N_(message) (message)
/* For a word that is used in two senses: the context, a string literal too, tells them
 * apart. */
#define C_(context, message) intl_in_context(context "\004" message, message)

/* Sets the locale for messages and finds their translations: beside the program that was
 * called by the path `program` (../share/locale), else where they are installed. */
void intl_init(const char *program);

/* What C_() stands for: the translation of `key`, or `message` where there is none. */
const char *intl_in_context(const char *key, const char *message);

#endif
