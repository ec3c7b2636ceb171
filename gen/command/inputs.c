/* inputs.c: see inputs.h.
 *
 * SPDX-License-Identifier: MIT */
#include "command/inputs.h"

#include "base/file.h"
#include "base/hash.h"
#include "command/session.h"

#include <sys/stat.h>

/* Below the templates may be no more names than this: a whole source tree is not searched. */
enum { MAX_NAMES = 4096 };

struct inputs {
	struct arena arena;
	struct diag ignored; /* what loading will say again */
	uint64_t hash;
	size_t names;
	bool odd; /* nothing can be told */
};

static void add(struct inputs *in, struct str bytes)
{
	in->hash = hash_join(in->hash, hash_bytes(bytes));
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* "-" would be standard input. */
static void add_file(struct inputs *in, const char *path, const char *name)
{
	uint64_t content;
	if (in->odd || same(path, "-") || !file_hash(path, &content)) {
		in->odd = true;
		return;
	}
	add(in, str_of(name));
	in->hash = hash_join(in->hash, content);
}

static void add_options(struct inputs *in, const struct options *options)
{
	struct buf text = {0};
	buf_printf(&text, "%s\n%s\n%s\n%s\n%d %d %u %u/%u\n", build_id, CODEBOOK_VERSION,
		   CODEBOOK_DATE, options->prefix, (int) options->pairs, (int) options->pseudo,
		   options->min_coverage, options->shard, options->shard_count);
	add(in, buf_str(&text));
	buf_free(&text);
}

static void add_catalog(struct inputs *in, const struct options *options)
{
	for (size_t i = 0; i < options->data.count; i++) {
		const char **files;
		size_t count =
			catalog_files(&in->arena, options->data.items[i], &in->ignored, &files);
		for (size_t k = 0; k < count; k++)
			add_file(in, files[k], base_name(files[k]));
	}
}

static bool is_template(const char *name)
{
	size_t len = strlen(name), suffix = strlen(".mustache");
	return len > suffix && same(name + len - suffix, ".mustache");
}

/* Adds every template below a directory, used or not. A link to a directory could lead in
 * circles. */
static void add_templates(struct inputs *in, const char *dir, const char *prefix)
{
	const char **names;
	size_t count = file_list(&in->arena, dir, "", &in->ignored, &names);
	in->names += count;
	in->odd |= in->names > MAX_NAMES;
	for (size_t i = 0; i < count && !in->odd; i++) {
		const char *path = file_join(&in->arena, dir, names[i]);
		const char *name = arena_printf(&in->arena, "%s%s", prefix, names[i]);
		struct stat entry, target;
		bool found = lstat(path, &entry) == 0;
		if (found && S_ISDIR(entry.st_mode))
			add_templates(in, path, arena_printf(&in->arena, "%s/", name));
		else if (found && S_ISLNK(entry.st_mode) && stat(path, &target) == 0 &&
			 S_ISDIR(target.st_mode))
			in->odd = true;
		else if (is_template(name))
			add_file(in, path, name);
	}
}

/* LINGUAS, which need not be there unless it was asked for, and the translations that it
 * names. */
static void add_languages(struct inputs *in, const char *po, bool required)
{
	const char **tags, *path = file_join(&in->arena, po, "LINGUAS");
	if (file_is_missing(path)) {
		in->odd |= required;
		return;
	}
	add_file(in, path, "LINGUAS");
	size_t count = translation_linguas(&in->arena, po, false, &tags, &in->ignored);
	for (size_t i = 0; i < count && !in->odd; i++) {
		const char *name = arena_printf(&in->arena, "%s.po", tags[i]);
		if (!translation_tag_valid(tags[i]))
			in->odd = true;
		else if (!same(tags[i], SOURCE_LANGUAGE))
			add_file(in, file_join(&in->arena, po, name), name);
	}
}

uint64_t inputs_fingerprint(const struct options *options)
{
	struct inputs in = {0};
	add_options(&in, options);
	add_catalog(&in, options);
	add_file(&in, file_join(&in.arena, options->templates, "outputs.xml"), "outputs.xml");
	add_templates(&in, options->templates, "");
	add_languages(&in, options->po, options->po_given);
	uint64_t hash = in.odd || diag_failed(&in.ignored) ? 0 : in.hash;
	diag_free(&in.ignored);
	arena_free(&in.arena);
	return hash;
}
