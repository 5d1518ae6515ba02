/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TEXT_PRIVATE_H
#define QCDC_TEXT_PRIVATE_H

#include <qcdc/types.h>

/* A text being written into a buffer that may be too small. What does not fit is counted and dropped, so that every
 * qcdc_..._to_text() can tell the needed length; qcdc_text_finish() cuts between two characters and terminates. */
typedef struct QcdcText {
    char *buffer;
    size_t size;
    size_t length; /* needed so far, may exceed size */
} QcdcText;

/* A text of nothing yet; @buffer may be NULL, which is a buffer of no bytes. */
QcdcText qcdc_text_begin(char *buffer, size_t size);
/* @bytes of @length as they are. */
void qcdc_text_add_bytes(QcdcText *text, const char *bytes, size_t length);
/* A terminated text as it is. */
void qcdc_text_add(QcdcText *text, const char *terminated);
/* @number with at least @width digits, filled with zeros. */
void qcdc_text_add_number(QcdcText *text, uint64_t number, unsigned width);
/* Any bytes as one line of UTF-8: what is not UTF-8, and control characters, become U+FFFD. */
void qcdc_text_add_clean(QcdcText *text, const char *bytes, size_t length);
/* Terminates at a character boundary; the needed length without the NUL. */
size_t qcdc_text_finish(QcdcText *text);
/* Bytes of the UTF-8 character at @bytes, 0 if there is none: cut off, overlong, a surrogate or above U+10FFFF. */
size_t qcdc_text_measure_character(const char *bytes, size_t length);

#endif
