/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/significance.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

enum {
    ROWS = 64 /* that are read at a time */
};

/* A figure that was known by bounds, taken over from elsewhere, reported by others or defined otherwise counts other events. */
static const uint32_t of_other_events = QCDC_CAVEAT_CURRENT_MISSING | QCDC_CAVEAT_BASE_MISSING | QCDC_CAVEAT_COVERAGE_DIFFERS | QCDC_CAVEAT_UNITS_DIFFER |
                                        QCDC_CAVEAT_DEFINITION_DIFFERS | QCDC_CAVEAT_ESTIMATED | QCDC_CAVEAT_BOUNDED | QCDC_CAVEAT_CALENDAR_DIFFERS;

static bool is_in_time(QcdcBase base)
{
    return base == QCDC_BASE_SAME_PERIOD || base == QCDC_BASE_PREVIOUS || base == QCDC_BASE_PERIOD;
}

/* A whole number of 0 or more, whatever decimals it was written with. */
static bool read_count(QcdcDecimal value, int64_t *out_count)
{
    int64_t power = 1;
    for (unsigned i = 0; i < value.decimals; i++)
        power *= 10;
    *out_count = value.coefficient / power;
    return value.coefficient >= 0 && value.coefficient % power == 0;
}

/* Events of two spans that hold as many months. */
static QcdcStatus compare_counts(const QcdcComparisonRow *row, double level, QcdcSignificance *significance)
{
    int64_t now, before;
    if (row->period.kind != row->base_period.kind || QCDC_FAULT("significance-spans", row->period.count != row->base_period.count, false))
        return QCDC_OK;
    if (!read_count(row->change.current.value, &now) || !read_count(row->change.base.value, &before))
        return QCDC_OK;
    return qcdc_significance_of_counts(now, before, level, significance, NULL);
}

static QcdcStatus compare_proportions(const QcdcComparisonRow *row, double level, QcdcSignificance *significance)
{
    const QcdcFigure *now = &row->change.current, *before = &row->change.base;
    int64_t count, total, count_before, total_before;
    if (!read_count(now->value, &count) || !read_count(now->denominator, &total) || !read_count(before->value, &count_before) ||
        !read_count(before->denominator, &total_before) || count > total || count_before > total_before)
        return QCDC_OK;
    return qcdc_significance_of_proportions(count, total, count_before, total_before, level, significance, NULL);
}

/* Numbers that are too large are no count of events: the result stays "nothing". */
static QcdcStatus compare_row(const QcdcCatalog *catalog, const QcdcComparisonRow *row, double level, QcdcSignificance *significance)
{
    QcdcNature nature = qcdc_catalog_get_indicator_nature(catalog, row->indicator);
    QcdcStatus status = QCDC_OK;
    *significance = (QcdcSignificance){0};
    if (!is_in_time(row->base) || QCDC_FAULT("significance-events", (row->change.caveats & of_other_events) != 0, false))
        return QCDC_OK;
    if (row->change.current.is_fraction && row->change.base.is_fraction)
        status = compare_proportions(row, level, significance);
    else if (QCDC_FAULT("significance-flow", nature == QCDC_NATURE_FLOW, true) && !row->change.current.is_fraction && !row->change.base.is_fraction)
        status = compare_counts(row, level, significance);
    if (status != QCDC_OK)
        *significance = (QcdcSignificance){0};
    return status == QCDC_STATUS_ARGUMENT ? QCDC_OK : status;
}

QcdcStatus qcdc_comparison_read_significance(const QcdcComparison *comparison, size_t first, size_t count, double level,
                                             QcdcSignificance *out_significances, QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_comparison_get_catalog(comparison);
    QcdcComparisonRow rows[ROWS];
    QcdcStatus status = QCDC_OK;
    if (comparison == NULL || (out_significances == NULL && count > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (!(level >= 0 && level < 1))
        return qcdc_error_set_argument(error, "a level is above 0 and below 1, such as 0.95");
    if (first > qcdc_comparison_get_count(comparison) || count > qcdc_comparison_get_count(comparison) - first)
        return qcdc_error_set_argument(error, "rows past the end");
    for (size_t done = 0, some; done < count && status == QCDC_OK; done += some) {
        some = count - done < ROWS ? count - done : ROWS;
        status = qcdc_comparison_read_rows(comparison, first + done, some, rows, error);
        for (size_t i = 0; i < some && status == QCDC_OK; i++)
            status = compare_row(catalog, &rows[i], level, &out_significances[done + i]);
    }
    if (status == QCDC_STATUS_MEMORY)
        return qcdc_error_set(error, status, NULL, 0, 0, "there is no memory to look for a bound", NULL, NULL);
    return status;
}
