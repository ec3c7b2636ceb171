#!/bin/sh
# threads.sh: the PO reader and a build in several threads, under the thread sanitizer.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

built=$top/out/obj/tsan
names='PO files are read by several threads|a build with several threads|and over an existing tree|and when nothing has changed'
# The sanitizer cannot run where addresses are too random; then without that.
run='' reason=''
if ! [ -x "$built/codebook" ]; then
	reason="the compiler has no thread sanitizer"
elif "$built/codebook" --version > /dev/null 2>&1; then
	:
elif has setarch && setarch -R "$built/codebook" --version > /dev/null 2>&1; then
	run="setarch -R"
else
	reason="the thread sanitizer does not run on this kernel"
fi
if [ -n "$reason" ]; then
	echo "$names" | tr '|' '\n' | while read -r name; do skip "$name" "$reason"; done
	finish
fi

TSAN_OPTIONS=halt_on_error=1:exitcode=66
export TSAN_OPTIONS
# shellcheck disable=SC2086 # no word, or two
{
	try_silent "PO files are read by several threads" \
		$run "$built/tests/threads/threads" po/zh_CN.po po/zh_TW.po tests/golden/po/zh_CN.po
	try "a build with several threads" $run "$built/codebook" build -j 4 --pairs all --data tests/golden/data \
		--po tests/golden/po --out "$temp/out"
	rm "$temp/out/share/man/man7/gust.7"
	echo edited >> "$temp/out/share/man/man7/reel.7"
	for name in "and over an existing tree" "and when nothing has changed"; do
		try "$name" $run "$built/codebook" build -j 4 --pairs all --data tests/golden/data \
			--po tests/golden/po --out "$temp/out"
	done
}
"$codebook" build -j 1 --pairs all --data tests/golden/data --po tests/golden/po --out "$temp/one" > /dev/null
diff -r -x '.codebook-*' "$temp/one" "$temp/out" > "$temp/wrong" 2>&1
result "which makes the same as one thread" "$temp/wrong"

finish
