/*
 * kite.h: Kite & String Protocol <draft>, signals.
 *
 * Made by codebook VERSION from kite.xml, data version 2.10.3.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * For C89 and later and C++98 and later. Every name begins with CODEBOOK_KITE_
 * or codebook_kite_. The functions take any string, allocate nothing, and are
 * safe in threads and signal handlers; what they return lives for ever.
 */
#ifndef CODEBOOK_KITE_H
#define CODEBOOK_KITE_H

/** Version of the data, as text and as a number to compare: 1.2.3 is 10203. */
#define CODEBOOK_KITE_VERSION "2.10.3"
#define CODEBOOK_KITE_VERSION_NUMBER 21003L

/** How many codes there are. A later version may have more. */
#define CODEBOOK_KITE_COUNT 5

#if defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define CODEBOOK_KITE_INLINE static inline
#elif defined(__GNUC__) || defined(_MSC_VER)
#define CODEBOOK_KITE_INLINE static __inline
#else
#define CODEBOOK_KITE_INLINE static
#endif

/* The codes. Values never change, and none is ever used again. */

/** Up: The kite went up, and the string is \long "enough" * / ??/.
 *
 *  KP 1, section 4.2; since 1.0.0. */
#define CODEBOOK_KITE_UP "UP"
/** Earlier name of the same code. */
#define CODEBOOK_KITE_ALOFT "UP"
/** Earlier name of the same code. */
#define CODEBOOK_KITE_SKY_HIGH "UP"

/** Down: The kite came down.
 *
 *  KP 1, section 4.3; since 1.0.0. */
#define CODEBOOK_KITE_DOWN "DOWN"

/** In a Tree: The kite hangs in a tree.
 *
 *  KP 1; since 1.1.0 (temporary). */
#define CODEBOOK_KITE_TREE "TREE"

/** In a Tree, of Winch: The kite hangs in a tree, and the winch pulls.
 *
 *  Winch; since 2.0.0 (unofficial). */
#define CODEBOOK_KITE_TREE_OF_WINCH "TREE"

/** Lost "Kite": The kite is gone.
 *
 *  KP 0, section 1; since 1.0.0, retired in 2.10.0 (obsolete). */
#define CODEBOOK_KITE_LOST_KITE "LOST_KITE"

/** Whether two codes are the same text. */
CODEBOOK_KITE_INLINE int codebook_kite_same(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

/** The position of a code in ascending order from 0; -1 where it is unknown or a null
 *  pointer. */
CODEBOOK_KITE_INLINE int codebook_kite_position(const char *code)
{
	if (!code)
		return -1;
	if (codebook_kite_same(code, CODEBOOK_KITE_UP))
		return 0;
	if (codebook_kite_same(code, CODEBOOK_KITE_DOWN))
		return 1;
	if (codebook_kite_same(code, CODEBOOK_KITE_TREE))
		return 2;
	if (codebook_kite_same(code, CODEBOOK_KITE_LOST_KITE))
		return 4;
	return -1;
}

/** The code at a position; a null pointer behind the last one. */
CODEBOOK_KITE_INLINE const char *codebook_kite_at(int position)
{
	switch (position) {
	case 0:
		return CODEBOOK_KITE_UP;
	case 1:
		return CODEBOOK_KITE_DOWN;
	case 2:
		return CODEBOOK_KITE_TREE;
	case 3:
		return CODEBOOK_KITE_TREE_OF_WINCH;
	case 4:
		return CODEBOOK_KITE_LOST_KITE;
	default:
		return (const char *) 0;
	}
}

/** The name for people; a null pointer where the code is unknown. */
CODEBOOK_KITE_INLINE const char *codebook_kite_title(const char *code)
{
	switch (codebook_kite_position(code)) {
	case 0:
		return "Up";
	case 1:
		return "Down";
	case 2:
		return "In a Tree";
	case 3:
		return "In a Tree, of Winch";
	case 4:
		return "Lost \"Kite\"";
	default:
		return (const char *) 0;
	}
}

/** What the code says, in one line (UTF-8); a null pointer where it is unknown. */
CODEBOOK_KITE_INLINE const char *codebook_kite_summary(const char *code)
{
	switch (codebook_kite_position(code)) {
	case 0:
		return "The kite went up, and the string is \\long \"enough\" */ ?\?/";
	case 1:
		return "The kite came down";
	case 2:
		return "The kite hangs in a tree";
	case 3:
		return "The kite hangs in a tree, and the winch pulls";
	case 4:
		return "The kite is gone";
	default:
		return (const char *) 0;
	}
}

#endif /* CODEBOOK_KITE_H */
