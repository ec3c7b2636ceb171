/* fuzz_mustache.c: parses, compiles and renders a template in every format. A NUL byte
 * stands between the template and a partial "part", which may be left out.
 *
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "template/template.h"
#include "view/json.h"

#include <jansson.h>

static const char context_json[] =
	"{\"a\": \"text <&>\\\"'`*_[]|\\\\ \\n.TH {{a}} ?"
	"?/ */\", \"n\": -12, \"yes\": true, "
	"\"no\": false, \"null\": null, \"list\": [1, \"two\", {\"a\": \"inner\"}, [3, [4]]], "
	"\"map\": {\"a\": {\"b\": \"deep\"}, \"list\": []}, \"\\u4f60\": \"\\u597d\"}";

static void render(struct template_set *set, struct symbols *symbols, const struct value *context,
		   enum mode mode, unsigned flags)
{
	struct arena arena = {0};
	struct diag diag = {0};
	struct buf out = {0};
	struct renderer renderer = {.symbols = symbols};
	const struct program *program =
		template_compile(set, "main", mode, NULL, flags, &arena, &diag);
	hold(program || diag_failed(&diag), "what does not compile has an error");
	if (program && template_render(&renderer, program, context, &out))
		hold(utf8_valid_prefix(buf_str(&out)) == out.len, "what is rendered is UTF-8");
	renderer_free(&renderer);
	buf_free(&out);
	diag_free(&diag);
	arena_free(&arena);
}

static void check_messages(struct template_set *set)
{
	size_t count;
	const struct message *const *messages = template_messages(set, &count);
	for (size_t i = 0; i < count; i++)
		hold(messages[i]->id.len > 0, "a sentence is not empty");
}

static void run(struct arena *arena, struct str main_text, struct str part)
{
	struct diag diag = {0};
	struct symbols symbols = {0};
	struct template_set *set = template_set_new(NULL, &symbols);
	json_t *json = json_loads(context_json, 0, NULL);
	struct value context = json_value(arena, &symbols, json);
	hold(json != NULL, "the context is JSON");
	bool ok = template_add(set, "part", part, &diag);
	ok &= template_add(set, "main", main_text, &diag);
	hold(ok == !diag_failed(&diag), "a template is parsed or there is an error");
	if (ok && template_require(set, "main", (struct loc){0}, &diag))
		check_messages(set);
	for (int mode = MODE_TEXT; ok && mode <= MODE_JSON_STRING; mode++)
		render(set, &symbols, &context, (enum mode) mode, mode % 2 ? TEMPLATE_STRICT : 0);
	json_decref(json);
	template_set_free(set);
	symbols_free(&symbols);
	diag_free(&diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	const char *copy = arena_strndup(&arena, (const char *) data, size);
	size_t first = strlen(copy);
	struct str main_text = {copy, first};
	struct str part = {copy + first + (first < size), size - first - (first < size)};
	if (utf8_valid_prefix(main_text) == main_text.len && utf8_valid_prefix(part) == part.len &&
	    !memchr(part.ptr, '\0', part.len))
		run(&arena, main_text, part);
	arena_free(&arena);
	return 0;
}
