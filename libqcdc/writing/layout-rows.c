/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include "analysis/cube-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* The rows of a table: units in their order, or indicators (D60, D62). */

static bool add_row(Drawing *drawing, DrawRow row)
{
    return array_append(&drawing->rows, &row, 1, sizeof row);
}

/* Units */

static uint32_t depth_of(const UnitTree *tree, QcdcUnitId unit)
{
    uint32_t depth = 0, position = tree->positions[unit];
    while (position != POSITION_NONE && tree->parents[position] != POSITION_NONE) {
        position = tree->parents[position];
        depth++;
    }
    return depth;
}

/* Below a total children have level 0; own figures, levels and groups stand with the children of their unit. */
static uint32_t level_of(const Drawing *drawing, const UnitTree *tree, const Subject *subject, uint32_t root_depth)
{
    uint32_t depth = depth_of(tree, subject->unit) - root_depth + (subject->kind != SUBJECT_UNIT);
    return drawing->has_total && depth > 0 ? depth - 1 : depth;
}

/* "Toàn tỉnh" is no commune that the call names. */
static const char *call_total(const Drawing *drawing)
{
    const char *given = drawing->layout->texts[QCDC_LAYOUT_TOTAL_NAME];
    return given[0] != '\0' && QCDC_FAULT("layout-total-name", drawing->is_own_unit, true) ? given : layout_words_get(drawing->style.language)->total;
}

static bool add_total(Drawing *drawing, bool is_here)
{
    DrawRow row = {.kind = ROW_TOTAL, .subject = 0, .indicator = (QcdcIndicatorId)QCDC_ID_NONE, .name = call_total(drawing)};
    return !is_here || !drawing->has_total || add_row(drawing, row);
}

static bool add_units(Drawing *drawing)
{
    const UnitTree *tree = forest_tree(&drawing->cube->forest, slots_find(&drawing->cube->slots, drawing->period));
    const Subject *subjects = drawing->subjects.items;
    uint32_t root_depth = drawing->subjects.count > 0 ? depth_of(tree, subjects[0].unit) : 0;
    size_t first = drawing->unit != NULL && drawing->layout->by != QCDC_BY_NONE ? 1 : 0;
    if (!add_total(drawing, drawing->layout->total == TOTAL_FIRST))
        return false;
    for (size_t i = first; i < drawing->subjects.count; i++) {
        DrawRow row = {.subject = (uint32_t)i,
                       .level = level_of(drawing, tree, &subjects[i], root_depth),
                       .indicator = (QcdcIndicatorId)QCDC_ID_NONE,
                       .name = frame_words_call(subjects[i].code, subjects[i].name, drawing->style.language)};
        if (!add_row(drawing, row))
            return false;
    }
    return add_total(drawing, QCDC_FAULT("layout-total", drawing->layout->total == TOTAL_LAST, true));
}

/* Indicators */

/* The list of some of a total's parts that an indicator belongs to: the total's number and the partition; NULL of none. */
static const char *list_of(const Drawing *drawing, QcdcIndicatorId indicator, QcdcIndicatorId total)
{
    const Indicator *known = catalog_indicator(drawing->catalog, indicator);
    bool is_some = known->part_of == total && total != (QcdcIndicatorId)QCDC_ID_NONE &&
                   QCDC_FAULT("layout-of-which", known->part_kind != PART_PARTITION, true);
    return is_some ? known->partition : NULL;
}

/* What was said last at each depth, and of which indicator a row is. */
typedef struct RowTrail {
    QcdcIndicatorId indicators[QCDC_LAYOUT_MOST_DEPTH + 1];
    const char *lists[QCDC_LAYOUT_MOST_DEPTH + 1];
} RowTrail;

static bool add_indicator(Drawing *drawing, RowTrail *trail, DrawRow row)
{
    uint32_t level = row.level < QCDC_LAYOUT_MOST_DEPTH ? row.level : QCDC_LAYOUT_MOST_DEPTH - 1;
    QcdcIndicatorId total = level > 0 ? trail->indicators[level - 1] : (QcdcIndicatorId)QCDC_ID_NONE;
    const char *list = row.kind == ROW_FIGURES ? list_of(drawing, row.indicator, total) : NULL;
    row.level = level;
    row.is_of_which = list != NULL && (trail->lists[level] == NULL || strcmp(trail->lists[level], list) != 0);
    trail->lists[level] = list;
    trail->lists[level + 1] = NULL;
    trail->indicators[level] = row.kind == ROW_FIGURES ? row.indicator : (QcdcIndicatorId)QCDC_ID_NONE;
    return add_row(drawing, row);
}

static const char *name_indicator(const Drawing *drawing, QcdcIndicatorId indicator)
{
    return catalog_indicator_words(drawing->catalog, indicator, QCDC_INDICATOR_NAME, drawing->style.language == QCDC_LANGUAGE_EN);
}

static bool add_lines(Drawing *drawing)
{
    const Array *lines = &drawing->layout->row_lines;
    RowTrail trail = {{0}, {NULL}};
    for (size_t i = 0; i < lines->count; i++) {
        const LayoutLine *line = layouts_line(drawing->layouts, ARRAY_AT(lines, uint32_t, i));
        const char *title = line->texts[QCDC_LAYOUT_LINE_TITLE];
        bool is_heading = line->shows == SHOWS_HEADING;
        DrawRow row = {.kind = is_heading ? ROW_HEADING : ROW_FIGURES, .level = line->depth,
                       .indicator = is_heading ? (QcdcIndicatorId)QCDC_ID_NONE : line->indicators[0],
                       .name = title[0] != '\0' || is_heading ? title : name_indicator(drawing, line->indicators[0])};
        if (!add_indicator(drawing, &trail, row))
            return false;
    }
    return true;
}

/* D60: without lines of rows, what sentences would tell, parts under their totals. */
typedef struct PartTree {
    uint32_t *first, *next; /* [indicators] the first part, the next of the same total; LINE_NONE: none */
    uint32_t *stack, *depths;
} PartTree;

static bool is_listed(const Drawing *drawing, QcdcIndicatorId indicator, int32_t first_day, int32_t last_day)
{
    const Indicator *known = catalog_indicator(drawing->catalog, indicator);
    return strcmp(known->texts[QCDC_INDICATOR_CLAUSE], "-") != 0 && known->first_day <= last_day && known->last_day >= first_day;
}

static bool walk_parts(Drawing *drawing, PartTree *parts, const bool *listed, size_t count)
{
    RowTrail trail = {{0}, {NULL}};
    for (size_t root = 0; root < count; root++) {
        QcdcIndicatorId above = catalog_indicator(drawing->catalog, (QcdcIndicatorId)root)->part_of;
        size_t height = 0;
        if (!listed[root] || (above != (QcdcIndicatorId)QCDC_ID_NONE && listed[above]))
            continue;
        parts->stack[height] = (uint32_t)root;
        parts->depths[height++] = 0;
        while (height > 0) {
            uint32_t at = parts->stack[--height], depth = parts->depths[height];
            DrawRow row = {.level = depth, .indicator = at, .name = name_indicator(drawing, at)};
            if (!add_indicator(drawing, &trail, row))
                return false;
            for (uint32_t part = parts->first[at]; part != (uint32_t)LINE_NONE; part = parts->next[part]) {
                parts->stack[height] = part;
                parts->depths[height++] = depth + 1;
            }
        }
    }
    return true;
}

/* Chains of parts turned round, for the stack turns them again. */
static void chain_parts(const Drawing *drawing, PartTree *parts, const bool *listed, size_t count)
{
    for (size_t i = 0; i < count; i++)
        parts->first[i] = (uint32_t)LINE_NONE;
    for (size_t i = 0; i < count; i++) {
        QcdcIndicatorId total = catalog_indicator(drawing->catalog, (QcdcIndicatorId)i)->part_of;
        if (!listed[i] || total == (QcdcIndicatorId)QCDC_ID_NONE)
            continue;
        parts->next[i] = parts->first[total];
        parts->first[total] = (uint32_t)i;
    }
}

static bool add_catalog(Drawing *drawing)
{
    size_t count = catalog_indicator_count(drawing->catalog);
    int32_t first_day, last_day;
    uint32_t *numbers = memory_try_new(count, 4 * sizeof *numbers);
    bool *listed = memory_try_new(count, sizeof *listed);
    bool is_done = numbers != NULL && listed != NULL && catalog_find_days(drawing->catalog, drawing->period, &first_day, &last_day);
    if (is_done) {
        PartTree parts = {numbers, numbers + count, numbers + 2 * count, numbers + 3 * count};
        for (size_t i = 0; i < count; i++)
            listed[i] = is_listed(drawing, (QcdcIndicatorId)i, first_day, last_day);
        chain_parts(drawing, &parts, listed, count);
        is_done = walk_parts(drawing, &parts, listed, count);
    }
    qcdc_free(numbers);
    qcdc_free(listed);
    return is_done;
}

QcdcStatus layout_find_rows(Drawing *drawing)
{
    bool is_done;
    if (drawing->layout->rows == LAYOUT_UNITS)
        is_done = add_units(drawing);
    else
        is_done = drawing->layout->row_lines.count > 0 ? add_lines(drawing) : add_catalog(drawing);
    return is_done ? QCDC_OK : memory_fail(drawing->error);
}
