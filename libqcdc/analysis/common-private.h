/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COMMON_PRIVATE_H
#define QCDC_COMMON_PRIVATE_H

#include "area-private.h"

/* Two periods of an area, and their figures over the units that have a value in both (S23, W24). */
typedef struct Common {
    const QcdcCube *cube, *base_cube;
    const Area *area;
    AreaPeriod current, base;
    uint8_t *marks; /* [units] all 0, and left so */
} Common;

typedef struct CommonCells {
    QcdcCell current, base;
    bool is_smaller;   /* fewer units than either period has: the figures are others than those reported */
    uint32_t expected; /* units of the common set that are expected now */
} CommonCells;

/* Is the indicator kept at the unit itself, so that there are no reporters to choose from? */
bool common_is_kept(const QcdcCube *cube, QcdcIndicatorId indicator);
/* @cells holds those of the area as reported, which stay where both periods have the same reporters and no total went in. */
QcdcStatus common_read(const Common *common, CommonCells *cells, QcdcError *error);

#endif
