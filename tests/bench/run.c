/* run.c: runs a command and prints what it took: seconds by the clock, seconds of processor
 * time, and the most memory that it held, in KiB. It is small itself, because a child
 * counts as holding what its parent held when it was made.
 *
 *   run [-n TIMES] COMMAND [ARGUMENT]...
 *
 * With TIMES the command runs that often, and the means are printed. Its output is thrown
 * away; where it fails, so does this.
 *
 * SPDX-License-Identifier: MIT */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void become(char **command)
{
	int null = open("/dev/null", O_WRONLY);
	if (null < 0 || dup2(null, STDOUT_FILENO) < 0)
		err(2, "/dev/null");
	execvp(command[0], command);
	err(2, "%s", command[0]);
}

static void run(char **command)
{
	int status;
	pid_t child = fork();
	if (child < 0)
		err(2, "fork");
	if (child == 0)
		become(command);
	if (waitpid(child, &status, 0) != child)
		err(2, "waitpid");
	if (status != 0)
		errx(2, "%s: failed with status %d", command[0], status);
}

int main(int argc, char **argv)
{
	struct rusage usage;
	int first = 1;
	unsigned long times = 1;
	if (argc > 3 && strcmp(argv[1], "-n") == 0) {
		times = strtoul(argv[2], NULL, 10);
		first = 3;
	}
	if (first >= argc || times < 1)
		errx(2, "usage: run [-n TIMES] COMMAND [ARGUMENT]...");
	double start = seconds();
	for (unsigned long i = 0; i < times; i++)
		run(argv + first);
	double clock = (seconds() - start) / (double) times;
	getrusage(RUSAGE_CHILDREN, &usage);
	double processor = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
			   (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
	printf("%.6f %.6f %ld\n", clock, processor / (double) times, usage.ru_maxrss);
	return 0;
}
