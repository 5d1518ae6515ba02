/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "comparison-rows-private.h"

#include "kernel/fault-private.h"

size_t comparison_place(const QcdcComparison *comparison, RowPlace at)
{
    return (at.subject * comparison->indicator_count + at.indicator) * comparison->bases.count + at.base;
}

/* D25: asked only where both sides have values, and not of plans, which are made by others than those who report. */
static bool coverage_differs(const QcdcComparison *comparison, const Subject *subject, const QcdcComparisonRow *row,
                             uint32_t base_slot)
{
    const QcdcCube *cube = comparison->cube;
    AreaPeriod current = {row->indicator, slots_find(&cube->slots, row->period), 0};
    AreaPeriod base = {row->indicator, base_slot, 0};
    Area area = area_of_subject(subject);
    bool both = row->current_cell.figure.state == QCDC_FIGURE_VALUED && row->base_cell.figure.state == QCDC_FIGURE_VALUED;
    return both && row->base != QCDC_BASE_PLAN && area_sets_differ(cube, &area, &current, &base, comparison->marks);
}

static void count_units(const QcdcComparison *comparison, const Subject *subject, const Base *base, uint32_t base_slot,
                        QcdcComparisonRow *row)
{
    const QcdcCube *cube = comparison->cube;
    Area area = area_of_subject(subject);
    AreaUnits now = area_count_units(cube, &area, row->indicator, slots_find(&cube->slots, row->period), 0);
    AreaUnits then = area_count_units(cube, &area, row->indicator, base_slot, base->scenario);
    row->units_expected = now.expected;
    row->units_valued = now.valued;
    row->base_units_expected = then.expected;
    row->base_units_valued = then.valued;
}

static void name_row(const QcdcComparison *comparison, RowPlace at, const Base *base, QcdcPeriod base_period,
                     QcdcComparisonRow *row)
{
    const Subject *subject = &comparison->subjects.items[at.subject];
    bool is_part = subject->kind == SUBJECT_LEVEL || subject->kind == SUBJECT_GROUP;
    row->unit = is_part ? (QcdcUnitId)QCDC_ID_NONE : subject->unit;
    row->indicator = comparison->indicators[at.indicator];
    row->unit_code = subject->code;
    row->unit_name = subject->name;
    row->base_index = at.base;
    row->base = base->base;
    row->period = comparison->period;
    row->base_period = base_period;
    row->plan = base->base == QCDC_BASE_PLAN ? base->scenario - 1u : 0;
    row->plan_of_year = base->base == QCDC_BASE_PLAN && base_period.kind == QCDC_PERIOD_YEAR &&
                        !qcdc_period_equals(base_period, comparison->period);
}

/* D8: with neither figure a row stands only where one is expected. */
static bool is_told(const QcdcComparison *comparison, const Subject *subject, const QcdcComparisonRow *row)
{
    return row->current_cell.figure.state == QCDC_FIGURE_VALUED || row->base_cell.figure.state == QCDC_FIGURE_VALUED ||
           subject_is_expected(comparison->cube, subject, row->indicator, &row->current_cell);
}

static QcdcStatus measure(const QcdcComparison *comparison, const Subject *subject, QcdcComparisonRow *row, uint32_t base_slot,
                          QcdcError *error)
{
    QcdcQuantity quantity = catalog_indicator(comparison->cube->catalog, row->indicator)->quantity;
    QcdcStatus status = qcdc_change_measure(&row->current_cell.figure, &row->base_cell.figure, quantity, &row->change, error);
    if (status == QCDC_STATUS_OVERFLOW)
        return cube_fail_overflow(comparison->cube, row->unit_code, row->indicator, row->period, error);
    if (status == QCDC_OK && coverage_differs(comparison, subject, row, base_slot))
        row->change.caveats |= QCDC_CAVEAT_COVERAGE_DIFFERS;
    return status;
}

static QcdcStatus fill_row(QcdcComparison *comparison, RowPlace at, QcdcComparisonRow *row, bool *out_told, QcdcError *error)
{
    const QcdcCube *cube = comparison->cube;
    const Subject *subject = &comparison->subjects.items[at.subject];
    const Base *base = &ARRAY_AT(&comparison->bases, Base, at.base);
    QcdcIndicatorId indicator = comparison->indicators[at.indicator];
    BaseFigure figure;
    QcdcStatus status = subject_read_cell(cube, subject, indicator, comparison->period, 0, &row->current_cell, error);
    if (status == QCDC_OK)
        status = base_read(cube, base, subject, indicator, &figure, error);
    if (status != QCDC_OK)
        return status;
    row->base_cell = figure.cell;
    name_row(comparison, at, base, cube->slots.nodes[figure.slot].period, row);
    *out_told = QCDC_FAULT("comparison-told", is_told(comparison, subject, row), true);
    if (!*out_told)
        return QCDC_OK;
    count_units(comparison, subject, base, figure.slot, row);
    return measure(comparison, subject, row, figure.slot, error);
}

static QcdcStatus add_row(QcdcComparison *comparison, RowPlace at, QcdcError *error)
{
    QcdcComparisonRow row = {0};
    bool told = false;
    QcdcStatus status = fill_row(comparison, at, &row, &told, error);
    if (status != QCDC_OK || !told)
        return status;
    comparison->index[comparison_place(comparison, at)] = comparison->rows.count;
    return array_append(&comparison->rows, &row, 1, sizeof row) ? QCDC_OK : memory_fail(error);
}

/* D8: all rows of the first base, then of the second; within a base by subject, within a subject by indicator. */
static QcdcStatus add_all(QcdcComparison *comparison, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    RowPlace at;
    for (at.base = 0; at.base < comparison->bases.count; at.base++)
        for (at.subject = 0; at.subject < comparison->subjects.count; at.subject++)
            for (at.indicator = 0; at.indicator < comparison->indicator_count && status == QCDC_OK; at.indicator++)
                status = add_row(comparison, at, error);
    return status;
}

static bool make_index(QcdcComparison *comparison)
{
    size_t count = comparison->subjects.count;
    if (__builtin_mul_overflow(count, comparison->indicator_count, &count) ||
        __builtin_mul_overflow(count, comparison->bases.count, &count))
        return false;
    comparison->index = memory_try_new(count, sizeof *comparison->index);
    comparison->marks = memory_try_new(comparison->cube->unit_count, sizeof *comparison->marks);
    for (size_t i = 0; i < count && comparison->index != NULL; i++)
        comparison->index[i] = ROW_NONE;
    return comparison->index != NULL && comparison->marks != NULL;
}

QcdcStatus comparison_add_rows(QcdcComparison *comparison, QcdcError *error)
{
    return make_index(comparison) ? add_all(comparison, error) : memory_fail(error);
}
