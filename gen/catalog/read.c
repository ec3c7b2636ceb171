/* read.c: a protocol and its head, see read.h.
 *
 * SPDX-License-Identifier: MIT */
#include "catalog/reader.h"

#include "base/intl.h"

/* ---- the head of a protocol ---- */

static void read_sources(struct reader *r, const xmlNode *list)
{
	size_t count = xml_count(list, "source"), n = 0;
	struct source *sources = arena_array(r->arena, count, sizeof *sources);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "source"); node;
	     node = xml_next(node, "source")) {
		struct source *source = &sources[n++];
		source->id = reader_attribute(r, node, "id");
		source->number = reader_attribute(r, node, "number");
		source->status = reader_attribute(r, node, "status");
		source->date = reader_attribute(r, node, "date");
		source->href = reader_attribute(r, node, "href");
		source->anchor = reader_attribute(r, node, "anchor");
		source->obsoletes = reader_attribute(r, node, "obsoletes");
		source->updates = reader_attribute(r, node, "updates");
		source->title = reader_line(r, node);
		source->loc = xml_loc(node);
		reader_claim(r, &ids, source->id, N_("source"), xml_attribute_loc(node, "id"));
	}
	map_free(&ids);
	r->protocol->sources = sources;
	r->protocol->source_count = count;
}

static void read_roles(struct reader *r, const xmlNode *list)
{
	size_t count = xml_count(list, "role"), n = 0;
	struct role *roles = arena_array(r->arena, count, sizeof *roles);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "role"); node; node = xml_next(node, "role")) {
		struct role *role = &roles[n++];
		role->id = reader_attribute(r, node, "id");
		role->name = read_message(r, node, arena_join(r->arena, "role.", role->id));
		role->loc = xml_loc(node);
		reader_claim(r, &ids, role->id, N_("role"), xml_attribute_loc(node, "id"));
	}
	map_free(&ids);
	r->protocol->roles = roles;
	r->protocol->role_count = count;
}

static void read_classes(struct reader *r, const xmlNode *list)
{
	struct reader sub = *r;
	size_t count = xml_count(list, "class"), n = 0;
	struct class *classes = arena_array(r->arena, count, sizeof *classes);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "class"); node; node = xml_next(node, "class")) {
		struct class *class = &classes[n++];
		class->id = reader_attribute(r, node, "id");
		class->label = reader_attribute(r, node, "label");
		class->prefix = reader_attribute(r, node, "prefix");
		class->ranged = read_number(reader_attribute(r, node, "from"), 10, &class->from) &&
				read_number(reader_attribute(r, node, "to"), 10, &class->to);
		class->loc = xml_loc(node);
		if (class->ranged && class->from > class->to)
			diag_add(r->diag, DIAG_ERROR, class->loc,
				 _("the range of class '%s' ends before it begins (%u to %u)"),
				 class->id, (unsigned) class->from, (unsigned) class->to);
		reader_claim(r, &ids, class->id, N_("class"), xml_attribute_loc(node, "id"));
		sub.context = arena_join(r->arena, r->context, "|class.", class->id);
		sub.subject = arena_join(r->arena, r->subject, ", class ",
					 class->label ? class->label : class->id);
		class->name = child_message(&sub, node, "name");
		class->description = child_paragraphs(&sub, node, "description");
	}
	map_free(&ids);
	r->protocol->classes = classes;
	r->protocol->class_count = count;
}

static void read_facet_value(struct reader *r, const xmlNode *node, const struct facet *facet,
			     struct facet_value *value)
{
	struct reader sub = *r;
	value->facet = facet;
	value->id = reader_attribute(r, node, "id");
	value->literal = reader_attribute(r, node, "literal");
	value->loc = xml_loc(node);
	sub.context = arena_join(r->arena, r->context, ".", value->id);
	sub.subject = arena_join(r->arena, r->subject, ", value ", value->id);
	value->name = child_message(&sub, node, "name");
	value->meaning = child_message(&sub, node, "meaning");
}

static void read_facets(struct reader *r, const xmlNode *list)
{
	size_t count = xml_count(list, "facet"), n = 0;
	struct facet *facets = arena_array(r->arena, count, sizeof *facets);
	struct map ids = {0};
	for (const xmlNode *node = xml_child(list, "facet"); node; node = xml_next(node, "facet")) {
		struct facet *facet = &facets[n++];
		struct reader sub = *r;
		struct map values = {0};
		facet->id = reader_attribute(r, node, "id");
		facet->protocol = r->protocol;
		facet->multiple = reader_flag(r, node, "multiple");
		facet->optional = reader_flag(r, node, "optional");
		facet->varies = reader_flag(r, node, "varies");
		facet->place = reader_flag(r, node, "place");
		facet->loc = xml_loc(node);
		reader_claim(r, &ids, facet->id, N_("facet"), xml_attribute_loc(node, "id"));
		sub.context = arena_join(r->arena, r->context, "|facet.", facet->id);
		sub.subject = arena_join(r->arena, r->subject, ", facet ", facet->id);
		facet->name = child_message(&sub, node, "name");
		facet->count = xml_count(node, "value");
		struct facet_value *value = arena_array(r->arena, facet->count, sizeof *value);
		facet->values = value;
		for (const xmlNode *v = xml_child(node, "value"); v;
		     v = xml_next(v, "value"), value++) {
			read_facet_value(&sub, v, facet, value);
			reader_claim(r, &values, value->id, N_("facet value"),
				     xml_attribute_loc(v, "id"));
		}
		map_free(&values);
	}
	map_free(&ids);
	r->protocol->facets = facets;
	r->protocol->facet_count = count;
}

static void read_associates(struct reader *r, const xmlNode *list)
{
	if (!list)
		return;
	struct reader sub = *r;
	struct map values = {0};
	size_t count = xml_count(list, "associate"), n = 0;
	struct associate *associates = arena_array(r->arena, count, sizeof *associates);
	sub.context = arena_join(r->arena, r->context, "|associates");
	r->protocol->associates_name = child_message(&sub, list, "name");
	for (const xmlNode *node = xml_child(list, "associate"); node;
	     node = xml_next(node, "associate")) {
		struct associate *associate = &associates[n++];
		associate->value = reader_attribute(r, node, "value");
		associate->citation = read_citation(r, node);
		associate->loc = xml_loc(node);
		reader_claim(r, &values, associate->value, N_("associate"),
			     xml_attribute_loc(node, "value"));
		sub.context = arena_join(r->arena, r->context, "|associate");
		sub.subject =
			arena_join(r->arena, r->subject, ", associated code ", associate->value);
		sub.sources = describe_citations(r, &associate->citation, 1);
		associate->name = read_message(&sub, node, associate->value);
	}
	map_free(&values);
	r->protocol->associates = associates;
	r->protocol->associate_count = count;
}

/* ---- the whole ---- */

static enum value_form read_form(const char *codes)
{
	return same(codes, "hex")        ? VALUES_HEX
	       : same(codes, "dotted")   ? VALUES_DOTTED
	       : same(codes, "symbolic") ? VALUES_SYMBOLIC
					 : VALUES_DECIMAL;
}

struct protocol *catalog_read(struct arena *arena, xmlDoc *doc, const char *path,
			      struct message_list *messages, struct diag *diag)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct protocol *protocol = arena_alloc(arena, sizeof *protocol);
	struct reader r = {
		.arena = arena, .diag = diag, .protocol = protocol, .messages = messages};
	const char *slash = strrchr(path, '/');
	protocol->file = path;
	protocol->base = slash ? slash + 1 : path;
	protocol->id = reader_attribute(&r, root, "id");
	protocol->name = reader_attribute(&r, root, "name");
	protocol->version = reader_attribute(&r, root, "version");
	protocol->date = reader_attribute(&r, root, "date");
	protocol->form = read_form(reader_attribute(&r, root, "codes"));
	protocol->loc = xml_attribute_loc(root, "id");
	r.context = protocol->id;
	r.subject = protocol->name;

	protocol->title = child_message(&r, root, "title");
	protocol->term = child_message(&r, root, "term");
	protocol->summary = child_message(&r, root, "summary");
	protocol->description = child_paragraphs(&r, root, "description");
	read_sources(&r, xml_child(root, "sources"));
	read_roles(&r, xml_child(root, "roles"));
	read_classes(&r, xml_child(root, "classes"));
	read_facets(&r, xml_child(root, "facets"));
	read_associates(&r, xml_child(root, "associates"));
	read_codes(&r, xml_child(root, "codes"));
	read_comparisons(&r, xml_child(root, "comparisons"));
	return protocol;
}
