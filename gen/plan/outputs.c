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

/* Which placeholders a path may and must hold follows from what it is about. */
static bool allowed(const struct output *output, struct str name)
{
	bool code = output->each == SUBJECT_CODE, pair = output->each == SUBJECT_PAIR;
	bool protocol = output->each != SUBJECT_CATALOG;
	if (str_equal(name, STR("language.tag")) || str_equal(name, STR("language.mandir")))
		return output->languages == LANGUAGES_EACH;
	if (str_equal(name, STR("prefix")))
		return true;
	if (str_equal(name, STR("protocol.id")))
		return protocol;
	if (str_equal(name, STR("code.slug")))
		return code;
	return pair && (str_equal(name, STR("a.slug")) || str_equal(name, STR("b.slug")));
}

static void check_path(const struct output *output, struct loc loc, struct diag *diag)
{
	for (const char *at = output->path; (at = strpbrk(at, "{}"));) {
		const char *end = *at == '{' ? strchr(at, '}') : NULL;
		struct str name = {at + 1, end ? (size_t) (end - at) - 1 : 0};
		if (!end) {
			diag_add(diag, DIAG_ERROR, loc, _("'{' without '}' in a path"));
			return;
		}
		if (!allowed(output, name))
			diag_add(diag, DIAG_ERROR, loc, _("this output has no '{%.*s}'"),
				 (int) name.len, name.ptr);
		at = end + 1;
	}
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
	check_path(output, xml_attribute_loc(node, "path"), diag);
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
