/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EVIDENCE_PRIVATE_H
#define QCDC_EVIDENCE_PRIVATE_H

#include "audit/bounds-private.h"

/* The figures a finding is about, in the order of its operands, with their values as text and the row each came from. */

typedef struct Evidence {
    const Check *check;
    StringPool strings;
    Array cells;      /* QcdcFindingCell */
    size_t first_row; /* of the first cell that is one row's; SIZE_MAX: none is */
    Bounds bounds;
} Evidence;

Evidence evidence_begin(const Check *check);
/* A cell as it was read; a row is named where the value is that row's alone. @sign: that of the cell in left less right; 0: the
 * rows behind it tell no bound. */
QcdcStatus evidence_add_cell(Evidence *evidence, const CellKey *key, const QcdcCell *cell, int sign);
QcdcStatus evidence_add_row(Evidence *evidence, size_t row, int sign);
/* The cells of a form's terms, where the form makes up a side: 1 of left, -1 of right. */
QcdcStatus evidence_add_form(Evidence *evidence, const CellKey *key, const Form *form, const FormValue *value,
                             const QcdcCell *cells, int side);
void evidence_clear(Evidence *evidence);
/* Terminated text of a value kept with the evidence, or NULL. */
const char *evidence_keep_value(Evidence *evidence, QcdcDecimal value);
const char *evidence_keep_period(Evidence *evidence, QcdcPeriod period);

#endif
