/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/readings-private.h"
#include "stats/trend-private.h"
#include "stats/workers-private.h"

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

/* A call for trends or level changes, of which every thread answers a part. */
typedef struct Question {
    const QcdcCube *cube;
    const QcdcUnitId *units;
    const QcdcIndicatorId *indicators;
    size_t count; /* of series */
    QcdcPeriod first;
    size_t periods;
    double break_time; /* of level changes */
    QcdcTrendOptions options;
    double side;
    QcdcCubeTrend *trends; /* what is asked for, the other is NULL */
    QcdcCubeLevelChange *changes;
} Question;

/* A year's round of months, quarters or halves. */
static void set_season(QcdcTrendOptions *options, QcdcPeriod first)
{
    if (options->season == 0)
        options->season = QCDC_FAULT("trend-cube-season", 12 / (uint32_t)first.count, 1);
}

static QcdcStatus check(Question *question, const QcdcTrendOptions *options, QcdcError *error)
{
    if (question->periods == 0 || question->periods > QCDC_TREND_MAX_VALUES)
        return qcdc_error_set_argument(error, "a trend is of 1 to 5000 months, quarters, halves or years, from the first to the last");
    QcdcStatus status = trend_read_options(options, &question->options, &question->side, error);
    if (status == QCDC_OK)
        set_season(&question->options, question->first);
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

static QcdcStatus read_trend(const Question *question, size_t number, Readings *readings, QcdcError *error)
{
    Series series = {0};
    QcdcStatus status = readings_read(readings, question->units[number], question->indicators[number], error);
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
        question->trends[number] = trend;
    return status;
}

/* A refusal is the state of one series; values of both definitions are what is asked about. */
static QcdcStatus read_change(const Question *question, size_t number, Readings *readings, QcdcError *error)
{
    QcdcCubeLevelChange change = {.periods = (uint32_t)readings->count, .state = QCDC_TREND_STATE_GIVEN};
    QcdcError refusal = {0};
    QcdcStatus status = readings_read(readings, question->units[number], question->indicators[number], error);
    if (status != QCDC_OK)
        return status;
    for (size_t i = 0; i < readings->count; i++)
        change.used += !isnan(readings->values[i]);
    change.left_out = readings->left_out;
    status = qcdc_trend_find_level_change(NULL, readings->values, readings->count, question->break_time, &question->options, &change.change, &refusal);
    if (status == QCDC_STATUS_REFUSED) {
        change.state = QCDC_TREND_STATE_FEW;
        status = QCDC_OK;
    } else if (status != QCDC_OK && error != NULL)
        *error = refusal;
    if (status == QCDC_OK)
        question->changes[number] = change;
    return status;
}

static QcdcStatus answer(void *context, size_t first, size_t count, QcdcError *error)
{
    const Question *question = context;
    Readings readings;
    QcdcStatus status = readings_init(&readings, question->cube, question->periods, error);
    if (status != QCDC_OK)
        return status;
    set_periods(&readings, question->first);
    for (size_t i = first; i < first + count && status == QCDC_OK; i++)
        status = question->trends != NULL ? read_trend(question, i, &readings, error) : read_change(question, i, &readings, error);
    readings_clear(&readings);
    return status;
}

static QcdcStatus answer_all(Question *question, const QcdcTrendOptions *options, QcdcError *error)
{
    QcdcStatus status = check(question, options, error);
    return status == QCDC_OK ? workers_run(answer, question, question->count, question->options.threads, error) : status;
}

QcdcStatus qcdc_cube_read_trends(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                 QcdcPeriod first, QcdcPeriod last, const QcdcTrendOptions *options, QcdcCubeTrend *out_trends,
                                 QcdcError *error)
{
    Question question = {
        .cube = cube, .units = units, .indicators = indicators, .count = count, .first = first, .periods = count_periods(first, last), .trends = out_trends
    };
    QcdcStatus status = readings_check(cube, units, indicators, count, out_trends, error);
    return status == QCDC_OK ? answer_all(&question, options, error) : status;
}

static QcdcStatus fail_break(QcdcPeriod break_period, QcdcError *error)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    size_t length = qcdc_period_to_text(break_period, label, sizeof label);
    return qcdc_error_set_value(error, QCDC_STATUS_ARGUMENT, 0, "break", label, length, "is none of the periods from the first to the last",
                                "it is the first one of the new level");
}

QcdcStatus qcdc_cube_read_level_changes(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                        QcdcPeriod first, QcdcPeriod last, QcdcPeriod break_period, const QcdcTrendOptions *options,
                                        QcdcCubeLevelChange *out_changes, QcdcError *error)
{
    size_t before = count_periods(first, break_period);
    Question question = {
        .cube = cube, .units = units, .indicators = indicators, .count = count, .first = first, .periods = count_periods(first, last), .changes = out_changes
    };
    QcdcStatus status = readings_check(cube, units, indicators, count, out_changes, error);
    if (status == QCDC_OK && question.periods > 0 && (before == 0 || before > question.periods))
        status = fail_break(break_period, error);
    question.break_time = (double)before - 1;
    return status == QCDC_OK ? answer_all(&question, options, error) : status;
}
