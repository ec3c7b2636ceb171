#!/bin/sh
# parallel.sh: any number of threads gives the same bytes and the same messages, and any
# number of shards the same tree; a kill at any moment leaves every file old or new.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

mkdir "$temp/w" || exit 2
cp -R tests/golden/data tests/golden/po templates "$temp/w"
cd "$temp/w" || exit 2
build() { "$codebook" build --pairs all "$@" > "$temp/output" 2> "$temp/stderr"; }
build --out whole || { fail build < "$temp/stderr"; finish; }

# ---- threads ----

for jobs in 1 2 7 300; do
	build -j $jobs --out "jobs$jobs"
	diff -r whole "jobs$jobs" > "$temp/wrong" 2>&1
	cat "$temp/stderr" >> "$temp/wrong"
	result "$jobs threads: the same bytes" "$temp/wrong"
	rm -rf "jobs$jobs"
done

# Where threads cannot have files of their own, or files cannot be closed together, or few may
# be open, they are closed one by one.
one_by_one() {
	rm -rf closed
	"$@" "$codebook" build --pairs all -j 3 --out closed > "$temp/output" 2> "$temp/wrong"
	diff -r whole closed >> "$temp/wrong" 2>&1
	result "$name" "$temp/wrong"
}
for call in unshare:error=EPERM close_range:error=ENOSYS; do
	name="the same bytes with $call"
	if strace -f -qq -o "$temp/trace" -e "inject=$call" true 2> /dev/null; then
		one_by_one strace -f -qq -o "$temp/trace" -e "inject=$call"
	else
		skip "$name" "strace is not here, or cannot do that here"
	fi
done
name="the same bytes with few open files"
one_by_one sh -c 'ulimit -n 60 && exec "$@"' few
rm -rf closed

for value in 0 -1 x 1x '' 65536 99999999999999999999; do
	expect "--jobs=$value" 2 "codebook: error: --jobs takes a number from 1 on, not '$value'" \
		"$codebook" build "--jobs=$value"
done

# A template without end that only some of more than a thousand pages reach.
for loop in comparison.same_class comparison.lead; do
	cp -R "$top/templates" loop
	printf '{{#%s}}{{>markdown/loop}}{{/%s}}\n' $loop $loop > loop/markdown/loop.mustache
	echo '{{>markdown/loop}}' >> loop/markdown/pair.mustache
	: > "$temp/wrong"
	for jobs in 1 2 3 7; do
		"$codebook" build --data "$top/data" --only markdown --lang en --pairs all --templates loop \
			-j $jobs --out none > "$temp/output" 2> "$temp/said.$jobs"
		status=$?
		[ $status -eq 1 ] || echo "$jobs threads: status $status"
		diff "$temp/said.1" "$temp/said.$jobs"
		find none -type f -o -name '.codebook*' 2> /dev/null
	done > "$temp/wrong"
	grep -q "error: template 'markdown/pair' includes itself without end" "$temp/said.1" || cat "$temp/said.1" >> "$temp/wrong"
	result "an error ($loop): the same words for any number of threads, and no file" "$temp/wrong"
	rm -rf loop none
done

# ---- shards ----

rest() { find "$1" -type f ! -name '.codebook-*' | sed "s|^$1/||" | sort; }
rest whole > "$temp/all"
for i in 1 2 3; do build --shard=$i/3 --out "shard$i"; rest "shard$i"; done | sort > "$temp/parts"
diff "$temp/all" "$temp/parts" > "$temp/wrong"
for i in 1 2 3; do
	[ "$(rest shard$i | wc -l)" -gt 0 ] || echo "shard $i is empty"
	"$codebook" build --pairs all --shard=$i/3 --out shard$i --list-outputs | sed 's|^[^/]*/||' | sort > "$temp/listed"
	rest shard$i | diff "$temp/listed" -
done >> "$temp/wrong"
result "each document is in one shard, as --list-outputs says" "$temp/wrong"

same_as_whole() {
	{
		diff -r -x '.codebook-*' whole "$2"
		find "$2" -name '.codebook-new*'
	} > "$temp/wrong" 2>&1
	result "$1" "$temp/wrong"
}
for i in 3 1 2; do build --shard=$i/3 --out union || cat "$temp/stderr"; done
same_as_whole "shards one after another into one directory" union

: > "$temp/said"
for round in 1 2 3 4; do
	rm -rf together
	for i in 1 2 3 4 5; do
		"$codebook" build --pairs all --shard=$i/5 --out together > /dev/null 2>> "$temp/said" &
	done
	wait
	diff -r -x '.codebook-*' whole together || echo "round $round"
	find together -name '.codebook-new*'
done > "$temp/wrong" 2>&1
cat "$temp/said" >> "$temp/wrong"
result "shards at once into one directory" "$temp/wrong"

# Over a tree where everything moves: one shard empties the directories of another.
sed 's/{code.slug}/x-&/; s/{a.slug}/x-&/' templates/outputs.xml > t && mv templates/outputs.xml kept.xml && mv t templates/outputs.xml
build --out moved
: > "$temp/said"
for round in 1 2; do
	for i in 1 2 3 4 5; do
		"$codebook" build --pairs all --shard=$i/5 --out together > /dev/null 2>> "$temp/said" &
	done
	wait
	case $round in
	1) diff -r -x '.codebook-*' moved together && mv kept.xml templates/outputs.xml ;;
	2) diff -r -x '.codebook-*' whole together ;;
	esac
done > "$temp/wrong" 2>&1
cat "$temp/said" >> "$temp/wrong"
result "shards at once over other documents" "$temp/wrong"

# A shard removes what was its own.
: > po/LINGUAS
build --shard=2/3 --out union
rest union | grep zh_CN > "$temp/left"
for i in 1 3; do rest shard$i; done | grep zh_CN | sort | diff - "$temp/left" > "$temp/wrong"
result "a shard removes its own stale documents only" "$temp/wrong"
echo zh_CN > po/LINGUAS

expect "--check of a shard" 0 "" "$codebook" build --pairs all --shard=2/3 --out shard2 --check
for value in 0/3 4/3 1 /3 1/ 1/0 1/3x x/3 -1/3 1/70000 ''; do
	expect "--shard=$value" 2 "codebook: error: --shard takes I/N, such as 1/4 to 4/4, not '$value'" \
		"$codebook" build "--shard=$value"
done
build --shard=1/1 --out one
diff -r whole one > "$temp/wrong"
result "the only shard is the whole" "$temp/wrong"

# ---- kills ----

# Each file of a tree with its checksum, but those of our own.
sums() { (cd "$1" && find . -type f ! -path './.codebook-*' -exec cksum {} + | sort); }

if need timeout "a kill leaves each file old or new"; then
	cp -R whole old
	sed 's/>Codes of a reel</>All codes of a reel</' data/reel.xml > t && mv t data/reel.xml
	sed '1s/$/ new/' templates/markdown/code.mustache > t && mv t templates/markdown/code.mustache
	sed 's|share/man|share/manual|' templates/outputs.xml > t && mv t templates/outputs.xml
	build --out new
	{ sums old; sums new; } | sort -u > "$temp/old-or-new"
	for start in old none; do
		for delay in 0.002 0.005 0.01 0.015 0.02 0.025 0.03 0.04 0.05 0.06 0.08 0.1 0.15 0.2 0.3; do
			rm -rf out
			[ $start = none ] || cp -R old out
			timeout -s KILL $delay "$codebook" build --pairs all > /dev/null 2>&1
			[ ! -d out ] || sums out | comm -23 - "$temp/old-or-new" | sed "s|^|$delay: |"
			build || cat "$temp/stderr"
			cat "$temp/stderr"
			diff -r new out
			build
			grep -v '^0 files written' "$temp/output"
		done > "$temp/wrong" 2>&1
		result "a kill leaves each file old or new, and the next build ends as a fresh one ($start)" "$temp/wrong"
	done
	# As a kill between the manifest and the documents leaves it.
	rm -rf out && cp -R old out
	sed '1s/complete/begun   /' new/.codebook-manifest > out/.codebook-manifest
	mkdir -p out/.codebook-new/share/doc && echo half > out/.codebook-new/share/doc/half
	build
	{
		cat "$temp/stderr"
		diff -r new out | grep -v '^Only in out/share: man$'
	} > "$temp/wrong"
	result "what a killed run leaves is cleared" "$temp/wrong"
fi

finish
