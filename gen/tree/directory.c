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

struct str directory_of(struct str path)
{
	while (path.len && path.ptr[path.len - 1] != '/')
		path.len--;
	return path;
}

int directory_open(int parent, const char *path)
{
	return openat(parent, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
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

/* Lists before anything is moved: what a directory that changes would list is open. */
static struct names list(int directory)
{
	struct names names = {0};
	int fd = directory_open(directory, ".");
	DIR *stream = fd < 0 ? NULL : fdopendir(fd);
	if (!stream && fd >= 0)
		close(fd);
	for (struct dirent *entry; stream && (entry = readdir(stream));) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		names.items =
			mem_grow(names.items, &names.room, names.count + 1, sizeof *names.items);
		names.items[names.count++] = arena_strdup(&names.arena, entry->d_name);
	}
	if (stream)
		closedir(stream);
	return names;
}

static void free_names(struct names *names)
{
	free(names->items);
	arena_free(&names->arena);
}

static bool merge_once(int from, int to, const char *name, struct buf *failed)
{
	if (renameat(from, name, to, name) == 0)
		return true;
	int error = errno,
	    source = openat(from, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	int target = source < 0 ? -1 : directory_open(to, name);
	bool ok = target >= 0 && directory_merge(source, target, failed);
	error = target >= 0 ? errno : error;
	if (source >= 0)
		close(source);
	if (target >= 0)
		close(target);
	if (ok)
		unlinkat(from, name, AT_REMOVEDIR);
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
	struct names names = list(from);
	size_t i = 0;
	while (i < names.count && merge_one(from, to, names.items[i], failed))
		i++;
	bool ok = i == names.count;
	int error = errno;
	if (!ok) { /* the path is put together from its end */
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

void directory_clear(int directory)
{
	struct names names = list(directory);
	for (size_t i = 0; i < names.count; i++) {
		if (unlinkat(directory, names.items[i], 0) == 0)
			continue;
		int fd = openat(directory, names.items[i],
				O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0)
			continue;
		directory_clear(fd);
		close(fd);
		unlinkat(directory, names.items[i], AT_REMOVEDIR);
	}
	free_names(&names);
}
