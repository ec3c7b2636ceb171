#!/bin/sh
# archive.sh: --archive makes what a build makes, as a tar file that others can read.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

mkdir "$temp/w" || exit 2
cp -R tests/golden/data tests/golden/po templates "$temp/w"
cd "$temp/w" || exit 2
# Paths of more than 100 bytes that can be split, that cannot, and of more than 255.
long=abcdefghijklmnopqrstuvwxyz_12345
p='{prefix}'
sed "s|share/codebook/typescript|$p/typescript/$p$p$p$p|; s|share/codebook/rust|$p/$p/$p/rust|
	s|share/codebook/go/|$p/$p/$p/$p/$p/$p/$p/$p/go/|" templates/outputs.xml > t && mv t templates/outputs.xml

"$codebook" build --prefix $long > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
(cd out && find . -type f ! -name '.codebook-*' | sed 's|^\./||' | sort) > "$temp/paths"
awk 'length > 100 { a++ } length > 255 { b++ } END { exit !(a && b) }' "$temp/paths" || echo | fail "long paths"

expect "an archive" 0 "" "$codebook" build --prefix $long --archive a.tar
if need tar "tar lists and extracts it"; then
	tar -tf a.tar 2>&1 | sort | diff "$temp/paths" - > "$temp/wrong"
	result "tar lists it" "$temp/wrong"
	mkdir x && tar -xf a.tar -C x > "$temp/wrong" 2>&1
	diff -r -x '.codebook-*' out x >> "$temp/wrong"
	result "tar extracts it" "$temp/wrong"
fi
if need python3 "Python reads it"; then
	python3 - > "$temp/wrong" 2>&1 <<-'END'
		import pathlib, tarfile
		for member in tarfile.open("a.tar"):
		    made = pathlib.Path("out", member.name).read_bytes()
		    if made != tarfile.open("a.tar").extractfile(member).read():
		        print(member.name)
		    if (member.mtime, member.mode, member.uid, member.uname) != (0, 0o644, 0, ""):
		        print(member.name, member.get_info())
		names = sorted(tarfile.open("a.tar").getnames())
		if names != sorted(str(p.relative_to("out")) for p in pathlib.Path("out").rglob("*")
		                   if p.is_file() and not p.name.startswith(".codebook")):
		    print("other names")
	END
	result "Python reads it" "$temp/wrong"
fi

for jobs in 1 2 7; do
	"$codebook" build --prefix $long -j $jobs --archive=- > b.tar 2> "$temp/wrong"
	cmp a.tar b.tar >> "$temp/wrong" 2>&1
	result "the same bytes on standard output, with $jobs threads" "$temp/wrong"
done

# Shards are archives of their own; together they are the whole.
for i in 1 2 3; do
	"$codebook" build --prefix $long --shard=$i/3 --archive part.tar && tar -tf part.tar
done 2>&1 | sort | diff "$temp/paths" - > "$temp/wrong"
result "shards as archives" "$temp/wrong"

# ---- what can go wrong ----

echo old > old.tar
expect "no such directory" 2 "none/a.tar: error: cannot write: No such file or directory" "$codebook" build --prefix $long --archive none/a.tar
mkdir directory.tar
expect "a directory" 2 "directory.tar: error: cannot write: Is a directory" "$codebook" build --prefix $long --archive directory.tar
if [ -c /dev/full ]; then
	expect "a full disk" 2 "/dev/full: error: cannot write: No space left on device" \
		"$codebook" build --prefix $long --archive /dev/full
	[ -c /dev/full ] || echo | fail "the device was replaced"
	expect "full standard output" 2 "-: error: cannot write: No space left on device" \
		sh -c "exec '$codebook' build --prefix $long --archive - > /dev/full"
fi
(
	trap '' XFSZ
	ulimit -f 8
	exec "$codebook" build --prefix $long --archive old.tar
) > "$temp/stdout" 2> "$temp/stderr"
status=$?
{
	[ $status -eq 2 ] || echo "status $status"
	echo "old.tar: error: cannot write: File too large" | diff - "$temp/stderr"
	[ "$(cat old.tar)" = old ] || echo "the old archive was lost"
	ls old.tar.tmp 2> /dev/null
} > "$temp/wrong"
result "a failure leaves the old archive" "$temp/wrong"
sed 's/<codes>/<codes/' data/reel.xml > bad.xml
"$codebook" build --prefix $long --data bad.xml --archive old.tar > "$temp/stdout" 2>&1
[ $? -eq 1 ] && [ "$(cat old.tar)" = old ] && ! [ -e old.tar.tmp ] && : > "$temp/wrong" || cp "$temp/stdout" "$temp/wrong"
result "wrong input leaves the old archive" "$temp/wrong"
for option in --check --list-outputs; do
	expect "with $option" 2 "codebook: error: --archive cannot be used with $option" \
		"$codebook" build --prefix $long --archive a.tar $option
done
mkfifo pipe && cat pipe > c.tar &
"$codebook" build --prefix $long --archive pipe > "$temp/wrong" 2>&1
wait
cmp a.tar c.tar >> "$temp/wrong" 2>&1
result "a pipe is written to" "$temp/wrong"

finish
