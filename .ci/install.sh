#!/bin/sh
# install.sh: installs files, and removes again exactly what was installed.
#
#   install.sh install DESTDIR PREFIX   standard input: lines "MODE|FILE|PATH BELOW PREFIX",
#                                       where FILE and PATH have the same last part
#   install.sh uninstall DESTDIR PREFIX
#
# PREFIX/share/codebook/installed.txt lists what was installed: files, and, with a slash
# at the end, directories that were not there before; without DESTDIR in front. Lines of
# slashes alone stand for DESTDIR itself, one for each of its levels that was missing.
# Installing again keeps the directories on the list, and removes files that are not
# installed any more.
#
# SPDX-License-Identifier: MIT
set -eu
umask 022
LC_ALL=C
export LC_ALL

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

parent() { case $1 in */*) echo "${1%/*}" ;; esac; }

# The directories above each path of standard input, as far as they are missing.
missing_directories() {
	sed 's|/[^/]*$||' | sort -u | while IFS= read -r directory; do
		while [ -n "$directory" ] && ! [ -d "$destdir$directory" ]; do
			echo "$directory/"
			directory=$(parent "$directory")
		done
	done
}

missing_levels() {
	directory=$destdir line=/
	while [ -n "$directory" ] && ! [ -d "$directory" ]; do
		echo "$line"
		directory=$(parent "$directory") line=$line/
	done
}

# Many at a time: to start a program for each would take most of the time.
remove_files() {
	set --
	while IFS= read -r file; do
		set -- "$@" "$destdir$file"
		[ $# -lt 100 ] || { rm -f "$@"; set --; }
	done
	[ $# -eq 0 ] || rm -f "$@"
}

# copy_to DIRECTORY MODE FILE...
copy_to() {
	[ $# -gt 2 ] || return 0
	mkdir -p "$1"
	to=$1 bits=$2
	shift 2
	install -m "$bits" "$@" "$to/"
}

# The files of standard input, where those of one directory stand together, in groups.
copy_files() {
	set -- '' ''
	while IFS='|' read -r mode file path; do
		directory=$destdir$prefix/$path
		directory=${directory%/*}
		if [ "$1|$2" != "$directory|$mode" ] || [ $# -gt 100 ]; then
			copy_to "$@"
			set -- "$directory" "$mode"
		fi
		set -- "$@" "$file"
	done
	copy_to "$@"
}

# What an earlier installation has on the list: old_list files|directories.
old_list() {
	[ -e "$destdir$list" ] || return 0
	case $1 in
	files) grep -v '/$' "$destdir$list" ;;
	directories) grep '/$' "$destdir$list" ;;
	esac || :
}

install_files() {
	cat > "$temp/input"
	{ sed "s|^.*[|]||" "$temp/input" | while IFS= read -r path; do echo "$prefix/$path"; done
		echo "$list"; } | sort > "$temp/files"
	old_list files | sort > "$temp/old-files"
	{ old_list directories
		missing_levels
		missing_directories < "$temp/files"; } | sort -u > "$temp/directories"

	# The list first: what fails half-way can then be removed.
	mkdir -p "$destdir$(parent "$list")"
	sort -u "$temp/files" "$temp/old-files" "$temp/directories" > "$destdir$list"
	sort "$temp/input" | copy_files
	comm -13 "$temp/files" "$temp/old-files" | remove_files
	sort -u "$temp/files" "$temp/directories" > "$destdir$list"
}

# Directories that hold something else by now stay.
remove_directories() {
	grep -v '^/*$' "$1" | sort -r | while IFS= read -r directory; do
		rmdir "$destdir$directory" 2> /dev/null || :
	done
	directory=$destdir
	grep '^/*$' "$1" | while IFS= read -r _; do
		rmdir "$directory" 2> /dev/null || break
		directory=$(parent "$directory")
	done
}

uninstall_files() {
	if ! [ -e "$destdir$list" ]; then
		echo "uninstall: nothing is installed in $destdir$prefix"
		return
	fi
	old_list directories > "$temp/directories"
	old_list files | grep -vxF "$list" > "$temp/files" || :
	remove_files < "$temp/files"
	rm -f "$destdir$list"
	remove_directories "$temp/directories"
}

case $action in
install) install_files ;;
uninstall) uninstall_files ;;
esac
