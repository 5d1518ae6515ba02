/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include "escape-private.h"
#include "kernel/fault-private.h"

static void append_escaped(Text *out, const char *text)
{
    escape_append_cell(out, text, QCDC_TABLE_MARKDOWN);
}

/* Markdown has one header row: the group leads the caption. */
static void append_header(const TableColumn *column, Text *out)
{
    if (column->group != NULL) {
        append_escaped(out, column->group);
        text_append(out, ": ");
    }
    append_escaped(out, column->name);
}

static void append_rule(const Table *table, Text *out)
{
    text_append(out, "|");
    for (size_t column = 0; column < table->column_count; column++)
        text_append(out, table->columns[column].is_number ? " ---: |" : " --- |");
    text_append(out, "\n");
}

static void append_paragraph(Text *out, const char *line)
{
    escape_append(out, line, QCDC_TABLE_MARKDOWN, "\n", QCDC_FAULT("table-markdown-start", true, false));
    text_append(out, "\n");
}

/* Each line a paragraph: a title "# 1" is no heading, "1. Biểu" no list. */
static void append_lines(Text *out, const char *lines)
{
    if (lines[0] != '\0')
        escape_append_each(out, lines, append_paragraph, "\n");
}

static void append_joined(const Table *table, size_t column, Text *out)
{
    Text title = {0};
    table_append_joined(table, column, &title);
    append_escaped(out, text_get(&title));
    out->failed = out->failed || title.failed;
    text_clear(&title);
}

void table_to_markdown(const Table *table, Text *out)
{
    if (table_is_form(table) && table->caption.length > 0) {
        append_lines(out, text_get(&table->caption));
        text_append(out, "\n");
    }
    text_append(out, "|");
    for (size_t column = 0; column < table->column_count; column++) {
        text_append(out, " ");
        if (table_is_form(table))
            append_joined(table, column, out);
        else
            append_header(&table->columns[column], out);
        text_append(out, " |");
    }
    text_append(out, "\n");
    append_rule(table, out);
    for (size_t row = 0; row < table_row_count(table); row++) {
        text_append(out, "|");
        for (size_t column = 0; column < table->column_count; column++) {
            text_append(out, " ");
            append_escaped(out, table_text(table, row, column));
            text_append(out, " |");
        }
        text_append(out, "\n");
    }
    if (table->notes.length > 0) {
        text_append(out, "\n");
        append_lines(out, text_get(&table->notes));
    }
}
