/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BREAKS_PRIVATE_H
#define QCDC_BREAKS_PRIVATE_H

#include "area-private.h"

/* Rows that say that the definition changed: actual figures with flag B (S8, D51); mostly none. Slots, trees and coverage of the
 * cube are laid. */
bool breaks_gather(const QcdcCube *cube, Array *out_breaks);
/* A base and what is held against it. */
typedef struct BreakAsk {
    const Area *area;
    QcdcIndicatorId indicator;
    QcdcPeriod base, current;
    const QcdcFigure *base_figure, *current_figure;
} BreakAsk;

/* Are the two on different definitions, and the base not on the new one? */
bool breaks_part(const QcdcCube *cube, const BreakAsk *ask);
/* The next row of the dataset from @start on that parts the two; SIZE_MAX if there is none. */
size_t breaks_next(const QcdcCube *cube, const BreakAsk *ask, size_t start);

#endif
