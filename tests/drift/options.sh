#!/bin/sh
# options.sh: `codebook --help` and codebook(1) tell of the same commands and options, and
# codebook-catalog(5) of every element and attribute of the schema.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

"$codebook" build --only man --lang en --out "$temp/out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
page=$temp/out/share/man/man1/codebook.1
format=$temp/out/share/man/man5/codebook-catalog.5

"$codebook" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u > "$temp/help"
sed 's/\\-/-/g; s/\\f[A-Z]//g' "$page" > "$temp/page"
awk '/^\.TP/ { tag = 1; next } tag { print } { tag = 0 }' "$temp/page" |
	grep -oE -- '--[a-z][a-z-]+' | sort -u > "$temp/manual"
diff -u "$temp/help" "$temp/manual" > "$temp/wrong"
result "options of --help and codebook(1)" "$temp/wrong"

"$codebook" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | sort > "$temp/help"
awk '/^\.SH COMMANDS/ { on = 1 } /^\.SH/ && !/COMMANDS/ { on = 0 }
	/^\.TP/ { tag = on; next } tag { print $2 } { tag = 0 }' "$temp/page" | tr -d '"' | sort > "$temp/manual"
diff -u "$temp/help" "$temp/manual" > "$temp/wrong"
result "commands of --help and codebook(1)" "$temp/wrong"

# Each option that is listed is known: it is taken, or misses its argument, but is never
# called unknown.
"$codebook" --help | grep -oE -- '^  --[a-z-]+' | while read -r option; do
	"$codebook" "$option" 2>&1 > /dev/null | grep 'unknown option'
done > "$temp/wrong"
result "every option of --help is known" "$temp/wrong"

# The elements and attributes of the schema.
sed -n 's/.*<\(element\|attribute\) name="\([^"]*\)".*/\2/p' data/catalog.rng | sort -u > "$temp/names"
sed 's/\\-/-/g; s/\\f[A-Z]//g' "$format" > "$temp/page"
while read -r name; do
	grep -qw -- "$name" "$temp/page" || echo "not in codebook-catalog(5): $name"
done < "$temp/names" > "$temp/wrong"
result "codebook-catalog(5) names every element and attribute" "$temp/wrong"

# What --help says is compared above.
if need python3 "every message is explained in codebook(1)"; then
	find gen -name '*.c' ! -name help.c | sort > "$temp/sources"
	xargs python3 tests/drift/messages.py templates/man/codebook.1.mustache < "$temp/sources" > "$temp/wrong" 2>&1
	result "every message is explained in codebook(1)" "$temp/wrong"
fi

"$codebook" --version > "$temp/version"
grep -q "\"$(cat "$temp/version")\"" "$page" || echo "another version in codebook(1)" > "$temp/wrong"
result "versions agree" "$temp/wrong"

finish
