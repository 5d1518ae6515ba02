/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "calendar-table-private.h"

#include <string.h>

#include "kernel/calendar-private.h"

static const char *const field_names[QCDC_CALENDAR_FIELD_END] = {
    "name", "kind", "first_month_offset", "first_day", "last_month_offset", "last_day", "valid_from", "valid_to",
};

static const char *const holiday_field_names[QCDC_HOLIDAY_FIELD_END] = {"date", "name"};

const char *qcdc_calendar_field_to_name(QcdcCalendarField field)
{
    return (unsigned)field < QCDC_CALENDAR_FIELD_END ? field_names[field] : NULL;
}

const char *qcdc_holiday_field_to_name(QcdcHolidayField field)
{
    return (unsigned)field < QCDC_HOLIDAY_FIELD_END ? holiday_field_names[field] : NULL;
}

/* A name stands in bundle.ini and in commands. */
static bool is_name(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)name[i] < 0x20 || name[i] == 0x7F)
            return false;
    return length == 0 || (name[0] != ' ' && name[length - 1] != ' ');
}

static void check_name(Report *report, const char *name)
{
    if (!is_name(name))
        report_fault(report, FINDING_CALENDAR_NAME, QCDC_CALENDAR_NAME, "name", name, "holds a character that names do not hold",
                     "no control characters, no space at either end");
}

/* All but the validity. */
static void check_present(Report *report, const CalendarLine *line)
{
    for (int field = QCDC_CALENDAR_NAME; field <= QCDC_CALENDAR_LAST_DAY; field++)
        if (line->texts[field][0] == '\0')
            report_empty(report, field, field_names[field], "each row has a name, a kind, two offsets and two days");
}

static void read_kind(Report *report, CalendarLine *line)
{
    const char *names[QCDC_CALENDAR_KIND_END] = {NULL}, *text = line->texts[QCDC_CALENDAR_KIND];
    Text hint = {0};
    for (unsigned kind = QCDC_CALENDAR_KIND_MONTH; kind < QCDC_CALENDAR_KIND_END; kind++) {
        names[kind - 1] = qcdc_calendar_kind_to_name((QcdcCalendarKind)kind);
        if (strcmp(text, names[kind - 1]) == 0)
            line->row.kind = (uint8_t)kind;
    }
    if (line->row.kind != QCDC_CALENDAR_KIND_NONE || text[0] == '\0')
        return;
    text_append_choices(&hint, names);
    report_fault_with(report, FINDING_CALENDAR_KIND, QCDC_CALENDAR_KIND, "kind", text, "is not known", &hint);
}

static void read_offset(Report *report, const CalendarLine *line, QcdcCalendarField field, int8_t *out_offset)
{
    const char *text = line->texts[field];
    bool is_back = text[0] == '-';
    int64_t months = read_whole(text + is_back, QCDC_CALENDAR_MOST_OFFSET);
    if (months < 0 && text[0] != '\0')
        report_fault(report, FINDING_CALENDAR_OFFSET, field, field_names[field], text, "is not a number of months",
                     "-12 … 12, and 0 is the label's own month");
    *out_offset = months < 0 ? 0 : (int8_t)(is_back ? -months : months);
}

static void read_day_of_month(Report *report, const CalendarLine *line, QcdcCalendarField field, uint8_t *out_day)
{
    const char *text = line->texts[field];
    int64_t day = read_whole(text, QCDC_CALENDAR_MOST_DAY);
    if (day < 1 && text[0] != '\0')
        report_fault(report, FINDING_CALENDAR_DAY, field, field_names[field], text, "is not a day of a month",
                     "1 … 31, and 31 is the end of any month");
    *out_day = day < 1 ? 1 : (uint8_t)day;
}

static void read_validity(Report *report, CalendarLine *line)
{
    const char *from = line->texts[QCDC_CALENDAR_VALID_FROM];
    line->row.valid_from = read_day(report, QCDC_CALENDAR_VALID_FROM, from, INT32_MIN);
    line->row.valid_to = read_day(report, QCDC_CALENDAR_VALID_TO, line->texts[QCDC_CALENDAR_VALID_TO], INT32_MAX);
    if (line->row.valid_from > line->row.valid_to)
        report_fault(report, FINDING_INTERVAL, QCDC_CALENDAR_VALID_FROM, "valid_from", from, "is after valid_to",
                     "valid_to is the last day, itself included");
}

static void check_order(Report *report, const CalendarLine *line)
{
    if (!qcdc_calendar_row_is_ordered(&line->row))
        report_fault(report, FINDING_CALENDAR_INTERVAL, QCDC_CALENDAR_FIRST_DAY, "first_day",
                     line->texts[QCDC_CALENDAR_FIRST_DAY], "begins a label after its last day", "see both offsets and last_day");
}

void calendar_read_record(Report *report, StringPool *strings, const QcdcRecord *record, CalendarLine *out_line)
{
    CalendarLine line = {.line = record->row};
    size_t faults = report->fault_count;
    for (int field = 0; field < QCDC_CALENDAR_FIELD_END; field++)
        line.texts[field] = record_keep(report, strings, record, field, field_names[field]);
    check_present(report, &line);
    check_name(report, line.texts[QCDC_CALENDAR_NAME]);
    read_kind(report, &line);
    read_offset(report, &line, QCDC_CALENDAR_FIRST_MONTH_OFFSET, &line.row.first_month_offset);
    read_day_of_month(report, &line, QCDC_CALENDAR_FIRST_DAY, &line.row.first_day);
    read_offset(report, &line, QCDC_CALENDAR_LAST_MONTH_OFFSET, &line.row.last_month_offset);
    read_day_of_month(report, &line, QCDC_CALENDAR_LAST_DAY, &line.row.last_day);
    read_validity(report, &line);
    if (report->fault_count == faults && report->status == QCDC_OK)
        check_order(report, &line);
    if (report->fault_count > faults)
        line.row.kind = QCDC_CALENDAR_KIND_NONE;
    *out_line = line;
}

void holiday_read_record(Report *report, StringPool *strings, const QcdcRecord *record, HolidayLine *out_line)
{
    HolidayLine line = {.line = record->row};
    for (int field = 0; field < QCDC_HOLIDAY_FIELD_END; field++)
        line.texts[field] = record_keep(report, strings, record, field, holiday_field_names[field]);
    if (line.texts[QCDC_HOLIDAY_DATE][0] == '\0')
        report_empty(report, QCDC_HOLIDAY_DATE, "date", "each holiday has a date");
    line.day = read_day(report, QCDC_HOLIDAY_DATE, line.texts[QCDC_HOLIDAY_DATE], INT32_MIN);
    *out_line = line;
}

void calendar_table_clear(CalendarTable *table)
{
    array_clear(&table->lines);
    array_clear(&table->holidays);
    array_clear(&table->rows);
    attribute_table_clear(&table->line_attributes);
    attribute_table_clear(&table->holiday_attributes);
    qcdc_free(table->days);
    table->days = NULL;
}
