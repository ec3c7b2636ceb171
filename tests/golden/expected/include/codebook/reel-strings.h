/*
 * reel-strings.h: Reels, what is known about each code.
 *
 * Made by codebook VERSION from reel.xml, data version 1.0.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * The functions take any int, known or not, allocate nothing, and are safe in threads and
 * signal handlers; strings are UTF-8, read-only, and live for ever. There is no table of
 * pointers, so a shared library gets no relocation from this file.
 *
 * Without a choice every function is static inline. Define before including this file
 *
 *   CODEBOOK_REEL_EXTERN
 *       to have the functions only declared,
 *   CODEBOOK_REEL_IMPLEMENTATION
 *       in exactly one file, which then holds them; where the functions were declared
 *       there before, the file is included once more,
 *   CODEBOOK_REEL_DGETTEXT as dgettext
 *       to have names and summaries translated by gettext (no longer from signal
 *       handlers), from the text domain CODEBOOK_REEL_DGETTEXT_DOMAIN, "codebook" if not
 *       defined. Without it nothing is paid for translations.
 */
#ifndef CODEBOOK_REEL_STRINGS_H
#define CODEBOOK_REEL_STRINGS_H

#include <stddef.h>

#include "reel.h"

#if defined(CODEBOOK_REEL_IMPLEMENTATION)
#define CODEBOOK_REEL_API
#define CODEBOOK_REEL_LOCAL_ static
#elif defined(CODEBOOK_REEL_EXTERN)
#define CODEBOOK_REEL_DECLARED_ 1
#define CODEBOOK_REEL_API extern
#elif defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define CODEBOOK_REEL_API static inline
#define CODEBOOK_REEL_LOCAL_ static inline
#elif defined(__GNUC__) || defined(_MSC_VER)
#define CODEBOOK_REEL_API static __inline
#define CODEBOOK_REEL_LOCAL_ static __inline
#else
#define CODEBOOK_REEL_API static
#define CODEBOOK_REEL_LOCAL_ static
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The place of a code in ascending order, from 0; -1 where it is unknown. */
CODEBOOK_REEL_API int codebook_reel_position(int code);

/** The code at a place, for walks through all; -1 behind the last one. */
CODEBOOK_REEL_API int codebook_reel_at(int position);

/** The name of the constant behind its prefix, such as "HALT"; a null pointer
 *  where the code is unknown. */
CODEBOOK_REEL_API const char *codebook_reel_name(int code);

/** The name for people, such as "Halt"; a null pointer where the code is
 *  unknown. */
CODEBOOK_REEL_API const char *codebook_reel_title(int code);

/** The text on the wire; "" where the code has none, a null pointer where it is
 *  unknown. */
CODEBOOK_REEL_API const char *codebook_reel_phrase(int code);

/** What the code says, in one line; a null pointer where it is unknown. */
CODEBOOK_REEL_API const char *codebook_reel_summary(int code);

/** Where the code is defined; a null pointer where it is unknown. */
CODEBOOK_REEL_API const char *codebook_reel_reference(int code);

/** The code with this name, with or without the prefix of the constants, in any case
 *  (ASCII); -1 where there is none. A null pointer is no name. */
CODEBOOK_REEL_API int codebook_reel_from_name(const char *name);

/** The code that a text begins with, such as a line from the wire: "0x00 ...";
 *  -1 where it begins with none that is known. */
CODEBOOK_REEL_API int codebook_reel_parse(const char *text);

/** The class of a code; where classes are ranges, also of a number that is no known
 *  code. */
CODEBOOK_REEL_API enum codebook_reel_class codebook_reel_class(int code);

/** Speed: what is known of a code; unknown where the code is, or does not say. */
CODEBOOK_REEL_API enum codebook_reel_speed codebook_reel_speed(int code);

/** Noise: what is known of a code, as a set of enum codebook_reel_noise; 0
 *  where the code is unknown. */
CODEBOOK_REEL_API unsigned long codebook_reel_noise(int code);

/** Oil: what is known of a code; unknown where the code is, or does not say. */
CODEBOOK_REEL_API enum codebook_reel_oil codebook_reel_oil(int code);

#ifdef __cplusplus
}
#endif

#endif /* CODEBOOK_REEL_STRINGS_H */

#if defined(CODEBOOK_REEL_DEFINED_)
#if defined(CODEBOOK_REEL_IMPLEMENTATION) && CODEBOOK_REEL_DEFINED_ == 0
#error "CODEBOOK_REEL_IMPLEMENTATION comes too late: here the functions are static inline already"
#endif
#elif defined(CODEBOOK_REEL_IMPLEMENTATION) || !defined(CODEBOOK_REEL_DECLARED_)
#if defined(CODEBOOK_REEL_IMPLEMENTATION)
#define CODEBOOK_REEL_DEFINED_ 1
#undef CODEBOOK_REEL_API
#define CODEBOOK_REEL_API
#undef CODEBOOK_REEL_LOCAL_
#define CODEBOOK_REEL_LOCAL_ static
#else
#define CODEBOOK_REEL_DEFINED_ 0
#endif
#if defined(CODEBOOK_REEL_DGETTEXT) && !defined(CODEBOOK_REEL_DGETTEXT_DOMAIN)
#define CODEBOOK_REEL_DGETTEXT_DOMAIN "codebook"
#endif

/* The context of a message, as gettext puts it before the text. */
#ifdef CODEBOOK_REEL_DGETTEXT
#define CODEBOOK_REEL_CONTEXT_(context) context "\004"
#else
#define CODEBOOK_REEL_CONTEXT_(context) ""
#endif

/* All strings, one member each: a place in here is a number, not a pointer. */
struct codebook_reel_pool_ {
	char name_HALT[sizeof "HALT"];
	char title_HALT[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x00|name") "Halt"];
	char phrase_HALT[sizeof "Halt ?\?= \\\""];
	char summary_HALT[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x00|summary") "The reel halts"];
	char reference_HALT[sizeof "KP 1"];
	char name_SPIN[sizeof "SPIN"];
	char title_SPIN[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x1f|name") "Spin"];
	char phrase_SPIN[sizeof ""];
	char summary_SPIN[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x1f|summary") "The reel spins"];
	char reference_SPIN[sizeof "KP 1 section 3"];
	char name_SPIN_OF_WINCH[sizeof "SPIN_OF_WINCH"];
	char title_SPIN_OF_WINCH[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x1f-winch|name") "Spin of Winch"];
	char phrase_SPIN_OF_WINCH[sizeof ""];
	char summary_SPIN_OF_WINCH[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x1f-winch|summary") "The winch spins"];
	char reference_SPIN_OF_WINCH[sizeof "KP 1"];
	char name_JAM[sizeof "JAM"];
	char title_JAM[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x80|name") "Jam"];
	char phrase_JAM[sizeof ""];
	char summary_JAM[sizeof CODEBOOK_REEL_CONTEXT_("reel:0x80|summary") "The reel is stuck"];
	char reference_JAM[sizeof "KP 1"];
	char old_NULL[sizeof "NULL"];
	char old_BLOCK[sizeof "BLOCK"];
};

/* The string at an offset of the pool. */
CODEBOOK_REEL_LOCAL_ const char *codebook_reel_string_(size_t offset)
{
	static const struct codebook_reel_pool_ pool = {
		"HALT",
		CODEBOOK_REEL_CONTEXT_("reel:0x00|name") "Halt",
		"Halt ?\?= \\\"",
		CODEBOOK_REEL_CONTEXT_("reel:0x00|summary") "The reel halts",
		"KP 1",
		"SPIN",
		CODEBOOK_REEL_CONTEXT_("reel:0x1f|name") "Spin",
		"",
		CODEBOOK_REEL_CONTEXT_("reel:0x1f|summary") "The reel spins",
		"KP 1 section 3",
		"SPIN_OF_WINCH",
		CODEBOOK_REEL_CONTEXT_("reel:0x1f-winch|name") "Spin of Winch",
		"",
		CODEBOOK_REEL_CONTEXT_("reel:0x1f-winch|summary") "The winch spins",
		"KP 1",
		"JAM",
		CODEBOOK_REEL_CONTEXT_("reel:0x80|name") "Jam",
		"",
		CODEBOOK_REEL_CONTEXT_("reel:0x80|summary") "The reel is stuck",
		"KP 1",
		"NULL",
		"BLOCK"
	};
	return (const char *) (const void *) &pool + offset;
}

/* The translation of a string of the pool, or the string. */
CODEBOOK_REEL_LOCAL_ const char *codebook_reel_text_(size_t offset)
{
	const char *text = codebook_reel_string_(offset);
#ifdef CODEBOOK_REEL_DGETTEXT
	const char *translated = CODEBOOK_REEL_DGETTEXT(CODEBOOK_REEL_DGETTEXT_DOMAIN, text);
	if (translated != text)
		return translated;
	while (*text++ != '\004')
		;
#endif
	return text;
}

CODEBOOK_REEL_API int codebook_reel_position(int code)
{
	switch (code) {
	case 0:
		return 0;
	case 31:
		return 1;
	case 128:
		return 3;
	default:
		return -1;
	}
}

CODEBOOK_REEL_API int codebook_reel_at(int position)
{
	static const int codes[] = {
		0,
		31,
		31,
		128
	};
	return position < 0 || position >= CODEBOOK_REEL_COUNT ? -1 : codes[position];
}

CODEBOOK_REEL_API const char *codebook_reel_name(int code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_reel_pool_, name_HALT),
		(unsigned int) offsetof(struct codebook_reel_pool_, name_SPIN),
		(unsigned int) offsetof(struct codebook_reel_pool_, name_SPIN_OF_WINCH),
		(unsigned int) offsetof(struct codebook_reel_pool_, name_JAM)
	};
	int position = codebook_reel_position(code);
	return position < 0 ? (const char *) 0 : codebook_reel_string_(offsets[position]);
}

CODEBOOK_REEL_API const char *codebook_reel_title(int code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_reel_pool_, title_HALT),
		(unsigned int) offsetof(struct codebook_reel_pool_, title_SPIN),
		(unsigned int) offsetof(struct codebook_reel_pool_, title_SPIN_OF_WINCH),
		(unsigned int) offsetof(struct codebook_reel_pool_, title_JAM)
	};
	int position = codebook_reel_position(code);
	return position < 0 ? (const char *) 0 : codebook_reel_text_(offsets[position]);
}

CODEBOOK_REEL_API const char *codebook_reel_phrase(int code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_reel_pool_, phrase_HALT),
		(unsigned int) offsetof(struct codebook_reel_pool_, phrase_SPIN),
		(unsigned int) offsetof(struct codebook_reel_pool_, phrase_SPIN_OF_WINCH),
		(unsigned int) offsetof(struct codebook_reel_pool_, phrase_JAM)
	};
	int position = codebook_reel_position(code);
	return position < 0 ? (const char *) 0 : codebook_reel_string_(offsets[position]);
}

CODEBOOK_REEL_API const char *codebook_reel_summary(int code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_reel_pool_, summary_HALT),
		(unsigned int) offsetof(struct codebook_reel_pool_, summary_SPIN),
		(unsigned int) offsetof(struct codebook_reel_pool_, summary_SPIN_OF_WINCH),
		(unsigned int) offsetof(struct codebook_reel_pool_, summary_JAM)
	};
	int position = codebook_reel_position(code);
	return position < 0 ? (const char *) 0 : codebook_reel_text_(offsets[position]);
}

CODEBOOK_REEL_API const char *codebook_reel_reference(int code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_reel_pool_, reference_HALT),
		(unsigned int) offsetof(struct codebook_reel_pool_, reference_SPIN),
		(unsigned int) offsetof(struct codebook_reel_pool_, reference_SPIN_OF_WINCH),
		(unsigned int) offsetof(struct codebook_reel_pool_, reference_JAM)
	};
	int position = codebook_reel_position(code);
	return position < 0 ? (const char *) 0 : codebook_reel_string_(offsets[position]);
}

/* A letter as a capital, whatever the locale. */
CODEBOOK_REEL_LOCAL_ int codebook_reel_capital_(char c)
{
	return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : (unsigned char) c;
}

CODEBOOK_REEL_API int codebook_reel_from_name(const char *name)
{
	static const struct {
		unsigned int offset;
		int position;
	} names[] = {
		{(unsigned int) offsetof(struct codebook_reel_pool_, old_BLOCK), 3},
		{(unsigned int) offsetof(struct codebook_reel_pool_, name_HALT), 0},
		{(unsigned int) offsetof(struct codebook_reel_pool_, name_JAM), 3},
		{(unsigned int) offsetof(struct codebook_reel_pool_, old_NULL), 0},
		{(unsigned int) offsetof(struct codebook_reel_pool_, name_SPIN), 1},
		{(unsigned int) offsetof(struct codebook_reel_pool_, name_SPIN_OF_WINCH), 2}
	};
	static const char prefix[] = "CODEBOOK_REEL_";
	int low = 0, high = name ? (int) (sizeof names / sizeof names[0]) : 0;
	size_t skip = 0;
	while (name && skip < sizeof prefix - 1 && codebook_reel_capital_(name[skip]) == prefix[skip])
		skip++;
	if (name && skip == sizeof prefix - 1)
		name += skip;
	while (low < high) {
		int middle = low + (high - low) / 2, difference;
		const char *known = codebook_reel_string_(names[middle].offset);
		size_t i = 0;
		do
			difference = codebook_reel_capital_(name[i]) - (unsigned char) known[i];
		while (difference == 0 && known[i++] != '\0');
		if (difference == 0)
			return codebook_reel_at(names[middle].position);
		if (difference < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return codebook_reel_at(-1);
}

CODEBOOK_REEL_API int codebook_reel_parse(const char *text)
{
	long value = 0;
	size_t i = 2, start = i;
	if (!text || text[0] != '0' || (text[1] != 'x' && text[1] != 'X'))
		return -1;
	for (; value < 0x8000000L; i++) {
		int c = codebook_reel_capital_(text[i]);
		if (c >= '0' && c <= '9')
			value = value * 16 + (c - '0');
		else if (c >= 'A' && c <= 'F')
			value = value * 16 + (c - 'A' + 10);
		else
			break;
	}
	if (i == start || (text[i] >= '0' && text[i] <= '9'))
		return -1;
	return codebook_reel_at(codebook_reel_position((int) value));
}

CODEBOOK_REEL_API enum codebook_reel_class codebook_reel_class(int code)
{
	static const unsigned char classes[] = {
		CODEBOOK_REEL_CLASS_TURNING,
		CODEBOOK_REEL_CLASS_TURNING,
		CODEBOOK_REEL_CLASS_TURNING,
		CODEBOOK_REEL_CLASS_STUCK
	};
	int position = codebook_reel_position(code);
	if (position >= 0)
		return (enum codebook_reel_class) classes[position];
	if (CODEBOOK_REEL_IS_TURNING(code))
		return CODEBOOK_REEL_CLASS_TURNING;
	return CODEBOOK_REEL_CLASS_UNKNOWN;
}

CODEBOOK_REEL_API enum codebook_reel_speed codebook_reel_speed(int code)
{
	static const unsigned char facts[] = {
		CODEBOOK_REEL_SPEED_SLOW,
		CODEBOOK_REEL_SPEED_FAST,
		CODEBOOK_REEL_SPEED_FAST,
		CODEBOOK_REEL_SPEED_SLOW
	};
	int position = codebook_reel_position(code);
	if (position < 0)
		return CODEBOOK_REEL_SPEED_UNKNOWN;
	return (enum codebook_reel_speed) facts[position];
}

CODEBOOK_REEL_API unsigned long codebook_reel_noise(int code)
{
	static const unsigned long facts[] = {
		0UL,
		0UL | (unsigned long) CODEBOOK_REEL_NOISE_HUM | (unsigned long) CODEBOOK_REEL_NOISE_CLICK,
		0UL,
		0UL
	};
	int position = codebook_reel_position(code);
	return position < 0 ? 0UL : facts[position];
}

CODEBOOK_REEL_API enum codebook_reel_oil codebook_reel_oil(int code)
{
	static const unsigned char facts[] = {
		0,
		0,
		0,
		CODEBOOK_REEL_OIL_DRY
	};
	int position = codebook_reel_position(code);
	if (position < 0)
		return CODEBOOK_REEL_OIL_UNKNOWN;
	return (enum codebook_reel_oil) facts[position];
}

#endif
