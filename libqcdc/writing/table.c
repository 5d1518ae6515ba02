/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "kernel/fault-private.h"

void table_add_column(Table *table, const char *name, const char *group, bool is_number)
{
    if (table->column_count < TABLE_MAX_COLUMNS)
        table->columns[table->column_count++] = (TableColumn){.name = name, .group = group, .is_number = is_number, .head = TABLE_HEAD_NONE};
    else
        table->failed = true;
}

void table_add_cell(Table *table, CellKind kind, const char *text)
{
    TableCell *cell = table->failed ? NULL : ARRAY_ADD(&table->cells, TableCell);
    if (cell == NULL) {
        table->failed = true;
        return;
    }
    *cell = (TableCell){.start = table->bytes.length, .length = strlen(text), .kind = kind};
    text_append_bytes(&table->bytes, text, cell->length + 1);
}

void table_add_text(Table *table, const char *text)
{
    table_add_cell(table, text != NULL ? CELL_TEXT : CELL_ABSENT, text != NULL ? text : "");
}

void table_add_shown(Table *table, const char *text, QcdcDecimal value)
{
    table_add_text(table, text);
    if (table->failed)
        return;
    TableCell *cell = &ARRAY_AT(&table->cells, TableCell, table->cells.count - 1);
    cell->is_shown = true;
    cell->value = value;
}

void table_add_count(Table *table, uint32_t count)
{
    Text digits = {0};
    text_append_number(&digits, count);
    table_add_cell(table, CELL_NUMBER, text_get(&digits));
    table->failed = table->failed || digits.failed;
    text_clear(&digits);
}

void table_add_decimal(Table *table, QcdcDecimal value)
{
    char digits[QCDC_DECIMAL_TEXT_SIZE];
    qcdc_decimal_to_text(value, digits, sizeof digits);
    table_add_text(table, digits);
}

void table_add_period(Table *table, QcdcPeriod period)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(period, label, sizeof label);
    table_add_text(table, period.kind != QCDC_PERIOD_NONE ? label : NULL);
}

void table_add_status(Table *table, const QcdcFigure *figure)
{
    char text[8], *end = text;
    unsigned code = figure->status & QCDC_OBSERVATION_CODE_MASK;
    static const struct {
        unsigned bit;
        char letter;
    } flags[] = {{QCDC_OBSERVATION_BREAK, 'B'}, {QCDC_OBSERVATION_DEFINITION, 'D'}, {QCDC_OBSERVATION_LOW_RELIABILITY, 'U'}};
    *end++ = code == QCDC_OBSERVATION_ESTIMATED ? 'E' : code == QCDC_OBSERVATION_PROVISIONAL ? 'P' : 'A';
    for (size_t flag = 0; flag < sizeof flags / sizeof flags[0]; flag++)
        if ((figure->status & flags[flag].bit) != 0) {
            *end++ = '+';
            *end++ = flags[flag].letter;
        }
    *end = '\0';
    table_add_text(table, figure->state == QCDC_FIGURE_VALUED ? text : NULL);
}

size_t table_row_count(const Table *table)
{
    return table->column_count > 0 ? table->cells.count / table->column_count : 0;
}

static const TableCell *cell_at(const Table *table, size_t row, size_t column)
{
    return &ARRAY_AT(&table->cells, TableCell, row * table->column_count + column);
}

const char *table_text(const Table *table, size_t row, size_t column)
{
    return text_get(&table->bytes) + cell_at(table, row, column)->start;
}

CellKind table_kind(const Table *table, size_t row, size_t column)
{
    return cell_at(table, row, column)->kind;
}

bool table_value(const Table *table, size_t row, size_t column, QcdcDecimal *out_value)
{
    const TableCell *cell = cell_at(table, row, column);
    if (cell->is_shown)
        *out_value = cell->value;
    return cell->is_shown;
}

void table_clear(Table *table)
{
    text_clear(&table->caption);
    text_clear(&table->bytes);
    array_clear(&table->cells);
    string_pool_clear(&table->strings);
    text_clear(&table->notes);
    array_clear(&table->heads);
    array_clear(&table->rows);
    *table = (Table){0};
}

bool table_is_for_machines(QcdcTableFormat format)
{
    return format == QCDC_TABLE_CSV || format == QCDC_TABLE_JSON;
}

static void write_as(const Table *table, QcdcTableFormat format, Text *out)
{
    switch (format) {
    case QCDC_TABLE_CSV:
        table_to_csv(table, out);
        break;
    case QCDC_TABLE_JSON:
        table_to_json(table, out);
        break;
    case QCDC_TABLE_MARKDOWN:
        table_to_markdown(table, out);
        break;
    case QCDC_TABLE_HTML:
        table_to_html(table, out);
        break;
    default:
        table_to_text(table, out);
        break;
    }
}

QcdcStatus table_write(Table *table, QcdcTableFormat format, char **out_text, QcdcError *error)
{
    Text out = {0};
    bool failed = table->failed || table->bytes.failed || table->caption.failed || table->notes.failed;
    if (!failed)
        write_as(table, format, &out);
    table_clear(table);
    /* An empty JSON is a text too. */
    char *text = failed || out.failed ? NULL : out.length > 0 ? text_steal(&out) : memory_try_copy("", 0);
    text_clear(&out);
    if (text == NULL)
        return memory_fail(error);
    *out_text = text;
    return QCDC_OK;
}
