/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "dataset-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* Rows that a host has as columns of texts and numbers. Each row is read as a record is, out of the host's memory. */

/* The columns by field, all there. */
typedef struct Table {
    QcdcColumn columns[QCDC_OBSERVATION_FIELD_END];
    size_t row_count;
} Table;

/* Columns as they were handed over */

static bool has_kind(QcdcObservationField field, QcdcColumnKind kind)
{
    switch (kind) {
    case QCDC_COLUMN_ABSENT:
    case QCDC_COLUMN_TEXTS:
    case QCDC_COLUMN_TEXT:
        return true;
    case QCDC_COLUMN_INTEGERS:
        return field == QCDC_OBSERVATION_UNIT || field == QCDC_OBSERVATION_INDICATOR || field == QCDC_OBSERVATION_VALUE ||
               field == QCDC_OBSERVATION_RANK_FIELD;
    case QCDC_COLUMN_NUMBERS:
        return field == QCDC_OBSERVATION_VALUE;
    default:
        return false;
    }
}

/* Do the bytes hold @count terminated texts, and nothing after them? */
static bool holds_texts(const char *bytes, size_t length, size_t count)
{
    size_t found = 0;
    for (size_t at = 0; at < length; found++) {
        const char *end = memchr(bytes + at, '\0', length - at);
        if (end == NULL)
            return false;
        at = (size_t)(end - bytes) + 1;
    }
    return QCDC_FAULT("dataset-table-texts", found == count, found >= count);
}

static bool holds_entries(const QcdcColumn *column, size_t count)
{
    if (column->data == NULL)
        return column->length == 0 && (column->kind == QCDC_COLUMN_ABSENT || (count == 0 && column->kind != QCDC_COLUMN_TEXT));
    switch (column->kind) {
    case QCDC_COLUMN_TEXTS:
        return holds_texts(column->data, column->length, count);
    case QCDC_COLUMN_TEXT:
        return holds_texts(column->data, column->length, 1);
    case QCDC_COLUMN_INTEGERS:
    case QCDC_COLUMN_NUMBERS:
        return QCDC_FAULT("dataset-table-length", column->length % sizeof(int64_t) == 0, true) &&
               column->length / sizeof(int64_t) == count;
    default:
        return false;
    }
}

static bool is_absent_column(const Table *table, QcdcObservationField field)
{
    return table->columns[field].kind == QCDC_COLUMN_ABSENT;
}

static bool is_missing(const Table *table, QcdcObservationField field)
{
    bool is_absent = is_absent_column(table, field);
    if (field == QCDC_OBSERVATION_VALUE) /* all values may be empty where each has a reason */
        return is_absent && QCDC_FAULT("dataset-table-reasons", is_absent_column(table, QCDC_OBSERVATION_STATUS), false);
    return is_absent && field <= QCDC_OBSERVATION_PERIOD;
}

static QcdcStatus refuse_column(QcdcError *error, QcdcObservationField field, const char *complaint, const char *hint)
{
    const char *name = qcdc_observation_field_to_name(field);
    Text what = {0};
    text_append(&what, "column ");
    text_append_quoted(&what, name, strlen(name));
    text_append(&what, complaint);
    qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, text_get(&what), name, hint);
    text_clear(&what);
    return QCDC_STATUS_ARGUMENT;
}

static QcdcStatus check_column(const Table *table, QcdcObservationField field, QcdcError *error)
{
    const QcdcColumn *column = &table->columns[field];
    if (!has_kind(field, column->kind))
        return refuse_column(error, field, " has not this kind of entries",
                             "texts; whole numbers as unit, indicator, value and field; doubles as value");
    if (!holds_entries(column, table->row_count))
        return refuse_column(error, field, " does not hold an entry for each row",
                             "terminated texts end to end, or 8 bytes a number; no data where the column is absent");
    if (is_missing(table, field))
        return refuse_column(error, field, " is missing",
                             "each observation has a unit, an indicator, a period, and a value or a status");
    return QCDC_OK;
}

static QcdcStatus gather_columns(Table *table, const QcdcColumn *columns, size_t column_count, QcdcError *error)
{
    if ((columns == NULL && column_count > 0) || column_count > QCDC_OBSERVATION_FIELD_END)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no columns, or more than there are fields", NULL, NULL);
    for (size_t field = 0; field < column_count; field++)
        table->columns[field] = columns[field];
    for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++)
        if (check_column(table, (QcdcObservationField)field, error) != QCDC_OK)
            return QCDC_STATUS_ARGUMENT;
    return QCDC_OK;
}

/* Rows */

/* The row at hand. */
typedef struct Cursor {
    const char *texts[QCDC_OBSERVATION_FIELD_END]; /* of the row; the values of @record */
    const char *next[QCDC_OBSERVATION_FIELD_END];  /* of the row after it, where they lie end to end */
    QcdcRecord record;
    ObservationRow row;
} Cursor;

static void begin_rows(Cursor *cursor, const Table *table)
{
    *cursor = (Cursor){.record = {.value_count = QCDC_OBSERVATION_FIELD_END}};
    cursor->record.values = cursor->texts;
    cursor->row.record = &cursor->record;
    for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++) {
        const QcdcColumn *column = &table->columns[field];
        cursor->texts[field] = column->kind == QCDC_COLUMN_TEXT ? column->data : "";
        cursor->next[field] = column->kind == QCDC_COLUMN_TEXTS ? column->data : NULL;
        if (column->kind == QCDC_COLUMN_INTEGERS)
            cursor->row.whole_fields |= 1u << field;
    }
    cursor->row.has_number = table->columns[QCDC_OBSERVATION_VALUE].kind == QCDC_COLUMN_NUMBERS;
}

static void enter_text(Cursor *cursor, size_t field)
{
    const char *text = cursor->next[field];
    if (strcmp(text, cursor->texts[field]) != 0)
        cursor->row.repeated_fields &= ~(1u << field);
    cursor->texts[field] = text;
    cursor->next[field] = text + strlen(text) + 1;
}

/* @is_good: so was the row before. The memory is a host's, and need not be aligned. */
static void enter_row(Cursor *cursor, const Table *table, size_t at, bool is_good)
{
    ObservationRow *row = &cursor->row;
    row->repeated_fields = QCDC_FAULT("dataset-table-repeated", is_good, true) ? ~row->whole_fields : 0;
    for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++)
        if (cursor->next[field] != NULL)
            enter_text(cursor, field);
        else if ((row->whole_fields >> field & 1) != 0)
            memcpy(&row->wholes[field], (const char *)table->columns[field].data + at * sizeof(int64_t), sizeof(int64_t));
    if (row->has_number)
        memcpy(&row->number, (const char *)table->columns[QCDC_OBSERVATION_VALUE].data + at * sizeof(double), sizeof(double));
}

static void read_rows(QcdcDatasetBuilder *builder, Report *report, const Table *table)
{
    GrowingColumns *growing = &builder->batch->growing;
    Cursor cursor;
    Reading reading = {0};
    size_t faults_before = 1; /* no row before the first */
    begin_rows(&cursor, table);
    for (size_t at = 0; at < table->row_count && report->status == QCDC_OK; at++) {
        enter_row(&cursor, table, at, faults_before == report->fault_count);
        faults_before = report->fault_count;
        report->row = (int32_t)at + 1;
        observation_read_row(builder, report, &cursor.row, &reading);
        if (report->fault_count == 0 && report->status == QCDC_OK && !growing_columns_add(growing, &reading.observation))
            report_out_of_memory(report);
    }
}

static const int32_t field_numbers[QCDC_OBSERVATION_FIELD_END] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

QcdcStatus qcdc_dataset_builder_append_table(QcdcDatasetBuilder *builder, const QcdcColumn *columns, size_t column_count,
                                             size_t row_count, QcdcFindings *findings, QcdcError *error)
{
    Table table = {.row_count = row_count};
    if (!dataset_builder_is_usable(builder))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no builder, or a spent one", NULL, NULL);
    QcdcStatus status = gather_columns(&table, columns, column_count, error);
    if (status == QCDC_OK)
        status = dataset_builder_check_room(builder, row_count, error);
    if (status != QCDC_OK)
        return status;
    GrowingColumns *growing = &builder->batch->growing;
    size_t rows_before = dataset_builder_count_rows(builder);
    Report report = report_begin_columns(findings, error, field_numbers);
    if (!growing_columns_reserve(growing, row_count))
        report_out_of_memory(&report);
    read_rows(builder, &report, &table);
    if (QCDC_FAULT("dataset-table-none", report.fault_count > 0, false) || report.status != QCDC_OK)
        growing_columns_cut(growing, rows_before);
    return dataset_builder_conclude_rows(builder, &report);
}
