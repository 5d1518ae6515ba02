/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "breaks-private.h"

#include <qcdc/calendar.h>
#include <stdlib.h>

#include "formula-private.h"
#include "kernel/fault-private.h"
#include "timeline-private.h"

/* A row with flag B where it is looked for: by indicator, last day, slot and place in the tree. */
typedef struct BreakRow {
    QcdcIndicatorId indicator;
    int32_t day;
    uint32_t slot, position;
    uint32_t row;
} BreakRow;

static int32_t last_day(QcdcPeriod period)
{
    int32_t first = 0, last = 0;
    qcdc_calendar_get_days(NULL, period, &first, &last, NULL);
    return last;
}

static int compare_places(const BreakRow *left, const BreakRow *right)
{
    if (left->indicator != right->indicator)
        return left->indicator < right->indicator ? -1 : 1;
    if (left->day != right->day)
        return left->day < right->day ? -1 : 1;
    if (left->slot != right->slot)
        return left->slot < right->slot ? -1 : 1;
    return (left->position > right->position) - (left->position < right->position);
}

static int compare_rows(const void *left_item, const void *right_item)
{
    const BreakRow *left = left_item, *right = right_item;
    int order = compare_places(left, right);
    return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static bool is_break(const DatasetColumns *data, size_t row)
{
    return (data->statuses[row] & QCDC_OBSERVATION_BREAK) != 0 && status_has_value(data->statuses[row]) &&
           data->scenarios[row] == 0;
}

/* No place where the roll-up does not look at the row. */
static bool find_place(const QcdcCube *cube, size_t row, BreakRow *out_place)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    uint32_t slot = slots_find(&cube->slots, data->periods[row]);
    if (slot == SLOT_NONE || coverage_of(&cube->coverage, data->indicators[row]) == NULL)
        return false;
    *out_place = (BreakRow){data->indicators[row], last_day(data->periods[row]), slot,
                            forest_tree(&cube->forest, slot)->positions[data->units[row]], (uint32_t)row};
    return out_place->position != POSITION_NONE;
}

bool breaks_gather(const QcdcCube *cube, Array *out_breaks)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    BreakRow place;
    for (size_t row = 0; row < data->count; row++)
        if (is_break(data, row) && find_place(cube, row, &place) && !array_append(out_breaks, &place, 1, sizeof place))
            return false;
    if (out_breaks->count > 1)
        qsort(out_breaks->items, out_breaks->count, sizeof(BreakRow), compare_rows);
    return true;
}

/* How many lie before the place. */
static size_t count_before(const QcdcCube *cube, const BreakRow *place)
{
    size_t low = 0, high = cube->breaks.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_places(&ARRAY_AT(&cube->breaks, BreakRow, middle), place) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Looks for the first row, in the order of the dataset, from @start on. */
typedef struct BreakSearch {
    const QcdcCube *cube;
    const BreakAsk *ask;
    size_t start, found;
} BreakSearch;

/* What is counted at the unit alone has no figures below it (D20). */
static bool goes_in(const BreakSearch *search, const BreakRow *at)
{
    const DatasetColumns *data = dataset_columns(search->cube->dataset);
    const Area *area = search->ask->area;
    if (coverage_of(&search->cube->coverage, at->indicator)->is_alone)
        return area->kind == SUBJECT_UNIT && data->units[at->row] == area->unit;
    return area_holds(search->cube, area, at->slot, data->units[at->row], (QcdcScope)data->scopes[at->row]);
}

/* The rows of one indicator, day and slot, of the units in the area's part of the tree. */
static void search_slot(BreakSearch *search, const BreakRow *begin)
{
    const UnitTree *tree = forest_tree(&search->cube->forest, begin->slot);
    BreakRow place = *begin;
    place.position = tree->positions[search->ask->area->unit];
    if (place.position == POSITION_NONE)
        return;
    uint32_t end = tree->ends[place.position];
    for (size_t k = count_before(search->cube, &place); k < search->cube->breaks.count; k++) {
        const BreakRow *at = &ARRAY_AT(&search->cube->breaks, BreakRow, k);
        if (at->indicator != begin->indicator || at->day != begin->day || at->slot != begin->slot || at->position >= end)
            break;
        if (at->row >= search->start && at->row < search->found && goes_in(search, at))
            search->found = at->row;
    }
}

/* After the base's last day, not after the current one's. */
static void search_indicator(BreakSearch *search, QcdcIndicatorId indicator)
{
    int32_t base_day = last_day(search->ask->base), current_day = last_day(search->ask->current);
    BreakRow place = {.indicator = indicator, .day = QCDC_FAULT("breaks-after-base", base_day + 1, base_day)};
    size_t k;
    while ((k = count_before(search->cube, &place)) < search->cube->breaks.count) {
        const BreakRow *at = &ARRAY_AT(&search->cube->breaks, BreakRow, k);
        if (at->indicator != indicator || at->day > current_day)
            return;
        search_slot(search, at);
        place = *at;
        place.position = POSITION_NONE; /* past the slot */
    }
}

/* The indicator, or what its formula comes down to. */
static void search_terms(BreakSearch *search, QcdcIndicatorId indicator)
{
    const Form *form = catalog_indicator(search->cube->catalog, indicator)->form;
    if (form == NULL)
        search_indicator(search, indicator);
    for (size_t i = 0; form != NULL && i < formula_term_count(form); i++) {
        QcdcIndicatorId term = formula_term(form, i)->indicator;
        if (term != (QcdcIndicatorId)QCDC_ID_NONE)
            search_terms(search, term);
    }
}

size_t breaks_next(const QcdcCube *cube, const BreakAsk *ask, size_t start)
{
    BreakSearch search = {cube, ask, start, SIZE_MAX};
    if (cube->breaks.count > 0)
        search_terms(&search, ask->indicator);
    return search.found;
}

/* A plan, and a base that is later, do not stand before a change of the definition: B is the caveat alone. */
bool breaks_part(const QcdcCube *cube, const BreakAsk *ask)
{
    const unsigned on_new = QCDC_OBSERVATION_BREAK | QCDC_FAULT("breaks-base-on-new", QCDC_OBSERVATION_DEFINITION, 0);
    bool has_both = ask->base_figure->state == QCDC_FIGURE_VALUED && ask->current_figure->state == QCDC_FIGURE_VALUED;
    if (!has_both || (ask->base_figure->status & on_new) != 0 || last_day(ask->base) >= last_day(ask->current))
        return false;
    return (ask->current_figure->status & QCDC_OBSERVATION_BREAK) != 0 || breaks_next(cube, ask, 0) != SIZE_MAX;
}
