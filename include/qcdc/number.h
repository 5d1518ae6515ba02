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
 * @language: separators and scale words
 * @pad: 1 puts a 0 before a whole number 1 … 9 (W13: counts, by class)
 * @trim: 1 drops a fraction that is all zeros
 * @percent: 1 adds %
 * @scale: 0, 3, 6, 9 or 12: prints that many powers of ten as a word after the number (1,5 tỷ); digits are never lost
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
 * @padded: 1 if a 0 stood before a digit 1 … 9
 * @scale: power of ten of the scale word, 0 if none
 * @grouped: 1 if thousands were grouped
 */
typedef struct QcdcNumberReading {
    QcdcDecimal value;
    size_t length;
    uint8_t percent, padded, scale, grouped;
    uint8_t reserved[4];
} QcdcNumberReading;

QCDC_API
size_t qcdc_number_to_text(QcdcDecimal value, const QcdcNumberFormat *format, char *buffer, size_t size);
/* reads the longest number at the start of @text: "7.570", "84,7%", "02", "1,5 tỷ", "12 nghìn tỷ", "-1,2" (vi); "7,570", "84.7%" (en) */
QCDC_API
QcdcStatus qcdc_number_parse(const char *text, size_t length, QcdcLanguage language, QcdcNumberReading *out_reading, QcdcError *error);
/* whole text is one number, as data (number_format=vi of a bundle): no percent sign, no scale word, no padding; grouping optional but right if there */
QCDC_API
QcdcStatus qcdc_number_parse_value(const char *text, size_t length, QcdcLanguage language, QcdcDecimal *out_value, QcdcError *error);

QCDC_END_DECLS

#endif
