#!/bin/sh
# lint.sh: what `codebook check` says about Chinese, with place, rule and status; that
# warnings fail only when asked, that documents are made all the same, and that every rule
# is described.
#
# SPDX-License-Identifier: MIT
# shellcheck disable=SC1111,SC2120 # Chinese quotation marks; `expect` runs check
. "$(dirname "$0")/../lib.sh"

mkdir "$temp/po"
cp po/termbase.zh_CN.tsv "$temp/po"
echo zh_CN > "$temp/po/LINGUAS"
po=$temp/po/zh_CN.po
termbase=$temp/po/termbase.zh_CN.tsv

# translate CONTEXT MSGSTR [COMMENT]: a copy of the shipped translation in which one entry
# is another. $place is where its msgstr stands.
translate() {
	awk -v want="msgctxt \"$1\"" -v str="msgstr \"$2\"" -v comment="${3:-}" '
		$0 == want { here = 1; if (comment != "") print comment }
		here && /^msgstr / { print str; here = 0; next }
		{ print }' po/zh_CN.po > "$po"
	place=$po:$(awk -v want="msgctxt \"$1\"" '$0 == want { here = 1 } here && /^msgstr / { print FNR; exit }' "$po")
}

check() { "$codebook" check --po "$temp/po" --lang zh_CN "$@"; }

# finds STATUS MESSAGE: "COLUMN: ..." of the msgstr.
finds() { expect "${2#*: }" "$1" "$place:$2" check; }

# The English is "The server neither confirms nor denies the address".
name() { translate 'smtp:252|summary' "$@"; }
# "… so the client sends <cmd>QUIT</cmd>."
sentence() { translate 'smtp|facet.connection.client-quits.meaning' "$@"; }

name '服务器,' && finds 1 "18: error: write '，', not ',' [zh-punct]"
name '服务器 (SMTP)' && finds 1 "19: error: write '（', not '(' [zh-punct]"
sentence '客户端发送 <cmd>QUIT</cmd>, 会话结束。' && finds 1 "40: error: write '，', not ',' [zh-punct]"
name '服务器...' && finds 1 "18: error: write '……', not '...' [zh-ellipsis]"
name '服务器５' && finds 1 "18: error: write '5', not '５' [zh-fullwidth]"
name '服务器“' && finds 1 "18: error: '“' is not paired [zh-quotes]"
name '服务器\\n' && finds 1 "18: error: a line break that the original has not [zh-newline]"
name 'The server neither confirms' && finds 1 "9: error: English: 'The server neither confirms' [zh-english]"
name 'SMTP服务器' && finds 0 "13: warning: a space is missing between 'P' and '服' [zh-space]"
sentence '客户端发送<cmd>QUIT</cmd>。' &&
	finds 0 "24: warning: a space is missing between '送' and '<cmd>QUIT</cmd>' [zh-space]"
name '服务器， 地址' && finds 0 "21: warning: no space belongs beside '，' [zh-punct-space]"
name '服务器--地址' && finds 0 "18: warning: write '——', not '--' [zh-dash]"
name '您' && finds 0 "9: warning: write '你', not '您' [zh-you]"
name '服务器。' && finds 0 "18: warning: the translation ends with a full stop, the original does not [zh-end]"
translate 'smtp|facet.phase.auth.name' '认证' &&
	finds 0 "9: warning: write '身份验证' for 'authentication / authenticate', not '认证' [zh-term]"
name '「服务器」' "# no-lint: zh-space"
number=${place##*:}
several="$po:$((number - 3)):12: warning: the exception from 'zh-space' is not needed [no-lint]
$place:9: warning: write '“', not '「' [zh-quote-style]
$place:21: warning: write '”', not '」' [zh-quote-style]"
expect "several, sorted by place" 0 "$several" check
expect "warnings can be fatal" 1 "codebook: error: 3 warnings, and --fatal-warnings
$several" check --fatal-warnings
expect "warnings can be fatal, sanitized" 1 "codebook: error: 3 warnings, and --fatal-warnings
$several" "$sanitized" check --po "$temp/po" --lang zh_CN --fatal-warnings

sentence 'RCPT;客户端发送<cmd>QUIT</cmd>' '# no-lint: zh-punct zh-space zh-end'
expect "an entry can be excepted" 0 "" check --fatal-warnings
sentence '客户端发送 <cmd>A,b(c)...</cmd>。'
expect "literals are another matter" 1 \
	"$place:1: error: the translation lacks cmd 'QUIT' of the original" check

# Where the markup of one entry is wrong, the others are looked at as well.
sed '/^msgctxt "smtp:252|summary"/,/^$/s/^msgstr .*/msgstr "服务器,"/' "$po" > "$po.new" && mv "$po.new" "$po"
[ "$(check 2>&1 > /dev/null | grep -c ': error: ')" = 2 ] || check > "$temp/wrong" 2>&1
result "all is told in one run" "$temp/wrong"

# What is fuzzy is not looked at, and what is only wrong in style is built.
name '服务器,' '#, fuzzy'
expect "what is fuzzy is not looked at" 0 "" check --fatal-warnings
name '服务器,'
expect "a build does not ask" 0 "" "$codebook" build --po "$temp/po" --only man --out "$temp/out"

# ---- the termbase ----

cp po/zh_CN.po "$po"
# row TEXT: a termbase with this row at its end, the place of which is $place.
row() {
	{ cat po/termbase.zh_CN.tsv; printf "$1"; } > "$termbase"
	place=$termbase:$(($(wc -l < po/termbase.zh_CN.tsv) + 1))
}
row 'zebra\t斑马\tno\n'
expect "a row with too few columns" 1 "$place: error: expected 4 columns" check
row 'cache\t缓存\t\tno\n'
expect "a term that is there twice" 1 "$place: error: duplicate term 'cache'" check
row 'zebra\t\t\tno\n'
expect "half a row" 1 "$place: error: a term lacks its English or its translation" check
row 'zebra\t斑马\t\tn\n'
expect "a last column of another kind" 1 "$place: error: the last column is yes or no" check
row 'zebra\t\377\t\tno\n'
expect "a termbase in another encoding" 1 "$place:7: error: not UTF-8 text (byte 0xff)" check
printf 'english\tzh\tavoid\tsourced\n' > "$termbase"
expect "columns with other names" 1 "$termbase:1: error: the columns are english, zh_CN, avoid and sourced" check
rm "$termbase"
expect "no termbase is all right" 0 "" check --fatal-warnings

# Each rule is described for translators, in both languages, and in codebook(1).
sed -n 's/.*\] = {"\([a-z-]*\)", DIAG_.*/\1/p' gen/po/lint.c > "$temp/rules"
{
	[ "$(wc -l < "$temp/rules")" -gt 10 ] || cat "$temp/rules"
	while read -r rule; do
		[ "$(grep -c "^| \`$rule\` |" po/README.md)" -eq 2 ] || echo "po/README.md: $rule"
		grep -qF "[$(echo "$rule" | sed 's/-/\\-/g')]" templates/man/codebook.1.mustache || echo "codebook(1): $rule"
	done < "$temp/rules"
} > "$temp/wrong"
result "every rule is described" "$temp/wrong"

finish
