/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/outlier-private.h"
#include "stats/workers-private.h"

enum {
    LEAST_MISSES = 5, /* of which a spread can be told */
    LEAST_UNITS = 5   /* of which that of all can be told */
};

/* Below a tenth of the figure nothing is as steady, whatever a short series says. */
static const double least_variance = 0.01;
/* What is taken of all where no series tells anything: half of the figure. */
static const double usual_variance = 0.25;
/* Counts below this tell of counting and of nothing else. */
static const double least_telling = 2;

/* Each miss in standard deviations of what counting alone explains has the variance 1 + variance × weight. */
static Spread measure(Series *series, const Foretold *view)
{
    double *misses = series->room, *work = series->room + series->count;
    size_t count = 0;
    double weights = 0;
    for (size_t i = 0; i < series->count; i++) {
        double mean = view[i].mean, counted = mean * (1 + mean * (view[i].counting + view[i].unknown));
        if (isnan(mean) || isnan(series->values[i]))
            continue;
        misses[count++] = (series->values[i] - mean) / sqrt(counted);
        weights += (1 + view[i].share) * mean * mean / counted;
    }
    if (count < LEAST_MISSES)
        return (Spread){0};
    double number = (double)count, weight = weights / number;
    gsl_sort(misses, 1, count);
    double scale = gsl_stats_Qn_from_sorted_data(misses, 1, count, work, series->whole_room);
    return (Spread){.variance = (scale * scale - 1) / weight, .weight = weight, .misses = number};
}

static QcdcStatus measure_units(OutlierTable *table, size_t first, size_t count, bool is_of_parts, QcdcError *error)
{
    Series series;
    bool is_there = series_begin(&series, table);
    for (size_t unit = first; is_there && unit < first + count; unit++) {
        if (!series_take(&series, unit))
            continue;
        if (is_of_parts)
            series_foretell_parts(&series);
        else
            series_foretell(&series);
        for (int view = is_of_parts ? 0 : VIEW_PARTS_END; view < (is_of_parts ? VIEW_PARTS_END : VIEW_END); view++)
            table->spreads[unit * VIEW_END + (size_t)view] = measure(&series, series.views[view]);
    }
    series_end(&series);
    if (!is_there)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to measure spreads", NULL, NULL);
    return QCDC_OK;
}

static QcdcStatus measure_parts(void *context, size_t first, size_t count, QcdcError *error)
{
    return measure_units(context, first, count, true, error);
}

static QcdcStatus measure_others(void *context, size_t first, size_t count, QcdcError *error)
{
    return measure_units(context, first, count, false, error);
}

/* How far a spread is off that was measured on a series of a unit as spread as most. */
static double get_error(Spread spread, double middle)
{
    double noise = 1 + middle * spread.weight;
    return sqrt(2 / spread.misses) * noise / spread.weight;
}

/* The median of the series that tell something, and how far they differ beyond how far they are off; those of small counts tell of counting alone. */
static void find_middle(OutlierTable *table, View view, double *room)
{
    double *work = room + table->unit_count, errors = 0;
    size_t count = 0;
    for (size_t unit = 0; unit < table->unit_count; unit++) {
        Spread spread = table->spreads[unit * VIEW_END + view];
        if (spread.weight >= least_telling)
            room[count++] = spread.variance;
    }
    table->middles[view] = table->differences[view] = usual_variance;
    if (count < LEAST_UNITS)
        return;
    double middle = fmax(gsl_stats_median(room, 1, count), least_variance), difference = gsl_stats_mad(room, 1, count, work);
    count = 0;
    for (size_t unit = 0; unit < table->unit_count; unit++) {
        Spread spread = table->spreads[unit * VIEW_END + view];
        if (spread.weight >= least_telling)
            room[count++] = get_error(spread, middle);
    }
    errors = gsl_stats_median(room, 1, count);
    table->middles[view] = middle;
    table->differences[view] = fmax(sqrt(fmax(difference * difference - errors * errors, 0)), middle / 2);
}

QcdcStatus outlier_find_spreads(OutlierTable *table, bool is_of_parts, QcdcError *error)
{
    QcdcStatus status = workers_run(is_of_parts ? measure_parts : measure_others, table, table->unit_count, table->threads, error);
    if (status != QCDC_OK)
        return status;
    double *room = g_try_new(double, 2 * table->unit_count + 1);
    if (room == NULL)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to measure spreads", NULL, NULL);
    for (int view = is_of_parts ? 0 : VIEW_PARTS_END; view < (is_of_parts ? VIEW_PARTS_END : VIEW_END); view++)
        find_middle(table, (View)view, room);
    g_free(room);
    return QCDC_OK;
}

/* A mean of both, each by how far off it may be. */
double outlier_get_spread(const OutlierTable *table, size_t unit, View view)
{
    Spread own = table->spreads[unit * VIEW_END + view];
    double middle = table->middles[view], drawn = middle;
    if (own.misses > 0 && own.weight > 0) {
        double of_own = 1 / pow(get_error(own, middle), 2), of_all = 1 / pow(table->differences[view], 2);
        drawn = (of_own * own.variance + of_all * middle) / (of_own + of_all);
    }
    return QCDC_FAULT("outlier-least-spread", fmax(drawn, least_variance), fmax(drawn, 0));
}
