/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Growth a year over a span: from × (1 + p/100)^years = to, by exact powers (S25). */
#include "reading/judge-private.h"

#include <qcdc/growth.h>

#include "kernel/fault-private.h"

typedef struct Span {
    const DraftNumber *from, *to, *years, *percent;
    int sign;
} Span;

static Span find_span(const Draft *draft)
{
    Span span = {
        .from = draft_find(draft, QCDC_OPERAND_FROM),
        .to = draft_find(draft, QCDC_OPERAND_TO),
        .years = draft_find(draft, QCDC_OPERAND_YEARS),
        .percent = draft_find(draft, QCDC_OPERAND_PCT),
    };
    bool falls =
        draft->direction == QCDC_DIRECTION_DECREASE || (span.percent != NULL && span.percent->value.coefficient < 0);
    span.sign = falls ? -1 : 1;
    return span;
}

/* The years as a number of steps; 0 if they are not a whole number of 1 … 100. */
static uint32_t get_years(const DraftNumber *years)
{
    if (years == NULL || !years->has_value || years->value.decimals != 0)
        return 0;
    int64_t count = years->value.coefficient;
    return count >= 1 && count <= QCDC_GROWTH_MAX_YEARS ? (uint32_t)count : 0;
}

static bool average(Exact from, Exact to, uint32_t years, unsigned decimals, QcdcRounding rounding,
                    QcdcDecimal *out_percent)
{
    QcdcDecimal first, last;
    if (exact_is_lost(from) || exact_is_lost(to) || !exact_store(from, &first) || !exact_store(to, &last))
        return false;
    return qcdc_growth_average(first, last, years, decimals, rounding, out_percent, NULL) == QCDC_OK;
}

/* The least and the greatest growth, rounded, that figures which round to the printed ones can have. */
static bool average_cells(const Span *span, uint32_t years, unsigned decimals, QcdcDecimal *out_low,
                          QcdcDecimal *out_high)
{
    Interval from = interval_of_operand(span->from, TAKING_CELL), to = interval_of_operand(span->to, TAKING_CELL);
    return average(from.high, to.low, years, decimals, QCDC_ROUND_HALF_AWAY, out_low) &&
           average(from.low, to.high, years, decimals, QCDC_ROUND_HALF_AWAY, out_high);
}

static QcdcVerdict judge_years(Draft *draft, const Span *span, uint32_t years)
{
    QcdcDecimal printed = judge_signed(span->percent, span->sign).value, rounded, cut, low, high;
    unsigned decimals = span->percent->last_power < 0 ? (unsigned)-span->percent->last_power : 0;
    Exact from = exact_of(span->from->value), to = exact_of(span->to->value);
    if (span->percent->last_power > 0 || !average(from, to, years, decimals, QCDC_ROUND_HALF_AWAY, &rounded) ||
        !average(from, to, years, decimals, QCDC_ROUND_TRUNCATE, &cut))
        return QCDC_VERDICT_UNCHECKABLE;
    if (qcdc_decimal_compare(rounded, printed) == 0)
        return QCDC_VERDICT_CONSISTENT;
    bool was_cut = qcdc_decimal_compare(cut, printed) == 0;
    bool was_rounded = average_cells(span, years, decimals, &low, &high) && qcdc_decimal_compare(low, printed) <= 0 &&
                       qcdc_decimal_compare(printed, high) <= 0;
    if (was_cut && !was_rounded)
        draft->cause = QCDC_CAUSE_TRUNCATED;
    return was_cut || was_rounded ? QCDC_VERDICT_ROUNDING : QCDC_VERDICT_INCONSISTENT;
}

static bool is_hedged(const Span *span)
{
    return span->from->hedge != QCDC_HEDGE_NONE || span->to->hedge != QCDC_HEDGE_NONE ||
           span->percent->hedge != QCDC_HEDGE_NONE;
}

/* Five years, 2016 to 2020, are five steps from 2015, or four from 2016: either is right, but the shorter way must fit
 * as it stands. */
static QcdcVerdict judge_span(Draft *draft, const Span *span, uint32_t years)
{
    QcdcVerdict verdict = judge_years(draft, span, years);
    if (verdict == QCDC_VERDICT_CONSISTENT)
        return verdict;
    uint8_t cause = draft->cause;
    if (QCDC_FAULT("judge-growth-steps", years > 1, false) &&
        judge_years(draft, span, years - 1) == QCDC_VERDICT_CONSISTENT)
        return QCDC_VERDICT_CONSISTENT;
    draft->cause = cause;
    return verdict == QCDC_VERDICT_INCONSISTENT && is_hedged(span) ? QCDC_VERDICT_UNCHECKABLE : verdict;
}

void judge_growth(Draft *draft)
{
    Span span = find_span(draft);
    uint32_t years = get_years(span.years);
    QcdcDecimal growth;
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
    if (span.from == NULL || span.to == NULL || years == 0 || !span.from->has_value || !span.to->has_value)
        return;
    unsigned decimals = span.percent != NULL ? judge_get_decimals(span.percent) : 2;
    if (average(exact_of(span.from->value), exact_of(span.to->value), years, decimals, QCDC_ROUND_HALF_AWAY, &growth))
        draft_expect(draft, QCDC_OPERAND_PCT, growth);
    if (span.percent != NULL && span.percent->has_value)
        draft->verdict = (uint8_t)judge_span(draft, &span, years);
}
