/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "formula-private.h"
#include "kernel/fault-private.h"
#include "missing-private.h"
#include "trace-private.h"

/* Rows behind a cell */

/* S4: a hedge is printed as it came where a cell is one row, however far up. */
static QcdcStatus add_hedge(const QcdcCube *cube, CellKey key, QcdcCell *cell, QcdcError *error)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    Trace trace = {{0}, {0}, {0}};
    QcdcStatus status = trace_cell(cube, key, &trace, error);
    if (status == QCDC_OK && trace.rows.count == 1)
        cell->hedge = dataset_string(cube->dataset, data->hedges[ARRAY_AT(&trace.rows, uint32_t, 0)]);
    trace_clear(&trace);
    return status;
}

/* A rank is out of so many: the field of the row that was observed for this very cell. */
static void add_field(const QcdcCube *cube, CellKey key, QcdcCell *cell)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    QcdcScope scope = cell->origin == QCDC_ORIGIN_REPORTED_TOTAL ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN;
    if (data->fields == NULL || !coverage_of(&cube->coverage, key.indicator)->is_alone)
        return;
    size_t row = dataset_find(cube->dataset, key.unit, key.indicator, cube->slots.nodes[key.slot].period, scope, key.scenario);
    if (row != SIZE_MAX)
        cell->figure.field = data->fields[row];
}

/* Cells of columns */

static void take_cell(const Cells *cells, size_t index, unsigned decimals, QcdcCell *cell)
{
    cell->figure.state = cells->states[index] & CELL_STATE_MASK;
    if (cell->figure.state == QCDC_FIGURE_VALUED) {
        cell->figure.value.coefficient = cells->values[index];
        cell->figure.status = cells->statuses[index];
        cell->is_hedged = (cells->states[index] & CELL_IS_HEDGED) != 0;
    }
    cell->figure.value.decimals = (uint8_t)decimals;
    cell->present = cells->present[index];
    cell->valued = cells->valued[index];
    cell->origin = cells->origins[index];
}

/* What is never added says so of itself, whichever way it was asked to be; of the others the way says it. */
static QcdcRefusal refusal_of(const Indicator *indicator, QcdcRefusal way)
{
    static const uint8_t refusals[QCDC_NATURE_END] = {[QCDC_NATURE_RANK] = QCDC_REFUSAL_RANK_SUM,
                                                      [QCDC_NATURE_SCORE] = QCDC_REFUSAL_SCORE_SUM,
                                                      [QCDC_NATURE_RATIO] = QCDC_REFUSAL_RATIO_SUM};
    if (refusals[indicator->nature] != QCDC_REFUSAL_NONE)
        return (QcdcRefusal)refusals[indicator->nature];
    bool is_distinct = indicator->nature == QCDC_NATURE_DISTINCT && way == QCDC_REFUSAL_OVER_TIME;
    return QCDC_FAULT("cell-refusal-distinct", is_distinct, false) ? QCDC_REFUSAL_DISTINCT_OVER_TIME : way;
}

QcdcRefusal cell_refusal_over_units(const QcdcCube *cube, QcdcIndicatorId indicator)
{
    const Indicator *description = catalog_indicator(cube->catalog, indicator);
    return description->over_units == OVER_UNITS_SUM ? QCDC_REFUSAL_NONE : refusal_of(description, QCDC_REFUSAL_OVER_UNITS);
}

/* S5: there is no figure, and none can be made of those below it or of shorter periods. */
static QcdcRefusal find_refusal(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope)
{
    const Indicator *description = catalog_indicator(cube->catalog, indicator);
    const UnitTree *tree = forest_tree(&cube->forest, slot);
    uint32_t position = tree->positions[unit];
    QcdcRefusal over_units = cell_refusal_over_units(cube, indicator);
    if (over_units != QCDC_REFUSAL_NONE && scope != QCDC_SCOPE_OWN && tree->ends[position] > position + 1)
        return over_units;
    bool is_added = description->over_time != OVER_TIME_REFUSED && description->over_time != OVER_TIME_AFTER;
    QcdcPeriodKind base_kind = coverage_of(&cube->coverage, indicator)->base_kind;
    /* Of its own kind of period, or of a finer one, it could have been reported and was not. */
    if (is_added || QCDC_FAULT("cell-refusal-base-kind", slots_base_tiling(&cube->slots, slot, base_kind) == NULL,
                               slots_coarsest_tiling(&cube->slots, slot) == NULL))
        return QCDC_REFUSAL_NONE;
    return refusal_of(description, QCDC_REFUSAL_OVER_TIME);
}

static uint32_t expected_of(const QcdcCube *cube, QcdcUnitId unit, const Expectation *expectation, uint32_t slot,
                            QcdcScope scope)
{
    uint32_t rolled = cube->rolled[unit];
    if (scope == QCDC_SCOPE_OWN || rolled == POSITION_NONE)
        return coverage_own(&cube->coverage, expectation, slot, unit);
    return expectation->below[slot * cube->rolled_count + rolled];
}

/* The marks of the cell: is it one row, is it hedged. */
static uint8_t take_from_column(const QcdcCube *cube, CellKey key, QcdcCell *cell)
{
    const Column *column = cube_column(cube, key.indicator, key.scenario);
    unsigned decimals = catalog_indicator(cube->catalog, key.indicator)->decimals;
    uint32_t rolled = cube->rolled[key.unit];
    if (column == NULL)
        return 0;
    bool is_own = key.scope == QCDC_SCOPE_OWN || rolled == POSITION_NONE;
    const Cells *cells = is_own ? &column->own : &column->rolled;
    size_t index = is_own ? key.slot * cube->unit_count + key.unit : key.slot * cube->rolled_count + rolled;
    take_cell(cells, index, decimals, cell);
    return cells->states[index];
}

static QcdcStatus read_column(const QcdcCube *cube, CellKey key, QcdcCell *out_cell, QcdcError *error)
{
    QcdcCell cell = {0};
    QcdcStatus status = QCDC_OK;
    cell.expected = expected_of(cube, key.unit, coverage_of(&cube->coverage, key.indicator), key.slot, key.scope);
    uint8_t marks = take_from_column(cube, key, &cell);
    cell.covered = cell.valued;
    bool has_value = cell.figure.state == QCDC_FIGURE_VALUED;
    if (has_value)
        add_field(cube, key, &cell);
    if (has_value && (marks & CELL_IS_SINGLE) != 0 && cell.is_hedged)
        status = add_hedge(cube, key, &cell, error);
    if (!has_value)
        cell.refusal = (uint8_t)find_refusal(cube, key.unit, key.indicator, key.slot, key.scope);
    cell.is_refused = cell.refusal != QCDC_REFUSAL_NONE;
    *out_cell = cell;
    return status;
}

QcdcStatus cube_read_whole_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot,
                                QcdcScope scope, uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    CellKey key = {unit, indicator, slot, scope, scenario};
    Area area = area_of_unit(unit, scope);
    memset(out_cell, 0, sizeof *out_cell);
    if (forest_tree(&cube->forest, slot)->positions[unit] == POSITION_NONE)
        return QCDC_OK;
    if (coverage_of(&cube->coverage, indicator) == NULL)
        return formula_read_cell(cube, &area, indicator, slot, scenario, out_cell, error);
    return read_column(cube, key, out_cell, error);
}

/* A form of zeros is 0 where no constant and no count of units goes in; a quotient of zeros is nothing. */
static bool is_zero_of_zeros(const Indicator *indicator)
{
    const Form *form = indicator->form;
    if (form == NULL)
        return indicator->over_units == OVER_UNITS_SUM;
    for (size_t i = 0; i < form->count; i++)
        if (form->terms[i].kind == FORM_TERM_UNITS || form->terms[i].kind == FORM_TERM_CONSTANT)
            return false;
    return form->divisor_count == 0;
}

/* Plans are never estimated: what nobody planned is not planned to be 0. A form of a figure and of nothing is not 0 either. */
static QcdcStatus is_filled(const QcdcCube *cube, const Area *area, AreaPeriod at, const QcdcCell *cell, bool *out_is,
                            QcdcError *error)
{
    const Indicator *description = catalog_indicator(cube->catalog, at.indicator);
    bool is_told = false;
    QcdcStatus status = QCDC_OK;
    *out_is = missing_fills(cube->options.missing, cell) && !QCDC_FAULT("cell-fill-plan", at.scenario != 0, false) &&
              !cell->is_refused && is_zero_of_zeros(description);
    if (*out_is && description->form != NULL)
        status = formula_is_told(cube, area, at, &is_told, error);
    *out_is = *out_is && QCDC_FAULT("cell-fill-told", !is_told, true);
    return status;
}

static void fill(const QcdcCube *cube, QcdcIndicatorId indicator, QcdcCell *cell)
{
    unsigned decimals = catalog_indicator(cube->catalog, indicator)->decimals;
    cell->figure = (QcdcFigure){.value = {.decimals = (uint8_t)decimals}, .state = QCDC_FIGURE_VALUED};
    cell->origin = QCDC_ORIGIN_PARTIAL;
}

static void take_away(QcdcCell *cell)
{
    cell->figure = (QcdcFigure){.state = QCDC_FIGURE_ABSENT};
    cell->origin = QCDC_ORIGIN_NONE;
    cell->is_hedged = 0;
    cell->hedge = NULL;
}

QcdcStatus cell_apply_missing(const QcdcCube *cube, const Area *area, AreaPeriod at, QcdcCell *cell, QcdcError *error)
{
    Presence presence = {cell->origin, cell->figure.value.coefficient == 0, cell->present, cell->valued};
    bool fills;
    QcdcStatus status = is_filled(cube, area, at, cell, &fills, error);
    if (status != QCDC_OK)
        return status;
    if (fills)
        fill(cube, at.indicator, cell);
    else if (!QCDC_FAULT("cell-strict", missing_keeps(cube->options.missing, &presence), true) &&
             cell->figure.state == QCDC_FIGURE_VALUED)
        take_away(cell);
    return QCDC_OK;
}

QcdcStatus cube_read_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                          uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    QcdcStatus status = cube_read_whole_cell(cube, unit, indicator, slot, scope, scenario, out_cell, error);
    Area area = area_of_unit(unit, scope);
    if (status == QCDC_OK)
        status = cell_apply_missing(cube, &area, (AreaPeriod){indicator, slot, scenario}, out_cell, error);
    return status;
}
