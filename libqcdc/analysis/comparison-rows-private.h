/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COMPARISON_ROWS_PRIVATE_H
#define QCDC_COMPARISON_ROWS_PRIVATE_H

#include "area-private.h"
#include "base-private.h"

#define SUBJECT_NONE SIZE_MAX

/* The inside of a comparison: built in comparison.c, its rows in comparison-rows.c, read in comparison-view.c. */

#define ROW_NONE SIZE_MAX

struct QcdcComparison {
    int references; /* atomic */
    QcdcCube *cube; /* holds every period needed */
    QcdcCube *base_cube; /* of the base figures: the same, or one of the figures as first published (S20), with the same slots */
    QcdcPeriod period;
    bool is_common; /* figures of the units with a value in both periods (W24) */
    Subjects subjects;
    QcdcIndicatorId *indicators;
    bool *named;
    size_t indicator_count;
    Array options, bases; /* QcdcBaseOption, Base */
    StringPool strings;   /* of the options */
    Array rows;           /* QcdcComparisonRow, in the order of D8 */
    size_t *index;        /* [subjects][indicators][bases] row, or ROW_NONE */
    size_t *heads;        /* [subjects] the first head that the subject is a part of, or SUBJECT_NONE */
    uint8_t *marks;       /* [units] all 0 between rows */
};

typedef struct RowPlace {
    size_t subject, indicator, base;
} RowPlace;

/* The years that the figures of a span are told with: the one before it and its last; false of what is no span (W19). */
bool comparison_find_years(QcdcPeriod span, QcdcPeriod *out_before, QcdcPeriod *out_last);
size_t comparison_place(const QcdcComparison *comparison, RowPlace at);
/* Where a row stands. */
RowPlace comparison_find_place(const QcdcComparison *comparison, size_t row);
/* Fills rows and index; subjects, indicators, bases and cube stand. */
QcdcStatus comparison_add_rows(QcdcComparison *comparison, QcdcError *error);

#endif
