/* catalog.c: see catalog.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/catalog.h"

#include "base/file.h"
#include "base/intl.h"
#include "catalog/read.h"
#include "xml/schema.h"
#include "xml/xml.h"

#include <stdlib.h>
#include <sys/stat.h>

struct loader {
	struct catalog *catalog;
	struct xml_schema *schema;
	struct message_list messages;
	struct diag *diag;
	size_t room;
};

static void load_file(struct loader *loader, const char *path)
{
	struct catalog *catalog = loader->catalog;
	xmlDoc *doc = xml_load(&catalog->arena, path, loader->schema, loader->diag);
	if (!doc)
		return;
	catalog->protocols = mem_grow(catalog->protocols, &loader->room,
				      catalog->protocol_count + 1, sizeof(struct protocol *));
	catalog->protocols[catalog->protocol_count++] =
		catalog_read(catalog, doc, path, &loader->messages, loader->diag);
	xmlFreeDoc(doc);
}

static void load_path(struct loader *loader, const char *path)
{
	struct stat st;
	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
		load_file(loader, path);
		return;
	}
	const char **names;
	size_t errors = loader->diag->system_errors;
	size_t count = file_list(&loader->catalog->arena, path, ".xml", loader->diag, &names);
	for (size_t i = 0; i < count; i++)
		load_file(loader, file_join(&loader->catalog->arena, path, names[i]));
	if (!count && loader->diag->system_errors == errors)
		diag_add(loader->diag, DIAG_ERROR, (struct loc){path, 0, 0},
			 _("no catalog (*.xml) in this directory"));
}

static int compare_protocols(const void *a, const void *b)
{
	return strcmp((*(struct protocol *const *) a)->id, (*(struct protocol *const *) b)->id);
}

struct catalog *catalog_load(const char *const *paths, size_t count, struct diag *diag)
{
	struct catalog *catalog = mem_alloc(sizeof *catalog);
	*catalog = (struct catalog){0};
	size_t failures = diag->errors + diag->system_errors;
	struct loader loader = {.catalog = catalog, .diag = diag};
	loader.schema = xml_schema_load("catalog.rng", schema_catalog(), diag);
	for (size_t i = 0; loader.schema && i < count; i++)
		load_path(&loader, paths[i]);
	xml_schema_free(loader.schema);
	catalog->messages = loader.messages.items;
	catalog->message_count = loader.messages.count;
	if (catalog->protocol_count) {
		qsort(catalog->protocols, catalog->protocol_count, sizeof *catalog->protocols,
		      compare_protocols);
		catalog_link(catalog, diag);
	}
	if (diag->errors + diag->system_errors != failures) {
		catalog_free(catalog);
		return NULL;
	}
	return catalog;
}

void catalog_free(struct catalog *catalog)
{
	if (!catalog)
		return;
	for (size_t i = 0; i < catalog->protocol_count; i++)
		map_free(&catalog->protocols[i]->codes_by_value);
	free(catalog->protocols);
	free(catalog->messages);
	arena_free(&catalog->arena);
	free(catalog);
}

const struct protocol *catalog_protocol(const struct catalog *catalog, struct str id)
{
	for (size_t i = 0; i < catalog->protocol_count; i++)
		if (str_equal(str_of(catalog->protocols[i]->id), id))
			return catalog->protocols[i];
	return NULL;
}

const struct code *protocol_code(const struct protocol *protocol, struct str value)
{
	return map_get(&protocol->codes_by_value, value);
}

bool code_is_primary(const struct code *code)
{
	return protocol_code(code->protocol, str_of(code->value)) == code;
}

const struct code *catalog_code(const struct catalog *catalog, const struct protocol *protocol,
				struct str reference)
{
	const char *colon = reference.len ? memchr(reference.ptr, ':', reference.len) : NULL;
	if (colon) {
		size_t len = (size_t) (colon - reference.ptr);
		protocol = catalog_protocol(catalog, (struct str){reference.ptr, len});
		reference = (struct str){colon + 1, reference.len - len - 1};
	}
	return protocol ? protocol_code(protocol, reference) : NULL;
}

const struct source *protocol_source(const struct protocol *protocol, struct str id)
{
	for (size_t i = 0; i < protocol->source_count; i++)
		if (str_equal(str_of(protocol->sources[i].id), id))
			return &protocol->sources[i];
	return NULL;
}

const struct comparison *protocol_comparison(const struct code *a, const struct code *b)
{
	if (a->protocol != b->protocol)
		return NULL;
	const struct protocol *protocol = a->protocol;
	for (size_t i = 0; i < protocol->comparison_count; i++) {
		const struct comparison *pair = &protocol->comparisons[i];
		if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
			return pair;
	}
	return NULL;
}

struct subject subject_of_pair(const struct code *x, const struct code *y)
{
	bool swap = x->protocol == y->protocol ? x->index > y->index
					       : strcmp(x->protocol->id, y->protocol->id) > 0;
	const struct code *a = swap ? y : x, *b = swap ? x : y;
	return (struct subject){SUBJECT_PAIR, a->protocol, a, b};
}

static int dotted_order(const char *a, const char *b)
{
	while (*a && *b) {
		char *end_a, *end_b;
		unsigned long x = strtoul(a, &end_a, 10), y = strtoul(b, &end_b, 10);
		if (x != y)
			return x < y ? -1 : 1;
		a = *end_a ? end_a + 1 : end_a;
		b = *end_b ? end_b + 1 : end_b;
	}
	return (*a != '\0') - (*b != '\0');
}

int code_order(const struct code *a, const struct code *b)
{
	int order = 0;
	if (a->protocol->form == VALUES_DOTTED)
		order = dotted_order(a->value, b->value);
	else if (a->numeric && b->numeric)
		order = a->number < b->number ? -1 : a->number > b->number;
	return order ? order : a->index < b->index ? -1 : a->index > b->index;
}
