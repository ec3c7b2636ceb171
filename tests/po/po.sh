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
grep -q '<span lang="en" class="untranslated">Cannot Verify User</span>' "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "it is shown in English and marked" "$temp/wrong"

# Which is told, and the page is shown although another translation is wrong.
"$codebook" check --po "$temp/po" --min-coverage 100 2> "$temp/output" > "$temp/stdout"
grep -q ": note: 'smtp:252|name' is not translated$" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "what is missing is named" "$temp/wrong"
sed '/^msgctxt "smtp:252|choose"/,/^$/s/^msgstr .*/msgstr "甲"/; s/^msgctxt "smtp:421|name"/msgctxt "smtp:421|nam"/' po/zh_CN.po > "$temp/po/zh_CN.po"
"$codebook" show smtp 252 --po "$temp/po" --lang zh_CN > "$temp/stdout" 2> "$temp/output"
status=$?
{
	[ $status -eq 1 ] || echo "status $status"
	grep -q '^# SMTP 252 无法验证用户' "$temp/stdout" || echo "no page"
	grep -q '^<span lang="en" class="untranslated">' "$temp/stdout" || echo "no mark"
	grep -q "po/zh_CN.po:[0-9]*:1: error: the translation lacks " "$temp/output" || cat "$temp/output"
} > "$temp/wrong"
result "a wrong translation is an error, and the page is shown" "$temp/wrong"
sed 's/^msgctxt "smtp:421|name"/msgctxt "smtp:421|nam"/' po/zh_CN.po > "$temp/po/zh_CN.po"
"$codebook" check --po "$temp/po" --lang zh_CN > "$temp/output" 2>&1
grep -qx "zh_CN: 1 entry belongs to no text of catalog and templates" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "an entry of another version is told" "$temp/wrong"
sed '1,/^$/d' po/zh_CN.po > "$temp/po/zh_CN.po"
expect "a file without a header" 0 "$temp/po/zh_CN.po:1: warning: no header with charset=UTF-8" \
	"$codebook" check --po "$temp/po" --lang zh_CN

# A fuzzy translation is none.
sed 's/^msgctxt "smtp:252|name"/#, fuzzy\n&/' po/zh_CN.po > "$temp/po/zh_CN.po"
"$codebook" check --po "$temp/po" --lang zh_CN > "$temp/output" 2>&1
grep -qx "zh_CN: $((total - 1)) of $total messages translated, 1 fuzzy" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "a fuzzy text is counted as not translated" "$temp/wrong"
expect "and is an error below the share that is asked for" 1 \
	"$temp/po/zh_CN.po: error: $((total - 1)) of $total messages are translated, less than 100 %" \
	"$codebook" check --po "$temp/po" --min-coverage 100

# What is missing and what is stale look different, in every format that has marks.
# shows NAME PATTERN OPTION...: a line of the comparison of 252 and 421 is this, whole or in part.
shows() {
	name=$1 pattern=$2
	shift 2
	"$codebook" compare smtp 252 421 --po "$temp/po" --lang zh_CN "$@" > "$temp/output" 2>&1
	grep -qe "$pattern" "$temp/output" || cat "$temp/output" > "$temp/wrong"
	result "$name" "$temp/wrong"
}
sed '/^msgctxt "smtp:252|choose"/,/^$/s/^msgstr .*/msgstr ""/; s/^msgctxt "smtp:421|choose"/#, fuzzy\n&/
	s/^msgid "Side by side"/#, fuzzy\n&/; /^msgid "Key differences"/,/^$/s/^msgstr .*/msgstr ""/
	/^msgid "SIDE BY SIDE"/,/^$/s/^msgstr .*/msgstr ""/
	s/^msgid "When {value} occurs"/#, fuzzy\n&/' po/zh_CN.po > "$temp/po/zh_CN.po"
shows "a missing text in Markdown" '^- <span lang="en" class="untranslated">.*</span>$'
shows "a stale text in Markdown" '^- <span lang="en" class="stale">.*</span>$'
shows "a missing sentence in Markdown" '^## <span lang="en" class="untranslated">Key differences</span>$'
shows "a stale sentence in Markdown" '^## <span lang="en" class="stale">Side by side</span>$'
shows "a missing text in a manual page" '^\[en\] [A-Z]' --only man
shows "a stale text in a manual page" '^\[en\*\] [A-Z]' --only man
shows "a stale sentence in a manual page" '^\.SS \[en\*\] When 252 occurs$' --only man
shows "a heading that programs read has no mark" '^\.SH SIDE BY SIDE$' --only man
shows "a manual page explains the marks" '\\fB\[en\]\\fP.*\\fB\[en\*\]\\fP' --only man
"$codebook" compare smtp 252 421 --lang zh_CN --only man > "$temp/output" 2>&1
grep -n '\[en' "$temp/output" > "$temp/wrong"
result "but not where all is translated" "$temp/wrong"

# Whatever is fuzzy is shown nowhere: with nothing else in the file, no page has a word of
# Chinese.
awk '/^(msgctxt|msgid) / && last !~ /^msgctxt/ && !/^msgid ""$/ { print "#, fuzzy" } { print; last = $0 }' \
	po/zh_CN.po > "$temp/po/zh_CN.po"
try "everything is fuzzy: build" "$codebook" build --po "$temp/po" --out "$temp/out"
"$codebook" check --po "$temp/po" > "$temp/output" 2>&1
grep -qx "zh_CN: 0 of $total messages translated, $total fuzzy" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "everything is fuzzy: counted" "$temp/wrong"
if need python3 "everything is fuzzy: nothing of it is shown"; then
	python3 - "$temp/out" > "$temp/wrong" 2>&1 << 'EOF'
import os, re, sys
for folder, _, files in os.walk(sys.argv[1]):
    for file in files:
        path = os.path.join(folder, file)
        found = re.search("[\u3000-\u9fff\uff00-\uffef]+", open(path, encoding="utf-8").read())
        if found:
            print(f"{path}: {found.group(0)}")
if not os.path.exists(sys.argv[1] + "/share/man/zh_CN/man7/smtp-252.7"):
    print("no page in Chinese")
EOF
	result "everything is fuzzy: nothing of it is shown" "$temp/wrong"
fi
if need msgfmt "everything is fuzzy: nothing of it is in the .mo file"; then
	msgfmt -o "$temp/fuzzy.mo" "$temp/po/zh_CN.po" && msgunfmt "$temp/fuzzy.mo" | sed '1,/^$/d' > "$temp/wrong"
	result "everything is fuzzy: nothing of it is in the .mo file" "$temp/wrong"
fi

finish
