/* params.c: see params.h.
 *
 * SPDX-License-Identifier: MIT */
#include "xml/params.h"

#include "base/intl.h"
#include "base/map.h"

#include <libxml/xmlregexp.h>
#include <stdlib.h>

/* One <data>, with the values that are known to be of it: ids and versions stand in a
 * catalog again and again. */
struct datatype {
	const xmlNode *data;
	const char *pattern; /* NULL: any */
	xmlRegexp *compiled;
	size_t least, most; /* in characters */
	bool string;        /* or a token: without parameters it can be any text */
	bool collapsed;     /* white space counts as in a token */
	struct map known;
};

/* What an element holds, or an attribute of it. */
struct rule {
	const xmlChar *element, *attribute; /* NULL: the content */
	struct datatype *type;
	bool list;               /* several, with spaces between */
	const struct rule *next; /* for elements of the same name */
};

/* The rules for elements of one name, by its address in the document that is checked: equal
 * names there are one. */
struct name_slot {
	const xmlChar *name; /* NULL: the slot is free */
	const struct rule *rules;
};

enum { NAME_SLOTS = 256, MOST_NAMES = NAME_SLOTS / 2 };

struct params {
	struct arena arena; /* of names and known values */
	struct datatype **types;
	struct rule *rules;
	size_t count, room, rule_count, rule_room;
	struct name_slot names[NAME_SLOTS]; /* open addressing */
};

/* ---- taking them from a schema ---- */

static const xmlNode *find_define(struct arena *arena, const xmlNode *grammar, const char *name)
{
	const xmlNode *define = xml_child(grammar, "define");
	while (define && !same(xml_attribute(arena, define, "name"), name))
		define = xml_next(define, "define");
	return define;
}

/* The <data> that is all that a node of the schema holds; NULL: it holds another thing.
 * *list is set where it is that of each item of a list. */
static const xmlNode *find_data(struct arena *arena, const xmlNode *grammar, const xmlNode *node,
				bool *list)
{
	const xmlNode *data = xml_child(node, "data"), *inner = xml_child(node, "list");
	if (data || !node)
		return data;
	if (inner) {
		*list = true;
		return find_data(arena, grammar, xml_child(inner, "oneOrMore"), list);
	}
	const xmlNode *ref = xml_child(node, "ref");
	const char *name = ref ? xml_attribute(arena, ref, "name") : NULL;
	return name ? find_data(arena, grammar, find_define(arena, grammar, name), list) : NULL;
}

static bool read_param(struct arena *arena, const xmlNode *param, struct datatype *type)
{
	const char *name = xml_attribute(arena, param, "name");
	char *value = xml_content(arena, param);
	if (same(name, "pattern")) {
		type->pattern = value;
		type->compiled = xmlRegexpCompile((const xmlChar *) value);
		return type->compiled != NULL;
	}
	if (same(name, "minLength"))
		type->least = strtoul(value, NULL, 10);
	else if (same(name, "maxLength"))
		type->most = strtoul(value, NULL, 10);
	else
		return false;
	return true;
}

/* NULL: it has a parameter that is not known here. */
static struct datatype *read_type(struct params *params, const xmlNode *data)
{
	for (size_t i = 0; i < params->count; i++)
		if (params->types[i]->data == data)
			return params->types[i];
	struct datatype *type = arena_alloc(&params->arena, sizeof *type);
	*type = (struct datatype){.data = data, .most = SIZE_MAX};
	const char *name = xml_attribute(&params->arena, data, "type");
	type->collapsed = same(name, "token");
	type->string = type->collapsed || same(name, "string");
	params->types = mem_grow(params->types, &params->room, params->count + 1,
				 sizeof(struct datatype *));
	params->types[params->count++] = type;
	bool ok = true;
	for (const xmlNode *p = xml_child(data, "param"); p && ok; p = xml_next(p, "param"))
		ok = read_param(&params->arena, p, type);
	return ok ? type : NULL;
}

static const xmlChar *name_of(struct params *params, const xmlNode *node)
{
	return (const xmlChar *) xml_attribute(&params->arena, node, "name");
}

/* Where an attribute or element holds strings by a reference, the grammar lets it hold any text.
 * For libxml2 that is much less to do than to look a datatype up by its name for each value. */
static void replace_by_text(const xmlNode *node)
{
	bool direct = xml_child(node, "data") || xml_child(node, "list");
	xmlNode *ref = direct ? NULL : xml_child(node, "ref");
	xmlNode *text =
		ref ? xmlNewDocNode(ref->doc, ref->ns, (const xmlChar *) "text", NULL) : NULL;
	if (text)
		xmlFreeNode(xmlReplaceNode(ref, text));
}

/* Of an <element> or an <attribute>. */
static bool take_rule(struct params *params, const xmlNode *grammar, const xmlNode *node)
{
	struct rule rule = {.list = false};
	const xmlNode *data = find_data(&params->arena, grammar, node, &rule.list);
	const xmlNode *element = node;
	while (element && !xml_is(element, "element"))
		element = element->parent;
	if (!xml_child(data, "param") || !element)
		return true;
	rule.element = name_of(params, element);
	rule.attribute = element == node ? NULL : name_of(params, node);
	rule.type = read_type(params, data);
	params->rules = mem_grow(params->rules, &params->rule_room, params->rule_count + 1,
				 sizeof *params->rules);
	params->rules[params->rule_count++] = rule;
	if (rule.type && rule.type->string)
		replace_by_text(node);
	return rule.type != NULL;
}

static void remove_params(const xmlNode *data)
{
	for (xmlNode *param; (param = xml_child(data, "param"));) {
		xmlUnlinkNode(param);
		xmlFreeNode(param);
	}
}

struct params *params_take(xmlDoc *schema)
{
	struct params *params = mem_alloc(sizeof *params);
	*params = (struct params){0};
	xmlNode *grammar = xmlDocGetRootElement(schema);
	bool ok = true;
	for (xmlNode *node = grammar; node && ok; node = xml_next_in_document(node))
		if (node->type == XML_ELEMENT_NODE &&
		    (xml_is(node, "attribute") || xml_is(node, "element")))
			ok = take_rule(params, grammar, node);
	for (size_t i = 0; i < params->count; i++)
		remove_params(params->types[i]->data);
	if (ok && params->rule_count <= MOST_NAMES)
		return params;
	params_free(params);
	return NULL;
}

void params_free(struct params *params)
{
	if (!params)
		return;
	for (size_t i = 0; i < params->count; i++) {
		xmlRegFreeRegexp(params->types[i]->compiled);
		map_free(&params->types[i]->known);
	}
	free(params->types);
	free(params->rules);
	arena_free(&params->arena);
	free(params);
}

/* ---- checking a document ---- */

/* In characters. Of a token, white space at the ends does not count, and several together
 * count once. */
static size_t length_of(struct str s, bool collapsed)
{
	size_t length = 0;
	s = collapsed ? str_trim(s) : s;
	for (size_t i = 0; i < s.len; i++) {
		bool again =
			collapsed && i && ascii_is_space(s.ptr[i]) && ascii_is_space(s.ptr[i - 1]);
		length += (s.ptr[i] & 0xc0) != 0x80 && !again;
	}
	return length;
}

static bool has_length(const struct datatype *type, struct str value)
{
	struct str shown = type->collapsed ? str_trim(value) : value;
	if (type->least <= 1 && shown.len >= type->least && shown.len <= type->most)
		return true; /* no character is less than a byte */
	size_t length = length_of(value, type->collapsed);
	return length >= type->least && length <= type->most;
}

static bool matches(struct params *params, struct datatype *type, struct str value)
{
	if (!type->pattern || map_get(&type->known, value))
		return true;
	char *copy = arena_strndup(&params->arena, value.ptr, value.len);
	if (xmlRegexpExec(type->compiled, (const xmlChar *) copy) != 1)
		return false;
	map_add(&type->known, (struct str){copy, value.len}, type);
	return true;
}

/* Where a value is in the document. */
struct value_place {
	const xmlNode *element;
	const char *attribute; /* NULL: the content */
};

static struct loc loc_of(struct value_place place)
{
	return place.attribute ? xml_attribute_loc(place.element, place.attribute)
			       : xml_loc(place.element);
}

static bool check_value(struct params *params, struct datatype *type, struct value_place place,
			struct str value, struct diag *diag)
{
	const char *name = place.attribute ? place.attribute : (const char *) place.element->name;
	if (!matches(params, type, value))
		diag_add(diag, DIAG_ERROR, loc_of(place),
			 /* TRANSLATORS: an attribute, its value, and a regular expression */
			 _("not valid: %s=\"%.*s\" does not match %s"), name,
			 (int) (value.len < 60 ? value.len : 60), value.ptr, type->pattern);
	else if (!has_length(type, value))
		diag_add(diag, DIAG_ERROR, loc_of(place),
			 /* TRANSLATORS: an attribute or element, and how long it may be */
			 _("not valid: %s has to have %zu to %zu characters"), name, type->least,
			 type->most);
	else
		return true;
	return false;
}

static bool check_items(struct params *params, const struct rule *rule, struct value_place place,
			struct str value, struct diag *diag)
{
	bool ok = true;
	if (!rule->list || !str_trim(value).len)
		return check_value(params, rule->type, place, value, diag);
	for (size_t at = 0, len; at < value.len && ok; at += len + 1) {
		for (len = 0; at + len < value.len && !ascii_is_space(value.ptr[at + len]);)
			len++;
		if (len)
			ok = check_value(params, rule->type, place,
					 (struct str){value.ptr + at, len}, diag);
	}
	return ok;
}

static bool check_rule(struct params *params, const struct rule *rule, const xmlNode *element,
		       struct diag *diag)
{
	struct value_place place = {element, (const char *) rule->attribute};
	xmlChar *made;
	const char *value = rule->attribute ? xml_attribute_text(element, place.attribute, &made)
					    : xml_text(element, &made);
	bool ok = !value || check_items(params, rule, place, str_of(value), diag);
	xmlFree(made);
	return ok;
}

static struct name_slot *name_slot(struct params *params, const xmlChar *name)
{
	size_t at = (uintptr_t) name * 0x9e3779b97f4a7c15u >> 32 & (NAME_SLOTS - 1);
	while (params->names[at].name && params->names[at].name != name)
		at = (at + 1) & (NAME_SLOTS - 1);
	return &params->names[at];
}

static void find_names(struct params *params, xmlDoc *doc)
{
	memset(params->names, 0, sizeof params->names);
	for (size_t i = params->rule_count; i-- > 0;) {
		struct rule *rule = &params->rules[i];
		const xmlChar *name = xmlDictLookup(doc->dict, rule->element, -1);
		struct name_slot *slot = name_slot(params, name);
		rule->next = slot->rules;
		*slot = (struct name_slot){name, rule};
	}
}

bool params_check(struct params *params, xmlDoc *doc, struct diag *diag)
{
	bool ok = true;
	find_names(params, doc);
	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = xml_next_in_document(node)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		const struct rule *rule = name_slot(params, node->name)->rules;
		for (; rule; rule = rule->next)
			ok &= check_rule(params, rule, node, diag);
	}
	return ok;
}
