/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DRAFT_PRIVATE_H
#define QCDC_DRAFT_PRIVATE_H

#include "reading/mention-private.h"

enum {
    DRAFT_MAX_NUMBERS = 96, /* parts of a total, names of a list; a longer list is no claim */
    DRAFT_MAX_EXPECTED = 8
};

/* One number of a draft: a printed value with what its print leaves open. */
typedef struct DraftNumber {
    uint8_t role;          /* a QcdcOperand */
    uint8_t has_value;
    uint8_t percent, points, hedge;
    int8_t last_power;     /* as in Mention */
    uint8_t has_other, is_measure, is_rounded;
    int8_t unit_power;     /* 1: of a unit ten times that of the result: tấn of "tạ/ha" */
    uint8_t is_old;        /* printed in the text before, places of that input */
    QcdcDecimal value, other;
    uint32_t start, end;   /* bytes of the script; 0, 0: nowhere printed */
} DraftNumber;

typedef struct DraftExpected {
    uint8_t role;
    QcdcDecimal value;
} DraftExpected;

/* A claim being made: operands attached, then judged. Large; one is kept and used again. */
typedef struct Draft {
    uint32_t start, end; /* its passage in the script */
    uint8_t kind, verdict, cause, direction, mode, relation, hedge, open_list;
    uint8_t is_rate;         /* the subject is itself a rate: a percent of change may be points */
    uint8_t is_aimed_change; /* of a target: the aim is itself a change, of which more is meant */
    uint8_t is_far;          /* an operand was looked for elsewhere: only a claim that fits is kept */
    uint8_t is_doubted;      /* the words leave another meaning: what does not fit is left open */
    uint8_t is_alternative;  /* another reading of the claim that was kept last (alternative_of) */
    uint32_t told_by;        /* of a cross: 1 + the order of the claim that tells it at its earlier place; 0 if it is that claim */
    uint8_t compares_year;   /* of a change: its base is said to be a year before */
    uint8_t by_whole;        /* set by the judge: no whole number fits, rather than the printed ones do not */
    uint32_t unit_start, unit_end;
    QcdcPeriod period, base_period;
    DraftNumber numbers[DRAFT_MAX_NUMBERS];
    size_t number_count;
    DraftNumber near[8];     /* figures that stand near: wrong denominators are looked for among them */
    size_t near_count;
    DraftExpected expected[DRAFT_MAX_EXPECTED];
    size_t expected_count;
} Draft;

/* Whether the figures agree, be it by rounding. */
static inline bool verdict_fits(unsigned verdict)
{
    return verdict == QCDC_VERDICT_CONSISTENT || verdict == QCDC_VERDICT_ROUNDING;
}

void draft_begin(Draft *draft, QcdcClaimKind kind);
/* Adds @mention as @role; the span grows to hold it when @in_span. False, and nothing added, when the draft is full. */
bool draft_add(Draft *draft, QcdcOperand role, const Mention *mention, bool in_span);
/* Adds a place without a value: a name of a list, a period. */
bool draft_add_place(Draft *draft, QcdcOperand role, uint32_t start, uint32_t end);
void draft_cover(Draft *draft, uint32_t start, uint32_t end);
/* The first number of @role, NULL if there is none. */
const DraftNumber *draft_find(const Draft *draft, QcdcOperand role);
void draft_expect(Draft *draft, QcdcOperand role, QcdcDecimal value);

/* Recomputes what is printed: sets verdict, cause and expected (S31). Never fails: what cannot be worked out is uncheckable. */
void draft_judge(Draft *draft);
/* As draft_judge(), but looks for no cause: for the many that are tried, of which one is kept. */
void draft_judge_verdict(Draft *draft);

#endif
