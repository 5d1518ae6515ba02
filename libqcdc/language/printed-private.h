/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PRINTED_PRIVATE_H
#define QCDC_PRINTED_PRIVATE_H

#include <qcdc/change.h>
#include <qcdc/style.h>

/* Numbers on their way to print, the same in sentences and in tables (W13). */

/* How a change's exact quotients are had; each is rounded once. */
typedef QcdcStatus QcdcRoundQuotient(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                                     QcdcError *error);

typedef struct QcdcPrintedQuotient {
    QcdcRoundQuotient *round;
    const QcdcChange *change;
    unsigned decimals;
    bool is_magnitude;  /* printed without its sign */
    int beside_hundred; /* -1, 0, 1: it is less than, equal to, more than 100; 0 also where 100 means nothing */
} QcdcPrintedQuotient;

/* The growth of an amount in percent, by how much and not which way: 100 is twice the base, or nothing left of it. */
QcdcPrintedQuotient qcdc_printed_growth(const QcdcChange *change, const QcdcStyle *style);
/* The index, or the attainment of a plan: 100 is as much as the base. */
QcdcPrintedQuotient qcdc_printed_index(const QcdcChange *change, const QcdcStyle *style);
/* With its decimals; with more of them where it would read 100 and is not. */
QcdcStatus qcdc_printed_round(const QcdcPrintedQuotient *quotient, QcdcRounding rounding, QcdcDecimal *out_value,
                              QcdcError *error);
/* Decimals of a percent under the style, 1 or 2. */
unsigned qcdc_printed_percent_decimals(const QcdcStyle *style);
/* @value with @decimals; as it is where it has more that say something. */
QcdcDecimal qcdc_printed_with_decimals(QcdcDecimal value, unsigned decimals);
QcdcDecimal qcdc_printed_magnitude(QcdcDecimal value);

#endif
