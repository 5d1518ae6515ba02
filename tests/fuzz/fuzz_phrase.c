/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → a phrase in both languages: what is read lies inside the text, and is the same when it is read again. */

#include <string.h>

#include <qcdc/phrase.h>

#include "fuzz.h"

enum {
    MOST_ITEMS = 64
};

static void check_items(const QcdcPhraseReading *items, size_t count, size_t length)
{
    for (size_t i = 0; i < count && i < MOST_ITEMS; i++) {
        FUZZ_LAW(items[i].told > QCDC_TOLD_NONE && items[i].told < QCDC_TOLD_END);
        FUZZ_LAW(items[i].direction < QCDC_DIRECTION_END);
        FUZZ_LAW(items[i].measure_start <= items[i].measure_end && items[i].measure_end <= length);
        FUZZ_LAW(items[i].number.decimals <= QCDC_DECIMAL_MAX_PRINTED && items[i].percent.decimals <= QCDC_DECIMAL_MAX_PRINTED);
    }
}

static void check_text(const char *text, size_t length, QcdcLanguage language)
{
    QcdcPhraseReading items[MOST_ITEMS];
    QcdcPhraseBaseReading base;
    QcdcError error = { .status = QCDC_OK };
    size_t count = 0, again = 0;
    QcdcStatus status = qcdc_phrase_parse(text, length, language, items, MOST_ITEMS, &count, &base, &error);
    FUZZ_LAW(qcdc_phrase_parse(text, length, language, NULL, 0, &again, NULL, NULL) == status && again == count);
    if (status != QCDC_OK) {
        FUZZ_LAW(count == 0 && error.column >= 1 && (size_t)error.column <= length + 1 && error.text[0] != '\0');
        return;
    }
    FUZZ_LAW(count > 0 && base.words_start <= base.words_end && base.words_end <= length);
    check_items(items, count, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_text((const char *)data, size, QCDC_LANGUAGE_VI);
    check_text((const char *)data, size, QCDC_LANGUAGE_EN);
    return 0;
}
