/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/trend-private.h"

enum {
    FEWEST_OF_SIDE = 3
};

/* What a side has: values, and the first and last of their times. */
typedef struct Side {
    size_t count;
    double first, last;
} Side;

static void add_to_side(Side *side, double time)
{
    side->first = side->count == 0 ? time : fmin(side->first, time);
    side->last = side->count == 0 ? time : fmax(side->last, time);
    side->count++;
}

/* A trend can be told from a step where one of the sides has two times. */
static QcdcStatus check_sides(const Series *series, double break_time, QcdcLevelChange *change, QcdcError *error)
{
    Side before = {0}, after = {0};
    for (size_t i = 0; i < series->count; i++) {
        double time = series->points[i].time;
        add_to_side(time < QCDC_FAULT("trend-level-break", break_time, break_time + 1) ? &before : &after, time);
    }
    change->used_before = before.count;
    change->used_after = after.count;
    if (before.count < FEWEST_OF_SIDE || after.count < FEWEST_OF_SIDE)
        return trend_refuse(error, "a change of level needs three values before and three from the break on");
    if (before.first == before.last && after.first == after.last)
        return trend_refuse(error, "a change of level needs two times on a side");
    return QCDC_OK;
}

/* A series of one value everywhere has no step and no error, not those of a last digit. */
static void settle_constant(const Series *series, QcdcLevelChange *change)
{
    for (size_t i = 1; i < series->count; i++)
        if (series->points[i].value != series->points[0].value)
            return;
    change->change = change->low = change->high = change->error = change->slope = change->slope_error = change->spread = 0;
    change->before = series->points[0].value;
}

QcdcStatus qcdc_trend_find_level_change(const double *times, const double *values, size_t count, double break_time,
                                        const QcdcTrendOptions *options, QcdcLevelChange *out_change, QcdcError *error)
{
    QcdcLevelChange change = {0};
    TrendCall call;
    QcdcStatus status = isfinite(break_time) ? QCDC_OK : qcdc_error_set_argument(error, "the time of a break is a finite number");
    if (status == QCDC_OK)
        status = trend_call_open(&call, times, values, count, options, out_change, error);
    if (status != QCDC_OK)
        return status;
    change.level = call.options.level;
    gsl_guard_enter();
    status = check_sides(&call.series, break_time, &change, error);
    if (status == QCDC_OK)
        status = series_find_step(&call.series, break_time, call.side, &change, error);
    if (status == QCDC_OK)
        settle_constant(&call.series, &change);
    gsl_guard_leave();
    if (status == QCDC_OK && !(isfinite(change.slope) && isfinite(change.before)))
        status = qcdc_error_set_argument(error, "the slope of such values is not finite");
    series_clear(&call.series);
    if (status == QCDC_OK)
        *out_change = change;
    return status;
}
