/* file.c: see file.h.
 *
 * SPDX-License-Identifier: MIT */
#include "base/file.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/intl.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int fd, const char *path, struct diag *diag, struct buf *buf)
{
	for (;;) {
		if (buf->len == buf->room)
			buf_reserve(buf, 64 * 1024);
		ssize_t got = read(fd, buf->data + buf->len, buf->room - buf->len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			diag_add(diag, DIAG_SYSTEM, (struct loc){path, 0, 0}, _("cannot read: %s"),
				 strerror(errno));
			return false;
		}
		if (got == 0)
			return true;
		buf->len += (size_t) got;
		if (buf->len > FILE_MAX_SIZE) {
			diag_add(diag, DIAG_ERROR, (struct loc){path, 0, 0},
				 _("file is larger than %zu MiB"), FILE_MAX_SIZE >> 20);
			return false;
		}
	}
}

bool file_read(struct arena *arena, const char *path, struct diag *diag, struct str *text)
{
	bool standard_input = same(path, "-");
	int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct stat st;
	if (fd < 0 || fstat(fd, &st) != 0) {
		diag_add(diag, DIAG_SYSTEM, (struct loc){path, 0, 0}, _("cannot open: %s"),
			 strerror(errno));
		if (fd >= 0 && !standard_input)
			close(fd);
		return false;
	}
	struct buf buf = {0};
	if (S_ISREG(st.st_mode) && (uint64_t) st.st_size <= FILE_MAX_SIZE)
		buf_reserve(&buf, (size_t) st.st_size + 1); /* with room to see the end */
	bool ok = read_all(fd, path, diag, &buf);
	if (!standard_input)
		close(fd);
	if (ok)
		*text = (struct str){arena_strndup(arena, buf.data, buf.len), buf.len};
	buf_free(&buf);
	return ok;
}

bool file_read_utf8(struct arena *arena, const char *path, struct diag *diag, struct str *text)
{
	if (!file_read(arena, path, diag, text))
		return false;
	const char *nul = memchr(text->ptr, '\0', text->len);
	size_t valid = utf8_valid_prefix(*text);
	if (nul && (size_t) (nul - text->ptr) < valid)
		valid = (size_t) (nul - text->ptr);
	if (valid < text->len) {
		diag_add(diag, DIAG_ERROR, file_loc(path, *text, valid),
			 _("not UTF-8 text (byte 0x%02x)"), (unsigned char) text->ptr[valid]);
		return false;
	}
	if (text->len >= 3 && memcmp(text->ptr, "\xef\xbb\xbf", 3) == 0) {
		text->ptr += 3;
		text->len -= 3;
	}
	return true;
}

/* Fills the block as far as the file goes; false where that cannot be done. */
static bool read_block(int fd, off_t at, char *block, size_t size, size_t *len)
{
	for (*len = 0; *len < size;) {
		ssize_t got = pread(fd, block + *len, size - *len, at + (off_t) *len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		*len += (size_t) got;
	}
	return true;
}

bool file_hash_open(int fd, size_t from, size_t most, uint64_t *hash)
{
	char *block = mem_alloc(HASH_BLOCK);
	size_t len = HASH_BLOCK, total = 0;
	bool ok = true;
	for (*hash = 0; ok && len == HASH_BLOCK; total += len) {
		ok = total <= most &&
		     read_block(fd, (off_t) (from + total), block, HASH_BLOCK, &len);
		if (ok)
			*hash = hash_block(*hash, (struct str){block, len});
	}
	free(block);
	return ok && total <= most;
}

bool file_hash(const char *path, uint64_t *hash)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		  file_hash_open(fd, 0, FILE_MAX_SIZE, hash);
	if (fd >= 0)
		close(fd);
	return ok;
}

bool file_write_all(int fd, struct str text)
{
	while (text.len) {
		ssize_t written = write(fd, text.ptr, text.len);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		text.ptr += written;
		text.len -= (size_t) written;
	}
	return true;
}

/* Where a link leads; NULL where that cannot be told. */
static const char *where_it_leads(struct arena *arena, const char *path)
{
	char target[4096];
	ssize_t len = readlink(path, target, sizeof target - 1);
	if (len <= 0 || (size_t) len >= sizeof target - 1)
		return NULL;
	target[len] = '\0';
	const char *slash = *target == '/' ? NULL : strrchr(path, '/');
	return slash ? arena_printf(arena, "%.*s/%s", (int) (slash - path), path, target)
		     : arena_strdup(arena, target);
}

/* The file that is replaced when a path is written; NULL for what is written to as it is: a
 * device or a pipe. */
static const char *to_replace(struct arena *arena, const char *path)
{
	struct stat st;
	if (lstat(path, &st) != 0)
		return path;
	if (S_ISLNK(st.st_mode)) {
		char *real = realpath(path, NULL);
		if (!real && errno == ENOENT)
			return where_it_leads(arena, path);
		path = real ? arena_strdup(arena, real) : NULL;
		free(real);
	}
	return path && stat(path, &st) == 0 && (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)) ? path
											    : NULL;
}

int file_open_new(struct arena *arena, const char *path, const char **temporary,
		  const char **replaced)
{
	*replaced = to_replace(arena, path);
	/* Two runs do not meet in one file. */
	*temporary =
		*replaced ? arena_printf(arena, "%s.%ld.tmp", *replaced, (long) getpid()) : NULL;
	return *replaced ? open(*temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
				0666)
			 : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

bool file_write(const char *path, struct str text, struct diag *diag)
{
	struct arena arena = {0};
	const char *temporary, *replaced;
	int fd = file_open_new(&arena, path, &temporary, &replaced);
	bool ok = fd >= 0 && file_write_all(fd, text);
	int error = errno;
	if (fd >= 0 && close(fd) != 0 && ok) {
		ok = false;
		error = errno;
	}
	if (ok && temporary && rename(temporary, replaced) != 0) {
		ok = false;
		error = errno;
	}
	if (!ok) {
		diag_add(diag, DIAG_SYSTEM, (struct loc){path, 0, 0}, _("cannot write: %s"),
			 strerror(error));
		if (fd >= 0 && temporary)
			unlink(temporary);
	}
	arena_free(&arena);
	return ok;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

size_t file_list(struct arena *arena, const char *dir, const char *suffix, struct diag *diag,
		 const char ***names)
{
	*names = NULL;
	DIR *stream = opendir(dir);
	if (!stream) {
		diag_add(diag, DIAG_SYSTEM, (struct loc){dir, 0, 0}, _("cannot open: %s"),
			 strerror(errno));
		return 0;
	}
	const char **found = NULL;
	size_t count = 0, room = 0, suffix_len = strlen(suffix);
	errno = 0;
	for (struct dirent *entry; (entry = readdir(stream)); errno = 0) {
		size_t len = strlen(entry->d_name);
		if (entry->d_name[0] == '.' || len <= suffix_len ||
		    strcmp(entry->d_name + len - suffix_len, suffix) != 0)
			continue;
		found = mem_grow(found, &room, count + 1, sizeof *found);
		found[count++] = arena_strdup(arena, entry->d_name);
	}
	if (errno)
		diag_add(diag, DIAG_SYSTEM, (struct loc){dir, 0, 0}, _("cannot read: %s"),
			 strerror(errno));
	closedir(stream);
	if (count) {
		qsort(found, count, sizeof *found, compare_names);
		*names = arena_array(arena, count, sizeof **names);
		memcpy(*names, found, count * sizeof *found);
	}
	free(found);
	return count;
}

bool file_is_missing(const char *path)
{
	return access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

char *file_join(struct arena *arena, const char *dir, const char *name)
{
	if (same(dir, "."))
		return arena_strdup(arena, name);
	size_t len = strlen(dir);
	return arena_printf(arena, "%s%s%s", dir, len && dir[len - 1] == '/' ? "" : "/", name);
}

struct loc file_loc(const char *path, struct str text, size_t offset)
{
	struct loc loc = {path, 1, 1};
	for (size_t i = 0; i < offset && i < text.len; i++) {
		if (text.ptr[i] == '\n') {
			loc.line++;
			loc.col = 1;
		} else {
			loc.col++;
		}
	}
	return loc;
}

struct str path_directory(struct str path)
{
	while (path.len && path.ptr[path.len - 1] != '/')
		path.len--;
	return path;
}

bool path_is_safe(struct str path)
{
	if (!path.len || path.ptr[path.len - 1] == '/')
		return false;
	for (size_t i = 0; i < path.len; i++) {
		bool part_start = i == 0 || path.ptr[i - 1] == '/';
		if (part_start && (path.ptr[i] == '/' || path.ptr[i] == '.'))
			return false;
	}
	return true;
}
