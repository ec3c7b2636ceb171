#!/bin/sh
# update.sh: what happens to a translation when the catalog or a message of the program
# changes (`make update-po`), and how a language is started (`make po/ja.po`), in a copy of
# the tree.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

for tool in xgettext msgmerge msginit msgattrib make; do
	need "$tool" "make update-po" || finish
done
unset MAKEFLAGS MAKELEVEL

tree=$temp/tree
mkdir "$tree" || exit 2
cp -pR Makefile gen data po templates .ci "$tree"
copy_built "$tree/out"
cd "$tree" || exit 2
echo zh_CN > po/LINGUAS
po=po/zh_CN.po

update() { make update-po > "$temp/output" 2>&1 || fail "make update-po" < "$temp/output"; }
# entry CONTEXT: the entry of the .po file, with the lines before it.
entry() {
	awk -v want="msgctxt \"$1\"" 'BEGIN { RS = ""; FS = "\n" } {
		for (i = 1; i <= NF; i++) if ($i == want) print
	}' "$po"
}
# holds NAME CONTEXT LINE...: the entry has each of these lines.
holds() {
	name=$1
	entry "$2" > "$temp/entry"
	shift 2
	for line; do
		grep -qxF -- "$line" "$temp/entry" || echo "missing: $line"
	done > "$temp/wrong"
	[ ! -s "$temp/wrong" ] || cat "$temp/entry" >> "$temp/wrong"
	result "$name" "$temp/wrong"
}

update
cp "$po" "$temp/before"
update
cmp "$po" "$temp/before" > "$temp/wrong" 2>&1
result "a second run changes nothing" "$temp/wrong"

name_of() { entry "$1" | sed -n 's/^msgstr //p'; }
name252=$(name_of 'smtp:252|name') name421=$(name_of 'smtp:421|name') name550=$(name_of 'smtp:550|name')
summary=$(name_of 'smtp:252|summary') phrase421=$(entry 'smtp:421|name' | sed -n 's/^msgid //p')

# What a translator wrote above an entry stays there, exceptions of the lint included.
for context in 'smtp:252|name' 'smtp:252|summary' 'smtp:550|name'; do
	awk -v want="msgctxt \"$context\"" '$0 == want { print "# no-lint: zh-space" } { print }' "$po" > "$po.new" &&
		mv "$po.new" "$po"
done
update
holds "an exception of the lint is kept" 'smtp:252|name' '# no-lint: zh-space' "msgstr $name252"
"$codebook" check --lang zh_CN > "$temp/output" 2>&1
[ "$(grep -c "warning: the exception from 'zh-space' is not needed" "$temp/output")" -eq 3 ] ||
	cat "$temp/output" > "$temp/wrong"
result "and known by the lint" "$temp/wrong"

# A small edit, a rewrite, a new text, one that goes, and one that moves.
sed -e 's/<name>Cannot Verify User</<name>Cannot Verify This User</' \
	-e 's/<summary>The server neither confirms nor denies the address</<summary>Something quite different is said here now</' \
	-e 's/<name>Service Not Available</<name>Gone Away</' \
	-e '/<code value="250"/,/<\/code>/s/<choose>/<choose>An addition. /' \
	data/smtp.xml > "$temp/edited.xml"
awk '/<code value="550"/ { hold = 1 } hold { text = text $0 "\n"; if (/<\/code>/) hold = 0; next }
	/<\/codes>/ { printf "%s", text } { print }' "$temp/edited.xml" > data/smtp.xml
update
holds "a small edit keeps its translation as fuzzy" 'smtp:252|name' \
	'#, fuzzy' '#| msgid "Cannot Verify User"' 'msgid "Cannot Verify This User"' "msgstr $name252" \
	'# no-lint: zh-space'
holds "so does a rewrite, though nothing is alike" 'smtp:252|summary' \
	'#, fuzzy' '#| msgid "The server neither confirms nor denies the address"' \
	'msgid "Something quite different is said here now"' "msgstr $summary" '# no-lint: zh-space'
holds "and another" 'smtp:421|name' '#, fuzzy' "#| msgid $phrase421" 'msgid "Gone Away"' "msgstr $name421"
holds "what has moved is as before" 'smtp:550|name' "msgstr $name550" '# no-lint: zh-space'
entry 'smtp:550|name' | grep 'fuzzy' > "$temp/wrong"
result "and not fuzzy" "$temp/wrong"
cp "$po" "$temp/before"
update
cmp "$po" "$temp/before" > "$temp/wrong" 2>&1
result "a second run changes nothing of it" "$temp/wrong"
"$codebook" show smtp 252 --lang zh_CN > "$temp/output" 2>&1
grep -q 'Cannot Verify This User' "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "nothing fuzzy is shown as translated" "$temp/wrong"

# A renamed context, a new text and a text that is gone.
sed -e 's/<p id="no-message">/<p id="without-message">/' \
	-e '/<compare a="252" b="421">/,/<\/compare>/s/<\/lead>/<\/lead>\n      <difference id="fresh">A fresh difference.<\/difference>/' \
	-e '/<code value="252"/,/<\/code>/s/<fix role="user">.*<\/fix>//' data/smtp.xml > "$temp/edited.xml"
no_message=$(name_of 'smtp:252|description.no-message')
cp "$temp/edited.xml" data/smtp.xml
update
holds "a renamed context keeps its translation as fuzzy" 'smtp:252|description.without-message' "msgstr $no_message"
entry 'smtp:252|description.without-message' | grep -q '^#, fuzzy' || echo "it is not fuzzy" > "$temp/wrong"
result "for somebody to look at" "$temp/wrong"
holds "a new text is there to be translated" 'smtp:252-421|difference.fresh' 'msgid "A fresh difference."'
{
	entry 'smtp:252|fix.user'
	grep -q '^#~ msgctxt "smtp:252|fix.user"' "$po" || echo "it is lost"
} > "$temp/wrong"
result "what is gone is kept as obsolete" "$temp/wrong"

# ---- a message of the program ----

po=po/program/zh_CN.po
sed 's/N_("print the version")/N_("print the version number")/' gen/command/help.c > "$temp/help.c"
cp "$temp/help.c" gen/command/help.c
update
grep -A 3 '^#, fuzzy' "$po" > "$temp/found"
printf '%s\n' '#, fuzzy, c-format' '#| msgid "print the version"' 'msgid "print the version number"' 'msgstr "显示版本"' |
	diff - "$temp/found" > "$temp/wrong"
result "an edited message keeps its translation as fuzzy" "$temp/wrong"
cp "$po" "$temp/before"
update
cmp "$po" "$temp/before" > "$temp/wrong" 2>&1
result "a second run changes nothing of it either" "$temp/wrong"
make check-po > "$temp/output" 2>&1 && echo "it passes" > "$temp/wrong"
grep -q "^$po:[0-9]*: this message needs to be reviewed" "$temp/output" || cat "$temp/output" >> "$temp/wrong"
result "make check-po refuses it" "$temp/wrong"

# ---- a new language ----

cd "$top" || exit 2
rm -r "$tree/data" "$tree/po" && cp -pR data po "$tree" && cd "$tree" || exit 2
make po/ja.po po/program/ja.po > "$temp/output" 2>&1 || fail "make po/ja.po" < "$temp/output"
{
	grep -qx ja po/LINGUAS || echo "not in LINGUAS"
	grep -q '^"Language: ja' po/ja.po || head -n 20 po/ja.po
	grep -q '^"Language: ja' po/program/ja.po || head -n 20 po/program/ja.po
	msgfmt --check -o /dev/null po/ja.po
	msgfmt --check -o /dev/null po/program/ja.po
} > "$temp/wrong" 2>&1
result "make po/ja.po starts a language" "$temp/wrong"
sed -i.bak '/^msgctxt "smtp:252|name"/,/^$/s/^msgstr ""/msgstr "NAME IN JAPANESE"/' po/ja.po
sed -i.bak '/^msgid "no command"/,/^$/s/^msgstr ""/msgstr "NO COMMAND IN JAPANESE"/' po/program/ja.po
make docs > "$temp/output" 2>&1 || fail "make docs" < "$temp/output"
{
	grep -q 'NAME IN JAPANESE' out/share/man/ja/man7/smtp-252.7 || echo "not in the manual page"
	grep -q 'NAME IN JAPANESE' out/share/doc/codebook/markdown/ja/smtp/252.md || echo "not in the Markdown page"
	grep -q '](../../ja/smtp/252.md)' out/share/doc/codebook/markdown/en/smtp/252.md || echo "no link to it"
	[ -s out/share/locale/ja/LC_MESSAGES/codebook.mo ] || echo "no .mo file"
	grep -q 'NO COMMAND IN JAPANESE' out/share/locale/ja/LC_MESSAGES/codebook-program.mo || echo "no message of the program"
	grep -q '"ja": {' out/share/codebook/smtp.json || echo "not in the JSON"
} > "$temp/wrong"
result "and the next make docs emits it" "$temp/wrong"

# ---- what an editor may leave ----

printf zh_CN > po/LINGUAS
make po/fr.po > "$temp/output" 2>&1
printf 'zh_CN\nfr\n' | diff - po/LINGUAS > "$temp/wrong"
result "a language is listed on a line of its own" "$temp/wrong"

echo zh_CN > po/LINGUAS
sed 's/$/\r/' "$temp/before" > "$po"
update
grep -c "$(printf '\r')" "$po" | grep -vx 0 > "$temp/wrong"
result "the line ends of Windows go" "$temp/wrong"

sed '/^msgid "no command"/,/^$/s/^msgstr "/&%s/' po/program/zh_CN.po > "$temp/spoiled.po"
cp "$temp/spoiled.po" po/program/zh_CN.po
if make out/share/locale/zh_CN/LC_MESSAGES/codebook-program.mo > "$temp/output" 2>&1; then
	echo "it is compiled"
else
	grep -q "po/program/zh_CN.po:[0-9]*: number of format" "$temp/output" || cat "$temp/output"
fi > "$temp/wrong"
result "a message that would make the program crash is not compiled" "$temp/wrong"

finish
