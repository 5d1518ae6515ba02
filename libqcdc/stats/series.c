/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/series-private.h"

#include <math.h>

#include <glib.h>
#include <gsl/gsl_heapsort.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/bound-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/options-private.h"
#include "stats/workers-private.h"

enum {
    MOST_SEASONS = 1000
};

/* No difference of two such numbers, nor its square, leaves what a double holds. */
static const double farthest = 1e100;

static int compare_numbers(double left, double right)
{
    return (left > right) - (left < right);
}

static int compare_points(const void *left, const void *right)
{
    const SeriesPoint *one = left, *other = right;
    int order = compare_numbers(one->season, other->season);
    if (order == 0)
        order = compare_numbers(one->time, other->time);
    return order != 0 ? order : compare_numbers(one->value, other->value);
}

static QcdcStatus check(const double *times, const double *values, size_t count, const Series *series, QcdcError *error)
{
    if (series == NULL || (values == NULL && count > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (count > QCDC_TREND_MAX_VALUES)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "a series of more than 5000 values", NULL, NULL);
    for (size_t i = 0; i < count; i++)
        if (fabs(values[i]) > farthest || (times != NULL && fabs(times[i]) > farthest))
            return qcdc_error_set_argument(error, "a value or time is not within ±10^100");
    return QCDC_OK;
}

QcdcStatus series_read(const double *times, const double *values, size_t count, uint32_t season, Series *out_series, QcdcError *error)
{
    Series series = {0};
    QcdcStatus status = check(times, values, count, out_series, error);
    if (status != QCDC_OK)
        return status;
    series.points = g_try_new(SeriesPoint, count + 1);
    if (series.points == NULL)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory for a series", NULL, NULL);
    for (size_t i = 0; i < count; i++) {
        double time = times != NULL ? times[i] : (double)i, turns = floor(time / season);
        if (!isnan(time) && !isnan(values[i]))
            series.points[series.count++] = (SeriesPoint){.season = QCDC_FAULT("series-season", season > 1, false) ? time - turns * season : 0, .time = time, .value = values[i]};
    }
    gsl_guard_enter();
    gsl_heapsort(series.points, series.count, sizeof series.points[0], compare_points);
    gsl_guard_leave();
    *out_series = series;
    return QCDC_OK;
}

void series_clear(Series *series)
{
    g_free(series->points);
    *series = (Series){0};
}

size_t series_end_season(const Series *series, size_t start)
{
    size_t end = start;
    while (end < series->count && series->points[end].season == series->points[start].season)
        end++;
    return end;
}

bool series_has_span(const Series *series)
{
    for (size_t i = 1; i < series->count; i++)
        if (series->points[i].time != series->points[0].time)
            return true;
    return false;
}

QcdcStatus trend_read_options(const QcdcTrendOptions *options, QcdcTrendOptions *out_options, double *out_side, QcdcError *error)
{
    QcdcTrendOptions read = {.size = sizeof read};
    options_copy(&read, sizeof read, options);
    if ((int)read.method < 0 || read.method >= QCDC_TREND_END)
        return qcdc_error_set_argument(error, "what is no method of a trend");
    if (read.season > MOST_SEASONS)
        return qcdc_error_set_argument(error, "a season is 1 to 1000 units of time");
    if (read.threads > WORKERS_MOST)
        return qcdc_error_set_argument(error, "there are at most 64 threads");
    read.size = sizeof read;
    if (read.method == QCDC_TREND_DEFAULT)
        read.method = QCDC_TREND_THEIL_SEN;
    QcdcStatus status = bound_read_level(read.level, &read.level, out_side, error);
    if (status == QCDC_OK)
        *out_options = read;
    return status;
}

QcdcStatus trend_call_open(TrendCall *call, const double *times, const double *values, size_t count, const QcdcTrendOptions *options, const void *place,
                           QcdcError *error)
{
    QcdcStatus status = place == NULL ? qcdc_error_set_argument(error, "a pointer is missing") : QCDC_OK;
    if (status == QCDC_OK)
        status = trend_read_options(options, &call->options, &call->side, error);
    if (status == QCDC_OK)
        status = series_read(times, values, count, call->options.season > 0 ? call->options.season : 1, &call->series, error);
    return status;
}
