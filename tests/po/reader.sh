#!/bin/sh
# reader.sh: our PO reader and msgfmt read the same from the same files, and refuse the
# same in the same line: the odd files of corpus/, our translations, and files made at
# random. exceptions.txt says where we mean to differ.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

dump=$top/out/obj/san/tests/po/dump
for tool in python3 msgfmt; do
	need "$tool" "PO files are read as by msgfmt" || finish
done

compare() { python3 tests/po/reader.py "$dump" "$@" > "$temp/wrong" 2>&1; }

compare tests/po/corpus tests/po/exceptions.txt
result "odd files" "$temp/wrong"
compare po
result "our translations" "$temp/wrong"

mkdir "$temp/random"
python3 tests/po/generate.py 1 300 "$temp/random" > "$temp/wrong" 2>&1
[ -s "$temp/wrong" ] || compare "$temp/random"
result "300 files made at random" "$temp/wrong"

# The test would see what differs.
mkdir "$temp/differs"
# shellcheck disable=SC2016 # "$@" is of the inner shell
printf '#!/bin/sh\n"$REAL" "$@" | sed s/656e/656f/\n' > "$temp/wrong-dump"
chmod +x "$temp/wrong-dump"
printf 'msgid "a"\nmsgstr "ten"\n' > "$temp/differs/text.po"
printf 'msgid "a"\nmsgstr "b"\n' > "$temp/differs/same.po"
REAL=$dump python3 tests/po/reader.py "$temp/wrong-dump" "$temp/differs" > "$temp/output" 2>&1
if grep -q 'text.po: usable' "$temp/output" && [ "$(wc -l < "$temp/output")" -eq 1 ]; then
	pass "a difference is found"
else
	fail "a difference is found" < "$temp/output"
fi

finish
