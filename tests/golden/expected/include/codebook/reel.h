/*
 * reel.h: Reels, the reel codes as constants.
 *
 * Made by codebook VERSION from reel.xml, data version 1.0.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * For C89 and later and C++98 and later, hosted or freestanding; nothing is included,
 * and nothing is defined but constants. Every name begins with CODEBOOK_REEL_ or
 * codebook_reel_. What is known about each code (names, texts, facts) is in
 * reel-strings.h.
 */
#ifndef CODEBOOK_REEL_H
#define CODEBOOK_REEL_H

/** Version of the data, as text and as a number to compare: 1.2.3 is 10203. */
#define CODEBOOK_REEL_VERSION "1.0.0"
#define CODEBOOK_REEL_VERSION_NUMBER 10000L

/** How many codes there are. A later version may have more. */
#define CODEBOOK_REEL_COUNT 4

/** Define CODEBOOK_REEL_DEPRECATED_ATTRIBUTES before including this file to be warned
 *  where a code is used that should not be sent any more, or an old name. */
#if defined(CODEBOOK_REEL_DEPRECATED_ATTRIBUTES) && (defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 6))
#define CODEBOOK_REEL_DEPRECATED_ __attribute__((deprecated))
#else
#define CODEBOOK_REEL_DEPRECATED_
#endif

/** The codes. Values never change, and none is ever used again. Names that codes had
 *  before stand above the present ones; define CODEBOOK_REEL_NO_OLD_NAMES to do
 *  without. */
enum codebook_reel_code {
#ifndef CODEBOOK_REEL_NO_OLD_NAMES
	CODEBOOK_REEL_NULL CODEBOOK_REEL_DEPRECATED_ = 0,
#endif
	/** Halt: The reel halts.
	 *
	 *  KP 1; since 1.0.0. */
	CODEBOOK_REEL_HALT = 0,
	/** Spin: The reel spins.
	 *
	 *  KP 1 section 3; since 1.0.0. */
	CODEBOOK_REEL_SPIN = 31,
	/** Spin of Winch: The winch spins.
	 *
	 *  KP 1; since 1.0.0 (unofficial). */
	CODEBOOK_REEL_SPIN_OF_WINCH = 31,
#ifndef CODEBOOK_REEL_NO_OLD_NAMES
	CODEBOOK_REEL_BLOCK CODEBOOK_REEL_DEPRECATED_ = 128,
#endif
	/** Jam: The reel is stuck.
	 *
	 *  KP 1; since 1.0.0. */
	CODEBOOK_REEL_JAM = 128
};

/** All codes, as X(constant, value, "NAME", "Name for people", "text on the wire"), in
 *  ascending order; the last is "" where a code has none. */
#define CODEBOOK_REEL_LIST(X) \
	X(CODEBOOK_REEL_HALT, 0, "HALT", "Halt", "Halt ?\?= \\\"") \
	X(CODEBOOK_REEL_SPIN, 31, "SPIN", "Spin", "") \
	X(CODEBOOK_REEL_SPIN_OF_WINCH, 31, "SPIN_OF_WINCH", "Spin of Winch", "") \
	X(CODEBOOK_REEL_JAM, 128, "JAM", "Jam", "")

/** The classes of codes. */
enum codebook_reel_class {
	CODEBOOK_REEL_CLASS_UNKNOWN = 0,
	/** 0x: Turning. */
	CODEBOOK_REEL_CLASS_TURNING = 1,
	/** Stuck. */
	CODEBOOK_REEL_CLASS_STUCK = 2
};

/** Whether a number is of the class Turning, known or not; evaluates it twice. */
#define CODEBOOK_REEL_IS_TURNING(code) ((code) >= 0 && (code) <= 127)

/** Speed. */
enum codebook_reel_speed {
	CODEBOOK_REEL_SPEED_UNKNOWN = 0,
	/** Slow. */
	CODEBOOK_REEL_SPEED_SLOW = 1,
	/** Fast, "very" \ * / ??/. Do not touch it ??/ */
	CODEBOOK_REEL_SPEED_FAST = 2
};

/** Noise: bits of a set. */
enum codebook_reel_noise {
	/** Hum. */
	CODEBOOK_REEL_NOISE_HUM = 1L << 0,
	/** Click. */
	CODEBOOK_REEL_NOISE_CLICK = 1L << 1
};

/** Oil. */
enum codebook_reel_oil {
	CODEBOOK_REEL_OIL_UNKNOWN = 0,
	/** Dry. */
	CODEBOOK_REEL_OIL_DRY = 1
};

#endif /* CODEBOOK_REEL_H */
