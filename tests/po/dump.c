/* dump.c: prints what the PO reader reads, for reader.py to compare.
 *
 * For each file "file NAME", then its error, or "header STR" and for each entry "entry KEY
 * STR FLAG". Strings are in hexadecimal behind an x; the key is that of an .mo file; the
 * flag is usable, fuzzy or untranslated.
 *
 * SPDX-License-Identifier: MIT */
#include "po/po.h"

#include <stdio.h>

static void put_hex(struct str s)
{
	fputs(" x", stdout);
	for (size_t i = 0; i < s.len; i++)
		printf("%02x", (unsigned char) s.ptr[i]);
}

static void dump_entry(struct arena *arena, const struct po_entry *entry)
{
	fputs("entry", stdout);
	put_hex(po_key(arena, entry->context, entry->id));
	put_hex(entry->str);
	puts(!entry->str.len ? " untranslated" : entry->fuzzy ? " fuzzy" : " usable");
}

static void dump(struct po *po)
{
	fputs("header", stdout);
	put_hex(str_of(po->header));
	puts("");
	for (size_t i = 0; i < po->count; i++)
		dump_entry(&po->arena, po->entries[i]);
	po_free(po);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct diag diag = {0};
		struct po *po = po_load(argv[i], &diag);
		printf("file %s\n", argv[i]);
		if (po)
			dump(po);
		diag_print(&diag, stdout);
		diag_free(&diag);
	}
	return 0;
}
