/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S8, D51: a definition that changed between the base and the current figure. */
#include <qcdc/memory.h>

#include "cells.h"
#include "failing-memory.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;groups\n" \
    "p;Tỉnh;0;;\n" \
    "x1;Xã 1;1;p;nui\n" \
    "x2;Xã 2;1;p;\n" \
    "x3;Xã 3;1;p;nui\n"

#define INDICATORS \
    "code;name;nature;measure;formula\n" \
    "n;Đơn;flow;đơn;\n" \
    "m;Vụ;flow;vụ;\n" \
    "rate;Tỷ lệ;ratio;%;m / n\n" \
    "both;Cộng;flow;đơn;n + m\n" \
    "rank;Hạng;rank;bậc;\n"

#define ROWS "unit;indicator;period;value;obs_status;scope;scenario\n"

/* One comparison, told as "direction difference caveats"; "break" before it where it is refused. */
typedef struct BreakRow {
    const char *observations, *unit, *indicator, *period, *base;
    QcdcBy by;
    size_t row;
    const char *expected;
} BreakRow;

static void row_to_text(const QcdcComparisonRow *row, char *text, size_t size)
{
    static const char *const directions[] = {"unknown", "decrease", "unchanged", "increase"};
    snprintf(text, size, "%s%s %lld%s%s", row->change.refusal == QCDC_REFUSAL_BREAK ? "break " : "",
             directions[row->change.direction], (long long)row->change.difference.coefficient,
             (row->change.caveats & QCDC_CAVEAT_DEFINITION_DIFFERS) != 0 ? " definition-differs" : "",
             (row->change.caveats & QCDC_CAVEAT_BASE_MISSING) != 0 ? " base-missing" : "");
}

static void check(const BreakRow *at)
{
    Figures figures = {UNITS, INDICATORS, at->observations, "tw=kế hoạch", "nui=miền núi", NULL};
    FiguresAsk ask = {.unit = at->unit, .period = at->period, .bases = at->base, .indicators = at->indicator, .by = at->by};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    QcdcComparisonRow row;
    char text[96] = "";
    if (comparison != NULL && qcdc_comparison_read_rows(comparison, at->row, 1, &row, NULL) == QCDC_OK)
        row_to_text(&row, text, sizeof text);
    if (strcmp(text, at->expected) != 0)
        printf("# %s %s %s: expected \"%s\", is \"%s\"\n", at->unit, at->indicator, at->period, at->expected, text);
    CU_ASSERT_STRING_EQUAL(text, at->expected);
    qcdc_comparison_unref(comparison);
}

#define CHECK(rows) \
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows)[0]; i++) \
    check(&(rows)[i])

static void a_flag_on_a_side_is_a_break_or_a_caveat(void)
{
    static const BreakRow rows[] = {
        {ROWS "x1;n;2021;8\nx1;n;2022;10\n", "x1", "n", "2022", NULL, 0, 0, "increase 2"},
        {ROWS "x1;n;2021;8\nx1;n;2022;10;A+B\n", "x1", "n", "2022", NULL, 0, 0, "break unknown 0 definition-differs"},
        {ROWS "x1;n;2021;8;A+B\nx1;n;2022;10;A+B\n", "x1", "n", "2022", NULL, 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;n;2021;8;A+D\nx1;n;2022;10;A+B\n", "x1", "n", "2022", NULL, 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;n;2021;8\nx1;n;2022;10;A+D\n", "x1", "n", "2022", NULL, 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;n;2021;8;A+B\nx1;n;2022;10\n", "x1", "n", "2022", NULL, 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;n;2022;10;A+B\n", "x1", "n", "2022", NULL, 0, 0, "unknown 0 definition-differs base-missing"},
        {ROWS "x1;n;2022;8;;;tw\nx1;n;2022;10;A+B\n", "x1", "n", "2022", "plan:tw", 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;n;2022;8;;;tw\nx1;n;2022-S1;10;A+B\n", "x1", "n", "2022-S1", "plan:tw", 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;n;2022;8\nx1;n;2021;10;A+B\n", "x1", "n", "2021", "2022", 0, 0, "increase 2 definition-differs"},
        {ROWS "x1;rank;2021;8\nx1;rank;2022;10;A+B\n", "x1", "rank", "2022", NULL, 0, 0, "break unknown 0 definition-differs"},
    };
    CHECK(rows);
}

static void a_flag_between_the_two_is_a_break(void)
{
#define MONTHS ROWS "x1;n;2021-01;1\nx1;n;2021-05;2\nx1;n;2021-07;3\nx1;n;2022-05;10\nx1;n;2022-07;7\n"
    static const BreakRow rows[] = {
        {MONTHS "x1;n;2021-06;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "break unknown 0 definition-differs"},
        {MONTHS "x1;n;2022-04;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "break unknown 0 definition-differs"},
        {MONTHS "x1;n;2022-06;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"}, /* after both */
        {MONTHS "x1;n;2021-04;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"}, /* before both */
        {MONTHS "x1;n;2021-Q2;5;A+B\n", "x1", "n", "2022-07", "2021-06", 0, 0, "unknown 0 base-missing"},
        {MONTHS "x1;n;2021-06;5\nx1;n;2021-Q2;5;A+B\n", "x1", "n", "2022-07", "2021-06", 0, 0, "increase 2"}, /* ends with the base */
        {MONTHS "x1;n;2021;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "break unknown 0 definition-differs"}, /* ends between */
        {MONTHS "x1;n;2022;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"},
        {MONTHS "x1;n;2021-06;5;A+D\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"},
        {MONTHS "x1;n;2021-06;;M+B\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"},    /* no figure */
        {MONTHS "x1;n;2021-06;5;A+B;;tw\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"}, /* a plan is none of the series */
        {MONTHS "x1;m;2021-06;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"},
        {MONTHS "x2;n;2021-06;5;A+B\n", "x1", "n", "2022-05", NULL, 0, 0, "increase 8"},
        {ROWS "x1;n;2021-07;5;A+B\nx1;n;2022-07;7\n", "x1", "n", "2022-07", "2021-07", 0, 0, "increase 2 definition-differs"},
    };
    CHECK(rows);
}

/* A figure up the tree is broken by what went into it, or could. */
static void breaks_go_up_the_tree(void)
{
#define TREE ROWS "x1;n;2021;1\nx2;n;2021;2\nx3;n;2021;3\nx1;n;2022;4\nx2;n;2022;5\nx3;n;2022;6\np;n;2022;1\np;n;2021;1\n"
    static const BreakRow rows[] = {
        {TREE "x2;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, 0, 0, "break unknown 0 definition-differs"},
        {TREE "x2;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_CHILD, 1, "unchanged 0"},              /* p#own */
        {TREE "x2;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_CHILD, 2, "increase 3"},               /* x1 */
        {TREE "x2;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_CHILD, 3, "break unknown 0 definition-differs"},
        {TREE "x2;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_GROUP, 2, "increase 6"},
        {TREE "x3;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_GROUP, 2, "break unknown 0 definition-differs"},
        {TREE "x3;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_LEVEL, 2, "break unknown 0 definition-differs"},
        {TREE "p;n;2022-01;5;A+B\n", "p", "n", "2022", NULL, QCDC_BY_LEVEL, 2, "increase 9"},
        {TREE "p;n;2022-01;5;A+B;total\n", "p", "n", "2022", NULL, 0, 0, "break unknown 0 definition-differs"},
        {TREE "p;n;2022-01;5;A+B;total\n", "p", "n", "2022", NULL, QCDC_BY_CHILD, 1, "unchanged 0"},
        {ROWS "p;rank;2021;5\np;rank;2022;4\nx1;rank;2022;5;A+B\n", "p", "rank", "2022", NULL, 0, 0, "increase -1"},
    };
    CHECK(rows);
}

/* A formula is broken where a figure it comes down to is. */
static void breaks_go_into_formulas(void)
{
#define TERMS ROWS "x1;n;2021;10\nx1;m;2021;5\nx1;n;2022;10\nx1;m;2022;6\n"
    static const BreakRow rows[] = {
        {TERMS, "x1", "rate", "2022", NULL, 0, 0, "increase 0"},
        {TERMS "x1;m;2022-01;1;A+B\n", "x1", "rate", "2022", NULL, 0, 0, "break unknown 0 definition-differs"},
        {TERMS "x1;m;2022-01;1;A+B\n", "x1", "both", "2022", NULL, 0, 0, "break unknown 0 definition-differs"},
        {TERMS "x1;rank;2022-01;1;A+B\n", "x1", "both", "2022", NULL, 0, 0, "increase 1"},
    };
    CHECK(rows);
}

/* A province whose every commune marks a year of figures: each comparison looks at its own marks, not at all of them. Nothing is
 * timed; what would go through all of them for each of the communes is ended by meson. */
enum {
    COMMUNES = 8000
};

typedef struct Lines {
    char *text;
    size_t length, size;
} Lines;

static void add_line(Lines *lines, const char *format, int unit, int month)
{
    if (lines->size - lines->length < 64) {
        lines->size = 2 * lines->size + 1024;
        lines->text = realloc(lines->text, lines->size);
        CU_ASSERT_PTR_NOT_NULL_FATAL(lines->text);
    }
    lines->length += (size_t)snprintf(lines->text + lines->length, lines->size - lines->length, format, unit, month);
}

static void many_marks_are_looked_up(void)
{
    Lines units = {0}, rows = {0};
    add_line(&units, "code;name;level;parent\np;Tỉnh;0;\n", 0, 0);
    add_line(&rows, ROWS, 0, 0);
    for (int unit = 0; unit < COMMUNES; unit++) {
        add_line(&units, "x%d;Xã;1;p\n", unit, 0);
        add_line(&rows, "x%d;m;2021-12;%d\n", unit, 1);
        add_line(&rows, "x%d;m;2022-12;%d\n", unit, 3);
        for (int month = 1; month <= 11; month++)
            add_line(&rows, unit == 7 ? "x%d;m;2022-%02d;1;A+B\n" : "x%d;n;2022-%02d;1;A+B\n", unit, month);
    }
    Figures figures = {units.text, INDICATORS, rows.text, NULL, NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = "2022-12", .indicators = "m", .by = QCDC_BY_CHILD};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    CU_ASSERT_EQUAL(qcdc_comparison_get_count(comparison), COMMUNES + 1);
    for (size_t row = 0; row <= COMMUNES && comparison != NULL; row++) {
        QcdcComparisonRow at;
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, row, 1, &at, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(at.change.refusal == QCDC_REFUSAL_BREAK, row == 0 || row == 8);
    }
    qcdc_comparison_unref(comparison);
    free(units.text);
    free(rows.text);
}

/* Rolls up, compares and explains with @most allocations; gives back what came of it. */
static QcdcStatus explain_with(QcdcDataset *dataset, long most, char **out_text)
{
    static const QcdcBaseOption base = {QCDC_BASE_PERIOD, "2020", NULL, NULL};
    QcdcSelection selection = {.unit = "p", .period = "2022", .bases = &base, .base_count = 1};
    QcdcComparison *comparison = NULL;
    QcdcCube *cube = NULL;
    allowed = most;
    QcdcStatus status = qcdc_dataset_rollup(dataset, NULL, &cube, NULL);
    if (status == QCDC_OK)
        status = qcdc_cube_compare(cube, &selection, &comparison, NULL);
    if (status == QCDC_OK)
        status = qcdc_comparison_explain_row(comparison, 0, QCDC_LANGUAGE_EN, out_text, NULL);
    allowed = -1;
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    return status;
}

static void memory_may_end_anywhere(void)
{
    Figures figures = {UNITS, INDICATORS, ROWS "x1;n;2020;1\nx1;n;2021;2;A+B\nx1;n;2022;3\n", "tw=kế hoạch", NULL, NULL};
    QcdcDataset *dataset = figures_make_dataset(&figures);
    QcdcStatus status = QCDC_STATUS_MEMORY;
    char *text = NULL;
    long most = 0;
    for (; status == QCDC_STATUS_MEMORY && most < 100000; most++)
        status = explain_with(dataset, most, &text);
    CU_ASSERT_EQUAL(status, QCDC_OK);
    CU_ASSERT(most > 10);
    CU_ASSERT(text != NULL && strstr(text, "Rows marked as a break (B):\n- observations:3: Xã 1, 2021: 2\n") != NULL);
    if (text != NULL && strstr(text, "Rows marked") == NULL)
        printf("# %s\n", text);
    qcdc_free(text);
    qcdc_dataset_unref(dataset);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"a flag on a side is a break, or a caveat", a_flag_on_a_side_is_a_break_or_a_caveat},
        {"a flag between the two is a break", a_flag_between_the_two_is_a_break},
        {"breaks go up the tree", breaks_go_up_the_tree},
        {"many marks are looked up", many_marks_are_looked_up},
        {"memory may end anywhere", memory_may_end_anywhere},
        {"breaks go into formulas", breaks_go_into_formulas},
    };
    return SUITE_RUN("breaks", tests, argc, argv);
}
