# lib.sh: what the test scripts share; each sources it first.
#
# A script prints one line for each test, "ok NAME", "FAIL NAME" or "SKIP NAME: REASON",
# and, behind four spaces, what there is to say about a failure. It runs at the top of the
# tree, writes to $temp only, and ends with `finish`.
#
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034 # variables for the scripts

set -u
cd "$(dirname "$0")/../.." || exit 2
top=$PWD
codebook=$top/out/bin/codebook
sanitized=$top/out/obj/san/codebook

unset MAKEFLAGS MFLAGS MAKELEVEL LANGUAGE LC_CTYPE LC_MESSAGES LC_COLLATE MANPATH MANOPT MAN_KEEP_FORMATTING
LC_ALL=C LANG=C TZ=UTC0
export LC_ALL LANG TZ
umask 022

temp=$(mktemp -d "${TMPDIR:-/tmp}/codebook-test.XXXXXX") || exit 2
# What has to be undone at the end, such as a mount: a script may set it.
undo=:
at_exit() {
	$undo
	chmod -R u+rwx "$temp" 2>/dev/null
	rm -rf "$temp"
}
trap at_exit EXIT
trap 'exit 130' INT TERM HUP

failures=0

pass() { printf 'ok %s\n' "$1"; }

skip() { printf 'SKIP %s: %s\n' "$1" "$2"; }

# fail NAME < details
fail() {
	failures=$((failures + 1))
	printf 'FAIL %s\n' "$1"
	head -n 60 | sed 's/^/    /'
}

# Says whether a test passed: result NAME FILE, where FILE holds what is wrong and is
# empty when nothing is.
result() {
	if [ -s "$2" ]; then fail "$1" < "$2"; else pass "$1"; fi
}

# try NAME COMMAND...: the command has to succeed.
try() {
	name=$1
	shift
	if "$@" > "$temp/output" 2>&1; then pass "$name"; else
		{ echo "status $? of: $*"; cat "$temp/output"; } | fail "$name"
	fi
}

# try_silent NAME COMMAND...: it has to succeed and to print nothing.
try_silent() {
	name=$1
	shift
	if "$@" > "$temp/output" 2>&1 && ! [ -s "$temp/output" ]; then pass "$name"; else
		{ echo "from: $*"; cat "$temp/output"; } | fail "$name"
	fi
}

# expect NAME STATUS LINE COMMAND...: the command has to end with STATUS, and its standard
# error to be LINE ("" for none) and nothing else but notes and usage hints.
expect() {
	name=$1 status=$2 line=$3
	shift 3
	"$@" > "$temp/stdout" 2> "$temp/stderr" < /dev/null
	got=$?
	: > "$temp/wrong"
	[ "$got" -eq "$status" ] || echo "status $got, not $status" >> "$temp/wrong"
	[ "$(grep -v ': note: ' "$temp/stderr")" = "$line" ] || {
		echo "expected: $line"
		sed 's/^/standard error: /' "$temp/stderr"
	} >> "$temp/wrong"
	result "$name" "$temp/wrong"
}

has() { command -v "$1" > /dev/null 2>&1; }

# need TOOL NAME...: false, and each test named is skipped, where there is no such tool.
need() {
	has "$1" && return
	tool=$1
	shift
	for name; do skip "$name" "no $tool here"; done
	false
}

# A UTF-8 locale made for this run: locale zh_CN. Its name is for LC_ALL; $LOCPATH is set.
make_locale() {
	mkdir -p "$temp/locale"
	LOCPATH=$temp/locale
	export LOCPATH
	[ -d "$temp/locale/$1.UTF-8" ] ||
		localedef -i "$1" -f UTF-8 "$temp/locale/$1.UTF-8" > /dev/null 2>&1 ||
		[ -d "$temp/locale/$1.UTF-8" ]
}

# The fingerprint of a directory: every path with its type, and of files the checksum.
fingerprint() {
	(cd "$1" && find . -type f -exec cksum {} + -o -type d -exec printf 'directory %s\n' {} + -o \
		-type l -exec printf 'link %s\n' {} + -o -exec printf 'other %s\n' {} + | sort)
}

# copy_built DIRECTORY: what `make docs` has built in out/, its dates too.
copy_built() {
	mkdir -p "$1/obj" || exit 2
	for part in "$top"/out/* "$top/out/.codebook-manifest" "$top"/out/obj/*; do
		case ${part#"$top/out/"} in
		obj | obj/san | obj/tsan | obj/fuzz | obj/bench | obj/tests) ;;
		*) cp -Rp "$part" "$1/${part#"$top/out/"}" ;;
		esac
	done
}

finish() { [ "$failures" -eq 0 ]; exit; }
