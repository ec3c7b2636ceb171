#!/bin/sh
# incremental.sh: a build over what an earlier one left gives the same tree as a fresh one,
# and writes exactly the files that differ, whatever changed in between: the input, the
# files by hand, the manifest.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

mkdir "$temp/w" || exit 2
cp -R tests/golden/data tests/golden/po templates "$temp/w"
cd "$temp/w" || exit 2
if ! stat -c %i . > /dev/null 2>&1; then
	skip "incremental builds" "no GNU stat here"
	exit
fi

build() { "$codebook" build --pairs all "$@" > "$temp/output" 2> "$temp/stderr"; }

# Each document with its checksum; each file with all that a write would change.
sums() { (cd "$1" && find . -type f ! -name '.codebook-*' -exec cksum {} + | sort); }
stamps() { (cd "$1" && find . -type f -exec stat -c '%i %s %y %z %n' {} + | sort); }

# differ A B: the paths of which the lines differ in two such lists; a removed one is none
# of B.
differ() {
	comm -13 "$1" "$2" | sed 's/.* //' | grep -v '/\.codebook-[a-z]*$' | sort -u
}

# Whether a command took the long way: then it made .codebook-new in out/, and removed it.
took_long_way() {
	directory=$(stat -c '%y %z' out)
	"$@"
	[ "$(stat -c '%y %z' out)" != "$directory" ]
}

# same_tree NAME: out/ is as a fresh build makes it, the manifest too; then a
# build has nothing to do, sees that without loading anything, and does nothing.
same_tree() {
	rm -rf fresh
	build --out fresh || cat "$temp/stderr"
	{
		diff -rq fresh out
		stamps out > "$temp/before"
		took_long_way build && echo "the second build took the long way"
		cat "$temp/stderr"
		grep -v '^0 files written, [0-9]* unchanged, 0 removed$' "$temp/output"
		cat "$temp/stderr"
		stamps out | diff "$temp/before" -
		find out -name '.codebook-new*'
	} > "$temp/wrong" 2>&1
	result "$1" "$temp/wrong"
}

# step NAME PATTERN: the input was changed. PATTERN has to fit every file that is written.
step() {
	sums fresh > "$temp/sums.old"
	stamps out > "$temp/stamps.old"
	build || cat "$temp/stderr"
	cat "$temp/stderr" > "$temp/said"
	stamps out > "$temp/stamps.new"
	differ "$temp/stamps.old" "$temp/stamps.new" > "$temp/written"
	same_tree "$1: as a fresh build"
	sums fresh > "$temp/sums.new"
	differ "$temp/sums.old" "$temp/sums.new" > "$temp/different"
	{
		cat "$temp/said"
		diff "$temp/different" "$temp/written"
		grep -v -e "$2" "$temp/written"
		[ -s "$temp/written" ] || [ "$2" = nothing ] || echo "nothing was written"
	} > "$temp/wrong"
	result "$1: what differs is written, and nothing else" "$temp/wrong"
}

change() { sed "$1" "$2" > "$temp/changed" && cat "$temp/changed" > "$2"; }

build || { fail "first build" < "$temp/stderr"; finish; }
same_tree "nothing changed"

# ---- what is read ----

change 's/微风/轻风/' po/zh_CN.po
step "a translation" 'zh_CN\|share/codebook/'
change '1s/$/ one more word/' templates/markdown/code.mustache
step "a template" '/markdown/.*\.md$'
change 's/The winch spins/The winch turns/' data/reel.xml
step "a text" 'reel'
touch data/*.xml po/* templates/*/*
step "a date of an input" nothing
change 's/The winch turns/The winch spins/; s/>Codes of a reel</>The codes of a reel</' data/reel.xml
step "two texts" 'reel\|smtp\|README\|kite'
change 's/ one more word$//' templates/markdown/code.mustache
step "a template as it was" '/markdown/.*\.md$'
sed 's/id="kite"/id="copy"/; s/"kite:/"copy:/' data/kite.xml > data/copy.xml
step "another catalog" 'copy\|README\|codebook'
mv data/copy.xml elsewhere.xml
took_long_way build && : > "$temp/wrong" || echo "it was not noticed" > "$temp/wrong"
[ ! -e out/include/codebook/copy.h ] || echo "its header is still there" >> "$temp/wrong"
result "a catalog that is gone" "$temp/wrong"
same_tree "a catalog that is gone: as a fresh build"
sed 's/^"Language: .*/"Language: fr\\n"/' po/zh_CN.po > po/fr.po
same_tree "a translation of no language"
echo fr >> po/LINGUAS
step "another language" .
rm po/fr.po
echo zh_CN > po/LINGUAS
build
same_tree "the languages as they were"
echo AAA > templates/markdown/part-a.mustache
echo BBB > templates/markdown/part-b.mustache
printf '{{> markdown/part-a}}\n{{> markdown/part-b}}\n{{> markdown/part-a}}\n' >> templates/markdown/code.mustache
step "partials" '/markdown/.*\.md$'
change '$s/part-a/part-b/' templates/markdown/code.mustache
step "another order of partials" '/markdown/.*\.md$'
change '/{{> markdown.part-[ab]}}/d' templates/markdown/code.mustache
rm templates/markdown/part-?.mustache
build
same_tree "partials that are gone"
change 's/^msgid "DESCRIPTION"/#, fuzzy\n&/' po/zh_CN.po
step "a sentence of manual pages that is fuzzy" .
change '/^#, fuzzy$/{N;/"DESCRIPTION"/s/^#, fuzzy\n//;}' po/zh_CN.po
step "the same, translated" .
change 's|^ *<difference id="ground">\(.*\)</difference>|<decision><p>\1</p><p id="look">Look <em>up</em>.</p><p id="then">- then look down.</p></decision>|
	s|^ *<decision><p>Look.*</decision>||' data/kite.xml
step "a difference that is part of the decision" 'kite'

# ---- what makes no difference ----

# no_difference NAME: what was changed is noticed once, and nothing is written for it.
no_difference() {
	took_long_way build && : > "$temp/wrong" || echo "it was not noticed" > "$temp/wrong"
	cat "$temp/stderr" >> "$temp/wrong"
	grep -v '^0 files written, [0-9]* unchanged, 0 removed$' "$temp/output" >> "$temp/wrong"
	result "$1: is noticed, and nothing is written" "$temp/wrong"
	same_tree "$1: as a fresh build"
}
sed '1s/$/ And so on./' po/zh_CN.po > changed.po && mv changed.po po/zh_CN.po
no_difference "a comment in a translation"
sed '/kite.xml: a protocol/s/that does not/which does not/' data/kite.xml > changed.xml && mv changed.xml data/kite.xml
no_difference "a comment in a catalog"
echo >> templates/outputs.xml
no_difference "white space in outputs.xml"
mkdir -p templates/more/of
echo more > templates/more/of/them.mustache
no_difference "another template"
rm -r templates/more
no_difference "a template that is gone"
echo '# zh_CN' >> po/LINGUAS
no_difference "a comment in LINGUAS"
mkdir here && mv data/*.xml here
"$codebook" build --pairs all --data here/kite.xml --data here/gust.xml --data here/reel.xml > "$temp/output"
grep -v '^0 files written' "$temp/output" > "$temp/wrong"
result "the catalog elsewhere" "$temp/wrong"
mv here/*.xml data
no_difference "the catalog in another order"
mv po there
: > "$temp/wrong"
took_long_way "$codebook" build --pairs all --po there > "$temp/output" && echo "it took the long way" > "$temp/wrong"
grep -v '^0 files written' "$temp/output" >> "$temp/wrong"
result "translations that moved" "$temp/wrong"
mv there po

# A quick look is not enough for what only loading can tell.
expect "another --min-coverage" 1 \
	"po/zh_CN.po: error: $(build --min-coverage 100; sed -n 's/.*error: //p' "$temp/stderr")" \
	"$codebook" build --pairs all --min-coverage 100
same_tree "after an error"
ln -s . templates/circle
took_long_way build && took_long_way build && : > "$temp/wrong" || echo "it was not noticed" > "$temp/wrong"
result "a link to a directory of templates takes the long way" "$temp/wrong"
rm templates/circle
mkfifo templates/pipe.mustache
took_long_way build && : > "$temp/wrong" || echo "it was not noticed" > "$temp/wrong"
result "a pipe among the templates takes the long way, and is not read" "$temp/wrong"
rm templates/pipe.mustache
cp "$top/tests/negative/base/data/note.xml" ./-
"$codebook" build --data - --out read < ./- > /dev/null 2> "$temp/wrong"
echo 'not XML' | "$codebook" build --data - --out read > /dev/null 2>&1 && echo "it was not read" >> "$temp/wrong"
result "standard input is read, not a file of its name" "$temp/wrong"
rm ./-
for words in "--pairs none" "--pairs all --pseudo" "--pairs all --prefix acme" "--pairs curated"; do
	# shellcheck disable=SC2086 # lists of words
	took_long_way "$codebook" build $words > "$temp/output" 2>&1 && : > "$temp/wrong" || echo "it was not noticed" > "$temp/wrong"
	grep '^0 files written, [0-9]* unchanged, 0 removed$' "$temp/output" >> "$temp/wrong"
	result "other options ($words) are noticed" "$temp/wrong"
done
build
same_tree "the options as they were"

# ---- what is not loaded ----

for jobs in 1 2 7; do
	took_long_way build -j $jobs && echo "$jobs threads: it took the long way"
	cat "$temp/stderr"
	cp "$temp/output" "$temp/said.$jobs"
	diff "$temp/said.1" "$temp/said.$jobs"
done > "$temp/wrong"
result "any number of threads says the same" "$temp/wrong"

: > "$temp/wrong"
for i in 1 2 3; do
	build --shard=$i/3 --out out.parts || cat "$temp/stderr"
	[ -e out.parts/.codebook-inputs-$i-of-3 ] || echo "$i: nothing is remembered"
done >> "$temp/wrong"
mv out out.whole && mv out.parts out
for i in 1 2 3; do
	took_long_way build --shard=$i/3 && echo "$i: it took the long way"
	grep -v '^0 files written, [1-9][0-9]* unchanged, 0 removed$' "$temp/output"
done >> "$temp/wrong"
took_long_way build --shard=1/2 || echo "another part was not noticed" >> "$temp/wrong"
rm -r out && mv out.whole out
result "parts are looked at one by one" "$temp/wrong"

# Each catalog is read once, to see that it is the same, and loading reads it once more.
reads() {
	strace -f -qq -e trace=file -o "$temp/trace" "$codebook" build --pairs all "$@" > "$temp/output" 2>&1
	echo "$(grep -c 'open.*"data/reel.xml"' "$temp/trace") $*"
}
names="what is not loaded is read once"
if need strace "$names"; then
	if strace -qq -e trace=file -o "$temp/trace" true 2> /dev/null; then
		build
		{ reads; reads --check; reads -j 1; reads --check --only json; reads --depfile=rule.d; } > "$temp/reads"
		{
			printf '%s\n' "1 " "1 --check" "1 -j 1" "1 --check --only json" "3 --depfile=rule.d" | diff - "$temp/reads"
			grep -q 'data/reel.xml' rule.d || echo "the rule does not name what was read"
		} > "$temp/wrong"
		result "$names" "$temp/wrong"
	else
		skip "$names" "nothing can be traced here"
	fi
fi

mkdir out/share/doc/codebook/markdown/mine
echo mine > out/share/doc/codebook/markdown/en/mine.md
cp templates/outputs.xml outputs.old
change 's|share/doc/codebook/markdown|share/doc/pages|' templates/outputs.xml
build
find out/share/doc -path '*/markdown*' | sort > "$temp/left"
printf 'out/share/doc/codebook/markdown%s\n' '' /en /en/mine.md /mine | sort | diff - "$temp/left" > "$temp/wrong"
result "another path: other files and directories stay" "$temp/wrong"
rm -r out/share/doc/codebook
same_tree "another path: as a fresh build"
cp outputs.old templates/outputs.xml
build
same_tree "the path as it was"

echo mine > out/share/doc/codebook/markdown/zh_CN/mine.md
: > po/LINGUAS
build
find out -path '*zh_CN*' | sed 's|.*/||' > "$temp/left"
printf 'zh_CN\nmine.md\n' | diff - "$temp/left" > "$temp/wrong"
result "a language that is gone: other files stay, and no empty directory" "$temp/wrong"
rm -r out/share/doc/codebook/markdown/zh_CN
same_tree "a language that is gone: as a fresh build"
echo zh_CN > po/LINGUAS
step "a language that is back" .

build --prefix acme
rm -rf fresh && build --prefix acme --out fresh
diff -r fresh out > "$temp/wrong" 2>&1
result "another prefix: as a fresh build" "$temp/wrong"
build
same_tree "the prefix as it was"

sums out > "$temp/sums.old"
build --only man --lang zh_CN
sums out | diff "$temp/sums.old" - > "$temp/wrong"
result "a build of a part keeps the rest" "$temp/wrong"
build --only json
build
same_tree "after builds of parts"

# ---- another program ----

if has "${CC:-cc}" && has pkg-config && [ -e "$top/out/obj/build.o" ]; then
	echo 'extern const char build_id[]; const char build_id[] = "another";' > other.c
	# Not all that is there: a source that has gone leaves its object.
	objects="schemas.o $(cd "$top/gen" && find . -name '*.c' | sed 's/c$/o/')"
	# shellcheck disable=SC2086,SC2046 # lists of words
	(cd "$top/out/obj" && "${CC:-cc}" -pthread -o "$temp/other" "$temp/w/other.c" $objects \
		$(pkg-config --libs libxml-2.0 jansson libxxhash) $(cd "$top" && sh .ci/intl.sh libs)) > "$temp/wrong" 2>&1
	result "another program links" "$temp/wrong"
	grep -o '^[^ ]* ' out/.codebook-manifest | sort > "$temp/keys"
	"$temp/other" build --pairs all > "$temp/output" 2>&1
	grep -o '^[^ ]* ' out/.codebook-manifest | sort | comm -12 "$temp/keys" - | grep -v '^codebook' > "$temp/wrong"
	grep -v '^0 files written' "$temp/output" >> "$temp/wrong"
	result "another program makes every document anew" "$temp/wrong"
	build
	same_tree "the program as it was"
else
	skip "another program makes every document anew" "no compiler or no objects here"
fi

# ---- by hand ----

page=out/share/doc/codebook/markdown/en/reel/README.md
edited="$page: warning: was edited by hand; it is written anew"

# hand NAME EXPECTED: after a change by hand, what a check says (as EXPECTED, or missing),
# and a build; then all is as it was.
hand() {
	stamps out > "$temp/before"
	expect "$1: --check" "$2" "$3" "$codebook" build --pairs all --check
	stamps out | diff "$temp/before" - > "$temp/wrong"
	result "$1: --check writes nothing" "$temp/wrong"
	expect "$1: --check again" "$2" "$3" "$codebook" build --pairs all --check
	expect "$1: build" 0 "$4" "$codebook" build --pairs all
	same_tree "$1: as a fresh build"
}
out_of_date="out: error: 1 file is not up to date"
newline='
'
echo more >> "$page"
hand "a longer file" 1 "$out_of_date${newline}$page: warning: was edited by hand" "$edited"
printf X | dd of="$page" conv=notrunc 2> /dev/null
hand "an edit of the same size" 1 "$out_of_date${newline}$page: warning: was edited by hand" "$edited"
touch -r data/reel.xml "$temp/date" && printf X | dd of="$page" conv=notrunc 2> /dev/null && touch -r "$temp/date" "$page"
hand "an edit with the date set back" 1 "$out_of_date${newline}$page: warning: was edited by hand" "$edited"
: > "$page"
hand "an empty file" 1 "$out_of_date${newline}$page: warning: was edited by hand" "$edited"
rm "$page"
hand "a removed file" 1 "$out_of_date${newline}$page: warning: missing" ""
rm "$page" && ln -s "$temp/w/data/reel.xml" "$page"
hand "a link in its place" 1 "$out_of_date${newline}$page: warning: was edited by hand" "$edited"

# Touched only: compared once, not written, not said, and then known again.
inode=$(stat -c '%i %Y' "$page")
chmod 600 "$page"
build
{
	cat "$temp/stderr"
	grep -v '^0 files written' "$temp/output"
	[ "$(stat -c '%i %Y %a' "$page")" = "$inode 600" ] || stat "$page"
} > "$temp/wrong"
result "a file that was touched is left alone" "$temp/wrong"
same_tree "a file that was touched: as a fresh build"

# An edit by hand and a change of the input at once.
echo more >> "$page"
change 's/>The codes of a reel</>All codes of a reel</' data/reel.xml
expect "an edit, and another input" 0 "$edited" "$codebook" build --pairs all
same_tree "an edit, and another input: as a fresh build"

# An edit by hand, and builds of other parts before that of the whole.
echo more >> "$page"
"$codebook" build --pairs all --only man > "$temp/output" 2> "$temp/wrong"
"$codebook" build --pairs all --only json >> "$temp/output" 2>> "$temp/wrong"
grep -v '^0 files written' "$temp/output" >> "$temp/wrong"
tail -n 1 "$page" | grep -qx more || echo "the edited file is another" >> "$temp/wrong"
result "builds of other parts leave an edited file alone" "$temp/wrong"
hand "an edit before builds of other parts" 1 "$out_of_date${newline}$page: warning: was edited by hand" "$edited"

# ---- the manifest ----

manifest=out/.codebook-manifest
echo mine > victim
sums out > "$temp/documents"

# damaged NAME: after something was done to the manifest, a build leaves the documents as
# they are, touches nothing else, and the next one is quiet.
damaged() {
	build
	{
		cat "$temp/stderr"
		[ "$(cat victim)" = mine ] || echo "the file outside was touched"
		sums out | diff "$temp/documents" -
		stamps out > "$temp/before"
		build
		cat "$temp/stderr"
		stamps out | diff "$temp/before" -
	} > "$temp/wrong" 2>&1
	result "$1" "$temp/wrong"
}
cp $manifest kept
rm $manifest
damaged "no manifest"
: > $manifest
damaged "an empty manifest"
head -c 2000 kept > $manifest
damaged "a manifest that was cut off"
head -c 20 kept > $manifest
damaged "a manifest that was cut off in its first line"
sed '1s/complete/begun   /' kept > $manifest
damaged "a manifest that was begun"
head -c 5000 /dev/urandom > $manifest
damaged "noise as a manifest"
{ head -n 1 kept; head -c 5000 /dev/urandom; } > $manifest
damaged "noise in a manifest"
# One byte of a path, of the first fingerprint, of the one of all lines, and of the words.
for byte in "$(($(wc -c < kept) - 2))" 50 40 2; do
	printf '~' | dd of=$manifest bs=1 seek="$byte" conv=notrunc 2> /dev/null
	took_long_way build && : > "$temp/wrong" || echo "it was not noticed" > "$temp/wrong"
	grep -v '^0 files written, [0-9]* unchanged, 0 removed$' "$temp/output" >> "$temp/wrong"
	cat "$temp/stderr" >> "$temp/wrong"
	result "byte $byte of a manifest: every document is compared" "$temp/wrong"
	same_tree "byte $byte of a manifest: as a fresh build"
done

# The same with a first line that fits: only what stands in the lines can be wrong.
forged() {
	if [ -x "$top/out/obj/san/tests/build/seal" ]; then
		"$top/out/obj/san/tests/build/seal" $manifest
		damaged "$1"
	else
		skip "$1" "tests/build/seal.c was not built"
	fi
}
sed '2,$y/0123456789abcdef/123456789abcdef0/' kept > $manifest
forged "a manifest with other fingerprints"
sed '2,$s/^[^ ]* /0000000000000000 /' kept > $manifest
forged "a manifest with no keys"
{ head -n 1 kept; sed 1d kept | sort -r; } > $manifest
forged "a manifest in another order"
awk '{ print } NR > 1' kept > $manifest
forged "a manifest with every line twice"
{
	cat kept
	for path in ../victim "$PWD/victim" share/../../victim ./victim .codebook-new .codebook-manifest share include/ /; do
		echo "00000000000000aa 00000000000000bb 5 $path"
	done
} > $manifest
forged "a manifest with forged paths"
{ head -n 1 kept; head -c 5000 /dev/urandom; } > $manifest
forged "noise behind a first line that fits"
for what in "" "codebook inputs 1 0000000000000000" "codebook inputs 1"; do
	printf '%s' "$what" > out/.codebook-inputs
	damaged "other inputs ('$what')"
done
rm $manifest && ln -s ../victim $manifest
damaged "a link as a manifest"
rm $manifest && mkfifo $manifest
damaged "a pipe as a manifest"
rm $manifest
build
same_tree "after all that"

# ---- what cannot be done ----

# An edit that a partial build passed over stays when its page goes.
page=$(cd out && find share/doc -name '*-vs-*.md' | sort | head -n 1)
sed 's/[a-z]/&&/; s/^\(.*\).$/\1/' "out/$page" > "$temp/edited" && cat "$temp/edited" > "out/$page"
change 's/The winch spins/The winch winds/' data/reel.xml
build --only json
"$codebook" build --pairs none --check > "$temp/output" 2>&1
grep -F "out/$page" "$temp/output" > "$temp/told"
"$codebook" build --pairs none > "$temp/output" 2> "$temp/stderr"
{
	cmp "$temp/edited" "out/$page"
	cat "$temp/told"
	grep -qxF "out/$page: warning: was edited by hand; it is no longer made, and not removed" "$temp/stderr" || cat "$temp/stderr"
} > "$temp/wrong" 2>&1
result "an edit that a partial build passed over is not removed" "$temp/wrong"
rm -f "out/$page"
change 's/The winch winds/The winch spins/' data/reel.xml
build
same_tree "after an edit that was not removed"

# Translations that were asked for are missed, although nothing else has changed.
mkdir nowhere && cp -R data templates nowhere && cd nowhere || exit 2
build
"$codebook" build --pairs all --po none > "$temp/output" 2>&1
grep -qx 'none/LINGUAS: error: cannot open: No such file or directory' "$temp/output" || cat "$temp/output" > "$temp/wrong"
cd ..
result "a directory of translations that is not there" "$temp/wrong"

# What make reads in the names that it is given back.
mkdir 'a b#c:d$e' && cp data/*.xml 'a b#c:d$e'
{
	build --data 'a b#c:d$e' --only json --out named --depfile=named.d || cat "$temp/stderr"
	sed -n 's/^ \(.*reel.xml\) .*/\1/p' named.d
} > "$temp/found" 2>&1
echo 'a\ b\#c\:d$$e/reel.xml' | diff - "$temp/found" > "$temp/wrong"
result "names in a rule of make" "$temp/wrong"
rm -rf nowhere named 'a b#c:d$e'

# Few files may be open: then it fails, or all is as it should be.
change 's/The winch spins/The winch spans/' data/reel.xml
rm -rf fresh && build --out fresh
cp -R out kept-out
for most in 8 9 10 11 12 13 14 15 16 17 18 19; do
	rm -rf out && cp -pR kept-out out
	# shellcheck disable=SC3045 # where there is no such limit, nothing is tried
	if (ulimit -n $most && exec "$codebook" build --pairs all) > "$temp/output" 2>&1; then
		diff -rq -x '.codebook-*' fresh out
	else
		grep -q 'error: .*: Too many open files' "$temp/output" || { echo "$most:"; cat "$temp/output"; }
		build || cat "$temp/stderr"
		diff -rq -x '.codebook-*' fresh out
	fi
done > "$temp/wrong" 2>&1
result "few files may be open" "$temp/wrong"
rm -rf out && mv kept-out out && build
same_tree "few files may be open: as a fresh build"

# A file that cannot be removed is not forgotten.
if strace -qq -o "$temp/trace" -e inject=unlinkat:error=EACCES true 2> /dev/null; then
	change "s|{protocol.id}.json|{protocol.id}.data|" templates/outputs.xml
	strace -f -qq -o "$temp/trace" -P out/share/codebook/reel.json -P share/codebook/reel.json -e inject=unlinkat:error=EACCES \
		"$codebook" build --pairs all > "$temp/output" 2>&1
	status=$?
	{
		[ $status -eq 2 ] || echo "status $status"
		grep -q 'share/codebook/reel.json: error: cannot remove: Permission denied' "$temp/output" || cat "$temp/output"
		[ -e out/share/codebook/reel.json ] || echo "it is gone"
	} > "$temp/wrong"
	result "what cannot be removed is told" "$temp/wrong"
	build
	[ ! -e out/share/codebook/reel.json ] || echo "it is still there" > "$temp/wrong"
	result "and removed by the next run" "$temp/wrong"
	change "s|{protocol.id}.data|{protocol.id}.json|" templates/outputs.xml
	build
else
	skip "what cannot be removed is told" "strace is not here, or cannot do that here"
	skip "and removed by the next run" "strace is not here, or cannot do that here"
fi

# Rows are made from facts, whether a template names these or not.
mkdir rows rows-data
echo '{{#comparison.rows}}{{name}} {{#left}}{{label}}{{/left}}|{{/comparison.rows}}' > rows/pair.mustache
echo '<outputs><output kind="pair" each="pair" lang="source" format="text" template="pair" path="{protocol.id}/{a.slug}-{b.slug}.txt"/></outputs>' \
	> rows/outputs.xml
cp data/*.xml rows-data
rows() { "$codebook" build --data rows-data --templates rows --lang en --pairs all --out "$1" > "$temp/output" 2>&1 || cat "$temp/output"; }
rows rows-out > "$temp/wrong"
change 's|<facet id="speed"><name>|&New |' rows-data/reel.xml
{
	rows rows-out
	rows rows-fresh
	diff -rq -x '.codebook-*' rows-out rows-fresh
	grep -rq 'New ' rows-fresh || echo "nothing has changed"
} >> "$temp/wrong"
result "rows of a template that names no facts" "$temp/wrong"

finish
