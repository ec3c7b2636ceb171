/* manifest.c: see manifest.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/manifest.h"

#include "base/file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { DIGITS = 16 };

struct str manifest_head(bool complete)
{
	return complete ? STR("codebook manifest 2 complete\n")
			: STR("codebook manifest 2 begun   \n");
}

/* Mapped, not read: of a large manifest only what is looked at takes memory. */
void manifest_read(struct manifest *manifest, int directory, const char *name)
{
	*manifest = (struct manifest){0};
	int fd = directory < 0
			 ? -1
			 : openat(directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;
	size_t head = manifest_head(true).len;
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t) st.st_size >= head) {
		size_t size = (size_t) st.st_size;
		char *text = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (text != MAP_FAILED) {
			manifest->text = (struct str){text, size};
			manifest->complete =
				str_equal((struct str){text, head}, manifest_head(true));
			manifest->ctime = st.st_ctim;
			if (!manifest->complete &&
			    !str_equal((struct str){text, head}, manifest_head(false)))
				manifest_free(manifest);
		}
	}
	if (fd >= 0)
		close(fd);
}

void manifest_free(struct manifest *manifest)
{
	if (manifest->text.len)
		munmap((void *) (uintptr_t) manifest->text.ptr, manifest->text.len);
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

static void put_hex(char *to, uint64_t value)
{
	for (size_t i = DIGITS; i-- > 0; value >>= 4)
		to[i] = "0123456789abcdef"[value & 15];
	to[DIGITS] = ' ';
}

void manifest_put(struct buf *buf, uint64_t key, uint64_t hash, size_t size, struct str path)
{
	char head[2 * (DIGITS + 1)], digits[24];
	size_t at = sizeof digits;
	put_hex(head, key);
	put_hex(head + DIGITS + 1, hash);
	digits[--at] = ' ';
	do
		digits[--at] = (char) ('0' + size % 10);
	while (size /= 10);
	buf_put(buf, head, sizeof head);
	buf_put(buf, digits + at, sizeof digits - at);
	buf_put_str(buf, path);
	buf_putc(buf, '\n');
}
