/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_VERDICT_PRIVATE_H
#define QCDC_VERDICT_PRIVATE_H

#include "audit/evidence-private.h"

/* Two figures that should be one, or stand in an order, and do not. */
typedef struct Verdict {
    CellKey key;              /* whose finding it is: unit, indicator, period */
    const char *left_noun;    /* "reported total" */
    const char *relation;     /* NULL: "differs by", and from what; else "above": by how much, and what */
    const char *right_noun;   /* "the sum of its own and its children's figures" */
    const char *hint;
    QcdcDecimal left, right;
    size_t row;               /* where it stands if no figure is one row's */
} Verdict;

/* Puts it down with the figures gathered, and clears these. */
QcdcStatus verdict_put_down(Check *check, const Verdict *verdict, Evidence *evidence);
/* Is |left - right| within the tolerance of the check that runs? */
bool verdict_is_equal(const Check *check, QcdcDecimal left, QcdcDecimal right);

#endif
