/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include <qcdc/number.h>

#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* The row of codes (D61): the columns numbered, and how one is worked out of others that stand there. */

static const DrawColumn *column_at(const Drawing *drawing, size_t index)
{
    return &ARRAY_AT(&drawing->columns, DrawColumn, index);
}

static bool has_own_indicators(const Drawing *drawing)
{
    return drawing->layout->rows == LAYOUT_UNITS;
}

/* The one indicator of a column; none of a pair, and where rows have it. */
static QcdcIndicatorId indicator_of(const DrawColumn *column)
{
    return column->line->indicator_count == 1 ? column->line->indicators[0] : (QcdcIndicatorId)QCDC_ID_NONE;
}

/* The figures of the period that @like is held against are its base, too. */
static uint32_t find_value_of_base(const Drawing *drawing, const DrawColumn *like, QcdcIndicatorId indicator)
{
    QcdcPeriod period;
    if (!layout_find_base_period(drawing, like, &period))
        return (uint32_t)LINE_NONE;
    for (size_t i = 0; i < drawing->columns.count; i++) {
        const DrawColumn *column = column_at(drawing, i);
        bool is_base = column->line->shows == SHOWS_VALUE &&
                       qcdc_period_equals(ARRAY_AT(&drawing->panels, Panel, column->panel).period, period);
        if (is_base && (!has_own_indicators(drawing) || indicator_of(column) == indicator))
            return (uint32_t)i;
    }
    return (uint32_t)LINE_NONE;
}

/* The first column that shows this of the indicator, of the period and base of @like; LINE_NONE where none does. */
static uint32_t find_column(const Drawing *drawing, const DrawColumn *like, LayoutShows shows, QcdcIndicatorId indicator)
{
    for (size_t i = 0; i < drawing->columns.count; i++) {
        const DrawColumn *column = column_at(drawing, i);
        bool is_like = column->line->shows == shows && column->panel == like->panel &&
                       (!layout_shows_change(shows) || column->base == like->base);
        if (is_like && (!has_own_indicators(drawing) || indicator_of(column) == indicator) && column != like)
            return (uint32_t)i;
    }
    return (uint32_t)LINE_NONE;
}

static void append_number(uint32_t index, Text *out)
{
    text_append_character(out, '(');
    text_append_number(out, (int64_t)index + 1);
    text_append_character(out, ')');
}

/* What a change is worked out of: a column that shows it, else of a base the figures of its period. */
static uint32_t find_operand(const Drawing *drawing, const DrawColumn *column, LayoutShows shows)
{
    uint32_t found = find_column(drawing, column, shows, indicator_of(column));
    bool is_sought = found == (uint32_t)LINE_NONE && shows == SHOWS_BASE;
    return QCDC_FAULT("layout-code-base", is_sought, false) ? find_value_of_base(drawing, column, indicator_of(column)) : found;
}

/* "(3)-(4)" of the two columns; false where one does not stand there. */
static bool append_two(const Drawing *drawing, const DrawColumn *column, LayoutShows left, const char *sign, LayoutShows right, Text *out)
{
    uint32_t first = find_operand(drawing, column, left), second = find_operand(drawing, column, right);
    if (first == (uint32_t)LINE_NONE || second == (uint32_t)LINE_NONE)
        return false;
    append_number(first, out);
    text_append(out, sign);
    append_number(second, out);
    return true;
}

/* Forms */

/* "2*(4)", with its sign but for a plus in front. */
static void append_term(const Drawing *drawing, const FormTerm *term, uint32_t index, bool is_first, Text *out)
{
    QcdcDecimal coefficient = term->coefficient, one = {.coefficient = 1};
    char digits[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = drawing->style.language};
    bool is_negative = coefficient.coefficient < 0;
    if (is_negative)
        coefficient.coefficient = -coefficient.coefficient;
    text_append(out, QCDC_FAULT("layout-code-sign", is_negative, false) ? "-" : is_first ? "" : "+");
    if (qcdc_decimal_compare(coefficient, one) != 0) {
        qcdc_number_to_text(coefficient, &format, digits, sizeof digits);
        text_append(out, digits);
        text_append(out, "*");
    }
    append_number(index, out);
}

static bool append_sum(const Drawing *drawing, const DrawColumn *column, const FormTerm *terms, size_t count, Text *out)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t index = terms[i].kind == FORM_TERM_INDICATOR
                             ? find_column(drawing, column, column->line->shows, terms[i].indicator)
                             : (uint32_t)LINE_NONE;
        if (QCDC_FAULT("layout-code-terms", index == (uint32_t)LINE_NONE, false))
            return false;
        append_term(drawing, &terms[i], index, i == 0, out);
    }
    return count > 0;
}

static bool append_side(const Drawing *drawing, const DrawColumn *column, const FormTerm *terms, size_t count, Text *out)
{
    text_append(out, count > 1 ? "(" : "");
    bool is_there = append_sum(drawing, column, terms, count, out);
    text_append(out, count > 1 ? ")" : "");
    return is_there;
}

static bool append_form(const Drawing *drawing, const DrawColumn *column, const Form *form, Text *out)
{
    if (form == NULL)
        return false;
    if (form->divisor_count == 0)
        return append_sum(drawing, column, form->terms, form->count, out);
    if (column->line->shows == SHOWS_DIFFERENCE || !append_side(drawing, column, form->terms, form->count, out))
        return false;
    text_append(out, "/");
    return append_side(drawing, column, form->divisor_terms, form->divisor_count, out);
}

/* Partitions */

static bool is_part(const Drawing *drawing, QcdcIndicatorId indicator, QcdcIndicatorId total, const char *partition)
{
    const Indicator *known = catalog_indicator(drawing->catalog, indicator);
    return known->part_of == total && known->part_kind == PART_PARTITION && strcmp(known->partition, partition) == 0;
}

/* The parts of one partition as columns, all or none: how many. */
static size_t append_partition(const Drawing *drawing, const DrawColumn *column, const char *partition, Text *out)
{
    size_t count = 0;
    for (size_t i = 0; i < catalog_indicator_count(drawing->catalog); i++) {
        if (!is_part(drawing, (QcdcIndicatorId)i, indicator_of(column), partition))
            continue;
        uint32_t index = find_column(drawing, column, column->line->shows, (QcdcIndicatorId)i);
        if (QCDC_FAULT("layout-code-parts", index == (uint32_t)LINE_NONE, false))
            return 0;
        text_append(out, count++ > 0 ? "+" : "");
        append_number(index, out);
    }
    return count;
}

/* D61: the longest partition, then the first. A part is looked at where its partition begins. */
static bool append_parts(const Drawing *drawing, const DrawColumn *column, Text *out)
{
    size_t best_count = 0;
    Text best = {0};
    for (size_t i = 0; i < catalog_indicator_count(drawing->catalog); i++) {
        const Indicator *known = catalog_indicator(drawing->catalog, (QcdcIndicatorId)i);
        if (known->part_of != indicator_of(column) || known->part_kind != PART_PARTITION)
            continue;
        Text tried = {0};
        size_t count = append_partition(drawing, column, known->partition, &tried);
        if (QCDC_FAULT("layout-code-longest", count > best_count, count > 0)) {
            text_clear(&best);
            best = tried;
            best_count = count;
        } else {
            text_clear(&tried);
        }
    }
    text_append(out, text_get(&best));
    out->failed = out->failed || best.failed;
    text_clear(&best);
    return best_count > 0;
}

/* Changes */

/* What one indicator may be. */
typedef bool (*IndicatorTest)(const Indicator *known);

/* Whether the column's indicator, or that of any row, is such a one. */
static bool may_be(const Drawing *drawing, const DrawColumn *column, IndicatorTest is_such)
{
    if (has_own_indicators(drawing))
        return is_such(catalog_indicator(drawing->catalog, indicator_of(column)));
    for (size_t i = 0; i < drawing->rows.count; i++) {
        const DrawRow *row = &ARRAY_AT(&drawing->rows, DrawRow, i);
        if (row->kind == ROW_FIGURES && is_such(catalog_indicator(drawing->catalog, row->indicator)))
            return true;
    }
    return false;
}

/* The plan of a figure that is one to reduce by so much: its attainment is no quotient of the two (S24). */
static bool is_reduced(const Indicator *known)
{
    return strcmp(known->texts[QCDC_INDICATOR_PLAN_DIRECTION], "reduce-by") == 0;
}

/* Places of ranks are counted from the base to the current one where the first is the best (S22). */
static bool is_falling_rank(const Indicator *known)
{
    return known->quantity == QCDC_QUANTITY_RANK;
}

/* What the column is held against. */
static QcdcBase base_of(const Drawing *drawing, const DrawColumn *column)
{
    const Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
    return ARRAY_AT(&panel->bases, QcdcBaseOption, column->base).base;
}

/* Means are over those that have a figure, of each indicator others: no sum and no quotient holds between them (D57). */
static bool is_of_means(const Drawing *drawing, const DrawColumn *column)
{
    return layout_shows_change(column->line->shows) && base_of(drawing, column) == QCDC_BASE_PARENT_MEAN;
}

/* A plan to reduce by so much is no figure to hold the current one against. */
static bool is_of_reduction(const Drawing *drawing, const DrawColumn *column)
{
    return base_of(drawing, column) == QCDC_BASE_PLAN && may_be(drawing, column, is_reduced);
}

/* Whether the column can have cells at all: points are of ratios, growth and index of amounts; of a plan all have an attainment. */
static bool has_change(const Drawing *drawing, const DrawColumn *column)
{
    LayoutShows shows = column->line->shows;
    QcdcBase base = base_of(drawing, column);
    if (shows == SHOWS_PERCENT && (base == QCDC_BASE_PLAN || base == QCDC_BASE_PARENT_MEAN))
        return false;
    if (!has_own_indicators(drawing) || shows == SHOWS_DIFFERENCE || base == QCDC_BASE_PLAN)
        return true;
    QcdcQuantity quantity = catalog_indicator(drawing->catalog, indicator_of(column))->quantity;
    return quantity == (shows == SHOWS_POINTS ? QCDC_QUANTITY_PERCENTAGE : QCDC_QUANTITY_AMOUNT);
}

/* The difference of value and base; of ranks it is told in places, and where rows may be ranks it is not told. */
static bool append_difference(const Drawing *drawing, const DrawColumn *column, Text *out)
{
    if (!QCDC_FAULT("layout-code-rank", may_be(drawing, column, is_falling_rank), false))
        return append_two(drawing, column, SHOWS_VALUE, "-", SHOWS_BASE, out);
    return has_own_indicators(drawing) && append_two(drawing, column, SHOWS_BASE, "-", SHOWS_VALUE, out);
}

static bool append_percent(const Drawing *drawing, const DrawColumn *column, Text *out)
{
    uint32_t value = find_operand(drawing, column, SHOWS_VALUE), base = find_operand(drawing, column, SHOWS_BASE);
    if (append_two(drawing, column, SHOWS_DIFFERENCE, "/", SHOWS_BASE, out))
        return true;
    if (value == (uint32_t)LINE_NONE || base == (uint32_t)LINE_NONE)
        return false;
    text_append(out, "(");
    append_two(drawing, column, SHOWS_VALUE, "-", SHOWS_BASE, out);
    text_append(out, ")/");
    append_number(base, out);
    return true;
}

static bool append_held(const Drawing *drawing, const DrawColumn *column, Text *out)
{
    switch (column->line->shows) {
    case SHOWS_DIFFERENCE:
        return append_difference(drawing, column, out);
    case SHOWS_POINTS:
        return append_two(drawing, column, SHOWS_VALUE, "-", SHOWS_BASE, out);
    case SHOWS_PERCENT:
        return append_percent(drawing, column, out);
    default:
        return append_two(drawing, column, SHOWS_VALUE, "/", SHOWS_BASE, out);
    }
}

static bool append_formula(const Drawing *drawing, const DrawColumn *column, Text *out)
{
    LayoutShows shows = column->line->shows;
    bool has_indicator = indicator_of(column) != (QcdcIndicatorId)QCDC_ID_NONE;
    if (has_own_indicators(drawing) && !has_indicator)
        return false;
    bool is_amount = shows == SHOWS_VALUE || shows == SHOWS_BASE || shows == SHOWS_DIFFERENCE;
    if (layout_shows_change(shows) && shows != SHOWS_BASE) {
        if (QCDC_FAULT("layout-code-reduction", is_of_reduction(drawing, column), false) || !has_change(drawing, column))
            return false;
        if (append_held(drawing, column, out))
            return true;
    }
    if (!is_amount || !has_indicator || QCDC_FAULT("layout-code-means", is_of_means(drawing, column), false))
        return false;
    size_t length = out->length;
    if (append_form(drawing, column, catalog_indicator(drawing->catalog, indicator_of(column))->form, out))
        return true;
    text_cut(out, length);
    return append_parts(drawing, column, out);
}

void layout_append_code(const Drawing *drawing, size_t index, Text *out)
{
    append_number((uint32_t)index, out);
    if (drawing->layout->codes != CODES_FORMULAS)
        return;
    size_t length = out->length;
    text_append(out, "=");
    if (!append_formula(drawing, column_at(drawing, index), out))
        text_cut(out, length);
}
