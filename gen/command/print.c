/* print.c: what the commands share, see command.h.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool print_out(struct str text, struct diag *diag)
{
	if ((!text.len || fwrite(text.ptr, 1, text.len, stdout) == text.len) && fflush(stdout) == 0)
		return true;
	diag_add(diag, DIAG_SYSTEM, (struct loc){0}, _("cannot write to standard output: %s"),
		 strerror(errno));
	return false;
}

bool command_usage(const char *text, struct diag *diag)
{
	diag_add(diag, DIAG_SYSTEM, (struct loc){0}, _("usage: codebook %s"), text);
	return false;
}
