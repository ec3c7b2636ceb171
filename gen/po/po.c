/* po.c: see po.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/po.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/intl.h"
#include "po/lex.h"

#include <stdlib.h>

struct reader {
	struct po_lexer lex;
	struct po *po;
	size_t room;
	struct buf string;   /* what read_strings() has read */
	struct map obsolete; /* as po->by_key: a message is a duplicate of an obsolete one, too */
	bool fuzzy;          /* said by the comments before the entry */
	size_t comments_at;  /* where they begin */
	unsigned comments_line; /* 0: there are none */
	bool entry_obsolete;    /* the entry that is being read begins behind "#~" */
};

static void complain(struct reader *r, struct loc loc, const char *message)
{
	po_lex_complain(&r->lex, loc, message);
}

/* ---- tokens of an entry ---- */

static bool at(const struct reader *r, enum po_token token)
{
	return r->lex.token == token && !r->lex.previous;
}

static bool at_previous(const struct reader *r, enum po_token token)
{
	return r->lex.token == token && r->lex.previous;
}

static void pass(struct reader *r)
{
	if (r->lex.obsolete != r->entry_obsolete)
		complain(r, r->lex.loc, _("an entry has '#~' before all its lines or before none"));
	po_lex(&r->lex);
}

/* Reads one string or several, which are joined as in C, into r->string. */
static void read_strings(struct reader *r, bool previous)
{
	r->string.len = 0;
	if (r->lex.token != PO_STRING || r->lex.previous != previous)
		complain(r, r->lex.loc, _("expected a string in double quotes"));
	while (r->lex.token == PO_STRING && r->lex.previous == previous) {
		buf_put_str(&r->string, buf_str(&r->lex.value));
		pass(r);
	}
}

/* The same; loc is that of the keyword. Escapes may spell bytes that are no text. */
static struct str read_valid(struct reader *r, struct loc loc)
{
	read_strings(r, false);
	struct str s = buf_str(&r->string);
	if (utf8_valid_prefix(s) < s.len)
		complain(r, loc, _("not UTF-8 text"));
	return s;
}

/* The same, to be kept. */
static struct str read_text(struct reader *r, struct loc loc)
{
	struct str s = read_valid(r, loc);
	return (struct str){arena_strndup(&r->po->arena, s.ptr, s.len), s.len};
}

/* ---- entries ---- */

struct str po_key(struct arena *arena, const char *context, struct str id)
{
	size_t context_len = context ? strlen(context) + 1 : 0;
	char *key = arena_alloc(arena, context_len + id.len + 1);
	if (context) {
		memcpy(key, context, context_len - 1);
		key[context_len - 1] = '\004';
	}
	if (id.len)
		memcpy(key + context_len, id.ptr, id.len);
	return (struct str){key, context_len + id.len};
}

/* Returns the entry that had the key before, or NULL. */
static struct po_entry *add_key(struct reader *r, struct po_entry *entry)
{
	struct map *own = r->entry_obsolete ? &r->obsolete : &r->po->by_key;
	struct map *other = r->entry_obsolete ? &r->po->by_key : &r->obsolete;
	struct po_entry *before = map_get(other, entry->key);
	return before ? before : map_add(own, entry->key, entry);
}

/* ptr is NULL where the header names none. */
static struct str charset_of(const struct po *po)
{
	const char *charset = strstr(po->header, "charset=");
	return charset ? (struct str){charset + 8, strcspn(charset + 8, " \t\n;")}
		       : (struct str){NULL, 0};
}

static void read_header(struct reader *r, const struct po_entry *entry)
{
	static const char *const known[] = {"utf-8", "utf8", "us-ascii", "ascii", "charset"};
	r->po->header = entry->str.ptr;
	struct str name = charset_of(r->po);
	if (!name.ptr)
		return;
	char lower[16] = "";
	for (size_t i = 0; i < name.len && i < sizeof lower - 1; i++)
		lower[i] = ascii_lower(name.ptr[i]);
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (same(lower, known[i]))
			return;
	complain(r, entry->str_loc,
		 arena_printf(&r->po->arena, _("charset is %.*s; it has to be UTF-8"),
			      (int) name.len, name.ptr));
}

static void add_entry(struct reader *r, struct po_entry *entry)
{
	struct po *po = r->po;
	struct po_entry *before = add_key(r, entry);
	if (before) {
		complain(r, entry->loc, _("duplicate message definition"));
		diag_add(r->lex.diag, DIAG_NOTE, before->loc, _("first defined here"));
	} else if (r->entry_obsolete) {
		return;
	} else if (!entry->context && !entry->id.len) {
		read_header(r, entry);
	} else {
		po->entries = mem_grow(po->entries, &r->room, po->count + 1, sizeof *po->entries);
		po->entries[po->count++] = entry;
	}
}

/* ---- the grammar ---- */

/* "#| msgctxt", "#| msgid", "#| msgid_plural": checked, and not kept. */
static void read_previous(struct reader *r)
{
	if (at_previous(r, PO_MSGCTXT)) {
		pass(r);
		read_strings(r, true);
	}
	if (!at_previous(r, PO_MSGID))
		complain(r, r->lex.loc, _("'#|' without msgid"));
	pass(r);
	read_strings(r, true);
	if (at_previous(r, PO_MSGID_PLURAL)) {
		pass(r);
		read_strings(r, true);
	}
	if (!at(r, PO_MSGCTXT) && !at(r, PO_MSGID))
		complain(r, r->lex.loc, _("'#|' without an entry below it"));
}

/* What is wrong with a token that stands where an entry should begin. */
static const char *misplaced(enum po_token token)
{
	return token == PO_STRING         ? _("string without a keyword")
	       : token == PO_MSGID_PLURAL ? _("msgid_plural without msgid")
	       : token == PO_MSGSTR       ? _("msgstr without msgid")
					  : _("unexpected text in a PO file");
}

static void read_id(struct reader *r, struct po_entry *entry)
{
	entry->context_loc = r->lex.loc;
	if (at(r, PO_MSGCTXT)) {
		pass(r);
		entry->context = read_text(r, entry->context_loc).ptr;
		if (!at(r, PO_MSGID))
			complain(r, r->lex.loc, _("msgctxt without msgid"));
	}
	entry->loc = r->lex.loc;
	if (!at(r, PO_MSGID))
		complain(r, r->lex.loc, misplaced(r->lex.token));
	pass(r);
	struct str id = read_valid(r, entry->loc);
	entry->key = po_key(&r->po->arena, entry->context, id);
	entry->id = (struct str){entry->key.ptr + entry->key.len - id.len, id.len};
	entry->id_end = r->lex.loc;
}

/* Reads [N], of which the '[' is at the cursor, and leaves the cursor behind it. */
static unsigned read_index(struct reader *r)
{
	pass(r);
	unsigned index = r->lex.number;
	bool number = at(r, PO_NUMBER);
	if (number)
		pass(r);
	if (!number || !at(r, PO_CLOSE))
		complain(r, r->lex.loc, _("expected msgstr[N]"));
	pass(r);
	return index;
}

/* msgstr[0], msgstr[1] and so on, of which the first is kept; the cursor is at the first
 * '['. */
static void read_forms(struct reader *r, struct po_entry *entry, bool plural)
{
	struct loc loc = entry->str_loc;
	for (unsigned form = 0; at(r, PO_OPEN); form++) {
		if (read_index(r) != form && plural)
			complain(r, loc, _("plural forms are numbered 0, 1, 2 and so on"));
		struct str str = read_text(r, loc);
		entry->str = form ? entry->str : str;
		loc = r->lex.loc;
		if (!at(r, PO_MSGSTR)) {
			if (!plural)
				complain(r, entry->loc, _("msgstr[N] without msgid_plural"));
			return;
		}
		pass(r);
	}
	complain(r, r->lex.loc, _("expected msgstr[N]"));
}

/* Where the token stands in the file. */
static size_t token_at(const struct reader *r)
{
	return r->lex.line_start + r->lex.loc.col - 1;
}

static void read_translation(struct reader *r, struct po_entry *entry)
{
	bool plural = at(r, PO_MSGID_PLURAL);
	if (plural) {
		pass(r);
		read_strings(r, false);
	}
	entry->str_loc = r->lex.loc;
	entry->str_at = token_at(r);
	if (!at(r, PO_MSGSTR))
		complain(r, entry->loc, _("msgid without msgstr"));
	pass(r);
	if (plural || at(r, PO_OPEN))
		read_forms(r, entry, plural);
	else
		entry->str = read_text(r, entry->str_loc);
}

static void read_entry(struct reader *r)
{
	struct po_entry *entry = arena_alloc(&r->po->arena, sizeof *entry);
	r->entry_obsolete = r->lex.obsolete;
	entry->start = r->lex.previous ? r->lex.mark : r->lex.loc;
	entry->fuzzy = r->fuzzy;
	r->fuzzy = false;
	if (r->comments_line) {
		entry->comments = (struct str){r->lex.text.ptr + r->comments_at,
					       r->lex.line_start - r->comments_at};
		entry->comments_line = r->comments_line;
		r->comments_line = 0;
	}
	if (r->lex.previous)
		read_previous(r);
	read_id(r, entry);
	read_translation(r, entry);
	if (!r->lex.failed)
		add_entry(r, entry);
}

/* Whether a comment is a list of flags, one of which is "fuzzy". */
static bool says_fuzzy(struct str comment)
{
	static const char separators[] = " \t\r\f\v,";
	if (!comment.len || (comment.ptr[0] != ',' && comment.ptr[0] != '!'))
		return false;
	for (size_t start = 1, len; start < comment.len; start += len + 1) {
		for (len = 0; start + len < comment.len; len++)
			if (memchr(separators, comment.ptr[start + len], sizeof separators - 1))
				break;
		if (str_equal((struct str){comment.ptr + start, len}, STR("fuzzy")))
			return true;
	}
	return false;
}

/* Reads r->lex.text into r->po; NULL where it is wrong. */
static struct po *parse(struct reader *r)
{
	struct po_lexer *lex = &r->lex;
	if (lex->text.len >= 3 && memcmp(lex->text.ptr, "\xef\xbb\xbf", 3) == 0) {
		diag_add(lex->diag, DIAG_WARNING, (struct loc){lex->path, 1, 1},
			 _("a byte order mark begins the file; the tools of gettext refuse that"));
		lex->text = (struct str){lex->text.ptr + 3, lex->text.len - 3};
	}
	r->po->text = lex->text;
	lex->line = 1;
	po_lex(lex);
	while (lex->token != PO_END) {
		if (lex->token == PO_COMMENT) {
			r->fuzzy |= says_fuzzy(buf_str(&lex->value));
			if (!r->comments_line) {
				r->comments_at = lex->line_start;
				r->comments_line = lex->loc.line;
			}
			po_lex(lex);
		} else {
			read_entry(r);
		}
	}
	buf_free(&lex->value);
	buf_free(&r->string);
	map_free(&r->obsolete);
	if (!lex->failed)
		return r->po;
	po_free(r->po);
	return NULL;
}

static struct po *new_po(void)
{
	struct po *po = mem_alloc(sizeof *po);
	*po = (struct po){.header = ""};
	return po;
}

struct po *po_load(const char *path, struct diag *diag)
{
	struct reader r = {.po = new_po(), .lex = {.path = path, .diag = diag}};
	r.lex.failed = !file_read(&r.po->file, path, diag, &r.lex.text);
	return parse(&r);
}

struct po *po_parse(const char *name, struct str text, struct diag *diag)
{
	struct reader r = {.po = new_po(), .lex = {.path = name, .diag = diag}};
	r.lex.text = (struct str){arena_strndup(&r.po->file, text.ptr, text.len), text.len};
	return parse(&r);
}

void po_forget_file(struct po *po)
{
	arena_free(&po->file);
	po->text = (struct str){NULL, 0};
	for (size_t i = 0; i < po->count; i++)
		po->entries[i]->comments = (struct str){NULL, 0};
}

void po_free(struct po *po)
{
	if (!po)
		return;
	map_free(&po->by_key);
	free(po->entries);
	arena_free(&po->file);
	arena_free(&po->arena);
	free(po);
}

bool po_names_charset(const struct po *po)
{
	struct str name = charset_of(po);
	return name.ptr && !str_equal(name, STR("CHARSET"));
}

struct po_entry *po_find(const struct po *po, const char *context, struct str id)
{
	size_t context_len = context ? strlen(context) + 1 : 0, len = context_len + id.len;
	char local[1024], *key = len <= sizeof local ? local : mem_alloc(len);
	if (context) {
		memcpy(key, context, context_len - 1);
		key[context_len - 1] = '\004';
	}
	if (id.len)
		memcpy(key + context_len, id.ptr, id.len);
	struct po_entry *entry = map_get(&po->by_key, (struct str){key, len});
	if (key != local)
		free(key);
	return entry;
}
