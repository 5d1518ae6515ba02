/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "columns-private.h"
#include "comparison-rows-private.h"
#include "kernel/fault-private.h"

typedef struct PercentForm {
    unsigned decimals;
    QcdcRounding rounding;
} PercentForm;

static void put_names(const QcdcChangeColumns *columns, size_t at, const QcdcComparisonRow *row)
{
    if (columns->units != NULL)
        columns->units[at] = row->unit;
    if (columns->indicators != NULL)
        columns->indicators[at] = row->indicator;
    column_put_count(columns->base_indices, at, (uint32_t)row->base_index);
    if (columns->periods != NULL)
        columns->periods[at] = row->period;
    if (columns->base_periods != NULL)
        columns->base_periods[at] = row->base_period;
}

static void put_figures(const QcdcChangeColumns *columns, size_t at, const QcdcChange *change)
{
    FigureColumns current = {columns->current, columns->current_decimals, columns->current_denominators,
                             columns->current_denominator_decimals, columns->current_states};
    FigureColumns base = {columns->base, columns->base_decimals, columns->base_denominators,
                          columns->base_denominator_decimals, columns->base_states};
    figure_columns_put(&current, at, &change->current);
    figure_columns_put(&base, at, &change->base);
}

/* D5: ratios by formula have points and no difference; across a break there is none (S8). */
static bool has_difference(const QcdcChange *change)
{
    bool has_both = change->current.state == QCDC_FIGURE_VALUED && change->base.state == QCDC_FIGURE_VALUED;
    bool is_formula = change->current.is_fraction || change->base.is_fraction;
    return has_both && change->refusal == QCDC_REFUSAL_NONE && QCDC_FAULT("change-columns-formula", !is_formula, true);
}

static void put_change(const QcdcChangeColumns *columns, size_t at, const QcdcChange *change)
{
    column_put_coefficient(columns->differences, at, change->difference.coefficient);
    column_put_byte(columns->difference_decimals, at, change->difference.decimals);
    column_put_byte(columns->has_differences, at, has_difference(change));
    column_put_byte(columns->directions, at, change->direction);
    column_put_count(columns->caveats, at, change->caveats);
}

/* Where there is no percent, that is no fault: only one that is out of range is (S22). */
static QcdcStatus put_percent(const QcdcComparison *comparison, const QcdcChangeColumns *columns, size_t at,
                              const QcdcComparisonRow *row, PercentForm form, QcdcError *error)
{
    QcdcDecimal percent = {0, 0, {0}};
    if (columns->percents == NULL && columns->has_percents == NULL)
        return QCDC_OK;
    QcdcStatus status = qcdc_change_get_percent(&row->change, form.decimals, form.rounding, &percent, NULL);
    if (QCDC_FAULT("change-columns-overflow", status == QCDC_STATUS_OVERFLOW, false))
        return comparison_fail_percent(comparison, row, false, error);
    column_put_coefficient(columns->percents, at, percent.coefficient);
    column_put_byte(columns->has_percents, at, status == QCDC_OK);
    return QCDC_OK;
}

static QcdcStatus check(const QcdcComparison *comparison, size_t first, size_t count, PercentForm form,
                        const QcdcChangeColumns *columns, QcdcError *error)
{
    const char *what = NULL;
    if (comparison == NULL || columns == NULL || columns->size != sizeof *columns)
        what = "no comparison, no columns, or columns of another size";
    else if (first > comparison->rows.count || count > comparison->rows.count - first)
        what = "rows past the end of the comparison";
    else if (form.decimals > QCDC_DECIMAL_MAX_PRINTED || !qcdc_is_rounding(form.rounding))
        what = "decimals of a percent are 0 to 15, and the rounding is one of QcdcRounding";
    return what == NULL ? QCDC_OK : qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}

QcdcStatus qcdc_comparison_read_changes(const QcdcComparison *comparison, size_t first, size_t count, unsigned percent_decimals,
                                        QcdcRounding rounding, const QcdcChangeColumns *columns, QcdcError *error)
{
    PercentForm form = {percent_decimals, rounding};
    QcdcStatus status = check(comparison, first, count, form, columns, error);
    for (size_t i = 0; i < count && status == QCDC_OK; i++) {
        const QcdcComparisonRow *row = &ARRAY_AT(&comparison->rows, QcdcComparisonRow, first + i);
        put_names(columns, i, row);
        put_figures(columns, i, &row->change);
        put_change(columns, i, &row->change);
        status = put_percent(comparison, columns, i, row, form, error);
    }
    return status;
}
