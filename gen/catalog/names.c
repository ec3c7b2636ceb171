/* names.c: the names that generated headers define have to be different ones, and their
 * numbers have to fit.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/read.h"

#include "base/intl.h"

#include <limits.h>

/* What a header can hold: a value of a facet and a class is kept in a byte, a value of a set is
 * a bit of an int of 32 bits. */
enum { MOST_VALUES = UCHAR_MAX, MOST_BITS = 31 };

/* Behind the prefix of the protocol. */
static const char *const macros[] = {
	"H",        "STRINGS_H",      "VERSION",  "VERSION_NUMBER",        "COUNT",
	"LIST",     "NO_OLD_NAMES",   "EXTERN",   "DEPRECATED_ATTRIBUTES", "DEPRECATED_",
	"API",      "IMPLEMENTATION", "DGETTEXT", "DGETTEXT_DOMAIN",       "LOCAL_",
	"DEFINED_", "DECLARED_",      "CONTEXT_", "CLASS_UNKNOWN"};
static const char *const functions[] = {"position", "at",        "name",  "title",     "phrase",
					"summary",  "reference", "parse", "from_name", "class",
					"string_",  "pool_",     "text_", "position_", "capital_"};

struct names {
	struct arena arena;
	struct map taken; /* where; a struct loc without a line: every header has it */
	struct diag *diag;
};

static const struct loc every_header;

/* As they stand in a header, without the prefix that all have. */
static const char *name_of(struct names *names, bool constant, const char *protocol,
			   const char *first, const char *second)
{
	char *name = arena_join(&names->arena, protocol, "_", first, *second ? "_" : "", second);
	for (char *c = name; *c; c++)
		*c = *c == '-' ? '_' : constant ? ascii_upper(*c) : *c;
	return name;
}

static void take(struct names *names, const char *name, const struct loc *loc)
{
	const struct loc *before = map_add(&names->taken, str_of(name), (void *) loc);
	if (!before)
		return;
	diag_add(names->diag, DIAG_ERROR, *loc, _("a header would define '%s' twice"), name);
	if (before->line)
		diag_add(names->diag, DIAG_NOTE, *before, _("first defined here"));
}

static void take_constant(struct names *names, const struct protocol *p, const char *first,
			  const char *second, const struct loc *loc)
{
	take(names, name_of(names, true, p->id, first, second), loc);
}

static void take_fixed(struct names *names, const struct protocol *p)
{
	for (size_t i = 0; i < sizeof macros / sizeof macros[0]; i++)
		take_constant(names, p, macros[i], "", &every_header);
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		take(names, name_of(names, false, p->id, functions[i], ""), &every_header);
	if (protocol_is_numeric(p)) /* the type of the constants */
		take(names, name_of(names, false, p->id, "code", ""), &every_header);
}

static void take_facet(struct names *names, const struct protocol *p, const struct facet *facet)
{
	take(names, name_of(names, false, p->id, facet->id, ""), &facet->loc);
	if (!facet->multiple)
		take_constant(names, p, facet->id, "unknown", &facet->loc);
	for (size_t i = 0; i < facet->count; i++)
		take_constant(names, p, facet->id, facet->values[i].id, &facet->values[i].loc);
	size_t most = facet->multiple ? MOST_BITS : MOST_VALUES;
	if (facet->count > most)
		diag_add(names->diag, DIAG_ERROR, facet->loc,
			 _("facet '%s' has %zu values, and %zu at most fit in a header"), facet->id,
			 facet->count, most);
}

static void take_classes(struct names *names, const struct protocol *p)
{
	for (size_t i = 0; i < p->class_count; i++) {
		const struct class *class = &p->classes[i];
		take_constant(names, p, "class", class->id, &class->loc);
		if (class->ranged)
			take_constant(names, p, "is", class->id, &class->loc);
	}
	if (p->class_count > MOST_VALUES)
		diag_add(names->diag, DIAG_ERROR, p->loc,
			 _("protocol '%s' has %zu classes, and %d at most fit in a header"), p->id,
			 p->class_count, MOST_VALUES);
}

static void take_code(struct names *names, const struct protocol *p, const struct code *code)
{
	take_constant(names, p, code->id, "", &code->loc);
	if (code->numeric && !protocol_is_numeric(p))
		take_constant(names, p, code->id, "number", &code->loc);
	for (size_t i = 0; i < code->alias_count; i++)
		take_constant(names, p, code->aliases[i].id, "", &code->aliases[i].loc);
	if (protocol_is_numeric(p) && code->number > INT_MAX)
		diag_add(names->diag, DIAG_ERROR, code->loc,
			 _("value %s does not fit in an int: it can be %d at most"), code->value,
			 INT_MAX);
}

void catalog_check_names(const struct catalog *catalog, struct diag *diag)
{
	struct names names = {.diag = diag};
	for (size_t i = 0; i < catalog->protocol_count; i++)
		take_fixed(&names, catalog->protocols[i]);
	for (size_t i = 0; i < catalog->protocol_count; i++) {
		const struct protocol *p = catalog->protocols[i];
		for (size_t k = 0; k < p->code_count; k++)
			take_code(&names, p, &p->codes[k]);
		take_classes(&names, p);
		for (size_t k = 0; k < p->facet_count; k++)
			take_facet(&names, p, &p->facets[k]);
	}
	map_free(&names.taken);
	arena_free(&names.arena);
}
