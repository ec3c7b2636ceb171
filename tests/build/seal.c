/* seal.c: makes a manifest that was changed valid again: seal FILE.
 *
 * SPDX-License-Identifier: MIT */
#include "tree/manifest.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	uint64_t body;
	int fd = argc == 2 ? open(argv[1], O_RDWR | O_CLOEXEC) : -1;
	if (fd >= 0 && manifest_seal(fd, &body) && manifest_complete(fd, body))
		return close(fd);
	fputs("usage: seal FILE\n", stderr);
	return 2;
}
