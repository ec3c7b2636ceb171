/* messages.c: pot and join: what translators start from, and what they keep.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/file.h"
#include "base/intl.h"
#include "command/session.h"
#include "po/join.h"
#include "po/pot.h"

bool command_pot(const struct options *options, struct diag *diag)
{
	struct session s;
	struct buf text = {0};
	bool ok = session_load_sources(&s, options, diag);
	if (ok) {
		size_t count;
		const struct message *const *messages = session_messages(&s, &count);
		pot_write(&text, messages, count);
		ok = print_out(buf_str(&text), diag);
	}
	buf_free(&text);
	session_free(&s);
	return ok;
}

static bool join(struct session *s, const char *path)
{
	size_t count;
	const struct message *const *messages = session_messages(s, &count);
	struct po *po = po_load(path, s->diag);
	struct buf text = {0};
	bool ok = po != NULL;
	if (po && po_join(&text, po, messages, count))
		ok = file_write(path, buf_str(&text), s->diag);
	buf_free(&text);
	po_free(po);
	return ok;
}

bool command_join(const struct options *options, struct diag *diag)
{
	if (options->argument_count != 1)
		return command_usage("join FILE.po", diag);
	struct session s;
	bool ok = session_load_sources(&s, options, diag) && join(&s, options->arguments[0]);
	session_free(&s);
	return ok;
}
