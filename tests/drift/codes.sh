#!/bin/sh
# codes.sh: the catalog and everything made from it name the same codes, comparisons and
# messages: none is missing anywhere, and there is nothing else.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
languages="en $(sed 's/#.*//' po/LINGUAS)"

# same NAME EXPECTED FOUND: two lists, in any order.
same() {
	sort "$2" > "$temp/a"
	sort "$3" > "$temp/b"
	diff -u "$temp/a" "$temp/b" > "$temp/wrong"
	[ -s "$2" ] || echo "there is nothing to compare" >> "$temp/wrong"
	result "$1" "$temp/wrong"
}

# Value, id and name of each code as the catalog has them, without our XML reader.
awk '
	function attribute(name) {
		return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
	}
	/<code value=/ { value = attribute("value"); id = attribute("id"); vendor = attribute("vendor"); unnamed = 1 }
	unnamed && /<name>/ {
		name = $0; sub(/.*<name>/, "", name); sub(/<\/name>.*/, "", name)
		gsub(/&lt;/, "<", name); gsub(/&gt;/, ">", name); gsub(/&amp;/, "\\&", name)
		slug = tolower(value)
		if (vendor) { vendor = tolower(vendor); gsub(/[^a-z0-9]+/, "-", vendor); slug = slug "-" vendor }
		constant = toupper(id); gsub(/-/, "_", constant)
		print value "\t" slug "\t" constant "\t" name
		unnamed = 0
	}' data/smtp.xml > "$temp/codes"
awk '
	function attribute(name) {
		return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
	}
	NR == FNR { slug[$1] = slug[$1] ? slug[$1] : $2; next }
	/<compare / { print slug[attribute("a")] "-vs-" slug[attribute("b")] }' \
	"$temp/codes" data/smtp.xml > "$temp/pairs"
cut -f 2 "$temp/codes" > "$temp/slugs"

# ---- header ----

try "the header compiles" "${CC:-cc}" -I "$out/include" -o "$temp/walk" tests/drift/walk.c
cut -f 1,3,4 "$temp/codes" > "$temp/expected"
if "$temp/walk" > "$temp/found"; then : > "$temp/wrong"; else echo "COUNT is wrong" > "$temp/wrong"; fi
result "the header counts its codes" "$temp/wrong"
same "smtp.h" "$temp/expected" "$temp/found"
cut -f 1 "$temp/found" | sort -n -c > "$temp/wrong" 2>&1
result "smtp.h is in ascending order" "$temp/wrong"

# ---- JSON ----

if need python3 "smtp.json"; then
	for language in $languages; do
		python3 - "$out/share/codebook/smtp.json" "$language" > "$temp/found" <<-'END'
			import json, sys
			protocol = json.load(open(sys.argv[1], encoding="utf-8"))["languages"][sys.argv[2]]
			for code in protocol["codes"]:
			    print(code["value"], code["slug"], code["identifier"], sep="\t")
		END
		cut -f 1-3 "$temp/codes" > "$temp/expected"
		same "smtp.json, $language" "$temp/expected" "$temp/found"
	done
fi

# ---- pages ----

for language in $languages; do
	man=$out/share/man/man7
	[ "$language" = en ] || man=$out/share/man/$language/man7
	{
		echo smtp.7
		sed 's/.*/smtp-&.7/' "$temp/slugs" "$temp/pairs"
	} > "$temp/expected"
	ls "$man" > "$temp/found"
	same "manual pages, $language" "$temp/expected" "$temp/found"

	markdown=$out/share/doc/codebook/markdown/$language
	{
		echo README.md
		sed 's/.*/&.md/' "$temp/slugs" "$temp/pairs"
	} > "$temp/expected"
	ls "$markdown/smtp" > "$temp/found"
	same "Markdown, $language" "$temp/expected" "$temp/found"

	# What the overviews list is what there is.
	sed -n 's/^| \[[^]]*\](\([^)]*\)\.md).*/\1/p' "$markdown/smtp/README.md" | grep -v '^\.\./' > "$temp/found"
	same "Markdown overview, codes, $language" "$temp/slugs" "$temp/found"
	sed -n 's/^- \[.*\](\([^):]*-vs-[^):]*\)\.md)$/\1/p' "$markdown/smtp/README.md" > "$temp/found"
	same "Markdown overview, comparisons, $language" "$temp/pairs" "$temp/found"
	sed -n 's/^\.BR smtp\\-\([^ ]*\) (7)$/\1/p' "$man/smtp.7" | sed 's/\\-/-/g' > "$temp/found"
	cat "$temp/slugs" "$temp/pairs" > "$temp/expected"
	same "manual overview, $language" "$temp/expected" "$temp/found"
done

# ---- messages ----

"$codebook" pot > "$temp/pot" 2> "$temp/stderr"
diff -u po/codebook.pot "$temp/pot" > "$temp/wrong" 2>&1
result "po/codebook.pot is up to date (make pot)" "$temp/wrong"
sed -n 's/^msgctxt "smtp:\([^|]*\)|name"$/\1/p' po/codebook.pot > "$temp/found"
same "po/codebook.pot, codes" "$temp/slugs" "$temp/found"
sed -n 's/^msgctxt "smtp:\([^|]*\)|lead"$/\1/p' po/codebook.pot > "$temp/found"
sed 's/-vs-/-/' "$temp/pairs" > "$temp/expected"
same "po/codebook.pot, comparisons" "$temp/expected" "$temp/found"

if need msgfmt "translations pass msgfmt --check" "translations have the messages of the template"; then
	for language in $languages; do
		[ "$language" = en ] && continue
		msgfmt --check -o /dev/null "po/$language.po" > "$temp/wrong" 2>&1
		result "po/$language.po passes msgfmt --check" "$temp/wrong"
		msgcmp --use-untranslated --use-fuzzy "po/$language.po" po/codebook.pot > "$temp/wrong" 2>&1
		result "po/$language.po has the messages of the template" "$temp/wrong"
		expect "po/$language.po is complete" 0 "" \
			"$codebook" check --lang "$language" --min-coverage 100
	done
fi

# ---- shipped lists ----

"$codebook" build --list-outputs --out "$out" | sed "s|^$out/||" > "$temp/expected"
(cd "$out" && find . -type f ! -name '.codebook-*' | sed 's|^\./||') > "$temp/found"
same "--list-outputs lists what is made" "$temp/expected" "$temp/found"
sed '1d; s/^[^ ]* [^ ]* [^ ]* //' "$out/.codebook-manifest" > "$temp/found"
same "the manifest lists what is made" "$temp/expected" "$temp/found"

finish
