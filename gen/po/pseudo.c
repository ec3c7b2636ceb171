/* pseudo.c: the pseudo-language, see translation.h.
 *
 * SPDX-License-Identifier: MIT */
#include "po/pot.h"
#include "po/translation.h"

/* An accented letter for each that has one; others stay. */
static void put_accented(struct buf *buf, char c)
{
	static const char letters[] = "aceinouyACEINOUY";
	static const char *const accented[] = {"á", "ç", "é", "í", "ñ", "ó", "ú", "ý",
					       "Á", "Ç", "É", "Í", "Ñ", "Ó", "Ú", "Ý"};
	const char *at = c ? strchr(letters, c) : NULL;
	if (at)
		buf_puts(buf, accented[at - letters]);
	else
		buf_putc(buf, c);
}

/* The text with markup, entities and placeholders as they are, a third longer. */
static void put_pseudo(struct buf *buf, struct str text)
{
	size_t letters = 0;
	char until = '\0'; /* what ends the part that is left alone */
	bool literal = false;
	buf_puts(buf, "⟦");
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (until) {
			until = c == until ? '\0' : until;
			buf_putc(buf, c);
			continue;
		}
		if (c == '<') {
			/* A start tag of a literal begins what is not translated. */
			literal = text.len - i > 1 && text.ptr[i + 1] != '/';
			until = '>';
		} else if (c == '&' || c == '{') {
			until = (char) (c == '&' ? ';' : '}');
		}
		letters += !until && !literal;
		if (until || literal)
			buf_putc(buf, c);
		else
			put_accented(buf, c);
	}
	for (size_t i = 0; i < letters / 3; i++)
		buf_puts(buf, "·");
	buf_puts(buf, "⟧");
}

struct translation *translation_pseudo(const struct message *const *messages, size_t count,
				       struct diag *diag)
{
	struct buf text = {0}, pseudo = {0};
	struct map seen = {0};
	struct arena arena = {0};
	for (size_t i = 0; i < count; i++) {
		const struct message *m = messages[i];
		struct str key = po_key(&arena, m->context, m->id);
		if (map_add(&seen, key, (void *) m))
			continue;
		pseudo.len = 0;
		put_pseudo(&pseudo, m->id);
		if (m->context)
			po_write_string(&text, "msgctxt", str_of(m->context));
		po_write_string(&text, "msgid", m->id);
		po_write_string(&text, "msgstr", buf_str(&pseudo));
	}
	struct translation *translation = mem_alloc(sizeof *translation);
	*translation = (struct translation){.tag = PSEUDO_LANGUAGE};
	translation->po = po_parse(PSEUDO_LANGUAGE, buf_str(&text), diag);
	buf_free(&text);
	buf_free(&pseudo);
	map_free(&seen);
	arena_free(&arena);
	if (translation->po)
		return translation;
	translation_free(translation);
	return NULL;
}
