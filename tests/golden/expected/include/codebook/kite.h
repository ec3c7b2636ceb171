/*
 * kite.h: Kite & String Protocol <draft>, the signals as constants.
 *
 * Made by codebook VERSION from kite.xml, data version 2.10.3.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * For C89 and later and C++98 and later, hosted or freestanding; nothing is included,
 * and nothing is defined but constants. Every name begins with CODEBOOK_KITE_ or
 * codebook_kite_. What is known about each code (names, texts, facts) is in
 * kite-strings.h.
 */
#ifndef CODEBOOK_KITE_H
#define CODEBOOK_KITE_H

/** Version of the data, as text and as a number to compare: 1.2.3 is 10203. */
#define CODEBOOK_KITE_VERSION "2.10.3"
#define CODEBOOK_KITE_VERSION_NUMBER 21003L

/** How many codes there are. A later version may have more. */
#define CODEBOOK_KITE_COUNT 5

/* The codes. Values never change, and none is ever used again. */

/** Up: The kite went up, and the string is \long "enough" * / ??/.
 *
 *  KP 1 section 4.2; since 1.0.0. */
#define CODEBOOK_KITE_UP "UP"
/** The same as a number. */
#define CODEBOOK_KITE_UP_NUMBER 1UL

/** Down: The kite came down.
 *
 *  KP 1 section 4.3; since 1.0.0. */
#define CODEBOOK_KITE_DOWN "DOWN"
/** The same as a number. */
#define CODEBOOK_KITE_DOWN_NUMBER 2UL

/** In a Tree: The kite hangs in a tree.
 *
 *  KP 1; since 1.1.0 (temporary). */
#define CODEBOOK_KITE_TREE "TREE"

/** In a Tree, of Winch: The kite hangs in a tree, and the winch pulls.
 *
 *  Winch; since 2.0.0 (unofficial). */
#define CODEBOOK_KITE_TREE_OF_WINCH "TREE"
/** The same as a number. */
#define CODEBOOK_KITE_TREE_OF_WINCH_NUMBER 77UL

/** Lost "Kite": The kite is gone.
 *
 *  KP 0 section 1; since 1.0.0, retired in 2.10.0 (obsolete). */
#define CODEBOOK_KITE_LOST_KITE "LOST_KITE"
/** The same as a number. */
#define CODEBOOK_KITE_LOST_KITE_NUMBER 4294967295UL

/* Names that codes had before. Define CODEBOOK_KITE_NO_OLD_NAMES to do without. */
#ifndef CODEBOOK_KITE_NO_OLD_NAMES
#define CODEBOOK_KITE_ALOFT CODEBOOK_KITE_UP
#define CODEBOOK_KITE_SKY_HIGH CODEBOOK_KITE_UP
#endif

/** All codes, as X(constant, value, "NAME", "Name for people", "text on the wire"), in
 *  ascending order; the last is "" where a code has none. */
#define CODEBOOK_KITE_LIST(X) \
	X(CODEBOOK_KITE_UP, "UP", "UP", "Up", "Up, up & \"away\" \\o/ */ ?\?/") \
	X(CODEBOOK_KITE_DOWN, "DOWN", "DOWN", "Down", "") \
	X(CODEBOOK_KITE_TREE, "TREE", "TREE", "In a Tree", "In a tree") \
	X(CODEBOOK_KITE_TREE_OF_WINCH, "TREE", "TREE_OF_WINCH", "In a Tree, of Winch", "") \
	X(CODEBOOK_KITE_LOST_KITE, "LOST_KITE", "LOST_KITE", "Lost \"Kite\"", "")

/** The classes of codes. */
enum codebook_kite_class {
	CODEBOOK_KITE_CLASS_UNKNOWN = 0,
	/** AIR: In the Air. */
	CODEBOOK_KITE_CLASS_IN_THE_AIR = 1,
	/** On the Ground. */
	CODEBOOK_KITE_CLASS_ON_THE_GROUND = 2
};

/** Pull. */
enum codebook_kite_pull {
	CODEBOOK_KITE_PULL_UNKNOWN = 0,
	/** None. The string hangs loose. */
	CODEBOOK_KITE_PULL_NONE = 1,
	/** Strong. The string sings: hold it with both | hands. */
	CODEBOOK_KITE_PULL_STRONG = 2
};

/** Wind: bits of a set. */
enum codebook_kite_wind {
	/** Calm. Nothing moves. */
	CODEBOOK_KITE_WIND_CALM = 1L << 0,
	/** Breeze. */
	CODEBOOK_KITE_WIND_BREEZE = 1L << 1,
	/** Storm. Everything moves. */
	CODEBOOK_KITE_WIND_STORM = 1L << 2
};

/** Tail length. */
enum codebook_kite_tail_length {
	CODEBOOK_KITE_TAIL_LENGTH_UNKNOWN = 0,
	/** Short. */
	CODEBOOK_KITE_TAIL_LENGTH_SHORT = 1,
	/** Long. More than a metre. */
	CODEBOOK_KITE_TAIL_LENGTH_LONG = 2
};

/** Place: bits of a set. */
enum codebook_kite_place {
	/** Beach. */
	CODEBOOK_KITE_PLACE_BEACH = 1L << 0,
	/** PULL|HARD. */
	CODEBOOK_KITE_PLACE_CMD_PULL = 1L << 1,
	/** LET-GO. */
	CODEBOOK_KITE_PLACE_CMD_LET_GO = 1L << 2
};

/** Daytime. */
enum codebook_kite_daytime {
	CODEBOOK_KITE_DAYTIME_UNKNOWN = 0,
	/** Noon. */
	CODEBOOK_KITE_DAYTIME_NOON = 1
};

#endif /* CODEBOOK_KITE_H */
