/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "trace-private.h"

#include <string.h>

#include "timeline-private.h"

/* The cells keep no rows, so a reporter is resolved once more, this time with its rows at hand. */
typedef struct Tracing {
    const QcdcCube *cube;
    CoverageGround ground;
    Timeline timeline;
    CellKey key;
    uint32_t *rows;      /* [slots] row + 1 */
    TimeFigure *figures; /* [slots] */
    Trace *trace;
    bool failed;
} Tracing;

static void add_row(Tracing *tracing, uint32_t row)
{
    if (!array_append(&tracing->trace->rows, &row, 1, sizeof row))
        tracing->failed = true;
}

static bool is_stock(const Timeline *timeline)
{
    return timeline->over_time == OVER_TIME_FIRST || timeline->over_time == OVER_TIME_LAST;
}

/* Of a stock one sub-period is missing, not the whole period. */
static void add_gap(Tracing *tracing, QcdcUnitId unit, uint32_t node)
{
    if (is_stock(&tracing->timeline) && node < tracing->cube->slots.count)
        node = timeline_find_sub_period(&tracing->timeline, node);
    if (node == SLOT_NONE)
        return;
    Gap gap = {unit, tracing->cube->slots.nodes[node].period};
    if (coverage_expects(&tracing->ground, &tracing->cube->coverage, tracing->timeline.expectation, node, unit) &&
        !array_append(&tracing->trace->gaps, &gap, 1, sizeof gap))
        tracing->failed = true;
}

static void follow_node(Tracing *tracing, QcdcUnitId unit, uint32_t node, bool wants_gaps)
{
    const Tiling *tiling = NULL;
    bool is_slot = node < tracing->cube->slots.count;
    if (is_slot && tracing->figures[node].row != 0) {
        add_row(tracing, tracing->figures[node].row - 1);
        if (!tracing->figures[node].is_carried)
            return;
    } else if (is_slot && tracing->figures[node].state == QCDC_FIGURE_VALUED) {
        tiling = timeline_find_tiling(&tracing->timeline, unit, node, tracing->rows, tracing->figures);
    }
    for (uint32_t i = 0; tiling != NULL && i < tiling->count; i++)
        follow_node(tracing, unit, tracing->cube->slots.tiles[tiling->first + i], wants_gaps);
    if (tiling == NULL && wants_gaps)
        add_gap(tracing, unit, node);
}

static void resolve(Tracing *tracing, QcdcUnitId unit, QcdcScope scope)
{
    const Slots *slots = &tracing->cube->slots;
    for (size_t slot = 0; slot < slots->count; slot++) {
        size_t row = dataset_find(tracing->cube->dataset, unit, tracing->key.indicator, slots->nodes[slot].period, scope,
                                  tracing->key.scenario);
        tracing->rows[slot] = row == SIZE_MAX ? 0 : (uint32_t)row + 1;
    }
    timeline_resolve(&tracing->timeline, unit, tracing->rows, tracing->figures);
}

static void follow(Tracing *tracing, QcdcUnitId unit, QcdcScope scope)
{
    resolve(tracing, unit, scope);
    follow_node(tracing, unit, tracing->key.slot, scope == QCDC_SCOPE_OWN);
}

static bool stands_for_total(const Tracing *tracing, QcdcUnitId unit)
{
    const Column *column = cube_column(tracing->cube, tracing->key.indicator, tracing->key.scenario);
    uint32_t rolled = tracing->cube->rolled[unit];
    return column != NULL && rolled != POSITION_NONE &&
           column->rolled.origins[tracing->key.slot * tracing->cube->rolled_count + rolled] == QCDC_ORIGIN_REPORTED_TOTAL;
}

/* From the unit down; below a reported total that was used nothing went in. */
static void follow_tree(Tracing *tracing)
{
    const UnitTree *tree = forest_tree(&tracing->cube->forest, tracing->key.slot);
    size_t position = tree->positions[tracing->key.unit];
    bool is_one = tracing->timeline.expectation->is_alone || tracing->key.scope == QCDC_SCOPE_OWN;
    size_t end = is_one ? position + 1 : tree->ends[position];
    while (position < end && !tracing->failed) {
        bool is_total = tracing->key.scope != QCDC_SCOPE_OWN && stands_for_total(tracing, tree->units[position]);
        follow(tracing, tree->units[position], is_total ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN);
        position = is_total ? tree->ends[position] : position + 1;
    }
}

static Timeline timeline_of(const Tracing *tracing)
{
    const QcdcCube *cube = tracing->cube;
    const Expectation *expectation = coverage_of(&cube->coverage, tracing->key.indicator);
    OverTime over_time = catalog_indicator(cube->catalog, tracing->key.indicator)->over_time;
    return (Timeline){.ground = &tracing->ground,
                      .coverage = &cube->coverage,
                      .expectation = expectation,
                      .data = dataset_columns(cube->dataset),
                      .over_time = over_time,
                      .carries = cube->options.missing == QCDC_MISSING_CARRY && tracing->key.scenario == 0};
}

static QcdcStatus trace(const QcdcCube *cube, CellKey key, bool of_total, Trace *out_trace, QcdcError *error)
{
    Tracing tracing = {.cube = cube, .ground = cube_ground(cube), .key = key, .trace = out_trace};
    tracing.timeline = timeline_of(&tracing);
    tracing.rows = memory_try_new(cube->slots.count, sizeof *tracing.rows);
    tracing.figures = memory_try_new(cube->slots.count, sizeof *tracing.figures);
    tracing.failed = tracing.rows == NULL || tracing.figures == NULL;
    if (!tracing.failed && of_total)
        follow(&tracing, key.unit, QCDC_SCOPE_TOTAL);
    else if (!tracing.failed)
        follow_tree(&tracing);
    qcdc_free(tracing.rows);
    qcdc_free(tracing.figures);
    return tracing.failed ? memory_fail(error) : QCDC_OK;
}

QcdcStatus trace_cell(const QcdcCube *cube, CellKey key, Trace *out_trace, QcdcError *error)
{
    return trace(cube, key, false, out_trace, error);
}

QcdcStatus trace_total(const QcdcCube *cube, CellKey key, Trace *out_trace, QcdcError *error)
{
    return trace(cube, key, true, out_trace, error);
}

/* Exceptions */

static bool add_excuse(const Tracing *tracing, QcdcUnitId unit, uint32_t node)
{
    const Expectation *expectation = tracing->timeline.expectation;
    Array *excuses = &tracing->trace->excuses;
    const ExceptionRow *exception = coverage_find_exception(&tracing->ground, expectation, tracing->key.indicator, node, unit);
    QcdcPeriod period = tracing->cube->slots.nodes[node].period;
    Excuse excuse = {unit, period, period, exception};
    Excuse *last = excuses->count > 0 ? &ARRAY_AT(excuses, Excuse, excuses->count - 1) : NULL;
    if (exception == NULL)
        return true;
    if (last != NULL && last->unit == unit && last->exception == exception) {
        last->last = period;
        return true;
    }
    return array_append(excuses, &excuse, 1, sizeof excuse);
}

/* In the sub-periods that would be expected of the unit (S18). */
static bool add_excuses(const Tracing *tracing, QcdcUnitId unit)
{
    const Slots *slots = &tracing->cube->slots;
    uint32_t slot = tracing->key.slot;
    const Tiling *base = slots_base_tiling(slots, slot, tracing->timeline.expectation->base_kind);
    if (tracing->timeline.over_time != OVER_TIME_SUM || base == NULL) {
        uint32_t node = is_stock(&tracing->timeline) ? timeline_find_sub_period(&tracing->timeline, slot) : slot;
        return node == SLOT_NONE || add_excuse(tracing, unit, node);
    }
    for (uint32_t i = 0; i < base->count; i++)
        if (!add_excuse(tracing, unit, slots->tiles[base->first + i]))
            return false;
    return true;
}

QcdcStatus trace_excuses(const QcdcCube *cube, CellKey key, Trace *trace, QcdcError *error)
{
    Tracing tracing = {.cube = cube, .ground = cube_ground(cube), .key = key, .trace = trace};
    const UnitTree *tree = forest_tree(&cube->forest, key.slot);
    size_t position = tree->positions[key.unit];
    tracing.timeline = timeline_of(&tracing);
    if (tracing.timeline.expectation->excepted == NULL)
        return QCDC_OK;
    size_t end = tracing.timeline.expectation->is_alone || key.scope == QCDC_SCOPE_OWN ? position + 1 : tree->ends[position];
    for (; position < end; position++)
        if (!add_excuses(&tracing, tree->units[position]))
            return memory_fail(error);
    return QCDC_OK;
}

void trace_clear(Trace *trace)
{
    array_clear(&trace->excuses);
    array_clear(&trace->rows);
    array_clear(&trace->gaps);
}

/* Where the cell of the key stands in its column; NULL without a column. */
static const Cells *find_cells(const QcdcCube *cube, const CellKey *key, size_t *out_index)
{
    const Column *column = cube_column(cube, key->indicator, key->scenario);
    uint32_t rolled = cube->rolled[key->unit];
    bool is_own = key->scope == QCDC_SCOPE_OWN || rolled == POSITION_NONE;
    if (column == NULL || forest_tree(&cube->forest, key->slot)->positions[key->unit] == POSITION_NONE)
        return NULL;
    *out_index = is_own ? key->slot * cube->unit_count + key->unit : key->slot * cube->rolled_count + rolled;
    return is_own ? &column->own : &column->rolled;
}

QcdcStatus trace_find_row(const QcdcCube *cube, CellKey key, size_t *out_row, QcdcError *error)
{
    Trace trace = {{0}, {0}, {0}};
    size_t index = 0;
    const Cells *cells = find_cells(cube, &key, &index);
    *out_row = SIZE_MAX;
    if (cells == NULL || (cells->states[index] & CELL_IS_SINGLE) == 0)
        return QCDC_OK;
    QcdcStatus status = trace_cell(cube, key, &trace, error);
    if (status == QCDC_OK && trace.rows.count == 1)
        *out_row = ARRAY_AT(&trace.rows, uint32_t, 0);
    trace_clear(&trace);
    return status;
}
