/* walk.c: prints every code that the header knows: value, constant, title.
 *
 * SPDX-License-Identifier: MIT */
#include <codebook/smtp-strings.h>

#include <stdio.h>

int main(void)
{
	int position = 0;
	for (; codebook_smtp_at(position) >= 0; position++) {
		int code = codebook_smtp_at(position);
		printf("%d\t%s\t%s\n", code, codebook_smtp_name(code), codebook_smtp_title(code));
	}
	return position != CODEBOOK_SMTP_COUNT;
}
