/*
 * reel.h: Reels, reel codes.
 *
 * Made by codebook VERSION from reel.xml, data version 1.0.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * For C89 and later and C++98 and later. Every name begins with CODEBOOK_REEL_
 * or codebook_reel_. The functions take any int, allocate nothing, and are
 * safe in threads and signal handlers; what they return lives for ever.
 */
#ifndef CODEBOOK_REEL_H
#define CODEBOOK_REEL_H

/** Version of the data, as text and as a number to compare: 1.2.3 is 10203. */
#define CODEBOOK_REEL_VERSION "1.0.0"
#define CODEBOOK_REEL_VERSION_NUMBER 10000L

/** How many codes there are. A later version may have more. */
#define CODEBOOK_REEL_COUNT 4

#if defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define CODEBOOK_REEL_INLINE static inline
#elif defined(__GNUC__) || defined(_MSC_VER)
#define CODEBOOK_REEL_INLINE static __inline
#else
#define CODEBOOK_REEL_INLINE static
#endif

/** The codes. Values never change, and none is ever used again. */
enum codebook_reel_code {
	/** Earlier name of the code that follows. */
	CODEBOOK_REEL_NULL = 0,
	/** Halt: The reel halts.
	 *
	 *  KP 1; since 1.0.0. */
	CODEBOOK_REEL_HALT = 0,
	/** Spin: The reel spins.
	 *
	 *  KP 1, section 3; since 1.0.0. */
	CODEBOOK_REEL_SPIN = 31,
	/** Spin of Winch: The winch spins.
	 *
	 *  KP 1; since 1.0.0 (unofficial). */
	CODEBOOK_REEL_SPIN_OF_WINCH = 31,
	/** Earlier name of the code that follows. */
	CODEBOOK_REEL_BLOCK = 128,
	/** Jam: The reel is stuck.
	 *
	 *  KP 1; since 1.0.0. */
	CODEBOOK_REEL_JAM = 128
};

/** The classes of codes. */
enum codebook_reel_class {
	CODEBOOK_REEL_CLASS_UNKNOWN = 0,
	/** 0x: Turning */
	CODEBOOK_REEL_CLASS_TURNING = 1,
	/** Stuck */
	CODEBOOK_REEL_CLASS_STUCK = 2
};

/** Whether a number is of the class Turning, known or not. */
#define CODEBOOK_REEL_IS_TURNING(code) ((code) >= 0 && (code) <= 127)

/** The class of a code; where classes are ranges, also of a number that is no known
 *  code. */
CODEBOOK_REEL_INLINE enum codebook_reel_class codebook_reel_class(int code)
{
	if (CODEBOOK_REEL_IS_TURNING(code))
		return CODEBOOK_REEL_CLASS_TURNING;
	switch (code) {
	case CODEBOOK_REEL_JAM:
		return CODEBOOK_REEL_CLASS_STUCK;
	default:
		return CODEBOOK_REEL_CLASS_UNKNOWN;
	}
}

/** Speed. */
enum codebook_reel_speed {
	CODEBOOK_REEL_SPEED_UNKNOWN = 0,
	/** Slow */
	CODEBOOK_REEL_SPEED_SLOW = 1,
	/** Fast, "very" \ * / ??/. Do not touch it ??/ */
	CODEBOOK_REEL_SPEED_FAST = 2
};

/** Speed of a code; unknown where the code is. */
CODEBOOK_REEL_INLINE enum codebook_reel_speed codebook_reel_speed(int code)
{
	switch (code) {
	case CODEBOOK_REEL_HALT:
		return CODEBOOK_REEL_SPEED_SLOW;
	case CODEBOOK_REEL_SPIN:
		return CODEBOOK_REEL_SPEED_FAST;
	case CODEBOOK_REEL_JAM:
		return CODEBOOK_REEL_SPEED_SLOW;
	default:
		return CODEBOOK_REEL_SPEED_UNKNOWN;
	}
}

/** Noise: a set of these. */
enum codebook_reel_noise {
	/** Hum */
	CODEBOOK_REEL_NOISE_HUM = 1L << 0,
	/** Click */
	CODEBOOK_REEL_NOISE_CLICK = 1L << 1
};

/** Noise of a code, as a set; 0 where the code is unknown. */
CODEBOOK_REEL_INLINE unsigned long codebook_reel_noise(int code)
{
	switch (code) {
	case CODEBOOK_REEL_SPIN:
		return (unsigned long) CODEBOOK_REEL_NOISE_HUM | (unsigned long) CODEBOOK_REEL_NOISE_CLICK;
	default:
		return 0;
	}
}

/** Oil. */
enum codebook_reel_oil {
	CODEBOOK_REEL_OIL_UNKNOWN = 0,
	/** Dry */
	CODEBOOK_REEL_OIL_DRY = 1
};

/** Oil of a code; unknown where the code is. */
CODEBOOK_REEL_INLINE enum codebook_reel_oil codebook_reel_oil(int code)
{
	switch (code) {
	case CODEBOOK_REEL_JAM:
		return CODEBOOK_REEL_OIL_DRY;
	default:
		return CODEBOOK_REEL_OIL_UNKNOWN;
	}
}

/** The name of the constant without its prefix, such as "HALT"; a null
 *  pointer where the code is unknown. */
CODEBOOK_REEL_INLINE const char *codebook_reel_name(int code)
{
	switch (code) {
	case CODEBOOK_REEL_HALT:
		return "HALT";
	case CODEBOOK_REEL_SPIN:
		return "SPIN";
	case CODEBOOK_REEL_JAM:
		return "JAM";
	default:
		return (const char *) 0;
	}
}

/** The name for people, such as "Halt"; a null pointer where the
 *  code is unknown. */
CODEBOOK_REEL_INLINE const char *codebook_reel_title(int code)
{
	switch (code) {
	case CODEBOOK_REEL_HALT:
		return "Halt";
	case CODEBOOK_REEL_SPIN:
		return "Spin";
	case CODEBOOK_REEL_JAM:
		return "Jam";
	default:
		return (const char *) 0;
	}
}

/** The text that stands beside the code on the wire; a null pointer where the code is
 *  unknown or has none. */
CODEBOOK_REEL_INLINE const char *codebook_reel_phrase(int code)
{
	switch (code) {
	case CODEBOOK_REEL_HALT:
		return "Halt ?\?= \\\"";
	default:
		return (const char *) 0;
	}
}

/** What the code says, in one line (UTF-8); a null pointer where it is unknown. */
CODEBOOK_REEL_INLINE const char *codebook_reel_summary(int code)
{
	switch (code) {
	case CODEBOOK_REEL_HALT:
		return "The reel halts";
	case CODEBOOK_REEL_SPIN:
		return "The reel spins";
	case CODEBOOK_REEL_JAM:
		return "The reel is stuck";
	default:
		return (const char *) 0;
	}
}

/** Where the code is defined; a null pointer where it is unknown. */
CODEBOOK_REEL_INLINE const char *codebook_reel_reference(int code)
{
	switch (code) {
	case CODEBOOK_REEL_HALT:
		return "KP 1";
	case CODEBOOK_REEL_SPIN:
		return "KP 1 section 3";
	case CODEBOOK_REEL_JAM:
		return "KP 1";
	default:
		return (const char *) 0;
	}
}

/** The code at a position, in ascending order from 0; -1 behind the last one. */
CODEBOOK_REEL_INLINE int codebook_reel_at(int position)
{
	switch (position) {
	case 0:
		return CODEBOOK_REEL_HALT;
	case 1:
		return CODEBOOK_REEL_SPIN;
	case 2:
		return CODEBOOK_REEL_SPIN_OF_WINCH;
	case 3:
		return CODEBOOK_REEL_JAM;
	default:
		return -1;
	}
}

/** The code with this name, as codebook_reel_name() gives it, in any case (ASCII);
 *  -1 where there is none. A null pointer is no name. */
CODEBOOK_REEL_INLINE int codebook_reel_from_name(const char *name)
{
	static const struct {
		char name[66];
		int code;
	} names[] = {
		{"HALT", CODEBOOK_REEL_HALT},
		{"JAM", CODEBOOK_REEL_JAM},
		{"SPIN", CODEBOOK_REEL_SPIN},
		{"SPIN_OF_WINCH", CODEBOOK_REEL_SPIN_OF_WINCH}
	};
	int low = 0, high = (int) (sizeof names / sizeof names[0]);
	while (name && low < high) {
		int middle = low + (high - low) / 2, i = 0, difference;
		do {
			char c = name[i];
			if (c >= 'a' && c <= 'z')
				c = (char) (c - 'a' + 'A');
			difference = (unsigned char) c - (unsigned char) names[middle].name[i];
		} while (difference == 0 && names[middle].name[i++] != '\0');
		if (difference == 0)
			return names[middle].code;
		if (difference < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return -1;
}

#endif /* CODEBOOK_REEL_H */
