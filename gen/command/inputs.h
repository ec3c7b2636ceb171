/* inputs.h: all that a build is made from, told apart without being understood.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_COMMAND_INPUTS_H
#define CB_COMMAND_INPUTS_H

#include "command/options.h"

/* The fingerprint of the program, the options that decide what is made, and the name and
 * content of every file that may be read; not of where these stand. Two builds of all
 * documents for which it is the same make the same documents, or say the same errors.
 * 0: something could not be read, or is not as it should be; loading it says what. */
uint64_t inputs_fingerprint(const struct options *options);

#endif
