/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* One figure divided by another: shares, fractions, means, densities (R5). */
#include "reading/judge-private.h"

#include "kernel/fault-private.h"

/* Who is who: part / whole = result, times 100 where it is a percent. */
typedef struct Ratio {
    QcdcOperand part_role, whole_role, result_role;
    const DraftNumber *part, *whole, *result;
    bool is_percent;
} Ratio;

static Ratio find_ratio(const Draft *draft)
{
    Ratio ratio = { QCDC_OPERAND_PART, QCDC_OPERAND_WHOLE, QCDC_OPERAND_PCT, NULL, NULL, NULL, true };
    if (draft->kind == QCDC_CLAIM_FRACTION) {
        ratio.part_role = QCDC_OPERAND_NUM;
        ratio.whole_role = QCDC_OPERAND_DEN;
    } else if (draft->kind == QCDC_CLAIM_AVERAGE) {
        ratio.part_role = QCDC_OPERAND_TOTAL;
        ratio.whole_role = QCDC_OPERAND_COUNT;
        ratio.result_role = QCDC_OPERAND_AVERAGE;
        ratio.is_percent = false;
    } else if (draft->kind == QCDC_CLAIM_DENSITY) {
        ratio.part_role = QCDC_OPERAND_NUM;
        ratio.whole_role = QCDC_OPERAND_DEN;
        ratio.result_role = QCDC_OPERAND_VALUE;
        ratio.is_percent = false;
    }
    ratio.part = draft_find(draft, ratio.part_role);
    ratio.whole = draft_find(draft, ratio.whole_role);
    ratio.result = draft_find(draft, ratio.result_role);
    return ratio;
}

static Interval divide(const Draft *draft, Taking taking)
{
    Ratio ratio = find_ratio(draft);
    Interval quotient =
        interval_divide(judge_operand(draft, ratio.part_role, taking), judge_operand(draft, ratio.whole_role, taking));
    return QCDC_FAULT("judge-ratio-percent", ratio.is_percent, true) ? judge_percent(quotient) : quotient;
}

static Interval to_quotient(const Ratio *ratio, Interval result)
{
    return ratio->is_percent ? interval_scale(result, exact_of_power(-2)) : result;
}

static Interval find_parts(const Draft *draft, Interval result)
{
    Ratio ratio = find_ratio(draft);
    return interval_multiply(to_quotient(&ratio, result), judge_operand(draft, ratio.whole_role, TAKING_PRINTED));
}

static Interval find_wholes(const Draft *draft, Interval result)
{
    Ratio ratio = find_ratio(draft);
    return interval_divide(judge_operand(draft, ratio.part_role, TAKING_PRINTED), to_quotient(&ratio, result));
}

/* A mean of what is counted has a whole total; the mean of amounts of money, or of scores, has not. */
static bool wants_whole(const Draft *draft, const Ratio *ratio, const DraftNumber *known)
{
    bool is_plain = ratio->is_percent || (ratio->result->last_power < 0 && !ratio->result->is_measure);
    return draft->kind != QCDC_CLAIM_DENSITY && is_plain && number_is_whole(known) && !ratio->result->points &&
           (ratio->is_percent ? ratio->result->percent : !ratio->result->percent);
}

/* A whole with its percent: one of the few whole parts must fit, so that something is checked. A part with its percent
 * says no more than what the whole would be, and may be no part of it at all: "3 doanh nghiệp, chiếm 45,2% doanh thu". */
static void judge_without_one(Draft *draft, const Ratio *ratio)
{
    const DraftNumber *known = ratio->part != NULL ? ratio->part : ratio->whole;
    WholeRelation relation = ratio->part != NULL ? find_wholes : find_parts;
    QcdcOperand missing = ratio->part != NULL ? ratio->whole_role : ratio->part_role;
    Interval exact = relation(draft, interval_of_point(exact_of(ratio->result->value)));
    bool wants = wants_whole(draft, ratio, known);
    if (wants && ratio->part != NULL)
        judge_tell_wholes(draft, relation, ratio->result, 1, 1);
    else if (wants)
        draft->verdict = (uint8_t)judge_whole(draft, relation, ratio->result, 1, 0, QCDC_VERDICT_CONSISTENT);
    else if (draft->kind == QCDC_CLAIM_DENSITY)
        judge_expect_point(draft, missing, exact, JUDGE_AS_NEEDED);
    else
        judge_expect_like(draft, missing, exact, known);
}

/* 299/213 is no part of a whole unless a percent says so: two measures stand side by side. */
static void become_pair(Draft *draft)
{
    draft->kind = QCDC_CLAIM_PAIR;
    draft->expected_count = 0;
    for (size_t i = 0; i < draft->number_count; i++)
        draft->numbers[i].role = draft->numbers[i].role == QCDC_OPERAND_NUM ? QCDC_OPERAND_A : QCDC_OPERAND_B;
    judge_pair(draft);
}

void judge_ratio(Draft *draft)
{
    Ratio ratio = find_ratio(draft);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (ratio.part != NULL && ratio.whole != NULL) {
        Interval quotient = divide(draft, TAKING_PRINTED);
        judge_expect_point(draft, ratio.result_role, quotient,
                           ratio.result != NULL ? judge_get_decimals(ratio.result) : 2);
        if (ratio.result != NULL)
            draft->verdict = (uint8_t)judge_relation(draft, divide, ratio.result, 1);
        else if (draft->kind == QCDC_CLAIM_FRACTION && qcdc_decimal_compare(ratio.part->value, ratio.whole->value) > 0)
            become_pair(draft);
    } else if (ratio.result != NULL && (ratio.part != NULL || ratio.whole != NULL)) {
        judge_without_one(draft, &ratio);
    }
}
