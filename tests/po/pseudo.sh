#!/bin/sh
# pseudo.sh: in the pseudo-language every text of every page is in brackets: none was
# forgotten when texts were extracted for translation.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

need python3 "every text can be translated" || finish
"$codebook" build --pseudo --lang en_XA --pairs all --only markdown --out "$temp/out" > "$temp/output" 2>&1 ||
	{ fail build < "$temp/output"; finish; }
find "$temp/out" -name '*.md' | sort > "$temp/pages"
[ "$(wc -l < "$temp/pages")" -gt 1000 ] || fail "pages" < "$temp/pages"
xargs python3 tests/po/pseudo.py < "$temp/pages" > "$temp/wrong" 2>&1
result "every text can be translated" "$temp/wrong"

# The test would see one that cannot.
cp -R templates "$temp/templates"
sed 's/^## {{#tr}}Description{{\/tr}}/## Description/' templates/markdown/code.mustache > "$temp/templates/markdown/code.mustache"
"$codebook" build --pseudo --lang en_XA --only markdown --templates "$temp/templates" --out "$temp/out" > "$temp/output" 2>&1
python3 tests/po/pseudo.py "$temp/out/share/doc/codebook/markdown/en_XA/smtp/252.md" > "$temp/output" 2>&1
grep -q ': ## Description$' "$temp/output" || { echo "not found:"; cat "$temp/output"; } > "$temp/wrong"
result "a text that was forgotten is found" "$temp/wrong"

finish
