/* options.c: see options.h. codebook(1) and help.c describe the same options; a
 * test holds them together.
 *
 * SPDX-License-Identifier: MIT */
#include "command/options.h"

#include "base/file.h"
#include "base/intl.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	OPTION_DATA = 256,
	OPTION_PO,
	OPTION_TEMPLATES,
	OPTION_OUT,
	OPTION_LANG,
	OPTION_ONLY,
	OPTION_PAIRS,
	OPTION_CHECK,
	OPTION_LIST_OUTPUTS,
	OPTION_FORMAT,
	OPTION_PARTIALS,
	OPTION_MIN_COVERAGE,
	OPTION_FATAL_WARNINGS,
	OPTION_PREFIX,
	OPTION_DEPFILE,
	OPTION_JOBS,
	OPTION_SHARD,
	OPTION_ARCHIVE,
	OPTION_JSON,
	OPTION_PSEUDO,
	OPTION_HELP,
	OPTION_VERSION
};

static const struct option long_options[] = {
	{"data", required_argument, NULL, OPTION_DATA},
	{"po", required_argument, NULL, OPTION_PO},
	{"templates", required_argument, NULL, OPTION_TEMPLATES},
	{"out", required_argument, NULL, OPTION_OUT},
	{"lang", required_argument, NULL, OPTION_LANG},
	{"only", required_argument, NULL, OPTION_ONLY},
	{"pairs", required_argument, NULL, OPTION_PAIRS},
	{"check", no_argument, NULL, OPTION_CHECK},
	{"list-outputs", no_argument, NULL, OPTION_LIST_OUTPUTS},
	{"format", required_argument, NULL, OPTION_FORMAT},
	{"partials", required_argument, NULL, OPTION_PARTIALS},
	{"min-coverage", required_argument, NULL, OPTION_MIN_COVERAGE},
	{"fatal-warnings", no_argument, NULL, OPTION_FATAL_WARNINGS},
	{"prefix", required_argument, NULL, OPTION_PREFIX},
	{"depfile", required_argument, NULL, OPTION_DEPFILE},
	{"jobs", required_argument, NULL, OPTION_JOBS},
	{"shard", required_argument, NULL, OPTION_SHARD},
	{"archive", required_argument, NULL, OPTION_ARCHIVE},
	{"json", no_argument, NULL, OPTION_JSON},
	{"pseudo", no_argument, NULL, OPTION_PSEUDO},
	{"help", no_argument, NULL, OPTION_HELP},
	{"version", no_argument, NULL, OPTION_VERSION},
	{0},
};

/* Options that mean something to some commands only: to give one to another command is a
 * mistake that would go unnoticed. Each command between blanks. */
static const struct {
	int option;
	const char *commands;
} limited[] = {
	{OPTION_CHECK, " build freeze "},   {OPTION_LIST_OUTPUTS, " build "},
	{OPTION_DEPFILE, " build "},        {OPTION_SHARD, " build "},
	{OPTION_ARCHIVE, " build "},        {OPTION_FORMAT, " render "},
	{OPTION_PARTIALS, " render "},      {OPTION_JSON, " stats "},
	{OPTION_FATAL_WARNINGS, " check "},
};

bool strings_select(const struct strings *strings, const char *item)
{
	for (size_t i = 0; i < strings->count; i++)
		if (same(strings->items[i], item))
			return true;
	return strings->count == 0;
}

static void add_string(struct strings *list, const char *s)
{
	list->items = mem_grow(list->items, &list->room, list->count + 1, sizeof *list->items);
	list->items[list->count++] = s;
}

bool options_refuse(struct diag *diag, const char *message, const char *detail, const char *other)
{
	diag_add(diag, DIAG_SYSTEM, (struct loc){0}, message, detail, other);
	diag_add(diag, DIAG_NOTE, (struct loc){0}, _("try 'codebook --help'"));
	return false;
}

static bool parse_pairs(struct options *options, const char *s, struct diag *diag)
{
	static const char *const names[] = {
		[PAIRS_CURATED] = "curated", [PAIRS_ALL] = "all", [PAIRS_NONE] = "none"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (same(s, names[i])) {
			options->pairs = (enum pairs) i;
			return true;
		}
	return options_refuse(diag, _("--pairs takes curated, all or none, not '%s'"), s, NULL);
}

static bool parse_language(struct options *options, const char *s, struct diag *diag)
{
	if (!translation_tag_valid(s))
		return options_refuse(diag, _("'%s' is no language such as en or zh_CN"), s, NULL);
	add_string(&options->languages, s);
	return true;
}

/* The prefix becomes identifiers and a directory. */
static bool parse_prefix(struct options *options, const char *s, struct diag *diag)
{
	size_t len = strlen(s);
	bool ok = len > 0 && len <= 32 && s[0] >= 'a' && s[0] <= 'z';
	for (size_t i = 0; i < len && ok; i++)
		ok = (s[i] >= 'a' && s[i] <= 'z') || ascii_is_digit(s[i]) || s[i] == '_';
	if (!ok)
		return options_refuse(diag, _("'%s' is no prefix such as my_project"), s, NULL);
	options->prefix = s;
	return true;
}

static bool parse_coverage(struct options *options, const char *s, struct diag *diag)
{
	char *end;
	unsigned long percent = strtoul(s, &end, 10);
	if (!ascii_is_digit(*s) || *end || percent > 100)
		return options_refuse(
			diag, _("--min-coverage takes a number from 0 to 100, not '%s'"), s, NULL);
	options->min_coverage = (unsigned) percent;
	return true;
}

/* A number from 1 to 65535 up to the end or a slash; 0: it is none. */
static unsigned parse_count(const char **s)
{
	unsigned count = 0;
	const char *at = *s;
	while (ascii_is_digit(*at) && count <= 65535)
		count = count * 10 + (unsigned) (*at++ - '0');
	*s = at;
	return count <= 65535 ? count : 0;
}

static bool parse_jobs(struct options *options, const char *s, struct diag *diag)
{
	const char *at = s;
	options->jobs = parse_count(&at);
	return (options->jobs && !*at) ||
	       options_refuse(diag, _("--jobs takes a number from 1 on, not '%s'"), s, NULL);
}

static bool parse_shard(struct options *options, const char *s, struct diag *diag)
{
	const char *at = s;
	options->shard = parse_count(&at);
	bool slash = *at == '/';
	at += slash;
	options->shard_count = slash ? parse_count(&at) : 0;
	return (options->shard && options->shard <= options->shard_count && !*at) ||
	       options_refuse(diag, _("--shard takes I/N, such as 1/4 to 4/4, not '%s'"), s, NULL);
}

static bool parse_option(struct options *options, int option, const char *argument,
			 struct diag *diag)
{
	switch (option) {
	case OPTION_DATA:
		add_string(&options->data, argument);
		break;
	case OPTION_PO:
		options->po = argument;
		options->po_given = true;
		break;
	case OPTION_TEMPLATES:
		options->templates = argument;
		break;
	case OPTION_OUT:
		options->out = argument;
		break;
	case OPTION_LANG:
		return parse_language(options, argument, diag);
	case OPTION_ONLY:
		add_string(&options->only, argument);
		break;
	case OPTION_PAIRS:
		return parse_pairs(options, argument, diag);
	case OPTION_CHECK:
		options->check = true;
		break;
	case OPTION_LIST_OUTPUTS:
		options->list_outputs = true;
		break;
	case OPTION_FORMAT:
		options->format = argument;
		break;
	case OPTION_PARTIALS:
		options->partials = argument;
		break;
	case OPTION_MIN_COVERAGE:
		return parse_coverage(options, argument, diag);
	case OPTION_FATAL_WARNINGS:
		options->fatal_warnings = true;
		break;
	case OPTION_PREFIX:
		return parse_prefix(options, argument, diag);
	case OPTION_DEPFILE:
		options->depfile = argument;
		break;
	case OPTION_JOBS:
	case 'j':
		return parse_jobs(options, argument, diag);
	case OPTION_SHARD:
		return parse_shard(options, argument, diag);
	case OPTION_ARCHIVE:
		options->archive = argument;
		break;
	case OPTION_JSON:
		options->json = true;
		break;
	case OPTION_PSEUDO:
		options->pseudo = true;
		break;
	case OPTION_HELP:
		options->help = true;
		break;
	default:
		options->version = true;
		break;
	}
	return true;
}

/* What is used when no option says otherwise: the folder of a source tree where we
 * stand in one, else what was installed. */
static void set_defaults(struct options *options)
{
	/* What may not be read is there: that it may not be is told when it is used. */
	bool source_tree = !file_is_missing("templates/outputs.xml");
	if (!options->data.count)
		add_string(&options->data, source_tree && !file_is_missing("data")
						   ? "data"
						   : CODEBOOK_PKGDATADIR "/data");
	if (!options->po)
		options->po = file_is_missing("po/LINGUAS") ? CODEBOOK_PKGDATADIR "/po" : "po";
	if (!options->templates)
		options->templates = source_tree ? "templates" : CODEBOOK_PKGDATADIR "/templates";
	if (!options->out)
		options->out = "out";
}

/* given: by number of the option, from OPTION_DATA on. */
static bool check_options(const struct options *options, const bool *given, struct diag *diag)
{
	char command[32];
	int len = snprintf(command, sizeof command, " %s ", options->command);
	for (size_t i = 0; i < sizeof limited / sizeof limited[0]; i++) {
		size_t index = (size_t) (limited[i].option - OPTION_DATA);
		if (!given[index] || len >= (int) sizeof command ||
		    strstr(limited[i].commands, command))
			continue;
		return options_refuse(diag,
				      /* TRANSLATORS: an option, and a command such as "check" */
				      _("option '--%s' does not belong to '%s'"),
				      long_options[index].name, options->command);
	}
	return true;
}

bool options_parse(struct options *options, int argc, char **argv, struct diag *diag)
{
	bool given[OPTION_VERSION - OPTION_DATA + 1] = {false};
	*options = (struct options){
		.format = "html", .prefix = "codebook", .shard = 1, .shard_count = 1};
	opterr = 0;
	for (;;) {
		int at = optind;
		int option = getopt_long(argc, argv, ":j:", long_options, NULL);
		if (option == -1)
			break;
		const char *word = argv[optind > at ? optind - 1 : at];
		if (option == '?' && optopt >= OPTION_DATA)
			return options_refuse(diag, _("option '%s' takes no argument"), word, NULL);
		if (option == '?')
			return options_refuse(diag, _("unknown option '%s'"), word, NULL);
		if (option == ':')
			return options_refuse(diag, _("option '%s' needs an argument"), word, NULL);
		if (!parse_option(options, option, optarg, diag))
			return false;
		if (option >= OPTION_DATA)
			given[option - OPTION_DATA] = true;
	}
	if (optind < argc) {
		options->command = argv[optind];
		options->arguments = (const char **) argv + optind + 1;
		options->argument_count = (size_t) (argc - optind - 1);
		if (!check_options(options, given, diag))
			return false;
	}
	set_defaults(options);
	if (options->archive && (options->check || options->list_outputs))
		return options_refuse(diag, _("--archive cannot be used with %s"),
				      options->check ? "--check" : "--list-outputs", NULL);
	return true;
}

void options_free(struct options *options)
{
	free(options->data.items);
	free(options->languages.items);
	free(options->only.items);
}

size_t options_threads(const struct options *options)
{
	enum { MOST = 256 };
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t count = options->jobs ? options->jobs : processors > 1 ? (size_t) processors : 1;
	return count < MOST ? count : MOST;
}
