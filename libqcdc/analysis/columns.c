/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "columns-private.h"

#include "kernel/fault-private.h"

void column_put_byte(uint8_t *column, size_t at, uint8_t value)
{
    if (column != NULL)
        column[at] = value;
}

void column_put_count(uint32_t *column, size_t at, uint32_t value)
{
    if (column != NULL)
        column[at] = value;
}

void column_put_coefficient(int64_t *column, size_t at, int64_t value)
{
    if (column != NULL)
        column[at] = value;
}

/* A denominator of 0 says that there is none, so that of what is no ratio by formula must not shine through. */
void figure_columns_put(const FigureColumns *columns, size_t at, const QcdcFigure *figure)
{
    static const QcdcDecimal none = {0, 0, {0}};
    bool has_value = QCDC_FAULT("columns-value", figure->state == QCDC_FIGURE_VALUED, false);
    bool has_denominator = has_value && QCDC_FAULT("columns-denominator", figure->is_fraction != 0, false);
    QcdcDecimal denominator = has_denominator ? figure->denominator : none;
    column_put_coefficient(columns->values, at, has_value ? figure->value.coefficient : 0);
    column_put_byte(columns->decimals, at, figure->value.decimals);
    column_put_coefficient(columns->denominators, at, denominator.coefficient);
    column_put_byte(columns->denominator_decimals, at, denominator.decimals);
    column_put_byte(columns->states, at, figure->state);
}
