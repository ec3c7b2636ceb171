#!/bin/sh
# consumers.sh: projects of others build with the installed headers and program: with
# make, CMake and Meson, in C and C++, with a catalog of their own, which they edit.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

unset MAKEOVERRIDES DESTDIR PREFIX OUT CFLAGS CXXFLAGS CPPFLAGS LDFLAGS LDLIBS \
	PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR CMAKE_GENERATOR CMAKE_PREFIX_PATH
prefix=$temp/prefix
PKG_CONFIG_PATH=$prefix/share/pkgconfig
export PKG_CONFIG_PATH

copy_built "$temp/out"
make -s OUT="$temp/out" PREFIX="$prefix" install > "$temp/output" 2>&1 ||
	{ fail install < "$temp/output"; finish; }

# copy_project KIND DIRECTORY: with the sources that all of them share.
copy_project() {
	mkdir -p "$2"
	cp -R "tests/consumers/$1/." tests/consumers/program.c tests/consumers/program.cc \
		tests/consumers/storage.xml "$2"
}

# runs NAME VERSION SUMMARY PROGRAM...: each program ends well and prints this.
runs() {
	name=$1 line="$2: $3"
	shift 3
	for program; do
		got=$("$program" 2>&1)
		status=$?
		[ "$status" -eq 0 ] && [ "$got" = "$line" ] ||
			echo "$program: status $status, '$got', not '$line'"
	done > "$temp/wrong"
	result "$name" "$temp/wrong"
}
full='The service has no space left'

# After a second, for make and file systems that see no less.
edit_catalog() {
	sleep 1
	sed 's/version="1.0.0"/version="1.1.0"/; s/has no space left/is full/' "$1" > "$temp/edited"
	cp "$temp/edited" "$1"
}

# check_project NAME DIRECTORY BUILD-DIRECTORY COMMAND...: what the command builds runs;
# building again does nothing, and an edited catalog is in the next build.
check_project() {
	kind=$1 project=$2 build=$3
	shift 3
	try "$kind: it builds" "$@"
	runs "$kind: it runs" 1.0.0 "$full" "$build/program-c" "$build/program-cc"
	touch "$temp/before"
	try "$kind: it builds again" "$@"
	find "$build" \( -name 'program-c*' -o -name '*.h' -o -name 'stamp*' \) -type f -newer "$temp/before" > "$temp/wrong"
	result "$kind: and does nothing" "$temp/wrong"
	edit_catalog "$project/storage.xml"
	try "$kind: it builds after an edit" "$@"
	runs "$kind: the catalog as edited" 1.1.0 'The service is full' "$build/program-c" "$build/program-cc"
}

by_hand() {
	copy_project make "$temp/by-hand"
	"$prefix/bin/codebook" build --data "$temp/by-hand/storage.xml" --lang en --prefix acme \
		--only header --out "$temp/by-hand" > /dev/null || return
	for program in program.c program.cc; do
		compiler=cc
		[ "$program" = program.c ] || compiler=c++
		"$compiler" -Wall -Wextra -Werror -I"$prefix/include" -I"$temp/by-hand/include" \
			-o "$temp/by-hand/$program.out" "$temp/by-hand/$program" || return
	done
}

with_make() {
	copy_project make "$temp/make"
	check_project make "$temp/make" "$temp/make" make -C "$temp/make"
}

with_cmake() { # GENERATOR
	copy_project cmake "$temp/cmake $1"
	try "cmake, $1: it configures" cmake -S "$temp/cmake $1" -B "$temp/cmake $1/build" -G "$1" \
		-DCMAKE_PREFIX_PATH="$prefix"
	check_project "cmake, $1" "$temp/cmake $1" "$temp/cmake $1/build" cmake --build "$temp/cmake $1/build"
}

with_meson() {
	copy_project meson "$temp/meson"
	try "meson: it configures" meson setup "$temp/meson/build" "$temp/meson"
	check_project meson "$temp/meson" "$temp/meson/build" ninja -v -C "$temp/meson/build"
}

# The CMake package works wherever the tree is moved to; templates of one's own are used,
# and made again when they change; a mistake in the catalog is shown where it is.
cmake_package() {
	project="$temp/cmake package"
	copy_project cmake "$project"
	cp -R "$prefix" "$temp/moved tree"
	mv "$prefix" "$prefix.away"
	cp -R templates "$project/templates"
	echo 'codebook_generate(TARGET pages CATALOG storage.xml PREFIX acme TEMPLATES templates ONLY markdown json)
add_custom_target(documents ALL)
add_dependencies(documents pages)' >> "$project/CMakeLists.txt"
	try "cmake: a tree that was moved" cmake -S "$project" -B "$project/build" -DCMAKE_PREFIX_PATH="$temp/moved tree"
	try "cmake: templates and kinds of one's own" cmake --build "$project/build"
	page=$project/build/codebook/pages/share/doc/codebook/markdown/en/storage/disk_full.md
	[ -e "$page" ] || find "$project/build/codebook" > "$temp/wrong"
	[ -e "$project/build/codebook/pages/share/codebook/storage.json" ] || echo "no JSON" >> "$temp/wrong"
	[ ! -e "$project/build/codebook/pages/include/acme" ] || echo "a header as well" >> "$temp/wrong"
	result "cmake: the documents asked for" "$temp/wrong"

	sleep 1
	echo 'Another last line.' >> "$project/templates/markdown/code.mustache"
	cmake --build "$project/build" > "$temp/output" 2>&1 || cat "$temp/output" > "$temp/wrong"
	grep -q 'Another last line' "$page" 2>&1 || cat "$temp/output" >> "$temp/wrong"
	result "cmake: a template as edited" "$temp/wrong"

	sed 's/class="service"/class="servant"/' "$project/storage.xml" > "$temp/edited"
	cp "$temp/edited" "$project/storage.xml"
	if cmake --build "$project/build" > "$temp/output" 2>&1; then echo "it was built" > "$temp/wrong"; fi
	grep -q "storage.xml:[0-9:]* error: no class 'servant'$" "$temp/output" || cat "$temp/output" >> "$temp/wrong"
	result "cmake: a mistake in the catalog" "$temp/wrong"

	for wanted in 0.1:0 0.0.1:0 0.1.0:0 1:1 9.0:1 0.1...0.9:0 0.2...3:1; do
		mkdir -p "$temp/version"
		printf 'cmake_minimum_required(VERSION 3.20)\nproject(v NONE)\nfind_package(codebook %s REQUIRED)\n' \
			"${wanted%:*}" > "$temp/version/CMakeLists.txt"
		cmake -S "$temp/version" -B "$temp/version/build" -DCMAKE_PREFIX_PATH="$temp/moved tree" > "$temp/output" 2>&1
		got=$?
		[ "$got" = "${wanted#*:}" ] || { echo "version ${wanted%:*}: status $got"; cat "$temp/output"; }
		rm -rf "$temp/version"
	done > "$temp/wrong"
	result "cmake: versions asked for" "$temp/wrong"
	mv "$prefix.away" "$prefix"
}

if need c++ "by hand" make cmake meson; then
	try "by hand: it builds" by_hand
	runs "by hand: it runs" 1.0.0 "$full" "$temp/by-hand/program.c.out" "$temp/by-hand/program.cc.out"
	need pkg-config make && with_make
	if need cmake cmake; then
		with_cmake 'Unix Makefiles'
		need ninja "cmake, Ninja" && with_cmake Ninja
		cmake_package
	fi
	need meson meson && need ninja meson && need pkg-config meson && with_meson
fi

if need pkg-config "pkg-config"; then
	{
		[ "$(pkg-config --variable=tool codebook)" = "$prefix/bin/codebook" ] || echo tool
		[ "$(pkg-config --variable=pkgdatadir codebook)" = "$prefix/share/codebook" ] || echo pkgdatadir
		[ "$("$prefix/bin/codebook" --version | sed -n '1s/[^0-9]*\([0-9.]*\).*/\1/p')" = "$(pkg-config --modversion codebook)" ] ||
			echo version
	} > "$temp/wrong"
	result "pkg-config: variables" "$temp/wrong"
fi

finish
