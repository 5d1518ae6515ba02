/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>

#include "kernel/fault-private.h"
#include "stats/trend-private.h"

enum {
    MOST_PAIRS = SCORE_MOST_COUNTED * (SCORE_MOST_COUNTED - 1) / 2
};

/* Sums over groups of equal numbers, of t in a group: t(t − 1), t(t − 1)(t − 2), t(t − 1)(2t + 5). */
typedef struct Ties {
    double pairs, triples, weight;
} Ties;

static Ties count_ties(const double *sorted, size_t count)
{
    Ties ties = {0};
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && sorted[end] == sorted[start];)
            end++;
        double size = (double)(end - start), pairs = size * (size - 1);
        ties.pairs += pairs;
        ties.triples += pairs * (size - 2);
        ties.weight += pairs * (2 * size + 5);
    }
    return ties;
}

/* Kendall 1970, 4.10: with ties in times, in values, and in both. */
static double find_variance(double count, const Ties *times, const Ties *values)
{
    double all = count * (count - 1), variance = (all * (2 * count + 5) - times->weight - QCDC_FAULT("score-ties", values->weight, 0.0)) / 18;
    if (all > 0)
        variance += times->pairs * values->pairs / (2 * all);
    if (count > 2)
        variance += times->triples * values->triples / (9 * all * (count - 2));
    return variance;
}

/* Adds what one season holds; its points stand by time. */
static void add_season(Score *score, const SeriesPoint *points, size_t count, double *scratch)
{
    double all = (double)count * ((double)count - 1);
    for (size_t i = 0; i < count; i++)
        scratch[i] = points[i].time;
    Ties times = count_ties(scratch, count);
    for (size_t i = 0; i < count; i++)
        scratch[i] = points[i].value;
    gsl_sort(scratch, 1, count);
    Ties values = count_ties(scratch, count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (points[k].time != points[i].time)
                score->score += (points[k].value > points[i].value) - (points[k].value < points[i].value);
    score->variance += find_variance((double)count, &times, &values);
    score->time_pairs += (all - times.pairs) / 2;
    score->value_pairs += (all - values.pairs) / 2;
    score->has_ties = score->has_ties || times.pairs > 0 || values.pairs > 0;
}

Score score_find(const Series *series, double *scratch)
{
    Score score = {.count = series->count};
    for (size_t start = 0, end; start < series->count; start = end) {
        end = series_end_season(series, start);
        score.has_seasons = score.has_seasons || end - start < series->count;
        add_season(&score, series->points + start, end - start, scratch);
    }
    return score;
}

bool score_is_exact(const Score *score)
{
    return score->count <= SCORE_MOST_COUNTED && !score->has_ties && !score->has_seasons;
}

/* The probabilities of 0, 1, 2 … pairs that fall, where all orders of the values are as likely; how many pairs there are. The lower half is right
 * to its last digits, and the upper one, which is its mirror, is asked for by nobody. */
static size_t count_orders(size_t count, double *probabilities)
{
    double sums[MOST_PAIRS + 2]; /* of those before each */
    size_t pairs = 0;
    probabilities[0] = 1;
    for (size_t size = 2; size <= count; size++) {
        sums[0] = 0;
        for (size_t i = 0; i <= pairs; i++)
            sums[i + 1] = sums[i] + probabilities[i];
        for (size_t i = 0; i <= pairs + size - 1; i++) /* the new one falls short of 0, 1 … size − 1 others */
            probabilities[i] = (sums[i < pairs ? i + 1 : pairs + 1] - (i >= size ? sums[i - size + 1] : 0)) / (double)size;
        pairs += size - 1;
    }
    return pairs;
}

static double count_chance(const Score *score)
{
    double probabilities[MOST_PAIRS + 1], sum = 0;
    size_t pairs = count_orders(score->count, probabilities);
    double fewer = ((double)pairs - fabs(score->score)) / 2; /* pairs that go the other way */
    for (size_t i = 0; i <= pairs && (double)i <= fewer; i++)
        sum += probabilities[i];
    return fmin(1, 2 * sum);
}

static double count_critical(const Score *score, double side)
{
    double probabilities[MOST_PAIRS + 1], sum = 0;
    size_t pairs = count_orders(score->count, probabilities), fewer = 0;
    while (fewer <= pairs && (sum += probabilities[fewer]) <= side)
        fewer++;
    return (double)pairs - 2 * ((double)fewer - 1);
}

double score_find_chance(const Score *score)
{
    if (QCDC_FAULT("score-exact", score_is_exact(score), false))
        return count_chance(score);
    double nearer = fabs(score->score) - QCDC_FAULT("score-continuity", 1, 0);
    return score->variance > 0 && nearer > 0 ? 2 * gsl_cdf_ugaussian_Q(nearer / sqrt(score->variance)) : 1;
}

double score_find_critical(const Score *score, double side)
{
    if (score_is_exact(score))
        return count_critical(score, side);
    return QCDC_FAULT("score-critical", 1, 0) + gsl_cdf_ugaussian_Qinv(side) * sqrt(score->variance);
}
