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

/* A cell of a unit in the slot's tree; of an indicator without a formula, for the others have no rows. */
typedef struct CellKey {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    uint32_t slot;
    QcdcScope scope;
    uint16_t scenario;
} CellKey;

/* Follows a cell back to its rows. */
QcdcStatus trace_cell(const QcdcCube *cube, CellKey key, Trace *trace, QcdcError *error);
void trace_clear(Trace *trace);
/* The row whose figure the cell's value is, alone; SIZE_MAX where several went in, none, or a formula. */
QcdcStatus trace_find_row(const QcdcCube *cube, CellKey key, size_t *out_row, QcdcError *error);

#endif
