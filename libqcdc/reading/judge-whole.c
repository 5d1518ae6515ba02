/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Integer feasibility (R5; GRIM): which whole numbers may stand where nothing is printed. */
#include "reading/judge-private.h"

#include "kernel/fault-private.h"

enum { MOST_CANDIDATES = 4 };

typedef struct Wholes {
    QcdcWide first, last;
    bool is_open; /* an end is free or out of range */
} Wholes;

static bool is_in_range(QcdcWide number)
{
    return number > -QCDC_DECIMAL_LIMIT && number < QCDC_DECIMAL_LIMIT;
}

static bool is_at(Exact end, QcdcWide number)
{
    return is_in_range(number) && exact_compare(end, exact_of_whole((int64_t)number)) == 0;
}

/* The least whole number in @allowed, and the greatest; the greatest is below the least when there is none. */
static Wholes find_wholes(const Interval *allowed, int64_t least)
{
    Wholes wholes = { .is_open = interval_is_lost(allowed) || allowed->is_low_free || allowed->is_high_free };
    if (wholes.is_open)
        return wholes;
    wholes.first = -exact_get_floor(exact_negate(allowed->low));
    wholes.last = exact_get_floor(allowed->high);
    wholes.first += allowed->is_low_open && is_at(allowed->low, wholes.first);
    wholes.last -= QCDC_FAULT("judge-whole-open", allowed->is_high_open && is_at(allowed->high, wholes.last), false);
    wholes.first = wholes.first < least ? least : wholes.first;
    wholes.is_open = wholes.last >= wholes.first && !(is_in_range(wholes.first) && is_in_range(wholes.last));
    return wholes;
}

static unsigned count(const Wholes *wholes)
{
    if (wholes->is_open || wholes->last - wholes->first >= MOST_CANDIDATES)
        return MOST_CANDIDATES + 1;
    return wholes->last < wholes->first ? 0 : (unsigned)(wholes->last - wholes->first) + 1;
}

unsigned judge_count_whole(const Interval *allowed, int64_t least, int64_t *out_first)
{
    Wholes wholes = find_wholes(allowed, least);
    if (!wholes.is_open)
        *out_first = (int64_t)wholes.first;
    return count(&wholes);
}

/* Expected are at most four numbers as CANDIDATE, or the LOWEST and the HIGHEST. */
static unsigned expect_wholes(Draft *draft, const Interval *allowed, int64_t least)
{
    Wholes wholes = find_wholes(allowed, least);
    unsigned found = count(&wholes);
    for (unsigned i = 0; i < found && found <= MOST_CANDIDATES; i++)
        judge_expect(draft, QCDC_OPERAND_CANDIDATE, exact_of_whole((int64_t)wholes.first + i), 0);
    if (found > MOST_CANDIDATES && !wholes.is_open) {
        judge_expect(draft, QCDC_OPERAND_LOWEST, exact_of_whole((int64_t)wholes.first), 0);
        judge_expect(draft, QCDC_OPERAND_HIGHEST, exact_of_whole((int64_t)wholes.last), 0);
    }
    return found;
}

bool judge_changes_by_one(const DraftNumber *known, Interval other)
{
    if (interval_is_lost(&other))
        return true;
    Exact one = exact_of_whole(1), difference = exact_subtract(exact_of(known->value), other.low);
    if (exact_is_lost(difference))
        return true;
    bool is_less = exact_compare(difference, one) < 0 && exact_compare(difference, exact_negate(one)) > 0;
    return !QCDC_FAULT("judge-whole-part-of-one", is_less || exact_compare(other.low, one) < 0, false);
}

void judge_tell_wholes(Draft *draft, WholeRelation relation, const DraftNumber *result, int sign, int64_t least)
{
    DraftNumber printed = judge_signed(result, sign);
    Interval allowed = relation(draft, interval_of_result(&printed, TAKING_CELL));
    if (!interval_is_lost(&allowed) && result->hedge == QCDC_HEDGE_NONE)
        expect_wholes(draft, &allowed, least);
}

QcdcVerdict judge_whole(Draft *draft, WholeRelation relation, const DraftNumber *result, int sign, int64_t least,
                        QcdcVerdict fitting)
{
    DraftNumber printed = judge_signed(result, sign);
    Interval allowed = relation(draft, interval_of_result(&printed, TAKING_CELL));
    Interval cut = relation(draft, interval_of_cut(&printed));
    if (interval_is_lost(&allowed) || interval_is_lost(&cut) || result->hedge != QCDC_HEDGE_NONE)
        return QCDC_VERDICT_UNCHECKABLE;
    unsigned found = expect_wholes(draft, &allowed, least);
    if (found > MOST_CANDIDATES)
        return QCDC_VERDICT_UNCHECKABLE;
    if (found > 0)
        return fitting;
    if (expect_wholes(draft, &cut, least) > 0) {
        draft->cause = QCDC_CAUSE_TRUNCATED;
        return QCDC_VERDICT_ROUNDING;
    }
    draft->by_whole = 1;
    return QCDC_VERDICT_INCONSISTENT;
}
