/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "formula-private.h"

/* Exact arithmetic: every step is checked, because coefficients and decimals multiply */

static bool multiply(QcdcWide left, QcdcWide right, QcdcWide *out_product)
{
    return !__builtin_mul_overflow(left, right, out_product);
}

static bool scale_up(QcdcWide value, unsigned powers, QcdcWide *out_value)
{
    for (; powers > 0; powers--)
        if (!multiply(value, 10, &value))
            return false;
    *out_value = value;
    return true;
}

static unsigned decimals_of(const FormTerm *term, const TermValue *value)
{
    if (term->kind == FORM_TERM_CONSTANT)
        return term->coefficient.decimals;
    return term->coefficient.decimals + value->decimals;
}

static bool add_term(const FormTerm *term, const TermValue *value, unsigned decimals, QcdcWide *sum)
{
    QcdcWide product = term->coefficient.coefficient;
    if (term->kind != FORM_TERM_CONSTANT && !multiply(product, value->value, &product))
        return false;
    return scale_up(product, decimals - decimals_of(term, value), &product) && !__builtin_add_overflow(*sum, product, sum);
}

/* Σ coefficient × value; @out_decimals are the most any term has. */
static bool add_terms(const FormTerm *terms, const TermValue *values, size_t count, QcdcWide *out_sum, unsigned *out_decimals)
{
    unsigned decimals = 0;
    QcdcWide sum = 0;
    for (size_t i = 0; i < count; i++)
        if (decimals_of(&terms[i], &values[i]) > decimals)
            decimals = decimals_of(&terms[i], &values[i]);
    for (size_t i = 0; i < count; i++)
        if (!add_term(&terms[i], &values[i], decimals, &sum))
            return false;
    *out_sum = sum;
    *out_decimals = decimals;
    return true;
}

/* To @wanted decimals, half away from zero; digits are lost only where a coefficient has decimals that the indicator
 * cannot hold. */
static bool rescale(QcdcWide value, unsigned decimals, unsigned wanted, QcdcDecimal *out_value)
{
    if (decimals < wanted && !scale_up(value, wanted - decimals, &value))
        return false;
    QcdcWide divisor = 1;
    for (unsigned i = wanted; i < decimals; i++)
        divisor *= 10;
    QcdcWide half = divisor / 2, magnitude = value < 0 ? -value : value;
    magnitude = (magnitude + half) / divisor;
    if (magnitude >= QCDC_DECIMAL_LIMIT)
        return false;
    *out_value = (QcdcDecimal){.coefficient = (int64_t)(value < 0 ? -magnitude : magnitude), .decimals = (uint8_t)wanted};
    return true;
}

static unsigned hold(unsigned decimals)
{
    return decimals < QCDC_DECIMAL_MAX_DECIMALS ? decimals : QCDC_DECIMAL_MAX_DECIMALS;
}

static bool work_out_side(const FormTerm *terms, const TermValue *values, size_t count, QcdcDecimal *out_value)
{
    QcdcWide sum;
    unsigned decimals;
    return add_terms(terms, values, count, &sum, &decimals) && rescale(sum, decimals, hold(decimals), out_value);
}

bool formula_work_out_sides(const Form *form, const TermValue *values, QcdcFraction *out_fraction)
{
    out_fraction->denominator = (QcdcDecimal){.coefficient = 1};
    return work_out_side(form->terms, values, form->count, &out_fraction->numerator) &&
           (form->divisor_count == 0 ||
            work_out_side(form->divisor_terms, values + form->count, form->divisor_count, &out_fraction->denominator));
}

bool formula_work_out(const Form *form, const TermValue *values, const Indicator *indicator, QcdcFigure *figure)
{
    QcdcWide sum;
    unsigned decimals;
    QcdcFraction fraction;
    if (!indicator->is_fraction)
        return add_terms(form->terms, values, form->count, &sum, &decimals) &&
               rescale(sum, decimals, indicator->decimals, &figure->value);
    if (!formula_work_out_sides(form, values, &fraction))
        return false;
    figure->value = fraction.numerator;
    figure->denominator = fraction.denominator;
    figure->is_fraction = 1;
    figure->power = indicator->power;
    return true;
}
