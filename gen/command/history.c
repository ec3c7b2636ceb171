/* history.c: freeze and diff.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/file.h"
#include "base/intl.h"
#include "history/history.h"

static bool freeze(const struct options *options, const struct catalog *catalog,
		   struct history *history, struct diag *diag)
{
	const char *path = options->arguments[0];
	if (!history_check(history, catalog, diag))
		return false;
	size_t changes = history_update(history, catalog);
	if (!changes)
		return true;
	if (options->check) {
		diag_add(diag, DIAG_ERROR, (struct loc){path, 0, 0},
			 ngettext("%zu line is missing or out of date; run codebook freeze",
				  "%zu lines are missing or out of date; run codebook freeze",
				  changes),
			 changes);
		return false;
	}
	struct buf text = {0};
	history_write(&text, history);
	bool ok = file_write(path, buf_str(&text), diag);
	buf_free(&text);
	return ok;
}

bool command_freeze(const struct options *options, struct diag *diag)
{
	if (options->argument_count != 1)
		return command_usage("freeze FILE", diag);
	struct catalog *catalog = catalog_load(options->data.items, options->data.count, diag);
	struct history *history = catalog ? history_load(options->arguments[0], diag) : NULL;
	bool ok = history && freeze(options, catalog, history, diag);
	history_free(history);
	catalog_free(catalog);
	return ok;
}

bool command_diff(const struct options *options, struct diag *diag)
{
	if (options->argument_count != 2)
		return command_usage("diff OLD NEW", diag);
	struct catalog *old = catalog_load(&options->arguments[0], 1, diag);
	struct catalog *new = catalog_load(&options->arguments[1], 1, diag);
	bool ok = old && new;
	if (ok) {
		struct buf text = {0};
		history_diff(&text, old, new);
		ok = print_out(buf_str(&text), diag);
		struct history *published = history_of_catalog(old);
		ok = history_check(published, new, diag) && ok;
		history_free(published);
		buf_free(&text);
	}
	catalog_free(old);
	catalog_free(new);
	return ok;
}
