/* test_tree.c: what is written, what is left alone, and what a failure leaves.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "base/hash.h"
#include "tree/tree.h"

#include <inttypes.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>

#define MANIFEST "out/.codebook-manifest"
#define LINE "00000000000000aa 00000000000000bb 7 "

struct file {
	const char *path, *content;
};

/* Puts a document, made from nothing but its content, as a batch of its own. */
static bool put_file(struct tree *tree, const char *path, struct str content, struct diag *diag)
{
	struct tree_writer writer = {0};
	struct manifest_entry expected = tree_expect(tree);
	struct tree_document document = {str_of(path), hash_bytes(content), &expected};
	bool ok = true;
	tree_writer_begin(&writer);
	if (tree_is_current(tree, &writer, &document))
		tree_keep(tree, &writer, &document);
	else
		ok = tree_put(tree, &writer, &document, content, diag);
	ok = ok && tree_append(tree, &writer, diag);
	tree_writer_free(&writer);
	return ok;
}

/* Compares the paths that the manifest lists, each with a newline. */
static void assert_listed(const char *expected)
{
	struct manifest manifest;
	struct manifest_entry entry;
	struct buf paths = {0};
	int directory = open("out", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	manifest_read(&manifest, directory, ".codebook-manifest");
	close(directory);
	assert_true(manifest.complete);
	for (size_t at = 0; manifest_next(&manifest, &at, &entry);) {
		buf_put_str(&paths, entry.path);
		buf_putc(&paths, '\n');
	}
	expect_buf(&paths, expected);
	buf_free(&paths);
	manifest_free(&manifest);
}

/* Puts the files (up to one without a path) and commits them. */
static struct tree_result write_files(const struct file *files, bool complete)
{
	struct diag diag = {0};
	struct tree_result result = {0};
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_non_null(tree);
	for (; files->path; files++)
		assert_true(put_file(tree, files->path, str_of(files->content), &diag));
	assert_true(tree_commit(tree, complete, &result, &diag));
	tree_close(tree);
	expect_diag(&diag, "");
	return result;
}

static void assert_result(struct tree_result result, size_t written, size_t unchanged,
			  size_t removed)
{
	assert_int_equal(result.written, written);
	assert_int_equal(result.unchanged, unchanged);
	assert_int_equal(result.removed, removed);
}

/* Makes a manifest valid that was changed. */
static void seal_manifest(bool complete)
{
	uint64_t body;
	int fd = open(MANIFEST, O_RDWR | O_CLOEXEC);
	assert_true(manifest_seal(fd, &body));
	assert_true(!complete || manifest_complete(fd, body));
	close(fd);
}

static struct stat status_of(const char *path)
{
	struct stat st;
	assert_int_equal(lstat(path, &st), 0);
	return st;
}

static void assert_no_temporary_files(void)
{
	assert_false(exists("out/.codebook-new"));
	assert_false(exists("out/.codebook-manifest.tmp"));
}

static const struct file two_files[] = {{"b/c/two.md", "two\n"}, {"a.md", "one\n"}, {0}};

static void new_files_are_written(void **state)
{
	(void) state;
	assert_result(write_files(two_files, true), 2, 0, 0);
	assert_file("out/a.md", "one\n");
	assert_file("out/b/c/two.md", "two\n");
	assert_listed("b/c/two.md\na.md\n");
	assert_no_temporary_files();
}

static void unchanged_files_are_left_alone(void **state)
{
	(void) state;
	static const char *const paths[] = {"out/a.md", "out/b/c/two.md", "out/.codebook-manifest"};
	static const struct timespec long_ago[] = {{1000, 0}, {2000, 0}};
	ino_t inodes[3];
	write_files(two_files, true);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(utimensat(AT_FDCWD, paths[i], long_ago, 0), 0);
		inodes[i] = status_of(paths[i]).st_ino;
	}
	assert_result(write_files(two_files, true), 0, 2, 0);
	for (int i = 0; i < 3; i++) {
		struct stat st = status_of(paths[i]);
		assert_int_equal(st.st_mtime, 2000);
		assert_int_equal(st.st_ino, inodes[i]);
	}
}

static void changed_files_are_replaced(void **state)
{
	(void) state;
	static const struct file changed[] = {
		{"a.md", "eno\n"}, {"b/c/two.md", "two and more\n"}, {0}};
	write_files(two_files, true);
	int reader = open("out/a.md", O_RDONLY);
	assert_result(write_files(changed, true), 2, 0, 0);
	assert_file("out/a.md", "eno\n");
	assert_file("out/b/c/two.md", "two and more\n");
	/* Who has the old file open still reads the old one whole. */
	char old[8] = "";
	assert_int_equal(read(reader, old, sizeof old), 4);
	assert_string_equal(old, "one\n");
	close(reader);
	assert_no_temporary_files();
}

static void stale_files_are_removed_foreign_ones_kept(void **state)
{
	(void) state;
	static const struct file one[] = {{"a.md", "one\n"}, {0}};
	static const struct file three[] = {
		{"a.md", "one\n"}, {"b/c/two.md", "2"}, {"d/three.md", "3"}, {0}};
	write_files(three, true);
	write_text("out/d/mine.md", "mine");
	write_text("out/notes", "notes");
	assert_result(write_files(one, true), 0, 1, 2);
	assert_false(exists("out/b")); /* with the directories that it leaves empty */
	assert_false(exists("out/d/three.md"));
	assert_file("out/d/mine.md", "mine");
	assert_file("out/notes", "notes");
	assert_listed("a.md\n");
}

static void a_partial_run_removes_nothing(void **state)
{
	(void) state;
	static const struct file one[] = {{"z.md", "z\n"}, {0}};
	write_files(two_files, true);
	assert_result(write_files(one, false), 1, 0, 0);
	assert_file("out/b/c/two.md", "two\n");
	assert_listed("z.md\nb/c/two.md\na.md\n");
	/* Still known as ours. */
	assert_result(write_files(one, true), 0, 1, 2);
	assert_false(exists("out/a.md"));
}

static void an_edited_manifest_harms_nobody(void **state)
{
	(void) state;
	static const struct file one[] = {{"a.md", "one\n"}, {0}};
	char text[4600];
	write_files(one, true);
	write_text("outside", "outside");
	assert_int_equal(mkdir("out/dir", 0777), 0);
	write_text("out/dir/.hidden", "hidden");
	struct scratch *scratch = *state;
	snprintf(text, sizeof text,
		 "%s" LINE "../outside\n" LINE "a/../../outside\n" LINE "%s/outside\n" LINE
		 "dir/.hidden\n" LINE "dir\n" LINE "\n" LINE "/\n\n%016" PRIx64 " %016" PRIx64
		 " 3 old.md\n",
		 manifest_head().ptr, scratch->dir, (uint64_t) 1, hash_bytes(STR("old")));
	write_text(MANIFEST, text);
	write_text("out/old.md", "old");
	seal_manifest(true);
	assert_result(write_files(one, true), 0, 1, 1);
	assert_false(exists("out/old.md")); /* it was read */
	assert_file("outside", "outside");
	assert_file("out/dir/.hidden", "hidden");

	write_text("out/mine", "mine"); /* a manifest of another kind is none */
	write_text("out/.codebook-manifest", "somebody's list of so many things\n" LINE "mine\n");
	assert_result(write_files(one, true), 0, 1, 0);
	assert_file("out/mine", "mine");
}

/* What is no longer made is removed, but not what somebody has put in its place. */
static void an_edited_file_is_not_removed(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct tree_result result;
	static const struct file one[] = {{"z.md", "z\n"}, {0}};
	write_files(two_files, true);
	write_text("out/a.md", "my own");
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_true(put_file(tree, one[0].path, str_of(one[0].content), &diag));
	assert_true(tree_commit(tree, true, &result, &diag));
	tree_close(tree);
	expect_diag(&diag, "out/a.md: warning: was edited by hand; it is no longer made, and not "
			   "removed\n");
	assert_result(result, 1, 0, 1);
	assert_file("out/a.md", "my own");
	assert_false(exists("out/b/c/two.md"));
	assert_listed("z.md\n");
}

/* A link in place of the directory of new files could lead to anything. */
static void the_directory_of_new_files_is_no_link(void **state)
{
	(void) state;
	struct diag diag = {0};
	assert_int_equal(mkdir("victim", 0777), 0);
	write_text("victim/mine", "mine");
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(symlink("../victim", "out/.codebook-new"), 0);
	assert_null(tree_open("out", "", TREE_WRITE, &diag));
	expect_diag(&diag, "out/.codebook-new: error: cannot create: Not a directory\n");
	assert_file("victim/mine", "mine");
}

static void check_writes_nothing(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct tree_result result;
	struct tree *tree = tree_open("out", "", TREE_CHECK, &diag);
	assert_true(put_file(tree, "a.md", STR("one\n"), &diag));
	assert_true(tree_commit(tree, true, &result, &diag));
	tree_close(tree);
	assert_result(result, 1, 0, 0);
	assert_false(exists("out"));
	expect_diag(&diag, "out/a.md: warning: missing\n");

	static const struct file files[] = {{"a.md", "1"}, {"b.md", "2"}, {"c.md", "3"}, {0}};
	write_files(files, true);
	tree = tree_open("out", "", TREE_CHECK, &diag);
	assert_true(put_file(tree, "a.md", STR("1"), &diag));
	assert_true(put_file(tree, "b.md", STR("new"), &diag));
	assert_true(put_file(tree, "d/d.md", STR("4"), &diag));
	assert_true(tree_commit(tree, true, &result, &diag));
	tree_close(tree);
	assert_result(result, 2, 1, 1);
	assert_false(diag_failed(&diag));
	expect_diag(&diag, "out/b.md: warning: out of date\n"
			   "out/c.md: warning: no longer made\n"
			   "out/d/d.md: warning: missing\n");
	assert_file("out/b.md", "2");
	assert_file("out/c.md", "3");
	assert_false(exists("out/d"));
	assert_listed("a.md\nb.md\nc.md\n");
}

static void what_is_not_committed_is_not_there(void **state)
{
	(void) state;
	struct diag diag = {0};
	write_files(two_files, true);
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_true(put_file(tree, "a.md", STR("changed"), &diag));
	assert_true(put_file(tree, "new.md", STR("new"), &diag));
	tree_close(tree);
	expect_diag(&diag, "");
	assert_file("out/a.md", "one\n");
	assert_false(exists("out/new.md"));
	assert_no_temporary_files();
}

/* Stands for a full disk: no file may be longer than so many bytes. */
static rlim_t limit_file_size(rlim_t size)
{
	struct rlimit limit;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	rlim_t before = limit.rlim_cur;
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	return before;
}

static void a_failing_write_leaves_the_old_tree(void **state)
{
	(void) state;
	struct diag diag = {0};
	static char large[8192];
	memset(large, 'x', sizeof large);
	write_files(two_files, true);
	signal(SIGXFSZ, SIG_IGN);
	rlim_t before = limit_file_size(4096);
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	bool first = put_file(tree, "a.md", STR("changed"), &diag);
	bool second = put_file(tree, "b/c/two.md", (struct str){large, sizeof large}, &diag);
	tree_close(tree);
	limit_file_size(before);
	signal(SIGXFSZ, SIG_DFL);
	assert_true(first);
	assert_false(second);
	assert_int_equal(diag.system_errors, 1);
	expect_diag(&diag, "out/b/c/two.md: error: cannot write: File too large\n");
	assert_file("out/a.md", "one\n");
	assert_file("out/b/c/two.md", "two\n");
	assert_listed("b/c/two.md\na.md\n");
	assert_no_temporary_files();
}

static void a_failing_manifest_leaves_the_old_tree(void **state)
{
	(void) state;
	struct diag diag = {0};
	write_files(two_files, true);
	signal(SIGXFSZ, SIG_IGN);
	rlim_t before = limit_file_size(16);
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	bool put = put_file(tree, "new.md", STR("new"), &diag);
	tree_close(tree);
	limit_file_size(before);
	signal(SIGXFSZ, SIG_DFL);
	assert_false(put);
	expect_diag(&diag, "out/.codebook-manifest: error: cannot write: File too large\n");
	assert_file("out/a.md", "one\n");
	assert_false(exists("out/new.md"));
	assert_no_temporary_files();
}

static void one_writer_at_a_time(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct tree *first = tree_open("out", "", TREE_WRITE, &diag);
	assert_non_null(first);
	assert_null(tree_open("out", "", TREE_WRITE, &diag));
	assert_int_equal(diag.system_errors, 1);
	expect_diag(&diag, "out: error: another codebook is writing here\n");
	struct tree *reader = tree_open("out", "", TREE_CHECK, &diag); /* reading is allowed */
	assert_non_null(reader);
	tree_close(reader);
	tree_close(first);
	struct tree *second = tree_open("out", "", TREE_WRITE, &diag);
	assert_non_null(second);
	tree_close(second);
	expect_diag(&diag, "");
}

static void a_symlink_is_replaced_not_followed(void **state)
{
	(void) state;
	static const struct file files[] = {{"a.md", "ours\n"}, {"b.md", "same\n"}, {0}};
	assert_int_equal(mkdir("out", 0777), 0);
	write_text("target", "target\n");
	write_text("same", "same\n");
	assert_int_equal(symlink("../target", "out/a.md"), 0);
	assert_int_equal(symlink("../same", "out/b.md"), 0);
	assert_result(write_files(files, true), 2, 0, 0);
	assert_true(S_ISREG(status_of("out/a.md").st_mode));
	assert_true(S_ISREG(status_of("out/b.md").st_mode));
	assert_file("out/a.md", "ours\n");
	assert_file("target", "target\n");

	/* Nor is one where the temporary file goes. */
	static const struct file changed[] = {{"a.md", "new\n"}, {0}};
	struct diag diag = {0};
	assert_int_equal(symlink("../target", "out/.codebook-a.md.tmp"), 0);
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	put_file(tree, changed[0].path, str_of(changed[0].content), &diag);
	tree_close(tree);
	diag_free(&diag);
	assert_file("target", "target\n");
}

static void a_directory_in_the_way_is_an_error(void **state)
{
	(void) state;
	struct diag diag = {0};
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(mkdir("out/a.md", 0777), 0);
	write_text("out/b", "a file");
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_false(put_file(tree, "a.md", STR("a"), &diag));
	tree_close(tree);
	expect_diag(&diag, "out/a.md: error: cannot replace: Is a directory\n");
	assert_no_temporary_files();
	assert_null(tree_open("out/b", "", TREE_WRITE, &diag));
	assert_int_equal(diag.system_errors, 1);
	diag_free(&diag);
}

static void a_file_in_the_way_is_an_error(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct tree_result result;
	assert_int_equal(mkdir("out", 0777), 0);
	write_text("out/b", "a file");
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_true(put_file(tree, "b/c.md", STR("c"), &diag));
	assert_false(tree_commit(tree, true, &result, &diag));
	tree_close(tree);
	expect_diag(&diag, "out/b: error: cannot replace: Not a directory\n");
	assert_file("out/b", "a file");
	assert_no_temporary_files();
	/* Out of the way, the next run finishes. */
	assert_int_equal(rename("out/b", "out/mine"), 0);
	assert_result(write_files((const struct file[]){{"b/c.md", "c"}, {0}}, true), 1, 0, 0);
}

/* Ours, it goes. */
static void a_document_makes_way_for_a_directory(void **state)
{
	(void) state;
	write_files((const struct file[]){{"b", "b"}, {0}}, true);
	assert_result(write_files((const struct file[]){{"b/c.md", "c"}, {0}}, true), 1, 0, 1);
	assert_file("out/b/c.md", "c");
}

static void a_link_to_a_directory_is_kept(void **state)
{
	(void) state;
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(mkdir("elsewhere", 0777), 0);
	assert_int_equal(symlink("../elsewhere", "out/b"), 0);
	assert_result(write_files((const struct file[]){{"b/c.md", "c"}, {0}}, true), 1, 0, 0);
	assert_true(S_ISLNK(status_of("out/b").st_mode));
	assert_file("elsewhere/c.md", "c");
	assert_result(write_files((const struct file[]){{"d.md", "d"}, {0}}, true), 1, 0, 1);
	assert_false(exists("elsewhere/c.md"));
	assert_true(S_ISLNK(status_of("out/b").st_mode));
}

/* Writes as the file stands: no new inode, no other size. */
static void edit_in_place(const char *path, const char *content)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	close(fd);
}

static void an_edit_by_hand_is_said_and_undone(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct tree_result result;
	write_files(two_files, true);
	edit_in_place("out/a.md", "One\n");
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_true(put_file(tree, "b/c/two.md", STR("two\n"), &diag));
	assert_true(put_file(tree, "a.md", STR("one\n"), &diag));
	assert_true(tree_commit(tree, true, &result, &diag));
	tree_close(tree);
	expect_diag(&diag, "out/a.md: warning: was edited by hand; it is written anew\n");
	assert_result(result, 1, 1, 0);
	assert_file("out/a.md", "one\n");
	assert_result(write_files(two_files, true), 0, 2, 0);
}

static void a_touched_file_is_no_edit(void **state)
{
	(void) state;
	write_files(two_files, true);
	assert_int_equal(chmod("out/a.md", 0600), 0);
	assert_result(write_files(two_files, true), 0, 2, 0);
	assert_int_equal(status_of("out/a.md").st_mode & 0777, 0600);
}

static bool is_all_current(uint64_t inputs, size_t threads, size_t *count)
{
	struct diag diag = {0};
	struct tree *tree = tree_open("out", "", TREE_CHECK, &diag);
	bool current = tree_is_all_current(tree, inputs, threads, count);
	tree_close(tree);
	expect_diag(&diag, "");
	return current;
}

static void assert_not_current(uint64_t inputs)
{
	size_t count;
	for (size_t threads = 1; threads <= 3; threads++)
		assert_false(is_all_current(inputs, threads, &count));
}

/* Puts the files and remembers the inputs. */
static void write_and_remember(const struct file *files, uint64_t inputs)
{
	struct diag diag = {0};
	write_files(files, true);
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_true(tree_remember(tree, inputs, &diag));
	tree_close(tree);
	expect_diag(&diag, "");
	size_t count = 0;
	assert_true(is_all_current(inputs, 1, &count));
}

static void what_was_remembered_is_current(void **state)
{
	(void) state;
	size_t count;
	assert_not_current(7); /* nothing is there */
	write_files(two_files, true);
	assert_not_current(7); /* nothing was remembered */
	assert_not_current(0);
	write_and_remember(two_files, 7);
	for (size_t threads = 1; threads <= 300; threads += 299) {
		assert_true(is_all_current(7, threads, &count));
		assert_int_equal(count, 2);
	}
	assert_not_current(8);
	assert_not_current(0);
	/* Other inputs that make the same. */
	struct stat before = status_of(MANIFEST);
	write_and_remember(two_files, 8);
	assert_not_current(7);
	struct stat after = status_of(MANIFEST);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_memory_equal(&before.st_ctim, &after.st_ctim, sizeof before.st_ctim);
	assert_no_temporary_files();
}

/* More than one piece of the manifest. */
static void many_files_are_current(void **state)
{
	(void) state;
	enum { COUNT = 1000 };
	struct diag diag = {0};
	struct tree_result result;
	size_t count;
	char path[64];
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	for (int i = 0; i < COUNT; i++) {
		snprintf(path, sizeof path, "dir%d/file%d", i / 400, i);
		assert_true(put_file(tree, path, str_of(path), &diag));
	}
	assert_true(tree_commit(tree, true, &result, &diag));
	assert_true(tree_remember(tree, 7, &diag));
	tree_close(tree);
	expect_diag(&diag, "");
	for (size_t threads = 1; threads <= 4; threads++) {
		assert_true(is_all_current(7, threads, &count));
		assert_int_equal(count, COUNT);
	}
	write_text("out/dir2/file999", "longer than before");
	assert_not_current(7);
}

static void what_was_touched_is_not_current(void **state)
{
	(void) state;
	static const struct timespec long_ago[] = {{1000, 0}, {2000, 0}};
	write_and_remember(two_files, 7);
	edit_in_place("out/a.md", "One\n");
	assert_not_current(7);
	assert_int_equal(utimensat(AT_FDCWD, "out/a.md", long_ago, 0), 0);
	assert_not_current(7);
	unlink("out/a.md");
	write_and_remember(two_files, 7);
	assert_int_equal(unlink("out/a.md"), 0);
	assert_not_current(7);
	write_and_remember(two_files, 7);
	assert_int_equal(rename("out/a.md", "kept"), 0);
	assert_int_equal(symlink("../kept", "out/a.md"), 0);
	assert_not_current(7);
	unlink("out/a.md");
	assert_int_equal(mkdir("out/a.md", 0777), 0);
	assert_not_current(7);
	rmdir("out/a.md");
	write_and_remember(two_files, 7);
	assert_int_equal(rename("out/b", "out/moved"), 0);
	assert_not_current(7);
	assert_int_equal(rename("out/moved", "out/b"), 0);
	write_and_remember(two_files, 7);
}

/* What a manifest that is not as it was left says is not trusted, though the inputs are the
 * same. */
static void another_manifest_is_not_current(void **state)
{
	(void) state;
	static const struct file one[] = {{"a.md", "one\n"}, {0}};
	size_t count;
	write_and_remember(two_files, 7);
	write_files(one, true);
	assert_not_current(7);
	write_files(one, false);
	assert_not_current(7);
	write_files(two_files, true); /* the same documents from the same */
	assert_true(is_all_current(7, 1, &count));
	seal_manifest(false);
	assert_not_current(7);
	seal_manifest(true);
	assert_true(is_all_current(7, 1, &count));
	int fd = open(MANIFEST, O_WRONLY | O_CLOEXEC);
	assert_int_equal(pwrite(fd, "0", 1, status_of(MANIFEST).st_size - 2), 1);
	close(fd);
	assert_not_current(7);
	assert_int_equal(unlink(MANIFEST), 0);
	assert_not_current(7);
}

static void what_a_killed_run_left_is_not_current(void **state)
{
	(void) state;
	size_t count;
	write_and_remember(two_files, 7);
	assert_int_equal(mkdir("out/.codebook-new", 0777), 0);
	assert_not_current(7);
	write_files(two_files, true);
	assert_true(is_all_current(7, 1, &count));
	assert_no_temporary_files();
}

static void what_is_remembered_is_no_link(void **state)
{
	(void) state;
	struct diag diag = {0};
	write_and_remember(two_files, 7);
	assert_int_equal(rename("out/.codebook-inputs", "kept"), 0);
	assert_int_equal(symlink("../kept", "out/.codebook-inputs"), 0);
	assert_not_current(7);
	write_text("victim", "victim");
	assert_int_equal(unlink("out/.codebook-inputs"), 0);
	assert_int_equal(symlink("../victim", "out/.codebook-inputs"), 0);
	write_and_remember(two_files, 7);
	assert_file("victim", "victim");
	assert_int_equal(unlink("out/.codebook-inputs"), 0);
	assert_int_equal(mkdir("out/.codebook-inputs", 0777), 0);
	struct tree *tree = tree_open("out", "", TREE_WRITE, &diag);
	assert_false(tree_remember(tree, 7, &diag));
	tree_close(tree);
	expect_diag(&diag, "out/.codebook-inputs: error: cannot write: Is a directory\n");
}

/* What the manifest says is that a run came to its end only when it did. */
static void a_manifest_that_was_begun_is_not_trusted(void **state)
{
	(void) state;
	write_files(two_files, true);
	struct stat st = status_of("out/.codebook-manifest");
	edit_in_place("out/a.md", "One\n");
	seal_manifest(false);
	assert_int_equal(status_of("out/.codebook-manifest").st_size, st.st_size);
	assert_result(write_files(two_files, true), 1, 1, 0);
	assert_file("out/a.md", "one\n");
	assert_listed("b/c/two.md\na.md\n");
}

static void parts_make_one_tree(void **state)
{
	(void) state;
	struct diag diag = {0};
	struct tree_result result;
	struct tree *one = tree_open("out", "1-of-2", TREE_WRITE, &diag);
	struct tree *two = tree_open("out", "2-of-2", TREE_WRITE, &diag);
	assert_non_null(one);
	assert_non_null(two);
	assert_null(tree_open("out", "", TREE_WRITE, &diag));
	expect_diag(&diag, "out: error: another codebook is writing here\n");
	assert_true(put_file(one, "b/one.md", STR("1"), &diag));
	assert_true(put_file(two, "b/two.md", STR("2"), &diag));
	assert_true(tree_commit(two, true, &result, &diag));
	assert_true(tree_commit(one, true, &result, &diag));
	tree_close(one);
	tree_close(two);
	/* A part removes what was its own. */
	one = tree_open("out", "1-of-2", TREE_WRITE, &diag);
	assert_true(tree_commit(one, true, &result, &diag));
	tree_close(one);
	expect_diag(&diag, "");
	assert_result(result, 0, 0, 1);
	assert_false(exists("out/b/one.md"));
	assert_file("out/b/two.md", "2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(new_files_are_written),
		in_scratch(unchanged_files_are_left_alone),
		in_scratch(changed_files_are_replaced),
		in_scratch(stale_files_are_removed_foreign_ones_kept),
		in_scratch(a_partial_run_removes_nothing),
		in_scratch(an_edited_manifest_harms_nobody),
		in_scratch(an_edited_file_is_not_removed),
		in_scratch(the_directory_of_new_files_is_no_link),
		in_scratch(check_writes_nothing),
		in_scratch(what_is_not_committed_is_not_there),
		in_scratch(a_failing_write_leaves_the_old_tree),
		in_scratch(a_failing_manifest_leaves_the_old_tree),
		in_scratch(one_writer_at_a_time),
		in_scratch(a_symlink_is_replaced_not_followed),
		in_scratch(a_directory_in_the_way_is_an_error),
		in_scratch(a_file_in_the_way_is_an_error),
		in_scratch(a_document_makes_way_for_a_directory),
		in_scratch(a_link_to_a_directory_is_kept),
		in_scratch(an_edit_by_hand_is_said_and_undone),
		in_scratch(a_touched_file_is_no_edit),
		in_scratch(what_was_remembered_is_current),
		in_scratch(many_files_are_current),
		in_scratch(what_was_touched_is_not_current),
		in_scratch(another_manifest_is_not_current),
		in_scratch(what_a_killed_run_left_is_not_current),
		in_scratch(what_is_remembered_is_no_link),
		in_scratch(a_manifest_that_was_begun_is_not_trusted),
		in_scratch(parts_make_one_tree),
	};
	return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
