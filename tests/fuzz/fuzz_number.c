/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → a number as people write it, in both languages, in running text and as data: what was read, printed and read
 * again is the same number, and nothing beyond the end was looked at. */

#include <string.h>

#include <qcdc/number.h>

#include "fuzz.h"

static void check_printed(QcdcDecimal value, const QcdcNumberFormat *format)
{
    char text[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberReading again;
    size_t length = qcdc_number_to_text(value, format, text, sizeof text);

    FUZZ_LAW(length > 0 && length < sizeof text && length == strlen(text));
    FUZZ_LAW(qcdc_number_parse(text, length, format->language, &again, NULL) == QCDC_OK);
    FUZZ_LAW(again.length == length);
    FUZZ_LAW(qcdc_decimal_compare(again.value, value) == 0);
}

static void check_text(const char *text, size_t length, QcdcLanguage language)
{
    QcdcNumberReading reading = { .length = 42 };
    QcdcError error = { 0 };
    QcdcDecimal value;
    QcdcStatus status = qcdc_number_parse(text, length, language, &reading, &error);

    if (status != QCDC_OK) {
        FUZZ_LAW(reading.length == 42 && error.status == status && error.text[0] != '\0');
        return;
    }
    FUZZ_LAW(reading.length > 0 && reading.length <= length);
    /* A percent near 100 has more decimals than a value. */
    bool is_value = qcdc_decimal_is_valid(reading.value);
    FUZZ_LAW(is_value || (reading.percent && reading.value.decimals <= QCDC_DECIMAL_MAX_PRINTED));
    QcdcNumberFormat as_read = { .language = language, .percent = reading.percent, .scale = reading.scale, .pad = reading.padded };
    check_printed(reading.value, &as_read);
    if (is_value)
        check_printed(reading.value, &(QcdcNumberFormat){ .language = language });
    /* What was read needs nothing that follows it. */
    QcdcNumberReading alone;
    FUZZ_LAW(qcdc_number_parse(text, reading.length, language, &alone, NULL) == QCDC_OK);
    FUZZ_LAW(alone.length == reading.length && qcdc_decimal_compare(alone.value, reading.value) == 0);

    if (qcdc_number_parse_value(text, length, language, &value, NULL) == QCDC_OK) {
        FUZZ_LAW(qcdc_decimal_is_valid(value));
        check_printed(value, &(QcdcNumberFormat){ .language = language });
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_text((const char *)data, size, QCDC_LANGUAGE_VI);
    check_text((const char *)data, size, QCDC_LANGUAGE_EN);
    return 0;
}
