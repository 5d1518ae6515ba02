/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PERIOD_WORDS_PRIVATE_H
#define QCDC_PERIOD_WORDS_PRIVATE_H

#include <qcdc/period.h>

#include "kernel/civil-private.h"

/* What a name tells of a period, finer than its kind. */
typedef enum {
    QCDC_PERIOD_SHAPE_END = 0,      /* no shape: the end of a table */
    QCDC_PERIOD_SHAPE_MONTH,        /* tháng 9 năm 2022 */
    QCDC_PERIOD_SHAPE_QUARTER,      /* quý III năm 2022 */
    QCDC_PERIOD_SHAPE_FIRST_HALF,   /* 6 tháng đầu năm 2022 */
    QCDC_PERIOD_SHAPE_SECOND_HALF,  /* 6 tháng cuối năm 2022 */
    QCDC_PERIOD_SHAPE_FIRST_MONTHS, /* 9 tháng đầu năm 2022 */
    QCDC_PERIOD_SHAPE_LAST_MONTHS,  /* read only: 3 tháng cuối năm 2022 */
    QCDC_PERIOD_SHAPE_YEAR,         /* năm 2022 */
    QCDC_PERIOD_SHAPE_YEARS,        /* giai đoạn 2016-2020 */
    QCDC_PERIOD_SHAPE_MONTHS,       /* từ tháng 4 năm 2016 đến tháng 3 năm 2021 */
    QCDC_PERIOD_SHAPE_DAY,          /* ngày 01/6/2019 */
    QCDC_PERIOD_SHAPE_DAYS          /* từ ngày 01/6/2019 đến ngày 25/5/2020 */
} QcdcPeriodShape;

/* What the places of a pattern hold. A name may say the year once: then first.year is 0 and last.year goes for both. */
typedef struct QcdcPeriodParts {
    QcdcDate first, last;
    int count; /* months of first or last months */
} QcdcPeriodParts;

/* A name with places in braces. A small letter is of the first month or day, a capital of the last.
 *   y year   m month, number   w month, name   q quarter   a day   d day/month/year   n months, number   c months, name */
typedef struct QcdcPeriodPattern {
    QcdcPeriodShape shape;
    const char *text;
} QcdcPeriodPattern;

enum {
    QCDC_PERIOD_COUNT_NAMES = 12 /* by number, 0 unused */
};

typedef struct QcdcPeriodWords {
    const QcdcPeriodPattern *patterns; /* of one shape the first is written, all are read */
    const char *months[13];            /* by number, 0 unused */
    const char *quarters[5];           /* as written; a digit is read too */
    const char *counts[QCDC_PERIOD_COUNT_NAMES];
    const char *example;
} QcdcPeriodWords;

/* The table of @language; what is not a language, and the default, is Vietnamese. */
const QcdcPeriodWords *qcdc_period_get_words(QcdcLanguage language);

#endif
