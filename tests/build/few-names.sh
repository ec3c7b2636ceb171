#!/bin/sh
# few-names.sh: templates that name little. A view leaves out what no template names, and
# yet every change has to be noticed that a document shows: what is computed from facts, from
# two codes, from the order of the codes.
#
# SPDX-License-Identifier: MIT
. "$(dirname "$0")/../lib.sh"

golden=$top/tests/golden
mkdir "$temp/w" "$temp/w/templates" || exit 2
cd "$temp/w" || exit 2

build() { "$codebook" build --pairs all "$@" > "$temp/output" 2> "$temp/stderr" || cat "$temp/stderr"; }

# One change of the catalog for each line, as sed makes it.
cat > edits << 'EOF'
/facet="wind" values="calm breeze"/s/calm breeze/calm/
/id="lost-kite"/,/facts>/s/facet="pull" values="none"/facet="pull" values="strong"/
/id="tree" /,/facts>/s/<fact facet="wind" values="breeze"\/>/<fact facet="wind" values="breeze"\/><fact facet="tail-length" values="long"\/>/
s/<value id="calm"><name>Calm/<value id="calm"><name>Quiet/
s/<facet id="tail-length" optional="yes">/<facet id="tail-length" optional="yes" place="yes">/
s/<facet id="wind" multiple="yes">/<facet id="wind" multiple="yes" varies="yes">/
s/<meaning>Nothing moves/<meaning>Nothing at all moves/
s/<meaning>More than a metre.<\/meaning>//
/id="up" /s/class="in-the-air"/class="on-the-ground"/
/id="down" /s/status="standard"/status="experimental"/
s/<ref source="kp" section="4.3"\/>/<ref source="kp" section="4.2"\/>/
s/<ref source="kp-old" section="1"\/>/<ref source="kp" section="1"\/>/
s/<associated value="2.0" basis="practice"\/>/<associated value="2.0"\/>/
/id="down" /,/<\/code>/s/<ref source="kp" section="4.2"\/>/<associated value="1.1"\/><ref source="kp" section="4.2"\/>/
s/<compare a="UP" b="DOWN">/<compare a="UP" b="LOST_KITE">/
s/<see code="gust:2.10"\/>/<see code="TREE"\/>/
s/<alias id="aloft" name="ALOFT" source="kp-old"\/>//
s/id="tree-of-winch" number="77"/id="tree-of-winch" number="0"/
s/<name>On the Ground/<name>On Ground/
EOF

# few NAME EACH TEMPLATE: a tree of one kind of document follows every change.
few() {
	name=$1 path='{protocol.id}'
	case $2 in
	code) path='{protocol.id}/{code.slug}' ;;
	pair) path='{protocol.id}/{a.slug}-{b.slug}' ;;
	esac
	printf '%s\n' "$3" > templates/few.mustache
	cat > templates/outputs.xml << EOF
<?xml version="1.0" encoding="UTF-8"?>
<outputs><output kind="few" each="$2" lang="source" format="text" template="few" path="$path.txt"/></outputs>
EOF
	rm -rf data po out
	cp -R "$golden/data" "$golden/po" .
	build
	cp -R out first
	while read -r edit; do
		sed "$edit" data/kite.xml > changed.xml
		cat changed.xml > data/kite.xml
		build
		rm -rf fresh
		build --out fresh
		diff -r -x '.codebook-*' fresh out || printf 'after %s\n' "$edit"
	done < edits > "$temp/wrong" 2>&1
	diff -rq -x '.codebook-*' first out > "$temp/different" && echo "no change was seen at all" >> "$temp/wrong"
	rm -rf first
	result "$name" "$temp/wrong"
}

few "whether facts differ" pair '{{#comparison.rows}}{{#differs}}x{{/differs}}{{^differs}}={{/differs}}{{/comparison.rows}}'
few "facts by name" pair '{{#comparison.rows}}{{name}};{{/comparison.rows}}{{#comparison.places}}p{{/comparison.places}}'
few "values that only one has" pair '{{#comparison.differences}}{{#only_left}}l{{/only_left}}{{#only_right}}r{{/only_right}}{{#both}}b{{/both}}{{/comparison.differences}}{{#comparison.shared}}s{{/comparison.shared}}'
few "values that vary" pair '{{#comparison.rows}}{{#varies}}v{{/varies}}{{#left}}l{{/left}}{{#right}}r{{/right}}{{/comparison.rows}}'
few "the same class or status" pair '{{#comparison.same_class}}c{{/comparison.same_class}}{{#comparison.same_status}}s{{/comparison.same_status}}'
few "companion codes" pair '{{#comparison.associated}}{{#both}}b{{/both}}{{#left}}l{{/left}}{{#practice}}p{{/practice}}{{/comparison.associated}}'
few "how many sources" pair '{{#comparison.references}}x{{/comparison.references}}'
few "sections" pair '{{#comparison.references}}{{#sections}}x{{/sections}};{{/comparison.references}}'
few "related pairs" pair '{{#comparison.related}}x{{/comparison.related}}{{#comparison.curated}}c{{/comparison.curated}}'
few "codes to look at next" code '{{#code.see}}{{protocol}}{{/code.see}}{{#code.primary}}p{{/code.primary}}'
few "what a code is" code '{{#code.status.deprecated}}d{{/code.status.deprecated}}{{code.class.name}}{{#code.facts}}f{{/code.facts}}{{code.number}}'
few "codes by class" protocol '{{#protocol.groups}}{{#codes}}{{value}}{{/codes}};{{/protocol.groups}}'
few "names of codes" protocol '{{#protocol.names}}{{#old}}o{{/old}}{{position}}{{/protocol.names}}'
few "facets in columns" protocol '{{#protocol.facets}}{{#column}}{{#values}}{{bit}}{{/values}};{{/column}}{{/protocol.facets}}'

finish
