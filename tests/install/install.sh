#!/bin/sh
# install.sh: `make install` and `make uninstall`.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

unset MAKEOVERRIDES DESTDIR PREFIX OUT CFLAGS CPPFLAGS LDFLAGS LDLIBS

# make_in_temp TARGET VARIABLE...: with objects and documents of its own.
make_in_temp() { make -s OUT="$temp/out" CFLAGS=-O0 "$@"; }

# Staged below a directory that does not exist yet, and has a space in its name.
stage="$temp/a stage/below"
try "install with DESTDIR" make_in_temp install DESTDIR="$stage" PREFIX=/opt/codes
find "$stage" -type f | sed "s|^$temp/||" | sort > "$temp/found"
for file in bin/codebook include/codebook/smtp.h include/codebook/smtp-strings.h \
	share/man/man1/codebook.1 share/man/man7/smtp-421.7 share/man/zh_CN/man7/smtp-421.7 \
	share/doc/codebook/markdown/en/README.md share/codebook/smtp.json \
	share/locale/zh_CN/LC_MESSAGES/codebook.mo share/locale/zh_CN/LC_MESSAGES/codebook-program.mo \
	share/pkgconfig/codebook.pc \
	share/cmake/codebook/codebookConfig.cmake share/cmake/codebook/codebookConfigVersion.cmake \
	share/codebook/data/smtp.xml share/codebook/data/catalog.rng share/codebook/po/zh_CN.po \
	share/codebook/templates/outputs.xml share/codebook/templates/c/codes.mustache; do
	grep -qx "a stage/below/opt/codes/$file" "$temp/found" || echo "not installed: $file"
done > "$temp/wrong"
grep -v '^a stage/below/opt/codes/' "$temp/found" >> "$temp/wrong"
result "everything is below DESTDIR and PREFIX" "$temp/wrong"

grep -rlF "$temp" "$stage" --include='*.pc' --include='*.cmake' --include='installed.txt' > "$temp/wrong"
grep -qx 'prefix=/opt/codes' "$stage/opt/codes/share/pkgconfig/codebook.pc" ||
	cat "$stage/opt/codes/share/pkgconfig/codebook.pc" >> "$temp/wrong"
result "PREFIX is in codebook.pc, DESTDIR nowhere" "$temp/wrong"

installed=$(fingerprint "$stage")
find "$stage" -type f -exec ls -l {} + | cut -c 1-10 | sort | uniq -c |
	awk '!($2 == "-rwxr-xr-x" && $1 == 1) && $2 != "-rw-r--r--"' > "$temp/wrong"
result "modes" "$temp/wrong"

make_in_temp install DESTDIR="$stage" PREFIX=/opt/codes > "$temp/output" 2>&1 || cat "$temp/output" > "$temp/wrong"
[ "$(fingerprint "$stage")" = "$installed" ] || echo "it differs" >> "$temp/wrong"
result "a second install changes nothing" "$temp/wrong"

share=$stage/opt/codes/share/codebook
expect "the staged program, told where its files are" 0 "" "$stage/opt/codes/bin/codebook" compare smtp 252 421 \
	--data "$share/data" --po "$share/po" --templates "$share/templates"

try "uninstall with DESTDIR" make_in_temp uninstall DESTDIR="$stage" PREFIX=/opt/codes
[ ! -e "$temp/a stage" ] || find "$temp/a stage" > "$temp/wrong"
result "it leaves nothing, nor the directories of DESTDIR" "$temp/wrong"

# Into a prefix that holds something else already: a file of one's own in a directory of
# ours, and an empty directory that we use.
prefix=$temp/prefix
mkdir -p "$prefix/include/codebook" "$prefix/share/man/man7" "$prefix/share/empty"
echo 'mine' > "$prefix/include/codebook/mine.h"
before=$(fingerprint "$prefix")
try "install with PREFIX" make_in_temp install PREFIX="$prefix"
try "install again" make_in_temp install PREFIX="$prefix"

# From a directory without a source tree, so that the installed files have to be found.
mkdir "$temp/elsewhere"
cd "$temp/elsewhere" || exit 2
expect "the installed program compares" 0 "" "$prefix/bin/codebook" compare smtp 252 421
grep -q '252.*421' "$temp/stdout" || cat "$temp/stdout" > "$temp/wrong"
result "and prints the comparison" "$temp/wrong"
"$prefix/bin/codebook" compare smtp 252 421 --lang zh_CN > "$temp/stdout" 2>&1
grep -q '无法验证用户' "$temp/stdout" || cat "$temp/stdout" > "$temp/wrong"
result "in Chinese too" "$temp/wrong"
# Found by PATH, so that it does not know its own place.
if make_locale zh_CN; then
	(PATH=$prefix/bin:$PATH LC_ALL=zh_CN.UTF-8; export PATH LC_ALL; codebook nonsense) > "$temp/stderr" 2>&1
	grep -qx 'codebook: 错误：未知的命令“nonsense”' "$temp/stderr" || cat "$temp/stderr" > "$temp/wrong"
	result "its messages are in Chinese where the locale is" "$temp/wrong"
else
	skip "its messages are in Chinese where the locale is" "no localedef or no sources of the locale here"
fi
cd "$top" || exit 2

# A file of an earlier version that is not installed any more.
echo "$prefix/share/man/man7/smtp-999.7" >> "$prefix/share/codebook/installed.txt"
echo 'old' > "$prefix/share/man/man7/smtp-999.7"
make_in_temp install PREFIX="$prefix" > "$temp/output" 2>&1 || cat "$temp/output" > "$temp/wrong"
[ ! -e "$prefix/share/man/man7/smtp-999.7" ] || echo "it is still there" >> "$temp/wrong"
result "what an earlier install had and this one has not is removed" "$temp/wrong"

# What somebody adds later stays, with the directory around it.
echo 'note' > "$prefix/share/doc/codebook/note"
try "uninstall with PREFIX" make_in_temp uninstall PREFIX="$prefix"
[ "$(cat "$prefix/share/doc/codebook/note")" = note ] || echo "the note is gone" > "$temp/wrong"
rm -f "$prefix/share/doc/codebook/note"
rmdir "$prefix/share/doc/codebook" "$prefix/share/doc" || echo "there is more than the note" >> "$temp/wrong"
fingerprint "$prefix" > "$temp/after"
echo "$before" | diff - "$temp/after" >> "$temp/wrong"
result "what is not ours stays, and nothing else" "$temp/wrong"

expect "uninstall of what is not there" 0 "" make_in_temp uninstall PREFIX="$temp/none"
[ ! -e "$temp/none" ] || echo "it made the directory" > "$temp/wrong"
result "it makes nothing" "$temp/wrong"
expect "a relative PREFIX" 2 "install: PREFIX has to be an absolute path, not 'here'" \
	sh .ci/install.sh install '' here

finish
