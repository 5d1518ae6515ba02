/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BALANCES_PRIVATE_H
#define QCDC_BALANCES_PRIVATE_H

#include "audit/check-private.h"

/* An opening and a closing that stand in one balance: an equation that names no others of their kind, both of the period itself. */
typedef struct Balance {
    QcdcIndicatorId opening, closing;
} Balance;

/* All of them, each once: of the rules that are equations, and of formulas. */
QcdcStatus balances_list(const Check *check, Array *out_balances);
/* Periods before and a year before those observed that rules and balances look at and the cube may not hold. */
QcdcStatus balances_list_periods(const Check *check, Array *out_periods);

#endif
