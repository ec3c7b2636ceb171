/* render.c: render.
 *
 * SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/file.h"
#include "base/intl.h"
#include "command/session.h"
#include "view/json.h"

static const char *directory_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_strndup(arena, path, slash == path ? 1 : (size_t) (slash - path))
		     : ".";
}

static bool render(const struct options *options, struct arena *arena, struct symbols *symbols,
		   struct template_set *set, struct diag *diag)
{
	const char *name = options->arguments[0];
	struct renderer renderer = {.symbols = symbols};
	struct value context;
	struct buf out = {0};
	struct str text;
	enum mode mode;
	if (!format_find(str_of(options->format), &mode)) {
		diag_add(diag, DIAG_SYSTEM, (struct loc){0}, _("no format '%s'"), options->format);
		return false;
	}
	bool ok = file_read_utf8(arena, name, diag, &text) && template_add(set, name, text, diag) &&
		  json_read(arena, symbols, options->arguments[1], &context, diag);
	const struct program *program =
		ok ? template_compile(set, name, mode, NULL, 0, arena, diag) : NULL;
	ok = program != NULL;
	if (ok && !template_render(&renderer, program, &context, &out)) {
		diag_add(diag, DIAG_ERROR, (struct loc){name, 0, 0},
			 _("template '%s' includes itself without end"), name);
		ok = false;
	}
	ok = ok && print_out(buf_str(&out), diag);
	renderer_free(&renderer);
	buf_free(&out);
	return ok;
}

bool command_render(const struct options *options, struct diag *diag)
{
	if (options->argument_count != 2)
		return command_usage("render TEMPLATE CONTEXT.json", diag);
	struct arena arena = {0};
	struct symbols symbols = {0};
	const char *dir =
		options->partials ? options->partials : directory_of(&arena, options->arguments[0]);
	struct template_set *set = template_set_new(dir, &symbols);
	bool ok = render(options, &arena, &symbols, set, diag);
	template_set_free(set);
	symbols_free(&symbols);
	arena_free(&arena);
	return ok;
}
