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
	bool takes_arguments;
} commands[] = {
	{"build", command_build, false}, {"check", command_check, false},
	{"show", command_show, true},    {"compare", command_compare, true},
	{"view", command_view, true},    {"render", command_render, true},
	{"pot", command_pot, false},     {"join", command_join, true},
	{"stats", command_stats, false}, {"freeze", command_freeze, true},
	{"diff", command_diff, true},
};

static bool run_command(const struct options *options, struct diag *diag)
{
	if (!options->command)
		return options_refuse(diag, _("no command"), NULL, NULL);
	size_t i = 0, count = sizeof commands / sizeof commands[0];
	while (i < count && !same(commands[i].name, options->command))
		i++;
	if (i == count)
		return options_refuse(diag, _("unknown command '%s'"), options->command, NULL);
	if (options->argument_count && !commands[i].takes_arguments)
		return options_refuse(diag, _("'%s' is no option; a catalog is given with --data"),
				      options->arguments[0], NULL);
	return commands[i].run(options, diag);
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
