/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NUMBER_H
#define QCDC_NUMBER_H

#include <qcdc/decimal.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_NUMBER_TEXT_SIZE = 64 /**< a buffer that holds any printed number */
};

/**
 * QcdcNumberFormat: how a number is printed; all-zero is the default.
 * @language: separators and scale words; what is not a QcdcLanguage is Vietnamese
 * @pad: 1 puts a 0 before a whole number of the one digit 1 … 9 without a scale word: 05, but -5 (W13: counts, by class)
 * @trim: 1 drops a fraction that is all zeros
 * @percent: 1 adds %
 * @scale: 0, 3, 6, 9 or 12: prints that many powers of ten as a word after the number (1,5 tỷ); digits are never lost, zeros
 *   at the end of the fraction are; any other number is 0
 */
typedef struct QcdcNumberFormat {
    QcdcLanguage language;
    uint8_t pad, trim, percent, scale;
} QcdcNumberFormat;

/**
 * QcdcNumberReading: a number read from running text.
 * @value: the value, scale word applied, not divided by 100 for a percent
 * @length: bytes read, from the first digit or sign
 * @percent: 1 if % followed
 * @padded: 1 if a 0 stood before one digit 1 … 9
 * @scale: power of ten of the scale word, 0 if none
 * @grouped: 1 if thousands were grouped
 */
typedef struct QcdcNumberReading {
    QcdcDecimal value;
    size_t length;
    uint8_t percent, padded, scale, grouped;
    uint8_t reserved[4];
} QcdcNumberReading;

/* Text is UTF-8 and belongs to the caller; nothing here allocates, keeps a pointer or looks at the locale. A function that
 * returns a QcdcStatus leaves its output as it was unless it returns QCDC_OK. */

/**
 * qcdc_number_to_text:
 * @value: any value
 * @format: (nullable) how it is printed; NULL is the default
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer; QCDC_NUMBER_TEXT_SIZE is always enough
 *
 * Prints 7.570; 84,7%; 02; 1,5 tỷ; -1,2 in Vietnamese, 7,570; 84.7%; 1.5 billion in English. All decimals of the value are
 * printed, and 0 never has a sign. Source: W13; Law on Accounting 2015. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator.
 */
QCDC_API
size_t qcdc_number_to_text(QcdcDecimal value, const QcdcNumberFormat *format, char *buffer, size_t size);

/**
 * qcdc_number_parse:
 * @text: begins with a number
 * @length: bytes of @text
 * @language: whose separators and scale words; the default is Vietnamese
 * @out_reading: takes the number
 * @error: (nullable) takes what is wrong
 *
 * Reads the longest number at the start of running text: 7.570; 84,7%; 84,7 %; 02; 1,5 tỷ; 12 nghìn tỷ; -1,2; +18,3; 2258
 * (Vietnamese), 7,570; 84.7%; 1.5 billion (English). A separator belongs to the number only where three digits, and no
 * fourth, follow it; a decimal sign where a digit follows it. Source: S30. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when @text does not begin with a number; QCDC_STATUS_OVERFLOW when it has more than
 * 18 digits or 9 decimals (15 of a percent); QCDC_STATUS_ARGUMENT when a pointer is missing or @language is not a QcdcLanguage.
 */
QCDC_API
QcdcStatus qcdc_number_parse(const char *text, size_t length, QcdcLanguage language, QcdcNumberReading *out_reading,
                             QcdcError *error);

/**
 * qcdc_number_parse_value:
 * @text: one number and nothing else
 * @length: bytes of @text
 * @language: whose separators; the default is Vietnamese
 * @out_value: takes the value; its decimals are those written
 * @error: (nullable) takes what is wrong
 *
 * Reads a number as data, as in a bundle with number_format=vi: "-" is the only sign, there is no percent, no scale word and
 * no padding; thousands may be grouped, and then all are. Source: contracts.md, Bundle. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when @text is anything else, with the way to write it as hint; QCDC_STATUS_OVERFLOW
 * when it has more than 18 digits or 9 decimals; QCDC_STATUS_ARGUMENT when a pointer is missing or @language is not a
 * QcdcLanguage.
 */
QCDC_API
QcdcStatus qcdc_number_parse_value(const char *text, size_t length, QcdcLanguage language, QcdcDecimal *out_value,
                                   QcdcError *error);

QCDC_END_DECLS

#endif
