/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EXPLAIN_PRIVATE_H
#define QCDC_EXPLAIN_PRIVATE_H

#include <qcdc/comparison.h>

#include "cube-private.h"
#include "explain-words-private.h"

enum {
    EXPLAIN_MOST_LISTED = 50 /* rows, and gaps; the rest is counted */
};

/* A cell, or a row of a comparison, being put in words. */
typedef struct Explaining {
    const QcdcCube *cube;
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    uint32_t slot;
    QcdcLanguage language;
    QcdcCell cell;
    Text text;
} Explaining;

void explain_say(Explaining *explaining, const char *words);
/* The same of what people wrote, without control characters. */
void explain_say_text(Explaining *explaining, const char *text);
void explain_say_line(Explaining *explaining, const char *words);
const char *explain_words_of(const Explaining *explaining, ExplainWords words);
/* A line with @filling in the place of {}. */
void explain_say_filled(Explaining *explaining, ExplainWords words, const char *filling);
void explain_say_number(Explaining *explaining, QcdcDecimal value);
void explain_say_period(Explaining *explaining, QcdcPeriod period);
void explain_say_unit(Explaining *explaining, QcdcUnitId unit, QcdcPeriod period);
void explain_say_indicator(Explaining *explaining, QcdcIndicatorId indicator);
/* As it stands after a figure, which is 1 or another. */
void explain_say_measure(Explaining *explaining, QcdcIndicatorId indicator, bool of_one);
bool explain_is_one(QcdcDecimal value);
/* The value with its measure, or why there is none. */
void explain_say_figure(Explaining *explaining, const QcdcCell *cell, QcdcIndicatorId indicator);
/* What else is told of a row's change: the common set, presence, contribution, years. */
void explain_say_change(Explaining *explaining, const QcdcComparison *comparison, size_t row_index, const QcdcComparisonRow *row);
/* "- file:row: unit, period: value" of an observation. */
void explain_say_row(Explaining *explaining, uint32_t row);

#endif
