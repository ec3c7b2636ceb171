/* main.c: codebook, from the command line to the exit status.
 *
 * SPDX-License-Identifier: MIT */
#include "base/heap.h"
#include "base/intl.h"
#include "command/command.h"
#include "command/help.h"

#include <stdio.h>

static const struct {
	const char *name;
	bool (*run)(const struct options *options, struct diag *diag);
} commands[] = {
	{"build", command_build},     {"check", command_check}, {"show", command_show},
	{"compare", command_compare}, {"view", command_view},   {"render", command_render},
	{"pot", command_pot},         {"join", command_join},   {"stats", command_stats},
	{"freeze", command_freeze},   {"diff", command_diff},
};

static bool run_command(const struct options *options, struct diag *diag)
{
	for (size_t i = 0; options->command && i < sizeof commands / sizeof commands[0]; i++)
		if (same(commands[i].name, options->command))
			return commands[i].run(options, diag);
	if (options->command)
		diag_add(diag, DIAG_SYSTEM, (struct loc){0}, _("unknown command '%s'"),
			 options->command);
	else
		diag_add(diag, DIAG_SYSTEM, (struct loc){0}, _("no command"));
	diag_add(diag, DIAG_NOTE, (struct loc){0}, _("try 'codebook --help'"));
	return false;
}

static bool run(int argc, char **argv, struct options *options, struct diag *diag)
{
	if (!options_parse(options, argc, argv, diag))
		return false;
	if (options->help)
		help_print();
	else if (options->version)
		puts("codebook " CODEBOOK_VERSION);
	else {
		heap_prepare();
		return run_command(options, diag);
	}
	return print_out(STR(""), diag);
}

int main(int argc, char **argv)
{
	intl_init(argc > 0 ? argv[0] : NULL);
	struct options options;
	struct diag diag = {0};
	bool ok = run(argc, argv, &options, &diag);
	diag_print(&diag, stderr);
	int status = diag.system_errors ? 2 : diag.errors || !ok ? 1 : 0;
	options_free(&options);
	diag_free(&diag);
	return status;
}
