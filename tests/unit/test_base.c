/* test_base.c: memory, buffers, maps, strings, paths and diagnostics.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "base/map.h"
#include "base/parallel.h"

#include <stdalign.h>
#include <stdatomic.h>

/* ---- arena ---- */

static void arena_gives_zeroed_aligned_memory(void **state)
{
	(void) state;
	struct arena arena = {0};
	for (size_t size = 0; size < 300; size++) {
		unsigned char *p = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t) p % alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
	}
	arena_free(&arena);
	assert_null(arena.head);
}

static void arena_holds_more_than_a_chunk(void **state)
{
	(void) state;
	struct arena arena = {0};
	char *before = arena_strdup(&arena, "before");
	char *large = arena_alloc(&arena, 1000000);
	memset(large, 'x', 1000000);
	assert_string_equal(before, "before");
	assert_string_equal(arena_strdup(&arena, "behind"), "behind");
	arena_free(&arena);
}

static void arena_reset_keeps_one_zeroed_chunk(void **state)
{
	(void) state;
	struct arena arena = {0};
	for (int i = 0; i < 5; i++)
		memset(arena_alloc(&arena, 50000), 0xff, 50000);
	arena_reset(&arena);
	assert_non_null(arena.head);
	const unsigned char *p = arena_alloc(&arena, 50000);
	for (size_t i = 0; i < 50000; i++)
		assert_int_equal(p[i], 0);
	arena_free(&arena);
	arena_reset(&arena); /* an empty one stays empty */
	assert_null(arena.head);
}

static void arena_makes_strings(void **state)
{
	(void) state;
	struct arena arena = {0};
	assert_string_equal(arena_strndup(&arena, "abcdef", 3), "abc");
	assert_string_equal(arena_strndup(&arena, NULL, 0), "");
	assert_string_equal(arena_printf(&arena, "%s-%d", "smtp", 252), "smtp-252");
	assert_string_equal(arena_printf(&arena, "%s", ""), "");
	char long_word[600] = {0};
	memset(long_word, 'x', sizeof long_word - 1);
	assert_string_equal(arena_printf(&arena, "%s", long_word), long_word);
	assert_string_equal(arena_join(&arena, "smtp", ":", "252"), "smtp:252");
	assert_string_equal(arena_join(&arena, ""), "");
	arena_free(&arena);
}

/* ---- threads ---- */

enum { PIECES = 1000 };

struct pieces {
	atomic_int done[PIECES];
	atomic_int running[4]; /* by worker */
	atomic_bool wrong;
	size_t last; /* with one thread */
};

static void do_piece(void *data, size_t worker, size_t index)
{
	struct pieces *pieces = data;
	if (worker >= 4 || atomic_fetch_add(&pieces->running[worker], 1) != 0)
		pieces->wrong = true;
	atomic_fetch_add(&pieces->done[index], 1);
	atomic_fetch_sub(&pieces->running[worker % 4], 1);
}

static void do_in_order(void *data, size_t worker, size_t index)
{
	struct pieces *pieces = data;
	if (worker != 0 || index != pieces->last++)
		pieces->wrong = true;
}

static void parallel_does_each_piece_once(void **state)
{
	(void) state;
	static struct pieces pieces;
	parallel_run(4, PIECES, do_piece, &pieces);
	for (size_t i = 0; i < PIECES; i++)
		assert_int_equal(pieces.done[i], 1);
	parallel_run(1, 10, do_in_order, &pieces);
	assert_int_equal(pieces.last, 10);
	parallel_run(8, 1, do_piece, &pieces);
	assert_int_equal(pieces.done[0], 2);
	parallel_run(4, 0, do_piece, &pieces);
	assert_false(pieces.wrong);
}

/* ---- buf ---- */

static void buf_grows_byte_by_byte(void **state)
{
	(void) state;
	struct buf buf = {0};
	for (int i = 0; i < 10000; i++)
		buf_putc(&buf, (char) ('a' + i % 26));
	assert_int_equal(buf.len, 10000);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(buf.data[i], 'a' + i % 26);
	buf_free(&buf);
	assert_int_equal(buf.room, 0);
}

static void buf_prints_past_its_end(void **state)
{
	(void) state;
	struct buf buf = {0};
	for (int i = 0; i < 200; i++)
		buf_printf(&buf, "%d,", i);
	buf_printf(&buf, "%s", "");
	assert_memory_equal(buf.data, "0,1,2,3,", 8);
	assert_memory_equal(buf.data + buf.len - 8, "198,199,", 8);
	assert_int_equal(buf.len, 10 * 2 + 90 * 3 + 100 * 4);
	buf_free(&buf);
}

static void buf_takes_empty_pieces(void **state)
{
	(void) state;
	struct buf buf = {0};
	buf_put(&buf, NULL, 0);
	buf_puts(&buf, "");
	buf_put_str(&buf, (struct str){0});
	assert_int_equal(buf.len, 0);
	assert_string_equal(buf_cstr(&buf), "");
	buf_put(&buf, "a\0b", 3);
	assert_int_equal(buf.len, 3);
	assert_memory_equal(buf_cstr(&buf), "a\0b", 4);
	buf_free(&buf);
}

/* ---- map ---- */

static void map_holds_many_keys(void **state)
{
	(void) state;
	enum { COUNT = 20000 };
	struct arena arena = {0};
	struct map map = {0};
	static int values[COUNT];
	assert_null(map_get(&map, STR("0")));
	for (int i = 0; i < COUNT; i++)
		assert_null(map_add(&map, str_of(arena_printf(&arena, "%d", i)), &values[i]));
	assert_int_equal(map.count, COUNT);
	for (int i = 0; i < COUNT; i++)
		assert_ptr_equal(map_get(&map, str_of(arena_printf(&arena, "%d", i))), &values[i]);
	assert_null(map_get(&map, STR("20000")));
	assert_null(map_get(&map, STR("")));
	map_free(&map);
	arena_free(&arena);
}

static void map_keeps_the_first_value(void **state)
{
	(void) state;
	struct map map = {0};
	int first, second;
	assert_null(map_add(&map, STR("key"), &first));
	assert_ptr_equal(map_add(&map, STR("key"), &second), &first);
	assert_ptr_equal(map_get(&map, STR("key")), &first);
	assert_int_equal(map.count, 1);
	assert_null(map_add(&map, STR(""), &second)); /* the empty key is a key */
	assert_ptr_equal(map_get(&map, STR("")), &second);
	assert_null(map_add(&map, (struct str){"a\0b", 3}, &first));
	assert_null(map_get(&map, (struct str){"a\0c", 3}));
	map_free(&map);
}

/* ---- str ---- */

static void str_compares_and_trims(void **state)
{
	(void) state;
	assert_true(str_equal((struct str){0}, STR("")));
	assert_false(str_equal(STR("a"), STR("ab")));
	assert_true(same(NULL, NULL));
	assert_false(same(NULL, ""));
	assert_true(same("x", "x"));
	assert_str(str_trim(STR(" \t\r\n a b \n")), "a b");
	assert_str(str_trim(STR(" \n ")), "");
	assert_int_equal(ascii_upper('i'), 'I');
	assert_int_equal(ascii_lower('I'), 'i');
	assert_int_equal(ascii_upper('\xe9'), '\xe9');
}

static void utf8_decodes_the_ends_of_each_length(void **state)
{
	(void) state;
	static const struct {
		const char *bytes;
		uint32_t c;
	} cases[] = {{"\x01", 0x01},
		     {"\x7f", 0x7f},
		     {"\xc2\x80", 0x80},
		     {"\xdf\xbf", 0x7ff},
		     {"\xe0\xa0\x80", 0x800},
		     {"\xed\x9f\xbf", 0xd7ff},
		     {"\xee\x80\x80", 0xe000},
		     {"\xef\xbf\xbf", 0xffff},
		     {"\xf0\x90\x80\x80", 0x10000},
		     {"\xf4\x8f\xbf\xbf", 0x10ffff}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		uint32_t c = 0;
		size_t len = strlen(cases[i].bytes);
		assert_int_equal(utf8_decode(cases[i].bytes, len, &c), len);
		assert_int_equal(c, cases[i].c);
		/* Cut off anywhere, it is no character. */
		for (size_t cut = 0; cut < len; cut++)
			assert_int_equal(utf8_decode(cases[i].bytes, cut, &c), 0);
	}
}

static void utf8_refuses_what_is_not_well_formed(void **state)
{
	(void) state;
	static const char *const cases[] = {"\x80",
					    "\xbf",
					    "\xc0\x80",
					    "\xc1\xbf",
					    "\xe0\x9f\xbf",
					    "\xed\xa0\x80",
					    "\xed\xbf\xbf",
					    "\xc2\x41",
					    "\xe4\xbd",
					    "\xf0\x8f\xbf\xbf",
					    "\xf4\x90\x80\x80",
					    "\xf5\x80",
					    "\xff",
					    "\xfe",
					    "\xe4\xbd\x41"};
	uint32_t c;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(utf8_decode(cases[i], strlen(cases[i]), &c), 0);
	assert_int_equal(utf8_valid_prefix(STR("ab\xe4\xbd\xa0")), 5);
	assert_int_equal(utf8_valid_prefix(STR("ab\xe4\xbd")), 2);
	assert_int_equal(utf8_valid_prefix(STR("\xff")), 0);
	assert_int_equal(utf8_valid_prefix((struct str){0}), 0);
	/* Characters of three bytes: as they are decoded one by one. */
	for (int lead = 0xdf; lead <= 0xf0; lead++)
		for (int second = 0x7f; second <= 0xc0; second++)
			for (int third = 0x7f; third <= 0xc0; third++) {
				const char s[] = {(char) lead, (char) second, (char) third};
				size_t n = utf8_decode(s, sizeof s, &c);
				size_t valid = utf8_valid_prefix((struct str){s, sizeof s});
				assert_int_equal(valid >= n, true);
				assert_int_equal(valid == 0, n == 0);
				assert_int_equal(utf8_valid_prefix((struct str){s, 2}) == 0,
						 n != 2);
			}
}

static void utf8_knows_wide_characters(void **state)
{
	(void) state;
	assert_true(utf8_is_wide(0x4f60));  /* 你 */
	assert_true(utf8_is_wide(0xff0c));  /* ， */
	assert_true(utf8_is_wide(0x3002));  /* 。 */
	assert_true(utf8_is_wide(0xac00));  /* 가 */
	assert_true(utf8_is_wide(0x20000)); /* CJK extension B */
	assert_false(utf8_is_wide('a'));
	assert_false(utf8_is_wide(0xe9));
	assert_int_equal(utf8_width(STR("a é 你，")), 8);
	assert_int_equal(utf8_width(STR("\xff\xe4\xbd")), 3);
	assert_int_equal(utf8_width(STR("")), 0);
	assert_false(utf8_is_wide(0xff61)); /* halfwidth */
}

/* ---- file ---- */

static void only_paths_below_are_safe(void **state)
{
	(void) state;
	static const char *const safe[] = {"a", "a/b", "a-b_c/d.e", "a/b.c/d", "a/b..c"};
	static const char *const unsafe[] = {"",       "/",  "/a",    "a/",   "a//b",
					     ".",      "..", "../a",  "a/..", "a/./b",
					     "a/../b", ".a", "a/.b/c"};
	for (size_t i = 0; i < sizeof safe / sizeof safe[0]; i++)
		assert_true(path_is_safe(str_of(safe[i])));
	for (size_t i = 0; i < sizeof unsafe / sizeof unsafe[0]; i++)
		assert_false(path_is_safe(str_of(unsafe[i])));
}

static void assert_loc(struct loc loc, unsigned line, unsigned col)
{
	assert_string_equal(loc.file, "f");
	assert_int_equal(loc.line, line);
	assert_int_equal(loc.col, col);
}

static void file_loc_counts_lines_and_bytes(void **state)
{
	(void) state;
	struct str text = STR("ab\n\xe4\xbd\xa0x\n");
	assert_loc(file_loc("f", text, 0), 1, 1);
	assert_loc(file_loc("f", text, 2), 1, 3);
	assert_loc(file_loc("f", text, 3), 2, 1);
	assert_loc(file_loc("f", text, 6), 2, 4);
	assert_loc(file_loc("f", text, 8), 3, 1);
	assert_loc(file_loc("f", text, 999), 3, 1);
}

static void file_join_leaves_out_the_dot(void **state)
{
	(void) state;
	struct arena arena = {0};
	assert_string_equal(file_join(&arena, ".", "a"), "a");
	assert_string_equal(file_join(&arena, "d", "a"), "d/a");
	assert_string_equal(file_join(&arena, "d/", "a"), "d/a");
	assert_string_equal(file_join(&arena, "/", "a"), "/a");
	arena_free(&arena);
}

static void file_read_refuses_what_is_no_text(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	struct str text;
	write_text("good", "\xef\xbb\xbf"
			   "text\n");
	assert_true(file_read_utf8(&arena, "good", &diag, &text));
	assert_str(text, "text\n");

	write_text("latin", "ok\nna\xefve\n");
	assert_false(file_read_utf8(&arena, "latin", &diag, &text));
	expect_diag(&diag, "latin:2:3: error: not UTF-8 text (byte 0xef)\n");

	write_bytes("nul", "a\0b", 3);
	assert_false(file_read_utf8(&arena, "nul", &diag, &text));
	expect_diag(&diag, "nul:1:2: error: not UTF-8 text (byte 0x00)\n");

	assert_false(file_read_utf8(&arena, "none", &diag, &text));
	assert_int_equal(diag.system_errors, 1);
	expect_diag(&diag, "none: error: cannot open: No such file or directory\n");

	assert_false(file_read(&arena, ".", &diag, &text));
	expect_diag(&diag, ".: error: cannot read: Is a directory\n");
	arena_free(&arena);
}

static void file_read_has_a_limit(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	struct str text;
	write_text("f", "");
	assert_int_equal(truncate("f", (off_t) FILE_MAX_SIZE), 0);
	assert_true(file_read(&arena, "f", &diag, &text));
	assert_int_equal(text.len, FILE_MAX_SIZE);
	assert_int_equal(truncate("f", (off_t) FILE_MAX_SIZE + 1), 0);
	assert_false(file_read(&arena, "f", &diag, &text));
	expect_diag(&diag, "f: error: file is larger than 16 MiB\n");
	arena_free(&arena);
}

static void file_hash_tells_contents_apart(void **state)
{
	(void) state;
	static char large[3 * 32 * 1024 + 1];
	uint64_t hashes[6], again;
	const size_t sizes[] = {0, 1, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, sizeof large};
	memset(large, 'x', sizeof large);
	for (int i = 0; i < 6; i++) {
		write_bytes("f", large, sizes[i]);
		assert_true(file_hash("f", &hashes[i]));
		for (int k = 0; k < i; k++)
			assert_true(hashes[k] != hashes[i]);
		write_bytes("g", large, sizes[i]);
		assert_true(file_hash("g", &again) && again == hashes[i]);
	}
	large[40000] = 'y';
	write_bytes("f", large, sizeof large);
	assert_true(file_hash("f", &again) && again != hashes[5]);
	assert_int_equal(symlink("f", "link"), 0);
	assert_true(file_hash("link", &again));
	assert_false(file_hash("none", &again));
	assert_false(file_hash(".", &again));
	assert_int_equal(mkfifo("pipe", 0666), 0);
	assert_false(file_hash("pipe", &again)); /* which does not wait for a writer */
	assert_int_equal(truncate("g", FILE_MAX_SIZE), 0);
	assert_true(file_hash("g", &again));
	assert_int_equal(truncate("g", FILE_MAX_SIZE + 1), 0);
	assert_false(file_hash("g", &again));
}

static void assert_holds(const char *path, const char *expected)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct str text;
	assert_true(file_read(&arena, path, &diag, &text));
	assert_string_equal(text.ptr, expected);
	arena_free(&arena);
}

/* A link stays one, and a device or a pipe is not made a file. */
static void what_is_no_file_is_written_to(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct stat st;
	write_bytes("f", "old", 3);
	assert_int_equal(symlink("f", "to-f"), 0);
	assert_int_equal(symlink("to-f", "to-link"), 0);
	assert_int_equal(symlink("new", "to-none"), 0);
	assert_true(file_write("to-link", STR("new text"), &diag));
	assert_holds("f", "new text");
	assert_true(lstat("to-link", &st) == 0 && S_ISLNK(st.st_mode));
	assert_true(lstat("to-f", &st) == 0 && S_ISLNK(st.st_mode));
	assert_true(file_write("to-none", STR("made"), &diag));
	assert_holds("new", "made");
	assert_int_equal(mkfifo("pipe", 0666), 0);
	int reader = open("pipe", O_RDONLY | O_NONBLOCK);
	char piped[8] = "";
	assert_true(file_write("pipe", STR("piped"), &diag));
	assert_int_equal(read(reader, piped, sizeof piped), 5);
	assert_string_equal(piped, "piped");
	close(reader);
	assert_true(lstat("pipe", &st) == 0 && S_ISFIFO(st.st_mode));
	assert_int_equal(mkdir("d", 0777), 0);
	assert_false(file_write("d", STR("x"), &diag));
	expect_diag(&diag, "d: error: cannot write: Is a directory\n");
	assert_true(access("d.tmp", F_OK) != 0 && access("f.tmp", F_OK) != 0);
}

static void file_list_is_sorted_and_filtered(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	const char **names;
	static const char *const files[] = {"b.xml",       "a.xml", "B.xml",
					    ".hidden.xml", "c.txt", ".xml"};
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
		write_text(files[i], "");
	assert_int_equal(file_list(&arena, ".", ".xml", &diag, &names), 3);
	assert_string_equal(names[0], "B.xml");
	assert_string_equal(names[1], "a.xml");
	assert_string_equal(names[2], "b.xml");
	assert_int_equal(file_list(&arena, "none", ".xml", &diag, &names), 0);
	assert_null(names);
	expect_diag(&diag, "none: error: cannot open: No such file or directory\n");
	arena_free(&arena);
}

/* ---- diag ---- */

static void diag_sorts_and_keeps_notes_behind(void **state)
{
	(void) state;
	struct diag diag = {0};
	diag_add(&diag, DIAG_ERROR, (struct loc){"b", 1, 1}, "third");
	diag_add(&diag, DIAG_ERROR, (struct loc){"a", 10, 2}, "second");
	diag_add(&diag, DIAG_NOTE, (struct loc){"z", 1, 1}, "of the second");
	diag_add(&diag, DIAG_NOTE, (struct loc){"a", 1, 1}, "also of the second");
	diag_add(&diag, DIAG_WARNING, (struct loc){"a", 9, 9}, "first");
	diag_add(&diag, DIAG_ERROR, (struct loc){"b", 1, 1}, "after the third");
	assert_int_equal(diag.errors, 3);
	assert_int_equal(diag.warnings, 1);
	assert_int_equal(diag.system_errors, 0);
	assert_true(diag_failed(&diag));
	expect_diag(&diag, "a:9:9: warning: first\n"
			   "a:10:2: error: second\n"
			   "z:1:1: note: of the second\n"
			   "a:1:1: note: also of the second\n"
			   "b:1:1: error: third\n"
			   "b:1:1: error: after the third\n");
}

static void diag_leaves_out_unknown_places(void **state)
{
	(void) state;
	struct diag diag = {0};
	diag_add(&diag, DIAG_WARNING, (struct loc){"f", 3, 0}, "no column");
	diag_add(&diag, DIAG_WARNING, (struct loc){"f", 0, 0}, "no line");
	assert_false(diag_failed(&diag));
	diag_add(&diag, DIAG_SYSTEM, (struct loc){0}, "no file");
	assert_true(diag_failed(&diag));
	expect_diag(&diag, "codebook: error: no file\n"
			   "f: warning: no line\n"
			   "f:3: warning: no column\n");
	assert_false(diag_failed(&diag));
	expect_diag(&diag, "");
}

static void diag_forges_no_lines(void **state)
{
	(void) state;
	struct diag diag = {0};
	char text[] = "a\nf:1:1: error: b\x1b[31m\x7f";
	diag_add(&diag, DIAG_ERROR, (struct loc){"f", 1, 1}, "'%s'", text);
	memset(text, 'x', sizeof text - 1); /* strings are copied */
	expect_diag(&diag, "f:1:1: error: 'a?f:1:1: error: b?[31m?'\n");
	diag_add(&diag, DIAG_ERROR, (struct loc){"a\nb\x1b", 1, 1}, "x");
	expect_diag(&diag, "a?b?:1:1: error: x\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_gives_zeroed_aligned_memory),
		cmocka_unit_test(arena_holds_more_than_a_chunk),
		cmocka_unit_test(arena_reset_keeps_one_zeroed_chunk),
		cmocka_unit_test(arena_makes_strings),
		cmocka_unit_test(parallel_does_each_piece_once),
		cmocka_unit_test(buf_grows_byte_by_byte),
		cmocka_unit_test(buf_prints_past_its_end),
		cmocka_unit_test(buf_takes_empty_pieces),
		cmocka_unit_test(map_holds_many_keys),
		cmocka_unit_test(map_keeps_the_first_value),
		cmocka_unit_test(str_compares_and_trims),
		cmocka_unit_test(utf8_decodes_the_ends_of_each_length),
		cmocka_unit_test(utf8_refuses_what_is_not_well_formed),
		cmocka_unit_test(utf8_knows_wide_characters),
		cmocka_unit_test(only_paths_below_are_safe),
		cmocka_unit_test(file_loc_counts_lines_and_bytes),
		cmocka_unit_test(file_join_leaves_out_the_dot),
		in_scratch(file_read_refuses_what_is_no_text),
		in_scratch(file_read_has_a_limit),
		in_scratch(file_hash_tells_contents_apart),
		in_scratch(what_is_no_file_is_written_to),
		in_scratch(file_list_is_sorted_and_filtered),
		cmocka_unit_test(diag_sorts_and_keeps_notes_behind),
		cmocka_unit_test(diag_leaves_out_unknown_places),
		cmocka_unit_test(diag_forges_no_lines),
	};
	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
