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

/* A unit that is not to report, in one sub-period at least (D42). */
typedef struct Excuse {
    QcdcUnitId unit;
    QcdcPeriod first, last; /* such sub-periods */
    const ExceptionRow *exception;
} Excuse;

/* What a cell is made of: rows of the dataset, what was missed on the way, and who is not to report. */
typedef struct Trace {
    Array rows;    /* uint32_t */
    Array gaps;    /* Gap */
    Array excuses; /* Excuse */
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
/* The rows that the unit's reported total of the key's period comes from, over time alone. */
QcdcStatus trace_total(const QcdcCube *cube, CellKey key, Trace *trace, QcdcError *error);
/* Who of those that the cell is made of is not to report, unit by unit. */
QcdcStatus trace_excuses(const QcdcCube *cube, CellKey key, Trace *trace, QcdcError *error);
void trace_clear(Trace *trace);
/* The row whose figure the cell's value is, alone; SIZE_MAX where several went in, none, or a formula. */
QcdcStatus trace_find_row(const QcdcCube *cube, CellKey key, size_t *out_row, QcdcError *error);

#endif
