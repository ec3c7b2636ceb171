#!/bin/sh
# install.sh: installs files, and removes again exactly what was installed.
#
#   install.sh install DESTDIR PREFIX   standard input: lines "MODE|FILE|PATH BELOW PREFIX"
#   install.sh uninstall DESTDIR PREFIX
#
# PREFIX/share/codebook/installed.txt lists what was installed: files, and, with a slash
# at the end, the directories that were not there before; each as found on the system
# that DESTDIR stands for. A line "/" is a missing level of DESTDIR itself. Installing
# again adds to the list, and removes files that are not installed any more.
#
# SPDX-License-Identifier: MIT
set -eu

action=$1 destdir=${2%/} prefix=${3%/}
list=$prefix/share/codebook/installed.txt

case $prefix in
/* | '') ;;
*)
	echo "install: PREFIX has to be an absolute path, not '$3'" >&2
	exit 2
	;;
esac

temp=$(mktemp -d "${TMPDIR:-/tmp}/codebook-install.XXXXXX")
trap 'rm -rf "$temp"' EXIT
trap 'exit 130' INT TERM HUP

# The directories above each path of standard input, as far as they are missing.
missing_directories() {
	sed 's|/[^/]*$||' | sort -u | while IFS= read -r directory; do
		while [ -n "$directory" ] && ! [ -d "$destdir$directory" ]; do
			echo "$directory/"
			directory=${directory%/*}
		done
	done | sort -u
}

missing_levels() {
	level=$destdir
	while [ -n "$level" ] && ! [ -d "$level" ]; do
		echo /
		case $level in */*) level=${level%/*} ;; *) break ;; esac
	done
}

remove_files() {
	while IFS= read -r file; do rm -f "$destdir$file"; done
}

# Makes the list before anything else, so that an installation that fails can be undone.
write_list() {
	old=$destdir$list
	[ -e "$old" ] || old=/dev/null
	{
		cat "$old"
		missing_levels
		echo "$list" | cat - "$temp/files" | missing_directories
	} | grep '/$' > "$temp/directories" || :
	grep -v '/$' "$old" | sort > "$temp/before" || :
	cat "$temp/files" "$temp/directories" > "$temp/list"
	mkdir -p "$destdir${list%/*}"
	# What a failure in between leaves is still on the list.
	sort -u "$temp/list" "$temp/before" | cat - "$temp/levels" > "$destdir$list"
}

install_files() {
	cat > "$temp/input"
	sed "s|^.*[|]|$prefix/|" "$temp/input" | sort > "$temp/files"
	write_list
	while IFS='|' read -r mode file path; do
		mkdir -p "$destdir$prefix/${path%/*}"
		install -m "$mode" "$file" "$destdir$prefix/$path"
	done < "$temp/input"
	comm -13 "$temp/files" "$temp/before" | remove_files
	cp "$temp/list" "$destdir$list"
}
