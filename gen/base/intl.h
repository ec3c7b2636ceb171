/* intl.h: the program's own messages go through gettext(); documents never do.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_INTL_H
#define CB_BASE_INTL_H

#include <libintl.h>

#define _(message) gettext(message)
#define N_(message) (message)

#endif
