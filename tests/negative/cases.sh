#!/bin/sh
# cases.sh: wrong input and what is said about it. cases.txt lists the cases: to add one is
# to add a paragraph there.
#
# Each case starts with a copy of base/ and the documents made from it, changes something
# (do), runs the program (run) and compares status and standard error, all of it. Whatever
# happens, the documents have to be the same afterwards. The sanitized program has to say
# the same as the plain one.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

cp -R "$top/tests/negative/base" "$temp/base"
(cd "$temp/base" && "$codebook" build) > "$temp/output" 2>&1 || {
	fail "base" < "$temp/output"
	finish
}
before=$(fingerprint "$temp/base/out")
limit=
has timeout && limit='timeout 30'

# For `do` lines. edit FILE SED-COMMAND; add FILE LINE.
edit() {
	sed "$2" "$1" > "$1.new" && ! cmp -s "$1" "$1.new" && mv "$1.new" "$1" ||
		echo "the edit changes nothing"
}
add() { printf '%s\n' "$2" >> "$1"; }

run_case() {
	[ -n "$title" ] || return
	run_one "$title" "$codebook"
	run_one "$title, sanitized" "$sanitized"
}

# run_one NAME PROGRAM
run_one() {
	rm -rf "$temp/case"
	cp -R "$temp/base" "$temp/case"
	(
		cd "$temp/case" || exit
		eval "$commands"
	) > "$temp/wrong" 2>&1
	name=$1 program=$2
	(
		cd "$temp/case" || exit
		eval "set -- $run"
		exec $limit "$program" "$@" > "$temp/stdout" 2> "$temp/stderr" < /dev/null
	)
	got=$?
	[ "$got" = "$status" ] || echo "status $got, not $status" >> "$temp/wrong"
	printf '%s' "$messages" > "$temp/expected"
	diff -u "$temp/expected" "$temp/stderr" >> "$temp/wrong"
	[ "$(fingerprint "$temp/case/out")" = "$before" ] ||
		echo "the documents have changed" >> "$temp/wrong"
	result "$name" "$temp/wrong"
}

start_case() {
	title='' commands=: run=build status=1 messages=''
}

newline='
'
start_case
while IFS= read -r line; do
	value=${line#*:}
	value=${value# }
	case $line in
	'#'*) ;;
	'')
		run_case
		start_case
		;;
	test:*) title=$value ;;
	do:*) commands=$commands$newline$value ;;
	run:*) run=$value ;;
	status:*) status=$value ;;
	says:*) messages=$messages$value$newline ;;
	*) echo "what is this: $line" | fail "cases.txt" ;;
	esac
done < "$top/tests/negative/cases.txt"
run_case

finish
