/*
 * gust.h: Gusts, the gust codes as constants.
 *
 * Made by codebook VERSION from gust.xml, data version 0.1.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * For C89 and later and C++98 and later, hosted or freestanding; nothing is included,
 * and nothing is defined but constants. Every name begins with CODEBOOK_GUST_ or
 * codebook_gust_. What is known about each code (names, texts, facts) is in
 * gust-strings.h.
 */
#ifndef CODEBOOK_GUST_H
#define CODEBOOK_GUST_H

/** Version of the data, as text and as a number to compare: 1.2.3 is 10203. */
#define CODEBOOK_GUST_VERSION "0.1.0"
#define CODEBOOK_GUST_VERSION_NUMBER 100L

/** How many codes there are. A later version may have more. */
#define CODEBOOK_GUST_COUNT 3

/* The codes. Values never change, and none is ever used again. */

/** Breeze: A breeze.
 *
 *  KP 1; since 0.1.0 (experimental). */
#define CODEBOOK_GUST_BREEZE "1.1"

/** Storm: A storm; see also the kite.
 *
 *  KP 1 section 9.9; since 0.1.0 (registered). */
#define CODEBOOK_GUST_STORM "2.9"

/** Squall: A squall.
 *
 *  KP 1 section 9.10; since 0.1.0 (reserved). */
#define CODEBOOK_GUST_SQUALL "2.10"

/** All codes, as X(constant, value, "NAME", "Name for people", "text on the wire"), in
 *  ascending order; the last is "" where a code has none. */
#define CODEBOOK_GUST_LIST(X) \
	X(CODEBOOK_GUST_BREEZE, "1.1", "BREEZE", "Breeze", "") \
	X(CODEBOOK_GUST_STORM, "2.9", "STORM", "Storm", "") \
	X(CODEBOOK_GUST_SQUALL, "2.10", "SQUALL", "Squall", "")

/** The classes of codes. */
enum codebook_gust_class {
	CODEBOOK_GUST_CLASS_UNKNOWN = 0,
	/** 1.x: Light. */
	CODEBOOK_GUST_CLASS_LIGHT = 1,
	/** 2.x: Heavy. */
	CODEBOOK_GUST_CLASS_HEAVY = 2
};

/** Side. */
enum codebook_gust_side {
	CODEBOOK_GUST_SIDE_UNKNOWN = 0,
	/** Left. */
	CODEBOOK_GUST_SIDE_LEFT = 1
};

#endif /* CODEBOOK_GUST_H */
