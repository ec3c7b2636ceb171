/* survey.c: see survey.h.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/survey.h"

#include "base/file.h"
#include "base/parallel.h"
#include "tree/directory.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { PIECE = 8 * 1024 }; /* of the manifest, in bytes: about a hundred files */

/* What all threads share; at, count and touched are guarded by the lock. */
struct survey {
	const struct manifest *manifest;
	int root;
	pthread_mutex_t lock;
	size_t at, count;
	bool touched;
};

struct surveyor {
	struct survey *survey;
	struct buf dir, name; /* of the last file */
	int fd;               /* of dir; -1: none is open */
};

/* Takes the next whole lines; none where there are no more, or something was touched. */
static struct str take_lines(struct survey *survey)
{
	struct str text = survey->manifest->text, lines = {0};
	pthread_mutex_lock(&survey->lock);
	if (!survey->touched && survey->at < text.len) {
		lines = (struct str){text.ptr + survey->at, text.len - survey->at};
		const char *end = lines.len > PIECE
					  ? memchr(lines.ptr + PIECE, '\n', lines.len - PIECE)
					  : NULL;
		if (end)
			lines.len = (size_t) (end - lines.ptr) + 1;
		survey->at += lines.len;
	}
	pthread_mutex_unlock(&survey->lock);
	return lines;
}

static void leave(struct surveyor *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
}

/* Opens the directory of a file, unless that of the file before is the same. */
static void enter(struct surveyor *s, struct str dir)
{
	if (s->fd >= 0 && str_equal(buf_str(&s->dir), dir))
		return;
	leave(s);
	s->dir.len = 0;
	buf_put_str(&s->dir, dir);
	s->fd = directory_open(s->survey->root, dir.len ? buf_cstr(&s->dir) : ".");
}

static bool is_untouched(struct surveyor *s, const struct manifest_entry *entry)
{
	struct str dir = path_directory(entry->path);
	enter(s, dir);
	s->name.len = 0;
	buf_put(&s->name, entry->path.ptr + dir.len, entry->path.len - dir.len);
	return manifest_is_untouched(s->survey->manifest, entry, s->fd, buf_cstr(&s->name));
}

/* Counts the files of some lines, up to one that was touched. */
static size_t look(struct surveyor *s, struct str lines, bool *touched)
{
	struct manifest piece = {.text = lines};
	struct manifest_entry entry;
	size_t count = 0;
	for (size_t at = 0; !*touched && manifest_next(&piece, &at, &entry); count++)
		*touched = !is_untouched(s, &entry);
	return count;
}

static void work(void *data, size_t worker, size_t index)
{
	struct surveyor *s = &((struct surveyor *) data)[index];
	struct survey *survey = s->survey;
	(void) worker;
	for (struct str lines; (lines = take_lines(survey)).len;) {
		bool touched = false;
		size_t count = look(s, lines, &touched);
		pthread_mutex_lock(&survey->lock);
		survey->count += count;
		survey->touched |= touched;
		pthread_mutex_unlock(&survey->lock);
	}
	leave(s);
	buf_free(&s->dir);
	buf_free(&s->name);
}

bool survey_untouched(const struct manifest *manifest, int directory, size_t threads, size_t *count)
{
	struct survey survey = {
		.manifest = manifest, .root = directory, .lock = PTHREAD_MUTEX_INITIALIZER};
	size_t pieces = manifest->text.len / PIECE + 1;
	if (threads > pieces)
		threads = pieces;
	struct surveyor *surveyors = mem_alloc(threads * sizeof *surveyors);
	for (size_t i = 0; i < threads; i++)
		surveyors[i] = (struct surveyor){.survey = &survey, .fd = -1};
	parallel_run(threads, threads, work, surveyors);
	free(surveyors);
	pthread_mutex_destroy(&survey.lock);
	*count = survey.count;
	return !survey.touched;
}
