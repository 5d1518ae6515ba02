/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/decimal.h>

#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* a/b - c/d over one denominator would need up to 36 + 18 + 18 digits; 128 bits hold 38. So both quotients are divided
 * out digit by digit, as on paper, and only what is left of them is compared: at every step two remainders, each below
 * its own divisor of at most 27 digits. */

/* @whole + @remainder / @divisor with 0 <= remainder < divisor; so @whole is the floor, also below zero. */
typedef struct {
    QcdcWide whole, remainder, divisor;
} Quotient;

static const Quotient zero_quotient = {0, 0, 1};

static Quotient divide(QcdcFraction fraction)
{
    QcdcWide numerator = fraction.numerator.coefficient, denominator = fraction.denominator.coefficient;
    if (fraction.denominator.decimals > fraction.numerator.decimals)
        numerator *= qcdc_power_of_ten(fraction.denominator.decimals - fraction.numerator.decimals);
    else
        denominator *= qcdc_power_of_ten(fraction.numerator.decimals - fraction.denominator.decimals);
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    Quotient quotient = {numerator / denominator, numerator % denominator, denominator};
    if (QCDC_FAULT("fraction-floor", quotient.remainder < 0, false)) {
        quotient.whole--;
        quotient.remainder += denominator;
    }
    return quotient;
}

static int take_digit(Quotient *quotient)
{
    QcdcWide dividend = 10 * quotient->remainder;
    quotient->remainder = dividend % quotient->divisor;
    return (int)(dividend / quotient->divisor);
}

static int compare_wide(QcdcWide left, QcdcWide right)
{
    return (left > right) - (left < right);
}

/* The order of a/b and c/d, none negative, by their continued fractions: nothing is multiplied, so nothing overflows.
 * Where the whole parts are equal, r/b < s/d says the same as d/s < b/r. */
static int compare_quotients(QcdcWide a, QcdcWide b, QcdcWide c, QcdcWide d)
{
    for (;;) {
        int order = compare_wide(a / b, c / d);
        QcdcWide left_rest = a % b, right_rest = c % d;
        if (order != 0)
            return order;
        if (left_rest == 0 || right_rest == 0)
            return QCDC_FAULT("fraction-compare-end", compare_wide(left_rest, right_rest), 0);
        a = d;
        d = left_rest;
        QcdcWide old_b = b;
        b = right_rest;
        c = old_b;
    }
}

/* What the remainders of two quotients leave of their difference. */
typedef struct {
    int sign;       /* of the rest of left - the rest of right */
    int half_order; /* that difference, plus 1 if it is negative, against a half */
} Rest;

static Rest subtract_rests(const Quotient *left, const Quotient *right)
{
    Rest rest;
    rest.sign = compare_quotients(left->remainder, left->divisor, right->remainder, right->divisor);
    QcdcWide shifted = 2 * left->remainder + (rest.sign < 0 ? left->divisor : -left->divisor);
    rest.half_order = -1;
    if (shifted >= 0)
        rest.half_order = compare_quotients(shifted, 2 * left->divisor, right->remainder, right->divisor);
    return rest;
}

/* Rounds @floor + rest by its magnitude; the sign is put back after (S1). */
static QcdcWide round_once(QcdcWide floor, Rest rest, QcdcRounding rounding)
{
    if (rest.sign == 0)
        return floor;
    if (QCDC_FAULT("fraction-borrow", rest.sign < 0, false))
        floor--;
    bool is_below_zero = floor < 0;
    QcdcWide magnitude = is_below_zero ? -floor - 1 : floor;
    int half_order = QCDC_FAULT("fraction-half-below-zero", is_below_zero, false) ? -rest.half_order : rest.half_order;
    magnitude += qcdc_rounds_up(rounding, half_order, magnitude % 2 == 1);
    return is_below_zero ? -magnitude : magnitude;
}

/* Past this the digits to come only lead further away, so that the result cannot be a value. */
static bool is_beyond_return(QcdcWide whole)
{
    return QCDC_FAULT("fraction-overflow", whole > QCDC_DECIMAL_LIMIT || whole < -QCDC_DECIMAL_LIMIT, false);
}

static QcdcStatus subtract_quotients(Quotient left, Quotient right, unsigned power, unsigned decimals,
                                     QcdcRounding rounding, QcdcDecimal *out_value, QcdcError *error)
{
    QcdcWide whole = left.whole - right.whole;
    for (unsigned digits = power + decimals; digits > 0 && !is_beyond_return(whole); digits--) {
        whole = 10 * whole + take_digit(&left);
        whole -= take_digit(&right);
    }
    if (!is_beyond_return(whole))
        whole = round_once(whole, subtract_rests(&left, &right), rounding);
    return qcdc_decimal_store(whole, decimals, out_value, error);
}

static bool is_fraction(QcdcFraction fraction)
{
    return qcdc_decimal_is_valid(fraction.numerator) && qcdc_decimal_is_valid(fraction.denominator) &&
           fraction.denominator.coefficient != 0;
}

static QcdcStatus check_form(unsigned power, unsigned decimals, QcdcRounding rounding, const QcdcDecimal *out_value,
                             QcdcError *error)
{
    if (out_value == NULL)
        return qcdc_error_set_argument(error, "no place for the value");
    if (power > QCDC_DECIMAL_MAX_DECIMALS || decimals > QCDC_DECIMAL_MAX_PRINTED)
        return qcdc_error_set_argument(error, "powers are 0 to 9, decimals 0 to 15");
    if (!qcdc_is_rounding(rounding))
        return qcdc_error_set_argument(error, "not a rounding");
    return QCDC_OK;
}

QcdcStatus qcdc_fraction_to_decimal(QcdcFraction fraction, unsigned power, unsigned decimals, QcdcRounding rounding,
                                    QcdcDecimal *out_value, QcdcError *error)
{
    QcdcStatus status = check_form(power, decimals, rounding, out_value, error);
    if (status != QCDC_OK)
        return status;
    if (!is_fraction(fraction))
        return qcdc_error_set_argument(error, "not a fraction: two values, the denominator not 0");
    return subtract_quotients(divide(fraction), zero_quotient, power, decimals, rounding, out_value, error);
}

QcdcStatus qcdc_fraction_subtract(QcdcFraction left, QcdcFraction right, unsigned power, unsigned decimals,
                                  QcdcRounding rounding, QcdcDecimal *out_difference, QcdcError *error)
{
    QcdcStatus status = check_form(power, decimals, rounding, out_difference, error);
    if (status != QCDC_OK)
        return status;
    if (!is_fraction(left) || !is_fraction(right))
        return qcdc_error_set_argument(error, "not a fraction: two values, the denominator not 0");
    return subtract_quotients(divide(left), divide(right), power, decimals, rounding, out_difference, error);
}

/* Quotient of quotients: a·d / b·c fits, since each product has at most 36 digits and a remainder takes one more. The
 * powers of ten of the four terms become digits to take, or digits to cut. */

static QcdcWide magnitude_of_product(QcdcDecimal left, QcdcDecimal right)
{
    QcdcWide product = (QcdcWide)left.coefficient * right.coefficient;
    return product < 0 ? -product : product;
}

/* The quotient without its last @count digits, rounded. */
static QcdcWide cut_digits(Quotient quotient, int count, QcdcRounding rounding)
{
    QcdcWide step = (QcdcWide)qcdc_power_of_ten((unsigned)count / 2) * qcdc_power_of_ten((unsigned)(count + 1) / 2);
    QcdcWide kept = quotient.whole / step;
    int half_order = compare_wide(2 * (quotient.whole % step), step);
    if (half_order == 0 && QCDC_FAULT("fraction-cut-rest", quotient.remainder > 0, false))
        half_order = 1;
    return kept + qcdc_rounds_up(rounding, half_order, kept % 2 == 1);
}

static QcdcWide append_digits(Quotient quotient, int count, QcdcRounding rounding)
{
    QcdcWide whole = quotient.whole;
    for (; count > 0 && !is_beyond_return(whole); count--)
        whole = 10 * whole + take_digit(&quotient);
    int half_order = compare_wide(2 * quotient.remainder, quotient.divisor);
    return whole + qcdc_rounds_up(rounding, half_order, whole % 2 == 1);
}

static bool is_negative(QcdcFraction fraction)
{
    return (fraction.numerator.coefficient < 0) != (fraction.denominator.coefficient < 0);
}

QcdcStatus qcdc_fraction_divide(QcdcFraction left, QcdcFraction right, unsigned power, unsigned decimals,
                                QcdcRounding rounding, QcdcDecimal *out_quotient, QcdcError *error)
{
    QcdcStatus status = check_form(power, decimals, rounding, out_quotient, error);
    if (status != QCDC_OK)
        return status;
    if (!is_fraction(left) || !is_fraction(right) || right.numerator.coefficient == 0)
        return qcdc_error_set_argument(error, "not two fractions, the second not 0");
    QcdcWide dividend = magnitude_of_product(left.numerator, right.denominator);
    QcdcWide divisor = magnitude_of_product(left.denominator, right.numerator);
    Quotient quotient = {dividend / divisor, dividend % divisor, divisor};
    int digits = left.denominator.decimals + right.numerator.decimals - left.numerator.decimals - right.denominator.decimals +
                 (int)(power + decimals);
    QcdcWide magnitude = digits < 0 ? cut_digits(quotient, -digits, rounding) : append_digits(quotient, digits, rounding);
    return qcdc_decimal_store(is_negative(left) != is_negative(right) ? -magnitude : magnitude, decimals, out_quotient, error);
}

int qcdc_fraction_compare(QcdcFraction left, QcdcFraction right)
{
    bool left_valid = is_fraction(left), right_valid = is_fraction(right);
    if (!left_valid || !right_valid)
        return left_valid - right_valid;
    Quotient one = divide(left), other = divide(right);
    int order = compare_wide(one.whole, other.whole);
    return order != 0 ? order : compare_quotients(one.remainder, one.divisor, other.remainder, other.divisor);
}
