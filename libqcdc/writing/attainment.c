/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "attainment-private.h"

#include <string.h>

#include "model/catalog-private.h"

bool attainment_is_reduction(const QcdcComparison *comparison, size_t indicator)
{
    const Indicator *known =
        catalog_indicator(qcdc_comparison_get_catalog(comparison), comparison_indicator(comparison, indicator));
    return strcmp(known->texts[QCDC_INDICATOR_PLAN_DIRECTION], "reduce-by") == 0;
}

/* Of observed figures; two ratios by formula have no exact difference to divide. */
static bool measure_reduction(const QcdcFigure *past, const QcdcChange *told, QcdcChange *out_change)
{
    if (past->is_fraction || told->current.is_fraction || told->base.is_fraction)
        return false;
    QcdcFigure reduction = {.state = QCDC_FIGURE_VALUED};
    return qcdc_decimal_subtract(past->value, told->current.value, &reduction.value, NULL) == QCDC_OK &&
           reduction.value.coefficient >= 0 &&
           qcdc_change_measure(&reduction, &told->base, told->quantity, out_change, NULL) == QCDC_OK;
}

bool attainment_measure(const QcdcComparison *comparison, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                        QcdcChange *out_change)
{
    QcdcDecimal index;
    QcdcFigure past;
    QcdcChange change = row->change;
    if (change.current.state != QCDC_FIGURE_VALUED || change.base.state != QCDC_FIGURE_VALUED)
        return false;
    if (change.current.value.coefficient < 0 || change.refusal != QCDC_REFUSAL_NONE)
        return false;
    if (attainment_is_reduction(comparison, indicator) &&
        !(comparison_read_past(comparison, subject, indicator, &past) && measure_reduction(&past, &row->change, &change)))
        return false;
    /* One that is too large to print is an error for whoever prints it (S1), not an attainment that is not there. */
    QcdcStatus status = qcdc_change_get_index(&change, 1, QCDC_ROUND_DEFAULT, &index, NULL);
    if (status != QCDC_OK && status != QCDC_STATUS_OVERFLOW)
        return false;
    *out_change = change;
    return true;
}
