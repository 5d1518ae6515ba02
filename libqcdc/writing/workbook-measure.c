/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "workbook-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/width-private.h"

/* How much room columns and heads take. A spreadsheet makes no merged cell higher by itself, so heights are told, from widths. */

enum {
    LEAST_WIDTH = 7,
    MOST_TEXT = 44, /* a longer text goes on in the next line */
    INDENT = 2,
    MARGIN = 3, /* of borders, of figures from the border, of letters wider than digits */
    HEAD_LINES = 4  /* a column is so wide that its head takes about as many */
};

static uint32_t width_of(const char *text, size_t length)
{
    return (uint32_t)width_of_text(text, length);
}

uint32_t workbook_count_lines(const char *text, size_t length, uint32_t width)
{
    uint32_t lines = 1, taken = 0;
    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && text[end] != ' ' && text[end] != '\n')
            end++;
        uint32_t word = width_of(text + at, end - at);
        if (taken > 0 && taken + 1 + word > width) {
            lines++;
            taken = 0;
        }
        taken += (taken > 0) + word;
        while (taken > width && width > 0) {
            lines++;
            taken -= width;
        }
        if (end < length && text[end] == '\n') {
            lines++;
            taken = 0;
        }
        at = end + 1;
    }
    return lines;
}

static uint32_t longest_word(const char *text)
{
    uint32_t longest = 0;
    while (text[0] != '\0') {
        size_t length = strcspn(text, " \n");
        uint32_t width = width_of(text, length);
        longest = width > longest ? width : longest;
        text += length + (text[length] != '\0');
    }
    return longest;
}

/* What a head asks of the columns below it. */
static uint32_t width_of_head(const char *title)
{
    uint32_t word = longest_word(title), whole = width_of(title, strlen(title)) / HEAD_LINES;
    word = word > MOST_TEXT ? MOST_TEXT : word;
    return (word > whole ? word : whole) + MARGIN;
}

static void measure_cells(const Table *table, WorkbookMeasure *measure)
{
    for (size_t row = 0; row < table_row_count(table); row++)
        for (size_t column = 0; column < table->column_count; column++) {
            const char *text = table_text(table, row, column);
            uint32_t width = width_of(text, strlen(text)) + MARGIN;
            if (column == table->name_column)
                width += INDENT * table_row(table, row).level;
            if (width > MOST_TEXT && !table->columns[column].is_number)
                width = MOST_TEXT;
            if (width > measure->widths[column])
                measure->widths[column] = width;
        }
}

static uint32_t width_below(const WorkbookMeasure *measure, const TableHead *head)
{
    uint32_t width = 0;
    for (size_t column = head->first; column < head->first + head->count; column++)
        width += measure->widths[column];
    return width;
}

/* From the leaves up; what a wide head lacks, its columns share. */
static void measure_heads(const Table *table, WorkbookMeasure *measure)
{
    for (size_t number = table->heads.count; number-- > 0;) {
        const TableHead *head = &ARRAY_AT(&table->heads, TableHead, number);
        uint32_t asked = width_of_head(head->title), width = width_below(measure, head);
        if (head->count == 0 || asked <= width)
            continue;
        uint32_t share = (asked - width + head->count - 1) / head->count;
        for (size_t column = head->first; column < head->first + head->count; column++)
            measure->widths[column] += QCDC_FAULT("workbook-head-width", share, 0);
    }
}

/* One digit of room is the border's. */
static uint32_t lines_of(const WorkbookMeasure *measure, const TableHead *head)
{
    return workbook_count_lines(head->title, strlen(head->title), width_below(measure, head) - 1);
}

static void measure_levels(const Table *table, WorkbookMeasure *measure)
{
    for (size_t level = 0; level < table->head_levels; level++)
        measure->head_lines[level] = 1;
    for (size_t number = 0; number < table->heads.count; number++) {
        const TableHead *head = &ARRAY_AT(&table->heads, TableHead, number);
        if (head->count > 0 && table_head_height(table, head) == 1 && lines_of(measure, head) > measure->head_lines[head->depth])
            measure->head_lines[head->depth] = lines_of(measure, head);
    }
    for (size_t number = 0; number < table->heads.count; number++) {
        const TableHead *head = &ARRAY_AT(&table->heads, TableHead, number);
        uint32_t there = 0, asked = head->count > 0 ? lines_of(measure, head) : 0;
        for (size_t level = head->depth; level < head->depth + table_head_height(table, head); level++)
            there += measure->head_lines[level];
        if (asked > there)
            measure->head_lines[head->depth + table_head_height(table, head) - 1] += asked - there;
    }
}

bool workbook_measure(const Table *table, WorkbookMeasure *measure)
{
    *measure = (WorkbookMeasure){.head_lines = memory_try_new(table->head_levels, sizeof(uint32_t))};
    if (measure->head_lines == NULL)
        return false;
    for (size_t column = 0; column < table->column_count; column++)
        measure->widths[column] = LEAST_WIDTH;
    measure_cells(table, measure);
    measure_heads(table, measure);
    measure_levels(table, measure);
    for (size_t column = 0; column < table->column_count; column++)
        measure->total += measure->widths[column];
    return true;
}

void workbook_measure_clear(WorkbookMeasure *measure)
{
    qcdc_free(measure->head_lines);
    *measure = (WorkbookMeasure){0};
}
