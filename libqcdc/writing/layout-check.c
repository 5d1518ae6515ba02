/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "model/catalog-private.h"
#include "model/quote-private.h"

/* Tables and lines held against one another and against the catalog, once all are there (D60, D61). There are so few of them that each
 * is looked for by a look at all. */

enum {
    MOST_SUGGESTIONS = 100 /* made for one file: they cost a look at every code */
};

typedef struct Check {
    QcdcLayoutBuilder *builder;
    QcdcLayouts *layouts;
    Report *report;
    uint8_t *marks;      /* [lines] of the walk for circles */
    uint32_t *above;     /* [lines] the lines of one walk */
    uint32_t *has_below; /* [lines] how many stand right below */
} Check;

static void enter_table(Check *check, const QcdcLayout *layout)
{
    check->report->file = layout->file;
    check->report->row = layout->row;
    check->report->columns = check->builder->table_columns;
    check->report->column_count = QCDC_LAYOUT_FIELD_END;
}

static void enter_line(Check *check, const LayoutLine *line)
{
    check->report->file = line->file;
    check->report->row = line->row;
    check->report->columns = check->builder->line_columns;
    check->report->column_count = QCDC_LAYOUT_LINE_FIELD_END;
}

static void report_line(Check *check, FindingCode code, const LayoutLine *line, QcdcLayoutLineField field, const char *complaint,
                        const char *hint)
{
    enter_line(check, line);
    report_fault(check->report, code, (int)field, qcdc_layout_line_field_to_name(field), line->texts[field], complaint, hint);
}

static void report_twice(Check *check, int field, const char *code, int32_t earlier, const char *hint)
{
    Text complaint = {0};
    text_append(&complaint, "is there already");
    if (earlier > 0) {
        text_append(&complaint, ", in row ");
        text_append_number(&complaint, earlier);
    }
    report_fault(check->report, FINDING_LAYOUT_CODE, field, "code", code, text_get(&complaint), hint);
    text_clear(&complaint);
}

/* Codes of tables; equal texts of a pool are one text. */

static uint32_t find_table(const QcdcLayouts *layouts, const char *code)
{
    for (size_t i = 0; i < layouts->tables.count; i++)
        if (layouts_table(layouts, i)->texts[QCDC_LAYOUT_CODE] == code)
            return (uint32_t)i;
    return (uint32_t)LINE_NONE;
}

static void check_tables(Check *check)
{
    for (size_t i = 0; i < check->layouts->tables.count; i++) {
        QcdcLayout *layout = layouts_table(check->layouts, i);
        const char *code = layout->texts[QCDC_LAYOUT_CODE];
        uint32_t first = find_table(check->layouts, code);
        layout->owner = check->layouts;
        enter_table(check, layout);
        if (first != i && code[0] != '\0')
            report_twice(check, QCDC_LAYOUT_CODE, code, layouts_table(check->layouts, first)->row, "each table has a code of its own");
    }
}

static void suggest_table(const Check *check, const char *code, Text *hint)
{
    Nearest nearest = nearest_begin(code);
    for (size_t i = 0; i < check->layouts->tables.count; i++)
        nearest_offer(&nearest, layouts_table(check->layouts, i)->texts[QCDC_LAYOUT_CODE]);
    nearest_append(&nearest, hint);
}

static bool join_table(Check *check, uint32_t number)
{
    LayoutLine *line = layouts_line(check->layouts, number);
    const char *code = line->texts[QCDC_LAYOUT_LINE_TABLE];
    Text hint = {0};
    line->table = find_table(check->layouts, code);
    if (line->table != (uint32_t)LINE_NONE)
        return array_append(&layouts_table(check->layouts, line->table)->lines, &number, 1, sizeof number);
    if (code[0] == '\0' || check->builder->lost_tables)
        return true;
    if (check->builder->suggestions++ < MOST_SUGGESTIONS)
        suggest_table(check, code, &hint);
    enter_line(check, line);
    report_fault_with(check->report, FINDING_LAYOUT_TABLE, QCDC_LAYOUT_LINE_TABLE, "table", code, "is not in tables.csv", &hint);
    return true;
}

/* Lines of one table and axis. */

static uint32_t find_line(const Check *check, const QcdcLayout *layout, bool is_row, const char *code)
{
    for (size_t i = 0; i < layout->lines.count; i++) {
        uint32_t number = ARRAY_AT(&layout->lines, uint32_t, i);
        const LayoutLine *line = layouts_line(check->layouts, number);
        if (line->is_row == is_row && line->texts[QCDC_LAYOUT_LINE_CODE] == code)
            return number;
    }
    return (uint32_t)LINE_NONE;
}

static void suggest_parent(const Check *check, const QcdcLayout *layout, const LayoutLine *line, Text *hint)
{
    Nearest nearest = nearest_begin(line->texts[QCDC_LAYOUT_LINE_PARENT]);
    for (size_t i = 0; i < layout->lines.count; i++) {
        const LayoutLine *other = layouts_line(check->layouts, ARRAY_AT(&layout->lines, uint32_t, i));
        if (other->is_row == line->is_row)
            nearest_offer(&nearest, other->texts[QCDC_LAYOUT_LINE_CODE]);
    }
    nearest_append(&nearest, hint);
}

static void join_parent(Check *check, const QcdcLayout *layout, LayoutLine *line)
{
    const char *code = line->texts[QCDC_LAYOUT_LINE_PARENT];
    Text hint = {0};
    if (code[0] == '\0')
        return;
    line->parent = find_line(check, layout, line->is_row, code);
    if (line->parent != (uint32_t)LINE_NONE) {
        const LayoutLine *parent = layouts_line(check->layouts, line->parent);
        check->has_below[line->parent]++;
        if (!line->is_row && parent->has_shows && QCDC_FAULT("layout-parent-group", parent->shows != SHOWS_GROUP, false))
            report_line(check, FINDING_LAYOUT_PARENT, line, QCDC_LAYOUT_LINE_PARENT, "is a column of cells and stands over none",
                        "a head over others shows group");
        return;
    }
    if (check->builder->lost_lines)
        return;
    if (check->builder->suggestions++ < MOST_SUGGESTIONS)
        suggest_parent(check, layout, line, &hint);
    enter_line(check, line);
    report_fault_with(check->report, FINDING_LAYOUT_PARENT, QCDC_LAYOUT_LINE_PARENT, "parent", code,
                      "is no line of this table and axis", &hint);
}

/* Indicators */

static void report_unknown(Check *check, const LayoutLine *line, const char *code)
{
    Text hint = {0};
    if (check->builder->lost_indicators)
        return;
    if (check->builder->suggestions++ < MOST_SUGGESTIONS)
        catalog_suggest_indicator(check->layouts->catalog, code, &hint);
    enter_line(check, line);
    report_fault_with(check->report, FINDING_LAYOUT_INDICATOR, QCDC_LAYOUT_LINE_INDICATOR, "indicator", code,
                      "is not in indicators.csv", &hint);
}

/* "a|b": two of them in one cell. */
static bool read_indicators(Check *check, LayoutLine *line)
{
    const char *text = line->texts[QCDC_LAYOUT_LINE_INDICATOR];
    for (;; text++) {
        size_t length = measure_until(text, '|');
        char *code = memory_try_copy(text, length);
        if (code == NULL)
            return false;
        QcdcIndicatorId indicator = catalog_find_indicator_code(check->layouts->catalog, text, length);
        if (indicator == (QcdcIndicatorId)QCDC_ID_NONE)
            report_unknown(check, line, code);
        else if (line->indicator_count < 2)
            line->indicators[line->indicator_count] = indicator;
        qcdc_free(code);
        line->indicator_count++;
        text += length;
        if (*text == '\0')
            return true;
        if (line->indicator_count == 2)
            break;
    }
    report_line(check, FINDING_LAYOUT_INDICATOR, line, QCDC_LAYOUT_LINE_INDICATOR, "is more than two", "a cell holds two at most");
    return true;
}

static void check_pair(Check *check, const LayoutLine *line)
{
    bool may_be = line->shows == SHOWS_VALUE || line->shows == SHOWS_BASE;
    if (line->indicator_count == 2 && !may_be)
        report_line(check, FINDING_LAYOUT_INDICATOR, line, QCDC_LAYOUT_LINE_INDICATOR, "is a pair, which only value and base show",
                    "take one indicator");
}

static void report_needed(Check *check, const LayoutLine *line)
{
    enter_line(check, line);
    report_fault(check->report, FINDING_LAYOUT_INDICATOR, QCDC_LAYOUT_LINE_INDICATOR, NULL, "", "indicator is missing where a figure needs it",
                 "a code of indicators.csv");
}

/* Figures need one where rows are units, and have that of their row where rows are indicators. */
static bool check_indicator(Check *check, const QcdcLayout *layout, LayoutLine *line)
{
    bool is_given = line->texts[QCDC_LAYOUT_LINE_INDICATOR][0] != '\0';
    bool is_needed = line->is_row ? line->shows == SHOWS_INDICATOR : layout->rows == LAYOUT_UNITS && layout_shows_figure(line->shows);
    if (!line->has_shows || !layout->has_rows)
        return true;
    if (is_given && QCDC_FAULT("layout-indicator-forbidden", !is_needed, false))
        report_line(check, FINDING_LAYOUT_INDICATOR, line, QCDC_LAYOUT_LINE_INDICATOR, "stands where none belongs",
                    !line->is_row && layout->rows == LAYOUT_INDICATORS ? "each row has its own" : "only figures have one");
    else if (is_needed && !is_given)
        report_needed(check, line);
    else if (is_given) {
        if (!read_indicators(check, line))
            return false;
        check_pair(check, line);
    }
    return true;
}

static void check_shows(Check *check, const QcdcLayout *layout, const LayoutLine *line, uint32_t number)
{
    if (!line->has_shows || !layout->has_rows)
        return;
    if (line->is_row && layout->rows == LAYOUT_UNITS)
        report_line(check, FINDING_LAYOUT_SHOWS, line, QCDC_LAYOUT_LINE_AXIS, "has no meaning where rows are units",
                    "lines of rows belong to rows=indicators");
    else if (line->shows == SHOWS_MEASURE && layout->rows == LAYOUT_UNITS)
        report_line(check, FINDING_LAYOUT_SHOWS, line, QCDC_LAYOUT_LINE_SHOWS, "goes with rows=indicators",
                    "write the measure into the titles of the columns");
    else if (line->shows == SHOWS_GROUP && check->has_below[number] == 0 && !check->builder->lost_lines)
        report_line(check, FINDING_LAYOUT_SHOWS, line, QCDC_LAYOUT_LINE_SHOWS, "has no column below it",
                    "name it in the column parent of others, or let it show something");
    else if (line->shows == SHOWS_HEADING && line->texts[QCDC_LAYOUT_LINE_TITLE][0] == '\0')
        report_line(check, FINDING_LAYOUT_SHOWS, line, QCDC_LAYOUT_LINE_SHOWS, "has no title", "a heading is its title");
}

/* Trees */

enum { UNSEEN, IN_WALK, SEEN };

static void report_circle(Check *check, uint32_t start)
{
    const LayoutLine *line = layouts_line(check->layouts, start);
    Text complaint = {0};
    uint32_t number = line->parent;
    text_append(&complaint, "stands above itself: ");
    text_append(&complaint, line->texts[QCDC_LAYOUT_LINE_CODE]);
    for (size_t told = 0; number != start && told < QCDC_LAYOUT_MOST_DEPTH; told++) {
        text_append(&complaint, " → ");
        text_append(&complaint, layouts_line(check->layouts, number)->texts[QCDC_LAYOUT_LINE_CODE]);
        number = layouts_line(check->layouts, number)->parent;
    }
    text_append(&complaint, number == start ? " → " : " → … → ");
    text_append(&complaint, line->texts[QCDC_LAYOUT_LINE_CODE]);
    report_line(check, FINDING_LAYOUT_CYCLE, line, QCDC_LAYOUT_LINE_PARENT, text_get(&complaint), "leave one parent empty");
    text_clear(&complaint);
}

/* Up to a line whose depth is known, then down again; a circle is told once and cut. */
static void find_depth(Check *check, uint32_t number)
{
    size_t count = 0;
    uint32_t at = number, depth = 0;
    while (at != (uint32_t)LINE_NONE && check->marks[at] == UNSEEN) {
        check->marks[at] = IN_WALK;
        check->above[count++] = at;
        at = layouts_line(check->layouts, at)->parent;
    }
    if (at != (uint32_t)LINE_NONE && QCDC_FAULT("layout-circle", check->marks[at] == IN_WALK, false))
        report_circle(check, at);
    else if (at != (uint32_t)LINE_NONE)
        depth = layouts_line(check->layouts, at)->depth + 1;
    while (count-- > 0) {
        layouts_line(check->layouts, check->above[count])->depth = depth++;
        check->marks[check->above[count]] = SEEN;
    }
}

static void check_depth(Check *check, uint32_t number)
{
    const LayoutLine *line = layouts_line(check->layouts, number);
    if (line->depth == QCDC_LAYOUT_MOST_DEPTH)
        report_line(check, FINDING_LAYOUT_DEPTH, line, QCDC_LAYOUT_LINE_PARENT, "puts more than 8 lines above one another", "take a line out from between");
}

/* Of a code that is told of already nothing more is said. */
static bool has_own_code(const Check *check, const QcdcLayout *layout)
{
    const char *code = layout->texts[QCDC_LAYOUT_CODE];
    return code[0] != '\0' && layouts_table(check->layouts, find_table(check->layouts, code)) == layout;
}

static void check_columns(Check *check, const QcdcLayout *layout)
{
    size_t count = 0;
    for (size_t i = 0; i < layout->lines.count; i++) {
        const LayoutLine *line = layouts_line(check->layouts, ARRAY_AT(&layout->lines, uint32_t, i));
        count += !line->is_row && line->shows != SHOWS_GROUP;
    }
    enter_table(check, layout);
    if (count == 0 && !check->builder->lost_lines && !check->builder->is_over_lines && has_own_code(check, layout))
        report_fault(check->report, FINDING_LAYOUT_LIMIT, QCDC_LAYOUT_CODE, "table", layout->texts[QCDC_LAYOUT_CODE], "has no columns",
                     "lines of table-lines.csv with axis=column are its columns");
    else if (count > QCDC_FAULT("layout-most-columns", (size_t)QCDC_LAYOUT_MOST_COLUMNS, SIZE_MAX))
        report_fault(check->report, FINDING_LAYOUT_LIMIT, QCDC_LAYOUT_CODE, "table", layout->texts[QCDC_LAYOUT_CODE],
                     "has more than 200 columns", "cut it into two tables");
}

static bool check_table(Check *check, const QcdcLayout *layout)
{
    size_t count = layout->lines.count;
    const uint32_t *numbers = layout->lines.items;
    for (size_t i = 0; i < count; i++) {
        LayoutLine *line = layouts_line(check->layouts, numbers[i]);
        const char *code = line->texts[QCDC_LAYOUT_LINE_CODE];
        uint32_t first = find_line(check, layout, line->is_row, code);
        enter_line(check, line);
        if (first != numbers[i] && code[0] != '\0')
            report_twice(check, QCDC_LAYOUT_LINE_CODE, code, layouts_line(check->layouts, first)->row,
                         "each line of a table and axis has a code of its own");
        join_parent(check, layout, line);
    }
    for (size_t i = 0; i < count; i++) {
        LayoutLine *line = layouts_line(check->layouts, numbers[i]);
        check_shows(check, layout, line, numbers[i]);
        if (!check_indicator(check, layout, line))
            return false;
        find_depth(check, numbers[i]);
    }
    for (size_t i = 0; i < count; i++)
        check_depth(check, numbers[i]);
    check_columns(check, layout);
    return true;
}

/* Each before those below it, these in file order. A line goes on the stack once; those of one parent are turned round. */
static bool order_axis(const Check *check, const QcdcLayout *layout, bool is_row, Array *out)
{
    uint32_t *stack = check->above;
    size_t height = 0;
    const uint32_t *numbers = layout->lines.items;
    uint32_t above = (uint32_t)LINE_NONE;
    for (;;) {
        for (size_t i = layout->lines.count; i-- > 0;) {
            const LayoutLine *line = layouts_line(check->layouts, numbers[i]);
            if (line->is_row == is_row && line->parent == above)
                stack[height++] = numbers[i];
        }
        if (height == 0)
            return true;
        above = stack[--height];
        if (!array_append(out, &above, 1, sizeof above))
            return false;
    }
}

static bool order_lines(Check *check)
{
    for (size_t i = 0; i < check->layouts->tables.count; i++) {
        QcdcLayout *layout = layouts_table(check->layouts, i);
        if (!order_axis(check, layout, false, &layout->columns) || !order_axis(check, layout, true, &layout->row_lines))
            return false;
    }
    return true;
}

static bool resolve(Check *check)
{
    uint32_t count = (uint32_t)check->layouts->lines.count;
    check_tables(check);
    for (uint32_t i = 0; i < count; i++)
        if (!join_table(check, i))
            return false;
    for (size_t i = 0; i < check->layouts->tables.count; i++)
        if (!check_table(check, layouts_table(check->layouts, i)))
            return false;
    bool is_sound = check->report->fault_count == 0 && check->builder->fault_count == 0 && check->report->status == QCDC_OK;
    return !is_sound || order_lines(check);
}

bool layout_resolve(QcdcLayoutBuilder *builder, Report *report)
{
    size_t count = builder->layouts->lines.count;
    Check check = {.builder = builder, .layouts = builder->layouts, .report = report};
    check.marks = memory_try_new(count, sizeof *check.marks);
    check.above = memory_try_new(count, sizeof *check.above);
    check.has_below = memory_try_new(count, sizeof *check.has_below);
    bool is_done = check.marks != NULL && check.above != NULL && check.has_below != NULL && resolve(&check);
    qcdc_free(check.marks);
    qcdc_free(check.above);
    qcdc_free(check.has_below);
    return is_done;
}
