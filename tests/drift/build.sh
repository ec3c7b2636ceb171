#!/bin/sh
# build.sh: building again writes nothing, --check tells what is out of date and writes
# nothing either, and an edit is made good by the next build.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
"$codebook" build --out "$out" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
before=$(fingerprint "$out")
ls -lR "$out" > "$temp/listing"
count=$(find "$out" -type f ! -name '.codebook-*' | wc -l | tr -d ' ')

sleep 1
"$codebook" build --out "$out" > "$temp/output" 2>&1
{
	grep -qx "0 files written, $count unchanged, 0 removed" "$temp/output" || cat "$temp/output"
	find "$out" -type f -newer "$temp/listing"
} > "$temp/wrong"
result "a second build writes nothing" "$temp/wrong"

expect "--check of what is up to date" 0 "" "$codebook" build --check --out "$out"

page=$out/share/doc/codebook/markdown/en/smtp/252.md
echo 'An edit.' >> "$page"
edited=$(fingerprint "$out")
expect "--check after an edit" 1 "$out: error: 1 file is not up to date
$page: warning: was edited by hand" "$codebook" build --check --out "$out"
[ "$(fingerprint "$out")" = "$edited" ] || echo "it wrote something" > "$temp/wrong"
result "--check writes nothing" "$temp/wrong"

rm "$page"
expect "--check after a removal" 1 "$out: error: 1 file is not up to date
$page: warning: missing" "$codebook" build --check --out "$out"
"$codebook" build --out "$out" > "$temp/output" 2>&1
{
	grep -qx "1 files written, $((count - 1)) unchanged, 0 removed" "$temp/output" || cat "$temp/output"
	[ "$(fingerprint "$out")" = "$before" ] || echo "it is not as before"
} > "$temp/wrong"
result "the next build makes it good" "$temp/wrong"

expect "--check of nothing" 1 "$temp/none: error: $count files are not up to date" \
	sh -c "'$codebook' build --check --out '$temp/none' 2>&1 | grep -v ': warning: missing' >&2; exit 1"
[ ! -e "$temp/none" ] || echo "it made the directory" > "$temp/wrong"
result "--check makes no directory" "$temp/wrong"

# A part of the outputs leaves the others alone; the manifest tells of it.
before=$(fingerprint "$out" | grep -v codebook-manifest)
"$codebook" build --only header --out "$out" > "$temp/output" 2>&1
[ "$(fingerprint "$out" | grep -v codebook-manifest)" = "$before" ] || cat "$temp/output" > "$temp/wrong"
result "a build of one kind leaves the rest alone" "$temp/wrong"
zh=$(fingerprint "$out/share/man/zh_CN")
"$codebook" build --lang en --out "$out" > "$temp/output" 2>&1
[ "$(fingerprint "$out/share/man/zh_CN")" = "$zh" ] || cat "$temp/output" > "$temp/wrong"
result "a build of one language leaves the others alone" "$temp/wrong"

# What a page shows on standard output is what is built, but for links.
"$codebook" show smtp 252 > "$temp/shown" 2>&1
"$codebook" show smtp:252 | cmp - "$temp/shown" > "$temp/wrong" 2>&1
result "two ways to name a code" "$temp/wrong"
"$codebook" compare smtp 252 421 > "$temp/shown" 2>&1
"$codebook" compare smtp:421 smtp:252 | cmp - "$temp/shown" > "$temp/wrong" 2>&1
result "two ways to compare" "$temp/wrong"
"$codebook" compare kite:UP reel:0x80 --data "$top/tests/golden/data" --po "$top/tests/golden/po" 2>&1 | grep '^| |' > "$temp/shown"
echo '| | UP | Reel 0x80 | |' | diff - "$temp/shown" > "$temp/wrong"
result "a code of another protocol says of which" "$temp/wrong"
"$codebook" show smtp 252 --lang zh_CN 2>&1 | head -n 1 > "$temp/a"
head -n 1 "$out/share/doc/codebook/markdown/zh_CN/smtp/252.md" | diff - "$temp/a" > "$temp/wrong"
result "a page is shown in the language asked for" "$temp/wrong"

finish
