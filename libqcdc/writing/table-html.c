/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static const char *entity_of(char character)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return QCDC_FAULT("table-html-escape", "&lt;", "<");
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Control characters are not allowed in HTML, not even as references. */
static void append_escaped(Text *out, const char *text)
{
    for (; *text != '\0'; text++) {
        const char *entity = entity_of(*text);
        bool is_control = ((unsigned char)*text < 0x20 && *text != '\n' && *text != '\t') || *text == 0x7f;
        if (entity != NULL)
            text_append(out, entity);
        else
            text_append_character(out, is_control ? ' ' : *text);
    }
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

static void append_row(const Table *table, size_t row, Text *out)
{
    text_append(out, "<tr>");
    for (size_t column = 0; column < table->column_count; column++) {
        text_append(out, table->columns[column].is_number ? "<td style=\"text-align:right\">" : "<td>");
        append_escaped(out, table_text(table, row, column));
        text_append(out, "</td>");
    }
    text_append(out, "</tr>\n");
}

void table_to_html(const Table *table, Text *out)
{
    text_append(out, "<table>\n<caption>");
    append_escaped(out, text_get(&table->caption));
    text_append(out, "</caption>\n");
    append_header(table, out);
    text_append(out, "<tbody>\n");
    for (size_t row = 0; row < table_row_count(table); row++)
        append_row(table, row, out);
    text_append(out, "</tbody>\n</table>\n");
}
