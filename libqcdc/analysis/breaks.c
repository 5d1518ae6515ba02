/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "breaks-private.h"

#include <qcdc/calendar.h>

#include "formula-private.h"
#include "kernel/fault-private.h"
#include "timeline-private.h"

bool breaks_gather(const QcdcDataset *dataset, Array *out_rows)
{
    const DatasetColumns *data = dataset_columns(dataset);
    for (size_t i = 0; i < data->count; i++) {
        uint32_t row = (uint32_t)i;
        bool is_break = (data->statuses[i] & QCDC_OBSERVATION_BREAK) != 0 && status_has_value(data->statuses[i]);
        if (is_break && data->scenarios[i] == 0 && !array_append(out_rows, &row, 1, sizeof row))
            return false;
    }
    return true;
}

/* Is it the indicator, or does its formula come down to it? */
static bool goes_into(const QcdcCatalog *catalog, QcdcIndicatorId reported, QcdcIndicatorId indicator)
{
    const Form *form = catalog_indicator(catalog, indicator)->form;
    if (form == NULL)
        return reported == indicator;
    for (size_t i = 0; i < formula_term_count(form); i++) {
        QcdcIndicatorId term = formula_term(form, i)->indicator;
        if (term != (QcdcIndicatorId)QCDC_ID_NONE && goes_into(catalog, reported, term))
            return true;
    }
    return false;
}

static int32_t last_day(QcdcPeriod period)
{
    int32_t first = 0, last = 0;
    qcdc_calendar_get_days(0, period, &first, &last, NULL);
    return last;
}

/* After the base's last day, not after the current one's. */
static bool lies_between(const BreakAsk *ask, QcdcPeriod period)
{
    int32_t day = last_day(period), base = last_day(ask->base);
    return QCDC_FAULT("breaks-after-base", base < day, base <= day) && day <= last_day(ask->current);
}

static bool is_between(const QcdcCube *cube, const BreakAsk *ask, uint32_t row)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    QcdcIndicatorId indicator = data->indicators[row];
    uint32_t slot = slots_find(&cube->slots, data->periods[row]);
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    if (slot == SLOT_NONE || expectation == NULL || !lies_between(ask, data->periods[row]) ||
        !goes_into(cube->catalog, indicator, ask->indicator))
        return false;
    /* What is counted at the unit alone has no figures below it (D20). */
    if (expectation->is_alone)
        return ask->area->kind == SUBJECT_UNIT && data->units[row] == ask->area->unit;
    return area_holds(cube, ask->area, slot, data->units[row], (QcdcScope)data->scopes[row]);
}

size_t breaks_next(const QcdcCube *cube, const BreakAsk *ask, size_t start)
{
    while (start < cube->breaks.count && !is_between(cube, ask, ARRAY_AT(&cube->breaks, uint32_t, start)))
        start++;
    return start;
}

/* A plan, and a base that is later, do not stand before a change of the definition: B is the caveat alone. */
bool breaks_part(const QcdcCube *cube, const BreakAsk *ask)
{
    const unsigned on_new = QCDC_OBSERVATION_BREAK | QCDC_FAULT("breaks-base-on-new", QCDC_OBSERVATION_DEFINITION, 0);
    bool has_both = ask->base_figure->state == QCDC_FIGURE_VALUED && ask->current_figure->state == QCDC_FIGURE_VALUED;
    if (!has_both || (ask->base_figure->status & on_new) != 0 || last_day(ask->base) >= last_day(ask->current))
        return false;
    return (ask->current_figure->status & QCDC_OBSERVATION_BREAK) != 0 || breaks_next(cube, ask, 0) < cube->breaks.count;
}
