/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/tail-private.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_math.h>

#include "kernel/fault-private.h"

/* Terms below this part of their sum add nothing to it. */
static const double least_part = 1e-18;
/* A sum above this has left the other tail without a digit. */
static const double most_sum = 1e280;

/* ln n! less Stirling's n ln n - n + ln(2 pi n) / 2; n is whole and above 0. Source: Abramowitz and Stegun 6.1.41. */
static double get_stirling_error(double n)
{
    double square = n * n, factorial = 1;
    if (n >= 16)
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square) / square) / n;
    for (double k = 2; k <= n; k++)
        factorial *= k;
    return log(factorial) - (n + 0.5) * log(n) + n - M_LNPI / 2 - M_LN2 / 2;
}

double tail_get_deviance(double x, double mean)
{
    double difference = x - mean, part = difference / (x + mean), square = part * part;
    double sum = difference * part, term = 2 * x * part;
    if (fabs(difference) >= 0.1 * (x + mean))
        return x * log(x / mean) - difference;
    for (int k = 3; fabs(term * square) > least_part * fabs(sum); k += 2) {
        term *= square;
        sum += term / k;
        if (term == 0)
            break;
    }
    return sum;
}

Chance chance_of_log_odds(double log_odds)
{
    return (Chance){.yes = 1 / (1 + exp(-log_odds)), .no = 1 / (1 + exp(log_odds))};
}

/* Loader's saddle point: each part of the logarithm is right to its last digits. */
double tail_of_tosses_at(double count, double total, Chance chance)
{
    double others = total - count;
    if (count < 0 || others < 0)
        return 0;
    if (chance.yes == 0 || chance.no == 0)
        return (chance.yes == 0 ? count : others) == 0;
    if (count == 0)
        return exp(chance.yes < 0.5 ? total * log1p(-chance.yes) : total * log(chance.no));
    if (others == 0)
        return exp(chance.no < 0.5 ? total * log1p(-chance.no) : total * log(chance.yes));
    double log_value = get_stirling_error(total) - get_stirling_error(count) - get_stirling_error(others) -
                       tail_get_deviance(count, total * chance.yes) - tail_get_deviance(others, total * chance.no);
    return exp(log_value) * sqrt(total / (2 * M_PI * count * others));
}

/* 1 + r(1) + r(1) r(2) + …: r(k) are the odds times (left of those that may come) / (those that came), and of a fourfold table such a ratio
 * of the others too. It ends where nothing is left, the terms no longer count, or the sum is beyond measure. */
static double add_ratios(double coming, double came, double other_coming, double other_came, double odds)
{
    double sum = 1, term = 1;
    bool is_fourfold = other_came >= 0;
    while (coming > 0 && (!is_fourfold || other_coming > 0) && sum < most_sum) {
        double ratio = odds * (coming / ++came);
        coming--;
        if (is_fourfold)
            ratio *= other_coming-- / ++other_came;
        term *= ratio;
        sum += term;
        if (ratio < 1 && term < least_part * sum * (1 - ratio))
            break;
    }
    return sum;
}

double tail_of_tosses_from(double count, double total, Chance chance)
{
    if (count <= 0)
        return 1;
    if (count > total || chance.yes == 0)
        return 0;
    if (QCDC_FAULT("tail-far", count <= total * chance.yes, true))
        return 1 - tail_of_tosses_to(count - 1, total, chance);
    return tail_of_tosses_at(count, total, chance) * add_ratios(total - count, count, 0, -1, chance.yes / chance.no);
}

double tail_of_tosses_to(double count, double total, Chance chance)
{
    return tail_of_tosses_from(total - count, total, (Chance){.yes = chance.no, .no = chance.yes});
}

/* The probability of just @count events. */
static double get_events_at(double count, double mean)
{
    if (mean == 0 || count == 0)
        return count == 0 ? exp(-mean) : 0;
    return exp(-get_stirling_error(count) - tail_get_deviance(count, mean)) / sqrt(2 * M_PI * count);
}

/* @count events or more, more than are to be expected. */
static double add_events_up(double count, double mean)
{
    double sum = 1, term = 1;
    for (double k = count + 1; term >= least_part * sum * (1 - mean / k); k++) {
        term *= mean / k;
        sum += term;
    }
    return get_events_at(count, mean) * sum;
}

/* @count events or fewer, fewer than are to be expected. */
static double add_events_down(double count, double mean)
{
    double sum = 1, term = 1;
    for (double k = count; k > 0 && term >= least_part * sum * (1 - k / mean); k--) {
        term *= k / mean;
        sum += term;
    }
    return get_events_at(count, mean) * sum;
}

double tail_of_events_from(double count, double mean)
{
    if (count <= 0)
        return 1;
    return count > mean ? add_events_up(count, mean) : 1 - add_events_down(count - 1, mean);
}

double tail_of_events_to(double count, double mean)
{
    return count < mean ? add_events_down(count, mean) : 1 - add_events_up(count + 1, mean);
}

/* The table with its columns changed over: fewer now are more before. */
static Fourfold turn(const Fourfold *table)
{
    return (Fourfold){.count = table->all - table->count, .total = table->other, .all = table->all, .other = table->total};
}

/* What this table and those with more now weigh together, against this one. */
static double weigh_from(const Fourfold *table, double odds)
{
    double before = table->all - table->count;
    return add_ratios(table->total - table->count, table->count, before, table->other - before, odds);
}

static bool has_more(const Fourfold *table)
{
    return table->count < table->total && table->count < table->all;
}

double tail_of_fourfold_from(const Fourfold *table, double log_odds)
{
    Fourfold turned = turn(table);
    double from = weigh_from(table, exp(log_odds)), below = weigh_from(&turned, exp(-log_odds)) - 1;
    return from / (from + below);
}

double tail_of_fourfold_to(const Fourfold *table, double log_odds)
{
    Fourfold turned = turn(table);
    return tail_of_fourfold_from(&turned, -log_odds);
}

/* The hypergeometric probability as one of three binomial ones, whatever their chance. */
double tail_of_fourfold_equal_at(const Fourfold *table)
{
    double sum = table->total + table->other;
    Chance chance = {.yes = sum > 0 ? table->all / sum : 0, .no = sum > 0 ? (sum - table->all) / sum : 1};
    return tail_of_tosses_at(table->count, table->total, chance) * tail_of_tosses_at(table->all - table->count, table->other, chance) /
           tail_of_tosses_at(table->all, sum, chance);
}

double tail_of_fourfold_equal_from(const Fourfold *table)
{
    double sum = table->total + table->other;
    if (table->count > 0 && table->count * sum <= table->total * table->all) {
        Fourfold turned = turn(table);
        double at = tail_of_fourfold_equal_at(table);
        return 1 - at * (weigh_from(&turned, 1) - 1);
    }
    return has_more(table) || table->count > 0 ? tail_of_fourfold_equal_at(table) * weigh_from(table, 1) : 1;
}

double tail_of_fourfold_equal_to(const Fourfold *table)
{
    Fourfold turned = turn(table);
    return tail_of_fourfold_equal_from(&turned);
}
