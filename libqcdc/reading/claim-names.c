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
    [QCDC_ROLE_NOW] = "now",
    [QCDC_ROLE_BASE] = "base",
    [QCDC_ROLE_DELTA] = "delta",
    [QCDC_ROLE_PCT] = "pct",
    [QCDC_ROLE_OF] = "of",
    [QCDC_ROLE_RANK] = "rank",
    [QCDC_ROLE_PART] = "part",
    [QCDC_ROLE_WHOLE] = "whole",
    [QCDC_ROLE_NUM] = "num",
    [QCDC_ROLE_DEN] = "den",
    [QCDC_ROLE_TOTAL] = "total",
    [QCDC_ROLE_OPENING] = "opening",
    [QCDC_ROLE_RECEIVED] = "received",
    [QCDC_ROLE_RESOLVED] = "resolved",
    [QCDC_ROLE_REMAINING] = "remaining",
    [QCDC_ROLE_ACTUAL] = "actual",
    [QCDC_ROLE_PLAN] = "plan",
    [QCDC_ROLE_EXCESS] = "excess",
    [QCDC_ROLE_TARGET] = "target",
    [QCDC_ROLE_AVERAGE] = "avg",
    [QCDC_ROLE_COUNT] = "n",
    [QCDC_ROLE_FROM] = "from",
    [QCDC_ROLE_TO] = "to",
    [QCDC_ROLE_YEARS] = "years",
    [QCDC_ROLE_STATED] = "stated",
    [QCDC_ROLE_LISTED] = "listed",
    [QCDC_ROLE_POINTS] = "points",
    [QCDC_ROLE_SHARE] = "share",
    [QCDC_ROLE_FIRST] = "first",
    [QCDC_ROLE_SECOND] = "second",
    [QCDC_ROLE_A] = "a",
    [QCDC_ROLE_B] = "b",
    [QCDC_ROLE_VALUE] = "value",
    [QCDC_ROLE_DAY] = "day",
    [QCDC_ROLE_MONTH] = "month",
    [QCDC_ROLE_YEAR] = "year",
    [QCDC_ROLE_PRINTED] = "printed",
    [QCDC_ROLE_OWN] = "own",
    [QCDC_ROLE_SUM] = "sum",
    [QCDC_ROLE_DIFFERENCE] = "diff",
    [QCDC_ROLE_LOWEST] = "min",
    [QCDC_ROLE_HIGHEST] = "max",
    [QCDC_ROLE_CANDIDATE] = "candidate",
    [QCDC_ROLE_LISTED_COUNT] = "listed_count",
};

const char *qcdc_claim_role_to_name(QcdcClaimRole role)
{
    size_t index = (size_t)role;
    return index < sizeof role_names / sizeof role_names[0] && role_names[index] != NULL ? role_names[index] : "none";
}
