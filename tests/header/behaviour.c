/* behaviour.c: what the functions of smtp-strings.h promise; C and C++.
 *
 * SPDX-License-Identifier: MIT */
#include <codebook/smtp-strings.h>

#include <stdio.h>
#include <string.h>

static int failures;

#define CHECK(condition)                                                                           \
	do                                                                                         \
		if (!(condition)) {                                                                \
			printf("line %d: %s\n", __LINE__, #condition);                             \
			failures++;                                                                \
		}                                                                                  \
	while (0)

static int is(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

static void check_known(void)
{
	CHECK(CODEBOOK_SMTP_CANNOT_VERIFY_USER == 252);
	CHECK(is(codebook_smtp_name(252), "CANNOT_VERIFY_USER"));
	CHECK(is(codebook_smtp_title(252), "Cannot Verify User"));
	CHECK(codebook_smtp_summary(252) && *codebook_smtp_summary(252));
	CHECK(codebook_smtp_phrase(252) &&
	      strncmp(codebook_smtp_phrase(252), "Cannot VRFY", 11) == 0);
	CHECK(codebook_smtp_reference(252) &&
	      strncmp(codebook_smtp_reference(252), "RFC 5321", 8) == 0);
	CHECK(codebook_smtp_class(252) == CODEBOOK_SMTP_CLASS_POSITIVE_COMPLETION);
	CHECK(codebook_smtp_class(421) == CODEBOOK_SMTP_CLASS_TRANSIENT_NEGATIVE_COMPLETION);
	CHECK(codebook_smtp_retry(252) != codebook_smtp_retry(421));
	CHECK(codebook_smtp_retry(252) != CODEBOOK_SMTP_RETRY_UNKNOWN);
	CHECK(codebook_smtp_connection(421) != 0);
	CHECK((codebook_smtp_commands(252) & CODEBOOK_SMTP_COMMANDS_VRFY) != 0);
	CHECK((codebook_smtp_commands(354) & CODEBOOK_SMTP_COMMANDS_VRFY) == 0);
}

static void check_unknown(void)
{
	static const int numbers[] = {-2147483647, -1,  0,   1,    25,        199,
				      249,         299, 600, 2520, 2147483647};
	size_t i;
	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		int code = numbers[i];
		CHECK(codebook_smtp_position(code) == -1);
		CHECK(codebook_smtp_name(code) == NULL);
		CHECK(codebook_smtp_title(code) == NULL);
		CHECK(codebook_smtp_phrase(code) == NULL);
		CHECK(codebook_smtp_summary(code) == NULL);
		CHECK(codebook_smtp_reference(code) == NULL);
		CHECK(codebook_smtp_retry(code) == CODEBOOK_SMTP_RETRY_UNKNOWN);
		CHECK(codebook_smtp_actor(code) == 0);
	}
	/* A client that does not know a code goes by its first digit. */
	CHECK(codebook_smtp_class(299) == CODEBOOK_SMTP_CLASS_POSITIVE_COMPLETION);
	CHECK(codebook_smtp_class(499) == CODEBOOK_SMTP_CLASS_TRANSIENT_NEGATIVE_COMPLETION);
	CHECK(codebook_smtp_class(600) == CODEBOOK_SMTP_CLASS_UNKNOWN);
	CHECK(codebook_smtp_class(-1) == CODEBOOK_SMTP_CLASS_UNKNOWN);
}

static void check_walk(void)
{
	int position, before = -1;
	for (position = 0; position < CODEBOOK_SMTP_COUNT; position++) {
		int code = codebook_smtp_at(position);
		CHECK(code >= before);
		before = code;
		CHECK(codebook_smtp_position(code) >= 0);
		CHECK(codebook_smtp_position(code) <= position);
		CHECK(codebook_smtp_name(code) != NULL);
		CHECK(codebook_smtp_class(code) != CODEBOOK_SMTP_CLASS_UNKNOWN);
		CHECK(codebook_smtp_from_name(codebook_smtp_name(code)) == code);
	}
	CHECK(codebook_smtp_at(CODEBOOK_SMTP_COUNT) == -1);
	CHECK(codebook_smtp_at(-1) == -1);
	CHECK(codebook_smtp_at(2147483647) == -1);
}

static void check_names(void)
{
	CHECK(codebook_smtp_from_name("CANNOT_VERIFY_USER") == 252);
	CHECK(codebook_smtp_from_name("cannot_verify_user") == 252);
	CHECK(codebook_smtp_from_name("Cannot_Verify_User") == 252);
	CHECK(codebook_smtp_from_name("CODEBOOK_SMTP_CANNOT_VERIFY_USER") == 252);
	CHECK(codebook_smtp_from_name("codebook_smtp_cannot_verify_user") == 252);
	CHECK(codebook_smtp_from_name("CANNOT_VERIFY_USE") == -1);
	CHECK(codebook_smtp_from_name("CANNOT_VERIFY_USERS") == -1);
	CHECK(codebook_smtp_from_name("CANNOT VERIFY USER") == -1);
	CHECK(codebook_smtp_from_name("CODEBOOK_SMTP_") == -1);
	CHECK(codebook_smtp_from_name("CODEBOOK_SMTP_CODEBOOK_SMTP_OK") == -1);
	CHECK(codebook_smtp_from_name("\xff\xfe") == -1);
	CHECK(codebook_smtp_from_name("") == -1);
	CHECK(codebook_smtp_from_name(NULL) == -1);
}

static void check_parse(void)
{
	CHECK(codebook_smtp_parse("252 Cannot VRFY user") == 252);
	CHECK(codebook_smtp_parse("250-PIPELINING") == 250);
	CHECK(codebook_smtp_parse("252") == 252);
	CHECK(codebook_smtp_parse("299 Unheard of") == -1);
	CHECK(codebook_smtp_parse("2520") == -1);
	CHECK(codebook_smtp_parse("25") == -1);
	CHECK(codebook_smtp_parse("99999999999999999999999999252") == -1);
	CHECK(codebook_smtp_parse("-252") == -1);
	CHECK(codebook_smtp_parse("Hello 252") == -1);
	CHECK(codebook_smtp_parse("") == -1);
	CHECK(codebook_smtp_parse(NULL) == -1);
}

#define COUNT_ONE(constant, value, name, title, phrase)                                            \
	CHECK((constant) == (value));                                                              \
	CHECK(codebook_smtp_from_name(name) == (constant));                                        \
	CHECK(sizeof(title) > 1 && sizeof(phrase) > 0);                                            \
	count++;

static void check_list(void)
{
	int count = 0;
	CODEBOOK_SMTP_LIST(COUNT_ONE)
	CHECK(count == CODEBOOK_SMTP_COUNT);
}

int main(void)
{
	check_known();
	check_unknown();
	check_walk();
	check_names();
	check_parse();
	check_list();
	CHECK(CODEBOOK_SMTP_IS_POSITIVE_COMPLETION(252));
	CHECK(!CODEBOOK_SMTP_IS_POSITIVE_COMPLETION(421));
	CHECK(CODEBOOK_SMTP_VERSION_NUMBER >= 10000L);
	return failures != 0;
}
