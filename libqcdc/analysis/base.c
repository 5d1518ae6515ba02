/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base-private.h"

#include <string.h>

#include "formula-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* Periods (S15) */

static QcdcStatus refuse_year(QcdcPeriod period, QcdcError *error)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(period, label, sizeof label);
    qcdc_error_set(error, QCDC_STATUS_REFUSED, "base", 0, 0, "some months of a year are not compared with a full year", label,
                   "take the same months of the other year as base");
    return qcdc_error_refuse(error, QCDC_REFUSAL_MONTHS_AGAINST_YEAR);
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
    size_t plan = catalog_find_plan(catalog, name);
    if (plan == SIZE_MAX)
        return fail_plan(catalog, name, error);
    *out_scenario = (uint16_t)(plan + 1);
    return QCDC_OK;
}

/* D56: as any unit of the period. */
static QcdcStatus find_unit(const QcdcCatalog *catalog, const char *code, QcdcPeriod period, QcdcUnitId *out_unit, QcdcError *error)
{
    if (code == NULL)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "base", 0, 0, "a base unit without a code", NULL, NULL);
    return qcdc_catalog_find_unit(catalog, code, period, out_unit, error);
}

QcdcStatus base_find(const QcdcCatalog *catalog, const QcdcBaseOption *option, QcdcPeriod period, Base *out_base,
                     QcdcError *error)
{
    Base base = {.base = option->base == QCDC_BASE_DEFAULT ? QCDC_BASE_SAME_PERIOD : option->base, .period = period, .unit = QCDC_ID_NONE};
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
    case QCDC_BASE_UNIT:
        status = find_unit(catalog, option->unit, period, &base.unit, error);
        break;
    case QCDC_BASE_PARENT_MEAN:
        status = QCDC_OK;
        break;
    default:
        status = qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "base", 0, 0, "not a base", NULL, NULL);
    }
    if (status == QCDC_OK)
        *out_base = base;
    return status;
}

/* Figures */

static bool has_value(const BaseFigure *figure)
{
    return figure->cell.figure.state == QCDC_FIGURE_VALUED;
}

static QcdcStatus read_at(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                          uint32_t slot, BaseFigure *figure, QcdcError *error)
{
    figure->slot = slot;
    figure->unit = QCDC_ID_NONE;
    return subject_read_slot(cube, subject, indicator, slot, base->scenario, &figure->cell, error);
}

/* Is there a plan with this very label, of the indicator or of a term of its formula? */
static bool is_planned(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, uint16_t scenario)
{
    const Column *column = cube_column(cube, indicator, scenario);
    const Form *form = catalog_indicator(cube->catalog, indicator)->form;
    if (column != NULL && column->observed[slot] != 0)
        return true;
    for (size_t i = 0; form != NULL && i < formula_term_count(form); i++) {
        const FormTerm *term = formula_term(form, i);
        bool is_figure = term->kind != FORM_TERM_UNITS && term->kind != FORM_TERM_CONSTANT;
        const Column *terms = is_figure ? cube_column(cube, term->indicator, scenario) : NULL;
        if (terms != NULL && terms->observed[slot] != 0)
            return true;
    }
    return false;
}

static bool is_around(const QcdcCube *cube, uint32_t slot, QcdcPeriod period, QcdcPeriod year)
{
    QcdcPeriod label = cube->slots.nodes[slot].period;
    return !qcdc_period_equals(label, period) && qcdc_period_contains(label, period) &&
           QCDC_FAULT("base-plan-year", qcdc_period_contains(year, label), true);
}

/* From the period itself to the shortest label around it that has a value. */
static QcdcStatus read_plan(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                            BaseFigure *out_figure, QcdcError *error)
{
    QcdcPeriod year = qcdc_period_get_container(base->period, QCDC_PERIOD_YEAR);
    QcdcStatus status = read_at(cube, base, subject, indicator, slots_find(&cube->slots, base->period), out_figure, error);
    for (size_t i = 0; i < cube->slots.count && status == QCDC_OK && !has_value(out_figure); i++) {
        uint32_t slot = cube->slots.by_length[i];
        if (is_around(cube, slot, base->period, year) && is_planned(cube, indicator, slot, base->scenario))
            status = read_at(cube, base, subject, indicator, slot, out_figure, error);
    }
    if (status == QCDC_OK && !has_value(out_figure))
        *out_figure = (BaseFigure){.slot = SLOT_NONE, .unit = QCDC_ID_NONE};
    return status;
}

bool base_is_beside(QcdcBase base)
{
    return base == QCDC_BASE_UNIT || base == QCDC_BASE_PARENT_MEAN;
}

QcdcStatus base_read(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                     BaseFigure *out_figure, QcdcError *error)
{
    if (base->base == QCDC_BASE_PLAN)
        return read_plan(cube, base, subject, indicator, out_figure, error);
    if (base->base == QCDC_BASE_UNIT)
        return base_read_unit(cube, base, subject, indicator, out_figure, error);
    if (base->base == QCDC_BASE_PARENT_MEAN)
        return base_read_mean(cube, base, subject, indicator, out_figure, error);
    BaseFigure figure = {0};
    QcdcStatus status = read_at(cube, base, subject, indicator, slots_find(&cube->slots, base->period), &figure, error);
    if (status == QCDC_OK)
        *out_figure = figure;
    return status;
}
