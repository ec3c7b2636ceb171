/* catalog.c: see catalog.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/catalog.h"

#include "base/file.h"
#include "base/intl.h"
#include "base/parallel.h"
#include "catalog/read.h"
#include "xml/schema.h"
#include "xml/xml.h"

#include <stdlib.h>
#include <sys/stat.h>

/* ---- files ---- */

/* A file, and what was read from it. */
struct file {
	const char *path;
	struct arena arena;
	struct protocol *protocol; /* NULL: it is wrong */
	struct message_list messages;
	struct diag diag;
};

struct loader {
	struct catalog *catalog;
	struct file *files;
	size_t count, room;
	struct xml_schema **schemas; /* by worker: one is not for two threads at once */
	struct diag *diag;
};

size_t catalog_files(struct arena *arena, const char *path, struct diag *diag, const char ***files)
{
	struct stat st;
	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
		*files = arena_array(arena, 1, sizeof **files);
		(*files)[0] = path;
		return 1;
	}
	size_t errors = diag->system_errors;
	size_t count = file_list(arena, path, ".xml", diag, files);
	for (size_t i = 0; i < count; i++)
		(*files)[i] = file_join(arena, path, (*files)[i]);
	if (!count && diag->system_errors == errors)
		diag_add(diag, DIAG_ERROR, (struct loc){path, 0, 0},
			 _("no catalog (*.xml) in this directory"));
	return count;
}

static void add_path(struct loader *loader, const char *path)
{
	const char **files;
	size_t count = catalog_files(&loader->catalog->arena, path, loader->diag, &files);
	loader->files = mem_grow(loader->files, &loader->room, loader->count + count,
				 sizeof *loader->files);
	for (size_t i = 0; i < count; i++)
		loader->files[loader->count++] = (struct file){.path = files[i]};
}

static void load_file(void *data, size_t worker, size_t index)
{
	struct loader *loader = data;
	struct file *file = &loader->files[index];
	struct xml_schema **schema = &loader->schemas[worker];
	if (!*schema)
		*schema = xml_schema_load("catalog.rng", schema_catalog(), &file->diag);
	struct arena arena = {0}; /* of the document */
	xmlDoc *doc = *schema ? xml_load(&arena, file->path, *schema, &file->diag) : NULL;
	if (doc)
		file->protocol =
			catalog_read(&file->arena, doc, file->path, &file->messages, &file->diag);
	xmlFreeDoc(doc);
	arena_free(&arena);
}

/* The first schema is made before there are threads: it makes the tables of datatypes that
 * libxml2 has once for all. */
static void load_files(struct loader *loader, size_t threads)
{
	loader->schemas = mem_alloc(threads * sizeof(struct xml_schema *));
	loader->schemas[0] = xml_schema_load("catalog.rng", schema_catalog(), loader->diag);
	for (size_t i = 1; i < threads; i++)
		loader->schemas[i] = NULL;
	parallel_run(threads, loader->count, load_file, loader);
	for (size_t i = 0; i < threads; i++)
		xml_schema_free(loader->schemas[i]);
	free(loader->schemas);
}

/* ---- the catalog ---- */

static void take_over(struct catalog *catalog, struct file *file, struct diag *diag)
{
	diag_append(diag, &file->diag);
	diag_free(&file->diag);
	arena_adopt(&catalog->arena, &file->arena);
	if (file->protocol)
		catalog->protocols[catalog->protocol_count++] = file->protocol;
	for (size_t i = 0; i < file->messages.count; i++) {
		file->messages.items[i]->index = catalog->message_count + 1;
		catalog->messages[catalog->message_count++] = file->messages.items[i];
	}
	free(file->messages.items);
	buf_free(&file->messages.scratch);
}

static void take_all_over(struct loader *loader)
{
	struct catalog *catalog = loader->catalog;
	size_t messages = 0;
	for (size_t i = 0; i < loader->count; i++)
		messages += loader->files[i].messages.count;
	catalog->protocols = mem_alloc(loader->count * sizeof(struct protocol *));
	catalog->messages = mem_alloc(messages * sizeof(struct message *));
	for (size_t i = 0; i < loader->count; i++)
		take_over(catalog, &loader->files[i], loader->diag);
	free(loader->files);
}

static int compare_protocols(const void *a, const void *b)
{
	return strcmp((*(struct protocol *const *) a)->id, (*(struct protocol *const *) b)->id);
}

struct catalog *catalog_load(const char *const *paths, size_t count, size_t threads,
			     struct diag *diag)
{
	struct catalog *catalog = mem_alloc(sizeof *catalog);
	*catalog = (struct catalog){0};
	size_t failures = diag->errors + diag->system_errors;
	struct loader loader = {.catalog = catalog, .diag = diag};
	for (size_t i = 0; i < count; i++)
		add_path(&loader, paths[i]);
	load_files(&loader, threads);
	take_all_over(&loader);
	if (catalog->protocol_count) {
		qsort(catalog->protocols, catalog->protocol_count, sizeof *catalog->protocols,
		      compare_protocols);
		for (size_t i = 0; i < catalog->protocol_count; i++)
			catalog->protocols[i]->index = i;
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
