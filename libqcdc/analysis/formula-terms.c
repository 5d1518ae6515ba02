/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "formula-private.h"

size_t formula_term_count(const Form *form)
{
    return form->count + form->divisor_count;
}

const FormTerm *formula_term(const Form *form, size_t index)
{
    return index < form->count ? &form->terms[index] : &form->divisor_terms[index - form->count];
}

static QcdcStatus step_back(const FormTerm *term, QcdcPeriod period, QcdcPeriod *out_earlier, QcdcError *error)
{
    if (term->kind == FORM_TERM_PREVIOUS)
        return qcdc_period_previous(period, out_earlier, error);
    return qcdc_period_same_last_year(period, out_earlier, error);
}

uint32_t formula_term_slot(const QcdcCube *cube, const FormTerm *term, uint32_t slot)
{
    QcdcPeriod earlier;
    if (term->kind != FORM_TERM_PREVIOUS && term->kind != FORM_TERM_BASE)
        return slot;
    if (step_back(term, cube->slots.nodes[slot].period, &earlier, NULL) != QCDC_OK)
        return SLOT_NONE;
    return slots_find(&cube->slots, earlier);
}

/* Asked of terms that have no slot alone: an error is large. */
QcdcRefusal formula_term_refusal(const QcdcCube *cube, const FormTerm *term, uint32_t slot)
{
    QcdcPeriod earlier;
    QcdcError error = {0};
    return step_back(term, cube->slots.nodes[slot].period, &earlier, &error) == QCDC_OK ? QCDC_REFUSAL_NONE : error.refusal;
}

OverTime formula_find_time_rule(const QcdcCatalog *catalog, QcdcIndicatorId id)
{
    const Indicator *indicator = catalog_indicator(catalog, id);
    OverTime rule = OVER_TIME_AFTER;
    bool has_rule = false;
    if (indicator->form == NULL)
        return indicator->over_time;
    for (size_t i = 0; i < formula_term_count(indicator->form); i++) {
        QcdcIndicatorId term = formula_term(indicator->form, i)->indicator;
        OverTime of_term = term == (QcdcIndicatorId)QCDC_ID_NONE ? rule : formula_find_time_rule(catalog, term);
        if (has_rule && of_term != rule)
            return OVER_TIME_AFTER;
        has_rule = has_rule || term != (QcdcIndicatorId)QCDC_ID_NONE;
        rule = of_term;
    }
    return rule;
}
