/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TIMELINE_PRIVATE_H
#define QCDC_TIMELINE_PRIVATE_H

#include <qcdc/cube.h>

#include "coverage-private.h"
#include "kernel/decimal-private.h"

/* One reporter over time, before anything goes up the tree (S12). */
typedef struct TimeFigure {
    QcdcWide value;          /* if state is QCDC_FIGURE_VALUED */
    uint32_t present, valued;
    QcdcObservationStatus status;
    uint8_t state;           /* a QcdcFigureState */
    bool is_complete;        /* a value that lacks no tile in which the unit must report */
    bool is_coarse;          /* a figure of a coarser period than usual went in (D19) */
    bool is_carried;         /* a stock's last known value (S17) */
    bool is_single;          /* exactly one row went in */
    bool is_hedged;          /* a row with a hedge went in (S4) */
    uint32_t row;            /* the row taken for this very slot, its number + 1; 0 for a sum */
} TimeFigure;

typedef struct Timeline {
    const CoverageGround *ground;
    const Coverage *coverage;
    const Expectation *expectation;
    const DatasetColumns *data;
    OverTime over_time;
    bool carries; /* missing=carry; plans are never estimated */
} Timeline;

/* The figures of @unit in all slots from its rows of one scope: rows[slot] is the row's number + 1, 0 for none.
 * @figures has an entry a slot. */
void timeline_resolve(const Timeline *timeline, QcdcUnitId unit, const uint32_t *rows, TimeFigure *figures);
/* The tiles that a slot was summed from, once it is resolved; NULL if it was not. */
const Tiling *timeline_find_tiling(const Timeline *timeline, QcdcUnitId unit, uint32_t slot, const uint32_t *rows,
                                   const TimeFigure *figures);
/* The node that a slot's stock is the value of; SLOT_NONE in a slot finer than the base kind. */
uint32_t timeline_find_sub_period(const Timeline *timeline, uint32_t slot);
/* Does a row with this status have a value (S2)? */
bool status_has_value(QcdcObservationStatus status);
/* The state of a row without a value. */
uint8_t state_of_absence(QcdcObservationStatus status);
/* The stronger of two reasons for having no value: a figure that should exist is missing before one that cannot exist. */
uint8_t merge_absence(uint8_t left, uint8_t right);

#endif
