/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_JUDGE_INTERVAL_PRIVATE_H
#define QCDC_JUDGE_INTERVAL_PRIVATE_H

#include "reading/draft-private.h"
#include "reading/exact-private.h"

/* How a printed number is taken (R3). */
typedef enum Taking {
    TAKING_PRINTED = 0, /* exactly what stands there */
    TAKING_CELL,        /* all that rounds to it */
    TAKING_CUT,         /* all that it is left of when digits are cut */
    TAKING_BOUND        /* all that its hedge allows */
} Taking;

/* All numbers between two, each end with or without itself. An end that is free has no number: there is no bound. */
typedef struct Interval {
    Exact low, high;
    bool is_low_open, is_high_open, is_low_free, is_high_free;
} Interval;

Interval interval_of_point(Exact number);
Interval interval_of_whole(int64_t number);
Interval interval_between(Exact low, Exact high);
/* Whether an end left the range of exact numbers. */
bool interval_is_lost(const Interval *interval);
Interval interval_make_lost(void);

Interval interval_negate(Interval interval);
Interval interval_add(Interval left, Interval right);
Interval interval_subtract(Interval left, Interval right);
/* @factor is above 0. */
Interval interval_scale(Interval interval, Exact factor);
/* What is at or below 0 in @divisor is left out of it; lost when nothing above is left. */
Interval interval_divide(Interval interval, Interval divisor);
/* What is at or below 0 in @factor is left out of it; lost when nothing above is left. */
Interval interval_multiply(Interval interval, Interval factor);
/* Whether a number lies in both; false when one is lost. */
bool interval_meets(const Interval *left, const Interval *right);

/* Whether it holds 0 or a number above; it is not lost. */
bool interval_reaches_zero(const Interval *interval);

/* What a printed number stands for as an operand: a whole count that says nothing else is exact. */
Interval interval_of_operand(const DraftNumber *number, Taking taking);
/* What rounds to a printed number, or is allowed by its hedge, as a result. */
Interval interval_of_result(const DraftNumber *number, Taking taking);
/* What a printed number is left of when digits are cut. */
Interval interval_of_cut(const DraftNumber *number);

/* A count, as printed: whole, no percent, no hedge, no scale word, of things that cannot be divided. */
bool number_is_whole(const DraftNumber *number);
/* Whether an operand stands for itself alone. */
bool number_is_exact(const DraftNumber *number);

#endif
