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
languages=$(sed 's/#.*//' po/LINGUAS)

# Without any tool: what can be told from the lines.
# The pages about the program show tags on purpose.
find "$out" -type f ! -name 'codebook*.[15]' -exec grep -n '{{\|}}' {} + > "$temp/wrong"
result "no tag of a template is left anywhere" "$temp/wrong"

cd "$pages" || exit 2
find . -name '*.md' | sed 's|^\./||' | sort > "$temp/pages"
[ "$(wc -l < "$temp/pages")" -gt 200 ] || fail "pages" < "$temp/pages"
xargs awk '
	{
		gsub(/`[^`]*`/, "")
		while (match($0, /\]\([^)]*\)/)) {
			link = substr($0, RSTART + 2, RLENGTH - 3)
			$0 = substr($0, RSTART + RLENGTH)
			if (link !~ /^https?:\/\//) print FILENAME "\t" link
		}
	}' < "$temp/pages" > "$temp/links"
[ "$(wc -l < "$temp/links")" -gt 1000 ] || fail "links" < "$temp/links"
tab=$(printf '\t')
while IFS=$tab read -r page link; do
	[ -f "${page%/*}/${link%%#*}" ] || echo "$page: $link"
done < "$temp/links" > "$temp/wrong"
result "links lead to files" "$temp/wrong"

xargs awk '
	FNR == 1 { check_end(); page = FILENAME; code = table = empty = 0; last = "" }
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
	function check_end() { if (last ~ /^#/) print page ": the last section is empty" }
	END { check_end() }' < "$temp/pages" > "$temp/wrong"
result "tables, sections and blank lines" "$temp/wrong"

for language in $languages; do
	grep -rn '<span\|<!--' "$pages/$language" > "$temp/wrong"
	result "$language: nothing is marked as English" "$temp/wrong"
done
cd "$top" || exit 2

names="HTML of each page
a comparison says nothing twice
no English in another language"
if ! has cmark-gfm || ! has python3; then
	printf '%s\n' "$names" | while read -r name; do skip "$name" "no cmark-gfm or no python3 here"; done
	finish
fi

sed 's|[^/]*$||' "$temp/pages" | sort -u | while read -r directory; do mkdir -p "$temp/html/$directory"; done
while read -r page; do
	cmark-gfm -e table -e strikethrough --unsafe --to html "$pages/$page" > "$temp/html/${page%.md}.html"
done < "$temp/pages"
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
