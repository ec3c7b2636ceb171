/* params.h: the parameters of datatypes in a RELAX NG schema (how a value is spelled, how
 * long it may be), checked apart from it: libxml2 makes them anew, and compiles a pattern
 * anew, for each value that it validates, which takes longer than all the rest. Inside the
 * xml part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_XML_PARAMS_H
#define CB_XML_PARAMS_H

#include "xml/xml.h"

/* What attributes and elements of a document have to be like. */
struct params;

/* Takes the <param> elements out of a schema, for attributes and elements that hold nothing
 * but a value of a datatype, or a list of such. They are pattern, minLength and maxLength;
 * anything else is no part of it. NULL: one of them is another, or not well-formed. */
struct params *params_take(xmlDoc *schema);
void params_free(struct params *params);

/* Checks the values of a document that xml_load() has located and validated. False: those
 * that are wrong are in diag. */
bool params_check(struct params *params, xmlDoc *doc, struct diag *diag);

#endif
