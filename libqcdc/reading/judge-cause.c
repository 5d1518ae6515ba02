/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Causes (R6): each is tried, and one is named only when it alone explains what is printed. */
#include "reading/judge-change-private.h"
#include "reading/judge-plan-private.h"

#include "kernel/fault-private.h"

enum {
    MOST_TRIED = 12 /* numbers of a claim whose digits are tried; in longer sums a slip of digits explains too much */
};

typedef uint32_t Causes; /* bit 1 << cause */

static Causes bit(bool holds, QcdcCause cause)
{
    return holds ? (Causes)1 << cause : 0;
}

static bool grows_as_told(const Draft *draft, const Change *change)
{
    Interval growth = change_get_growth(draft, TAKING_PRINTED);
    return !interval_is_lost(&growth) && exact_get_sign(growth.low) == change->sign;
}

/* Formulas that were taken for the right one */

static Causes try_percent_of_change(const Draft *draft)
{
    Change change = change_find(draft);
    const DraftNumber *percent = change.percent;
    if (percent == NULL || !percent->percent || percent->points)
        return 0;
    if (change.delta != NULL && change.now != NULL && change.base != NULL &&
        !judge_fits(draft, change_get_difference, change.delta, change.sign))
        return 0;
    return bit(judge_fits(draft, change_get_growth_by_current, percent, change.sign), QCDC_CAUSE_DIVIDED_BY_CURRENT) |
           bit(grows_as_told(draft, &change) && judge_fits(draft, change_get_index, percent, 1),
               QCDC_CAUSE_INDEX_FOR_GROWTH) |
           bit(change_has_rates(&change) && judge_fits(draft, change_get_difference, percent, change.sign),
               QCDC_CAUSE_PERCENT_FOR_POINTS);
}

static Causes try_points(const Draft *draft)
{
    Change change = change_find(draft);
    bool is_told = change.delta != NULL && change.now != NULL && change.base != NULL;
    return bit(is_told && judge_fits(draft, change_get_growth, change.delta, change.sign),
               QCDC_CAUSE_PERCENT_FOR_POINTS);
}

static Causes try_index(const Draft *draft)
{
    Change change = change_find(draft);
    if (change.percent == NULL)
        return 0;
    Relation relation = change.percent->percent ? change_get_growth : change_get_times_more;
    return bit(judge_fits(draft, relation, change.percent, 1) || judge_fits(draft, relation, change.percent, -1),
               QCDC_CAUSE_INDEX_FOR_GROWTH);
}

static Causes try_plan(const Draft *draft)
{
    const DraftNumber *percent = draft_find(draft, QCDC_OPERAND_PCT);
    if (percent == NULL)
        percent = draft_find(draft, QCDC_OPERAND_EXCESS);
    if (percent == NULL || !percent->percent)
        return 0;
    if (plan_is_excess(draft, percent))
        return bit(judge_fits(draft, plan_get_attainment, percent, 1), QCDC_CAUSE_INDEX_FOR_GROWTH);
    return bit(judge_fits(draft, plan_get_excess_percent, percent, 1), QCDC_CAUSE_INDEX_FOR_GROWTH);
}

static Causes try_formulas(const Draft *draft)
{
    switch (draft->kind) {
    case QCDC_CLAIM_CHANGE_REL:
    case QCDC_CLAIM_REDUCTION_FROM_TO:
        return try_percent_of_change(draft);
    case QCDC_CLAIM_CHANGE_PP:
        return try_points(draft);
    case QCDC_CLAIM_INDEX:
        return try_index(draft);
    case QCDC_CLAIM_PLAN_ATTAINMENT:
        return try_plan(draft);
    default:
        return 0;
    }
}

/* Numbers that were taken for the right one */

static bool fits_now(Draft *draft)
{
    judge_run(draft);
    return draft->verdict == QCDC_VERDICT_CONSISTENT ||
           (draft->verdict == QCDC_VERDICT_ROUNDING && draft->cause != QCDC_CAUSE_TRUNCATED);
}

static bool fits_with(Draft *draft, DraftNumber *number, const DraftNumber *other)
{
    DraftNumber kept = *number;
    *number = *other;
    number->role = kept.role;
    bool fits = fits_now(draft);
    *number = kept;
    return fits;
}

static DraftNumber *find_denominator(Draft *draft)
{
    static const uint8_t roles[] = { QCDC_OPERAND_BASE, QCDC_OPERAND_WHOLE, QCDC_OPERAND_DEN, QCDC_OPERAND_PLAN,
                                     QCDC_OPERAND_COUNT };
    for (size_t i = 0; i < draft->number_count; i++)
        for (size_t k = 0; k < sizeof roles; k++)
            if (draft->numbers[i].role == roles[k])
                return &draft->numbers[i];
    return NULL;
}

static bool try_near(Draft *draft)
{
    DraftNumber *denominator = find_denominator(draft);
    for (size_t i = 0; denominator != NULL && i < draft->near_count; i++)
        if (draft->near[i].has_value && fits_with(draft, denominator, &draft->near[i]))
            return true;
    return false;
}

/* @digits × 10^@power; false when it has too many. */
static bool set_digits(DraftNumber *number, QcdcWide digits, int power)
{
    if (power < -QCDC_DECIMAL_MAX_DECIMALS || power > QCDC_DECIMAL_MAX_PRINTED)
        return false;
    QcdcWide coefficient = power > 0 ? digits * qcdc_power_of_ten((unsigned)power) : digits;
    return qcdc_decimal_store(coefficient, power < 0 ? (unsigned)-power : 0, &number->value, NULL) == QCDC_OK;
}

/* The digits as printed, without the sign; false when the value has others beyond them. */
static bool get_digits(const DraftNumber *number, int64_t *out_digits)
{
    int power = -number->value.decimals - number->last_power;
    int64_t digits = number->value.coefficient < 0 ? -number->value.coefficient : number->value.coefficient;
    for (; power < 0; power++) {
        if (digits % 10 != 0)
            return false;
        digits /= 10;
    }
    for (; power > 0 && digits < QCDC_DECIMAL_LIMIT / 10; power--)
        digits *= 10;
    *out_digits = digits;
    return power == 0;
}

/* What is a whole count stays one. */
static bool scale_number(DraftNumber *number, int power)
{
    int64_t digits;
    if (!get_digits(number, &digits))
        return false;
    int sign = number->value.coefficient < 0 ? -1 : 1;
    if (!number_is_exact(number)) {
        number->last_power = (int8_t)(number->last_power + power);
        return set_digits(number, (QcdcWide)digits * sign, number->last_power);
    }
    if (power > 0)
        return set_digits(number, (QcdcWide)digits * sign * qcdc_power_of_ten((unsigned)power), 0);
    int64_t step = qcdc_power_of_ten((unsigned)-power);
    return digits % step == 0 && set_digits(number, (QcdcWide)(digits / step) * sign, 0);
}

static bool try_scales(Draft *draft, DraftNumber *number)
{
    static const int8_t powers[] = { 1, -1, 2, -2, 3, -3, 6, -6 };
    for (size_t i = 0; i < sizeof powers; i++) {
        DraftNumber other = *number;
        if (scale_number(&other, powers[i]) && fits_with(draft, number, &other))
            return true;
    }
    return false;
}

/* The digits with those at @place and the next higher one swapped; the same digits when they are equal or a 0 would
 * lead. */
static int64_t swap_digits(int64_t digits, int64_t place)
{
    int64_t low = digits / place % 10, high = digits / place / 10 % 10;
    bool leads = digits / place < 100;
    return low == 0 && leads ? digits : digits + (low - high) * 10 * place + (high - low) * place;
}

static bool try_swaps(Draft *draft, DraftNumber *number)
{
    int64_t digits, sign = number->value.coefficient < 0 ? -1 : 1;
    if (!get_digits(number, &digits))
        return false;
    for (int64_t place = 1; digits / place >= 10; place *= 10) {
        DraftNumber other = *number;
        int64_t swapped = swap_digits(digits, place);
        if (swapped != digits && set_digits(&other, (QcdcWide)swapped * sign, number->last_power) &&
            fits_with(draft, number, &other))
            return true;
    }
    return false;
}

/* Where parts are missing, any larger total would do; where only an order is told, any number would. */
static bool may_have_slipped(const Draft *draft)
{
    bool is_open = draft->open_list || draft->is_rate;
    switch (draft->kind) {
    case QCDC_CLAIM_SUM_OF_PARTS:
    case QCDC_CLAIM_SIGNED_SUM:
        return !is_open;
    case QCDC_CLAIM_COUNT_OF_LIST:
    case QCDC_CLAIM_RANK:
    case QCDC_CLAIM_CHANGE_RANK:
        return false;
    case QCDC_CLAIM_BALANCE:
    case QCDC_CLAIM_CROSS:
        return true;
    default:
        return draft->number_count > 2;
    }
}

static Causes try_numbers(Draft *draft)
{
    Causes causes = bit(try_near(draft), QCDC_CAUSE_WRONG_DENOMINATOR);
    if (draft->number_count > MOST_TRIED)
        return causes;
    for (size_t i = 0; i < draft->number_count; i++) {
        DraftNumber *number = &draft->numbers[i];
        if (!number->has_value || number->end == number->start || number->role == QCDC_OPERAND_YEARS)
            continue;
        if ((causes & bit(true, QCDC_CAUSE_SCALE)) == 0)
            causes |= bit(try_scales(draft, number), QCDC_CAUSE_SCALE);
        if ((causes & bit(true, QCDC_CAUSE_SWAPPED_DIGITS)) == 0)
            causes |= bit(try_swaps(draft, number), QCDC_CAUSE_SWAPPED_DIGITS);
    }
    return causes;
}

/* One cause, or none. */
static QcdcCause single(Causes causes)
{
    for (int cause = 1; cause < QCDC_CAUSE_END; cause++)
        if (causes == bit(true, (QcdcCause)cause))
            return (QcdcCause)cause;
    return QCDC_CAUSE_NONE;
}

/* No whole base fits: one, and one only, of which the current figure was the divisor instead explains it. Slips of
 * digits are not tried, since any base would do for them. */
static void find_cause_by_whole(Draft *draft)
{
    Change change = change_find(draft);
    int64_t base = 0;
    if (draft->kind != QCDC_CLAIM_CHANGE_REL || change.now == NULL || change.percent == NULL || change.delta != NULL)
        return;
    DraftNumber percent = judge_signed(change.percent, change.sign);
    Interval bases = change_find_bases_by_current(draft, interval_of_result(&percent, TAKING_CELL));
    if (judge_count_whole(&bases, 1, &base) != 1)
        return;
    Exact growth = exact_subtract(exact_divide(exact_of(change.now->value), exact_of_whole(base)), exact_of_whole(1));
    draft->cause = QCDC_CAUSE_DIVIDED_BY_CURRENT;
    judge_expect(draft, QCDC_OPERAND_BASE, exact_of_whole(base), 0);
    judge_expect(draft, QCDC_OPERAND_PCT, exact_multiply(growth, exact_of_whole(100)),
                 judge_get_decimals(change.percent));
}

/* A part larger than its whole, told by less than 100% and not by a slip, is no part of it: the figures belong to
 * others. */
static bool is_no_part(const Draft *draft)
{
    static const QcdcDecimal hundred = { 100, 0, { 0 } };
    bool is_fraction = draft->kind == QCDC_CLAIM_FRACTION;
    if (!is_fraction && draft->kind != QCDC_CLAIM_SHARE)
        return false;
    const DraftNumber *part = draft_find(draft, is_fraction ? QCDC_OPERAND_NUM : QCDC_OPERAND_PART);
    const DraftNumber *whole = draft_find(draft, is_fraction ? QCDC_OPERAND_DEN : QCDC_OPERAND_WHOLE);
    const DraftNumber *percent = draft_find(draft, QCDC_OPERAND_PCT);
    return part != NULL && whole != NULL && percent != NULL && qcdc_decimal_compare(part->value, whole->value) > 0 &&
           qcdc_decimal_compare(percent->value, hundred) <= 0;
}

void judge_find_cause(Draft *draft)
{
    if (draft->by_whole) {
        find_cause_by_whole(draft);
        return;
    }
    Causes causes = try_formulas(draft);
    uint8_t mode = draft->mode;
    bool is_some = draft->kind == QCDC_CLAIM_SUM_OF_PARTS && mode != QCDC_PARTS_EXHAUSTIVE;
    /* Parts that exceed their total were all of it if they add up after one slip; one part alone is not all. */
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    if (may_have_slipped(draft) && !(is_some && draft->number_count < 3))
        causes |= try_numbers(draft);
    draft->mode = mode;
    judge_run(draft);
    if (causes == 0 && QCDC_FAULT("judge-cause-no-part", is_no_part(draft), false))
        draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    draft->cause =
        (uint8_t)QCDC_FAULT("judge-cause-single", single(causes), causes != 0 ? QCDC_CAUSE_SCALE : QCDC_CAUSE_NONE);
}
