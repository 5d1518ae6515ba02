/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef MEASURE_LAW_H
#define MEASURE_LAW_H

/* The words that a change may be read with: the measure after a figure, of one or of many, or what is counted, as a subject. */

#include <stdbool.h>
#include <string.h>

#include <qcdc/phrase.h>

static inline bool measure_is(const char *text, size_t length, const char *words, size_t size)
{
    return length == size && memcmp(text, words, size) == 0;
}

static inline bool measure_is_after(const char *text, size_t length, const char *measure, bool is_one)
{
    const char *bar = strchr(measure, '|');
    if (bar == NULL)
        return measure_is(text, length, measure, strlen(measure));
    return is_one ? measure_is(text, length, measure, (size_t)(bar - measure)) : measure_is(text, length, bar + 1, strlen(bar + 1));
}

/* "số tiền", "số lượt khách": without scale and currency. */
static inline bool measure_is_subject(const char *text, size_t length, const char *measure, bool is_english)
{
    static const char *const scales[2][3] = {{"nghìn ", "triệu ", "tỷ "}, {"thousand ", "million ", "billion "}};
    static const char *const currencies[2] = {"đồng", "dong"}, *const moneys[2] = {"tiền", "amount"};
    size_t currency = strlen(currencies[is_english]), money = strlen(moneys[is_english]);
    const char *bar = strchr(measure, '|');
    measure = bar != NULL ? bar + 1 : measure;
    for (size_t i = 0; i < 3; i++)
        if (strncmp(measure, scales[is_english][i], strlen(scales[is_english][i])) == 0)
            measure += strlen(scales[is_english][i]);
    if (strncmp(measure, currencies[is_english], currency) == 0)
        return length >= money && measure_is(text, money, moneys[is_english], money) &&
               measure_is(text + money, length - money, measure + currency, strlen(measure + currency));
    return measure_is(text, length, measure, strlen(measure));
}

static inline bool measure_is_one(QcdcDecimal value)
{
    return value.decimals == 0 && value.coefficient == 1;
}

/* After a difference the measure of that figure; else of a subject, or of the base value that is shown. */
static inline bool measure_is_read(const char *text, const QcdcPhraseReading *reading, const char *measure, bool is_english)
{
    const char *words = text + reading->measure_start;
    size_t length = reading->measure_end - reading->measure_start;
    bool has_difference = reading->told == QCDC_TOLD_DIFFERENCE || reading->told == QCDC_TOLD_BOTH || reading->told == QCDC_TOLD_ABOVE ||
                          reading->told == QCDC_TOLD_SHORT || reading->told == QCDC_TOLD_MEAN;
    if (has_difference && measure_is_after(words, length, measure, measure_is_one(reading->number)))
        return true;
    bool is_subject = !has_difference || strchr(measure, '|') != NULL; /* "petitions up 1" */
    return (is_subject && measure_is_subject(words, length, measure, is_english)) ||
           (!has_difference && reading->has_base && measure_is_after(words, length, measure, measure_is_one(reading->base)));
}

#endif
