/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "workbook-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* What stands on the sheet: lines above, the head, rows, notes (D61 … D63). */

enum {
    LINE_HEIGHT = 16,   /* points */
    MOST_PORTRAIT = 95, /* wider sheets are printed across */
    MOST_LETTERS = 32767 /* of a cell, by Excel */
};

static void note(Workbook *workbook, lxw_error wrong)
{
    if (wrong != LXW_NO_ERROR && workbook->wrong == LXW_NO_ERROR)
        workbook->wrong = wrong;
}

/* Cells that are one lose a text that is too long without a word. */
static bool is_too_long(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return QCDC_FAULT("workbook-long", count > MOST_LETTERS, false);
}

/* One cell, or several as one. */
static void put_text(Workbook *workbook, lxw_row_t row, lxw_row_t last_row, size_t column, size_t last_column, const char *text,
                     WorkbookFormat look)
{
    lxw_format *format = workbook_format(workbook, look);
    lxw_col_t first = (lxw_col_t)column, last = (lxw_col_t)last_column;
    if (format == NULL)
        return;
    if (is_too_long(text))
        note(workbook, LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED);
    else if (row == last_row && first == last)
        note(workbook, text[0] != '\0' ? worksheet_write_string(workbook->sheet, row, first, text, format)
                                       : worksheet_write_blank(workbook->sheet, row, first, format));
    else
        note(workbook, worksheet_merge_range(workbook->sheet, row, first, last_row, last, text, format));
}

/* Lines over the whole width; where the next row is. */
static lxw_row_t put_lines(Workbook *workbook, const Table *table, const WorkbookMeasure *measure, const char *lines, bool is_note,
                           lxw_row_t row)
{
    for (size_t number = 0; lines[0] != '\0'; number++, row++) {
        size_t length = strcspn(lines, "\n");
        uint32_t height = workbook_count_lines(lines, length, measure->total * 9 / 10);
        WorkbookLook look = is_note ? LOOK_NOTE
                            : number < table->title_line  ? LOOK_NUMBER_OF_FORM
                            : number == table->title_line ? LOOK_TITLE
                                                          : LOOK_PLACE;
        Text line = {0};
        text_append_bytes(&line, lines, length);
        workbook->failed = workbook->failed || line.failed;
        put_text(workbook, row, row, 0, table->column_count - 1, text_get(&line), (WorkbookFormat){.look = look});
        note(workbook, worksheet_set_row(workbook->sheet, row, height * LINE_HEIGHT, NULL));
        text_clear(&line);
        lines += length + (lines[length] != '\0');
    }
    return row;
}

static lxw_row_t put_heads(Workbook *workbook, const Table *table, const WorkbookMeasure *measure, lxw_row_t row)
{
    for (size_t number = 0; number < table->heads.count; number++) {
        const TableHead *head = &ARRAY_AT(&table->heads, TableHead, number);
        lxw_row_t first = row + head->depth;
        lxw_row_t last = first + (lxw_row_t)QCDC_FAULT("workbook-head-height", table_head_height(table, head), 1) - 1;
        if (head->count > 0)
            put_text(workbook, first, last, head->first, head->first + head->count - 1, head->title, (WorkbookFormat){.look = LOOK_HEAD});
    }
    for (size_t level = 0; level < table->head_levels; level++)
        note(workbook, worksheet_set_row(workbook->sheet, row + (lxw_row_t)level, measure->head_lines[level] * LINE_HEIGHT + 4, NULL));
    return row + (lxw_row_t)table->head_levels;
}

/* Cells */

/* Excel keeps 15 digits of a number. *@coefficient loses the zeros that *@zeros counts. */
static bool is_held(int64_t *coefficient, unsigned *zeros)
{
    const int64_t most = 1000000000000000;
    for (*zeros = 0; *coefficient != 0 && *coefficient % 10 == 0; *coefficient /= 10)
        ++*zeros;
    return *coefficient < QCDC_FAULT("workbook-fifteen", most, INT64_MAX) && *coefficient > -most;
}

/* The one place where a double goes out (D63). Both operands are exact, so that the quotient is the nearest there is. */
static bool to_double(QcdcDecimal value, double *out_number)
{
    unsigned zeros;
    int64_t coefficient = value.coefficient;
    double power = 1;
    if (!is_held(&coefficient, &zeros))
        return false;
    int exponent = (int)value.decimals - (int)zeros;
    for (int i = 0; i < exponent || i < -exponent; i++)
        power *= 10;
    *out_number = exponent >= 0 ? (double)coefficient / power : (double)coefficient * power;
    return true;
}

static uint8_t count_stars(const char *text)
{
    size_t length = strlen(text), stars = 0;
    while (stars < length && stars < UINT8_MAX && text[length - 1 - stars] == '*')
        stars++;
    return (uint8_t)stars;
}

static WorkbookFormat look_of(const Table *table, size_t row, size_t column)
{
    TableRow kind = table_row(table, row);
    bool is_name = column == table->name_column || (table->name_column == SIZE_MAX && !table->columns[column].is_number);
    WorkbookFormat look = {.is_bold = kind.kind == TABLE_ROW_TOTAL || kind.kind == TABLE_ROW_HEADING};
    if (kind.kind == TABLE_ROW_CODES)
        look.look = LOOK_CODE;
    else
        look.look = table->columns[column].is_number ? LOOK_FIGURE : is_name ? LOOK_NAME : LOOK_TEXT;
    if (look.look == LOOK_NAME)
        look.level = (uint8_t)kind.level;
    return look;
}

static void put_cell(Workbook *workbook, const Table *table, size_t row, size_t column, lxw_row_t at)
{
    const char *text = table_text(table, row, column);
    WorkbookFormat look = look_of(table, row, column);
    QcdcDecimal value;
    double number;
    if (!table_value(table, row, column, &value) || !to_double(value, &number)) {
        put_text(workbook, at, at, column, column, text, look);
        return;
    }
    look.is_number = true;
    look.decimals = QCDC_FAULT("workbook-decimals", value.decimals, 0);
    look.stars = QCDC_FAULT("workbook-stars", count_stars(text), 0);
    /* a change that rounds to nothing is "0,0" and no nil (D62) */
    look.is_nil_zero = QCDC_FAULT("workbook-nil", value.coefficient != 0 || text[0] == '-', false);
    lxw_format *format = workbook_format(workbook, look);
    if (format != NULL)
        note(workbook, worksheet_write_number(workbook->sheet, at, (lxw_col_t)column, number, format));
}

static lxw_row_t put_rows(Workbook *workbook, const Table *table, lxw_row_t at)
{
    for (size_t row = 0; row < table_row_count(table) && !workbook->failed; row++, at++)
        for (size_t column = 0; column < table->column_count; column++)
            put_cell(workbook, table, row, column, at);
    return at;
}

/* The head on each page. worksheet_repeat_rows() writes the name of a sheet like 06a or KH24 without quotes, where it is no name or is
 * a cell, and Excel calls the file damaged. */
static void repeat_rows(Workbook *workbook, lxw_row_t first, lxw_row_t last)
{
    Text name = {0}, range = {0};
    text_append(&name, "'");
    text_append(&name, workbook->sheet->name);
    text_append(&name, "'!");
    text_append(&range, "=");
    text_append(&range, text_get(&name));
    text_append(&name, "_xlnm.Print_Titles");
    text_append(&range, "$");
    text_append_number(&range, (int64_t)first + 1);
    text_append(&range, ":$");
    text_append_number(&range, (int64_t)last + 1);
    workbook->failed = workbook->failed || name.failed || range.failed;
    if (!workbook->failed)
        note(workbook, workbook_define_name(workbook->book, text_get(&name), text_get(&range)));
    text_clear(&name);
    text_clear(&range);
}

/* On paper: one page wide, the head on each. */
static void set_up_page(Workbook *workbook, const Table *table, const WorkbookMeasure *measure, lxw_row_t head, lxw_row_t body)
{
    worksheet_set_paper(workbook->sheet, 9); /* A4 */
    if (measure->total > MOST_PORTRAIT)
        worksheet_set_landscape(workbook->sheet);
    worksheet_fit_to_pages(workbook->sheet, 1, 0);
    repeat_rows(workbook, head, body - 1);
    worksheet_freeze_panes(workbook->sheet, body, 0);
    for (size_t column = 0; column < table->column_count; column++)
        note(workbook, worksheet_set_column(workbook->sheet, (lxw_col_t)column, (lxw_col_t)column, measure->widths[column], NULL));
}

void workbook_draw(Workbook *workbook, const Table *table, const WorkbookMeasure *measure)
{
    lxw_row_t head = put_lines(workbook, table, measure, text_get(&table->caption), false, 0) + 1;
    lxw_row_t body = put_heads(workbook, table, measure, head);
    bool has_codes = table_row_count(table) > 0 && table_row(table, 0).kind == TABLE_ROW_CODES;
    set_up_page(workbook, table, measure, head, body + has_codes);
    lxw_row_t end = put_rows(workbook, table, body);
    put_lines(workbook, table, measure, text_get(&table->notes), true, end + 1);
}
