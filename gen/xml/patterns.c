/* patterns.c: see patterns.h.
 *
 * SPDX-License-Identifier: MIT */
#include "xml/patterns.h"

#include "base/intl.h"
#include "base/map.h"

#include <libxml/xmlregexp.h>

/* One <param name="pattern">, with the values that are known to match it: ids and versions
 * stand in a catalog again and again. */
struct pattern {
	xmlNode *param;
	const char *text;
	xmlRegexp *compiled;
	struct map known;
};

/* What an attribute of an element has to match. */
struct rule {
	const xmlChar *element, *attribute;
	const xmlChar *interned; /* the element, in the document that is checked */
	struct pattern *pattern;
	bool list; /* it holds several, with spaces between */
};

struct patterns {
	struct arena arena; /* of names and known values */
	struct pattern **items;
	struct rule *rules;
	size_t count, room, rule_count, rule_room;
};

/* ---- taking them from a schema ---- */

static const xmlNode *find_define(const xmlNode *grammar, const char *name)
{
	const xmlNode *define = xml_child(grammar, "define");
	for (; define; define = xml_next(define, "define")) {
		xmlChar *found = xmlGetNoNsProp((xmlNode *) define, (const xmlChar *) "name");
		bool is_it = found && same((const char *) found, name);
		xmlFree(found);
		if (is_it)
			break;
	}
	return define;
}

/* The <data> that stands for the content of an element of the schema; NULL: there is
 * another thing. *list is set where it is that of each item of a list. */
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
	return name ? find_data(arena, grammar, find_define(grammar, name), list) : NULL;
}

static xmlNode *find_param(struct arena *arena, const xmlNode *data)
{
	xmlNode *param = xml_child(data, "param");
	while (param && !same(xml_attribute(arena, param, "name"), "pattern"))
		param = xml_next(param, "param");
	return param;
}

/* The pattern of a <param>, compiled; NULL: it is not well-formed. */
static struct pattern *take_pattern(struct patterns *patterns, xmlNode *param)
{
	for (size_t i = 0; i < patterns->count; i++)
		if (patterns->items[i]->param == param)
			return patterns->items[i];
	struct pattern *pattern = arena_alloc(&patterns->arena, sizeof *pattern);
	pattern->param = param;
	pattern->text = xml_content(&patterns->arena, param);
	pattern->compiled = xmlRegexpCompile((const xmlChar *) pattern->text);
	patterns->items = mem_grow(patterns->items, &patterns->room, patterns->count + 1,
				   sizeof(struct pattern *));
	patterns->items[patterns->count++] = pattern;
	return pattern->compiled ? pattern : NULL;
}

static const xmlChar *name_in(struct patterns *patterns, const xmlNode *node)
{
	return (const xmlChar *) xml_attribute(&patterns->arena, node, "name");
}

static bool take_rule(struct patterns *patterns, const xmlNode *grammar, const xmlNode *attribute)
{
	struct rule rule = {.attribute = name_in(patterns, attribute)};
	const xmlNode *data = find_data(&patterns->arena, grammar, attribute, &rule.list);
	xmlNode *param = find_param(&patterns->arena, data);
	const xmlNode *element = attribute->parent;
	while (element && !xml_is(element, "element"))
		element = element->parent;
	if (!param || !element)
		return true;
	rule.element = name_in(patterns, element);
	rule.pattern = take_pattern(patterns, param);
	patterns->rules = mem_grow(patterns->rules, &patterns->rule_room, patterns->rule_count + 1,
				   sizeof *patterns->rules);
	patterns->rules[patterns->rule_count++] = rule;
	return rule.pattern != NULL;
}

struct patterns *patterns_take(xmlDoc *schema)
{
	struct patterns *patterns = mem_alloc(sizeof *patterns);
	*patterns = (struct patterns){0};
	xmlNode *grammar = xmlDocGetRootElement(schema);
	bool ok = true;
	for (xmlNode *node = grammar; node && ok; node = xml_next_in_document(node))
		if (node->type == XML_ELEMENT_NODE && xml_is(node, "attribute"))
			ok = take_rule(patterns, grammar, node);
	for (size_t i = 0; i < patterns->count; i++) {
		xmlUnlinkNode(patterns->items[i]->param);
		xmlFreeNode(patterns->items[i]->param);
	}
	if (ok)
		return patterns;
	patterns_free(patterns);
	return NULL;
}

void patterns_free(struct patterns *patterns)
{
	if (!patterns)
		return;
	for (size_t i = 0; i < patterns->count; i++) {
		xmlRegFreeRegexp(patterns->items[i]->compiled);
		map_free(&patterns->items[i]->known);
	}
	free(patterns->items);
	free(patterns->rules);
	arena_free(&patterns->arena);
	free(patterns);
}

/* ---- checking a document ---- */

static bool matches(struct patterns *patterns, struct pattern *pattern, struct str value)
{
	if (map_get(&pattern->known, value))
		return true;
	char *copy = arena_strndup(&patterns->arena, value.ptr, value.len);
	if (xmlRegexpExec(pattern->compiled, (const xmlChar *) copy) != 1)
		return false;
	map_add(&pattern->known, (struct str){copy, value.len}, pattern);
	return true;
}

static bool all_match(struct patterns *patterns, const struct rule *rule, struct str value)
{
	if (!rule->list)
		return matches(patterns, rule->pattern, value);
	for (size_t at = 0, len; at < value.len; at += len + 1) {
		for (len = 0; at + len < value.len && !ascii_is_space(value.ptr[at + len]);)
			len++;
		if (len && !matches(patterns, rule->pattern, (struct str){value.ptr + at, len}))
			return false;
	}
	return true;
}

static bool check_attribute(struct patterns *patterns, const struct rule *rule,
			    const xmlNode *element, struct diag *diag)
{
	xmlChar *value = xmlGetNoNsProp((xmlNode *) element, rule->attribute);
	bool ok = !value || all_match(patterns, rule, str_of((const char *) value));
	if (!ok)
		diag_add(diag, DIAG_ERROR,
			 xml_attribute_loc(element, (const char *) rule->attribute),
			 /* TRANSLATORS: an attribute, and a regular expression */
			 _("not valid: %s=\"%.60s\" does not match %s"),
			 (const char *) rule->attribute, (const char *) value, rule->pattern->text);
	xmlFree(value);
	return ok;
}

bool patterns_check(struct patterns *patterns, xmlDoc *doc, struct diag *diag)
{
	bool ok = true;
	/* The names in a document are those of its dictionary: equal ones are one. */
	for (size_t i = 0; i < patterns->rule_count; i++) {
		struct rule *rule = &patterns->rules[i];
		rule->interned = xmlDictLookup(doc->dict, rule->element, -1);
	}
	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = xml_next_in_document(node)) {
		if (node->type != XML_ELEMENT_NODE || !node->properties)
			continue;
		for (size_t i = 0; i < patterns->rule_count; i++)
			if (patterns->rules[i].interned == node->name)
				ok &= check_attribute(patterns, &patterns->rules[i], node, diag);
	}
	return ok;
}
