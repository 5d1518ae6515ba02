/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;kind;groups;valid_from;valid_to\n" \
    "p;Tỉnh;0;;tỉnh;;;\n" \
    "d1;Huyện 1;1;p;huyện;nui;;\n" \
    "x1;Xã 1;2;d1;xã;bien;;\n" \
    "x2;Xã 2;2;d1;xã;nui;;\n" \
    "d2;Huyện 2;1;p;huyện;;;\n" \
    "x3;Phường 3;2;d2;phường;nui|bien;;\n"

#define INDICATOR_FIELDS "code;name;nature;measure;reporters;frequency;valid_from;valid_to\n"
#define ROWS "unit;indicator;period;value;obs_status;scope\n"

/* S18: by default units without children; a level, a kind or a group instead */
static void reporters_are_who_is_named(void)
{
    Figures figures = {UNITS,
                       INDICATOR_FIELDS "leaf;A;flow;đơn;;;;\nlevel;B;flow;đơn;1;;;\nkind;C;flow;đơn;phường;;;\ngroup;D;flow;đơn;nui;;;\n",
                       ROWS "p;leaf;2022;1\np;level;2022;1\np;kind;2022;1\np;group;2022;1\nd1;level;2022;5\nd1;group;2022;6\n", NULL, NULL, NULL};
    static const CellAsk asks[] = {
        {"p", "leaf", "2022", "1 0/3 partial A", 0},   {"d1", "leaf", "2022", "- 0/2 none", 0},
        {"p", "level", "2022", "6 1/2 partial A", 0},  {"d1", "level", "2022", "5 1/1 own A", 0},
        {"x1", "level", "2022", "- 0/0 none", 0},      {"p", "kind", "2022", "1 0/1 partial A", 0},
        {"d1", "kind", "2022", "- 0/0 none", 0},       {"p", "group", "2022", "7 1/3 partial A", 0},
        {"d1", "group", "2022", "6 1/2 partial A", 0}, {"d1#own", "group", "2022", "6 1/1 own A", 0}
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* D14: the finest own kind, the frequency if there is one, else the finest at all */
static void the_base_kind_is_the_finest(void)
{
    Figures figures = {UNITS,
                       INDICATOR_FIELDS "m;A;flow;đơn;;;;\nq;B;flow;đơn;;quarter;;\nt;C;flow;đơn;;;;\nnone;D;flow;đơn;;;;\n",
                       ROWS "x3;m;2022-01;1\nx3;m;2021;9\nx3;q;2022;7\nx3;q;2022-01;1\nd2;t;2022-Q1;3;;total\n", NULL, NULL, NULL};
    static const CellAsk asks[] = {
        {"x3", "m", "2022", "1 1/12 partial A", 0}, {"x3", "m", "2021", "9 12/12 coarse A", 0},
        {"x3", "q", "2022", "7 4/4 coarse A", 0},   {"x3", "q", "2022-01", "1 0/0 own A", 0},
        {"x3", "q", "2022-Q1", "1 0/1 partial A", 0}, {"d2", "t", "2022", "- 0/4 none", 0},
        {"d2", "t", "2022-Q1", "3 0/1 reported-total A", 0}, {"d2", "none", "2022", "- 0/1 none", 0}
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* D15: in force on the last day of each sub-period */
static void units_and_indicators_count_while_in_force(void)
{
    Figures figures = {"code;name;level;parent;valid_from;valid_to\np;Tỉnh;0;;;\nx1;Xã 1;1;p;;2022-02-15\nx2;Xã 2;1;p;2022-02-16;\n",
                       INDICATOR_FIELDS "n;A;flow;đơn;;month;;\nlate;B;flow;đơn;;month;2022-03-31;\nold;C;flow;đơn;;month;;2022-02-28\n",
                       ROWS "x1;n;2022-01;1\nx2;n;2022-02;2\nx2;n;2022-03;4\nx2;late;2022-03;5\nx2;old;2022-02;6\n", NULL, NULL, NULL};
    static const CellAsk asks[] = {
        {"p", "n", "2022-01", "1 1/1 sum A", 0},  {"p", "n", "2022-02", "2 1/1 sum A", 0}, {"p", "n", "2022-Q1", "7 3/3 sum A", 0},
        {"x1", "n", "2022-Q1", "1 1/1 own A", 0}, {"x1", "n", "2022-02", "- 0/0 none", 0}, {"p", "late", "2022-Q1", "5 1/1 sum A", 0},
        {"p", "old", "2022-Q1", "6 1/2 partial A", 0}
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* D22: the tree of a period is that of its last rows */
static void each_period_has_its_own_tree(void)
{
    Figures figures = {"code;name;level;parent;id;valid_from;valid_to\n"
                       "p;Tỉnh;0;;;;\nd1;Huyện 1;1;p;;;2021-12-31\nd2;Huyện 2;1;p;;;\n"
                       "x;Xã;2;d1;x;;2021-12-31\nx;Xã;2;d2;x;2022-01-01;\ny;Xã y;2;d2;y;;\n",
                       INDICATOR_FIELDS "n;A;flow;đơn;;;;\n",
                       ROWS "x;n;2021;10\nx;n;2022;20\ny;n;2021;1\ny;n;2022;2\n", NULL, NULL, NULL};
    static const CellAsk asks[] = {
        {"d1", "n", "2021", "10 1/1 sum A", 0}, {"d2", "n", "2021", "1 1/1 sum A", 0},
        {"d2", "n", "2022", "22 2/2 sum A", 0}, {"p", "n", "2021", "11 2/2 sum A", 0},
        {"p", "n", "2022", "22 2/2 sum A", 0}
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S17: expected is 1 a unit */
static void a_stock_is_expected_once(void)
{
    Figures figures = {UNITS, "code;name;nature;measure;frequency\nleft;A;closing;đơn;month\nopen;B;opening;đơn;month\n",
                       ROWS "x1;left;2022-12;1\nx1;open;2022-01;2\n", NULL, NULL, NULL};
    static const CellAsk asks[] = {
        {"x1", "left", "2022", "1 1/1 own A", 0},
        {"p", "left", "2022", "1 1/3 partial A", 0},
        {"p", "open", "2022", "2 1/3 partial A", 0}
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* D15: valued ≤ present ≤ expected */
static void present_counts_rows_without_values(void)
{
    Figures figures = {UNITS, INDICATOR_FIELDS "n;A;flow;đơn;;;;\n", ROWS "x1;n;2022-01;;O\nx1;n;2022-02;5\nx2;n;2022-01;1\n", NULL, NULL, NULL};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    CellAsk ask = {"d1", "n", "2022-Q1", "", 0};
    QcdcCell cell;
    if (cube != NULL && cells_read(cube, &ask, &cell)) {
        CU_ASSERT_EQUAL(cell.expected, 6);
        CU_ASSERT_EQUAL(cell.present, 3);
        CU_ASSERT_EQUAL(cell.valued, 2);
        CU_ASSERT_EQUAL(cell.covered, 2);
    }
    qcdc_cube_unref(cube);
}

/* D42: not must, not expected; what is reported all the same is added and not counted */
static void excepted_units_are_not_expected(void)
{
    Figures figures = {"code;name;level;parent\np;Tỉnh;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\n",
                       INDICATOR_FIELDS "n;A;flow;đơn;;month;;\nm;B;flow;đơn;;month;;\nleft;C;closing;đơn;;month;;\ns;D;score;điểm;;month;;\n",
                       ROWS "x1;n;2022-01;1\nx1;n;2022-02;2\nx1;n;2022-03;4\nx2;n;2022-02;8\nx2;n;2022-03;16\nx1;m;2022-01;1\n"
                            "x1;left;2022-03;32\nx1;s;2022-03;5\nx2;s;2022-03;6\n", NULL, NULL, NULL};
    FiguresMore more = {.exceptions = "unit;indicator;valid_from;valid_to\nx2;n;2022-01-31;2022-02-27\nx2;left;2022-03-31;\nx2;s;2022-03-01;2022-03-31\n"};
    static const CellAsk asks[] = {
        {"p", "n", "2022-01", "1 1/1 sum A", 0},     {"x2", "n", "2022-01", "- 0/0 none", 0}, {"p", "m", "2022-01", "1 1/2 partial A", 0},
        {"x2", "n", "2022-02", "8 1/1 own A", 0},    {"p", "n", "2022-Q1", "31 5/5 sum A", 0},
        {"x2", "n", "2022-Q1", "24 2/2 own A", 0},   {"p", "left", "2022-Q1", "32 1/1 sum A", 0},
        {"x2", "left", "2022-02", "- 0/1 none", 0},  {"x2", "s", "2022-03", "6 0/0 own A", 0},
        {"x1", "s", "2022-03", "5 1/1 own A", 0},
    };
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    cells_expect(cube, asks, sizeof asks / sizeof asks[0]);
    qcdc_cube_unref(cube);
    more.exceptions = "unit;indicator;valid_from\nx1;*;2022-02-01\n";
    static const CellAsk all[] = {{"p", "n", "2022-Q1", "31 3/4 partial A", 0}, {"x1", "n", "2022-02", "2 0/0 own A", 0},
                                  {"p", "m", "2022-Q1", "1 1/4 partial A", 0}};
    cube = figures_make_cube_with(&figures, &more, &options);
    cells_expect(cube, all, sizeof all / sizeof all[0]);
    qcdc_cube_unref(cube);
}

/* D16: who must report in no month is held to all of them before the months go before the year. */
static void one_month_of_an_excepted_unit_is_no_year(void)
{
    Figures figures = {"code;name;level;parent\np;Tỉnh;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\n", INDICATOR_FIELDS "n;A;flow;đơn;;month;;\n",
                       ROWS "x1;n;2022-01;1\nx1;n;2022-Q1;9\nx2;n;2022-01;1\nx2;n;2022-02;1\nx2;n;2022-03;1\nx2;n;2022-Q1;9\n", NULL, NULL, NULL};
    FiguresMore more = {.exceptions = "unit;indicator\nx1;n\nx2;n\n"};
    static const CellAsk asks[] = {{"x1", "n", "2022-Q1", "9 0/0 coarse A", 0}, {"x2", "n", "2022-Q1", "3 0/0 own A", 0}};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    cells_expect(cube, asks, sizeof asks / sizeof asks[0]);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"reporters are who is named (S18)", reporters_are_who_is_named},
        {"the base kind is the finest (D14)", the_base_kind_is_the_finest},
        {"units and indicators count while in force (D15)", units_and_indicators_count_while_in_force},
        {"each period has its own tree (D22)", each_period_has_its_own_tree},
        {"a stock is expected once (S17)", a_stock_is_expected_once},
        {"excepted units are not expected (D42)", excepted_units_are_not_expected},
        {"one month of an excepted unit is no year (D16)", one_month_of_an_excepted_unit_is_no_year},
        {"present counts rows without values (D15)", present_counts_rows_without_values},
    };
    return SUITE_RUN("coverage", tests, argc, argv);
}
