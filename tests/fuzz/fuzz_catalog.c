/* fuzz_catalog.c: reads a catalog, by way of a file.
 *
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "catalog/catalog.h"

#include <fcntl.h>
#include <unistd.h>

static char path[] = "/tmp/codebook-fuzz-XXXXXX";

static void remove_file(void)
{
	unlink(path);
}

static int open_file(void)
{
	int fd = mkstemp(path);
	hold(fd >= 0 && atexit(remove_file) == 0, "there is a temporary file");
	return fd;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	if (fd < 0)
		fd = open_file();
	hold(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0 &&
		     file_write_all(fd, (struct str){(const char *) data, size}),
	     "it can be written");
	const char *paths[] = {path};
	struct diag diag = {0};
	struct catalog *catalog = catalog_load(paths, 1, &diag);
	hold(!catalog == diag_failed(&diag), "a catalog is read or there is an error");
	for (size_t i = 0; catalog && i < catalog->message_count; i++)
		hold(catalog->messages[i]->id.len > 0, "a message is not empty");
	catalog_free(catalog);
	diag_free(&diag);
	return 0;
}
