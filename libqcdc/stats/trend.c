/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include <math.h>

#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_statistics.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/trend-private.h"

QcdcStatus trend_fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory for a trend", NULL, NULL);
}

QcdcStatus trend_refuse(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, what, NULL, NULL);
}

/* Points as GSL takes them: a point is three numbers. */
enum {
    STRIDE = sizeof(SeriesPoint) / sizeof(double)
};

static void set_bounds(const Series *series, double parameters, double side, QcdcTrend *trend)
{
    double freedom = (double)series->count - parameters;
    double half = freedom > 0 ? gsl_cdf_tdist_Qinv(side, freedom) * trend->slope_error : HUGE_VAL;
    trend->low = trend->slope - half;
    trend->high = trend->slope + half;
}

static void fit_least_squares(const Series *series, double side, QcdcTrend *trend)
{
    double slope_variance, covariance, intercept_variance, squares;
    const double *times = &series->points[0].time, *values = &series->points[0].value;
    double freedom = (double)series->count - 2;
    gsl_fit_linear(times, STRIDE, values, STRIDE, series->count, &trend->intercept, &trend->slope, &intercept_variance, &covariance, &slope_variance, &squares);
    trend->slope_error = freedom > 0 ? sqrt(slope_variance) : NAN;
    trend->intercept_error = freedom > 0 ? sqrt(intercept_variance) : NAN;
    trend->spread = freedom > 0 ? sqrt(squares / freedom) : NAN;
    trend->fit = 1 - squares / gsl_stats_tss(values, STRIDE, series->count);
    set_bounds(series, 2, side, trend);
}

static void fit_from_zero(const Series *series, double side, QcdcTrend *trend)
{
    double variance, squares, all = 0;
    const double *times = &series->points[0].time, *values = &series->points[0].value;
    gsl_fit_mul(times, STRIDE, values, STRIDE, series->count, &trend->slope, &variance, &squares);
    for (size_t i = 0; i < series->count; i++)
        all += series->points[i].value * series->points[i].value;
    trend->slope_error = sqrt(variance);
    trend->spread = sqrt(squares / ((double)series->count - 1));
    trend->fit = 1 - squares / all;
    set_bounds(series, 1, side, trend);
}

/* A series of one value everywhere: every method lays the same line, and none has an error. */
static bool fit_constant(const Series *series, QcdcTrend *trend)
{
    for (size_t i = 1; i < series->count; i++)
        if (series->points[i].value != series->points[0].value)
            return false;
    trend->slope = trend->low = trend->high = trend->spread = trend->slope_error = trend->intercept_error = 0;
    trend->intercept = series->points[0].value;
    trend->fit = NAN;
    return true;
}

QcdcStatus series_fit(const Series *series, const QcdcTrendOptions *options, double side, QcdcTrend *trend, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    trend->slope_error = trend->intercept_error = trend->fit = NAN;
    if (options->method == QCDC_TREND_THEIL_SEN)
        status = series_fit_theil_sen(series, side, trend, error);
    else if (options->method == QCDC_TREND_LEAST_SQUARES_FROM_ZERO)
        fit_from_zero(series, side, trend);
    else if (options->method == QCDC_TREND_ROBUST && series->count < 4)
        status = trend_refuse(error, "a robust line needs four values");
    else if (fit_constant(series, trend))
        status = QCDC_OK;
    else if (options->method == QCDC_TREND_ROBUST)
        status = series_fit_robust(series, side, trend, error);
    else
        fit_least_squares(series, side, trend);
    if (status == QCDC_OK && !(isfinite(trend->slope) && isfinite(trend->intercept)))
        status = qcdc_error_set_argument(error, "the slope of such values is not finite");
    trend->method = (uint8_t)options->method;
    trend->level = options->level;
    trend->used = series->count;
    return status;
}

QcdcStatus qcdc_trend_fit(const double *times, const double *values, size_t count, const QcdcTrendOptions *options, QcdcTrend *out_trend,
                          QcdcError *error)
{
    QcdcTrend trend = {0};
    TrendCall call;
    QcdcStatus status = trend_call_open(&call, times, values, count, options, out_trend, error);
    if (status != QCDC_OK)
        return status;
    gsl_guard_enter();
    if (series_has_span(&call.series))
        status = series_fit(&call.series, &call.options, call.side, &trend, error);
    else
        status = trend_refuse(error, "a line needs values at two times");
    gsl_guard_leave();
    series_clear(&call.series);
    if (status == QCDC_OK)
        *out_trend = trend;
    return status;
}

QcdcStatus series_test(const Series *series, double level, QcdcTrendTest *test, QcdcError *error)
{
    double *scratch = g_try_new(double, series->count);
    if (scratch == NULL)
        return trend_fail_memory(error);
    Score score = score_find(series, scratch);
    g_free(scratch);
    test->score = score.score;
    test->variance = score.variance;
    /* one root of the product, which is exact, and never below the score: two roots leave a tau above 1 */
    double pairs = sqrt(score.time_pairs * score.value_pairs);
    test->tau = score.score / QCDC_FAULT("trend-tau", pairs, sqrt(score.time_pairs) * sqrt(score.value_pairs));
    test->chance = score_find_chance(&score);
    test->level = level;
    test->used = series->count;
    test->is_exact = score_is_exact(&score);
    return QCDC_OK;
}

QcdcStatus qcdc_trend_test(const double *times, const double *values, size_t count, const QcdcTrendOptions *options, QcdcTrendTest *out_test,
                           QcdcError *error)
{
    QcdcTrendTest test = {0};
    TrendCall call;
    QcdcStatus status = trend_call_open(&call, times, values, count, options, out_test, error);
    if (status != QCDC_OK)
        return status;
    gsl_guard_enter();
    if (call.series.count > 1)
        status = series_test(&call.series, call.options.level, &test, error);
    else
        status = trend_refuse(error, "a trend needs two values");
    gsl_guard_leave();
    series_clear(&call.series);
    if (status == QCDC_OK)
        *out_test = test;
    return status;
}
