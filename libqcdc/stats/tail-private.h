/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TAIL_PRIVATE_H
#define QCDC_TAIL_PRIVATE_H

/* Tails of counts, right in every digit but the last few, down to the smallest double: each is the probability of its first count times a
 * sum of ratios. GSL's take no count above 2^32 and are no number for some below. Numbers of things are whole doubles, up to 10^12. */

/* A chance, and what is missing to 1, each right to its last digits. */
typedef struct Chance {
    double yes, no;
} Chance;

/* The chance whose odds have this logarithm. */
Chance chance_of_log_odds(double log_odds);

/* The probability of @count or more, and of @count or fewer, of @total tosses. */
double tail_of_tosses_from(double count, double total, Chance chance);
double tail_of_tosses_to(double count, double total, Chance chance);
/* The probability of just @count. */
double tail_of_tosses_at(double count, double total, Chance chance);

/* The same of events that do not wait for one another, of which @mean are to be expected. */
double tail_of_events_from(double count, double mean);
double tail_of_events_to(double count, double mean);

/* A fourfold table with its four sums: @count of @total are now, and (@all - @count) of @other before. */
typedef struct Fourfold {
    double count, total, all, other;
} Fourfold;

/* The probability of as many now or more, and of as many or fewer, where the odds now are exp(@log_odds) times those before. */
double tail_of_fourfold_from(const Fourfold *table, double log_odds);
double tail_of_fourfold_to(const Fourfold *table, double log_odds);
/* The same, of odds that are equal, right to the last digits however small; and the probability of just this table. */
double tail_of_fourfold_equal_from(const Fourfold *table);
double tail_of_fourfold_equal_to(const Fourfold *table);
double tail_of_fourfold_equal_at(const Fourfold *table);

/* x ln(x / mean) + mean - x, without the loss of digits where both are near each other; both above 0. Source: C. Loader 2000. */
double tail_get_deviance(double x, double mean);

#endif
