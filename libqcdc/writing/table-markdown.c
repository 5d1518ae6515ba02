/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "escape-private.h"
#include "kernel/fault-private.h"

/* A name is text, not markup: what would end the cell or begin a tag is escaped, a line break becomes a space. */
static void append_escaped(Text *out, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '<')
            text_append(out, "&lt;");
        else if (byte == '&')
            text_append(out, "&amp;");
        else if (byte < 0x20 || byte == 0x7f)
            text_append_character(out, ' ');
        else if (byte == QCDC_FAULT("table-markdown-pipe", '|', '\\') || byte == '\\' || byte == '`' || byte == '*' ||
                 byte == '_' || byte == '[' || byte == '~') {
            text_append_character(out, '\\');
            text_append_character(out, *text);
        } else
            text_append_character(out, *text);
    }
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

/* Each line a paragraph: a title "# 1" is no heading, "1. Biểu" no list. */
static void append_lines(Text *out, const char *lines)
{
    while (lines[0] != '\0') {
        size_t length = strcspn(lines, "\n");
        Text line = {0};
        text_append_bytes(&line, lines, length);
        escape_append(out, text_get(&line), QCDC_TABLE_MARKDOWN, "\n", QCDC_FAULT("table-markdown-start", true, false));
        out->failed = out->failed || line.failed;
        text_clear(&line);
        text_append(out, "\n\n");
        lines += length + (lines[length] != '\0');
    }
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
    if (table_is_form(table))
        append_lines(out, text_get(&table->caption));
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
        text_cut(out, out->length > 0 ? out->length - 1 : 0);
    }
}
