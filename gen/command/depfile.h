/* depfile.h: what a build read, as a rule for make.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_DEPFILE_H
#define CB_COMMAND_DEPFILE_H

#include "command/session.h"

/* Writes the file that --depfile names: the target (the name without .d) depends on
 * every catalog, template and translation of the session. False: see diag. */
bool depfile_write(struct session *session);

#endif
