/*
 * kite-strings.h: Kite & String Protocol <draft>, what is known about each code.
 *
 * Made by codebook VERSION from kite.xml, data version 2.10.3.
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
 *   CODEBOOK_KITE_EXTERN
 *       to have the functions only declared,
 *   CODEBOOK_KITE_IMPLEMENTATION
 *       in exactly one file, which then holds them; where the functions were declared
 *       there before, the file is included once more,
 *   CODEBOOK_KITE_DGETTEXT as dgettext
 *       to have names and summaries translated by gettext (no longer from signal
 *       handlers), from the text domain CODEBOOK_KITE_DGETTEXT_DOMAIN, "codebook" if not
 *       defined. Without it nothing is paid for translations.
 */
#ifndef CODEBOOK_KITE_STRINGS_H
#define CODEBOOK_KITE_STRINGS_H

#include <stddef.h>

#include "kite.h"

#if defined(CODEBOOK_KITE_IMPLEMENTATION)
#define CODEBOOK_KITE_API
#define CODEBOOK_KITE_LOCAL_ static
#elif defined(CODEBOOK_KITE_EXTERN)
#define CODEBOOK_KITE_DECLARED_ 1
#define CODEBOOK_KITE_API extern
#elif defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define CODEBOOK_KITE_API static inline
#define CODEBOOK_KITE_LOCAL_ static inline
#elif defined(__GNUC__) || defined(_MSC_VER)
#define CODEBOOK_KITE_API static __inline
#define CODEBOOK_KITE_LOCAL_ static __inline
#else
#define CODEBOOK_KITE_API static
#define CODEBOOK_KITE_LOCAL_ static
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The place of a code in ascending order, from 0; -1 where it is unknown. */
CODEBOOK_KITE_API int codebook_kite_position(const char *code);

/** The code at a place, for walks through all; a null pointer behind the last one. */
CODEBOOK_KITE_API const char *codebook_kite_at(int position);

/** The name of the constant behind its prefix, such as "UP"; a null pointer
 *  where the code is unknown. */
CODEBOOK_KITE_API const char *codebook_kite_name(const char *code);

/** The name for people, such as "Up"; a null pointer where the code is
 *  unknown. */
CODEBOOK_KITE_API const char *codebook_kite_title(const char *code);

/** The text on the wire; "" where the code has none, a null pointer where it is
 *  unknown. */
CODEBOOK_KITE_API const char *codebook_kite_phrase(const char *code);

/** What the code says, in one line; a null pointer where it is unknown. */
CODEBOOK_KITE_API const char *codebook_kite_summary(const char *code);

/** Where the code is defined; a null pointer where it is unknown. */
CODEBOOK_KITE_API const char *codebook_kite_reference(const char *code);

/** The code with this name, with or without the prefix of the constants, in any case
 *  (ASCII); a null pointer where there is none. A null pointer is no name. */
CODEBOOK_KITE_API const char *codebook_kite_from_name(const char *name);

/** The code that a text begins with, such as a line from the wire: "UP ...";
 *  a null pointer where it begins with none that is known. */
CODEBOOK_KITE_API const char *codebook_kite_parse(const char *text);

/** The class of a code; where classes are ranges, also of a number that is no known
 *  code. */
CODEBOOK_KITE_API enum codebook_kite_class codebook_kite_class(const char *code);

/** Pull: what is known of a code; unknown where the code is, or does not say. */
CODEBOOK_KITE_API enum codebook_kite_pull codebook_kite_pull(const char *code);

/** Wind: what is known of a code, as a set of enum codebook_kite_wind; 0
 *  where the code is unknown. */
CODEBOOK_KITE_API unsigned long codebook_kite_wind(const char *code);

/** Tail length: what is known of a code; unknown where the code is, or does not say. */
CODEBOOK_KITE_API enum codebook_kite_tail_length codebook_kite_tail_length(const char *code);

/** Place: what is known of a code, as a set of enum codebook_kite_place; 0
 *  where the code is unknown. */
CODEBOOK_KITE_API unsigned long codebook_kite_place(const char *code);

/** Daytime: what is known of a code; unknown where the code is, or does not say. */
CODEBOOK_KITE_API enum codebook_kite_daytime codebook_kite_daytime(const char *code);

#ifdef __cplusplus
}
#endif

#endif /* CODEBOOK_KITE_STRINGS_H */

#if defined(CODEBOOK_KITE_DEFINED_)
#if defined(CODEBOOK_KITE_IMPLEMENTATION) && CODEBOOK_KITE_DEFINED_ == 0
#error "CODEBOOK_KITE_IMPLEMENTATION comes too late: here the functions are static inline already"
#endif
#elif defined(CODEBOOK_KITE_IMPLEMENTATION) || !defined(CODEBOOK_KITE_DECLARED_)
#if defined(CODEBOOK_KITE_IMPLEMENTATION)
#define CODEBOOK_KITE_DEFINED_ 1
#undef CODEBOOK_KITE_API
#define CODEBOOK_KITE_API
#undef CODEBOOK_KITE_LOCAL_
#define CODEBOOK_KITE_LOCAL_ static
#else
#define CODEBOOK_KITE_DEFINED_ 0
#endif
#if defined(CODEBOOK_KITE_DGETTEXT) && !defined(CODEBOOK_KITE_DGETTEXT_DOMAIN)
#define CODEBOOK_KITE_DGETTEXT_DOMAIN "codebook"
#endif

/* The context of a message, as gettext puts it before the text. */
#ifdef CODEBOOK_KITE_DGETTEXT
#define CODEBOOK_KITE_CONTEXT_(context) context "\004"
#else
#define CODEBOOK_KITE_CONTEXT_(context) ""
#endif

/* All strings, one member each: a place in here is a number, not a pointer. */
struct codebook_kite_pool_ {
	char name_UP[sizeof "UP"];
	char title_UP[sizeof CODEBOOK_KITE_CONTEXT_("kite:up|name") "Up"];
	char phrase_UP[sizeof "Up, up & \"away\" \\o/ */ ?\?/"];
	char summary_UP[sizeof CODEBOOK_KITE_CONTEXT_("kite:up|summary") "The kite went up, and the string is \\long \"enough\" */ ?\?/"];
	char reference_UP[sizeof "KP 1 section 4.2"];
	char value_UP[sizeof "UP"];
	char name_DOWN[sizeof "DOWN"];
	char title_DOWN[sizeof CODEBOOK_KITE_CONTEXT_("kite:down|name") "Down"];
	char phrase_DOWN[sizeof ""];
	char summary_DOWN[sizeof CODEBOOK_KITE_CONTEXT_("kite:down|summary") "The kite came down"];
	char reference_DOWN[sizeof "KP 1 section 4.3"];
	char value_DOWN[sizeof "DOWN"];
	char name_TREE[sizeof "TREE"];
	char title_TREE[sizeof CODEBOOK_KITE_CONTEXT_("kite:tree|name") "In a Tree"];
	char phrase_TREE[sizeof "In a tree"];
	char summary_TREE[sizeof CODEBOOK_KITE_CONTEXT_("kite:tree|summary") "The kite hangs in a tree"];
	char reference_TREE[sizeof "KP 1"];
	char value_TREE[sizeof "TREE"];
	char name_TREE_OF_WINCH[sizeof "TREE_OF_WINCH"];
	char title_TREE_OF_WINCH[sizeof CODEBOOK_KITE_CONTEXT_("kite:tree-winch-co|name") "In a Tree, of Winch"];
	char phrase_TREE_OF_WINCH[sizeof ""];
	char summary_TREE_OF_WINCH[sizeof CODEBOOK_KITE_CONTEXT_("kite:tree-winch-co|summary") "The kite hangs in a tree, and the winch pulls"];
	char reference_TREE_OF_WINCH[sizeof "Winch"];
	char value_TREE_OF_WINCH[sizeof "TREE"];
	char name_LOST_KITE[sizeof "LOST_KITE"];
	char title_LOST_KITE[sizeof CODEBOOK_KITE_CONTEXT_("kite:lost_kite|name") "Lost \"Kite\""];
	char phrase_LOST_KITE[sizeof ""];
	char summary_LOST_KITE[sizeof CODEBOOK_KITE_CONTEXT_("kite:lost_kite|summary") "The kite is gone"];
	char reference_LOST_KITE[sizeof "KP 0 section 1"];
	char value_LOST_KITE[sizeof "LOST_KITE"];
	char old_ALOFT[sizeof "ALOFT"];
	char old_SKY_HIGH[sizeof "SKY_HIGH"];
};

/* The string at an offset of the pool. */
CODEBOOK_KITE_LOCAL_ const char *codebook_kite_string_(size_t offset)
{
	static const struct codebook_kite_pool_ pool = {
		"UP",
		CODEBOOK_KITE_CONTEXT_("kite:up|name") "Up",
		"Up, up & \"away\" \\o/ */ ?\?/",
		CODEBOOK_KITE_CONTEXT_("kite:up|summary") "The kite went up, and the string is \\long \"enough\" */ ?\?/",
		"KP 1 section 4.2",
		"UP",
		"DOWN",
		CODEBOOK_KITE_CONTEXT_("kite:down|name") "Down",
		"",
		CODEBOOK_KITE_CONTEXT_("kite:down|summary") "The kite came down",
		"KP 1 section 4.3",
		"DOWN",
		"TREE",
		CODEBOOK_KITE_CONTEXT_("kite:tree|name") "In a Tree",
		"In a tree",
		CODEBOOK_KITE_CONTEXT_("kite:tree|summary") "The kite hangs in a tree",
		"KP 1",
		"TREE",
		"TREE_OF_WINCH",
		CODEBOOK_KITE_CONTEXT_("kite:tree-winch-co|name") "In a Tree, of Winch",
		"",
		CODEBOOK_KITE_CONTEXT_("kite:tree-winch-co|summary") "The kite hangs in a tree, and the winch pulls",
		"Winch",
		"TREE",
		"LOST_KITE",
		CODEBOOK_KITE_CONTEXT_("kite:lost_kite|name") "Lost \"Kite\"",
		"",
		CODEBOOK_KITE_CONTEXT_("kite:lost_kite|summary") "The kite is gone",
		"KP 0 section 1",
		"LOST_KITE",
		"ALOFT",
		"SKY_HIGH"
	};
	return (const char *) (const void *) &pool + offset;
}

/* The translation of a string of the pool, or the string. */
CODEBOOK_KITE_LOCAL_ const char *codebook_kite_text_(size_t offset)
{
	const char *text = codebook_kite_string_(offset);
#ifdef CODEBOOK_KITE_DGETTEXT
	const char *translated = CODEBOOK_KITE_DGETTEXT(CODEBOOK_KITE_DGETTEXT_DOMAIN, text);
	if (translated != text)
		return translated;
	while (*text++ != '\004')
		;
#endif
	return text;
}

/* The place of the code that is the first len bytes of a text; -1 where it is unknown. */
CODEBOOK_KITE_LOCAL_ int codebook_kite_position_(const char *text, size_t len)
{
	static const struct {
		unsigned int offset;
		int position;
	} values[] = {
		{(unsigned int) offsetof(struct codebook_kite_pool_, value_DOWN), 1},
		{(unsigned int) offsetof(struct codebook_kite_pool_, value_LOST_KITE), 4},
		{(unsigned int) offsetof(struct codebook_kite_pool_, value_TREE), 2},
		{(unsigned int) offsetof(struct codebook_kite_pool_, value_UP), 0}
	};
	int low = 0, high = (int) (sizeof values / sizeof values[0]);
	while (low < high) {
		int middle = low + (high - low) / 2, difference = 0;
		const char *value = codebook_kite_string_(values[middle].offset);
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

CODEBOOK_KITE_API int codebook_kite_position(const char *code)
{
	size_t len = 0;
	while (code && code[len] != '\0')
		len++;
	return code ? codebook_kite_position_(code, len) : -1;
}

CODEBOOK_KITE_API const char *codebook_kite_at(int position)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_kite_pool_, value_UP),
		(unsigned int) offsetof(struct codebook_kite_pool_, value_DOWN),
		(unsigned int) offsetof(struct codebook_kite_pool_, value_TREE),
		(unsigned int) offsetof(struct codebook_kite_pool_, value_TREE_OF_WINCH),
		(unsigned int) offsetof(struct codebook_kite_pool_, value_LOST_KITE)
	};
	if (position < 0 || position >= CODEBOOK_KITE_COUNT)
		return (const char *) 0;
	return codebook_kite_string_(offsets[position]);
}

CODEBOOK_KITE_API const char *codebook_kite_name(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_kite_pool_, name_UP),
		(unsigned int) offsetof(struct codebook_kite_pool_, name_DOWN),
		(unsigned int) offsetof(struct codebook_kite_pool_, name_TREE),
		(unsigned int) offsetof(struct codebook_kite_pool_, name_TREE_OF_WINCH),
		(unsigned int) offsetof(struct codebook_kite_pool_, name_LOST_KITE)
	};
	int position = codebook_kite_position(code);
	return position < 0 ? (const char *) 0 : codebook_kite_string_(offsets[position]);
}

CODEBOOK_KITE_API const char *codebook_kite_title(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_kite_pool_, title_UP),
		(unsigned int) offsetof(struct codebook_kite_pool_, title_DOWN),
		(unsigned int) offsetof(struct codebook_kite_pool_, title_TREE),
		(unsigned int) offsetof(struct codebook_kite_pool_, title_TREE_OF_WINCH),
		(unsigned int) offsetof(struct codebook_kite_pool_, title_LOST_KITE)
	};
	int position = codebook_kite_position(code);
	return position < 0 ? (const char *) 0 : codebook_kite_text_(offsets[position]);
}

CODEBOOK_KITE_API const char *codebook_kite_phrase(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_kite_pool_, phrase_UP),
		(unsigned int) offsetof(struct codebook_kite_pool_, phrase_DOWN),
		(unsigned int) offsetof(struct codebook_kite_pool_, phrase_TREE),
		(unsigned int) offsetof(struct codebook_kite_pool_, phrase_TREE_OF_WINCH),
		(unsigned int) offsetof(struct codebook_kite_pool_, phrase_LOST_KITE)
	};
	int position = codebook_kite_position(code);
	return position < 0 ? (const char *) 0 : codebook_kite_string_(offsets[position]);
}

CODEBOOK_KITE_API const char *codebook_kite_summary(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_kite_pool_, summary_UP),
		(unsigned int) offsetof(struct codebook_kite_pool_, summary_DOWN),
		(unsigned int) offsetof(struct codebook_kite_pool_, summary_TREE),
		(unsigned int) offsetof(struct codebook_kite_pool_, summary_TREE_OF_WINCH),
		(unsigned int) offsetof(struct codebook_kite_pool_, summary_LOST_KITE)
	};
	int position = codebook_kite_position(code);
	return position < 0 ? (const char *) 0 : codebook_kite_text_(offsets[position]);
}

CODEBOOK_KITE_API const char *codebook_kite_reference(const char *code)
{
	static const unsigned int offsets[] = {
		(unsigned int) offsetof(struct codebook_kite_pool_, reference_UP),
		(unsigned int) offsetof(struct codebook_kite_pool_, reference_DOWN),
		(unsigned int) offsetof(struct codebook_kite_pool_, reference_TREE),
		(unsigned int) offsetof(struct codebook_kite_pool_, reference_TREE_OF_WINCH),
		(unsigned int) offsetof(struct codebook_kite_pool_, reference_LOST_KITE)
	};
	int position = codebook_kite_position(code);
	return position < 0 ? (const char *) 0 : codebook_kite_string_(offsets[position]);
}

/* A letter as a capital, whatever the locale. */
CODEBOOK_KITE_LOCAL_ int codebook_kite_capital_(char c)
{
	return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : (unsigned char) c;
}

CODEBOOK_KITE_API const char *codebook_kite_from_name(const char *name)
{
	static const struct {
		unsigned int offset;
		int position;
	} names[] = {
		{(unsigned int) offsetof(struct codebook_kite_pool_, old_ALOFT), 0},
		{(unsigned int) offsetof(struct codebook_kite_pool_, name_DOWN), 1},
		{(unsigned int) offsetof(struct codebook_kite_pool_, name_LOST_KITE), 4},
		{(unsigned int) offsetof(struct codebook_kite_pool_, old_SKY_HIGH), 0},
		{(unsigned int) offsetof(struct codebook_kite_pool_, name_TREE), 2},
		{(unsigned int) offsetof(struct codebook_kite_pool_, name_TREE_OF_WINCH), 3},
		{(unsigned int) offsetof(struct codebook_kite_pool_, name_UP), 0}
	};
	static const char prefix[] = "CODEBOOK_KITE_";
	int low = 0, high = name ? (int) (sizeof names / sizeof names[0]) : 0;
	size_t skip = 0;
	while (name && skip < sizeof prefix - 1 && codebook_kite_capital_(name[skip]) == prefix[skip])
		skip++;
	if (name && skip == sizeof prefix - 1)
		name += skip;
	while (low < high) {
		int middle = low + (high - low) / 2, difference;
		const char *known = codebook_kite_string_(names[middle].offset);
		size_t i = 0;
		do
			difference = codebook_kite_capital_(name[i]) - (unsigned char) known[i];
		while (difference == 0 && known[i++] != '\0');
		if (difference == 0)
			return codebook_kite_at(names[middle].position);
		if (difference < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return codebook_kite_at(-1);
}

CODEBOOK_KITE_API const char *codebook_kite_parse(const char *text)
{
	size_t len = 0;
	if (!text)
		return (const char *) 0;
	for (;; len++) {
		int c = codebook_kite_capital_(text[len]);
		int part = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
		if (!part && (c != '.' || text[len + 1] == '\0' || text[len + 1] == ' '))
			break;
	}
	return codebook_kite_at(codebook_kite_position_(text, len));
}

CODEBOOK_KITE_API enum codebook_kite_class codebook_kite_class(const char *code)
{
	static const unsigned char classes[] = {
		CODEBOOK_KITE_CLASS_IN_THE_AIR,
		CODEBOOK_KITE_CLASS_ON_THE_GROUND,
		CODEBOOK_KITE_CLASS_ON_THE_GROUND,
		CODEBOOK_KITE_CLASS_ON_THE_GROUND,
		CODEBOOK_KITE_CLASS_IN_THE_AIR
	};
	int position = codebook_kite_position(code);
	if (position >= 0)
		return (enum codebook_kite_class) classes[position];
	return CODEBOOK_KITE_CLASS_UNKNOWN;
}

CODEBOOK_KITE_API enum codebook_kite_pull codebook_kite_pull(const char *code)
{
	static const unsigned char facts[] = {
		CODEBOOK_KITE_PULL_STRONG,
		CODEBOOK_KITE_PULL_NONE,
		CODEBOOK_KITE_PULL_STRONG,
		CODEBOOK_KITE_PULL_STRONG,
		CODEBOOK_KITE_PULL_NONE
	};
	int position = codebook_kite_position(code);
	if (position < 0)
		return CODEBOOK_KITE_PULL_UNKNOWN;
	return (enum codebook_kite_pull) facts[position];
}

CODEBOOK_KITE_API unsigned long codebook_kite_wind(const char *code)
{
	static const unsigned long facts[] = {
		0UL | (unsigned long) CODEBOOK_KITE_WIND_BREEZE | (unsigned long) CODEBOOK_KITE_WIND_STORM,
		0UL | (unsigned long) CODEBOOK_KITE_WIND_CALM | (unsigned long) CODEBOOK_KITE_WIND_BREEZE,
		0UL | (unsigned long) CODEBOOK_KITE_WIND_BREEZE,
		0UL | (unsigned long) CODEBOOK_KITE_WIND_STORM,
		0UL | (unsigned long) CODEBOOK_KITE_WIND_STORM
	};
	int position = codebook_kite_position(code);
	return position < 0 ? 0UL : facts[position];
}

CODEBOOK_KITE_API enum codebook_kite_tail_length codebook_kite_tail_length(const char *code)
{
	static const unsigned char facts[] = {
		CODEBOOK_KITE_TAIL_LENGTH_LONG,
		0,
		0,
		CODEBOOK_KITE_TAIL_LENGTH_SHORT,
		0
	};
	int position = codebook_kite_position(code);
	if (position < 0)
		return CODEBOOK_KITE_TAIL_LENGTH_UNKNOWN;
	return (enum codebook_kite_tail_length) facts[position];
}

CODEBOOK_KITE_API unsigned long codebook_kite_place(const char *code)
{
	static const unsigned long facts[] = {
		0UL | (unsigned long) CODEBOOK_KITE_PLACE_BEACH | (unsigned long) CODEBOOK_KITE_PLACE_CMD_PULL | (unsigned long) CODEBOOK_KITE_PLACE_CMD_LET_GO,
		0UL | (unsigned long) CODEBOOK_KITE_PLACE_BEACH,
		0UL | (unsigned long) CODEBOOK_KITE_PLACE_CMD_PULL,
		0UL | (unsigned long) CODEBOOK_KITE_PLACE_CMD_PULL,
		0UL | (unsigned long) CODEBOOK_KITE_PLACE_BEACH
	};
	int position = codebook_kite_position(code);
	return position < 0 ? 0UL : facts[position];
}

CODEBOOK_KITE_API enum codebook_kite_daytime codebook_kite_daytime(const char *code)
{
	static const unsigned char facts[] = {
		0,
		CODEBOOK_KITE_DAYTIME_NOON,
		0,
		0,
		0
	};
	int position = codebook_kite_position(code);
	if (position < 0)
		return CODEBOOK_KITE_DAYTIME_UNKNOWN;
	return (enum codebook_kite_daytime) facts[position];
}

#endif
