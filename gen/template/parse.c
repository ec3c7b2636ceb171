/* parse.c: from text to nodes, in two steps: the text is cut into tokens, lines
 * that hold nothing but tags lose their white space, and the tokens become a tree.
 *
 * SPDX-License-Identifier: MIT */
#include "template/ast.h"

#include "base/intl.h"

#include <stdlib.h>

enum token_kind {
	TOKEN_TEXT,
	TOKEN_VALUE,
	TOKEN_RAW,
	TOKEN_SECTION,
	TOKEN_INVERTED,
	TOKEN_CLOSE,
	TOKEN_PARTIAL,
	TOKEN_PARENT,
	TOKEN_BLOCK,
	TOKEN_COMMENT,
	TOKEN_DELIMITERS
};

struct token {
	enum token_kind kind;
	struct str text;  /* TOKEN_TEXT: the text; a tag: its name or content, trimmed */
	size_t offset;    /* of the token in the template */
	size_t end;       /* behind it */
	bool inheritance; /* a tag of inheritance or the end tag of one */
	bool standalone;
	struct str indent, line_end; /* of a standalone tag */
};

enum { MAX_DELIMITER = 16, MAX_NESTING = 100, MAX_NAMES = 32 };

struct parser {
	struct template *template;
	struct arena *arena;
	struct symbols *symbols;
	struct diag *diag;
	struct token *tokens;
	size_t count, room;
	struct str open, close; /* the delimiters */
	size_t at;              /* in the text, then in the tokens */
	bool ok;
	const char *note;   /* of the last TRANSLATORS comment */
	struct loc located; /* the last place that was asked for, and its offset */
	size_t located_at;
};

/* The place of an offset. Most are asked for in order, so each line is counted once. */
static struct loc locate(struct parser *p, size_t offset)
{
	if (!p->located.file || offset < p->located_at) {
		p->located = (struct loc){p->template->path, 1, 1};
		p->located_at = 0;
	}
	for (; p->located_at < offset && p->located_at < p->template->text.len; p->located_at++) {
		if (p->template->text.ptr[p->located_at] == '\n') {
			p->located.line++;
			p->located.col = 1;
		} else {
			p->located.col++;
		}
	}
	return p->located;
}

static void complain(struct parser *p, size_t offset, const char *message, struct str detail)
{
	p->ok = false;
	diag_add(p->diag, DIAG_ERROR, locate(p, offset), message, (int) detail.len, detail.ptr);
}

/* ---- cutting into tokens ---- */

static size_t find(struct str text, size_t at, struct str what)
{
	while (at + what.len <= text.len) {
		const char *hit = memchr(text.ptr + at, what.ptr[0], text.len - at - what.len + 1);
		if (!hit)
			break;
		at = (size_t) (hit - text.ptr);
		if (memcmp(hit, what.ptr, what.len) == 0)
			return at;
		at++;
	}
	return text.len;
}

static struct token *add_token(struct parser *p, enum token_kind kind, size_t start, size_t end,
			       struct str text)
{
	p->tokens = mem_grow(p->tokens, &p->room, p->count + 1, sizeof *p->tokens);
	p->tokens[p->count] =
		(struct token){.kind = kind, .text = text, .offset = start, .end = end};
	return &p->tokens[p->count++];
}

/* Text is cut behind each line end, so that a line is a run of tokens. */
static void add_text(struct parser *p, size_t start, size_t end)
{
	struct str text = p->template->text;
	while (start < end) {
		const char *newline = memchr(text.ptr + start, '\n', end - start);
		size_t stop = newline ? (size_t) (newline - text.ptr) + 1 : end;
		add_token(p, TOKEN_TEXT, start, stop, (struct str){text.ptr + start, stop - start});
		start = stop;
	}
}

static bool set_delimiters(struct parser *p, struct str content, size_t offset)
{
	size_t first = 0, second = content.len;
	while (first < content.len && !ascii_is_space(content.ptr[first]))
		first++;
	while (second > first && !ascii_is_space(content.ptr[second - 1]))
		second--;
	struct str open = {content.ptr, first};
	struct str close = {content.ptr + second, content.len - second};
	struct str middle = str_trim((struct str){content.ptr + first, second - first});
	if (!open.len || !close.len || middle.len || open.len > MAX_DELIMITER ||
	    close.len > MAX_DELIMITER || memchr(content.ptr, '=', content.len)) {
		complain(p, offset, _("invalid delimiters '%.*s'"), content);
		return false;
	}
	p->open = open;
	p->close = close;
	return true;
}

static enum token_kind kind_of(char sigil)
{
	switch (sigil) {
	case '#':
		return TOKEN_SECTION;
	case '^':
		return TOKEN_INVERTED;
	case '/':
		return TOKEN_CLOSE;
	case '>':
		return TOKEN_PARTIAL;
	case '<':
		return TOKEN_PARENT;
	case '$':
		return TOKEN_BLOCK;
	case '!':
		return TOKEN_COMMENT;
	case '=':
		return TOKEN_DELIMITERS;
	case '&':
	case '{':
		return TOKEN_RAW;
	default:
		return TOKEN_VALUE;
	}
}

/* Reads the tag whose opening delimiter stands at p->at. */
static void cut_tag(struct parser *p)
{
	struct str text = p->template->text, terminator = p->close;
	char closing[MAX_DELIMITER + 2];
	size_t start = p->at, content = start + p->open.len;
	char sigil = content < text.len ? text.ptr[content] : '\0';
	enum token_kind kind = kind_of(sigil);
	if (sigil == '{' || sigil == '=') { /* {{{x}}} and {{=<% %>=}} */
		closing[0] = (char) (sigil == '{' ? '}' : '=');
		memcpy(closing + 1, p->close.ptr, p->close.len);
		terminator = (struct str){closing, p->close.len + 1};
	}
	content += kind != TOKEN_VALUE;
	size_t end = find(text, content, terminator);
	if (end >= text.len) {
		complain(p, start, _("tag is not closed"), STR(""));
		p->at = text.len;
		return;
	}
	struct str name = str_trim((struct str){text.ptr + content, end - content});
	p->at = end + terminator.len;
	if (kind == TOKEN_DELIMITERS)
		set_delimiters(p, name, start);
	else if (!name.len && kind != TOKEN_COMMENT)
		complain(p, start, _("tag without a name"), STR(""));
	add_token(p, kind, start, p->at, name);
}

/* The content of {{#tr}} is one sentence, whatever it holds. */
static bool is_sentence(struct str name)
{
	return str_equal(name, STR("tr")) || (name.len > 3 && memcmp(name.ptr, "tr:", 3) == 0);
}

static void cut(struct parser *p)
{
	struct str text = p->template->text;
	while (p->ok && p->at < text.len) {
		size_t tag = find(text, p->at, p->open);
		add_text(p, p->at, tag);
		p->at = tag;
		if (tag < text.len)
			cut_tag(p);
	}
}

/* ---- lines with nothing but tags ---- */

static bool is_blank(struct str text)
{
	return str_trim(text).len == 0;
}

static bool may_stand_alone(const struct token *token)
{
	switch (token->kind) {
	case TOKEN_TEXT:
		return is_blank(token->text);
	case TOKEN_SECTION:
	case TOKEN_INVERTED:
	case TOKEN_CLOSE:
		return !is_sentence(token->text);
	case TOKEN_PARTIAL:
	case TOKEN_PARENT:
	case TOKEN_BLOCK:
	case TOKEN_COMMENT:
	case TOKEN_DELIMITERS:
		return true;
	case TOKEN_VALUE:
	case TOKEN_RAW:
		break;
	}
	return false;
}

/* Marks the tags of inheritance and the end tags that belong to them. */
static void mark_inheritance(struct parser *p)
{
	bool open[MAX_NESTING];
	size_t depth = 0;
	for (size_t i = 0; i < p->count; i++) {
		struct token *token = &p->tokens[i];
		bool opens = token->kind == TOKEN_SECTION || token->kind == TOKEN_INVERTED ||
			     token->kind == TOKEN_PARENT || token->kind == TOKEN_BLOCK;
		token->inheritance = token->kind == TOKEN_PARENT || token->kind == TOKEN_BLOCK;
		if (opens && depth == MAX_NESTING) {
			complain(p, token->offset, _("sections are nested too deeply"), STR(""));
			return;
		}
		if (opens)
			open[depth++] = token->inheritance;
		else if (token->kind == TOKEN_CLOSE && depth)
			token->inheritance = open[--depth];
	}
}

/* A multi-line comment or tag ends on another line than it begins: what follows it
 * is still part of its line. */
static size_t end_of_line(const struct parser *p, size_t first)
{
	size_t at = first;
	while (at < p->count) {
		const struct token *token = &p->tokens[at++];
		if (token->kind == TOKEN_TEXT && token->text.ptr[token->text.len - 1] == '\n')
			break;
	}
	return at;
}

/* A tag of a standalone line takes the white space before it as its indentation,
 * the last tag also the line end. */
static void strip_line(struct parser *p, size_t first, size_t last)
{
	struct token *tag = NULL;
	struct str indent = STR("");
	for (size_t i = first; i < last; i++) {
		struct token *token = &p->tokens[i];
		if (token->kind != TOKEN_TEXT) {
			token->standalone = true;
			token->indent = indent;
			token->line_end = STR("");
			indent = STR("");
			tag = token;
			continue;
		}
		if (!tag)
			indent = token->text;
		else if (i + 1 == last)
			tag->line_end = token->text;
		token->text.len = 0;
	}
}

static void strip_standalone_lines(struct parser *p)
{
	for (size_t first = 0, last; first < p->count; first = last) {
		last = end_of_line(p, first);
		size_t tags = 0, inheritance = 0;
		bool alone = true;
		for (size_t i = first; i < last; i++) {
			alone = alone && may_stand_alone(&p->tokens[i]);
			tags += p->tokens[i].kind != TOKEN_TEXT;
			inheritance += p->tokens[i].inheritance;
		}
		if (alone && tags && (tags == 1 || tags == inheritance))
			strip_line(p, first, last);
	}
}

/* ---- tokens to nodes ---- */

static struct node *new_node(struct parser *p, enum node_kind kind, const struct token *token)
{
	struct node *node = arena_alloc(p->arena, sizeof *node);
	node->kind = kind;
	node->loc = locate(p, token->offset);
	node->name = token->text;
	node->standalone = token->standalone;
	node->indent = token->indent;
	node->line_end = STR("");
	return node;
}

struct path path_parse(struct arena *arena, struct symbols *symbols, struct str name)
{
	static const struct {
		struct str name;
		unsigned kind;
	} special[] = {{{".", 1}, PATH_SELF},
		       {{"-first", 6}, PATH_FIRST},
		       {{"-last", 5}, PATH_LAST},
		       {{"-index", 6}, PATH_INDEX}};
	struct path path = {.kind = PATH_NAME};
	for (size_t i = 0; i < sizeof special / sizeof special[0]; i++)
		if (str_equal(name, special[i].name)) {
			path.kind = special[i].kind;
			return path;
		}
	symbol names[MAX_NAMES];
	size_t count = 0;
	for (;;) {
		const char *dot = memchr(name.ptr, '.', name.len);
		size_t len = dot ? (size_t) (dot - name.ptr) : name.len;
		if (!len || count == MAX_NAMES)
			return path;
		names[count++] = symbol_use(symbols, (struct str){name.ptr, len});
		if (!dot)
			break;
		name = (struct str){dot + 1, name.len - len - 1};
	}
	symbol *kept = arena_array(arena, count, sizeof *kept);
	memcpy(kept, names, count * sizeof *kept);
	path.names = kept;
	path.count = count;
	return path;
}

static struct path parse_path(struct parser *p, size_t offset, struct str name)
{
	struct path path = path_parse(p->arena, p->symbols, name);
	if (path.kind == PATH_NAME && !path.count)
		complain(p, offset, _("invalid name '%.*s'"), name);
	return path;
}

/* White space collapsed: how a sentence is wrapped in the template is no concern
 * of its translators. */
static struct str collapse(struct arena *arena, struct str text)
{
	text = str_trim(text);
	char *copy = arena_strndup(arena, text.ptr, text.len);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (!ascii_is_space(text.ptr[i]))
			copy[len++] = text.ptr[i];
		else if (copy[len - 1] != ' ')
			copy[len++] = ' ';
	}
	copy[len] = '\0';
	return (struct str){copy, len};
}

static void add_message(struct parser *p, struct message *message)
{
	struct template *template = p->template;
	template->messages = mem_grow(template->messages, &template->message_room,
				      template->message_count + 1, sizeof *template->messages);
	template->messages[template->message_count++] = message;
}

/* Reads from the token behind {{#tr}} to {{/tr}}. */
static struct node *parse_sentence(struct parser *p, const struct token *open)
{
	struct node *node = new_node(p, NODE_SENTENCE, open);
	struct message *message = arena_alloc(p->arena, sizeof *message);
	size_t start = open->end, end = start;
	while (p->at < p->count && p->tokens[p->at].kind == TOKEN_TEXT)
		end = p->tokens[p->at++].end;
	const struct token *close = p->at < p->count ? &p->tokens[p->at] : NULL;
	if (!close || close->kind != TOKEN_CLOSE || !str_equal(close->text, open->text)) {
		complain(
			p, close ? close->offset : open->offset,
			_("a sentence {{#tr}} holds no tags and ends with {{/tr}}; a value is {name}"),
			STR(""));
		return node;
	}
	p->at++;
	message->id = collapse(p->arena, (struct str){p->template->text.ptr + start, end - start});
	message->loc = node->loc;
	message->file = p->template->path;
	message->placeholders = true;
	message->comment = p->note;
	p->note = NULL;
	if (open->text.len > 3)
		message->context = arena_strndup(p->arena, open->text.ptr + 3, open->text.len - 3);
	struct text_error error;
	if (!message->id.len)
		complain(p, open->offset, _("empty sentence"), STR(""));
	else if (!text_parse(p->arena, message->id, TEXT_PLACEHOLDERS, &message->text, &error))
		complain(p, open->offset, _(error.message), error.detail);
	for (size_t i = 0; i < message->text.count; i++)
		if (message->text.runs[i].kind == RUN_PLACEHOLDER)
			parse_path(p, open->offset, message->text.runs[i].text);
	node->message = message;
	add_message(p, message);
	return node;
}

static void parse_comment(struct parser *p, const struct token *token)
{
	static const struct str mark = {"TRANSLATORS:", 12};
	struct str text = token->text;
	if (text.len > mark.len && memcmp(text.ptr, mark.ptr, mark.len) == 0)
		p->note = collapse(p->arena, (struct str){text.ptr + mark.len, text.len - mark.len})
				  .ptr;
}

static struct node *parse_nodes(struct parser *p, const struct token *opener,
				const struct token **closer);

static struct node *parse_container(struct parser *p, enum node_kind kind, const struct token *open)
{
	/* Tokens do not move any more, so that pointers to them stay. */
	const struct token *close = NULL;
	struct node *node = new_node(p, kind, open);
	if (kind == NODE_SECTION || kind == NODE_INVERTED)
		node->path = parse_path(p, open->offset, open->text);
	node->children = parse_nodes(p, open, &close);
	/* Opened and closed alone on one line: nothing, not even a line end, between. */
	if (kind == NODE_BLOCK && open->standalone && close && close->standalone &&
	    !node->children && !open->line_end.len && close->line_end.len)
		node->line_end = close->line_end;
	return node;
}

static struct node *parse_node(struct parser *p, const struct token *token)
{
	struct node *node;
	switch (token->kind) {
	case TOKEN_TEXT:
		node = token->text.len ? new_node(p, NODE_TEXT, token) : NULL;
		if (node)
			node->text = token->text;
		return node;
	case TOKEN_VALUE:
	case TOKEN_RAW:
		node = new_node(p, NODE_VALUE, token);
		node->path = parse_path(p, token->offset, token->text);
		node->raw = token->kind == TOKEN_RAW;
		return node;
	case TOKEN_SECTION:
		if (is_sentence(token->text))
			return parse_sentence(p, token);
		return parse_container(p, NODE_SECTION, token);
	case TOKEN_INVERTED:
		return parse_container(p, NODE_INVERTED, token);
	case TOKEN_PARENT:
		return parse_container(p, NODE_PARENT, token);
	case TOKEN_BLOCK:
		return parse_container(p, NODE_BLOCK, token);
	case TOKEN_PARTIAL:
		return new_node(p, NODE_PARTIAL, token);
	case TOKEN_COMMENT:
		parse_comment(p, token);
		return NULL;
	case TOKEN_CLOSE:
	case TOKEN_DELIMITERS:
		break;
	}
	return NULL;
}

/* Reads up to the end tag of opener, or to the end where opener is NULL. */
static struct node *parse_nodes(struct parser *p, const struct token *opener,
				const struct token **closer)
{
	struct node *first = NULL, **last = &first;
	while (p->ok && p->at < p->count) {
		const struct token *token = &p->tokens[p->at++];
		if (token->kind == TOKEN_CLOSE) {
			if (opener && str_equal(token->text, opener->text)) {
				*closer = token;
				return first;
			}
			complain(p, token->offset,
				 _("end tag {{/%.*s}} closes nothing that is open"), token->text);
			if (opener)
				diag_add(p->diag, DIAG_NOTE, locate(p, opener->offset),
					 _("{{%.*s}} is open here"), (int) opener->text.len,
					 opener->text.ptr);
			return first;
		}
		struct node *node = parse_node(p, token);
		if (node) {
			*last = node;
			last = &node->next;
		}
	}
	if (opener && p->ok)
		complain(p, opener->offset, _("section '%.*s' is not closed"), opener->text);
	return first;
}

bool template_parse(struct template *template, struct arena *arena, struct symbols *symbols,
		    struct diag *diag)
{
	struct parser p = {.template = template,
			   .arena = arena,
			   .symbols = symbols,
			   .diag = diag,
			   .open = STR("{{"),
			   .close = STR("}}"),
			   .ok = true};
	cut(&p);
	if (p.ok)
		mark_inheritance(&p);
	if (p.ok)
		strip_standalone_lines(&p);
	p.at = 0;
	if (p.ok)
		template->nodes = parse_nodes(&p, NULL, NULL);
	free(p.tokens);
	return p.ok;
}
