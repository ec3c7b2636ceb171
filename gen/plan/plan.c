/* plan.c: see plan.h.
 *
 * SPDX-License-Identifier: MIT */
#include "plan/plan.h"

#include "base/file.h"
#include "base/intl.h"

/* ---- going through the documents ---- */

static void reset_subject(struct plan_cursor *c)
{
	c->protocol = c->first = c->second = c->comparison = 0;
	c->started = false;
}

/* Moves to the next code; false where there are no more. */
static bool next_code(const struct plan *plan, struct plan_cursor *c, struct subject *subject)
{
	c->first += c->started;
	c->started = true;
	while (c->protocol < plan->catalog->protocol_count) {
		const struct protocol *protocol = plan->catalog->protocols[c->protocol];
		if (c->first < protocol->code_count) {
			*subject = (struct subject){SUBJECT_CODE, protocol,
						    &protocol->codes[c->first], NULL};
			return true;
		}
		c->protocol++;
		c->first = 0;
	}
	return false;
}

static bool next_curated(const struct plan *plan, struct plan_cursor *c, struct subject *subject)
{
	c->comparison += c->started;
	c->started = true;
	while (c->protocol < plan->catalog->protocol_count) {
		const struct protocol *protocol = plan->catalog->protocols[c->protocol];
		if (c->comparison < protocol->comparison_count) {
			const struct comparison *pair = &protocol->comparisons[c->comparison];
			*subject = subject_of_pair(pair->a, pair->b);
			return true;
		}
		c->protocol++;
		c->comparison = 0;
	}
	return false;
}

/* All pairs within each protocol, the lower code first. */
static bool next_pair(const struct plan *plan, struct plan_cursor *c, struct subject *subject)
{
	c->second++;
	while (c->protocol < plan->catalog->protocol_count) {
		const struct protocol *protocol = plan->catalog->protocols[c->protocol];
		if (c->second < protocol->code_count) {
			*subject =
				(struct subject){SUBJECT_PAIR, protocol, &protocol->codes[c->first],
						 &protocol->codes[c->second]};
			return true;
		}
		c->first++;
		c->second = c->first + 1;
		if (c->first + 1 >= protocol->code_count) {
			c->protocol++;
			c->first = 0;
			c->second = 1;
		}
	}
	return false;
}

static bool next_protocol(const struct plan *plan, struct plan_cursor *c, struct subject *subject)
{
	c->protocol += c->started;
	c->started = true;
	if (c->protocol >= plan->catalog->protocol_count)
		return false;
	*subject = (struct subject){SUBJECT_PROTOCOL, plan->catalog->protocols[c->protocol], NULL,
				    NULL};
	return true;
}

static bool next_subject(const struct plan *plan, struct plan_cursor *c, enum subject_kind each,
			 struct subject *subject)
{
	bool first = !c->started;
	switch (each) {
	case SUBJECT_CATALOG:
		c->started = true;
		*subject = (struct subject){.kind = SUBJECT_CATALOG};
		return first;
	case SUBJECT_PROTOCOL:
		return next_protocol(plan, c, subject);
	case SUBJECT_CODE:
		return next_code(plan, c, subject);
	case SUBJECT_PAIR:
		break;
	}
	return plan->pairs == PAIRS_ALL       ? next_pair(plan, c, subject)
	       : plan->pairs == PAIRS_CURATED ? next_curated(plan, c, subject)
					      : false;
}

bool plan_next(const struct plan *plan, struct plan_cursor *cursor, struct document *document)
{
	while (cursor->output < plan->outputs->count) {
		const struct output *output = &plan->outputs->items[cursor->output];
		size_t languages = output->languages == LANGUAGES_EACH ? plan->language_count : 1;
		if (!output->wanted || cursor->language >= languages) {
			cursor->output++;
			cursor->language = 0;
			reset_subject(cursor);
			continue;
		}
		bool skipped = output->languages == LANGUAGES_EACH &&
			       cursor->language < plan->first_language;
		if (!skipped && next_subject(plan, cursor, output->each, &document->subject)) {
			document->output = output;
			document->language = cursor->language;
			return true;
		}
		cursor->language++;
		reset_subject(cursor);
	}
	return false;
}

/* ---- paths ---- */

static void put_b_slug(const struct subject *subject, struct buf *buf)
{
	if (subject->b->protocol != subject->protocol) {
		buf_puts(buf, subject->b->protocol->id);
		buf_putc(buf, '-');
	}
	buf_puts(buf, subject->b->slug);
}

/* As the name of a module in programming languages. */
static void put_symbol(const char *id, struct buf *buf)
{
	for (; *id; id++)
		buf_putc(buf, *id == '-' ? '_' : *id);
}

void plan_path(const struct plan *plan, const struct document *document, struct buf *buf)
{
	const struct subject *subject = &document->subject;
	const struct translation *language = plan->languages[document->language];
	for (size_t i = 0; i < document->output->part_count; i++) {
		const struct path_part *part = &document->output->parts[i];
		buf_put_str(buf, part->literal);
		switch (part->place) {
		case PLACE_NONE:
			break;
		case PLACE_PREFIX:
			buf_puts(buf, plan->prefix);
			break;
		case PLACE_LANGUAGE_TAG:
			buf_puts(buf, language->tag);
			break;
		case PLACE_LANGUAGE_MANDIR:
			buf_puts(buf, language->po ? language->tag : "");
			buf_puts(buf, language->po ? "/" : "");
			break;
		case PLACE_PROTOCOL_ID:
			buf_puts(buf, subject->protocol->id);
			break;
		case PLACE_PROTOCOL_SYMBOL:
			put_symbol(subject->protocol->id, buf);
			break;
		case PLACE_A_SLUG:
			buf_puts(buf, subject->a->slug);
			break;
		case PLACE_B_SLUG:
			put_b_slug(subject, buf);
			break;
		}
	}
}

/* ---- checking ---- */

struct checker {
	const struct plan *plan;
	struct diag *diag;
	struct arena arena;
	struct map taken, directories; /* the output that has it */
	struct buf path;
	size_t errors;
};

static void report_taken(struct checker *c, const struct output *output, const struct output *other,
			 const char *message, const char *path)
{
	diag_add(c->diag, DIAG_ERROR, output->loc, message, path);
	diag_add(c->diag, DIAG_NOTE, other->loc, _("the other one comes from here"));
	c->errors++;
}

/* A path cannot be a document and a directory of others. */
static void check_directories(struct checker *c, const char *path, const struct output *output)
{
	const struct output *other = map_get(&c->directories, str_of(path));
	const char *both = path;
	for (const char *slash = strchr(path, '/'); slash && !other;
	     slash = strchr(slash + 1, '/')) {
		both = arena_strndup(&c->arena, path, (size_t) (slash - path));
		other = map_get(&c->taken, str_of(both));
		if (!other)
			map_add(&c->directories, str_of(both), (void *) output);
	}
	if (other)
		report_taken(c, output, other, _("'%s' is a document and a directory of others"),
			     both);
}

static void check_document(struct checker *c, const struct document *document)
{
	const struct output *output = document->output;
	c->path.len = 0;
	plan_path(c->plan, document, &c->path);
	const char *path = arena_strndup(&c->arena, c->path.data, c->path.len);
	if (!path_is_safe(str_of(path))) {
		diag_add(
			c->diag, DIAG_ERROR, output->loc,
			_("path '%s' leads out of the output directory, or has a part that is empty or begins with a full stop"),
			path);
		c->errors++;
	}
	const struct output *other = map_add(&c->taken, str_of(path), (void *) output);
	if (other)
		report_taken(c, output, other, _("two documents have the path '%s'"), path);
	check_directories(c, path, output);
}

/* Of all pairs of a protocol, those of its first three codes that nobody wrote about: there
 * one code is a twice, and another one b. */
static void check_samples(struct checker *c, struct document *document, const struct protocol *p)
{
	for (size_t x = 0; x < p->code_count && x < 2; x++)
		for (size_t y = x + 1; y < p->code_count && y < 3; y++) {
			document->subject =
				(struct subject){SUBJECT_PAIR, p, &p->codes[x], &p->codes[y]};
			if (!protocol_comparison(&p->codes[x], &p->codes[y]))
				check_document(c, document);
		}
}

static void check_all_pairs(struct checker *c)
{
	const struct plan *plan = c->plan;
	for (size_t i = 0; i < plan->outputs->count; i++) {
		struct document document = {.output = &plan->outputs->items[i]};
		bool each = document.output->languages == LANGUAGES_EACH;
		if (!document.output->wanted || document.output->each != SUBJECT_PAIR)
			continue;
		for (document.language = each ? plan->first_language : 0;
		     document.language < (each ? plan->language_count : 1); document.language++)
			for (size_t k = 0; k < plan->catalog->protocol_count; k++)
				check_samples(c, &document, plan->catalog->protocols[k]);
	}
}

bool plan_check(const struct plan *all, struct diag *diag)
{
	struct plan few = *all;
	if (all->pairs == PAIRS_ALL)
		few.pairs = PAIRS_CURATED;
	struct checker c = {.plan = &few, .diag = diag};
	struct plan_cursor cursor = {0};
	struct document document;
	while (plan_next(&few, &cursor, &document) && c.errors < 10)
		check_document(&c, &document);
	if (all->pairs == PAIRS_ALL && !c.errors)
		check_all_pairs(&c);
	buf_free(&c.path);
	map_free(&c.directories);
	map_free(&c.taken);
	arena_free(&c.arena);
	return c.errors == 0;
}

/* ---- links ---- */

static bool has_pair(const struct plan *plan, const struct subject *subject)
{
	if (plan->pairs == PAIRS_NONE || subject->a->protocol != subject->b->protocol)
		return false;
	return plan->pairs == PAIRS_ALL || protocol_comparison(subject->a, subject->b) != NULL;
}

/* The language of a link; false where there are no documents in it. */
static bool find_language(const struct plan *plan, const struct document *from, const char *tag,
			  size_t *language)
{
	*language = from->language;
	for (size_t i = 0; tag && i < plan->language_count; i++)
		if (same(plan->languages[i]->tag, tag))
			*language = i;
	return !tag || same(plan->languages[*language]->tag, tag);
}

/* The output of the same kind about such subjects, in a language; NULL: there is none. */
static const struct output *find_output(const struct plan *plan, const struct output *from,
					enum subject_kind each, size_t language)
{
	for (size_t i = 0; i < plan->outputs->count; i++) {
		const struct output *output = &plan->outputs->items[i];
		bool there = output->languages == LANGUAGES_EACH ? language >= plan->first_language
								 : language == 0;
		if (there && output->each == each && output->wanted &&
		    same(output->kind, from->kind))
			return output;
	}
	return NULL;
}

static const struct link_target *find_target(struct plan_linker *self, enum subject_kind each,
					     const char *language)
{
	const struct document *from = self->document;
	struct link_target *target = &self->targets[each];
	if (target->from == from->output && target->from_language == from->language &&
	    target->link_language == language)
		return target;
	*target = (struct link_target){
		.from = from->output, .from_language = from->language, .link_language = language};
	if (find_language(self->plan, from, language, &target->language))
		target->output = find_output(self->plan, from->output, each, target->language);
	return target;
}

/* From "a/b/c.md" to "a/d.md" it is "../d.md". */
static void put_relative(struct buf *buf, struct str from, struct str to)
{
	size_t common = 0;
	for (size_t i = 0; i < from.len && i < to.len && from.ptr[i] == to.ptr[i]; i++)
		if (from.ptr[i] == '/')
			common = i + 1;
	for (size_t i = common; i < from.len; i++)
		if (from.ptr[i] == '/')
			buf_puts(buf, "../");
	buf_put(buf, to.ptr + common, to.len - common);
}

static bool write_link(const struct linker *linker, const struct link *link, struct buf *buf)
{
	struct plan_linker *self = (struct plan_linker *) (uintptr_t) linker;
	const struct subject *subject = link->subject ? link->subject : &self->document->subject;
	if (subject->kind == SUBJECT_PAIR && !has_pair(self->plan, subject))
		return false;
	const struct link_target *target = find_target(self, subject->kind, link->language);
	if (!target->output)
		return false;
	if (!buf)
		return true;
	struct document document = {target->output, *subject, target->language};
	self->to.len = 0;
	plan_path(self->plan, &document, &self->to);
	put_relative(buf, self->from, buf_str(&self->to));
	return true;
}

void plan_linker_init(struct plan_linker *linker, const struct plan *plan)
{
	*linker = (struct plan_linker){.linker = {write_link}, .plan = plan};
}

void plan_linker_set(struct plan_linker *linker, const struct document *document, struct str path)
{
	linker->document = document;
	linker->from = path;
}

void plan_linker_free(struct plan_linker *linker)
{
	buf_free(&linker->to);
}
