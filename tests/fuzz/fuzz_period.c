/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → period: what is read is valid, is written and read again as itself, and keeps its place among its neighbours. */

#include <string.h>

#include <qcdc/calendar.h>
#include <qcdc/period.h>

#include "fuzz.h"

static void check_round_trip(QcdcPeriod period)
{
    char text[QCDC_PERIOD_TEXT_SIZE];
    QcdcPeriod again;
    size_t length = qcdc_period_to_text(period, text, sizeof text);

    FUZZ_LAW(qcdc_period_is_valid(period));
    FUZZ_LAW(length > 0 && length < sizeof text && length == strlen(text));
    FUZZ_LAW(qcdc_period_parse(text, length, &again, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_period_equals(period, again) && qcdc_period_compare(period, again) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QcdcError error = { 0 };
    QcdcPeriod period = { 0 }, other;
    QcdcStatus status = qcdc_period_parse((const char *)data, size, &period, &error);

    if (status != QCDC_OK) {
        FUZZ_LAW(period.kind == QCDC_PERIOD_NONE && period.count == 0);
        FUZZ_LAW(error.status == status && error.text[0] != '\0');
        return 0;
    }
    check_round_trip(period);
    FUZZ_LAW(qcdc_period_contains(period, period) && qcdc_period_overlaps(period, period));
    if (qcdc_period_previous(period, &other, NULL) == QCDC_OK) {
        check_round_trip(other);
        FUZZ_LAW(qcdc_period_compare(other, period) < 0 || period.kind == QCDC_PERIOD_TO_DATE);
    }
    if (qcdc_period_same_last_year(period, &other, NULL) == QCDC_OK) {
        check_round_trip(other);
        FUZZ_LAW(other.kind == period.kind && qcdc_period_compare(other, period) < 0);
    }
    for (int kind = QCDC_PERIOD_MONTH; kind <= QCDC_PERIOD_YEAR; kind++) {
        uint32_t tiles = qcdc_period_count_tiles(period, (QcdcPeriodKind)kind);
        if (tiles > 0) {
            QcdcPeriod first = qcdc_period_get_tile(period, (QcdcPeriodKind)kind, 0);
            QcdcPeriod last = qcdc_period_get_tile(period, (QcdcPeriodKind)kind, tiles - 1);
            check_round_trip(first);
            check_round_trip(last);
            FUZZ_LAW(qcdc_period_contains(period, first) && qcdc_period_contains(period, last));
        }
        FUZZ_LAW(qcdc_period_get_tile(period, (QcdcPeriodKind)kind, tiles).kind == QCDC_PERIOD_NONE);
    }
    return 0;
}
