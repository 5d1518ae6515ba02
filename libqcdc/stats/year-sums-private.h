/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_YEAR_SUMS_PRIVATE_H
#define QCDC_YEAR_SUMS_PRIVATE_H

#include <qcdc/year-estimate.h>

/* Past years as sums, the latest first, and this one. */
typedef struct YearSums {
    double reached[QCDC_YEAR_ESTIMATE_MOST_YEARS], rest[QCDC_YEAR_ESTIMATE_MOST_YEARS];
    size_t count;
    double current;
    uint32_t left_out;
    bool is_whole; /* all numbers are whole */
} YearSums;

/* Adds a past year; one that is not full, or has no share, is left out. */
void year_sums_add(YearSums *sums, double reached, double total);
/* Complete options, of none left at its default but the kind of values. */
QcdcStatus year_sums_read_options(const QcdcYearEstimateOptions *options, QcdcYearEstimateOptions *out_options, QcdcError *error);
/* Works the year out, or says in the state why not; parts are set beforehand. */
void year_sums_estimate(const YearSums *sums, const QcdcYearEstimateOptions *options, QcdcYearEstimate *estimate);

#endif
