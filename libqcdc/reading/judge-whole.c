/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Integer feasibility (R5; GRIM): which whole numbers may stand where nothing is printed. */
#include "reading/judge-private.h"

#include "kernel/fault-private.h"

enum {
    MOST_CANDIDATES = 4
};

/* The least whole number in @allowed, and the greatest; false when there is none, or an end is free or out of range. */
static bool find_ends(const Interval *allowed, int64_t least, QcdcWide *out_first, QcdcWide *out_last)
{
    if (interval_is_lost(allowed) || allowed->is_low_free || allowed->is_high_free)
        return false;
    QcdcWide first = -exact_get_floor(exact_negate(allowed->low)), last = exact_get_floor(allowed->high);
    if (last >= QCDC_DECIMAL_LIMIT || first <= -QCDC_DECIMAL_LIMIT || first > last)
        return false;
    if (allowed->is_low_open && exact_compare(allowed->low, exact_of_whole((int64_t)first)) == 0)
        first++;
    if (allowed->is_high_open && QCDC_FAULT("judge-whole-open", exact_compare(allowed->high, exact_of_whole((int64_t)last)) == 0, false))
        last--;
    *out_first = first < least ? least : first;
    *out_last = last;
    return *out_first <= last;
}

unsigned judge_count_whole(const Interval *allowed, int64_t least, int64_t *out_first)
{
    QcdcWide first, last;
    if (!find_ends(allowed, least, &first, &last))
        return 0;
    *out_first = (int64_t)first;
    return last - first < MOST_CANDIDATES ? (unsigned)(last - first) + 1 : MOST_CANDIDATES + 1;
}

unsigned judge_expect_whole(Draft *draft, const Interval *allowed, int64_t least)
{
    QcdcWide first, last;
    if (!find_ends(allowed, least, &first, &last))
        return 0;
    if (last - first < MOST_CANDIDATES) {
        for (QcdcWide number = first; number <= last; number++)
            judge_expect(draft, QCDC_OPERAND_CANDIDATE, exact_of_whole((int64_t)number), 0);
        return (unsigned)(last - first) + 1;
    }
    judge_expect(draft, QCDC_OPERAND_LOWEST, exact_of_whole((int64_t)first), 0);
    judge_expect(draft, QCDC_OPERAND_HIGHEST, exact_of_whole((int64_t)last), 0);
    return MOST_CANDIDATES + 1;
}

QcdcVerdict judge_whole(Draft *draft, WholeRelation relation, const DraftNumber *result, int sign, int64_t least, QcdcVerdict fitting)
{
    DraftNumber printed = judge_signed(result, sign);
    Interval allowed = relation(draft, interval_of_result(&printed, TAKING_CELL));
    Interval cut = relation(draft, interval_of_cut(&printed));
    if (interval_is_lost(&allowed) || interval_is_lost(&cut) || allowed.is_high_free || result->hedge != QCDC_HEDGE_NONE)
        return QCDC_VERDICT_UNCHECKABLE;
    unsigned count = judge_expect_whole(draft, &allowed, least);
    if (count > MOST_CANDIDATES)
        return QCDC_VERDICT_UNCHECKABLE;
    if (count > 0)
        return fitting;
    if (judge_expect_whole(draft, &cut, least) > 0) {
        draft->cause = QCDC_CAUSE_TRUNCATED;
        return QCDC_VERDICT_ROUNDING;
    }
    draft->by_whole = 1;
    return QCDC_VERDICT_INCONSISTENT;
}
