/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rollup-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* Up the tree (S11, D18) */

static void add_value(Sum *sum, QcdcWide value, QcdcObservationStatus status)
{
    sum->value += value;
    sum->status = sum->state == QCDC_FIGURE_VALUED ? qcdc_observation_status_merge(sum->status, status) : status;
    sum->state = QCDC_FIGURE_VALUED;
}

static void add_own(const Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    const Cells *own = &current->column->own;
    size_t cell = slot * filling->cube->unit_count + unit;
    uint8_t state = own->states[cell] & CELL_STATE_MASK;
    sum->present += own->present[cell];
    sum->valued += own->valued[cell];
    if (own->origins[cell] == QCDC_ORIGIN_CARRIED)
        sum->carried += coverage_own(&filling->cube->coverage, current->expectation, slot, unit) - own->valued[cell];
    if (state == QCDC_FIGURE_VALUED && QCDC_FAULT("rollup-own-figure", true, !sum->children_add))
        add_value(sum, own->values[cell], own->statuses[cell]);
    else if (sum->state != QCDC_FIGURE_VALUED)
        sum->state = merge_absence(sum->state, state);
}

/* Siblings share a parent only if the tree says so; the reason for an absence goes up too. */
static void add_child(const Sum *child, Sum *parent)
{
    parent->present += child->present;
    parent->valued += child->valued;
    parent->carried += child->carried;
    if (child->state == QCDC_FIGURE_VALUED) {
        add_value(parent, child->value, child->status);
        parent->children_add = true;
    } else if (parent->state != QCDC_FIGURE_VALUED) {
        parent->state = merge_absence(parent->state, child->state);
    }
}

static uint8_t origin_of_sum(const Sum *sum, uint32_t expected, uint8_t own_origin)
{
    if (sum->state != QCDC_FIGURE_VALUED)
        return QCDC_ORIGIN_NONE;
    if (!sum->children_add && own_origin != QCDC_ORIGIN_NONE && sum->valued == expected)
        return own_origin;
    if (sum->valued == expected)
        return QCDC_ORIGIN_SUM;
    return sum->carried > 0 && sum->valued + sum->carried >= expected ? QCDC_ORIGIN_CARRIED : QCDC_ORIGIN_PARTIAL;
}

typedef struct Settled {
    uint8_t origin;
    bool is_single;
} Settled;

static bool is_whole(const Sum *sum, uint32_t expected)
{
    return sum->state == QCDC_FIGURE_VALUED && QCDC_FAULT("rollup-complete", sum->valued == expected, sum->valued <= expected);
}

/* S11: the sum when every expected reporter has a value; else the reported total; else what there is. */
static Settled settle(const Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    const QcdcCube *cube = filling->cube;
    size_t own = slot * cube->unit_count + unit, rolled = slot * cube->rolled_count + cube->rolled[unit];
    uint32_t expected = current->expectation->below[rolled];
    uint8_t total_state = filling->totals.states[rolled];
    if (!is_whole(sum, expected) && (total_state & CELL_STATE_MASK) == QCDC_FIGURE_VALUED) {
        sum->value = QCDC_FAULT("rollup-total-alone", 0, sum->value) + filling->totals.values[rolled];
        sum->status = filling->totals.statuses[rolled];
        sum->state = QCDC_FIGURE_VALUED;
        return (Settled){QCDC_ORIGIN_REPORTED_TOTAL, (total_state & CELL_IS_SINGLE) != 0};
    }
    if (sum->state != QCDC_FIGURE_VALUED)
        sum->state = merge_absence(sum->state, total_state & CELL_STATE_MASK);
    bool is_single = !sum->children_add && (current->column->own.states[own] & CELL_IS_SINGLE) != 0;
    return (Settled){origin_of_sum(sum, expected, current->column->own.origins[own]), is_single};
}

static void keep_rolled(Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, const Sum *sum, Settled settled)
{
    const Cells *rolled = &current->column->rolled;
    size_t cell = slot * filling->cube->rolled_count + filling->cube->rolled[unit];
    rolled->values[cell] = rollup_fit(filling, sum->value, unit, current->indicator, slot);
    rolled->present[cell] = sum->present;
    rolled->valued[cell] = sum->valued;
    rolled->statuses[cell] = sum->status;
    rolled->states[cell] = (uint8_t)(sum->state | (settled.is_single ? CELL_IS_SINGLE : 0));
    rolled->origins[cell] = settled.origin;
}

/* Scores, ranks and observed ratios: what was observed at the unit, own before total, and nothing else (D20). */
static void settle_alone(Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    size_t rolled = slot * filling->cube->rolled_count + filling->cube->rolled[unit];
    bool had_own = sum->state == QCDC_FIGURE_VALUED;
    Settled settled = settle(filling, current, slot, unit, sum);
    if (!had_own && settled.origin == QCDC_ORIGIN_REPORTED_TOTAL)
        sum->present = sum->valued = current->expectation->below[rolled];
    keep_rolled(filling, current, slot, unit, sum, settled);
}

/* Children come after their parent in pre-order: from the end, each is settled before it is added. */
void rollup_climb(Filling *filling, const Current *current, uint32_t slot)
{
    const UnitTree *tree = forest_tree(&filling->cube->forest, slot);
    memset(filling->sums, 0, tree->count * sizeof *filling->sums);
    for (size_t position = tree->count; position-- > 0;) {
        QcdcUnitId unit = tree->units[position];
        Sum *sum = &filling->sums[position];
        add_own(filling, current, slot, unit, sum);
        if (filling->cube->rolled[unit] != POSITION_NONE) {
            if (current->expectation->is_alone) {
                settle_alone(filling, current, slot, unit, sum);
            } else {
                Settled settled = settle(filling, current, slot, unit, sum);
                keep_rolled(filling, current, slot, unit, sum, settled);
            }
        }
        if (tree->parents[position] != POSITION_NONE && !current->expectation->is_alone)
            add_child(sum, &filling->sums[tree->parents[position]]);
    }
}
