/* json.c: JSON (RFC 8259, section 7).
 *
 * Outside strings a template may insert whole values; the template part writes
 * them with value_write_json(), so what comes here is a string that still needs
 * its quotes.
 *
 * SPDX-License-Identifier: MIT */
#include "format/format.h"

#include "view/value.h"

static enum mode scan(enum mode mode, struct str literal, bool line_start)
{
	(void) line_start;
	for (size_t i = 0; i < literal.len; i++) {
		if (mode == MODE_JSON_STRING && literal.ptr[i] == '\\')
			i++;
		else if (literal.ptr[i] == '"')
			mode = mode == MODE_JSON ? MODE_JSON_STRING : MODE_JSON;
	}
	return mode;
}

static void write_string(enum mode mode, struct buf *buf, struct str s)
{
	if (mode == MODE_JSON)
		buf_putc(buf, '"');
	json_write_string(buf, s);
	if (mode == MODE_JSON)
		buf_putc(buf, '"');
}

static void write_run(enum mode mode, struct buf *buf, const struct run *previous,
		      const struct run *run, const struct run *next, const struct linker *linker)
{
	(void) linker;
	if (mode == MODE_JSON && !previous)
		buf_putc(buf, '"');
	json_write_string(buf, run_shown(run));
	if (mode == MODE_JSON && !next)
		buf_putc(buf, '"');
}

const struct format format_json = {"json", scan, write_string, write_run, NULL, NULL, NULL, NULL};
