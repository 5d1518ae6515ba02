/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "formula-private.h"
#include "kernel/fault-private.h"
#include "timeline-private.h"

/* Rows behind a cell */

static size_t find_row(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                       uint16_t scenario)
{
    size_t row = dataset_find(cube->dataset, unit, indicator, cube->slots.nodes[slot].period, scope, scenario);
    if (row != SIZE_MAX && !status_has_value(dataset_columns(cube->dataset)->statuses[row]))
        return SIZE_MAX;
    return row;
}

/* A stock may come from any label of the same end, the finest first (D17). */
static size_t find_stock_row(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                             uint16_t scenario)
{
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    const Runs *runs = expectation->in == EXPECT_FIRST ? &cube->slots.by_begin : &cube->slots.by_end;
    size_t place = runs->places[slot];
    for (size_t i = runs->starts[place]; i <= place; i++) {
        uint32_t candidate = runs->slots[i];
        size_t row = candidate == slot || !slots_is_finer(&cube->slots, candidate, expectation->base_kind)
                         ? find_row(cube, unit, indicator, candidate, scope, scenario)
                         : SIZE_MAX;
        if (row != SIZE_MAX)
            return row;
    }
    return SIZE_MAX;
}

size_t cube_find_single_row(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, uint16_t scenario,
                            QcdcOrigin origin)
{
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    QcdcScope scope = origin == QCDC_ORIGIN_REPORTED_TOTAL ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN;
    if (expectation == NULL)
        return SIZE_MAX;
    if (expectation->in == EXPECT_FIRST || expectation->in == EXPECT_LAST)
        return find_stock_row(cube, unit, indicator, slot, scope, scenario);
    return find_row(cube, unit, indicator, slot, scope, scenario);
}

static void add_single_row(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, uint16_t scenario,
                           QcdcCell *cell)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    if (data->hedges == NULL && data->fields == NULL)
        return;
    size_t row = cube_find_single_row(cube, unit, indicator, slot, scenario, cell->origin);
    if (row == SIZE_MAX)
        return;
    if (data->fields != NULL)
        cell->figure.field = data->fields[row];
    if (data->hedges != NULL && data->hedges[row] != 0)
        cell->hedge = dataset_string(cube->dataset, data->hedges[row]);
}

/* Cells of columns */

static void take_cell(const Cells *cells, size_t index, unsigned decimals, QcdcCell *cell)
{
    cell->figure.state = cells->states[index] & CELL_STATE_MASK;
    if (cell->figure.state == QCDC_FIGURE_VALUED) {
        cell->figure.value.coefficient = cells->values[index];
        cell->figure.status = cells->statuses[index];
    }
    cell->figure.value.decimals = (uint8_t)decimals;
    cell->present = cells->present[index];
    cell->valued = cells->valued[index];
    cell->origin = cells->origins[index];
}

/* S5: there is no figure, and none can be made of those below it or of shorter periods. */
static bool is_refused(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope)
{
    const Indicator *description = catalog_indicator(cube->catalog, indicator);
    const UnitTree *tree = forest_tree(&cube->forest, slot);
    uint32_t position = tree->positions[unit];
    if (description->over_units != OVER_UNITS_SUM && scope != QCDC_SCOPE_OWN && tree->ends[position] > position + 1)
        return true;
    return (description->over_time == OVER_TIME_REFUSED || description->over_time == OVER_TIME_AFTER) &&
           slots_coarsest_tiling(&cube->slots, slot) != NULL;
}

static uint32_t expected_of(const QcdcCube *cube, QcdcUnitId unit, const Expectation *expectation, uint32_t slot, QcdcScope scope)
{
    uint32_t rolled = cube->rolled[unit];
    if (scope == QCDC_SCOPE_OWN || rolled == POSITION_NONE)
        return coverage_own(&cube->coverage, expectation, slot, unit);
    return expectation->below[slot * cube->rolled_count + rolled];
}

static bool take_from_column(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                             uint16_t scenario, QcdcCell *cell)
{
    const Column *column = cube_column(cube, indicator, scenario);
    unsigned decimals = catalog_indicator(cube->catalog, indicator)->decimals;
    uint32_t rolled = cube->rolled[unit];
    if (column == NULL)
        return false;
    bool is_own = scope == QCDC_SCOPE_OWN || rolled == POSITION_NONE;
    const Cells *cells = is_own ? &column->own : &column->rolled;
    size_t index = is_own ? slot * cube->unit_count + unit : slot * cube->rolled_count + rolled;
    take_cell(cells, index, decimals, cell);
    return (cells->states[index] & CELL_IS_SINGLE) != 0;
}

QcdcStatus cube_read_whole_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                                uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    QcdcCell cell = {0};
    *out_cell = cell;
    if (forest_tree(&cube->forest, slot)->positions[unit] == POSITION_NONE)
        return QCDC_OK;
    if (expectation == NULL) {
        Area area = area_of_unit(unit, scope);
        return formula_read_cell(cube, &area, indicator, slot, scenario, out_cell, error);
    }
    cell.expected = expected_of(cube, unit, expectation, slot, scope);
    if (take_from_column(cube, unit, indicator, slot, scope, scenario, &cell))
        add_single_row(cube, unit, indicator, slot, scenario, &cell);
    cell.covered = cell.valued;
    cell.is_refused = cell.figure.state != QCDC_FIGURE_VALUED && is_refused(cube, unit, indicator, slot, scope);
    *out_cell = cell;
    return QCDC_OK;
}

/* S18, strict: a value stands only if it is complete or was reported as a total. */
void cell_apply_missing(const QcdcCube *cube, QcdcCell *cell)
{
    bool is_incomplete = cell->origin == QCDC_ORIGIN_PARTIAL || cell->origin == QCDC_ORIGIN_CARRIED;
    if (cube->options.missing != QCDC_MISSING_STRICT || QCDC_FAULT("cell-strict", !is_incomplete, true))
        return;
    QcdcFigure nothing = {.state = QCDC_FIGURE_ABSENT};
    cell->figure = nothing;
    cell->origin = QCDC_ORIGIN_NONE;
    cell->hedge = NULL;
}

QcdcStatus cube_read_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                          uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    QcdcStatus status = cube_read_whole_cell(cube, unit, indicator, slot, scope, scenario, out_cell, error);
    if (status == QCDC_OK)
        cell_apply_missing(cube, out_cell);
    return status;
}
