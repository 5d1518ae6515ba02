/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/claim.h>

static const char *const kind_names[] = {
    [QCDC_CLAIM_CHANGE_ABS] = "change_abs",
    [QCDC_CLAIM_CHANGE_REL] = "change_rel",
    [QCDC_CLAIM_CHANGE_PP] = "change_pp",
    [QCDC_CLAIM_CHANGE_RANK] = "change_rank",
    [QCDC_CLAIM_SHARE] = "share",
    [QCDC_CLAIM_FRACTION] = "fraction",
    [QCDC_CLAIM_SUM_OF_PARTS] = "sum_of_parts",
    [QCDC_CLAIM_SIGNED_SUM] = "signed_sum",
    [QCDC_CLAIM_BALANCE] = "balance",
    [QCDC_CLAIM_PLAN_ATTAINMENT] = "plan_attainment",
    [QCDC_CLAIM_RANK] = "rank",
    [QCDC_CLAIM_REDUCTION_FROM_TO] = "reduction_from_to",
    [QCDC_CLAIM_AVERAGE] = "average",
    [QCDC_CLAIM_GROWTH_RATE] = "growth_rate",
    [QCDC_CLAIM_DENSITY] = "density",
    [QCDC_CLAIM_TARGET] = "target",
    [QCDC_CLAIM_COUNT_OF_LIST] = "count_of_list",
    [QCDC_CLAIM_INDEX] = "index",
    [QCDC_CLAIM_CONTRIBUTION] = "contribution",
    [QCDC_CLAIM_CROSS] = "cross",
    [QCDC_CLAIM_PAIR] = "pair",
    [QCDC_CLAIM_APPROX] = "approx",
    [QCDC_CLAIM_SERIES] = "series",
    [QCDC_CLAIM_DATE] = "date",
    [QCDC_CLAIM_LEFTOVER] = "leftover",
};

const char *qcdc_claim_kind_to_name(QcdcClaimKind kind)
{
    size_t index = (size_t)kind;
    return index < sizeof kind_names / sizeof kind_names[0] && kind_names[index] != NULL ? kind_names[index] : "none";
}

static const char *const verdict_names[] = {
    [QCDC_VERDICT_UNCHECKABLE] = "uncheckable",
    [QCDC_VERDICT_CONSISTENT] = "consistent",
    [QCDC_VERDICT_ROUNDING] = "rounding",
    [QCDC_VERDICT_INCONSISTENT] = "inconsistent",
};

const char *qcdc_verdict_to_name(QcdcVerdict verdict)
{
    size_t index = (size_t)verdict;
    return index < sizeof verdict_names / sizeof verdict_names[0] && verdict_names[index] != NULL ? verdict_names[index] : "unknown";
}

static const char *const cause_names[] = {
    [QCDC_CAUSE_DIVIDED_BY_CURRENT] = "divided-by-current",
    [QCDC_CAUSE_TRUNCATED] = "truncated",
    [QCDC_CAUSE_PERCENT_FOR_POINTS] = "percent-for-points",
    [QCDC_CAUSE_INDEX_FOR_GROWTH] = "index-for-growth",
    [QCDC_CAUSE_SCALE] = "scale",
    [QCDC_CAUSE_SWAPPED_DIGITS] = "swapped-digits",
    [QCDC_CAUSE_WRONG_DENOMINATOR] = "wrong-denominator",
};

const char *qcdc_cause_to_name(QcdcCause cause)
{
    size_t index = (size_t)cause;
    return index < sizeof cause_names / sizeof cause_names[0] && cause_names[index] != NULL ? cause_names[index] : NULL;
}

static const char *const role_names[] = {
    [QCDC_OPERAND_NOW] = "now",
    [QCDC_OPERAND_BASE] = "base",
    [QCDC_OPERAND_DELTA] = "delta",
    [QCDC_OPERAND_PCT] = "pct",
    [QCDC_OPERAND_OF] = "of",
    [QCDC_OPERAND_RANK] = "rank",
    [QCDC_OPERAND_PART] = "part",
    [QCDC_OPERAND_WHOLE] = "whole",
    [QCDC_OPERAND_NUM] = "num",
    [QCDC_OPERAND_DEN] = "den",
    [QCDC_OPERAND_TOTAL] = "total",
    [QCDC_OPERAND_OPENING] = "opening",
    [QCDC_OPERAND_RECEIVED] = "received",
    [QCDC_OPERAND_RESOLVED] = "resolved",
    [QCDC_OPERAND_REMAINING] = "remaining",
    [QCDC_OPERAND_ACTUAL] = "actual",
    [QCDC_OPERAND_PLAN] = "plan",
    [QCDC_OPERAND_EXCESS] = "excess",
    [QCDC_OPERAND_TARGET] = "target",
    [QCDC_OPERAND_AVERAGE] = "avg",
    [QCDC_OPERAND_COUNT] = "n",
    [QCDC_OPERAND_FROM] = "from",
    [QCDC_OPERAND_TO] = "to",
    [QCDC_OPERAND_YEARS] = "years",
    [QCDC_OPERAND_STATED] = "stated",
    [QCDC_OPERAND_LISTED] = "listed",
    [QCDC_OPERAND_POINTS] = "points",
    [QCDC_OPERAND_SHARE] = "share",
    [QCDC_OPERAND_FIRST] = "first",
    [QCDC_OPERAND_SECOND] = "second",
    [QCDC_OPERAND_A] = "a",
    [QCDC_OPERAND_B] = "b",
    [QCDC_OPERAND_VALUE] = "value",
    [QCDC_OPERAND_DAY] = "day",
    [QCDC_OPERAND_MONTH] = "month",
    [QCDC_OPERAND_YEAR] = "year",
    [QCDC_OPERAND_PRINTED] = "printed",
    [QCDC_OPERAND_OWN] = "own",
    [QCDC_OPERAND_SUM] = "sum",
    [QCDC_OPERAND_DIFFERENCE] = "diff",
    [QCDC_OPERAND_LOWEST] = "min",
    [QCDC_OPERAND_HIGHEST] = "max",
    [QCDC_OPERAND_CANDIDATE] = "candidate",
    [QCDC_OPERAND_LISTED_COUNT] = "listed_count",
};

const char *qcdc_operand_to_name(QcdcOperand role)
{
    size_t index = (size_t)role;
    return index < sizeof role_names / sizeof role_names[0] && role_names[index] != NULL ? role_names[index] : "none";
}
