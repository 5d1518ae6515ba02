/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"

enum {
    DATE_LENGTH = 10
};

QcdcStatus qcdc_day_from_date(int year, int month, int day, int32_t *out_day, QcdcError *error)
{
    QcdcDate date = {year, month, day};
    if (out_day == NULL)
        return qcdc_error_set_argument(error, "no place for the day");
    if (!qcdc_date_is_valid(date))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "year, month and day are not a day of the calendar",
                              NULL, "years are 1 … 9999, months 1 … 12");
    *out_day = qcdc_date_to_day(date);
    return QCDC_OK;
}

static bool is_in_range(int32_t day)
{
    return day >= QCDC_DAY_FIRST && day <= QCDC_DAY_LAST;
}

static void store(int *out_number, int number)
{
    if (out_number != NULL)
        *out_number = number;
}

void qcdc_day_to_date(int32_t day, int *out_year, int *out_month, int *out_day)
{
    QcdcDate date = {0, 0, 0};
    if (is_in_range(day))
        date = qcdc_date_from_day(day);
    store(out_year, date.year);
    store(out_month, date.month);
    store(out_day, date.day);
}

QcdcStatus qcdc_day_parse(const char *text, size_t length, int32_t *out_day, QcdcError *error)
{
    QcdcDate date;
    if (out_day == NULL || (text == NULL && length > 0))
        return qcdc_error_set_argument(error, "no text, or no place for the day");
    if (QCDC_FAULT("day-length", length != DATE_LENGTH, length < DATE_LENGTH) || !qcdc_date_has_form(text, &date))
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "date", text, length, "is not a day",
                                    "days are written year-month-day, 2019-06-01");
    if (!qcdc_date_is_valid(date))
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "date", text, length, "is not in the calendar",
                                    "years are 0001 … 9999, and the month has to have that day");
    *out_day = qcdc_date_to_day(date);
    return QCDC_OK;
}

size_t qcdc_day_to_text(int32_t day, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (is_in_range(day)) {
        QcdcDate date = qcdc_date_from_day(day);
        qcdc_text_add_number(&text, (uint64_t)date.year, 4);
        qcdc_text_add(&text, "-");
        qcdc_text_add_number(&text, (uint64_t)date.month, 2);
        qcdc_text_add(&text, "-");
        qcdc_text_add_number(&text, (uint64_t)date.day, 2);
    }
    return qcdc_text_finish(&text);
}
