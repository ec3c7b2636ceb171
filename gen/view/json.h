/* json.h: a context for a template from JSON, read by jansson.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_JSON_H
#define CB_VIEW_JSON_H

#include "base/diag.h"
#include "view/value.h"

/* Reads a file ("-": standard input). False: see diag. */
bool json_read(struct arena *arena, struct symbols *symbols, const char *path, struct value *value,
	       struct diag *diag);

struct json_t;

/* Copies a value of jansson's into the arena. */
struct value json_value(struct arena *arena, struct symbols *symbols, const struct json_t *json);

#endif
