/* test_closing.c: what is closed together is closed, and nothing else.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "tree/closing.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>

enum { FILES = 3 * CLOSING_MOST + 5 };

static bool is_open(int fd)
{
	return fcntl(fd, F_GETFD) >= 0;
}

static int open_file(void)
{
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	return fd;
}

/* Opens files, keeps every seventh, and closes the others in two rounds. */
static void close_most(struct closing *closing)
{
	int files[FILES];
	for (size_t i = 0; i < FILES; i++)
		files[i] = open_file();
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < FILES; i++)
			if (i % 7 && i % 2 == round)
				assert_true(closing_add(closing, files[i]));
	closing_end(closing);
	for (size_t i = 0; i < FILES; i++)
		assert_int_equal(is_open(files[i]), i % 7 == 0);
	for (size_t i = 0; i < FILES; i += 7)
		close(files[i]);
}

static void all_that_was_added_is_closed(void **state)
{
	(void) state;
	struct closing closing = {.together = false};
	closing_begin(&closing);
	close_most(&closing);
	close_most(&closing);
	int files[FILES];
	for (size_t i = 0; i < FILES; i++) { /* what is closed in between gives its number again */
		files[i] = open_file();
		assert_true(closing_add(&closing, files[i]));
	}
	closing_end(&closing);
	closing_end(&closing);
	for (size_t i = 0; i < FILES; i++)
		assert_false(is_open(files[i]));
}

static void before_it_begins_files_are_closed_at_once(void **state)
{
	(void) state;
	struct closing closing = {.together = false};
	int fd = open_file();
	assert_true(closing_add(&closing, fd));
	assert_false(is_open(fd));
	assert_false(closing_add(&closing, fd));
	assert_int_equal(errno, EBADF);
}

static void with_few_files_allowed_they_are_closed_at_once(void **state)
{
	(void) state;
	struct closing closing = {.together = false};
	struct rlimit limit, small;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
	small = limit;
	small.rlim_cur = CLOSING_MOST;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &small), 0);
	closing_begin(&closing);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
	assert_false(closing.together);
}

static void *close_in_thread(void *data)
{
	struct closing closing = {.together = false};
	(void) data;
	closing_begin(&closing); /* where that is not allowed, threads share their files */
	for (size_t i = 0; i < 8 && closing.together; i++)
		close_most(&closing);
	return NULL;
}

static void a_thread_closes_no_file_of_another(void **state)
{
	(void) state;
	pthread_t threads[4];
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, close_in_thread, NULL), 0);
	for (size_t i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_was_added_is_closed),
		cmocka_unit_test(before_it_begins_files_are_closed_at_once),
		cmocka_unit_test(with_few_files_allowed_they_are_closed_at_once),
		cmocka_unit_test(a_thread_closes_no_file_of_another),
	};
	return cmocka_run_group_tests_name("closing", tests, NULL, NULL);
}
