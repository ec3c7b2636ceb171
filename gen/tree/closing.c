/* closing.c: see closing.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/closing.h"

#include <unistd.h>

#ifdef __linux__
#include <linux/magic.h>
#include <linux/sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#endif

/* ThreadSanitizer takes a number for the same file in all threads. */
#if defined __SANITIZE_THREAD__
#define ONE_TABLE 1
#elif defined __has_feature
#if __has_feature(thread_sanitizer)
#define ONE_TABLE 1
#endif
#endif

#if defined SYS_close_range && !defined ONE_TABLE

void closing_begin(struct closing *closing)
{
	struct rlimit limit;
	closing->together = getrlimit(RLIMIT_NOFILE, &limit) == 0 &&
			    limit.rlim_cur >= (rlim_t) CLOSING_MOST * 4 &&
			    syscall(SYS_unshare, CLONE_FILES) == 0;
}

static bool close_together(int first, int last)
{
	return syscall(SYS_close_range, first, last, 0) == 0;
}

bool closing_matters(int directory)
{
	struct statfs fs;
	if (fstatfs(directory, &fs) != 0)
		return true;
	switch (fs.f_type) {
	case TMPFS_MAGIC:
	case EXT4_SUPER_MAGIC: /* and its predecessors */
	case XFS_SUPER_MAGIC:
	case BTRFS_SUPER_MAGIC:
		return false;
	default:
		return true;
	}
}

#else

void closing_begin(struct closing *closing)
{
	closing->together = false;
}

static bool close_together(int first, int last)
{
	(void) first;
	(void) last;
	return false;
}

bool closing_matters(int directory)
{
	(void) directory;
	return true;
}

#endif

void closing_end(struct closing *closing)
{
	const int *files = closing->files;
	for (size_t i = 0, end; i < closing->count; i = end) {
		for (end = i + 1; end < closing->count && files[end] == files[end - 1] + 1;)
			end++;
		if (end - i > 1 && close_together(files[i], files[end - 1]))
			continue;
		while (i < end)
			close(files[i++]);
	}
	closing->count = 0;
}

bool closing_add(struct closing *closing, int fd)
{
	if (!closing->together)
		return close(fd) == 0;
	if (closing->count == CLOSING_MOST)
		closing_end(closing);
	closing->files[closing->count++] = fd;
	return true;
}
