/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/bounds-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static bool is_one_of(const char *word, const char *const *words)
{
    for (size_t k = 0; words[k] != NULL; k++)
        if (strcmp(word, words[k]) == 0)
            return true;
    return false;
}

/* 1: the figure is at least what is printed; -1: at most; 0: no bound is known. */
static int find_direction(const char *hedge)
{
    static const char *const at_least[] = { "trên", "Trên", "hơn", "Hơn", "ít nhất", "Ít nhất", "từ", "Từ", "từ … trở lên",
                                            "over", "more than", "at least", NULL };
    static const char *const at_most[] = { "dưới", "Dưới", "gần", "Gần", "không quá", "Không quá",
                                           "under", "less than", "nearly", "at most", NULL };

    if (is_one_of(hedge, at_least))
        return QCDC_FAULT("bounds-at-least", 1, -1);
    return is_one_of(hedge, at_most) ? -1 : 0;
}

static void note_hedge(Bounds *bounds, const char *hedge)
{
    for (size_t k = 0; k < bounds->hedge_count; k++)
        if (strcmp(bounds->hedges[k], hedge) == 0)
            return;
    if (bounds->hedge_count < MOST_HEDGES_TOLD)
        bounds->hedges[bounds->hedge_count++] = hedge;
}

void bounds_add_hedge(Bounds *bounds, const char *hedge, int sign)
{
    int direction = find_direction(hedge) * sign;

    if (hedge[0] == '\0')
        return;
    bounds->is_hedged = true;
    bounds->may_be_less = bounds->may_be_less || direction <= 0;
    bounds->may_be_more = bounds->may_be_more || QCDC_FAULT("bounds-more", direction >= 0, true);
    note_hedge(bounds, hedge);
}

void bounds_add_row(Bounds *bounds, const Check *check, size_t row, int sign)
{
    bounds_add_hedge(bounds, check->columns->hedges != NULL ? dataset_string(check->dataset, check->columns->hedges[row]) : "", sign);
}

static QcdcStatus add_rows(Bounds *bounds, const Check *check, const CellKey *key, int sign)
{
    Trace trace = { .rows = { 0 } };
    QcdcStatus status = trace_cell(check->cube, *key, &trace, check->error);

    for (size_t k = 0; k < trace.rows.count && status == QCDC_OK; k++)
        bounds_add_row(bounds, check, ARRAY_AT(&trace.rows, uint32_t, k), sign);
    trace_clear(&trace);
    return status;
}

/* A term of a formula: its rows lie behind its own cell. */
static QcdcStatus add_term(Bounds *bounds, const Check *check, const CellKey *key, const FormTerm *term, int sign)
{
    CellKey behind = *key;
    QcdcCell cell;
    QcdcStatus status;

    if (term->indicator == (QcdcIndicatorId)QCDC_ID_NONE)
        return QCDC_OK;
    behind.indicator = term->indicator;
    behind.slot = formula_term_slot(check->cube, term, key->slot);
    if (behind.slot == SLOT_NONE)
        return QCDC_OK;
    status = check_read_cell(check, &behind, &cell);
    if (status != QCDC_OK)
        return status;
    return bounds_add_cell(bounds, check, &behind, &cell, term->coefficient.coefficient < 0 ? -sign : sign);
}

/* Forms within forms are few: the cube has made sure of it (formulas_check). */
QcdcStatus bounds_add_cell(Bounds *bounds, const Check *check, const CellKey *key, const QcdcCell *cell, int sign)
{
    const Form *form = catalog_indicator(check->catalog, key->indicator)->form;
    QcdcStatus status = QCDC_OK;

    if (!cell->is_hedged)
        return QCDC_OK;
    if (form == NULL)
        return add_rows(bounds, check, key, sign);
    for (size_t k = 0; k < form->count && status == QCDC_OK; k++)
        status = add_term(bounds, check, key, &form->terms[k], form->divisor_count > 0 ? 0 : sign);
    for (size_t k = 0; k < form->divisor_count && status == QCDC_OK; k++)
        status = add_term(bounds, check, key, &form->divisor_terms[k], 0);
    return status;
}

static bool stands_twice(const Form *form, size_t index)
{
    const FormTerm *term = formula_term(form, index);

    for (size_t k = 0; k < formula_term_count(form); k++)
        if (k != index && formula_term(form, k)->kind == term->kind && formula_term(form, k)->indicator == term->indicator)
            return true;
    return false;
}

int bounds_find_sign(const Form *form, size_t index, const FormValue *value)
{
    int sign = formula_term(form, index)->coefficient.coefficient < 0 ? -1 : 1;
    bool is_positive = value->fraction.numerator.coefficient >= 0 && value->fraction.denominator.coefficient > 0;

    if (form->divisor_count == 0)
        return sign;
    if (!is_positive || stands_twice(form, index))
        return 0;
    return index < form->count ? sign : QCDC_FAULT("bounds-below-the-line", -sign, sign);
}

bool bounds_can_hold(const Bounds *bounds, const Sides *sides)
{
    switch (sides->comparison) {
    case FORM_AT_MOST:
    case FORM_BELOW:
        return bounds->may_be_less;
    case FORM_AT_LEAST:
    case FORM_ABOVE:
        return bounds->may_be_more;
    case FORM_UNEQUAL:
        return bounds->may_be_less || bounds->may_be_more;
    default:
        return sides_are_falling(sides) ? bounds->may_be_less : bounds->may_be_more;
    }
}
