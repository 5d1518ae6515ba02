/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → packed tally: what is accepted is packed again to the same bytes, and merging with it breaks nothing. */

#include <string.h>

#include <qcdc/tally.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QcdcError error = { 0 };
    QcdcTally tally = { 0 }, merged = { 0 };
    uint8_t bytes[QCDC_TALLY_PACKED_SIZE];
    QcdcStatus status = qcdc_tally_unpack(data, size, &tally, &error);

    if (status != QCDC_OK) {
        static const QcdcTally untouched;
        FUZZ_LAW(memcmp(&tally, &untouched, sizeof tally) == 0);
        FUZZ_LAW(error.status == status && error.text[0] != '\0');
        return 0;
    }
    FUZZ_LAW(tally.valued <= tally.offered);
    qcdc_tally_pack(&tally, bytes);
    FUZZ_LAW(size == sizeof bytes && memcmp(bytes, data, size) == 0);
    FUZZ_LAW(qcdc_tally_merge(&merged, &tally, NULL) == QCDC_OK);
    FUZZ_LAW(memcmp(&merged, &tally, sizeof merged) == 0);
    QcdcDecimal sum;
    FUZZ_LAW((qcdc_tally_get_sum(&tally, &sum, NULL) == QCDC_STATUS_NOT_FOUND) == (tally.valued == 0));
    if (qcdc_tally_merge(&merged, &tally, NULL) == QCDC_OK) {
        FUZZ_LAW(merged.offered == 2 * tally.offered && merged.valued == 2 * tally.valued);
        qcdc_tally_pack(&merged, bytes);
        FUZZ_LAW(qcdc_tally_unpack(bytes, sizeof bytes, &merged, NULL) == QCDC_OK);
    }
    return 0;
}
