#!/bin/sh
# corpus.sh: what once broke a parser, or is meant to, is tried again by each fuzz target,
# with the sanitizers. `make fuzz` looks for more.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

for source in tests/fuzz/fuzz_*.c; do
	name=${source#tests/fuzz/fuzz_}
	name=${name%.c}
	files=$(find "tests/fuzz/$name" "tests/$name/corpus" -type f 2> /dev/null)
	# shellcheck disable=SC2086 # names without spaces
	try_silent "$name: nothing of its corpus breaks it" "$top/out/obj/san/tests/fuzz/fuzz_$name" $files
done

finish
