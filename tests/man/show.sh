#!/bin/sh
# show.sh: every manual page as man-db shows it, in the locale of a reader, and finds it.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --only man --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
man=$out/share/man

directory() { if [ "$1" = en ]; then echo "$man"; else echo "$man/$1"; fi; }
pages() {
	for section in 1 5 7; do
		[ ! -d "$(directory "$1")/man$section" ] || find "$(directory "$1")/man$section" -type f
	done | sort
}

# show_all LANGUAGE LOCALE. The sandbox of man, which is slow to set up, is not looked at.
show_all() {
	pages "$1" | while read -r page; do
		MANWIDTH=72 MAN_DISABLE_SECCOMP=1 LC_ALL=$2 man -l --warnings=w -E UTF-8 "$page" 2>&1 > "$temp/shown" | sed "s|^|${page##*/}: |"
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
