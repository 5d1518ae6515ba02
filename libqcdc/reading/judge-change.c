/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Changes: absolute, in percent, in points, from … to (S21, S22; R5, R7). */
#include "reading/judge-change-private.h"

#include "kernel/fault-private.h"

static const DraftNumber *find_valued(const Draft *draft, QcdcOperand role)
{
    const DraftNumber *number = draft_find(draft, role);
    return number != NULL && number->has_value ? number : NULL;
}

static bool is_negative(const DraftNumber *number)
{
    return number != NULL && number->value.coefficient < 0;
}

static int find_sign(const Draft *draft, const Change *change)
{
    if (draft->direction == QCDC_DIRECTION_DECREASE || is_negative(change->delta) || is_negative(change->percent))
        return QCDC_FAULT("judge-change-sign", -1, 1);
    if (draft->direction == QCDC_DIRECTION_INCREASE || change->now == NULL || change->base == NULL)
        return 1;
    return qcdc_decimal_compare(change->now->value, change->base->value) < 0 ? -1 : 1;
}

Change change_find(const Draft *draft)
{
    bool is_span = draft->kind == QCDC_CLAIM_REDUCTION_FROM_TO;
    Change change = {
        .now = find_valued(draft, is_span ? QCDC_OPERAND_TO : QCDC_OPERAND_NOW),
        .base = find_valued(draft, is_span ? QCDC_OPERAND_FROM : QCDC_OPERAND_BASE),
        .delta = find_valued(draft, QCDC_OPERAND_DELTA),
        .percent = find_valued(draft, QCDC_OPERAND_PCT),
    };
    change.sign = find_sign(draft, &change);
    return change;
}

/* Relations */

static Interval take(const DraftNumber *number, Taking taking)
{
    return number != NULL ? interval_of_operand(number, taking) : interval_make_lost();
}

static Interval take_delta(const Change *change, Taking taking)
{
    if (change->delta == NULL)
        return interval_make_lost();
    DraftNumber magnitude = judge_signed(change->delta, 1);
    Interval delta = interval_of_operand(&magnitude, taking);
    return change->sign < 0 ? interval_negate(delta) : delta;
}

bool change_has_rates(const Change *change)
{
    return change->now != NULL && change->base != NULL && change->now->percent && change->base->percent;
}

Interval change_get_difference(const Draft *draft, Taking taking)
{
    Change change = change_find(draft);
    return interval_subtract(take(change.now, taking), take(change.base, taking));
}

/* Each form holds every operand once, so that the interval is as narrow as it can be. */
Interval change_get_ratio(const Draft *draft, Taking taking)
{
    Change change = change_find(draft);
    if (change.now != NULL && change.base != NULL)
        return interval_divide(take(change.now, taking), take(change.base, taking));
    if (change.now != NULL) {
        Interval part = interval_divide(take_delta(&change, taking), take(change.now, taking));
        return interval_divide(interval_of_whole(1), QCDC_FAULT("judge-change-derived", interval_subtract(interval_of_whole(1), part),
                                                    interval_add(interval_of_whole(1), part)));
    }
    return interval_add(interval_of_whole(1), interval_divide(take_delta(&change, taking), take(change.base, taking)));
}

Interval change_get_growth(const Draft *draft, Taking taking)
{
    return interval_subtract(judge_percent(change_get_ratio(draft, taking)), interval_of_whole(100));
}

Interval change_get_growth_by_current(const Draft *draft, Taking taking)
{
    return interval_subtract(interval_of_whole(100), interval_divide(interval_of_whole(100), change_get_ratio(draft, taking)));
}

Interval change_get_index(const Draft *draft, Taking taking)
{
    return judge_percent(change_get_ratio(draft, taking));
}

/* "tăng 2,5 lần" is read both ways: by so many times, and to so many times. */
Interval change_get_times_more(const Draft *draft, Taking taking)
{
    return interval_subtract(change_get_ratio(draft, taking), interval_of_whole(1));
}

/* What is not printed, worked out */

static Interval find_base(const Draft *draft, Taking taking)
{
    Change change = change_find(draft);
    return interval_subtract(take(change.now, taking), take_delta(&change, taking));
}

static Interval find_now(const Draft *draft, Taking taking)
{
    Change change = change_find(draft);
    return interval_add(take(change.base, taking), take_delta(&change, taking));
}

static Interval find_bases_of_now(const Draft *draft, Interval percent)
{
    Change change = change_find(draft);
    return interval_divide(judge_percent(take(change.now, TAKING_PRINTED)), interval_add(interval_of_whole(100), percent));
}

static Interval find_bases_of_delta(const Draft *draft, Interval percent)
{
    Change change = change_find(draft);
    Interval delta = take_delta(&change, TAKING_PRINTED);
    if (change.sign < 0)
        return interval_divide(judge_percent(interval_negate(delta)), interval_negate(percent));
    return interval_divide(judge_percent(delta), percent);
}

static Interval find_nows_of_base(const Draft *draft, Interval percent)
{
    Change change = change_find(draft);
    Interval hundredth = interval_scale(interval_add(interval_of_whole(100), percent), exact_of_power(-2));
    return interval_multiply(hundredth, take(change.base, TAKING_PRINTED));
}

Interval change_find_bases_by_current(const Draft *draft, Interval percent)
{
    Change change = change_find(draft);
    Interval hundredth = interval_scale(interval_subtract(interval_of_whole(100), percent), exact_of_power(-2));
    return interval_multiply(hundredth, take(change.now, TAKING_PRINTED));
}

/* Verdicts */

static QcdcVerdict judge_times(Draft *draft, const Change *change)
{
    QcdcVerdict verdict = judge_relation(draft, change_get_ratio, change->percent, 1);
    return verdict_fits(verdict) ? verdict : judge_relation(draft, change_get_times_more, change->percent, change->sign);
}

/* "từ 48,43% xuống còn 43,81%, giảm 4,62%": points, as they are told loosely; else a percent. */
static QcdcVerdict judge_loose_points(Draft *draft, const Change *change)
{
    QcdcVerdict verdict = judge_relation(draft, change_get_difference, change->percent, change->sign);
    draft->cause = QCDC_CAUSE_NONE;
    if (verdict != QCDC_VERDICT_CONSISTENT)
        return QCDC_VERDICT_INCONSISTENT;
    draft->cause = QCDC_CAUSE_PERCENT_FOR_POINTS;
    return verdict;
}

static QcdcVerdict judge_percent_of_change(Draft *draft, const Change *change)
{
    bool is_loose = draft->kind == QCDC_CLAIM_REDUCTION_FROM_TO && change_has_rates(change) && change->percent->percent;
    if (is_loose && !change->percent->points && judge_loose_points(draft, change) == QCDC_VERDICT_CONSISTENT)
        return QCDC_VERDICT_CONSISTENT;
    if (!change->percent->percent && !change->percent->points) {
        judge_expect_point(draft, QCDC_OPERAND_PCT, change_get_ratio(draft, TAKING_PRINTED),
                           judge_get_decimals(change->percent));
        return judge_times(draft, change);
    }
    if (change->percent->points && change->now != NULL && change->base != NULL)
        return judge_relation(draft, change_get_difference, change->percent, change->sign);
    judge_expect_point(draft, QCDC_OPERAND_PCT, change_get_growth(draft, TAKING_PRINTED),
                       judge_get_decimals(change->percent));
    return judge_relation(draft, change_get_growth, change->percent, change->sign);
}

static Interval get_base(const Draft *draft, Taking taking)
{
    return take(change_find(draft).base, taking);
}

/* Whether some number of @interval has the sign. */
static bool has_sign(const Interval *interval, int sign)
{
    if (interval_is_lost(interval))
        return false;
    if (sign > 0)
        return interval->is_high_free || exact_get_sign(interval->high) > 0;
    return interval->is_low_free || exact_get_sign(interval->low) < 0;
}

/* Nothing but now and base is printed: by how much is left to be worked out, and which way may contradict the verb. */
static QcdcVerdict judge_direction(Draft *draft, const Change *change)
{
    if (draft->direction == QCDC_DIRECTION_UNCHANGED)
        return judge_relation(draft, get_base, change->now, is_negative(change->now) ? -1 : 1);
    if (draft->direction == QCDC_DIRECTION_UNKNOWN)
        return QCDC_VERDICT_UNCHECKABLE;
    Interval difference = change_get_difference(draft, TAKING_BOUND);
    bool may_hold = interval_is_lost(&difference) || has_sign(&difference, change->sign);
    return may_hold ? QCDC_VERDICT_UNCHECKABLE : QCDC_VERDICT_INCONSISTENT;
}

static void expect_difference(Draft *draft, const Change *change)
{
    Interval difference = change_get_difference(draft, TAKING_PRINTED);
    judge_expect_point(draft, QCDC_OPERAND_DELTA, change->sign < 0 ? interval_negate(difference) : difference,
                       JUDGE_AS_NEEDED);
}

static void judge_printed(Draft *draft, const Change *change)
{
    draft->verdict = QCDC_VERDICT_CONSISTENT;
    expect_difference(draft, change);
    if (change->delta != NULL)
        draft->verdict = (uint8_t)judge_relation(draft, change_get_difference, change->delta, change->sign);
    if (change->percent != NULL)
        draft->verdict = (uint8_t)judge_worse((QcdcVerdict)draft->verdict, judge_percent_of_change(draft, change));
    if (change->delta == NULL && change->percent == NULL)
        draft->verdict = (uint8_t)judge_direction(draft, change);
}

/* now or base follows of the other and the difference. A count was never below 0; an amount may have been. */
static void judge_derived(Draft *draft, const Change *change)
{
    Interval derived = change->now != NULL ? find_base(draft, TAKING_PRINTED) : find_now(draft, TAKING_PRINTED);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (interval_is_lost(&derived))
        return;
    if (exact_get_sign(derived.low) < 0) {
        if (number_is_whole(change->now != NULL ? change->now : change->base) && number_is_whole(change->delta))
            draft->verdict = QCDC_VERDICT_INCONSISTENT;
        return;
    }
    judge_expect_point(draft, change->now != NULL ? QCDC_OPERAND_BASE : QCDC_OPERAND_NOW, derived, JUDGE_AS_NEEDED);
    if (change->percent != NULL)
        draft->verdict = (uint8_t)judge_percent_of_change(draft, change);
    else
        judge_expect_point(draft, QCDC_OPERAND_PCT, change_get_growth(draft, TAKING_PRINTED), 1);
}

/* Cut digits are not the only explanation where the current figure may have been the divisor. */
static void doubt_cut(Draft *draft, const Change *change)
{
    int64_t base;
    DraftNumber percent = judge_signed(change->percent, change->sign);
    Interval bases = change_find_bases_by_current(draft, interval_of_result(&percent, TAKING_CELL));
    if (judge_count_whole(&bases, 1, &base) > 0)
        draft->cause = QCDC_CAUSE_NONE;
}

/* One figure, and the percent: of counts, the other is a whole number (R5). */
static void judge_by_percent(Draft *draft, const Change *change)
{
    const DraftNumber *known = change->now != NULL ? change->now : change->base != NULL ? change->base : change->delta;
    WholeRelation relation = known == change->now    ? find_bases_of_now
                             : known == change->base ? find_nows_of_base
                                                     : find_bases_of_delta;
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (known == NULL || !change->percent->percent)
        return;
    DraftNumber percent = judge_signed(change->percent, change->sign);
    Interval other = relation(draft, interval_of_point(exact_of(percent.value)));
    int64_t least = known == change->base ? 0 : 1;
    if (!number_is_whole(known))
        judge_expect_like(draft, known == change->base ? QCDC_OPERAND_NOW : QCDC_OPERAND_BASE, other, known);
    else if (known == change->delta || judge_changes_by_one(known, other))
        draft->verdict =
            (uint8_t)judge_whole(draft, relation, change->percent, change->sign, least, QCDC_VERDICT_UNCHECKABLE);
    else
        judge_tell_wholes(draft, relation, change->percent, change->sign, least);
    if (known == change->now && draft->cause == QCDC_CAUSE_TRUNCATED)
        doubt_cut(draft, change);
}

void judge_change(Draft *draft)
{
    Change change = change_find(draft);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (change.now != NULL && change.base != NULL)
        judge_printed(draft, &change);
    else if ((change.now != NULL || change.base != NULL) && change.delta != NULL)
        judge_derived(draft, &change);
    else if (change.percent != NULL)
        judge_by_percent(draft, &change);
    bool is_loose =
        draft->kind == QCDC_CLAIM_CHANGE_PP && change.delta != NULL && change.delta->percent && !change.delta->points;
    if (is_loose && change.base != NULL && draft->verdict == QCDC_VERDICT_CONSISTENT)
        draft->cause = QCDC_CAUSE_PERCENT_FOR_POINTS;
}

/* R7 */

static void become_points(Draft *draft)
{
    draft->kind = QCDC_CLAIM_CHANGE_PP;
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].role == QCDC_OPERAND_PCT)
            draft->numbers[i].role = QCDC_OPERAND_DELTA;
}

void judge_settle(Draft *draft)
{
    Change change = change_find(draft);
    if (draft->kind != QCDC_CLAIM_CHANGE_REL || (!draft->is_rate && !change_has_rates(&change)))
        return;
    if (change.percent == NULL || change.delta != NULL || (change.now != NULL && !change.now->percent))
        return;
    if (change.now == NULL || change.base == NULL ||
        judge_fits(draft, change_get_difference, change.percent, change.sign) ||
        !judge_fits(draft, change_get_growth, change.percent, change.sign))
        become_points(draft);
}
