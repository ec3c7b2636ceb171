/* directory.c: see directory.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/directory.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int directory_open(int parent, const char *path)
{
	return openat(parent, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

int directory_open_own(int parent, const char *name)
{
	return openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

bool directory_make(int parent, char *path)
{
	for (char *slash = path; (slash = strchr(slash, '/')); slash++) {
		if (slash == path)
			continue;
		*slash = '\0';
		int result = mkdirat(parent, path, 0777);
		*slash = '/';
		if (result != 0 && errno != EEXIST)
			return false;
	}
	return true;
}

struct names {
	struct arena arena;
	const char **items;
	size_t count, room;
};

/* Lists before anything is moved: what a directory that changes would list is open. False,
 * with errno set, when not all could be read. */
static bool list(int directory, struct names *names)
{
	*names = (struct names){0};
	int fd = directory_open(directory, ".");
	DIR *stream = fd < 0 ? NULL : fdopendir(fd);
	if (!stream) {
		int error = errno;
		if (fd >= 0)
			close(fd);
		errno = error;
		return false;
	}
	errno = 0;
	for (struct dirent *entry; (entry = readdir(stream)); errno = 0) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		names->items = mem_grow(names->items, &names->room, names->count + 1,
					sizeof *names->items);
		names->items[names->count++] = arena_strdup(&names->arena, entry->d_name);
	}
	int error = errno;
	closedir(stream);
	errno = error;
	return error == 0;
}

static void free_names(struct names *names)
{
	free(names->items);
	arena_free(&names->arena);
}

/* A file that stands where the other one has a directory, or the reverse, is no other trouble. */
static bool is_no_directory(int error)
{
	return error == ENOTDIR || error == ELOOP || error == ENOENT;
}

static bool merge_once(int from, int to, const char *name, struct buf *failed)
{
	if (renameat(from, name, to, name) == 0)
		return true;
	int error = errno, source = directory_open_own(from, name);
	int target = source < 0 ? -1 : directory_open(to, name);
	bool gone = source >= 0 && target < 0 && errno == ENOENT &&
		    (error == ENOTEMPTY || error == EEXIST);
	if (target < 0 && (gone || !is_no_directory(errno)))
		error = errno;
	bool ok = target >= 0 && directory_merge(source, target, failed) &&
		  unlinkat(from, name, AT_REMOVEDIR) == 0;
	error = target >= 0 ? errno : error;
	if (source >= 0)
		close(source);
	if (target >= 0)
		close(target);
	errno = error;
	return ok;
}

/* Another run that writes its part may remove a directory, when it is empty, or replace it
 * between our opening it and moving something there. */
static bool merge_one(int from, int to, const char *name, struct buf *failed)
{
	for (int tries = 8; tries > 0; tries--) {
		failed->len = 0;
		if (merge_once(from, to, name, failed))
			return true;
		if (errno != ENOENT)
			break;
	}
	return false;
}

bool directory_merge(int from, int to, struct buf *failed)
{
	struct names names;
	bool listed = list(from, &names);
	size_t i = 0;
	while (listed && i < names.count && merge_one(from, to, names.items[i], failed))
		i++;
	bool ok = listed && i == names.count;
	int error = errno;
	if (listed && !ok) { /* the path is put together from its end */
		struct buf rest = *failed;
		*failed = (struct buf){0};
		buf_puts(failed, names.items[i]);
		buf_puts(failed, rest.len ? "/" : "");
		buf_put_str(failed, buf_str(&rest));
		buf_free(&rest);
	}
	free_names(&names);
	errno = error;
	return ok;
}

static bool clear_one(int directory, const char *name)
{
	if (unlinkat(directory, name, 0) == 0)
		return true;
	int error = errno, fd = directory_open_own(directory, name);
	if (fd < 0) {
		errno = is_no_directory(errno) ? error : errno;
		return false;
	}
	bool ok = directory_clear(fd);
	error = errno;
	close(fd);
	errno = error;
	return ok && unlinkat(directory, name, AT_REMOVEDIR) == 0;
}

bool directory_clear(int directory)
{
	struct names names;
	bool ok = list(directory, &names);
	for (size_t i = 0; ok && i < names.count; i++)
		ok = clear_one(directory, names.items[i]);
	int error = errno;
	free_names(&names);
	errno = error;
	return ok;
}
