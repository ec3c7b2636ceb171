/* depfile.c: what a build read, as a rule that make and ninja understand.
 *
 * SPDX-License-Identifier: MIT */
#include "command/depfile.h"

#include "base/file.h"

/* GNU make: a space or a colon in a name is escaped with a backslash, a dollar doubled. */
static void put_name(struct buf *buf, const char *name)
{
	for (; *name; name++) {
		if (*name == ' ' || *name == '#' || *name == ':')
			buf_putc(buf, '\\');
		if (*name == '$')
			buf_putc(buf, '$');
		buf_putc(buf, *name);
	}
}

struct rules {
	struct buf prerequisites, phony;
};

static void add_file(const char *path, void *data)
{
	struct rules *rules = data;
	buf_puts(&rules->prerequisites, " \\\n ");
	put_name(&rules->prerequisites, path);
	/* A rule without commands, so that a file that was deleted is no error. */
	put_name(&rules->phony, path);
	buf_puts(&rules->phony, ":\n");
}

static void add_inputs(struct session *s, struct rules *rules)
{
	for (size_t i = 0; i < s->catalog->protocol_count; i++)
		add_file(s->catalog->protocols[i]->file, rules);
	add_file(file_join(&s->arena, s->options->templates, "outputs.xml"), rules);
	template_for_each_file(s->templates, add_file, rules);
	add_file(file_join(&s->arena, s->options->po, "LINGUAS"), rules);
	for (size_t i = 0; i < s->language_count; i++)
		if (s->languages[i]->path)
			add_file(s->languages[i]->path, rules);
}

/* The target is the name of the file without .d, as with `cc -MD`. */
static void put_target(struct buf *buf, const char *path, struct arena *arena)
{
	size_t len = strlen(path);
	bool suffix = len > 2 && same(path + len - 2, ".d");
	put_name(buf, arena_strndup(arena, path, suffix ? len - 2 : len));
}

bool depfile_write(struct session *s)
{
	const char *path = s->options->depfile;
	struct rules rules = {0};
	struct buf text = {0};
	put_target(&text, path, &s->arena);
	buf_putc(&text, ':');
	add_inputs(s, &rules);
	buf_put_str(&text, buf_str(&rules.prerequisites));
	buf_puts(&text, "\n\n");
	buf_put_str(&text, buf_str(&rules.phony));
	bool ok = file_write(path, buf_str(&text), s->diag);
	buf_free(&text);
	buf_free(&rules.prerequisites);
	buf_free(&rules.phony);
	return ok;
}
