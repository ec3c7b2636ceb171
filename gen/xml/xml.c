/* xml.c: see xml.h.
 *
 * SPDX-License-Identifier: MIT */
#include "xml/xml.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/intl.h"
#include "xml/blame.h"
#include "xml/params.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <pthread.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_arg;
#else
typedef xmlError *error_arg;
#endif

struct xml_schema {
	xmlRelaxNG *grammar;
	struct params *params; /* what the grammar does not hold */
	struct str text;
};

/* What an error handler has to know; a pointer to it is the user data. */
struct handler {
	struct diag *diag;
	const char *path;
	struct arena *arena;
	xmlDoc *doc;
	struct str schema; /* its text */
	size_t reported;   /* messages about this file so far */
	struct loc last;   /* of the message before */
};

/* libxml2 ends its messages with a newline and has some over several lines. */
static const char *one_line(struct arena *arena, const char *message)
{
	char *copy = arena_strdup(arena, message ? message : "");
	size_t len = strlen(copy);
	while (len && ascii_is_space(copy[len - 1]))
		copy[--len] = '\0';
	for (size_t i = 0; i < len; i++)
		if (copy[i] == '\n')
			copy[i] = ' ';
	return copy;
}

/* ---- finding places ---- */

/* libxml2 keeps no columns. The start tags of the source, in order, are the
 * elements of the tree in document order, so one scan of the text finds them. */
struct scan {
	struct str text;
	size_t at;
	struct loc loc;
};

static void scan_to(struct scan *scan, size_t at)
{
	const char *from = scan->text.ptr + scan->at, *to = scan->text.ptr + at;
	for (const char *end; (end = memchr(from, '\n', (size_t) (to - from))); from = end + 1) {
		scan->loc.line++;
		scan->loc.col = 1;
	}
	scan->loc.col += (unsigned) (to - from);
	scan->at = at;
}

static size_t find(struct str text, size_t at, const char *what)
{
	size_t len = strlen(what);
	for (; at + len <= text.len; at++)
		if (memcmp(text.ptr + at, what, len) == 0)
			return at + len;
	return text.len;
}

static bool starts_with(struct str text, size_t at, const char *what)
{
	size_t len = strlen(what);
	return text.len - at >= len && memcmp(text.ptr + at, what, len) == 0;
}

/* Moves to the '<' of the next start tag. */
static bool next_tag(struct scan *scan)
{
	struct str text = scan->text;
	size_t at = scan->at;
	while (at < text.len) {
		const char *open = memchr(text.ptr + at, '<', text.len - at);
		if (!open)
			break;
		at = (size_t) (open - text.ptr);
		if (starts_with(text, at, "<!--"))
			at = find(text, at + 4, "-->");
		else if (starts_with(text, at, "<![CDATA["))
			at = find(text, at, "]]>");
		else if (starts_with(text, at, "<?"))
			at = find(text, at, "?>");
		else if (starts_with(text, at, "</"))
			at++;
		else {
			scan_to(scan, at);
			return true;
		}
	}
	return false;
}

/* Stored in the _private member of each element. */
struct place {
	struct loc loc;
	struct str rest; /* of the file, from the start tag on */
};

xmlNode *xml_next_in_document(xmlNode *node)
{
	if (node->children && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node && !node->next)
		node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
	return node ? node->next : NULL;
}

static void locate_elements(struct arena *arena, xmlDoc *doc, struct str text, const char *path)
{
	struct scan scan = {text, 0, {path, 1, 1}};
	for (xmlNode *node = xmlDocGetRootElement(doc); node; node = xml_next_in_document(node)) {
		if (node->type != XML_ELEMENT_NODE || !next_tag(&scan))
			continue;
		struct place *place = arena_alloc(arena, sizeof *place);
		place->loc = scan.loc;
		place->rest = (struct str){text.ptr + scan.at, text.len - scan.at};
		node->_private = place;
		scan_to(&scan, scan.at + 1);
	}
}

struct loc xml_loc(const xmlNode *element)
{
	const struct place *place = element->_private;
	return place ? place->loc : (struct loc){NULL, 0, 0};
}

struct loc xml_attribute_loc(const xmlNode *element, const char *name)
{
	const struct place *place = element->_private;
	if (!place)
		return (struct loc){NULL, 0, 0};
	struct scan scan = {place->rest, 0, place->loc};
	size_t at = 1, len = strlen(name);
	char quote = '\0';
	for (; at < scan.text.len && (quote || scan.text.ptr[at] != '>'); at++) {
		char c = scan.text.ptr[at];
		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (ascii_is_space(scan.text.ptr[at - 1]) &&
			 starts_with(scan.text, at, name) && at + len < scan.text.len &&
			 (scan.text.ptr[at + len] == '=' ||
			  ascii_is_space(scan.text.ptr[at + len]))) {
			scan_to(&scan, at);
			break;
		}
	}
	return scan.loc;
}

/* ---- loading ---- */

static void on_parse_error(void *data, error_arg error)
{
	struct handler *handler = data;
	if (error->level < XML_ERR_ERROR || handler->reported++)
		return; /* what follows the first error is mostly its echo */
	unsigned line = error->line > 0 ? (unsigned) error->line : 0;
	unsigned col = error->int2 > 0 ? (unsigned) error->int2 : 0;
	diag_add(handler->diag, DIAG_ERROR, (struct loc){handler->path, line, col},
		 _("not well-formed XML: %s"), one_line(handler->arena, error->message));
}

/* A document type could declare entities: it is refused before any is read. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
		       const xmlChar *system)
{
	(void) name, (void) external, (void) system;
	xmlParserCtxt *parser = data;
	struct handler *handler = parser->_private;
	unsigned line = parser->input ? (unsigned) parser->input->line : 0;
	if (!handler->reported++)
		diag_add(handler->diag, DIAG_ERROR, (struct loc){handler->path, line, 0},
			 _("a document type declaration is not allowed (and no entities)"));
	xmlStopParser(parser);
}

static xmlParserInput *load_nothing(const char *url, const char *id, xmlParserCtxt *parser)
{
	(void) url, (void) id, (void) parser;
	return NULL;
}

static bool is_about_attributes(error_arg error)
{
	return error->message && (strstr(error->message, "failed to validate attributes") ||
				  strstr(error->message, "Invalid attribute"));
}

/* libxml2 does not always tell of the element, but of its name. */
static void blame_by_name(struct handler *handler, const char *name)
{
	xmlNode *node = handler->reported || !name ? NULL : xmlDocGetRootElement(handler->doc);
	for (; node; node = xml_next_in_document(node))
		if (node->type == XML_ELEMENT_NODE && xml_is(node, name) &&
		    blame_attributes(handler->schema, node, handler->diag)) {
			handler->reported++;
			handler->last = xml_loc(node);
		}
}

static void on_schema_error(void *data, error_arg error)
{
	struct handler *handler = data;
	const xmlNode *node = error->node;
	struct loc loc = {handler->path, error->line > 0 ? (unsigned) error->line : 0, 0};
	if (node && node->type == XML_ELEMENT_NODE && node->_private)
		loc = xml_loc(node);
	if (!node && is_about_attributes(error)) {
		blame_by_name(handler, error->str1);
		return; /* if nothing was found, it comes once more, with the element */
	}
	/* One mistake makes a cascade of messages up to the root: the first of each
	 * place, and no message that only says that a parent is invalid too. */
	if (handler->reported &&
	    (loc.line == handler->last.line || error->code == XML_RELAXNG_ERR_CONTENTVALID ||
	     error->code == XML_RELAXNG_ERR_INTERSEQ || error->code == XML_RELAXNG_ERR_INTEREXTRA ||
	     error->code == XML_RELAXNG_ERR_EXTRACONTENT))
		return;
	handler->reported++;
	handler->last = loc;
	if (node && node->type == XML_ELEMENT_NODE && is_about_attributes(error) &&
	    blame_attributes(handler->schema, node, handler->diag))
		return;
	diag_add(handler->diag, DIAG_ERROR, loc, _("not valid: %s"),
		 one_line(handler->arena, error->message));
}

static void ignore_error(void *data, error_arg error)
{
	(void) data, (void) error;
}

static xmlRelaxNG *compile(xmlDoc *doc)
{
	xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt(doc);
	if (!parser)
		return NULL;
	xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
	xmlRelaxNG *grammar = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	return grammar;
}

static void prepare(void)
{
	xmlInitParser();
	xmlSetExternalEntityLoader(load_nothing);
}

struct xml_schema *xml_schema_load(const char *name, struct str text, struct diag *diag)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, prepare);
	struct xml_schema *schema = mem_alloc(sizeof *schema);
	*schema = (struct xml_schema){.text = text};
	xmlDoc *doc = xmlReadMemory(text.ptr, (int) text.len, name, NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (doc)
		schema->params = params_take(doc);
	if (schema->params)
		schema->grammar = compile(doc);
	xmlFreeDoc(doc);
	if (schema->grammar)
		return schema;
	diag_add(diag, DIAG_SYSTEM, (struct loc){name, 0, 0}, _("not a RELAX NG schema"));
	xml_schema_free(schema);
	return NULL;
}

void xml_schema_free(struct xml_schema *schema)
{
	if (!schema)
		return;
	xmlRelaxNGFree(schema->grammar);
	params_free(schema->params);
	free(schema);
}

static xmlDoc *parse(struct str text, struct handler *handler)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	if (!parser)
		return NULL;
	parser->_private = handler;
	parser->sax->internalSubset = on_doctype;
	parser->userData = parser;
	xmlSetStructuredErrorFunc(handler, on_parse_error);
	xmlDoc *doc = xmlCtxtReadMemory(parser, text.ptr, (int) text.len, handler->path, "UTF-8",
					XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA |
						XML_PARSE_COMPACT);
	xmlSetStructuredErrorFunc(NULL, NULL);
	bool well_formed = parser->wellFormed && !handler->reported;
	xmlFreeParserCtxt(parser);
	if (!well_formed) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (!doc && !handler->reported)
		diag_add(handler->diag, DIAG_ERROR, (struct loc){handler->path, 0, 0},
			 _("not well-formed XML"));
	return doc;
}

static bool validate(xmlDoc *doc, struct xml_schema *schema, struct handler *handler)
{
	xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(schema->grammar);
	if (!validator)
		return false;
	handler->reported = 0;
	handler->schema = schema->text;
	handler->doc = doc;
	handler->last = (struct loc){NULL, UINT_MAX, 0};
	xmlRelaxNGSetValidStructuredErrors(validator, on_schema_error, handler);
	int result = xmlRelaxNGValidateDoc(validator, doc);
	xmlRelaxNGFreeValidCtxt(validator);
	if (result != 0 && !handler->reported)
		diag_add(handler->diag, DIAG_ERROR, (struct loc){handler->path, 0, 0},
			 _("not valid"));
	return result == 0 && params_check(schema->params, doc, handler->diag);
}

xmlDoc *xml_load(struct arena *arena, const char *path, struct xml_schema *schema,
		 struct diag *diag)
{
	struct str text;
	if (!file_read_utf8(arena, path, diag, &text))
		return NULL;
	struct handler handler = {.diag = diag, .path = path, .arena = arena};
	xmlDoc *doc = parse(text, &handler);
	if (!doc)
		return NULL;
	locate_elements(arena, doc, text, path);
	if (!validate(doc, schema, &handler)) {
		xmlFreeDoc(doc);
		return NULL;
	}
	return doc;
}

/* ---- reading the tree ---- */

bool xml_is(const xmlNode *element, const char *name)
{
	return strcmp((const char *) element->name, name) == 0;
}

static xmlNode *first_element(xmlNode *node, const char *name)
{
	while (node && (node->type != XML_ELEMENT_NODE || (name && !xml_is(node, name))))
		node = node->next;
	return node;
}

xmlNode *xml_child(const xmlNode *element, const char *name)
{
	return element ? first_element(element->children, name) : NULL;
}

xmlNode *xml_next(const xmlNode *element, const char *name)
{
	return first_element(element->next, name);
}

size_t xml_count(const xmlNode *element, const char *name)
{
	size_t count = 0;
	for (xmlNode *child = xml_child(element, name); child; child = xml_next(child, name))
		count++;
	return count;
}

const char *xml_attribute_text(const xmlNode *element, const char *name, xmlChar **made)
{
	const xmlAttr *attribute = element->properties;
	*made = NULL;
	while (attribute && (attribute->ns || !same((const char *) attribute->name, name)))
		attribute = attribute->next;
	if (!attribute)
		return NULL;
	const xmlNode *child = attribute->children;
	if (child && !child->next && child->type == XML_TEXT_NODE)
		return (const char *) child->content;
	*made = xmlNodeListGetString(element->doc, child, 1);
	return *made ? (const char *) *made : "";
}

const char *xml_text(const xmlNode *element, xmlChar **made)
{
	const xmlNode *child = element->children;
	*made = NULL;
	if (child && !child->next && child->type == XML_TEXT_NODE)
		return (const char *) child->content;
	*made = xmlNodeGetContent(element);
	return *made ? (const char *) *made : "";
}

char *xml_attribute(struct arena *arena, const xmlNode *element, const char *name)
{
	xmlChar *made;
	const char *value = xml_attribute_text(element, name, &made);
	if (!value)
		return NULL;
	struct str trimmed = str_trim(str_of(value));
	char *copy = arena_strndup(arena, trimmed.ptr, trimmed.len);
	xmlFree(made);
	return copy;
}

static void put_escaped(struct buf *buf, struct str s, bool attribute)
{
	static const bool special[256] = {['&'] = true,  ['<'] = true,  ['"'] = true, [' '] = true,
					  ['\t'] = true, ['\n'] = true, ['\r'] = true};
	for (size_t i = 0; i < s.len; i++) {
		size_t start = i;
		while (i < s.len && !special[(unsigned char) s.ptr[i]])
			i++;
		buf_put(buf, s.ptr + start, i - start);
		char c = i < s.len ? s.ptr[i] : '\0';
		if (c == '&')
			buf_puts(buf, "&amp;");
		else if (c == '<')
			buf_puts(buf, "&lt;");
		else if (c == '"')
			buf_puts(buf, attribute ? "&quot;" : "\"");
		else if (c && buf->len && buf->data[buf->len - 1] != ' ')
			buf_putc(buf, ' ');
	}
}

static void put_attributes(const xmlNode *element, struct buf *buf)
{
	static const char *const names[] = {"ref", "section", "href"};
	for (size_t i = 0; element->properties && i < sizeof names / sizeof names[0]; i++) {
		xmlChar *made;
		const char *value = xml_attribute_text(element, names[i], &made);
		if (!value)
			continue;
		buf_putc(buf, ' ');
		buf_puts(buf, names[i]);
		buf_puts(buf, "=\"");
		put_escaped(buf, str_trim(str_of(value)), true);
		buf_putc(buf, '"');
		xmlFree(made);
	}
}

static void put_children(const xmlNode *element, struct buf *buf)
{
	for (const xmlNode *child = element->children; child; child = child->next) {
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			put_escaped(buf, str_of((const char *) child->content), false);
		if (child->type != XML_ELEMENT_NODE)
			continue;
		buf_putc(buf, '<');
		buf_puts(buf, (const char *) child->name);
		put_attributes(child, buf);
		if (!child->children) {
			buf_puts(buf, "/>");
			continue;
		}
		buf_putc(buf, '>');
		put_children(child, buf);
		buf_puts(buf, "</");
		buf_puts(buf, (const char *) child->name);
		buf_putc(buf, '>');
	}
}

struct str xml_inner(struct arena *arena, const xmlNode *element, struct buf *scratch)
{
	scratch->len = 0;
	put_children(element, scratch);
	struct str trimmed = str_trim(buf_str(scratch));
	return (struct str){arena_strndup(arena, trimmed.ptr, trimmed.len), trimmed.len};
}

char *xml_content(struct arena *arena, const xmlNode *element)
{
	xmlChar *made;
	char *copy = arena_strdup(arena, xml_text(element, &made));
	xmlFree(made);
	return copy;
}
