/* buf.h: the one growing buffer that everything is written into.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_BASE_BUF_H
#define CB_BASE_BUF_H

#include "base/str.h"

#include <stddef.h>

/* Zero-initialise before use; keep it over many documents so that it stops
 * growing. data[0..len) is valid; it is not terminated. */
struct buf {
	char *data;
	size_t len, room;
};

/* Makes room for more bytes after len, without changing len. */
void buf_reserve(struct buf *buf, size_t more);

void buf_put_slow(struct buf *buf, const char *s, size_t len);

static inline void buf_put(struct buf *buf, const char *s, size_t len)
{
	if (buf->room - buf->len < len) {
		buf_put_slow(buf, s, len);
		return;
	}
	if (len) {
		memcpy(buf->data + buf->len, s, len);
		buf->len += len;
	}
}

static inline void buf_putc(struct buf *buf, char c)
{
	buf_put(buf, &c, 1);
}

static inline void buf_puts(struct buf *buf, const char *s)
{
	buf_put(buf, s, strlen(s));
}

static inline void buf_put_str(struct buf *buf, struct str s)
{
	buf_put(buf, s.ptr, s.len);
}

/* Writes as printf does. */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The contents as a string, valid until the next write. */
const char *buf_cstr(struct buf *buf);

static inline struct str buf_str(const struct buf *buf)
{
	return (struct str){buf->data, buf->len};
}

void buf_free(struct buf *buf);

#endif
