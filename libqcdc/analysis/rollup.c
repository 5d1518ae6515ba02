/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rollup-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* Columns */

bool cells_make(Cells *cells, size_t slot_count, size_t row_count)
{
    size_t count = slot_count * row_count;
    cells->values = memory_try_new(count, sizeof *cells->values);
    cells->present = memory_try_new(count, sizeof *cells->present);
    cells->valued = memory_try_new(count, sizeof *cells->valued);
    cells->statuses = memory_try_new(count, sizeof *cells->statuses);
    cells->states = memory_try_new(count, sizeof *cells->states);
    cells->origins = memory_try_new(count, sizeof *cells->origins);
    return cells->values != NULL && cells->present != NULL && cells->valued != NULL && cells->statuses != NULL &&
           cells->states != NULL && cells->origins != NULL;
}

void cells_clear(Cells *cells)
{
    qcdc_free(cells->values);
    qcdc_free(cells->present);
    qcdc_free(cells->valued);
    qcdc_free(cells->statuses);
    qcdc_free(cells->states);
    qcdc_free(cells->origins);
    memset(cells, 0, sizeof *cells);
}

static bool is_before(const Overflow *left, const Overflow *right)
{
    if (left->unit != right->unit)
        return left->unit < right->unit;
    if (left->indicator != right->indicator)
        return left->indicator < right->indicator;
    return left->slot < right->slot;
}

/* Values out of range stand as the nearest value that is out of range, so that what is above them is told as well; the
 * roll-up fails in the end. */
int64_t rollup_fit(Filling *filling, QcdcWide value, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot)
{
    if (-QCDC_DECIMAL_LIMIT < value && value < QCDC_DECIMAL_LIMIT)
        return (int64_t)value;
    Overflow overflow = {true, unit, indicator, slot};
    if (!filling->overflow.found || is_before(&overflow, &filling->overflow))
        filling->overflow = overflow;
    return value > 0 ? QCDC_DECIMAL_LIMIT : -QCDC_DECIMAL_LIMIT;
}

/* Over time, per reporter (S12) */

static uint8_t origin_of_own(const TimeFigure *figure, uint32_t expected)
{
    if (figure->state != QCDC_FIGURE_VALUED)
        return QCDC_ORIGIN_NONE;
    if (figure->is_carried)
        return QCDC_ORIGIN_CARRIED;
    if (figure->valued < expected)
        return QCDC_ORIGIN_PARTIAL;
    return figure->is_coarse ? QCDC_ORIGIN_COARSE : QCDC_ORIGIN_OWN;
}

static unsigned marks_of(const TimeFigure *figure)
{
    return (figure->is_single ? CELL_IS_SINGLE : 0u) | (figure->is_hedged ? CELL_IS_HEDGED : 0u);
}

static void keep_own(Filling *filling, const Current *current, QcdcUnitId unit)
{
    const Cells *own = &current->column->own;
    for (uint32_t slot = 0; slot < filling->cube->slots.count; slot++) {
        const TimeFigure *figure = &filling->figures[slot];
        size_t cell = slot * filling->cube->unit_count + unit;
        own->values[cell] = rollup_fit(filling, figure->value, unit, current->indicator, slot);
        own->present[cell] = figure->present;
        own->valued[cell] = figure->valued;
        own->statuses[cell] = figure->status;
        own->states[cell] = (uint8_t)(figure->state | marks_of(figure));
        own->origins[cell] = origin_of_own(figure, coverage_own(&filling->cube->coverage, current->expectation, slot, unit));
    }
}

/* Only a total that is complete over time can stand for an area (D18). */
static void keep_total(Filling *filling, const Current *current, QcdcUnitId unit)
{
    size_t row = filling->cube->rolled[unit];
    for (uint32_t slot = 0; slot < filling->cube->slots.count; slot++) {
        const TimeFigure *figure = &filling->figures[slot];
        size_t cell = slot * filling->cube->rolled_count + row;
        bool has_value = figure->state == QCDC_FIGURE_VALUED && figure->is_complete;
        filling->totals.values[cell] = has_value ? rollup_fit(filling, figure->value, unit, current->indicator, slot) : 0;
        filling->totals.statuses[cell] = figure->status;
        filling->totals.states[cell] =
            (uint8_t)((has_value ||
                       figure->state != QCDC_FIGURE_VALUED ? figure->state : QCDC_FIGURE_ABSENT) | marks_of(figure));
    }
}

/* Where the rows of one reporter and scope stand; NULL for a total of a unit outside every tree. */
static uint32_t *rows_of(const Filling *filling, uint32_t row)
{
    const QcdcCube *cube = filling->cube;
    QcdcUnitId unit = filling->data->units[row];
    if (filling->data->scopes[row] == QCDC_SCOPE_OWN)
        return filling->own_rows + unit * cube->slots.count;
    return cube->rolled[unit] == POSITION_NONE ? NULL : filling->total_rows + cube->rolled[unit] * cube->slots.count;
}

static void scatter(Filling *filling, const Current *current)
{
    for (size_t i = 0; i < current->row_count && progress_step(filling->progress, STEPS_A_ROW); i++) {
        uint32_t row = current->rows[i];
        uint32_t slot = slots_find(&filling->cube->slots, filling->data->periods[row]);
        uint32_t *rows = rows_of(filling, row);
        if (rows == NULL || slot == SLOT_NONE)
            continue;
        rows[slot] = row + 1;
        current->column->observed[slot] = 1;
    }
}

/* The first row of a reporter resolves all its slots and empties its rows, so that the others find nothing to do. */
static bool has_rows(const uint32_t *rows, uint32_t slot)
{
    return rows != NULL && slot != SLOT_NONE && rows[slot] != 0;
}

static void resolve_reporters(Filling *filling, const Current *current)
{
    const Slots *slots = &filling->cube->slots;
    for (size_t i = 0; i < current->row_count && progress_step(filling->progress, STEPS_A_ROW); i++) {
        uint32_t row = current->rows[i], *rows = rows_of(filling, row);
        QcdcUnitId unit = filling->data->units[row];
        if (!has_rows(rows, slots_find(slots, filling->data->periods[row])))
            continue;
        timeline_resolve(&current->timeline, unit, rows, filling->figures);
        if (filling->data->scopes[row] == QCDC_SCOPE_OWN)
            keep_own(filling, current, unit);
        else
            keep_total(filling, current, unit);
        memset(rows, 0, slots->count * sizeof *rows);
        progress_step(filling->progress, slots->count * STEPS_A_FIGURE + slots->tile_count);
    }
}

/* All columns */

static size_t column_count(const QcdcCube *cube)
{
    return cube->scenario_count * cube->indicator_count;
}

static size_t column_of_row(const Filling *filling, size_t row)
{
    return filling->data->scenarios[row] * filling->cube->indicator_count + filling->data->indicators[row];
}

/* Rows by column, in the order of the dataset. */
static void sort_rows(Filling *filling)
{
    size_t columns = column_count(filling->cube);
    for (size_t row = 0; row < filling->data->count && progress_step(filling->progress, 1); row++)
        filling->starts[column_of_row(filling, row) + 1]++;
    for (size_t column = 0; column < columns; column++)
        filling->starts[column + 1] += filling->starts[column];
    for (size_t row = 0; row < filling->data->count && progress_step(filling->progress, 1); row++)
        filling->order[filling->starts[column_of_row(filling, row)]++] = (uint32_t)row;
    /* Each start has moved to its end, which is the start of the next. */
    for (size_t column = columns; column > 0; column--)
        filling->starts[column] = filling->starts[column - 1];
    filling->starts[0] = 0;
}

static bool prepare(Filling *filling)
{
    const QcdcCube *cube = filling->cube;
    size_t slots = cube->slots.count;
    filling->starts = memory_try_new(column_count(cube) + 1, sizeof *filling->starts);
    filling->order = memory_try_new(filling->data->count, sizeof *filling->order);
    filling->own_rows = memory_try_new(cube->unit_count * slots, sizeof *filling->own_rows);
    filling->total_rows = memory_try_new(cube->rolled_count * slots, sizeof *filling->total_rows);
    filling->figures = memory_try_new(slots, sizeof *filling->figures);
    filling->sums = memory_try_new(cube->unit_count, sizeof *filling->sums);
    if (filling->starts == NULL || filling->order == NULL || filling->own_rows == NULL || filling->total_rows == NULL ||
        filling->figures == NULL || filling->sums == NULL || !cells_make(&filling->totals, slots, cube->rolled_count))
        return false;
    sort_rows(filling);
    return !progress_is_stopped(filling->progress);
}

static void finish(Filling *filling)
{
    qcdc_free(filling->starts);
    qcdc_free(filling->order);
    qcdc_free(filling->own_rows);
    qcdc_free(filling->total_rows);
    qcdc_free(filling->figures);
    qcdc_free(filling->sums);
    cells_clear(&filling->totals);
}

static QcdcStatus make_column(QcdcCube *cube, size_t number, Column **out_column, QcdcError *error)
{
    Column *column = memory_try_new(1, sizeof *column);
    if (column == NULL)
        return memory_fail(error);
    column->references = 1;
    cube->columns[number] = column;
    *out_column = column;
    column->observed = memory_try_new(cube->slots.count, sizeof *column->observed);
    if (column->observed == NULL || !cells_make(&column->own, cube->slots.count, cube->unit_count) ||
        !cells_make(&column->rolled, cube->slots.count, cube->rolled_count))
        return memory_fail(error);
    return QCDC_OK;
}

static Timeline timeline_of(const Filling *filling, const Expectation *expectation, QcdcIndicatorId indicator, bool is_actual)
{
    const QcdcCube *cube = filling->cube;
    OverTime over_time = catalog_indicator(cube->catalog, indicator)->over_time;
    return (Timeline){.ground = &filling->ground,
                      .coverage = &cube->coverage,
                      .expectation = expectation,
                      .data = filling->data,
                      .over_time = QCDC_FAULT("rollup-alone-over-time", over_time,
                                              expectation->is_alone ? OVER_TIME_REFUSED : over_time),
                      .carries = cube->options.missing == QCDC_MISSING_CARRY && is_actual};
}

static bool forget_totals(Filling *filling)
{
    size_t row_count = filling->cube->rolled_count;
    bool goes_on = true;
    for (size_t slot = 0; slot < filling->cube->slots.count && goes_on; slot++) {
        memset(filling->totals.states + slot * row_count, 0, row_count);
        goes_on = progress_step(filling->progress, row_count / STEPS_PER_BYTES);
    }
    return goes_on;
}

static QcdcStatus fill_column(Filling *filling, size_t number, QcdcError *error)
{
    QcdcCube *cube = filling->cube;
    Current current = {.indicator = (QcdcIndicatorId)(number % cube->indicator_count)};
    current.expectation = coverage_of(&cube->coverage, current.indicator);
    current.rows = filling->order + filling->starts[number];
    current.row_count = filling->starts[number + 1] - filling->starts[number];
    bool is_shared = cube->columns[number] != NULL;
    if (current.expectation == NULL || current.row_count == 0 || is_shared)
        return QCDC_OK;
    current.timeline = timeline_of(filling, current.expectation, current.indicator, number < cube->indicator_count);
    QcdcStatus status = make_column(cube, number, &current.column, error);
    if (status != QCDC_OK)
        return status;
    bool goes_on = forget_totals(filling);
    scatter(filling, &current);
    resolve_reporters(filling, &current);
    for (uint32_t slot = 0; slot < cube->slots.count && goes_on; slot++)
        goes_on = rollup_climb(filling, &current, slot);
    return goes_on ? QCDC_OK : progress_fail(filling->progress, error);
}

static QcdcStatus report_overflow(const Filling *filling, QcdcError *error)
{
    const QcdcCube *cube = filling->cube;
    const Overflow *overflow = &filling->overflow;
    QcdcPeriod period = cube->slots.nodes[overflow->slot].period;
    const char *code = qcdc_catalog_get_unit_text(cube->catalog, overflow->unit, period, QCDC_UNIT_CODE);
    return cube_fail_overflow(cube, code, overflow->indicator, period, error);
}

static uint64_t count_steps(const Filling *filling)
{
    const QcdcCube *cube = filling->cube;
    uint64_t steps = 0;
    for (size_t number = 0; number < column_count(cube); number++) {
        uint64_t rows = filling->starts[number + 1] - filling->starts[number];
        uint64_t reporters = rows < cube->unit_count ? rows : cube->unit_count;
        steps += 2 * STEPS_A_ROW * rows + reporters * (cube->slots.count * STEPS_A_FIGURE + cube->slots.tile_count);
        steps += rows > 0 ? STEPS_A_CLIMB * cube->slots.count * cube->unit_count : 0;
    }
    return steps;
}

static QcdcStatus fill_columns(Filling *filling, QcdcError *error)
{
    size_t columns = column_count(filling->cube);
    QcdcStatus status = QCDC_OK;
    progress_enter(filling->progress, SHARE_OF_COLUMNS, count_steps(filling));
    for (size_t column = 0; column < columns && status == QCDC_OK; column++)
        status = fill_column(filling, column, error);
    return status == QCDC_OK && filling->overflow.found ? report_overflow(filling, error) : status;
}

QcdcStatus rollup_fill(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    Filling filling = {
        .cube = cube, .ground = cube_ground(cube), .progress = progress, .data = dataset_columns(cube->dataset)};
    progress_enter(progress, SHARE_OF_ROWS, 2 * (uint64_t)filling.data->count);
    QcdcStatus status = prepare(&filling) ? QCDC_OK : progress_fail(progress, error);
    if (status == QCDC_OK)
        status = fill_columns(&filling, error);
    finish(&filling);
    return status;
}
