/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/judge-private.h"

#include "kernel/fault-private.h"

/* Parts of judging */

QcdcVerdict judge_worse(QcdcVerdict left, QcdcVerdict right)
{
    static const uint8_t badness[QCDC_VERDICT_END] = {
        [QCDC_VERDICT_CONSISTENT] = 0,
        [QCDC_VERDICT_ROUNDING] = 1,
        [QCDC_VERDICT_UNCHECKABLE] = 2,
        [QCDC_VERDICT_INCONSISTENT] = 3,
    };
    return badness[left] >= badness[right] ? left : right;
}

Interval judge_operand(const Draft *draft, QcdcOperand role, Taking taking)
{
    const DraftNumber *number = draft_find(draft, role);
    if (number == NULL || !number->has_value)
        return interval_make_lost();
    Interval interval = interval_of_operand(number, taking);
    return number->unit_power == 0 ? interval : interval_scale(interval, exact_of_power(number->unit_power));
}

Interval judge_percent(Interval interval)
{
    return interval_scale(interval, exact_of_whole(100));
}

DraftNumber judge_signed(const DraftNumber *number, int sign)
{
    DraftNumber copy = *number;
    int64_t magnitude = copy.value.coefficient < 0 ? -copy.value.coefficient : copy.value.coefficient;
    copy.value.coefficient = sign < 0 ? -magnitude : magnitude;
    return copy;
}

unsigned judge_get_decimals(const DraftNumber *number)
{
    unsigned printed = number->last_power < 0 ? (unsigned)-number->last_power : 0;
    return printed + (number->hedge != QCDC_HEDGE_NONE);
}

void judge_expect(Draft *draft, QcdcOperand role, Exact value, unsigned decimals)
{
    QcdcDecimal printed;
    if (exact_is_lost(value))
        return;
    if (decimals > QCDC_DECIMAL_MAX_DECIMALS ? exact_store(value, &printed) : exact_round(value, decimals, &printed))
        draft_expect(draft, role, printed);
}

void judge_expect_point(Draft *draft, QcdcOperand role, Interval interval, unsigned decimals)
{
    if (!interval_is_lost(&interval))
        judge_expect(draft, role, interval.low, decimals);
}

void judge_expect_like(Draft *draft, QcdcOperand role, Interval interval, const DraftNumber *like)
{
    QcdcDecimal digits;
    Exact step = exact_of_power(like->last_power);
    if (!interval_is_lost(&interval) && exact_round(exact_divide(interval.low, step), 1, &digits))
        judge_expect(draft, role, exact_multiply(exact_of(digits), step), JUDGE_AS_NEEDED);
}

static bool meets(const Draft *draft, Relation relation, Taking taking, const Interval *wanted)
{
    Interval given = relation(draft, taking);
    return interval_meets(&given, wanted);
}

static bool has_hedge(const Draft *draft)
{
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].hedge != QCDC_HEDGE_NONE)
            return true;
    return false;
}

/* A hedge is of the magnitude: "giảm trên 5%" is a fall of 5% and more. */
static Interval find_result(const DraftNumber *number, int sign, Taking taking)
{
    DraftNumber magnitude = judge_signed(number, 1);
    Interval result = interval_of_result(&magnitude, taking);
    return sign < 0 ? interval_negate(result) : result;
}

bool judge_fits(const Draft *draft, Relation relation, const DraftNumber *result, int sign)
{
    Interval cell = find_result(result, sign, TAKING_CELL);
    return meets(draft, relation, TAKING_PRINTED, &cell) || meets(draft, relation, TAKING_CELL, &cell);
}

/* Above a bound the rest is no digit that was cut. */
static bool is_cut(const Draft *draft, Relation relation, const DraftNumber *result, int sign)
{
    if (result->hedge != QCDC_HEDGE_NONE)
        return false;
    DraftNumber printed = judge_signed(result, sign);
    Interval cut = interval_of_cut(&printed);
    return meets(draft, relation, TAKING_PRINTED, &cut);
}

/* "34 hộ, cao hơn 21,33 hộ so với bình quân 12,66 hộ": who cuts digits cuts them everywhere. */
static bool are_all_cut(const Draft *draft, Relation relation, const DraftNumber *result, int sign)
{
    bool is_change = draft->kind == QCDC_CLAIM_CHANGE_ABS || draft->kind == QCDC_CLAIM_CHANGE_REL || draft->kind == QCDC_CLAIM_CHANGE_PP ||
                     draft->kind == QCDC_CLAIM_REDUCTION_FROM_TO || draft->kind == QCDC_CLAIM_INDEX;
    if (!is_change || has_hedge(draft))
        return false;
    DraftNumber printed = judge_signed(result, sign);
    Interval cut = interval_of_cut(&printed);
    return meets(draft, relation, TAKING_CUT, &cut);
}

/* Whether the point lies on the side of the printed number that its hedge names, or on the number. */
static bool keeps_hedge(const Interval *point, const DraftNumber *result, int sign)
{
    int order = sign * exact_compare(point->low, exact_of(judge_signed(result, sign).value));
    if (result->hedge == QCDC_HEDGE_ABOVE || result->hedge == QCDC_HEDGE_AT_LEAST)
        return order >= 0;
    return order <= 0 || (result->hedge != QCDC_HEDGE_BELOW && result->hedge != QCDC_HEDGE_AT_MOST);
}

/* A rate that is said to lie above or below, of figures that say nothing of the kind. */
static bool is_bound_alone(const Draft *draft, const DraftNumber *result)
{
    if (!result->percent && !result->points)
        return false;
    for (size_t i = 0; i < draft->number_count; i++)
        if (&draft->numbers[i] != result && draft->numbers[i].hedge != QCDC_HEDGE_NONE)
            return false;
    return result->hedge != QCDC_HEDGE_NONE && result->hedge != QCDC_HEDGE_ABOUT;
}

/* "đạt trên 95%" of 95,7 is so; of twice as much it would be another way of speaking, which is left open. */
static bool holds_nearby(const Draft *draft, const Interval *given, const DraftNumber *result, int sign)
{
    Exact value = exact_of(judge_signed(result, sign).value), tenth = exact_divide(value, exact_of_whole(10 * sign));
    Interval about = interval_between(exact_subtract(value, tenth), exact_add(value, tenth));
    return is_bound_alone(draft, result) && QCDC_FAULT("judge-bound-near", interval_meets(given, &about), true) &&
           keeps_hedge(given, result, sign);
}

QcdcVerdict judge_relation(Draft *draft, Relation relation, const DraftNumber *result, int sign)
{
    Interval given = relation(draft, TAKING_PRINTED), cell = find_result(result, sign, TAKING_CELL);
    if (interval_is_lost(&given) || interval_is_lost(&cell))
        return QCDC_VERDICT_UNCHECKABLE;
    if (interval_meets(&given, &cell))
        return keeps_hedge(&given, result, sign) ? QCDC_VERDICT_CONSISTENT : QCDC_VERDICT_ROUNDING;
    bool was_cut = QCDC_FAULT("judge-cut", is_cut(draft, relation, result, sign), false);
    bool was_rounded = QCDC_FAULT("judge-operand-cells", meets(draft, relation, TAKING_CELL, &cell), false);
    was_cut = was_cut || (!was_rounded && QCDC_FAULT("judge-all-cut", are_all_cut(draft, relation, result, sign), false));
    if (was_cut && !was_rounded)
        draft->cause = QCDC_CAUSE_TRUNCATED;
    if (was_cut || was_rounded)
        return QCDC_VERDICT_ROUNDING;
    Interval bound = find_result(result, sign, TAKING_BOUND);
    if (has_hedge(draft) && meets(draft, relation, TAKING_BOUND, &bound))
        return holds_nearby(draft, &given, result, sign) ? QCDC_VERDICT_CONSISTENT : QCDC_VERDICT_UNCHECKABLE;
    return QCDC_VERDICT_INCONSISTENT;
}

/* The whole of it */

static void judge_nothing(Draft *draft)
{
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
}

/* Two measures side by side: one for each of the other, told and not judged. */
static Interval find_each(const Draft *draft, Taking taking)
{
    return interval_divide(judge_operand(draft, QCDC_OPERAND_B, taking), judge_operand(draft, QCDC_OPERAND_A, taking));
}

void judge_pair(Draft *draft)
{
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    judge_expect_point(draft, QCDC_OPERAND_VALUE, find_each(draft, TAKING_PRINTED), 2);
}

typedef void (*Family)(Draft *draft);

static Family find_family(unsigned kind)
{
    static const Family families[QCDC_CLAIM_END] = {
        [QCDC_CLAIM_CHANGE_ABS] = judge_change,  [QCDC_CLAIM_CHANGE_REL] = judge_change,
        [QCDC_CLAIM_CHANGE_PP] = judge_change,   [QCDC_CLAIM_REDUCTION_FROM_TO] = judge_change,
        [QCDC_CLAIM_CHANGE_RANK] = judge_rank,   [QCDC_CLAIM_RANK] = judge_rank,
        [QCDC_CLAIM_INDEX] = judge_index,        [QCDC_CLAIM_SHARE] = judge_ratio,
        [QCDC_CLAIM_FRACTION] = judge_ratio,     [QCDC_CLAIM_AVERAGE] = judge_ratio,
        [QCDC_CLAIM_DENSITY] = judge_ratio,      [QCDC_CLAIM_PLAN_ATTAINMENT] = judge_plan,
        [QCDC_CLAIM_TARGET] = judge_plan,        [QCDC_CLAIM_CONTRIBUTION] = judge_contribution,
        [QCDC_CLAIM_SUM_OF_PARTS] = judge_sum,   [QCDC_CLAIM_SIGNED_SUM] = judge_sum,
        [QCDC_CLAIM_BALANCE] = judge_balance,    [QCDC_CLAIM_CROSS] = judge_cross,
        [QCDC_CLAIM_GROWTH_RATE] = judge_growth, [QCDC_CLAIM_COUNT_OF_LIST] = judge_list,
        [QCDC_CLAIM_PAIR] = judge_pair,
    };
    return kind < QCDC_CLAIM_END && families[kind] != NULL ? families[kind] : judge_nothing;
}

void judge_run(Draft *draft)
{
    draft->cause = QCDC_CAUSE_NONE;
    draft->by_whole = 0;
    draft->expected_count = 0;
    find_family(draft->kind)(draft);
    bool is_named =
        draft->cause == QCDC_CAUSE_TRUNCATED ? draft->verdict == QCDC_VERDICT_ROUNDING : verdict_fits(draft->verdict);
    if (!is_named)
        draft->cause = QCDC_CAUSE_NONE;
}

enum {
    MOST_TRIED =
        12 /* numbers whose other readings are tried one by one, so that long lists cost no more than their length */
};

/* The last digit stands three places further when dots are read as a comma, and the other way. */
static void swap_reading(DraftNumber *number)
{
    QcdcDecimal value = number->value;
    bool grows = qcdc_decimal_compare(number->other, value) > 0;
    if (number->value.coefficient < 0)
        grows = !grows;
    number->last_power = (int8_t)(number->last_power + (grows ? 3 : -3));
    number->value = number->other;
    number->other = value;
}

static void swap_all_readings(Draft *draft)
{
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].has_other)
            swap_reading(&draft->numbers[i]);
}

/* Takes the second readings that make the draft fit as they stand: all together, else of one number. What rounding
 * would have to explain is no reason to read figures otherwise. */
static void try_other_readings(Draft *draft)
{
    bool has_other = false;
    for (size_t i = 0; i < draft->number_count; i++)
        has_other = has_other || draft->numbers[i].has_other;
    if (!has_other)
        return;
    swap_all_readings(draft);
    judge_run(draft);
    if (draft->verdict == QCDC_VERDICT_CONSISTENT)
        return;
    swap_all_readings(draft);
    for (size_t i = 0; i < draft->number_count && draft->number_count <= MOST_TRIED; i++) {
        if (!draft->numbers[i].has_other)
            continue;
        swap_reading(&draft->numbers[i]);
        judge_run(draft);
        if (draft->verdict == QCDC_VERDICT_CONSISTENT)
            return;
        swap_reading(&draft->numbers[i]);
    }
    judge_run(draft);
}

void draft_judge_verdict(Draft *draft)
{
    uint8_t mode = draft->mode;
    judge_settle(draft);
    judge_run(draft);
    if (draft->verdict == QCDC_VERDICT_INCONSISTENT) {
        draft->mode = mode;
        try_other_readings(draft);
    }
    if (draft->is_doubted && draft->verdict == QCDC_VERDICT_INCONSISTENT)
        draft->verdict = QCDC_FAULT("judge-doubted", QCDC_VERDICT_UNCHECKABLE, QCDC_VERDICT_INCONSISTENT);
}

void draft_judge(Draft *draft)
{
    draft_judge_verdict(draft);
    /* What was looked for elsewhere is dropped when it does not fit (R2). */
    if (draft->verdict == QCDC_VERDICT_INCONSISTENT && !draft->is_far)
        judge_find_cause(draft);
}
