/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Places, and figures told as an index of the base. */
#include "reading/judge-change-private.h"

#include "kernel/fault-private.h"

/* Places: a smaller number is a rise. */
static Interval find_rise(const Draft *draft, Taking taking)
{
    Interval rise = interval_negate(change_get_difference(draft, taking));
    return QCDC_FAULT("judge-rank-way", rise, change_get_difference(draft, taking));
}

static Interval find_former(const Draft *draft, int sign)
{
    Interval delta = judge_operand(draft, QCDC_OPERAND_DELTA, TAKING_PRINTED);
    return interval_add(judge_operand(draft, QCDC_OPERAND_NOW, TAKING_PRINTED),
                        sign < 0 ? interval_negate(delta) : delta);
}

enum {
    PROVINCES_NOW = 34, /* since July 2025 */
    PROVINCES_BEFORE = 63
};

/* Nobody stands before the first place, or behind the last, unless the field may have been the larger one before the
 * merger of provinces. */
static bool can_stand(const Draft *draft, Exact former)
{
    const DraftNumber *field = draft_find(draft, QCDC_OPERAND_OF);
    if (exact_compare(former, exact_of_whole(1)) < 0)
        return false;
    if (field == NULL || !field->has_value || exact_compare(former, exact_of(field->value)) <= 0)
        return true;
    bool may_be_merged = exact_compare(exact_of(field->value), exact_of_whole(PROVINCES_NOW)) >= 0;
    return may_be_merged && exact_compare(former, exact_of_whole(PROVINCES_BEFORE)) <= 0;
}

static void judge_places(Draft *draft)
{
    int sign = draft->direction == QCDC_DIRECTION_DECREASE ? -1 : 1;
    const DraftNumber *delta = draft_find(draft, QCDC_OPERAND_DELTA);
    if (delta == NULL)
        return;
    if (draft_find(draft, QCDC_OPERAND_BASE) != NULL) {
        draft->verdict = (uint8_t)judge_relation(draft, find_rise, delta, sign);
        Interval rise = find_rise(draft, TAKING_PRINTED);
        judge_expect_point(draft, QCDC_OPERAND_DELTA, sign < 0 ? interval_negate(rise) : rise, JUDGE_AS_NEEDED);
        return;
    }
    Interval former = find_former(draft, sign);
    if (interval_is_lost(&former))
        return;
    if (!can_stand(draft, former.low))
        draft->verdict = QCDC_VERDICT_INCONSISTENT;
    else
        judge_expect_point(draft, QCDC_OPERAND_BASE, former, JUDGE_AS_NEEDED);
}

static QcdcVerdict judge_field(const Draft *draft, QcdcOperand role)
{
    const DraftNumber *rank = draft_find(draft, role), *field = draft_find(draft, QCDC_OPERAND_OF);
    if (rank == NULL || field == NULL)
        return QCDC_VERDICT_UNCHECKABLE;
    bool is_in = rank->value.coefficient > 0 && qcdc_decimal_compare(rank->value, field->value) <= 0;
    return is_in ? QCDC_VERDICT_CONSISTENT : QCDC_VERDICT_INCONSISTENT;
}

void judge_rank(Draft *draft)
{
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (draft->kind == QCDC_CLAIM_RANK) {
        draft->verdict = (uint8_t)judge_field(draft, QCDC_OPERAND_RANK);
        return;
    }
    judge_places(draft);
    if (judge_field(draft, QCDC_OPERAND_NOW) == QCDC_VERDICT_INCONSISTENT)
        draft->verdict = QCDC_VERDICT_INCONSISTENT;
}

/* An index is printed in percent or in times. */
static Interval find_bases_of_index(const Draft *draft, Interval percent)
{
    bool is_percent = draft_find(draft, QCDC_OPERAND_PCT)->percent;
    return interval_divide(judge_operand(draft, QCDC_OPERAND_NOW, TAKING_PRINTED),
                           interval_scale(percent, exact_of_power(is_percent ? -2 : 0)));
}

static Interval find_nows_of_index(const Draft *draft, Interval percent)
{
    bool is_percent = draft_find(draft, QCDC_OPERAND_PCT)->percent;
    return interval_multiply(interval_scale(percent, exact_of_power(is_percent ? -2 : 0)),
                             judge_operand(draft, QCDC_OPERAND_BASE, TAKING_PRINTED));
}

static void judge_index_by_percent(Draft *draft, const Change *change)
{
    const DraftNumber *known = change->now != NULL ? change->now : change->base;
    WholeRelation relation = change->now != NULL ? find_bases_of_index : find_nows_of_index;
    if (known == NULL)
        return;
    Interval other = relation(draft, interval_of_point(exact_of(change->percent->value)));
    int64_t least = change->now != NULL ? 1 : 0;
    if (!number_is_whole(known))
        judge_expect_like(draft, change->now != NULL ? QCDC_OPERAND_BASE : QCDC_OPERAND_NOW, other, known);
    else if (judge_changes_by_one(known, other))
        draft->verdict = (uint8_t)judge_whole(draft, relation, change->percent, 1, least, QCDC_VERDICT_UNCHECKABLE);
    else
        judge_tell_wholes(draft, relation, change->percent, 1, least);
}

void judge_index(Draft *draft)
{
    Change change = change_find(draft);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    Interval ratio = change_get_ratio(draft, TAKING_PRINTED);
    if (change.percent == NULL) {
        judge_expect_point(draft, QCDC_OPERAND_PCT, judge_percent(ratio), 1);
    } else if (interval_is_lost(&ratio)) {
        judge_index_by_percent(draft, &change);
    } else {
        Relation relation = change.percent->percent ? change_get_index : change_get_ratio;
        draft->verdict = (uint8_t)judge_relation(draft, relation, change.percent, 1);
        judge_expect_point(draft, QCDC_OPERAND_PCT, relation(draft, TAKING_PRINTED),
                           judge_get_decimals(change.percent));
    }
}
