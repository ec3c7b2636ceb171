/* outputs.c: reads outputs.xml, see plan.h.
 *
 * SPDX-License-Identifier: MIT */
#include "plan/plan.h"

#include "base/intl.h"
#include "xml/schema.h"
#include "xml/xml.h"

#include <stdlib.h>

static enum subject_kind read_each(const char *s)
{
	return same(s, "catalog")    ? SUBJECT_CATALOG
	       : same(s, "protocol") ? SUBJECT_PROTOCOL
	       : same(s, "code")     ? SUBJECT_CODE
				     : SUBJECT_PAIR;
}

static enum output_languages read_languages(const char *s)
{
	return same(s, "each")     ? LANGUAGES_EACH
	       : same(s, "source") ? LANGUAGES_SOURCE
				   : LANGUAGES_ALL;
}

static const struct {
	struct str name;
	enum place place;
	unsigned subjects; /* bits of enum subject_kind: what it can be about */
	bool each;         /* only where there is a document for each language */
} places[] = {
	{{"prefix", 6}, PLACE_PREFIX, ~0u, false},
	{{"language.tag", 12}, PLACE_LANGUAGE_TAG, ~0u, true},
	{{"language.mandir", 15}, PLACE_LANGUAGE_MANDIR, ~0u, true},
	{{"protocol.id", 11}, PLACE_PROTOCOL_ID, ~(1u << SUBJECT_CATALOG), false},
	{{"protocol.symbol", 15}, PLACE_PROTOCOL_SYMBOL, ~(1u << SUBJECT_CATALOG), false},
	{{"code.slug", 9}, PLACE_A_SLUG, 1u << SUBJECT_CODE, false},
	{{"a.slug", 6}, PLACE_A_SLUG, 1u << SUBJECT_PAIR, false},
	{{"b.slug", 6}, PLACE_B_SLUG, 1u << SUBJECT_PAIR, false},
};

/* The placeholder of a name; PLACE_NONE where an output like this has none of it. */
static enum place find_place(const struct output *output, struct str name)
{
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		if (str_equal(places[i].name, name) && places[i].subjects >> output->each & 1 &&
		    (!places[i].each || output->languages == LANGUAGES_EACH))
			return places[i].place;
	return PLACE_NONE;
}

/* Takes a path apart. */
static void read_path(struct arena *arena, struct output *output, struct loc loc, struct diag *diag)
{
	struct path_part *parts = arena_array(arena, strlen(output->path) + 1, sizeof *parts);
	const char *at = output->path;
	for (const char *brace; (brace = strpbrk(at, "{}"));) {
		const char *end = *brace == '{' ? strchr(brace, '}') : NULL;
		struct str name = {brace + 1, end ? (size_t) (end - brace) - 1 : 0};
		if (!end) {
			diag_add(diag, DIAG_ERROR, loc,
				 *brace == '{' ? _("'{' without '}' in a path")
					       : _("'}' without '{' in a path"));
			return;
		}
		struct path_part *part = &parts[output->part_count++];
		part->literal = (struct str){at, (size_t) (brace - at)};
		part->place = find_place(output, name);
		if (part->place == PLACE_NONE)
			diag_add(diag, DIAG_ERROR, loc, _("this output has no '{%.*s}'"),
				 (int) name.len, name.ptr);
		at = end + 1;
	}
	parts[output->part_count++].literal = str_of(at);
	output->parts = parts;
}

static void read_output(struct arena *arena, const xmlNode *node, struct output *output,
			struct diag *diag)
{
	output->loc = xml_loc(node);
	output->kind = xml_attribute(arena, node, "kind");
	output->template = xml_attribute(arena, node, "template");
	output->path = xml_attribute(arena, node, "path");
	output->each = read_each(xml_attribute(arena, node, "each"));
	output->languages = read_languages(xml_attribute(arena, node, "lang"));
	output->wanted = true;
	format_find(str_of(xml_attribute(arena, node, "format")), &output->mode);
	read_path(arena, output, xml_attribute_loc(node, "path"), diag);
}

struct outputs *outputs_load(const char *path, struct diag *diag)
{
	struct outputs *outputs = mem_alloc(sizeof *outputs);
	*outputs = (struct outputs){0};
	size_t failures = diag->errors + diag->system_errors;
	struct xml_schema *schema = xml_schema_load("outputs.rng", schema_outputs(), diag);
	xmlDoc *doc = schema ? xml_load(&outputs->arena, path, schema, diag) : NULL;
	if (doc) {
		const xmlNode *root = xmlDocGetRootElement(doc);
		outputs->count = xml_count(root, "output");
		outputs->items =
			arena_array(&outputs->arena, outputs->count, sizeof *outputs->items);
		struct output *output = outputs->items;
		for (const xmlNode *n = xml_child(root, "output"); n; n = xml_next(n, "output"))
			read_output(&outputs->arena, n, output++, diag);
		xmlFreeDoc(doc);
	}
	xml_schema_free(schema);
	if (diag->errors + diag->system_errors != failures) {
		outputs_free(outputs);
		return NULL;
	}
	return outputs;
}

void outputs_free(struct outputs *outputs)
{
	if (outputs)
		arena_free(&outputs->arena);
	free(outputs);
}
