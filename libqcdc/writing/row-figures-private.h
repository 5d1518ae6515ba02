/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ROW_FIGURES_PRIVATE_H
#define QCDC_ROW_FIGURES_PRIVATE_H

#include <qcdc/style.h>

#include "analysis/comparison-private.h"

/* A figure that may not be there. */
typedef struct MaybeDecimal {
    bool is_there;
    QcdcDecimal value;
} MaybeDecimal;

/* What a row of a table says of one comparison (D5-D7). */
typedef struct RowFigures {
    MaybeDecimal current, base, difference, percent, points, places, attainment;
    QcdcDirection direction;
    MaybeDecimal index; /* where it is asked for */
} RowFigures;

/* Is the base the mean of other units' figures, and not the parent's own ratio (D57)? */
bool row_is_of_mean(const QcdcComparison *comparison, const QcdcComparisonRow *row);
/* As it stands in data: of a ratio by formula rounded to percent_decimals and not trimmed (D5), which may be OVERFLOW. */
QcdcStatus figure_to_decimal(const QcdcFigure *figure, unsigned decimals, const QcdcStyle *style, MaybeDecimal *out_value);
/* OVERFLOW, with the place of the row, where a figure in percent is outside the range of a value (S1). */
QcdcStatus row_figures_find(const QcdcComparison *comparison, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                            const QcdcStyle *style, RowFigures *out_figures, QcdcError *error);
/* The change as people read it: of ratios in points, of ranks in places, else the difference. On fields of different sizes a rank has
 * none (S22), for a larger number is not more. */
MaybeDecimal row_figures_told(const RowFigures *figures, const QcdcComparisonRow *row);
/* The index of an amount on a base above 0, the printed number (W4); no other base than a plan's leaves it out. OVERFLOW likewise. */
QcdcStatus row_figures_find_index(const QcdcComparison *comparison, const QcdcComparisonRow *row, const QcdcStyle *style,
                                  RowFigures *figures, QcdcError *error);

#endif
