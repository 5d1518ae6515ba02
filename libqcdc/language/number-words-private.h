/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NUMBER_WORDS_PRIVATE_H
#define QCDC_NUMBER_WORDS_PRIVATE_H

#include <qcdc/types.h>

/* A word after a number that stands for a power of ten. */
typedef struct QcdcScaleWord {
    const char *word;
    uint8_t power;
} QcdcScaleWord;

enum {
    QCDC_SCALE_WORD_COUNT = 12
};

/* How a language writes numbers. */
typedef struct QcdcNumberWords {
    char group, decimal;
    const char *example; /* how to write it */
    QcdcScaleWord scales[QCDC_SCALE_WORD_COUNT]; /* of one power the first is written, all are read; ends with a NULL word */
} QcdcNumberWords;

/* The table of @language; what is not a language, and the default, is Vietnamese. */
const QcdcNumberWords *qcdc_number_get_words(QcdcLanguage language);

#endif
