#!/bin/sh
# lint.sh FLAG...: clang-format, clang-tidy, cppcheck and shellcheck over the sources, for
# `make lint`, which passes the preprocessor flags. Skips aloud what is not there.
#
# SPDX-License-Identifier: MIT
set -u
cd "$(dirname "$0")/.." || exit 2

log=$(mktemp -d "${TMPDIR:-/tmp}/codebook-lint.XXXXXX") || exit 2
trap 'rm -rf "$log"' EXIT
failed=0

# check NAME COMMAND...: has to succeed.
check() {
	name=$1
	shift
	if ! command -v "$1" > /dev/null 2>&1; then
		echo "SKIP $name: no $1 here"
	elif "$@" > "$log/output" 2>&1; then
		echo "ok $name"
	else
		failed=1
		echo "FAIL $name"
		sed 's/^/    /' "$log/output"
	fi
}

sources=$(find gen -name '*.c' | sort)
headers=$(find gen -name '*.h' | sort)
tests=$(find tests -name '*.[ch]' ! -path '*/golden/*' | sort)
scripts=$(find tests .ci gen -name '*.sh' | sort)

# shellcheck disable=SC2086 # lists of files
check clang-format clang-format --dry-run -Werror $sources $headers $tests

tidy() {
	# One run for each processor; each prints its findings as a whole.
	# shellcheck disable=SC2016 # $0 and $@ are of the inner shell
	printf '%s\n' $sources | xargs -P "$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)" -I FILE \
		sh -c 'file=$1; shift; out=$(clang-tidy --quiet "$file" -- -std=c11 "$@" 2> /dev/null); status=$?
			[ $status -eq 0 ] || printf "%s\n" "$out"; exit $status' tidy FILE "$@"
}
if command -v clang-tidy > /dev/null 2>&1; then
	check clang-tidy tidy "$@"
else
	echo "SKIP clang-tidy: no clang-tidy here"
fi

# unusedFunction is not enabled: unit tests use what the program does not.
# shellcheck disable=SC2086 # lists of files and flags
check cppcheck cppcheck --quiet --std=c11 --language=c --inline-suppr --error-exitcode=1 \
	--enable=warning,style,performance,portability --suppressions-list=tests/cppcheck.txt \
	"$@" $sources

# shellcheck disable=SC2086 # a list of files
check shellcheck shellcheck -x -P SCRIPTDIR -s sh --severity=warning $scripts

exit $failed
