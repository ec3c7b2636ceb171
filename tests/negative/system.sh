#!/bin/sh
# system.sh: what can go wrong around the program: files that are no files, disks that are
# full or read-only, outputs that cannot be written, another run at the same time. Status
# and message have to be right, and the documents made before have to stay as they are.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

cp -R tests/negative/base "$temp/base"
cd "$temp/base" || exit 2
"$codebook" build > "$temp/output" 2>&1 || { fail base < "$temp/output"; finish; }
before=$(fingerprint out)

limit=
has timeout && limit='timeout 30'

# Names the test, then as `expect`; afterwards the documents have to be the same.
# shellcheck disable=SC2086 # $limit is a list of words
refuse() {
	name=$1 status=$2 line=$3
	shift 3
	expect "$name" "$status" "$line" $limit "$@"
	[ "$(fingerprint out)" = "$before" ] ||
		echo "" | fail "$name: the documents have changed"
}

fresh() {
	cd "$temp" || exit 2
	rm -rf case
	cp -R base case
	cd case || exit 2
}

# ---- what is read ----

fresh
truncate -s 17M data/note.xml 2> /dev/null || dd if=/dev/null of=data/note.xml bs=1 seek=17825792 2> /dev/null
refuse "catalog of 17 MiB" 1 "data/note.xml: error: file is larger than 16 MiB" "$codebook" build

fresh
truncate -s 17M po/zh_CN.po 2> /dev/null || dd if=/dev/null of=po/zh_CN.po bs=1 seek=17825792 2> /dev/null
refuse "translation of 17 MiB" 1 "po/zh_CN.po: error: file is larger than 16 MiB" "$codebook" build

refuse "catalog without end" 1 "/dev/zero: error: file is larger than 16 MiB" \
	"$codebook" build --data /dev/zero --po "$temp/base/po"

if has timeout; then
	fresh
	mkfifo data/pipe.xml
	try "a pipe among the catalogs is passed over" timeout 30 "$codebook" check
else
	skip "a pipe among the catalogs is passed over" "no timeout here"
fi

# An external entity is never opened: a FIFO without a writer would block for ever, and
# what a file holds would show.
fresh
mkfifo secret.fifo
printf 'THE-SECRET' > secret.txt
for secret in secret.fifo secret.txt "file://$PWD/secret.txt" http://127.0.0.1:9/secret; do
	sed "s|^<protocol|<!DOCTYPE protocol [<!ENTITY x SYSTEM \"$secret\">]>\\
<protocol|; s|>Hello<|>\\&x;<|" "$temp/base/data/note.xml" > data/note.xml
	name="external entity, ${secret##*/}"
	case $secret in *:*) name="external entity, ${secret%%:*}" ;; esac
	refuse "$name" 1 "data/note.xml:2: error: a document type declaration is not allowed (and no entities)" \
		"$codebook" build
	grep -q THE-SECRET "$temp/stdout" "$temp/stderr" && echo "" | fail "$name: the file was read"
done
sed 's|^<protocol|<!DOCTYPE protocol SYSTEM "secret.fifo"><protocol|' "$temp/base/data/note.xml" > data/note.xml
refuse "external document type" 1 \
	"data/note.xml:2: error: a document type declaration is not allowed (and no entities)" "$codebook" build
sed 's|<title>Notes</title>|<include xmlns="http://www.w3.org/2001/XInclude" href="secret.fifo" parse="text"/>|' \
	"$temp/base/data/note.xml" > data/note.xml
$limit "$codebook" build > "$temp/stdout" 2> "$temp/stderr"
[ $? -eq 1 ] && grep -q '^data/note.xml:3:3: error: not valid: ' "$temp/stderr" && : > "$temp/wrong" ||
	cp "$temp/stderr" "$temp/wrong"
result "XInclude" "$temp/wrong"

if [ "$(id -u)" -ne 0 ]; then
	fresh
	chmod 000 data/note.xml
	refuse "catalog that may not be read" 2 "data/note.xml: error: cannot open: Permission denied" "$codebook" build
else
	skip "catalog that may not be read" "root may read everything"
fi

# ---- what is written ----

fresh
mv out kept && : > out
expect "output that is a file" 2 "out: error: cannot open the output directory: Not a directory" "$codebook" build
expect "output below a file" 2 "out/x: error: cannot create the output directory: Not a directory" \
	"$codebook" build --out out/x

fresh
rm out/en/note-100.md && mkdir out/en/note-100.md && : > out/en/note-100.md/mine
before_here=$(fingerprint out)
expect "document that is a directory" 2 "out/en/note-100.md: error: cannot replace: Is a directory" "$codebook" build
[ "$(fingerprint out)" = "$before_here" ] || echo "" | fail "document that is a directory: the documents have changed"

# A link out of the directory is replaced, never followed.
fresh
printf 'mine\n' > victim
rm out/en/note-100.md && ln -s ../../victim out/en/note-100.md
ln -s ../../victim out/.codebook-manifest.tmp
add_line() { sed 's/>Bye\.</>Bye now.</' data/note.xml > data/new && mv data/new data/note.xml; }
add_line
"$codebook" build > "$temp/stdout" 2> "$temp/stderr"
if [ "$(cat victim)" = mine ]; then : > "$temp/wrong"; else echo "the file was overwritten" > "$temp/wrong"; fi
result "links are not followed" "$temp/wrong"

# The manifest of somebody else names nothing that may be removed.
fresh
printf 'mine\n' > victim
known='00000000000000aa 00000000000000bb 5'
echo 'codebook manifest 3 complete 0123456789abcdef' > out/.codebook-manifest
for path in ../victim "$PWD/victim" en/../../victim ./victim .victim; do
	printf '%s %s\n' "$known" "$path"
done >> out/.codebook-manifest
[ ! -x "$top/out/obj/san/tests/build/seal" ] || "$top/out/obj/san/tests/build/seal" out/.codebook-manifest
printf 'mine\n' > out/.victim
"$codebook" build > "$temp/stdout" 2> "$temp/stderr"
if [ -e victim ] && [ -e out/.victim ]; then : > "$temp/wrong"; else echo "the file was removed" > "$temp/wrong"; fi
result "a forged manifest removes nothing outside" "$temp/wrong"

# A document that is not made any more goes, and a file of somebody else stays.
fresh
printf 'mine\n' > out/en/mine.md
sed 's/"en"/&/; s/path="/path="x\//' templates/outputs.xml > t && mv t templates/outputs.xml
try "moved documents" "$codebook" build
if [ -e out/en/note-100.md ] || ! [ -e out/x/en/note-100.md ] || ! [ -e out/en/mine.md ]; then
	find out > "$temp/wrong"
else
	: > "$temp/wrong"
fi
result "stale documents go, other files stay" "$temp/wrong"

# With root's rights, a small and a read-only file system; without, what comes near.
mounted=
undo() { [ -z "$mounted" ] || umount "$mounted" 2> /dev/null || umount -l "$mounted" 2> /dev/null; mounted=; }
undo=undo
mount_tmpfs() {
	[ "$(id -u)" -eq 0 ] && has mount && mount -t tmpfs -o "$2" codebook-test "$1" 2> /dev/null && mounted=$1
}

fresh
add_line
mkdir disk
if mount_tmpfs disk size=64k; then
	cp -R out/. disk/
	before_here=$(fingerprint disk)
	dd if=/dev/zero of=disk/fill bs=1k 2> /dev/null
	if "$codebook" build --out disk > "$temp/stdout" 2> "$temp/stderr"; then status=0; else status=$?; fi
	{
		[ $status -eq 2 ] || echo "status $status"
		grep -q '^disk/.*: error: cannot \(write\|create\): No space left on device$' "$temp/stderr" || cat "$temp/stderr"
		rm -f disk/fill
		[ "$(fingerprint disk)" = "$before_here" ] || { echo "the documents have changed:"; find disk; }
	} > "$temp/wrong"
	result "full disk" "$temp/wrong"
	mount -o remount,ro disk
	line=$(LC_ALL=C "$codebook" build --out disk 2>&1 > /dev/null | head -n 1)
	case $line in
	"disk/"*": error: cannot create: Read-only file system") : > "$temp/wrong" ;;
	*) echo "$line" > "$temp/wrong" ;;
	esac
	[ "$(fingerprint disk)" = "$before_here" ] || echo "the documents have changed" >> "$temp/wrong"
	result "read-only disk" "$temp/wrong"
	undo
else
	awk 'BEGIN { for (i = 0; i < 300; i++) printf "<p id=\"p%d\">%s</p>", i, "long long long text" }' > text
	sed "s|<p>Bye now.</p>|&$(cat text)|" data/note.xml > t && mv t data/note.xml
	(
		trap '' XFSZ
		ulimit -f 1
		exec "$codebook" build
	) > "$temp/stdout" 2> "$temp/stderr"
	status=$?
	{
		[ $status -eq 2 ] || echo "status $status"
		grep -q '^out/.*: error: cannot write: File too large$' "$temp/stderr" || cat "$temp/stderr"
		[ "$(fingerprint out)" = "$before" ] || echo "the documents have changed"
	} > "$temp/wrong"
	result "full disk" "$temp/wrong"
	if [ "$(id -u)" -ne 0 ]; then
		chmod -R a-w out
		refuse "read-only disk" 2 "out/en/note-101.md: error: cannot create: Permission denied" "$codebook" build
		chmod -R u+w out
	else
		skip "read-only disk" "nothing can be mounted here, and root may write everywhere"
	fi
fi

# ---- standard output ----

fresh
if [ -c /dev/full ]; then
	echo '{}' > context.json
	for words in "--help" "--version" "view" "view note:100" "show --only page note 100" \
		"render templates/part.mustache context.json" "pot" "check" "build --list-outputs"; do
		case $words in
		render*) echo 'text that is written' > templates/part.mustache ;;
		esac
		# shellcheck disable=SC2086 # a list of words
		"$codebook" $words > /dev/full 2> "$temp/stderr"
		got=$?
		{
			[ $got -eq 2 ] || echo "status $got"
			grep -qx 'codebook: error: cannot write to standard output: No space left on device' "$temp/stderr" ||
				cat "$temp/stderr"
		} > "$temp/wrong"
		result "full standard output, $words" "$temp/wrong"
	done
	expect "closed standard output" 2 "codebook: error: cannot write to standard output: Bad file descriptor" \
		sh -c "exec '$codebook' --help >&-"
else
	skip "full standard output" "no /dev/full here"
fi

# ---- two at once ----

fresh
if need flock "two runs at once"; then
	add_line
	refuse "two runs at once" 2 "out: error: another codebook is writing here" \
		flock out "$codebook" build
	try "a check while another writes" flock out "$codebook" build --check --only page --lang en --out "$temp/base/out" \
		--data "$temp/base/data" --po "$temp/base/po" --templates "$temp/base/templates"
	# Many at once: each writes all or says that another does; the result is whole.
	for i in 1 2 3 4 5 6 7 8; do "$codebook" build > "$temp/run.$i" 2>&1 & done
	wait
	"$codebook" build > "$temp/output" 2>&1
	"$codebook" build --check > "$temp/wrong" 2>&1
	find out -name '.codebook-new*' >> "$temp/wrong"
	result "eight runs at once leave a whole tree" "$temp/wrong"
fi

# A kill at any moment leaves each file old or new, and the next run finishes.
fresh
if need timeout "a kill leaves each file old or new"; then
	cp -R out old
	add_line
	cp -R . "$temp/new" && (cd "$temp/new" && "$codebook" build > /dev/null)
	: > "$temp/wrong"
	for delay in 0.001 0.002 0.003 0.004 0.005 0.006 0.008 0.010 0.015; do
		rm -rf out && cp -R old out
		timeout -s KILL $delay "$codebook" build > /dev/null 2>&1
		(cd out && find . -type f ! -path './.codebook-*') | while read -r file; do
			cmp -s "out/$file" "old/$file" || cmp -s "out/$file" "$temp/new/out/$file" || echo "$delay: $file"
		done >> "$temp/wrong"
		"$codebook" build > /dev/null 2>&1
		[ "$(fingerprint out)" = "$(fingerprint "$temp/new/out")" ] || echo "$delay: not finished by the next run" >> "$temp/wrong"
	done
	result "a kill leaves each file old or new" "$temp/wrong"
fi

# A line of megabytes is read once, not again for each backslash in it.
if need timeout "long lines in a PO file"; then
	mkdir "$temp/long"
	echo zh_CN > "$temp/long/LINGUAS"
	{
		printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n# '
		yes '\a' | tr -d '\n' | head -c 6000000
		printf '\nmsgid "a"\nmsgstr "'
		yes 'a\n' | tr -d '\n' | head -c 9000000
		echo '"'
	} > "$temp/long/zh_CN.po"
	# shellcheck disable=SC2086 # a list of words
	try "long lines in a PO file" $limit "$codebook" stats --po "$temp/long"
fi

finish
