/* tree.c: see tree.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/tree.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/intl.h"
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MANIFEST ".codebook-manifest"
#define MANIFEST_HEAD "codebook manifest 1\n"

/* A file that was written under its temporary name. */
struct staged {
	const char *path, *temporary;
};

struct tree {
	struct arena arena;
	const char *path;
	enum tree_mode mode;
	int fd;          /* of the directory; -1: it does not exist (TREE_CHECK) */
	struct map ours; /* every path that was put */
	const char **put;
	size_t put_count, put_room;
	struct staged *staged;
	size_t staged_count, staged_room;
	size_t differing; /* TREE_CHECK: files that would be written */
	size_t unchanged;
	const char *last_dir; /* that is known to be there */
	struct str old_manifest;
	struct buf content; /* of the file that is compared */
};

static void system_error(struct tree *tree, struct diag *diag, const char *what, const char *path)
{
	int error = errno;
	const char *file =
		path ? arena_printf(&diag->arena, "%s/%s", tree->path, path) : tree->path;
	/* TRANSLATORS: what cannot be done, such as "cannot create", and why */
	diag_add(diag, DIAG_SYSTEM, (struct loc){file, 0, 0}, _("%s: %s"), what, strerror(error));
}

/* ---- opening ---- */

/* mkdir -p */
static bool make_directories(int fd, char *path)
{
	for (char *slash = path; (slash = strchr(slash + 1, '/'));) {
		*slash = '\0';
		int result = mkdirat(fd, path, 0777);
		*slash = '/';
		if (result != 0 && errno != EEXIST)
			return false;
	}
	return true;
}

static bool open_directory(struct tree *tree, struct diag *diag)
{
	if (tree->mode == TREE_WRITE) {
		char *path = arena_printf(&tree->arena, "%s/", tree->path);
		if (!make_directories(AT_FDCWD, path)) {
			system_error(tree, diag, _("cannot create the output directory"), NULL);
			return false;
		}
	}
	tree->fd = open(tree->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (tree->fd < 0 && tree->mode == TREE_CHECK && errno == ENOENT)
		return true;
	if (tree->fd < 0) {
		system_error(tree, diag, _("cannot open the output directory"), NULL);
		return false;
	}
	if (tree->mode == TREE_WRITE && flock(tree->fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK)
			diag_add(diag, DIAG_SYSTEM, (struct loc){tree->path, 0, 0},
				 _("another codebook is writing here"));
		else
			system_error(tree, diag, _("cannot lock the output directory"), NULL);
		return false;
	}
	return true;
}

/* Reads a regular file into tree->content; false where there is none that can be
 * read, or it is not `size` bytes long (SIZE_MAX: any size). */
static bool read_file(struct tree *tree, const char *path, size_t size)
{
	int fd = tree->fd < 0 ? -1 : openat(tree->fd, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat st;
	if (fd < 0)
		return false;
	bool ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		  (size == SIZE_MAX || (size_t) st.st_size == size);
	tree->content.len = 0;
	while (ok) {
		buf_reserve(&tree->content, 64 * 1024);
		ssize_t got = read(fd, tree->content.data + tree->content.len,
				   tree->content.room - tree->content.len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			ok = got == 0;
			break;
		}
		tree->content.len += (size_t) got;
	}
	close(fd);
	return ok;
}

struct tree *tree_open(const char *path, enum tree_mode mode, struct diag *diag)
{
	struct tree *tree = mem_alloc(sizeof *tree);
	*tree = (struct tree){.path = path, .mode = mode, .fd = -1, .last_dir = ""};
	if (!open_directory(tree, diag)) {
		tree_close(tree);
		return NULL;
	}
	if (read_file(tree, MANIFEST, SIZE_MAX))
		tree->old_manifest = (struct str){
			arena_strndup(&tree->arena, tree->content.data, tree->content.len),
			tree->content.len};
	return tree;
}

/* ---- writing ---- */

/* The directory of a file has to be there; the last one is remembered. */
static bool make_parent(struct tree *tree, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return true;
	size_t len = (size_t) (slash - path) + 1;
	if (strlen(tree->last_dir) == len && memcmp(tree->last_dir, path, len) == 0)
		return true;
	char *dir = arena_strndup(&tree->arena, path, len);
	if (!make_directories(tree->fd, dir))
		return false;
	tree->last_dir = dir;
	return true;
}

static const char *temporary_name(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	int dir = slash ? (int) (slash - path) + 1 : 0;
	return arena_printf(arena, "%.*s.codebook-%s.tmp", dir, path, path + dir);
}

static bool stage(struct tree *tree, const char *path, struct str content, struct diag *diag)
{
	const char *temporary = temporary_name(&tree->arena, path);
	int fd = make_parent(tree, path)
			 ? openat(tree->fd, temporary,
				  O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666)
			 : -1;
	if (fd < 0) {
		system_error(tree, diag, _("cannot create"), path);
		return false;
	}
	tree->staged = mem_grow(tree->staged, &tree->staged_room, tree->staged_count + 1,
				sizeof *tree->staged);
	tree->staged[tree->staged_count++] = (struct staged){path, temporary};
	bool ok = file_write_all(fd, content);
	int error = errno;
	if (close(fd) != 0 && ok) {
		ok = false;
		error = errno;
	}
	errno = error;
	if (!ok)
		system_error(tree, diag, _("cannot write"), path);
	return ok;
}

bool tree_put(struct tree *tree, const char *path, struct str content, struct diag *diag)
{
	path = arena_strdup(&tree->arena, path);
	map_add(&tree->ours, str_of(path), tree);
	tree->put = mem_grow(tree->put, &tree->put_room, tree->put_count + 1, sizeof *tree->put);
	tree->put[tree->put_count++] = path;
	if (read_file(tree, path, content.len) && str_equal(buf_str(&tree->content), content)) {
		tree->unchanged++;
		return true;
	}
	if (tree->mode == TREE_WRITE)
		return stage(tree, path, content, diag);
	tree->differing++;
	const char *file = arena_printf(&diag->arena, "%s/%s", tree->path, path);
	diag_add(diag, DIAG_WARNING, (struct loc){file, 0, 0}, "%s",
		 tree->fd >= 0 && faccessat(tree->fd, path, F_OK, 0) == 0 ? _("out of date")
									  : C_("file", "missing"));
	return true;
}

/* ---- the manifest ---- */

/* Calls visit for each file that the old manifest lists and that was not put now. */
static void for_each_stale(struct tree *tree,
			   void (*visit)(struct tree *tree, const char *path, void *data),
			   void *data)
{
	struct str text = tree->old_manifest, head = STR(MANIFEST_HEAD);
	if (text.len < head.len || memcmp(text.ptr, head.ptr, head.len) != 0)
		return;
	for (size_t at = head.len; at < text.len;) {
		const char *end = memchr(text.ptr + at, '\n', text.len - at);
		size_t len = end ? (size_t) (end - text.ptr) - at : text.len - at;
		const char *path = arena_strndup(&tree->arena, text.ptr + at, len);
		at += len + 1;
		if (path_is_safe(str_of(path)) && !map_get(&tree->ours, str_of(path)))
			visit(tree, path, data);
	}
}

static void keep_stale(struct tree *tree, const char *path, void *data)
{
	(void) data;
	if (faccessat(tree->fd, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
		return;
	tree->put = mem_grow(tree->put, &tree->put_room, tree->put_count + 1, sizeof *tree->put);
	tree->put[tree->put_count++] = path;
}

/* Removes the file and every directory above it that this leaves empty. */
static void remove_stale(struct tree *tree, const char *path, void *data)
{
	struct tree_result *result = data;
	if (unlinkat(tree->fd, path, 0) == 0)
		result->removed++;
	char *dir = arena_strdup(&tree->arena, path);
	for (char *slash; (slash = strrchr(dir, '/'));) {
		*slash = '\0';
		if (unlinkat(tree->fd, dir, AT_REMOVEDIR) != 0)
			break;
	}
}

struct check {
	struct tree_result *result;
	struct diag *diag;
};

static void report_stale(struct tree *tree, const char *path, void *data)
{
	struct check *check = data;
	if (tree->fd < 0 || faccessat(tree->fd, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
		return;
	const char *file = arena_printf(&check->diag->arena, "%s/%s", tree->path, path);
	diag_add(check->diag, DIAG_WARNING, (struct loc){file, 0, 0}, _("no longer made"));
	check->result->removed++;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

static bool stage_manifest(struct tree *tree, struct diag *diag)
{
	struct buf text = {0};
	if (tree->put_count)
		qsort(tree->put, tree->put_count, sizeof *tree->put, compare_paths);
	buf_puts(&text, MANIFEST_HEAD);
	for (size_t i = 0; i < tree->put_count; i++)
		buf_printf(&text, "%s\n", tree->put[i]);
	bool ok = str_equal(buf_str(&text), tree->old_manifest) ||
		  stage(tree, MANIFEST, buf_str(&text), diag);
	buf_free(&text);
	return ok;
}

/* ---- finishing ---- */

static bool rename_staged(struct tree *tree, struct diag *diag)
{
	while (tree->staged_count) {
		const struct staged *file = &tree->staged[tree->staged_count - 1];
		if (renameat(tree->fd, file->temporary, tree->fd, file->path) != 0) {
			system_error(tree, diag, _("cannot replace"), file->path);
			return false;
		}
		tree->staged_count--;
	}
	return true;
}

bool tree_commit(struct tree *tree, bool complete, struct tree_result *result, struct diag *diag)
{
	*result = (struct tree_result){.unchanged = tree->unchanged};
	if (tree->mode == TREE_CHECK) {
		struct check check = {result, diag};
		result->written = tree->differing;
		if (complete)
			for_each_stale(tree, report_stale, &check);
		return true;
	}
	result->written = tree->staged_count;
	if (!complete)
		for_each_stale(tree, keep_stale, NULL);
	/* The manifest is staged last and renamed first: a kill in between leaves files
	 * that it lists already, so that a later run knows them as ours. */
	if (!stage_manifest(tree, diag) || !rename_staged(tree, diag))
		return false;
	if (complete)
		for_each_stale(tree, remove_stale, result);
	return true;
}

void tree_close(struct tree *tree)
{
	if (!tree)
		return;
	for (size_t i = 0; i < tree->staged_count; i++)
		unlinkat(tree->fd, tree->staged[i].temporary, 0);
	if (tree->fd >= 0)
		close(tree->fd);
	map_free(&tree->ours);
	free(tree->put);
	free(tree->staged);
	buf_free(&tree->content);
	arena_free(&tree->arena);
	free(tree);
}
