/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CIVIL_PRIVATE_H
#define QCDC_CIVIL_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The proleptic Gregorian calendar of years 1 … 9999. A day is counted from 1970-01-01, a month from January of year 0. */
enum {
    QCDC_YEAR_FIRST = 1,
    QCDC_YEAR_LAST = 9999,
    QCDC_MONTH_FIRST = 12 * QCDC_YEAR_FIRST,
    QCDC_MONTH_LAST = 12 * QCDC_YEAR_LAST + 11,
    QCDC_DAY_FIRST = -719162, /* 0001-01-01 */
    QCDC_DAY_LAST = 2932896   /* 9999-12-31 */
};

typedef struct QcdcDate {
    int year, month, day;
} QcdcDate;

/* Both expect what lies in the range above. */
int32_t qcdc_date_to_day(QcdcDate date);
QcdcDate qcdc_date_from_day(int32_t day);

int qcdc_month_count_days(int year, int month);
bool qcdc_date_is_valid(QcdcDate date);
/* Reads ten bytes of the form 2019-06-01, whether or not there is such a day. */
bool qcdc_date_has_form(const char *text, QcdcDate *out_date);

/* First day of a month counted from January of year 0; also of the month after QCDC_MONTH_LAST. */
int32_t qcdc_month_get_first_day(int32_t month);
int32_t qcdc_month_of_day(int32_t day);

#endif
