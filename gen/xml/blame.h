/* blame.h: which attributes of an element a schema refuses. libxml2 tells of the element, or
 * of an attribute whose value is wrong that it is not there. Inside the xml part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_XML_BLAME_H
#define CB_XML_BLAME_H

#include "xml/xml.h"

/* Adds an error for each attribute of the element that the schema does not know, or whose value
 * it refuses, and for each that is missing. False: there is none. */
bool blame_attributes(struct str schema, const xmlNode *element, struct diag *diag);

#endif
