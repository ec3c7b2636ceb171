/* lookup.c: what the lookups of a generated header cost, beside a plain switch and a
 * linear scan over the same data, in one run. `make bench` prints it.
 *
 * SPDX-License-Identifier: MIT */
#include "codebook/smtp-strings.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 7, LOOKUPS = 4000000, KEYS = 1024 };

static int codes[KEYS];
static const char *names[KEYS];
static volatile uintptr_t sink;

#define CASE(constant, value, name, title, phrase)                                                 \
	case constant:                                                                             \
		return title;
static const char *by_switch(int code)
{
	switch (code) {
		CODEBOOK_SMTP_LIST(CASE)
	default:
		return NULL;
	}
}

#define ROW(constant, value, name, title, phrase) {constant, name, title},
static const struct {
	int code;
	const char *name, *title;
} table[] = {CODEBOOK_SMTP_LIST(ROW)};

static const char *by_scan(int code)
{
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (table[i].code == code)
			return table[i].title;
	return NULL;
}

static int name_by_scan(const char *name)
{
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (strcmp(table[i].name, name) == 0)
			return table[i].code;
	return -1;
}

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Nanoseconds per call: the best of some rounds. */
#define MEASURE(result, call)                                                                      \
	do {                                                                                       \
		(result) = 1e9;                                                                    \
		for (int round = 0; round < ROUNDS; round++) {                                     \
			double start = seconds();                                                  \
			for (size_t i = 0; i < LOOKUPS; i++)                                       \
				sink += (uintptr_t) (call);                                        \
			double each = (seconds() - start) / LOOKUPS * 1e9;                         \
			(result) = each < (result) ? each : (result);                              \
		}                                                                                  \
	} while (0)

static void fill_keys(void)
{
	uint32_t state = 1; /* every run looks up the same keys */
	for (size_t i = 0; i < KEYS; i++) {
		state = state * 1664525u + 1013904223u;
		int position = (int) ((state >> 8) % CODEBOOK_SMTP_COUNT);
		bool known = (state >> 28) != 0;
		codes[i] = known ? codebook_smtp_at(position) : (int) (state >> 20);
		names[i] = known ? codebook_smtp_name(codebook_smtp_at(position)) : "NO_SUCH_NAME";
	}
}

static void print_row(const char *what, double each, double base)
{
	printf("%-44s %8.1f %8.2f\n", what, each, each / base);
}

int main(void)
{
	double title, plain, scan, name, name_scan;
	fill_keys();
	MEASURE(plain, by_switch(codes[i % KEYS]));
	MEASURE(title, codebook_smtp_title(codes[i % KEYS]));
	MEASURE(scan, by_scan(codes[i % KEYS]));
	MEASURE(name, codebook_smtp_from_name(names[i % KEYS]));
	MEASURE(name_scan, name_by_scan(names[i % KEYS]));
	printf("%-44s %8s %8s\n", "lookup, 46 codes, some unknown", "ns", "ratio");
	print_row("code to title: a plain switch", plain, plain);
	print_row("code to title: codebook_smtp_title()", title, plain);
	print_row("code to title: a linear scan", scan, plain);
	print_row("name to code: codebook_smtp_from_name()", name, name);
	print_row("name to code: a linear scan with strcmp()", name_scan, name);
	return 0;
}
