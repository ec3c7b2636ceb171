/* fixtures.c: headers of symbolic, dotted and hexadecimal codes, and of a value with
 * several owners; made from tests/golden/data. C and C++.
 *
 * SPDX-License-Identifier: MIT */
#include <codebook/gust-strings.h>
#include <codebook/kite-strings.h>
#include <codebook/reel-strings.h>

#include <stdio.h>
#include <string.h>

static int failures;

#define CHECK(condition)                                                                           \
	do                                                                                         \
		if (!(condition)) {                                                                \
			printf("line %d: %s\n", __LINE__, #condition);                             \
			failures++;                                                                \
		}                                                                                  \
	while (0)

static int is(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

int main(void)
{
	/* Special characters arrive as they were. */
	CHECK(is(codebook_kite_summary("UP"),
		 "The kite went up, and the string is \\long \"enough\" */ ?"
		 "?/"));
	CHECK(is(codebook_kite_phrase("UP"), "Up, up & \"away\" \\o/ */ ?"
					     "?/"));
	CHECK(is(codebook_kite_title("LOST_KITE"), "Lost \"Kite\""));
	CHECK(is(codebook_reel_phrase(0), "Halt ?"
					  "?= \\\""));

	/* Symbols are compared exactly. */
	CHECK(is(CODEBOOK_KITE_UP, "UP"));
	CHECK(is(CODEBOOK_KITE_ALOFT, "UP"));
	CHECK(codebook_kite_title("up") == NULL);
	CHECK(codebook_kite_title("") == NULL);
	CHECK(codebook_kite_title(NULL) == NULL);
	CHECK(is(codebook_kite_at(0), "UP"));
	CHECK(codebook_kite_at(CODEBOOK_KITE_COUNT) == NULL);
	CHECK(codebook_kite_at(-1) == NULL);

	/* The official owner of a value answers for it; the others keep their names. */
	CHECK(is(codebook_kite_title("TREE"), "In a Tree"));
	CHECK(is(CODEBOOK_KITE_TREE_OF_WINCH, "TREE"));
	CHECK(is(codebook_reel_name(0x1f), "SPIN"));
	CHECK(codebook_reel_from_name("spin_of_winch") == 0x1f);

	/* Old names are found, and lead to the new one. */
	CHECK(CODEBOOK_REEL_NULL == CODEBOOK_REEL_HALT);
	CHECK(codebook_reel_from_name("BLOCK") == 0x80);
	CHECK(is(codebook_reel_name(CODEBOOK_REEL_BLOCK), "JAM"));

	/* Optional facts, and sets. */
	CHECK(codebook_reel_oil(CODEBOOK_REEL_JAM) == CODEBOOK_REEL_OIL_DRY);
	CHECK(codebook_reel_oil(CODEBOOK_REEL_HALT) == CODEBOOK_REEL_OIL_UNKNOWN);
	CHECK(codebook_reel_noise(CODEBOOK_REEL_SPIN) ==
	      ((unsigned long) CODEBOOK_REEL_NOISE_HUM |
	       (unsigned long) CODEBOOK_REEL_NOISE_CLICK));
	CHECK(codebook_reel_noise(CODEBOOK_REEL_HALT) == 0);
	CHECK(codebook_reel_class(0x7f) == CODEBOOK_REEL_CLASS_TURNING);
	CHECK(codebook_reel_class(0x80) == CODEBOOK_REEL_CLASS_STUCK);
	CHECK(codebook_reel_class(0x81) == CODEBOOK_REEL_CLASS_UNKNOWN);
	CHECK(codebook_reel_parse("0x1F spins") == 0x1f);
	CHECK(codebook_reel_parse("0X1f spins") == 0x1f);
	CHECK(codebook_reel_parse("1F") == -1);

	/* Dotted codes go by their numbers: 2.9 before 2.10. */
	CHECK(is(codebook_gust_at(0), "1.1"));
	CHECK(is(codebook_gust_at(1), "2.9"));
	CHECK(is(codebook_gust_at(2), "2.10"));
	CHECK(is(codebook_gust_title("2.10"), "Squall"));
	CHECK(codebook_gust_title("2.1") == NULL);
	return failures != 0;
}
