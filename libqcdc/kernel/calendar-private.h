/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CALENDAR_PRIVATE_H
#define QCDC_CALENDAR_PRIVATE_H

#include <qcdc/calendar.h>

enum {
    QCDC_CALENDAR_MOST_OFFSET = 12,
    QCDC_CALENDAR_MOST_DAY = 31
};

/* Is the first day of every label of the kind on or before its last? Kind, offsets and days are in their ranges. */
bool qcdc_calendar_row_is_ordered(const QcdcCalendarRow *row);

#endif
