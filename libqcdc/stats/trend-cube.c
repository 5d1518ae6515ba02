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

/* A call for trends or level changes: its options, and the periods that are read. */
typedef struct Question {
    QcdcTrendOptions options;
    double side;
    Readings readings;
} Question;

/* A year's round of months, quarters or halves. */
static void set_season(QcdcTrendOptions *options, QcdcPeriod first)
{
    if (options->season == 0)
        options->season = QCDC_FAULT("trend-cube-season", 12 / (uint32_t)first.count, 1);
}

/* What is begun is given back with readings_clear(). */
static QcdcStatus begin(Question *question, const QcdcCube *cube, QcdcPeriod first, size_t periods, const QcdcTrendOptions *options, QcdcError *error)
{
    Readings *readings = &question->readings;
    QcdcStatus status = QCDC_OK;
    if (periods == 0 || periods > QCDC_TREND_MAX_VALUES)
        status = qcdc_error_set_argument(error, "a trend is of 1 to 5000 months, quarters, halves or years, from the first to the last");
    if (status == QCDC_OK)
        status = trend_read_options(options, &question->options, &question->side, error);
    if (status == QCDC_OK)
        status = readings_init(readings, cube, periods, error);
    if (status != QCDC_OK)
        return status;
    set_season(&question->options, first);
    for (size_t i = 0; i < readings->count; i++) {
        readings->periods[i] = first;
        readings->periods[i].start += (int32_t)i * first.count;
    }
    readings_settle(readings);
    return QCDC_OK;
}

static QcdcStatus read_one(Question *question, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcCubeTrend *out_trend, QcdcError *error)
{
    Readings *readings = &question->readings;
    Series series = {0};
    QcdcStatus status = readings_read(readings, unit, indicator, error);
    if (status != QCDC_OK)
        return status;
    readings_cut_at_break(readings);
    status = series_read(NULL, readings->values, readings->count, question->options.season, &series, error);
    if (status != QCDC_OK)
        return status;
    QcdcCubeTrend trend = {.periods = (uint32_t)readings->count, .used = (uint32_t)series.count, .left_out = readings->left_out};
    status = work_out(&series, &question->options, question->side, &trend, error);
    series_clear(&series);
    if (status == QCDC_OK)
        *out_trend = trend;
    return status;
}

QcdcStatus qcdc_cube_read_trends(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                 QcdcPeriod first, QcdcPeriod last, const QcdcTrendOptions *options, QcdcCubeTrend *out_trends,
                                 QcdcError *error)
{
    Question question;
    QcdcStatus status = readings_check(cube, units, indicators, count, out_trends, error);
    if (status == QCDC_OK)
        status = begin(&question, cube, first, count_periods(first, last), options, error);
    if (status != QCDC_OK)
        return status;
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = read_one(&question, units[i], indicators[i], &out_trends[i], error);
    readings_clear(&question.readings);
    return status;
}

/* A refusal is the state of one series; values of both definitions are what is asked about. */
static QcdcStatus change_one(Readings *readings, QcdcUnitId unit, QcdcIndicatorId indicator, double break_time, const QcdcTrendOptions *options,
                             QcdcCubeLevelChange *out_change, QcdcError *error)
{
    QcdcCubeLevelChange change = {.periods = (uint32_t)readings->count, .state = QCDC_TREND_STATE_GIVEN};
    QcdcStatus status = readings_read(readings, unit, indicator, error);
    if (status != QCDC_OK)
        return status;
    for (size_t i = 0; i < readings->count; i++)
        change.used += !isnan(readings->values[i]);
    change.left_out = readings->left_out;
    status = qcdc_trend_find_level_change(NULL, readings->values, readings->count, break_time, options, &change.change, error);
    if (status == QCDC_STATUS_REFUSED) {
        change.state = QCDC_TREND_STATE_FEW;
        status = QCDC_OK;
    }
    if (status == QCDC_OK)
        *out_change = change;
    return status;
}

QcdcStatus qcdc_cube_read_level_changes(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                        QcdcPeriod first, QcdcPeriod last, QcdcPeriod break_period, const QcdcTrendOptions *options,
                                        QcdcCubeLevelChange *out_changes, QcdcError *error)
{
    Question question;
    QcdcError refusal = {0}; /* of one series is no failure of all */
    size_t periods = count_periods(first, last), before = count_periods(first, break_period);
    QcdcStatus status = readings_check(cube, units, indicators, count, out_changes, error);
    if (status == QCDC_OK && periods > 0 && (before == 0 || before > periods))
        status = qcdc_error_set_argument(error, "a break is one of the periods from the first to the last");
    if (status == QCDC_OK)
        status = begin(&question, cube, first, periods, options, error);
    if (status != QCDC_OK)
        return status;
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = change_one(&question.readings, units[i], indicators[i], (double)(before - 1), &question.options, &out_changes[i], &refusal);
    readings_clear(&question.readings);
    if (status != QCDC_OK && error != NULL)
        *error = refusal;
    return status;
}
