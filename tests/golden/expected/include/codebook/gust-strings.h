/*
 * gust-strings.h: Gusts, what is known about each code.
 *
 * Made by codebook VERSION from gust.xml, data version 0.1.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 *
 * The functions take any string, known or not, allocate nothing, and are safe in threads and
 * signal handlers; strings are UTF-8, read-only, and live for ever. There is no table of
 * pointers, so a shared library gets no relocation from this file.
 *
 * Without a choice every function is static inline. Define before including this file
 *
 *   CODEBOOK_GUST_EXTERN
 *       to have the functions only declared,
 *   CODEBOOK_GUST_IMPLEMENTATION
 *       in exactly one file, which then holds them; where the functions were declared
 *       there before, the file is included once more,
 *   CODEBOOK_GUST_DGETTEXT as dgettext
 *       to have names and summaries translated by gettext (no longer from signal
 *       handlers), from the text domain CODEBOOK_GUST_DGETTEXT_DOMAIN, "codebook" if not
 *       defined. Without it nothing is paid for translations.
 */
#ifndef CODEBOOK_GUST_STRINGS_H
#define CODEBOOK_GUST_STRINGS_H

#include <stddef.h>

#include "gust.h"

#if defined(CODEBOOK_GUST_IMPLEMENTATION)
#define CODEBOOK_GUST_API
#define CODEBOOK_GUST_LOCAL_ static
#elif defined(CODEBOOK_GUST_EXTERN)
#define CODEBOOK_GUST_DECLARED_ 1
#define CODEBOOK_GUST_API extern
#elif defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define CODEBOOK_GUST_API static inline
#define CODEBOOK_GUST_LOCAL_ static inline
#elif defined(__GNUC__) || defined(_MSC_VER)
#define CODEBOOK_GUST_API static __inline
#define CODEBOOK_GUST_LOCAL_ static __inline
#else
#define CODEBOOK_GUST_API static
#define CODEBOOK_GUST_LOCAL_ static
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The place of a code in ascending order, from 0; -1 where it is unknown. */
CODEBOOK_GUST_API int codebook_gust_position(const char *code);

/** The code at a place, for walks through all; a null pointer behind the last one. */
CODEBOOK_GUST_API const char *codebook_gust_at(int position);

/** The name of the constant behind its prefix, such as "BREEZE"; a null pointer
 *  where the code is unknown. */
CODEBOOK_GUST_API const char *codebook_gust_name(const char *code);

/** The name for people, such as "Breeze"; a null pointer where the code is
 *  unknown. */
CODEBOOK_GUST_API const char *codebook_gust_title(const char *code);

/** The text on the wire; "" where the code has none, a null pointer where it is
 *  unknown. */
CODEBOOK_GUST_API const char *codebook_gust_phrase(const char *code);

/** What the code says, in one line; a null pointer where it is unknown. */
CODEBOOK_GUST_API const char *codebook_gust_summary(const char *code);

/** Where the code is defined; a null pointer where it is unknown. */
CODEBOOK_GUST_API const char *codebook_gust_reference(const char *code);

/** The code with this name, with or without the prefix of the constants, in any case
 *  (ASCII); a null pointer where there is none. A null pointer is no name. */
CODEBOOK_GUST_API const char *codebook_gust_from_name(const char *name);

/** The code that a text begins with, such as a line from the wire: "1.1 ...";
 *  a null pointer where it begins with none that is known. */
CODEBOOK_GUST_API const char *codebook_gust_parse(const char *text);

/** The class of a code; where classes are ranges, also of a number that is no known
 *  code. */
CODEBOOK_GUST_API enum codebook_gust_class codebook_gust_class(const char *code);

/** Side: what is known of a code; unknown where the code is, or does not say. */
CODEBOOK_GUST_API enum codebook_gust_side codebook_gust_side(const char *code);

#ifdef __cplusplus
}
#endif

#endif /* CODEBOOK_GUST_STRINGS_H */

#if defined(CODEBOOK_GUST_DEFINED_)
#if defined(CODEBOOK_GUST_IMPLEMENTATION) && CODEBOOK_GUST_DEFINED_ == 0
#error "CODEBOOK_GUST_IMPLEMENTATION comes too late: here the functions are static inline already"
#endif
#elif defined(CODEBOOK_GUST_IMPLEMENTATION) || !defined(CODEBOOK_GUST_DECLARED_)
#if defined(CODEBOOK_GUST_IMPLEMENTATION)
#define CODEBOOK_GUST_DEFINED_ 1
#undef CODEBOOK_GUST_API
#define CODEBOOK_GUST_API
#undef CODEBOOK_GUST_LOCAL_
#define CODEBOOK_GUST_LOCAL_ static
#else
#define CODEBOOK_GUST_DEFINED_ 0
#endif
#if defined(CODEBOOK_GUST_DGETTEXT) && !defined(CODEBOOK_GUST_DGETTEXT_DOMAIN)
#define CODEBOOK_GUST_DGETTEXT_DOMAIN "codebook"
#endif

/* The context of a message, as gettext puts it before the text. */
#ifdef CODEBOOK_GUST_DGETTEXT
#define CODEBOOK_GUST_CONTEXT_(context) context "\004"
#else
#define CODEBOOK_GUST_CONTEXT_(context) ""
#endif

/* All strings, one member each: a place in here is a number, not a pointer. */
struct codebook_gust_pool_ {
	char name_BREEZE[sizeof "BREEZE"];
	char title_BREEZE[sizeof CODEBOOK_GUST_CONTEXT_("gust:1.1|name") "Breeze"];
	char phrase_BREEZE[sizeof ""];
	char summary_BREEZE[sizeof CODEBOOK_GUST_CONTEXT_("gust:1.1|summary") "A breeze"];
	char reference_BREEZE[sizeof "KP 1"];
	char value_BREEZE[sizeof "1.1"];
	char name_STORM[sizeof "STORM"];
	char title_STORM[sizeof CODEBOOK_GUST_CONTEXT_("gust:2.9|name") "Storm"];
	char phrase_STORM[sizeof ""];
	char summary_STORM[sizeof CODEBOOK_GUST_CONTEXT_("gust:2.9|summary") "A storm; see also the kite"];
	char reference_STORM[sizeof "KP 1 section 9.9"];
	char value_STORM[sizeof "2.9"];
	char name_SQUALL[sizeof "SQUALL"];
	char title_SQUALL[sizeof CODEBOOK_GUST_CONTEXT_("gust:2.10|name") "Squall"];
	char phrase_SQUALL[sizeof ""];
	char summary_SQUALL[sizeof CODEBOOK_GUST_CONTEXT_("gust:2.10|summary") "A squall"];
	char reference_SQUALL[sizeof "KP 1 section 9.10"];
	char value_SQUALL[sizeof "2.10"];
};

/* The string at an offset of the pool. */
CODEBOOK_GUST_LOCAL_ const char *codebook_gust_string_(size_t offset)
{
	static const struct codebook_gust_pool_ pool = {
		"BREEZE",
		CODEBOOK_GUST_CONTEXT_("gust:1.1|name") "Breeze",
		"",
		CODEBOOK_GUST_CONTEXT_("gust:1.1|summary") "A breeze",
		"KP 1",
		"1.1",
		"STORM",
		CODEBOOK_GUST_CONTEXT_("gust:2.9|name") "Storm",
		"",
		CODEBOOK_GUST_CONTEXT_("gust:2.9|summary") "A storm; see also the kite",
		"KP 1 section 9.9",
		"2.9",
		"SQUALL",
		CODEBOOK_GUST_CONTEXT_("gust:2.10|name") "Squall",
		"",
		CODEBOOK_GUST_CONTEXT_("gust:2.10|summary") "A squall",
		"KP 1 section 9.10",
		"2.10"
	};
	return (const char *) (const void *) &pool + offset;
}

/* The translation of a string of the pool, or the string. */
CODEBOOK_GUST_LOCAL_ const char *codebook_gust_text_(size_t offset)
{
	const char *text = codebook_gust_string_(offset);
#ifdef CODEBOOK_GUST_DGETTEXT
	const char *translated = CODEBOOK_GUST_DGETTEXT(CODEBOOK_GUST_DGETTEXT_DOMAIN, text);
	if (translated != text)
		return translated;
	while (*text++ != '\004')
		;
#endif
	return text;
}

/* The place of the code that is the first len bytes of a text; -1 where it is unknown. */
CODEBOOK_GUST_LOCAL_ int codebook_gust_position_(const char *text, size_t len)
{
	static const struct {
		unsigned int offset;
		int position;
	} values[] = {
		{(unsigned int) offsetof(struct codebook_gust_pool_, value_BREEZE), 0},
		{(unsigned int) offsetof(struct codebook_gust_pool_, value_SQUALL), 2},
		{(unsigned int) offsetof(struct codebook_gust_pool_, value_STORM), 1}
	};
	int low = 0, high = (int) (sizeof values / sizeof values[0]);
	while (low < high) {
		int middle = low + (high - low) / 2, difference = 0;
		const char *value = codebook_gust_string_(values[middle].offset);
		size_t i = 0;
		while (i < len && difference == 0 && value[i] != '\0') {
			difference = (unsigned char) text[i] - (unsigned char) value[i];
			i++;
		}
		if (difference == 0)
			difference = i < len ? 1 : value[i] != '\0' ? -1 : 0;
		if (difference == 0)
			return values[middle].position;
		if (difference < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return -1;
}

CODEBOOK_GUST_API int codebook_gust_position(const char *code)
{
	size_t len = 0;
	while (code && code[len] != '\0')
		len++;
	return code ? codebook_gust_position_(code, len) : -1;
}

CODEBOOK_GUST_API const char *codebook_gust_at(int position)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_gust_pool_, value_BREEZE),
		(unsigned int) offsetof(struct codebook_gust_pool_, value_STORM),
		(unsigned int) offsetof(struct codebook_gust_pool_, value_SQUALL)
	};
	if (position < 0 || position >= CODEBOOK_GUST_COUNT)
		return (const char *) 0;
	return codebook_gust_string_(offsets[position]);
}

CODEBOOK_GUST_API const char *codebook_gust_name(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_gust_pool_, name_BREEZE),
		(unsigned int) offsetof(struct codebook_gust_pool_, name_STORM),
		(unsigned int) offsetof(struct codebook_gust_pool_, name_SQUALL)
	};
	int position = codebook_gust_position(code);
	return position < 0 ? (const char *) 0 : codebook_gust_string_(offsets[position]);
}

CODEBOOK_GUST_API const char *codebook_gust_title(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_gust_pool_, title_BREEZE),
		(unsigned int) offsetof(struct codebook_gust_pool_, title_STORM),
		(unsigned int) offsetof(struct codebook_gust_pool_, title_SQUALL)
	};
	int position = codebook_gust_position(code);
	return position < 0 ? (const char *) 0 : codebook_gust_text_(offsets[position]);
}

CODEBOOK_GUST_API const char *codebook_gust_phrase(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_gust_pool_, phrase_BREEZE),
		(unsigned int) offsetof(struct codebook_gust_pool_, phrase_STORM),
		(unsigned int) offsetof(struct codebook_gust_pool_, phrase_SQUALL)
	};
	int position = codebook_gust_position(code);
	return position < 0 ? (const char *) 0 : codebook_gust_string_(offsets[position]);
}

CODEBOOK_GUST_API const char *codebook_gust_summary(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_gust_pool_, summary_BREEZE),
		(unsigned int) offsetof(struct codebook_gust_pool_, summary_STORM),
		(unsigned int) offsetof(struct codebook_gust_pool_, summary_SQUALL)
	};
	int position = codebook_gust_position(code);
	return position < 0 ? (const char *) 0 : codebook_gust_text_(offsets[position]);
}

CODEBOOK_GUST_API const char *codebook_gust_reference(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_gust_pool_, reference_BREEZE),
		(unsigned int) offsetof(struct codebook_gust_pool_, reference_STORM),
		(unsigned int) offsetof(struct codebook_gust_pool_, reference_SQUALL)
	};
	int position = codebook_gust_position(code);
	return position < 0 ? (const char *) 0 : codebook_gust_string_(offsets[position]);
}

/* A letter as a capital, whatever the locale. */
CODEBOOK_GUST_LOCAL_ int codebook_gust_capital_(char c)
{
	return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : (unsigned char) c;
}

CODEBOOK_GUST_API const char *codebook_gust_from_name(const char *name)
{
	static const struct {
		unsigned int offset;
		int position;
	} names[] = {
		{(unsigned int) offsetof(struct codebook_gust_pool_, name_BREEZE), 0},
		{(unsigned int) offsetof(struct codebook_gust_pool_, name_SQUALL), 2},
		{(unsigned int) offsetof(struct codebook_gust_pool_, name_STORM), 1}
	};
	static const char prefix[] = "CODEBOOK_GUST_";
	int low = 0, high = name ? (int) (sizeof names / sizeof names[0]) : 0;
	size_t skip = 0;
	while (name && skip < sizeof prefix - 1 && codebook_gust_capital_(name[skip]) == prefix[skip])
		skip++;
	if (name && skip == sizeof prefix - 1)
		name += skip;
	while (low < high) {
		int middle = low + (high - low) / 2, difference;
		const char *known = codebook_gust_string_(names[middle].offset);
		size_t i = 0;
		do
			difference = codebook_gust_capital_(name[i]) - (unsigned char) known[i];
		while (difference == 0 && known[i++] != '\0');
		if (difference == 0)
			return codebook_gust_at(names[middle].position);
		if (difference < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return codebook_gust_at(-1);
}

CODEBOOK_GUST_API const char *codebook_gust_parse(const char *text)
{
	size_t len = 0;
	if (!text)
		return (const char *) 0;
	for (;; len++) {
		int c = codebook_gust_capital_(text[len]);
		int part = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
		if (!part && (c != '.' || text[len + 1] == '\0' || text[len + 1] == ' '))
			break;
	}
	return codebook_gust_at(codebook_gust_position_(text, len));
}

CODEBOOK_GUST_API enum codebook_gust_class codebook_gust_class(const char *code)
{
	static const unsigned char classes[] = {
		CODEBOOK_GUST_CLASS_LIGHT,
		CODEBOOK_GUST_CLASS_HEAVY,
		CODEBOOK_GUST_CLASS_HEAVY
	};
	int position = codebook_gust_position(code);
	if (position >= 0)
		return (enum codebook_gust_class) classes[position];
	return CODEBOOK_GUST_CLASS_UNKNOWN;
}

CODEBOOK_GUST_API enum codebook_gust_side codebook_gust_side(const char *code)
{
	static const unsigned char facts[] = {
		0,
		CODEBOOK_GUST_SIDE_LEFT,
		0
	};
	int position = codebook_gust_position(code);
	if (position < 0)
		return CODEBOOK_GUST_SIDE_UNKNOWN;
	return (enum codebook_gust_side) facts[position];
}

#endif
