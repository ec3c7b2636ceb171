/* schema.h: the schemas, built into the program so that it finds them wherever
 * it runs. The definitions are made from the .rng files by the Makefile.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_XML_SCHEMA_H
#define CB_XML_SCHEMA_H

#include "base/str.h"

struct str schema_catalog(void); /* data/catalog.rng */
struct str schema_outputs(void); /* templates/outputs.rng */

#endif
