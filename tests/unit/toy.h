/* toy.h: a small made-up catalog. Tests change one place of it and name the line and
 * column that the message has to name, so keep one element to a line.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TESTS_TOY_H
#define CB_TESTS_TOY_H

#include "helper.h"

#include "catalog/catalog.h"

static const char toy_xml[] =
	/* 1 */
	"<protocol id=\"toy\" name=\"TOY\" codes=\"decimal\" version=\"1.2.3\" date=\"2020-02-29\">\n"
	/* 2 */ "<title>Toy Protocol</title>\n"
	/* 3 */ "<term>toy code</term>\n"
	/* 4 */ "<summary>Codes of a toy</summary>\n"
	/* 5 */
	"<description><p>As in <code ref=\"20\"/>, by <src ref=\"t1\"/>.</p></description>\n"
	/* 6 */ "<sources>\n"
	/* 7 */ "<source id=\"t1\" number=\"T 1\" status=\"informational\" date=\"2001\" "
	"href=\"https://t.example/1\" anchor=\"s-\">Toys</source>\n"
	/* 8 */ "<source id=\"t2\" number=\"T 2\" status=\"historic\" date=\"2002-03\" "
	"href=\"https://t.example/2\" obsoletes=\"t0 t1\">More Toys</source>\n"
	/* 9 */ "</sources>\n"
	/* 10 */ "<roles>\n"
	/* 11 */ "<role id=\"child\">Child</role>\n"
	/* 12 */ "<role id=\"parent\">Parent</role>\n"
	/* 13 */ "</roles>\n"
	/* 14 */ "<classes>\n"
	/* 15 */ "<class id=\"good\" label=\"1x\" from=\"10\" to=\"19\"><name>Good</name>"
	"<description><p>It plays.</p></description></class>\n"
	/* 16 */ "<class id=\"bad\" from=\"20\" to=\"29\"><name>Bad</name>"
	"<description><p>It broke.</p></description></class>\n"
	/* 17 */ "</classes>\n"
	/* 18 */ "<facets>\n"
	/* 19 */ "<facet id=\"retry\"><name>Retry</name>\n"
	/* 20 */ "<value id=\"no\"><name>No</name></value>\n"
	/* 21 */ "<value id=\"later\"><name>Later</name><meaning>Wait.</meaning></value>\n"
	/* 22 */ "</facet>\n"
	/* 23 */
	"<facet id=\"part\" multiple=\"yes\" optional=\"yes\" place=\"yes\"><name>Part</name>\n"
	/* 24 */ "<value id=\"wheel\" literal=\"WHEEL\"/>\n"
	/* 25 */ "<value id=\"door\" literal=\"DOOR\"/>\n"
	/* 26 */ "</facet>\n"
	/* 27 */ "</facets>\n"
	/* 28 */ "<associates><name>Toy notes</name>\n"
	/* 29 */ "<associate value=\"1.1\" source=\"t1\" section=\"9\">Wheel note</associate>\n"
	/* 30 */ "</associates>\n"
	/* 31 */ "<codes>\n"
	/* 32 */
	"<code value=\"20\" id=\"broken\" class=\"bad\" since=\"1.0.0\" status=\"standard\">\n"
	/* 33 */ "<name>Broken</name>\n"
	/* 34 */ "<phrase>It broke</phrase>\n"
	/* 35 */ "<summary>The toy is broken</summary>\n"
	/* 36 */ "<description>\n"
	/* 37 */ "<p>It <em>is</em>\n   broken &amp; <cmd>PLAY</cmd> fails.</p>\n"
	/* 39 */ "<p id=\"more\">See <code ref=\"toy:11\"/>.</p>\n"
	/* 40 */ "</description>\n"
	/* 41 */ "<when><p>After a fall.</p></when>\n"
	/* 42 */ "<choose>When it fell.</choose>\n"
	/* 43 */ "<fix role=\"child\"><p>Cry.</p></fix>\n"
	/* 44 */ "<fix role=\"parent\"><p>Glue it.</p></fix>\n"
	/* 45 */ "<practice software=\"Big Toy\" source=\"t2\"><p>It beeps.</p></practice>\n"
	/* 46 */ "<facts>\n"
	/* 47 */ "<fact facet=\"retry\" values=\"later\"/>\n"
	/* 48 */ "<fact facet=\"part\" values=\"door wheel\"/>\n"
	/* 49 */ "</facts>\n"
	/* 50 */ "<alias id=\"kaput\" name=\"Kaput\" source=\"t2\"/>\n"
	/* 51 */ "<associated value=\"1.1\" basis=\"practice\"/>\n"
	/* 52 */ "<ref source=\"t1\" section=\"2.1\"/>\n"
	/* 53 */ "<see code=\"11\"/>\n"
	/* 54 */ "<example><caption>A fall</caption>\n"
	/* 55 */ "<line from=\"C\">PLAY</line>\n"
	/* 56 */ "<line from=\"S\">20 It broke</line>\n"
	/* 57 */ "</example>\n"
	/* 58 */ "</code>\n"
	/* 59 */
	"<code value=\"11\" id=\"plays\" class=\"good\" since=\"1.0.0\" status=\"standard\">\n"
	/* 60 */ "<name>Plays</name>\n"
	/* 61 */ "<summary>The toy plays</summary>\n"
	/* 62 */ "<description><p>It plays.</p></description>\n"
	/* 63 */ "<when><p>On a good day.</p></when>\n"
	/* 64 */ "<choose>When it works.</choose>\n"
	/* 65 */ "<facts>\n"
	/* 66 */ "<fact facet=\"retry\" values=\"no\"/>\n"
	/* 67 */ "</facts>\n"
	/* 68 */ "<ref source=\"t1\"/>\n"
	/* 69 */ "</code>\n"
	/* 70 */
	"<code value=\"11\" id=\"sings\" class=\"good\" since=\"1.1.0\" status=\"unofficial\" "
	"vendor=\"Big Toy\">\n"
	/* 71 */ "<name>Sings</name>\n"
	/* 72 */ "<summary>The toy sings</summary>\n"
	/* 73 */ "<description><p>It sings.</p></description>\n"
	/* 74 */ "<when><p>At night.</p></when>\n"
	/* 75 */ "<choose>Never.</choose>\n"
	/* 76 */ "<facts>\n"
	/* 77 */ "<fact facet=\"retry\" values=\"no\"/>\n"
	/* 78 */ "</facts>\n"
	/* 79 */ "<ref source=\"t2\"/>\n"
	/* 80 */ "</code>\n"
	/* 81 */ "</codes>\n"
	/* 82 */ "<comparisons>\n"
	/* 83 */ "<compare a=\"11\" b=\"20\">\n"
	/* 84 */ "<lead>One plays.</lead>\n"
	/* 85 */ "<difference id=\"noise\">One is loud.</difference>\n"
	/* 86 */ "<decision><p>Send <code ref=\"11\"/>.</p></decision>\n"
	/* 87 */ "</compare>\n"
	/* 88 */ "</comparisons>\n"
	/* 89 */ "</protocol>\n";

/* text with the first occurrence of `find`, which has to be there, replaced. */
static inline const char *replaced(struct arena *arena, const char *text, const char *find,
				   const char *replacement)
{
	const char *at = strstr(text, find);
	if (!at)
		fail_msg("'%s' is not in the text to change", find);
	return arena_printf(arena, "%.*s%s%s", (int) (at - text), text, replacement,
			    at + strlen(find));
}

/* Loads a catalog of one file, x.xml in the current directory. */
static inline struct catalog *load_xml(const char *xml, struct diag *diag)
{
	static const char *const paths[] = {"x.xml"};
	write_text(paths[0], xml);
	return catalog_load(paths, 1, diag);
}

/* Writes the toy catalog under another id and with one change more. */
static inline void write_toy(const char *path, const char *id, const char *find,
			     const char *replacement)
{
	struct arena arena = {0};
	const char *xml =
		replaced(&arena, toy_xml, "id=\"toy\"", arena_printf(&arena, "id=\"%s\"", id));
	xml = replaced(&arena, xml, "toy:11", "11");
	write_text(path, replaced(&arena, xml, find, replacement));
	arena_free(&arena);
}

#endif
