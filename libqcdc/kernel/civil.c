/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/civil-private.h"
#include "kernel/fault-private.h"

enum {
    DAYS_PER_ERA = 146097, /* the calendar repeats after 400 years */
    DAYS_TO_1970 = 719468  /* from 0000-03-01 */
};

static bool is_leap_year(int year)
{
    return year % 4 == 0 && (QCDC_FAULT("civil-leap-century", year % 100 != 0, true) || year % 400 == 0);
}

int qcdc_month_count_days(int year, int month)
{
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

bool qcdc_date_is_valid(QcdcDate date)
{
    return date.year >= QCDC_YEAR_FIRST && date.year <= QCDC_YEAR_LAST && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= qcdc_month_count_days(date.year, date.month);
}

/* Years are counted from March, so that the leap day is the last of its year and months have a straight formula:
 * (153 m + 2) / 5 days lie before the m-th month from March. */
int32_t qcdc_date_to_day(QcdcDate date)
{
    int year = date.month > QCDC_FAULT("civil-year-from-march", 2, 3) ? date.year : date.year - 1;
    int month_from_march = (date.month + 9) % 12;
    int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - DAYS_TO_1970;
}

/* The inverse: within an era of 400 years every 1460, 36524 and 146096 days one day too many has been counted. */
QcdcDate qcdc_date_from_day(int32_t day)
{
    int from_march = day + DAYS_TO_1970;
    int era = from_march / DAYS_PER_ERA;
    int day_of_era = from_march % DAYS_PER_ERA;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    QcdcDate date = {era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
    return date;
}

int32_t qcdc_month_get_first_day(int32_t month)
{
    QcdcDate date = {month / 12, month % 12 + 1, 1};
    return qcdc_date_to_day(date);
}

int32_t qcdc_month_of_day(int32_t day)
{
    QcdcDate date = qcdc_date_from_day(day);
    return 12 * date.year + date.month - 1;
}

static bool read_digits(const char *text, int count, int *out_number)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = 10 * number + (text[i] - '0');
    }
    *out_number = number;
    return true;
}

bool qcdc_date_has_form(const char *text, QcdcDate *out_date)
{
    return read_digits(text, 4, &out_date->year) && text[4] == '-' && read_digits(text + 5, 2, &out_date->month) &&
           text[7] == '-' && read_digits(text + 8, 2, &out_date->day);
}
