/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NUMERAL_PRIVATE_H
#define QCDC_NUMERAL_PRIVATE_H

#include <qcdc/decimal.h>

/* Digits with dots and commas between them, as they may be read. */
typedef struct Numeral {
    uint32_t length;  /* bytes */
    uint32_t digits;  /* of the first group: before any separator */
    QcdcDecimal value, other;
    bool is_number;   /* else the separators stand where no number has them, or there are too many digits */
    bool is_plain;    /* digits alone */
    bool is_grouped, has_other;
    bool starts_zero; /* 0 before another digit */
} Numeral;

/* The numeral at the start of @text, which begins with a digit. */
Numeral numeral_read(const char *text, size_t length);
/* Bytes of digits in groups of three with blanks between, which begin at @text: "1 284 888"; 0 if there is one group alone. What they are
 * is for the caller to know: two columns of a table look the same. */
size_t numeral_measure_blanks(const char *text, size_t length);
/* Those @size bytes as a number. */
Numeral numeral_read_blanks(const char *text, size_t size);
/* The power of ten of the scale word at the start of @text (small letters; a blank may stand before it), and its bytes, the blank included;
 * 0, and 0 bytes, if there is none. */
unsigned numeral_find_scale(const char *text, size_t length, uint32_t *out_length);
/* @value × 10^@power; false if that is out of range. */
bool numeral_scale(QcdcDecimal *value, unsigned power);

#endif
