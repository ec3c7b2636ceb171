/* tree.c: see tree.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/tree.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/intl.h"
#include "tree/directory.h"
#include "tree/survey.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

struct tree {
	struct arena arena;
	const char *path;
	enum tree_mode mode;
	int fd;      /* of the directory; -1: it does not exist (TREE_CHECK) */
	int new_dir; /* .codebook-new; -1 with TREE_CHECK */
	const char *new_name, *manifest_name, *temporary_name, *inputs_name;
	struct manifest old;
	uint64_t body;              /* the fingerprint of what the manifest lists */
	pthread_mutex_t index_lock; /* of manifest_find() */
	size_t expected;            /* where tree_expect() stands in the old manifest */
	size_t same;                /* how much of it the new manifest repeats from its start */
	int manifest_fd;            /* of the new one; -1 with TREE_CHECK */
	bool begun;                 /* the new one differs; as long as it repeats it is empty */
	bool closing_matters;
	bool touched, moved;
	struct map checked; /* TREE_CHECK: the paths that were put */
	struct tree_result result;
};

static void system_error(struct tree *tree, struct diag *diag, const char *what, const char *path)
{
	int error = errno;
	struct arena arena = {0};
	const char *file = path ? arena_printf(&arena, "%s/%s", tree->path, path) : tree->path;
	/* TRANSLATORS: what cannot be done, such as "cannot create", and why */
	diag_add(diag, DIAG_SYSTEM, (struct loc){file, 0, 0}, _("%s: %s"), what, strerror(error));
	arena_free(&arena);
}

static void warn(struct tree *tree, struct diag *diag, struct str path, const char *message)
{
	struct arena arena = {0};
	const char *file = arena_printf(&arena, "%s/%.*s", tree->path, (int) path.len, path.ptr);
	diag_add(diag, DIAG_WARNING, (struct loc){file, 0, 0}, "%s", message);
	arena_free(&arena);
}

/* ---- opening ---- */

static bool lock(struct tree *tree, int fd, int operation, struct diag *diag)
{
	if (flock(fd, operation | LOCK_NB) == 0)
		return true;
	if (errno == EWOULDBLOCK)
		diag_add(diag, DIAG_SYSTEM, (struct loc){tree->path, 0, 0},
			 _("another codebook is writing here"));
	else
		system_error(tree, diag, _("cannot lock the output directory"), NULL);
	return false;
}

/* Opens .codebook-new; what a run that was killed left in it goes. */
static bool open_new(struct tree *tree, struct diag *diag)
{
	if (mkdirat(tree->fd, tree->new_name, 0777) == 0 || errno == EEXIST)
		tree->new_dir = directory_open_own(tree->fd, tree->new_name);
	if (tree->new_dir < 0) {
		system_error(tree, diag, _("cannot create"), tree->new_name);
		return false;
	}
	if (!lock(tree, tree->new_dir, LOCK_EX, diag)) {
		close(tree->new_dir);
		tree->new_dir = -1;
		return false;
	}
	if (!directory_clear(tree->new_dir)) {
		system_error(tree, diag, _("cannot empty"), tree->new_name);
		return false;
	}
	return true;
}

/* Here, because threads cannot use what others open later. */
static bool open_manifest(struct tree *tree, struct diag *diag)
{
	tree->manifest_fd = openat(tree->new_dir, tree->temporary_name,
				   O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (tree->manifest_fd < 0)
		system_error(tree, diag, _("cannot create"), tree->manifest_name);
	return tree->manifest_fd >= 0;
}

static bool open_directory(struct tree *tree, bool shared, struct diag *diag)
{
	if (tree->mode == TREE_WRITE) {
		char *path = arena_printf(&tree->arena, "%s/", tree->path);
		if (!directory_make(AT_FDCWD, path)) {
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
	return tree->mode == TREE_CHECK ||
	       (lock(tree, tree->fd, shared ? LOCK_SH : LOCK_EX, diag) && open_new(tree, diag) &&
		open_manifest(tree, diag));
}

struct tree *tree_open(const char *path, const char *part, enum tree_mode mode, struct diag *diag)
{
	struct tree *tree = mem_alloc(sizeof *tree);
	*tree = (struct tree){.path = path,
			      .mode = mode,
			      .fd = -1,
			      .new_dir = -1,
			      .manifest_fd = -1,
			      .index_lock = PTHREAD_MUTEX_INITIALIZER};
	const char *dash = *part ? "-" : "";
	tree->new_name = arena_printf(&tree->arena, ".codebook-new%s%s", dash, part);
	tree->manifest_name = arena_printf(&tree->arena, ".codebook-manifest%s%s", dash, part);
	tree->temporary_name = arena_printf(&tree->arena, "%s.tmp", tree->manifest_name);
	tree->inputs_name = arena_printf(&tree->arena, ".codebook-inputs%s%s", dash, part);
	if (!open_directory(tree, *part != '\0', diag)) {
		tree_close(tree);
		return NULL;
	}
	manifest_read(&tree->old, tree->fd, tree->manifest_name);
	tree->body = tree->old.body;
	tree->closing_matters = tree->new_dir < 0 || closing_matters(tree->new_dir);
	return tree;
}

struct manifest_entry tree_expect(struct tree *tree)
{
	struct manifest_entry entry = {0};
	manifest_next(&tree->old, &tree->expected, &entry);
	return entry;
}

/* ---- directories of a writer ---- */

static void close_directories(struct tree_writer *w)
{
	if (w->opened && w->old_dir >= 0)
		close(w->old_dir);
	if (w->opened && w->new_dir >= 0)
		close(w->new_dir);
	w->opened = false;
}

/* The name of a document in its directory, which is opened when it is another than that
 * of the document before. */
static const char *enter_directory(struct tree *tree, struct tree_writer *w, struct str path)
{
	struct str dir = path_directory(path);
	if (w->opened && str_equal(buf_str(&w->dir), dir))
		return path.ptr + dir.len;
	close_directories(w);
	w->dir.len = 0;
	buf_put_str(&w->dir, dir);
	w->old_dir =
		tree->fd < 0 ? -1 : directory_open(tree->fd, dir.len ? buf_cstr(&w->dir) : ".");
	w->new_dir = -1;
	w->opened = true;
	return path.ptr + dir.len;
}

static bool make_new_directory(struct tree *tree, struct tree_writer *w)
{
	if (w->new_dir >= 0)
		return true;
	struct arena arena = {0};
	bool made = directory_make(tree->new_dir, arena_strndup(&arena, w->dir.data, w->dir.len));
	arena_free(&arena);
	w->new_dir =
		made ? directory_open(tree->new_dir, w->dir.len ? buf_cstr(&w->dir) : ".") : -1;
	return w->new_dir >= 0;
}

/* ---- what is there ---- */

/* What the manifest knows of a document; NULL: nothing that can be trusted. */
static const struct manifest_entry *known_entry(struct tree *tree, struct tree_writer *w,
						const struct tree_document *document)
{
	const struct manifest_entry *entry = document->expected;
	if (!str_equal(entry->path, document->path)) {
		w->moved = true;
		pthread_mutex_lock(&tree->index_lock);
		entry = manifest_find(&tree->old, document->path);
		pthread_mutex_unlock(&tree->index_lock);
	}
	return tree->old.complete && entry && entry->hash ? entry : NULL;
}

enum found { FOUND_NOTHING, FOUND_SAME, FOUND_OTHER, FOUND_DIRECTORY };

/* Opens what a document should be; never a link, and a pipe is not waited for. */
static int open_document(int directory, const char *name)
{
	return openat(directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
}

/* Reads a file as far as `most` bytes; a read that is cut short is at its end. False, with
 * errno set, when that fails. */
static bool read_file(struct buf *content, int fd, size_t most)
{
	ssize_t got;
	content->len = 0;
	buf_reserve(content, most);
	do
		got = read(fd, content->data, most);
	while (got < 0 && errno == EINTR);
	content->len = got < 0 ? 0 : (size_t) got;
	return got >= 0;
}

/* Compares a file with what it should be; of a file that is longer only the beginning is
 * read. */
static enum found compare_file(struct tree_writer *w, const char *name, struct str content)
{
	int fd = w->old_dir < 0 ? -1 : open_document(w->old_dir, name);
	if (fd < 0)
		return errno == ELOOP && w->old_dir >= 0 ? FOUND_OTHER : FOUND_NOTHING;
	bool ok = read_file(&w->content, fd, content.len + 1), directory = !ok && errno == EISDIR;
	closing_add(&w->closing, fd);
	if (directory)
		return FOUND_DIRECTORY;
	return ok && str_equal(buf_str(&w->content), content) ? FOUND_SAME : FOUND_OTHER;
}

/* ---- writing ---- */

static bool stage(struct tree *tree, struct tree_writer *w, const char *name, struct str path,
		  struct str content, struct diag *diag)
{
	int fd = make_new_directory(tree, w)
			 ? openat(w->new_dir, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)
			 : -1;
	if (fd < 0) {
		system_error(tree, diag, _("cannot create"), path.ptr);
		return false;
	}
	bool ok = file_write_all(fd, content);
	int error = errno;
	bool closed = tree->closing_matters ? close(fd) == 0 : closing_add(&w->closing, fd);
	if (ok && !closed) {
		ok = false;
		error = errno;
	}
	errno = error;
	if (!ok)
		system_error(tree, diag, _("cannot write"), path.ptr);
	return ok;
}

static void note(struct tree_writer *w, const struct tree_document *document, uint64_t hash,
		 size_t size, bool written)
{
	w->written += written;
	w->unchanged += !written;
	manifest_put(&w->lines, document->key, hash, size, document->path);
}

bool tree_is_current(struct tree *tree, struct tree_writer *w, const struct tree_document *document)
{
	const struct manifest_entry *entry = known_entry(tree, w, document);
	if (!entry || entry->key != document->key)
		return false;
	const char *name = enter_directory(tree, w, document->path);
	return manifest_is_untouched(&tree->old, entry, w->old_dir, name);
}

void tree_keep(struct tree *tree, struct tree_writer *w, const struct tree_document *document)
{
	buf_put_str(&w->lines, known_entry(tree, w, document)->line);
	w->unchanged++;
}

/* Whether an open file, -1 for none, holds what the manifest says was written. */
static bool is_as_written(int fd, const struct manifest_entry *entry, struct buf *content)
{
	return fd >= 0 && read_file(content, fd, entry->size + 1) && content->len == entry->size &&
	       hash_bytes(buf_str(content)) == entry->hash;
}

/* Whether the file is other than what the manifest says was written. */
static bool is_edited(struct tree_writer *w, const char *name, const struct manifest_entry *entry)
{
	int fd = open_document(w->old_dir, name);
	bool edited = !is_as_written(fd, entry, &w->content);
	if (fd >= 0)
		closing_add(&w->closing, fd);
	return edited;
}

/* Says, of a file that is not as it should be, what is the matter. */
static void report(struct tree *tree, enum found found, bool edited, struct str path,
		   struct diag *diag)
{
	if (tree->mode == TREE_WRITE && edited)
		warn(tree, diag, path, _("was edited by hand; it is written anew"));
	else if (tree->mode == TREE_CHECK)
		warn(tree, diag, path,
		     edited                   ? _("was edited by hand")
		     : found == FOUND_NOTHING ? C_("file", "missing")
					      : _("out of date"));
}

bool tree_put(struct tree *tree, struct tree_writer *w, const struct tree_document *document,
	      struct str content, struct diag *diag)
{
	const struct manifest_entry *entry = known_entry(tree, w, document);
	const char *name = enter_directory(tree, w, document->path);
	uint64_t hash = hash_bytes(content);
	bool untouched = entry && entry->key &&
			 manifest_is_untouched(&tree->old, entry, w->old_dir, name),
	     as_it_is;
	enum found found = FOUND_OTHER;
	if (untouched) {
		as_it_is = entry->hash == hash && entry->size == content.len;
	} else {
		found = compare_file(w, name, content);
		as_it_is = found == FOUND_SAME;
		w->touched |= as_it_is;
	}
	if (found == FOUND_DIRECTORY) {
		errno = EISDIR;
		system_error(tree, diag, _("cannot replace"), document->path.ptr);
		return false;
	}
	if (!as_it_is)
		report(tree, found,
		       entry && !untouched && found == FOUND_OTHER && is_edited(w, name, entry),
		       document->path, diag);
	note(w, document, hash, content.len, !as_it_is);
	return as_it_is || tree->mode == TREE_CHECK ||
	       stage(tree, w, name, document->path, content, diag);
}

void tree_writer_begin(struct tree_writer *w)
{
	closing_begin(&w->closing);
}

void tree_writer_free(struct tree_writer *w)
{
	closing_end(&w->closing);
	close_directories(w);
	buf_free(&w->dir);
	buf_free(&w->content);
	buf_free(&w->lines);
}

/* ---- the manifest ---- */

static bool write_manifest(struct tree *tree, struct str text, struct diag *diag)
{
	if (file_write_all(tree->manifest_fd, text))
		return true;
	system_error(tree, diag, _("cannot write"), tree->manifest_name);
	return false;
}

/* The new manifest differs from the old one: begins it with what both have. */
static bool begin_manifest(struct tree *tree, struct diag *diag)
{
	size_t head = manifest_head().len;
	tree->begun = true;
	return write_manifest(tree, manifest_head(), diag) &&
	       (tree->same <= head ||
		write_manifest(tree, (struct str){tree->old.text.ptr + head, tree->same - head},
			       diag));
}

static bool append_lines(struct tree *tree, struct str lines, struct diag *diag)
{
	if (!tree->same)
		tree->same = manifest_head().len;
	if (!tree->begun) {
		struct str old = tree->old.text;
		if (old.len >= tree->same && old.len - tree->same >= lines.len &&
		    (!lines.len || memcmp(old.ptr + tree->same, lines.ptr, lines.len) == 0)) {
			tree->same += lines.len;
			return true;
		}
		if (!begin_manifest(tree, diag))
			return false;
	}
	return write_manifest(tree, lines, diag);
}

/* A check has no new manifest, but has to know afterwards which paths were put. */
static void note_paths(struct tree *tree, struct str lines)
{
	struct manifest_entry entry;
	struct manifest made = {.text = lines};
	made.text.ptr = arena_strndup(&tree->arena, lines.ptr, lines.len);
	for (size_t at = 0; manifest_next(&made, &at, &entry);)
		map_add(&tree->checked, entry.path, tree);
}

bool tree_append(struct tree *tree, struct tree_writer *w, struct diag *diag)
{
	tree->result.written += w->written;
	tree->result.unchanged += w->unchanged;
	tree->touched |= w->touched;
	tree->moved |= w->moved;
	bool ok = true;
	if (tree->mode == TREE_CHECK)
		note_paths(tree, buf_str(&w->lines));
	else
		ok = append_lines(tree, buf_str(&w->lines), diag);
	w->written = w->unchanged = w->lines.len = 0;
	w->touched = w->moved = false;
	return ok;
}

/* ---- finishing ---- */

/* A file of an earlier run that was not asked for stays ours. Where somebody has touched
 * it, that has to be known when it is asked for: it has no key then. */
static bool keep(struct tree *tree, const struct manifest_entry *entry, struct diag *diag)
{
	struct buf line = {0};
	const char *path = arena_strndup(&tree->arena, entry->path.ptr, entry->path.len);
	bool ok = true;
	if (faccessat(tree->fd, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
		bool untouched = manifest_is_untouched(&tree->old, entry, tree->fd, path);
		manifest_put(&line, untouched && tree->old.complete ? entry->key : 0,
			     tree->old.complete ? entry->hash : 0, entry->size, entry->path);
		ok = write_manifest(tree, buf_str(&line), diag);
	}
	buf_free(&line);
	return ok;
}

/* Whether a file holds something else than what was written; not asked where the manifest
 * does not know what that was. */
static bool holds_other(struct tree *tree, const char *path, const struct manifest_entry *entry)
{
	struct stat st;
	if (!tree->old.complete || fstatat(tree->fd, path, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
	    S_ISDIR(st.st_mode) ||
	    (entry->key && manifest_is_untouched(&tree->old, entry, tree->fd, path)))
		return false;
	struct buf content = {0};
	int fd = open_document(tree->fd, path);
	bool edited = !is_as_written(fd, entry, &content);
	if (fd >= 0)
		close(fd);
	buf_free(&content);
	return edited;
}

/* Removes the file and every directory above it that this leaves empty. What somebody has put
 * there is left; what cannot be removed stays in the manifest. */
static bool remove_file(struct tree *tree, const struct manifest_entry *entry, struct diag *diag)
{
	char *path = arena_strndup(&tree->arena, entry->path.ptr, entry->path.len);
	if (holds_other(tree, path, entry)) {
		warn(tree, diag, entry->path,
		     _("was edited by hand; it is no longer made, and not removed"));
		return true;
	}
	if (unlinkat(tree->fd, path, 0) == 0) {
		tree->result.removed++;
	} else if (errno != ENOENT && errno != ENOTDIR && errno != EISDIR) {
		system_error(tree, diag, _("cannot remove"), path);
		return keep(tree, entry, diag);
	}
	for (char *slash; (slash = strrchr(path, '/'));) {
		*slash = '\0';
		/* What a run that was killed has removed may leave those above it. */
		if (unlinkat(tree->fd, path, AT_REMOVEDIR) != 0 && errno != ENOENT)
			break;
	}
	return true;
}

/* Says what an earlier run made and this one would remove. */
static void report_stale(struct tree *tree, const struct manifest_entry *entry, struct diag *diag)
{
	char *path = arena_strndup(&tree->arena, entry->path.ptr, entry->path.len);
	if (tree->fd < 0 || faccessat(tree->fd, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0 ||
	    holds_other(tree, path, entry))
		return;
	warn(tree, diag, entry->path, _("no longer made"));
	tree->result.removed++;
}

enum stale { STALE_KEEP, STALE_REMOVE, STALE_REPORT };

/* Goes through what the old manifest lists and the new one does not. */
static bool handle_stale(struct tree *tree, const struct map *made, enum stale what,
			 struct diag *diag)
{
	struct manifest_entry entry;
	bool ok = true;
	for (size_t at = 0; ok && manifest_next(&tree->old, &at, &entry);) {
		if (map_get(made, entry.path))
			continue;
		if (what == STALE_KEEP)
			ok = keep(tree, &entry, diag);
		else if (what == STALE_REMOVE)
			ok = remove_file(tree, &entry, diag);
		else
			report_stale(tree, &entry, diag);
	}
	return ok;
}

static bool put_in_place(struct tree *tree, struct diag *diag)
{
	struct buf failed = {0};
	if (renameat(tree->new_dir, tree->temporary_name, tree->fd, tree->manifest_name) != 0) {
		system_error(tree, diag, _("cannot replace"), tree->manifest_name);
		return false;
	}
	bool ok = directory_merge(tree->new_dir, tree->fd, &failed);
	if (!ok)
		system_error(tree, diag, _("cannot replace"), buf_cstr(&failed));
	buf_free(&failed);
	return ok;
}

/* Waits until a change would have a later time than the manifest: the clock of a file
 * system moves in steps of some milliseconds. Where it takes longer, nothing is waited for. */
static void await_later_time(struct tree *tree)
{
	static const struct timespec step = {0, 1000000};
	struct stat manifest, now;
	if (fstat(tree->manifest_fd, &manifest) != 0)
		return;
	for (int i = 0; i < 20; i++) {
		if (futimens(tree->new_dir, NULL) != 0 || fstat(tree->new_dir, &now) != 0 ||
		    time_is_later(now.st_ctim, manifest.st_ctim))
			return;
		nanosleep(&step, NULL);
	}
}

/* `complete`: everything is where the manifest says, as it was sealed before. */
static bool seal(struct tree *tree, bool complete, struct diag *diag)
{
	if (complete ? manifest_complete(tree->manifest_fd, tree->body)
		     : manifest_seal(tree->manifest_fd, &tree->body))
		return true;
	system_error(tree, diag, _("cannot write"), tree->manifest_name);
	return false;
}

static bool commit(struct tree *tree, bool complete, struct diag *diag)
{
	struct manifest new = {0};
	/* Where there was no manifest, or all that it lists was put in its order, nothing is. */
	bool stale = tree->old.text.len && (tree->moved || tree_expect(tree).path.len);
	if (!seal(tree, false, diag))
		return false;
	if (stale) {
		manifest_read(&new, tree->new_dir, tree->temporary_name);
		if (!new.text.len) {
			system_error(tree, diag, _("cannot read"), tree->manifest_name);
			return false;
		}
		manifest_find(&new, STR("")); /* builds the index */
	}
	/* What goes, goes while the old manifest still lists it: after a kill it is known. */
	bool ok = (!stale ||
		   (handle_stale(tree, &new.index, complete ? STALE_REMOVE : STALE_KEEP, diag) &&
		    seal(tree, false, diag))) &&
		  put_in_place(tree, diag) && seal(tree, true, diag);
	manifest_free(&new);
	if (ok)
		await_later_time(tree);
	return ok;
}

bool tree_commit(struct tree *tree, bool complete, struct tree_result *result, struct diag *diag)
{
	bool ok = true;
	if (tree->mode == TREE_CHECK) {
		if (complete)
			handle_stale(tree, &tree->checked, STALE_REPORT, diag);
	} else if (append_lines(tree, STR(""), diag)) {
		bool changed = tree->begun || tree->same < tree->old.text.len || tree->touched ||
			       tree->result.written || !tree->old.complete;
		if (changed && !tree->begun)
			ok = begin_manifest(tree, diag);
		ok = ok && (!changed || commit(tree, complete, diag));
	} else {
		ok = false;
	}
	*result = tree->result;
	return ok;
}

/* ---- when nothing changed ---- */

/* What the inputs were belongs to one content of the manifest, but is a file of its own: to
 * write it into the manifest would give that a later time, and an edit by hand in the
 * meantime would seem to be older. */
static void put_inputs(const struct tree *tree, uint64_t inputs, struct buf *text)
{
	buf_printf(text, "codebook inputs 1 %016" PRIx64 "\n", hash_join(inputs, tree->body));
}

static bool has_inputs(const struct tree *tree, struct str expected)
{
	char found[64];
	int fd =
		openat(tree->fd, tree->inputs_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	ssize_t got = fd < 0 ? -1 : read(fd, found, sizeof found);
	if (fd >= 0)
		close(fd);
	return got > 0 && str_equal((struct str){found, (size_t) got}, expected);
}

static bool write_inputs(struct tree *tree, struct str text)
{
	int fd = openat(tree->new_dir, tree->inputs_name,
			O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0)
		return false;
	bool ok = file_write_all(fd, text);
	return close(fd) == 0 && ok &&
	       renameat(tree->new_dir, tree->inputs_name, tree->fd, tree->inputs_name) == 0;
}

bool tree_remember(struct tree *tree, uint64_t inputs, struct diag *diag)
{
	struct buf text = {0};
	put_inputs(tree, inputs, &text);
	bool ok = has_inputs(tree, buf_str(&text)) || write_inputs(tree, buf_str(&text));
	if (!ok)
		system_error(tree, diag, _("cannot write"), tree->inputs_name);
	buf_free(&text);
	return ok;
}

/* Needs no lock: a run that is writing has .codebook-new, one that begins to in the meantime
 * counts as later. */
bool tree_is_all_current(struct tree *tree, uint64_t inputs, size_t threads, size_t *count)
{
	struct buf expected = {0};
	put_inputs(tree, inputs, &expected);
	bool current = tree->old.complete && has_inputs(tree, buf_str(&expected)) &&
		       faccessat(tree->fd, tree->new_name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 &&
		       survey_untouched(&tree->old, tree->fd, threads, count);
	buf_free(&expected);
	return current;
}

void tree_close(struct tree *tree)
{
	if (!tree)
		return;
	if (tree->new_dir >= 0) {
		directory_clear(tree->new_dir);
		unlinkat(tree->fd, tree->new_name, AT_REMOVEDIR);
		close(tree->new_dir);
	}
	if (tree->manifest_fd >= 0)
		close(tree->manifest_fd);
	if (tree->fd >= 0)
		close(tree->fd);
	manifest_free(&tree->old);
	map_free(&tree->checked);
	pthread_mutex_destroy(&tree->index_lock);
	arena_free(&tree->arena);
	free(tree);
}
