/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rollup-private.h"

#include "kernel/fault-private.h"

/* Up the tree (S11, D18) */

typedef struct Operand {
    QcdcWide value;
    QcdcObservationStatus status;
    bool is_hedged, is_single;
} Operand;

static void add_value(Sum *sum, Operand operand)
{
    bool is_first = sum->state != QCDC_FIGURE_VALUED;
    sum->value += operand.value;
    sum->status = is_first ? operand.status : qcdc_observation_status_merge(sum->status, operand.status);
    sum->is_hedged = sum->is_hedged || operand.is_hedged;
    sum->is_single = is_first && operand.is_single;
    sum->state = QCDC_FIGURE_VALUED;
}

static void add_own(const Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    const Cells *own = &current->column->own;
    size_t cell = slot * filling->cube->unit_count + unit;
    uint8_t mark = own->states[cell], state = mark & CELL_STATE_MASK;
    Operand operand = {own->values[cell], own->statuses[cell], (mark & CELL_IS_HEDGED) != 0, (mark & CELL_IS_SINGLE) != 0};
    uint32_t expected = coverage_own(&filling->cube->coverage, current->expectation, slot, unit);
    sum->present += own->present[cell];
    sum->valued += own->valued[cell];
    sum->has_gap = sum->has_gap || (own->valued[cell] < expected && own->origins[cell] != QCDC_ORIGIN_CARRIED);
    if (state == QCDC_FIGURE_VALUED && QCDC_FAULT("rollup-own-figure", true, !sum->children_add))
        add_value(sum, operand);
    else if (sum->state != QCDC_FIGURE_VALUED)
        sum->state = merge_absence(sum->state, state);
}

static void add_child(const Sum *child, Sum *parent)
{
    parent->present += child->present;
    parent->valued += child->valued;
    parent->has_gap = parent->has_gap || child->has_gap;
    if (child->state == QCDC_FIGURE_VALUED) {
        add_value(parent, (Operand){child->value, child->status, child->is_hedged, child->is_single});
        parent->children_add = true;
    } else if (parent->state != QCDC_FIGURE_VALUED) {
        parent->state = merge_absence(parent->state, child->state);
    }
}

/* A carried value or a total below stands for what is missing: then nothing is lacking, though less is counted (D19). */
static uint8_t origin_of_sum(const Sum *sum, uint8_t own_origin)
{
    if (sum->state != QCDC_FIGURE_VALUED)
        return QCDC_ORIGIN_NONE;
    if (sum->has_gap)
        return QCDC_ORIGIN_PARTIAL;
    return sum->children_add ? QCDC_ORIGIN_SUM : own_origin;
}

static bool is_complete(const Sum *sum, uint32_t expected)
{
    return sum->state == QCDC_FIGURE_VALUED && QCDC_FAULT("rollup-complete", sum->valued == expected, sum->valued <= expected);
}

static void take_total(const Filling *filling, size_t rolled, Sum *sum)
{
    uint8_t mark = filling->totals.states[rolled];
    sum->value = QCDC_FAULT("rollup-total-alone", 0, sum->value) + filling->totals.values[rolled];
    sum->status = filling->totals.statuses[rolled];
    sum->state = QCDC_FIGURE_VALUED;
    sum->is_hedged = (mark & CELL_IS_HEDGED) != 0;
    sum->is_single = (mark & CELL_IS_SINGLE) != 0;
    sum->has_gap = false;
}

/* A total speaks of the units that stand below in the column parent (D44). */
static bool counts_total(const QcdcCube *cube, uint32_t slot, QcdcUnitId unit)
{
    const UnitTree *tree = forest_tree(&cube->forest, slot);
    return unit_tree_has_same_area(tree, tree->positions[unit]);
}

/* S11: the sum when every expected reporter has a value; else the reported total; else what there is. Tells the origin. */
static uint8_t settle(const Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    const QcdcCube *cube = filling->cube;
    size_t rolled = slot * cube->rolled_count + cube->rolled[unit];
    uint8_t total_state = counts_total(cube, slot, unit) ? filling->totals.states[rolled] & CELL_STATE_MASK : QCDC_FIGURE_ABSENT;
    if (!is_complete(sum, current->expectation->below[rolled]) && total_state == QCDC_FIGURE_VALUED) {
        take_total(filling, rolled, sum);
        return QCDC_ORIGIN_REPORTED_TOTAL;
    }
    if (sum->state != QCDC_FIGURE_VALUED)
        sum->state = merge_absence(sum->state, total_state);
    return origin_of_sum(sum, current->column->own.origins[slot * cube->unit_count + unit]);
}

static void keep_rolled(Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, const Sum *sum,
                        uint8_t origin)
{
    const Cells *rolled = &current->column->rolled;
    size_t cell = slot * filling->cube->rolled_count + filling->cube->rolled[unit];
    unsigned marks = (sum->is_single ? CELL_IS_SINGLE : 0u) | (sum->is_hedged ? CELL_IS_HEDGED : 0u);
    rolled->values[cell] = rollup_fit(filling, sum->value, unit, current->indicator, slot);
    rolled->present[cell] = sum->present;
    rolled->valued[cell] = sum->valued;
    rolled->statuses[cell] = sum->status;
    rolled->states[cell] = (uint8_t)(sum->state | marks);
    rolled->origins[cell] = origin;
}

/* Scores, ranks and observed ratios: what was observed at the unit, own before total, and nothing else (D20). */
static void settle_alone(Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    size_t rolled = slot * filling->cube->rolled_count + filling->cube->rolled[unit];
    bool had_own = sum->state == QCDC_FIGURE_VALUED;
    uint8_t origin = settle(filling, current, slot, unit, sum);
    if (!had_own && origin == QCDC_ORIGIN_REPORTED_TOTAL)
        sum->present = sum->valued = current->expectation->below[rolled];
    keep_rolled(filling, current, slot, unit, sum, origin);
}

static void settle_unit(Filling *filling, const Current *current, uint32_t slot, QcdcUnitId unit, Sum *sum)
{
    if (filling->cube->rolled[unit] == POSITION_NONE)
        return;
    if (current->expectation->is_alone)
        settle_alone(filling, current, slot, unit, sum);
    else
        keep_rolled(filling, current, slot, unit, sum, settle(filling, current, slot, unit, sum));
}

/* Children come after their parent in pre-order: from the end, each is settled before it is added. */
bool rollup_climb(Filling *filling, const Current *current, uint32_t slot)
{
    static const Sum empty = {0};
    const UnitTree *tree = forest_tree(&filling->cube->forest, slot);
    for (size_t position = tree->count; position-- > 0 && progress_step(filling->progress, STEPS_A_CLIMB);) {
        uint32_t parent = tree->parents[position];
        Sum *sum = &filling->sums[position];
        add_own(filling, current, slot, tree->units[position], sum);
        settle_unit(filling, current, slot, tree->units[position], sum);
        if (parent != POSITION_NONE && !current->expectation->is_alone)
            add_child(sum, &filling->sums[parent]);
        *sum = QCDC_FAULT("rollup-sum-empty", empty, *sum);
    }
    return !progress_is_stopped(filling->progress);
}
