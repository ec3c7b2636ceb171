/* test_archive.c: members of an archive, whose form POSIX lays down, and what becomes of
 * the file.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "tree/archive.h"

enum { BLOCK = 512 };

/* A path of so many bytes, in parts of `part` bytes. */
static const char *make_path(char *path, size_t len, size_t part)
{
	memset(path, 'p', len);
	for (size_t i = part; i + 1 < len; i += part + 1)
		path[i] = '/';
	path[len] = '\0';
	return path;
}

static void a_member_is_header_and_content(void **state)
{
	(void) state;
	struct buf buf = {0};
	archive_put(&buf, STR("a/b.md"), STR("content"));
	assert_int_equal(buf.len, 2 * BLOCK);
	assert_string_equal(buf.data, "a/b.md");
	assert_string_equal(buf.data + 100, "0000644");
	assert_string_equal(buf.data + 124, "00000000007");
	assert_string_equal(buf.data + 136, "00000000000");
	assert_memory_equal(buf.data + 156, "0", 1);
	assert_memory_equal(buf.data + 257, "ustar\00000", 8);
	assert_string_equal(buf.data + BLOCK, "content");
	unsigned long sum = 0;
	for (size_t i = 0; i < BLOCK; i++)
		sum += i >= 148 && i < 156 ? ' ' : (unsigned char) buf.data[i];
	assert_int_equal(strtoul(buf.data + 148, NULL, 8), sum);
	buf_free(&buf);
}

static void content_of_whole_blocks_is_not_padded(void **state)
{
	(void) state;
	struct buf buf = {0};
	static const char zeros[BLOCK] = "";
	archive_put(&buf, STR("a"), (struct str){zeros, 0});
	assert_int_equal(buf.len, BLOCK);
	archive_put(&buf, STR("a"), (struct str){zeros, BLOCK});
	assert_int_equal(buf.len, 3 * BLOCK);
	buf_free(&buf);
}

static void a_long_path_is_split_at_a_slash(void **state)
{
	(void) state;
	char path[1024];
	struct buf buf = {0};
	archive_put(&buf, str_of(make_path(path, 100, 30)), STR(""));
	assert_int_equal(buf.data[345], 0);
	buf.len = 0;
	archive_put(&buf, str_of(make_path(path, 101, 30)), STR(""));
	assert_int_equal(buf.len, BLOCK);
	assert_string_equal(buf.data + 345, make_path(path, 30, 30));
	buf.len = 0;
	/* 155 bytes, the slash and 100 bytes. */
	make_path(path, 256, 155);
	archive_put(&buf, str_of(path), STR(""));
	assert_int_equal(buf.len, BLOCK);
	assert_memory_equal(buf.data, path + 156, 100);
	assert_memory_equal(buf.data + 345, path, 155);
	buf_free(&buf);
}

static void a_longer_path_has_a_record(void **state)
{
	(void) state;
	char path[1024];
	struct buf buf = {0};
	archive_put(&buf, str_of(make_path(path, 101, 200)), STR(""));
	assert_int_equal(buf.len, 3 * BLOCK);
	assert_memory_equal(buf.data + 156, "x", 1);
	/* 3 digits, a space, "path=", 101 bytes and the end of the line. */
	assert_memory_equal(buf.data + BLOCK, "111 path=p", 10);
	assert_int_equal(buf.data[BLOCK + 110], '\n');
	assert_int_equal(strtoul(buf.data + 124, NULL, 8), 111);
	buf.len = 0;
	/* Where the length itself makes it longer by a digit. */
	archive_put(&buf, str_of(make_path(path, 101 + 889, 200)), STR(""));
	assert_memory_equal(buf.data + BLOCK, "1001 path=p", 11);
	buf_free(&buf);
}

static void a_file_is_there_when_it_is_whole(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct buf members = {0};
	archive_put(&members, STR("a"), STR("a"));
	write_text("a.tar", "old");
	struct archive *archive = archive_open("a.tar", &diag);
	assert_non_null(archive);
	assert_true(archive_append(archive, buf_str(&members), &diag));
	assert_file("a.tar", "old");
	archive_close(archive); /* not finished */
	assert_file("a.tar", "old");
	assert_false(exists("a.tar.tmp"));

	archive = archive_open("a.tar", &diag);
	assert_true(archive_append(archive, buf_str(&members), &diag));
	assert_true(archive_finish(archive, &diag));
	archive_close(archive);
	struct stat st;
	assert_int_equal(stat("a.tar", &st), 0);
	assert_int_equal(st.st_size, 4 * BLOCK);
	assert_false(exists("a.tar.tmp"));
	expect_diag(&diag, "");

	assert_null(archive_open("none/a.tar", &diag));
	expect_diag(&diag, "none/a.tar: error: cannot write: No such file or directory\n");
	buf_free(&members);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(a_member_is_header_and_content),
		in_scratch(content_of_whole_blocks_is_not_padded),
		in_scratch(a_long_path_is_split_at_a_slash),
		in_scratch(a_longer_path_has_a_record),
		in_scratch(a_file_is_there_when_it_is_whole),
	};
	return cmocka_run_group_tests_name("archive", tests, NULL, NULL);
}
