/* manifest.c: see manifest.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/manifest.h"

#include "base/file.h"
#include "base/hash.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { DIGITS = 16 };

/* Both are equally long, so that the one can be written over the other; behind them stands
 * the fingerprint of the other lines. */
static const char complete_mark[] = "codebook manifest 3 complete ";
static const char begun_mark[] = "codebook manifest 3 begun    ";

enum { MARK = sizeof complete_mark - 1, HEAD = MARK + DIGITS + 1 };

_Static_assert(sizeof complete_mark == sizeof begun_mark, "equally long");

/* ---- the first line ---- */

static void put_hex(char *to, uint64_t value)
{
	for (size_t i = DIGITS; i-- > 0; value >>= 4)
		to[i] = "0123456789abcdef"[value & 15];
}

static void write_head(char head[HEAD], bool complete, uint64_t body)
{
	memcpy(head, complete ? complete_mark : begun_mark, MARK);
	put_hex(head + MARK, body);
	head[HEAD - 1] = '\n';
}

struct str manifest_head(void)
{
	return STR("codebook manifest 3 begun    ----------------\n");
}

/* Mapped, not read: the system can take its memory back. A text that cannot be a manifest is
 * empty. */
static struct str map_text(int fd, struct stat *st)
{
	if (fd < 0 || fstat(fd, st) != 0 || !S_ISREG(st->st_mode) || st->st_size < HEAD)
		return (struct str){0};
	struct str text = {.len = (size_t) st->st_size};
	text.ptr = mmap(NULL, text.len, PROT_READ, MAP_PRIVATE, fd, 0);
	if (text.ptr == MAP_FAILED)
		return (struct str){0};
	return text;
}

static void unmap_text(struct str text)
{
	if (text.len)
		munmap((void *) (uintptr_t) text.ptr, text.len);
}

/* As file_hash_open() does it. */
static uint64_t hash_body(struct str text)
{
	uint64_t hash = 0;
	for (size_t at = HEAD, len; at < text.len; at += len) {
		len = text.len - at < HASH_BLOCK ? text.len - at : HASH_BLOCK;
		hash = hash_block(hash, (struct str){text.ptr + at, len});
	}
	return hash;
}

static bool head_is(const struct manifest *manifest, bool complete)
{
	char head[HEAD];
	write_head(head, complete, manifest->body);
	return memcmp(manifest->text.ptr, head, HEAD) == 0;
}

static bool mark(int fd, bool complete, uint64_t body)
{
	char head[HEAD];
	write_head(head, complete, body);
	return pwrite(fd, head, HEAD, 0) == HEAD;
}

bool manifest_seal(int fd, uint64_t *body)
{
	return file_hash_open(fd, HEAD, SIZE_MAX, body) && mark(fd, false, *body);
}

bool manifest_complete(int fd, uint64_t body)
{
	return mark(fd, true, body);
}

/* ---- reading ---- */

void manifest_read(struct manifest *manifest, int directory, const char *name)
{
	*manifest = (struct manifest){0};
	int fd = directory < 0
			 ? -1
			 : openat(directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;
	manifest->text = map_text(fd, &st);
	if (fd >= 0)
		close(fd);
	if (!manifest->text.len)
		return;
	manifest->ctime = st.st_ctim;
	manifest->body = hash_body(manifest->text);
	manifest->complete = head_is(manifest, true);
	if (!manifest->complete && !head_is(manifest, false))
		manifest_free(manifest);
}

void manifest_free(struct manifest *manifest)
{
	unmap_text(manifest->text);
	map_free(&manifest->index);
	arena_free(&manifest->arena);
	*manifest = (struct manifest){0};
}

static bool read_hex(struct str s, uint64_t *value)
{
	*value = 0;
	for (size_t i = 0; i < DIGITS; i++) {
		char c = s.ptr[i];
		unsigned digit = c >= '0' && c <= '9'   ? (unsigned) (c - '0')
				 : c >= 'a' && c <= 'f' ? (unsigned) (c - 'a') + 10
							: 16;
		if (digit > 15)
			return false;
		*value = *value << 4 | digit;
	}
	return s.ptr[DIGITS] == ' ';
}

static bool read_size(struct str *s, size_t *size)
{
	size_t digits = 0;
	for (*size = 0; digits < s->len && digits < 12 && ascii_is_digit(s->ptr[digits]); digits++)
		*size = *size * 10 + (size_t) (s->ptr[digits] - '0');
	if (!digits || digits >= s->len || s->ptr[digits] != ' ')
		return false;
	*s = (struct str){s->ptr + digits + 1, s->len - digits - 1};
	return true;
}

static bool read_entry(struct str line, struct manifest_entry *entry)
{
	const size_t hashes = 2 * (DIGITS + 1);
	entry->line = line;
	if (line.len < hashes + 4 || !read_hex(line, &entry->key) ||
	    !read_hex((struct str){line.ptr + DIGITS + 1, DIGITS}, &entry->hash))
		return false;
	entry->path = (struct str){line.ptr + hashes, line.len - hashes - 1};
	return read_size(&entry->path, &entry->size) && path_is_safe(entry->path) &&
	       !memchr(entry->path.ptr, '\0', entry->path.len);
}

bool manifest_next(const struct manifest *manifest, size_t *at, struct manifest_entry *entry)
{
	struct str text = manifest->text;
	while (*at < text.len) {
		const char *start = text.ptr + *at;
		const char *end = memchr(start, '\n', text.len - *at);
		if (!end)
			break;
		struct str line = {start, (size_t) (end - start) + 1};
		*at += line.len;
		if (read_entry(line, entry))
			return true;
	}
	return false;
}

const struct manifest_entry *manifest_find(struct manifest *manifest, struct str path)
{
	struct manifest_entry entry, *kept;
	for (size_t at = manifest->index.count ? manifest->text.len : 0;
	     manifest_next(manifest, &at, &entry);) {
		kept = arena_alloc(&manifest->arena, sizeof *kept);
		*kept = entry;
		map_add(&manifest->index, kept->path, kept);
	}
	return map_get(&manifest->index, path);
}

/* The time of the last change of an inode cannot be set back, that of its content can. */
bool manifest_is_untouched(const struct manifest *manifest, const struct manifest_entry *entry,
			   int directory, const char *name)
{
	struct stat st;
	return directory >= 0 && fstatat(directory, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISREG(st.st_mode) && (size_t) st.st_size == entry->size &&
	       !time_is_later(st.st_ctim, manifest->ctime);
}

/* ---- writing ---- */

void manifest_put(struct buf *buf, uint64_t key, uint64_t hash, size_t size, struct str path)
{
	char head[2 * (DIGITS + 1)], digits[24];
	size_t at = sizeof digits;
	put_hex(head, key);
	put_hex(head + DIGITS + 1, hash);
	head[DIGITS] = head[2 * DIGITS + 1] = ' ';
	digits[--at] = ' ';
	do
		digits[--at] = (char) ('0' + size % 10);
	while (size /= 10);
	buf_put(buf, head, sizeof head);
	buf_put(buf, digits + at, sizeof digits - at);
	buf_put_str(buf, path);
	buf_putc(buf, '\n');
}
