#!/bin/sh
# golden.sh: everything that is made from the fixtures in data/ and po/, compared with the
# files in expected/, byte by byte.
#
# After a change that is meant to show, look at the differences, and take them over with
#   RENEW=yes sh tests/golden/golden.sh
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

here=tests/golden

# The pages about the program itself do not come from the fixtures.
build() {
	"$1" build --data $here/data --po $here/po --templates "${3-templates}" --pairs all \
		--out "$2" > "$temp/output" 2>&1 || return
	rm -r "$2/share/man/man1" "$2/share/man/man5"
	# A new version of the program is no reason to renew.
	version=$("$codebook" --version)
	find "$2" -type f -exec sed -i "s/$version/codebook VERSION/g" {} +
	rm "$2"/.codebook-*
}

if [ "${RENEW-}" = yes ]; then
	rm -rf $here/expected
	build "$codebook" $here/expected || { cat "$temp/output"; exit 1; }
	echo "renewed: $here/expected"
	exit
fi

compare() {
	if ! build "$2" "$temp/$1" ${3+"$3"}; then
		fail "$1 build" < "$temp/output"
		return
	fi
	(cd "$temp/$1" && find . -type f) | sort > "$temp/made"
	(cd $here/expected && find . -type f) | sort > "$temp/listed"
	diff -u "$temp/listed" "$temp/made" > "$temp/wrong"
	result "$1 build makes the expected files and no others" "$temp/wrong"
	for kind in include share/codebook share/doc share/man .; do
		# The last one is whatever else there is.
		rest=
		[ "$kind" != . ] || rest='-x include -x codebook -x doc -x man'
		# shellcheck disable=SC2086 # a list of options
		diff -ru $rest "$here/expected/$kind" "$temp/$1/$kind" > "$temp/wrong" 2>&1
		result "$1 build, $kind" "$temp/wrong"
	done
}

compare plain "$codebook"
compare sanitized "$sanitized"

# An editor on Windows has had the templates.
cp -R templates "$temp/windows" && find "$temp/windows" -name '*.mustache' -exec sed -i '$!s/$/\r/' {} +
compare "Windows" "$codebook" "$temp/windows"

# What is made has to be sound as well as expected.
if need mandoc "pages pass mandoc -Tlint"; then
	mandoc -Tlint -W warning "$temp"/plain/share/man/man7/* \
		"$temp"/plain/share/man/zh_CN/man7/* > "$temp/wrong" 2>&1
	result "pages pass mandoc -Tlint" "$temp/wrong"
fi
if need groff "pages pass groff -ww"; then
	for page in "$temp"/plain/share/man/man7/* "$temp"/plain/share/man/zh_CN/man7/*; do
		groff -man -ww -K utf8 -T utf8 -rLL=60n "$page" 2>&1 > /dev/null |
			sed "s|^|${page##*/}: |"
	done > "$temp/wrong"
	result "pages pass groff -ww" "$temp/wrong"
fi
if need python3 "JSON parses"; then
	for file in "$temp"/plain/share/codebook/*.json; do
		python3 -m json.tool "$file" 2>&1 > /dev/null | sed "s|^|${file##*/}: |"
	done > "$temp/wrong"
	result "JSON parses" "$temp/wrong"
fi

finish
