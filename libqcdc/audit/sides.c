/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/sides-private.h"

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

enum { QUOTIENT_DECIMALS = 4 };

FormValue side_of(QcdcDecimal value)
{
    return (FormValue){ .fraction = { value, { .coefficient = 1 } }, .is_usable = true };
}

/* Whole numbers in lowest terms, the denominator above 0. Both stay below 10^28. */
typedef struct Quotient {
    QcdcWide numerator, denominator;
} Quotient;

static QcdcWide magnitude(QcdcWide value)
{
    return value < 0 ? -value : value;
}

static Quotient reduce(QcdcFraction fraction)
{
    Quotient quotient = { fraction.numerator.coefficient, fraction.denominator.coefficient };
    unsigned above = fraction.numerator.decimals, below = fraction.denominator.decimals;

    quotient.denominator *= above > below ? qcdc_power_of_ten(above - below) : 1;
    quotient.numerator *= below > above ? qcdc_power_of_ten(below - above) : 1;
    if (quotient.denominator < 0) {
        quotient.numerator = -quotient.numerator;
        quotient.denominator = -quotient.denominator;
    }
    QcdcWide common = qcdc_find_common_divisor(magnitude(quotient.numerator), quotient.denominator);
    quotient.numerator /= common;
    quotient.denominator /= common;
    return quotient;
}

static bool multiply(QcdcWide left, QcdcWide right, QcdcWide *out_product)
{
    return !__builtin_mul_overflow(left, right, out_product);
}

/* left - right and the tolerance over one denominator, so that they compare as numbers; false past 128 bits. */
static bool bring_together(const Sides *sides, QcdcWide *out_difference, QcdcWide *out_tolerance)
{
    Quotient left = reduce(sides->left.fraction), right = reduce(sides->right.fraction);
    Quotient tolerance = reduce(side_of(sides->tolerance).fraction);
    QcdcWide first, second, common;

    if (!multiply(left.numerator, right.denominator, &first) || !multiply(right.numerator, left.denominator, &second) ||
        !multiply(left.denominator, right.denominator, &common) || __builtin_sub_overflow(first, second, &first))
        return false;
    return multiply(first, tolerance.denominator, out_difference) && multiply(common, tolerance.numerator, out_tolerance);
}

/* The order of left - right and of +tolerance or -tolerance. */
typedef struct Distance {
    int to_upper, to_lower; /* -1 below, 0 at it, 1 above */
} Distance;

static int compare_wide(QcdcWide left, QcdcWide right)
{
    return (left > right) - (left < right);
}

/* Without a tolerance nothing need be multiplied, and nothing overflows. */
static bool measure(const Sides *sides, Distance *out_distance)
{
    QcdcWide difference, tolerance;
    int order;

    if (sides->tolerance.coefficient == 0) {
        order = qcdc_fraction_compare(sides->left.fraction, sides->right.fraction);
        *out_distance = (Distance){ order, order };
        return true;
    }
    if (!bring_together(sides, &difference, &tolerance))
        return false;
    *out_distance = (Distance){ compare_wide(difference, tolerance), compare_wide(difference, -tolerance) };
    return true;
}

static bool stands(FormOperator comparison, Distance distance)
{
    switch (comparison) {
    case FORM_AT_MOST:
        return QCDC_FAULT("sides-at-most", distance.to_upper <= 0, distance.to_upper < 0);
    case FORM_BELOW:
        return QCDC_FAULT("sides-below", distance.to_upper < 0, distance.to_upper <= 0);
    case FORM_AT_LEAST:
        return distance.to_lower >= 0;
    case FORM_ABOVE:
        return QCDC_FAULT("sides-above", distance.to_lower > 0, distance.to_lower >= 0);
    case FORM_UNEQUAL:
        return distance.to_upper > 0 || distance.to_lower < 0;
    default:
        return QCDC_FAULT("sides-equal", distance.to_upper <= 0 && distance.to_lower >= 0, distance.to_upper <= 0);
    }
}

QcdcStatus sides_hold(const Sides *sides, bool *out_holds, QcdcError *error)
{
    Distance distance;

    if (!measure(sides, &distance))
        return qcdc_error_set(error, QCDC_STATUS_OVERFLOW, NULL, 0, 0,
                              "the sides of a rule and its tolerance are outside the range of exact comparison", NULL,
                              "take quotients of smaller figures, or leave the tolerance out");
    *out_holds = stands(sides->comparison, distance);
    return QCDC_OK;
}

bool sides_are_falling(const Sides *sides)
{
    return qcdc_fraction_compare(sides->left.fraction, sides->right.fraction) > 0;
}

/* With as many decimals as the other has, if it can hold them. */
static QcdcDecimal pad(QcdcDecimal value, unsigned decimals)
{
    QcdcDecimal padded;

    if (value.decimals >= decimals || qcdc_decimal_rescale(value, decimals, &padded, NULL) != QCDC_OK)
        return value;
    return padded;
}

QcdcStatus sides_tell(const Sides *sides, QcdcDecimal *out_left, QcdcDecimal *out_right, QcdcDecimal *out_difference,
                      QcdcError *error)
{
    QcdcFraction left = sides->left.fraction, right = sides->right.fraction;
    QcdcStatus status;

    if (!sides->left.is_quotient && !sides->right.is_quotient) {
        *out_left = pad(left.numerator, right.numerator.decimals);
        *out_right = pad(right.numerator, left.numerator.decimals);
        return qcdc_decimal_subtract(left.numerator, right.numerator, out_difference, error);
    }
    status = qcdc_fraction_to_decimal(left, 0, QUOTIENT_DECIMALS, QCDC_ROUND_DEFAULT, out_left, error);
    if (status == QCDC_OK)
        status = qcdc_fraction_to_decimal(right, 0, QUOTIENT_DECIMALS, QCDC_ROUND_DEFAULT, out_right, error);
    if (status == QCDC_OK)
        status = qcdc_fraction_subtract(left, right, 0, QUOTIENT_DECIMALS, QCDC_ROUND_DEFAULT, out_difference, error);
    return status;
}
