/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BOUND_PRIVATE_H
#define QCDC_BOUND_PRIVATE_H

#include <qcdc/status.h>

/* A probability that grows, or falls, with the logarithm of what is looked for. */
typedef double (*BoundTail)(const void *context, double logarithm);

/* Finds the logarithm at which @tail is @wanted, from @start on. GSL's guard is entered. */
QcdcStatus bound_find(BoundTail tail, const void *context, double wanted, double start, double *out_logarithm, QcdcError *error);

/* Whether a level is one; *@out_side takes the probability that is left on each side, of 0 that of 0.95. */
QcdcStatus bound_read_level(double level, double *out_level, double *out_side, QcdcError *error);

#endif
