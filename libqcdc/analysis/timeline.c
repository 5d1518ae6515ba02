/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "timeline-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* Rows */

bool status_has_value(QcdcObservationStatus status)
{
    return (status & QCDC_OBSERVATION_CODE_MASK) < QCDC_OBSERVATION_NOT_APPLICABLE;
}

uint8_t state_of_absence(QcdcObservationStatus status)
{
    return (status & QCDC_OBSERVATION_CODE_MASK) == QCDC_OBSERVATION_NOT_APPLICABLE ? QCDC_FIGURE_NOT_APPLICABLE
                                                                                   : QCDC_FIGURE_MISSING;
}

uint8_t merge_absence(uint8_t left, uint8_t right)
{
    if (left == QCDC_FIGURE_MISSING || right == QCDC_FIGURE_MISSING)
        return QCDC_FIGURE_MISSING;
    return left != QCDC_FIGURE_ABSENT ? left : right;
}

static bool row_has_value(const Timeline *timeline, uint32_t row)
{
    return row != 0 && status_has_value(timeline->data->statuses[row - 1]);
}

static void take_row(const Timeline *timeline, uint32_t row, TimeFigure *figure)
{
    figure->value = timeline->data->coefficients[row - 1];
    figure->status = timeline->data->statuses[row - 1];
    figure->state = QCDC_FIGURE_VALUED;
    figure->is_complete = true;
    figure->is_single = true;
    figure->is_hedged = timeline->data->hedges != NULL && timeline->data->hedges[row - 1] != 0;
    figure->row = row;
}

static uint32_t expected_in(const Timeline *timeline, uint32_t slot, QcdcUnitId unit)
{
    return coverage_own(timeline->coverage, timeline->expectation, slot, unit);
}

/* What is summed over time (S16, D16) */

/* NULL where the slot is its own single sub-period, or finer. */
static const Tiling *base_tiling(const Timeline *timeline, uint32_t slot)
{
    return slots_base_tiling(timeline->ground->slots, slot, timeline->expectation->base_kind);
}

static const TimeFigure *tile_figure(const Timeline *timeline, uint32_t node, const TimeFigure *figures)
{
    static const TimeFigure nothing = {0};
    return node < timeline->ground->slots->count ? &figures[node] : &nothing;
}

static bool must_report_somewhere(const Timeline *timeline, const Tiling *tiling, QcdcUnitId unit)
{
    const uint32_t *tiles = timeline->ground->slots->tiles + tiling->first;
    for (uint32_t i = 0; i < tiling->count; i++)
        if (coverage_must(timeline->ground, timeline->expectation, tiles[i], unit))
            return true;
    return false;
}

/* Complete: a whole figure in every tile in which the unit must report, and a value in one at least. A unit that must report in
 * none of them is held to all: one month of an excepted unit is no year. */
static bool is_complete_tiling(const Timeline *timeline, const Tiling *tiling, QcdcUnitId unit, const TimeFigure *figures)
{
    const uint32_t *tiles = timeline->ground->slots->tiles + tiling->first;
    bool has_value = false, has_gap = false;
    for (uint32_t i = 0; i < tiling->count; i++) {
        const TimeFigure *tile = tile_figure(timeline, tiles[i], figures);
        if (!tile->is_complete && coverage_must(timeline->ground, timeline->expectation, tiles[i], unit))
            return QCDC_FAULT("timeline-tile-missing", false, has_value);
        has_value = has_value || tile->state == QCDC_FIGURE_VALUED;
        has_gap = has_gap || !tile->is_complete;
    }
    if (QCDC_FAULT("timeline-held-to-all", has_value && has_gap, false))
        return must_report_somewhere(timeline, tiling, unit);
    return has_value;
}

static void add_tile(const TimeFigure *tile, TimeFigure *sum)
{
    if (tile->state == QCDC_FIGURE_VALUED) {
        sum->is_single = sum->state != QCDC_FIGURE_VALUED && tile->is_single;
        sum->value += tile->value;
        sum->status = sum->state == QCDC_FIGURE_VALUED ? qcdc_observation_status_merge(sum->status,
                                                                                       tile->status) : tile->status;
        sum->state = QCDC_FIGURE_VALUED;
        sum->is_coarse = sum->is_coarse || tile->is_coarse;
        sum->is_hedged = sum->is_hedged || tile->is_hedged;
    } else if (sum->state != QCDC_FIGURE_VALUED) {
        sum->state = merge_absence(sum->state, tile->state);
    }
}

static void add_tiles(const Timeline *timeline, const Tiling *tiling, const TimeFigure *figures, TimeFigure *sum)
{
    const uint32_t *tiles = timeline->ground->slots->tiles + tiling->first;
    for (uint32_t i = 0; i < tiling->count; i++)
        add_tile(tile_figure(timeline, tiles[i], figures), sum);
}

static void add_counts(const Timeline *timeline, const Tiling *tiling, const TimeFigure *figures, TimeFigure *sum)
{
    const uint32_t *tiles = timeline->ground->slots->tiles + tiling->first;
    for (uint32_t i = 0; i < tiling->count; i++) {
        const TimeFigure *tile = tile_figure(timeline, tiles[i], figures);
        sum->present += tile->present;
        sum->valued += tile->valued;
    }
}

/* The finest tiling that is complete, or NULL. */
static const Tiling *find_complete_tiling(const Timeline *timeline, uint32_t slot, QcdcUnitId unit, const TimeFigure *figures)
{
    const Tiling *tilings = timeline->ground->slots->tilings + (size_t)slot * TILING_KINDS;
    for (size_t k = 0; k < TILING_KINDS; k++) {
        const Tiling *tiling = &tilings[k];
        if (tiling->count > 0 && is_complete_tiling(timeline, tiling, unit, figures))
            return tiling;
    }
    return NULL;
}

/* A figure of the slot itself covers all its sub-periods (D16), and so does a row that says there is none. */
static void count_direct(uint32_t expected, TimeFigure *figure)
{
    figure->present = expected;
    figure->valued = figure->state == QCDC_FIGURE_VALUED ? expected : 0;
}

/* Counts are of the tiles that went in, or of the sub-periods where those tiles are finer than the base kind. */
static void count_tiled(const Timeline *timeline, uint32_t slot, const Tiling *used, const TimeFigure *figures,
                        uint32_t expected, TimeFigure *figure)
{
    const Tiling *base = base_tiling(timeline, slot);
    if (base != NULL) {
        add_counts(timeline, used->count > base->count ? base : used, figures, figure);
        return;
    }
    figure->valued = figure->is_complete ? expected : 0;
    figure->present = figure->state != QCDC_FIGURE_ABSENT ? expected : 0;
}

static void sum_tiles(const Timeline *timeline, uint32_t slot, const Tiling *used, bool is_complete, uint32_t expected,
                      const TimeFigure *figures, TimeFigure *figure)
{
    add_tiles(timeline, used, figures, figure);
    figure->is_complete = is_complete;
    count_tiled(timeline, slot, used, figures, expected, figure);
}

/* Without a complete tiling and without a figure of its own, a slot is what is there: the coarsest tiling, each tile by
 * its own resolution, leaves out nothing and adds nothing twice. */
static TimeFigure resolve_flow(const Timeline *timeline, uint32_t slot, QcdcUnitId unit, const uint32_t *rows,
                               const TimeFigure *figures)
{
    TimeFigure figure = {0};
    uint32_t expected = expected_in(timeline, slot, unit), row = rows[slot];
    const Tiling *complete = find_complete_tiling(timeline, slot, unit, figures);
    const Tiling *coarsest = slots_coarsest_tiling(timeline->ground->slots, slot);
    if (QCDC_FAULT("timeline-fine-before-coarse", complete != NULL, complete != NULL && !row_has_value(timeline, row))) {
        sum_tiles(timeline, slot, complete, true, expected, figures, &figure);
    } else if (row_has_value(timeline, row)) {
        take_row(timeline, row, &figure);
        figure.is_coarse = base_tiling(timeline, slot) != NULL;
        count_direct(expected, &figure);
    } else if (coarsest != NULL) {
        sum_tiles(timeline, slot, coarsest, false, expected, figures, &figure);
    }
    if (row != 0 && figure.state != QCDC_FIGURE_VALUED)
        figure.state = merge_absence(figure.state, state_of_absence(timeline->data->statuses[row - 1]));
    if (row != 0)
        figure.present = expected;
    return figure;
}

const Tiling *timeline_find_tiling(const Timeline *timeline, QcdcUnitId unit, uint32_t slot, const uint32_t *rows,
                                   const TimeFigure *figures)
{
    if (timeline->over_time != OVER_TIME_SUM)
        return NULL;
    const Tiling *complete = find_complete_tiling(timeline, slot, unit, figures);
    if (complete != NULL || row_has_value(timeline, rows[slot]))
        return complete;
    return slots_coarsest_tiling(timeline->ground->slots, slot);
}

static void resolve_flows(const Timeline *timeline, QcdcUnitId unit, const uint32_t *rows, TimeFigure *figures)
{
    const Slots *slots = timeline->ground->slots;
    for (size_t i = 0; i < slots->count; i++) {
        uint32_t slot = slots->by_length[i];
        figures[slot] = resolve_flow(timeline, slot, unit, rows, figures);
    }
}

/* What is taken from the last or first sub-period (S17, D17) */

static bool is_candidate(const Timeline *timeline, uint32_t candidate, uint32_t slot)
{
    return candidate == slot || !slots_is_finer(timeline->ground->slots, candidate, timeline->expectation->base_kind);
}

uint32_t timeline_find_sub_period(const Timeline *timeline, uint32_t slot)
{
    const Slots *slots = timeline->ground->slots;
    const Tiling *base = base_tiling(timeline, slot);
    if (base == NULL)
        return slots_is_finer(slots, slot, timeline->expectation->base_kind) ? SLOT_NONE : slot;
    return slots->tiles[base->first + (timeline->over_time == OVER_TIME_FIRST ? 0 : base->count - 1)];
}

/* The labels of one end (or beginning) are tried from the finest on, up to the slot itself. */
static TimeFigure resolve_stock(const Timeline *timeline, const Runs *runs, size_t place, uint32_t expected,
                                const uint32_t *rows)
{
    TimeFigure figure = {0};
    uint32_t slot = runs->slots[place];
    for (size_t i = runs->starts[place]; i <= place; i++) {
        uint32_t candidate = runs->slots[i], row = rows[candidate];
        if (row == 0 || !is_candidate(timeline, candidate, slot))
            continue;
        figure.present = expected;
        if (row_has_value(timeline, row)) {
            take_row(timeline, row, &figure);
            figure.is_coarse = base_tiling(timeline, slot) != NULL && timeline_find_sub_period(timeline, slot) != candidate;
            figure.valued = expected;
            return figure;
        }
        figure.state = merge_absence(figure.state, state_of_absence(timeline->data->statuses[row - 1]));
    }
    return figure;
}

/* The last known value, as an estimate (S17): it stands for a figure that must be there, and does not count as one. */
static void carry(const Timeline *timeline, QcdcUnitId unit, uint32_t slot, uint32_t known, TimeFigure *figure)
{
    uint32_t node = timeline_find_sub_period(timeline, slot);
    if (!timeline->carries || known == 0 || figure->state == QCDC_FIGURE_VALUED || figure->state == QCDC_FIGURE_NOT_APPLICABLE)
        return;
    if (node == SLOT_NONE || !coverage_must(timeline->ground, timeline->expectation, node, unit))
        return;
    take_row(timeline, known, figure);
    figure->status = qcdc_observation_status_merge(figure->status,
                                                   QCDC_FAULT("timeline-carried-status", QCDC_OBSERVATION_ESTIMATED, 0));
    figure->is_complete = false;
    figure->is_carried = true;
}

/* The finest value of the run that ends at @place; @known where it has none. */
static uint32_t find_known(const Timeline *timeline, const Runs *runs, size_t place, const uint32_t *rows, uint32_t known)
{
    const Slots *slots = timeline->ground->slots;
    for (size_t i = runs->starts[place]; i <= place; i++) {
        uint32_t slot = runs->slots[i];
        if (row_has_value(timeline, rows[slot]) && !slots_is_finer(slots, slot, timeline->expectation->base_kind))
            return rows[slot];
    }
    return known;
}

static void resolve_stocks(const Timeline *timeline, QcdcUnitId unit, const uint32_t *rows, TimeFigure *figures)
{
    const Slots *slots = timeline->ground->slots;
    const Runs *runs = QCDC_FAULT("timeline-last-for-first", timeline->over_time, OVER_TIME_LAST) == OVER_TIME_FIRST
                           ? &slots->by_begin
                           : &slots->by_end;
    uint32_t known = 0;
    for (size_t place = 0; place < slots->count; place++) {
        uint32_t slot = runs->slots[place], expected = expected_in(timeline, slot, unit);
        figures[slot] = resolve_stock(timeline, runs, place, expected, rows);
        carry(timeline, unit, slot, known, &figures[slot]);
        if (place + 1 == slots->count || runs->starts[place + 1] != runs->starts[place])
            known = find_known(timeline, runs, place, rows, known);
    }
}

/* What is never added over time (D20) */

static void resolve_directs(const Timeline *timeline, QcdcUnitId unit, const uint32_t *rows, TimeFigure *figures)
{
    for (uint32_t slot = 0; slot < timeline->ground->slots->count; slot++) {
        TimeFigure figure = {0};
        if (row_has_value(timeline, rows[slot]))
            take_row(timeline, rows[slot], &figure);
        else if (rows[slot] != 0)
            figure.state = state_of_absence(timeline->data->statuses[rows[slot] - 1]);
        if (rows[slot] != 0)
            count_direct(expected_in(timeline, slot, unit), &figure);
        figures[slot] = figure;
    }
}

void timeline_resolve(const Timeline *timeline, QcdcUnitId unit, const uint32_t *rows, TimeFigure *figures)
{
    switch (timeline->over_time) {
    case OVER_TIME_SUM:
        resolve_flows(timeline, unit, rows, figures);
        break;
    case OVER_TIME_FIRST:
    case OVER_TIME_LAST:
        resolve_stocks(timeline, unit, rows, figures);
        break;
    default:
        resolve_directs(timeline, unit, rows, figures);
    }
}
