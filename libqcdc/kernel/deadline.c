/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"

/* Working days after the last day of a period (D41). */

typedef struct Walk {
    const int32_t *holidays;
    size_t count;
    int32_t day;
    int year; /* whose holidays are known; 0: none yet */
} Walk;

/* How many holidays lie before the day. */
static size_t count_before(const Walk *walk, int32_t day)
{
    size_t low = 0, high = walk->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (walk->holidays[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_holiday(const Walk *walk)
{
    size_t at = count_before(walk, walk->day);
    return at < walk->count && walk->holidays[at] == walk->day;
}

/* 1970-01-01 was a Thursday. */
static bool is_weekend(int32_t day)
{
    int32_t from_monday = (day % 7 + 7 + 3) % 7;
    return from_monday >= QCDC_FAULT("deadline-saturday", 5, 6);
}

static QcdcStatus refuse_year(int year, QcdcError *error)
{
    char number[16];
    QcdcText text = qcdc_text_begin(number, sizeof number);
    qcdc_text_add_number(&text, (uint64_t)year, 4);
    size_t length = qcdc_text_finish(&text);
    qcdc_error_set_value(error, QCDC_STATUS_REFUSED, 0, "year", number, length, "has no holidays",
                         "without its holidays, Tết above all, a deadline would be wrong; see holidays.csv");
    return qcdc_error_refuse(error, QCDC_REFUSAL_DEADLINE_HOLIDAYS);
}

/* Silence about the holidays of a year would be a wrong day. */
static QcdcStatus enter_year(Walk *walk, QcdcError *error)
{
    QcdcDate date = qcdc_date_from_day(walk->day);
    if (date.year == walk->year)
        return QCDC_OK;
    QcdcDate first = {date.year, 1, 1}, last = {date.year, 12, 31};
    size_t before = count_before(walk, qcdc_date_to_day(first));
    bool is_known = before < walk->count && walk->holidays[before] <= qcdc_date_to_day(last);
    if (!QCDC_FAULT("deadline-silent-year", is_known, walk->count > 0))
        return refuse_year(date.year, error);
    walk->year = date.year;
    return QCDC_OK;
}

static QcdcStatus walk_on(Walk *walk, uint32_t working_days, QcdcError *error)
{
    while (working_days > 0) {
        if (walk->day >= QCDC_DAY_LAST)
            return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "the deadline lies after the year 9999", NULL, NULL);
        walk->day++;
        QcdcStatus status = enter_year(walk, error);
        if (status != QCDC_OK)
            return status;
        working_days -= !is_weekend(walk->day) && !QCDC_FAULT("deadline-holiday", is_holiday(walk), false);
    }
    return QCDC_OK;
}

QcdcStatus qcdc_calendar_get_deadline(const QcdcCalendar *calendar, QcdcPeriod period, uint32_t working_days,
                                      const int32_t *holidays, size_t holiday_count, int32_t *out_day, QcdcError *error)
{
    Walk walk = {.holidays = holidays, .count = holiday_count};
    int32_t first;
    if (out_day == NULL || (holidays == NULL && holiday_count > 0))
        return qcdc_error_set_argument(error, "no holidays, or no place for the day");
    if (calendar == NULL && qcdc_period_is_valid(period)) {
        qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "without a calendar there are no deadlines", NULL,
                       "name one: calendar=decree-09 in bundle.ini, or --calendar");
        return qcdc_error_refuse(error, QCDC_REFUSAL_DEADLINE_CALENDAR);
    }
    QcdcStatus status = qcdc_calendar_get_days(calendar, period, &first, &walk.day, error);
    if (status == QCDC_OK)
        status = walk_on(&walk, working_days, error);
    if (status == QCDC_OK)
        *out_day = walk.day;
    return status;
}
