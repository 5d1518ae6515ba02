/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/readings-private.h"
#include "stats/trend-private.h"

enum {
    FEWEST = 3
};

/* How many periods there are from the first to the last, of one kind that follow one another; 0 if there are none. */
static size_t count_periods(QcdcPeriod first, QcdcPeriod last)
{
    bool is_tile = first.kind == QCDC_PERIOD_MONTH || first.kind == QCDC_PERIOD_QUARTER || first.kind == QCDC_PERIOD_HALF || first.kind == QCDC_PERIOD_YEAR;
    if (!is_tile || first.kind != last.kind || !qcdc_period_is_valid(first) || !qcdc_period_is_valid(last) || last.start < first.start)
        return 0;
    return (size_t)((last.start - first.start) / first.count) + 1;
}

static QcdcStatus check(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count, size_t periods,
                        const QcdcCubeTrend *out_trends, QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    if (cube == NULL || (count > 0 && (units == NULL || indicators == NULL || out_trends == NULL)))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (periods == 0 || periods > QCDC_TREND_MAX_VALUES)
        return qcdc_error_set_argument(error, "a trend is of 1 to 5000 months, quarters, halves or years, from the first to the last");
    for (size_t i = 0; i < count; i++)
        if (units[i] >= qcdc_catalog_get_unit_count(catalog) || indicators[i] >= qcdc_catalog_get_indicator_count(catalog))
            return qcdc_error_set_argument(error, "a unit or indicator that the catalog does not have");
    return QCDC_OK;
}

/* A refusal is the state of one series, and no failure of all. */
static QcdcStatus work_out(const Series *series, const QcdcTrendOptions *options, double side, QcdcCubeTrend *trend, QcdcError *error)
{
    QcdcStatus status = series->count < FEWEST ? QCDC_STATUS_REFUSED : QCDC_OK;
    trend->state = QCDC_TREND_STATE_FEW;
    if (status == QCDC_OK && options->method == QCDC_TREND_ROBUST && series->count > FEWEST)
        trend->state = QCDC_TREND_STATE_UNSETTLED;
    gsl_guard_enter();
    if (status == QCDC_OK)
        status = series_fit(series, options, side, &trend->trend, NULL);
    if (status == QCDC_OK)
        status = series_test(series, options->level, &trend->test, NULL);
    gsl_guard_leave();
    if (status == QCDC_STATUS_MEMORY)
        return trend_fail_memory(error);
    if (status == QCDC_OK)
        trend->state = QCDC_TREND_STATE_GIVEN;
    else
        trend->trend = (QcdcTrend){0};
    return QCDC_OK;
}

static QcdcStatus read_one(Readings *readings, QcdcUnitId unit, QcdcIndicatorId indicator, const QcdcTrendOptions *options, double side,
                           QcdcCubeTrend *out_trend, QcdcError *error)
{
    Series series = {0};
    QcdcStatus status = readings_read(readings, unit, indicator, error);
    if (status != QCDC_OK)
        return status;
    readings_cut_at_break(readings);
    status = series_read(NULL, readings->values, readings->count, options->season, &series, error);
    if (status != QCDC_OK)
        return status;
    QcdcCubeTrend trend = {.periods = (uint32_t)readings->count, .used = (uint32_t)series.count, .left_out = readings->left_out};
    status = work_out(&series, options, side, &trend, error);
    series_clear(&series);
    if (status == QCDC_OK)
        *out_trend = trend;
    return status;
}

static void set_periods(Readings *readings, QcdcPeriod first)
{
    for (size_t i = 0; i < readings->count; i++) {
        readings->periods[i] = first;
        readings->periods[i].start += (int32_t)i * first.count;
    }
    readings_settle(readings);
}

QcdcStatus qcdc_cube_read_trends(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                 QcdcPeriod first, QcdcPeriod last, const QcdcTrendOptions *options, QcdcCubeTrend *out_trends,
                                 QcdcError *error)
{
    QcdcTrendOptions read;
    Readings readings;
    double side;
    size_t periods = count_periods(first, last);
    QcdcStatus status = check(cube, units, indicators, count, periods, out_trends, error);
    if (status == QCDC_OK)
        status = trend_read_options(options, &read, &side, error);
    if (status == QCDC_OK)
        status = readings_init(&readings, cube, periods, error);
    if (status != QCDC_OK)
        return status;
    if (read.season == 0)
        read.season = QCDC_FAULT("trend-cube-season", 12 / (uint32_t)first.count, 1);
    set_periods(&readings, first);
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = read_one(&readings, units[i], indicators[i], &read, side, &out_trends[i], error);
    readings_clear(&readings);
    return status;
}
