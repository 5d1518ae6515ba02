/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/concentration-private.h"

#include <math.h>
#include <stdlib.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/tail-private.h"

/* Corrado Gini: the mean difference over twice the mean. In the order of the rates each pair is met once, and all terms are 0 or more, so
 * that no digit is lost where nearly all are equal. */
static void measure_gini(const Spread *spread, QcdcConcentration *concentration)
{
    double before = 0, difference = 0, differences = 0, count = (double)spread->count;
    for (size_t i = 0; i < spread->count; i++) {
        const Portion *portion = &spread->portions[i];
        if (i > 0)
            difference += before * (portion->rate - spread->portions[i - 1].rate);
        differences += portion->weight * difference;
        before += portion->weight;
    }
    concentration->gini = differences / spread->weight / spread->total;
    concentration->gini_corrected = spread->count > 1 ? QCDC_FAULT("concentration-correction", count / (count - 1), 1.0) * concentration->gini : NAN;
}

/* The mean rate of portions in the order of their rates: exactly theirs where all are equal. */
static double get_mean_rate(const Portion *portions, size_t count, double weight)
{
    double above = 0;
    for (size_t i = 1; i < count; i++)
        above += portions[i].weight * (portions[i].rate - portions[0].rate);
    return portions[0].rate + above / weight;
}

/* r ln r - r + 1: 0 where a rate is the mean, above elsewhere; weighed by the mean it is Theil's T, with nothing to cancel out. */
static double get_excess(double ratio)
{
    return ratio > 0 ? tail_get_deviance(ratio, 1) : 1;
}

/* A group: what is between it and the whole, and what is within it. */
static void measure_group(const Portion *portions, size_t count, const Spread *spread, double mean, QcdcConcentration *concentration)
{
    double weight = 0, excess = 0, own_mean;
    for (size_t i = 0; i < count; i++)
        weight += portions[i].weight;
    own_mean = get_mean_rate(portions, count, weight);
    for (size_t i = 0; i < count && own_mean > 0; i++)
        excess += portions[i].weight * get_excess(portions[i].rate / own_mean);
    concentration->theil_between += weight / spread->weight * get_excess(own_mean / mean);
    concentration->theil_within += QCDC_FAULT("concentration-share-of-group", own_mean / mean, 1.0) * (excess / spread->weight);
    concentration->groups++;
}

static int compare_groups(const void *left_data, const void *right_data)
{
    const Portion *left = left_data, *right = right_data;
    return left->group != right->group ? (left->group > right->group ? 1 : -1) : portion_compare_rates(left, right);
}

/* Henri Theil: the mean logarithm of how far the rates are from their mean, weighed by the figures; taken apart as Shorrocks did. */
static void measure_theil(Spread *spread, QcdcConcentration *concentration)
{
    double mean = get_mean_rate(spread->portions, spread->count, spread->weight);
    size_t first = 0;
    qsort(spread->portions, spread->count, sizeof *spread->portions, compare_groups);
    for (size_t i = 1; i <= spread->count; i++)
        if (i == spread->count || spread->portions[i].group != spread->portions[first].group) {
            measure_group(&spread->portions[first], i - first, spread, mean, concentration);
            first = i;
        }
    if (concentration->groups == 1)
        concentration->theil_between = 0;
    concentration->theil = concentration->theil_within + concentration->theil_between;
}

static int compare_largest(const void *left_data, const void *right_data)
{
    const Portion *left = left_data, *right = right_data;
    return (left->value < right->value) - (left->value > right->value);
}

/* Shares of the figures alone, whatever the units weigh. */
static void measure_shares(Spread *spread, uint32_t largest, QcdcConcentration *concentration)
{
    size_t wanted = largest > 0 ? largest : 1;
    double sum = 0;
    qsort(spread->portions, spread->count, sizeof *spread->portions, compare_largest);
    if (wanted > spread->count)
        wanted = spread->count;
    for (size_t i = 0; i < spread->count; i++) {
        double share = spread->portions[i].value / spread->total;
        concentration->herfindahl += share * share;
        sum += i < wanted ? spread->portions[i].value : 0;
    }
    concentration->largest = (uint32_t)wanted;
    concentration->largest_share = wanted == spread->count ? 1 : fmin(sum / spread->total, 1);
}

void spread_measure(Spread *spread, uint32_t largest, QcdcConcentration *concentration)
{
    concentration->total = spread->total;
    concentration->weight = spread->weight;
    concentration->units = (uint32_t)spread->count;
    concentration->left_out = (uint32_t)spread->left_out;
    measure_gini(spread, concentration);
    measure_theil(spread, concentration);
    measure_shares(spread, largest, concentration);
}

QcdcStatus qcdc_concentration_of_values(const double *values, const double *weights, const uint32_t *groups, size_t count, uint32_t largest,
                                        QcdcConcentration *out_concentration, QcdcError *error)
{
    SpreadArrays arrays = {.values = values, .weights = weights, .groups = groups, .count = count};
    QcdcConcentration concentration = {0};
    Spread spread;
    if (out_concentration == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcStatus status = spread_make(&arrays, &spread, error);
    if (status != QCDC_OK)
        return status;
    spread_measure(&spread, largest, &concentration);
    spread_clear(&spread);
    *out_concentration = concentration;
    return QCDC_OK;
}

QcdcStatus qcdc_concentration_read_curve(const double *values, const double *weights, size_t count, QcdcLorenzPoint *out_points, size_t size,
                                         size_t *out_count, QcdcError *error)
{
    SpreadArrays arrays = {.values = values, .weights = weights, .count = count};
    Spread spread;
    if (out_count == NULL || (out_points == NULL && size > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcStatus status = spread_make(&arrays, &spread, error);
    if (status != QCDC_OK)
        return status;
    spread_read_curve(&spread, out_points, size);
    *out_count = spread.count + 1;
    spread_clear(&spread);
    return QCDC_OK;
}
