/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/tally.h>

#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"

/* The 128-bit sum travels as two halves, because a public header has no 128-bit integer. */

static QcdcWide get_wide_sum(const QcdcTally *tally)
{
    return (QcdcWide)((QcdcWideUnsigned)(uint64_t)tally->sum_high << 64 | tally->sum_low);
}

static void set_wide_sum(QcdcTally *tally, QcdcWide sum)
{
    tally->sum_low = (uint64_t)(QcdcWideUnsigned)sum;
    tally->sum_high = (int64_t)(sum >> 64);
}

static unsigned keep_flags(QcdcObservationStatus status)
{
    return status & ~(unsigned)QCDC_OBSERVATION_CODE_MASK;
}

QcdcStatus qcdc_tally_merge(QcdcTally *tally, const QcdcTally *other, QcdcError *error)
{
    if (tally == NULL || other == NULL)
        return qcdc_error_set_argument(error, "no tally");
    if (tally->has_decimals && other->has_decimals && QCDC_FAULT("tally-decimals", tally->decimals != other->decimals, false))
        return qcdc_error_set_argument(error, "tallies of different decimals do not merge");
    QcdcTally merged = *tally;
    QcdcWide sum;
    if (__builtin_add_overflow(get_wide_sum(tally), get_wide_sum(other), &sum) ||
        __builtin_add_overflow(tally->offered, other->offered, &merged.offered) ||
        __builtin_add_overflow(tally->valued, other->valued, &merged.valued))
        return qcdc_error_set(error, QCDC_STATUS_OVERFLOW, NULL, 0, 0, "more rows than a tally can count", NULL, NULL);
    set_wide_sum(&merged, sum);
    merged.sum_high = QCDC_FAULT("tally-carry", merged.sum_high, tally->sum_high + other->sum_high);
    merged.status = qcdc_observation_status_merge(tally->status, other->status);
    merged.has_decimals = tally->has_decimals | other->has_decimals;
    merged.decimals = tally->has_decimals ? tally->decimals : other->decimals;
    *tally = merged;
    return QCDC_OK;
}

QcdcStatus qcdc_tally_add(QcdcTally *tally, QcdcDecimal value, QcdcObservationStatus status, QcdcError *error)
{
    if (!qcdc_decimal_is_valid(value))
        return qcdc_error_set_argument(error, "not a value: below 10^18, with 0 to 9 decimals");
    if (!qcdc_observation_status_is_valid(status) || qcdc_observation_status_is_missing(status))
        return qcdc_error_set_argument(error, "a value has one of the statuses A, P, E");
    QcdcTally row = {.offered = 1, .valued = 1, .status = status, .has_decimals = 1, .decimals = value.decimals};
    set_wide_sum(&row, value.coefficient);
    return qcdc_tally_merge(tally, &row, error);
}

void qcdc_tally_add_missing(QcdcTally *tally, QcdcObservationStatus status)
{
    if (tally == NULL)
        return;
    QcdcTally row = {.offered = 1, .status = (QcdcObservationStatus)keep_flags(status)};
    row.valued = QCDC_FAULT("tally-missing-valued", 0, 1);
    (void)qcdc_tally_merge(tally, &row, NULL); /* fails only past 2^64 rows */
}

QcdcStatus qcdc_tally_get_sum(const QcdcTally *tally, QcdcDecimal *out_sum, QcdcError *error)
{
    if (tally == NULL || out_sum == NULL)
        return qcdc_error_set_argument(error, "no tally, or no place for the sum");
    if (tally->decimals > QCDC_DECIMAL_MAX_DECIMALS)
        return qcdc_error_set_argument(error, "decimals are 0 to 9");
    if (tally->valued == 0)
        return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, "no row has a value", NULL, NULL);
    return qcdc_decimal_store(get_wide_sum(tally), tally->decimals, out_sum, error);
}

/* The packed form:
 *
 *      0  "QTLY"                          8  low half of the sum        40  24 bytes of zeros,
 *      4  version, 1                     16  high half of the sum           room for counts of statuses
 *      5  has_decimals, 0 or 1           24  offered
 *      6  decimals                       32  valued
 *      7  status
 *
 * Numbers are little-endian. A tally has one packed form, so that equal bytes say equal tallies. */
enum {
    AT_VERSION = 4,
    AT_HAS_DECIMALS = 5,
    AT_DECIMALS = 6,
    AT_STATUS = 7,
    AT_SUM_LOW = 8,
    AT_SUM_HIGH = 16,
    AT_OFFERED = 24,
    AT_VALUED = 32,
    AT_RESERVED = 40,
    PACKED_VERSION = 1
};
static const uint8_t magic[AT_VERSION] = {'Q', 'T', 'L', 'Y'};

static void put_number(uint8_t *bytes, uint64_t number)
{
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(number >> 8 * QCDC_FAULT("tally-byte-order", i, 7 - i));
}

static uint64_t get_number(const uint8_t *bytes)
{
    uint64_t number = 0;
    for (int i = 0; i < 8; i++)
        number |= (uint64_t)bytes[i] << 8 * i;
    return number;
}

void qcdc_tally_pack(const QcdcTally *tally, uint8_t *out_bytes)
{
    if (tally == NULL || out_bytes == NULL)
        return;
    memset(out_bytes, 0, QCDC_TALLY_PACKED_SIZE);
    memcpy(out_bytes, magic, sizeof magic);
    out_bytes[AT_VERSION] = PACKED_VERSION;
    out_bytes[AT_HAS_DECIMALS] = tally->has_decimals;
    out_bytes[AT_DECIMALS] = tally->decimals;
    out_bytes[AT_STATUS] = tally->status;
    put_number(out_bytes + AT_SUM_LOW, tally->sum_low);
    put_number(out_bytes + AT_SUM_HIGH, (uint64_t)tally->sum_high);
    put_number(out_bytes + AT_OFFERED, tally->offered);
    put_number(out_bytes + AT_VALUED, tally->valued);
}

static QcdcTally read_fields(const uint8_t *bytes)
{
    QcdcTally tally = {
        .sum_low = get_number(bytes + AT_SUM_LOW),
        .sum_high = (int64_t)get_number(bytes + AT_SUM_HIGH),
        .offered = get_number(bytes + AT_OFFERED),
        .valued = get_number(bytes + AT_VALUED),
        .status = bytes[AT_STATUS],
        .has_decimals = bytes[AT_HAS_DECIMALS],
        .decimals = bytes[AT_DECIMALS],
    };
    return tally;
}

static bool has_zeros_in_reserve(const uint8_t *bytes)
{
    static const uint8_t zeros[QCDC_TALLY_PACKED_SIZE - AT_RESERVED];
    return QCDC_FAULT("tally-unpack-reserve", memcmp(bytes + AT_RESERVED, zeros, sizeof zeros) == 0, true);
}

/* That many values cannot sum to more. */
static bool sum_is_reachable(const QcdcTally *tally)
{
    QcdcWide most = (QcdcWide)tally->valued * (QCDC_DECIMAL_LIMIT - 1);
    QcdcWide sum = get_wide_sum(tally);
    return QCDC_FAULT("tally-unpack-reach", sum <= most && sum >= -most, true);
}

/* Whether rows could have made this tally. */
static bool is_consistent(const QcdcTally *tally)
{
    bool has_values = tally->valued > 0;
    if (tally->has_decimals != has_values || tally->decimals > (has_values ? QCDC_DECIMAL_MAX_DECIMALS : 0))
        return false;
    if (!qcdc_observation_status_is_valid(tally->status) || qcdc_observation_status_is_missing(tally->status))
        return false;
    if (!has_values && keep_flags(tally->status) != tally->status)
        return false;
    if (tally->offered == 0 && tally->status != 0)
        return false;
    return tally->valued <= tally->offered && sum_is_reachable(tally);
}

static QcdcStatus refuse_bytes(QcdcError *error, QcdcStatus status, const char *what, const char *hint)
{
    return qcdc_error_set(error, status, NULL, 0, 0, what, NULL, hint);
}

QcdcStatus qcdc_tally_unpack(const uint8_t *bytes, size_t length, QcdcTally *out_tally, QcdcError *error)
{
    if (out_tally == NULL || (bytes == NULL && length > 0))
        return qcdc_error_set_argument(error, "no bytes, or no place for the tally");
    if (length != QCDC_TALLY_PACKED_SIZE || memcmp(bytes, magic, sizeof magic) != 0)
        return refuse_bytes(error, QCDC_STATUS_SYNTAX, "not a packed tally", "a packed tally has 64 bytes and begins with QTLY");
    if (bytes[AT_VERSION] != PACKED_VERSION)
        return refuse_bytes(error, QCDC_STATUS_REFUSED, "a packed tally of another version", "this library reads version 1");
    QcdcTally tally = read_fields(bytes);
    if (!has_zeros_in_reserve(bytes) || !is_consistent(&tally))
        return refuse_bytes(error, QCDC_STATUS_SYNTAX, "a packed tally that no rows could make", "the bytes are damaged");
    *out_tally = tally;
    return QCDC_OK;
}
