/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SIDES_PRIVATE_H
#define QCDC_SIDES_PRIVATE_H

#include "analysis/formula-private.h"
#include "model/rule-private.h"

/* The two sides of a rule, worked out, and how they should stand to one another (D46). */
typedef struct Sides {
    FormValue left, right;
    FormOperator comparison;
    QcdcDecimal tolerance;
} Sides;

FormValue side_of(QcdcDecimal value);
/* OVERFLOW where quotients and a tolerance take more than 128 bits. */
QcdcStatus sides_hold(const Sides *sides, bool *out_holds, QcdcError *error);
/* Is the left side the larger one? */
bool sides_are_falling(const Sides *sides);
/* What a finding tells of them (D47): exact, or of quotients rounded to 4 decimals. */
QcdcStatus sides_tell(const Sides *sides, QcdcDecimal *out_left, QcdcDecimal *out_right, QcdcDecimal *out_difference,
                      QcdcError *error);

#endif
