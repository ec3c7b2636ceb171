#!/bin/sh
# show.sh: every manual page as man-db shows it, in the locale of a reader, and finds it.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --only man --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
man=$out/share/man

# show_all LANGUAGE LOCALE. The sandbox of man, which is slow to set up, is not looked at.
show_all() {
	directory=$man/$1
	[ "$1" != en ] || directory=$man
	rm -rf "$temp/shown" && mkdir "$temp/shown" || exit 2
	for page in "$directory"/man[157]/*; do
		shown=$temp/shown/${page##*/}
		MANWIDTH=72 MAN_DISABLE_SECCOMP=1 LC_ALL=$2 man -l --warnings=w -E UTF-8 "$page" > "$shown" 2> "$temp/stderr"
		[ ! -s "$temp/stderr" ] || sed "s|^|${page##*/}: |" "$temp/stderr"
		[ -s "$shown" ] || echo "${page##*/}: nothing is shown"
	done > "$temp/wrong"
	[ "$(find "$temp/shown" -type f | wc -l)" -gt 50 ] || ls "$temp/shown" >> "$temp/wrong"
	# Examples are not filled, and may be wider; a paragraph that cannot be broken is far wider.
	(cd "$temp/shown" && LC_ALL=C.UTF-8 wc -L -- *) | awk '$1 > 100 && $2 != "total" { print $2 ": a line of " $1 " columns" }' >> "$temp/wrong"
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
