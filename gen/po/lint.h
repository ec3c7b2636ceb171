/* lint.h: how a Chinese translation is written, beyond what makes it valid.
 *
 * The rules and their names stand in po/README.md. An entry with the comment
 * `# no-lint: NAME...` is excepted from the rules that are named.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_PO_LINT_H
#define CB_PO_LINT_H

#include "po/termbase.h"
#include "po/translation.h"

/* Whether there are rules for a language: for zh and all that begins so. */
bool lint_applies(const char *tag);

/* Adds an error or a warning to diag for everything in the entries that
 * translation_bind() has let pass, and for exceptions that are not needed. termbase may
 * be NULL. */
void lint_translation(const struct translation *translation, const struct termbase *termbase,
		      struct diag *diag);

#endif
