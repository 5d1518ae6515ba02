/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BASE_PRIVATE_H
#define QCDC_BASE_PRIVATE_H

#include "selection-private.h"
#include "slots-private.h"

/* What the current figures are held against. */
typedef struct Base {
    QcdcBase base;     /* never DEFAULT */
    QcdcPeriod period; /* of a plan: the current period, where the search for its label begins */
    uint16_t scenario; /* 0 actual, k + 1 the plan k */
    QcdcUnitId unit;   /* of a unit (D56) */
} Base;

/* S15; refused in words with a hint. */
QcdcStatus base_find(const QcdcCatalog *catalog, const QcdcBaseOption *option, QcdcPeriod period, Base *out_base,
                     QcdcError *error);

/* A base figure and where it was found. */
typedef struct BaseFigure {
    uint32_t slot; /* SLOT_NONE: no plan was found, or the subject has no such base */
    QcdcUnitId unit; /* the other unit, or the parent of the mean; else QCDC_ID_NONE */
    QcdcCell cell;
} BaseFigure;

/* The base's cell of a subject; of a plan the plan for the period, else of the shortest label of the year that contains it
 * (S24). */
QcdcStatus base_read(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                     BaseFigure *out_figure, QcdcError *error);

/* Is the base another figure of the same period, and no other period or plan of the same unit? */
bool base_is_beside(QcdcBase base);
/* Another unit's figure of the period (D56), and the mean of the units beside the subject (D57), by the same rules as above. */
QcdcStatus base_read_unit(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                          BaseFigure *out_figure, QcdcError *error);
QcdcStatus base_read_mean(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                          BaseFigure *out_figure, QcdcError *error);

#endif
