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

/* a day is an int32_t counted from 1970-01-01, years 1 … 9999, proleptic Gregorian */
QCDC_API
QcdcStatus qcdc_day_from_date(int year, int month, int day, int32_t *out_day, QcdcError *error);
QCDC_API
void qcdc_day_to_date(int32_t day, int *out_year, int *out_month, int *out_day);
QCDC_API
QcdcStatus qcdc_day_parse(const char *text, size_t length, int32_t *out_day, QcdcError *error);
QCDC_API
size_t qcdc_day_to_text(int32_t day, char *buffer, size_t size);
/* first and last day, both inside */
QCDC_API
QcdcStatus qcdc_calendar_get_days(QcdcCalendar calendar, QcdcPeriod period, int32_t *out_first, int32_t *out_last, QcdcError *error);

QCDC_END_DECLS

#endif
