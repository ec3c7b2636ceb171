/* archive.c: see archive.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/archive.h"

#include "base/file.h"
#include "base/intl.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 512 };

struct archive {
	struct arena arena;
	const char *path;
	const char *temporary, *replaced; /* see file_open_new(); NULL for standard output */
	int fd;
};

/* The header block of ustar (POSIX.1-2017, pax, "ustar Header Block"). */
struct header {
	char name[100], mode[8], uid[8], gid[8], size[12], mtime[12], chksum[8], typeflag,
		linkname[100], magic[6], version[2], uname[32], gname[32], devmajor[8], devminor[8],
		prefix[155], padding[12];
};

_Static_assert(sizeof(struct header) == BLOCK, "a header is one block");

/* Digits in base 8, with a NUL behind. */
static void put_octal(char *field, size_t width, size_t value)
{
	field[width - 1] = '\0';
	for (size_t i = width - 1; i-- > 0; value >>= 3)
		field[i] = (char) ('0' + (value & 7));
}

/* Where a path can be split into prefix and name; 0 where it need not be, path.len where it
 * cannot. */
static size_t split_of(struct str path)
{
	if (path.len <= 100)
		return 0;
	for (size_t i = path.len - 101; i < path.len - 1 && i <= 155; i++)
		if (path.ptr[i] == '/')
			return i;
	return path.len;
}

/* What all headers have: the time is 0, so that the same members are the same bytes. */
static const struct header common = {.mode = "0000644",
				     .uid = "0000000",
				     .gid = "0000000",
				     .mtime = "00000000000",
				     .chksum = {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '},
				     .magic = "ustar",
				     .version = {'0', '0'}};

/* The sum of its bytes. */
enum {
	COMMON_SUM =
		(4 + 7 + 7 + 11 + 2) * '0' + '6' + '4' + '4' + 8 * ' ' + 'u' + 's' + 't' + 'a' + 'r'
};

static size_t sum_of(const char *bytes, size_t len)
{
	size_t sum = 0;
	for (size_t i = 0; i < len; i++)
		sum += (unsigned char) bytes[i];
	return sum;
}

static void put_header(struct buf *buf, struct str path, size_t split, size_t size, char type)
{
	struct header header = common;
	size_t from = split ? split + 1 : 0;
	memcpy(header.prefix, path.ptr, split);
	memcpy(header.name, path.ptr + from, path.len - from);
	put_octal(header.size, sizeof header.size, size);
	header.typeflag = type;
	put_octal(header.chksum, 7,
		  COMMON_SUM + (size_t) type + sum_of(header.size, sizeof header.size) +
			  sum_of(path.ptr, split) + sum_of(path.ptr + from, path.len - from));
	buf_put(buf, (const char *) &header, sizeof header);
}

static void pad(struct buf *buf, size_t size)
{
	static const char zeros[BLOCK] = "";
	buf_put(buf, zeros, (BLOCK - size % BLOCK) % BLOCK);
}

/* "LENGTH path=PATH\n", where LENGTH counts itself. */
static void put_long_path(struct buf *buf, struct str path)
{
	char length[24];
	size_t rest = path.len + sizeof " path=\n" - 1, total = rest + 1;
	while ((size_t) snprintf(length, sizeof length, "%zu", total) + rest != total)
		total = rest + strlen(length);
	put_header(buf, STR("PaxHeaders/path"), 0, total, 'x');
	buf_printf(buf, "%s path=", length);
	buf_put_str(buf, path);
	buf_putc(buf, '\n');
	pad(buf, total);
}

void archive_put(struct buf *buf, struct str path, struct str content)
{
	size_t split = split_of(path);
	if (split == path.len) {
		put_long_path(buf, path);
		put_header(buf, (struct str){path.ptr + path.len - 100, 100}, 0, content.len, '0');
	} else {
		put_header(buf, path, split, content.len, '0');
	}
	buf_put_str(buf, content);
	pad(buf, content.len);
}

static void system_error(struct archive *archive, const char *format, struct diag *diag)
{
	diag_add(diag, DIAG_SYSTEM, (struct loc){archive->path, 0, 0}, format, strerror(errno));
}

struct archive *archive_open(const char *path, struct diag *diag)
{
	struct archive *archive = mem_alloc(sizeof *archive);
	*archive = (struct archive){.path = path, .fd = STDOUT_FILENO};
	if (same(path, "-"))
		return archive;
	const char *temporary;
	archive->fd = file_open_new(&archive->arena, path, &temporary, &archive->replaced);
	if (archive->fd < 0) {
		system_error(archive, _("cannot write: %s"), diag);
		archive_close(archive);
		return NULL;
	}
	archive->temporary = temporary;
	return archive;
}

bool archive_append(struct archive *archive, struct str members, struct diag *diag)
{
	if (file_write_all(archive->fd, members))
		return true;
	system_error(archive, _("cannot write: %s"), diag);
	return false;
}

bool archive_finish(struct archive *archive, struct diag *diag)
{
	static const char end[2 * BLOCK] = "";
	if (!archive_append(archive, (struct str){end, sizeof end}, diag))
		return false;
	if (archive->fd <= STDERR_FILENO)
		return true;
	int fd = archive->fd;
	archive->fd = -1;
	if (close(fd) != 0 ||
	    (archive->temporary && rename(archive->temporary, archive->replaced) != 0)) {
		system_error(archive, _("cannot write: %s"), diag);
		return false;
	}
	archive->temporary = NULL;
	return true;
}

void archive_close(struct archive *archive)
{
	if (!archive)
		return;
	if (archive->fd > STDERR_FILENO)
		close(archive->fd);
	if (archive->temporary)
		unlink(archive->temporary);
	arena_free(&archive->arena);
	free(archive);
}
