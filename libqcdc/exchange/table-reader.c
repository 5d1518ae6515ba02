/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/table-reader-private.h"

#include <glib.h>
#include <string.h>

#include <qcdc/calendar-table.h>
#include <qcdc/dataset.h>
#include <qcdc/layout.h>

#include "exchange/corrections-private.h"
#include "exchange/nearest-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"
#include "model/memory-private.h"
#include "writing/place-private.h"

enum {
    MOST_FIELDS = QCDC_INDICATOR_FIELD_END, /* of the table with the most columns */
    MOST_VALUES = MOST_FIELDS + CATALOG_MOST_HIERARCHIES,
    COLUMN_ATTRIBUTE = -1,
    COLUMN_UNREAD = -2,
    MESSAGE_SIZE = 160,
    HINT_SIZE = QCDC_ERROR_HINT_SIZE
};

typedef struct TableReader {
    const TableShape *shape;
    FaultReport report;
    TableHandler handler;
    HierarchyHandler add_hierarchy; /* or NULL: the table has none */
    void *data;
    size_t hierarchy_count; /* their parents follow the fields of the shape */
    bool has_header, is_refused;
    size_t handler_errors; /* put down by the handler */
    Array meanings; /* int32_t by column of the file: a field, or COLUMN_… */
    const char *values[MOST_VALUES];
    int32_t columns[MOST_VALUES]; /* 1-based column of the file by field; 0 if it has none */
    StringPool names;             /* of attributes; the header row itself is gone when rows come */
    Array attribute_names;        /* const char * */
    Array attribute_values;       /* const char * */
} TableReader;

static const char *name_unit_field(size_t field)
{
    return qcdc_unit_field_to_name((QcdcUnitField)field);
}

static const char *name_indicator_field(size_t field)
{
    return qcdc_indicator_field_to_name((QcdcIndicatorField)field);
}

static const char *name_exception_field(size_t field)
{
    return qcdc_exception_field_to_name((QcdcExceptionField)field);
}

static const char *name_rule_field(size_t field)
{
    return qcdc_rule_field_to_name((QcdcRuleField)field);
}

static const char *name_observation_field(size_t field)
{
    return qcdc_observation_field_to_name((QcdcObservationField)field);
}

const TableShape units_shape = { "units.csv", name_unit_field, QCDC_UNIT_FIELD_END, QCDC_UNIT_LEVEL + 1, true, true, false };
const TableShape indicators_shape = { "indicators.csv", name_indicator_field, QCDC_INDICATOR_FIELD_END,
                                      QCDC_INDICATOR_MEASURE + 1, false, true, false };
const TableShape exceptions_shape = { "exceptions.csv", name_exception_field, QCDC_EXCEPTION_FIELD_END,
                                      QCDC_EXCEPTION_INDICATOR + 1, false, false, true };
const TableShape observations_shape = { "observations.csv", name_observation_field, QCDC_OBSERVATION_FIELD_END,
                                        QCDC_OBSERVATION_VALUE + 1, false, false, false };
const TableShape revisions_shape = { "revisions.csv", correction_field_to_name, CORRECTION_FIELD_END,
                                     CORRECTION_OBSERVATION + QCDC_OBSERVATION_VALUE + 1, false, false, true };
const TableShape rules_shape = { "rules.csv", name_rule_field, QCDC_RULE_FIELD_END, QCDC_RULE_RULE + 1, false, false, true };

static const char *name_calendar_field(size_t field)
{
    return qcdc_calendar_field_to_name((QcdcCalendarField)field);
}

static const char *name_holiday_field(size_t field)
{
    return qcdc_holiday_field_to_name((QcdcHolidayField)field);
}

const TableShape calendars_shape = { "calendars.csv", name_calendar_field, QCDC_CALENDAR_FIELD_END, QCDC_CALENDAR_LAST_DAY + 1,
                                     false, true, true };
const TableShape holidays_shape = { "holidays.csv", name_holiday_field, QCDC_HOLIDAY_FIELD_END, QCDC_HOLIDAY_DATE + 1,
                                    false, false, true };
const TableShape places_shape = { "places.csv", place_field_to_name, PLACE_FIELD_END, PLACE_SHOWS + 1, false, false, true };

static const char *name_layout_field(size_t field)
{
    return qcdc_layout_field_to_name((QcdcLayoutField)field);
}

static const char *name_layout_line_field(size_t field)
{
    return qcdc_layout_line_field_to_name((QcdcLayoutLineField)field);
}

const TableShape layouts_shape = { "tables.csv", name_layout_field, QCDC_LAYOUT_FIELD_END, QCDC_LAYOUT_ROWS + 1, false, true, true };
const TableShape layout_lines_shape = { "table-lines.csv", name_layout_line_field, QCDC_LAYOUT_LINE_FIELD_END,
                                        QCDC_LAYOUT_LINE_TITLE + 1, false, true, true };

static size_t find_field(const TableShape *shape, const char *name)
{
    size_t field = 0;

    while (field < shape->field_count && strcmp(shape->field_to_name(field), name) != 0)
        field++;
    return field;
}

static QcdcStatus refuse_column(TableReader *reader, const CsvRow *header, size_t column, const char *code,
                                const char *complaint, const char *hint)
{
    const char *name = header->fields[column];

    return report_value(&reader->report, code, header->line, (int32_t)column + 1, "column", name, strlen(name),
                        complaint, hint);
}

static QcdcStatus refuse_unknown_column(TableReader *reader, const CsvRow *header, size_t column)
{
    const char *names[MOST_FIELDS + 1] = { NULL };
    char hint[HINT_SIZE];

    for (size_t field = 0; field < reader->shape->field_count; field++)
        names[field] = reader->shape->field_to_name(field);
    nearest_hint(header->fields[column], names, hint, sizeof hint);
    return refuse_column(reader, header, column, "QCDC-F112", "is not known", hint);
}

static QcdcStatus add_attribute(TableReader *reader, const CsvRow *header, size_t column)
{
    const char *name = string_pool_keep(&reader->names, header->fields[column], strlen(header->fields[column]));
    const char **names = ARRAY_ADD(&reader->attribute_names, const char *);
    const char **values = ARRAY_ADD(&reader->attribute_values, const char *);

    if (name == NULL || names == NULL || values == NULL)
        return memory_fail(reader->report.error);
    *names = name;
    *values = "";
    return QCDC_OK;
}

static bool is_attribute_known(const TableReader *reader, const char *name)
{
    return string_pool_find(&reader->names, name, strlen(name)) != UINT32_MAX;
}

static QcdcStatus refuse_second(TableReader *reader, const CsvRow *header, size_t column)
{
    return refuse_column(reader, header, column, "QCDC-F113", "stands twice", "keep one of the two");
}

static QcdcStatus take_attribute(TableReader *reader, const CsvRow *header, size_t column, int32_t *meaning)
{
    if (is_attribute_known(reader, header->fields[column]))
        return refuse_second(reader, header, column);
    *meaning = COLUMN_ATTRIBUTE;
    return add_attribute(reader, header, column);
}

static QcdcStatus take_hierarchy(TableReader *reader, const CsvRow *header, size_t column, int32_t *meaning)
{
    const char *name = header->fields[column] + strlen("parent.");
    size_t field = reader->shape->field_count + reader->hierarchy_count;
    QcdcError fault = { 0 };
    QcdcStatus status = reader->add_hierarchy(reader->data, name, &fault);

    if (status == QCDC_STATUS_DUPLICATE)
        return refuse_second(reader, header, column);
    /* one more than there may be is a fault of the file; memory that ran out has no value */
    if (status == QCDC_STATUS_MEMORY && fault.value[0] != '\0')
        fault.status = QCDC_STATUS_REFUSED;
    if (status != QCDC_OK)
        return report_error(&reader->report, "QCDC-F095", header->line, (int32_t)column + 1, "", &fault);
    *meaning = (int32_t)field;
    reader->columns[field] = (int32_t)column + 1;
    reader->hierarchy_count++;
    return QCDC_OK;
}

/* What a column of the header means; columns that mean nothing are reported and left unread. */
static QcdcStatus take_column(TableReader *reader, const CsvRow *header, size_t column, int32_t *meaning)
{
    const char *name = header->fields[column];
    size_t field = find_field(reader->shape, name);

    *meaning = COLUMN_UNREAD;
    if (field < reader->shape->field_count) {
        if (QCDC_FAULT("table-column-twice", reader->columns[field] > 0, false))
            return refuse_second(reader, header, column);
        *meaning = (int32_t)field;
        reader->columns[field] = (int32_t)column + 1;
        return QCDC_OK;
    }
    if (strncmp(name, "x_", 2) == 0 && name[2] != '\0')
        return take_attribute(reader, header, column, meaning);
    if (reader->add_hierarchy != NULL && strncmp(name, "parent.", 7) == 0 && name[7] != '\0')
        return take_hierarchy(reader, header, column, meaning);
    return refuse_unknown_column(reader, header, column);
}

static QcdcStatus demand_columns(TableReader *reader, const CsvRow *header)
{
    QcdcStatus status = QCDC_OK;

    for (size_t field = 0; field < reader->shape->mandatory_count && status == QCDC_OK; field++) {
        const char *name = reader->shape->field_to_name(field);
        if (reader->columns[field] > 0)
            continue;
        reader->is_refused = true; /* every row would be refused for it again */
        status = report_value(&reader->report, "QCDC-F114", header->line, 0, "column", name, strlen(name), "is missing",
                              "is the first row the names of the columns?");
    }
    return status;
}

static QcdcStatus take_header(TableReader *reader, const CsvRow *header)
{
    QcdcStatus status = QCDC_OK;

    reader->has_header = true;
    for (size_t column = 0; column < header->count && status == QCDC_OK; column++) {
        int32_t *meaning = ARRAY_ADD(&reader->meanings, int32_t);
        if (meaning == NULL)
            return memory_fail(reader->report.error);
        status = take_column(reader, header, column, meaning);
    }
    return status != QCDC_OK ? status : demand_columns(reader, header);
}

static QcdcStatus refuse_length(TableReader *reader, const CsvRow *row)
{
    char message[MESSAGE_SIZE];

    g_snprintf(message, sizeof message, "row has %" G_GSIZE_FORMAT " fields, the header has %" G_GSIZE_FORMAT,
               row->count, reader->meanings.count);
    return report_message(&reader->report, "QCDC-F111", row->line, 1, message,
                          "a field that holds the separator stands in quotes");
}

static void fill_values(TableReader *reader, const CsvRow *row)
{
    size_t attribute = 0;

    for (size_t column = 0; column < row->count; column++) {
        int32_t meaning = ARRAY_AT(&reader->meanings, int32_t, column);
        if (meaning >= 0)
            reader->values[meaning] = row->fields[column];
        else if (meaning == COLUMN_ATTRIBUTE)
            ARRAY_AT(&reader->attribute_values, const char *, attribute++) = row->fields[column];
    }
}

static QcdcStatus hand_over(TableReader *reader, const CsvRow *row)
{
    const QcdcRecord record = { .values = reader->values,
                                .value_count = reader->shape->field_count + reader->hierarchy_count,
                                .attribute_names = reader->attribute_names.items,
                                .attribute_values = reader->attribute_values.items,
                                .attribute_count = reader->attribute_names.count,
                                .source = reader->shape->file,
                                .row = row->line,
                                .columns = reader->columns };
    size_t errors = qcdc_findings_get_error_total(reader->report.findings);
    QcdcStatus status = reader->handler(reader->data, &record);

    reader->handler_errors += qcdc_findings_get_error_total(reader->report.findings) - errors;
    return status;
}

static QcdcStatus take_row(void *data, const CsvRow *row)
{
    TableReader *reader = data;

    if (!reader->has_header)
        return take_header(reader, row);
    if (reader->is_refused || (row->is_faulty && !reader->shape->is_named))
        return QCDC_OK;
    if (row->count != reader->meanings.count)
        return refuse_length(reader, row);
    fill_values(reader, row);
    return hand_over(reader, row);
}

static QcdcStatus report_absence(const FaultReport *report, SourceState state)
{
    if (state == SOURCE_NO_MEMORY)
        return memory_fail(report->error);
    if (state == SOURCE_ABSENT)
        return report_message(report, "QCDC-F100", 0, 0, "file is missing", "a bundle cannot do without it");
    return report_message(report, "QCDC-F102", 0, 0, "file cannot be read", "is it a file, and may it be read?");
}

static QcdcStatus read_rows(TableReader *reader, const BundleFolder *folder, const CsvOptions *options)
{
    ByteSource source = { 0 };
    SourceState state = source_open(folder, reader->shape->file, &source);
    QcdcStatus status;

    if (state == SOURCE_ABSENT && reader->shape->is_optional)
        return QCDC_OK;
    if (state != SOURCE_OPENED)
        return report_absence(&reader->report, state);
    status = csv_read(&source, options, &reader->report, take_row, reader);
    source_close(&source);
    return status;
}

static QcdcStatus read_table(TableReader *reader, const BundleFolder *folder, const CsvOptions *options, bool *out_is_whole)
{
    QcdcFindings *findings = reader->report.findings;
    size_t errors = qcdc_findings_get_error_total(findings);
    QcdcStatus status = read_rows(reader, folder, options);

    if (out_is_whole != NULL)
        *out_is_whole = qcdc_findings_get_error_total(findings) - errors == reader->handler_errors;
    array_clear(&reader->meanings);
    array_clear(&reader->attribute_names);
    array_clear(&reader->attribute_values);
    string_pool_clear(&reader->names);
    return status;
}

QcdcStatus bundle_table_read(const BundleFolder *folder, const TableShape *shape, const CsvOptions *options,
                             QcdcFindings *findings, TableHandler handler, void *data, bool *out_is_whole,
                             QcdcError *error)
{
    TableReader reader = { .shape = shape, .report = { findings, shape->file, error }, .handler = handler, .data = data };

    return read_table(&reader, folder, options, out_is_whole);
}

QcdcStatus bundle_units_read(const BundleFolder *folder, const CsvOptions *options, QcdcFindings *findings,
                             TableHandler handler, HierarchyHandler add_hierarchy, void *data, bool *out_is_whole,
                             QcdcError *error)
{
    TableReader reader = { .shape = &units_shape,
                           .report = { findings, units_shape.file, error },
                           .handler = handler,
                           .add_hierarchy = add_hierarchy,
                           .data = data };

    return read_table(&reader, folder, options, out_is_whole);
}
