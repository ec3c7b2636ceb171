#!/bin/sh
# markdown.sh: every Markdown page, as GitHub's parser sees it: links that lead somewhere,
# tables that are tables, no template left over, nothing twice on a comparison, and no
# English left in another language.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
pages=$out/share/doc/codebook/markdown

# Without any tool: what can be told from the lines.
# The pages about the program show tags on purpose.
find "$out" -type f ! -name 'codebook*.[15]' -exec grep -n '{{\|}}' {} + > "$temp/wrong"
result "no tag of a template is left anywhere" "$temp/wrong"

find "$pages" -name '*.md' | while read -r page; do
	sed 's/`[^`]*`//g' "$page" | grep -oE '\]\([^)]*\)' | sed 's/^](\(.*\))$/\1/' |
		grep -v '^https\{0,1\}://' | while read -r link; do
		[ -f "${page%/*}/${link%%#*}" ] || echo "${page#"$pages"/}: $link"
	done
done > "$temp/wrong"
result "links lead to files" "$temp/wrong"

find "$pages" -name '*.md' | while read -r page; do
	awk -v page="${page#"$pages"/}" '
		/^```/ { code = !code }
		!code && /^\|/ {
			line = $0; gsub(/\\\|/, "", line); cells = gsub(/\|/, "", line)
			if (!table) table = cells
			if (cells != table) print page ":" FNR ": " cells - 1 " cells, not " table - 1
			last = $0
			next
		}
		{ table = 0 }
		!code && /^$/ { if (empty++ > 1) print page ":" FNR ": blank lines" ; next }
		{ empty = 0 }
		!code && /^#/ && last ~ /^#/ { print page ":" FNR ": the section above is empty" }
		!code && / $/ { print page ":" FNR ": white space at the end" }
		NF { last = $0 }
		END { if (last ~ /^#/) print page ": the last section is empty" }' "$page"
done > "$temp/wrong"
result "tables, sections and blank lines" "$temp/wrong"

for language in $(sed 's/#.*//' po/LINGUAS); do
	grep -rn '<span\|<!--' "$pages/$language" > "$temp/wrong"
	result "$language: nothing is marked as English" "$temp/wrong"
done

names="HTML of each page
a comparison says nothing twice
no English in another language"
if ! has cmark-gfm || ! has python3; then
	printf '%s\n' "$names" | while read -r name; do skip "$name" "no cmark-gfm or no python3 here"; done
	finish
fi

(cd "$pages" && find . -name '*.md' | while read -r page; do
	mkdir -p "$temp/html/${page%/*}"
	cmark-gfm -e table -e strikethrough --unsafe --to html "$page" > "$temp/html/${page%.md}.html"
done)
for check in structure twice english; do
	python3 -B tests/drift/pages.py "$check" "$temp/html" data/smtp.xml > "$temp/wrong" 2>&1
	case $check in
	structure) name="HTML of each page" ;;
	twice) name="a comparison says nothing twice" ;;
	english) name="no English in another language" ;;
	esac
	result "$name" "$temp/wrong"
done

finish
