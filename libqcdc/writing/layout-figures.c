/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include <qcdc/number.h>

#include "analysis/cube-private.h"
#include "kernel/fault-private.h"
#include "language/printed-private.h"
#include "model/catalog-private.h"
#include "frame-words-private.h"

/* What stands in a cell of figures (D62). Figures alone are read off the cube; what is held against a base, off a comparison. */

/* Panels */

static bool is_held(const Array *codes, const char *code)
{
    for (size_t i = 0; i < codes->count; i++)
        if (ARRAY_AT(codes, const char *, i) == code)
            return true;
    return false;
}

static bool hold_indicator(const Drawing *drawing, Panel *panel, QcdcIndicatorId indicator)
{
    const char *code = catalog_indicator(drawing->catalog, indicator)->texts[QCDC_INDICATOR_CODE];
    return is_held(&panel->indicators, code) || array_append(&panel->indicators, &code, 1, sizeof code);
}

/* Of each panel the indicators that stand in columns, or in rows, of changes. */
static bool gather_indicators(Drawing *drawing)
{
    for (size_t c = 0; c < drawing->columns.count; c++) {
        const DrawColumn *column = &ARRAY_AT(&drawing->columns, DrawColumn, c);
        Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
        bool is_change = layout_shows_change(column->line->shows);
        for (size_t i = 0; i < column->line->indicator_count && is_change; i++)
            if (!hold_indicator(drawing, panel, column->line->indicators[i]))
                return false;
    }
    for (size_t p = 0; p < drawing->panels.count && drawing->layout->rows == LAYOUT_INDICATORS; p++) {
        Panel *panel = &ARRAY_AT(&drawing->panels, Panel, p);
        for (size_t i = 0; i < drawing->rows.count && panel->bases.count > 0; i++) {
            const DrawRow *row = &ARRAY_AT(&drawing->rows, DrawRow, i);
            if (row->kind == ROW_FIGURES && !hold_indicator(drawing, panel, row->indicator))
                return false;
        }
    }
    return true;
}

static bool is_same_subject(const Subject *left, const Subject *right)
{
    bool is_unit = left->kind == SUBJECT_UNIT || left->kind == SUBJECT_OWN;
    return left->kind == right->kind && (is_unit ? left->unit == right->unit : strcmp(left->code, right->code) == 0);
}

/* Units of another period may be others, and stand elsewhere: most often the next one is the one. */
static bool match_subjects(const Drawing *drawing, Panel *panel)
{
    size_t count = comparison_subject_count(panel->comparison), next = 0;
    panel->subjects = memory_try_new(drawing->subjects.count, sizeof *panel->subjects);
    for (size_t i = 0; panel->subjects != NULL && i < drawing->subjects.count; i++) {
        size_t looked = 0;
        while (looked < count && !is_same_subject(&drawing->subjects.items[i], comparison_subject(panel->comparison, next))) {
            next = (next + 1) % count;
            looked++;
        }
        panel->subjects[i] = looked < count ? (uint32_t)next : (uint32_t)LINE_NONE;
        next = count > 0 ? (next + (looked < count)) % count : 0;
    }
    return panel->subjects != NULL;
}

static bool match_indicators(const Drawing *drawing, Panel *panel)
{
    size_t count = catalog_indicator_count(drawing->catalog);
    panel->places = memory_try_new(count, sizeof *panel->places);
    for (size_t i = 0; panel->places != NULL && i < count; i++)
        panel->places[i] = (uint32_t)LINE_NONE;
    for (size_t i = 0; panel->places != NULL && i < comparison_indicator_count(panel->comparison); i++)
        panel->places[comparison_indicator(panel->comparison, i)] = (uint32_t)i;
    return panel->places != NULL;
}

static QcdcStatus compare(const Drawing *drawing, Panel *panel)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    QcdcSelection selection = drawing->selection;
    qcdc_period_to_text(panel->period, label, sizeof label);
    selection.period = label;
    selection.indicators = panel->indicators.items;
    selection.indicator_count = panel->indicators.count;
    selection.bases = panel->bases.items;
    selection.base_count = panel->bases.count;
    QcdcStatus status = qcdc_cube_compare(drawing->cube, &selection, &panel->comparison, drawing->error);
    if (status != QCDC_OK)
        return status;
    return match_subjects(drawing, panel) && match_indicators(drawing, panel) ? QCDC_OK : memory_fail(drawing->error);
}

QcdcStatus layout_find_panels(Drawing *drawing)
{
    QcdcStatus status = gather_indicators(drawing) ? QCDC_OK : memory_fail(drawing->error);
    for (size_t i = 0; i < drawing->panels.count && status == QCDC_OK; i++) {
        Panel *panel = &ARRAY_AT(&drawing->panels, Panel, i);
        panel->slot = slots_find(&drawing->cube->slots, panel->period);
        if (panel->bases.count > 0 && panel->indicators.count > 0)
            status = compare(drawing, panel);
    }
    return status;
}

/* Cells */

static void append_decimal(const Drawing *drawing, QcdcDecimal value, Text *out)
{
    char digits[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = drawing->style.language};
    qcdc_number_to_text(value, &format, digits, sizeof digits);
    text_append(out, digits);
}

static bool has_unit_below(const Drawing *drawing, QcdcUnitId unit)
{
    const UnitTree *tree = forest_tree(&drawing->cube->forest, slots_find(&drawing->cube->slots, drawing->period));
    uint32_t position = tree->positions[unit];
    return position != POSITION_NONE && tree->ends[position] > position + 1;
}

static bool has_units_below(const Drawing *drawing, const Subject *subject)
{
    if (subject->kind != SUBJECT_UNIT)
        return subject->kind != SUBJECT_OWN;
    return has_unit_below(drawing, subject->unit);
}

/* Whose figure the base is: another unit's, the parent's of a ratio by formula (D57), else that of the row's own unit. */
static bool has_base_below(const Drawing *drawing, const DrawColumn *column, const DrawRow *row, const QcdcComparisonRow *found)
{
    const Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
    const QcdcBaseOption *base = &ARRAY_AT(&panel->bases, QcdcBaseOption, column->base);
    QcdcUnitId unit;
    if (base->base == QCDC_BASE_PARENT_MEAN && !row_is_of_mean(panel->comparison, found))
        return true;
    if (base->base == QCDC_BASE_UNIT && qcdc_catalog_find_unit(drawing->catalog, base->unit, panel->period, &unit, NULL) == QCDC_OK)
        return has_unit_below(drawing, unit);
    return has_units_below(drawing, &drawing->subjects.items[row->subject]);
}

/* D62: a sum that not all went into says so, and why is told under the table. */
static void append_star(Drawing *drawing, bool has_below, bool is_partial, Text *out)
{
    if (!QCDC_FAULT("layout-star", is_partial, false))
        return;
    if (has_below) {
        text_append(out, "*");
        drawing->has_partial_units = true;
    } else {
        text_append(out, "**");
        drawing->has_partial_periods = true;
    }
}

static bool is_partial(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && cell->origin == QCDC_ORIGIN_PARTIAL;
}

/* S2: is there nothing where something should be? A quotient whose terms are there has a denominator 0. */
static bool is_awaited(const QcdcCell *cell)
{
    if (cell->is_refused)
        return false;
    return cell->figure.state == QCDC_FIGURE_MISSING || (cell->figure.state == QCDC_FIGURE_ABSENT && cell->valued < cell->expected);
}

/* "-" nil, "..." missing, blank where there cannot be any (S2); a hedge before the number (S4). */
static void append_figure(Drawing *drawing, bool has_below, const QcdcCell *cell, MaybeDecimal value, Text *out)
{
    if (!value.is_there) {
        text_append(out, QCDC_FAULT("layout-awaited", is_awaited(cell), true) ? "..." : "");
        return;
    }
    bool is_hedged = cell->hedge != NULL && cell->hedge[0] != '\0';
    drawing->shown = is_hedged ? (MaybeDecimal){0} : value;
    if (is_hedged) {
        text_append(out, frame_words_hedge(cell->hedge, drawing->style.language));
        text_append(out, " ");
    }
    /* "trên -" would say of nothing that it is more */
    if (value.value.coefficient == 0 && QCDC_FAULT("layout-hedged-nil", !is_hedged, true))
        text_append(out, "-");
    else
        append_decimal(drawing, value.value, out);
    append_star(drawing, has_below, is_partial(cell), out);
}

static QcdcStatus append_value(Drawing *drawing, const DrawColumn *column, const DrawRow *row, QcdcIndicatorId indicator, Text *out)
{
    const Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
    const Subject *subject = &drawing->subjects.items[row->subject];
    unsigned decimals = qcdc_catalog_get_indicator_decimals(drawing->catalog, indicator);
    MaybeDecimal value = {0};
    QcdcCell cell;
    QcdcStatus status = subject_read_slot(drawing->cube, subject, indicator, panel->slot, 0, &cell, drawing->error);
    if (status != QCDC_OK)
        return status;
    if (figure_to_decimal(&cell.figure, decimals, &drawing->style, &value) != QCDC_OK)
        return cube_fail_percent(drawing->cube, subject->code, indicator, panel->period, drawing->error);
    append_figure(drawing, has_units_below(drawing, subject), &cell, value, out);
    return QCDC_OK;
}

/* Changes */

/* The figure that the column shows. */
static MaybeDecimal choose_change(LayoutShows shows, const RowFigures *figures, const QcdcComparisonRow *row)
{
    switch (shows) {
    case SHOWS_DIFFERENCE:
        return row_figures_told(figures, row);
    case SHOWS_PERCENT:
        return figures->percent;
    case SHOWS_INDEX:
        return row->base == QCDC_BASE_PLAN ? figures->attainment : figures->index;
    case SHOWS_POINTS:
        return figures->points;
    default:
        return figures->attainment;
    }
}

/* A change that is there and rounds to nothing is no nil: it keeps its decimals, "0,0". */
static void append_nothing(const Drawing *drawing, LayoutShows shows, const RowFigures *figures, const QcdcComparisonRow *row, Text *out)
{
    bool of_figure = shows == SHOWS_INDEX || shows == SHOWS_ATTAINMENT;
    bool is_nil = of_figure ? row->change.current.value.coefficient == 0 : figures->direction == QCDC_DIRECTION_UNCHANGED;
    QcdcDecimal zero = {.decimals = (uint8_t)qcdc_printed_percent_decimals(&drawing->style)};
    if (is_nil)
        text_append(out, "-");
    else
        append_decimal(drawing, zero, out);
}

static void append_change(Drawing *drawing, const DrawColumn *column, const DrawRow *row, const RowFigures *figures,
                          const QcdcComparisonRow *found, Text *out)
{
    LayoutShows shows = column->line->shows;
    MaybeDecimal told = choose_change(shows, figures, found);
    bool is_open = is_awaited(&found->current_cell) || is_awaited(&found->base_cell);
    if (!told.is_there) {
        text_append(out, is_open ? "..." : "");
        return;
    }
    drawing->shown = told;
    if (told.value.coefficient == 0)
        drawing->shown.value.decimals = (uint8_t)qcdc_printed_percent_decimals(&drawing->style);
    if (told.value.coefficient == 0)
        append_nothing(drawing, shows, figures, found, out);
    else
        append_decimal(drawing, told.value, out);
    bool is_current = is_partial(&found->current_cell);
    bool has_below = is_current ? has_units_below(drawing, &drawing->subjects.items[row->subject])
                                : has_base_below(drawing, column, row, found);
    append_star(drawing, has_below, is_current || is_partial(&found->base_cell), out);
}

static QcdcStatus append_held(Drawing *drawing, const DrawColumn *column, const DrawRow *row, QcdcIndicatorId indicator, Text *out)
{
    const Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
    uint32_t subject = panel->comparison != NULL ? panel->subjects[row->subject] : (uint32_t)LINE_NONE;
    if (subject == (uint32_t)LINE_NONE || panel->places[indicator] == (uint32_t)LINE_NONE)
        return QCDC_OK;
    const QcdcComparisonRow *found = comparison_row(panel->comparison, subject, panel->places[indicator], column->base, NULL);
    RowFigures figures;
    if (found == NULL)
        return QCDC_OK;
    QcdcStatus status = row_figures_find(panel->comparison, subject, panel->places[indicator], found, &drawing->style, &figures,
                                         drawing->error);
    if (status == QCDC_OK && column->line->shows == SHOWS_INDEX)
        status = row_figures_find_index(panel->comparison, found, &drawing->style, &figures, drawing->error);
    if (status != QCDC_OK)
        return status;
    if (column->line->shows == SHOWS_BASE)
        append_figure(drawing, QCDC_FAULT("layout-base-star", has_base_below(drawing, column, row, found), false), &found->base_cell,
                      figures.base, out);
    else
        append_change(drawing, column, row, &figures, found, out);
    return QCDC_OK;
}

static QcdcStatus append_one(Drawing *drawing, const DrawColumn *column, const DrawRow *row, QcdcIndicatorId indicator, Text *out)
{
    return column->line->shows == SHOWS_VALUE ? append_value(drawing, column, row, indicator, out)
                                              : append_held(drawing, column, row, indicator, out);
}

/* "12/340"; what both lack stands once. */
static QcdcStatus append_pair(Drawing *drawing, const DrawColumn *column, const DrawRow *row, Text *out)
{
    Text first = {0}, second = {0};
    QcdcStatus status = append_one(drawing, column, row, column->line->indicators[0], &first);
    if (status == QCDC_OK)
        status = append_one(drawing, column, row, column->line->indicators[1], &second);
    bool is_one = strcmp(text_get(&first), text_get(&second)) == 0 && strpbrk(text_get(&first), "0123456789") == NULL;
    text_append(out, text_get(&first));
    if (QCDC_FAULT("layout-pair", !is_one, true)) {
        text_append(out, "/");
        text_append(out, text_get(&second));
        drawing->shown = (MaybeDecimal){0};
    }
    out->failed = out->failed || first.failed || second.failed;
    text_clear(&first);
    text_clear(&second);
    return status;
}

QcdcStatus layout_append_cell(Drawing *drawing, const DrawColumn *column, const DrawRow *row, Text *out)
{
    if (row->kind == ROW_HEADING)
        return QCDC_OK;
    if (drawing->layout->rows == LAYOUT_INDICATORS)
        return append_one(drawing, column, row, row->indicator, out);
    if (column->line->indicator_count == 2)
        return append_pair(drawing, column, row, out);
    return append_one(drawing, column, row, column->line->indicators[0], out);
}
