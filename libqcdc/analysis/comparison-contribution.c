/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "comparison-rows-private.h"

#include "kernel/fault-private.h"

static bool is_in_time(QcdcBase base)
{
    return base == QCDC_BASE_SAME_PERIOD || base == QCDC_BASE_PREVIOUS || base == QCDC_BASE_PERIOD;
}

/* An amount that changed, and by the same reporters (S23, W20). */
static bool has_changed(const QcdcComparisonRow *row)
{
    const QcdcChange *change = &row->change;
    bool is_told = change->direction == QCDC_DIRECTION_INCREASE || change->direction == QCDC_DIRECTION_DECREASE;
    bool differs = QCDC_FAULT("contribution-reporters", (change->caveats & QCDC_CAVEAT_COVERAGE_DIFFERS) != 0, false);
    return change->quantity == QCDC_QUANTITY_AMOUNT && is_told && !differs;
}

static bool is_contribution(const QcdcComparisonRow *part, const QcdcComparisonRow *whole)
{
    return part != NULL && whole != NULL && is_in_time(part->base) && has_changed(part) && has_changed(whole) &&
           QCDC_FAULT("contribution-whole-base", whole->change.base.value.coefficient > 0, true);
}

bool comparison_find_contribution(const QcdcComparisonRow *part, const QcdcComparisonRow *whole,
                                  QcdcContribution *out_contribution)
{
    if (!is_contribution(part, whole))
        return false;
    *out_contribution = (QcdcContribution){part->change.difference, whole->change.difference, whole->change.base.value};
    return true;
}

/* The selected indicator that this one is a part of, or none. */
static size_t find_total(const QcdcComparison *comparison, size_t indicator)
{
    QcdcIndicatorId total = catalog_indicator(comparison->cube->catalog, comparison->indicators[indicator])->part_of;
    for (size_t i = 0; total != (QcdcIndicatorId)QCDC_ID_NONE && i < comparison->indicator_count; i++)
        if (comparison->indicators[i] == total)
            return i;
    return SIZE_MAX;
}

/* Of a part by unit the unit of the sentence, else of a part by indicator its total. */
static const QcdcComparisonRow *find_whole(const QcdcComparison *comparison, RowPlace at)
{
    size_t head = comparison->heads[at.subject];
    if (head != SUBJECT_NONE)
        return comparison_row(comparison, head, at.indicator, at.base, NULL);
    size_t total = find_total(comparison, at.indicator);
    return total != SIZE_MAX ? comparison_row(comparison, at.subject, total, at.base, NULL) : NULL;
}

QcdcStatus qcdc_comparison_get_contribution(const QcdcComparison *comparison, size_t row, QcdcContribution *out_contribution,
                                            QcdcError *error)
{
    if (comparison == NULL || out_contribution == NULL || row >= comparison->rows.count)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0,
                              "no comparison, no place for the contribution, or a row past the end", NULL, NULL);
    const QcdcComparisonRow *part = &ARRAY_AT(&comparison->rows, QcdcComparisonRow, row);
    const QcdcComparisonRow *whole = find_whole(comparison, comparison_find_place(comparison, row));
    if (comparison_find_contribution(part, whole, out_contribution))
        return QCDC_OK;
    return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, "the row has no contribution", NULL,
                          "part and whole are amounts that changed, by the same reporters, from a base in time above 0");
}
