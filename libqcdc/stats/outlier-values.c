/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>
#include <gsl/gsl_movstat.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/gsl-guard-private.h"

#include <qcdc/interval.h>
#include <qcdc/outlier.h>

enum {
    LEAST_VALUES = 3,
    MOST_OF_WINDOW = 9999
};

/* The mean distance from the median of normal values is so many times smaller than their standard deviation: sqrt(pi / 2). */
static const double of_mean_distance = 1.2533141373155003;

/* Values that are there, in their order, and room to work in. */
typedef struct Values {
    double *kept, *room, *medians, *spreads;
    int *whole_room;
    size_t count;
} Values;

static void end_values(Values *values)
{
    g_free(values->kept);
    g_free(values->room);
    g_free(values->medians);
    g_free(values->spreads);
    g_free(values->whole_room);
}

static QcdcStatus fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to score the values", NULL, NULL);
}

static QcdcStatus begin_values(const double *given, size_t count, QcdcOutlierMethod method, Values *values, QcdcError *error)
{
    size_t size = count + 1;
    *values = (Values){.kept = g_try_new(double, size), .room = g_try_new(double, 3 * size), .medians = g_try_new(double, size),
                       .spreads = g_try_new(double, size)};
    if (method == QCDC_OUTLIER_QN)
        values->whole_room = g_try_new(int, 5 * size);
    if (values->kept == NULL || values->room == NULL || values->medians == NULL || values->spreads == NULL ||
        (method == QCDC_OUTLIER_QN && values->whole_room == NULL))
        return fail_memory(error);
    for (size_t i = 0; i < count; i++)
        if (!isnan(given[i]))
            values->kept[values->count++] = given[i];
    return QCDC_OK;
}

static QcdcStatus check(const double *values, size_t count, QcdcOutlierMethod method, const double *out_scores, QcdcError *error)
{
    if (count > 0 && (values == NULL || out_scores == NULL))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (count > QCDC_STATS_MAX_VALUES)
        return qcdc_error_set_argument(error, "too many values");
    if ((int)method < 0 || method >= QCDC_OUTLIER_END)
        return qcdc_error_set_argument(error, "what is no method to measure a spread by");
    for (size_t i = 0; i < count; i++)
        if (isinf(values[i]))
            return qcdc_error_set_argument(error, "a value is not finite");
    return QCDC_OK;
}

/* Far values do not overflow: each distance is halved before it is taken. */
static double find_mean_distance(const double *values, size_t count, double median)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += fabs(values[i] / 2 - median / 2) / (double)count;
    return 2 * of_mean_distance * sum;
}

/* Zero where all are the same, whatever is divided by what. */
static double score(double value, double median, double spread)
{
    return value == median ? 0 : (value - median) / spread;
}

/* The scores back to where the values were; a value that was none has none. @given may be where they go. */
static void put_scores(const Values *values, const double *given, size_t count, double *out_scores)
{
    for (size_t i = 0, k = 0; i < count; i++)
        out_scores[i] = isnan(given[i]) ? NAN : values->room[k++];
}

static void score_all(Values *values, QcdcOutlierMethod method)
{
    double *sorted = values->medians, median, spread;
    for (size_t i = 0; i < values->count; i++)
        sorted[i] = values->kept[i];
    gsl_sort(sorted, 1, values->count);
    median = gsl_stats_median_from_sorted_data(sorted, 1, values->count);
    if (method == QCDC_OUTLIER_QN)
        spread = gsl_stats_Qn_from_sorted_data(sorted, 1, values->count, values->room, values->whole_room);
    else
        spread = gsl_stats_mad(sorted, 1, values->count, values->room);
    if (QCDC_FAULT("outlier-tied", spread == 0, false))
        spread = find_mean_distance(values->kept, values->count, median);
    for (size_t i = 0; i < values->count; i++)
        values->room[i] = score(values->kept[i], median, spread);
}

QcdcStatus qcdc_outlier_score_values(const double *values, size_t count, QcdcOutlierMethod method, double *out_scores, QcdcError *error)
{
    Values kept = {0};
    QcdcStatus status = check(values, count, method, out_scores, error);
    if (status != QCDC_OK)
        return status;
    status = begin_values(values, count, method, &kept, error);
    if (status == QCDC_OK && kept.count >= LEAST_VALUES) {
        gsl_guard_enter();
        score_all(&kept, method);
        gsl_guard_leave();
    }
    for (size_t i = 0; status == QCDC_OK && kept.count < LEAST_VALUES && i < kept.count; i++)
        kept.room[i] = NAN;
    if (status == QCDC_OK)
        put_scores(&kept, values, count, out_scores);
    end_values(&kept);
    return status;
}

/* The median and spread of each window. */
static int move(Values *values, QcdcOutlierMethod method, gsl_movstat_workspace *workspace)
{
    gsl_vector_view kept = gsl_vector_view_array(values->kept, values->count), medians = gsl_vector_view_array(values->medians, values->count);
    gsl_vector_view spreads = gsl_vector_view_array(values->spreads, values->count);
    if (method != QCDC_OUTLIER_QN)
        return gsl_movstat_mad(GSL_MOVSTAT_END_TRUNCATE, &kept.vector, &medians.vector, &spreads.vector, workspace);
    int state = gsl_movstat_median(GSL_MOVSTAT_END_TRUNCATE, &kept.vector, &medians.vector, workspace);
    return state == 0 ? gsl_movstat_Qn(GSL_MOVSTAT_END_TRUNCATE, &kept.vector, &spreads.vector, workspace) : state;
}

static void score_windows(Values *values, size_t half)
{
    for (size_t i = 0; i < values->count; i++) {
        size_t first = i < half ? 0 : i - half, after = MIN(i + half + 1, values->count);
        double spread = values->spreads[i];
        if (spread == 0)
            spread = find_mean_distance(values->kept + first, after - first, values->medians[i]);
        bool is_few = QCDC_FAULT("outlier-window-least", after - first < LEAST_VALUES, false);
        values->room[i] = is_few ? NAN : score(values->kept[i], values->medians[i], spread);
    }
}

static QcdcStatus run_windows(Values *values, size_t half, QcdcOutlierMethod method, QcdcError *error)
{
    gsl_movstat_workspace *workspace;
    int state = -1;
    gsl_guard_enter();
    workspace = gsl_movstat_alloc2(half, half);
    if (workspace != NULL)
        state = move(values, method, workspace);
    if (workspace != NULL)
        gsl_movstat_free(workspace);
    gsl_guard_leave();
    if (state != 0)
        return fail_memory(error);
    score_windows(values, half);
    return QCDC_OK;
}

QcdcStatus qcdc_outlier_score_windows(const double *values, size_t count, size_t window, QcdcOutlierMethod method, double *out_scores,
                                      QcdcError *error)
{
    Values kept = {0};
    QcdcStatus status = check(values, count, method, out_scores, error);
    if (status == QCDC_OK && (window < LEAST_VALUES || window > MOST_OF_WINDOW || window % 2 == 0))
        status = qcdc_error_set_argument(error, "a window is of an odd number of values, 3 to 9999");
    if (status != QCDC_OK)
        return status;
    status = begin_values(values, count, method, &kept, error);
    if (status == QCDC_OK && kept.count > 0)
        status = run_windows(&kept, window / 2, method, error);
    if (status == QCDC_OK)
        put_scores(&kept, values, count, out_scores);
    end_values(&kept);
    return status;
}
