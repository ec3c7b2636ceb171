#!/bin/sh
# stats.sh: how much is translated, counted by hand in a small case.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

cd "$temp" || exit 2
mkdir data po templates
base=$top/tests/negative/base

# Two protocols of 22 messages each: title, term, summary, description; 1 role; 2 of a
# class; 3 of a facet; 5 of each of 2 codes; 2 of a comparison.
cp "$base/data/note.xml" data
sed 's/id="note"/id="memo"/' "$base/data/note.xml" > data/memo.xml

# To these, and 3 texts of the program (its name of the language, the comma, the order of
# names), each kind adds:
#   page    Code, Index, Shared: 28    other   Shared, Other: 27
#   data    nothing, for what is in all languages at once stays in English: 25
#   plain   no row: English only
cat > templates/outputs.xml << 'EOF'
<outputs>
  <output kind="plain" each="catalog" lang="source" format="text" template="plain" path="plain.txt"/>
  <output kind="page" each="code" lang="each" format="markdown" template="page"
          path="{language.tag}/{protocol.id}-{code.slug}.md"/>
  <output kind="other" each="code" lang="each" format="text" template="other"
          path="{language.tag}/{protocol.id}-{code.slug}.txt"/>
  <output kind="page" each="protocol" lang="each" format="markdown" template="index"
          path="{language.tag}/{protocol.id}.md"/>
  <output kind="data" each="protocol" lang="all" format="json" template="data" path="{protocol.id}.json"/>
</outputs>
EOF
echo '{{#tr}}Only in English{{/tr}}{{> shared}}' > templates/plain.mustache
echo '{{#tr}}Code {code.value}{{/tr}} {{> shared}}' > templates/page.mustache
echo '{{#tr}}Other{{/tr}} {{#code}}{{> shared}}{{/code}}' > templates/other.mustache
echo '{{#tr}}Index{{/tr}} {{> inner}}{{> shared}}' > templates/index.mustache
echo '{{> shared}}' > templates/inner.mustache
echo '{{#tr}}Shared{{/tr}}' > templates/shared.mustache
echo '"{{#tr}}Not translated{{/tr}}"' > templates/data.mustache

echo zh_CN > po/LINGUAS
cat > po/zh_CN.po << 'EOF'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, fuzzy
msgctxt "note|title"
msgid "Notes"
msgstr "便条"

msgctxt "note:100|description"
msgid "Send <cmd>HELLO</cmd>."
msgstr "发送 <cmd>HELLO</cmd>。"

msgid "Code {code.value}"
msgstr "代码 {code.value}"

msgid "Shared"
msgstr "共有"

#, fuzzy
msgid "Other"
msgstr "其他"

msgctxt "codebook|language-name"
msgid "English"
msgstr "简体中文"
EOF

# Code, Shared and the name of the language are translated; Other is fuzzy.
cat > expected << 'EOF'
language part                     messages     done    fuzzy  missing
zh_CN    memo                           22        0        0       22
zh_CN    note                           22        1        1       20
zh_CN    templates/data.mustache         1        0        0        1
zh_CN    templates/index.mustache        1        0        0        1
zh_CN    templates/other.mustache        1        0        1        0
zh_CN    templates/page.mustache         1        1        0        0
zh_CN    templates/plain.mustache        1        0        0        1
zh_CN    templates/shared.mustache        1        1        0        0
zh_CN    codebook                        3        1        0        2

language protocol     kind        messages     done    fuzzy  missing
zh_CN    memo         page              28        3        0       25
zh_CN    memo         other             27        2        1       24
zh_CN    memo         data              25        1        0       24
zh_CN    note         page              28        4        1       23
zh_CN    note         other             27        3        2       22
zh_CN    note         data              25        2        1       22
EOF
for program in "$codebook" "$sanitized"; do
	"$program" stats > stats 2>&1
	diff -u expected stats > wrong
	result "stats, counted by hand, ${program#"$top/out/"}" wrong
done
{ sed '/^$/q' expected; sed -n '1,/^$/d; /protocol\|page/p' expected; } > expected-page
"$codebook" stats --only page 2>&1 | diff -u expected-page - > wrong
result "stats of one kind" wrong
"$codebook" check 2>&1 | grep '^zh_CN' > output
echo "zh_CN: 4 of 53 messages translated, 2 fuzzy" | diff -u - output > wrong
result "check counts every message once" wrong

if need python3 "stats --json says the same"; then
	"$codebook" stats --json > stats.json 2> wrong
	python3 - expected >> wrong 2>&1 << 'EOF'
import json, sys
stats = json.load(open("stats.json"))
assert list(stats) == ["parts", "documents"], stats.keys()
lines = []
for rows, keys in ((stats["parts"], ["part"]), (stats["documents"], ["protocol", "kind"])):
    for row in rows:
        assert list(row) == ["language", *keys, "messages", "translated", "fuzzy", "missing"], row
        lines.append(" ".join(str(value) for value in row.values()))
expected = [" ".join(line.split()) for line in open(sys.argv[1]) if line.startswith("zh_CN")]
assert lines == expected, "\n".join(lines)
EOF
	result "stats --json says the same" wrong
fi

# The pages say what stats say, and the data names what it lacks.
cd "$top" || exit 2
mkdir "$temp/begun"
echo zh_CN > "$temp/begun/LINGUAS"
sed '/^msgctxt "smtp:252|name"/,/^$/s/^msgstr .*/msgstr ""/; s/^msgctxt "smtp:421|name"/#, fuzzy\n&/
	/^msgid "Side by side"/,/^$/s/^msgstr .*/msgstr ""/' po/zh_CN.po > "$temp/begun/zh_CN.po"
"$codebook" build --po "$temp/begun" --out "$temp/out" > "$temp/output" 2>&1 || fail build < "$temp/output"
"$codebook" stats --po "$temp/begun" > "$temp/stats" 2>&1
markdown=$temp/out/share/doc/codebook/markdown
# Of which kind: messages and done of a row of stats as a cell of a table.
cell() { awk -v kind="$1" '$3 == kind { printf "%d %% (%d of %d)", int($5 * 100 / $4), $5, $4 }' "$temp/stats"; }
grep -Fx "| [简体中文](../../zh_CN/smtp/README.md) | $(cell man) | $(cell markdown) | $(cell json) |" \
	"$markdown/en/smtp/README.md" > "$temp/output" || { cell man; grep '简体中文' "$markdown/en/smtp/README.md"; } > "$temp/wrong"
result "the index of a protocol has the share of each kind" "$temp/wrong"
"$codebook" check --po "$temp/begun" > "$temp/output" 2>&1
all=$(sed -n 's/^zh_CN: \([0-9]*\) of \([0-9]*\) .*/\1 of \2/p' "$temp/output")
grep -qFx "| [简体中文](../zh_CN/README.md) | [99 % ($all)](../zh_CN/smtp/README.md) |" "$markdown/en/README.md" ||
	{ echo "$all"; cat "$markdown/en/README.md"; } > "$temp/wrong"
result "the index has the share of each protocol" "$temp/wrong"
"$codebook" build --out "$temp/complete" --only markdown > "$temp/output" 2>&1 || fail build < "$temp/output"
grep -rn ' % (' "$temp"/complete/share/doc/codebook/markdown/*/README.md > "$temp/wrong"
grep -qFx '| [简体中文](../zh_CN/README.md) | [100 %](../zh_CN/smtp/README.md) |' \
	"$temp/complete/share/doc/codebook/markdown/en/README.md" || echo "no 100 %" >> "$temp/wrong"
result "and no more than that where all is translated" "$temp/wrong"
if need python3 "the data names what is stale and what is missing"; then
	python3 - "$temp/out/share/codebook/smtp.json" > "$temp/wrong" 2>&1 << 'EOF'
import json, sys
languages = json.load(open(sys.argv[1], encoding="utf-8"))["languages"]
zh = languages["zh_CN"]["translation"]
assert zh["stale_texts"] == ["smtp:421|name"] and zh["missing_texts"] == ["smtp:252|name"], zh
assert zh["translated"] == zh["total"] - 2, zh
en = languages["en"]["translation"]
assert en == {"total": zh["total"], "translated": zh["total"], "stale_texts": [], "missing_texts": []}, en
EOF
	result "the data names what is stale and what is missing" "$temp/wrong"
fi

# --min-coverage: the share itself is enough, a message less is not, and nothing is rounded.
cd "$temp" || exit 2
rm -r data templates po/zh_CN.po
cp -R "$base/data" "$base/templates" .
# In a language that is not linted: the translations are the English.
echo de > po/LINGUAS
# Translates the first N of the 26 messages.
translate() {
	"$codebook" pot | awk -v n="$1" '/^msgid ""/ { header = 1 } /^$/ { header = 0 }
		/^#, fuzzy/ { next } /^msgid / { id = $0 }
		/^msgstr ""/ && !header && done++ < n { sub(/^msgid/, "msgstr", id); print id; next } { print }' > po/de.po
}
translate 13
try "half is 50 %" "$codebook" check --min-coverage 50
expect "and less than 51 %" 1 "po/de.po: error: 13 of 26 messages are translated, less than 51 %" \
	"$codebook" check --min-coverage 51
translate 12
expect "one less is less than 50 %" 1 "po/de.po: error: 12 of 26 messages are translated, less than 50 %" \
	"$codebook" build --min-coverage 50 --out made
[ ! -e made ] || find made > wrong
result "and then nothing is written" wrong
translate 26
try "all is 100 %" "$codebook" build --min-coverage 100 --out made

finish
