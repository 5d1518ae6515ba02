/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DECIMAL_H
#define QCDC_DECIMAL_H

#include <qcdc/status.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_DECIMAL_MAX_DECIMALS = 9,   /**< most decimals of a value (S1) */
    QCDC_DECIMAL_MAX_DIGITS = 18,    /**< |coefficient| < 10^18 (S1) */
    QCDC_DECIMAL_TEXT_SIZE = 32      /**< a buffer that holds any value as text */
};

/** QcdcRounding: how a half is rounded; always of the magnitude, the sign is put back after (S1). */
typedef enum {
    QCDC_ROUND_DEFAULT = 0, /**< half away from zero */
    QCDC_ROUND_HALF_AWAY,   /**< half away from zero */
    QCDC_ROUND_HALF_EVEN,   /**< half to the even neighbour */
    QCDC_ROUND_TRUNCATE,    /**< cut */
    QCDC_ROUND_END          /**< sentinel */
} QcdcRounding;

/**
 * QcdcDecimal: an exact value, coefficient × 10^-decimals; all-zero is 0.
 * @coefficient: |coefficient| < 10^18
 * @decimals: 0 … 9
 * @reserved: zero
 */
typedef struct QcdcDecimal {
    int64_t coefficient;
    uint8_t decimals;
    uint8_t reserved[7];
} QcdcDecimal;

/**
 * QcdcFraction: an exact quotient of two values, kept unrounded and unreduced.
 * @numerator: any value
 * @denominator: any value but 0
 */
typedef struct QcdcFraction {
    QcdcDecimal numerator, denominator;
} QcdcFraction;

/* (documentation of the functions: one form for all, see docs/architecture.md) */
QCDC_API
bool qcdc_decimal_is_valid(QcdcDecimal value);
QCDC_API
QcdcStatus qcdc_decimal_parse(const char *text, size_t length, QcdcDecimal *out_value, QcdcError *error);
QCDC_API
size_t qcdc_decimal_to_text(QcdcDecimal value, char *buffer, size_t size);
QCDC_API
int qcdc_decimal_compare(QcdcDecimal left, QcdcDecimal right);
QCDC_API
QcdcStatus qcdc_decimal_add(QcdcDecimal left, QcdcDecimal right, QcdcDecimal *out_sum, QcdcError *error);
QCDC_API
QcdcStatus qcdc_decimal_subtract(QcdcDecimal left, QcdcDecimal right, QcdcDecimal *out_difference, QcdcError *error);
/* exact: REFUSED if a digit other than 0 would be lost */
QCDC_API
QcdcStatus qcdc_decimal_rescale(QcdcDecimal value, unsigned decimals, QcdcDecimal *out_value, QcdcError *error);
QCDC_API
QcdcStatus qcdc_decimal_round(QcdcDecimal value, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value, QcdcError *error);
/* fraction × 10^power (0 … 9) rounded once */
QCDC_API
QcdcStatus qcdc_fraction_to_decimal(QcdcFraction fraction, unsigned power, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value, QcdcError *error);
/* (left − right) × 10^power, exact until the one rounding; 128-bit long division inside */
QCDC_API
QcdcStatus qcdc_fraction_subtract(QcdcFraction left, QcdcFraction right, unsigned power, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_difference, QcdcError *error);
/* left / right × 10^power, exact until the one rounding */
QCDC_API
QcdcStatus qcdc_fraction_divide(QcdcFraction left, QcdcFraction right, unsigned power, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_quotient, QcdcError *error);
QCDC_API
int qcdc_fraction_compare(QcdcFraction left, QcdcFraction right);

QCDC_END_DECLS

#endif
