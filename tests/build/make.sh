#!/bin/sh
# make.sh: `make docs` starts nothing when nothing changed, and makes the documents again
# when what it reads changed, came or went.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

# A copy of the tree with what was built.
mkdir "$temp/w" || exit 2
cp -Rp Makefile .ci data gen po templates "$temp/w"
copy_built "$temp/w/out"
cd "$temp/w" || exit 2

names="nothing changed; what changed is made"
if ! make -q out/bin/codebook > /dev/null 2>&1; then
	skip "$names" "the program was built with other flags, or is not up to date"
	exit
fi
make docs > "$temp/output" 2>&1 || { fail "make docs" < "$temp/output"; finish; }

# quiet NAME: there is nothing to do.
quiet() {
	make docs 2>&1 | grep -v "^make: Nothing to be done for .docs.\.$" > "$temp/wrong"
	make -q docs >> "$temp/wrong" 2>&1 || echo "make -q has something to do" >> "$temp/wrong"
	result "$1: make docs starts nothing" "$temp/wrong"
}
# again NAME: there is, and afterwards no more.
again() {
	{
		make -q docs && echo "make -q has nothing to do"
		make docs > "$temp/output" 2>&1 || cat "$temp/output"
		grep -q 'codebook build' "$temp/output" || cat "$temp/output"
		make -q docs || echo "afterwards make -q has something to do"
	} > "$temp/wrong" 2>&1
	result "$1: make docs makes the documents" "$temp/wrong"
}
# A date after that of the stamp, whatever the clock says.
later() {
	sleep 1
	touch "$@"
}

quiet "nothing changed"
for file in data/smtp.xml po/zh_CN.po po/LINGUAS templates/outputs.xml templates/markdown/code.mustache; do
	later "$file"
	again "$file changed"
done
sed 's/id="smtp"/id="copy"/; s/<ref=.smtp:/<ref="copy:/' data/smtp.xml > data/copy.xml
later data/copy.xml
again "another catalog"
[ -e out/include/codebook/copy.h ] || echo | fail "another catalog: there is no header"
rm data/copy.xml
again "a catalog that is gone"
[ ! -e out/include/codebook/copy.h ] || echo | fail "a catalog that is gone: the header is still there"
later templates/markdown/extra.mustache
again "another template"
rm templates/markdown/extra.mustache
make docs > "$temp/output" 2>&1
quiet "a template that nobody used is gone"
make -q docs CFLAGS=-O0 > /dev/null 2>&1
[ $? -eq 1 ] && : > "$temp/wrong" || echo "other flags were not seen" > "$temp/wrong"
result "other flags compile the program again" "$temp/wrong"
make -n out/bin/codebook PREFIX=/another 2> "$temp/wrong" | sed -n 's|.* -c -o out/obj/.* gen/||p' | sort > "$temp/compiled"
grep -lE 'CODEBOOK_(VERSION|DATE|PKGDATADIR|LOCALEDIR)' gen/*.c gen/*/*.c | sed 's|^gen/||' | sort |
	diff - "$temp/compiled" >> "$temp/wrong"
result "another PREFIX compiles again what has it, and nothing else" "$temp/wrong"

finish
