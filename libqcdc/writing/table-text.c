/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "width-private.h"

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

void table_to_text(const Table *table, Text *out)
{
    size_t widths[TABLE_MAX_COLUMNS];
    measure_columns(table, widths);
    widen_groups(table, widths);
    append_groups(table, widths, out);
    append_names(table, widths, out);
    for (size_t row = 0; row < table_row_count(table); row++) {
        size_t start = out->length;
        for (size_t column = 0; column < table->column_count; column++)
            append_cell(out, table_text(table, row, column), widths[column], table->columns[column].is_number,
                        column + 1 == table->column_count);
        end_line(out, start);
    }
}
