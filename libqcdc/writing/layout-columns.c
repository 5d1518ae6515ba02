/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "analysis/cube-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* The columns of a table that have cells; which period and base each stands for (D60). */

static const LayoutWords vietnamese = {
    .number = "STT",
    .unit = "Đơn vị",
    .indicator = "Chỉ tiêu",
    .measure = "Đơn vị tính",
    .note = "Ghi chú",
    .difference = "Tăng, giảm",
    .percent = "Tăng, giảm (%)",
    .index = "So sánh (%)",
    .points = "Tăng, giảm (điểm phần trăm)",
    .attainment = "Đạt kế hoạch (%)",
    .mean = "Bình quân chung",
    .total = "Tổng cộng",
    .of_which = "Trong đó: ",
    .partial_units = "* Theo báo cáo của một phần số đơn vị",
    .partial_periods = "** Theo số liệu của một phần thời gian",
};
static const LayoutWords english = {
    .number = "No.",
    .unit = "Unit",
    .indicator = "Indicator",
    .measure = "Measure",
    .note = "Note",
    .difference = "Change",
    .percent = "Change (%)",
    .index = "Index (%)",
    .points = "Change (percentage points)",
    .attainment = "Of plan (%)",
    .mean = "Mean",
    .total = "Total",
    .of_which = "Of which: ",
    .partial_units = "* From some of the units",
    .partial_periods = "** From figures of some of the time",
};

const LayoutWords *layout_words_get(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}

/* Periods */

/* From the year's first day to the period's last month: "2022-01/P10M", which is read as the half or the year where it is one. */
static QcdcStatus find_to_date(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error)
{
    QcdcPeriod year = qcdc_period_get_container(period, QCDC_PERIOD_YEAR);
    bool is_long = period.kind == QCDC_PERIOD_NONE || period.kind == QCDC_PERIOD_DAYS || year.kind == QCDC_PERIOD_NONE;
    char label[QCDC_PERIOD_TEXT_SIZE];
    if (is_long)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, "period", 0, 0, "to-date is of months, quarters and halves of a year", NULL,
                              NULL);
    for (unsigned months = 1; months <= 12; months++) {
        Text text = {0};
        qcdc_period_to_text(year, label, sizeof label);
        text_append(&text, label);
        text_append(&text, "-01/P");
        text_append_number(&text, months);
        text_append_character(&text, 'M');
        QcdcPeriod tried;
        bool holds = qcdc_period_parse(text_get(&text), text.length, &tried, NULL) == QCDC_OK &&
                     (qcdc_period_contains(tried, period) || qcdc_period_equals(tried, period));
        bool has_failed = text.failed;
        text_clear(&text);
        if (has_failed)
            return memory_fail(error);
        if (QCDC_FAULT("layout-to-date", holds, months == 12)) {
            *out_period = tried;
            return QCDC_OK;
        }
    }
    return qcdc_error_set(error, QCDC_STATUS_REFUSED, "period", 0, 0, "no months to date end with it", NULL, NULL);
}

static QcdcStatus find_year(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error)
{
    QcdcPeriod year = period.kind == QCDC_PERIOD_YEAR ? period : qcdc_period_get_container(period, QCDC_PERIOD_YEAR);
    if (year.kind == QCDC_PERIOD_NONE)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, "period", 0, 0, "no year holds it", NULL, NULL);
    *out_period = year;
    return QCDC_OK;
}

static QcdcStatus find_period(const Drawing *drawing, const LayoutLine *line, QcdcPeriod *out_period)
{
    switch (line->period_kind) {
    case PERIOD_PREVIOUS:
        return qcdc_period_previous(drawing->period, out_period, drawing->error);
    case PERIOD_SAME:
        return qcdc_period_same_last_year(drawing->period, out_period, drawing->error);
    case PERIOD_TO_DATE:
        return find_to_date(drawing->period, out_period, drawing->error);
    case PERIOD_OF_YEAR:
        return find_year(drawing->period, out_period, drawing->error);
    case PERIOD_LABEL:
        *out_period = line->period;
        return QCDC_OK;
    default:
        *out_period = drawing->period;
        return QCDC_OK;
    }
}

/* The panel of the period, a new one where there is none. */
static bool find_panel(Drawing *drawing, QcdcPeriod period, uint32_t *out_panel)
{
    for (size_t i = 0; i < drawing->panels.count; i++)
        if (qcdc_period_equals(ARRAY_AT(&drawing->panels, Panel, i).period, period)) {
            *out_panel = (uint32_t)i;
            return true;
        }
    Panel *panel = ARRAY_ADD(&drawing->panels, Panel);
    if (panel == NULL)
        return false;
    panel->period = period;
    *out_panel = (uint32_t)drawing->panels.count - 1;
    return true;
}

/* Bases */

static QcdcBaseOption choose_base(const Drawing *drawing, const LayoutLine *line)
{
    QcdcBaseOption base = line->base.base != QCDC_BASE_DEFAULT ? line->base : drawing->base;
    if (line->shows == SHOWS_ATTAINMENT && QCDC_FAULT("layout-plan", base.base != QCDC_BASE_PLAN, false))
        return (QcdcBaseOption){.base = QCDC_BASE_PLAN};
    if (base.base == QCDC_BASE_DEFAULT)
        base.base = QCDC_BASE_SAME_PERIOD;
    return base;
}

static bool are_equal_texts(const char *left, const char *right)
{
    return left == right || (left != NULL && right != NULL && strcmp(left, right) == 0);
}

static bool find_base(Panel *panel, QcdcBaseOption base, uint32_t *out_base)
{
    for (size_t i = 0; i < panel->bases.count; i++) {
        const QcdcBaseOption *known = &ARRAY_AT(&panel->bases, QcdcBaseOption, i);
        if (known->base == base.base && are_equal_texts(known->period, base.period) && are_equal_texts(known->plan, base.plan) &&
            are_equal_texts(known->unit, base.unit)) {
            *out_base = (uint32_t)i;
            return true;
        }
    }
    *out_base = (uint32_t)panel->bases.count;
    return array_append(&panel->bases, &base, 1, sizeof base);
}

static QcdcStatus add_column(Drawing *drawing, const LayoutLine *line)
{
    DrawColumn column = {.line = line};
    QcdcPeriod period;
    QcdcStatus status = find_period(drawing, line, &period);
    if (status != QCDC_OK)
        return status;
    bool is_added = find_panel(drawing, period, &column.panel);
    if (is_added && layout_shows_change(line->shows))
        is_added = find_base(&ARRAY_AT(&drawing->panels, Panel, column.panel), choose_base(drawing, line), &column.base);
    return is_added && array_append(&drawing->columns, &column, 1, sizeof column) ? QCDC_OK : memory_fail(drawing->error);
}

QcdcStatus layout_find_columns(Drawing *drawing)
{
    const Array *lines = &drawing->layout->columns;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < lines->count && status == QCDC_OK; i++) {
        const LayoutLine *line = layouts_line(drawing->layouts, ARRAY_AT(lines, uint32_t, i));
        if (line->shows != SHOWS_GROUP)
            status = add_column(drawing, line);
    }
    return status;
}

/* Titles */

static void append_period(const Drawing *drawing, QcdcPeriod period, Text *out)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(period, drawing->style.language, name, sizeof name);
    text_append(out, name);
}

bool layout_find_base_period(const Drawing *drawing, const DrawColumn *column, QcdcPeriod *out_period)
{
    const Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
    const QcdcBaseOption *base = &ARRAY_AT(&panel->bases, QcdcBaseOption, column->base);
    switch (base->base) {
    case QCDC_BASE_SAME_PERIOD:
        return qcdc_period_same_last_year(panel->period, out_period, NULL) == QCDC_OK;
    case QCDC_BASE_PREVIOUS:
        return qcdc_period_previous(panel->period, out_period, NULL) == QCDC_OK;
    case QCDC_BASE_PERIOD:
        return qcdc_period_parse(base->period, strlen(base->period), out_period, NULL) == QCDC_OK;
    default:
        return false;
    }
}

static void append_unit(const Drawing *drawing, const char *code, Text *out)
{
    QcdcUnitId unit;
    bool is_found = qcdc_catalog_find_unit(drawing->catalog, code, drawing->period, &unit, NULL) == QCDC_OK;
    text_append(out, is_found ? qcdc_catalog_get_unit_text(drawing->catalog, unit, drawing->period, QCDC_UNIT_NAME) : code);
}

static void append_base(const Drawing *drawing, const DrawColumn *column, Text *out)
{
    const Panel *panel = &ARRAY_AT(&drawing->panels, Panel, column->panel);
    const QcdcBaseOption *base = &ARRAY_AT(&panel->bases, QcdcBaseOption, column->base);
    QcdcPeriod period;
    const char *words = qcdc_catalog_get_plan_words(drawing->catalog, catalog_find_plan(drawing->catalog, base->plan));
    if (base->base == QCDC_BASE_PLAN)
        text_append(out, words != NULL ? words : "");
    else if (layout_find_base_period(drawing, column, &period))
        append_period(drawing, period, out);
    else if (base->base == QCDC_BASE_UNIT && base->unit != NULL)
        append_unit(drawing, base->unit, out);
    else
        text_append(out, base->base == QCDC_BASE_PARENT_MEAN ? layout_words_get(drawing->style.language)->mean
                                                             : table_words_get(drawing->style.language)->base);
}

static void append_indicators(const Drawing *drawing, const LayoutLine *line, Text *out)
{
    for (size_t i = 0; i < line->indicator_count; i++) {
        text_append(out, i > 0 ? "/" : "");
        text_append(out, catalog_indicator_words(drawing->catalog, line->indicators[i], QCDC_INDICATOR_NAME,
                                                 drawing->style.language == QCDC_LANGUAGE_EN));
    }
}

static const char *name_of(const Drawing *drawing, LayoutShows shows)
{
    const LayoutWords *words = layout_words_get(drawing->style.language);
    const char *const names[SHOWS_END] = {
        [SHOWS_NUMBER] = words->number,
        [SHOWS_NAME] = drawing->layout->rows == LAYOUT_UNITS ? words->unit : words->indicator,
        [SHOWS_MEASURE] = words->measure,
        [SHOWS_DIFFERENCE] = words->difference,
        [SHOWS_PERCENT] = words->percent,
        [SHOWS_INDEX] = words->index,
        [SHOWS_POINTS] = words->points,
        [SHOWS_ATTAINMENT] = words->attainment,
        [SHOWS_NOTE] = words->note,
    };
    return names[shows];
}

void layout_append_title(const Drawing *drawing, const LayoutLine *line, const DrawColumn *column, Text *out)
{
    const char *name = name_of(drawing, line->shows);
    if (line->texts[QCDC_LAYOUT_LINE_TITLE][0] != '\0')
        text_append(out, line->texts[QCDC_LAYOUT_LINE_TITLE]);
    else if (line->indicator_count > 0 && !line->is_row && line->shows == SHOWS_VALUE)
        append_indicators(drawing, line, out);
    else if (line->shows == SHOWS_VALUE && column != NULL)
        append_period(drawing, ARRAY_AT(&drawing->panels, Panel, column->panel).period, out);
    else if (line->shows == SHOWS_BASE && column != NULL)
        append_base(drawing, column, out);
    else
        text_append(out, name != NULL ? name : "");
}
