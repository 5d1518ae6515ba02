/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "kernel/fault-private.h"

/* What stands around the cells: titles, the head, the codes of columns, notes (D61, D62). */

static bool is_set_right(LayoutShows shows)
{
    return layout_shows_figure(shows);
}

static void add_column(Drawing *drawing, Table *table, const DrawColumn *column)
{
    Text title = {0};
    const LayoutLine *above = column->line;
    while (above->parent != (uint32_t)LINE_NONE) {
        above = layouts_line(drawing->layouts, above->parent);
        Text joined = {0};
        layout_append_title(drawing, above, NULL, &joined);
        text_append(&joined, " - ");
        text_append(&joined, text_get(&title));
        text_clear(&title);
        title = joined;
    }
    layout_append_title(drawing, column->line, column, &title);
    const char *kept = title.failed ? NULL : string_pool_keep(&table->strings, text_get(&title), title.length);
    text_clear(&title);
    table->failed = table->failed || kept == NULL;
    table_add_column(table, kept != NULL ? kept : "", NULL, is_set_right(column->line->shows));
}

static void add_codes(Drawing *drawing, Table *table)
{
    for (size_t i = 0; i < drawing->columns.count && drawing->layout->codes != CODES_NONE; i++) {
        Text code = {0};
        layout_append_code(drawing, i, &code);
        table_add_text(table, text_get(&code));
        table->failed = table->failed || code.failed;
        text_clear(&code);
    }
}

void layout_add_head(Drawing *drawing, Table *table)
{
    const QcdcLayout *layout = drawing->layout;
    char name[QCDC_PERIOD_NAME_SIZE];
    if (layout->texts[QCDC_LAYOUT_NUMBER][0] != '\0') {
        text_append(&table->caption, layout->texts[QCDC_LAYOUT_NUMBER]);
        text_append(&table->caption, "\n");
    }
    text_append(&table->caption, layout->texts[QCDC_LAYOUT_TITLE]);
    text_append(&table->caption, "\n");
    if (drawing->unit != NULL && drawing->subjects.count > 0) {
        text_append(&table->caption, drawing->subjects.items[0].name);
        text_append(&table->caption, ", ");
    }
    qcdc_period_to_name(drawing->period, drawing->style.language, name, sizeof name);
    text_append(&table->caption, name);
    for (size_t i = 0; i < drawing->columns.count; i++)
        add_column(drawing, table, &ARRAY_AT(&drawing->columns, DrawColumn, i));
    add_codes(drawing, table);
}

static void add_note(Table *table, const char *note)
{
    text_append(&table->caption, "\n");
    text_append(&table->caption, note);
}

void layout_add_notes(Drawing *drawing, Table *table)
{
    const LayoutWords *words = layout_words_get(drawing->style.language);
    if (drawing->layout->texts[QCDC_LAYOUT_NOTE][0] != '\0')
        add_note(table, drawing->layout->texts[QCDC_LAYOUT_NOTE]);
    if (drawing->has_partial_units)
        add_note(table, words->partial_units);
    if (drawing->has_partial_periods)
        add_note(table, words->partial_periods);
}
