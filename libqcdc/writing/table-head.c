/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* The head of a form: heads over heads over columns, of any depth (D61). */

static const TableHead *head_at(const Table *table, uint32_t number)
{
    return &ARRAY_AT(&table->heads, TableHead, number);
}

static uint32_t add(Table *table, uint32_t parent, const char *title, bool is_leaf)
{
    TableHead *head = table->failed ? NULL : ARRAY_ADD(&table->heads, TableHead);
    if (head == NULL) {
        table->failed = true;
        return TABLE_HEAD_NONE;
    }
    head->title = string_pool_keep(&table->strings, title, strlen(title));
    head->parent = parent;
    head->depth = parent != TABLE_HEAD_NONE ? head_at(table, parent)->depth + 1 : 0;
    head->is_leaf = is_leaf;
    head->first = (uint32_t)table->column_count;
    if (head->depth + 1 > table->head_levels)
        table->head_levels = head->depth + 1;
    table->failed = head->title == NULL;
    return (uint32_t)table->heads.count - 1;
}

uint32_t table_add_head(Table *table, uint32_t parent, const char *title)
{
    return add(table, parent, title, false);
}

void table_add_leaf(Table *table, uint32_t parent, const char *title, bool is_number)
{
    uint32_t number = add(table, parent, title, true);
    if (number == TABLE_HEAD_NONE || table->failed)
        return;
    table_add_column(table, head_at(table, number)->title, NULL, is_number);
    if (table->failed)
        return;
    table->columns[table->column_count - 1].head = number;
    for (uint32_t above = number; above != TABLE_HEAD_NONE; above = head_at(table, above)->parent)
        ARRAY_AT(&table->heads, TableHead, above).count++;
}

static bool is_same_group(const TableColumn *left, const TableColumn *right)
{
    return left->group != NULL && right->group != NULL && strcmp(left->group, right->group) == 0;
}

void table_make_heads(Table *table)
{
    TableColumn columns[TABLE_MAX_COLUMNS];
    size_t count = table->column_count;
    uint32_t group = TABLE_HEAD_NONE;
    memcpy(columns, table->columns, count * sizeof columns[0]);
    table->column_count = 0;
    table->name_column = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        if (columns[i].group == NULL)
            group = TABLE_HEAD_NONE;
        else if (i == 0 || !is_same_group(&columns[i - 1], &columns[i]))
            group = table_add_head(table, TABLE_HEAD_NONE, columns[i].group);
        table_add_leaf(table, group, columns[i].name, columns[i].is_number);
    }
}

bool table_is_form(const Table *table)
{
    return table->heads.count > 0;
}

const TableHead *table_head_at(const Table *table, size_t level, size_t column)
{
    const TableHead *head = head_at(table, table->columns[column].head);
    if (head->depth < level)
        return NULL;
    while (head->depth > level)
        head = head_at(table, head->parent);
    return head;
}

size_t table_head_height(const Table *table, const TableHead *head)
{
    return head->is_leaf ? QCDC_FAULT("table-head-height", table->head_levels - head->depth, 1) : 1;
}

void table_begin_row(Table *table, TableRowKind kind, uint32_t level)
{
    TableRow row = {kind, level};
    table->failed = table->failed || !array_append(&table->rows, &row, 1, sizeof row);
}

TableRow table_row(const Table *table, size_t row)
{
    return row < table->rows.count ? ARRAY_AT(&table->rows, TableRow, row) : (TableRow){TABLE_ROW_PLAIN, 0};
}

void table_add_title(Table *table, const char *title)
{
    text_append(&table->caption, table->caption.length > 0 ? "\n" : "");
    text_append(&table->caption, title);
}

void table_add_note(Table *table, const char *note)
{
    text_append(&table->notes, table->notes.length > 0 ? "\n" : "");
    text_append(&table->notes, note);
}

void table_append_joined(const Table *table, size_t column, Text *out)
{
    for (size_t level = 0; level < table->head_levels; level++) {
        const TableHead *head = table_head_at(table, level, column);
        if (head == NULL)
            return;
        text_append(out, level > 0 ? " - " : "");
        text_append(out, head->title);
    }
}
