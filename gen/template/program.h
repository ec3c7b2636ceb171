/* program.h: a template as compiled. Inside the template part only.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_PROGRAM_H
#define CB_TEMPLATE_PROGRAM_H

#include "template/ast.h"

enum op_kind { OP_LITERAL, OP_VALUE, OP_SECTION, OP_INVERTED, OP_CALL };

struct op {
	enum op_kind kind;
	enum mode mode; /* OP_VALUE: what to escape for; of the format of the template */
	bool raw;       /* OP_VALUE: not escaped */
	size_t body;    /* OP_SECTION, OP_INVERTED: how many ops follow that belong to it */
	struct str literal;
	struct path path;
	const struct program *program; /* OP_CALL */
	size_t id;                     /* of all operations and programs of a set */
};

struct program {
	const struct op *ops;
	size_t count;
	size_t id;
	size_t number;          /* in its compilation */
	const size_t *op_count; /* how many operations and programs the set has by now */
	uint64_t fingerprint;   /* of a whole compilation; in what is called, 0 */
};

#endif
