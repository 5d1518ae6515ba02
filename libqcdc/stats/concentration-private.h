/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CONCENTRATION_PRIVATE_H
#define QCDC_CONCENTRATION_PRIVATE_H

#include <qcdc/concentration.h>

/* What one unit has, what it weighs, and the one for the other. */
typedef struct Portion {
    double value, weight, rate;
    uint32_t group;
} Portion;

/* The units that went in, in the order of their rates: equal ones are equal in all, so that sums do not depend on how they came. */
typedef struct Spread {
    Portion *portions;
    size_t count, left_out;
    double total, weight;
} Spread;

/* Units as arrays, a NaN where one has no figure or no weight; @weights and @groups may be NULL. */
typedef struct SpreadArrays {
    const double *values, *weights;
    const uint32_t *groups;
    size_t count;
} SpreadArrays;

/* Takes what counts out of the arrays; fails where no shares can be had. */
QcdcStatus spread_make(const SpreadArrays *arrays, Spread *out_spread, QcdcError *error);
void spread_clear(Spread *spread);
/* By rate, then by what else they have. For qsort(): GSL's heap sort moves such items byte by byte and takes several times as long. */
int portion_compare_rates(const void *left_data, const void *right_data);
/* Everything but the statuses; leaves the portions in another order. */
void spread_measure(Spread *spread, uint32_t largest, QcdcConcentration *concentration);
void spread_read_curve(const Spread *spread, QcdcLorenzPoint *points, size_t size);

#endif
