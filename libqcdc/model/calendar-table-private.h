/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CALENDAR_TABLE_PRIVATE_H
#define QCDC_CALENDAR_TABLE_PRIVATE_H

#include <qcdc/calendar-table.h>

#include "record-private.h"

/* The tables calendars.csv and holidays.csv. */

enum {
    MOST_CALENDAR_LINES = 500 /* a limit for hostile input: each label is held against each of them */
};

/* A row of calendars.csv; of a faulty one the kind is none, so that it rules nothing. */
typedef struct CalendarLine {
    const char *texts[QCDC_CALENDAR_FIELD_END]; /* never NULL */
    QcdcCalendarRow row;
    int32_t line;
    const char *file; /* or "" */
} CalendarLine;

/* A row of holidays.csv. */
typedef struct HolidayLine {
    const char *texts[QCDC_HOLIDAY_FIELD_END]; /* never NULL */
    int32_t day; /* INT32_MIN: could not be read */
    int32_t line;
    const char *file; /* or "" */
} HolidayLine;

/* Both tables of a catalog, and what is made of them in freezing. */
typedef struct CalendarTable {
    Array lines;      /* CalendarLine, in file order */
    Array holidays;   /* HolidayLine, in file order */
    bool is_over;     /* more lines than there may be; it is told */
    AttributeTable line_attributes, holiday_attributes;
    const char *name; /* of the chosen calendar; "": none */
    QcdcCalendar chosen;
    Array rows;       /* QcdcCalendarRow: those of @chosen where it is one of the table */
    int32_t *days;    /* holidays, ascending */
    size_t day_count;
} CalendarTable;

/* The rows in the words of the tables. Faults go to @report, the rest of the row is read all the same. */
void calendar_read_record(Report *report, StringPool *strings, const QcdcRecord *record, CalendarLine *out_line);
void holiday_read_record(Report *report, StringPool *strings, const QcdcRecord *record, HolidayLine *out_line);
void calendar_table_clear(CalendarTable *table);

#endif
