/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BOUNDS_PRIVATE_H
#define QCDC_BOUNDS_PRIVATE_H

#include "audit/check-private.h"
#include "audit/sides-private.h"

enum { MOST_HEDGES_TOLD = 3 };

/* Left less right, read as bounds (S4, D49): from its printed point on, up to it, or anything. */
typedef struct Bounds {
    bool is_hedged;
    bool may_be_less, may_be_more;           /* than the printed point */
    const char *hedges[MOST_HEDGES_TOLD];    /* different ones, of the dataset */
    size_t hedge_count;
} Bounds;

/* A figure that went into left less right with this sign; 0: in a way that tells no bound. */
/* @hedge is of the dataset, or "". */
void bounds_add_hedge(Bounds *bounds, const char *hedge, int sign);
void bounds_add_row(Bounds *bounds, const Check *check, size_t row, int sign);
/* All hedged rows behind the cell. */
QcdcStatus bounds_add_cell(Bounds *bounds, const Check *check, const CellKey *key, const QcdcCell *cell, int sign);
/* What more of a term does to its form: 1 makes it more, -1 less, 0 is not known. Below the line of a quotient of positive figures more
 * makes less. */
int bounds_find_sign(const Form *form, size_t index, const FormValue *value);
/* The sides do not stand as they should at the printed point: can they, as bounds? */
bool bounds_can_hold(const Bounds *bounds, const Sides *sides);

#endif
