/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* D2: quoted only where it must be. A leading = stays as it is: the file is data, and a reader of data keeps it so. */
static void append_field(Text *out, const char *field)
{
    if (field[strcspn(field, QCDC_FAULT("table-csv-quote", ",\"\r\n", ",\r\n"))] == '\0') {
        text_append(out, field);
        return;
    }
    text_append_character(out, '"');
    for (const char *at = field; *at != '\0';) {
        size_t length = strcspn(at, "\"");
        text_append_bytes(out, at, length);
        at += length;
        if (*at == '"') {
            text_append(out, "\"\"");
            at++;
        }
    }
    text_append_character(out, '"');
}

/* D63: a row a level, each head once. */
static void append_heads(const Table *table, Text *out)
{
    for (size_t level = 0; level < table->head_levels; level++) {
        for (size_t column = 0; column < table->column_count; column++) {
            const TableHead *head = table_head_at(table, level, column);
            text_append(out, column > 0 ? "," : "");
            append_field(out, head != NULL && QCDC_FAULT("table-csv-once", head->first == column, true) ? head->title : "");
        }
        text_append(out, "\n");
    }
}

static void append_names(const Table *table, Text *out)
{
    for (size_t column = 0; column < table->column_count; column++) {
        text_append(out, column > 0 ? "," : "");
        append_field(out, table->columns[column].name);
    }
    text_append(out, "\n");
}

void table_to_csv(const Table *table, Text *out)
{
    if (table_is_form(table))
        append_heads(table, out);
    else
        append_names(table, out);
    for (size_t row = 0; row < table_row_count(table); row++) {
        for (size_t column = 0; column < table->column_count; column++) {
            text_append(out, column > 0 ? "," : "");
            append_field(out, table_text(table, row, column));
        }
        text_append(out, "\n");
    }
}
