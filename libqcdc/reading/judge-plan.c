/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Plans, targets, and what a part brings to a growth (S24, S25). */
#include "reading/judge-plan-private.h"

#include "kernel/fault-private.h"

static int find_sign(const Draft *draft)
{
    return draft->relation == QCDC_RELATION_MISSES ? -1 : 1;
}

static QcdcOperand find_aim(const Draft *draft)
{
    return draft->kind == QCDC_CLAIM_TARGET ? QCDC_OPERAND_TARGET : QCDC_OPERAND_PLAN;
}

Interval plan_get_attainment(const Draft *draft, Taking taking)
{
    return judge_percent(interval_divide(judge_operand(draft, QCDC_OPERAND_ACTUAL, taking),
                                         judge_operand(draft, find_aim(draft), taking)));
}

Interval plan_get_excess_percent(const Draft *draft, Taking taking)
{
    return interval_subtract(plan_get_attainment(draft, taking), interval_of_whole(100));
}

static Interval find_excess(const Draft *draft, Taking taking)
{
    return interval_subtract(judge_operand(draft, QCDC_OPERAND_ACTUAL, taking),
                             judge_operand(draft, find_aim(draft), taking));
}

/* "vượt 18,2% kế hoạch" is what lies above 100, "đạt 118,2%" is not. */
bool plan_is_excess(const Draft *draft, const DraftNumber *percent)
{
    bool goes_beyond = draft->relation == QCDC_RELATION_EXCEEDS && draft_find(draft, QCDC_OPERAND_EXCESS) == NULL;
    return percent->role == QCDC_OPERAND_EXCESS || goes_beyond;
}

static Interval find_plans(const Draft *draft, Interval percent)
{
    return interval_divide(judge_percent(judge_operand(draft, QCDC_OPERAND_ACTUAL, TAKING_PRINTED)), percent);
}

static Interval find_plans_of_excess(const Draft *draft, Interval percent)
{
    return find_plans(draft, interval_add(interval_of_whole(100), percent));
}

static Interval find_actuals(const Draft *draft, Interval percent)
{
    return interval_multiply(interval_scale(percent, exact_of_power(-2)),
                             judge_operand(draft, find_aim(draft), TAKING_PRINTED));
}

static Interval find_actuals_of_excess(const Draft *draft, Interval percent)
{
    return find_actuals(draft, interval_add(interval_of_whole(100), percent));
}

static QcdcVerdict judge_plan_percent(Draft *draft, const DraftNumber *percent)
{
    bool is_excess = plan_is_excess(draft, percent);
    Relation relation = is_excess ? plan_get_excess_percent : plan_get_attainment;
    Interval worked_out = relation(draft, TAKING_PRINTED);
    int sign = is_excess ? QCDC_FAULT("judge-plan-misses", find_sign(draft), 1) : 1;
    judge_expect_point(draft, (QcdcOperand)percent->role, sign < 0 ? interval_negate(worked_out) : worked_out,
                       judge_get_decimals(percent));
    return judge_relation(draft, relation, percent, sign);
}

/* Of a rate below a half less may be the aim, and what is said to be exceeded may be undercut; nobody aims at less of
 * what most have. */
static bool may_mean_less(const Draft *draft, const DraftNumber *actual, const DraftNumber *aim)
{
    QcdcDecimal half = { 50, 0, { 0 } };
    bool is_small = qcdc_decimal_compare(actual->value, half) < 0 || qcdc_decimal_compare(aim->value, half) < 0;
    if (QCDC_FAULT("judge-plan-aimed", draft->is_aimed_change, false))
        return false;
    return draft->direction == QCDC_DIRECTION_DECREASE ||
           ((actual->percent || actual->points || draft->is_rate) && is_small);
}

static QcdcVerdict judge_standing(const Draft *draft, const DraftNumber *actual, const DraftNumber *aim)
{
    int order = qcdc_decimal_compare(actual->value, aim->value);
    bool holds = draft->relation == QCDC_RELATION_EXCEEDS  ? order > 0
                 : draft->relation == QCDC_RELATION_MISSES ? order < 0
                                                           : order >= 0;
    if (draft->relation == QCDC_RELATION_NONE)
        return QCDC_VERDICT_UNCHECKABLE;
    if (holds)
        return QCDC_VERDICT_CONSISTENT;
    bool is_open = actual->hedge != QCDC_HEDGE_NONE || aim->hedge != QCDC_HEDGE_NONE || order == 0;
    return is_open || may_mean_less(draft, actual, aim) ? QCDC_VERDICT_UNCHECKABLE : QCDC_VERDICT_INCONSISTENT;
}

/* Of figures in percent an excess in percent is read as points too. */
static QcdcVerdict judge_excess(Draft *draft, const DraftNumber *excess)
{
    int sign = find_sign(draft);
    const DraftNumber *actual = draft_find(draft, QCDC_OPERAND_ACTUAL);
    bool is_points = excess->points || !excess->percent || actual->percent;
    QcdcVerdict verdict = is_points ? judge_relation(draft, find_excess, excess, sign) : QCDC_VERDICT_INCONSISTENT;
    if (!excess->percent || excess->points || verdict_fits(verdict))
        return verdict;
    return judge_plan_percent(draft, excess);
}

static void judge_against_aim(Draft *draft, const DraftNumber *percent, const DraftNumber *excess)
{
    Interval difference = find_excess(draft, TAKING_PRINTED);
    bool is_percent = excess != NULL && excess->percent;
    draft->verdict = QCDC_VERDICT_CONSISTENT;
    if (!is_percent)
        judge_expect_point(draft, draft->kind == QCDC_CLAIM_TARGET ? QCDC_OPERAND_DIFFERENCE : QCDC_OPERAND_EXCESS,
                           find_sign(draft) < 0 ? interval_negate(difference) : difference, JUDGE_AS_NEEDED);
    if (percent != NULL)
        draft->verdict = (uint8_t)judge_plan_percent(draft, percent);
    else if (draft->kind == QCDC_CLAIM_PLAN_ATTAINMENT)
        judge_expect_point(draft, QCDC_OPERAND_PCT, plan_get_attainment(draft, TAKING_PRINTED), 1);
    if (excess != NULL)
        draft->verdict = (uint8_t)judge_worse((QcdcVerdict)draft->verdict, judge_excess(draft, excess));
    if (percent == NULL && excess == NULL)
        draft->verdict =
            (uint8_t)judge_standing(draft, draft_find(draft, QCDC_OPERAND_ACTUAL), draft_find(draft, find_aim(draft)));
}

/* No whole plan that fits is no mistake: "4 sở vượt 10,3% kế hoạch" is of another plan than one of departments. */
static void judge_without_aim(Draft *draft, const DraftNumber *known, const DraftNumber *percent)
{
    bool is_excess = plan_is_excess(draft, percent), has_actual = known->role == QCDC_OPERAND_ACTUAL;
    int sign = is_excess ? find_sign(draft) : 1;
    WholeRelation relation = has_actual  ? (is_excess ? find_plans_of_excess : find_plans)
                             : is_excess ? find_actuals_of_excess
                                         : find_actuals;
    DraftNumber printed = judge_signed(percent, sign);
    Interval exact = relation(draft, interval_of_point(exact_of(printed.value)));
    judge_expect_like(draft, has_actual ? find_aim(draft) : QCDC_OPERAND_ACTUAL, exact, known);
    if (number_is_whole(known))
        judge_tell_wholes(draft, relation, percent, sign, has_actual ? 1 : 0);
}

/* actual − excess is the plan, plan + excess what was reached. */
static void judge_with_excess(Draft *draft, const DraftNumber *known, const DraftNumber *excess)
{
    bool has_actual = known->role == QCDC_OPERAND_ACTUAL;
    DraftNumber added = judge_signed(excess, has_actual ? -find_sign(draft) : find_sign(draft));
    Interval sum = interval_add(interval_of_operand(known, TAKING_PRINTED), interval_of_point(exact_of(added.value)));
    if (!interval_is_lost(&sum) && exact_get_sign(sum.low) > 0)
        judge_expect_point(draft, has_actual ? find_aim(draft) : QCDC_OPERAND_ACTUAL, sum, JUDGE_AS_NEEDED);
}

void judge_plan(Draft *draft)
{
    const DraftNumber *actual = draft_find(draft, QCDC_OPERAND_ACTUAL), *aim = draft_find(draft, find_aim(draft));
    const DraftNumber *percent = draft_find(draft, QCDC_OPERAND_PCT), *excess = draft_find(draft, QCDC_OPERAND_EXCESS);
    const DraftNumber *known = actual != NULL ? actual : aim;
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (actual != NULL && aim != NULL)
        judge_against_aim(draft, percent, excess);
    else if (known == NULL)
        return;
    else if (percent != NULL || (excess != NULL && excess->percent && !known->percent))
        judge_without_aim(draft, known, percent != NULL ? percent : excess);
    else if (excess != NULL)
        judge_with_excess(draft, known, excess);
}

/* Contributions */

static Interval find_share(const Draft *draft, Taking taking)
{
    QcdcOperand part = draft_find(draft, QCDC_OPERAND_POINTS) != NULL ? QCDC_OPERAND_POINTS : QCDC_OPERAND_PART;
    return judge_percent(
        interval_divide(judge_operand(draft, part, taking), judge_operand(draft, QCDC_OPERAND_WHOLE, taking)));
}

void judge_contribution(Draft *draft)
{
    const DraftNumber *share = draft_find(draft, QCDC_OPERAND_SHARE);
    Interval worked_out = find_share(draft, TAKING_PRINTED);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    judge_expect_point(draft, QCDC_OPERAND_SHARE, worked_out, share != NULL ? judge_get_decimals(share) : 1);
    if (share != NULL && !interval_is_lost(&worked_out))
        draft->verdict = (uint8_t)judge_relation(draft, find_share, share, 1);
}
