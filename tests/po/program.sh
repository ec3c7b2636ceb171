#!/bin/sh
# program.sh: the program's own messages and their translations in po/program.
#
# SPDX-License-Identifier: MIT
# shellcheck disable=SC1111 # Chinese quotation marks
. "$(dirname "$0")/../lib.sh"

pot=po/program/codebook-program.pot
languages=$(for file in po/program/*.po; do basename "$file" .po; done)

# ---- the files ----

if need xgettext "$pot is up to date (make pot)" "a new message is found"; then
	sh .ci/pot.sh 2>&1 | diff -u "$pot" - > "$temp/wrong"
	result "$pot is up to date (make pot)" "$temp/wrong"

	mkdir "$temp/new" && cp -R gen "$temp/new" || exit 2
	echo 'static const char *const text = N_("a message that is new");' >> "$temp/new/gen/main.c"
	(cd "$temp/new" && sh "$top/.ci/pot.sh") > "$temp/new.pot" 2>&1
	diff "$pot" "$temp/new.pot" | grep '^[<>] .' > "$temp/found"
	printf '> %s\n' '#: gen/main.c' '#, c-format' 'msgid "a message that is new"' 'msgstr ""' |
		diff - "$temp/found" > "$temp/wrong"
	result "a new message is found" "$temp/wrong"
fi

# is_complete FILE: the messages of the template, each translated and none fuzzy.
is_complete() { msgfmt --check -o /dev/null "$1" && msgcmp "$1" "$pot"; }
# spoiled NAME SED-COMMAND PATTERN: `is_complete` has to refuse an edited file, with PATTERN.
spoiled() {
	sed "$2" po/program/zh_CN.po > "$temp/zh_CN.po"
	if cmp -s po/program/zh_CN.po "$temp/zh_CN.po"; then echo "the edit changes nothing"
	elif is_complete "$temp/zh_CN.po" > "$temp/output" 2>&1; then echo "it is not refused"
	else grep -q "^$temp/zh_CN.po:[0-9]*: .*$3" "$temp/output" || cat "$temp/output"
	fi > "$temp/wrong"
	result "$1" "$temp/wrong"
}
for language in $languages; do
	need msgcmp "$language is complete" && try_silent "$language is complete" is_complete "po/program/$language.po"
done
if need msgcmp "one that is missing is found" "one that is fuzzy is found" "a directive that is lost is found" \
	"a directive that the original has not is found"; then
	spoiled "one that is missing is found" '/^msgid "no command"/,/^$/s/^msgstr .*/msgstr ""/' 'untranslated'
	spoiled "one that is fuzzy is found" '/^msgid "no command"/s/^/#, fuzzy\n/' 'reviewed'
	spoiled "a directive that is lost is found" '/^msgid "cannot open: %s"/,/^$/s/^\(msgstr .*\)%s/\1/' "number of format"
	spoiled "a directive that the original has not is found" '/^msgid "no command"/,/^$/s/^msgstr "/&%s/' "number of format"
fi

# ---- what the program prints ----

make_locale zh_CN || {
	skip "the program in Chinese" "no localedef or no sources of the locale here"
	finish
}

# speak LANGUAGE COMMAND...: in the locale zh_CN, with the translation LANGUAGE.
speak() { (LC_ALL=zh_CN.UTF-8 LANGUAGE=$1; export LC_ALL LANGUAGE; shift; "$@"); }
# prints NAME LINE COMMAND...: LINE is among what the command prints.
prints() {
	name=$1 line=$2
	shift 2
	"$@" > "$temp/output" 2>&1
	grep -qxF -- "$line" "$temp/output" || { echo "missing: $line"; cat "$temp/output"; } > "$temp/wrong"
	result "$name" "$temp/wrong"
}

prints "help in English" 'Usage: codebook COMMAND [OPTION]... [ARGUMENT]...' "$codebook" --help
prints "help in Chinese" '用法：codebook 命令 [选项]... [参数]...' speak '' "$codebook" --help
prints "help in the Chinese of Taiwan" '用法：codebook 命令 [選項]... [引數]...' speak zh_TW "$codebook" --help
prints "the first language that there is" '用法：codebook 命令 [選項]... [引數]...' speak xx:zh_TW:zh_CN "$codebook" --help
prints "a language that is not there" 'Usage: codebook COMMAND [OPTION]... [ARGUMENT]...' speak xx "$codebook" --help
(LC_ALL=C LANGUAGE=zh_CN; export LC_ALL LANGUAGE; "$codebook" --help) > "$temp/output" 2>&1
"$codebook" --help | diff - "$temp/output" > "$temp/wrong"
result "in the locale C it is English whatever LANGUAGE says" "$temp/wrong"
"$codebook" --version > "$temp/expected"
speak zh_CN "$codebook" --version | diff "$temp/expected" - > "$temp/wrong"
result "--version is the same" "$temp/wrong"

"$codebook" check 2>&1 | sed 's/^smtp: \([0-9]*\) codes, \([0-9]*\) comparisons$/smtp：\1 个代码，\2 组对比/
	s/: \([0-9]*\) of \([0-9]*\) messages translated, \([0-9]*\) fuzzy$/：已翻译 \1\/\2 条消息，\3 条模糊/' > "$temp/expected"
speak zh_CN "$codebook" check 2>&1 | diff "$temp/expected" - > "$temp/wrong"
result "what check reports" "$temp/wrong"
prints "what build reports" '写入 2 个文件，0 个未变，删除 0 个' \
	speak zh_CN "$codebook" build --lang en --only header --out "$temp/out"
"$codebook" diff data/smtp.xml data/smtp.xml > "$temp/expected" 2>&1
speak zh_CN "$codebook" diff data/smtp.xml data/smtp.xml 2>&1 | diff "$temp/expected" - > "$temp/wrong"
"$codebook" stats --json > "$temp/expected" 2>&1
speak zh_CN "$codebook" stats --json 2>&1 | diff "$temp/expected" - >> "$temp/wrong"
"$codebook" pot > "$temp/expected" 2>&1
speak zh_CN "$codebook" pot 2>&1 | diff "$temp/expected" - >> "$temp/wrong"
"$codebook" show smtp 252 --lang zh_TW > "$temp/expected" 2>&1
speak zh_CN "$codebook" show smtp 252 --lang zh_TW 2>&1 | diff "$temp/expected" - >> "$temp/wrong"
result "what other programs read, and documents, are the same" "$temp/wrong"

# Wrong input: the same places and the same status, another language.
places() { sed -E 's/^(([^ :]+:){1,3}) .*/\1/' "$1"; }
# says_it_in_chinese NAME LINE ARGUMENT...
says_it_in_chinese() {
	name=$1 line=$2
	shift 2
	"$codebook" "$@" > "$temp/stdout" 2> "$temp/english"
	status=$?
	speak zh_CN "$codebook" "$@" > "$temp/stdout" 2> "$temp/chinese"
	got=$?
	{
		[ "$got" -eq "$status" ] || echo "status $got, not $status"
		grep -qxF -- "$line" "$temp/chinese" || { echo "missing: $line"; cat "$temp/chinese"; }
		places "$temp/english" > "$temp/places"
		places "$temp/chinese" | diff "$temp/places" -
		grep -nE ': (error|warning|note): ' "$temp/chinese"
	} > "$temp/wrong"
	result "$name" "$temp/wrong"
}
sed 's/class="positive-completion"/class="no-such"/' data/smtp.xml > "$temp/smtp.xml"
at=$(grep -n 'class="no-such"' "$temp/smtp.xml" | head -n 1)
column=$(printf '%s' "${at#*:}" | awk '{ print index($0, "class=") }')
says_it_in_chinese "an error in a catalog" "$temp/smtp.xml:${at%%:*}:$column: 错误：没有类别“no-such”" check --data "$temp/smtp.xml"
sed 's/<code value="251"/<code value="250"/' data/smtp.xml > "$temp/smtp.xml"
says_it_in_chinese "an error with a note" \
	"$temp/smtp.xml:$(grep -n '<code value="250"' "$temp/smtp.xml" | sed -n '1s/:.*//p'):5: 附注：首次定义于此处" \
	check --data "$temp/smtp.xml"
says_it_in_chinese "a warning" "$temp/out/share/codebook/smtp.json: 警告：尚不存在" build --check --lang en --only json --out "$temp/out"
says_it_in_chinese "a wrong command line" 'codebook: 错误：未知的选项“--colour”' --colour
says_it_in_chinese "a file that cannot be opened" "$temp/none: 错误：无法打开：$(speak zh_CN "$codebook" check --data "$temp/none" 2>&1 |
	sed -n 's/.*无法打开：\(..*\)/\1/p')" check --data "$temp/none"

if need python3 "help has 80 columns" "the columns of stats"; then
	for language in $languages; do
		speak "$language" "$codebook" --help | python3 tests/po/columns.py help > "$temp/wrong" 2>&1
		result "$language: help has 80 columns" "$temp/wrong"
		speak "$language" "$codebook" stats > "$temp/stats"
		{
			sed '/^$/,$d' "$temp/stats" | python3 tests/po/columns.py table
			sed '1,/^$/d' "$temp/stats" | python3 tests/po/columns.py table
		} > "$temp/wrong" 2>&1
		result "$language: the columns of stats" "$temp/wrong"
	done
	printf '  --all      全部\n  --some     %s\n' 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十 |
		python3 tests/po/columns.py help > "$temp/found"
	printf '消息 x 已译\n1 x   2\n' | python3 tests/po/columns.py table >> "$temp/found"
	[ "$(wc -l < "$temp/found")" -eq 3 ] || cat "$temp/found" > "$temp/wrong"
	result "columns that are wrong are found" "$temp/wrong"
fi

# Moved as a whole, it still finds them; so does the sanitized one, which says nothing more.
mkdir -p "$temp/moved/bin" "$temp/moved/share" && cp -R out/share/locale "$temp/moved/share" || exit 2
cp "$sanitized" "$temp/moved/bin/codebook"
says=$(cd "$temp/moved/bin" && speak zh_CN ./codebook nonsense 2>&1)
[ "$says" = "codebook: 错误：未知的命令“nonsense”
codebook: 附注：请运行“codebook --help”" ] || echo "$says" > "$temp/wrong"
result "another place, by a relative path" "$temp/wrong"
prints "another place, stats" "$(speak zh_CN "$codebook" stats | head -n 1)" speak zh_CN "$temp/moved/bin/codebook" stats
rm -r "$temp/moved/share"
expect "no translations beside it" 2 "codebook: error: unknown command 'nonsense'" \
	sh -c "LC_ALL=C '$temp/moved/bin/codebook' nonsense"

finish
