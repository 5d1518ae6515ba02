/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MEASURE_PRIVATE_H
#define QCDC_MEASURE_PRIVATE_H

#include <qcdc/number.h>
#include <qcdc/phrase.h>

/* Words that are part of a measure, not terminated. */
typedef struct QcdcMeasureWords {
    const char *text;
    size_t length;
} QcdcMeasureWords;

/* What stands after a figure: in English "petition|petitions" is "petition" after a 1 and "petitions" after any other. */
QcdcMeasureWords qcdc_measure_find_words(const char *measure, QcdcLanguage language, bool of_one);

/* What is counted, without the scale and the currency of its numbers: of "nghìn lượt khách" the "lượt khách", of "tỷ đồng" money. */
typedef struct QcdcMeasureSubject {
    QcdcMeasureWords words; /* the rest of the measure, of many; of money what follows the currency */
    bool is_money;
    bool has_scale;
} QcdcMeasureSubject;

QcdcMeasureSubject qcdc_measure_find_subject(const char *measure, QcdcLanguage language);

#endif
