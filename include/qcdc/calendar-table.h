/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CALENDAR_TABLE_H
#define QCDC_CALENDAR_TABLE_H

#include <qcdc/calendar.h>
#include <qcdc/findings.h>

QCDC_BEGIN_DECLS

/** QcdcCalendarField: the columns of calendars.csv (contracts.md), in writing order. */
typedef enum {
    QCDC_CALENDAR_NAME = 0,           /**< name of the calendar; its rows are those of one name */
    QCDC_CALENDAR_KIND,               /**< month, quarter, half, to-date, nine-months, year */
    QCDC_CALENDAR_FIRST_MONTH_OFFSET, /**< −12 … 12 months from the label's first month */
    QCDC_CALENDAR_FIRST_DAY,          /**< 1 … 31 */
    QCDC_CALENDAR_LAST_MONTH_OFFSET,  /**< −12 … 12 months from the label's last month */
    QCDC_CALENDAR_LAST_DAY,           /**< 1 … 31 */
    QCDC_CALENDAR_VALID_FROM,         /**< first day on which the last day of a label may lie, YYYY-MM-DD */
    QCDC_CALENDAR_VALID_TO,           /**< last such day */
    QCDC_CALENDAR_FIELD_END           /**< sentinel */
} QcdcCalendarField;

/** QcdcHolidayField: the columns of holidays.csv (contracts.md), in writing order. */
typedef enum {
    QCDC_HOLIDAY_DATE = 0, /**< a day without work, YYYY-MM-DD */
    QCDC_HOLIDAY_NAME,     /**< what it is called */
    QCDC_HOLIDAY_FIELD_END /**< sentinel */
} QcdcHolidayField;

/**
 * qcdc_calendar_field_to_name:
 * @field: any number
 *
 * The name of the column of calendars.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_calendar_field_to_name(QcdcCalendarField field);

/**
 * qcdc_holiday_field_to_name:
 * @field: any number
 *
 * The name of the column of holidays.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_holiday_field_to_name(QcdcHolidayField field);

/**
 * qcdc_catalog_builder_add_calendar_row:
 * @builder: a builder that is not spent
 * @record: a row by QcdcCalendarField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * With findings, every fault of the row goes there, the call returns QCDC_OK, and freezing fails later; without, the first fault is
 * the error, and the builder is as it was before. That two rows of one kind do not overlap is looked at in freezing. Source: D35,
 * contracts.md "Bundle". Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX
 * for a field that cannot be read, QCDC_STATUS_REFUSED for days or an interval that end before they begin, and QCDC_STATUS_MEMORY past
 * 500 rows.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_calendar_row(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                                 QcdcError *error);

/**
 * qcdc_catalog_builder_add_holiday:
 * @builder: a builder that is not spent
 * @record: a row by QcdcHolidayField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * Faults as those of qcdc_catalog_builder_add_calendar_row(). Source: D41, contracts.md "Bundle". Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX
 * for a field that cannot be read.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_holiday(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                            QcdcError *error);

/**
 * qcdc_catalog_builder_set_calendar:
 * @builder: a builder that is not spent, with the rows of its calendars
 * @name: (nullable) a name of those rows, else of a shipped calendar; NULL or "": no calendar, as at the start
 * @error: (nullable) what went wrong
 *
 * The calendar by which labels become days. Source: S14, D38. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when nothing has the name; QCDC_STATUS_ARGUMENT without a builder; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_set_calendar(QcdcCatalogBuilder *builder, const char *name, QcdcError *error);

/**
 * qcdc_catalog_get_calendar:
 * @catalog: (nullable) a catalog
 *
 * The calendar that was chosen, with its name. Source: S14, D38. Threads: any.
 *
 * Returns: (nullable) the calendar, owned by the catalog; NULL where none was chosen, and without a catalog.
 */
QCDC_API
const QcdcCalendar *qcdc_catalog_get_calendar(const QcdcCatalog *catalog);

/**
 * qcdc_catalog_get_days:
 * @catalog: a catalog
 * @period: a period
 * @out_first: takes its first day
 * @out_last: takes its last day, which is inside: the cut-off day
 * @error: (nullable) what went wrong
 *
 * The days of a period by the calendar that was chosen. Source: S14, D36. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for a label that no row of the calendar rules, and of a label where there is no calendar, with
 * a hint; QCDC_STATUS_ARGUMENT without a catalog or place, or for what is not a period.
 */
QCDC_API
QcdcStatus qcdc_catalog_get_days(const QcdcCatalog *catalog, QcdcPeriod period, int32_t *out_first, int32_t *out_last,
                                 QcdcError *error);

/**
 * qcdc_catalog_get_deadline:
 * @catalog: a catalog
 * @period: a period
 * @working_days: how many after the last day of the period; 0 is that day
 * @out_day: takes the day
 * @error: (nullable) what went wrong
 *
 * By the calendar that was chosen and the holidays. Source: D41. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED without a calendar, for a label that no row rules, and where no holiday of a year that is touched
 * is known, with a hint; QCDC_STATUS_ARGUMENT without a catalog or place, or for what is not a period.
 */
QCDC_API
QcdcStatus qcdc_catalog_get_deadline(const QcdcCatalog *catalog, QcdcPeriod period, uint32_t working_days, int32_t *out_day,
                                     QcdcError *error);

QCDC_END_DECLS

#endif
