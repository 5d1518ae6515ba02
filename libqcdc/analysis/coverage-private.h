/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COVERAGE_PRIVATE_H
#define QCDC_COVERAGE_PRIVATE_H

#include "forest-private.h"

#define EXPECTATION_NONE UINT32_MAX

/* In which sub-periods of a period a reporter is expected. */
typedef enum {
    EXPECT_EACH,  /* in each base sub-period: what is summed over time (S18) */
    EXPECT_FIRST, /* in the first alone: an opening stock (D17) */
    EXPECT_LAST,  /* in the last alone: a stock (D17) */
    EXPECT_ITSELF /* in the period itself: what is never added over time (D20) */
} ExpectIn;

/* Who is expected to report, and when; shared by all indicators of which the same holds. */
typedef struct Expectation {
    ExpectIn in;
    bool is_alone;              /* counted at the unit alone, never up the tree; every unit must report (D20) */
    ReportersBy reporters_by;
    int32_t reporters_level;
    const char *reporters_name;
    QcdcPeriodKind base_kind;
    int32_t first_day, last_day; /* the indicator's */
    uint32_t exceptions;        /* number of the set of exceptions, 0 is none (D42) */
    uint8_t *excepted;          /* (nullable) [nodes][units]: is the unit not to report in the node */
    uint8_t *named;             /* [trees][units]: do the reporters name the unit in this tree */
    uint32_t *own;              /* [slots][units]: sub-periods in which the unit is expected */
    uint32_t *below;            /* [slots][rolled units]: the same summed over the unit and all below it */
} Expectation;

typedef struct Coverage {
    Array expectations;      /* Expectation */
    uint32_t *of_indicator;  /* [indicators], EXPECTATION_NONE for those with a formula */
    size_t unit_count, rolled_count;
} Coverage;

/* What coverage is counted over: @rolled tells the row of a unit that has figures besides its own. */
typedef struct CoverageGround {
    const QcdcDataset *dataset;
    const QcdcCatalog *catalog;
    const Slots *slots;
    const Forest *forest;
    const uint32_t *rolled;
    size_t rolled_count;
} CoverageGround;

/* @progress may be NULL. */
QcdcStatus coverage_make(const CoverageGround *ground, Progress *progress, Coverage *out_coverage, QcdcError *error);
void coverage_clear(Coverage *coverage);
/* NULL for an indicator with a formula. */
const Expectation *coverage_of(const Coverage *coverage, QcdcIndicatorId indicator);
uint32_t coverage_own(const Coverage *coverage, const Expectation *expectation, uint32_t slot, QcdcUnitId unit);
/* Must the unit report the indicator in the node (D15)? */
bool coverage_must(const CoverageGround *ground, const Expectation *expectation, size_t node, QcdcUnitId unit);
/* Why a unit that would be expected to report in the node is not to (D42), or NULL. */
const ExceptionRow *coverage_find_exception(const CoverageGround *ground, const Expectation *expectation,
                                            QcdcIndicatorId indicator, size_t node, QcdcUnitId unit);
/* Is the unit expected to report in the node? */
bool coverage_expects(const CoverageGround *ground, const Coverage *coverage, const Expectation *expectation, size_t node,
                      QcdcUnitId unit);

#endif
