/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "escape-private.h"
#include "kernel/fault-private.h"

static void append_escaped(Text *out, const char *text)
{
    escape_append_cell(out, text, QCDC_TABLE_HTML);
}

static bool is_grouped(const Table *table)
{
    for (size_t column = 0; column < table->column_count; column++)
        if (table->columns[column].group != NULL)
            return true;
    return false;
}

/* How many columns from @first on stand under the same group. */
static size_t count_group(const Table *table, size_t first)
{
    size_t end = first + 1;
    const char *group = table->columns[first].group;
    while (group != NULL && end < table->column_count && table->columns[end].group != NULL &&
           strcmp(table->columns[end].group, group) == 0)
        end++;
    return end - first;
}

static void append_group(const Table *table, size_t first, size_t count, bool has_groups, Text *out)
{
    const TableColumn *column = &table->columns[first];
    if (column->group != NULL) {
        text_append(out, "<th scope=\"colgroup\" colspan=\"");
        text_append_number(out, (int64_t)QCDC_FAULT("table-html-span", count, 1));
        text_append(out, "\">");
    } else {
        text_append(out, has_groups ? "<th scope=\"col\" rowspan=\"2\">" : "<th scope=\"col\">");
    }
    append_escaped(out, column->group != NULL ? column->group : column->name);
    text_append(out, "</th>");
}

/* A head spans the columns below it, and of a leaf the levels below it. */
static void append_head(const Table *table, const TableHead *head, Text *out)
{
    size_t height = table_head_height(table, head);
    text_append(out, head->is_leaf ? "<th scope=\"col\"" : "<th scope=\"colgroup\"");
    if (QCDC_FAULT("table-html-width", head->count, 1) > 1) {
        text_append(out, " colspan=\"");
        text_append_number(out, head->count);
        text_append(out, "\"");
    }
    if (height > 1) {
        text_append(out, " rowspan=\"");
        text_append_number(out, (int64_t)height);
        text_append(out, "\"");
    }
    text_append(out, ">");
    append_escaped(out, head->title);
    text_append(out, "</th>");
}

static void append_heads(const Table *table, Text *out)
{
    text_append(out, "<thead>\n");
    for (size_t level = 0; level < table->head_levels; level++) {
        text_append(out, "<tr>");
        for (size_t column = 0; column < table->column_count; column++) {
            const TableHead *head = table_head_at(table, level, column);
            if (head != NULL && head->first == column)
                append_head(table, head, out);
        }
        text_append(out, "</tr>\n");
    }
    text_append(out, "</thead>\n");
}

static void append_header(const Table *table, Text *out)
{
    bool has_groups = is_grouped(table);
    text_append(out, "<thead>\n<tr>");
    for (size_t column = 0, count; column < table->column_count; column += count) {
        count = count_group(table, column);
        append_group(table, column, count, has_groups, out);
    }
    text_append(out, "</tr>\n");
    text_append(out, has_groups ? "<tr>" : "");
    for (size_t column = 0; column < table->column_count; column++) {
        if (table->columns[column].group == NULL)
            continue;
        text_append(out, "<th scope=\"col\">");
        append_escaped(out, table->columns[column].name);
        text_append(out, "</th>");
    }
    text_append(out, has_groups ? "</tr>\n</thead>\n" : "</thead>\n");
}

/* One property after another; nothing of the attribute where there is none. */
static void append_property(Text *out, bool *has_style, const char *property, int64_t number, const char *unit)
{
    text_append(out, *has_style ? ";" : " style=\"");
    *has_style = true;
    text_append(out, property);
    if (unit != NULL) {
        text_append_number(out, number);
        text_append(out, unit);
    }
}

static bool is_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@", text[0]) != NULL;
}

/* What a spreadsheet would make a number, a date or a formula of: of forms 1.495, 12/340, (1), -5; elsewhere numbers are numbers, but
 * no name is a formula. */
static bool is_misread(const Table *table, size_t column, const char *text)
{
    if (!table_is_form(table))
        return !table->columns[column].is_number && QCDC_FAULT("table-html-formula", is_formula(text), false);
    return QCDC_FAULT("table-html-misread", strpbrk(text, "0123456789") != NULL || is_formula(text), false);
}

/* D63: names are set in by their level, numbers to the right, numbers of rows and measures in the middle, the name of a total on one line;
 * pasted into a spreadsheet each cell is what is seen. Codes stand in the middle by the style of their row. */
static void append_cell_start(const Table *table, TableRow row, size_t column, const char *text, Text *out)
{
    bool is_form = table_is_form(table), has_style = false;
    text_append(out, "<td");
    if (is_form && column == table->name_column && row.level > 0) {
        append_property(out, &has_style, "padding-left:", (int64_t)row.level, "em");
        append_property(out, &has_style, "mso-char-indent-count:", (int64_t)row.level, "");
    }
    if (is_form && column == table->name_column && row.kind == TABLE_ROW_TOTAL)
        append_property(out, &has_style, "white-space:nowrap", 0, NULL);
    if (table->columns[column].is_centred && row.kind != TABLE_ROW_CODES)
        append_property(out, &has_style, "text-align:center", 0, NULL);
    if (table->columns[column].is_number && row.kind != TABLE_ROW_CODES)
        append_property(out, &has_style, "text-align:right", 0, NULL);
    if (is_misread(table, column, text))
        append_property(out, &has_style, "mso-number-format:'\\@'", 0, NULL);
    text_append(out, has_style ? "\">" : ">");
}

static void append_row(const Table *table, size_t row, Text *out);

/* The letters of official documents; without them a pasted table has those of the browser. */
#define LETTERS "font-family:'Times New Roman',serif"

/* Word and spreadsheets take borders of a pasted table from its attributes. */
static void append_form(const Table *table, Text *out)
{
    text_append(out, "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse;" LETTERS "\">\n"
                     "<caption style=\"font-weight:bold\">");
    escape_append_each(out, text_get(&table->caption), append_escaped, "<br>");
    text_append(out, "</caption>\n");
    append_heads(table, out);
    text_append(out, "<tbody>\n");
    for (size_t row = 0; row < table_row_count(table); row++)
        append_row(table, row, out);
    text_append(out, "</tbody>\n</table>\n");
    if (table->notes.length == 0)
        return;
    text_append(out, "<p style=\"" LETTERS "\">");
    escape_append_each(out, text_get(&table->notes), append_escaped, "<br>");
    text_append(out, "</p>\n");
}

static void append_row(const Table *table, size_t row, Text *out)
{
    TableRow kind = table_row(table, row);
    bool is_strong = kind.kind == TABLE_ROW_TOTAL || kind.kind == TABLE_ROW_HEADING;
    text_append(out, kind.kind == TABLE_ROW_CODES ? "<tr style=\"text-align:center\">" : is_strong ? "<tr style=\"font-weight:bold\">" : "<tr>");
    for (size_t column = 0; column < table->column_count; column++) {
        append_cell_start(table, kind, column, table_text(table, row, column), out);
        append_escaped(out, table_text(table, row, column));
        text_append(out, "</td>");
    }
    text_append(out, "</tr>\n");
}

void table_to_html(const Table *table, Text *out)
{
    if (table_is_form(table)) {
        append_form(table, out);
        return;
    }
    text_append(out, "<table>\n<caption>");
    append_escaped(out, text_get(&table->caption));
    text_append(out, "</caption>\n");
    append_header(table, out);
    text_append(out, "<tbody>\n");
    for (size_t row = 0; row < table_row_count(table); row++)
        append_row(table, row, out);
    text_append(out, "</tbody>\n</table>\n");
}
