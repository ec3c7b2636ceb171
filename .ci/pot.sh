#!/bin/sh
# pot.sh: prints the template for translators of the program's own messages, from the
# sources in gen/. The same sources give the same bytes: no date, no line numbers.
#
# What goes through _(), N_(), C_() or ngettext() counts as a format, also where no % is in
# it: many are passed on as one, and msgfmt --check then refuses a % that only the
# translation has.
#
# SPDX-License-Identifier: MIT
set -eu
LC_ALL=C
export LC_ALL

cat <<'END'
# Translations of codebook: the messages of the program.
# This file is distributed under the same license as the codebook package.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: codebook\n"
"Report-Msgid-Bugs-To: \n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language-Team: LANGUAGE <LL@li.org>\n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"

END
find gen -name '*.c' | sort |
	xgettext --language=C --from-code=UTF-8 --keyword --keyword=_ --keyword=N_ \
		--keyword=C_:1c,2 --keyword=ngettext:1,2 --flag=_:1:c-format --flag=N_:1:c-format \
		--flag=C_:2:c-format --flag=ngettext:1:c-format --flag=ngettext:2:c-format \
		--add-comments=TRANSLATORS: --add-location=file --no-wrap --omit-header \
		--files-from=- --output=-
