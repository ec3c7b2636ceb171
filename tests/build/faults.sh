#!/bin/sh
# faults.sh: one call of the system fails, each in its turn. Then a run says so, or all is as it
# should be; no document is ever half; and the next run puts everything right.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

golden=$top/tests/golden
mkdir "$temp/w" || exit 2
cd "$temp/w" || exit 2
if ! strace -qq -o "$temp/trace" -e inject=unlinkat:error=EIO true 2> /dev/null; then
	skip "a call of the system fails" "strace is not here, or cannot do that here"
	finish
fi
cp -R "$golden/data" data && cp -R "$top/templates" templates && cp -R "$golden/po" po || exit 2

build() { "$codebook" build --pairs all -j 1 "$@" > "$temp/output" 2>&1 || cat "$temp/output"; }

# Documents that change, that are new, that go, and whole directories of them.
build --out old > "$temp/wrong"
sed 's/The winch spins/The winch winds/' data/reel.xml > "$temp/changed" && cat "$temp/changed" > data/reel.xml
sed 's|markdown/{language.tag}|markdown/{language.tag}/of|; s|{protocol.id}.json|{protocol.id}.data|' templates/outputs.xml > "$temp/changed" &&
	cat "$temp/changed" > templates/outputs.xml
build --out new >> "$temp/wrong"
# What a run that was killed leaves.
mkdir -p old/.codebook-new/share/left && echo left > old/.codebook-new/share/left/over
result "two trees" "$temp/wrong"

# The documents in out/, each of which must be one of the old or of the new tree.
whole() {
	(cd out && find . -type f ! -path './.codebook-*') | while read -r path; do
		cmp -s "out/$path" "old/$path" || cmp -s "out/$path" "new/$path" || echo "half: $path"
	done
}

# Whether out/ is the new tree. An empty directory that cannot be removed may stay.
is_new() {
	find out -mindepth 1 -type d -empty ! -name '.codebook-*' -delete
	diff -rq -x '.codebook-*' new out
}

for call in getdents64 unlinkat mkdirat renameat; do
	n=1 failed=0
	while :; do
		rm -rf out && cp -pR old out
		strace -qq -o "$temp/trace" -e trace=$call -e inject=$call:error=EIO:when=$n \
			"$codebook" build --pairs all -j 1 > "$temp/output" 2>&1
		status=$?
		grep -q INJECTED "$temp/trace" || break
		if [ $status -eq 0 ]; then
			is_new | sed "s/^/$n: /"
		else
			failed=$((failed + 1))
			grep -q 'error: .*: Input/output error' "$temp/output" || { echo "$n: status $status"; cat "$temp/output"; }
			whole
			build
			is_new | sed "s/^/$n, once more: /"
		fi
		n=$((n + n / 4 + 1)) # the first few and some of the others
	done > "$temp/wrong"
	[ $failed -gt 0 ] || echo "no run failed, of $n" >> "$temp/wrong"
	result "$call fails" "$temp/wrong"
done

finish
