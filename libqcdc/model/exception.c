/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/exception.h>

#include "catalog-layout-private.h"

static const char *const field_names[QCDC_EXCEPTION_FIELD_END] = {"unit", "indicator", "valid_from", "valid_to", "reason"};

const char *qcdc_exception_field_to_name(QcdcExceptionField field)
{
    return (unsigned)field < QCDC_EXCEPTION_FIELD_END ? field_names[field] : NULL;
}

static void check_present(Report *report, const ExceptionRow *exception, QcdcExceptionField field)
{
    if (exception->texts[field][0] == '\0')
        report_empty(report, field, field_names[field], "each exception names a unit, and an indicator or * for all");
}

static void read_interval(Report *report, ExceptionRow *exception)
{
    const char *from = exception->texts[QCDC_EXCEPTION_VALID_FROM];
    exception->first_day = read_day(report, QCDC_EXCEPTION_VALID_FROM, from, INT32_MIN);
    exception->last_day = read_day(report, QCDC_EXCEPTION_VALID_TO, exception->texts[QCDC_EXCEPTION_VALID_TO], INT32_MAX);
    if (exception->first_day > exception->last_day)
        report_fault(report, FINDING_INTERVAL, QCDC_EXCEPTION_VALID_FROM, "valid_from", from, "is after valid_to",
                     "valid_to is the last day, itself included");
}

void exception_read_record(Report *report, StringPool *strings, const QcdcRecord *record, ExceptionRow *out_exception)
{
    ExceptionRow exception = {.indicator = (QcdcIndicatorId)QCDC_ID_NONE, .row = record->row};
    for (int field = 0; field < QCDC_EXCEPTION_FIELD_END; field++)
        exception.texts[field] = record_keep(report, strings, record, field, field_names[field]);
    report->unit = exception.texts[QCDC_EXCEPTION_UNIT];
    report->indicator = exception.texts[QCDC_EXCEPTION_INDICATOR];
    check_present(report, &exception, QCDC_EXCEPTION_UNIT);
    check_present(report, &exception, QCDC_EXCEPTION_INDICATOR);
    read_interval(report, &exception);
    /* a day that cannot be read is open: names are looked up all the same */
    exception.is_faulty = exception.texts[QCDC_EXCEPTION_UNIT][0] == '\0' || exception.texts[QCDC_EXCEPTION_INDICATOR][0] == '\0' ||
                          exception.first_day > exception.last_day;
    *out_exception = exception;
}
