/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/concentration-private.h"

#include <math.h>
#include <stdlib.h>

#include <glib.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* Between these, no product of a value, a weight and their sums leaves the range of a double. */
static const double least_amount = 1e-90, most_amount = 1e90;

static int compare_numbers(double left, double right)
{
    return (left > right) - (left < right);
}

int portion_compare_rates(const void *left_data, const void *right_data)
{
    const Portion *left = left_data, *right = right_data;
    int order = compare_numbers(left->rate, right->rate);
    if (order == 0)
        order = compare_numbers(left->value, right->value);
    if (order == 0)
        order = compare_numbers(left->weight, right->weight);
    return order != 0 ? order : (left->group > right->group) - (left->group < right->group);
}

static bool is_amount(double number)
{
    return number == 0 || (number >= least_amount && number <= most_amount);
}

/* A unit without a figure or a weight is none; what cannot be a figure or weight at all is a mistake. */
static QcdcStatus check_entry(const SpreadArrays *arrays, size_t index, bool *out_counts, QcdcError *error)
{
    double value = arrays->values[index], weight = arrays->weights != NULL ? arrays->weights[index] : 1;
    *out_counts = !isnan(value) && !isnan(weight) && QCDC_FAULT("concentration-no-weight", weight != 0, true);
    if (!isnan(weight) && !is_amount(weight))
        return qcdc_error_set_argument(error, "a weight is 0, or 10^-90 to 10^90");
    if (!isnan(value) && !is_amount(fabs(value)))
        return qcdc_error_set_argument(error, "an amount is 0, or 10^-90 to 10^90");
    if (value < 0)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "a figure below 0 has no share of a total", NULL, NULL);
    return QCDC_OK;
}

static QcdcStatus check_arrays(const SpreadArrays *arrays, QcdcError *error)
{
    if (arrays->values == NULL && arrays->count > 0)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (arrays->count > QCDC_STATS_MAX_VALUES)
        return qcdc_error_set_argument(error, "too many values");
    return QCDC_OK;
}

static void add_portion(Spread *spread, const SpreadArrays *arrays, size_t index)
{
    Portion *portion = &spread->portions[spread->count++];
    portion->value = arrays->values[index];
    portion->weight = arrays->weights != NULL ? arrays->weights[index] : 1;
    portion->rate = portion->value / portion->weight;
    portion->group = arrays->groups != NULL ? arrays->groups[index] : 0;
}

/* Sums that are the same whatever the order of the entries. */
static void add_up(Spread *spread)
{
    qsort(spread->portions, spread->count, sizeof *spread->portions, portion_compare_rates);
    for (size_t i = 0; i < spread->count; i++) {
        spread->total += spread->portions[i].value;
        spread->weight += spread->portions[i].weight;
    }
}

static QcdcStatus fill(Spread *spread, const SpreadArrays *arrays, QcdcError *error)
{
    for (size_t i = 0; i < arrays->count; i++) {
        bool counts;
        QcdcStatus status = check_entry(arrays, i, &counts, error);
        if (status != QCDC_OK)
            return status;
        if (counts)
            add_portion(spread, arrays, i);
        else
            spread->left_out++;
    }
    add_up(spread);
    if (spread->count == 0)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "there is no unit with a figure", NULL, NULL);
    if (spread->total == 0)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "all figures are 0, so that there is nothing to spread", NULL, NULL);
    return QCDC_OK;
}

QcdcStatus spread_make(const SpreadArrays *arrays, Spread *out_spread, QcdcError *error)
{
    Spread spread = {0};
    QcdcStatus status = check_arrays(arrays, error);
    if (status != QCDC_OK)
        return status;
    spread.portions = g_try_new0(Portion, arrays->count + 1);
    if (spread.portions == NULL)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to order the units", NULL, NULL);
    status = fill(&spread, arrays, error);
    if (status == QCDC_OK)
        *out_spread = spread;
    else
        spread_clear(&spread);
    return status;
}

void spread_clear(Spread *spread)
{
    g_free(spread->portions);
    *spread = (Spread){0};
}

void spread_read_curve(const Spread *spread, QcdcLorenzPoint *points, size_t size)
{
    double value = 0, weight = 0;
    for (size_t i = 0; i <= spread->count && i < size; i++) {
        double units = weight / spread->weight;
        points[i] = (QcdcLorenzPoint){.units = units, .figures = fmin(value / spread->total, units)};
        if (i < spread->count) {
            value += spread->portions[i].value;
            weight += spread->portions[i].weight;
        }
    }
}
