/* compile.c: from nodes to operations.
 *
 * Inheritance and indentation are resolved here, sentences are translated, and the
 * mode of each value (see format/format.h) is found by following the literal text.
 * Partials stay calls, for they may be recursive; one is compiled anew for each
 * indentation and mode in which it is used.
 *
 * SPDX-License-Identifier: MIT */
#include "template/program.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/intl.h"

#include <stdlib.h>

/* How deep, then how many altogether, and bytes: a chain in which each brings in the next
 * one twice is not deep, but would not end. */
enum {
	MAX_INHERITANCE = 50,
	MAX_NESTED = 2000,
	MAX_PARTIALS = 100,
	MAX_ENTERED = 100000,
	MAX_WRITTEN = 256 * 1024 * 1024
};

/* The blocks that replace those of a parent. */
struct scope {
	const struct node *blocks;
	const struct scope *outer; /* the more derived template, which comes first */
};

/* What all programs of one compilation share. */
struct compilation {
	struct template_set *set;
	const struct translation *translation;
	unsigned flags;
	struct arena *arena;
	struct diag *diag;
	struct symbols *symbols;
	struct map programs; /* partials by name, indentation and mode */
	struct buf listing;  /* all operations, for the fingerprint */
	int depth;           /* of the partials that are being compiled */
	int nested;          /* sections, parents and partials, one in the other */
	size_t number;       /* of the last program */
	int entered;         /* parents, blocks that were replaced, partials */
	size_t written;      /* bytes of literal text */
	bool ok;
};

struct compiler {
	struct compilation *shared;
	struct op *ops;
	size_t count, room;
	struct buf literal; /* not yet an op */
	enum mode mode;
	struct str indent; /* put before each line of the template */
	size_t dedent;     /* white space taken from the beginning of each line */
	bool line_start;   /* of the template, not of the output */
	const struct scope *scope;
	int depth;
};

static void complain(struct compiler *c, struct loc loc, const char *message, const char *detail)
{
	diag_add(c->shared->diag, DIAG_ERROR, loc, message, detail);
	c->shared->ok = false;
}

/* In a strict compilation every name has to be one that some value has. */
static void check_path(struct compiler *c, const struct path *path, struct loc loc)
{
	const struct symbols *symbols = c->shared->symbols;
	if (!(c->shared->flags & TEMPLATE_STRICT))
		return;
	for (size_t i = 0; i < path->count; i++)
		if (!symbol_is_defined(symbols, path->names[i]))
			complain(c, loc, _("nothing has the name '%s'"),
				 symbols->names[path->names[i]].ptr);
}

/* ---- emitting ---- */

static struct op *add_op(struct compiler *c, enum op_kind kind)
{
	c->ops = mem_grow(c->ops, &c->room, c->count + 1, sizeof *c->ops);
	c->ops[c->count] = (struct op){.kind = kind, .mode = c->mode};
	return &c->ops[c->count++];
}

static void flush_literal(struct compiler *c)
{
	if (!c->literal.len)
		return;
	struct op *op = add_op(c, OP_LITERAL);
	op->literal = (struct str){arena_strndup(c->shared->arena, c->literal.data, c->literal.len),
				   c->literal.len};
	c->literal.len = 0;
}

static void begin_line(struct compiler *c)
{
	if (c->line_start)
		buf_put_str(&c->literal, c->indent);
	c->line_start = false;
}

/* One line of template text, or a part of one. */
static void emit_text(struct compiler *c, struct str text)
{
	if (c->line_start)
		for (size_t n = 0;
		     n < c->dedent && text.len && (*text.ptr == ' ' || *text.ptr == '\t'); n++) {
			text.ptr++;
			text.len--;
		}
	if (!text.len)
		return;
	bool line_start = c->line_start;
	if (str_trim(text).len)
		begin_line(c);
	buf_put_str(&c->literal, text);
	c->shared->written += c->indent.len + text.len;
	c->mode = format_scan(c->mode, text, line_start);
	c->line_start = text.ptr[text.len - 1] == '\n';
}

static void emit_value(struct compiler *c, struct path path, bool raw, struct loc loc)
{
	check_path(c, &path, loc);
	begin_line(c);
	flush_literal(c);
	struct op *op = add_op(c, OP_VALUE);
	op->path = path;
	op->raw = raw;
}

/* ---- sentences ---- */

/* A sentence such as "{name}: {summary}" has nothing in English to mark; its values have
 * marks of their own. */
static bool has_words(const struct text *text)
{
	for (size_t i = 0; i < text->count; i++)
		for (size_t k = 0; k < text->runs[i].text.len; k++)
			if (text->runs[i].kind != RUN_PLACEHOLDER &&
			    ascii_is_alpha(text->runs[i].text.ptr[k]))
				return true;
	return false;
}

static void emit_sentence(struct compiler *c, const struct node *node)
{
	const struct message *message = node->message;
	const struct text *text = &message->text;
	enum translation_state state = STATE_TRANSLATED;
	if (c->shared->translation)
		text = translation_text(c->shared->translation, message, &state);
	if (!has_words(text))
		state = STATE_TRANSLATED;
	if (c->mode == MODE_JSON) {
		complain(c, node->loc, _("in JSON a sentence stands inside quotes"), "");
		return;
	}
	begin_line(c);
	buf_puts(&c->literal, format_mark_begin(c->mode, state));
	for (size_t i = 0; i < text->count;) {
		size_t first = i;
		while (i < text->count && text->runs[i].kind != RUN_PLACEHOLDER)
			i++;
		struct text part = {.runs = text->runs + first, .count = i - first};
		format_write_text(c->mode, &c->literal, &part, STATE_TRANSLATED, NULL);
		if (i < text->count)
			emit_value(c,
				   path_parse(c->shared->arena, c->shared->symbols,
					      text->runs[i++].text),
				   false, node->loc);
	}
	buf_puts(&c->literal, format_mark_end(c->mode, state));
}

/* ---- indentation and inheritance ---- */

static struct str without_dedent(const struct compiler *c, struct str indent)
{
	size_t n = indent.len < c->dedent ? indent.len : c->dedent;
	return (struct str){indent.ptr + n, indent.len - n};
}

static struct str joined(struct compiler *c, struct str a, struct str b)
{
	if (!a.len || !b.len)
		return a.len ? a : b;
	char *s = arena_alloc(c->shared->arena, a.len + b.len + 1);
	memcpy(s, a.ptr, a.len);
	memcpy(s + a.len, b.ptr, b.len);
	return (struct str){s, a.len + b.len};
}

/* The indentation of the first line of a block. */
static struct str first_indent(const struct node *nodes)
{
	if (!nodes)
		return STR("");
	if (nodes->kind != NODE_TEXT)
		return nodes->standalone ? nodes->indent : STR("");
	size_t n = 0;
	while (n < nodes->text.len && (nodes->text.ptr[n] == ' ' || nodes->text.ptr[n] == '\t'))
		n++;
	return (struct str){nodes->text.ptr, n};
}

/* The most derived template that replaces the block wins. */
static const struct node *find_block(const struct scope *scope, struct str name)
{
	if (!scope)
		return NULL;
	const struct node *found = find_block(scope->outer, name);
	for (const struct node *node = scope->blocks; node && !found; node = node->next)
		if (node->kind == NODE_BLOCK && str_equal(node->name, name))
			found = node;
	return found;
}

static void emit_nodes(struct compiler *c, const struct node *nodes);

static bool may_enter(struct compilation *shared)
{
	return ++shared->entered <= MAX_ENTERED && shared->written <= MAX_WRITTEN;
}

static bool enter(struct compiler *c, const struct node *node)
{
	if (c->depth < MAX_INHERITANCE && may_enter(c->shared)) {
		c->depth++;
		return true;
	}
	if (c->shared->ok)
		complain(c, node->loc, _("templates inherit from each other without end"), "");
	return false;
}

static void emit_block(struct compiler *c, const struct node *node)
{
	const struct node *replacement = find_block(c->scope, node->name);
	if (!replacement) {
		emit_nodes(c, node->children);
		return;
	}
	if (!enter(c, node))
		return;
	struct str indent = c->indent;
	size_t dedent = c->dedent;
	if (node->standalone) {
		struct str own = node->children ? first_indent(node->children) : node->indent;
		c->indent = joined(c, indent, without_dedent(c, own));
		c->line_start = true;
	}
	c->dedent = replacement->standalone ? first_indent(replacement->children).len : 0;
	emit_nodes(c, replacement->children);
	c->indent = indent;
	c->dedent = dedent;
	if (node->line_end.len && !c->line_start)
		emit_text(c, node->line_end);
	c->depth--;
}

/* The template that a partial or a parent names; NULL where there is none, which only
 * a strict compilation complains about. */
static const struct template *find_template(struct compiler *c, const struct node *node)
{
	bool missing, strict = c->shared->flags & TEMPLATE_STRICT;
	const struct template *template =
		template_find(c->shared->set, node->name, c->shared->diag, &missing);
	if (missing && strict)
		diag_add(c->shared->diag, DIAG_ERROR, node->loc, _("no partial '%.*s'"),
			 (int) node->name.len, node->name.ptr);
	if (!template)
		c->shared->ok &= missing && !strict;
	return template;
}

static void emit_parent(struct compiler *c, const struct node *node)
{
	const struct template *parent = find_template(c, node);
	if (!parent)
		return;
	if (!enter(c, node))
		return;
	struct str indent = c->indent;
	size_t dedent = c->dedent;
	struct scope scope = {node->children, c->scope};
	if (node->standalone) {
		c->indent = joined(c, indent, without_dedent(c, node->indent));
		c->line_start = true;
	}
	c->dedent = 0;
	c->scope = &scope;
	emit_nodes(c, parent->nodes);
	c->scope = scope.outer;
	c->indent = indent;
	c->dedent = dedent;
	c->depth--;
}

/* ---- partials and sections ---- */

static const struct program *compile(struct compilation *shared, const struct template *template,
				     enum mode mode, struct str indent, bool line_start,
				     struct program *program);

static const struct program *partial_program(struct compiler *c, const struct template *template,
					     struct str indent, bool line_start)
{
	const char *key =
		arena_printf(c->shared->arena, "%s\001%d\001%d\001%.*s", template->name,
			     (int) c->mode, (int) line_start, (int) indent.len, indent.ptr);
	struct program *program = map_get(&c->shared->programs, str_of(key));
	if (program)
		return program;
	program = arena_alloc(c->shared->arena, sizeof *program);
	program->number = ++c->shared->number;
	map_add(&c->shared->programs, str_of(key), program);
	c->shared->depth++;
	compile(c->shared, template, c->mode, indent, line_start, program);
	c->shared->depth--;
	return program;
}

static void emit_partial(struct compiler *c, const struct node *node)
{
	const struct template *template = find_template(c, node);
	if (!template)
		return;
	if (c->shared->depth == MAX_PARTIALS || !may_enter(c->shared)) {
		complain(c, node->loc,
			 _("partials include each other, each time indented more, without end"),
			 "");
		return;
	}
	struct str indent = c->indent;
	if (node->standalone)
		indent = joined(c, indent, without_dedent(c, node->indent));
	else
		begin_line(c);
	flush_literal(c);
	const struct program *program = partial_program(c, template, indent, node->standalone);
	add_op(c, OP_CALL)->program = program;
	c->line_start = node->standalone;
}

static void emit_section(struct compiler *c, const struct node *node)
{
	enum mode mode = c->mode;
	check_path(c, &node->path, node->loc);
	if (!node->standalone)
		begin_line(c);
	flush_literal(c);
	size_t at = c->count;
	add_op(c, node->kind == NODE_SECTION ? OP_SECTION : OP_INVERTED)->path = node->path;
	emit_nodes(c, node->children);
	flush_literal(c);
	c->ops[at].body = c->count - at - 1;
	if (c->mode != mode && c->shared->ok) {
		diag_add(c->shared->diag, DIAG_ERROR, node->loc,
			 _("section '%.*s' begins in %s and ends in %s"), (int) node->name.len,
			 node->name.ptr, _(format_mode_name(mode)), _(format_mode_name(c->mode)));
		c->shared->ok = false;
	}
}

static void emit_nodes(struct compiler *c, const struct node *nodes)
{
	if (nodes && ++c->shared->nested > MAX_NESTED)
		complain(c, nodes->loc, _("templates are nested too deeply"), "");
	for (const struct node *node = nodes; node && c->shared->ok; node = node->next) {
		switch (node->kind) {
		case NODE_TEXT:
			emit_text(c, node->text);
			break;
		case NODE_VALUE:
			emit_value(c, node->path, node->raw, node->loc);
			break;
		case NODE_SECTION:
		case NODE_INVERTED:
			emit_section(c, node);
			break;
		case NODE_PARTIAL:
			emit_partial(c, node);
			break;
		case NODE_PARENT:
			emit_parent(c, node);
			break;
		case NODE_BLOCK:
			emit_block(c, node);
			break;
		case NODE_SENTENCE:
			emit_sentence(c, node);
			break;
		}
	}
	c->shared->nested -= nodes != NULL;
}

/* The same bytes on every machine. */
static void write_number(struct buf *buf, uint64_t number)
{
	char bytes[8];
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char) (number >> (8 * i) & 0xff);
	buf_put(buf, bytes, sizeof bytes);
}

static void write_string(struct buf *buf, struct str s)
{
	write_number(buf, s.len);
	buf_put_str(buf, s);
}

/* Writes down the operations of a template, for the fingerprint. */
static void write_ops(struct compilation *shared, const struct template *template,
		      const struct compiler *c, size_t number)
{
	struct buf *out = &shared->listing;
	write_number(out, number);
	write_number(out, (uint64_t) c->mode);
	write_string(out, str_of(template->name));
	write_string(out, c->indent);
	for (size_t i = 0; i < c->count; i++) {
		const struct op *op = &c->ops[i];
		write_number(out, (uint64_t) op->kind | (uint64_t) op->mode << 8 |
					  (uint64_t) op->raw << 16 |
					  (uint64_t) op->path.kind << 24 |
					  (uint64_t) op->path.count << 32);
		write_number(out, op->body);
		write_number(out, op->program ? op->program->number : 0);
		for (size_t k = 0; k < op->path.count; k++)
			write_string(out, shared->symbols->names[op->path.names[k]]);
		write_string(out, op->literal);
	}
}

static const struct program *compile(struct compilation *shared, const struct template *template,
				     enum mode mode, struct str indent, bool line_start,
				     struct program *program)
{
	struct compiler c = {
		.shared = shared, .mode = mode, .indent = indent, .line_start = line_start};
	emit_nodes(&c, template->nodes);
	flush_literal(&c);
	if (shared->ok && c.mode != mode) {
		diag_add(shared->diag, DIAG_ERROR, (struct loc){template->path, 0, 0},
			 _("the template begins in %s and ends in %s"), _(format_mode_name(mode)),
			 _(format_mode_name(c.mode)));
		shared->ok = false;
	}
	write_ops(shared, template, &c, program->number);
	struct op *ops = arena_array(shared->arena, c.count, sizeof *ops);
	if (c.count)
		memcpy(ops, c.ops, c.count * sizeof *ops);
	for (size_t i = 0; i < c.count; i++)
		ops[i].id = (*template_op_count(shared->set))++;
	program->id = (*template_op_count(shared->set))++;
	program->op_count = template_op_count(shared->set);
	program->ops = ops;
	program->count = c.count;
	free(c.ops);
	buf_free(&c.literal);
	return program;
}

const struct program *template_compile(struct template_set *set, const char *name, enum mode mode,
				       const struct translation *translation, unsigned flags,
				       struct arena *arena, struct diag *diag)
{
	bool missing;
	const struct template *template = template_find(set, str_of(name), diag, &missing);
	if (missing)
		diag_add(diag, DIAG_ERROR, (struct loc){0}, _("no template '%s'"), name);
	if (!template)
		return NULL;
	struct compilation shared = {.set = set,
				     .translation = translation,
				     .flags = flags,
				     .arena = arena,
				     .diag = diag,
				     .symbols = template_symbols(set),
				     .ok = true};
	struct program *program = arena_alloc(arena, sizeof *program);
	compile(&shared, template, mode, STR(""), true, program);
	program->fingerprint = hash_bytes(buf_str(&shared.listing));
	buf_free(&shared.listing);
	map_free(&shared.programs);
	return shared.ok ? program : NULL;
}

uint64_t program_fingerprint(const struct program *program)
{
	return program->fingerprint;
}
