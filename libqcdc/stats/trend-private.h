/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TREND_PRIVATE_H
#define QCDC_TREND_PRIVATE_H

#include "stats/series-private.h"

enum {
    SCORE_MOST_COUNTED = 49 /* values of which all orders are counted */
};

/* Kendall's S of a series, season by season, and what its distribution needs. */
typedef struct Score {
    double score, variance;
    double time_pairs, value_pairs; /* pairs of unequal times, and of unequal values */
    size_t count;
    bool has_ties, has_seasons;
} Score;

/* @scratch takes as many numbers as the series has points. GSL's guard is entered. */
Score score_find(const Series *series, double *scratch);
/* Are all orders counted? */
bool score_is_exact(const Score *score);
/* The probability of a score as far from 0 on either side. */
double score_find_chance(const Score *score);
/* The score from which on that probability is at most twice the side. */
double score_find_critical(const Score *score, double side);

/* The test of a series that has two points. GSL's guard is entered. */
QcdcStatus series_test(const Series *series, double level, QcdcTrendTest *test, QcdcError *error);
/* The line of a series that has a span; @options are complete. GSL's guard is entered. */
QcdcStatus series_fit(const Series *series, const QcdcTrendOptions *options, double side, QcdcTrend *trend, QcdcError *error);
QcdcStatus series_fit_theil_sen(const Series *series, double side, QcdcTrend *trend, QcdcError *error);
QcdcStatus series_fit_robust(const Series *series, double side, QcdcTrend *trend, QcdcError *error);
/* The step at a time, of a series that was found to be fit for it. GSL's guard is entered. */
QcdcStatus series_find_step(const Series *series, double break_time, double side, QcdcLevelChange *change, QcdcError *error);

QcdcStatus trend_fail_memory(QcdcError *error);
QcdcStatus trend_refuse(QcdcError *error, const char *what);

#endif
