#!/bin/sh
# header.sh: the generated headers under the compilers that are here: strict, in every
# version of the languages, alone, twice and together; what they promise; what they add to
# the names of a program.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

"$codebook" build --only header --out "$temp/real" > "$temp/output" 2>&1 &&
	"$codebook" build --only header --data tests/golden/data --out "$temp/made" > "$temp/output" 2>&1 ||
	{ fail build < "$temp/output"; finish; }
mkdir -p "$temp/all/codebook"
cp "$temp"/real/include/codebook/* "$temp"/made/include/codebook/* "$temp/all/codebook"

strict="-Wall -Wextra -pedantic-errors -Werror -Wshadow -Wconversion -Wundef -Wcast-qual -Wwrite-strings"
headers=$(cd "$temp/all" && ls codebook/*.h)

# Each header first, where nothing before it brings what it lacks, again, and then all of
# them; and all in each of the other ways: old names refused, with deprecation, and the
# other ways to use the strings. $temp/all-ways holds these, $temp/alone one header in one way.
mkdir "$temp/all-ways" "$temp/alone"
uses() { printf '#include <%s>\n' "$@"; echo 'typedef int translation_unit;'; }
for header in $headers; do
	file=${header#codebook/}
	# shellcheck disable=SC2086 # a list of headers
	uses "$header" "$header" $headers > "$temp/all-ways/${file%.h}.c"
done
for way in NO_OLD_NAMES DEPRECATED_ATTRIBUTES EXTERN IMPLEMENTATION; do
	for header in $headers; do
		file=${header#codebook/}
		macro=$(echo "CODEBOOK_${file%.h}" | sed 's/-strings//' | tr 'a-z-' 'A-Z_')
		echo "#define ${macro}_$way" | tee -a "$temp/defines" > "$temp/alone/$way-${file%.h}.c"
		uses "$header" >> "$temp/alone/$way-${file%.h}.c"
	done
	# shellcheck disable=SC2086 # a list of headers
	{ sort -u "$temp/defines"; uses $headers; } > "$temp/all-ways/$way.c"
	rm "$temp/defines"
done

# compile_each DIRECTORY COMPILER OPTION...: each file in it, strictly.
compile_each() {
	directory=$1
	shift
	for source in "$directory"/*.c; do
		# shellcheck disable=SC2086 # lists of options
		"$@" $strict -I "$temp/all" -fsyntax-only "$source" 2>&1
	done
}

# matrix COMPILER LANGUAGE STANDARD...
matrix() {
	compiler=$1 language=$2
	shift 2
	need "$compiler" "headers with $compiler" || return
	for standard; do
		name="headers with $compiler -std=$standard"
		if ! echo 'int x;' | "$compiler" -x "$language" "-std=$standard" -fsyntax-only - 2> /dev/null; then
			skip "$name" "this compiler does not know it"
			continue
		fi
		compile_each "$temp/all-ways" "$compiler" -x "$language" "-std=$standard" > "$temp/wrong"
		result "$name" "$temp/wrong"
	done
}
matrix gcc c c89 c99 c11 c17 c2x
matrix clang c c89 c99 c11 c17 c2x
matrix g++ c++ c++98 c++11 c++14 c++17 c++20 c++23
matrix clang++ c++ c++98 c++11 c++14 c++17 c++20 c++2b

# What a header lacks, another one before it may have brought. What it lacks in one of the
# ways is a matter of the language, not of compiler and standard.
compile_each "$temp/alone" "${CC:-cc}" -x c > "$temp/wrong"
result "each header alone in each way, C" "$temp/wrong"
if need "${CXX:-c++}" "each header alone in each way, C++"; then
	compile_each "$temp/alone" "${CXX:-c++}" -x c++ > "$temp/wrong"
	result "each header alone in each way, C++" "$temp/wrong"
fi

cc=${CC:-cc}
try "the constants are freestanding" "$cc" -ffreestanding -nostdinc -std=c99 -Wall -Werror -I "$temp/all" -fsyntax-only \
	-include codebook/smtp.h -x c /dev/null

# ---- what they do ----

# behave NAME COMPILER OPTION...
behave() {
	name=$1 compiler=$2
	shift 2
	need "$compiler" "behaviour, $name" || return
	for program in behaviour fixtures; do
		if "$compiler" "$@" -I "$temp/all" -o "$temp/program" "tests/header/$program.c" > "$temp/wrong" 2>&1; then
			"$temp/program" > "$temp/wrong" 2>&1 || echo "status $?" >> "$temp/wrong"
		fi
		result "$program, $name" "$temp/wrong"
	done
}
behave C89 gcc -std=c89 -O2 -Wall -Wextra -Werror
behave C11 clang -std=c11 -O1 -Wall -Wextra -Werror
behave C++98 g++ -x c++ -std=c++98 -Wall -Wextra -Werror
behave C++20 clang++ -x c++ -std=c++20 -Wall -Wextra -Werror
if echo 'int main(void) { return 0; }' | "$cc" -fsanitize=address,undefined -x c -o "$temp/program" - 2> /dev/null; then
	behave sanitized "$cc" -fsanitize=address,undefined -fno-sanitize-recover=all -g
else
	skip "behaviour, sanitized" "this compiler has no sanitizers here"
fi

# Declared in one file and held by another.
{
	sed 's/^#include <codebook/#define CODEBOOK_SMTP_EXTERN\n&/' tests/header/behaviour.c > "$temp/user.c"
	printf '#define CODEBOOK_SMTP_IMPLEMENTATION\n#include <codebook/smtp-strings.h>\n' > "$temp/holder.c"
	"$cc" -I "$temp/all" -o "$temp/program" "$temp/user.c" "$temp/holder.c" && "$temp/program"
} > "$temp/output" 2>&1 && : > "$temp/wrong" || cp "$temp/output" "$temp/wrong"
result "functions in a file of their own" "$temp/wrong"

# Declared by a header of the user that the holder includes, too; and where that comes too late.
{
	printf '#define CODEBOOK_SMTP_EXTERN\n#include <codebook/smtp-strings.h>\n' > "$temp/mine.h"
	{ echo '#include "mine.h"'; cat "$temp/holder.c"; } > "$temp/late.c"
	"$cc" -Wall -Wextra -Werror -I "$temp/all" -o "$temp/program" "$temp/user.c" "$temp/late.c" && "$temp/program"
} > "$temp/output" 2>&1 && : > "$temp/wrong" || cp "$temp/output" "$temp/wrong"
result "functions in a file that has them declared already" "$temp/wrong"
{ echo '#include <codebook/smtp-strings.h>'; cat "$temp/holder.c"; } > "$temp/late.c"
"$cc" -I "$temp/all" -fsyntax-only "$temp/late.c" > "$temp/output" 2>&1
grep -q 'CODEBOOK_SMTP_IMPLEMENTATION comes too late' "$temp/output" || cp "$temp/output" "$temp/wrong"
result "functions that are static inline already cannot be held" "$temp/wrong"

{
	printf '#define CODEBOOK_SMTP_EXTERN\n#include <codebook/smtp-strings.h>\n#undef CODEBOOK_SMTP_EXTERN\n'
	printf '#include <codebook/smtp-strings.h>\nint main(void) { return codebook_smtp_position(250) < 0; }\n'
} > "$temp/late.c"
{ "$cc" -Wall -Wextra -Werror -I "$temp/all" -o "$temp/program" "$temp/late.c" "$temp/holder.c" && "$temp/program"; } > "$temp/wrong" 2>&1
result "declared, and included once more" "$temp/wrong"

# Translated by the hook: a table in place of gettext.
cat > "$temp/translated.c" <<'END'
#include <string.h>
static const char *look_up(const char *domain, const char *text)
{
	return strcmp(domain, DOMAIN) == 0 && strcmp(text, "smtp:252|name\004Cannot Verify User") == 0 ? "Nicht feststellbar" : text;
}
#define CODEBOOK_SMTP_DGETTEXT(domain, text) look_up(domain, text)
#include <codebook/smtp-strings.h>
int main(void)
{
	return strcmp(codebook_smtp_title(252), "Nicht feststellbar") != 0 || strcmp(codebook_smtp_title(421), "Service Not Available") != 0 ||
	       strcmp(codebook_smtp_name(252), "CANNOT_VERIFY_USER") != 0;
}
END
{
	"$cc" -Wall -Werror -I "$temp/all" -DDOMAIN='"codebook"' -o "$temp/program" "$temp/translated.c" && "$temp/program" &&
		"$cc" -Wall -Werror -I "$temp/all" -DDOMAIN='"mine"' -DCODEBOOK_SMTP_DGETTEXT_DOMAIN='"mine"' -o "$temp/program" \
			"$temp/translated.c" && "$temp/program"
} > "$temp/wrong" 2>&1 || echo "status $?" >> "$temp/wrong"
result "names are translated by the hook" "$temp/wrong"

# ---- what they add ----

printf '#include <stddef.h>\n' > "$temp/nothing.c"
printf '#include <codebook/smtp-strings.h>\n' > "$temp/names.c"
"$cc" -E -dM "$temp/nothing.c" | sort > "$temp/a"
"$cc" -E -dM -I "$temp/all" "$temp/names.c" | sort > "$temp/b"
comm -13 "$temp/a" "$temp/b" | sed 's/^#define \([A-Za-z0-9_]*\).*/\1/' > "$temp/macros"
grep -v '^CODEBOOK_SMTP_' "$temp/macros" > "$temp/wrong"
[ "$(wc -l < "$temp/macros")" -gt 5 ] || echo "no macro was found" >> "$temp/wrong"
result "every macro begins with CODEBOOK_SMTP_" "$temp/wrong"

# Every identifier outside braces and parentheses, and every enumerator.
"$cc" -E -I "$temp/all" "$temp/names.c" | awk '
	/^# [0-9]+ "/ { ours = index($3, "/codebook/") > 0; next }
	ours' | awk '
	{
		line = $0
		gsub(/"([^"\\]|\\.)*"|'\''([^'\''\\]|\\.)*'\''/, "", line)
		while (match(line, /[A-Za-z_][A-Za-z0-9_]*|[0-9][A-Za-z0-9_.]*|[{}();]/)) {
			token = substr(line, RSTART, RLENGTH)
			line = substr(line, RSTART + RLENGTH)
			if (token == "{") { depth++; if (depth == 1) enumeration = last_enum; continue }
			if (token == "}") { depth--; last_enum = 0; continue }
			if (token == "(") { inside++; last_enum = 0; continue }
			if (token == ")") { inside--; continue }
			if (token == ";") { last_enum = 0; continue }
			if (token ~ /^[0-9]/) continue
			if (depth == 0 && token == "enum") last_enum = 1
			if (inside) continue
			if (depth == 0 || (depth == 1 && enumeration)) print token
		}
	}' | sort -u | grep -vxE 'enum|struct|static|inline|__inline|const|int|char|unsigned|long|extern|void|size_t' > "$temp/names"
grep -vE '^(CODEBOOK_SMTP_|codebook_smtp_)' "$temp/names" > "$temp/wrong"
[ "$(wc -l < "$temp/names")" -gt 100 ] || echo "no identifier was found" >> "$temp/wrong"
result "every identifier begins with codebook_smtp_ or CODEBOOK_SMTP_" "$temp/wrong"

# In an object: its global symbols, and no pointer that has to be relocated.
"$cc" -O2 -fPIC -I "$temp/all" -c -o "$temp/holder.o" "$temp/holder.c" > "$temp/output" 2>&1
if need nm "global symbols of an object"; then
	nm -g "$temp/holder.o" | awk '$NF !~ /^_?(codebook_smtp_|_GLOBAL_OFFSET_TABLE_)/' > "$temp/wrong"
	result "global symbols of an object" "$temp/wrong"
fi
if need objdump "no relocation and no writable data"; then
	objdump -h "$temp/holder.o" | awk '($2 ~ /^\.data/ || $2 == ".bss") && $3 !~ /^0+$/' > "$temp/wrong"
	result "no relocation and no writable data" "$temp/wrong"
fi

# Among headers that define short names of codes.
for order in before after; do
	{
		[ $order = before ] && echo '#include <codebook/smtp-strings.h>'
		for other in resolv.h arpa/nameser.h netdb.h errno.h curl/curl.h; do
			echo "#include <$other>" > "$temp/probe.h"
			"$cc" -fsyntax-only -x c "$temp/probe.h" 2> /dev/null && cat "$temp/probe.h"
		done
		[ $order = after ] && echo '#include <codebook/smtp-strings.h>'
		echo 'int main(void) { return codebook_smtp_position(252) < 0; }'
	} > "$temp/others.c"
	try "$order the headers of others" "$cc" -Wall -Werror -I "$temp/all" -o "$temp/program" "$temp/others.c"
done

# With a prefix of one's own, both can be used side by side.
if "$codebook" --help | grep -q -- --prefix; then
	"$codebook" build --only header --prefix acme --out "$temp/acme" > "$temp/output" 2>&1
	printf '#include <codebook/smtp-strings.h>\n#include <acme/smtp-strings.h>\nint main(void) { return acme_smtp_position(252) != codebook_smtp_position(CODEBOOK_SMTP_OK - 250 + ACME_SMTP_CANNOT_VERIFY_USER); }\n' > "$temp/both.c"
	{ "$cc" -Wall -Werror -I "$temp/all" -I "$temp/acme/include" -o "$temp/program" "$temp/both.c" && "$temp/program"; } > "$temp/wrong" 2>&1 ||
		echo "status $?" >> "$temp/wrong"
	result "two prefixes side by side" "$temp/wrong"
fi

finish
