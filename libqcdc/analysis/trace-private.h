/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TRACE_PRIVATE_H
#define QCDC_TRACE_PRIVATE_H

#include "cube-private.h"

/* A figure that should be there and is not. */
typedef struct Gap {
    QcdcUnitId unit;
    QcdcPeriod period;
} Gap;

/* What a cell is made of: rows of the dataset, and what was missed on the way. */
typedef struct Trace {
    Array rows; /* uint32_t */
    Array gaps; /* Gap */
} Trace;

/* Follows the cell up the tree back to its rows. Not for an indicator with a formula, which has no rows. */
QcdcStatus trace_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, Trace *trace,
                      QcdcError *error);
void trace_clear(Trace *trace);

#endif
