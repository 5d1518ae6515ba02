/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_STATUS_H
#define QCDC_STATUS_H

#include <qcdc/refusal.h>

QCDC_BEGIN_DECLS

/** QcdcStatus: what became of a call. 0 is success, so that a program is one || chain. */
typedef enum {
    QCDC_OK = 0,           /**< done */
    QCDC_STATUS_ARGUMENT,  /**< a parameter outside its documented range; the caller's mistake */
    QCDC_STATUS_MEMORY,    /**< memory could not be had, or a written limit was reached */
    QCDC_STATUS_OVERFLOW,  /**< a result outside the range of a value (S1) */
    QCDC_STATUS_SYNTAX,    /**< a text that is not what it should be */
    QCDC_STATUS_NOT_FOUND, /**< a code, name, period or figure that is not there */
    QCDC_STATUS_DUPLICATE, /**< a key that is there already */
    QCDC_STATUS_REFUSED,   /**< asked for something that has no meaning (S5, S15, S22) or is not offered */
    QCDC_STATUS_FINDINGS,  /**< findings of severity error; the error repeats the first */
    QCDC_STATUS_IO,        /**< a file could not be read or written */
    QCDC_STATUS_CANCELLED, /**< the progress callback asked to stop */
    QCDC_STATUS_END        /**< sentinel, not a status */
} QcdcStatus;

enum {
    QCDC_ERROR_SOURCE_SIZE = 256, /**< bytes of QcdcError.source */
    QCDC_ERROR_TEXT_SIZE = 768,   /**< bytes of QcdcError.text */
    QCDC_ERROR_VALUE_SIZE = 128,  /**< bytes of QcdcError.value */
    QCDC_ERROR_HINT_SIZE = 256    /**< bytes of QcdcError.hint */
};

/**
 * QcdcError: what went wrong, where, with which value, and a hint. Owned by the caller, fixed size, no allocation; all-zero is
 * "no error". Texts are UTF-8, terminated, cut at a character boundary.
 * @status: the status the call returned
 * @row: line of the record in the source, 1 is the header; 0 unknown
 * @column: field number in the record, 1 is the first; of a text, the byte (1 is the first); 0 unknown
 * @source: file or argument the value came from, or ""
 * @text: the whole message: source:row:column: what is wrong with the value; the hint
 * @value: the value at fault, or ""
 * @hint: what to write instead, or ""
 * @refusal: of QCDC_STATUS_REFUSED, and of a finding that has no meaning, a QcdcRefusal; else QCDC_REFUSAL_NONE
 */
typedef struct QcdcError {
    QcdcStatus status;
    int32_t row, column;
    char source[QCDC_ERROR_SOURCE_SIZE];
    char text[QCDC_ERROR_TEXT_SIZE];
    char value[QCDC_ERROR_VALUE_SIZE];
    char hint[QCDC_ERROR_HINT_SIZE];
    QcdcRefusal refusal;
} QcdcError;

/**
 * qcdc_status_to_name:
 * @status: any number
 *
 * For logs and bindings: the constant's name in lower case without its prefix, words joined by a hyphen. Threads: any.
 *
 * Returns: (static) "ok", "argument" … "cancelled"; "unknown" for what is not a status.
 */
QCDC_API
const char *qcdc_status_to_name(QcdcStatus status);

/**
 * qcdc_error_clear:
 * @error: (nullable) becomes "no error", all-zero
 *
 * Functions set an error only when they fail, so clear it if it is to be read without looking at the status. Threads: one
 * an error.
 */
QCDC_API
void qcdc_error_clear(QcdcError *error);

/**
 * qcdc_error_set:
 * @error: (nullable) takes the parts; its text is composed of them
 * @status: the status that is returned
 * @source: (nullable) file, argument or field name
 * @row: line, or 0
 * @column: field or byte, or 0
 * @what: (nullable) what is wrong, with the value in it: period "2022-Q5" is not a period; else the name of @status
 * @value: (nullable) the value at fault
 * @hint: (nullable) what to write instead
 *
 * For bindings and for programs that build on the library. The text is `source:row:column: what; hint`: without a source
 * there is no place in front, the row is written if above 0, the column if the row is. Texts are taken as UTF-8; bytes that
 * are not, and control characters, become U+FFFD, so that a message is one line. The parts may point into @error itself.
 * Threads: one an error.
 *
 * Returns: @status, so that a function can end in it.
 */
QCDC_API
QcdcStatus qcdc_error_set(QcdcError *error, QcdcStatus status, const char *source, int32_t row, int32_t column,
                          const char *what, const char *value, const char *hint);

/**
 * qcdc_error_place:
 * @error: (nullable) an error whose place was not known where it arose; one that says QCDC_OK stays as it is
 * @source: (nullable) file, argument or field name
 * @row: line, or 0
 * @column: field or byte, or 0
 *
 * Says where the value came from: the place is put in front of the text, or replaces the place that was there. What is
 * wrong, the value and the hint stay. Threads: one an error.
 */
QCDC_API
void qcdc_error_place(QcdcError *error, const char *source, int32_t row, int32_t column);

QCDC_END_DECLS

#endif
