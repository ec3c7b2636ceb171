// program.cc: the same in C++.
//
// SPDX-License-Identifier: MIT
#include <acme/storage-strings.h>
#include <codebook/smtp-strings.h>
#include <iostream>
#include <string>

static_assert(CODEBOOK_SMTP_SERVICE_NOT_AVAILABLE == 421, "a constant expression");

int main()
{
	if (codebook_smtp_retry(421) != CODEBOOK_SMTP_RETRY_LATER ||
	    codebook_smtp_name(252) != std::string("CANNOT_VERIFY_USER") ||
	    codebook_smtp_summary(999) != nullptr)
		return 1;
	if (ACME_STORAGE_DISK_FULL != std::string("DISK_FULL") ||
	    acme_storage_class("NO_SUCH_OBJECT") != ACME_STORAGE_CLASS_REQUEST ||
	    acme_storage_retry(ACME_STORAGE_DISK_FULL) != ACME_STORAGE_RETRY_LATER)
		return 2;
	std::cout << ACME_STORAGE_VERSION << ": " << acme_storage_summary(ACME_STORAGE_DISK_FULL) << '\n';
	return 0;
}
