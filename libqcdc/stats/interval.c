/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/interval.h>

#include <math.h>

#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/bound-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/tail-private.h"

static const int64_t most_events = INT64_C(1000000000000);

/* Events that were counted: of @total tosses, or if that is 0 of no certain number. */
typedef struct Counted {
    double count, total;
} Counted;

static double get_tosses_from(const void *context, double log_odds)
{
    const Counted *counted = context;
    return tail_of_tosses_from(counted->count, counted->total, chance_of_log_odds(log_odds));
}

static double get_tosses_to(const void *context, double log_odds)
{
    const Counted *counted = context;
    return tail_of_tosses_to(counted->count, counted->total, chance_of_log_odds(log_odds));
}

static double get_events_from(const void *context, double log_mean)
{
    const Counted *counted = context;
    return tail_of_events_from(counted->count, exp(log_mean));
}

static double get_events_to(const void *context, double log_mean)
{
    const Counted *counted = context;
    return tail_of_events_to(counted->count, exp(log_mean));
}

/* E. B. Wilson: the chances from which the share is no farther than the level's quantile. */
static void find_wilson(const Counted *counted, double side, QcdcInterval *interval)
{
    double quantile = gsl_cdf_ugaussian_Qinv(side), square = quantile * quantile, total = counted->total;
    double others = total - counted->count, share = counted->count / total;
    double half = quantile * sqrt(counted->count * (others / total) + QCDC_FAULT("interval-wilson", square / 4, 0));
    interval->low = counted->count == 0 ? 0 : fmax((counted->count + square / 2 - half) / (total + square), 0);
    interval->high = others == 0 ? 1 : fmin((counted->count + square / 2 + half) / (total + square), 1);
    interval->estimate = share;
}

/* Clopper and Pearson: the chances of which what was seen, or more, or less, still has the probability of a side. */
static QcdcStatus find_exact(const Counted *counted, double side, QcdcInterval *interval, QcdcError *error)
{
    double start = log((counted->count + 0.5) / (counted->total - counted->count + 0.5)), low = 0, high = 0;
    QcdcStatus status = QCDC_OK;
    if (counted->count > 0)
        status = bound_find(get_tosses_from, counted, side, start, &low, error);
    if (status == QCDC_OK && counted->count < counted->total)
        status = bound_find(get_tosses_to, counted, side, start, &high, error);
    interval->low = counted->count > 0 ? chance_of_log_odds(low).yes : 0;
    interval->high = counted->count < counted->total ? chance_of_log_odds(high).yes : 1;
    return status;
}

static QcdcStatus check_counted(int64_t count, int64_t total, QcdcIntervalMethod method, const QcdcInterval *interval, QcdcError *error)
{
    if (interval == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if ((int)method < 0 || method >= QCDC_INTERVAL_END)
        return qcdc_error_set_argument(error, "that is no method of an interval");
    if (count < 0 || total < 1 || count > total || total > most_events)
        return qcdc_error_set_argument(error, "the part of a proportion is 0 to its whole, and a whole 1 to 10^12");
    return QCDC_OK;
}

QcdcStatus qcdc_interval_of_proportion(int64_t count, int64_t total, QcdcIntervalMethod method, double level, QcdcInterval *out_interval,
                                       QcdcError *error)
{
    Counted counted = {.count = (double)count, .total = (double)total};
    QcdcInterval interval = {0};
    double side;
    QcdcStatus status = check_counted(count, total, method, out_interval, error);
    if (status == QCDC_OK)
        status = bound_read_level(level, &interval.level, &side, error);
    if (status != QCDC_OK)
        return status;
    interval.estimate = counted.count / counted.total;
    gsl_guard_enter();
    if (method == QCDC_INTERVAL_EXACT)
        status = find_exact(&counted, side, &interval, error);
    else
        find_wilson(&counted, side, &interval);
    gsl_guard_leave();
    if (status == QCDC_OK)
        *out_interval = interval;
    return status;
}

QcdcStatus qcdc_interval_of_rate(int64_t count, double exposure, double level, QcdcInterval *out_interval, QcdcError *error)
{
    Counted counted = {.count = (double)count};
    QcdcInterval interval = {0};
    double side, low = 0, high = 0, start = log(counted.count + 0.5);
    if (out_interval == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (count < 0 || count > most_events || !(exposure >= 1e-100 && exposure <= 1e100))
        return qcdc_error_set_argument(error, "a rate is of 0 to 10^12 events in an exposure above 0, 10^-100 to 10^100");
    QcdcStatus status = bound_read_level(level, &interval.level, &side, error);
    if (status != QCDC_OK)
        return status;
    gsl_guard_enter();
    if (count > 0)
        status = bound_find(get_events_from, &counted, side, start, &low, error);
    if (status == QCDC_OK)
        status = bound_find(get_events_to, &counted, side, start, &high, error);
    gsl_guard_leave();
    if (status != QCDC_OK)
        return status;
    interval.estimate = counted.count / exposure;
    interval.low = count > 0 ? exp(low) / exposure : 0;
    interval.high = exp(high) / exposure;
    *out_interval = interval;
    return QCDC_OK;
}

/* The values that are numbers, in order; *@out_count tells how many. NULL when there is no memory. */
static double *sort_values(const double *values, size_t count, size_t *out_count)
{
    double *sorted = g_try_new(double, count + 1);
    size_t kept = 0;
    for (size_t i = 0; sorted != NULL && i < count; i++)
        if (!isnan(values[i]))
            sorted[kept++] = values[i];
    if (sorted != NULL)
        gsl_sort(sorted, 1, kept);
    *out_count = kept;
    return sorted;
}

/* How many of @total values lie below the quantile at most, but for the probability of a side. */
static size_t count_below(size_t total, Chance chance, double side)
{
    size_t low = 0, high = total + 1; /* P(fewer than low) is at most the side, P(fewer than high) above it */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (tail_of_tosses_to((double)middle - QCDC_FAULT("interval-place", 1, 0), (double)total, chance) <= side)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void find_quantile(const double *sorted, size_t count, double quantile, double side, QcdcInterval *interval)
{
    Chance chance = {.yes = quantile, .no = 1 - quantile}, other = {.yes = 1 - quantile, .no = quantile};
    size_t below = count_below(count, chance, side), above = count_below(count, other, side);
    interval->estimate = gsl_stats_quantile_from_sorted_data(sorted, 1, count, quantile);
    /* of a quantile near an end few values give a bound beyond the estimate */
    interval->low = below > 0 ? fmin(sorted[below - 1], interval->estimate) : -HUGE_VAL;
    interval->high = above > 0 ? fmax(sorted[count - above], interval->estimate) : HUGE_VAL;
}

static QcdcStatus check_values(const double *values, size_t count, QcdcError *error)
{
    if (values == NULL && count > 0)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (count > QCDC_STATS_MAX_VALUES)
        return qcdc_error_set_argument(error, "too many values");
    for (size_t i = 0; i < count; i++)
        if (isinf(values[i]))
            return qcdc_error_set_argument(error, "a value is not finite");
    return QCDC_OK;
}

QcdcStatus qcdc_interval_of_quantile(const double *values, size_t count, double quantile, double level, QcdcInterval *out_interval,
                                     QcdcError *error)
{
    QcdcInterval interval = {0};
    double side, *sorted;
    size_t kept;
    QcdcStatus status = out_interval == NULL ? qcdc_error_set_argument(error, "a pointer is missing") : check_values(values, count, error);
    if (status == QCDC_OK && !(quantile > 0 && quantile < 1))
        status = qcdc_error_set_argument(error, "a quantile is above 0 and below 1");
    if (status == QCDC_OK)
        status = bound_read_level(level, &interval.level, &side, error);
    if (status != QCDC_OK)
        return status;
    sorted = sort_values(values, count, &kept);
    if (sorted == NULL)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to sort the values", NULL, NULL);
    if (kept > 0)
        find_quantile(sorted, kept, quantile, side, &interval);
    g_free(sorted);
    if (kept == 0)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "there is no value to take a quantile of", NULL, NULL);
    *out_interval = interval;
    return QCDC_OK;
}
