/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "escape-private.h"
#include "kernel/fault-private.h"
#include "language/width-private.h"

enum {
    GAP = 2 /* columns of the terminal between two columns of the table */
};

/* A name speaks to people, not to their terminal: control characters become spaces. */
static void append_printable(Text *out, const char *text)
{
    size_t length = strlen(text), step = 1;
    for (size_t at = 0; at < length; at += step) {
        uint32_t character = width_decode(text + at, length - at, &step);
        if (character < 0x20 || (character >= 0x7f && character < 0xa0))
            text_append_character(out, ' ');
        else
            text_append_bytes(out, text + at, step);
    }
}

static void append_spaces(Text *out, size_t count)
{
    while (count-- > 0)
        text_append_character(out, ' ');
}

static size_t width_of(const char *text)
{
    return width_of_text(text, strlen(text));
}

static size_t max_of(size_t left, size_t right)
{
    return left > right ? left : right;
}

/* Each column as wide as its widest text; the last column of a group takes what the group's caption lacks. */
static void measure_columns(const Table *table, size_t *widths)
{
    for (size_t column = 0; column < table->column_count; column++) {
        widths[column] = width_of(table->columns[column].name);
        for (size_t row = 0; row < table_row_count(table); row++)
            widths[column] = max_of(widths[column], width_of(table_text(table, row, column)));
    }
}

static size_t measure_group(const Table *table, const size_t *widths, size_t first, size_t *out_end)
{
    size_t end = first + 1, width = widths[first];
    const char *group = table->columns[first].group;
    for (; group != NULL && end < table->column_count && table->columns[end].group == group; end++)
        width += GAP + widths[end];
    *out_end = end;
    return width;
}

static void widen_groups(const Table *table, size_t *widths)
{
    for (size_t column = 0, end; column < table->column_count; column = end) {
        size_t width = measure_group(table, widths, column, &end);
        const char *group = table->columns[column].group;
        if (group != NULL && width_of(group) > width)
            widths[end - 1] += width_of(group) - width;
    }
}

/* One cell; nothing is put after the last one of a line. */
static void append_cell(Text *out, const char *text, size_t width, bool to_right, bool is_last)
{
    size_t rest = width - width_of(text);
    if (to_right)
        append_spaces(out, rest);
    append_printable(out, text);
    if (!is_last)
        append_spaces(out, GAP + (to_right ? 0 : rest));
}

/* No line ends in spaces. */
static void end_line(Text *out, size_t start)
{
    size_t length = out->length;
    while (!out->failed && length > start && out->bytes[length - 1] == ' ')
        length--;
    text_cut(out, length);
    text_append(out, "\n");
}

static void append_groups(const Table *table, const size_t *widths, Text *out)
{
    size_t start = out->length;
    bool has_groups = false;
    for (size_t column = 0, end; column < table->column_count; column = end) {
        size_t width = measure_group(table, widths, column, &end);
        const char *group = table->columns[column].group;
        append_cell(out, group != NULL ? group : "", width, false, end == table->column_count);
        has_groups = has_groups || group != NULL;
    }
    if (has_groups)
        end_line(out, start);
    else
        text_cut(out, start);
}

static void append_names(const Table *table, const size_t *widths, Text *out)
{
    size_t start = out->length, total = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        append_cell(out, table->columns[column].name, widths[column], table->columns[column].is_number,
                    column + 1 == table->column_count);
        total += widths[column] + (column > 0 ? GAP : 0);
    }
    end_line(out, start);
    while (total-- > 0)
        text_append_character(out, '-');
    text_append(out, "\n");
}

/* Forms */

enum {
    INDENT = 2 /* a level of rows */
};

static size_t measure_head(const TableHead *head, const size_t *widths)
{
    size_t width = 0;
    for (size_t column = head->first; column < head->first + head->count; column++)
        width += widths[column] + (column > head->first ? GAP : 0);
    return width;
}

/* The name of a row stands further in, the deeper it is. */
static size_t indent_of(const Table *table, size_t row, size_t column)
{
    return table_is_form(table) && column == table->name_column ? (size_t)table_row(table, row).level * INDENT : 0;
}

static void widen_heads(const Table *table, size_t *widths)
{
    for (size_t row = 0; table->name_column < table->column_count && row < table_row_count(table); row++) {
        size_t *width = &widths[table->name_column];
        *width = max_of(*width, indent_of(table, row, table->name_column) + width_of(table_text(table, row, table->name_column)));
    }
    for (size_t number = table->heads.count; number-- > 0;) {
        const TableHead *head = &ARRAY_AT(&table->heads, TableHead, number);
        size_t width = measure_head(head, widths);
        if (head->count > 0 && width_of(head->title) > width)
            widths[head->first + head->count - 1] += width_of(head->title) - width;
    }
}

static void append_heads(const Table *table, const size_t *widths, Text *out)
{
    for (size_t level = 0; level < table->head_levels; level++) {
        size_t start = out->length;
        for (size_t column = 0, count; column < table->column_count; column += count) {
            const TableHead *head = table_head_at(table, level, column);
            count = head != NULL ? head->count : 1;
            size_t width = head != NULL ? measure_head(head, widths) : widths[column];
            bool to_right = head != NULL && head->is_leaf && table->columns[column].is_number;
            append_cell(out, head != NULL ? head->title : "", width, to_right, column + count == table->column_count);
        }
        end_line(out, start);
    }
    size_t total = 0;
    for (size_t column = 0; column < table->column_count; column++)
        total += widths[column] + (column > 0 ? GAP : 0);
    while (total-- > 0)
        text_append_character(out, '-');
    text_append(out, "\n");
}

static void append_line(Text *out, const char *line)
{
    append_printable(out, line);
    text_append(out, "\n");
}

static void append_lines(Text *out, const char *lines)
{
    if (lines[0] != '\0')
        escape_append_each(out, lines, append_line, "");
}

static void append_top(const Table *table, size_t *widths, Text *out)
{
    if (!table_is_form(table)) {
        widen_groups(table, widths);
        append_groups(table, widths, out);
        append_names(table, widths, out);
        return;
    }
    widen_heads(table, widths);
    append_lines(out, text_get(&table->caption));
    text_append(out, "\n");
    append_heads(table, widths, out);
}

void table_to_text(const Table *table, Text *out)
{
    size_t widths[TABLE_MAX_COLUMNS];
    measure_columns(table, widths);
    append_top(table, widths, out);
    for (size_t row = 0; row < table_row_count(table); row++) {
        size_t start = out->length;
        for (size_t column = 0; column < table->column_count; column++) {
            size_t indent = QCDC_FAULT("table-text-indent", indent_of(table, row, column), 0);
            append_spaces(out, indent);
            append_cell(out, table_text(table, row, column), widths[column] - indent, table->columns[column].is_number,
                        column + 1 == table->column_count);
        }
        end_line(out, start);
    }
    if (table->notes.length > 0) {
        text_append(out, "\n");
        append_lines(out, text_get(&table->notes));
    }
}
