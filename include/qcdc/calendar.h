/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CALENDAR_H
#define QCDC_CALENDAR_H

#include <qcdc/period.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_DAY_TEXT_SIZE = 16 /**< a buffer that holds any day as text */
};

/** QcdcCalendar: the rule from labels to days (S14). */
typedef enum {
    QCDC_CALENDAR_DEFAULT = 0, /**< civil */
    QCDC_CALENDAR_CIVIL,       /**< a label is its civil days */
    QCDC_CALENDAR_END          /**< sentinel */
} QcdcCalendar;

/* A day is an int32_t counted from 1970-01-01 in the proleptic Gregorian calendar, of the years 1 … 9999. Nothing here
 * allocates or knows a time zone, and every function may be called from any thread at any time. A function that returns a
 * QcdcStatus leaves its outputs as they were unless it returns QCDC_OK. */

/**
 * qcdc_day_from_date:
 * @year: 1 … 9999
 * @month: 1 … 12
 * @day: 1 … 31, a day that the month has
 * @out_day: takes the day
 * @error: (nullable) takes what is wrong
 *
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when there is no such day or @out_day is missing.
 */
QCDC_API
QcdcStatus qcdc_day_from_date(int year, int month, int day, int32_t *out_day, QcdcError *error);

/**
 * qcdc_day_to_date:
 * @day: a day
 * @out_year: (nullable) takes 1 … 9999
 * @out_month: (nullable) takes 1 … 12
 * @out_day: (nullable) takes 1 … 31
 *
 * Of a number outside the years 1 … 9999 all three are 0. Threads: any.
 */
QCDC_API
void qcdc_day_to_date(int32_t day, int *out_year, int *out_month, int *out_day);

/**
 * qcdc_day_parse:
 * @text: (nullable if @length is 0) @length bytes, which need not be terminated nor be UTF-8; not read beyond
 * @length: bytes of @text
 * @out_day: takes the day
 * @error: (nullable) takes what is wrong
 *
 * Reads the whole text as year-month-day, 2019-06-01. Source: S13 (ISO 8601). Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when the text has another form or there is no such day; QCDC_STATUS_ARGUMENT when a
 * pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_day_parse(const char *text, size_t length, int32_t *out_day, QcdcError *error);

/**
 * qcdc_day_to_text:
 * @day: a day
 * @buffer: (nullable) takes the text, terminated, cut if it does not fit; QCDC_DAY_TEXT_SIZE bytes hold any
 * @size: bytes of @buffer
 *
 * Writes the day as qcdc_day_parse() reads it. A number outside the years 1 … 9999 gives an empty text. Threads: any.
 *
 * Returns: the length of the whole text in bytes, without the NUL, whether or not it fitted.
 */
QCDC_API
size_t qcdc_day_to_text(int32_t day, char *buffer, size_t size);

/**
 * qcdc_calendar_get_days:
 * @calendar: the rule from labels to days
 * @period: a period
 * @out_first: takes its first day
 * @out_last: takes its last day, which is inside
 * @error: (nullable) takes what is wrong
 *
 * A range of days is the same days in every calendar. Source: S14. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when @calendar is not a QcdcCalendar, @period is not a period or a place for a day
 * is missing.
 */
QCDC_API
QcdcStatus qcdc_calendar_get_days(QcdcCalendar calendar, QcdcPeriod period, int32_t *out_first, int32_t *out_last,
                                  QcdcError *error);

QCDC_END_DECLS

#endif
