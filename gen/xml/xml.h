/* xml.h: an XML file, parsed and validated by libxml2, with places. Its types are
 * seen here and by the two readers (catalog/read.c, plan/outputs.c), nowhere else.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_XML_XML_H
#define CB_XML_XML_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

#include <libxml/tree.h>

/* A schema, ready to validate with. */
struct xml_schema;

/* Compiles a RELAX NG schema from memory. NULL: a message is in diag. */
struct xml_schema *xml_schema_load(const char *name, struct str text, struct diag *diag);
void xml_schema_free(struct xml_schema *schema);

/* Parses a file and validates it. Nothing outside the file is ever read: no DTD,
 * no external entity, no network; a document type declaration is an error. On
 * failure there are messages in diag and the result is NULL. The document is
 * freed with xmlFreeDoc() and must not outlive arena. */
xmlDoc *xml_load(struct arena *arena, const char *path, struct xml_schema *schema,
		 struct diag *diag);

/* The node behind this one in the order of the document; NULL: there is none. */
xmlNode *xml_next_in_document(xmlNode *node);

/* Where the start tag of an element of such a document stands. */
struct loc xml_loc(const xmlNode *element);

/* Where an attribute of the element stands (the element's place if it has none). */
struct loc xml_attribute_loc(const xmlNode *element, const char *name);

/* The value of an attribute, or NULL, and the content of an element without markup, as long
 * as the document lives; where the document does not have it in one piece, *made is set to
 * what the caller has to free with xmlFree(). */
const char *xml_attribute_text(const xmlNode *element, const char *name, xmlChar **made);
const char *xml_text(const xmlNode *element, xmlChar **made);

/* The value of an attribute in the arena, or NULL. */
char *xml_attribute(struct arena *arena, const xmlNode *element, const char *name);

/* The first child element with this name (NULL: any), or NULL. */
xmlNode *xml_child(const xmlNode *element, const char *name);

/* The next sibling element with this name (NULL: any), or NULL. */
xmlNode *xml_next(const xmlNode *element, const char *name);

/* How many child elements have this name. */
size_t xml_count(const xmlNode *element, const char *name);

/* Whether the element has this name. */
bool xml_is(const xmlNode *element, const char *name);

/* The content as one line of text with inline markup: white space collapsed,
 * comments left out, attributes in a fixed order, '&' and '<' escaped. It is put together in
 * scratch, which may be used again. */
struct str xml_inner(struct arena *arena, const xmlNode *element, struct buf *scratch);

/* The content as it stands, without markup. */
char *xml_content(struct arena *arena, const xmlNode *element);

#endif
