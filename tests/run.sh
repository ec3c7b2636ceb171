#!/bin/sh
# run.sh: all tests, for `make check`, which builds what they need first.
#
# Runs the unit test programs, plain, with sanitizers and under valgrind, and each
# tests/*/*.sh, several at once. The last line of the output counts: N passed, N failed,
# N skipped.
#   tests/run.sh [NAME...]   only what has NAME in its path
#   TEST_JOBS=N              so many at once; one for each processor without it
#   TEST_TIMES=1             says at the end what took the most processor time
#
# SPDX-License-Identifier: MIT
set -u
cd "$(dirname "$0")/.." || exit 2

# The scripts that take longest, longest first: started first, none is waited for alone.
slow='tests/man/show.sh tests/header/header.sh tests/negative/cases.sh tests/consumers/consumers.sh
	tests/languages/languages.sh tests/install/install.sh tests/repro/repro.sh tests/po/reader.sh tests/build/parallel.sh
	tests/build/incremental.sh tests/build/faults.sh'

# "1..2", "ok 1 - name", "not ok 2 - name" to the lines that lib.sh describes. A program
# that ends badly without having said which test failed is itself a failed test.
from_tap() {
	awk -v group="$1" -v status="$2" '
		/^1\.\.[0-9]+/ { planned = substr($0, 4) + 0; next }
		# cmocka calls a skipped test "not ok 1 # SKIP name".
		/^(not )?ok .*# SKIP/ { sub(/^.*# SKIP */, ""); seen++
			print "SKIP " group ": " $0 ": what it needs is not here"
			next }
		/^ok / { sub(/^ok [0-9]* *-? */, ""); seen++
			print "ok " group ": " $0
			next }
		/^not ok / { sub(/^not ok *[0-9]* *-? */, ""); seen++; failed++
			print "FAIL " group ": " $0; next }
		/^#? *$/ { next }
		{ details = details "    " $0 "\n" }
		END {
			if (seen < planned || !planned || (status != 0 && !failed)) {
				print "FAIL " group ": ended with status " status " after " seen + 0 " of " planned + 0 " tests"
				failed++
			}
			if (failed) printf "%s", details
		}'
}

# unit GROUP COMMAND...
unit() {
	group=$1
	shift
	CMOCKA_MESSAGE_OUTPUT=tap "$@" > "$files.tap" 2>&1
	from_tap "$group" "$?" < "$files.tap"
}

under_valgrind() {
	if command -v valgrind > /dev/null 2>&1; then
		unit "$1, valgrind" valgrind --quiet --error-exitcode=99 --leak-check=full \
			--errors-for-leak-kinds=definite,indirect,possible "out/obj/tests/$1"
	else
		echo "SKIP $1, valgrind: no valgrind here"
	fi
}

script() {
	group=${1#tests/}
	group=${group%.sh}
	sh "$1" > "$files.script" 2> "$files.errors" < /dev/null
	status=$?
	sed -E "s#^(ok|FAIL|SKIP) #&$group: #" "$files.script"
	if [ "$status" -ne 0 ] && ! grep -q '^FAIL ' "$files.script"; then
		echo "FAIL $group: the script ended with status $status"
		sed 's/^/    /' "$files.errors"
	elif ! grep -qE '^(ok|FAIL|SKIP) ' "$files.script"; then
		echo "FAIL $group: the script ran no test"
	elif [ -s "$files.errors" ]; then
		echo "FAIL $group: unexpected messages"
		sed 's/^/    /' "$files.errors"
	fi
}

# run.sh --job DIRECTORY JOB: runs it, leaves its lines in DIRECTORY and prints the name of
# their file, as its last act.
run_job() {
	files=$1/$(echo "$2" | tr / _)
	case $2 in
	plain:*) unit "${2#*:}" "out/obj/tests/${2#*:}" ;;
	sanitized:*) unit "${2#*:}, sanitized" "out/obj/san/tests/${2#*:}" ;;
	valgrind:*) under_valgrind "${2#*:}" ;;
	*) script "$2" ;;
	esac > "$files.lines"
	# The second line of `times` is of the children: 0m1.23s 0m0.45s.
	times > "$files.times"
	awk -v job="$2" 'NR == 2 { gsub(/[ms]/, " "); printf "%6.1f %s\n", 60 * $1 + $2 + 60 * $3 + $4, job }' \
		"$files.times" > "$files.time"
	echo "$files.lines"
}

if [ "${1-}" = --job ]; then
	run_job "$2" "$3"
	exit 0
fi

log=$(mktemp -d "${TMPDIR:-/tmp}/codebook-run.XXXXXX") || exit 2
trap 'rm -rf "$log"' EXIT
trap 'exit 130' INT TERM HUP

names=$*
wanted() {
	[ -n "$names" ] || return 0
	for name in $names; do
		case $1 in *"$name"*) return 0 ;; esac
	done
	return 1
}

# What there is to run, in the order of its start.
jobs() {
	for script in $slow $(ls tests/*/*.sh); do
		if wanted "$script"; then echo "$script"; fi
	done | awk '!seen[$0]++'
	for kind in valgrind sanitized plain; do
		for source in tests/unit/test_*.c; do
			test=${source##*/}
			if wanted "${source%.c}"; then echo "$kind:${test%.c}"; fi
		done
	done
}

jobs > "$log/jobs"
xargs -n 1 -P "${TEST_JOBS:-$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)}" \
	sh tests/run.sh --job "$log" < "$log/jobs" |
	while read -r lines; do cat "$lines"; done | tee "$log/all"
while read -r job; do
	[ -e "$log/$(echo "$job" | tr / _).time" ] || echo "FAIL $job: it was not run to its end"
done < "$log/jobs" | tee -a "$log/all"

count() { grep -c "^$1 " "$log/all"; }
failed=$(count FAIL)
if [ "$failed" -ne 0 ]; then
	echo
	echo "What failed:"
	grep '^FAIL ' "$log/all"
fi
if [ -n "${TEST_TIMES-}" ]; then
	echo
	echo "Seconds of processor time, the most first:"
	cat "$log"/*.time | sort -rn | awk '{ sum += $1 } NR <= 20 { print } END { printf "%6.1f together\n", sum }'
fi
echo
echo "$(count ok) passed, $failed failed, $(count SKIP) skipped"
[ "$failed" -eq 0 ]
