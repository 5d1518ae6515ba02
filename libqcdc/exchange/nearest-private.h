/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NEAREST_PRIVATE_H
#define QCDC_NEAREST_PRIVATE_H

#include <qcdc/types.h>

/* The name among NULL-terminated @names that was probably meant by @word: few letters differ; NULL if none is near. */
const char *nearest_name(const char *word, const char *const *names);
/* did you mean "…"? or the list of all @names, for a hint. Terminated, cut to @size. */
void nearest_hint(const char *word, const char *const *names, char *buffer, size_t size);

#endif
