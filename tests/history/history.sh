#!/bin/sh
# history.sh: what was published is kept to: `codebook freeze` and `codebook diff`.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

table=data/codes-in-versions.tsv
try_silent "the table is up to date and kept to" "$codebook" freeze --check "$table"

# edit FILE SED-COMMAND: a copy of the catalog with one change, which has to change it.
edit() {
	sed "$2" data/smtp.xml > "$1"
	! cmp -s "$1" data/smtp.xml || echo "nothing was edited: $2"
}
line() { grep -n "$2" "$1" | head -n 1 | cut -d: -f1; }

new=$temp/new.xml
at=$(line data/smtp.xml '<code value="252"')
published=$(line "$table" '	cannot-verify-user	')

edit "$new" 's/id="cannot-verify-user"/id="unverified-user"/'
expect "a renamed id needs an alias" 1 \
	"$new:$at:5: error: code 252 was published as 'cannot-verify-user'; a new id keeps the old one as alias" \
	"$codebook" freeze --check "$table" --data "$new"
"$codebook" freeze --check "$table" --data "$new" 2>&1 |
	grep -qxF "$table:$published: note: published here" || echo "no place" > "$temp/wrong"
result "the note names the line of the table" "$temp/wrong"

edit "$new" '/<code value="253"/,/<\/code>/d; /<compare a="[0-9]*" b="253"/,/<\/compare>/d; /ref="253"/d; /code="253"/d'
gone=$(line "$table" '^smtp	253	')
expect "a published code may not vanish" 1 \
	"$table:$gone: error: published code smtp:253 is gone; a code that goes away is marked retired" \
	"$codebook" freeze --check "$table" --data "$new"
expect "nor between two catalogs" 1 \
	"data/smtp.xml:$(line data/smtp.xml '<code value="253"'):5: error: published code smtp:253 is gone; a code that goes away is marked retired" \
	"$codebook" diff data/smtp.xml "$new"

sed 's/	cannot-verify-user	/	service-ready	/' "$table" > "$temp/table"
ready=$(line data/smtp.xml '<code value="220"')
expect "a published id may not move to another code" 1 \
	"data/smtp.xml:$ready:5: error: id 'service-ready' was published for 252 and now belongs to 220" \
	"$codebook" freeze --check "$temp/table"

sed 's/^smtp	252	252	\(.*\)	-$/smtp	252	252	\1	1.0.1/' "$table" > "$temp/table"
expect "a retired code may not come back" 1 \
	"data/smtp.xml:$at:5: error: code 252 was retired in version 1.0.1 and is not used again" \
	"$codebook" freeze --check "$temp/table"

sed 's/^smtp	252	252	/smtp	252	253	/' "$table" > "$temp/table"
expect "a published number may not change" 1 \
	"data/smtp.xml:$at:5: error: the number of 252 was published as 253 and is now 252" \
	"$codebook" freeze --check "$temp/table"

first=$(sed -n 's/^smtp	@retry	1	\([a-z-]*\)	.*/\1/p' "$table") last=$(sed -n 's/^smtp	@class	4	\([a-z-]*\)	.*/\1/p' "$table")
sed 's/^smtp	@retry	1	/smtp	@retry	2	/' "$table" > "$temp/table"
expect "a published value of a facet keeps its place" 1 \
	"data/smtp.xml:$(line data/smtp.xml "<value id=\"$first\"><name>"):7: error: '$first' was published as number 2 of 'retry' and is now number 1" \
	"$codebook" freeze --check "$temp/table"
sed 's/^smtp	@class	4	/smtp	@class	5	/' "$table" > "$temp/table"
expect "and a class" 1 \
	"data/smtp.xml:$(line data/smtp.xml "<class id=\"$last\""):5: error: '$last' was published as number 5 of 'class' and is now number 4" \
	"$codebook" freeze --check "$temp/table"
sed 's/^smtp	@retry	1	.*/smtp	@retry	1	gone	-	-/' "$table" > "$temp/table"
expect "and does not go away" 1 \
	"data/smtp.xml:$(line data/smtp.xml '<facet id="retry"'):5: error: 'gone' was published as number 1 of 'retry' and is gone" \
	"$codebook" freeze --check "$temp/table"

sed 's/^smtp	@retry	/smtp	@retry+	/' "$table" > "$temp/table"
"$codebook" freeze --check "$temp/table" > "$temp/output" 2>&1
grep -q "error: '$first' was published as number 1 of 'retry+' and is gone" "$temp/output" || cat "$temp/output" > "$temp/wrong"
result "a set does not become one value" "$temp/wrong"

sed '/cannot-verify-user/d' "$table" > "$temp/table"
expect "--check tells what is missing" 1 \
	"$temp/table: error: 1 line is missing or out of date; run codebook freeze" \
	"$codebook" freeze --check "$temp/table"
try_silent "freeze adds it" "$codebook" freeze "$temp/table"
sort "$table" > "$temp/a"
sort "$temp/table" | cmp - "$temp/a" > "$temp/wrong" 2>&1
result "and only it" "$temp/wrong"

echo 'smtp	252' > "$temp/table"
expect "a broken line" 1 "$temp/table:1: error: expected 6 columns" "$codebook" freeze "$temp/table"
expect "freeze wants a file" 2 "codebook: error: usage: codebook freeze FILE" "$codebook" freeze
expect "diff wants two" 2 "codebook: error: usage: codebook diff OLD NEW" "$codebook" diff data
sed '/cannot-verify-user/d' "$table" > "$temp/table"
cp "$temp/table" "$temp/before"
expect "a failing write is told" 2 "$temp/table: error: cannot write: File too large" \
	sh -c 'trap "" XFSZ; ulimit -f 1; exec "$1" freeze "$2"' sh "$codebook" "$temp/table"
{ cmp "$temp/table" "$temp/before"; ls "$temp"/*.tmp; } > "$temp/wrong" 2> /dev/null
result "and leaves the old table, and nothing else" "$temp/wrong"

# An alias makes a new name right; what is told is what changed.
edit "$new" 's/version="1.0.0" date/version="1.1.0" date/; s/id="cannot-verify-user"/id="unverified-user"/
	/<code value="252"/,/<\/code>/s/<associated value="2.0.0"/<alias id="cannot-verify-user" name="Cannot Verify User"\/>\n      &/
	s/<phrase>Service ready</<phrase>Service is ready</
	/<code value="430"/s/status="/retired="1.1.0" status="/' > "$temp/wrong"
result "the edited catalog" "$temp/wrong"
"$codebook" diff data/smtp.xml "$new" > "$temp/told" 2> "$temp/errors"
echo "status $?" >> "$temp/told"
cat > "$temp/expected" <<'END'
changed smtp:220: phrase
renamed smtp:252 cannot-verify-user -> unverified-user
retired smtp:430 1.1.0
status 0
END
{ diff "$temp/expected" "$temp/told"; cat "$temp/errors"; } > "$temp/wrong"
result "diff tells renamed, retired and changed" "$temp/wrong"
try_silent "the same catalog differs in nothing" "$codebook" diff data/smtp.xml data/smtp.xml

finish
