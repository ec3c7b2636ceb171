#!/bin/sh
# deps.sh: `make deps` with package managers that only note what they are asked for.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

# A PATH with the plain tools that the script uses, and nothing that it looks for.
mkdir "$temp/bin"
for tool in sh cat cut grep sort tr uname env; do
	ln -s "$(command -v "$tool")" "$temp/bin/$tool"
done
script=$top/.ci/deps.sh

# fake NAME LINE...: a program that runs these lines.
fake() {
	name=$temp/bin/$1
	shift
	{ echo "#!$(command -v sh)"; printf '%s\n' "$@"; } > "$name"
	chmod +x "$name"
}
# asked: runs the script and leaves in $temp/asked what the package manager was asked for.
asked() {
	: > "$temp/asked"
	env -i PATH="$temp/bin" ASKED="$temp/asked" sh "$script" > "$temp/output" 2>&1
	echo $? > "$temp/status"
}

fake id 'echo 1000'
fake apt-get 'echo "apt-get $*" >> "$ASKED"'
asked
{
	[ "$(cat "$temp/status")" = 1 ] || echo "status $(cat "$temp/status")"
	[ ! -s "$temp/asked" ] || cat "$temp/asked"
	grep -q '^  apt-get install -y --no-install-recommends .*libxml2-dev' "$temp/output" || cat "$temp/output"
} > "$temp/wrong"
result "without root or sudo it says what to run" "$temp/wrong"

fake sudo '[ "$1" = -n ] && exit 0; exec "$@"'
asked
{
	grep -q '^apt-get install -y --no-install-recommends .*libxml2-dev' "$temp/asked" || cat "$temp/asked" "$temp/output"
} > "$temp/wrong"
result "with sudo it installs" "$temp/wrong"
rm "$temp/bin/sudo"

fake id 'echo 0'
for case in 'apt-get libxml2-dev' 'dnf libxml2-devel' 'pacman libxml2' 'apk libxml2-dev'; do
	manager=${case% *} package=${case#* }
	rm -f "$temp/bin/apt-get" "$temp/bin/dnf" "$temp/bin/pacman" "$temp/bin/apk"
	fake "$manager" 'echo "${0##*/} $*" >> "$ASKED"'
	asked
	{
		[ "$(cat "$temp/status")" = 0 ] || cat "$temp/output"
		grep -q "^$manager .* $package" "$temp/asked" || cat "$temp/asked" "$temp/output"
	} > "$temp/wrong"
	result "as root it asks $manager" "$temp/wrong"
done

rm -f "$temp/bin/apk"
fake brew '[ "$1" = --prefix ] || echo "brew $*" >> "$ASKED"'
fake id 'echo 501'
asked
grep -q '^brew install .*libxml2' "$temp/asked" || cat "$temp/asked" "$temp/output" > "$temp/wrong"
result "brew needs no root" "$temp/wrong"

rm "$temp/bin/brew"
asked
{
	[ "$(cat "$temp/status")" = 1 ] || echo "status $(cat "$temp/status")"
	grep -q 'no package manager that is known here; please install:.*libxml2-dev' "$temp/output" || cat "$temp/output"
} > "$temp/wrong"
result "without a package manager it says what is missing" "$temp/wrong"

# With everything there, nothing is asked for and nothing is said.
for tool in $(sed -n 's/^[[:space:]]*has \([a-z0-9+-]*\)|.*/\1/p' "$script"); do fake "$tool" 'exit 0'; done
fake apt-get 'echo "apt-get $*" >> "$ASKED"'
asked
if [ -e /usr/share/i18n/locales/zh_CN ]; then
	cat "$temp/asked" "$temp/output" > "$temp/wrong"
	result "with everything there it does nothing" "$temp/wrong"
else
	skip "with everything there it does nothing" "no source of the locale zh_CN here"
fi

finish
