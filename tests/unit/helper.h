/* helper.h: what the unit tests share. Each test runs in a directory of its own, so
 * that messages name files without their directory.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TESTS_HELPER_H
#define CB_TESTS_HELPER_H

#define _XOPEN_SOURCE 700 /* nftw() */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- a directory for each test ---- */

struct scratch {
	char dir[4096];
	int back; /* the directory that the test came from */
};

static inline int enter_scratch(void **state)
{
	const char *base = getenv("TMPDIR");
	struct scratch *scratch = calloc(1, sizeof *scratch);
	if (!scratch)
		return -1;
	*state = scratch;
	scratch->back = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	snprintf(scratch->dir, sizeof scratch->dir, "%s/codebook-test-XXXXXX",
		 base && *base ? base : "/tmp");
	return scratch->back >= 0 && mkdtemp(scratch->dir) && chdir(scratch->dir) == 0 ? 0 : -1;
}

static inline int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void) st, (void) type, (void) ftw;
	return remove(path);
}

static inline int leave_scratch(void **state)
{
	struct scratch *scratch = *state;
	int result = fchdir(scratch->back);
	close(scratch->back);
	result |= nftw(scratch->dir, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(scratch);
	return result;
}

#define in_scratch(test) cmocka_unit_test_setup_teardown(test, enter_scratch, leave_scratch)

/* ---- files ---- */

static inline void write_bytes(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static inline void write_text(const char *path, const char *text)
{
	write_bytes(path, text, strlen(text));
}

static inline bool exists(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

static inline void check_file(const char *path, const char *expected, const char *file, int line)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct str text = STR("(cannot be read)");
	file_read(&arena, path, &diag, &text);
	_assert_string_equal(text.ptr, expected, file, line);
	arena_free(&arena);
	diag_free(&diag);
}
#define assert_file(path, expected) check_file(path, expected, __FILE__, __LINE__)

/* ---- comparing ---- */

static inline void check_str(struct str s, const char *expected, const char *file, int line)
{
	struct arena arena = {0};
	_assert_string_equal(arena_strndup(&arena, s.ptr, s.len), expected, file, line);
	_assert_int_equal(s.len, strlen(expected), file, line);
	arena_free(&arena);
}
#define assert_str(s, expected) check_str(s, expected, __FILE__, __LINE__)

/* Compares what was written so far and empties the buffer. */
static inline void check_buf(struct buf *buf, const char *expected, const char *file, int line)
{
	check_str(buf_str(buf), expected, file, line);
	buf->len = 0;
}
#define expect_buf(buf, expected) check_buf(buf, expected, __FILE__, __LINE__)

/* Compares all messages, as printed, and forgets them. */
static inline void check_diag(struct diag *diag, const char *expected, const char *file, int line)
{
	char *printed = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&printed, &size);
	assert_non_null(stream);
	diag_print(diag, stream);
	fclose(stream);
	_assert_string_equal(printed, expected, file, line);
	free(printed);
	diag_free(diag);
}
#define expect_diag(diag, expected) check_diag(diag, expected, __FILE__, __LINE__)

#endif
