/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/judge-interval-private.h"

#include "kernel/fault-private.h"

Interval interval_between(Exact low, Exact high)
{
    Interval interval = { low, high, false, false, false, false };
    return interval;
}

Interval interval_of_point(Exact number)
{
    return interval_between(number, number);
}

Interval interval_of_whole(int64_t number)
{
    return interval_of_point(exact_of_whole(number));
}

Interval interval_make_lost(void)
{
    Exact lost = { 0, 0 };
    return interval_of_point(lost);
}

bool interval_is_lost(const Interval *interval)
{
    return (!interval->is_low_free && exact_is_lost(interval->low)) ||
           (!interval->is_high_free && exact_is_lost(interval->high));
}

Interval interval_negate(Interval interval)
{
    Interval negated = { exact_negate(interval.high), exact_negate(interval.low), interval.is_high_open,
                         interval.is_low_open,        interval.is_high_free,      interval.is_low_free };
    return negated;
}

Interval interval_add(Interval left, Interval right)
{
    Interval sum = {
        .is_low_open = left.is_low_open || right.is_low_open,
        .is_high_open = left.is_high_open || right.is_high_open,
        .is_low_free = left.is_low_free || right.is_low_free,
        .is_high_free = left.is_high_free || right.is_high_free,
    };
    if (!sum.is_low_free)
        sum.low = exact_add(left.low, right.low);
    if (!sum.is_high_free)
        sum.high = exact_add(left.high, right.high);
    return sum;
}

Interval interval_subtract(Interval left, Interval right)
{
    return interval_add(left, interval_negate(right));
}

Interval interval_scale(Interval interval, Exact factor)
{
    if (!interval.is_low_free)
        interval.low = exact_multiply(interval.low, factor);
    if (!interval.is_high_free)
        interval.high = exact_multiply(interval.high, factor);
    return interval;
}

/* Multiplication by what is above 0: an end below 0 takes the far end of the factor, one above 0 the near end. */
static void multiply_low(const Interval *one, const Interval *factor, Interval *product)
{
    bool takes_high = !one->is_low_free && exact_get_sign(one->low) < 0;
    product->is_low_free = one->is_low_free || (takes_high && factor->is_high_free);
    product->is_low_open = one->is_low_open || (takes_high ? factor->is_high_open : factor->is_low_open);
    if (!product->is_low_free)
        product->low = exact_multiply(one->low, takes_high ? factor->high : factor->low);
}

static void multiply_high(const Interval *one, const Interval *factor, Interval *product)
{
    bool takes_low = !one->is_high_free && exact_get_sign(one->high) < 0;
    product->is_high_free = one->is_high_free || (!takes_low && factor->is_high_free);
    product->is_high_open = one->is_high_open || (takes_low ? factor->is_low_open : factor->is_high_open);
    if (!product->is_high_free)
        product->high = exact_multiply(one->high, takes_low ? factor->low : factor->high);
}

static Interval multiply(const Interval *one, const Interval *factor)
{
    Interval product = { 0 };
    multiply_low(one, factor, &product);
    multiply_high(one, factor, &product);
    return product;
}

/* What of @interval lies above 0; lost when nothing does. */
static Interval keep_positive(Interval interval)
{
    if (interval_is_lost(&interval) || (!interval.is_high_free && exact_get_sign(interval.high) <= 0))
        return interval_make_lost();
    if (interval.is_low_free || exact_get_sign(interval.low) <= 0) {
        interval.is_low_free = false;
        interval.low = exact_of_whole(0);
        interval.is_low_open = true;
    }
    return interval;
}

/* 1 / @interval, which lies above 0. */
static Interval invert(const Interval *interval)
{
    bool starts_at_zero = exact_get_sign(interval->low) == 0;
    Interval inverse = { .is_low_open = interval->is_high_open, .is_high_open = interval->is_low_open };
    inverse.is_high_free = starts_at_zero;
    if (!starts_at_zero)
        inverse.high = exact_divide(exact_of_whole(1), interval->low);
    inverse.low = interval->is_high_free ? exact_of_whole(0) : exact_divide(exact_of_whole(1), interval->high);
    inverse.is_low_open = inverse.is_low_open || interval->is_high_free;
    return inverse;
}

Interval interval_divide(Interval interval, Interval divisor)
{
    Interval positive = keep_positive(divisor);
    if (interval_is_lost(&interval) || interval_is_lost(&positive))
        return interval_make_lost();
    Interval inverse = invert(&positive);
    return multiply(&interval, &inverse);
}

Interval interval_multiply(Interval interval, Interval factor)
{
    Interval positive = keep_positive(factor);
    if (interval_is_lost(&interval) || interval_is_lost(&positive))
        return interval_make_lost();
    return multiply(&interval, &positive);
}

/* Whether all of @left lies below all of @right. */
static bool lies_below(const Interval *left, const Interval *right)
{
    if (left->is_high_free || right->is_low_free)
        return false;
    int order = exact_compare(left->high, right->low);
    return order < 0 ||
           (order == 0 && QCDC_FAULT("judge-interval-open", left->is_high_open || right->is_low_open, false));
}

bool interval_meets(const Interval *left, const Interval *right)
{
    if (interval_is_lost(left) || interval_is_lost(right))
        return false;
    return !lies_below(left, right) && !lies_below(right, left);
}

bool interval_reaches_zero(const Interval *interval)
{
    if (interval->is_high_free)
        return true;
    int sign = exact_get_sign(interval->high);
    return sign > 0 || (sign == 0 && !interval->is_high_open);
}

/* What printed numbers stand for */

static Exact half_of_last_digit(const DraftNumber *number)
{
    return exact_divide(exact_of_power(number->last_power), exact_of_whole(2));
}

/* Half away from zero: of 84,7 it is 84,65 up to 84,75, which is not in it any more. */
static Interval find_cell(const DraftNumber *number)
{
    Exact value = exact_of(number->value), half = half_of_last_digit(number);
    Interval cell = interval_between(exact_subtract(value, half), exact_add(value, half));
    cell.is_low_open = number->value.coefficient <= 0;
    cell.is_high_open = number->value.coefficient >= 0;
    return cell;
}

Interval interval_of_cut(const DraftNumber *number)
{
    Exact value = exact_of(number->value), step = exact_of_power(number->last_power);
    Interval cut = interval_of_point(value);
    if (number->value.coefficient >= 0) {
        cut.high = exact_add(value, step);
        cut.is_high_open = true;
    }
    if (number->value.coefficient <= 0) {
        cut.low = exact_subtract(value, step);
        cut.is_low_open = true;
    }
    return cut;
}

static bool is_below_hedge(unsigned hedge)
{
    return hedge == QCDC_HEDGE_BELOW || hedge == QCDC_HEDGE_AT_MOST;
}

static bool is_above_hedge(unsigned hedge)
{
    return hedge == QCDC_HEDGE_ABOVE || hedge == QCDC_HEDGE_AT_LEAST;
}

/* A quarter to either side is what "khoảng" is let stand for: R3 takes it for no proof of a mistake. */
static Interval find_neighbourhood(const DraftNumber *number)
{
    Exact value = exact_of(number->value);
    Exact quarter = exact_divide(value, exact_of_whole(number->value.coefficient < 0 ? -4 : 4));
    return interval_between(exact_subtract(value, quarter), exact_add(value, quarter));
}

/* 10^k of the last digit that is not 0: of 5.000 a thousand. */
static Exact find_round_step(QcdcDecimal value)
{
    int64_t digits = value.coefficient;
    int power = -value.decimals;
    for (; digits % 10 == 0; power++)
        digits /= 10;
    return exact_of_power(power);
}

/* "trên 160" is said of 160 up to the next round number, or a tenth more; not of twice as many. Of rates it is a threshold. */
static void limit_above(const DraftNumber *number, Interval *bound)
{
    bool is_open = number->percent || number->points || number->value.coefficient <= 0;
    if (number->hedge != QCDC_HEDGE_ABOVE || is_open)
        return;
    Exact value = exact_of(number->value), step = find_round_step(number->value);
    Exact tenth = exact_divide(value, exact_of_whole(10));
    bool is_round = exact_is_lost(tenth) || exact_is_lost(step) || exact_compare(step, tenth) > 0;
    bound->is_high_free = bound->is_high_open = false;
    bound->high = exact_add(value, QCDC_FAULT("judge-interval-above", is_round, false) ? step : tenth);
}

/* The cell, and what lies beyond it on the side of the hedge. */
static Interval find_bound(const DraftNumber *number)
{
    if (number->hedge == QCDC_HEDGE_ABOUT)
        return find_neighbourhood(number);
    Interval bound = find_cell(number);
    bound.is_high_free = is_above_hedge(number->hedge);
    bound.is_low_free = is_below_hedge(number->hedge);
    limit_above(number, &bound);
    return bound;
}

bool number_is_exact(const DraftNumber *number)
{
    bool is_count = number->last_power == 0 && number->value.decimals == 0 && number->hedge == QCDC_HEDGE_NONE;
    return is_count && !number->percent && !number->points && !number->is_rounded;
}

bool number_is_whole(const DraftNumber *number)
{
    return number->has_value && number_is_exact(number) && !number->is_measure && number->value.coefficient >= 0;
}

Interval interval_of_operand(const DraftNumber *number, Taking taking)
{
    if (taking == TAKING_PRINTED || number_is_exact(number))
        return interval_of_point(exact_of(number->value));
    return taking == TAKING_CUT ? interval_of_cut(number) : interval_of_result(number, taking);
}

Interval interval_of_result(const DraftNumber *number, Taking taking)
{
    return taking == TAKING_BOUND ? find_bound(number) : find_cell(number);
}
