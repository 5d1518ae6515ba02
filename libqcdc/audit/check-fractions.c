/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "audit/places-private.h"
#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* fraction-above-one (S6, D48): a share of the whole is not more than the whole. */

typedef struct Fraction {
    QcdcIndicatorId indicator;
    const Form *form;
    QcdcCell *cells; /* a term each */
} Fraction;

/* Terms of the period itself, of one measure: what is divided is of the same kind. */
static bool has_one_measure(const Check *check, const Form *form)
{
    const char *measure = NULL;

    for (size_t k = 0; k < formula_term_count(form); k++) {
        const FormTerm *term = formula_term(form, k);
        if (term->kind != FORM_TERM_INDICATOR)
            return false;
        const char *own = catalog_indicator(check->catalog, term->indicator)->texts[QCDC_INDICATOR_MEASURE];
        if (QCDC_FAULT("fraction-measure", measure != NULL && strcmp(measure, own) != 0, false))
            return false;
        measure = own;
    }
    return true;
}

static bool is_plain(const FormTerm *term)
{
    return term->coefficient.coefficient == 1 && term->coefficient.decimals == 0;
}

/* Of parts part-above-total speaks. */
static bool is_of_part(const Check *check, const Form *form)
{
    QcdcIndicatorId at = form->terms[0].indicator, whole = form->divisor_terms[0].indicator;

    if (form->count != 1 || form->divisor_count != 1 || !is_plain(&form->terms[0]) || !is_plain(&form->divisor_terms[0]))
        return false;
    while (at != (QcdcIndicatorId)QCDC_ID_NONE && at != whole)
        at = catalog_indicator(check->catalog, at)->part_of;
    return at == whole;
}

static bool is_looked_at(const Check *check, const Indicator *indicator)
{
    return indicator->is_fraction && indicator->power == 2 && has_one_measure(check, indicator->form) &&
           !is_of_part(check, indicator->form);
}

static QcdcStatus tell(Check *check, const CellKey *key, size_t row, const Fraction *fraction, const Sides *sides)
{
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *key,
                        .sides = *sides,
                        .row = row,
                        .left_noun = "quotient",
                        .relation = "above",
                        .right_noun = "one",
                        .hint = "a share is at most the whole: one of the figures is to be looked at" };
    QcdcStatus status = evidence_add_form(&evidence, key, fraction->form, &sides->left, fraction->cells, 1);

    return verdict_put_down(check, &verdict, &evidence, status);
}

static QcdcStatus try_fraction(Check *check, const CellKey *place, size_t row, void *data)
{
    Fraction *fraction = data;
    CellKey key = *place;
    Sides sides = { .right = side_of((QcdcDecimal){ .coefficient = 1 }),
                    .comparison = FORM_AT_MOST,
                    .tolerance = check->tolerance };
    bool holds = true;
    QcdcStatus status;

    key.indicator = fraction->indicator;
    status = formula_evaluate(check->cube, fraction->form, &key, fraction->cells, &sides.left, check->error);
    if (status == QCDC_OK && sides.left.is_usable)
        status = verdict_hold(check, &key, &sides, &holds);
    return status == QCDC_OK && !holds ? tell(check, &key, row, fraction, &sides) : status;
}

static QcdcStatus check_fraction(Check *check, QcdcIndicatorId indicator)
{
    Fraction fraction = { .indicator = indicator, .form = catalog_indicator(check->catalog, indicator)->form };
    Array indicators = { 0 };
    QcdcStatus status = check_gather_behind(check, &indicator, 1, &indicators);

    fraction.cells = memory_try_new(formula_term_count(fraction.form), sizeof *fraction.cells);
    if (fraction.cells == NULL)
        status = memory_fail(check->error);
    if (status == QCDC_OK)
        status = places_visit(check, indicators.items, indicators.count, try_fraction, &fraction);
    qcdc_free(fraction.cells);
    array_clear(&indicators);
    return status;
}

QcdcStatus check_fractions(Check *check)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < catalog_indicator_count(check->catalog) && status == QCDC_OK; k++)
        if (is_looked_at(check, catalog_indicator(check->catalog, (QcdcIndicatorId)k)))
            status = check_fraction(check, (QcdcIndicatorId)k);
    return status;
}
