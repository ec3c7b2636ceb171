/* cells.c: see cells.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/cells.h"

#include "base/arena.h"

#include <stdlib.h>

/* Unicode 15, Blocks.txt: the CJK ideographs and their compatibility forms; 々 and 〇. */
static bool is_han(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3fffd) || c == 0x3005 ||
	       c == 0x3007;
}

/* ASCII, Latin-1 to Latin Extended-B (without × and ÷), Greek and Cyrillic. */
static bool is_latin(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_alpha((char) c) || ascii_is_digit((char) c);
	return (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) || (c >= 0x370 && c <= 0x52f);
}

static bool is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x3000;
}

/* 、。〈〉《》「」『』【】〔〕 “ ” ‘ ’ ！（），：；？ */
static bool is_full(uint32_t c)
{
	static const uint32_t others[] = {0x201c, 0x201d, 0x2018, 0x2019, 0xff01, 0xff08,
					  0xff09, 0xff0c, 0xff1a, 0xff1b, 0xff1f};
	if (c == 0x3001 || c == 0x3002 || (c >= 0x3008 && c <= 0x3011) || c == 0x3014 ||
	    c == 0x3015)
		return true;
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (c == others[i])
			return true;
	return false;
}

static enum cell_kind kind_of(uint32_t c)
{
	return is_han(c)     ? CELL_HAN
	       : is_latin(c) ? CELL_LATIN
	       : is_space(c) ? CELL_SPACE
	       : is_full(c)  ? CELL_FULL
			     : CELL_OTHER;
}

static void add(struct cells *cells, struct cell cell)
{
	cells->items = mem_grow(cells->items, &cells->room, cells->count + 1, sizeof cell);
	cells->items[cells->count++] = cell;
}

/* —— and …… are punctuation, a single one may be anything. */
static void pair_up(struct cells *cells)
{
	struct cell *cell = &cells->items[cells->count - 1];
	if ((cell->c == 0x2014 || cell->c == 0x2026) && cell[-1].c == cell->c)
		cell->kind = cell[-1].kind = CELL_FULL;
}

/* The characters of a run. raw is what spells them in the message, where an entity
 * stands for one; empty where the offset does not move. */
static void add_characters(struct cells *cells, struct str text, size_t offset, struct str raw)
{
	for (size_t at = 0, in_raw = 0; at < text.len;) {
		uint32_t c;
		size_t len = utf8_decode(text.ptr + at, text.len - at, &c);
		if (!len)
			return;
		add(cells, (struct cell){kind_of(c), c, {text.ptr + at, len}, offset + in_raw});
		pair_up(cells);
		at += len;
		if (in_raw >= raw.len)
			continue;
		const char *end = raw.ptr[in_raw] == '&'
					  ? memchr(raw.ptr + in_raw, ';', raw.len - in_raw)
					  : NULL;
		in_raw += end ? (size_t) (end - raw.ptr) - in_raw + 1 : len;
	}
}

void cells_read(struct cells *cells, struct str message, const struct text *text)
{
	cells->count = 0;
	add(cells, (struct cell){.kind = CELL_EDGE});
	for (size_t i = 0; i < text->count; i++) {
		const struct run *run = &text->runs[i];
		size_t end = i + 1 < text->count ? text->runs[i + 1].offset : message.len;
		struct str raw = {message.ptr + run->offset, end - run->offset};
		if (run->kind == RUN_PLAIN)
			add_characters(cells, run->text, run->offset, raw);
		else if (run->kind == RUN_EM || run->kind == RUN_LINK)
			add_characters(cells, run->text, run->offset, STR(""));
		else
			add(cells,
			    (struct cell){run->kind == RUN_PLACEHOLDER ? CELL_HOLE : CELL_LITERAL,
					  0, raw, run->offset});
	}
	add(cells, (struct cell){.kind = CELL_EDGE, .offset = message.len});
	cells->count -= 2;
}

void cells_free(struct cells *cells)
{
	free(cells->items);
	*cells = (struct cells){0};
}
