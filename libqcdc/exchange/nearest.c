/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/nearest-private.h"

#include <string.h>

#include "kernel/text-private.h"

enum { LONGEST_NAME = 32 };

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;

    return least < c ? least : c;
}

/* Letters to insert, remove or replace (Levenshtein), one row of the table at a time. */
static size_t count_edits(const char *left, size_t left_length, const char *right, size_t right_length)
{
    size_t row[LONGEST_NAME + 1];

    for (size_t j = 0; j <= right_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= left_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= right_length; j++) {
            size_t above = row[j];
            row[j] = smallest(above + 1, row[j - 1] + 1, diagonal + (left[i - 1] != right[j - 1]));
            diagonal = above;
        }
    }
    return row[right_length];
}

const char *nearest_name(const char *word, const char *const *names)
{
    size_t length = strlen(word), least = SIZE_MAX;
    const char *nearest = NULL;

    if (length == 0 || length > LONGEST_NAME)
        return NULL;
    for (; *names != NULL; names++) {
        size_t name_length = strlen(*names);
        size_t edits = name_length > LONGEST_NAME ? SIZE_MAX : count_edits(word, length, *names, name_length);
        /* more than a third of the letters is another word */
        if (edits < least && 3 * edits <= name_length + 1) {
            least = edits;
            nearest = *names;
        }
    }
    return nearest;
}

void nearest_hint(const char *word, const char *const *names, char *buffer, size_t size)
{
    const char *nearest = nearest_name(word, names);
    QcdcText text = qcdc_text_begin(buffer, size);

    if (nearest != NULL) {
        qcdc_text_add(&text, "did you mean \"");
        qcdc_text_add(&text, nearest);
        qcdc_text_add(&text, "\"?");
    } else {
        qcdc_text_add(&text, "known: ");
        for (size_t k = 0; names[k] != NULL; k++) {
            qcdc_text_add(&text, k > 0 ? ", " : "");
            qcdc_text_add(&text, names[k]);
        }
    }
    qcdc_text_finish(&text);
}
