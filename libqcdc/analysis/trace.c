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
    QcdcIndicatorId indicator;
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

static void add_gap(Tracing *tracing, QcdcUnitId unit, uint32_t node)
{
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
        size_t row = dataset_find(tracing->cube->dataset, unit, tracing->indicator, slots->nodes[slot].period, scope, 0);
        tracing->rows[slot] = row == SIZE_MAX ? 0 : (uint32_t)row + 1;
    }
    timeline_resolve(&tracing->timeline, unit, tracing->rows, tracing->figures);
}

static void follow(Tracing *tracing, QcdcUnitId unit, QcdcScope scope, uint32_t slot)
{
    resolve(tracing, unit, scope);
    follow_node(tracing, unit, slot, scope == QCDC_SCOPE_OWN);
}

static bool stands_for_total(const Tracing *tracing, QcdcUnitId unit, uint32_t slot)
{
    const Column *column = cube_column(tracing->cube, tracing->indicator, 0);
    uint32_t rolled = tracing->cube->rolled[unit];
    return column != NULL && rolled != POSITION_NONE &&
           column->rolled.origins[slot * tracing->cube->rolled_count + rolled] == QCDC_ORIGIN_REPORTED_TOTAL;
}

/* From the unit down; below a reported total that was used nothing went in, but what it stands for is missing there. */
static void follow_tree(Tracing *tracing, QcdcUnitId unit, uint32_t slot)
{
    const UnitTree *tree = forest_tree(&tracing->cube->forest, slot);
    size_t position = tree->positions[unit];
    size_t end = tracing->timeline.expectation->is_alone ? position + 1 : tree->ends[position];
    while (position < end && !tracing->failed) {
        bool is_total = stands_for_total(tracing, tree->units[position], slot);
        follow(tracing, tree->units[position], is_total ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN, slot);
        position = is_total ? tree->ends[position] : position + 1;
    }
}

QcdcStatus trace_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, Trace *trace,
                      QcdcError *error)
{
    Tracing tracing = {.cube = cube, .ground = cube_ground(cube), .indicator = indicator, .trace = trace};
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    tracing.timeline = (Timeline){.ground = &tracing.ground,
                                  .coverage = &cube->coverage,
                                  .expectation = expectation,
                                  .data = dataset_columns(cube->dataset),
                                  .over_time = expectation->is_alone ? OVER_TIME_REFUSED
                                                                     : catalog_indicator(cube->catalog, indicator)->over_time,
                                  .carries = cube->options.missing == QCDC_MISSING_CARRY};
    tracing.rows = memory_try_new(cube->slots.count, sizeof *tracing.rows);
    tracing.figures = memory_try_new(cube->slots.count, sizeof *tracing.figures);
    tracing.failed = tracing.rows == NULL || tracing.figures == NULL;
    if (!tracing.failed)
        follow_tree(&tracing, unit, slot);
    qcdc_free(tracing.rows);
    qcdc_free(tracing.figures);
    return tracing.failed ? memory_fail(error) : QCDC_OK;
}

void trace_clear(Trace *trace)
{
    array_clear(&trace->rows);
    array_clear(&trace->gaps);
}
