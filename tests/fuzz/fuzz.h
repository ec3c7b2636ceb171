/* fuzz.h: what the fuzz targets share. With libFuzzer they are looked for trouble with;
 * without, each has a main() that tries the files that it is given once.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TESTS_FUZZ_H
#define CB_TESTS_FUZZ_H

#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program where something that always holds does not. */
static inline void hold(bool condition, const char *what)
{
	if (condition)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct arena arena = {0};
		struct diag diag = {0};
		struct str text;
		hold(file_read(&arena, argv[i], &diag, &text), argv[i]);
		LLVMFuzzerTestOneInput((const uint8_t *) text.ptr, text.len);
		diag_free(&diag);
		arena_free(&arena);
	}
	return 0;
}
#endif

#endif
