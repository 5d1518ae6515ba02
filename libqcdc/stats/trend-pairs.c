/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>
#include <gsl/gsl_statistics.h>

#include "kernel/fault-private.h"
#include "stats/trend-private.h"

/* Slopes of all pairs of one season at unequal times. */
static size_t gather_slopes(const Series *series, double *slopes)
{
    size_t count = 0;
    for (size_t start = 0, end; start < series->count; start = end) {
        const SeriesPoint *points = series->points;
        end = series_end_season(series, start);
        for (size_t i = start; i < end; i++)
            for (size_t k = i + 1; k < end; k++)
                if (points[k].time != points[i].time)
                    slopes[count++] = (points[k].value - points[i].value) / (points[k].time - points[i].time);
    }
    return count;
}

static double find_median(double *numbers, size_t count)
{
    return gsl_stats_median(numbers, 1, count);
}

/* Sen 1968: a slope is kept by the test of what is left when it is taken away as long as that score is below the critical one. */
static void find_bounds(double *slopes, size_t count, double critical, QcdcTrend *trend)
{
    double place = floor(((double)count - critical) / 2);
    trend->low = -HUGE_VAL;
    trend->high = HUGE_VAL;
    if (place < 0 || place >= (double)count)
        return;
    size_t index = (size_t)place;
    trend->low = gsl_stats_select(slopes, 1, count, QCDC_FAULT("trend-bound", index, index / 2));
    trend->high = gsl_stats_select(slopes, 1, count, count - 1 - index);
}

/* The line that leaves as many values above as below, and how far the middle half of them lies from it. */
static void find_intercept(const Series *series, double *scratch, QcdcTrend *trend)
{
    for (size_t i = 0; i < series->count; i++)
        scratch[i] = series->points[i].value - trend->slope * series->points[i].time;
    trend->intercept = find_median(scratch, series->count);
    for (size_t i = 0; i < series->count; i++)
        scratch[i] = fabs(series->points[i].value - trend->slope * series->points[i].time - trend->intercept);
    trend->spread = 1.482602218505602 * find_median(scratch, series->count); /* 1 / the normal quantile of 3/4 */
}

QcdcStatus series_fit_theil_sen(const Series *series, double side, QcdcTrend *trend, QcdcError *error)
{
    size_t pairs = series->count * (series->count - 1) / 2; /* below 2^24 */
    double *slopes = g_try_new(double, pairs + series->count);
    if (slopes == NULL)
        return trend_fail_memory(error);
    Score score = score_find(series, slopes);
    size_t count = gather_slopes(series, slopes);
    if (count == 0) {
        g_free(slopes);
        return trend_refuse(error, "a line needs two values of one season at two times");
    }
    trend->slope = find_median(slopes, count);
    find_bounds(slopes, count, score_find_critical(&score, side), trend);
    find_intercept(series, slopes, trend);
    g_free(slopes);
    return QCDC_OK;
}
