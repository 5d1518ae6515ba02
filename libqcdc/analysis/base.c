/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base-private.h"

#include <string.h>

#include "cube-private.h"
#include "kernel/fault-private.h"

/* Periods (S15) */

static QcdcStatus refuse_year(QcdcPeriod period, QcdcError *error)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(period, label, sizeof label);
    return qcdc_error_set(error, QCDC_STATUS_REFUSED, "base", 0, 0, "some months of a year are not compared with a full year", label,
                          "take the same months of the other year as base");
}

static bool is_part_against_year(QcdcPeriod period, QcdcPeriod base)
{
    return period.kind == QCDC_PERIOD_TO_DATE && base.kind == QCDC_PERIOD_YEAR;
}

static QcdcStatus find_named_period(const char *label, QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error)
{
    QcdcPeriod named;
    if (label == NULL)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "base", 0, 0, "a base period without a label", NULL, NULL);
    QcdcStatus status = qcdc_period_parse(label, strlen(label), &named, error);
    if (status != QCDC_OK)
        return status;
    if (is_part_against_year(period, named) || is_part_against_year(named, period))
        return refuse_year(named, error);
    *out_period = named;
    return QCDC_OK;
}

/* Plans (S24) */

static QcdcStatus fail_plan(const QcdcCatalog *catalog, const char *name, QcdcError *error)
{
    Text hint = {0};
    for (size_t i = 0; i < catalog_plan_count(catalog); i++) {
        text_append(&hint, i == 0 ? "plans are " : ", ");
        text_append(&hint, qcdc_catalog_get_plan_name(catalog, i));
    }
    if (catalog_plan_count(catalog) == 0)
        text_append(&hint, "declare it under [plans]");
    qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, "base", 0, 0, name != NULL ? "not a declared plan" : "no plan is declared",
                   name, text_get(&hint));
    text_clear(&hint);
    return QCDC_STATUS_NOT_FOUND;
}

static QcdcStatus find_plan(const QcdcCatalog *catalog, const char *name, uint16_t *out_scenario, QcdcError *error)
{
    for (size_t i = 0; i < catalog_plan_count(catalog); i++) {
        if (name == NULL || strcmp(qcdc_catalog_get_plan_name(catalog, i), name) == 0) {
            *out_scenario = (uint16_t)(i + 1);
            return QCDC_OK;
        }
    }
    return fail_plan(catalog, name, error);
}

QcdcStatus base_find(const QcdcCatalog *catalog, const QcdcBaseOption *option, QcdcPeriod period, Base *out_base, QcdcError *error)
{
    Base base = {.base = option->base == QCDC_BASE_DEFAULT ? QCDC_BASE_SAME_PERIOD : option->base, .period = period};
    QcdcStatus status;
    switch (base.base) {
    case QCDC_BASE_SAME_PERIOD:
        status = qcdc_period_same_last_year(period, &base.period, error);
        break;
    case QCDC_BASE_PREVIOUS:
        status = qcdc_period_previous(period, &base.period, error);
        break;
    case QCDC_BASE_PERIOD:
        status = find_named_period(option->period, period, &base.period, error);
        break;
    case QCDC_BASE_PLAN:
        status = find_plan(catalog, option->plan, &base.scenario, error);
        break;
    default:
        status = qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "base", 0, 0, "not a base", NULL, NULL);
    }
    if (status == QCDC_OK)
        *out_base = base;
    return status;
}

/* Figures */

static QcdcStatus read_at(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator, uint32_t slot,
                          BaseFigure *figure, QcdcError *error)
{
    figure->slot = slot;
    return subject_read_slot(cube, subject, indicator, slot, base->scenario, &figure->cell, error);
}

/* A plan of some units or months alone is not the plan of the whole. */
static bool is_whole(const BaseFigure *figure)
{
    return figure->cell.figure.state == QCDC_FIGURE_VALUED && figure->cell.origin != QCDC_ORIGIN_PARTIAL;
}

static bool is_around(const QcdcCube *cube, uint32_t slot, QcdcPeriod period, QcdcPeriod year)
{
    QcdcPeriod label = cube->slots.nodes[slot].period;
    return !qcdc_period_equals(label, period) && label.kind != QCDC_PERIOD_DAYS &&
           QCDC_FAULT("base-plan-year", qcdc_period_contains(year, label), true) && qcdc_period_contains(label, period);
}

/* From the shortest label on; a plan that is not whole is the last resort. */
static QcdcStatus read_plan(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                            BaseFigure *out_figure, QcdcError *error)
{
    QcdcPeriod year = qcdc_period_get_container(base->period, QCDC_PERIOD_YEAR);
    BaseFigure figure = {0};
    QcdcStatus status = read_at(cube, base, subject, indicator, slots_find(&cube->slots, base->period), &figure, error);
    *out_figure = figure;
    for (size_t i = 0; i < cube->slots.count && status == QCDC_OK && !is_whole(&figure); i++) {
        uint32_t slot = cube->slots.by_length[i];
        if (!is_around(cube, slot, base->period, year))
            continue;
        status = read_at(cube, base, subject, indicator, slot, &figure, error);
        bool is_better = is_whole(&figure) || (out_figure->cell.figure.state != QCDC_FIGURE_VALUED &&
                                               figure.cell.figure.state == QCDC_FIGURE_VALUED);
        if (status == QCDC_OK && is_better)
            *out_figure = figure;
    }
    return status;
}

QcdcStatus base_read(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                     BaseFigure *out_figure, QcdcError *error)
{
    if (base->base == QCDC_BASE_PLAN)
        return read_plan(cube, base, subject, indicator, out_figure, error);
    BaseFigure figure = {0};
    QcdcStatus status = read_at(cube, base, subject, indicator, slots_find(&cube->slots, base->period), &figure, error);
    if (status == QCDC_OK)
        *out_figure = figure;
    return status;
}
