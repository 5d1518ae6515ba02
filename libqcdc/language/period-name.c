/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period-name.h>

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/period-words-private.h"

static QcdcPeriodShape find_shape(QcdcPeriod period)
{
    bool from_january = period.start % 12 == 0;
    switch (period.kind) {
    case QCDC_PERIOD_MONTH:
        return QCDC_PERIOD_SHAPE_MONTH;
    case QCDC_PERIOD_QUARTER:
        return QCDC_PERIOD_SHAPE_QUARTER;
    case QCDC_PERIOD_HALF:
        return from_january ? QCDC_PERIOD_SHAPE_FIRST_HALF
                            : QCDC_FAULT("period-name-half", QCDC_PERIOD_SHAPE_SECOND_HALF, QCDC_PERIOD_SHAPE_FIRST_HALF);
    case QCDC_PERIOD_TO_DATE:
        return QCDC_PERIOD_SHAPE_FIRST_MONTHS;
    case QCDC_PERIOD_YEAR:
        return QCDC_PERIOD_SHAPE_YEAR;
    case QCDC_PERIOD_SPAN:
        return from_january ? QCDC_PERIOD_SHAPE_YEARS : QCDC_PERIOD_SHAPE_MONTHS;
    default:
        return period.count == 1 ? QCDC_PERIOD_SHAPE_DAY : QCDC_PERIOD_SHAPE_DAYS;
    }
}

static QcdcDate get_month(int32_t month)
{
    return (QcdcDate){month / 12, month % 12 + 1, 1};
}

static QcdcPeriodParts take_apart(QcdcPeriod period)
{
    int32_t last = period.start + period.count - QCDC_FAULT("period-name-last", 1, 0);
    if (period.kind == QCDC_PERIOD_DAYS)
        return (QcdcPeriodParts){qcdc_date_from_day(period.start), qcdc_date_from_day(last), 0};
    return (QcdcPeriodParts){get_month(period.start), get_month(last), period.count};
}

static void add_plain(QcdcText *text, int number)
{
    qcdc_text_add_number(text, (uint64_t)number, 1);
}

/* 01/6/2019: days below 10 and the months 1 and 2 take a 0 (Decree 30/2020, annex I). */
static void add_date(QcdcText *text, QcdcDate date)
{
    qcdc_text_add_number(text, (uint64_t)date.day, 2);
    qcdc_text_add(text, "/");
    qcdc_text_add_number(text, (uint64_t)date.month, date.month <= QCDC_FAULT("period-name-date-zero", 2, 9) ? 2 : 1);
    qcdc_text_add(text, "/");
    add_plain(text, date.year);
}

static void add_place(QcdcText *text, char place, const QcdcPeriodParts *parts, const QcdcPeriodWords *words)
{
    bool is_last = place >= 'A' && place <= 'Z';
    QcdcDate date = is_last ? parts->last : parts->first;
    switch (is_last ? place + ('a' - 'A') : place) {
    case 'y':
        add_plain(text, date.year);
        break;
    case 'm':
        add_plain(text, date.month);
        break;
    case 'w':
        qcdc_text_add(text, words->months[date.month]);
        break;
    case 'q':
        qcdc_text_add(text, words->quarters[(date.month - 1) / 3 + 1]);
        break;
    case 'a':
        add_plain(text, date.day);
        break;
    case 'd':
        add_date(text, date);
        break;
    case 'n':
        add_plain(text, parts->count);
        break;
    default:
        qcdc_text_add(text, words->counts[parts->count]);
    }
}

static const char *find_pattern(const QcdcPeriodWords *words, QcdcPeriodShape shape)
{
    const QcdcPeriodPattern *pattern = words->patterns;
    while (pattern->shape != shape)
        pattern++;
    return pattern->text;
}

static void add_name(QcdcText *text, QcdcPeriod period, const QcdcPeriodWords *words)
{
    QcdcPeriodParts parts = take_apart(period);
    for (const char *at = find_pattern(words, find_shape(period)); *at != '\0'; at++) {
        if (*at != '{') {
            qcdc_text_add_bytes(text, at, 1);
            continue;
        }
        add_place(text, at[1], &parts, words);
        at += 2;
    }
}

size_t qcdc_period_to_name(QcdcPeriod period, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (qcdc_period_is_valid(period))
        add_name(&text, period, qcdc_period_get_words(language));
    return qcdc_text_finish(&text);
}
