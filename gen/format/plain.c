/* plain.c: plain text; nothing is escaped and markup is dropped.
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	(void) literal, (void) line_start;
	return mode;
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	(void) mode;
	buf_put_str(buf, s);
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) mode, (void) previous, (void) next, (void) linker;
	buf_put_str(buf, run_shown(run));
}

const struct format format_plain = {"text",   scan,    write_string, write_run,
				    "[en*] ", "[en] ", "",           NULL};
