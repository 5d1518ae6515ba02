/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CALENDAR_H
#define QCDC_CALENDAR_H

#include <qcdc/period.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_DAY_TEXT_SIZE = 16 /**< a buffer that holds any day as text */
};

/** QcdcCalendarKind: the labels that a row of a calendar rules (D35). */
typedef enum {
    QCDC_CALENDAR_KIND_NONE = 0,    /**< none */
    QCDC_CALENDAR_KIND_MONTH,       /**< month */
    QCDC_CALENDAR_KIND_QUARTER,     /**< quarter */
    QCDC_CALENDAR_KIND_HALF,        /**< half */
    QCDC_CALENDAR_KIND_TO_DATE,     /**< to-date: any first months of a year, nine too where no other row rules them */
    QCDC_CALENDAR_KIND_NINE_MONTHS, /**< nine-months: the first nine months of a year */
    QCDC_CALENDAR_KIND_YEAR,        /**< year; a span of years begins as its first and ends as its last */
    QCDC_CALENDAR_KIND_END          /**< sentinel */
} QcdcCalendarKind;

/**
 * QcdcCalendarRow: from labels of one kind to days (D35, D36). A month that does not have the day ends on its last one; 31 is
 * always the end of the month. A row outside these ranges, or whose first day lies after its last, rules nothing.
 * @valid_from: first day on which the last day of a label that it rules may lie; INT32_MIN: open
 * @valid_to: last such day, itself included; INT32_MAX: open
 * @first_month_offset: −12 … 12 months from the label's first month to the month of its first day
 * @last_month_offset: −12 … 12 months from the label's last month to the month of its last day
 * @first_day: 1 … 31
 * @last_day: 1 … 31
 * @kind: a QcdcCalendarKind
 * @reserved: zero
 */
typedef struct QcdcCalendarRow {
    int32_t valid_from, valid_to;
    int8_t first_month_offset, last_month_offset;
    uint8_t first_day, last_day, kind;
    uint8_t reserved[3];
} QcdcCalendarRow;

/**
 * QcdcCalendar: the rule from labels to days, as rows (S14). It owns nothing; all-zero has no days for any label.
 * @name: (nullable) its name, for messages
 * @rows: (nullable if @row_count is 0) in any order; of two that rule one label the first is taken
 * @row_count: how many
 */
typedef struct QcdcCalendar {
    const char *name;
    const QcdcCalendarRow *rows;
    size_t row_count;
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
 * qcdc_calendar_kind_to_name:
 * @kind: any number
 *
 * The word in the column kind of calendars.csv. Source: D35. Threads: any.
 *
 * Returns: (static) (nullable) the word; NULL for what is not a kind, and for QCDC_CALENDAR_KIND_NONE.
 */
QCDC_API
const char *qcdc_calendar_kind_to_name(QcdcCalendarKind kind);

/**
 * qcdc_calendar_get_shipped_name:
 * @index: 0 …
 *
 * The names of the calendars that are shipped: civil, decree-09, inspection-2013. Source: D37, docs/calendars.md. Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL past the end.
 */
QCDC_API
const char *qcdc_calendar_get_shipped_name(size_t index);

/**
 * qcdc_calendar_find_shipped:
 * @name: a name that qcdc_calendar_get_shipped_name() tells
 * @out_calendar: takes the calendar; its name and rows are static
 * @error: (nullable) takes what is wrong
 *
 * Source: D37, docs/calendars.md. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_calendar_find_shipped(const char *name, QcdcCalendar *out_calendar, QcdcError *error);

/**
 * qcdc_calendar_find_row:
 * @calendar: (nullable) a calendar
 * @period: a label
 *
 * The row that rules the label: of its kind, and with the label's last day by that row in its validity. Source: D35, D36.
 * Threads: any.
 *
 * Returns: (transfer none) (nullable) the row, one of those of @calendar, owned by whoever owns them; NULL where no row rules the label, for a range of days, which is the same days in
 * every calendar, for what is not a period, and without a calendar.
 */
QCDC_API
const QcdcCalendarRow *qcdc_calendar_find_row(const QcdcCalendar *calendar, QcdcPeriod period);

/**
 * qcdc_calendar_get_days:
 * @calendar: (nullable) the rule from labels to days; NULL: a label is its civil days
 * @period: a period
 * @out_first: takes its first day
 * @out_last: takes its last day, which is inside: the cut-off day
 * @error: (nullable) takes what is wrong
 *
 * A range of days is the same days in every calendar. Source: S14, D35, D36. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when no row of the calendar rules the label, or its days lie outside the years 1 … 9999,
 * with a hint; QCDC_STATUS_ARGUMENT when @period is not a period or a place for a day is missing.
 */
QCDC_API
QcdcStatus qcdc_calendar_get_days(const QcdcCalendar *calendar, QcdcPeriod period, int32_t *out_first, int32_t *out_last,
                                  QcdcError *error);

/**
 * qcdc_calendar_find_period:
 * @calendar: (nullable) the rule from labels to days; NULL: a label is its civil days
 * @day: a day
 * @kind: a kind but to-date, of which many labels hold one day
 * @out_period: takes the label
 * @error: (nullable) takes what is wrong
 *
 * The label of a kind that holds the day; where a rule changed and two hold it, the earlier one. Source: S14, D35. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when no label of the kind holds the day; QCDC_STATUS_REFUSED for to-date; QCDC_STATUS_ARGUMENT
 * for a day outside the years 1 … 9999, for what is not a kind, or without a place for the period.
 */
QCDC_API
QcdcStatus qcdc_calendar_find_period(const QcdcCalendar *calendar, int32_t day, QcdcCalendarKind kind, QcdcPeriod *out_period,
                                     QcdcError *error);

/**
 * qcdc_calendar_differs:
 * @calendar: (nullable) a calendar
 * @left: a period
 * @right: another
 *
 * Whether two labels are cut off in different ways: ruled by different rows, or one by none, and the rows have not the same
 * offsets and days. Source: D40. Threads: any.
 *
 * Returns: true where they are; false of ranges of days, of what is not a period, and without a calendar.
 */
QCDC_API
bool qcdc_calendar_differs(const QcdcCalendar *calendar, QcdcPeriod left, QcdcPeriod right);

/**
 * qcdc_calendar_get_deadline:
 * @calendar: (nullable) the rule from labels to days
 * @period: a period
 * @working_days: how many; 0 is the last day of the period itself
 * @holidays: (nullable if @holiday_count is 0) days without work, ascending
 * @holiday_count: how many
 * @out_day: takes the day
 * @error: (nullable) takes what is wrong
 *
 * So many working days after the last day of the period: days that are neither Saturday, Sunday nor a holiday. Source: S14, D41.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED without a calendar, for a label that no row rules, where @holidays has no day of a year
 * that is touched, and for a day after the year 9999; QCDC_STATUS_ARGUMENT when @period is not a period or a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_calendar_get_deadline(const QcdcCalendar *calendar, QcdcPeriod period, uint32_t working_days,
                                      const int32_t *holidays, size_t holiday_count, int32_t *out_day, QcdcError *error);

QCDC_END_DECLS

#endif
