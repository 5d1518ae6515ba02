/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/year-sums-private.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/bound-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/options-private.h"

enum {
    DEFAULT_YEARS = 5
};

QcdcStatus year_sums_read_options(const QcdcYearEstimateOptions *options, QcdcYearEstimateOptions *out_options, QcdcError *error)
{
    QcdcYearEstimateOptions read = {.size = sizeof read};
    double side;
    options_copy(&read, sizeof read, options);
    if ((int)read.values < 0 || read.values >= QCDC_YEAR_ESTIMATE_END)
        return qcdc_error_set_argument(error, "what is no kind of values");
    if (read.most_years > QCDC_YEAR_ESTIMATE_MOST_YEARS)
        return qcdc_error_set_argument(error, "more than 100 past years");
    read.size = sizeof read;
    if (read.most_years == 0)
        read.most_years = DEFAULT_YEARS;
    QcdcStatus status = bound_read_level(read.level, &read.level, &side, error);
    if (status == QCDC_OK)
        *out_options = read;
    return status;
}

static bool is_whole(double number)
{
    return number == floor(number);
}

void year_sums_add(YearSums *sums, double reached, double total)
{
    double rest = total - reached;
    if (isnan(rest))
        return;
    if (fabs(rest) <= 1e-12 * fabs(total)) /* a sum of decimals that is not quite itself */
        rest = 0;
    if (reached < 0 || rest < 0 || total <= 0 || sums->count == QCDC_YEAR_ESTIMATE_MOST_YEARS) {
        sums->left_out++;
        return;
    }
    sums->is_whole = (sums->count == 0 || sums->is_whole) && is_whole(reached) && is_whole(total);
    sums->reached[sums->count] = reached;
    sums->rest[sums->count++] = rest;
}

/* The sums of all years but one; none is left out where there is no such year. */
static void sum_others(const YearSums *sums, size_t but, double *reached, double *rest)
{
    *reached = *rest = 0;
    for (size_t i = 0; i < sums->count; i++)
        if (i != but) {
            *reached += sums->reached[i];
            *rest += sums->rest[i];
        }
}

/* Each year from the others: how far off they tell it, and how far the months in proportion do. */
static void try_past_years(const YearSums *sums, QcdcYearEstimate *estimate)
{
    double turns = (double)estimate->parts_of_year / estimate->parts;
    for (size_t i = 0; i < sums->count; i++) {
        double reached, rest, total = sums->reached[i] + sums->rest[i];
        sum_others(sums, QCDC_FAULT("year-sums-back-test", i, SIZE_MAX), &reached, &rest);
        double told = reached > 0 ? sums->reached[i] / reached * (reached + rest) : 0;
        estimate->error += fabs(told / total - 1) / (double)sums->count;
        estimate->naive_error += fabs(sums->reached[i] * turns / total - 1) / (double)sums->count;
    }
}

/* What counts add to both terms of a ratio, so that 0 has a logarithm (Haldane 1956, Anscombe 1956); the chance of counts in it. */
static double get_half(const QcdcYearEstimate *estimate)
{
    return estimate->is_counts ? 0.5 : 0;
}

static double find_noise(const QcdcYearEstimate *estimate, double reached, double rest)
{
    return estimate->is_counts ? 1 / (reached + 0.5) + 1 / (rest + 0.5) : 0;
}

/* How much farther a new year lies from the centre than past years lie from theirs: the centre leans on large years. */
static double find_widening(const YearSums *sums)
{
    double reached, rest, squares = 0;
    sum_others(sums, SIZE_MAX, &reached, &rest);
    for (size_t i = 0; i < sums->count; i++) {
        double part = (sums->reached[i] + sums->rest[i]) / (reached + rest);
        squares += part * part;
    }
    return 1 + squares;
}

/* The variance of the logarithm of (rest / reached) from year to year beyond the chance of counts. What is seen less that chance would be nothing
 * for every other series without such a variance, and then too small where there is some; so the chance takes its part of what is seen, and
 * all the less the more there is. */
static double find_variance(const YearSums *sums, double centre, const QcdcYearEstimate *estimate)
{
    double squares = 0, chance = 0, count = (double)sums->count, half = get_half(estimate);
    for (size_t i = 0; i < sums->count; i++) {
        double off = log(sums->rest[i] + half) - log(sums->reached[i] + half) - centre;
        squares += off * off;
        chance += find_noise(estimate, sums->reached[i], sums->rest[i]) / count;
    }
    double seen = squares / (count - 1);
    return seen > 0 ? seen * (seen / (seen + chance)) : 0;
}

/* What years scatter is known by a few of them, and has the quantile of Student's t; the chance of counts is known, and has the normal one
 * (as W. G. Cochran 1964 adds variances that are known so differently). */
static void find_bounds(const YearSums *sums, double side, QcdcYearEstimate *estimate)
{
    double reached, rest, half = get_half(estimate);
    sum_others(sums, SIZE_MAX, &reached, &rest);
    double centre = log(rest + half) - log(reached + half), coming = (sums->current + half) * exp(centre);
    double between = find_variance(sums, centre, estimate) * find_widening(sums);
    double chance = QCDC_FAULT("year-sums-chance", find_noise(estimate, sums->current, coming), 0.0) + find_noise(estimate, reached, rest);
    gsl_guard_enter();
    double normal = gsl_cdf_ugaussian_Qinv(side);
    double student = QCDC_FAULT("year-sums-student", gsl_cdf_tdist_Qinv(side, (double)sums->count - 1), normal);
    gsl_guard_leave();
    double away = exp(sqrt(student * student * between + normal * normal * chance));
    estimate->spread = sqrt(between + chance);
    estimate->low = sums->current + coming / away;
    estimate->high = sums->current + coming * away;
    if (estimate->is_counts) {
        estimate->low = fmax(floor(estimate->low), sums->current);
        estimate->high = ceil(estimate->high);
    }
}

/* Amounts that came whole on one side have no logarithm; counts have half of one. A share that is next to nothing tells no number. */
static bool has_shares(const YearSums *sums, const QcdcYearEstimate *estimate)
{
    double reached, rest;
    sum_others(sums, SIZE_MAX, &reached, &rest);
    for (size_t i = 0; i < sums->count && !estimate->is_counts; i++)
        if (sums->reached[i] == 0 || sums->rest[i] == 0)
            return false;
    return reached > 0 && isfinite(sums->current / (reached / (reached + rest)));
}

static void find_state(const YearSums *sums, const QcdcYearEstimateOptions *options, QcdcYearEstimate *estimate)
{
    bool are_whole = sums->is_whole && is_whole(sums->current);
    bool is_counts = options->values == QCDC_YEAR_ESTIMATE_COUNTS || (options->values == QCDC_YEAR_ESTIMATE_DEFAULT && are_whole);
    estimate->years = (uint32_t)sums->count;
    estimate->years_left_out = sums->left_out;
    estimate->is_counts = is_counts;
    if (sums->count < QCDC_YEAR_ESTIMATE_FEWEST_YEARS)
        estimate->state = QCDC_YEAR_ESTIMATE_STATE_FEW_YEARS;
    else if (isnan(sums->current) || sums->current < 0)
        estimate->state = QCDC_YEAR_ESTIMATE_STATE_CURRENT;
    else if (sums->current == 0)
        estimate->state = QCDC_YEAR_ESTIMATE_STATE_NOTHING;
    else if (!has_shares(sums, estimate))
        estimate->state = QCDC_YEAR_ESTIMATE_STATE_NO_SHARE;
    else
        estimate->state = QCDC_YEAR_ESTIMATE_STATE_GIVEN;
}

void year_sums_estimate(const YearSums *sums, const QcdcYearEstimateOptions *options, QcdcYearEstimate *estimate)
{
    double reached, rest;
    find_state(sums, options, estimate);
    if (estimate->state != QCDC_YEAR_ESTIMATE_STATE_GIVEN)
        return;
    sum_others(sums, SIZE_MAX, &reached, &rest);
    estimate->level = options->level;
    estimate->reached = sums->current;
    estimate->share = QCDC_FAULT("year-sums-share", reached / (reached + rest), (double)estimate->parts / estimate->parts_of_year);
    estimate->estimate = sums->current / estimate->share;
    try_past_years(sums, estimate);
    find_bounds(sums, (1 - options->level) / 2, estimate);
}
