/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "kernel/text-private.h"

/* What to write instead; $ stands for the year as it was written. */
#define HINT_ANY "periods are 2022-09, 2022-Q3, 2022-S1, 2022, 2022-01/P10M, 2016/P5Y, 2019-06-01/2020-05-25"
#define HINT_YEAR "years are 0001 … 9999"
#define HINT_MONTH "months are $-01 … $-12"
#define HINT_QUARTER "quarters are $-Q1 … $-Q4"
#define HINT_HALF "halves are $-S1 and $-S2"
#define HINT_TO_DATE "months to date begin in January, $-01/P2M … $-01/P11M"
#define HINT_SPAN "a span has two or more whole years and ends by 9999, as $/P5Y"
#define HINT_DAYS "ranges of days are first day/last day, as 2019-06-01/2020-05-25, of days that exist"
#define HINT_DAYS_ORDER "the first day comes first, as 2019-06-01/2020-05-25"
#define HINT_ONE_DAY "one day is written as a range, 2019-06-01/2019-06-01"

enum {
    DATE_LENGTH = 10
};

/* What is left to read. */
typedef struct {
    const char *at, *end;
} Cursor;

static bool is_at_end(const Cursor *cursor)
{
    return cursor->at == cursor->end;
}

static bool take(Cursor *cursor, char wanted)
{
    if (is_at_end(cursor) || *cursor->at != wanted)
        return false;
    cursor->at++;
    return true;
}

/* Exactly @count digits. */
static bool take_digits(Cursor *cursor, int count, int32_t *out_number)
{
    int32_t number = 0;
    if (cursor->end - cursor->at < count)
        return false;
    for (int i = 0; i < count; i++) {
        if (cursor->at[i] < '0' || cursor->at[i] > '9')
            return false;
        number = 10 * number + (cursor->at[i] - '0');
    }
    cursor->at += count;
    *out_number = number;
    return true;
}

/* A number of one to four digits without a leading zero. */
static bool take_count(Cursor *cursor, int32_t *out_number)
{
    int count = 0;
    while (count < 4 && cursor->at + count < cursor->end && cursor->at[count] >= '0' && cursor->at[count] <= '9')
        count++;
    return count > 0 && *cursor->at != '0' && take_digits(cursor, count, out_number);
}

/* The readers below store the period and return NULL, or return the hint. Numbers that fit the form and lead out of the
 * years or the kind make no period, which keep() notices. */

static const char *keep(QcdcPeriod *out_period, QcdcPeriod period, const char *hint)
{
    if (!qcdc_period_is_valid(period))
        return hint;
    *out_period = period;
    return NULL;
}

/* After "2022-Q" or "2022-S": the number of the part. */
static const char *read_part(Cursor *cursor, int32_t year, QcdcPeriodKind kind, const char *hint, QcdcPeriod *out_period)
{
    int32_t months = kind == QCDC_PERIOD_QUARTER ? 3 : 6, part;
    if (!take_digits(cursor, 1, &part) || !is_at_end(cursor) || part < 1 || part > 12 / months)
        return hint;
    int32_t before = part - QCDC_FAULT("period-half-begin", 1, kind == QCDC_PERIOD_HALF ? 0 : 1);
    return keep(out_period, qcdc_period_make(kind, 12 * year + before * months, months), hint);
}

/* After "2016/P" or "2016-04/P": the number of years, or of months to date. */
static const char *read_length(Cursor *cursor, int32_t start, bool has_month, QcdcPeriod *out_period)
{
    int32_t count;
    bool has_count = take_count(cursor, &count);
    if (has_count && take(cursor, 'Y') && is_at_end(cursor)) {
        bool is_year = count == 1 && start % 12 == 0;
        return keep(out_period, qcdc_period_make(is_year ? QCDC_PERIOD_YEAR : QCDC_PERIOD_SPAN, start, 12 * count), HINT_SPAN);
    }
    bool is_to_date = has_count && has_month && take(cursor, 'M') && is_at_end(cursor);
    if (!is_to_date || QCDC_FAULT("period-to-date-january", start % 12 != 0, false) || count > 12)
        return cursor->end[-1] == 'Y' ? HINT_SPAN : HINT_TO_DATE;
    return keep(out_period, qcdc_period_make_to_date(start, count), HINT_TO_DATE);
}

static bool read_date(const char *text, QcdcDate *out_date)
{
    return qcdc_date_has_form(text, out_date) && qcdc_date_is_valid(*out_date);
}

/* "2019-06-01/2020-05-25", from its first byte. */
static const char *read_days(const char *text, size_t length, QcdcPeriod *out_period)
{
    QcdcDate first, last;
    if (length == DATE_LENGTH && read_date(text, &first))
        return HINT_ONE_DAY;
    if (length != 2 * DATE_LENGTH + 1 || text[DATE_LENGTH] != '/')
        return HINT_DAYS;
    if (!read_date(text, &first) || !read_date(text + DATE_LENGTH + 1, &last))
        return HINT_DAYS;
    int32_t first_day = qcdc_date_to_day(first), after_last = qcdc_date_to_day(last) + 1;
    return keep(out_period, qcdc_period_make(QCDC_PERIOD_DAYS, first_day, after_last - first_day), HINT_DAYS_ORDER);
}

/* After "2022-09". */
static const char *read_after_month(Cursor *cursor, int32_t month, QcdcPeriod *out_period)
{
    if (is_at_end(cursor))
        return keep(out_period, qcdc_period_make(QCDC_PERIOD_MONTH, month, 1), HINT_MONTH);
    return take(cursor, '/') && take(cursor, 'P') ? read_length(cursor, month, true, out_period) : HINT_ANY;
}

/* After "2022-". */
static const char *read_after_hyphen(Cursor *cursor, int32_t year, const char *text, QcdcPeriod *out_period)
{
    int32_t month;
    size_t length = (size_t)(cursor->end - text);
    if (take(cursor, 'Q'))
        return read_part(cursor, year, QCDC_PERIOD_QUARTER, HINT_QUARTER, out_period);
    if (take(cursor, 'S'))
        return read_part(cursor, year, QCDC_PERIOD_HALF, HINT_HALF, out_period);
    if (!take_digits(cursor, 2, &month))
        return HINT_ANY;
    if (!is_at_end(cursor) && *cursor->at == '-')
        return read_days(text, length, out_period);
    if (month < 1 || month > 12)
        return HINT_MONTH;
    return read_after_month(cursor, 12 * year + month - 1, out_period);
}

static const char *read_period(const char *text, size_t length, QcdcPeriod *out_period)
{
    Cursor cursor = {text, text + length};
    int32_t year;
    if (!take_digits(&cursor, 4, &year))
        return HINT_ANY;
    if (year < QCDC_YEAR_FIRST)
        return HINT_YEAR;
    if (is_at_end(&cursor))
        return keep(out_period, qcdc_period_make(QCDC_PERIOD_YEAR, 12 * year, 12), HINT_YEAR);
    if (take(&cursor, '/'))
        return take(&cursor, 'P') ? read_length(&cursor, 12 * year, false, out_period) : HINT_ANY;
    return take(&cursor, '-') ? read_after_hyphen(&cursor, year, text, out_period) : HINT_ANY;
}

/* Puts the year that was written where the hint has a $. */
static void write_hint(const char *hint, const char *year, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    for (const char *at = hint; *at != '\0'; at++)
        qcdc_text_add_bytes(&text, *at == '$' ? year : at, *at == '$' ? 4 : 1);
    qcdc_text_finish(&text);
}

QcdcStatus qcdc_period_parse(const char *text, size_t length, QcdcPeriod *out_period, QcdcError *error)
{
    if (out_period == NULL || (text == NULL && length > 0))
        return qcdc_error_set_argument(error, "no text, or no place for the period");
    QcdcPeriod period;
    const char *hint = text == NULL ? HINT_ANY : read_period(text, length, &period);
    if (hint != NULL) {
        char written[QCDC_ERROR_HINT_SIZE];
        write_hint(hint, text, written, sizeof written);
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "period", text, length, "is not a period", written);
    }
    *out_period = period;
    return QCDC_OK;
}
