/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COLUMNS_PRIVATE_H
#define QCDC_COLUMNS_PRIVATE_H

#include <qcdc/change.h>

/* Entries of a caller's arrays: one that is NULL is not wanted and is passed over. */

void column_put_byte(uint8_t *column, size_t at, uint8_t value);
void column_put_count(uint32_t *column, size_t at, uint32_t value);
void column_put_coefficient(int64_t *column, size_t at, int64_t value);

/* The arrays that one figure fills. */
typedef struct FigureColumns {
    int64_t *values;
    uint8_t *decimals;
    int64_t *denominators;
    uint8_t *denominator_decimals, *states;
} FigureColumns;

void figure_columns_put(const FigureColumns *columns, size_t at, const QcdcFigure *figure);

#endif
