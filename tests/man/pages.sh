#!/bin/sh
# pages.sh: every manual page in every language, as mandoc, groff and man-db see it.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --only man --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
man=$out/share/man
languages="en $(sed 's/#.*//' po/LINGUAS)"

directory() { if [ "$1" = en ]; then echo "$man"; else echo "$man/$1"; fi; }
pages() {
	for section in 1 5 7; do
		[ ! -d "$(directory "$1")/man$section" ] || find "$(directory "$1")/man$section" -type f
	done | sort
}

# each_page NAME LANGUAGE COMMAND...: what the command prints about any page is wrong.
each_page() {
	name=$1 language=$2
	shift 2
	pages "$language" | while read -r page; do
		"$@" "$page" 2>&1 > /dev/null | sed "s|^|${page##*/}: |"
	done > "$temp/wrong"
	result "$name" "$temp/wrong"
}

# The lines of a page itself, without any tool.
for language in $languages; do
	pages "$language" | while read -r page; do
		awk -v page="${page##*/}" '
			/^\.(SH|SS|TP|IP|PP)( |$)/ && last ~ /^\.(SH|SS)( |$)/ && !(last ~ /^\.SH/ && /^\.(SS|TP|IP|PP)/) && !(last ~ /^\.SS/ && /^\.(TP|IP)/) {
				print page ":" FNR - 1 ": an empty section" }
			/^$/ { print page ":" FNR ": an empty line" }
			/^\.nf/ { example = 1 }
			/^\.fi/ { example = 0 }
			!example && /[ \t]$/ { print page ":" FNR ": white space at the end" }
			/^\.(TP|IP|B|I|BR|SH|SS) *$/ && !/^\.(TP|IP) *$/ { print page ":" FNR ": a request without text" }
			{ last = $0 }
			END { if (last ~ /^\.(SH|SS)/) print page ": the last section is empty" }' "$page"
	done > "$temp/wrong"
	result "sections and lines, $language" "$temp/wrong"
done

if need mandoc "mandoc -Tlint"; then
	for language in $languages; do
		pages "$language" | while read -r page; do
			mandoc -Tlint -W warning "$page" 2>&1
		done | sed "s|$man/||" > "$temp/wrong"
		result "mandoc -Tlint, $language" "$temp/wrong"
	done
fi

if need groff "groff -ww"; then
	for language in $languages; do
		for width in 60 80 100; do
			each_page "groff -ww, $width columns, $language" "$language" \
				groff -man -ww -K utf8 -T utf8 "-rLL=${width}n"
		done
	done
fi

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
	while read -r page; do
		groff -man -ww -K utf8 -T utf8 -rLL=60n "$page" 2>&1 > /dev/null | sed "s|^|${page##*/}: |"
	done < "$temp/pages" > "$temp/wrong"
	result "groff -ww, a language that is begun" "$temp/wrong"
fi
if need lexgrog "lexgrog reads NAME, a language that is begun"; then
	xargs lexgrog < "$temp/pages" 2>&1 | grep -v '\.7: "smtp.* - .*"$' > "$temp/wrong"
	xargs lexgrog < "$temp/pages" 2>&1 | grep '\[en' >> "$temp/wrong"
	result "lexgrog reads NAME, a language that is begun" "$temp/wrong"
fi

# NAME decides what apropos finds: one line "name - description" for each page.
if need lexgrog "lexgrog reads NAME"; then
	for language in $languages; do
		pages "$language" | while read -r page; do
			name=${page##*/}
			name=${name%.*}
			line=$(lexgrog "$page" 2>&1) || echo "$name: $line"
			case $line in
			*": \"$name - "*\") ;;
			*) echo "$name: $line" ;;
			esac
			case $line in *\\*) echo "$name: an escape is left: $line" ;; esac
		done > "$temp/wrong"
		result "lexgrog reads NAME, $language" "$temp/wrong"
	done
fi

# man itself, in the locale of a reader.
show_all() {
	pages "$1" | while read -r page; do
		MANWIDTH=72 LC_ALL=$2 man -l --warnings=w -E UTF-8 "$page" 2>&1 > "$temp/shown" | sed "s|^|${page##*/}: |"
		[ -s "$temp/shown" ] || echo "${page##*/}: nothing is shown"
		# Examples are not filled, and may be wider; a paragraph that cannot be broken is far wider.
		columns=$(LC_ALL=C.UTF-8 wc -L < "$temp/shown" 2> /dev/null) || columns=0
		[ "$columns" -le 100 ] || echo "${page##*/}: a line of $columns columns"
	done > "$temp/wrong"
}
if ! has man || ! man --version 2> /dev/null | grep -q '^man 2'; then
	skip "man shows every page" "no man-db here"
else
	show_all en C.UTF-8
	result "man shows every page, en" "$temp/wrong"
	if need localedef "man shows every page in its language" && make_locale zh_CN; then
		show_all zh_CN zh_CN.UTF-8
		result "man shows every page, zh_CN" "$temp/wrong"
		# It is found by its name, and in the language of the reader.
		MANPATH=$man LC_ALL=zh_CN.UTF-8 man -w 7 smtp-252 > "$temp/found" 2>&1
		echo "$man/zh_CN/man7/smtp-252.7" | diff - "$temp/found" > "$temp/wrong"
		result "man finds a page in the language of the reader" "$temp/wrong"
		# The database of apropos is made below $out, and only there.
		mkdir -p "$temp/cache"
		printf 'MANDB_MAP %s %s\nMANDATORY_MANPATH %s\n' "$man" "$temp/cache" "$man" > "$temp/manpath"
		if mandb -C "$temp/manpath" -c "$man" > "$temp/output" 2>&1; then
			grep -i 'warning\|whatis parse' "$temp/output" > "$temp/wrong"
			result "mandb reads every page" "$temp/wrong"
		else
			skip "mandb reads every page" "mandb cannot write a database here"
		fi
	elif has localedef; then
		skip "man shows every page, zh_CN" "no sources of the locale zh_CN here"
	fi
fi

finish
