/* help.c: see help.h. codebook(1) describes the same commands and options; a test holds
 * the two together.
 *
 * SPDX-License-Identifier: MIT */
#include "command/help.h"

#include "base/intl.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_COLUMN = 27 };

struct line {
	const char *syntax, *text;
};

static const struct line commands[] = {
	/* TRANSLATORS: What a command or an option does, in lines of at most 53 columns */
	{"build", N_("generate all documents")},
	{"check", N_("check catalog, templates and translations")},
	{"show PROTOCOL CODE", N_("print the page of one code")},
	{"compare PROTOCOL A B", N_("print the page that compares two codes")},
	{"view [SUBJECT]", N_("print what a template sees, as JSON")},
	{"render TEMPLATE JSON", N_("render any Mustache template")},
	{"pot", N_("print the template for translators")},
	{"stats", N_("tell how much is translated")},
	{"join FILE.po", N_("keep the translations of texts that were rewritten")},
	{"freeze FILE", N_("record what is published, refuse what breaks it")},
	{"diff OLD NEW", N_("tell how two catalogs differ")},
};

static const struct line options[] = {
	{"--data=PATH", N_("a catalog file or a directory of them (repeatable)")},
	{"--po=DIR", N_("the translations")},
	{"--templates=DIR", N_("the templates, with outputs.xml")},
	{"--out=DIR", N_("where to write [out]")},
	{"--lang=LANG", N_("only this language (repeatable) [all]")},
	{"--only=KIND", N_("only this kind of output (repeatable) [all]")},
	{"--pairs=curated|all|none", N_("which comparisons to make [curated]")},
	{"--check", N_("build: write nothing, tell what is out of date")},
	{"--list-outputs", N_("build: write nothing, list the files")},
	{"-j, --jobs=N", N_("build, check: so many threads [all processors]")},
	{"--shard=I/N", N_("build: only the I-th of N parts")},
	{"--archive=FILE.tar", N_("build: one archive, - for standard output, no tree")},
	{"--prefix=NAME", N_("begin identifiers in generated code so [codebook]")},
	{"--depfile=FILE.d", N_("build: write what FILE depends on, as a rule for make")},
	{"--min-coverage=PERCENT", N_("check, build: fail below this share translated")},
	{"--fatal-warnings", N_("check: fail when there is a warning")},
	{"--pseudo", N_("add the made-up language en_XA, for tests")},
	{"--json", N_("stats: as JSON")},
	{"--format=FORMAT", N_("render: text, html, markdown, roff, c, code, json\n[html]")},
	{"--partials=DIR", N_("render: where partials are [beside the template]")},
	{"--help", N_("print this help")},
	{"--version", N_("print the version")},
};

static void print_line(const struct line *line)
{
	const char *text = _(line->text);
	printf("  %-*s", TEXT_COLUMN - 2, line->syntax);
	for (const char *end; (end = strchr(text, '\n')); text = end + 1)
		printf("%.*s\n%*s", (int) (end - text), text, TEXT_COLUMN, "");
	puts(text);
}

static void print_lines(const char *title, const struct line *lines, size_t count)
{
	printf("\n%s\n", title);
	for (size_t i = 0; i < count; i++)
		print_line(&lines[i]);
}

void help_print(void)
{
	puts(_("Usage: codebook COMMAND [OPTION]... [ARGUMENT]..."));
	puts(_("Make headers, manual pages, Markdown and comparisons from a catalog of codes."));
	print_lines(_("Commands:"), commands, sizeof commands / sizeof commands[0]);
	print_lines(_("Options:"), options, sizeof options / sizeof options[0]);
	putchar('\n');
	puts(_("Exit status: 0 success, 1 wrong input or output out of date, 2 usage or system\n"
	       "error."));
}
