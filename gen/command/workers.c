/* workers.c: see workers.h.
 *
 * SPDX-License-Identifier: MIT */
#include "command/workers.h"

#include "base/hash.h"
#include "base/intl.h"
#include "base/threads.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { BATCH = 64, MAX_THREADS = 256 };

/* What all threads share; everything but the first two is guarded by the lock. */
struct pool {
	struct session *session;
	const struct destination *destination;
	pthread_mutex_t lock;
	pthread_cond_t turn_changed;
	struct plan_cursor cursor;
	size_t handed_out; /* batches */
	size_t turn;       /* the batch that is taken over next */
	bool ended, failed;
};

struct worker {
	struct pool *pool;
	struct page_renderer pages;
	struct tree_writer writer;
	struct buf path, text, members;
	struct diag diag; /* of the batch */
	size_t number;    /* of the batch */
	size_t count;
	struct document documents[BATCH];
	struct manifest_entry expected[BATCH];
};

bool shard_has(const struct options *options, struct str path)
{
	return options->shard_count <= 1 ||
	       hash_bytes(path) % options->shard_count == options->shard - 1;
}

/* ---- handing out ---- */

static bool next_document(struct worker *w, struct document *document)
{
	struct pool *pool = w->pool;
	struct session *s = pool->session;
	while (plan_next(&s->plan, &pool->cursor, document)) {
		if (s->options->shard_count <= 1)
			return true;
		w->path.len = 0;
		plan_path(&s->plan, document, &w->path);
		if (shard_has(s->options, buf_str(&w->path)))
			return true;
	}
	return false;
}

/* Takes the next documents of the plan; false where there are no more. */
static bool take_batch(struct worker *w)
{
	struct pool *pool = w->pool;
	struct tree *tree = pool->destination->tree;
	pthread_mutex_lock(&pool->lock);
	w->count = 0;
	while (!pool->ended && !pool->failed && w->count < BATCH) {
		if (!next_document(w, &w->documents[w->count])) {
			pool->ended = true;
			break;
		}
		if (tree)
			w->expected[w->count] = tree_expect(tree);
		w->count++;
	}
	if (w->count)
		w->number = pool->handed_out++;
	pthread_mutex_unlock(&pool->lock);
	return w->count > 0;
}

/* ---- making ---- */

static bool render(struct worker *w, const struct document *document)
{
	w->text.len = 0;
	return page_render(&w->pages, w->pool->session, document, true, &w->text, &w->diag);
}

static bool make_document(struct worker *w, size_t index)
{
	const struct document *document = &w->documents[index];
	const struct destination *to = w->pool->destination;
	struct session *s = w->pool->session;
	if (!to->tree && !to->archive)
		return render(w, document);
	w->path.len = 0;
	plan_path(&s->plan, document, &w->path);
	buf_cstr(&w->path);
	if (to->archive) {
		if (!render(w, document))
			return false;
		archive_put(&w->members, buf_str(&w->path), buf_str(&w->text));
		return true;
	}
	struct tree_document put = {buf_str(&w->path), session_fingerprint(s, document),
				    &w->expected[index]};
	return tree_is_current(to->tree, &w->writer, &put) ||
	       (render(w, document) &&
		tree_put(to->tree, &w->writer, &put, buf_str(&w->text), &w->diag));
}

/* ---- taking over ---- */

static bool take_over(struct worker *w, struct diag *diag)
{
	const struct destination *to = w->pool->destination;
	if (to->tree)
		return tree_append(to->tree, &w->writer, diag);
	return !to->archive || archive_append(to->archive, buf_str(&w->members), diag);
}

/* When it is the batch's turn. What comes after one that failed does not count. */
static void finish_batch(struct worker *w, bool ok)
{
	struct pool *pool = w->pool;
	pthread_mutex_lock(&pool->lock);
	while (pool->turn != w->number)
		pthread_cond_wait(&pool->turn_changed, &pool->lock);
	if (!pool->failed) {
		struct diag *diag = pool->session->diag;
		diag_append(diag, &w->diag);
		pool->failed = !ok || !take_over(w, diag);
	}
	pool->turn++;
	pthread_cond_broadcast(&pool->turn_changed);
	pthread_mutex_unlock(&pool->lock);
	w->members.len = 0;
	diag_free(&w->diag);
}

static void *work(void *data)
{
	struct worker *w = data;
	while (take_batch(w)) {
		bool ok = true;
		for (size_t i = 0; i < w->count && ok; i++)
			ok = make_document(w, i);
		finish_batch(w, ok);
	}
	return NULL;
}

/* ---- threads ---- */

size_t workers_count(const struct options *options)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t count = options->jobs ? options->jobs : processors > 1 ? (size_t) processors : 1;
	return count < MAX_THREADS ? count : MAX_THREADS;
}

static void free_worker(struct worker *w)
{
	page_renderer_free(&w->pages);
	tree_writer_free(&w->writer);
	buf_free(&w->path);
	buf_free(&w->text);
	buf_free(&w->members);
	diag_free(&w->diag);
}

bool workers_run(struct session *s, const struct destination *destination)
{
	struct pool pool = {.session = s,
			    .destination = destination,
			    .lock = PTHREAD_MUTEX_INITIALIZER,
			    .turn_changed = PTHREAD_COND_INITIALIZER};
	size_t count = workers_count(s->options);
	struct worker *workers = mem_alloc(count * sizeof *workers);
	memset(workers, 0, count * sizeof *workers);
	for (size_t i = 0; i < count; i++) {
		workers[i].pool = &pool;
		page_renderer_init(&workers[i].pages, s);
	}
	threads_run(work, workers, count, sizeof *workers);
	for (size_t i = 0; i < count; i++)
		free_worker(&workers[i]);
	free(workers);
	pthread_mutex_destroy(&pool.lock);
	pthread_cond_destroy(&pool.turn_changed);
	return !pool.failed;
}
