/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PLACES_PRIVATE_H
#define QCDC_PLACES_PRIVATE_H

#include "audit/check-private.h"

/* Where a rule is tried (D47): each unit, label and scenario with a row that has a value. Numbered once, so that a walk over the
 * rows of some indicators comes to each place once. */
typedef struct Places {
    size_t count;
    uint32_t *of_row;  /* [rows] */
    uint32_t *starts;  /* [indicators + 1] into rows */
    uint32_t *rows;    /* those with a value, by indicator, in the order of the dataset */
    uint32_t *walks;   /* [places] the last walk that came by */
    uint32_t walk;
} Places;

void places_free(Places *places);

/* @key: unit, slot and scenario of the place, the figure up the tree; its indicator is that of the row. @row: by which it was found. */
typedef QcdcStatus (*PlaceVisit)(Check *check, const CellKey *key, size_t row, void *data);
/* The places of the rows of these indicators, each once. They are numbered at the first walk. */
QcdcStatus places_visit(Check *check, const QcdcIndicatorId *indicators, size_t count, PlaceVisit visit, void *data);

#endif
