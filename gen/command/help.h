/* help.h: what --help prints.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_HELP_H
#define CB_COMMAND_HELP_H

/* Prints the summary of commands and options to standard output. */
void help_print(void);

#endif
