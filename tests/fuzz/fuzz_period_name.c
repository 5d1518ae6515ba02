/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → the name of a period: what was read has a name that is read as the same period. */

#include <string.h>

#include <qcdc/period-name.h>

#include "fuzz.h"

static void check_name(QcdcPeriod period, QcdcLanguage language)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    QcdcPeriod again;
    size_t read;
    size_t length = qcdc_period_to_name(period, language, name, sizeof name);

    FUZZ_LAW(length > 0 && length < sizeof name && length == strlen(name));
    FUZZ_LAW(qcdc_period_name_parse(name, length, language, &again, &read, NULL) == QCDC_OK);
    FUZZ_LAW(read == length && qcdc_period_equals(again, period));
}

static void check_text(const char *text, size_t length, QcdcLanguage language)
{
    QcdcPeriod period = { 0 };
    QcdcError error = { 0 };
    size_t read = 0;
    QcdcStatus status = qcdc_period_name_parse(text, length, language, &period, &read, &error);

    if (status != QCDC_OK) {
        FUZZ_LAW(period.kind == QCDC_PERIOD_NONE && read == 0 && error.status == status && error.text[0] != '\0');
        return;
    }
    FUZZ_LAW(qcdc_period_is_valid(period) && read > 0 && read <= length);
    check_name(period, QCDC_LANGUAGE_VI);
    check_name(period, QCDC_LANGUAGE_EN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_text((const char *)data, size, QCDC_LANGUAGE_VI);
    check_text((const char *)data, size, QCDC_LANGUAGE_EN);
    return 0;
}
