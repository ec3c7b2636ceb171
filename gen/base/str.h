/* str.h: slices of bytes, and ASCII rules that no locale can change.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_STR_H
#define CB_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* len bytes from ptr on; not terminated, not owned. */
struct str {
	const char *ptr;
	size_t len;
};

/* A string literal as a slice. */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

static inline struct str str_of(const char *s)
{
	return (struct str){s, s ? strlen(s) : 0};
}

static inline bool str_equal(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* NULL equals only NULL. */
static inline bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The ctype functions follow the locale (Turkish i); these do not. */
static inline bool ascii_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline bool ascii_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline char ascii_lower(char c)
{
	return (char) (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}
static inline char ascii_upper(char c)
{
	return (char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/* Without the white space at both ends. */
struct str str_trim(struct str s);

/* FNV-1a over the bytes. */
uint64_t str_hash(struct str s, uint64_t seed);

/* Decodes the UTF-8 character at s (len bytes are left) into *c and returns its
 * length, or 0 where it is not well-formed (overlong, surrogate, cut off). */
size_t utf8_decode(const char *s, size_t len, uint32_t *c);

/* The offset of the first byte that is not well-formed UTF-8, or s.len. */
size_t utf8_valid_prefix(struct str s);

/* Whether the character takes two columns (East Asian Wide or Fullwidth) and so
 * allows a line break beside it. */
bool utf8_is_wide(uint32_t c);

/* How many columns of a terminal s takes: two for each wide character, one for any
 * other, and for a byte that is not well-formed. */
size_t utf8_width(struct str s);

#endif
