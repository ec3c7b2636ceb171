/* survey.h: looks whether everything that a manifest lists is as it was left.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TREE_SURVEY_H
#define CB_TREE_SURVEY_H

#include "tree/manifest.h"

/* Whether nobody has touched any of the files, which are below the directory; *count: how
 * many they are. Works with so many threads. */
bool survey_untouched(const struct manifest *manifest, int directory, size_t threads,
		      size_t *count);

#endif
