/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "analysis/comparison-private.h"
#include "cells.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;kind\n" \
    "p;Tỉnh;0;;\n" \
    "x1;Xã 1;1;p;xã\n" \
    "x2;Phường 2;1;p;phường\n" \
    "x3;Xã 3;1;p;xã\n"

#define INDICATORS \
    "code;name;nature;measure;formula\n" \
    "n;Đơn;flow;đơn;\n" \
    "m;Vụ;flow;vụ;\n" \
    "rate;Tỷ lệ;ratio;%;m / n\n" \
    "rank;Hạng;rank;bậc;\n"

#define ROWS "unit;indicator;period;value;obs_status;scope;scenario;hedge;field\n"

static Figures with(const char *observations)
{
    return (Figures){UNITS, INDICATORS, observations, "tw=dự toán{} Trung ương giao;dp=kế hoạch", NULL, NULL};
}

/* "p n 2022/2021 10/8 increase 0": unit, indicator, period/base, current/base, direction, caveats */
static void row_to_text(const QcdcComparison *comparison, const QcdcComparisonRow *row, char *text)
{
    static const char *const directions[] = {"unknown", "decrease", "unchanged", "increase"};
    char period[QCDC_PERIOD_TEXT_SIZE], base[QCDC_PERIOD_TEXT_SIZE], current[32] = "-", before[32] = "-";
    qcdc_period_to_text(row->period, period, sizeof period);
    qcdc_period_to_text(row->base_period, base, sizeof base);
    if (row->change.current.state == QCDC_FIGURE_VALUED)
        qcdc_decimal_to_text(row->change.current.value, current, sizeof current);
    if (row->change.base.state == QCDC_FIGURE_VALUED)
        qcdc_decimal_to_text(row->change.base.value, before, sizeof before);
    snprintf(text, CELLS_TEXT_SIZE, "%s %s %s/%s %s/%s %s %u", row->unit_code,
             qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(comparison), row->indicator, QCDC_INDICATOR_CODE), period, base,
             current, before, directions[row->change.direction], row->change.caveats);
}

static void expect_rows(const Figures *figures, const FiguresAsk *ask, const char *const *expected, size_t count)
{
    QcdcComparison *comparison = figures_compare(figures, ask);
    if (comparison == NULL)
        return;
    CU_ASSERT_EQUAL(qcdc_comparison_get_count(comparison), count);
    for (size_t i = 0; i < qcdc_comparison_get_count(comparison); i++) {
        QcdcComparisonRow row;
        char text[CELLS_TEXT_SIZE];
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL), QCDC_OK);
        row_to_text(comparison, &row, text);
        if (i >= count || strcmp(text, expected[i]) != 0)
            printf("# row %zu: expected \"%s\", is \"%s\"\n", i, i < count ? expected[i] : "nothing", text);
        if (i < count)
            CU_ASSERT_STRING_EQUAL(text, expected[i]);
    }
    qcdc_comparison_unref(comparison);
}

#define EXPECT_ROWS(figures, ask, rows) expect_rows((figures), (ask), (rows), sizeof(rows) / sizeof(rows)[0])

/* S15 */

static void bases_follow_the_period(void)
{
    Figures figures = with(ROWS "x1;n;2022-01;10\nx1;n;2021-12;8\nx1;n;2021-01;5\nx1;n;2016/P5Y;50\nx1;n;2011/P5Y;60\nx1;n;2020-02-29/2020-02-29;3\n"
                                "x1;n;2019-02-28/2019-02-28;4\nx1;n;2022-01/P10M;20\nx1;n;2022-01/P9M;18\n");
    static const struct {
        const char *period, *base, *row;
    } cases[] = {
        {"2022-01", "same-period", "x1 n 2022-01/2021-01 10/5 increase 0"},
        {"2022-01", "previous", "x1 n 2022-01/2021-12 10/8 increase 0"},
        {"2022-01", "2021", "x1 n 2022-01/2021 10/13 decrease 0"},
        {"2016/P5Y", "previous", "x1 n 2016/P5Y/2011/P5Y 50/60 decrease 0"},
        {"2020-02-29/2020-02-29", "same-period", "x1 n 2020-02-29/2020-02-29/2019-02-28/2019-02-28 3/4 decrease 0"},
        {"2022-01/P10M", "previous", "x1 n 2022-01/P10M/2022-01/P9M 20/18 increase 0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        FiguresAsk ask = {.unit = "x1", .period = cases[i].period, .bases = cases[i].base, .indicators = "n"};
        expect_rows(&figures, &ask, &cases[i].row, 1);
    }
}

static void what_has_no_meaning_is_refused(void)
{
    Figures figures = with(ROWS "x1;n;2022-01/P10M;10\nx1;n;2016/P5Y;50\nx1;n;2021;50\n");
    static const struct {
        const char *period;
        QcdcBaseOption base;
        QcdcStatus status;
        const char *hint;
    } cases[] = {
        {"2016/P5Y", {QCDC_BASE_SAME_PERIOD, NULL, NULL, NULL}, QCDC_STATUS_REFUSED, "--base previous"},
        {"2016/P5Y", {QCDC_BASE_DEFAULT, NULL, NULL, NULL}, QCDC_STATUS_REFUSED, "--base previous"},
        {"2022-01/P10M", {QCDC_BASE_PERIOD, "2021", NULL, NULL}, QCDC_STATUS_REFUSED, "same months"},
        {"2021", {QCDC_BASE_PERIOD, "2022-01/P10M", NULL, NULL}, QCDC_STATUS_REFUSED, "same months"},
        {"2021", {QCDC_BASE_PERIOD, "2022-Q5", NULL, NULL}, QCDC_STATUS_SYNTAX, ""},
        {"2021", {QCDC_BASE_PERIOD, NULL, NULL, NULL}, QCDC_STATUS_ARGUMENT, ""},
        {"2021", {QCDC_BASE_PLAN, NULL, "xx", NULL}, QCDC_STATUS_NOT_FOUND, "tw, dp"},
        {"2021", {QCDC_BASE_END, NULL, NULL, NULL}, QCDC_STATUS_ARGUMENT, ""},
        {"2021-13", {QCDC_BASE_SAME_PERIOD, NULL, NULL, NULL}, QCDC_STATUS_SYNTAX, ""},
    };
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcSelection selection = {.period = cases[i].period, .bases = &cases[i].base, .base_count = 1};
        QcdcComparison *comparison = NULL;
        QcdcError error = {0};
        CU_ASSERT_EQUAL(qcdc_cube_compare(cube, &selection, &comparison, &error), cases[i].status);
        CU_ASSERT_PTR_NULL(comparison);
        CU_ASSERT_PTR_NOT_NULL(strstr(error.hint, cases[i].hint));
    }
    qcdc_cube_unref(cube);
}

/* S24 */

static void a_plan_is_of_the_period_or_the_shortest_around_it(void)
{
    Figures figures = with(ROWS "x1;n;2022-Q1;10\nx1;n;2022-Q1;12;;;tw\nx1;n;2022;40;;;dp\nx1;n;2022-S1;22;;;dp\nx1;n;2021/P5Y;400;;;tw\n"
                                "x2;n;2022-Q1;7\nx2;n;2022;30;;;dp\nx3;n;2022-Q1;3\nx3;n;2021;9;;;tw\nx1;rank;2022-Q1;2\n");
    static const char *const tw[] = {"x1 n 2022-Q1/2022-Q1 10/12 decrease 0"}, *const dp[] = {"x1 n 2022-Q1/2022-S1 10/22 decrease 0"},
                            *const year[] = {"x2 n 2022-Q1/2022 7/30 decrease 0"}, *const none[] = {"x3 n 2022-Q1/ 3/- unknown 2"},
                            *const rolled[] = {"p n 2022-Q1/2022-S1 20/22 decrease 0"};
    FiguresAsk asks[] = {
        {.unit = "x1", .period = "2022-Q1", .bases = "plan:tw", .indicators = "n"},
        {.unit = "x1", .period = "2022-Q1", .bases = "plan:dp", .indicators = "n"},
        {.unit = "x2", .period = "2022-Q1", .bases = "plan:dp", .indicators = "n"},
        {.unit = "x3", .period = "2022-Q1", .bases = "plan", .indicators = "n"},
        {.unit = "p", .period = "2022-Q1", .bases = "plan:dp", .indicators = "n"},
    };
    EXPECT_ROWS(&figures, &asks[0], tw);
    EXPECT_ROWS(&figures, &asks[1], dp);
    EXPECT_ROWS(&figures, &asks[2], year);
    EXPECT_ROWS(&figures, &asks[3], none);
    EXPECT_ROWS(&figures, &asks[4], rolled);
}

static void a_row_says_which_plan(void)
{
    Figures figures = with(ROWS "x1;n;2022-Q1;10\nx1;n;2022;40;;;dp\nx1;n;2022-Q1;11;;;tw\n");
    FiguresAsk ask = {.unit = "x1", .period = "2022-Q1", .bases = "plan:dp;plan:tw", .indicators = "n"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    QcdcComparisonRow rows[2];
    if (comparison != NULL && figures_check(qcdc_comparison_read_rows(comparison, 0, 2, rows, NULL), &(QcdcError){0})) {
        CU_ASSERT_EQUAL(rows[0].plan, 1);
        CU_ASSERT_EQUAL(rows[0].plan_of_year, 1);
        CU_ASSERT_EQUAL(rows[0].base_index, 0);
        CU_ASSERT_EQUAL(rows[1].plan, 0);
        CU_ASSERT_EQUAL(rows[1].plan_of_year, 0);
        CU_ASSERT_EQUAL(rows[1].base_index, 1);
    }
    qcdc_comparison_unref(comparison);
}

/* D8 */

static void rows_stand_in_order_and_only_where_there_is_something(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx2;n;2021;8\np;n;2022;1\np;rank;2022;3\n");
    FiguresAsk ask = {.unit = "p", .period = "2022", .bases = "same-period;previous", .indicators = "rank;n", .by = QCDC_BY_CHILD};
    static const char *const rows[] = {
        "p n 2022/2021 11/8 increase 16",    "p rank 2022/2021 3/- unknown 2",    "p#own n 2022/2021 1/- unknown 2",
        "x1 n 2022/2021 10/- unknown 2",     "x1 rank 2022/2021 -/- unknown 3",   "x2 n 2022/2021 -/8 unknown 1",
        "x2 rank 2022/2021 -/- unknown 3",   "x3 n 2022/2021 -/- unknown 3",      "x3 rank 2022/2021 -/- unknown 3",
        "p n 2022/2021 11/8 increase 16",    "p rank 2022/2021 3/- unknown 2",    "p#own n 2022/2021 1/- unknown 2",
        "x1 n 2022/2021 10/- unknown 2",     "x1 rank 2022/2021 -/- unknown 3",   "x2 n 2022/2021 -/8 unknown 1",
        "x2 rank 2022/2021 -/- unknown 3",   "x3 n 2022/2021 -/- unknown 3",      "x3 rank 2022/2021 -/- unknown 3",
    };
    EXPECT_ROWS(&figures, &ask, rows);
}

/* S23, D25 */

static void coverage_differs_by_sets(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx2;n;2022;5\nx1;n;2021;10\nx3;n;2021;5\nx1;n;2020;7\nx2;n;2020;8\n"
                                "p;n;2019;20;;total\n");
    FiguresAsk others = {.unit = "p", .period = "2022", .indicators = "n"};
    FiguresAsk same = {.unit = "p", .period = "2022", .bases = "2020", .indicators = "n"};
    FiguresAsk total = {.unit = "p", .period = "2020", .bases = "2019", .indicators = "n"};
    static const char *const differ[] = {"p n 2022/2021 15/15 unchanged 16"}, *const equal[] = {"p n 2022/2020 15/15 unchanged 0"},
                            *const totals[] = {"p n 2020/2019 15/20 decrease 16"};
    EXPECT_ROWS(&figures, &others, differ);
    EXPECT_ROWS(&figures, &same, equal);
    EXPECT_ROWS(&figures, &total, totals);
}

static void other_caveats_are_told(void)
{
    Figures figures = with(ROWS "x1;n;2022;10;E\nx1;n;2021;0\nx1;m;2022;7;A+B\nx1;m;2021;300;;;;trên\n"
                                "x1;rank;2022;15;;;;;63\nx1;rank;2021;10;;;;;34\n");
    FiguresAsk ask = {.unit = "x1", .period = "2022"};
    static const char *const rows[] = {
        "x1 n 2022/2021 10/0 increase 260",
        "x1 m 2022/2021 7/300 unknown 640",
        "x1 rate 2022/2021 7/- unknown 386",
        "x1 rank 2022/2021 15/10 decrease 64",
    };
    EXPECT_ROWS(&figures, &ask, rows);
}

static void units_differ_where_the_tree_does(void)
{
    Figures figures = {"code;name;level;parent;valid_from;valid_to\np;Tỉnh;0;;;\na;A;1;p;;2021-12-31\nb;B;1;p;;\nc;C;1;p;2022-01-01;\n",
                       INDICATORS, ROWS "a;n;2021;1\nb;n;2021;2\nb;n;2022;2\nc;n;2022;3\n", NULL, NULL, NULL};
    FiguresAsk all = {.unit = "p", .period = "2022", .indicators = "n"}, one = {.unit = "b", .period = "2022", .indicators = "n"};
    static const char *const differ[] = {"p n 2022/2021 5/3 increase 80"}, *const equal[] = {"b n 2022/2021 2/2 unchanged 0"};
    EXPECT_ROWS(&figures, &all, differ);
    EXPECT_ROWS(&figures, &one, equal);
}

/* D24 */

static void units_and_kinds_are_counted(void)
{
    Figures figures = with(ROWS "x1;n;2022-01;10\nx2;n;2022-02;5\nx1;n;2021-01;1\nx1;m;2021-01;1\nx1;m;2022-01;1\n");
    FiguresAsk ask = {.unit = "p", .period = "2022-Q1", .indicators = "n;rate"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    char kinds[64];
    if (comparison == NULL)
        return;
    const QcdcComparisonRow *row = comparison_row(comparison, 0, 0, 0, NULL);
    CU_ASSERT_EQUAL(row->units_valued, 2);
    CU_ASSERT_EQUAL(row->units_expected, 3);
    CU_ASSERT_EQUAL(row->base_units_valued, 1);
    CU_ASSERT_EQUAL(row->base_units_expected, 3);
    CU_ASSERT_EQUAL(comparison_row(comparison, 0, 1, 0, NULL)->units_valued, 1);
    CU_ASSERT_EQUAL(comparison_kinds(comparison, 0, row->indicator, -1, false, kinds, sizeof kinds), strlen("xã, phường"));
    CU_ASSERT_STRING_EQUAL(kinds, "xã, phường");
    CU_ASSERT_EQUAL(comparison_kinds(comparison, 0, row->indicator, 0, false, kinds, 3), strlen("xã, phường"));
    CU_ASSERT_STRING_EQUAL(kinds, "x");
    comparison_kinds(comparison, 0, row->indicator, -1, true, kinds, sizeof kinds);
    CU_ASSERT_STRING_EQUAL(kinds, "communes and wards");
    qcdc_comparison_unref(comparison);
}

static void the_latest_period_is_the_default(void)
{
    Figures figures = with(ROWS "x1;n;2022-01;10\nx1;n;2021;9\n");
    FiguresAsk ask = {.unit = "x1", .indicators = "n"};
    static const char *const rows[] = {"x1 n 2022-01/2021-01 10/- unknown 2"};
    EXPECT_ROWS(&figures, &ask, rows);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"bases follow the period (S15)", bases_follow_the_period},
        {"what has no meaning is refused, with a hint (S15)", what_has_no_meaning_is_refused},
        {"a plan is of the period, or the shortest around it (S24)", a_plan_is_of_the_period_or_the_shortest_around_it},
        {"a row says which plan (D7)", a_row_says_which_plan},
        {"rows stand in order, and only where there is something (D8)", rows_stand_in_order_and_only_where_there_is_something},
        {"coverage differs by sets (S23, D25)", coverage_differs_by_sets},
        {"other caveats are told (S4, S21)", other_caveats_are_told},
        {"units differ where the tree does (S21)", units_differ_where_the_tree_does},
        {"units and kinds are counted (D24)", units_and_kinds_are_counted},
        {"the latest period is the default (D12)", the_latest_period_is_the_default},
    };
    return SUITE_RUN("comparison", tests, argc, argv);
}
