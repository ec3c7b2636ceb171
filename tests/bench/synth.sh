#!/bin/sh
# synth.sh: what `make bench` measures with is valid and always the same. Nothing is timed.
#
# SPDX-License-Identifier: MIT
# shellcheck source=../lib.sh
. "$(dirname "$0")/../lib.sh"

names="synthetic-valid synthetic-translated synthetic-same-bytes synthetic-pairs"
# shellcheck disable=SC2086 # a list of names
need python3 $names || finish

make_catalog() {
	python3 -B tests/bench/synth.py "$temp/$1" --protocols=2 --codes=9 --seed="$2" --codebook="$codebook"
}

# with COMMAND OPTION...: codebook with the catalog.
with() {
	"$codebook" "$@" --data "$temp/one/data" --po "$temp/one/po" --templates "$temp/one/templates" --pairs all
}

make_catalog one 1 && make_catalog again 1 && make_catalog other 2 || exit 2

try synthetic-valid with check
try synthetic-translated with check --min-coverage 100

{
	diff -r "$temp/one" "$temp/again"
	! cmp -s "$temp/one/data/p1.xml" "$temp/other/data/p1.xml" || echo "another seed makes no difference"
} > "$temp/wrong"
result synthetic-same-bytes "$temp/wrong"

# Two protocols with 9 × 8 / 2 pairs each, in two languages.
with build --list-outputs > "$temp/list"
[ "$(wc -l < "$temp/list")" -eq 144 ] && : > "$temp/list"
result synthetic-pairs "$temp/list"

finish
