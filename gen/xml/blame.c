/* blame.c: see blame.h.
 *
 * SPDX-License-Identifier: MIT */
#include "xml/blame.h"

#include "base/intl.h"

#include <libxml/parser.h>
#include <libxml/xmlschemastypes.h>

static const xmlChar datatypes[] = "http://www.w3.org/2001/XMLSchema";

struct blame {
	struct arena arena;
	const xmlNode *element;
	struct diag *diag;
	size_t count;
};

static const char *name_of(struct blame *b, const xmlNode *node)
{
	return xml_attribute(&b->arena, node, "name");
}

/* The <attribute> of a definition, or of a part of it; what elements within it have is not
 * looked at. NULL: there is none of that name. */
static const xmlNode *find_attribute(struct blame *b, const xmlNode *part, const char *name)
{
	for (const xmlNode *node = xml_child(part, NULL); node; node = xml_next(node, NULL)) {
		if (xml_is(node, "attribute") && same(name_of(b, node), name))
			return node;
		const xmlNode *found = xml_is(node, "element") || xml_is(node, "attribute")
					       ? NULL
					       : find_attribute(b, node, name);
		if (found)
			return found;
	}
	return NULL;
}

static bool has_attribute(struct blame *b, const xmlNode *attribute)
{
	xmlChar *made;
	const char *value = xml_attribute_text(b->element, name_of(b, attribute), &made);
	xmlFree(made);
	return value != NULL;
}

/* How well a definition fits: the attributes that it knows, without those that it misses. */
static long fitness(struct blame *b, const xmlNode *definition)
{
	long fit = 0;
	for (const xmlAttr *a = b->element->properties; a; a = a->next)
		fit += !a->ns && find_attribute(b, definition, (const char *) a->name) != NULL;
	for (const xmlNode *node = xml_child(definition, "attribute"); node;
	     node = xml_next(node, "attribute"))
		fit -= !has_attribute(b, node);
	return fit;
}

/* An element of one name can have several definitions: the one that fits best is meant. */
static const xmlNode *find_definition(struct blame *b, xmlNode *grammar)
{
	const xmlNode *best = NULL;
	for (xmlNode *node = grammar; node; node = xml_next_in_document(node)) {
		if (node->type != XML_ELEMENT_NODE || !xml_is(node, "element") ||
		    !same(name_of(b, node), (const char *) b->element->name))
			continue;
		if (!best || fitness(b, node) > fitness(b, best))
			best = node;
	}
	return best;
}

/* The values that an attribute can have, where the schema lists them, and whether one is among
 * them. */
static bool is_listed(struct blame *b, const xmlNode *choice, const char *value, struct buf *list)
{
	bool found = false;
	for (const xmlNode *node = xml_child(choice, "value"); node;
	     node = xml_next(node, "value")) {
		const char *known = xml_content(&b->arena, node);
		found |= same(known, value);
		buf_printf(list, "%s%s", list->len ? ", " : "", known);
	}
	return found;
}

static void check_value(struct blame *b, const xmlNode *attribute, const char *name)
{
	const char *value = xml_attribute(&b->arena, b->element, name);
	const xmlNode *choice = xml_child(attribute, "choice"),
		      *only = xml_child(attribute, "value");
	const xmlNode *data = xml_child(attribute, "data");
	const char *type = data ? xml_attribute(&b->arena, data, "type") : NULL;
	struct loc loc = xml_attribute_loc(b->element, name);
	struct buf list = {0};
	if ((choice || only) && !is_listed(b, choice ? choice : attribute, value, &list)) {
		diag_add(b->diag, DIAG_ERROR, loc,
			 /* TRANSLATORS: an attribute, its value, and the values that it can have */
			 _("not valid: %s=\"%.60s\" is none of: %s"), name, value, buf_cstr(&list));
		b->count++;
	}
	xmlSchemaType *known =
		type ? xmlSchemaGetPredefinedType((const xmlChar *) type, datatypes) : NULL;
	if (known && xmlSchemaValidatePredefinedType(known, (const xmlChar *) value, NULL) != 0) {
		diag_add(b->diag, DIAG_ERROR, loc,
			 /* TRANSLATORS: an attribute, its value, and a type such as "date" */
			 _("not valid: %s=\"%.60s\" is not of the type %s"), name, value, type);
		b->count++;
	}
	buf_free(&list);
}

static void check_present(struct blame *b, const xmlNode *definition)
{
	for (const xmlAttr *a = b->element->properties; a; a = a->next) {
		const char *name = (const char *) a->name;
		const xmlNode *attribute = a->ns ? NULL : find_attribute(b, definition, name);
		if (attribute) {
			check_value(b, attribute, name);
			continue;
		}
		if (a->ns)
			name = arena_join(&b->arena,
					  a->ns->prefix ? (const char *) a->ns->prefix : "", ":",
					  name);
		diag_add(b->diag, DIAG_ERROR, xml_attribute_loc(b->element, name),
			 _("not valid: <%s> cannot have an attribute '%s'"),
			 (const char *) b->element->name, name);
		b->count++;
	}
}

/* Of what stands directly in a part, what is not there. */
static void check_missing(struct blame *b, const xmlNode *part)
{
	for (const xmlNode *node = xml_child(part, "attribute"); node;
	     node = xml_next(node, "attribute")) {
		if (has_attribute(b, node))
			continue;
		diag_add(b->diag, DIAG_ERROR, xml_loc(b->element),
			 _("not valid: <%s> lacks the attribute '%s'"),
			 (const char *) b->element->name, name_of(b, node));
		b->count++;
	}
}

/* Of attributes that belong together, either all are there or none. */
static void check_groups(struct blame *b, const xmlNode *part)
{
	for (const xmlNode *node = xml_child(part, NULL); node; node = xml_next(node, NULL)) {
		bool begun = false;
		const xmlNode *attribute =
			xml_is(node, "group") ? xml_child(node, "attribute") : NULL;
		for (; attribute && !begun; attribute = xml_next(attribute, "attribute"))
			begun = has_attribute(b, attribute);
		if (begun)
			check_missing(b, node);
		if (!xml_is(node, "element") && !xml_is(node, "attribute"))
			check_groups(b, node);
	}
}

bool blame_attributes(struct str schema, const xmlNode *element, struct diag *diag)
{
	struct blame b = {.element = element, .diag = diag};
	xmlDoc *doc = xmlReadMemory(schema.ptr, (int) schema.len, "schema", NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *definition = doc ? find_definition(&b, xmlDocGetRootElement(doc)) : NULL;
	if (definition) {
		check_present(&b, definition);
		check_missing(&b, definition);
		check_groups(&b, definition);
	}
	xmlFreeDoc(doc);
	arena_free(&b.arena);
	return b.count > 0;
}
