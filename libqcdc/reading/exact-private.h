/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EXACT_PRIVATE_H
#define QCDC_EXACT_PRIVATE_H

#include "kernel/decimal-private.h"

/* A quotient of whole numbers of 128 bits. What does not fit is lost, and so is all that is worked out of it: down is
 * 0. */
typedef struct Exact {
    QcdcWide up, down; /* down is above 0, or the number is lost */
} Exact;

bool exact_is_lost(Exact number);
Exact exact_of(QcdcDecimal value);
Exact exact_of_whole(int64_t number);
/* 10^@power, -18 … 18; lost beyond. */
Exact exact_of_power(int power);

Exact exact_negate(Exact number);
Exact exact_add(Exact left, Exact right);
Exact exact_subtract(Exact left, Exact right);
Exact exact_multiply(Exact left, Exact right);
/* Lost when @right is 0. */
Exact exact_divide(Exact left, Exact right);

/* -1, 0, 1; neither is lost. Nothing is too large to be compared. */
int exact_compare(Exact left, Exact right);
int exact_get_sign(Exact number);
/* The greatest whole number that is not above @number, which is not lost. */
QcdcWide exact_get_floor(Exact number);

/* @number rounded half away from zero to 0 … 9 @decimals. False, and nothing stored, when it is lost or has too many
 * digits. */
bool exact_round(Exact number, unsigned decimals, QcdcDecimal *out_value);
/* With the decimals it needs, at most 9. */
bool exact_store(Exact number, QcdcDecimal *out_value);

#endif
