/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "comparison-rows-private.h"

#include "breaks-private.h"
#include "common-private.h"
#include "kernel/fault-private.h"
#include "presence-private.h"

size_t comparison_place(const QcdcComparison *comparison, RowPlace at)
{
    return (at.subject * comparison->indicator_count + at.indicator) * comparison->bases.count + at.base;
}

/* Rows of one base are numbered in the order of their places, some of which are empty: halved, each time back to one that is not. */
RowPlace comparison_find_place(const QcdcComparison *comparison, size_t row)
{
    size_t bases = comparison->bases.count, base = ARRAY_AT(&comparison->rows, QcdcComparisonRow, row).base_index;
    size_t low = 0, high = comparison->subjects.count * comparison->indicator_count;
    const size_t *index = comparison->index;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2, at = middle;
        while (at > low && index[at * bases + base] == ROW_NONE)
            at--;
        if (index[at * bases + base] == ROW_NONE || index[at * bases + base] < row)
            low = middle;
        else if (index[at * bases + base] > row)
            high = at;
        else
            return (RowPlace){at / comparison->indicator_count, at % comparison->indicator_count, base};
    }
    return (RowPlace){low / comparison->indicator_count, low % comparison->indicator_count, base};
}

/* What is being filled in. */
typedef struct RowDraft {
    QcdcComparison *comparison;
    const Subject *subject;
    Area area;
    const Base *base;
    AreaPeriod now, then; /* then.slot: SLOT_NONE where no plan was found */
    uint32_t common_units; /* of a smaller common set: its units that are expected now */
    QcdcUnitId beside; /* the other unit, or the parent of a mean; else QCDC_ID_NONE */
    QcdcComparisonRow row;
} RowDraft;

static bool has_both(const RowDraft *draft)
{
    return draft->row.current_cell.figure.state == QCDC_FIGURE_VALUED &&
           draft->row.base_cell.figure.state == QCDC_FIGURE_VALUED;
}

static bool is_alone(const RowDraft *draft)
{
    const Expectation *expectation = coverage_of(&draft->comparison->cube->coverage, draft->row.indicator);
    return expectation != NULL && expectation->is_alone;
}

/* Other reporters, and other units (S21, D25). Not of plans, which are made by others than those who report, and not of
 * what is counted at the unit alone. */
static QcdcStatus add_caveats(RowDraft *draft, QcdcError *error)
{
    const QcdcCube *cube = draft->comparison->cube;
    uint8_t *marks = draft->comparison->marks;
    bool reporters_differ = false, units_differ = false;
    QcdcStatus status = QCDC_OK;
    if (draft->base->base == QCDC_BASE_PLAN || base_is_beside(draft->base->base) || is_alone(draft))
        return QCDC_OK;
    if (has_both(draft) && (!draft->comparison->is_common || common_is_kept(cube, draft->row.indicator)))
        status = area_reporters_differ(cube, draft->comparison->base_cube, &draft->area, draft->now, draft->then, marks,
                                       &reporters_differ, error);
    if (status == QCDC_OK)
        status = area_units_differ(cube, &draft->area, draft->now, draft->then, marks, &units_differ, error);
    draft->row.change.caveats |= reporters_differ ? QCDC_CAVEAT_COVERAGE_DIFFERS : 0u;
    draft->row.change.caveats |= units_differ ? QCDC_CAVEAT_UNITS_DIFFER : 0u;
    return status;
}

static QcdcStatus count_units(RowDraft *draft, QcdcError *error)
{
    const QcdcCube *cube = draft->comparison->cube;
    AreaUnits now = {0, 0}, then = {0, 0};
    QcdcStatus status = area_count_units(cube, &draft->area, draft->now, &now, error);
    Area beside = area_of_unit(draft->beside, QCDC_SCOPE_TOTAL);
    bool is_beside = draft->beside != (QcdcUnitId)QCDC_ID_NONE;
    if (status == QCDC_OK && draft->then.slot != SLOT_NONE)
        status = area_count_units(draft->comparison->base_cube, is_beside ? &beside : &draft->area, draft->then, &then, error);
    draft->row.units_expected = now.expected;
    draft->row.units_valued = now.valued;
    draft->row.base_units_expected = then.expected;
    draft->row.base_units_valued = then.valued;
    if (draft->row.is_common)
        draft->row.units_valued = draft->row.base_units_valued = draft->common_units;
    return status;
}

static bool is_in_time(QcdcBase base)
{
    return base != QCDC_BASE_PLAN && !base_is_beside(base);
}

/* W21, W22: of bases in time alone. */
static void find_presence(RowDraft *draft)
{
    if (!is_in_time(draft->base->base))
        return;
    PresenceFound found = presence_find(draft->comparison->cube, &draft->area, draft->now.slot, draft->then.slot);
    draft->row.presence = found.presence;
    draft->row.presence_day = found.day;
}

static void name_row(RowDraft *draft, size_t base_index)
{
    const Slots *slots = &draft->comparison->cube->slots;
    const Subject *subject = draft->subject;
    QcdcComparisonRow *row = &draft->row;
    bool is_part = subject->kind != SUBJECT_UNIT && subject->kind != SUBJECT_OWN;
    row->unit = is_part ? (QcdcUnitId)QCDC_ID_NONE : subject->unit;
    row->unit_code = subject->code;
    row->unit_name = subject->name;
    row->base_index = base_index;
    row->base = draft->base->base;
    row->base_unit = draft->beside;
    row->period = draft->comparison->period;
    if (draft->then.slot != SLOT_NONE)
        row->base_period = slots->nodes[draft->then.slot].period;
    if (row->base != QCDC_BASE_PLAN)
        return;
    row->plan = draft->base->scenario - 1u;
    row->plan_of_year = row->base_period.kind == QCDC_PERIOD_YEAR && !qcdc_period_equals(row->base_period, row->period);
}

/* D8: with neither figure a row stands only where one is expected; of u#own only where there is a row. */
static bool is_told(const RowDraft *draft)
{
    const QcdcCell *now = &draft->row.current_cell, *then = &draft->row.base_cell;
    if (now->figure.state == QCDC_FIGURE_VALUED || then->figure.state == QCDC_FIGURE_VALUED)
        return true;
    if (draft->subject->kind == SUBJECT_OWN)
        return now->figure.state != QCDC_FIGURE_ABSENT || then->figure.state != QCDC_FIGURE_ABSENT;
    return now->expected > 0;
}

/* What the rows say of a base, whatever its nature (S21, D4); the change itself says it of amounts. */
static uint32_t caveats_of_base(const QcdcFigure *base)
{
    int64_t value = base->value.coefficient;
    if (base->state != QCDC_FIGURE_VALUED)
        return 0;
    if (value == 0)
        return QCDC_CAVEAT_BASE_ZERO;
    bool is_negative = base->is_fraction ? (value < 0) != (base->denominator.coefficient < 0) : value < 0;
    return is_negative ? QCDC_CAVEAT_BASE_NEGATIVE : 0;
}

/* S8, D51: the figures stay, what joins them goes. */
static void part(QcdcChange *change)
{
    change->refusal = QCDC_REFUSAL_BREAK;
    change->direction = QCDC_DIRECTION_UNKNOWN;
    change->difference = (QcdcDecimal){0};
    change->caveats |= QCDC_CAVEAT_DEFINITION_DIFFERS;
}

static bool is_parted(const RowDraft *draft)
{
    const QcdcComparisonRow *row = &draft->row;
    BreakAsk ask = {&draft->area,          row->indicator, row->base_period, row->period, &row->base_cell.figure,
                    &row->current_cell.figure};
    return breaks_part(draft->comparison->cube, &ask);
}

static QcdcStatus measure(RowDraft *draft, QcdcError *error)
{
    const QcdcCube *cube = draft->comparison->cube;
    QcdcComparisonRow *row = &draft->row;
    QcdcQuantity quantity = catalog_indicator(cube->catalog, row->indicator)->quantity;
    QcdcStatus status = qcdc_change_measure(&row->current_cell.figure, &row->base_cell.figure, quantity, &row->change, error);
    if (status == QCDC_STATUS_OVERFLOW)
        return cube_fail_overflow(cube, row->unit_code, row->indicator, row->period, error);
    row->change.caveats |= status == QCDC_OK ? caveats_of_base(&row->base_cell.figure) : 0;
    if (status == QCDC_OK && !base_is_beside(row->base) && is_parted(draft))
        part(&row->change);
    /* S4: what "trên 300" adds to a sum is a bound, and that is said. */
    if (status == QCDC_OK && (row->current_cell.is_hedged || row->base_cell.is_hedged))
        row->change.caveats |= QCDC_CAVEAT_BOUNDED;
    if (status == QCDC_OK && qcdc_calendar_differs(qcdc_catalog_get_calendar(cube->catalog), row->period, row->base_period))
        row->change.caveats |= QCDC_FAULT("comparison-calendar", QCDC_CAVEAT_CALENDAR_DIFFERS, 0u);
    return status == QCDC_OK ? add_caveats(draft, error) : status;
}

static QcdcStatus read_cells(RowDraft *draft, QcdcError *error)
{
    const QcdcCube *cube = draft->comparison->cube;
    BaseFigure figure;
    QcdcStatus status = subject_read_slot(cube, draft->subject, draft->row.indicator, draft->now.slot, 0,
                                          &draft->row.current_cell, error);
    if (status == QCDC_OK)
        status = base_read(draft->comparison->base_cube, draft->base, draft->subject, draft->row.indicator, &figure, error);
    if (status != QCDC_OK)
        return status;
    draft->row.base_cell = figure.cell;
    draft->beside = figure.unit;
    draft->then = (AreaPeriod){draft->row.indicator, figure.slot, draft->base->scenario};
    return QCDC_OK;
}

/* W24: over the units that have a value in both periods. What is kept at the unit itself is as it is. */
static QcdcStatus take_common(RowDraft *draft, QcdcError *error)
{
    QcdcComparison *comparison = draft->comparison;
    QcdcComparisonRow *row = &draft->row;
    Common common = {comparison->cube, comparison->base_cube, &draft->area, draft->now, draft->then, comparison->marks};
    CommonCells cells = {.current = row->current_cell, .base = row->base_cell};
    QcdcStatus status = common_read(&common, &cells, error);
    if (status != QCDC_OK)
        return status;
    row->current_cell = cells.current;
    row->base_cell = cells.base;
    row->is_common = cells.is_smaller;
    draft->common_units = cells.expected;
    return QCDC_OK;
}

static RowDraft begin_row(QcdcComparison *comparison, RowPlace at)
{
    QcdcIndicatorId indicator = comparison->indicators[at.indicator];
    const Subject *subject = &comparison->subjects.items[at.subject];
    RowDraft draft = {.comparison = comparison,
                      .subject = subject,
                      .area = area_of_subject(subject),
                      .base = &ARRAY_AT(&comparison->bases, Base, at.base),
                      .now = {indicator, slots_find(&comparison->cube->slots, comparison->period), 0}};
    draft.row.indicator = indicator;
    return draft;
}

static QcdcStatus add_row(QcdcComparison *comparison, RowPlace at, QcdcError *error)
{
    RowDraft draft = begin_row(comparison, at);
    QcdcStatus status = read_cells(&draft, error);
    if (status == QCDC_OK && comparison->is_common && !common_is_kept(comparison->cube, draft.row.indicator))
        status = take_common(&draft, error);
    if (status != QCDC_OK || !QCDC_FAULT("comparison-told", is_told(&draft), true))
        return status;
    name_row(&draft, at.base);
    find_presence(&draft);
    status = count_units(&draft, error);
    if (status == QCDC_OK)
        status = measure(&draft, error);
    if (status != QCDC_OK)
        return status;
    comparison->index[comparison_place(comparison, at)] = comparison->rows.count;
    return array_append(&comparison->rows, &draft.row, 1, sizeof draft.row) ? QCDC_OK : memory_fail(error);
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

static void find_heads(QcdcComparison *comparison)
{
    const Subjects *subjects = &comparison->subjects;
    for (size_t i = 0; i < subjects->count; i++)
        comparison->heads[i] = SUBJECT_NONE;
    for (size_t b = subjects->block_count; b-- > 0;)
        for (size_t i = 0; i < subjects->blocks[b].part_count; i++)
            comparison->heads[subjects->parts[subjects->blocks[b].first_part + i]] = subjects->blocks[b].head;
}

static bool make_index(QcdcComparison *comparison)
{
    size_t count = comparison->subjects.count;
    if (__builtin_mul_overflow(count, comparison->indicator_count, &count) ||
        __builtin_mul_overflow(count, comparison->bases.count, &count))
        return false;
    comparison->index = memory_try_new(count, sizeof *comparison->index);
    comparison->marks = memory_try_new(comparison->cube->unit_count, sizeof *comparison->marks);
    comparison->heads = memory_try_new(comparison->subjects.count, sizeof *comparison->heads);
    if (comparison->heads != NULL)
        find_heads(comparison);
    for (size_t i = 0; i < count && comparison->index != NULL; i++)
        comparison->index[i] = ROW_NONE;
    return comparison->index != NULL && comparison->marks != NULL && comparison->heads != NULL;
}

QcdcStatus comparison_add_rows(QcdcComparison *comparison, QcdcError *error)
{
    return make_index(comparison) ? add_all(comparison, error) : memory_fail(error);
}
