/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/judge-interval-private.h"

#include "expect.h"
#include "suite.h"

static Exact part(int64_t up, int64_t down)
{
    return exact_divide(exact_of_whole(up), exact_of_whole(down));
}

static void expect_exact(const char *row, Exact actual, int64_t up, int64_t down)
{
    expect(!exact_is_lost(actual), row, "is lost");
    expect(exact_is_lost(actual) || exact_compare(actual, part(up, down)) == 0, row, "is another number");
}

static void quotients_are_exact(void)
{
    expect_exact("add", exact_add(part(1, 3), part(1, 6)), 1, 2);
    expect_exact("add tenths", exact_add(part(1, 10), part(1, 1000)), 101, 1000);
    expect_exact("subtract", exact_subtract(part(1, 3), part(1, 2)), -1, 6);
    expect_exact("multiply", exact_multiply(part(-2, 3), part(3, 4)), -1, 2);
    expect_exact("divide", exact_divide(part(-2, 3), part(-4, 3)), 1, 2);
    expect_exact("power", exact_multiply(exact_of_power(-18), exact_of_power(18)), 1, 1);
    CU_ASSERT(exact_is_lost(exact_divide(part(1, 2), exact_of_whole(0))));
    CU_ASSERT(exact_is_lost(exact_of_power(19)) && exact_is_lost(exact_of_power(-19)));
    CU_ASSERT(exact_is_lost(exact_add(part(1, 2), exact_of_power(19))));
}

/* Factors that go out let a product stay in range; one that does not fit is lost, and never wrong. */
static void what_leaves_the_range_is_lost(void)
{
    Exact large = exact_multiply(exact_of_power(18), exact_of_power(18)); /* 10^36 */
    expect_exact("shortened", exact_multiply(exact_multiply(large, part(1, 7)), exact_divide(exact_of_whole(7), large)),
                 1, 1);
    CU_ASSERT(exact_is_lost(exact_multiply(large, large)));
    CU_ASSERT(exact_is_lost(exact_multiply(exact_multiply(large, large), exact_of_whole(0))));
    Exact other = exact_add(large, exact_of_whole(1));
    CU_ASSERT_EQUAL(exact_compare(other, large), 1);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(exact_of_whole(1), other), exact_divide(exact_of_whole(1), large)), -1);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(other, exact_of_whole(3)), exact_divide(large, exact_of_whole(3))), 1);
    CU_ASSERT_EQUAL(exact_compare(exact_negate(other), exact_negate(large)), -1);
    Exact smaller = exact_subtract(large, exact_of_whole(1));
    CU_ASSERT_EQUAL(exact_compare(exact_divide(large, other), exact_divide(smaller, other)), 1);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(smaller, other), exact_divide(large, other)), -1);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(large, other), exact_divide(smaller, large)), 1);
    Exact twice = exact_add(other, other);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(large, exact_add(twice, other)), exact_divide(large, twice)), -1);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(large, other), exact_divide(large, other)), 0);
    CU_ASSERT_EQUAL(exact_compare(exact_divide(large, other), exact_divide(other, large)), -1);
}

static void floors_go_down(void)
{
    CU_ASSERT(exact_get_floor(part(7, 2)) == 3);
    CU_ASSERT(exact_get_floor(part(-7, 2)) == -4);
    CU_ASSERT(exact_get_floor(part(-8, 2)) == -4);
    CU_ASSERT(exact_get_floor(part(0, 2)) == 0);
}

static void numbers_are_rounded_half_away(void)
{
    static const struct {
        int64_t up, down;
        unsigned decimals;
        const char *wanted, *stored;
    } cases[] = {
        { 1, 8, 2, "0.13", "0.125" },    { -1, 8, 2, "-0.13", "-0.125" }, { 1, 3, 3, "0.333", "0.333333333" },
        { 2, 3, 0, "1", "0.666666667" }, { 5, 1, 1, "5.0", "5" },         { -1, 3, 0, "0", "-0.333333333" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal value;
        char text[QCDC_DECIMAL_TEXT_SIZE];
        CU_ASSERT_FATAL(exact_round(part(cases[i].up, cases[i].down), cases[i].decimals, &value));
        qcdc_decimal_to_text(value, text, sizeof text);
        expect_text(cases[i].wanted, text, cases[i].wanted);
        CU_ASSERT_FATAL(exact_store(part(cases[i].up, cases[i].down), &value));
        qcdc_decimal_to_text(value, text, sizeof text);
        expect_text(cases[i].stored, text, cases[i].stored);
    }
    QcdcDecimal kept = { 7, 0, { 0 } };
    CU_ASSERT_FALSE(exact_round(exact_of_power(18), 0, &kept));
    CU_ASSERT_FALSE(exact_store(exact_divide(exact_of_whole(1), exact_of_whole(0)), &kept));
    CU_ASSERT_EQUAL(kept.coefficient, 7);
}

/* Intervals */

static Interval between(int64_t low, int64_t high)
{
    return interval_between(exact_of_whole(low), exact_of_whole(high));
}

static void expect_ends(const char *row, Interval actual, Exact low, Exact high)
{
    if (expect(!interval_is_lost(&actual), row, "is lost"))
        expect(exact_compare(actual.low, low) == 0 && exact_compare(actual.high, high) == 0, row, "other ends");
}

static void intervals_hold_what_they_may(void)
{
    expect_ends("add", interval_add(between(1, 2), between(10, 20)), exact_of_whole(11), exact_of_whole(22));
    expect_ends("subtract", interval_subtract(between(1, 2), between(10, 20)), exact_of_whole(-19), exact_of_whole(-8));
    expect_ends("divide", interval_divide(between(1, 2), between(4, 8)), part(1, 8), part(1, 2));
    expect_ends("divide below 0", interval_divide(between(-2, -1), between(4, 8)), part(-1, 2), part(-1, 8));
    expect_ends("divide across 0", interval_divide(between(-2, 1), between(4, 8)), part(-1, 2), part(1, 4));
    expect_ends("multiply", interval_multiply(between(-2, 3), between(4, 8)), exact_of_whole(-16), exact_of_whole(24));
    Interval lost = interval_divide(between(1, 2), between(-4, 0));
    CU_ASSERT(interval_is_lost(&lost));
    Interval free = interval_divide(between(1, 2), between(0, 4));
    CU_ASSERT(!interval_is_lost(&free) && free.is_high_free && exact_compare(free.low, part(1, 4)) == 0);
    CU_ASSERT_FALSE(interval_meets(&lost, &free));
}

static void ends_that_do_not_belong_do_not_meet(void)
{
    Interval left = between(1, 2), right = between(2, 3);
    CU_ASSERT(interval_meets(&left, &right));
    left.is_high_open = true;
    CU_ASSERT_FALSE(interval_meets(&left, &right));
    CU_ASSERT_FALSE(interval_meets(&right, &left));
    right.is_low_free = true;
    CU_ASSERT(interval_meets(&left, &right));
}

static DraftNumber printed(int64_t coefficient, unsigned decimals, int power)
{
    DraftNumber number = { .has_value = 1,
                           .value = { coefficient, (uint8_t)decimals, { 0 } },
                           .last_power = (int8_t)power };
    return number;
}

/* R3 */
static void printed_numbers_stand_for_what_rounds_to_them(void)
{
    DraftNumber count = printed(174, 0, 0), tenths = printed(847, 1, -1), scaled = printed(1500000000, 0, 8),
                below = printed(-847, 1, -1);
    expect_ends("174", interval_of_operand(&count, TAKING_CELL), exact_of_whole(174), exact_of_whole(174));
    expect_ends("84,7", interval_of_operand(&tenths, TAKING_CELL), part(16930, 200), part(16950, 200));
    expect_ends("1,5 tỷ", interval_of_operand(&scaled, TAKING_CELL), exact_of_whole(1450000000),
                exact_of_whole(1550000000));
    Interval cell = interval_of_operand(&tenths, TAKING_CELL), negative = interval_of_operand(&below, TAKING_CELL);
    CU_ASSERT(cell.is_high_open && !cell.is_low_open);
    CU_ASSERT(negative.is_low_open && !negative.is_high_open);
    count.percent = 1;
    expect_ends("174%", interval_of_operand(&count, TAKING_CELL), part(347, 2), part(349, 2));
    count.percent = 0;
    count.hedge = QCDC_HEDGE_ABOVE;
    Interval bound = interval_of_operand(&count, TAKING_BOUND);
    CU_ASSERT(!bound.is_high_free && exact_compare(bound.high, part(1914, 10)) == 0);
    count.hedge = QCDC_HEDGE_AT_LEAST;
    bound = interval_of_operand(&count, TAKING_BOUND);
    CU_ASSERT(bound.is_high_free && !bound.is_low_free);
    CU_ASSERT_FALSE(number_is_whole(&count));
    expect_ends("cut", interval_of_cut(&tenths), part(847, 10), part(848, 10));
    expect_ends("cut below 0", interval_of_cut(&below), part(-848, 10), part(-847, 10));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "quotients are exact", quotients_are_exact },
        { "what leaves the range is lost", what_leaves_the_range_is_lost },
        { "floors go down", floors_go_down },
        { "numbers are rounded half away", numbers_are_rounded_half_away },
        { "intervals hold what they may", intervals_hold_what_they_may },
        { "ends that do not belong do not meet", ends_that_do_not_belong_do_not_meet },
        { "printed numbers stand for what rounds to them", printed_numbers_stand_for_what_rounds_to_them },
    };
    return SUITE_RUN("exact", tests, argc, argv);
}
