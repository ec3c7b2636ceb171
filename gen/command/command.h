/* command.h: one function per command of codebook(1). Each returns whether it did what
 * it was asked; what went wrong is in diag.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_COMMAND_H
#define CB_COMMAND_COMMAND_H

#include "command/options.h"

bool command_build(const struct options *options, struct diag *diag);
bool command_check(const struct options *options, struct diag *diag);
bool command_show(const struct options *options, struct diag *diag);
bool command_compare(const struct options *options, struct diag *diag);
bool command_view(const struct options *options, struct diag *diag);
bool command_render(const struct options *options, struct diag *diag);
bool command_freeze(const struct options *options, struct diag *diag);
bool command_diff(const struct options *options, struct diag *diag);
bool command_pot(const struct options *options, struct diag *diag);
bool command_stats(const struct options *options, struct diag *diag);
bool command_join(const struct options *options, struct diag *diag);

/* Says how a command is used: "show PROTOCOL CODE". Returns false. */
bool command_usage(const char *text, struct diag *diag);

/* Writes to standard output; false, and a message, when that fails. */
bool print_out(struct str text, struct diag *diag);

#endif
