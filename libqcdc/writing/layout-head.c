/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "kernel/fault-private.h"

/* What stands around the cells: titles, the head, the codes of columns, notes (D61, D62). */

/* Lines of the head in their order; the place of each among those of the table, for the lines below it. */
static void add_lines(Drawing *drawing, Table *table, uint32_t *heads)
{
    const Array *lines = &drawing->layout->columns;
    size_t leaf = 0;
    for (size_t i = 0; i < lines->count; i++) {
        uint32_t number = ARRAY_AT(lines, uint32_t, i);
        const LayoutLine *line = layouts_line(drawing->layouts, number);
        uint32_t parent = line->parent != (uint32_t)LINE_NONE ? heads[line->parent] : TABLE_HEAD_NONE;
        bool is_group = line->shows == SHOWS_GROUP;
        Text title = {0};
        layout_append_title(drawing, line, is_group ? NULL : &ARRAY_AT(&drawing->columns, DrawColumn, leaf), &title);
        table->failed = table->failed || title.failed;
        if (line->shows == SHOWS_NAME && table->name_column == SIZE_MAX)
            table->name_column = leaf;
        if (is_group)
            heads[number] = table_add_head(table, parent, text_get(&title));
        else
            table_add_leaf(table, parent, text_get(&title), layout_shows_figure(line->shows));
        if (!is_group && leaf < table->column_count)
            table->columns[leaf].is_centred = line->shows == SHOWS_NUMBER || line->shows == SHOWS_MEASURE;
        leaf += !is_group;
        text_clear(&title);
    }
}

static void add_codes(Drawing *drawing, Table *table)
{
    if (drawing->layout->codes == CODES_NONE)
        return;
    table_begin_row(table, TABLE_ROW_CODES, 0);
    for (size_t i = 0; i < drawing->columns.count; i++) {
        Text code = {0};
        layout_append_code(drawing, i, &code);
        table_add_text(table, text_get(&code));
        table->failed = table->failed || code.failed;
        text_clear(&code);
    }
}

/* "Tỉnh A, 6 tháng đầu năm 2024" */
static void add_place(Drawing *drawing, Table *table)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    Text place = {0};
    if (drawing->unit != NULL && drawing->subjects.count > 0) {
        text_append(&place, drawing->subjects.items[0].name);
        text_append(&place, ", ");
    }
    qcdc_period_to_name(drawing->period, drawing->style.language, name, sizeof name);
    text_append(&place, name);
    table_add_title(table, text_get(&place));
    table->failed = table->failed || place.failed;
    text_clear(&place);
}

void layout_add_head(Drawing *drawing, Table *table)
{
    const QcdcLayout *layout = drawing->layout;
    uint32_t *heads = memory_try_new(drawing->layouts->lines.count, sizeof *heads);
    table->failed = table->failed || heads == NULL;
    table->name_column = SIZE_MAX;
    if (layout->texts[QCDC_LAYOUT_NUMBER][0] != '\0')
        table_add_title(table, layout->texts[QCDC_LAYOUT_NUMBER]);
    table->title_line = layout->texts[QCDC_LAYOUT_NUMBER][0] != '\0';
    table_add_title(table, layout->texts[QCDC_LAYOUT_TITLE]);
    add_place(drawing, table);
    if (heads != NULL)
        add_lines(drawing, table, heads);
    add_codes(drawing, table);
    qcdc_free(heads);
}

void layout_add_notes(Drawing *drawing, Table *table)
{
    const LayoutWords *words = layout_words_get(drawing->style.language);
    if (drawing->layout->texts[QCDC_LAYOUT_NOTE][0] != '\0')
        table_add_note(table, drawing->layout->texts[QCDC_LAYOUT_NOTE]);
    if (drawing->has_partial_units)
        table_add_note(table, words->partial_units);
    if (drawing->has_partial_periods)
        table_add_note(table, words->partial_periods);
}
