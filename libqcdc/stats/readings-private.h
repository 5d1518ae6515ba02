/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_READINGS_PRIVATE_H
#define QCDC_READINGS_PRIVATE_H

#include <qcdc/cube.h>

/* Cells of one unit and indicator as observations: official and provisional values, whole and of one definition. All else is no number. */
typedef struct Readings {
    const QcdcCube *cube;
    QcdcPeriod *periods; /* what is asked for */
    double *values;      /* what was read */
    QcdcUnitId *units;
    QcdcIndicatorId *indicators;
    QcdcPeriod *held;
    size_t *places;
    QcdcCell *cells;
    size_t count, held_count;
    uint32_t left_out; /* values that are no observations */
    bool has_break;    /* one of them begins another definition */
} Readings;

/* The nearest number to a decimal. */
double reading_to_number(QcdcDecimal decimal);
/* Refuses a missing pointer, and a unit or indicator that the catalog does not have, of a call for @count series. */
QcdcStatus readings_check(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count, const void *outputs,
                          QcdcError *error);
/* Room for @count periods, which the caller fills in and then settles. What it holds is given back with readings_clear(). */
QcdcStatus readings_init(Readings *readings, const QcdcCube *cube, size_t count, QcdcError *error);
/* Finds which of the periods the cube holds. */
void readings_settle(Readings *readings);
QcdcStatus readings_read(Readings *readings, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcError *error);
/* Of periods in the order of time: what lies before the last break is no observation either. */
void readings_cut_at_break(Readings *readings);
void readings_clear(Readings *readings);

#endif
