/* threads.c: reads the PO files that are named, in several threads at once, and looks every
 * entry of the first one up in all of them. For the thread sanitizer.
 *
 * SPDX-License-Identifier: MIT */
#include "po/po.h"

#include <pthread.h>
#include <stdlib.h>

enum { THREADS = 4, ROUNDS = 3 };

struct job {
	char **paths;
	int count;
	const struct po *shared;
	size_t found;
	bool ok;
};

static void *work(void *data)
{
	struct job *job = data;
	job->ok = true;
	for (int round = 0; round < ROUNDS; round++)
		for (int i = 0; i < job->count; i++) {
			struct diag diag = {0};
			struct po *own = po_load(job->paths[i], &diag);
			job->ok = job->ok && own && !diag_failed(&diag);
			for (size_t k = 0; own && k < own->count; k++)
				job->found += po_find(job->shared, own->entries[k]->context,
						      own->entries[k]->id) != NULL;
			po_free(own);
			diag_free(&diag);
		}
	return NULL;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	pthread_t threads[THREADS];
	struct job jobs[THREADS];
	struct diag diag = {0};
	struct po *shared = po_load(argv[1], &diag);
	bool ok = shared != NULL;
	for (int i = 0; i < THREADS && ok; i++) {
		jobs[i] = (struct job){argv + 1, argc - 1, shared, 0, false};
		if (pthread_create(&threads[i], NULL, work, &jobs[i]) != 0)
			return 2;
	}
	for (int i = 0; i < THREADS && ok; i++)
		pthread_join(threads[i], NULL);
	for (int i = 0; i < THREADS && ok; i++)
		ok = jobs[i].ok && jobs[i].found >= ROUNDS * shared->count &&
		     jobs[i].found == jobs[0].found;
	po_free(shared);
	diag_free(&diag);
	return ok ? 0 : 1;
}
