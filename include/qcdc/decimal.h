/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DECIMAL_H
#define QCDC_DECIMAL_H

#include <qcdc/status.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_DECIMAL_MAX_DECIMALS = 9,   /**< most decimals of a value (S1) */
    QCDC_DECIMAL_MAX_PRINTED = 15,   /**< most decimals of a rounded quotient: a percent near 100 takes as many as tell it from 100 (W13) */
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

/* Values and fractions are passed by value and own nothing. Nothing here allocates, and every function may be called from
 * any thread at any time. A function that returns a QcdcStatus leaves its output as it was unless it returns QCDC_OK. */

/**
 * qcdc_decimal_is_valid:
 * @value: any bytes; the reserved ones are not read
 *
 * Whether it is a value: |coefficient| < 10^18 and 0 to 9 decimals. Source: S1. Threads: any.
 *
 * Returns: true if it is a value.
 */
QCDC_API
bool qcdc_decimal_is_valid(QcdcDecimal value);

/**
 * qcdc_decimal_parse:
 * @text: (nullable if @length is 0) @length bytes, which need not be terminated nor be UTF-8; not read beyond
 * @length: bytes of @text
 * @out_value: takes the value
 * @error: (nullable) takes what is wrong; its column is the byte at which the text ceases to be a number
 *
 * Reads the whole text as a canonical decimal: an optional minus sign, digits without grouping, and, after a point, the
 * decimals. Written decimals are counted: "1.50" has two. "-0" is 0. Refused are a plus sign, spaces, an exponent, a point
 * without digits on both sides, and leading zeros ("007"; "0" and "0.5" are well). Numbers as people write them, 7.570 or
 * 84,7%, are read by number.h. Source: S1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when the text is not such a number or has more than 9 decimals;
 * QCDC_STATUS_OVERFLOW when it has too many digits for a value; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_decimal_parse(const char *text, size_t length, QcdcDecimal *out_value, QcdcError *error);

/**
 * qcdc_decimal_to_text:
 * @value: a value
 * @buffer: (nullable) takes the text, terminated, cut if it does not fit; QCDC_DECIMAL_TEXT_SIZE bytes hold any
 * @size: bytes of @buffer
 *
 * Writes the canonical decimal with all the value's decimals, as qcdc_decimal_parse() reads it; never "-0". What is not a
 * value gives an empty text. Source: S1. Threads: any.
 *
 * Returns: the length of the whole text in bytes, without the NUL, whether or not it fitted.
 */
QCDC_API
size_t qcdc_decimal_to_text(QcdcDecimal value, char *buffer, size_t size);

/**
 * qcdc_decimal_compare:
 * @left: a value
 * @right: a value, of the same or other decimals
 *
 * Compares the numbers, not how they are written: 1.5 equals 1.50. What is not a value is ordered by its coefficient.
 * Source: S1. Threads: any.
 *
 * Returns: -1, 0 or 1 when @left is less than, equal to or greater than @right.
 */
QCDC_API
int qcdc_decimal_compare(QcdcDecimal left, QcdcDecimal right);

/**
 * qcdc_decimal_add:
 * @left: a value
 * @right: a value
 * @out_sum: takes the sum, with the larger of the two numbers of decimals; may be an operand's own place
 * @error: (nullable) takes what is wrong
 *
 * Adds exactly. Source: S1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the sum has more than 18 digits; QCDC_STATUS_ARGUMENT when an operand is not
 * a value or @out_sum is missing.
 */
QCDC_API
QcdcStatus qcdc_decimal_add(QcdcDecimal left, QcdcDecimal right, QcdcDecimal *out_sum, QcdcError *error);

/**
 * qcdc_decimal_subtract:
 * @left: a value
 * @right: a value
 * @out_difference: takes @left − @right, with the larger of the two numbers of decimals; may be an operand's own place
 * @error: (nullable) takes what is wrong
 *
 * Subtracts exactly. Source: S1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the difference has more than 18 digits; QCDC_STATUS_ARGUMENT when an operand
 * is not a value or @out_difference is missing.
 */
QCDC_API
QcdcStatus qcdc_decimal_subtract(QcdcDecimal left, QcdcDecimal right, QcdcDecimal *out_difference, QcdcError *error);

/**
 * qcdc_decimal_rescale:
 * @value: a value
 * @decimals: 0 … 9, the decimals wanted
 * @out_value: takes the same number with @decimals decimals
 * @error: (nullable) takes what is wrong
 *
 * Changes how a number is written and never the number. Source: S1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when a digit other than 0 would be lost; QCDC_STATUS_OVERFLOW when the longer
 * number has more than 18 digits; QCDC_STATUS_ARGUMENT when @value is not a value, @decimals is above 9 or @out_value is
 * missing.
 */
QCDC_API
QcdcStatus qcdc_decimal_rescale(QcdcDecimal value, unsigned decimals, QcdcDecimal *out_value, QcdcError *error);

/**
 * qcdc_decimal_round:
 * @value: a value
 * @decimals: 0 … 9, the decimals wanted
 * @rounding: how a half is rounded
 * @out_value: takes the rounded number with @decimals decimals
 * @error: (nullable) takes what is wrong
 *
 * Rounds the magnitude and puts the sign back. More decimals than the value has are filled with zeros. Source: S1.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the result has more than 18 digits; QCDC_STATUS_ARGUMENT when @value is not
 * a value, @decimals is above 9, @rounding is not a QcdcRounding or @out_value is missing.
 */
QCDC_API
QcdcStatus qcdc_decimal_round(QcdcDecimal value, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                              QcdcError *error);

/**
 * qcdc_fraction_to_decimal:
 * @fraction: two values, the denominator not 0
 * @power: 0 … 9: the quotient is taken times 10^@power; 2 for percent
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_value: takes the quotient
 * @error: (nullable) takes what is wrong
 *
 * Divides exactly and rounds once, whatever the size of the terms. Source: S1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the result has more than 18 digits; QCDC_STATUS_ARGUMENT when @fraction is
 * not a fraction, a number is out of its range, @rounding is not a QcdcRounding or @out_value is missing.
 */
QCDC_API
QcdcStatus qcdc_fraction_to_decimal(QcdcFraction fraction, unsigned power, unsigned decimals, QcdcRounding rounding,
                                    QcdcDecimal *out_value, QcdcError *error);

/**
 * qcdc_fraction_subtract:
 * @left: two values, the denominator not 0
 * @right: two values, the denominator not 0
 * @power: 0 … 9: the difference is taken times 10^@power; 2 for percentage points
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_difference: takes (@left − @right) × 10^@power
 * @error: (nullable) takes what is wrong
 *
 * Subtracts two quotients exactly and rounds once, so that the points between 81.6 % and 83.6 % are those of the ratios
 * and not of their printed forms. Source: S1, S22. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the result has more than 18 digits; QCDC_STATUS_ARGUMENT when an operand is
 * not a fraction, a number is out of its range, @rounding is not a QcdcRounding or @out_difference is missing.
 */
QCDC_API
QcdcStatus qcdc_fraction_subtract(QcdcFraction left, QcdcFraction right, unsigned power, unsigned decimals,
                                  QcdcRounding rounding, QcdcDecimal *out_difference, QcdcError *error);

/**
 * qcdc_fraction_divide:
 * @left: two values, the denominator not 0
 * @right: two values, neither 0
 * @power: 0 … 9: the quotient is taken times 10^@power; 2 for an index in percent
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_quotient: takes (@left / @right) × 10^@power
 * @error: (nullable) takes what is wrong
 *
 * Divides two quotients exactly and rounds once: a ratio as a part of its plan. Source: S1, S24. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the result has more than 18 digits; QCDC_STATUS_ARGUMENT when an operand is
 * not a fraction, @right is 0, a number is out of its range, @rounding is not a QcdcRounding or @out_quotient is missing.
 */
QCDC_API
QcdcStatus qcdc_fraction_divide(QcdcFraction left, QcdcFraction right, unsigned power, unsigned decimals,
                                QcdcRounding rounding, QcdcDecimal *out_quotient, QcdcError *error);

/**
 * qcdc_fraction_compare:
 * @left: a fraction
 * @right: a fraction
 *
 * Compares the quotients exactly: 1/3 equals 2/6. What is not a fraction comes before every fraction. Source: S1.
 * Threads: any.
 *
 * Returns: -1, 0 or 1 when @left is less than, equal to or greater than @right.
 */
QCDC_API
int qcdc_fraction_compare(QcdcFraction left, QcdcFraction right);

QCDC_END_DECLS

#endif
