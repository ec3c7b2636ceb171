/* patterns.h: the patterns of a RELAX NG schema, checked apart from it: libxml2 compiles a
 * pattern anew for each value that it validates, which takes longer than all the rest.
 * Inside the xml part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_XML_PATTERNS_H
#define CB_XML_PATTERNS_H

#include "xml/xml.h"

/* Which attributes have to match which pattern. */
struct patterns;

/* Takes the patterns of attributes out of a schema and compiles them. A pattern is that of
 * a <define> which an <attribute> refers to, and one attribute of one element has one.
 * Patterns of anything else stay where they are. NULL: one is not well-formed. */
struct patterns *patterns_take(xmlDoc *schema);
void patterns_free(struct patterns *patterns);

/* Checks the attributes of a document that xml_load() has located and validated. False:
 * those that do not match are in diag. */
bool patterns_check(struct patterns *patterns, xmlDoc *doc, struct diag *diag);

#endif
