/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TALLY_H
#define QCDC_TALLY_H

#include <qcdc/decimal.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_TALLY_PACKED_SIZE = 64 /**< bytes of a packed tally: magic, version, little-endian fields, zeros reserved for statuses */
};

/**
 * QcdcObservationStatus: the status of one figure (S3): one firmness or absence, plus flags. It is an observation's; status
 * alone is the error code.
 */
enum {
    QCDC_OBSERVATION_NORMAL = 0,          /**< A: normal, official */
    QCDC_OBSERVATION_PROVISIONAL = 1,     /**< P */
    QCDC_OBSERVATION_ESTIMATED = 2,       /**< E: "ước" */
    QCDC_OBSERVATION_NOT_APPLICABLE = 4,  /**< M: present, not valued; data cannot exist */
    QCDC_OBSERVATION_MISSING = 5,         /**< O: present, not valued; should exist */
    QCDC_OBSERVATION_NOT_COLLECTED = 6,   /**< L: present, not valued; exists, not collected */
    QCDC_OBSERVATION_CODE_MASK = 15,      /**< the part that is one of the above */
    QCDC_OBSERVATION_BREAK = 16,          /**< flag B */
    QCDC_OBSERVATION_DEFINITION = 32,     /**< flag D: definition differs */
    QCDC_OBSERVATION_LOW_RELIABILITY = 64 /**< flag U */
};
/** QcdcObservationStatus: one byte of the constants above. */
typedef uint8_t QcdcObservationStatus;

/**
 * QcdcTally: merged rows of one flow (S19): sum, offered, valued, statuses. All-zero is empty and the identity of merge. It
 * knows no catalog and no expectation; 128 bits, cannot overflow in use (2^64 rows of 10^18).
 * @sum_low: low half of the 128-bit sum of coefficients
 * @sum_high: high half, two's complement
 * @offered: rows, valued or not
 * @valued: rows with a value
 * @status: the least firm code of the values, A where there is none, and the flags of all rows
 * @has_decimals: 1 once the first value has fixed @decimals
 * @decimals: decimals of every value
 * @reserved: zero
 */
typedef struct QcdcTally {
    uint64_t sum_low;
    int64_t sum_high;
    uint64_t offered, valued;
    QcdcObservationStatus status;
    uint8_t has_decimals, decimals;
    uint8_t reserved[13];
} QcdcTally;

/* A tally is the caller's memory and owns nothing. Nothing here allocates; different threads may use different tallies. A
 * function that returns a QcdcStatus leaves its output, and the tally it would change, as they were unless it returns
 * QCDC_OK.
 *
 * Merging is commutative and associative and has the all-zero tally as its identity, so the tallies of any split of the
 * rows, merged in any order, are bit for bit the tally of all rows (S19). */

/**
 * qcdc_observation_status_merge:
 * @left: a status
 * @right: a status
 *
 * The status of what two figures make together: the less firm code, A before P before E, and all flags. The absences M, O and
 * L give way to the status of a value, because missing is not a status of a sum; of two absences L holds over O over M.
 * Commutative and associative. Source: S3. Threads: any.
 *
 * Returns: the merged status.
 */
QCDC_API
QcdcObservationStatus qcdc_observation_status_merge(QcdcObservationStatus left, QcdcObservationStatus right);

/**
 * qcdc_observation_status_parse:
 * @text: (nullable if @length is 0) @length bytes, which need not be terminated nor be UTF-8; not read beyond
 * @length: bytes of @text
 * @out_status: takes the status
 * @error: (nullable) takes what is wrong
 *
 * Reads the whole text as a status: one of A, P, E, M, O, L, then flags B, D, U after a plus sign each, in any order and
 * none twice: "P+B". Source: S3 (SDMX OBS_STATUS). Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when the text is not a status; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_observation_status_parse(const char *text, size_t length, QcdcObservationStatus *out_status,
                                         QcdcError *error);

/**
 * qcdc_observation_status_to_text:
 * @status: a status
 * @buffer: (nullable) takes the text, terminated, cut if it does not fit; 8 bytes hold any
 * @size: bytes of @buffer
 *
 * Writes the code, then the flags in the order B, D, U. What is not a status gives an empty text. Source: D3. Threads: any.
 *
 * Returns: the length of the whole text in bytes, without the NUL, whether or not it fitted.
 */
QCDC_API
size_t qcdc_observation_status_to_text(QcdcObservationStatus status, char *buffer, size_t size);

/**
 * qcdc_tally_add:
 * @tally: takes one row with a value
 * @value: a value, of the decimals of the rows before
 * @status: A, P or E and flags
 * @error: (nullable) takes what is wrong
 *
 * The first value fixes the decimals. Source: S19. Threads: one a tally.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when @tally is missing, @value is not a value or has other decimals, or @status is
 * not the status of a value; QCDC_STATUS_OVERFLOW past 2^64 − 1 rows.
 */
QCDC_API
QcdcStatus qcdc_tally_add(QcdcTally *tally, QcdcDecimal value, QcdcObservationStatus status, QcdcError *error);

/**
 * qcdc_tally_add_missing:
 * @tally: (nullable) takes one row without a value; nothing happens past 2^64 − 1 rows
 * @status: its status, of which the flags are kept
 *
 * The row is offered and not valued. Its code, M, O or L, is not kept: missing is not a status of a sum (S3). Source: S19.
 * Threads: one a tally.
 */
QCDC_API
void qcdc_tally_add_missing(QcdcTally *tally, QcdcObservationStatus status);

/**
 * qcdc_tally_merge:
 * @tally: takes the rows of @other too
 * @other: rows of the same flow; may be @tally itself
 * @error: (nullable) takes what is wrong
 *
 * Source: S19. Threads: one a tally; @other is only read.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when a tally is missing or their decimals differ; QCDC_STATUS_OVERFLOW past
 * 2^64 − 1 rows, which honest tallies do not reach.
 */
QCDC_API
QcdcStatus qcdc_tally_merge(QcdcTally *tally, const QcdcTally *other, QcdcError *error);

/**
 * qcdc_tally_get_sum:
 * @tally: a tally
 * @out_sum: takes the sum of its values
 * @error: (nullable) takes what is wrong
 *
 * Here, and not before, the sum has to be in the range of a value. Source: S1, S19. Threads: any that only read @tally.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when no row has a value; QCDC_STATUS_OVERFLOW when the sum has more than 18
 * digits; QCDC_STATUS_ARGUMENT when a pointer is missing or the decimals are above 9.
 */
QCDC_API
QcdcStatus qcdc_tally_get_sum(const QcdcTally *tally, QcdcDecimal *out_sum, QcdcError *error);

/**
 * qcdc_tally_pack:
 * @tally: (nullable) a tally; nothing is written if it is missing
 * @out_bytes: (nullable) takes QCDC_TALLY_PACKED_SIZE bytes
 *
 * Writes the form in which a tally is saved or sent: the bytes "QTLY", version 1, has_decimals, decimals and status, one byte
 * each, then sum_low, sum_high, offered and valued as little-endian 64-bit numbers, then 24 zeros. The same bytes on every
 * machine, and equal bytes for equal tallies. Source: S19. Threads: any that only read @tally.
 */
QCDC_API
void qcdc_tally_pack(const QcdcTally *tally, uint8_t *out_bytes);

/**
 * qcdc_tally_unpack:
 * @bytes: (nullable if @length is 0) @length bytes from anywhere; not read beyond
 * @length: bytes of @bytes
 * @out_tally: takes the tally
 * @error: (nullable) takes what is wrong
 *
 * Takes only bytes that packing some rows could have given, so that a tally from outside adds up as one from inside does.
 * Source: S19. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when the bytes are not a packed tally or no rows could make it; QCDC_STATUS_REFUSED
 * when they are of another version; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_tally_unpack(const uint8_t *bytes, size_t length, QcdcTally *out_tally, QcdcError *error);

QCDC_END_DECLS

#endif
