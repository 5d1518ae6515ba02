/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

#include "kernel/fault-private.h"
#include "stats/outlier-private.h"

enum {
    REACH = 3,        /* periods before and after that are neighbours */
    LEAST_SERIES = 6, /* figures, or nothing can be told */
    LEAST_PAIRS = 3,  /* months around both, or how two years stand to one another is not known */
    MOST_YEARS = 3,   /* before and after */
    MOST_AROUND = 2 * MOST_YEARS + 12
};

static const Foretold nothing = {.mean = NAN};
/* What the middle half of a few numbers knows less than all of them would. */
static const double cost_of_middle = 1.2;
/* The relative variance of a year to the next where it cannot be told. */
static const double unknown_years = 0.1;
/* Zeros between figures this large are no small counts. */
static const double least_between_zeros = 3;

/* A handful is put in order faster than by a heap. */
static void put_in_order(double *numbers, size_t count)
{
    if (count > MOST_AROUND) {
        gsl_sort(numbers, 1, count);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        double number = numbers[i];
        size_t at = i;
        for (; at > 0 && numbers[at - 1] > number; at--)
            numbers[at] = numbers[at - 1];
        numbers[at] = number;
    }
}

/* The mean of the middle half of some numbers, which are put in order; NaN of none. */
static double find_middle(double *numbers, size_t count)
{
    if (count == 0)
        return NAN;
    size_t left_out = count < 3 ? 0 : count < 8 ? 1 : count / 4;
    put_in_order(numbers, count);
    return gsl_stats_trmean_from_sorted_data(((double)left_out + 0.25) / (double)count, numbers, 1, count);
}

bool series_begin(Series *series, const OutlierTable *table)
{
    size_t count = table->period_count;
    *series = (Series){.table = table, .count = count};
    series->values = g_try_new(double, count);
    series->room = g_try_new(double, 4 * count);
    series->segments = g_try_new(uint32_t, count);
    series->whole_room = g_try_new(int, 5 * count);
    bool is_there = series->values != NULL && series->room != NULL && series->segments != NULL && series->whole_room != NULL;
    for (int view = VIEW_PEERS_NEIGHBOURS; view < VIEW_END; view++) {
        series->views[view] = g_try_new(Foretold, count);
        is_there = is_there && series->views[view] != NULL;
    }
    return is_there;
}

void series_end(Series *series)
{
    g_free(series->values);
    g_free(series->room);
    g_free(series->segments);
    g_free(series->whole_room);
    for (int view = VIEW_PEERS_NEIGHBOURS; view < VIEW_END; view++)
        g_free(series->views[view]);
}

/* Many zeros between large figures: then 0 is that nothing happened, and tells nothing of how large a figure is that did. */
static bool is_sparse(Series *series)
{
    size_t zeros = 0, others = 0;
    for (size_t i = 0; i < series->count; i++)
        if (series->values[i] == 0)
            zeros++;
        else if (!isnan(series->values[i]))
            series->room[others++] = series->values[i];
    if (QCDC_FAULT("outlier-sparse", 4 * zeros < zeros + others, true))
        return false;
    gsl_sort(series->room, 1, others);
    return others > 0 && gsl_stats_median_from_sorted_data(series->room, 1, others) >= least_between_zeros;
}

bool series_take(Series *series, size_t unit)
{
    const OutlierTable *table = series->table;
    uint32_t segment = 0;
    bool has_negative = false;
    series->unit = unit;
    series->observations = 0;
    series->views[VIEW_NEIGHBOURS] = table->parts[VIEW_NEIGHBOURS] + unit * series->count;
    series->views[VIEW_YEARS] = table->parts[VIEW_YEARS] + unit * series->count;
    for (size_t i = 0; i < series->count; i++) {
        double value = table->values[unit * series->count + i];
        segment += (table->marks[unit * series->count + i] & MARK_BREAK) != 0;
        series->segments[i] = segment;
        series->values[i] = value;
        series->observations += !isnan(value);
        has_negative = has_negative || value < 0;
    }
    if (has_negative || series->observations < LEAST_SERIES)
        return false;
    if (is_sparse(series)) {
        series->observations = 0;
        for (size_t i = 0; i < series->count; i++) {
            if (series->values[i] == 0)
                series->values[i] = NAN;
            series->observations += !isnan(series->values[i]);
        }
    }
    return true;
}

static bool is_like(const Series *series, size_t at, size_t other)
{
    return other < series->count && other != at && series->segments[at] == series->segments[other] && !isnan(series->values[other]);
}

/* The figures between two periods that are like that at another; how many. */
static size_t gather(const Series *series, size_t at, size_t from, size_t to, double *out_numbers)
{
    size_t count = 0;
    for (size_t i = from; i <= to && i < series->count; i++)
        if (is_like(series, at, i))
            out_numbers[count++] = series->values[i];
    return count;
}

static Foretold foretell_by_neighbours(const Series *series, size_t at)
{
    size_t count = gather(series, at, at < REACH ? 0 : at - REACH, at + REACH, series->room);
    if (count < 2)
        count = gather(series, at, 0, series->count - 1, series->room);
    double sum = (double)count * find_middle(series->room, count) + 0.5;
    if (count == 0)
        return nothing;
    return (Foretold){.mean = sum / (double)count, .counting = cost_of_middle / sum, .share = cost_of_middle / (double)count};
}

/* How the months around one stand to those around the other; the months that both have. */
static Foretold compare_around(const Series *series, size_t at, size_t other)
{
    double here[MOST_AROUND], there[MOST_AROUND];
    size_t reach = series->table->season / 2, count = 0;
    for (size_t i = 0; i <= 2 * reach; i++) {
        size_t month = at + i - reach, same = other + i - reach; /* before the first they wrap to far beyond the last */
        if (i == reach || !is_like(series, at, month) || !is_like(series, other, same))
            continue;
        here[count] = series->values[month];
        there[count++] = series->values[same];
    }
    if (count < LEAST_PAIRS)
        return (Foretold){.mean = 1, .unknown = unknown_years};
    double number = (double)count, sum = number * find_middle(here, count) + 0.5, base = number * find_middle(there, count) + 0.5;
    return (Foretold){.mean = sum / base, .counting = cost_of_middle * (1 / sum + 1 / base), .share = 2 * cost_of_middle / number};
}

static void add_year(const Series *series, size_t at, size_t other, Foretold *sum, double *numbers, size_t *count)
{
    if (!is_like(series, at, other))
        return;
    Foretold years = compare_around(series, at, other);
    double counted = series->values[other] + 0.5;
    numbers[(*count)++] = counted * years.mean;
    sum->counting += 1 / counted + years.counting;
    sum->share += 1 + years.share;
    sum->unknown += years.unknown;
}

static Foretold foretell_by_years(const Series *series, size_t at)
{
    Foretold sum = {0};
    double numbers[MOST_AROUND];
    size_t count = 0, season = series->table->season;
    for (size_t year = 1; year <= MOST_YEARS; year++) {
        if (at >= year * season)
            add_year(series, at, at - year * season, &sum, numbers, &count);
        add_year(series, at, at + year * season, &sum, numbers, &count);
    }
    if (count == 0)
        return nothing;
    double divisor = (double)count * (double)count / (count > 2 ? cost_of_middle : 1);
    return (Foretold){.mean = find_middle(numbers, count), .counting = sum.counting / divisor, .share = sum.share / divisor,
                      .unknown = sum.unknown / (double)count};
}

void series_foretell_alone(Series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        if (isnan(series->values[i]))
            continue;
        series->views[VIEW_NEIGHBOURS][i] = foretell_by_neighbours(series, i);
        if (series->table->season > 1) /* else other years are neighbours */
            series->views[VIEW_YEARS][i] = foretell_by_years(series, i);
    }
}

static Foretold foretell_by_peers(const Series *series, size_t at, View part)
{
    const OutlierTable *table = series->table;
    Foretold foretold = series->views[part][at];
    PeerFactor factor;
    if (!peers_get_factor(table->peers, &table->factors[part], series->count, series->unit, at, series->values[at], foretold.mean, &factor))
        return nothing;
    foretold.mean *= factor.factor;
    foretold.unknown += factor.variance;
    return foretold;
}

void series_foretell_parts(Series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        series->views[VIEW_PEERS_NEIGHBOURS][i] = foretell_by_peers(series, i, VIEW_NEIGHBOURS);
        series->views[VIEW_PEERS_YEARS][i] = foretell_by_peers(series, i, VIEW_YEARS);
    }
}

static double weigh(const Series *series, const Foretold *foretold, View view)
{
    return 1 / (foretold->counting + foretold->unknown + outlier_get_spread(series->table, series->unit, view) * (1 + foretold->share));
}

/* Two views as one: the geometric mean, each by how near it mostly is. */
static Foretold join(const Series *series, size_t at, View view)
{
    const Foretold *left = &series->views[view][at], *right = &series->views[view + 1][at];
    if (isnan(left->mean) || isnan(right->mean))
        return isnan(left->mean) ? *right : *left;
    double of_left = weigh(series, left, view), of_right = weigh(series, right, view + 1), sum = of_left + of_right;
    of_left /= sum;
    of_right /= sum;
    return (Foretold){.mean = exp(of_left * log(left->mean) + of_right * log(right->mean)),
                      .counting = of_left * of_left * left->counting + of_right * of_right * right->counting,
                      .share = of_left * of_left * left->share + of_right * of_right * right->share,
                      .unknown = of_left * of_left * left->unknown + of_right * of_right * right->unknown};
}

void series_foretell(Series *series)
{
    series_foretell_parts(series);
    for (size_t i = 0; i < series->count; i++) {
        series->views[VIEW_OWN][i] = join(series, i, VIEW_NEIGHBOURS);
        series->views[VIEW_PEERS][i] = join(series, i, VIEW_PEERS_NEIGHBOURS);
    }
}
