#!/bin/sh
# pages.sh: every manual page in every language, as mandoc, groff and lexgrog see it. A
# tool gets all pages of a language at once, and says which one it means.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --only man --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
man=$out/share/man
languages="en $(sed 's/#.*//' po/LINGUAS)"

# The pages of each language, as paths below $man.
cd "$man" || exit 2
for language in $languages; do
	directory=$language
	[ "$language" != en ] || directory=.
	find "$directory"/man[157] -type f 2> /dev/null | sed 's|^\./||' | sort > "$temp/pages.$language"
	[ "$(wc -l < "$temp/pages.$language")" -gt 50 ] || fail "pages, $language" < "$temp/pages.$language"
done

# groff_says COLUMNS < PAGES. No page defines what another might then use unnoticed: see below.
groff_says() { { xargs groff -man -ww -K utf8 -T utf8 "-rLL=${1}n" > /dev/null; } 2>&1; }

# names_wrong PAGES: what lexgrog reads as NAME, where that is not one line "name - description".
# All that it reads is in $temp/names. Its sandbox, which is slow to set up, is not looked at.
names_wrong() {
	MAN_DISABLE_SECCOMP=1 xargs lexgrog > "$temp/names" 2>&1 < "$1"
	awk -v count="$(wc -l < "$1")" '
		{
			page = $0; sub(/: .*/, "", page)
			name = page; sub(/^.*\//, "", name); sub(/\.[^.]*$/, "", name)
			if (index($0, page ": \"" name " - ") != 1 || !/"$/) print
			if (/\\/) print "an escape is left: " $0
		}
		END { if (NR != count) print NR " names of " count " pages" }' "$temp/names"
}

# The lines of a page itself, without any tool.
for language in $languages; do
	# shellcheck disable=SC2016 # $0 of awk
	xargs awk '
		FNR == 1 { check_end(); last = ""; example = 0; page = FILENAME }
		/^\.(SH|SS|TP|IP|PP)( |$)/ && last ~ /^\.(SH|SS)( |$)/ && !(last ~ /^\.SH/ && /^\.(SS|TP|IP|PP)/) && !(last ~ /^\.SS/ && /^\.(TP|IP)/) {
			print page ":" FNR - 1 ": an empty section" }
		/^$/ { print page ":" FNR ": an empty line" }
		/^\.nf/ { example = 1 }
		/^\.fi/ { example = 0 }
		!example && /[ \t]$/ { print page ":" FNR ": white space at the end" }
		/^\.(TP|IP|B|I|BR|SH|SS) *$/ && !/^\.(TP|IP) *$/ { print page ":" FNR ": a request without text" }
		/^[.\047][ \t]*(ds|nr|de|am|as|al|rn|char|tr)1?i?([ \t]|$)/ { print page ":" FNR ": a definition" }
		{ last = $0 }
		function check_end() { if (last ~ /^\.(SH|SS)/) print page ": the last section is empty" }
		END { check_end() }' < "$temp/pages.$language" > "$temp/wrong"
	result "sections and lines, $language" "$temp/wrong"
done

if need mandoc "mandoc -Tlint"; then
	for language in $languages; do
		xargs mandoc -Tlint -W warning < "$temp/pages.$language" > "$temp/wrong" 2>&1
		result "mandoc -Tlint, $language" "$temp/wrong"
	done
fi

if need groff "groff -ww"; then
	for language in $languages; do
		for width in 60 80 100; do
			groff_says $width < "$temp/pages.$language" > "$temp/wrong"
			result "groff -ww, $width columns, $language" "$temp/wrong"
		done
	done
fi

# NAME decides what apropos finds.
if need lexgrog "lexgrog reads NAME"; then
	for language in $languages; do
		names_wrong "$temp/pages.$language" > "$temp/wrong"
		result "lexgrog reads NAME, $language" "$temp/wrong"
	done
fi
cd "$top" || exit 2

# A language that is only begun: marks, and a section that explains them.
mkdir "$temp/po"
echo zh_CN > "$temp/po/LINGUAS"
awk '/^msgctxt/ { n++ } n % 3 == 1 && /^msgctxt/ { print "#, fuzzy" } n % 3 == 2 && /^msgstr / { print "msgstr \"\""; next } { print }' \
	po/zh_CN.po > "$temp/po/zh_CN.po"
begun=$temp/begun
"$codebook" build --only man --po "$temp/po" --out "$begun" > "$temp/output" 2>&1 || fail build < "$temp/output"
find "$begun/share/man/zh_CN/man7" -type f | sort > "$temp/pages"
while read -r page; do
	grep -q '^\[en\] ' "$page" && grep -q '^\[en\*\] ' "$page" && grep -q 'fB\[en\]' "$page" ||
		echo "${page##*/}: no marks, or no word about them"
	grep -n '^\.\(TH\|SH\) .*\[en' "$page" | sed "s|^|${page##*/}:|"
done < "$temp/pages" > "$temp/wrong"
result "marks of a language that is begun" "$temp/wrong"
if need mandoc "mandoc -Tlint, a language that is begun"; then
	xargs mandoc -Tlint -W warning < "$temp/pages" > "$temp/wrong" 2>&1
	result "mandoc -Tlint, a language that is begun" "$temp/wrong"
fi
if need groff "groff -ww, a language that is begun"; then
	groff_says 60 < "$temp/pages" > "$temp/wrong"
	result "groff -ww, a language that is begun" "$temp/wrong"
fi
if need lexgrog "lexgrog reads NAME, a language that is begun"; then
	{
		names_wrong "$temp/pages"
		grep '\[en' "$temp/names"
	} > "$temp/wrong"
	result "lexgrog reads NAME, a language that is begun" "$temp/wrong"
fi

finish
