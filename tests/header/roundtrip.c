/* roundtrip.c: every number from -70000 to 70000 and every name, in any case, with and
 * without prefix.
 *
 * SPDX-License-Identifier: MIT */
#include <codebook/smtp-strings.h>

#include <stdio.h>
#include <string.h>

static int wrong;

static void expect(int right, const char *what, int code)
{
	if (right)
		return;
	wrong++;
	printf("%s: %d\n", what, code);
}

/* What holds for a number that is no code. */
static void check_unknown(int code)
{
	expect(codebook_smtp_name(code) == NULL, "name of an unknown code", code);
	expect(codebook_smtp_title(code) == NULL, "title of an unknown code", code);
	expect(codebook_smtp_phrase(code) == NULL, "phrase of an unknown code", code);
	expect(codebook_smtp_summary(code) == NULL, "summary of an unknown code", code);
	expect(codebook_smtp_reference(code) == NULL, "reference of an unknown code", code);
	expect(codebook_smtp_retry(code) == CODEBOOK_SMTP_RETRY_UNKNOWN, "fact of an unknown code",
	       code);
	expect(codebook_smtp_commands(code) == 0, "set of an unknown code", code);
}

static void check_name(int code, const char *name)
{
	char text[128];
	size_t i;
	expect(codebook_smtp_from_name(name) == code, "from name", code);
	for (i = 0; name[i] != '\0'; i++)
		text[i] = name[i] >= 'A' && name[i] <= 'Z' && i % 2 ? (char) (name[i] - 'A' + 'a')
								    : name[i];
	text[i] = '\0';
	expect(codebook_smtp_from_name(text) == code, "from name in mixed case", code);
	sprintf(text, "codebook_smtp_%s", name);
	expect(codebook_smtp_from_name(text) == code, "from name with prefix", code);
	sprintf(text, "%sX", name);
	expect(codebook_smtp_from_name(text) == -1, "from name and a letter", code);
	sprintf(text, "X%s", name);
	expect(codebook_smtp_from_name(text) == -1, "from a letter and name", code);
	strcpy(text, name);
	text[strlen(text) - 1] = '\0';
	expect(codebook_smtp_from_name(text) != code, "from a name cut short", code);
}

static void check_known(int code)
{
	char text[32];
	expect(codebook_smtp_at(codebook_smtp_position(code)) == code, "position and back", code);
	expect(codebook_smtp_summary(code) && *codebook_smtp_summary(code), "summary", code);
	expect(codebook_smtp_reference(code) && *codebook_smtp_reference(code), "reference", code);
	expect(codebook_smtp_phrase(code) != NULL, "phrase", code);
	expect(codebook_smtp_retry(code) != CODEBOOK_SMTP_RETRY_UNKNOWN, "fact", code);
	check_name(code, codebook_smtp_name(code));
	sprintf(text, "%d", code);
	expect(codebook_smtp_parse(text) == code, "parse", code);
	sprintf(text, "%d-more", code);
	expect(codebook_smtp_parse(text) == code, "parse a line", code);
	sprintf(text, "%d0", code);
	expect(codebook_smtp_parse(text) == -1, "parse too many digits", code);
}

/* The class of any number is that of its first digit. */
static void check_class(int code)
{
	enum codebook_smtp_class class_of = codebook_smtp_class(code);
	int is[4];
	is[0] = CODEBOOK_SMTP_IS_POSITIVE_COMPLETION(code);
	is[1] = CODEBOOK_SMTP_IS_POSITIVE_INTERMEDIATE(code);
	is[2] = CODEBOOK_SMTP_IS_TRANSIENT_NEGATIVE_COMPLETION(code);
	is[3] = CODEBOOK_SMTP_IS_PERMANENT_NEGATIVE_COMPLETION(code);
	expect(is[0] == (code >= 200 && code < 300) && is[1] == (code >= 300 && code < 400),
	       "class macro", code);
	expect(is[2] == (code >= 400 && code < 500) && is[3] == (code >= 500 && code < 600),
	       "class macro", code);
	expect((class_of == CODEBOOK_SMTP_CLASS_TRANSIENT_NEGATIVE_COMPLETION) == (is[2] != 0),
	       "class", code);
	expect((class_of == CODEBOOK_SMTP_CLASS_UNKNOWN) == !(is[0] || is[1] || is[2] || is[3]),
	       "class", code);
}

int main(void)
{
	int code, known = 0;
	for (code = -70000; code <= 70000; code++) {
		check_class(code);
		if (codebook_smtp_position(code) < 0) {
			check_unknown(code);
			continue;
		}
		known++;
		check_known(code);
	}
	expect(known == CODEBOOK_SMTP_COUNT, "codes that were found", known);
	expect(codebook_smtp_at(-1) == -1 && codebook_smtp_at(CODEBOOK_SMTP_COUNT) == -1, "outside",
	       -1);
	expect(codebook_smtp_from_name(NULL) == -1 && codebook_smtp_from_name("") == -1, "no name",
	       -1);
	expect(codebook_smtp_from_name("CODEBOOK_SMTP_") == -1, "a prefix alone", -1);
	expect(codebook_smtp_parse(NULL) == -1 && codebook_smtp_parse("") == -1, "no text", -1);
	expect(codebook_smtp_parse("99999999999999999999") == -1 &&
		       codebook_smtp_parse("-252") == -1,
	       "no code", -1);
	return wrong != 0;
}
