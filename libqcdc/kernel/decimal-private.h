/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DECIMAL_PRIVATE_H
#define QCDC_DECIMAL_PRIVATE_H

#include <qcdc/decimal.h>

__extension__ typedef __int128 QcdcWide;
__extension__ typedef unsigned __int128 QcdcWideUnsigned;

#define QCDC_DECIMAL_LIMIT INT64_C(1000000000000000000) /* every |coefficient| is below it (S1) */

/* 10^@power, 0 … 15. */
int64_t qcdc_power_of_ten(unsigned power);
/* Stores @coefficient × 10^-@decimals, or says OVERFLOW: outside the range of a value. */
QcdcStatus qcdc_decimal_store(QcdcWide coefficient, unsigned decimals, QcdcDecimal *out_value, QcdcError *error);

/* The greatest one, of numbers that are not negative; of 0 and a number that number. */
QcdcWide qcdc_find_common_divisor(QcdcWide left, QcdcWide right);

bool qcdc_is_rounding(QcdcRounding rounding);
/* Whether a magnitude is rounded up that is cut before a rest: @half_order is the rest against a half (-1, 0, 1), @is_odd
 * the last digit that stays. */
bool qcdc_rounds_up(QcdcRounding rounding, int half_order, bool is_odd);

#endif
