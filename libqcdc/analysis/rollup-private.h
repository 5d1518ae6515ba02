/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ROLLUP_PRIVATE_H
#define QCDC_ROLLUP_PRIVATE_H

#include "cube-private.h"
#include "timeline-private.h"

/* One pass over the columns: over time in rollup.c, up the tree in rollup-tree.c (S12). */

/* Steps of progress, by what was measured. */
enum {
    STEPS_A_ROW = 4,    /* its slot is looked up */
    STEPS_A_FIGURE = 6, /* one reporter in one slot, worked out and kept */
    STEPS_A_CLIMB = 3,  /* one unit in one slot, up the tree */
    STEPS_PER_BYTES = 64 /* bytes that are zeroed in a step */
};

/* A unit's figure while it is being added up. */
typedef struct Sum {
    QcdcWide value;
    uint32_t present, valued;
    QcdcObservationStatus status;
    uint8_t state; /* a QcdcFigureState */
    bool children_add, is_hedged;
    bool is_single;  /* exactly one row went in */
    bool has_gap;    /* something expected is missing for which no reported total and no carried value stands (D19) */
} Sum;

/* The first cell in canonical order that is out of range: unit, indicator, period (S1). */
typedef struct Overflow {
    bool found;
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    uint32_t slot;
} Overflow;

/* What one pass over the columns needs. Rows and totals are empty between columns. */
typedef struct Filling {
    QcdcCube *cube;
    CoverageGround ground;
    Progress *progress;
    const DatasetColumns *data;
    size_t *starts;        /* [columns + 1] into order */
    uint32_t *order;       /* rows of the dataset by column */
    uint32_t *own_rows;    /* [units][slots] row + 1 */
    uint32_t *total_rows;  /* [rolled units][slots] row + 1 */
    TimeFigure *figures;   /* [slots] */
    Sum *sums;             /* [units], empty between slots */
    Cells totals;          /* [slots][rolled units]: reported totals over time */
    Overflow overflow;
} Filling;

typedef struct Current {
    QcdcIndicatorId indicator;
    const Expectation *expectation;
    Timeline timeline;
    Column *column;
    const uint32_t *rows; /* of the dataset */
    size_t row_count;
} Current;

/* The value, if it is in range; else the nearest that is not, and the overflow is noted. */
int64_t rollup_fit(Filling *filling, QcdcWide value, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot);
/* All units of the slot's tree, each settled before it is added to the one above it (S11, D18); false where the roll-up was
 * stopped. */
bool rollup_climb(Filling *filling, const Current *current, uint32_t slot);

#endif
