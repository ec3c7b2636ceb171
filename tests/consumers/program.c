/* program.c: uses the installed header, and one made from storage.xml.
 *
 * SPDX-License-Identifier: MIT */
#include <acme/storage-strings.h>
#include <codebook/smtp-strings.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	if (CODEBOOK_SMTP_SERVICE_NOT_AVAILABLE != 421 ||
	    codebook_smtp_retry(421) != CODEBOOK_SMTP_RETRY_LATER ||
	    strcmp(codebook_smtp_name(252), "CANNOT_VERIFY_USER") != 0 ||
	    codebook_smtp_summary(999) != NULL)
		return 1;
	if (strcmp(ACME_STORAGE_DISK_FULL, "DISK_FULL") != 0 ||
	    acme_storage_class("NO_SUCH_OBJECT") != ACME_STORAGE_CLASS_REQUEST ||
	    acme_storage_retry(ACME_STORAGE_DISK_FULL) != ACME_STORAGE_RETRY_LATER)
		return 2;
	printf("%s: %s\n", ACME_STORAGE_VERSION, acme_storage_summary(ACME_STORAGE_DISK_FULL));
	return 0;
}
