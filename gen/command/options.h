/* options.h: the command line.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_OPTIONS_H
#define CB_COMMAND_OPTIONS_H

#include "plan/plan.h"

/* A list of option arguments, in the order given. */
struct strings {
	const char **items;
	size_t count, room;
};

/* Whether a selection takes an item in: one that is empty takes in all. */
bool strings_select(const struct strings *strings, const char *item);

struct options {
	const char *command; /* NULL: none was given */
	const char **arguments;
	size_t argument_count;
	struct strings data, languages, only;
	const char *po, *templates, *out, *partials, *prefix, *depfile;
	bool po_given;      /* not by default */
	const char *format; /* of render */
	enum pairs pairs;
	const char *archive;         /* NULL: a tree is written */
	unsigned jobs;               /* 0: one for each processor */
	unsigned shard, shard_count; /* 1 of 1: all */
	unsigned min_coverage;       /* per cent */
	bool check, fatal_warnings, list_outputs, json, pseudo, help, version;
};

/* Parses argv. False: it said what is wrong in diag (status 2). */
bool options_parse(struct options *options, int argc, char **argv, struct diag *diag);

/* Says what is wrong with the command line, with up to two details for the message, and where
 * help is. Returns false. */
bool options_refuse(struct diag *diag, const char *message, const char *detail, const char *other);

/* How many threads may be used: what --jobs says, or one for each processor. */
size_t options_threads(const struct options *options);

void options_free(struct options *options);

#endif
