/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of exact quotients (S1): each result is held against schoolbook integers, by what rounding means. */

#include <inttypes.h>

#include <qcdc/decimal.h>

#include "big.h"
#include "draw-decimal.h"
#include "law.h"

/* What is asked for, besides the fractions. */
typedef struct {
    unsigned power, decimals;
    QcdcRounding rounding;
} Form;

static Form draw_form(Random *dice)
{
    static const unsigned char usual[] = { 0, 1, 2, 2 };
    Form form = { usual[random_below(dice, 4)], usual[random_below(dice, 4)], draw_rounding(dice) };
    if (random_chance(dice, 3)) {
        form.power = (unsigned)random_below(dice, 10);
        form.decimals = (unsigned)random_below(dice, 10);
    }
    return form;
}

/* Every third fraction is one whose decimals end, so that halves come up. */
static QcdcFraction draw_fraction(Random *dice)
{
    static const int64_t endings[] = { 1, 2, 4, 5, 8, 16, 20, 25, 40, 80, 125, 200, 400, 625, 800, 1600, 2000 };
    QcdcFraction fraction = { draw_decimal(dice), draw_decimal(dice) };
    if (random_chance(dice, 3)) {
        fraction.numerator.coefficient = random_between(dice, -4000, 4000);
        fraction.denominator.coefficient = endings[random_below(dice, sizeof endings / sizeof endings[0])];
    }
    if (fraction.denominator.coefficient == 0)
        fraction.denominator.coefficient = 1;
    return fraction;
}

static int64_t step_aside(Random *dice, int64_t coefficient)
{
    int64_t aside = coefficient + random_between(dice, -1, 1);
    return aside < -DECIMAL_LARGEST || aside > DECIMAL_LARGEST ? coefficient : aside;
}

/* Often close to the other one, where a difference is all remainder. */
static QcdcFraction draw_neighbour(Random *dice, QcdcFraction fraction)
{
    if (random_chance(dice, 2))
        return draw_fraction(dice);
    QcdcFraction near = fraction;
    near.numerator.coefficient = step_aside(dice, near.numerator.coefficient);
    near.denominator.coefficient = step_aside(dice, near.denominator.coefficient);
    if (near.denominator.coefficient == 0)
        near.denominator.coefficient = fraction.denominator.coefficient;
    return near;
}

static bool fails(const char *what, QcdcFraction left, QcdcFraction right, Form form)
{
    const QcdcDecimal terms[] = { left.numerator, left.denominator, right.numerator, right.denominator };
    printf("# %s, power %u, decimals %u, rounding %d:", what, form.power, form.decimals, (int)form.rounding);
    for (size_t i = 0; i < 4; i++)
        printf(" %" PRId64 "e-%u", terms[i].coefficient, terms[i].decimals);
    printf("\n");
    return false;
}

/* The terms of a fraction as integers: both are multiplied by both powers of ten. */
static Big numerator_of(QcdcFraction fraction)
{
    return big_shift(big_of(fraction.numerator.coefficient), fraction.denominator.decimals);
}

static Big denominator_of(QcdcFraction fraction)
{
    return big_shift(big_of(fraction.denominator.coefficient), fraction.numerator.decimals);
}

/* Whether a call returned what exact arithmetic says of @numerator / @denominator × 10^power. */
static bool is_by_the_book(QcdcStatus status, QcdcDecimal result, Big numerator, Big denominator, Form form)
{
    numerator = big_shift(numerator, form.power + form.decimals);
    if (big_overflows(numerator, denominator, form.rounding))
        return status == QCDC_STATUS_OVERFLOW && result.coefficient == 77;
    return status == QCDC_OK && result.decimals == form.decimals &&
           big_is_rounded(numerator, denominator, big_of(result.coefficient), form.rounding);
}

static const QcdcDecimal untouched = { 77, 7, { 0 } };

static bool a_quotient_is_rounded_once(Random *dice)
{
    QcdcFraction fraction = draw_fraction(dice);
    Form form = draw_form(dice);
    QcdcDecimal result = untouched;
    QcdcStatus status = qcdc_fraction_to_decimal(fraction, form.power, form.decimals, form.rounding, &result, NULL);
    return is_by_the_book(status, result, numerator_of(fraction), denominator_of(fraction), form) ||
           fails("quotient", fraction, fraction, form);
}
LAW(a_quotient_is_rounded_once)

static bool a_difference_is_rounded_once(Random *dice)
{
    QcdcFraction left = draw_fraction(dice), right = draw_neighbour(dice, left);
    Form form = draw_form(dice);
    QcdcDecimal result = untouched;
    QcdcStatus status = qcdc_fraction_subtract(left, right, form.power, form.decimals, form.rounding, &result, NULL);
    Big numerator = big_subtract(big_multiply(numerator_of(left), denominator_of(right)),
                                 big_multiply(numerator_of(right), denominator_of(left)));
    Big denominator = big_multiply(denominator_of(left), denominator_of(right));
    return is_by_the_book(status, result, numerator, denominator, form) || fails("difference", left, right, form);
}
LAW(a_difference_is_rounded_once)

static bool a_quotient_of_quotients_is_rounded_once(Random *dice)
{
    QcdcFraction left = draw_fraction(dice), right = draw_neighbour(dice, left);
    Form form = draw_form(dice);
    if (right.numerator.coefficient == 0)
        right.numerator.coefficient = 3;
    QcdcDecimal result = untouched;
    QcdcStatus status = qcdc_fraction_divide(left, right, form.power, form.decimals, form.rounding, &result, NULL);
    Big numerator = big_multiply(numerator_of(left), denominator_of(right));
    Big denominator = big_multiply(numerator_of(right), denominator_of(left));
    return is_by_the_book(status, result, numerator, denominator, form) || fails("ratio", left, right, form);
}
LAW(a_quotient_of_quotients_is_rounded_once)

static bool a_difference_turns_its_sign_with_its_sides(Random *dice)
{
    QcdcFraction left = draw_fraction(dice), right = draw_neighbour(dice, left);
    Form form = draw_form(dice);
    QcdcDecimal one = { 0 }, other = { 0 };
    QcdcStatus there = qcdc_fraction_subtract(left, right, form.power, form.decimals, form.rounding, &one, NULL);
    QcdcStatus back = qcdc_fraction_subtract(right, left, form.power, form.decimals, form.rounding, &other, NULL);
    return (there == back && one.coefficient == -other.coefficient) || fails("both ways", left, right, form);
}
LAW(a_difference_turns_its_sign_with_its_sides)

static bool a_sign_may_stand_on_either_term(Random *dice)
{
    QcdcFraction left = draw_fraction(dice), right = draw_neighbour(dice, left), turned = left;
    Form form = draw_form(dice);
    QcdcDecimal one = { 0 }, other = { 0 };
    turned.numerator.coefficient = -turned.numerator.coefficient;
    turned.denominator.coefficient = -turned.denominator.coefficient;
    QcdcStatus there = qcdc_fraction_subtract(left, right, form.power, form.decimals, form.rounding, &one, NULL);
    QcdcStatus same = qcdc_fraction_subtract(turned, right, form.power, form.decimals, form.rounding, &other, NULL);
    bool holds = there == same && one.coefficient == other.coefficient && qcdc_fraction_compare(left, turned) == 0;
    return holds || fails("signs", left, right, form);
}
LAW(a_sign_may_stand_on_either_term)

static bool order_is_that_of_the_quotients(Random *dice)
{
    QcdcFraction left = draw_fraction(dice), right = draw_neighbour(dice, left);
    if (random_chance(dice, 5)) { /* the same quotient, expanded */
        int64_t factor = random_between(dice, 1, 1000);
        left.numerator.coefficient %= DECIMAL_LARGEST / 1000;
        left.denominator.coefficient = left.denominator.coefficient % (DECIMAL_LARGEST / 1000) + 1;
        left.denominator.coefficient += left.denominator.coefficient == 0;
        right = left;
        right.numerator.coefficient *= factor;
        right.denominator.coefficient *= factor;
    }
    Big cross = big_subtract(big_multiply(numerator_of(left), denominator_of(right)),
                             big_multiply(numerator_of(right), denominator_of(left)));
    int sign = big_is_zero(cross) ? 0 : cross.is_negative ? -1 : 1;
    if ((left.denominator.coefficient < 0) != (right.denominator.coefficient < 0))
        sign = -sign;
    Form form = { 0, 0, QCDC_ROUND_DEFAULT };
    bool holds = qcdc_fraction_compare(left, right) == sign && qcdc_fraction_compare(right, left) == -sign;
    return holds || fails("order", left, right, form);
}
LAW(order_is_that_of_the_quotients)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a quotient is rounded once", check_a_quotient_is_rounded_once },
        { "a difference is rounded once", check_a_difference_is_rounded_once },
        { "a quotient of quotients is rounded once", check_a_quotient_of_quotients_is_rounded_once },
        { "a difference turns its sign with its sides", check_a_difference_turns_its_sign_with_its_sides },
        { "a sign may stand on either term", check_a_sign_may_stand_on_either_term },
        { "order is that of the quotients", check_order_is_that_of_the_quotients },
    };
    return SUITE_RUN("fraction-laws", tests, argc, argv);
}
