#!/bin/sh
# languages.sh: the generated sources in Python, Go, Rust and TypeScript, where there is a
# compiler: no warning, and programs that walk them say what the JSON of the protocol says.
# The catalogs are the real one, the fixtures of tests/golden, and one that is hard to write.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

out=$temp/out
kinds="--only json --only python --only go --only rust --only typescript"
# shellcheck disable=SC2086 # lists of words
for data in data tests/golden/data tests/languages/data; do
	"$codebook" build $kinds --data $data --out "$temp/some" > "$temp/output" 2>&1 || {
		fail "build of $data" < "$temp/output"
		finish
	}
	mkdir -p "$out"
	cp -R "$temp/some/share/codebook/." "$out"
done

need python3 "sources in Python, Go, Rust and TypeScript" || finish
here=tests/languages
protocols=$(cd "$out" && ls -- *.json | sed 's/\.json$//')
for protocol in $protocols; do
	python3 $here/languages.py expected "$out/$protocol.json" > "$temp/$protocol.expected" || exit
done

# same NAME PROTOCOL COMMAND...: the command has to print what is known about the protocol.
same() {
	name=$1 protocol=$2
	shift 2
	if "$@" > "$temp/found" 2> "$temp/errors"; then
		diff -u "$temp/$protocol.expected" "$temp/found" > "$temp/wrong"
	else
		{ echo "status $? of: $*"; cat "$temp/errors"; } > "$temp/wrong"
	fi
	result "$name" "$temp/wrong"
}

# program LANGUAGE PROTOCOL FILE
program() { python3 $here/languages.py "$1" "$out/$2.json" > "$3" || exit; }

# ---- Python ----

for protocol in $protocols; do
	program python "$protocol" "$temp/check.py"
	same "Python, $protocol" "$protocol" env PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$out/python" \
		python3 -W error "$temp/check.py"
	if need mypy "Python, $protocol, mypy --strict"; then
		try "Python, $protocol, mypy --strict" mypy --strict --cache-dir="$temp/mypy" \
			"$out/python/codebook/$protocol.py"
	fi
done

# ---- Go ----

if need go "Go"; then
	GOCACHE=$temp/go-cache GOPATH=$temp/go-path GOPROXY=off GOFLAGS=-mod=mod GOTOOLCHAIN=local CGO_ENABLED=0
	export GOCACHE GOPATH GOPROXY GOFLAGS GOTOOLCHAIN CGO_ENABLED
	cp -R "$out/go" "$temp/check"
	printf 'module check\n\ngo 1.16\n' > "$temp/check/go.mod"
	for protocol in $protocols; do
		mkdir "$temp/check/check-$protocol"
		program go "$protocol" "$temp/check/check-$protocol/main.go"
	done
	cd "$temp/check" || exit
	try "Go, go vet" go vet ./...
	for protocol in $protocols; do
		same "Go, $protocol" "$protocol" go run "./check-$protocol"
	done
	cd "$top" || exit
fi
if need gofmt "Go, gofmt"; then
	try_silent "Go, gofmt" gofmt -d "$out/go"
fi

# ---- Rust ----

if need rustc "Rust"; then
	for protocol in $protocols; do
		program rust "$protocol" "$out/rust/check.rs"
		printf '#![no_std]\n#[path = "%s.rs"]\npub mod module;\n' "$protocol" > "$out/rust/bare.rs"
		for edition in 2018 2021; do
			try_silent "Rust, $protocol, no_std, edition $edition" rustc --edition $edition -D warnings \
				--crate-type lib --emit metadata -o "$temp/bare.rmeta" "$out/rust/bare.rs"
			rm -f "$temp/check-rust"
			try_silent "Rust, $protocol, edition $edition" rustc --edition $edition -D warnings \
				-o "$temp/check-rust" "$out/rust/check.rs"
			same "Rust, $protocol, edition $edition, run" "$protocol" "$temp/check-rust"
		done
	done
fi

# ---- TypeScript ----

if need tsc "TypeScript" && need node "TypeScript"; then
	for protocol in $protocols; do
		program typescript "$protocol" "$out/typescript/check.ts"
		try_silent "TypeScript, $protocol, tsc --strict" tsc --strict --noUnusedLocals --noUnusedParameters \
			--noImplicitReturns --target es2019 --module commonjs --outDir "$temp/js" "$out/typescript/check.ts"
		same "TypeScript, $protocol" "$protocol" node "$temp/js/check.js"
	done
fi

finish
