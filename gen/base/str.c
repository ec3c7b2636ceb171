/* str.c: see str.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/str.h"

struct str str_trim(struct str s)
{
	while (s.len && ascii_is_space(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len && ascii_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

uint64_t str_hash(struct str s, uint64_t seed)
{
	uint64_t hash = seed ^ UINT64_C(0xcbf29ce484222325);
	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char) s.ptr[i]) * UINT64_C(0x100000001b3);
	return hash;
}

size_t utf8_decode(const char *s, size_t len, uint32_t *c)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	if (!len)
		return 0;
	unsigned char lead = (unsigned char) s[0];
	if (lead < 0x80) {
		*c = lead;
		return 1;
	}
	size_t n = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	if (lead < 0xc2 || lead > 0xf4 || len < n)
		return 0;
	uint32_t value = lead & (0xffu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		unsigned char next = (unsigned char) s[i];
		if ((next & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (next & 0x3f);
	}
	if (value < least[n] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
		return 0;
	*c = value;
	return n;
}

/* Whether it begins with a character of three bytes, as nearly all of Chinese are. */
static inline bool is_three_bytes(const char *s, size_t len)
{
	const unsigned char *b = (const unsigned char *) s;
	if (len < 3 || (b[0] & 0xf0) != 0xe0 || (b[1] & 0xc0) != 0x80 || (b[2] & 0xc0) != 0x80)
		return false;
	unsigned first =
		(unsigned) (b[0] & 0xf) << 6 | (b[1] & 0x3fu); /* all but the last six bits */
	return first >= 0x800 >> 6 && (first < 0xd800 >> 6 || first > 0xdfff >> 6);
}

size_t utf8_valid_prefix(struct str s)
{
	size_t at = 0;
	uint32_t c;
	while (at < s.len) {
		uint64_t eight = ~(uint64_t) 0;
		if (s.len - at >= sizeof eight)
			memcpy(&eight, s.ptr + at, sizeof eight);
		if (!(eight & 0x8080808080808080u)) { /* eight characters of ASCII */
			at += sizeof eight;
			continue;
		}
		if (is_three_bytes(s.ptr + at, s.len - at)) {
			at += 3;
			continue;
		}
		size_t n = utf8_decode(s.ptr + at, s.len - at, &c);
		if (!n)
			break;
		at += n;
	}
	return at;
}

bool utf8_is_wide(uint32_t c)
{
	/* Unicode 15, EastAsianWidth.txt: the W and F ranges that text of this kind
	 * can hold. */
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff}, {0x3400, 0x4dbf},
		{0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xac00, 0xd7a3}, {0xf900, 0xfaff},
		{0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
		{0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
	};
	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

size_t utf8_width(struct str s)
{
	size_t width = 0;
	for (size_t at = 0; at < s.len;) {
		uint32_t c = 0;
		size_t n = utf8_decode(s.ptr + at, s.len - at, &c);
		width += utf8_is_wide(c) ? 2 : 1;
		at += n ? n : 1;
	}
	return width;
}
