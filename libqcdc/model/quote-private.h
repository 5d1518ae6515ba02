/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_QUOTE_PRIVATE_H
#define QCDC_QUOTE_PRIVATE_H

#include "memory-private.h"

/* What people typed, made fit to be shown in a message. */

/* @bytes as one line of UTF-8: what is not UTF-8, and control characters, become U+FFFD. */
void text_append_clean(Text *text, const char *bytes, size_t length);
/* @bytes cleaned and in double quotes; a long value is cut and marked with an ellipsis. */
void text_append_quoted(Text *text, const char *bytes, size_t length);

/* The candidate most like @word: by the fewest letters put in, taken out or exchanged, upper and lower case alike; among
 * equals the first. Words that differ too much for a slip of the finger are not taken. */
typedef struct Nearest {
    const char *word;
    size_t length;
    const char *best; /* NULL: none yet */
    unsigned distance; /* of @best; starts at one more than is allowed */
} Nearest;

Nearest nearest_begin(const char *word);
void nearest_offer(Nearest *nearest, const char *candidate);
/* did you mean "…"?, if there is a candidate. */
void nearest_append(const Nearest *nearest, Text *hint);

#endif
