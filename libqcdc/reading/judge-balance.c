/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* opening + received = total = resolved + remaining: of what is printed. */
#include "reading/judge-private.h"

#include "kernel/fault-private.h"

static bool is_printed(const Draft *draft, QcdcOperand role)
{
    return draft_find(draft, role) != NULL;
}

/* There may be several of a role: they add up. */
static Interval add_up(const Draft *draft, QcdcOperand role, Taking taking)
{
    Interval sum = interval_of_point(exact_of_whole(0));
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].role == role && draft->numbers[i].has_value)
            sum = interval_add(sum, interval_of_operand(&draft->numbers[i], taking));
    return sum;
}

static Interval find_incoming(const Draft *draft, Taking taking)
{
    return interval_add(add_up(draft, QCDC_OPERAND_OPENING, taking), add_up(draft, QCDC_OPERAND_RECEIVED, taking));
}

static Interval find_outgoing(const Draft *draft, Taking taking)
{
    return interval_add(add_up(draft, QCDC_OPERAND_RESOLVED, taking), add_up(draft, QCDC_OPERAND_REMAINING, taking));
}

/* What the first figure received has to be, for the others of its kind. */
static Interval find_received(const Draft *draft, Taking taking)
{
    const DraftNumber *first = draft_find(draft, QCDC_OPERAND_RECEIVED);
    Interval rest = interval_subtract(find_outgoing(draft, taking), add_up(draft, QCDC_OPERAND_OPENING, taking));
    for (const DraftNumber *other = first + 1; other < draft->numbers + draft->number_count; other++)
        if (other->role == QCDC_OPERAND_RECEIVED && other->has_value)
            rest = interval_subtract(rest, interval_of_operand(other, taking));
    return rest;
}

/* A total beside both sides, or the two sides beside each other. Verdicts of what is printed are joined; none is
 * UNCHECKABLE. */
static QcdcVerdict judge_sides(Draft *draft)
{
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL),
                      *received = draft_find(draft, QCDC_OPERAND_RECEIVED);
    bool has_incoming = is_printed(draft, QCDC_OPERAND_OPENING) && received != NULL;
    bool has_outgoing = is_printed(draft, QCDC_OPERAND_RESOLVED) && is_printed(draft, QCDC_OPERAND_REMAINING);
    QcdcVerdict verdict = QCDC_VERDICT_CONSISTENT;
    if (total != NULL && has_incoming)
        verdict = judge_relation(draft, find_incoming, total, 1);
    if (total != NULL && has_outgoing)
        verdict = judge_worse(verdict, judge_relation(draft, find_outgoing, total, 1));
    if (total == NULL && has_incoming && has_outgoing)
        verdict = judge_relation(draft, find_received, received, 1);
    bool is_judged = total != NULL ? has_incoming || has_outgoing : has_incoming && has_outgoing;
    return is_judged ? verdict : QCDC_VERDICT_UNCHECKABLE;
}

/* Of received, resolved and remaining alone: what was carried over may be silent, but is not below 0. */
static QcdcVerdict judge_silent_opening(Draft *draft)
{
    QcdcVerdict verdict = judge_relation(draft, find_outgoing, draft_find(draft, QCDC_OPERAND_RECEIVED), 1);
    Interval opening =
        interval_subtract(find_outgoing(draft, TAKING_CELL), add_up(draft, QCDC_OPERAND_RECEIVED, TAKING_CELL));
    if (verdict != QCDC_VERDICT_INCONSISTENT || interval_is_lost(&opening))
        return verdict;
    return QCDC_FAULT("judge-balance-opening", exact_get_sign(opening.high) > 0, false) ? QCDC_VERDICT_UNCHECKABLE
                                                                                        : QCDC_VERDICT_INCONSISTENT;
}

/* More was done with than there was. */
static bool exceeds_total(const Draft *draft)
{
    Interval rest =
        interval_subtract(add_up(draft, QCDC_OPERAND_TOTAL, TAKING_CELL), find_outgoing(draft, TAKING_CELL));
    return !interval_is_lost(&rest) && !interval_reaches_zero(&rest);
}

static void expect_rest(Draft *draft, QcdcOperand role, Interval whole, Interval part)
{
    Interval rest = interval_subtract(whole, part);
    if (!is_printed(draft, role) && !interval_is_lost(&rest) && exact_get_sign(rest.low) >= 0)
        judge_expect_point(draft, role, rest, JUDGE_AS_NEEDED);
}

static void expect_balance(Draft *draft)
{
    Interval total = add_up(draft, QCDC_OPERAND_TOTAL, TAKING_PRINTED), incoming = find_incoming(draft, TAKING_PRINTED);
    Interval outgoing = find_outgoing(draft, TAKING_PRINTED);
    bool has_outgoing = is_printed(draft, QCDC_OPERAND_RESOLVED) && is_printed(draft, QCDC_OPERAND_REMAINING);
    bool has_incoming = is_printed(draft, QCDC_OPERAND_OPENING) && is_printed(draft, QCDC_OPERAND_RECEIVED);
    if (has_outgoing)
        judge_expect_point(draft, QCDC_OPERAND_SUM, outgoing, JUDGE_AS_NEEDED);
    else if (has_incoming)
        judge_expect_point(draft, QCDC_OPERAND_SUM, incoming, JUDGE_AS_NEEDED);
    if (!is_printed(draft, QCDC_OPERAND_TOTAL))
        total = has_outgoing ? outgoing : incoming;
    if (!is_printed(draft, QCDC_OPERAND_TOTAL) && !has_outgoing && !has_incoming)
        return;
    if (is_printed(draft, QCDC_OPERAND_RECEIVED))
        expect_rest(draft, QCDC_OPERAND_OPENING, total, add_up(draft, QCDC_OPERAND_RECEIVED, TAKING_PRINTED));
    if (is_printed(draft, QCDC_OPERAND_RESOLVED))
        expect_rest(draft, QCDC_OPERAND_REMAINING, total, add_up(draft, QCDC_OPERAND_RESOLVED, TAKING_PRINTED));
    else if (is_printed(draft, QCDC_OPERAND_REMAINING))
        expect_rest(draft, QCDC_OPERAND_RESOLVED, total, add_up(draft, QCDC_OPERAND_REMAINING, TAKING_PRINTED));
}

void judge_balance(Draft *draft)
{
    bool has_total = is_printed(draft, QCDC_OPERAND_TOTAL), has_opening = is_printed(draft, QCDC_OPERAND_OPENING);
    bool has_outgoing = is_printed(draft, QCDC_OPERAND_RESOLVED) && is_printed(draft, QCDC_OPERAND_REMAINING);
    bool is_silent = !has_total && !has_opening && has_outgoing && is_printed(draft, QCDC_OPERAND_RECEIVED);
    QcdcVerdict verdict = is_silent ? judge_silent_opening(draft) : judge_sides(draft);
    if (has_total && !has_outgoing && exceeds_total(draft))
        verdict = QCDC_VERDICT_INCONSISTENT;
    draft->verdict = (uint8_t)verdict;
    expect_balance(draft);
}
