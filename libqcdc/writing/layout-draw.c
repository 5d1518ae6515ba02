/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "analysis/cube-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* What is asked for: the call, then the table, then the defaults (D60). */

static const char *choose_text(const char *called, const char *own, const char *fallback)
{
    if (called != NULL && called[0] != '\0')
        return called;
    if (own[0] != '\0')
        return own;
    return fallback != NULL && fallback[0] != '\0' ? fallback : NULL;
}

static QcdcStatus choose_period(Drawing *drawing, const QcdcLayoutOptions *options)
{
    const char *label = choose_text(options->period, drawing->layout->texts[QCDC_LAYOUT_PERIOD], options->default_period);
    if (label != NULL)
        return qcdc_period_parse(label, strlen(label), &drawing->period, drawing->error);
    return qcdc_dataset_get_latest_period(drawing->cube->dataset, &drawing->period, drawing->error);
}

/* The one root where nobody names a unit; of several roots each is a row, and nothing adds them up. */
static const char *find_unit(const Drawing *drawing, const char *called, const char *fallback)
{
    const UnitTree *tree = forest_tree(&drawing->cube->forest, slots_find(&drawing->cube->slots, drawing->period));
    const char *unit = choose_text(called, drawing->layout->texts[QCDC_LAYOUT_UNIT], fallback);
    bool has_one_root = tree->count > 0 && tree->ends[0] == tree->count;
    return unit != NULL || !has_one_root ? unit : tree->versions[0]->texts[QCDC_UNIT_CODE];
}

/* By code or by id. */
static bool is_same_unit(const Drawing *drawing, const char *left, const char *right)
{
    QcdcUnitId one, other;
    return left != NULL && right != NULL && qcdc_catalog_find_unit(drawing->catalog, left, drawing->period, &one, NULL) == QCDC_OK &&
           qcdc_catalog_find_unit(drawing->catalog, right, drawing->period, &other, NULL) == QCDC_OK && one == other;
}

static void choose_unit(Drawing *drawing, const QcdcLayoutOptions *options)
{
    drawing->unit = find_unit(drawing, options->unit, options->default_unit);
    drawing->is_own_unit = is_same_unit(drawing, drawing->unit, find_unit(drawing, NULL, options->default_unit));
    drawing->has_total = drawing->unit != NULL && drawing->layout->by != QCDC_BY_NONE;
}

static void choose_selection(Drawing *drawing)
{
    const QcdcLayout *layout = drawing->layout;
    QcdcSelection *selection = &drawing->selection;
    *selection = (QcdcSelection){.size = sizeof *selection, .unit = drawing->unit, .by = layout->by, .depth = layout->depth};
    if (layout->rows == LAYOUT_INDICATORS)
        selection->by = QCDC_BY_NONE;
    if (layout->rows != LAYOUT_UNITS || drawing->unit != NULL || layout->by != QCDC_BY_CHILD)
        return;
    if (layout->depth == 1)
        selection->by = QCDC_BY_NONE;
    else if (layout->depth > 1)
        selection->depth = layout->depth - 1;
}

/* The cube that holds the table's period and those of its columns. */
static QcdcStatus extend_cube(Drawing *drawing)
{
    Array periods = {0};
    QcdcCube *extended = NULL;
    bool is_gathered = array_append(&periods, &drawing->period, 1, sizeof drawing->period);
    for (size_t i = 0; i < drawing->panels.count && is_gathered; i++)
        is_gathered = array_append(&periods, &ARRAY_AT(&drawing->panels, Panel, i).period, 1, sizeof(QcdcPeriod));
    QcdcStatus status = is_gathered
                            ? cube_with_periods(drawing->cube, periods.items, periods.count, &extended, drawing->error)
                            : memory_fail(drawing->error);
    array_clear(&periods);
    if (status != QCDC_OK)
        return status;
    qcdc_cube_unref(drawing->cube);
    drawing->cube = extended;
    return QCDC_OK;
}

static QcdcStatus prepare(Drawing *drawing, const QcdcLayoutOptions *options)
{
    QcdcStatus status = choose_period(drawing, options);
    drawing->base = options->base != NULL ? *options->base : drawing->layout->base;
    if (status == QCDC_OK)
        status = layout_find_columns(drawing);
    if (status == QCDC_OK)
        status = extend_cube(drawing);
    if (status != QCDC_OK)
        return status;
    choose_unit(drawing, options);
    choose_selection(drawing);
    status = selection_find_subjects(drawing->cube, &drawing->selection, drawing->period, &drawing->subjects, drawing->error);
    if (status == QCDC_OK)
        status = layout_find_rows(drawing);
    return status == QCDC_OK ? layout_find_panels(drawing) : status;
}

static void drawing_clear(Drawing *drawing)
{
    for (size_t i = 0; i < drawing->panels.count; i++) {
        Panel *panel = &ARRAY_AT(&drawing->panels, Panel, i);
        array_clear(&panel->bases);
        array_clear(&panel->indicators);
        qcdc_comparison_unref(panel->comparison);
        qcdc_free(panel->subjects);
        qcdc_free(panel->places);
    }
    array_clear(&drawing->panels);
    array_clear(&drawing->columns);
    array_clear(&drawing->rows);
    subjects_clear(&drawing->subjects);
    qcdc_cube_unref(drawing->cube);
}

/* Cells */

typedef struct Counters {
    uint32_t numbers[QCDC_LAYOUT_MOST_DEPTH];
    Text text; /* of the cell at hand */
} Counters;

/* A total has no number; a row starts those below it anew. */
static uint32_t count_row(Counters *counters, const DrawRow *row)
{
    uint32_t level = row->level < QCDC_LAYOUT_MOST_DEPTH ? row->level : QCDC_LAYOUT_MOST_DEPTH - 1;
    if (row->kind == ROW_TOTAL)
        return 0;
    for (uint32_t below = level + 1; below < QCDC_LAYOUT_MOST_DEPTH; below++)
        counters->numbers[below] = QCDC_FAULT("layout-restart", 0, counters->numbers[below]);
    return ++counters->numbers[level];
}

static QcdcStatus append_cell(Drawing *drawing, const DrawColumn *column, const DrawRow *row, uint32_t number, Text *out)
{
    bool in_english = drawing->style.language == QCDC_LANGUAGE_EN;
    uint32_t level = row->level < QCDC_LAYOUT_MOST_DEPTH ? row->level : QCDC_LAYOUT_MOST_DEPTH - 1;
    switch (column->line->shows) {
    case SHOWS_NUMBER:
        if (number > 0)
            layout_append_number(drawing->layout->schemes[level], number, drawing->style.language, out);
        return QCDC_OK;
    case SHOWS_NAME:
        text_append(out, row->is_of_which ? layout_words_get(drawing->style.language)->of_which : "");
        text_append(out, row->name);
        return QCDC_OK;
    case SHOWS_MEASURE:
        if (row->kind == ROW_FIGURES && row->indicator != (QcdcIndicatorId)QCDC_ID_NONE)
            text_append(out, catalog_indicator_words(drawing->catalog, row->indicator, QCDC_INDICATOR_MEASURE, in_english));
        return QCDC_OK;
    case SHOWS_NOTE:
        return QCDC_OK;
    default:
        return layout_append_cell(drawing, column, row, out);
    }
}

/* What a unit reported itself is a row only where something of it stands in the table. */
static QcdcStatus find_blank(Drawing *drawing, const DrawRow *row, Text *text, bool *out_is_blank)
{
    QcdcStatus status = QCDC_OK;
    bool is_own = drawing->layout->rows == LAYOUT_UNITS && drawing->subjects.items[row->subject].kind == SUBJECT_OWN;
    *out_is_blank = QCDC_FAULT("layout-blank-own", is_own, false);
    for (size_t i = 0; i < drawing->columns.count && status == QCDC_OK && *out_is_blank; i++) {
        const DrawColumn *column = &ARRAY_AT(&drawing->columns, DrawColumn, i);
        text_cut(text, 0);
        if (layout_shows_figure(column->line->shows))
            status = layout_append_cell(drawing, column, row, text);
        *out_is_blank = text->length == 0;
    }
    return status;
}

static QcdcStatus add_row(Drawing *drawing, const DrawRow *row, Counters *counters, Table *table)
{
    uint32_t number = count_row(counters, row);
    static const TableRowKind kinds[] = {
        [ROW_FIGURES] = TABLE_ROW_PLAIN, [ROW_HEADING] = TABLE_ROW_HEADING, [ROW_TOTAL] = TABLE_ROW_TOTAL};
    QcdcStatus status = QCDC_OK;
    table_begin_row(table, kinds[row->kind], row->level < QCDC_LAYOUT_MOST_DEPTH ? row->level : QCDC_LAYOUT_MOST_DEPTH - 1);
    for (size_t i = 0; i < drawing->columns.count && status == QCDC_OK; i++) {
        text_cut(&counters->text, 0);
        drawing->shown = (MaybeDecimal){0};
        status = append_cell(drawing, &ARRAY_AT(&drawing->columns, DrawColumn, i), row, number, &counters->text);
        if (drawing->shown.is_there)
            table_add_shown(table, text_get(&counters->text), drawing->shown.value);
        else
            table_add_text(table, text_get(&counters->text));
    }
    table->failed = table->failed || counters->text.failed;
    return table->failed && status == QCDC_OK ? memory_fail(drawing->error) : status;
}

static QcdcStatus add_row_if_seen(Drawing *drawing, const DrawRow *row, Counters *counters, Table *table)
{
    bool is_blank = false;
    QcdcStatus status = find_blank(drawing, row, &counters->text, &is_blank);
    return status != QCDC_OK || is_blank ? status : add_row(drawing, row, counters, table);
}

static QcdcStatus draw(Drawing *drawing, const QcdcLayoutOptions *options, Table *table)
{
    Counters counters = {{0}, {0}};
    QcdcStatus status = prepare(drawing, options);
    if (status != QCDC_OK)
        return status;
    layout_add_head(drawing, table);
    for (size_t i = 0; i < drawing->rows.count && status == QCDC_OK; i++)
        status = add_row_if_seen(drawing, &ARRAY_AT(&drawing->rows, DrawRow, i), &counters, table);
    layout_add_notes(drawing, table);
    text_clear(&counters.text);
    return status;
}

static QcdcStatus read_options(const QcdcLayoutOptions *given, QcdcLayoutOptions *out_options, QcdcError *error)
{
    QcdcLayoutOptions options = {0};
    if (given != NULL)
        memcpy(&options, given, given->size > 0 && given->size < sizeof options ? given->size : sizeof options);
    if (options.base != NULL && (int)options.base->base < 0)
        return qcdc_error_set_argument(error, "not a base");
    *out_options = options;
    return QCDC_OK;
}

QcdcStatus layout_fill(QcdcCube *cube, const QcdcLayout *layout, const QcdcLayoutOptions *options, const QcdcStyle *style, Table *table,
                       QcdcError *error)
{
    QcdcLayoutOptions read = {0};
    QcdcStatus status = read_options(options, &read, error);
    if (status != QCDC_OK)
        return status;
    if (style != NULL && style->size != 0 && style->size != sizeof *style)
        return qcdc_error_set_argument(error, "a style of another size");
    if (cube->catalog != layout->owner->catalog)
        return qcdc_error_set_argument(error, "the table names units and indicators of another catalog");
    Drawing drawing = {.layout = layout,
                       .layouts = layout->owner,
                       .catalog = cube->catalog,
                       .cube = qcdc_cube_ref(cube),
                       .style = style != NULL ? *style : (QcdcStyle){0},
                       .error = error};
    status = draw(&drawing, &read, table);
    drawing_clear(&drawing);
    return status;
}

QcdcStatus qcdc_cube_to_layout(QcdcCube *cube, const QcdcLayout *layout, const QcdcLayoutOptions *options, const QcdcStyle *style,
                               QcdcTableFormat format, char **out_text, QcdcError *error)
{
    Table table = {0};
    if (cube == NULL || layout == NULL || out_text == NULL || (int)format < 0 || format >= QCDC_TABLE_END)
        return qcdc_error_set_argument(error, "no cube, no table, no place for it, or no such format");
    if (format == QCDC_TABLE_JSON)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, "format", 0, 0, "a form has no JSON lines", "json",
                              "text, csv, markdown or html; the figures as JSON lines are those of compare and rollup");
    QcdcStatus status = layout_fill(cube, layout, options, style, &table, error);
    if (status == QCDC_OK)
        status = table_write(&table, format, out_text, error);
    table_clear(&table);
    return status;
}

QcdcStatus qcdc_cube_layout_to_workbook(QcdcCube *cube, const QcdcLayout *layout, const QcdcLayoutOptions *options, const QcdcStyle *style,
                                        const char *path, QcdcError *error)
{
    Table table = {0};
    if (cube == NULL || layout == NULL || path == NULL || path[0] == '\0')
        return qcdc_error_set_argument(error, "no cube, no table, or no path");
    QcdcStatus status = layout_fill(cube, layout, options, style, &table, error);
    if (status == QCDC_OK)
        status = table_write_workbook(&table, layout->texts[QCDC_LAYOUT_CODE], path, error);
    table_clear(&table);
    return status;
}
