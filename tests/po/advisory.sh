#!/bin/sh
# advisory.sh: what i18nspector and pofilter find in the shipped translations, but for a
# short list of findings that are wrong about them or meant to be so.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

languages=$(sed 's/#.*//' po/LINGUAS)

# inspect FILE: what i18nspector says of the .pot or of a .po, without what is meant:
#   no-date-header-field POT-Creation-Date   the .pot depends on its texts alone
#   no-version-in-project-id-version         a release would change every .po
#   no-report-msgid-bugs-to-header-field     there is no address to report to,
#   invalid-last-translator                  nor one of a translator
inspect() {
	i18nspector "$1" 2>&1 | grep -v \
		-e ': no-date-header-field POT-Creation-Date$' \
		-e ': no-version-in-project-id-version codebook$' \
		-e ': no-report-msgid-bugs-to-header-field$' \
		-e ": invalid-last-translator 'codebook developers'\$"
}

# filter LANGUAGE FILE: what pofilter says of a .po: one line for each finding, with its
# context. Left out is
#   brackets, doublequoting, sentencecount   Chinese has marks of its own for these
#   notranslatewords                         names of products are in no list
#   numbers                                  Chinese says a code again where English says it
#   xmltags, startpunc                       their order is free
#   puncspacing                              a space stands between Chinese and a tag
#   doublewords                              words are not what stands between spaces
#   short                                    a word may be one character
# and what it says of the separator of lists, which is translated as a mark of Chinese.
filter() {
	pofilter --progress=none --language="$1" --excludefilter=brackets --excludefilter=doublequoting \
		--excludefilter=sentencecount --excludefilter=notranslatewords --excludefilter=numbers \
		--excludefilter=xmltags --excludefilter=startpunc --excludefilter=puncspacing \
		--excludefilter=doublewords --excludefilter=short "$2" 2>&1 |
		awk '
			/^#, .*fuzzy/ { next }
			/^# \(pofilter\) / { finding = finding $0 "; "; next }
			/^(msgctxt|msgid) / && finding != "" { print finding $0; finding = "" }
			!/^(#|msg|"|$)/' |
		grep -vxE '(# \(pofilter\) (purepunc|endwhitespace): [^;]*; )+msgctxt "codebook\|list-separator"'
}

if need i18nspector "i18nspector"; then
	for file in po/codebook.pot $(for language in $languages; do echo "po/$language.po"; done); do
		inspect "$file" > "$temp/wrong"
		result "$file: i18nspector" "$temp/wrong"
	done
	sed '1,20s/^"Language: zh_CN/"Language: zh_XX/' po/zh_CN.po > "$temp/zh_CN.po"
	inspect "$temp/zh_CN.po" | grep -q ': invalid-language' || inspect "$temp/zh_CN.po" > "$temp/wrong"
	result "i18nspector: a fault is found" "$temp/wrong"
fi

if need pofilter "pofilter"; then
	for language in $languages; do
		filter "$language" "po/$language.po" > "$temp/wrong"
		result "$language: pofilter" "$temp/wrong"
	done
	sed '/^msgctxt "smtp:252|summary"/,/^$/s/^msgstr "/&  /' po/zh_CN.po > "$temp/zh_CN.po"
	filter zh_CN "$temp/zh_CN.po" > "$temp/output"
	grep -q '(pofilter) startwhitespace: .*msgctxt "smtp:252|summary"' "$temp/output" ||
		{ echo "not found"; cat "$temp/output"; } > "$temp/wrong"
	result "pofilter: a fault is found" "$temp/wrong"
fi

finish
