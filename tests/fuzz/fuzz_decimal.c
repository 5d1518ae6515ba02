/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → decimal: what is read and written again is the same text, and every operation on it stays in range. */

#include <string.h>

#include <qcdc/decimal.h>

#include "fuzz.h"

static void check_round_trip(QcdcDecimal value)
{
    char text[QCDC_DECIMAL_TEXT_SIZE];
    QcdcDecimal again;
    size_t length = qcdc_decimal_to_text(value, text, sizeof text);

    FUZZ_LAW(length < sizeof text && length == strlen(text));
    FUZZ_LAW(qcdc_decimal_parse(text, length, &again, NULL) == QCDC_OK);
    FUZZ_LAW(again.coefficient == value.coefficient && again.decimals == value.decimals);
}

/* The two numbers as terms of two fractions: what is subtracted comes out with the other sign when the sides change. */
static void check_fractions(QcdcDecimal left, QcdcDecimal right, unsigned decimals)
{
    QcdcFraction one = { left, right }, other = { right, left };
    QcdcDecimal result, back;

    if (left.coefficient == 0 || right.coefficient == 0)
        return;
    FUZZ_LAW(qcdc_fraction_compare(one, other) == -qcdc_fraction_compare(other, one));
    QcdcStatus status = qcdc_fraction_subtract(one, other, 2, decimals, QCDC_ROUND_HALF_AWAY, &result, NULL);
    FUZZ_LAW(qcdc_fraction_subtract(other, one, 2, decimals, QCDC_ROUND_HALF_AWAY, &back, NULL) == status);
    if (status == QCDC_OK) {
        FUZZ_LAW(result.coefficient == -back.coefficient);
        check_round_trip(result);
    }
    if (qcdc_fraction_divide(one, other, 2, decimals, QCDC_ROUND_HALF_EVEN, &result, NULL) == QCDC_OK) {
        FUZZ_LAW(result.coefficient >= 0);
        check_round_trip(result);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* Two numbers, so that arithmetic sees both: the first newline parts them. */
    const char *text = (const char *)data;
    const char *middle = size > 0 ? memchr(text, '\n', size) : NULL;
    size_t first = middle != NULL ? (size_t)(middle - text) : size;
    QcdcError error = { 0 };
    QcdcDecimal left = { .coefficient = 42 }, right = { .coefficient = 1 }, result;
    QcdcStatus status = qcdc_decimal_parse(text, first, &left, &error);

    if (status != QCDC_OK) {
        FUZZ_LAW(left.coefficient == 42 && left.decimals == 0);
        FUZZ_LAW(error.status == status && error.text[0] != '\0');
        return 0;
    }
    FUZZ_LAW(qcdc_decimal_is_valid(left));
    check_round_trip(left);
    /* All digits were kept, so only "-0" is written differently from how it was read. */
    if (left.coefficient != 0) {
        char written[QCDC_DECIMAL_TEXT_SIZE];
        FUZZ_LAW(qcdc_decimal_to_text(left, written, sizeof written) == first && memcmp(written, text, first) == 0);
    }

    if (middle == NULL || qcdc_decimal_parse(middle + 1, size - first - 1, &right, NULL) != QCDC_OK)
        return 0;
    FUZZ_LAW(qcdc_decimal_compare(left, right) == -qcdc_decimal_compare(right, left));
    if (qcdc_decimal_add(left, right, &result, NULL) == QCDC_OK) {
        check_round_trip(result);
        QcdcDecimal back;
        if (qcdc_decimal_subtract(result, right, &back, NULL) == QCDC_OK)
            FUZZ_LAW(qcdc_decimal_compare(back, left) == 0);
    }
    for (unsigned decimals = 0; decimals <= QCDC_DECIMAL_MAX_DECIMALS; decimals++) {
        if (qcdc_decimal_round(left, decimals, QCDC_ROUND_HALF_EVEN, &result, NULL) == QCDC_OK)
            check_round_trip(result);
        QcdcFraction fraction = { left, right };
        if (right.coefficient != 0 && qcdc_fraction_to_decimal(fraction, 2, decimals, QCDC_ROUND_HALF_AWAY, &result, NULL) == QCDC_OK)
            check_round_trip(result);
        check_fractions(left, right, decimals);
    }
    return 0;
}
