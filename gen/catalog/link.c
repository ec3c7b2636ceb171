/* link.c: the semantic pass, see read.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/read.h"

#include "base/intl.h"

#include <stdlib.h>

/* ---- values, ids and classes ---- */

static void report_duplicate(struct diag *diag, struct loc loc, struct loc first, const char *what,
			     const char *value)
{
	/* The later of the two is the one to change. */
	bool swap = first.line > loc.line || (first.line == loc.line && first.col > loc.col);
	diag_add(diag, DIAG_ERROR, swap ? first : loc, _("duplicate %s '%s'"), what, value);
	diag_add(diag, DIAG_NOTE, swap ? loc : first, _("first defined here"));
}

/* The number of a value that is one, whatever the case and the zeros before it. */
static struct str canonical_value(struct arena *arena, const struct code *code)
{
	return str_of(protocol_is_numeric(code->protocol)
			      ? arena_printf(arena, "%u", (unsigned) code->number)
			      : code->value);
}

/* One value may have several owners, but only one of them is official, and each
 * vendor has it once. */
static void check_values(const struct protocol *protocol, struct diag *diag)
{
	struct arena arena = {0};
	struct map slugs = {0}, official = {0};
	for (size_t i = 0; i < protocol->code_count; i++) {
		struct code *code = &protocol->codes[i];
		if (code->malformed)
			continue;
		struct code *before = map_add(&slugs, str_of(code->slug), code);
		if (!before && !same(code->status, "unofficial"))
			before = map_add(&official, canonical_value(&arena, code), code);
		if (before)
			report_duplicate(diag, code->loc, before->loc, _("value"), code->value);
	}
	map_free(&slugs);
	map_free(&official);
	arena_free(&arena);
}

/* Ids and the old names are one name space: both become identifiers. */
static void check_ids(const struct protocol *protocol, struct diag *diag)
{
	struct map ids = {0};
	for (size_t i = 0; i < protocol->code_count; i++) {
		struct code *code = &protocol->codes[i];
		const struct loc *before = map_add(&ids, str_of(code->id), &code->loc);
		if (before)
			report_duplicate(diag, code->loc, *before, _("id"), code->id);
		for (size_t k = 0; k < code->alias_count; k++) {
			const struct alias *alias = &code->aliases[k];
			before = map_add(&ids, str_of(alias->id), (void *) &alias->loc);
			if (before)
				report_duplicate(diag, alias->loc, *before, _("id"), alias->id);
		}
	}
	map_free(&ids);
}

static void check_class(const struct code *code, struct diag *diag)
{
	const struct class *class = code->class;
	if (!class || code->malformed || (class->ranged && class->from > class->to))
		return;
	if (class->ranged &&
	    (!code->numeric || code->number < class->from || code->number > class->to))
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("value %s is outside its class '%s' (%u to %u)"), code->value, class->id,
			 (unsigned) class->from, (unsigned) class->to);
	else if (class->prefix && strncmp(code->value, class->prefix, strlen(class->prefix)) != 0)
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("value %s does not begin with the prefix '%s' of its class '%s'"),
			 code->value, class->prefix, class->id);
	else
		return;
	diag_add(diag, DIAG_NOTE, class->loc, _("the class is defined here"));
}

static void check_status(const struct code *code, struct diag *diag)
{
	if (same(code->status, "unofficial") && !code->vendor)
		diag_add(diag, DIAG_ERROR, code->loc, _("an unofficial code names its vendor"));
	if (!same(code->status, "unofficial") && code->vendor)
		diag_add(diag, DIAG_ERROR, code->loc, _("only an unofficial code has a vendor"));
	if (same(code->status, "temporary") != (code->expires != NULL))
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("a temporary code, and no other, says when it expires"));
}

/* Less than 0: a comes before b. Versions are MAJOR.MINOR.PATCH. */
static int compare_versions(const char *a, const char *b)
{
	for (int part = 0; part < 3; part++) {
		char *end_a, *end_b;
		unsigned long x = strtoul(a, &end_a, 10), y = strtoul(b, &end_b, 10);
		if (x != y)
			return x < y ? -1 : 1;
		a = end_a + (*end_a == '.');
		b = end_b + (*end_b == '.');
	}
	return 0;
}

static void check_versions(const struct code *code, struct diag *diag)
{
	const char *last = code->retired ? code->retired : code->since;
	if (compare_versions(last, code->protocol->version) > 0)
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("code %s names version %s, later than the catalog: %s"), code->value,
			 last, code->protocol->version);
	if (code->retired && compare_versions(code->retired, code->since) < 0)
		diag_add(diag, DIAG_ERROR, code->loc,
			 _("code %s is retired in version %s, before %s brought it"), code->value,
			 code->retired, code->since);
}

/* ---- references ---- */

static void link_see(const struct catalog *catalog, struct code *code, struct diag *diag)
{
	for (size_t i = 0; i < code->see_count; i++) {
		struct reference *see = &code->see[i];
		see->code = catalog_code(catalog, code->protocol, str_of(see->name));
		if (!see->code)
			diag_add(diag, DIAG_ERROR, see->loc, _("no code '%s'"), see->name);
		else if (see->code == code)
			diag_add(diag, DIAG_ERROR, see->loc, _("code %s refers to itself"),
				 code->value);
	}
}

/* The protocol that a message belongs to: its context begins with the id. */
static const struct protocol *protocol_of(const struct catalog *catalog,
					  const struct message *message)
{
	struct str id = {message->context, strcspn(message->context, ":|")};
	return catalog_protocol(catalog, id);
}

static void check_text_references(const struct catalog *catalog, const struct message *message,
				  struct diag *diag)
{
	const struct protocol *protocol = protocol_of(catalog, message);
	for (size_t i = 0; i < message->text.count; i++) {
		const struct run *run = &message->text.runs[i];
		if (run->kind == RUN_CODE && !catalog_code(catalog, protocol, run->target))
			diag_add(diag, DIAG_ERROR, message->loc, _("no code '%.*s'"),
				 (int) run->target.len, run->target.ptr);
		if (run->kind == RUN_SRC && !protocol_source(protocol, run->target))
			diag_add(diag, DIAG_ERROR, message->loc, _("no %s '%.*s'"), _("source"),
				 (int) run->target.len, run->target.ptr);
	}
}

static void check_protocol_ids(const struct catalog *catalog, struct diag *diag)
{
	for (size_t i = 1; i < catalog->protocol_count; i++)
		if (same(catalog->protocols[i]->id, catalog->protocols[i - 1]->id)) {
			diag_add(diag, DIAG_ERROR, catalog->protocols[i]->loc,
				 _("duplicate protocol '%s'"), catalog->protocols[i]->id);
			diag_add(diag, DIAG_NOTE, catalog->protocols[i - 1]->loc,
				 _("first defined here"));
		}
}

void catalog_link(struct catalog *catalog, struct diag *diag)
{
	check_protocol_ids(catalog, diag);
	for (size_t i = 0; i < catalog->protocol_count; i++) {
		const struct protocol *protocol = catalog->protocols[i];
		check_values(protocol, diag);
		check_ids(protocol, diag);
		for (size_t k = 0; k < protocol->code_count; k++) {
			check_class(&protocol->codes[k], diag);
			check_status(&protocol->codes[k], diag);
			check_versions(&protocol->codes[k], diag);
			link_see(catalog, &protocol->codes[k], diag);
		}
	}
	for (size_t i = 0; i < catalog->message_count; i++)
		check_text_references(catalog, catalog->messages[i], diag);
}
