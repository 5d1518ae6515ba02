/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PROSE_PRIVATE_H
#define QCDC_PROSE_PRIVATE_H

#include <qcdc/sentence.h>

#include "model/memory-private.h"

/* Where a phrase stands, and where its rows stand in @rows of the prose. */
typedef struct ProsePhrase {
    size_t start, end, first_row, row_count;
} ProsePhrase;

/* A text and its span map, growing together, so that no digit can be written without a span (S30). All-zero is empty.
 * Writing after a failure does nothing; ask for the failure once, at the end. */
typedef struct Prose {
    Text text;
    Array spans;       /* QcdcSpan, by start */
    Array phrases;     /* ProsePhrase, by start */
    Array phrase_rows; /* size_t */
    bool failed;
} Prose;

/* Words: their digits, if any, are the people's own (QCDC_ROLE_WORDS). Control characters become a space, so that a name
 * can neither break the rule of one sentence a line nor speak to a terminal. */
void prose_add(Prose *prose, const char *words);
/* A space, then the words. */
void prose_add_word(Prose *prose, const char *words);
/* A space, then the measure as it stands after the figure that was written last: "1 petition", "2 petitions". */
void prose_add_measure(Prose *prose, const char *measure, QcdcLanguage language);
/* The words and a space, or nothing if there are none. */
void prose_add_hedge(Prose *prose, const char *words);
/* ":" if the text ends in a digit (W9). */
void prose_add_colon(Prose *prose);
void prose_add_bytes(Prose *prose, const char *words, size_t length);
/* Words whose digits have @role and belong to @row (SIZE_MAX: none), as those of a period's name. */
void prose_add_named(Prose *prose, const char *words, QcdcRole role, size_t row);
/* One number as one span. */
void prose_add_number(Prose *prose, const char *digits, QcdcRole role, size_t row, QcdcLanguage language);
/* Which rows a phrase tells of: that of each item, and the one whose coverage speaks for the list. */
typedef struct PhraseRows {
    const size_t *items;
    size_t coverage;
} PhraseRows;
/* What the language layer wrote, with its spans. Digits it gave no span are words. */
void prose_add_phrase(Prose *prose, const QcdcPhraseText *phrase, const PhraseRows *rows, QcdcLanguage language);
/* What was written from byte @start on is a phrase of @rows (D58). */
void prose_mark_phrase(Prose *prose, size_t start, const size_t *rows, size_t count);
/* The full stop and the end of the line. */
void prose_end_line(Prose *prose);
/* Of all spans. */
void prose_set_role(Prose *prose, QcdcRole role);
void prose_append(Prose *prose, const Prose *tail);
bool prose_is_empty(const Prose *prose);
/* Does the text hold this ASCII character? */
bool prose_holds(const Prose *prose, char character);
void prose_clear(Prose *prose);

#endif
