/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_WRITER_PRIVATE_H
#define QCDC_PHRASE_WRITER_PRIVATE_H

#include <qcdc/phrase.h>

#include "kernel/text-private.h"
#include "language/phrase-words-private.h"

/* A figure as it will be printed: rounded, and with all that W13 asks of it. */
typedef struct QcdcPhraseNumber {
    QcdcDecimal value;
    bool below;   /* "dưới 0,1%": the value is the least that can be printed */
    bool percent; /* takes % */
    bool trim;    /* a fraction of zeros is dropped */
    bool pad;     /* 1 … 9 take a 0 */
    int8_t sign;  /* -1, 1: printed before it, unless it is below what can be printed (W17); 0: none */
} QcdcPhraseNumber;

/* A phrase being written. Words and figures put one after another are parted by a space; what is added is not. */
typedef struct QcdcPhraseWriter {
    QcdcPhraseText *out;
    const QcdcStyle *style;
    const QcdcPhraseWords *words;
    QcdcText text;
    size_t span_count, figure_end; /* spans so far, and where the last of them ends */
    uint32_t item; /* whose figures and words are being written; 0 for those of the list */
    bool is_apart; /* nothing to be parted from: the start, or after a joiner or an opening bracket */
} QcdcPhraseWriter;

/* @style is valid. */
QcdcPhraseWriter qcdc_phrase_begin(QcdcPhraseText *out, const QcdcStyle *style);
/* Tells lengths and terminates. */
void qcdc_phrase_finish(QcdcPhraseWriter *writer);

/* A joiner or an opening sign; the next word stands close to it. */
void qcdc_phrase_open(QcdcPhraseWriter *writer, const char *sign);
/* A closing sign, close to what was written. */
void qcdc_phrase_close(QcdcPhraseWriter *writer, const char *sign);
/* A word of the table; an empty one is nothing. */
void qcdc_phrase_put(QcdcPhraseWriter *writer, const char *word);
/* The first @length bytes of words that may hold digits, each run of which gets a span of @role. */
void qcdc_phrase_put_words(QcdcPhraseWriter *writer, const char *words, size_t length, QcdcRole role);
/* The same, close to what was written. */
void qcdc_phrase_add_words(QcdcPhraseWriter *writer, const char *words, size_t length, QcdcRole role);
void qcdc_phrase_put_number(QcdcPhraseWriter *writer, const QcdcPhraseNumber *number, QcdcRole role);
bool qcdc_phrase_ends_in_figure(const QcdcPhraseWriter *writer);
/* A place, and the size of its field if that is known: 15/63, 15th of 63. */
void qcdc_phrase_put_rank(QcdcPhraseWriter *writer, const QcdcPhraseNumber *place, int32_t field, QcdcRole role, QcdcRole field_role);
/* A number of units or the size of a field: never padded (W13). */
void qcdc_phrase_put_count(QcdcPhraseWriter *writer, uint32_t count, QcdcRole role);

#endif
