/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* derived-against-reported (S6, D48): a figure typed for an indicator that has a formula. */

/* The figure that the formula gives, as it would be typed. */
typedef struct Derived {
    FormValue exact;      /* of a quotient in the measure of the row: 81,5687 for 14175/17378 in % */
    QcdcDecimal rounded;  /* at the indicator's decimals */
    QcdcDecimal cut;      /* the same cut off */
} Derived;

/* 10^power times the quotient. */
static bool raise(QcdcFraction *fraction, unsigned power)
{
    QcdcDecimal *below = &fraction->denominator;

    if (below->decimals + power <= QCDC_DECIMAL_MAX_DECIMALS) {
        below->decimals = (uint8_t)(below->decimals + power);
        return true;
    }
    return !__builtin_mul_overflow(fraction->numerator.coefficient, qcdc_power_of_ten(power), &fraction->numerator.coefficient) &&
           qcdc_decimal_is_valid(fraction->numerator);
}

static QcdcStatus derive(const Check *check, const CellKey *key, const FormValue *value, Derived *out_derived)
{
    const Indicator *indicator = catalog_indicator(check->catalog, key->indicator);
    QcdcStatus status;

    out_derived->exact = *value;
    out_derived->rounded = out_derived->cut = value->fraction.numerator;
    if (!value->is_quotient)
        return QCDC_OK;
    status = qcdc_fraction_to_decimal(value->fraction, indicator->power, indicator->decimals, QCDC_ROUND_DEFAULT,
                                      &out_derived->rounded, check->error);
    if (status == QCDC_OK)
        status = qcdc_fraction_to_decimal(value->fraction, indicator->power, indicator->decimals, QCDC_ROUND_TRUNCATE,
                                          &out_derived->cut, check->error);
    if (status == QCDC_OK && !raise(&out_derived->exact.fraction, indicator->power))
        status = cube_fail_percent(check->cube, check_unit_code(check, key), key->indicator, check_period(check, key), check->error);
    return status;
}

static QcdcStatus tell(Check *check, const CellKey *key, size_t row, const Derived *derived, const FormValue *value,
                       const QcdcCell *cells)
{
    const Form *form = catalog_indicator(check->catalog, key->indicator)->form;
    bool is_cut = derived->exact.is_quotient && qcdc_decimal_compare(check_row_value(check, row), derived->cut) == 0;
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *key,
                        .sides = { side_of(check_row_value(check, row)), derived->exact, FORM_EQUAL, check->tolerance },
                        .row = row,
                        .left_noun = "reported figure",
                        .right_noun = "what its formula gives",
                        .after = is_cut ? "; it was cut off instead of rounded" : NULL,
                        .hint = "one of the figures is to be looked at; the formula is what is used",
                        .reading = is_cut ? "cut-off" : NULL };
    QcdcStatus status = evidence_add_row(&evidence, row, 1);

    if (status == QCDC_OK)
        status = evidence_add_form(&evidence, key, form, value, cells, -1);
    return verdict_put_down(check, &verdict, &evidence, status);
}

/* A unit without children has one figure: that up the tree knows reported totals too. */
static CellKey key_of_row(const Check *check, size_t row)
{
    CellKey key = check_row_key(check, row);
    const UnitTree *tree = forest_tree(&check->cube->forest, key.slot);
    uint32_t position = tree->positions[key.unit];

    if (position != POSITION_NONE && tree->ends[position] == position + 1)
        key.scope = QCDC_SCOPE_TOTAL;
    return key;
}

static QcdcStatus hold(Check *check, const CellKey *key, size_t row, const QcdcCell *cells, const FormValue *value)
{
    Derived derived;
    Sides sides = { .left = side_of(check_row_value(check, row)), .comparison = FORM_EQUAL, .tolerance = check->tolerance };
    bool holds;
    QcdcStatus status = derive(check, key, value, &derived);

    if (status != QCDC_OK)
        return status;
    sides.right = side_of(derived.rounded);
    status = sides_hold(&sides, &holds, check->error);
    if (status != QCDC_OK || QCDC_FAULT("derived-rounded", holds, true))
        return status;
    return tell(check, key, row, &derived, value, cells);
}

static QcdcStatus check_row(Check *check, size_t row)
{
    const Form *form = catalog_indicator(check->catalog, check->columns->indicators[row])->form;
    CellKey key;
    FormValue value;
    QcdcCell *cells;
    QcdcStatus status;

    if (form == NULL)
        return QCDC_OK;
    key = key_of_row(check, row);
    cells = memory_try_new(formula_term_count(form), sizeof *cells);
    if (cells == NULL)
        return memory_fail(check->error);
    status = formula_evaluate(check->cube, form, &key, cells, &value, check->error);
    if (status == QCDC_OK && value.is_usable)
        status = hold(check, &key, row, cells, &value);
    qcdc_free(cells);
    return status;
}

QcdcStatus check_derived(Check *check)
{
    return check_each_row(check, check_row);
}
