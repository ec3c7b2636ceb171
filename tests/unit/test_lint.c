/* test_lint.c: the rules for Chinese, the exceptions from them, and the termbase.
 *
 * SPDX-License-Identifier: MIT */
#include "helper.h"

#include "po/lint.h"
#include "po/pot.h"

/* Each case is a text, its translation as a PO file spells it, and what is said about it:
 * line 2 of the file holds the msgstr, which begins at column 9. */
struct lint_case {
	const char *id, *str, *expected;
};

static struct message *new_message(struct arena *arena, const char *id)
{
	struct message *message = arena_alloc(arena, sizeof *message);
	struct text_error error;
	*message = (struct message){.id = str_of(id), .file = "toy.xml", .placeholders = true};
	assert_true(text_parse(arena, message->id, TEXT_PLACEHOLDERS, &message->text, &error));
	return message;
}

/* Lints a file of one entry. comment stands above it, "" for none. */
static void check_lint(const char *tag, const char *comment, const struct lint_case *c,
		       const char *file, int line)
{
	struct arena arena = {0};
	struct diag diag = {0};
	const struct message *message = new_message(&arena, c->id);
	struct buf po = {0};
	buf_puts(&po, comment);
	po_write_string(&po, "msgid", message->id);
	buf_printf(&po, "msgstr \"%s\"\n", c->str);
	write_text(arena_printf(&arena, "%s.po", tag), buf_cstr(&po));
	buf_free(&po);
	struct translation *t = translation_load(".", tag, &diag);
	assert_non_null(t);
	translation_bind(t, &message, 1, &diag);
	struct termbase *termbase = termbase_load(".", tag, &diag);
	lint_translation(t, termbase, &diag);
	check_diag(&diag, c->expected, file, line);
	termbase_free(termbase);
	translation_free(t);
	arena_free(&arena);
}

static void check_cases(const char *tag, const struct lint_case *cases, size_t count,
			const char *file, int line)
{
	for (size_t i = 0; i < count; i++)
		check_lint(tag, "", &cases[i], file, line);
}
#define CASES(tag, ...)                                                                            \
	do {                                                                                       \
		static const struct lint_case cases[] = {__VA_ARGS__};                             \
		check_cases(tag, cases, sizeof cases / sizeof cases[0], __FILE__, __LINE__);       \
	} while (0)

#define AT(col, rest) "./zh_CN.po:2:" #col ": " rest "\n"

static void punctuation_is_full_width(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "是,否", AT(12, "error: write '，', not ',' [zh-punct]")},
	      {"a", "是;否", AT(12, "error: write '；', not ';' [zh-punct]")},
	      {"a", "是: 否", AT(12, "error: write '：', not ':' [zh-punct]")},
	      {"a", "是!", AT(12, "error: write '！', not '!' [zh-punct]")},
	      {"a", "是?", AT(12, "error: write '？', not '?' [zh-punct]")},
	      {"a", "是(否", AT(12, "error: write '（', not '(' [zh-punct]")},
	      {"a", "是 (A)", AT(13, "error: write '（', not '(' [zh-punct]")},
	      {"a", "A)是", AT(10, "error: write '）', not ')' [zh-punct]")},
	      {"a.", "是.", AT(12, "error: write '。', not '.' [zh-punct]")},
	      {"a", "是.否", AT(12, "error: write '。', not '.' [zh-punct]")},
	      {"a", "A, 否", AT(10, "error: write '，', not ',' [zh-punct]")},
	      {"a", "\\\"是", AT(9, "error: write '“”', not '\"' [zh-punct]")},
	      {"<cmd>A</cmd> b", "<cmd>A</cmd>, 是",
	       AT(21, "error: write '，', not ',' [zh-punct]")},
	      {"<link href='x:y'>b</link>", "<link href='x:y'>是,</link>",
	       AT(9, "error: write '，', not ',' [zh-punct]")});
	CASES("zh_CN", {"a", "是，否；是：否！（是）？", ""},
	      {"<cmd>A(b, c): d</cmd>", "是 <cmd>A(b, c): d</cmd> 否", ""},
	      {"a", "RCPT, MAIL; A: B! C? (D) 是", ""}, /* between Latin words */
	      {"a", "在 12:30 或 5.1.1 或 1,000 或 1.5 时", ""}, {"a", "见 access(5) 手册", ""},
	      {"<link href='https://a.b/?c,d'>b</link>", "<link href='https://a.b/?c,d'>是</link>",
	       ""},
	      {"a", "使用 != 与 :port 与 .po 文件", ""}, {"a", "RFC 5321 §4.2.", ""},
	      {"a {b}, {c}", "{b}, {c}", ""}, {"a", "client’s \\\"A\\\" 是", ""});
}

static void an_ellipsis_is_six_dots(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "是...否", AT(12, "error: write '……', not '...' [zh-ellipsis]")},
	      {"a", "是…否", AT(12, "error: write '……', not '…' [zh-ellipsis]")},
	      {"a", "是 ...", AT(13, "error: write '……', not '...' [zh-ellipsis]")},
	      {"a.", "是。。。", AT(12, "error: write '……', not '。。。' [zh-ellipsis]")});
	CASES("zh_CN", {"a", "是……否", ""}, {"a...", "是……", ""}, {"a", "A...B 是", ""},
	      {"a", "是 <cmd>...</cmd>",
	       "./zh_CN.po:2:1: error: the translation has cmd '...', "
	       "the original has not\n"},
	      {"<cmd>...</cmd>", "是 <cmd>...</cmd> 否", ""}, {"a", "A…B 是", ""});
}

static void digits_and_letters_are_ascii(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "是０", AT(12, "error: write '0', not '０' [zh-fullwidth]")},
	      {"a", "Ａ", AT(9, "error: write 'A', not 'Ａ' [zh-fullwidth]")},
	      {"a", "ｚ是", AT(9, "error: write 'z', not 'ｚ' [zh-fullwidth]")});
	CASES("zh_CN", {"a", "是 0Az 否，（％）", ""}, {"<lit>０</lit>", "是 <lit>０</lit>", ""});
}

static void quotation_marks_are_paired(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "“是", AT(9, "error: '“' is not paired [zh-quotes]")},
	      {"a", "是”", AT(12, "error: '”' is not paired [zh-quotes]")},
	      {"a", "”是“",
	       AT(9, "error: '”' is not paired [zh-quotes]")
		       AT(15, "error: '“' is not paired [zh-quotes]")},
	      {"a", "“是（否”", AT(15, "error: '（' is not paired [zh-quotes]")},
	      {"a", "“‘是”’",
	       AT(12, "error: '‘' is not paired [zh-quotes]")
		       AT(21, "error: '’' is not paired [zh-quotes]")},
	      {"a", "《是", AT(9, "error: '《' is not paired [zh-quotes]")});
	CASES("zh_CN", {"a", "“是‘否’（《是》）”“是”", ""}, {"a", "client’s 是", ""},
	      {"<lit>“</lit>", "是 <lit>“</lit>", ""});
	CASES("zh_TW", {"a", "「是", "./zh_TW.po:2:9: error: '「' is not paired [zh-quotes]\n"},
	      {"a", "「是『否』」", ""});
}

static void deep_nesting_is_an_error(void **state)
{
	(void) state;
	struct buf str = {0}, expected = {0};
	for (int i = 0; i < 17; i++)
		buf_puts(&str, "（");
	for (int i = 0; i < 17; i++)
		buf_puts(&str, "）");
	buf_puts(&expected, AT(57, "error: '（' is not paired [zh-quotes]")
				    AT(108, "error: '）' is not paired [zh-quotes]"));
	struct lint_case c = {"a", buf_cstr(&str), buf_cstr(&expected)};
	check_lint("zh_CN", "", &c, __FILE__, __LINE__);
	buf_free(&str);
	buf_free(&expected);
}

static void no_line_break_is_added(void **state)
{
	(void) state;
	CASES("zh_CN",
	      {"a", "是\\n否",
	       AT(12, "error: a line break that the original has not [zh-newline]")},
	      {"a\nb", "是\\n否\\n",
	       AT(17, "error: a line break that the original has not [zh-newline]")});
	CASES("zh_CN", {"a\nb", "是\\n否", ""}, {"a\nb", "是", ""});
}

static void english_is_found(void **state)
{
	(void) state;
	CASES("zh_CN",
	      {"a b c d e.", "是，it was not carried out。",
	       AT(15, "error: English: 'it was not carried' [zh-english]")},
	      {"seen in practice", "seen in practice",
	       AT(9, "error: English: 'seen in practice' [zh-english]")},
	      {"Syntax error", "Syntax error",
	       AT(9, "error: English: 'Syntax error' [zh-english]")},
	      {"send <cmd>A</cmd> once more now", "是 Send <cmd>A</cmd> once more now",
	       AT(13, "error: English: 'Send <cmd>A</cmd> once more now' [zh-english]")},
	      {"don’t do that again", "是 don’t do that again",
	       AT(13, "error: English: 'don’t do that again' [zh-english]")});
	CASES("zh_CN", {"a", "文本“please try again later now”是", ""}, /* quoted */
	      {"<reply>no such user here now</reply>", "是 <reply>no such user here now</reply>",
	       ""},
	      {"On-Demand Mail Relay", "On-Demand Mail Relay", ""}, /* a name */
	      {"a", "简单邮件传输协议（Simple Mail Transfer Protocol）", ""}, {"SMTP", "SMTP", ""},
	      {"sendmail", "sendmail", ""}, {"{a.b} {c.d} {e.f}", "{a.b} {c.d} {e.f}", ""},
	      {"a", "投递程序 mailer 的 flag 与 option 是", ""}, {"a", "是 the new one 否", ""});
}

static void a_space_separates_han_and_latin(void **state)
{
	(void) state;
	CASES("zh_CN",
	      {"a", "是A", AT(12, "warning: a space is missing between '是' and 'A' [zh-space]")},
	      {"a", "5是", AT(10, "warning: a space is missing between '5' and '是' [zh-space]")},
	      {"a", "是é", AT(12, "warning: a space is missing between '是' and 'é' [zh-space]")},
	      {"<cmd>A</cmd> b", "是<cmd>A</cmd>",
	       AT(12, "warning: a space is missing between '是' and '<cmd>A</cmd>' [zh-space]")},
	      {"<code ref='1'/> b", "<code ref='1'/>是",
	       AT(24, "warning: a space is missing between '<code ref='1'/>' and '是' [zh-space]")},
	      {"<src ref='1'/> b", "是<src ref='1'/>",
	       AT(12, "warning: a space is missing between '是' and '<src ref='1'/>' [zh-space]")},
	      {"a", "是<em>A</em>",
	       AT(12, "warning: a space is missing between '是' and 'A' [zh-space]")},
	      {"<link href='x'>a</link>", "是<link href='x'>B</link>",
	       AT(12, "warning: a space is missing between '是' and 'B' [zh-space]")});
	CASES("zh_CN", {"a", "是 A 否 5 是", ""}, {"<cmd>A</cmd>", "是 <cmd>A</cmd>，否", ""},
	      {"{a}", "是{a}否", ""}, /* nobody knows what it shows */
	      {"a", "<em>是</em>否", ""}, {"a", "“A”是（B）5%", ""}, {"a", "是\u00a0A", ""});
}

static void no_space_is_beside_full_width_punctuation(void **state)
{
	(void) state;
	CASES("zh_CN",
	      {"a", "是， 否", AT(15, "warning: no space belongs beside '，' [zh-punct-space]")},
	      {"a", "A （B）", AT(10, "warning: no space belongs beside '（' [zh-punct-space]")},
	      {"<cmd>A</cmd> b.", "是 <cmd>A</cmd> 。",
	       AT(25, "warning: no space belongs beside '。' [zh-punct-space]")},
	      {"a", "是 —— 否",
	       AT(12, "warning: no space belongs beside '—' [zh-punct-space]")
		       AT(19, "warning: no space belongs beside '—' [zh-punct-space]")},
	      {"a", "是。　否", AT(15, "warning: no space belongs beside '。' [zh-punct-space]")});
	CASES("zh_CN", {"a", "是，A、B（C）是", ""}, {"a, b", "A, B, C", ""},
	      {"<lit>， </lit>", "是 <lit>， </lit> 否", ""}, {"a", "A – B 是", ""});
}

static void a_dash_is_two_characters(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "是--否", AT(12, "warning: write '——', not '--' [zh-dash]")},
	      {"a", "是 -- 否", AT(13, "warning: write '——', not '--' [zh-dash]")},
	      {"a", "是—否", AT(12, "warning: write '——', not '—' [zh-dash]")});
	CASES("zh_CN", {"a", "是——否", ""}, {"a", "选项 --help 是", ""},
	      {"<cmd>--</cmd>", "是 <cmd>--</cmd> 否", ""}, {"a", "是 UTF-8 否", ""},
	      {"a", "2–3 天", ""}, {"a", "A -- B 是", ""});
}

static void quotation_marks_are_those_of_the_country(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "「是」",
			AT(9, "warning: write '“', not '「' [zh-quote-style]")
				AT(15, "warning: write '”', not '」' [zh-quote-style]")});
	CASES("zh_CN", {"a", "“是‘否’”", ""}, {"<lit>「</lit>", "是 <lit>「</lit>", ""});
	CASES("zh_TW", {"a", "“是",
			"./zh_TW.po:2:9: error: '“' is not paired [zh-quotes]\n"
			"./zh_TW.po:2:9: warning: write '「', not '“' [zh-quote-style]\n"});
	CASES("zh_TW", {"a", "「是『否』」", ""}, {"a", "client’s 是", ""},
	      {"a", "\\\"是", "./zh_TW.po:2:9: error: write '「」', not '\"' [zh-punct]\n"});
}

static void the_reader_is_ni(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "请您", AT(12, "warning: write '你', not '您' [zh-you]")});
	CASES("zh_CN", {"a", "请你", ""}, {"<lit>您</lit>", "是 <lit>您</lit>", ""});
}

static void sentences_end_alike(void **state)
{
	(void) state;
#define LACKS "warning: the original ends with a full stop, the translation does not [zh-end]"
#define HAS "warning: the translation ends with a full stop, the original does not [zh-end]"
	CASES("zh_CN", {"Do.", "是", AT(9, LACKS)}, {"Do.", "是 A.", AT(14, LACKS)},
	      {"Do.", "是；", AT(12, LACKS)}, {"‘Do.’", "“是”", AT(12, LACKS)},
	      {"Do", "是。", AT(12, HAS)}, {"Do", "“是。”", AT(15, HAS)});
	CASES("zh_CN", {"Do.", "是。", ""}, {"Do (it).", "是（它）。", ""},
	      {"(Do.)", "（是。）", ""}, {"‘Do.’", "“是。”", ""}, {"Do", "是", ""},
	      {"Do!", "是！", ""}, {"Do?", "是。", ""}, {"Do.", "是！", ""}, {"Do...", "是……", ""},
	      {"Do <lit>x.</lit>", "是 <lit>x.</lit>", ""});
}

/* ---- where it is ---- */

static void a_finding_has_its_line_and_column(void **state)
{
	(void) state;
	CASES("zh_CN", {"a", "\"\n  \"是\"\n\n\"\\t\\x41&lt;\\101是\"\n\"是,\"\"(否",
			"./zh_CN.po:5:16: warning: a space is missing"
			" between 'A' and '是' [zh-space]\n"
			"./zh_CN.po:6:5: error: write '，', not ',' [zh-punct]\n"
			"./zh_CN.po:6:8: error: write '（', not '(' [zh-punct]\n"});
}

/* ---- exceptions ---- */

static void an_entry_can_be_excepted(void **state)
{
	(void) state;
	static const struct lint_case space = {"a", "是A,否",
					       "./zh_CN.po:3:13: error: write '，', "
					       "not ',' [zh-punct]\n"};
	static const struct lint_case both = {"a", "是A,否", ""};
	check_lint("zh_CN", "# no-lint: zh-space\n", &space, __FILE__, __LINE__);
	check_lint("zh_CN", "# no-lint: zh-space zh-punct\n", &both, __FILE__, __LINE__);
	check_lint("zh_CN", "# a\n#. b\n#, c-format\n# no-lint: zh-punct,zh-space\n", &both,
		   __FILE__, __LINE__);
	check_lint("zh_CN", "# no-lint: zh-space\n# and\n# no-lint: zh-punct\n", &both, __FILE__,
		   __LINE__);
}

static void an_exception_has_to_be_needed(void **state)
{
	(void) state;
	static const struct lint_case c = {
		"a", "是",
		"./zh_CN.po:2:12: warning: the exception from 'zh-space' is not needed [no-lint]\n"
		"./zh_CN.po:2:22: warning: no rule 'zh-spaec' [no-lint]\n"};
	check_lint("zh_CN", "# x\n# no-lint: zh-space, zh-spaec\n", &c, __FILE__, __LINE__);
	/* Of another kind of comment it is none. */
	static const struct lint_case other = {
		"a", "是A",
		"./zh_CN.po:3:12: warning: a space is missing between '是' and 'A' [zh-space]\n"};
	check_lint("zh_CN", "#. no-lint: zh-space\n", &other, __FILE__, __LINE__);
}

/* Comments belong to the entry below them, but not those of an obsolete one. */
static void comments_belong_to_one_entry(void **state)
{
	(void) state;
	struct arena arena = {0};
	struct diag diag = {0};
	const struct message *all[] = {new_message(&arena, "a"), new_message(&arena, "b"),
				       new_message(&arena, "c")};
	write_text("zh_CN.po", "# no-lint: zh-space\nmsgid \"a\"\nmsgstr \"是A\"\n"
			       "msgid \"b\"\nmsgstr \"是B\"\n"
			       "# no-lint: zh-space\n#~ msgid \"x\"\n#~ msgstr \"y\"\n"
			       "msgid \"c\"\nmsgstr \"是C\"\n"
			       "#, fuzzy\nmsgid \"d\"\nmsgstr \"是D\"\n");
	struct translation *t = translation_load(".", "zh_CN", &diag);
	assert_true(translation_bind(t, all, 3, &diag));
	lint_translation(t, NULL, &diag);
	expect_diag(
		&diag,
		"./zh_CN.po:5:12: warning: a space is missing between '是' and 'B' [zh-space]\n"
		"./zh_CN.po:10:12: warning: a space is missing between '是' and 'C' [zh-space]\n");
	translation_free(t);
	arena_free(&arena);
}

static void rules_are_for_chinese(void **state)
{
	(void) state;
	static const char *const yes[] = {"zh", "zh_CN", "zh_TW", "zh_HK", "zh@x"};
	static const char *const no[] = {"en", "ja", "zha", "de_CH", "az"};
	for (size_t i = 0; i < 5; i++) {
		assert_true(lint_applies(yes[i]));
		assert_false(lint_applies(no[i]));
	}
}

/* ---- the termbase ---- */

#define HEADER "english\tzh_CN\tavoid\tsourced\n"

static void a_word_to_avoid_is_found(void **state)
{
	(void) state;
	write_text("termbase.zh_CN.tsv",
		   HEADER "authentication / authenticate\t身份验证\t认证、鉴权\tyes\n"
			  "mail message\t邮件\t信件；消息\tyes\n"
			  "message body\t消息正文\t\tyes\n"
			  "certificate authority\t认证机构\t\tno\n"
			  "transfer (FTP)\t传输（文件）/ 传送带\t传送\tyes\n"
			  "challenge\t质询\t挑战\tno\n");
	CASES("zh_CN",
	      {"Authentication", "认证",
	       AT(9, "warning: write '身份验证' for 'authentication / authenticate', not '认证' "
		     "[zh-term]")},
	      {"It authenticates", "是 A 鉴权",
	       AT(15, "warning: write '身份验证' for 'authentication / authenticate', not '鉴权' "
		      "[zh-term]")},
	      {"a mail message &amp; <em>more</em>", "是 &amp; <em>消息</em>",
	       AT(19, "warning: write '邮件' for 'mail message', not '消息' [zh-term]")},
	      {"the transfers", "传送文件",
	       AT(9,
		  "warning: write '传输（文件）/ 传送带' for 'transfer (FTP)', not '传送' [zh-term]")});
	CASES("zh_CN", {"authentication", "身份验证", ""},
	      {"the news", "消息", ""}, /* the English does not have the term */
	      {"mail message: message body", "邮件：消息正文", ""}, /* part of a longer term */
	      {"authentication", "认证机构", ""}, {"transfer", "传送带", ""},
	      {"unchallenged challenger", "挑战", ""},
	      {"<lit>challenge</lit>", "<lit>challenge</lit> 挑战", ""},
	      {"a challenge: <lit>挑战</lit>", "质询：<lit>挑战</lit>", ""},
	      {"a challenge, {x}", "挑{x}战", ""});
	CASES("zh_TW", {"challenge", "挑战", ""}); /* has no termbase */
	static const struct lint_case excepted = {"a challenge", "挑战", ""};
	check_lint("zh_CN", "# no-lint: zh-term\n", &excepted, __FILE__, __LINE__);
}

/* What is said about a file that is wrong. */
static void check_refused(const char *text, const char *expected, const char *file, int line)
{
	struct diag diag = {0};
	write_text("termbase.zh_CN.tsv", text);
	struct termbase *termbase = termbase_load(".", "zh_CN", &diag);
	_assert_true(termbase == NULL, text, file, line);
	check_diag(&diag, expected, file, line);
}
#define assert_refused(text, expected) check_refused(text, expected, __FILE__, __LINE__)

static void a_damaged_termbase_is_refused(void **state)
{
	(void) state;
#define FILE_AT(place, text) "termbase.zh_CN.tsv:" place ": error: " text "\n"
	assert_refused(HEADER "a\t是\tno\n", FILE_AT("2", "expected 4 columns"));
	assert_refused(HEADER "a\t是\t\tno\t\n\n",
		       FILE_AT("2", "expected 4 columns") FILE_AT("3", "expected 4 columns"));
	assert_refused(HEADER "a\t\t\tno\n",
		       FILE_AT("2", "a term lacks its English or its translation"));
	assert_refused(HEADER " \t是\t\tno\n",
		       FILE_AT("2", "a term lacks its English or its translation"));
	assert_refused(HEADER "a\t是\t\tmaybe\n", FILE_AT("2", "the last column is yes or no"));
	assert_refused(
		HEADER "a\t是\t\tno\nb\t否\t\tno\na\t否\t\tno\n",
		FILE_AT("4",
			"duplicate term 'a'") "termbase.zh_CN.tsv:2: note: first defined here\n");
	assert_refused(HEADER "a\t\xff\t\tno\n", FILE_AT("2:3", "not UTF-8 text (byte 0xff)"));
#define COLUMNS "the columns are english, zh_CN, avoid and sourced"
	assert_refused("", FILE_AT("1", COLUMNS));
	assert_refused("english\tzh_TW\tavoid\tsourced\n", FILE_AT("1", COLUMNS));
}

static void odd_lists_are_read(void **state)
{
	(void) state;
	struct diag diag = {0};
	write_text("termbase.zh_CN.tsv", "\xef\xbb\xbf" HEADER "a (b\t是（否\t/、；;（\tno\r\n"
					 "/ c /(d)\t（甲）乙（丙）\t丁（戊)、 己 \tyes");
	struct termbase *termbase = termbase_load(".", "zh_CN", &diag);
	expect_diag(&diag, "");
	assert_non_null(termbase);
	assert_str(termbase_match(termbase, STR("是不是"))->text, "是");
	assert_true(termbase_match(termbase, STR("乙"))->wanted);
	assert_false(termbase_match(termbase, STR("丁"))->wanted);
	assert_str(termbase_match(termbase, STR("己"))->text, "己");
	assert_null(termbase_match(termbase, STR("甲")));
	assert_null(termbase_match(termbase, STR("")));
	termbase_free(termbase);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_scratch(punctuation_is_full_width),
		in_scratch(an_ellipsis_is_six_dots),
		in_scratch(digits_and_letters_are_ascii),
		in_scratch(quotation_marks_are_paired),
		in_scratch(deep_nesting_is_an_error),
		in_scratch(no_line_break_is_added),
		in_scratch(english_is_found),
		in_scratch(a_space_separates_han_and_latin),
		in_scratch(no_space_is_beside_full_width_punctuation),
		in_scratch(a_dash_is_two_characters),
		in_scratch(quotation_marks_are_those_of_the_country),
		in_scratch(the_reader_is_ni),
		in_scratch(sentences_end_alike),
		in_scratch(a_finding_has_its_line_and_column),
		in_scratch(an_entry_can_be_excepted),
		in_scratch(an_exception_has_to_be_needed),
		in_scratch(comments_belong_to_one_entry),
		in_scratch(rules_are_for_chinese),
		in_scratch(a_word_to_avoid_is_found),
		in_scratch(a_damaged_termbase_is_refused),
		in_scratch(odd_lists_are_read),
	};
	return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
