/* names.h: the names of all that views hold; templates/README.md says what each is. They
 * are the first symbols of a table, so that a view is built without looking them up, and
 * a template that uses another name has a mistake.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_VIEW_NAMES_H
#define CB_VIEW_NAMES_H

/* A list, which would be laid out as calls within calls. */
/* clang-format off */
#define VIEW_NAMES(NAME) \
	NAME(a) NAME(aliases) NAME(associated) NAME(associates_name) NAME(b) NAME(bit) \
	NAME(both) NAME(by_kind) NAME(by_protocol) NAME(camel) NAME(caption) NAME(choose) \
	NAME(class) NAME(classes) NAME(code) NAME(code_count) NAME(codes) NAME(codes_by_value) \
	NAME(column) NAME(comma) NAME(comparison) NAME(comparisons) NAME(curated) \
	NAME(current) NAME(date) NAME(decision) NAME(deprecated) NAME(description) \
	NAME(differences) NAME(differs) NAME(examples) NAME(experimental) NAME(expires) \
	NAME(facet) NAME(facet_camel) NAME(facets) NAME(facts) NAME(file) NAME(fixes) \
	NAME(from) NAME(generator) NAME(groups) NAME(has_aliases) NAME(hex) NAME(href) \
	NAME(html) NAME(id) NAME(identifier) NAME(in_force) NAME(incomplete) NAME(kind) \
	NAME(label) NAME(language) NAME(languages) NAME(lead) NAME(left) NAME(lines) \
	NAME(literal) NAME(lower) NAME(macro) NAME(mandir) NAME(meaning) NAME(missing) \
	NAME(missing_texts) NAME(multiple) NAME(name) NAME(names) NAME(now) NAME(now_camel) \
	NAME(number) NAME(numeric) NAME(obsolete) NAME(old) NAME(only_left) NAME(only_right) \
	NAME(optional) NAME(ordinal) NAME(other_protocol) NAME(page) NAME(percent) NAME(phrase) NAME(place) \
	NAME(places) NAME(position) NAME(practice) NAME(practices) NAME(prefix) NAME(primary) \
	NAME(protocol) NAME(protocols) NAME(ranged) NAME(references) NAME(registered) \
	NAME(related) NAME(reserved) NAME(retired) NAME(right) NAME(role) NAME(rows) \
	NAME(same_class) NAME(same_protocol) NAME(same_status) NAME(section) NAME(sections) \
	NAME(see) NAME(shared) NAME(since) NAME(slug) NAME(software) NAME(source) \
	NAME(sources) NAME(stale) NAME(stale_texts) NAME(standard) NAME(status) NAME(summary) \
	NAME(symbol) NAME(tag) NAME(temporary) NAME(term) NAME(text) NAME(title) NAME(to) \
	NAME(total) NAME(translated) NAME(translation) NAME(translations) NAME(unofficial) \
	NAME(upper) NAME(value) NAME(values) NAME(varies) NAME(vendor) NAME(version) \
	NAME(version_number) NAME(when) NAME(written)
/* clang-format on */

enum view_name {
	NAME_none,
#define AS_ENUMERATOR(name) NAME_##name,
	VIEW_NAMES(AS_ENUMERATOR)
#undef AS_ENUMERATOR
};

#endif
