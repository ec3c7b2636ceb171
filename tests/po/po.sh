#!/bin/sh
# po.sh: the translations that are shipped: valid, complete, and of the texts that there
# are now.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

languages=$(sed 's/#.*//' po/LINGUAS)
for language in $languages; do
	if need msgfmt "$language: msgfmt --check"; then
		try_silent "$language: msgfmt --check" msgfmt --check -o /dev/null "po/$language.po"
	fi
done
try "every shipped language is complete and without a warning" "$codebook" check --min-coverage 100 --fatal-warnings

for file in po/*.po; do
	language=${file##*/}
	echo "$languages" | tr ' ' '\n' | grep -qx "${language%.po}" || echo "$file is not in po/LINGUAS"
done > "$temp/wrong"
result "every .po file is in LINGUAS" "$temp/wrong"

# What is missing is told, shown in English, and fails the build that wants all of it.
mkdir "$temp/po"
echo zh_CN > "$temp/po/LINGUAS"
sed '/^msgctxt "smtp:252|name"/,/^$/s/^msgstr .*/msgstr ""/' po/zh_CN.po > "$temp/po/zh_CN.po"
"$codebook" check --po "$temp/po" --lang zh_CN > "$temp/output" 2>&1
total=$(sed -n 's/^zh_CN: [0-9]* of \([0-9]*\) messages.*/\1/p' "$temp/output")
grep -qx "zh_CN: $((total - 1)) of $total messages translated, 0 fuzzy" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "a missing text is counted" "$temp/wrong"
expect "and is an error below the share that is asked for" 1 \
	"$temp/po/zh_CN.po: error: $((total - 1)) of $total messages are translated, less than 100 %" \
	"$codebook" check --po "$temp/po" --min-coverage 100
"$codebook" show smtp 252 --po "$temp/po" --lang zh_CN > "$temp/output" 2>&1
grep -q '<span lang="en">Cannot Verify User</span>' "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "it is shown in English and marked" "$temp/wrong"

# A fuzzy translation is none.
sed 's/^msgctxt "smtp:252|name"/#, fuzzy\n&/' po/zh_CN.po > "$temp/po/zh_CN.po"
"$codebook" check --po "$temp/po" --lang zh_CN > "$temp/output" 2>&1
grep -qx "zh_CN: $((total - 1)) of $total messages translated, 1 fuzzy" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "a fuzzy text is counted as not translated" "$temp/wrong"

sed '/^msgctxt "smtp:252|name"/,/^$/s/^msgstr .*/msgstr ""/; s/^msgctxt "smtp:421|name"/#, fuzzy\n&/' \
	po/zh_CN.po > "$temp/po/zh_CN.po"
"$codebook" stats --po "$temp/po" > "$temp/output" 2>&1
awk '$1 == "zh_CN" && $2 == "smtp" && $4 == $3 - 2 && $5 == 1 && $6 == 1 { found = 1 } END { exit !found }' "$temp/output" ||
	cat "$temp/output" > "$temp/wrong"
result "stats count what is translated, fuzzy and missing" "$temp/wrong"
if need python3 "stats as JSON"; then
	"$codebook" stats --json --po "$temp/po" | python3 -c '
import json, sys
rows = {row["part"]: row for row in json.load(sys.stdin)}
smtp = rows["smtp"]
assert smtp["language"] == "zh_CN" and smtp["fuzzy"] == 1 and smtp["missing"] == 1, smtp
assert smtp["translated"] == smtp["messages"] - 2 and "templates/man" in rows, rows
' > "$temp/wrong" 2>&1
	result "stats as JSON" "$temp/wrong"
fi

finish
