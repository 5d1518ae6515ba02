/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include <string.h>

#include "kernel/error-private.h"

/* What each row rests on, and what is not here because it is not confirmed, stands in docs/calendars.md (D37). */

enum {
    DECREE_09_IN_FORCE = 17967 /* 2019-03-12 */
};

#define ALWAYS INT32_MIN, INT32_MAX
#define SINCE_DECREE_09 DECREE_09_IN_FORCE, INT32_MAX

static const QcdcCalendarRow civil[] = {
    {ALWAYS, 0, 0, 1, 31, QCDC_CALENDAR_KIND_MONTH, {0}},       {ALWAYS, 0, 0, 1, 31, QCDC_CALENDAR_KIND_QUARTER, {0}},
    {ALWAYS, 0, 0, 1, 31, QCDC_CALENDAR_KIND_HALF, {0}},        {ALWAYS, 0, 0, 1, 31, QCDC_CALENDAR_KIND_TO_DATE, {0}},
    {ALWAYS, 0, 0, 1, 31, QCDC_CALENDAR_KIND_NINE_MONTHS, {0}}, {ALWAYS, 0, 0, 1, 31, QCDC_CALENDAR_KIND_YEAR, {0}},
};

/* From the 15th of the month before to the 14th. */
static const QcdcCalendarRow decree_09[] = {
    {SINCE_DECREE_09, -1, 0, 15, 14, QCDC_CALENDAR_KIND_MONTH, {0}},
    {SINCE_DECREE_09, -1, 0, 15, 14, QCDC_CALENDAR_KIND_QUARTER, {0}},
    {SINCE_DECREE_09, -1, 0, 15, 14, QCDC_CALENDAR_KIND_HALF, {0}},
    {SINCE_DECREE_09, -1, 0, 15, 14, QCDC_CALENDAR_KIND_YEAR, {0}},
};

/* From the 16th of the month before to the 15th. */
static const QcdcCalendarRow inspection_2013[] = {
    {ALWAYS, -1, 0, 16, 15, QCDC_CALENDAR_KIND_QUARTER, {0}},
    {ALWAYS, -1, 0, 16, 15, QCDC_CALENDAR_KIND_HALF, {0}},
    {ALWAYS, -1, 0, 16, 15, QCDC_CALENDAR_KIND_NINE_MONTHS, {0}},
    {ALWAYS, -1, 0, 16, 15, QCDC_CALENDAR_KIND_YEAR, {0}},
};

static const QcdcCalendar shipped[] = {
    {"civil", civil, sizeof civil / sizeof civil[0]},
    {"decree-09", decree_09, sizeof decree_09 / sizeof decree_09[0]},
    {"inspection-2013", inspection_2013, sizeof inspection_2013 / sizeof inspection_2013[0]},
};

enum {
    SHIPPED_COUNT = sizeof shipped / sizeof shipped[0]
};

const char *qcdc_calendar_get_shipped_name(size_t index)
{
    return index < SHIPPED_COUNT ? shipped[index].name : NULL;
}

static bool equals(const char *left, const char *right)
{
    size_t length = strlen(left);
    return length == strlen(right) && memcmp(left, right, length) == 0;
}

QcdcStatus qcdc_calendar_find_shipped(const char *name, QcdcCalendar *out_calendar, QcdcError *error)
{
    if (name == NULL || out_calendar == NULL)
        return qcdc_error_set_argument(error, "no name, or no place for the calendar");
    for (size_t i = 0; i < SHIPPED_COUNT; i++)
        if (equals(name, shipped[i].name)) {
            *out_calendar = shipped[i];
            return QCDC_OK;
        }
    return qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "calendar", name, strlen(name), "is not shipped",
                                "civil, decree-09, inspection-2013");
}
