#!/bin/sh
# repro.sh: the same input gives the same bytes: in another directory, locale, time zone and
# umask, with another order of arguments and of directory entries, and sanitized.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

make_locale zh_CN && chinese=zh_CN.UTF-8 || chinese=
make_locale tr_TR && turkish=tr_TR.UTF-8 || turkish=

# A copy of what is read, made with another order of directory entries.
mkdir -p "$temp/a" "$temp/elsewhere with spaces/b/data"
cp -R data po templates "$temp/a"
cp tests/golden/data/*.xml "$temp/a/data"
for file in $(find "$temp/a/data" -type f | sort -r); do
	cp "$file" "$temp/elsewhere with spaces/b/data"
done
cp -R po templates "$temp/elsewhere with spaces/b"

(cd "$temp/a" && umask 022 && "$codebook" build --out out) > "$temp/output" 2>&1 ||
	{ fail build < "$temp/output"; finish; }
"$codebook" --version | grep -q '^codebook [0-9]' || echo | fail version

# the_same NAME DIRECTORY: as $temp/a/out, contents and names; but for what all was made
# from, which is remembered of a build without --lang, and in one order of the catalog.
the_same() {
	diff -r -x .codebook-inputs "$temp/a/out" "$2" > "$temp/wrong" 2>&1
	result "$1" "$temp/wrong"
}

# again NAME COMMAND...: builds in another directory, with one thing different.
again() {
	name=$1
	shift
	rm -rf "$temp/out"
	(cd "$temp/elsewhere with spaces/b" && "$@") > "$temp/output" 2>&1 || { fail "$name" < "$temp/output"; return; }
	the_same "$name" "$temp/out"
}

again "another directory" "$codebook" build --out "$temp/out"
again "paths of another form" "$codebook" build --data "$temp/elsewhere with spaces/b/data" --po "$PWD/po" \
	--templates ./templates/ --out "$temp/out/"
again "another order of arguments" "$codebook" --out "$temp/out" --templates templates build --data data/smtp.xml \
	--data data/reel.xml --data data/kite.xml --data data/gust.xml --po po
backwards=
for language in en $(sed 's/#.*//' po/LINGUAS); do backwards="--lang $language $backwards"; done
# shellcheck disable=SC2086 # a list of options
again "languages in another order" "$codebook" build $backwards --out "$temp/out"
again "another time zone" env TZ=Asia/Shanghai "$codebook" build --out "$temp/out"
again "another time" env SOURCE_DATE_EPOCH=1 "$codebook" build --out "$temp/out"
again "no environment" env -i "$codebook" build --out "$temp/out"
again "a locale that is not there" env LC_ALL=xx_XX.UTF-8 LANGUAGE=xx "$codebook" build --out "$temp/out"
if [ -n "$turkish" ]; then
	again "a Turkish locale" env LC_ALL=$turkish "$codebook" build --out "$temp/out"
else
	skip "a Turkish locale" "no localedef or no sources of the locale here"
fi
if [ -n "$chinese" ]; then
	again "a Chinese locale" env LC_ALL=$chinese LANGUAGE=zh_CN "$codebook" build --out "$temp/out"
	grep -q '^写入 [0-9]* 个文件' "$temp/output" || cat "$temp/output" > "$temp/wrong"
	result "in which the program speaks Chinese" "$temp/wrong"
else
	skip "a Chinese locale" "no localedef or no sources of the locale here"
	skip "in which the program speaks Chinese" "no localedef or no sources of the locale here"
fi
again "sanitized" "$sanitized" build --out "$temp/out"

# The umask decides the permissions, and nothing but them.
again "another umask" sh -c "umask 077; '$codebook' build --out '$temp/out'"
find "$temp/out" -perm -040 > "$temp/wrong"
find "$temp/a/out" -type f ! -perm 644 >> "$temp/wrong"
result "permissions follow the umask" "$temp/wrong"

# In steps, kind after kind, over what an earlier run left: the same in the end.
rm -rf "$temp/out"
(
	cd "$temp/a" || exit
	for kind in json man header markdown; do "$codebook" build --only $kind --pairs all --out "$temp/out"; done
	"$codebook" build --out "$temp/out"
) > "$temp/output" 2>&1
the_same "in steps" "$temp/out"

# A path of this machine or a date of this day in a document would differ elsewhere.
grep -rlF "$temp" "$temp/a/out" > "$temp/wrong"
result "no path of this machine" "$temp/wrong"

"$codebook" pot --data data > "$temp/a.pot" 2>&1
(cd "$temp/a" && "$codebook" pot --data data/smtp.xml) 2>&1 | diff "$temp/a.pot" - > "$temp/wrong"
result "codebook pot" "$temp/wrong"

# A build leaves nothing in the tree but what is ignored.
if ! has git || ! git rev-parse --is-inside-work-tree > /dev/null 2>&1; then
	skip "git status is the same after a build" "no git or no checkout here"
elif [ "$(git rev-parse --show-toplevel)" != "$top" ]; then
	skip "git status is the same after a build" "this tree is no checkout of its own"
else
	git status --porcelain > "$temp/before"
	"$codebook" build > "$temp/output" 2>&1
	git status --porcelain | diff "$temp/before" - > "$temp/wrong"
	git status --porcelain -- out >> "$temp/wrong"
	result "git status is the same after a build" "$temp/wrong"
fi

finish
