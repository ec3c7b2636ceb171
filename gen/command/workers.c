/* workers.c: see workers.h.
 *
 * SPDX-License-Identifier: MIT */
#include "command/workers.h"

#include "base/hash.h"
#include "base/parallel.h"

#include <pthread.h>
#include <stdlib.h>

/* Documents that one thread makes in a row. */
enum { LEAST = 64, MOST = 2048 };

/* Documents that are rendered one after the other and then written one after the other:
 * the system's work and ours drive each other out of the processor's caches. */
enum { ROUND = 32 };

/* What all threads share; what stands behind the limit is guarded by the lock. */
struct pool {
	struct session *session;
	const struct destination *destination;
	pthread_mutex_t lock;
	pthread_cond_t turn_changed;
	size_t limit; /* of a batch */
	struct plan_cursor cursor;
	size_t handed_out; /* batches */
	size_t turn;       /* the batch that is taken over next */
	bool ended, failed;
};

/* A document of a round. */
struct page {
	struct buf path, text;
	struct tree_document document;
	bool current;
};

struct worker {
	struct pool *pool;
	struct page_renderer pages;
	struct tree_writer writer;
	struct page round[ROUND];
	struct buf path, members;
	struct diag diag; /* of the batch */
	size_t number;    /* of the batch */
	size_t count;
	struct document *documents;
	struct manifest_entry *expected;
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

/* As a rule such documents are in one directory, and have much in common. */
static bool are_alike(const struct document *a, const struct document *b)
{
	return a->output == b->output && a->language == b->language &&
	       a->subject.protocol == b->subject.protocol;
}

/* Takes the next documents of the plan, if they can be, all that are alike: threads that
 * write to one directory wait for each other. False where there are no more. */
static bool take_batch(struct worker *w)
{
	struct pool *pool = w->pool;
	struct tree *tree = pool->destination->tree;
	pthread_mutex_lock(&pool->lock);
	w->count = 0;
	while (!pool->ended && !pool->failed && w->count < pool->limit) {
		struct plan_cursor before = pool->cursor;
		struct document *next = &w->documents[w->count];
		if (!next_document(w, next)) {
			pool->ended = true;
			break;
		}
		if (w->count >= LEAST && !are_alike(next, next - 1)) {
			pool->cursor = before;
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

/* Renders a document, unless it is there already. */
static bool render(struct worker *w, size_t index, struct page *page)
{
	const struct document *document = &w->documents[index];
	const struct destination *to = w->pool->destination;
	struct session *s = w->pool->session;
	page->path.len = page->text.len = 0;
	plan_path(&s->plan, document, &page->path);
	buf_cstr(&page->path);
	if (to->tree) {
		page->document = (struct tree_document){buf_str(&page->path),
							session_fingerprint(s, document),
							&w->expected[index]};
		page->current = tree_is_current(to->tree, &w->writer, &page->document);
	}
	return page->current ||
	       page_render(&w->pages, s, document, buf_str(&page->path), &page->text, &w->diag);
}

static bool put(struct worker *w, const struct page *page)
{
	const struct destination *to = w->pool->destination;
	struct str text = buf_str(&page->text);
	if (to->archive)
		archive_put(&w->members, buf_str(&page->path), text);
	if (!to->tree)
		return true;
	if (page->current) {
		tree_keep(to->tree, &w->writer, &page->document);
		return true;
	}
	return tree_put(to->tree, &w->writer, &page->document, text, &w->diag);
}

static bool make_round(struct worker *w, size_t first)
{
	size_t end = first + ROUND < w->count ? first + ROUND : w->count;
	bool ok = true;
	for (size_t i = first; i < end && ok; i++)
		ok = render(w, i, &w->round[i - first]);
	for (size_t i = first; i < end && ok; i++)
		ok = put(w, &w->round[i - first]);
	return ok;
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

static void work(void *data, size_t worker, size_t index)
{
	struct worker *w = &((struct worker *) data)[index];
	(void) worker;
	tree_writer_begin(&w->writer);
	while (take_batch(w)) {
		bool ok = true;
		for (size_t i = 0; i < w->count && ok; i += ROUND)
			ok = make_round(w, i);
		finish_batch(w, ok);
	}
	tree_writer_free(&w->writer);
}

/* ---- threads ---- */

static void free_worker(struct worker *w)
{
	page_renderer_free(&w->pages);
	for (size_t i = 0; i < ROUND; i++) {
		buf_free(&w->round[i].path);
		buf_free(&w->round[i].text);
	}
	buf_free(&w->path);
	buf_free(&w->members);
	diag_free(&w->diag);
	free(w->documents);
	free(w->expected);
}

static size_t count_documents(const struct plan *plan)
{
	struct plan_cursor cursor = {0};
	struct document document;
	size_t count = 0;
	while (plan_next(plan, &cursor, &document))
		count++;
	return count;
}

/* Every thread shall get several batches. What waits for its turn is paths, or, for an
 * archive, whole documents. */
static size_t find_limit(const struct pool *pool, size_t threads)
{
	size_t limit = pool->destination->archive
			       ? LEAST
			       : count_documents(&pool->session->plan) / threads / 4;
	return limit < LEAST ? LEAST : limit > MOST ? MOST : limit;
}

bool workers_run(struct session *s, const struct destination *destination)
{
	struct pool pool = {.session = s,
			    .destination = destination,
			    .lock = PTHREAD_MUTEX_INITIALIZER,
			    .turn_changed = PTHREAD_COND_INITIALIZER};
	size_t count = options_threads(s->options);
	session_build_views(s);
	struct worker *workers = mem_alloc(count * sizeof *workers);
	memset(workers, 0, count * sizeof *workers);
	pool.limit = find_limit(&pool, count);
	for (size_t i = 0; i < count; i++) {
		workers[i].pool = &pool;
		workers[i].documents = mem_alloc(pool.limit * sizeof *workers[i].documents);
		workers[i].expected = mem_alloc(pool.limit * sizeof *workers[i].expected);
		page_renderer_init(&workers[i].pages, s);
	}
	parallel_run(count, count, work, workers);
	for (size_t i = 0; i < count; i++)
		free_worker(&workers[i]);
	free(workers);
	pthread_mutex_destroy(&pool.lock);
	pthread_cond_destroy(&pool.turn_changed);
	return !pool.failed;
}
