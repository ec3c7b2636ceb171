#!/bin/sh
# run.sh: all tests, for `make check`, which builds what they need first.
#
# Runs the unit test programs, plain, with sanitizers and under valgrind, then each
# tests/*/*.sh. The last line of the output counts: N passed, N failed, N skipped.
#   tests/run.sh [NAME...]   only what has NAME in its path
#
# SPDX-License-Identifier: MIT
set -u
cd "$(dirname "$0")/.." || exit 2

log=$(mktemp -d "${TMPDIR:-/tmp}/codebook-run.XXXXXX") || exit 2
trap 'rm -rf "$log"' EXIT
trap 'exit 130' INT TERM HUP

wanted() {
	[ -n "$names" ] || return 0
	for name in $names; do
		case $1 in *"$name"*) return 0 ;; esac
	done
	return 1
}
names=$*

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

unit() {
	group=$1
	shift
	CMOCKA_MESSAGE_OUTPUT=tap "$@" > "$log/tap" 2>&1
	status=$?
	from_tap "$group" "$status" < "$log/tap"
}

unit_tests() {
	for source in tests/unit/test_*.c; do
		test=${source##*/}
		test=${test%.c}
		[ -e "$source" ] && wanted "unit/$test" || continue
		unit "$test" "out/obj/tests/$test"
		unit "$test, sanitized" "out/obj/san/tests/$test"
		if command -v valgrind > /dev/null 2>&1; then
			unit "$test, valgrind" valgrind --quiet --error-exitcode=99 --leak-check=full \
				--errors-for-leak-kinds=definite,indirect,possible "out/obj/tests/$test"
		else
			echo "SKIP $test, valgrind: no valgrind here"
		fi
	done
}

scripts() {
	for script in tests/*/*.sh; do
		[ -e "$script" ] && wanted "$script" || continue
		group=${script#tests/}
		group=${group%.sh}
		sh "$script" > "$log/script" 2> "$log/errors" < /dev/null
		status=$?
		sed -E "s#^(ok|FAIL|SKIP) #&$group: #" "$log/script"
		if [ "$status" -ne 0 ] && ! grep -q '^FAIL ' "$log/script"; then
			echo "FAIL $group: the script ended with status $status"
			sed 's/^/    /' "$log/errors"
		elif ! grep -qE '^(ok|FAIL|SKIP) ' "$log/script"; then
			echo "FAIL $group: the script ran no test"
		elif [ -s "$log/errors" ]; then
			echo "FAIL $group: unexpected messages"
			sed 's/^/    /' "$log/errors"
		fi
	done
}

{
	unit_tests
	scripts
} | tee "$log/all"

count() { grep -c "^$1 " "$log/all"; }
failed=$(count FAIL)
if [ "$failed" -ne 0 ]; then
	echo
	echo "What failed:"
	grep '^FAIL ' "$log/all"
fi
echo
echo "$(count ok) passed, $failed failed, $(count SKIP) skipped"
[ "$failed" -eq 0 ]
