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
 * QcdcObservationStatus: the status of one figure (S3): one firmness or absence, plus flags. It is an observation's; status alone is the error code.
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
 * QcdcTally: merged rows of one flow (S19): sum, offered, valued, statuses. All-zero is empty and the identity of merge. It knows no catalog and no
 * expectation; 128 bits, cannot overflow in use (2^64 rows of 10^18).
 * @sum_low: low half of the 128-bit sum of coefficients
 * @sum_high: high half, two's complement
 * @offered: rows, valued or not
 * @valued: rows with a value
 * @status: least firm of the values and the union of the flags
 * @has_decimals: 1 once @decimals is fixed by the first row
 * @decimals: decimals of every row
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

/* merge of two statuses: least firm, union of flags (S3) */
QCDC_API
QcdcObservationStatus qcdc_observation_status_merge(QcdcObservationStatus left, QcdcObservationStatus right);
/* "A", "P+B", "O" … both ways (contracts.md) */
QCDC_API
QcdcStatus qcdc_observation_status_parse(const char *text, size_t length, QcdcObservationStatus *out_status, QcdcError *error);
QCDC_API
size_t qcdc_observation_status_to_text(QcdcObservationStatus status, char *buffer, size_t size);
QCDC_API
QcdcStatus qcdc_tally_add(QcdcTally *tally, QcdcDecimal value, QcdcObservationStatus status, QcdcError *error);
QCDC_API
void qcdc_tally_add_missing(QcdcTally *tally, QcdcObservationStatus status);
QCDC_API
QcdcStatus qcdc_tally_merge(QcdcTally *tally, const QcdcTally *other, QcdcError *error);
/* OVERFLOW when the sum is outside the range of a value; NOT_FOUND when nothing is valued */
QCDC_API
QcdcStatus qcdc_tally_get_sum(const QcdcTally *tally, QcdcDecimal *out_sum, QcdcError *error);
QCDC_API
void qcdc_tally_pack(const QcdcTally *tally, uint8_t *out_bytes);
QCDC_API
QcdcStatus qcdc_tally_unpack(const uint8_t *bytes, size_t length, QcdcTally *out_tally, QcdcError *error);

QCDC_END_DECLS

#endif
