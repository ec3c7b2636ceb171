/* test_manifest.c: what a manifest says comes back, and what is no manifest says nothing.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "tree/manifest.h"

#define KEYS "0123456789abcdef fedcba9876543210 "

static void seal(bool complete)
{
	uint64_t body;
	int fd = open("manifest", O_RDWR | O_CLOEXEC);
	assert_true(manifest_seal(fd, &body));
	assert_true(!complete || manifest_complete(fd, body));
	close(fd);
}

static struct manifest read_manifest(void)
{
	struct manifest manifest;
	int directory = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	manifest_read(&manifest, directory, "manifest");
	close(directory);
	return manifest;
}

/* The paths that a manifest of these lines lists, each with a space. */
static void check_paths(const char *lines, const char *expected, const char *file, int line)
{
	struct buf text = {0};
	buf_put_str(&text, manifest_head());
	buf_puts(&text, lines);
	write_bytes("manifest", text.data, text.len);
	seal(true);
	text.len = 0;
	struct manifest manifest = read_manifest();
	struct manifest_entry entry;
	for (size_t at = 0; manifest_next(&manifest, &at, &entry);) {
		buf_put_str(&text, entry.path);
		buf_putc(&text, ' ');
	}
	check_buf(&text, expected, file, line);
	buf_free(&text);
	manifest_free(&manifest);
}
#define assert_paths(lines, expected) check_paths(lines, expected, __FILE__, __LINE__)

static void what_is_put_is_read(void **state)
{
	(void) state;
	struct buf text = {0};
	buf_put_str(&text, manifest_head());
	manifest_put(&text, 0x0123456789abcdef, 0xfedcba9876543210, 0, STR("a b/c.md"));
	manifest_put(&text, 1, UINT64_MAX, 1234567890, STR("d"));
	write_bytes("manifest", text.data, text.len);
	seal(true);
	struct manifest manifest = read_manifest();
	assert_true(manifest.complete);
	size_t at = 0;
	struct manifest_entry entry;
	assert_true(manifest_next(&manifest, &at, &entry));
	assert_true(entry.key == 0x0123456789abcdef && entry.hash == 0xfedcba9876543210);
	assert_int_equal(entry.size, 0);
	assert_str(entry.path, "a b/c.md");
	assert_str(entry.line, KEYS "0 a b/c.md\n");
	assert_true(manifest_next(&manifest, &at, &entry));
	assert_int_equal(entry.size, 1234567890);
	assert_false(manifest_next(&manifest, &at, &entry));
	assert_ptr_equal(manifest_find(&manifest, STR("d"))->path.ptr, entry.path.ptr);
	assert_null(manifest_find(&manifest, STR("e")));
	manifest_free(&manifest);
	buf_free(&text);
}

static void both_heads_have_one_length(void **state)
{
	(void) state;
	struct str head = manifest_head();
	write_bytes("manifest", head.ptr, head.len);
	for (int complete = 0; complete < 2; complete++) {
		seal(complete);
		struct manifest manifest = read_manifest();
		assert_int_equal(manifest.complete, complete);
		assert_int_equal(manifest.text.len, head.len);
		manifest_free(&manifest);
	}
}

static void a_manifest_counts_when_it_is_sealed(void **state)
{
	(void) state;
	struct str head = manifest_head();
	write_bytes("manifest", head.ptr, head.len);
	struct manifest manifest = read_manifest();
	assert_int_equal(manifest.text.len, 0);
	manifest_free(&manifest);
}

/* In the first line too: the padding of its words, the fingerprint, the end. */
static void one_byte_that_changed_makes_it_none(void **state)
{
	(void) state;
	struct buf text = {0};
	buf_put_str(&text, manifest_head());
	manifest_put(&text, 1, 2, 3, STR("a.md"));
	size_t size = text.len;
	write_bytes("manifest", text.data, size);
	seal(true);
	int fd = open("manifest", O_RDWR | O_CLOEXEC);
	for (size_t at = 0; at < size; at++) {
		char byte, other;
		assert_int_equal(pread(fd, &byte, 1, (off_t) at), 1);
		other = (char) (byte ^ 1);
		assert_int_equal(pwrite(fd, &other, 1, (off_t) at), 1);
		struct manifest manifest = read_manifest();
		assert_false(manifest.complete);
		assert_int_equal(manifest.text.len, 0);
		manifest_free(&manifest);
		assert_int_equal(pwrite(fd, &byte, 1, (off_t) at), 1);
	}
	close(fd);
	struct manifest manifest = read_manifest();
	assert_true(manifest.complete);
	manifest_free(&manifest);
	buf_free(&text);
}

static void another_file_is_no_manifest(void **state)
{
	(void) state;
	static const char *const texts[] = {
		"", "codebook manifest 3", "codebook manifest 1\na.md\n",
		"codebook manifest 2 complete\n" KEYS "1 a.md\n",
		"codebook manifest 4 complete 0123456789abcdef\n" KEYS "1 a.md\n"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		write_text("manifest", texts[i]);
		struct manifest manifest = read_manifest();
		assert_false(manifest.complete);
		assert_int_equal(manifest.text.len, 0);
		manifest_free(&manifest);
	}
	assert_int_equal(rename("manifest", "other"), 0);
	assert_int_equal(symlink("other", "manifest"), 0); /* not followed */
	struct manifest manifest = read_manifest();
	assert_int_equal(manifest.text.len, 0);
	manifest_free(&manifest);
}

static void lines_that_are_damaged_are_passed_over(void **state)
{
	(void) state;
	assert_paths(KEYS "1 a\n" KEYS "2 b\n", "a b ");
	assert_paths(KEYS "1 a\n\n" KEYS "2 b\n", "a b ");
	assert_paths("x" KEYS "1 a\n" KEYS "2 b\n", "b ");
	assert_paths("0123456789abcdeg fedcba9876543210 1 a\n" KEYS "2 b\n", "b ");
	assert_paths(KEYS "a\n" KEYS " a\n" KEYS "1\n" KEYS "1 \n" KEYS "2 b\n", "b ");
	assert_paths(KEYS "1234567890123 a\n" KEYS "-1 a\n" KEYS "2 b\n", "b ");
	assert_paths(KEYS "1 a\n" KEYS "2 b", "a "); /* cut off */
	assert_paths(KEYS "1 a\n" KEYS, "a ");
}

static void paths_that_lead_out_are_passed_over(void **state)
{
	(void) state;
	assert_paths(KEYS "1 /a\n" KEYS "1 ../a\n" KEYS "1 a/../../b\n" KEYS "1 ./a\n" KEYS
			  "1 .hidden\n" KEYS "1 a//b\n" KEYS "1 a/\n" KEYS "2 b\n",
		     "b ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(what_is_put_is_read),
		in_scratch(both_heads_have_one_length),
		in_scratch(a_manifest_counts_when_it_is_sealed),
		in_scratch(one_byte_that_changed_makes_it_none),
		in_scratch(another_file_is_no_manifest),
		in_scratch(lines_that_are_damaged_are_passed_over),
		in_scratch(paths_that_lead_out_are_passed_over),
	};
	return cmocka_run_group_tests_name("manifest", tests, NULL, NULL);
}
