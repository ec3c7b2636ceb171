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
	struct arena arena = {0}; /* of the document */
	xmlDoc *doc = xml_load(&arena, path, loader->schema, loader->diag);
	if (doc) {
		catalog->protocols =
			mem_grow(catalog->protocols, &loader->room, catalog->protocol_count + 1,
				 sizeof(struct protocol *));
		catalog->protocols[catalog->protocol_count++] =
			catalog_read(&catalog->arena, doc, path, &loader->messages, loader->diag);
	}
	xmlFreeDoc(doc);
	arena_free(&arena);
}

size_t catalog_files(struct arena *arena, const char *path, struct diag *diag, const char ***files)
{
	struct stat st;
	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
		*files = arena_array(arena, 1, sizeof **files);
		(*files)[0] = path;
		return 1;
	}
	size_t errors = diag->system_errors;
	size_t listed = file_list(arena, path, ".xml", diag, files), count = 0;
	for (size_t i = 0; i < listed; i++) {
		const char *file = file_join(arena, path, (*files)[i]);
		if (stat(file, &st) != 0 || !S_ISFIFO(st.st_mode)) /* that could wait for ever */
			(*files)[count++] = file;
	}
	if (!count && diag->system_errors == errors)
		diag_add(diag, DIAG_ERROR, (struct loc){path, 0, 0},
			 _("no catalog (*.xml) in this directory"));
	return count;
}

static void load_path(struct loader *loader, const char *path)
{
	const char **files;
	size_t count = catalog_files(&loader->catalog->arena, path, loader->diag, &files);
	for (size_t i = 0; i < count; i++)
		load_file(loader, files[i]);
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
	buf_free(&loader.messages.scratch);
	catalog->messages = loader.messages.items;
	catalog->message_count = loader.messages.count;
	if (catalog->protocol_count) {
		qsort(catalog->protocols, catalog->protocol_count, sizeof *catalog->protocols,
		      compare_protocols);
		for (size_t i = 0; i < catalog->protocol_count; i++)
			catalog->protocols[i]->index = i;
		catalog_link(catalog, diag);
		if (!diag_failed(diag))
			catalog_check_names(catalog, diag);
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
