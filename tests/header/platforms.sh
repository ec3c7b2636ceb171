#!/bin/sh
# platforms.sh: the generated headers where it is stricter, or elsewhere: every warning of
# clang, 32 bits, other compilers, no standard library, Windows, Doxygen, gettext.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

"$codebook" build --only header --out "$temp" > "$temp/output" 2>&1 || { fail build < "$temp/output"; finish; }
cc=${CC:-cc}
include="-I $temp/include"
printf '#include <codebook/smtp-strings.h>\ntypedef int translation_unit;\n' > "$temp/use.c"

# ---- every number and every name ----

# shellcheck disable=SC2086 # lists of options
if "$cc" -std=c89 -Wall -Wextra -Werror -Wno-deprecated-declarations $include -o "$temp/roundtrip" tests/header/roundtrip.c \
	> "$temp/wrong" 2>&1; then
	"$temp/roundtrip" > "$temp/wrong" 2>&1 || echo "status $?" >> "$temp/wrong"
fi
result "every number from -70000 to 70000 and every name" "$temp/wrong"
# shellcheck disable=SC2086
if echo 'int main(void) { return 0; }' | "$cc" -fsanitize=undefined,address -x c -o "$temp/program" - 2> /dev/null; then
	"$cc" -fsanitize=undefined,address -fno-sanitize-recover=all $include -o "$temp/roundtrip" tests/header/roundtrip.c \
		> "$temp/wrong" 2>&1 && { "$temp/roundtrip" > "$temp/wrong" 2>&1 || echo "status $?" >> "$temp/wrong"; }
	result "the same, sanitized" "$temp/wrong"
else
	skip "the same, sanitized" "this compiler has no sanitizers here"
fi

# ---- stricter ----

# Left out of -Weverything, each with its reason:
#   padded                  layout is the compiler's to choose; nothing depends on it
#   pre-c11-compat …        say that a newer language would be needed for something that
#   c++98-compat …          is used only where the language has it
#   old-style-cast,         the same text has to be C, which has no other cast and no nullptr
#   zero-as-null-pointer-constant
#   reserved-identifier     system macros that the compiler itself defines
#   unused-macros           a header is there to be used in part
#   unsafe-buffer-usage     asks for containers of C++20 in place of arrays
everything="-Weverything -Wno-padded -Wno-unused-macros -Wno-old-style-cast -Wno-zero-as-null-pointer-constant
	-Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-unknown-warning-option -Wno-pre-c11-compat
	-Wno-pre-c2x-compat -Wno-pre-c23-compat -Wno-unsafe-buffer-usage -Wno-c++98-c++11-c++14-compat"
if need clang "clang -Weverything, C" "clang -Weverything, C++"; then
	# shellcheck disable=SC2086
	try_silent "clang -Weverything, C" clang -std=c11 $everything -Werror $include -fsyntax-only "$temp/use.c"
	# shellcheck disable=SC2086
	try_silent "clang -Weverything, C++" clang -x c++ -std=c++17 $everything -Werror $include -fsyntax-only "$temp/use.c"
fi

# shellcheck disable=SC2086
try_silent "the strings are freestanding" "$cc" -std=c99 -ffreestanding -Wall -Wextra -Werror $include -c -o "$temp/use.o" "$temp/use.c"

# Nothing but stddef.h, and no function of the library.
{
	grep -h '#include' "$temp"/include/codebook/* | grep -vxE '#include (<stddef.h>|"smtp.h")'
	grep -nE '(^|[^a-z_])(malloc|calloc|realloc|free|printf|puts|fopen) *\(|<stdio|<stdlib|FILE' "$temp"/include/codebook/*
} > "$temp/wrong"
result "no heap and no standard input or output" "$temp/wrong"

# In a shared library: no relocation beyond those of an empty one.
printf '#define CODEBOOK_SMTP_IMPLEMENTATION\n#include <codebook/smtp-strings.h>\n' > "$temp/holder.c"
if need readelf "no relocation in a shared library"; then
	for level in -O0 -O2 -O3 -Os; do
		# shellcheck disable=SC2086
		"$cc" "$level" -shared -fPIC -nostdlib $include -o "$temp/holder.so" "$temp/holder.c" &&
			readelf -rW "$temp/holder.so" | grep -E 'R_[A-Z0-9_]+' | grep -vE 'JU?MP_SLO' | sed "s/^/$level: /"
	done > "$temp/wrong" 2>&1
	result "no relocation in a shared library" "$temp/wrong"
fi

# ---- elsewhere ----

if echo 'int main(void) { return 0; }' | "$cc" -m32 -x c -o "$temp/program" - 2> /dev/null; then
	# shellcheck disable=SC2086
	"$cc" -m32 -Wall -Wextra -Werror $include -o "$temp/roundtrip" tests/header/roundtrip.c > "$temp/wrong" 2>&1 &&
		{ "$temp/roundtrip" > "$temp/wrong" 2>&1 || echo "status $?" >> "$temp/wrong"; }
	result "32 bits" "$temp/wrong"
else
	skip "32 bits" "this compiler does not make such programs here"
fi

if need tcc "tcc"; then
	# shellcheck disable=SC2086
	{ tcc -Wall -Werror $include -o "$temp/roundtrip" tests/header/roundtrip.c && "$temp/roundtrip"; } > "$temp/wrong" 2>&1 ||
		echo "status $?" >> "$temp/wrong"
	result "tcc" "$temp/wrong"
fi

# Windows defines many short names of codes; none of them touches ours, nor ours theirs.
for order in before after; do
	need x86_64-w64-mingw32-gcc "$order the headers of Windows" || continue
	{
		[ $order = before ] && echo '#include <codebook/smtp-strings.h>'
		printf '#include <winsock2.h>\n#include <windows.h>\n#include <winhttp.h>\n#include <windns.h>\n'
		[ $order = after ] && echo '#include <codebook/smtp-strings.h>'
		echo 'int main(void) { return codebook_smtp_position(252) < 0 || HTTP_STATUS_OK != 200; }'
	} > "$temp/windows.c"
	# shellcheck disable=SC2086
	try_silent "$order the headers of Windows" x86_64-w64-mingw32-gcc -Wall -Wextra -Werror $include -c -o "$temp/windows.o" "$temp/windows.c"
done

# The names of old resolver headers: NXDOMAIN becomes ns_r_nxdomain.
for order in before after; do
	if ! echo '#include <arpa/nameser_compat.h>' | "$cc" -fsyntax-only -x c - 2> /dev/null; then
		skip "$order arpa/nameser_compat.h" "no such header here"
		continue
	fi
	{
		[ $order = before ] && printf '#include <codebook/smtp-strings.h>\n#include <codebook/kite.h>\n'
		printf '#include <sys/types.h>\n#include <netinet/in.h>\n#include <arpa/nameser.h>\n#include <arpa/nameser_compat.h>\n#include <resolv.h>\n#include <netdb.h>\n'
		[ $order = after ] && printf '#include <codebook/smtp-strings.h>\n#include <codebook/kite.h>\n'
		echo '#define EACH(constant, value, name, title, phrase) + (constant == value && sizeof name > 1)'
		echo 'int main(void) { return 0 CODEBOOK_SMTP_LIST(EACH) != CODEBOOK_SMTP_COUNT; }'
	} > "$temp/resolver.c"
	"$codebook" build --only header --data tests/golden/data --out "$temp" > /dev/null 2>&1
	# shellcheck disable=SC2086
	{ "$cc" -Wall -Werror $include -o "$temp/program" "$temp/resolver.c" && "$temp/program"; } > "$temp/wrong" 2>&1 ||
		echo "status $?" >> "$temp/wrong"
	result "$order arpa/nameser_compat.h" "$temp/wrong"
done

# ---- tools ----

if need doxygen "Doxygen reads the headers without a warning"; then
	{
		echo "INPUT = $temp/include/codebook/smtp.h $temp/include/codebook/smtp-strings.h"
		echo "OUTPUT_DIRECTORY = $temp/doxygen"
		printf 'QUIET = YES\nWARN_AS_ERROR = NO\nEXTRACT_ALL = NO\nGENERATE_LATEX = NO\nGENERATE_HTML = NO\nGENERATE_XML = YES\nMACRO_EXPANSION = YES\nEXTRACT_STATIC = YES\n'
		printf 'PREDEFINED = CODEBOOK_SMTP_EXTERN __STDC_VERSION__=201112L\n'
	} > "$temp/Doxyfile"
	(cd "$temp" && doxygen Doxyfile) > "$temp/wrong" 2>&1
	grep -q 'codebook_smtp_title' "$temp"/doxygen/xml/*.xml || echo "it found no function" >> "$temp/wrong"
	result "Doxygen reads the headers without a warning" "$temp/wrong"
fi

cat > "$temp/chinese.c" <<'END'
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#define CODEBOOK_SMTP_DGETTEXT dgettext
#include <codebook/smtp-strings.h>
int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	bindtextdomain("codebook", argc > 1 ? argv[1] : ".");
	printf("%s|%s|%s\n", codebook_smtp_title(252), codebook_smtp_summary(252), codebook_smtp_name(252));
	return 0;
}
END
if ! make_locale zh_CN; then
	skip "names in Chinese through gettext" "no locale zh_CN can be made here"
elif ! need msgfmt "names in Chinese through gettext"; then
	:
else
	mkdir -p "$temp/mo/zh_CN/LC_MESSAGES"
	msgfmt -o "$temp/mo/zh_CN/LC_MESSAGES/codebook.mo" po/zh_CN.po
	name=$(sed -n '/^msgctxt "smtp:252|name"/,/^msgstr/s/^msgstr "\(.*\)"/\1/p' po/zh_CN.po)
	summary=$(sed -n '/^msgctxt "smtp:252|summary"/,/^msgstr/s/^msgstr "\(.*\)"/\1/p' po/zh_CN.po)
	# shellcheck disable=SC2086
	{
		"$cc" -Wall -Werror $include -o "$temp/chinese" "$temp/chinese.c"
		LC_ALL=zh_CN.UTF-8 "$temp/chinese" "$temp/mo"
		"$temp/chinese" "$temp/mo"
	} > "$temp/got" 2>&1
	printf '%s|%s|CANNOT_VERIFY_USER\nCannot Verify User|%s|CANNOT_VERIFY_USER\n' "$name" "$summary" \
		"$(sed -n '/^msgctxt "smtp:252|summary"/,/^msgid/s/^msgid "\(.*\)"/\1/p' po/zh_CN.po)" > "$temp/expected"
	diff "$temp/expected" "$temp/got" > "$temp/wrong" 2>&1
	result "names in Chinese through gettext" "$temp/wrong"
fi

finish
