/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of average growth and of contributions (S25): what is returned is held against schoolbook integers, by what rounding means. */

#include <inttypes.h>

/* 2x below 2^62 to the twelfth power, and a value */
#define BIG_LIMBS 32

#include <qcdc/contribution.h>
#include <qcdc/growth.h>

#include "big.h"
#include "draw-decimal.h"
#include "law.h"

enum {
    MOST_YEARS = 12
};

typedef struct Case {
    QcdcDecimal first, last;
    uint32_t years;
    unsigned decimals;
    QcdcRounding rounding;
} Case;

static bool fails(const char *what, const Case *drawn, QcdcStatus status, QcdcDecimal result)
{
    printf("# %s: %" PRId64 "e-%u to %" PRId64 "e-%u in %u years, decimals %u, rounding %d: status %d, %" PRId64 "\n", what,
           drawn->first.coefficient, drawn->first.decimals, drawn->last.coefficient, drawn->last.decimals,
           (unsigned)drawn->years, drawn->decimals, (int)drawn->rounding, (int)status, result.coefficient);
    return false;
}

static Big power_of(Big base, uint32_t exponent)
{
    Big power = big_of(1);
    for (; exponent > 0; exponent--)
        power = big_multiply(base, power);
    return power;
}

static QcdcDecimal draw_positive(Random *dice)
{
    QcdcDecimal value = draw_decimal(dice);
    value.coefficient = value.coefficient < 0 ? -value.coefficient : value.coefficient;
    value.coefficient += value.coefficient == 0;
    return value;
}

static int64_t power_of_small(int64_t base, uint32_t exponent)
{
    int64_t power = 1;
    for (; exponent > 0; exponent--)
        power *= base;
    return power;
}

/* Figures whose root is known, so that exact results and halves come up. */
static void draw_powers(Random *dice, Case *drawn)
{
    static const int64_t roots[] = { 1, 2, 4, 5, 8, 16, 20, 25, 40, 80 };
    drawn->years = (uint32_t)random_between(dice, 1, 6);
    drawn->decimals = (unsigned)random_below(dice, 3);
    drawn->first.coefficient = power_of_small(roots[random_below(dice, sizeof roots / sizeof roots[0])], drawn->years);
    drawn->last.coefficient = power_of_small(random_between(dice, 1, 200), drawn->years);
    drawn->last.decimals = drawn->first.decimals = (uint8_t)random_below(dice, 3);
}

static Case draw_case(Random *dice)
{
    Case drawn = { draw_positive(dice), draw_positive(dice), (uint32_t)random_between(dice, 1, 5), 0, draw_rounding(dice) };
    drawn.decimals = random_chance(dice, 2) ? (unsigned)random_between(dice, 1, 2) : (unsigned)random_below(dice, 16);
    if (random_chance(dice, 10))
        drawn.years = (uint32_t)random_between(dice, 6, MOST_YEARS);
    if (random_chance(dice, 3))
        draw_powers(dice, &drawn);
    return drawn;
}

/* x against @twice / 2, where x^years = D^years × last / first; -1 where x is less. */
static int compare_root(const Case *drawn, Big twice)
{
    Big whole = big_shift(big_of(200), drawn->decimals);
    Big left = big_multiply(big_shift(big_of(drawn->last.coefficient), drawn->first.decimals), power_of(whole, drawn->years));
    Big right = big_multiply(big_shift(big_of(drawn->first.coefficient), drawn->last.decimals), power_of(twice, drawn->years));
    return big_is_zero(twice) || twice.is_negative ? 1 : big_compare(left, right);
}

/* @percent + @halves / 2 units of its last decimal as a twofold root. */
static Big root_of(const Case *drawn, int64_t percent, int halves)
{
    Big whole = big_shift(big_of(200), drawn->decimals);
    return big_add(whole, big_add(big_of(percent), big_add(big_of(percent), big_of(halves))));
}

/* Is the growth rounded to @percent? By the sign of the growth, which may be lost where it is cut to 0. */
static bool is_rounded(const Case *drawn, int64_t percent)
{
    int sign = compare_root(drawn, root_of(drawn, 0, 0));
    if (sign == 0)
        return percent == 0;
    if ((percent > 0 && sign < 0) || (percent < 0 && sign > 0))
        return false;
    if (drawn->rounding == QCDC_ROUND_TRUNCATE)
        return sign * compare_root(drawn, root_of(drawn, percent, 0)) >= 0 &&
               sign * compare_root(drawn, root_of(drawn, percent, 2 * sign)) < 0;
    int below = sign * compare_root(drawn, root_of(drawn, percent, -sign));
    int above = sign * compare_root(drawn, root_of(drawn, percent, sign));
    bool is_even = percent % 2 == 0;
    if (drawn->rounding == QCDC_ROUND_HALF_EVEN)
        return (below > 0 || (below == 0 && is_even)) && (above < 0 || (above == 0 && is_even));
    return below >= 0 && above < 0;
}

/* A growth beyond 18 digits is above 0, and 10^18 is even. */
static bool overflows(const Case *drawn)
{
    Big limit = big_add(root_of(drawn, 0, 0), big_multiply(big_of(2), big_of(INT64_C(1000000000000000000))));
    if (drawn->rounding != QCDC_ROUND_TRUNCATE)
        limit = big_subtract(limit, big_of(1));
    return compare_root(drawn, limit) >= 0;
}

static bool growth_is_the_rounding_of_the_very_number(Random *dice)
{
    Case drawn = draw_case(dice);
    QcdcDecimal result = { 77, 7, { 0 } };
    QcdcStatus status = qcdc_growth_average(drawn.first, drawn.last, drawn.years, drawn.decimals, drawn.rounding, &result, NULL);
    if (status == QCDC_STATUS_OVERFLOW)
        return (overflows(&drawn) && result.coefficient == 77) || fails("overflow", &drawn, status, result);
    bool holds = status == QCDC_OK && result.decimals == drawn.decimals && is_rounded(&drawn, result.coefficient);
    return holds || fails("rounding", &drawn, status, result);
}
LAW(growth_is_the_rounding_of_the_very_number)

/* One year is a plain growth, which the fraction of the change is too. */
static bool growth_of_one_year_is_the_growth(Random *dice)
{
    Case drawn = draw_case(dice);
    QcdcDecimal average = { 77, 7, { 0 } }, growth = { 77, 7, { 0 } };
    QcdcFraction now = { drawn.last, drawn.first }, one = { { 1, 0, { 0 } }, { 1, 0, { 0 } } };
    drawn.years = 1;
    QcdcStatus status = qcdc_growth_average(drawn.first, drawn.last, 1, drawn.decimals, drawn.rounding, &average, NULL);
    QcdcStatus wanted = qcdc_fraction_subtract(now, one, 2, drawn.decimals, drawn.rounding, &growth, NULL);
    return (status == wanted && average.coefficient == growth.coefficient) || fails("one year", &drawn, status, average);
}
LAW(growth_of_one_year_is_the_growth)

/* Long spans: more years bring the average no further from 0, and never turn its sign. */
static bool growth_is_less_over_more_years(Random *dice)
{
    Case drawn = draw_case(dice);
    QcdcDecimal shorter = { 0 }, longer = { 0 };
    drawn.decimals %= 3;
    drawn.years = (uint32_t)random_between(dice, 1, random_chance(dice, 100) ? QCDC_GROWTH_MAX_YEARS - 1 : 20);
    QcdcStatus one = qcdc_growth_average(drawn.first, drawn.last, drawn.years, drawn.decimals, drawn.rounding, &shorter, NULL);
    QcdcStatus other = qcdc_growth_average(drawn.first, drawn.last, drawn.years + 1, drawn.decimals, drawn.rounding, &longer, NULL);
    if (one == QCDC_STATUS_OVERFLOW)
        return other == QCDC_OK || other == QCDC_STATUS_OVERFLOW || fails("overflow", &drawn, other, longer);
    bool is_nearer = shorter.coefficient >= 0 ? longer.coefficient >= 0 && longer.coefficient <= shorter.coefficient
                                              : longer.coefficient <= 0 && longer.coefficient >= shorter.coefficient;
    return (one == QCDC_OK && other == QCDC_OK && is_nearer) || fails("longer", &drawn, other, longer);
}
LAW(growth_is_less_over_more_years)

/* Points and shares of two parts add up before they are rounded: a result and that of the rest lie within one unit. */
static bool contributions_add_up(Random *dice)
{
    QcdcContribution one = { draw_decimal(dice), { 0 }, draw_positive(dice) }, other = one, whole = one;
    other.part = draw_decimal(dice);
    if (qcdc_decimal_add(one.part, other.part, &one.whole, NULL) != QCDC_OK || one.whole.coefficient == 0)
        return true;
    other.whole = whole.whole = whole.part = one.whole;
    QcdcDecimal left, right, points, share;
    if (qcdc_contribution_get_points(&one, 1, QCDC_ROUND_DEFAULT, &left, NULL) != QCDC_OK ||
        qcdc_contribution_get_points(&other, 1, QCDC_ROUND_DEFAULT, &right, NULL) != QCDC_OK ||
        qcdc_contribution_get_points(&whole, 1, QCDC_ROUND_DEFAULT, &points, NULL) != QCDC_OK)
        return true;
    int64_t aside = left.coefficient + right.coefficient - points.coefficient;
    bool holds = aside >= -1 && aside <= 1 && qcdc_contribution_get_share(&whole, 1, QCDC_ROUND_DEFAULT, &share, NULL) == QCDC_OK &&
                 share.coefficient == 1000;
    if (!holds)
        printf("# %" PRId64 " + %" PRId64 ", %" PRId64 "\n", left.coefficient, right.coefficient, points.coefficient);
    return holds;
}
LAW(contributions_add_up)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "growth is the rounding of the very number", check_growth_is_the_rounding_of_the_very_number },
        { "growth of one year is the growth", check_growth_of_one_year_is_the_growth },
        { "growth is less over more years", check_growth_is_less_over_more_years },
        { "contributions add up", check_contributions_add_up },
    };
    return SUITE_RUN("growth-laws", tests, argc, argv);
}
