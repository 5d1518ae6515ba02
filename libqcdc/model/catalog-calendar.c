/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdlib.h>
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* The calendar of a catalog: chosen among the rows that were added and those shipped, and held against the holidays (S14). */

static CalendarLine *get_line(const CalendarTable *table, size_t index)
{
    return &ARRAY_AT(&table->lines, CalendarLine, index);
}

/* Choosing */

static bool has_own(const CalendarTable *table, const char *name)
{
    for (size_t i = 0; i < table->lines.count; i++)
        if (strcmp(get_line(table, i)->texts[QCDC_CALENDAR_NAME], name) == 0)
            return true;
    return false;
}

static QcdcStatus fail_unknown(const CalendarTable *table, const char *name, QcdcError *error)
{
    Nearest nearest = nearest_begin(name);
    const char *shipped;
    Text hint = {0};
    for (size_t i = 0; i < table->lines.count; i++)
        nearest_offer(&nearest, get_line(table, i)->texts[QCDC_CALENDAR_NAME]);
    for (size_t i = 0; (shipped = qcdc_calendar_get_shipped_name(i)) != NULL; i++)
        nearest_offer(&nearest, shipped);
    nearest_append(&nearest, &hint);
    if (hint.length == 0)
        text_append(&hint, "a name of calendars.csv, or civil, decree-09, inspection-2013");
    QcdcStatus status = hint.failed ? memory_fail(error)
                                    : qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "calendar", name, strlen(name),
                                                           "is not known", text_get(&hint));
    text_clear(&hint);
    return status;
}

static QcdcStatus choose(QcdcCatalog *catalog, const char *name, QcdcError *error)
{
    CalendarTable *table = &catalog->calendars;
    QcdcCalendar shipped;
    if (name[0] != '\0' && !has_own(table, name) && qcdc_calendar_find_shipped(name, &shipped, NULL) != QCDC_OK)
        return fail_unknown(table, name, error);
    const char *kept = string_pool_keep(&catalog->strings, name, strlen(name));
    if (kept == NULL)
        return memory_fail(error);
    table->name = kept;
    return QCDC_OK;
}

QcdcStatus qcdc_catalog_builder_set_calendar(QcdcCatalogBuilder *builder, const char *name, QcdcError *error)
{
    if (!catalog_builder_is_usable(builder))
        return qcdc_error_set_argument(error, "no builder, or a spent one");
    Text scratch = {0};
    size_t length;
    const char *composed = name == NULL ? "" : compose_text(name, strlen(name), &scratch, &length);
    QcdcStatus status = composed != NULL ? choose(builder->catalog, composed, error) : memory_fail(error);
    text_clear(&scratch);
    return status;
}

/* Freezing */

static void enter_line(Report *report, const QcdcCatalogBuilder *builder, const CalendarLine *line)
{
    report->file = line->file;
    report->row = line->line;
    report->columns = builder->calendar_columns;
    report->column_count = QCDC_CALENDAR_FIELD_END;
    report->unit = report->indicator = report->period = NULL;
}

static void enter_holiday(Report *report, const QcdcCatalogBuilder *builder, const HolidayLine *line)
{
    report->file = line->file;
    report->row = line->line;
    report->columns = builder->holiday_columns;
    report->column_count = QCDC_HOLIDAY_FIELD_END;
    report->unit = report->indicator = report->period = NULL;
}

static void append_row(Text *words, int32_t line)
{
    if (line <= 0)
        return;
    text_append(words, ", as in row ");
    text_append_number(words, line);
}

static bool overlap(const CalendarLine *left, const CalendarLine *right)
{
    return left->row.kind == right->row.kind && left->row.kind != QCDC_CALENDAR_KIND_NONE &&
           left->row.valid_from <= right->row.valid_to && right->row.valid_from <= left->row.valid_to &&
           strcmp(left->texts[QCDC_CALENDAR_NAME], right->texts[QCDC_CALENDAR_NAME]) == 0;
}

static void report_overlap(const QcdcCatalogBuilder *builder, Report *report, const CalendarLine *line,
                           const CalendarLine *earlier)
{
    Text words = {0};
    text_append(&words, "of the calendar holds on the same days");
    append_row(&words, earlier->line);
    enter_line(report, builder, line);
    report_fault(report, FINDING_CALENDAR_OVERLAP, QCDC_CALENDAR_KIND, "kind", line->texts[QCDC_CALENDAR_KIND],
                 text_get(&words), "see valid_from and valid_to of both rows");
    text_clear(&words);
}

/* D35: one overlap a row is told. */
static void check_overlaps(const QcdcCatalogBuilder *builder, Report *report)
{
    const CalendarTable *table = &builder->catalog->calendars;
    for (size_t i = 0; i < table->lines.count; i++)
        for (size_t k = 0; k < i; k++)
            if (QCDC_FAULT("catalog-calendar-overlap", overlap(get_line(table, k), get_line(table, i)), false)) {
                report_overlap(builder, report, get_line(table, i), get_line(table, k));
                break;
            }
}

/* A holiday and its number in the file. */
typedef struct NumberedDay {
    int32_t day;
    uint32_t number;
} NumberedDay;

static int compare_days(const void *left_item, const void *right_item)
{
    const NumberedDay *left = left_item, *right = right_item;
    if (left->day != right->day)
        return left->day < right->day ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

static void report_twice(const QcdcCatalogBuilder *builder, Report *report, const HolidayLine *line, const HolidayLine *earlier)
{
    Text words = {0};
    text_append(&words, "is there already");
    append_row(&words, earlier->line);
    enter_holiday(report, builder, line);
    report_fault(report, FINDING_HOLIDAY_TWICE, QCDC_HOLIDAY_DATE, "date", line->texts[QCDC_HOLIDAY_DATE], text_get(&words),
                 "keep one of the two");
    text_clear(&words);
}

static void spread_days(const QcdcCatalogBuilder *builder, Report *report, const NumberedDay *sorted, size_t count)
{
    CalendarTable *table = &builder->catalog->calendars;
    const HolidayLine *lines = table->holidays.items;
    size_t first = 0;
    for (size_t i = 0; i < count; i++) {
        if (sorted[i].day == INT32_MIN)
            continue;
        if (table->day_count > 0 && table->days[table->day_count - 1] == sorted[i].day) {
            report_twice(builder, report, &lines[sorted[i].number], &lines[sorted[first].number]);
            continue;
        }
        first = i;
        table->days[table->day_count++] = sorted[i].day;
    }
}

static bool sort_holidays(const QcdcCatalogBuilder *builder, Report *report)
{
    CalendarTable *table = &builder->catalog->calendars;
    size_t count = table->holidays.count;
    NumberedDay *sorted = memory_try_new(count, sizeof *sorted);
    table->days = memory_try_new(count, sizeof *table->days);
    bool is_done = sorted != NULL && table->days != NULL;
    for (size_t i = 0; is_done && i < count; i++)
        sorted[i] = (NumberedDay){ARRAY_AT(&table->holidays, HolidayLine, i).day, (uint32_t)i};
    if (is_done && count > 0) {
        qsort(sorted, count, sizeof *sorted, compare_days);
        spread_days(builder, report, sorted, count);
    }
    qcdc_free(sorted);
    return is_done;
}

static bool choose_rows(CalendarTable *table)
{
    if (table->name == NULL || table->name[0] == '\0')
        return true;
    if (!QCDC_FAULT("catalog-own-calendar", has_own(table, table->name), false))
        return qcdc_calendar_find_shipped(table->name, &table->chosen, NULL) == QCDC_OK;
    for (size_t i = 0; i < table->lines.count; i++) {
        const CalendarLine *line = get_line(table, i);
        if (strcmp(line->texts[QCDC_CALENDAR_NAME], table->name) == 0 &&
            !array_append(&table->rows, &line->row, 1, sizeof line->row))
            return false;
    }
    table->chosen = (QcdcCalendar){table->name, table->rows.items, table->rows.count};
    return true;
}

bool catalog_gather_calendars(QcdcCatalogBuilder *builder, Report *report)
{
    check_overlaps(builder, report);
    return sort_holidays(builder, report) && choose_rows(&builder->catalog->calendars);
}

/* Questions */

const QcdcCalendar *qcdc_catalog_get_calendar(const QcdcCatalog *catalog)
{
    return catalog != NULL && catalog->calendars.chosen.name != NULL ? &catalog->calendars.chosen : NULL;
}

bool catalog_find_days(const QcdcCatalog *catalog, QcdcPeriod period, int32_t *out_first, int32_t *out_last)
{
    const QcdcCalendar *calendar = QCDC_FAULT("catalog-calendar-days", qcdc_catalog_get_calendar(catalog), NULL);
    QcdcStatus status = qcdc_calendar_get_days(calendar, period, out_first, out_last, NULL);
    return status == QCDC_OK || (status == QCDC_STATUS_REFUSED &&
                                 qcdc_calendar_get_days(NULL, period, out_first, out_last, NULL) == QCDC_OK);
}

QcdcStatus qcdc_catalog_get_days(const QcdcCatalog *catalog, QcdcPeriod period, int32_t *out_first, int32_t *out_last,
                                 QcdcError *error)
{
    if (catalog == NULL)
        return qcdc_error_set_argument(error, "no catalog");
    const QcdcCalendar *calendar = qcdc_catalog_get_calendar(catalog);
    if (calendar == NULL && qcdc_period_is_valid(period) && period.kind != QCDC_PERIOD_DAYS) {
        qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "without a calendar there are no cut-off days", NULL,
                       "name one: calendar=decree-09 in bundle.ini, or --calendar");
        return qcdc_error_refuse(error, QCDC_REFUSAL_DEADLINE_CALENDAR);
    }
    return qcdc_calendar_get_days(calendar, period, out_first, out_last, error);
}

QcdcStatus qcdc_catalog_get_deadline(const QcdcCatalog *catalog, QcdcPeriod period, uint32_t working_days, int32_t *out_day,
                                     QcdcError *error)
{
    if (catalog == NULL)
        return qcdc_error_set_argument(error, "no catalog");
    return qcdc_calendar_get_deadline(qcdc_catalog_get_calendar(catalog), period, working_days, catalog->calendars.days,
                                      catalog->calendars.day_count, out_day, error);
}

/* Rows, for writing them back */

size_t catalog_calendar_line_count(const QcdcCatalog *catalog)
{
    return catalog->calendars.lines.count;
}

const CalendarLine *catalog_calendar_line(const QcdcCatalog *catalog, size_t index)
{
    return get_line(&catalog->calendars, index);
}

const Attribute *catalog_calendar_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count)
{
    return attribute_table_get(&catalog->calendars.line_attributes, (uint32_t)index, out_count);
}

size_t catalog_holiday_count(const QcdcCatalog *catalog)
{
    return catalog->calendars.holidays.count;
}

const HolidayLine *catalog_holiday(const QcdcCatalog *catalog, size_t index)
{
    return &ARRAY_AT(&catalog->calendars.holidays, HolidayLine, index);
}

const Attribute *catalog_holiday_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count)
{
    return attribute_table_get(&catalog->calendars.holiday_attributes, (uint32_t)index, out_count);
}
