/* floor.c: the least that a tree of files costs, as a measure for what makes such a tree.
 *
 *   floor write TREE DIR [THREADS]    openat, write, close for every file of TREE
 *   floor rename TREE DIR [THREADS]   the same to a temporary name, then renameat
 *   floor stat TREE                   fstatat for every file
 *   floor compare TREE                openat, read, close for every file, and a comparison
 *   floor read FILE...                openat, read, close for these files
 *
 * TREE is read to memory first, DIR is new. Printed are the seconds between the two, by the
 * clock and of the processors, and how many files and bytes there are.
 *
 * SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAX_THREADS = 64 };

struct file {
	size_t directory;
	char *name, *data;
	size_t size;
};

/* Files stand together by directory; a directory stands behind its parent. */
static char **directories;
static int *descriptors;
static struct file *files;
static size_t directory_count, file_count;
static const char *temporary; /* null: write to the name itself */

static void *grow(void *items, size_t count, size_t size)
{
	/* Room for a power of two, so only there is something to do. */
	if (count & (count - 1))
		return items;
	void *grown = realloc(items, (count ? count * 2 : 1) * size);
	if (!grown)
		err(2, "memory");
	return grown;
}

static char *join(const char *a, const char *b)
{
	size_t size = strlen(a) + strlen(b) + 2;
	char *path = malloc(size);
	if (!path)
		err(2, "memory");
	snprintf(path, size, "%s/%s", a, b);
	return path;
}

static size_t read_whole(int fd, char *data, size_t size)
{
	size_t done = 0;
	for (ssize_t got = 1; got > 0 && done < size; done += (size_t) got)
		if ((got = read(fd, data + done, size - done)) < 0)
			err(2, "read");
	return done;
}

static void load_file(struct file *file, int directory)
{
	struct stat st;
	int fd = openat(directory, file->name, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) != 0)
		err(2, "%s", file->name);
	file->size = (size_t) st.st_size;
	file->data = malloc(file->size + 1);
	if (!file->data || read_whole(fd, file->data, file->size) != file->size)
		err(2, "%s", file->name);
	close(fd);
}

static bool is_directory(int directory, const char *name)
{
	struct stat st;
	if (fstatat(directory, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		err(2, "%s", name);
	return S_ISDIR(st.st_mode);
}

static void add_directory(char *path)
{
	directories = grow(directories, directory_count, sizeof *directories);
	directories[directory_count++] = path;
}

/* The files of a directory; those below it are met later. Names with a dot are ours: the
 * manifest. */
static void load_directory(const char *tree, size_t index)
{
	char *path = join(tree, directories[index]);
	DIR *dir = opendir(path);
	if (!dir)
		err(2, "%s", path);
	for (struct dirent *entry; (entry = readdir(dir));) {
		if (entry->d_name[0] == '.')
			continue;
		if (is_directory(dirfd(dir), entry->d_name)) {
			add_directory(join(directories[index], entry->d_name));
			continue;
		}
		files = grow(files, file_count, sizeof *files);
		struct file *file = &files[file_count++];
		*file = (struct file){.directory = index, .name = strdup(entry->d_name)};
		load_file(file, dirfd(dir));
	}
	closedir(dir);
	free(path);
}

static void load(const char *tree)
{
	add_directory(join(".", "."));
	for (size_t i = 0; i < directory_count; i++)
		load_directory(tree, i);
}

/* Opens the directories below top, and makes them first if asked. */
static void open_directories(const char *top, bool make)
{
	descriptors = calloc(directory_count + 1, sizeof *descriptors);
	for (size_t i = 0; descriptors && i < directory_count; i++) {
		char *path = join(top, directories[i]);
		if (make && i && mkdir(path, 0777) != 0)
			err(2, "%s", path);
		descriptors[i] = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (descriptors[i] < 0)
			err(2, "%s", path);
		free(path);
	}
}

static void write_file(const struct file *file, const char *name)
{
	int fd = openat(descriptors[file->directory], name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			0666);
	if (fd < 0 || write(fd, file->data, file->size) != (ssize_t) file->size || close(fd) != 0)
		err(2, "%s", name);
}

struct share {
	pthread_t thread;
	size_t from, to;
	char temporary[16];
};

static void *write_share(void *argument)
{
	const struct share *share = argument;
	for (size_t i = share->from; i < share->to; i++) {
		const struct file *file = &files[i];
		int directory = descriptors[file->directory];
		write_file(file, temporary ? share->temporary : file->name);
		if (temporary && renameat(directory, share->temporary, directory, file->name) != 0)
			err(2, "%s", file->name);
	}
	return NULL;
}

/* Each thread has a part of the list, so that they seldom meet in one directory. */
static void write_files(size_t threads)
{
	static struct share shares[MAX_THREADS];
	for (size_t i = 0; i < threads; i++) {
		shares[i].from = file_count * i / threads;
		shares[i].to = file_count * (i + 1) / threads;
		snprintf(shares[i].temporary, sizeof shares[i].temporary, ".tmp-%zu", i);
	}
	for (size_t i = 1; i < threads; i++)
		if (pthread_create(&shares[i].thread, NULL, write_share, &shares[i]) != 0)
			errx(2, "no thread");
	write_share(&shares[0]);
	for (size_t i = 1; i < threads; i++)
		pthread_join(shares[i].thread, NULL);
}

static void stat_files(void)
{
	struct stat st;
	for (size_t i = 0; i < file_count; i++)
		if (fstatat(descriptors[files[i].directory], files[i].name, &st,
			    AT_SYMLINK_NOFOLLOW) != 0 ||
		    (size_t) st.st_size != files[i].size)
			errx(2, "%s has changed", files[i].name);
}

static void compare_files(void)
{
	static char buffer[1 << 20];
	for (size_t i = 0; i < file_count; i++) {
		const struct file *file = &files[i];
		int fd = openat(descriptors[file->directory], file->name, O_RDONLY | O_CLOEXEC);
		if (fd < 0)
			err(2, "%s", file->name);
		if (read_whole(fd, buffer, sizeof buffer) != file->size ||
		    memcmp(buffer, file->data, file->size) != 0)
			errx(2, "%s has changed", file->name);
		close(fd);
	}
}

static void read_files(char **paths, size_t count)
{
	file_count = count;
	files = calloc(count, sizeof *files);
	for (size_t i = 0; files && i < count; i++) {
		files[i].name = paths[i];
		load_file(&files[i], AT_FDCWD);
	}
}

struct times {
	double clock, processor;
};

static double seconds(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static struct times now(void)
{
	return (struct times){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static void print(struct times start)
{
	struct times end = now();
	size_t bytes = 0;
	for (size_t i = 0; i < file_count; i++)
		bytes += files[i].size;
	printf("%.6f %.6f %zu %zu\n", end.clock - start.clock, end.processor - start.processor,
	       file_count, bytes);
}

static size_t thread_count(const char *s)
{
	size_t threads = s ? strtoul(s, NULL, 10) : 1;
	return threads < 1 ? 1 : threads > MAX_THREADS ? MAX_THREADS : threads;
}

static void run_write(const char *tree, const char *dir, size_t threads)
{
	load(tree);
	struct times start = now();
	if (mkdir(dir, 0777) != 0)
		err(2, "%s", dir);
	open_directories(dir, true);
	write_files(threads);
	print(start);
}

static void run_look(const char *tree, void (*look)(void))
{
	load(tree);
	open_directories(tree, false);
	struct times start = now();
	look();
	print(start);
}

int main(int argc, char **argv)
{
	const char *mode = argc > 2 ? argv[1] : "";
	temporary = strcmp(mode, "rename") == 0 ? ".tmp" : NULL;
	struct times start = now();
	if (argc > 3 && (temporary || strcmp(mode, "write") == 0)) {
		run_write(argv[2], argv[3], thread_count(argv[4]));
	} else if (strcmp(mode, "stat") == 0) {
		run_look(argv[2], stat_files);
	} else if (strcmp(mode, "compare") == 0) {
		run_look(argv[2], compare_files);
	} else if (strcmp(mode, "read") == 0) {
		read_files(argv + 2, (size_t) argc - 2);
		print(start);
	} else {
		errx(2, "usage: floor write|rename TREE DIR [THREADS], stat|compare TREE, "
			"read FILE...");
	}
	return 0;
}
