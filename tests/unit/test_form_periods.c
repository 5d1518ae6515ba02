/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Forms in full (S6): prev, base and units at every kind of period, means of sums at every level, pairs that are whole. */
#include "cells.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;kind;groups;valid_from\n" \
    "p;Tỉnh;0;;tỉnh;;\n" \
    "h1;Huyện 1;1;p;huyện;;\n" \
    "h2;Huyện 2;1;p;huyện;;\n" \
    "x1;Xã 1;2;h1;xã;nui;\n" \
    "x2;Xã 2;2;h1;xã;;\n" \
    "x3;Xã 3;2;h2;xã;nui;\n" \
    "x4;Xã 4;2;h2;xã;;2022-01-01\n"

#define INDICATORS \
    "code;name;nature;measure;decimals;formula\n" \
    "n;Đơn;flow;đơn;;\n" \
    "s;Hộ;stock;hộ;;\n" \
    "weight;Dân số;stock;người;;\n" \
    "points;Tổng điểm;flow;điểm;1;\n" \
    "before;Kỳ trước;flow;đơn;;prev(n)\n" \
    "year;Năm trước;flow;đơn;;base(n)\n" \
    "stocks;Hộ tăng;flow;hộ;;s - prev(s)\n" \
    "index;Chỉ số;ratio;%;;n / base(n)\n" \
    "run;Hệ số;ratio;%;;(n - prev(n)) / prev(n)\n" \
    "mean;Điểm bình quân;ratio;điểm;;points / weight\n" \
    "each;Mỗi xã;ratio;đơn/xã;;n / units(kind=xã)\n" \
    "all;Mỗi đơn vị;ratio;đơn/đơn vị;;(n + 0) / units()\n" \
    "plus;Cộng thêm;flow;đơn;;n + 3*units(kind=xã)\n" \
    "nested;Hai bước;flow;đơn;;before + prev(before)\n"

#define ROWS "unit;indicator;period;value\n"

static Figures with(const char *observations)
{
    return (Figures){UNITS, INDICATORS, observations, NULL, "nui=miền núi", NULL};
}

static void each_kind_of_period_looks_back_its_own_step(void)
{
    Figures figures = with(ROWS "x1;n;2021-01;1\nx1;n;2021-02;2\nx1;n;2021-03;3\nx1;n;2021-04;4\nx1;n;2021-05;5\nx1;n;2021-06;6\n"
                                "x1;n;2021-07;7\nx1;n;2021-08;8\nx1;n;2021-09;9\nx1;n;2021-10;10\nx1;n;2021-11;11\nx1;n;2021-12;12\n"
                                "x1;n;2022-01;20\nx1;n;2022-02;21\nx1;n;2022-03;22\nx1;n;2022-04;23\nx1;n;2022-05;24\nx1;n;2022-06;25\n"
                                "x1;n;2022-07;1\nx1;n;2022-08;1\nx1;n;2022-09;1\nx1;n;2022-10;1\nx1;n;2022-11;1\nx1;n;2022-12;1\n"
                                "x1;n;2022-01/P9M;138\nx1;n;2022-01/P8M;137\nx1;n;2021-01/P9M;45\n"
                                "x1;n;2022-03-01/2022-03-10;5\nx1;n;2022-02-19/2022-02-28;4\nx1;n;2021-03-01/2021-03-10;3\n"
                                "x1;n;2023/P2Y;9\nx1;s;2021;50\nx1;s;2022-06;52\nx1;s;2022-12;61\n");
    static const CellAsk asks[] = {
        {"x1", "before", "2022-01", "12 1/1 own A", 0},   {"x1", "year", "2022-01", "1 1/1 own A", 0},
        {"x1", "before", "2022-Q1", "33 3/3 own A", 0},   {"x1", "year", "2022-Q1", "6 3/3 own A", 0},
        {"x1", "before", "2022-Q2", "63 3/3 own A", 0},   {"x1", "before", "2022-S1", "57 6/6 own A", 0},
        {"x1", "before", "2022-S2", "135 6/6 own A", 0},  {"x1", "year", "2022-S2", "57 6/6 own A", 0},
        {"x1", "before", "2022", "78 12/12 own A", 0},    {"x1", "year", "2022", "78 12/12 own A", 0},
        {"x1", "before", "2022-01/P9M", "137 8/8 own A", 0}, {"x1", "year", "2022-01/P9M", "45 9/9 own A", 0},
        {"x1", "before", "2022-03-01/2022-03-10", "4 1/1 own A", 0},
        {"x1", "year", "2022-03-01/2022-03-10", "3 1/1 own A", 0},
        {"x1", "before", "2023/P2Y", "219 24/24 own A", 0}, {"x1", "year", "2023/P2Y", "- 0/0 none", 0},
        {"x1", "index", "2022-Q1", "63/6 3/3 own A", 0},  {"x1", "run", "2022-Q2", "9/63 3/3 own A", 0},
        {"x1", "nested", "2022-03", "41 1/1 own A", 0},   {"x1", "nested", "2022-Q2", "96 3/3 own A", 0},
        {"x1", "stocks", "2022", "11 1/1 coarse A", 0},      {"x1", "stocks", "2022-S2", "9 1/1 own A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* units(): those in force on the last day, in the period that is asked for. */
static void units_are_counted_where_and_when(void)
{
    Figures figures = with(ROWS "x1;n;2021;2\nx2;n;2021;4\nx3;n;2021;6\nx1;n;2022;2\nx2;n;2022;4\nx3;n;2022;6\nx4;n;2022;8\n");
    static const CellAsk asks[] = {
        {"p", "each", "2021", "12/3 3/3 sum A", 0}, {"p", "each", "2022", "20/4 4/4 sum A", 0},
        {"h2", "each", "2021", "6/1 1/1 sum A", 0}, {"h2", "each", "2022", "14/2 2/2 sum A", 0},
        {"p", "all", "2022", "20/7 4/4 sum A", 0},  {"x1", "all", "2022", "2/1 1/1 own A", 0},
        {"p", "plus", "2021", "21 3/3 sum A", 0},   {"p", "plus", "2022", "32 4/4 sum A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* A mean is of the sums, never a mean of means: 10/1 and 90/30 are 100/31. */
static void means_are_of_sums_at_every_level(void)
{
    Figures figures = with(ROWS "x1;points;2022;10\nx1;weight;2022;1\nx2;points;2022;90\nx2;weight;2022;30\n"
                                "x3;points;2022;8\nx3;weight;2022;4\nx4;points;2022;5\nx4;weight;2022;5\n");
    static const CellAsk asks[] = {
        {"x1", "mean", "2022", "10.0/1 1/1 own A", 0},  {"h1", "mean", "2022", "100.0/31 2/2 sum A", 0},
        {"h2", "mean", "2022", "13.0/9 2/2 sum A", 0},  {"p", "mean", "2022", "113.0/40 4/4 sum A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void expect_part(const Figures *figures, QcdcBy by, size_t row, const char *expected)
{
    FiguresAsk ask = {.unit = "p", .period = "2022", .indicators = "mean", .by = by};
    QcdcComparison *comparison = figures_compare(figures, &ask);
    QcdcComparisonRow found;
    char text[CELLS_TEXT_SIZE] = "";
    if (comparison != NULL && qcdc_comparison_read_rows(comparison, row, 1, &found, NULL) == QCDC_OK)
        cells_to_text(&found.current_cell, text);
    CU_ASSERT_STRING_EQUAL(text, expected);
    qcdc_comparison_unref(comparison);
}

static void means_of_parts_are_of_their_sums(void)
{
    Figures figures = with(ROWS "x1;points;2022;10\nx1;weight;2022;1\nx2;points;2022;90\nx2;weight;2022;30\nx3;points;2022;8\nx3;weight;2022;4\n"
                                "x4;points;2022;5\n");
    expect_part(&figures, QCDC_BY_GROUP, 1, "18.0/5 2/2 sum A");
    expect_part(&figures, QCDC_BY_LEVEL, 1, "108.0/35 3/4 partial A");
    expect_part(&figures, QCDC_BY_CHILD, 1, "100.0/31 2/2 sum A");
    expect_part(&figures, QCDC_BY_CHILD, 2, "8.0/4 1/2 partial A");
}

/* Only reporters that have all terms, in this period and in the one that is looked back to; covered says how many. */
static void pairs_are_whole_over_time_too(void)
{
    Figures figures = with(ROWS "x1;n;2021;10\nx2;n;2021;20\nx3;n;2021;30\nx1;n;2022;11\nx2;n;2022;22\nx4;n;2022;44\n");
    static const CellAsk asks[] = {
        {"p", "index", "2022", "33/30 3/4 partial A", 0}, {"h1", "index", "2022", "33/30 2/2 sum A", 0},
        {"h2", "index", "2022", "- 1/2 none", 0},         {"p", "run", "2022", "3/30 3/4 partial A", 0},
        {"x4", "index", "2022", "- 0/0 none", 0},
    };
    static const uint32_t covered[] = {2, 2, 0, 2, 0};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    for (size_t i = 0; cube != NULL && i < sizeof asks / sizeof asks[0]; i++) {
        QcdcCell cell;
        if (cells_read(cube, &asks[i], &cell))
            CU_ASSERT_EQUAL(cell.covered, covered[i]);
    }
    qcdc_cube_unref(cube);
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"each kind of period looks back its own step", each_kind_of_period_looks_back_its_own_step},
        {"units are counted where and when", units_are_counted_where_and_when},
        {"means are of sums at every level", means_are_of_sums_at_every_level},
        {"means of parts are of their sums", means_of_parts_are_of_their_sums},
        {"pairs are whole over time too", pairs_are_whole_over_time_too},
    };
    return SUITE_RUN("form_periods", tests, argc, argv);
}
