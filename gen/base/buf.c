/* buf.c: see buf.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void buf_reserve(struct buf *buf, size_t more)
{
	size_t need = buf->len + more;
	if (need < buf->len)
		need = (size_t) -1; /* mem_grow() refuses it */
	if (need > buf->room)
		buf->data = mem_grow(buf->data, &buf->room, need, 1);
}

void buf_put_slow(struct buf *buf, const char *s, size_t len)
{
	buf_reserve(buf, len);
	memcpy(buf->data + buf->len, s, len);
	buf->len += len;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len > 0) {
		buf_reserve(buf, (size_t) len + 1);
		vsnprintf(buf->data + buf->len, (size_t) len + 1, format, again);
		buf->len += (size_t) len;
	}
	va_end(again);
}

const char *buf_cstr(struct buf *buf)
{
	buf_reserve(buf, 1);
	buf->data[buf->len] = '\0';
	return buf->data;
}

void buf_free(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){0};
}
