/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sums of parts, signed sums, rates between their parts', lists and their count, one figure in two places (R8). */
#include "reading/judge-private.h"

#include "kernel/fault-private.h"

static Interval find_sum(const Draft *draft, Taking taking)
{
    Interval sum = interval_of_point(exact_of_whole(0));
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].role == QCDC_OPERAND_PART && draft->numbers[i].has_value)
            sum = interval_add(sum, interval_of_operand(&draft->numbers[i], taking));
    return sum;
}

/* "trên" before the total and before every part is a way of speaking, and no bound. */
static bool is_hedged_throughout(const Draft *draft)
{
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].hedge == QCDC_HEDGE_NONE || draft->numbers[i].hedge != draft->numbers[0].hedge)
            return false;
    return true;
}

static int find_sign(const DraftNumber *number)
{
    return number->value.coefficient < 0 ? -1 : 1;
}

/* What is not printed, a whole of 100, is exact. */
static bool is_printed(const DraftNumber *number)
{
    return number->end > number->start;
}

/* The sum of percents that are to close to 100. */
static QcdcVerdict judge_hundred(const Draft *draft, const DraftNumber *total)
{
    Interval sum = find_sum(draft, TAKING_PRINTED), cells = find_sum(draft, TAKING_CELL);
    Interval wanted = interval_of_point(exact_of(total->value));
    if (interval_is_lost(&sum) || interval_is_lost(&cells))
        return QCDC_VERDICT_UNCHECKABLE;
    if (interval_meets(&sum, &wanted))
        return QCDC_VERDICT_CONSISTENT;
    return QCDC_FAULT("judge-sum-hundred", interval_meets(&cells, &wanted), true) ? QCDC_VERDICT_ROUNDING
                                                                                  : QCDC_VERDICT_INCONSISTENT;
}

static QcdcVerdict judge_all_parts(Draft *draft, const DraftNumber *total)
{
    if (!is_printed(total))
        return judge_hundred(draft, total);
    QcdcVerdict verdict = judge_relation(draft, find_sum, total, find_sign(total));
    return verdict == QCDC_VERDICT_UNCHECKABLE && is_hedged_throughout(draft) ? QCDC_VERDICT_INCONSISTENT : verdict;
}

/* Some parts stay within the total, as far as what is printed tells. */
static QcdcVerdict judge_some_parts(const Draft *draft, const DraftNumber *total)
{
    static const struct {
        Taking taking;
        QcdcVerdict verdict;
    } ways[] = { { TAKING_PRINTED, QCDC_VERDICT_CONSISTENT }, { TAKING_CELL, QCDC_VERDICT_ROUNDING }, { TAKING_BOUND, QCDC_VERDICT_UNCHECKABLE } };
    size_t count = is_hedged_throughout(draft) ? 2 : 3;
    for (size_t way = 0; way < count; way++) {
        Interval sum = find_sum(draft, ways[way].taking), whole = interval_of_operand(total, ways[way].taking);
        Interval rest = interval_subtract(whole, sum);
        if (interval_is_lost(&rest))
            return QCDC_VERDICT_UNCHECKABLE;
        if (interval_reaches_zero(&rest))
            return ways[way].verdict;
    }
    return QCDC_VERDICT_INCONSISTENT;
}

/* Expected is told along the printed total: what the parts add up to, and by how much the total exceeds that. */
static void expect_sum(Draft *draft)
{
    Interval sum = find_sum(draft, TAKING_PRINTED);
    judge_expect_point(draft, QCDC_OPERAND_SUM, sum, JUDGE_AS_NEEDED);
    judge_expect_point(draft, QCDC_OPERAND_DIFFERENCE,
                       interval_subtract(judge_operand(draft, QCDC_OPERAND_TOTAL, TAKING_PRINTED), sum),
                       JUDGE_AS_NEEDED);
}

static void judge_parts(Draft *draft, const DraftNumber *total)
{
    bool is_open = draft->open_list || draft->mode != QCDC_PARTS_EXHAUSTIVE;
    expect_sum(draft);
    QcdcVerdict verdict = judge_all_parts(draft, total);
    bool adds_up = verdict == QCDC_VERDICT_CONSISTENT;
    if (!adds_up && is_open)
        verdict = draft->kind == QCDC_CLAIM_SIGNED_SUM ? QCDC_VERDICT_UNCHECKABLE : judge_some_parts(draft, total);
    if (adds_up)
        draft->mode = QCDC_PARTS_EXHAUSTIVE;
    else if (draft->mode == QCDC_PARTS_NONE)
        draft->mode = QCDC_PARTS_SUBSET;
    draft->verdict = (uint8_t)verdict;
}

/* Rates: the whole's lies between those of its parts */

static void extend(Interval *span, const Interval *part, bool is_first)
{
    if (is_first || exact_compare(part->low, span->low) < 0)
        span->low = part->low;
    if (is_first || exact_compare(part->high, span->high) > 0)
        span->high = part->high;
}

static Interval find_span(const Draft *draft, Taking taking)
{
    Interval span = interval_make_lost();
    bool is_first = true;
    for (size_t i = 0; i < draft->number_count; i++) {
        if (draft->numbers[i].role != QCDC_OPERAND_PART || !draft->numbers[i].has_value)
            continue;
        Interval part = interval_of_operand(&draft->numbers[i], taking == TAKING_BOUND ? TAKING_CELL : taking);
        if (interval_is_lost(&part))
            return part;
        extend(&span, &part, is_first);
        is_first = false;
    }
    return span;
}

static size_t count_parts(const Draft *draft)
{
    size_t count = 0;
    for (size_t i = 0; i < draft->number_count; i++)
        count += draft->numbers[i].role == QCDC_OPERAND_PART && draft->numbers[i].has_value;
    return count;
}

/* That some of the parts lie to one side of it says nothing about the whole. */
static void judge_between(Draft *draft, const DraftNumber *total)
{
    static const QcdcVerdict verdicts[] = { QCDC_VERDICT_CONSISTENT, QCDC_VERDICT_ROUNDING };
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (count_parts(draft) < 2)
        return;
    Interval printed = find_span(draft, TAKING_PRINTED);
    if (interval_is_lost(&printed))
        return;
    judge_expect(draft, QCDC_OPERAND_LOWEST, printed.low, JUDGE_AS_NEEDED);
    judge_expect(draft, QCDC_OPERAND_HIGHEST, printed.high, JUDGE_AS_NEEDED);
    for (int taking = TAKING_PRINTED; taking <= TAKING_CELL; taking++) {
        Interval span = find_span(draft, (Taking)taking), rate = interval_of_operand(total, (Taking)taking);
        if (interval_meets(&span, &rate)) {
            draft->verdict = (uint8_t)verdicts[taking];
            return;
        }
    }
    Interval bound = interval_of_operand(total, TAKING_BOUND);
    if (draft->mode == QCDC_PARTS_EXHAUSTIVE && !draft->open_list && !interval_meets(&printed, &bound))
        draft->verdict = QCDC_VERDICT_INCONSISTENT;
}

void judge_sum(Draft *draft)
{
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (total == NULL || !total->has_value || count_parts(draft) == 0)
        judge_expect_point(draft, QCDC_OPERAND_SUM, find_sum(draft, TAKING_PRINTED), JUDGE_AS_NEEDED);
    else if (draft->is_rate)
        judge_between(draft, total);
    else
        judge_parts(draft, total);
}

/* One figure in two places */

static Interval find_first(const Draft *draft, Taking taking)
{
    return judge_operand(draft, QCDC_OPERAND_FIRST, taking);
}

static Interval find_second(const Draft *draft, Taking taking)
{
    return judge_operand(draft, QCDC_OPERAND_SECOND, taking);
}

/* The place that is printed in fewer digits is the other one rounded. */
void judge_cross(Draft *draft)
{
    const DraftNumber *first = draft_find(draft, QCDC_OPERAND_FIRST), *second = draft_find(draft, QCDC_OPERAND_SECOND);
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (first == NULL || second == NULL || !first->has_value || !second->has_value)
        return;
    bool is_first_coarser = first->last_power > second->last_power;
    const DraftNumber *coarse = is_first_coarser ? first : second;
    draft->verdict =
        (uint8_t)judge_relation(draft, is_first_coarser ? find_second : find_first, coarse, find_sign(coarse));
    judge_expect_point(draft, QCDC_OPERAND_DIFFERENCE,
                       interval_subtract(find_second(draft, TAKING_PRINTED), find_first(draft, TAKING_PRINTED)),
                       JUDGE_AS_NEEDED);
}

/* A count and the names it counts */

void judge_list(Draft *draft)
{
    const DraftNumber *stated = draft_find(draft, QCDC_OPERAND_STATED);
    int64_t listed = 0;
    for (size_t i = 0; i < draft->number_count; i++)
        listed += draft->numbers[i].role == QCDC_OPERAND_LISTED;
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (stated == NULL || !stated->has_value || listed == 0)
        return;
    int order = exact_compare(exact_of_whole(listed), exact_of(stated->value));
    bool fits = order == 0 || (draft->open_list && order < 0);
    bool is_bound = stated->hedge != QCDC_HEDGE_NONE;
    draft->verdict = fits ? QCDC_VERDICT_CONSISTENT : is_bound ? QCDC_VERDICT_UNCHECKABLE : QCDC_VERDICT_INCONSISTENT;
    judge_expect(draft, QCDC_OPERAND_LISTED_COUNT, exact_of_whole(listed), 0);
}
