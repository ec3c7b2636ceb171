#!/bin/sh
# embed.sh NAME=FILE...: writes C that holds each file, for schema.h: schema_NAME().
# SPDX-License-Identifier: MIT
set -eu
echo '#include "xml/schema.h"'
for pair in "$@"; do
	name=${pair%%=*}
	echo "static const unsigned char ${name}_text[] = {"
	od -An -v -tu1 "${pair#*=}" | sed 's/\([0-9][0-9]*\)/\1,/g'
	echo '};'
	echo "struct str schema_$name(void)"
	echo '{'
	echo "	return (struct str){(const char *) ${name}_text, sizeof ${name}_text};"
	echo '}'
done
