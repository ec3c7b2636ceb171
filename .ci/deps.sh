#!/bin/sh
# deps.sh: installs what is missing to build, document and test codebook, with the
# package manager of the system. Does nothing when all is there. Without root or sudo
# it says what to run and fails.
#
# SPDX-License-Identifier: MIT
set -eu

has() { command -v "$1" >/dev/null 2>&1; }
has_library() { has pkg-config && pkg-config --exists "$1"; }

# What is needed, as "how to find out|apt|dnf|pacman|apk|brew"; "-" where the system
# brings it or does not have it. Needed to build first, then what only tests use.
needed() {
	cat <<-'END'
	has cc|gcc libc6-dev|gcc|gcc|gcc musl-dev|-
	has pkg-config|pkg-config|pkgconf-pkg-config|pkgconf|pkgconf|pkg-config
	has_library libxml-2.0|libxml2-dev|libxml2-devel|libxml2|libxml2-dev|libxml2
	has_library libxxhash|libxxhash-dev|xxhash-devel|xxhash|xxhash-dev|xxhash
	has_library jansson|libjansson-dev|jansson-devel|jansson|jansson-dev|jansson
	has msgfmt|gettext|gettext|gettext|gettext gettext-dev|gettext
	has_library cmocka|libcmocka-dev|libcmocka-devel|cmocka|cmocka-dev|cmocka
	END
}

# Tools that tests skip, aloud, when they are absent; installed where they can be.
wanted() {
	cat <<-'END'
	has g++|g++|gcc-c++|gcc|g++|-
	has clang|clang|clang|clang|clang|-
	has mandoc|mandoc|mandoc|mandoc|mandoc|mandoc
	has man|man-db|man-db|man-db|man-db|-
	has groff|groff|groff|groff|groff|groff
	has cmark-gfm|cmark-gfm|-|-|-|cmark-gfm
	has xmllint|libxml2-utils|libxml2|libxml2|libxml2-utils|-
	has valgrind|valgrind|valgrind|valgrind|valgrind|-
	has localedef|locales|glibc-locale-source|-|-|-
	test -e /usr/share/i18n/locales/zh_CN|locales|glibc-locale-source|-|-|-
	has cmake|cmake|cmake|cmake|cmake|cmake
	has ninja|ninja-build|ninja-build|ninja|samurai|ninja
	has meson|meson|meson|meson|meson|meson
	has python3|python3|python3|python|python3|python3
	has git|git|git|git|git|git
	has clang-format|clang-format|clang-tools-extra|clang|clang-extra-tools|clang-format
	has clang-tidy|clang-tidy|clang-tools-extra|clang|clang-extra-tools|-
	has cppcheck|cppcheck|cppcheck|cppcheck|cppcheck|cppcheck
	has i18nspector|i18nspector|-|-|-|-
	has pofilter|translate-toolkit|translate-toolkit|translate-toolkit|-|translate-toolkit
	END
}

if has apt-get; then column=2 install='apt-get install -y --no-install-recommends'
elif has dnf; then column=3 install='dnf install -y'
elif has pacman; then column=4 install='pacman -S --noconfirm --needed'
elif has apk; then column=5 install='apk add'
elif has brew; then column=6 install='brew install'
else column=0 install=
fi

# Prints the packages of each line of standard input whose check fails.
missing() {
	while IFS= read -r line; do
		check=$(printf '%s\n' "$line" | cut -d'|' -f1)
		if ! eval "$check"; then
			if [ "$column" -gt 0 ]; then
				printf '%s\n' "$line" | cut -d'|' -f"$column"
			else
				printf '%s\n' "$line" | cut -d'|' -f2
			fi
		fi
	done | tr ' ' '\n' | grep -v '^-$' | sort -u | tr '\n' ' '
}

required=$(needed | missing || true)
optional=$(wanted | missing || true)
[ -n "$required$optional" ] || exit 0

if [ -z "$install" ]; then
	echo "deps: no package manager that is known here; please install: $required$optional" >&2
	[ -z "$required" ]
	exit
fi

as_root=
case $install in
brew*) ;;
*)
	if [ "$(id -u)" != 0 ]; then
		if has sudo && sudo -n true 2>/dev/null; then
			as_root=sudo
		elif has sudo && [ -t 0 ]; then
			as_root=sudo
		else
			echo "deps: to install what is missing, run as root:" >&2
			echo "  $install $required$optional" >&2
			[ -z "$required" ]
			exit
		fi
	fi
	;;
esac

echo "deps: installing $required$optional"
case $install in
apt-get*) DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; $as_root apt-get update -q || true ;;
pacman*) $as_root pacman -Sy --noconfirm || true ;;
esac
# shellcheck disable=SC2086 # lists of words
if [ -n "$required" ]; then
	$as_root $install $required
fi
# One by one: what a system does not have must not keep the others away.
for package in $optional; do
	# shellcheck disable=SC2086
	$as_root $install "$package" || echo "deps: no $package here; tests that want it are skipped" >&2
done
