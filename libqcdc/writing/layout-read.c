/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "model/catalog-private.h"
#include "model/quote-private.h"

/* Rows of tables.csv and table-lines.csv, each by itself (D60). */

static const char *const rows_names[] = {"units", "indicators", NULL};
static const char *const by_names[] = {"child", "level", "group", "none", NULL};
static const char *const total_names[] = {"last", "first", "none", NULL};
static const char *const codes_names[] = {"formulas", "plain", "none", NULL};
static const char *const axis_names[] = {"column", "row", NULL};
static const char *const shows_names[] = {"group", "number", "name",   "measure",    "value", "base",    "difference", "percent",
                                          "index", "points", "attainment", "note", "heading", "indicator", NULL};
static const char *const period_names[] = {"previous", "same-period", "to-date", "year", NULL};



const char *layout_shows_name(LayoutShows shows)
{
    return shows_names[shows];
}

/* A code is asked for in commands and stands in the column parent of others. */
static bool is_code(const char *code)
{
    size_t length = strlen(code);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)code[i] < 0x20 || code[i] == 0x7F || code[i] == '|')
            return false;
    return length == 0 || (code[0] != ' ' && code[length - 1] != ' ');
}

static void check_code(Report *report, int field, const char *code)
{
    if (code[0] == '\0')
        report_empty(report, field, "code", "each table and each line has a code");
    else if (!is_code(code))
        report_fault(report, FINDING_LAYOUT_CODE, field, "code", code, "holds a character that codes do not hold",
                     "no |, no space at either end");
}

/* The number of a mandatory word, or -1. */
static int read_needed_word(Report *report, int field, const char *noun, const char *text, const char *const *words)
{
    if (text[0] == '\0') {
        Text hint = {0};
        text_append_choices(&hint, words);
        report_empty(report, field, noun, text_get(&hint));
        text_clear(&hint);
    }
    return read_word(report, field, noun, text, words);
}

/* A plan or unit that is not there is found here, a period when the table is drawn. */
static bool is_unit(const QcdcCatalog *catalog, const char *text)
{
    size_t length = strlen(text);
    return catalog_has_code(catalog, text, length) || catalog_find_identity(catalog, text, length) != (QcdcUnitId)QCDC_ID_NONE;
}

static QcdcBaseOption read_base(Report *report, const QcdcCatalog *catalog, int field, const char *text, bool lost_units)
{
    QcdcBaseOption base = {.base = QCDC_BASE_DEFAULT};
    QcdcError cause = {0};
    if (text[0] == '\0')
        return base;
    if (qcdc_base_option_parse(text, &base, &cause) != QCDC_OK) {
        report_cause(report, FINDING_LAYOUT_BASE, field, text, &cause);
        return (QcdcBaseOption){.base = QCDC_BASE_DEFAULT};
    }
    if (base.base == QCDC_BASE_UNIT && !lost_units && !is_unit(catalog, base.unit))
        report_fault(report, FINDING_LAYOUT_BASE, field, "base", text, "is no unit", "the code of a unit in units.csv");
    if (base.base == QCDC_BASE_PLAN && catalog_find_plan(catalog, base.plan) == SIZE_MAX)
        report_fault(report, FINDING_LAYOUT_BASE, field, "base", text, "is no declared plan", "declare it under [plans] in bundle.ini");
    return base;
}

/* Tables */

static void refuse_beside(Report *report, int field, const QcdcLayout *layout, const char *hint)
{
    if (layout->texts[field][0] != '\0')
        report_fault(report, FINDING_LAYOUT_ROWS, field, qcdc_layout_field_to_name((QcdcLayoutField)field), layout->texts[field],
                     "does not go with these rows", hint);
}

static void read_depth(Report *report, QcdcLayout *layout)
{
    const char *text = layout->texts[QCDC_LAYOUT_DEPTH];
    int64_t depth = read_whole(text, INT32_MAX);
    layout->depth = 1;
    if (text[0] == '\0')
        return;
    if (strcmp(text, "all") == 0)
        layout->depth = QCDC_DEPTH_ALL;
    else if (depth >= 1)
        layout->depth = (int32_t)depth;
    else
        report_fault(report, FINDING_LAYOUT_ROWS, QCDC_LAYOUT_DEPTH, "depth", text, "is not a depth", "1, 2, 3 …, or all");
}

/* "I|1|a|-": a letter a depth; what stands between two bars, or nothing. */
static bool read_schemes(const char *text, char *schemes)
{
    size_t count = 0;
    memset(schemes, 0, LAYOUT_MOST_SCHEMES);
    for (;; text++) {
        bool is_letter = text[0] != '\0' && text[0] != '|';
        if (is_letter && strchr("I1aA-", text[0]) == NULL)
            return false;
        if (count >= LAYOUT_MOST_SCHEMES)
            return false;
        if (is_letter)
            schemes[count] = *text++;
        count++;
        if (text[0] == '\0')
            return true;
        if (text[0] != '|')
            return false;
    }
}

static void read_numbering(Report *report, QcdcLayout *layout)
{
    const char *text = layout->texts[QCDC_LAYOUT_NUMBERING];
    const char *given = text[0] != '\0' ? text : layout->rows == LAYOUT_UNITS ? "1" : "I|1|a|-";
    if (!read_schemes(given, layout->schemes))
        report_fault(report, FINDING_LAYOUT_ROWS, QCDC_LAYOUT_NUMBERING, "numbering", text, "is no numbering",
                     "a scheme a depth, joined by |: I, 1, a, A, - or nothing; 8 at most");
}

static void read_period(Report *report, const QcdcLayout *layout)
{
    const char *text = layout->texts[QCDC_LAYOUT_PERIOD];
    QcdcPeriod period;
    QcdcError cause = {0};
    if (text[0] != '\0' && qcdc_period_parse(text, strlen(text), &period, &cause) != QCDC_OK)
        report_cause(report, FINDING_LAYOUT_BASE, QCDC_LAYOUT_PERIOD, text, &cause);
}

static void read_unit(Report *report, const QcdcCatalog *catalog, const QcdcLayout *layout, bool lost_units)
{
    const char *code = layout->texts[QCDC_LAYOUT_UNIT];
    Text hint = {0};
    if (code[0] == '\0' || lost_units || is_unit(catalog, code))
        return;
    catalog_suggest_unit(catalog, code, &hint);
    report_fault_with(report, FINDING_LAYOUT_ROWS, QCDC_LAYOUT_UNIT, "unit", code, "is not in units.csv", &hint);
}

static void read_rows(Report *report, QcdcLayout *layout)
{
    static const QcdcBy bys[] = {QCDC_BY_CHILD, QCDC_BY_LEVEL, QCDC_BY_GROUP, QCDC_BY_NONE};
    const char *const *texts = layout->texts;
    int rows = read_needed_word(report, QCDC_LAYOUT_ROWS, "rows", texts[QCDC_LAYOUT_ROWS], rows_names);
    int by = read_word(report, QCDC_LAYOUT_BY, "by", texts[QCDC_LAYOUT_BY], by_names);
    int total = read_word(report, QCDC_LAYOUT_TOTAL, "total", texts[QCDC_LAYOUT_TOTAL], total_names);
    layout->has_rows = rows >= 0;
    layout->rows = rows == LAYOUT_INDICATORS ? LAYOUT_INDICATORS : LAYOUT_UNITS;
    layout->by = by >= 0 ? bys[by] : QCDC_BY_CHILD;
    layout->total = total >= 0 ? (LayoutTotal)total : layout->rows == LAYOUT_UNITS ? TOTAL_LAST : TOTAL_NONE;
    read_depth(report, layout);
    if (layout->rows == LAYOUT_UNITS)
        return;
    refuse_beside(report, QCDC_LAYOUT_BY, layout, "rows=units is taken apart");
    refuse_beside(report, QCDC_LAYOUT_DEPTH, layout, "rows=units is taken apart");
    refuse_beside(report, QCDC_LAYOUT_TOTAL_NAME, layout, "indicators are not added up");
    if (layout->total != TOTAL_NONE)
        refuse_beside(report, QCDC_LAYOUT_TOTAL, layout, "indicators are not added up");
}

void layout_read_table(Report *report, QcdcLayouts *layouts, const QcdcRecord *record, bool lost_units, QcdcLayout *out_layout)
{
    QcdcLayout layout = {.row = record->row};
    for (int field = 0; field < QCDC_LAYOUT_FIELD_END; field++)
        layout.texts[field] = record_keep(report, &layouts->strings, record, field, qcdc_layout_field_to_name((QcdcLayoutField)field));
    check_code(report, QCDC_LAYOUT_CODE, layout.texts[QCDC_LAYOUT_CODE]);
    if (layout.texts[QCDC_LAYOUT_TITLE][0] == '\0')
        report_empty(report, QCDC_LAYOUT_TITLE, "title", "it is printed above the table");
    read_rows(report, &layout);
    read_unit(report, layouts->catalog, &layout, lost_units);
    read_period(report, &layout);
    layout.base = read_base(report, layouts->catalog, QCDC_LAYOUT_BASE, layout.texts[QCDC_LAYOUT_BASE], lost_units);
    read_numbering(report, &layout);
    int codes = read_word(report, QCDC_LAYOUT_CODES, "codes", layout.texts[QCDC_LAYOUT_CODES], codes_names);
    layout.codes = codes >= 0 ? (LayoutCodes)codes : CODES_FORMULAS;
    *out_layout = layout;
}

/* Lines */

static void read_line_period(Report *report, LayoutLine *line)
{
    const char *text = line->texts[QCDC_LAYOUT_LINE_PERIOD];
    if (text[0] == '\0')
        return;
    for (int i = 0; period_names[i] != NULL; i++)
        if (strcmp(text, period_names[i]) == 0) {
            line->period_kind = (LayoutPeriod)(PERIOD_PREVIOUS + i);
            return;
        }
    line->period_kind = PERIOD_LABEL;
    if (qcdc_period_parse(text, strlen(text), &line->period, NULL) != QCDC_OK)
        report_fault(report, FINDING_LAYOUT_BASE, QCDC_LAYOUT_LINE_PERIOD, "period", text, "is not a period",
                     "previous, same-period, to-date, year, or a label such as 2022-S1");
}

/* D60: shows may be left out where an indicator says enough. */
static void read_shows(Report *report, LayoutLine *line)
{
    const char *text = line->texts[QCDC_LAYOUT_LINE_SHOWS];
    bool has_indicator = line->texts[QCDC_LAYOUT_LINE_INDICATOR][0] != '\0';
    int shows = read_word(report, QCDC_LAYOUT_LINE_SHOWS, "shows", text, shows_names);
    line->has_shows = shows >= 0 || text[0] == '\0';
    if (shows >= 0)
        line->shows = (LayoutShows)shows;
    else if (line->is_row)
        line->shows = has_indicator ? SHOWS_INDICATOR : SHOWS_HEADING;
    else
        line->shows = has_indicator ? SHOWS_VALUE : SHOWS_GROUP;
    if (shows >= 0 && QCDC_FAULT("layout-axis", line->is_row != (line->shows >= SHOWS_HEADING), false)) {
        report_fault(report, FINDING_LAYOUT_SHOWS, QCDC_LAYOUT_LINE_SHOWS, "shows", text, "does not go with the axis",
                     line->is_row ? "a row shows heading or indicator" : "heading and indicator are rows");
        line->has_shows = false;
    }
}

/* What has no place here is a slip, not to be passed over. */
static void refuse_field(Report *report, const LayoutLine *line, int field, const char *complaint, const char *hint)
{
    if (line->texts[field][0] != '\0')
        report_fault(report, FINDING_LAYOUT_BASE, field, qcdc_layout_line_field_to_name((QcdcLayoutLineField)field), line->texts[field],
                     complaint, hint);
}

static void check_base(Report *report, const LayoutLine *line)
{
    if (!line->has_shows)
        return;
    if (!layout_shows_change(line->shows))
        refuse_field(report, line, QCDC_LAYOUT_LINE_BASE, "stands where nothing is held against it",
                     "base, difference, percent, index, points and attainment have one");
    if (!layout_shows_figure(line->shows))
        refuse_field(report, line, QCDC_LAYOUT_LINE_PERIOD, "stands where there is no figure", "columns of figures have one");
    bool is_plan = line->base.base == QCDC_BASE_PLAN || line->base.base == QCDC_BASE_DEFAULT;
    if (line->shows == SHOWS_ATTAINMENT && QCDC_FAULT("layout-attainment", !is_plan, false))
        refuse_field(report, line, QCDC_LAYOUT_LINE_BASE, "is no plan", "an attainment is held against plan or plan:NAME");
}

void layout_read_line(Report *report, QcdcLayouts *layouts, const QcdcRecord *record, bool lost_units, LayoutLine *out_line)
{
    LayoutLine line = {.row = record->row, .table = (uint32_t)LINE_NONE, .parent = (uint32_t)LINE_NONE};
    for (int field = 0; field < QCDC_LAYOUT_LINE_FIELD_END; field++)
        line.texts[field] =
            record_keep(report, &layouts->strings, record, field, qcdc_layout_line_field_to_name((QcdcLayoutLineField)field));
    if (line.texts[QCDC_LAYOUT_LINE_TABLE][0] == '\0')
        report_empty(report, QCDC_LAYOUT_LINE_TABLE, "table", "the code of a table in tables.csv");
    int axis = read_needed_word(report, QCDC_LAYOUT_LINE_AXIS, "axis", line.texts[QCDC_LAYOUT_LINE_AXIS], axis_names);
    line.is_row = axis == 1;
    check_code(report, QCDC_LAYOUT_LINE_CODE, line.texts[QCDC_LAYOUT_LINE_CODE]);
    if (axis >= 0)
        read_shows(report, &line);
    line.base = read_base(report, layouts->catalog, QCDC_LAYOUT_LINE_BASE, line.texts[QCDC_LAYOUT_LINE_BASE], lost_units);
    read_line_period(report, &line);
    check_base(report, &line);
    *out_line = line;
}
