/*
 * gust.h: Gusts, gust codes.
 *
 * Made by codebook VERSION from gust.xml, data version 0.1.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * For C89 and later and C++98 and later. Every name begins with CODEBOOK_GUST_
 * or codebook_gust_. The functions take any string, allocate nothing, and are
 * safe in threads and signal handlers; what they return lives for ever.
 */
#ifndef CODEBOOK_GUST_H
#define CODEBOOK_GUST_H

/** Version of the data, as text and as a number to compare: 1.2.3 is 10203. */
#define CODEBOOK_GUST_VERSION "0.1.0"
#define CODEBOOK_GUST_VERSION_NUMBER 100L

/** How many codes there are. A later version may have more. */
#define CODEBOOK_GUST_COUNT 3

#if defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define CODEBOOK_GUST_INLINE static inline
#elif defined(__GNUC__) || defined(_MSC_VER)
#define CODEBOOK_GUST_INLINE static __inline
#else
#define CODEBOOK_GUST_INLINE static
#endif

/* The codes. Values never change, and none is ever used again. */

/** Breeze: A breeze.
 *
 *  KP 1; since 0.1.0 (experimental). */
#define CODEBOOK_GUST_BREEZE "1.1"

/** Storm: A storm; see also the kite.
 *
 *  KP 1, section 9.9; since 0.1.0 (registered). */
#define CODEBOOK_GUST_STORM "2.9"

/** Squall: A squall.
 *
 *  KP 1, section 9.10; since 0.1.0 (reserved). */
#define CODEBOOK_GUST_SQUALL "2.10"

/** Whether two codes are the same text. */
CODEBOOK_GUST_INLINE int codebook_gust_same(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

/** The position of a code in ascending order from 0; -1 where it is unknown or a null
 *  pointer. */
CODEBOOK_GUST_INLINE int codebook_gust_position(const char *code)
{
	if (!code)
		return -1;
	if (codebook_gust_same(code, CODEBOOK_GUST_BREEZE))
		return 0;
	if (codebook_gust_same(code, CODEBOOK_GUST_STORM))
		return 1;
	if (codebook_gust_same(code, CODEBOOK_GUST_SQUALL))
		return 2;
	return -1;
}

/** The code at a position; a null pointer behind the last one. */
CODEBOOK_GUST_INLINE const char *codebook_gust_at(int position)
{
	switch (position) {
	case 0:
		return CODEBOOK_GUST_BREEZE;
	case 1:
		return CODEBOOK_GUST_STORM;
	case 2:
		return CODEBOOK_GUST_SQUALL;
	default:
		return (const char *) 0;
	}
}

/** The name for people; a null pointer where the code is unknown. */
CODEBOOK_GUST_INLINE const char *codebook_gust_title(const char *code)
{
	switch (codebook_gust_position(code)) {
	case 0:
		return "Breeze";
	case 1:
		return "Storm";
	case 2:
		return "Squall";
	default:
		return (const char *) 0;
	}
}

/** What the code says, in one line (UTF-8); a null pointer where it is unknown. */
CODEBOOK_GUST_INLINE const char *codebook_gust_summary(const char *code)
{
	switch (codebook_gust_position(code)) {
	case 0:
		return "A breeze";
	case 1:
		return "A storm; see also the kite";
	case 2:
		return "A squall";
	default:
		return (const char *) 0;
	}
}

#endif /* CODEBOOK_GUST_H */
