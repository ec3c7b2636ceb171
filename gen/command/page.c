/* page.c: show, compare and view: one subject, to standard output.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/intl.h"
#include "command/session.h"

/* Either every code names its protocol (smtp:252), or the first argument does. */
static bool counts_fit(const struct options *options, size_t codes)
{
	if (options->argument_count == codes + 1)
		return true;
	bool fit = options->argument_count == codes;
	for (size_t i = 0; i < codes && fit; i++)
		fit = strchr(options->arguments[i], ':') != NULL;
	return fit;
}

static const struct protocol *find_protocol(struct session *s, struct str id)
{
	const struct protocol *protocol = catalog_protocol(s->catalog, id);
	if (!protocol)
		diag_add(s->diag, DIAG_ERROR, (struct loc){0}, _("no protocol '%.*s'"),
			 (int) id.len, id.ptr);
	return protocol;
}

static const struct code *find_code(struct session *s, const struct protocol *protocol,
				    struct str value)
{
	const struct code *code = protocol ? protocol_code(protocol, value) : NULL;
	if (protocol && !code)
		diag_add(s->diag, DIAG_ERROR, (struct loc){0}, _("%s has no code '%.*s'"),
			 protocol->name, (int) value.len, value.ptr);
	return code;
}

/* "smtp:252" */
static const struct code *find_reference(struct session *s, const char *reference)
{
	size_t len = strcspn(reference, ":");
	const char *value = reference + len + (reference[len] == ':');
	return find_code(s, find_protocol(s, (struct str){reference, len}), str_of(value));
}

static bool pair_of(struct session *s, const struct code *x, const struct code *y,
		    struct subject *subject)
{
	if (!x || !y)
		return false;
	if (x == y) {
		diag_add(s->diag, DIAG_ERROR, (struct loc){0},
			 _("a comparison needs two different codes"));
		return false;
	}
	*subject = subject_of_pair(x, y);
	return true;
}

/* "smtp 252", "smtp:252"; with two codes "smtp 252 421", "smtp:252 dns:NXDOMAIN". */
static bool find_subject(struct session *s, size_t codes, struct subject *subject)
{
	const char *const *arguments = s->options->arguments;
	const struct code *found[2] = {NULL, NULL};
	if (s->options->argument_count == codes) {
		for (size_t i = 0; i < codes; i++)
			found[i] = find_reference(s, arguments[i]);
	} else {
		const struct protocol *protocol = find_protocol(s, str_of(arguments[0]));
		for (size_t i = 0; i < codes; i++)
			found[i] = find_code(s, protocol, str_of(arguments[i + 1]));
	}
	if (codes == 2)
		return pair_of(s, found[0], found[1], subject);
	if (found[0])
		*subject = (struct subject){SUBJECT_CODE, found[0]->protocol, found[0], NULL};
	return found[0] != NULL;
}

/* The output that a page is shown as: Markdown, or what --only says. */
static const struct output *find_output(struct session *s, enum subject_kind each)
{
	const char *kind = s->options->only.count ? s->options->only.items[0] : PAGE_KIND;
	for (size_t i = 0; i < s->outputs->count; i++)
		if (s->outputs->items[i].wanted && s->outputs->items[i].each == each)
			return &s->outputs->items[i];
	diag_add(s->diag, DIAG_ERROR, (struct loc){0}, _("no output of kind '%s' for this"), kind);
	return NULL;
}

static bool print_page(const struct options *options, size_t codes, struct diag *diag)
{
	struct session s;
	struct page_renderer pages = {0};
	struct buf text = {0};
	struct document document = {0};
	bool ok = session_load_page(&s, options, codes == 2 ? SUBJECT_PAIR : SUBJECT_CODE, diag);
	page_renderer_init(&pages, &s);
	document.language = session_language(&s);
	ok = ok && find_subject(&s, codes, &document.subject) &&
	     (document.output = find_output(&s, document.subject.kind)) != NULL &&
	     page_render(&pages, &s, &document, (struct str){0}, &text, diag) &&
	     print_out(buf_str(&text), diag);
	buf_free(&text);
	page_renderer_free(&pages);
	session_free(&s);
	return ok;
}

bool command_show(const struct options *options, struct diag *diag)
{
	if (!counts_fit(options, 1))
		return command_usage("show PROTOCOL CODE", diag);
	return print_page(options, 1, diag);
}

bool command_compare(const struct options *options, struct diag *diag)
{
	if (!counts_fit(options, 2))
		return command_usage("compare PROTOCOL A B", diag);
	return print_page(options, 2, diag);
}

/* Nothing, "smtp", "smtp:252" or "smtp:252:421". */
static bool parse_subject(struct session *s, const char *text, struct subject *subject)
{
	*subject = (struct subject){.kind = SUBJECT_CATALOG};
	if (!text)
		return true;
	size_t len = strcspn(text, ":");
	const struct protocol *protocol = find_protocol(s, (struct str){text, len});
	if (!protocol)
		return false;
	*subject = (struct subject){SUBJECT_PROTOCOL, protocol, NULL, NULL};
	if (!text[len])
		return true;
	const char *first = text + len + 1, *colon = strchr(first, ':');
	struct str value = {first, colon ? (size_t) (colon - first) : strlen(first)};
	const struct code *a = find_code(s, protocol, value);
	if (colon)
		return a && pair_of(s, a, find_code(s, protocol, str_of(colon + 1)), subject);
	*subject = (struct subject){SUBJECT_CODE, protocol, a, NULL};
	return a != NULL;
}

bool command_view(const struct options *options, struct diag *diag)
{
	if (options->argument_count > 1)
		return command_usage("view [PROTOCOL[:CODE[:CODE]]]", diag);
	struct session s;
	struct arena scratch = {0};
	struct buf text = {0};
	struct subject subject;
	const char *name = options->argument_count ? options->arguments[0] : NULL;
	bool ok = session_load_view(&s, options, diag) && parse_subject(&s, name, &subject);
	if (ok) {
		struct value value =
			view_subject(s.views[session_language(&s)], &subject, NULL, &scratch);
		value_write_json(&text, &s.symbols, &value, 0);
		buf_putc(&text, '\n');
		ok = print_out(buf_str(&text), diag);
	}
	buf_free(&text);
	arena_free(&scratch);
	session_free(&s);
	return ok;
}
