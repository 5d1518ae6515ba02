/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/growth.h>

#include "breaks-private.h"
#include "comparison-rows-private.h"
#include "formula-private.h"
#include "kernel/fault-private.h"

enum {
    MONTHS_A_YEAR = 12
};

bool comparison_find_years(QcdcPeriod span, QcdcPeriod *out_before, QcdcPeriod *out_last)
{
    QcdcPeriod last = {.start = span.start + span.count - MONTHS_A_YEAR, .count = MONTHS_A_YEAR, .kind = QCDC_PERIOD_YEAR};
    QcdcPeriod before = {.start = span.start - MONTHS_A_YEAR, .count = MONTHS_A_YEAR, .kind = QCDC_PERIOD_YEAR};
    if (span.kind != QCDC_PERIOD_SPAN || !qcdc_period_is_valid(before))
        return false;
    *out_before = before;
    *out_last = last;
    return true;
}

static bool is_positive(const QcdcFigure *figure)
{
    return figure->state == QCDC_FIGURE_VALUED && figure->value.coefficient > 0;
}

static bool is_parted(const QcdcComparison *comparison, const Subject *subject, QcdcIndicatorId indicator, const QcdcYears *years)
{
    Area area = area_of_subject(subject);
    BreakAsk ask = {&area, indicator, years->before, years->last_year, &years->first, &years->last};
    return breaks_part(comparison->cube, &ask);
}

/* Growth is between two figures above 0 on one definition. */
static bool has_growth(const QcdcComparison *comparison, const Subject *subject, QcdcIndicatorId indicator, const QcdcYears *years)
{
    return is_positive(&years->first) && is_positive(&years->last) && years->years <= QCDC_GROWTH_MAX_YEARS &&
           !QCDC_FAULT("years-break", is_parted(comparison, subject, indicator, years), false);
}

/* Only what adds over time has a mean per year; a stock of a span is its last. */
static bool has_mean(const QcdcComparison *comparison, QcdcIndicatorId indicator, const QcdcYears *years)
{
    OverTime rule = formula_find_time_rule(comparison->cube->catalog, indicator);
    return years->total.state == QCDC_FIGURE_VALUED && QCDC_FAULT("years-mean", rule == OVER_TIME_SUM, true);
}

static QcdcStatus read_year(const QcdcComparison *comparison, const Subject *subject, QcdcIndicatorId indicator, QcdcPeriod year,
                            QcdcFigure *out_figure, QcdcError *error)
{
    QcdcCell cell;
    QcdcStatus status = subject_read_cell(comparison->cube, subject, indicator, year, 0, &cell, error);
    if (status == QCDC_OK)
        *out_figure = cell.figure;
    return status;
}

static QcdcStatus fail(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, "the row is of no amount over a span of years", NULL, NULL);
}

QcdcStatus qcdc_comparison_get_years(const QcdcComparison *comparison, size_t row, QcdcYears *out_years, QcdcError *error)
{
    QcdcYears years = {.years = 0};
    if (comparison == NULL || out_years == NULL || row >= comparison->rows.count)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0,
                              "no comparison, no place for the years, or a row past the end", NULL, NULL);
    const QcdcComparisonRow *told = &ARRAY_AT(&comparison->rows, QcdcComparisonRow, row);
    const Subject *subject = &comparison->subjects.items[comparison_find_place(comparison, row).subject];
    if (told->change.quantity != QCDC_QUANTITY_AMOUNT || !comparison_find_years(told->period, &years.before, &years.last_year))
        return fail(error);
    years.years = (uint32_t)(told->period.count / MONTHS_A_YEAR);
    years.total = told->current_cell.figure;
    QcdcStatus status = read_year(comparison, subject, told->indicator, years.before, &years.first, error);
    if (status == QCDC_OK)
        status = read_year(comparison, subject, told->indicator, years.last_year, &years.last, error);
    if (status != QCDC_OK)
        return status;
    years.has_growth = has_growth(comparison, subject, told->indicator, &years);
    years.has_mean = has_mean(comparison, told->indicator, &years);
    *out_years = years;
    return QCDC_OK;
}
