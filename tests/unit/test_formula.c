/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;kind;groups\n" \
    "p;Tỉnh;0;;tỉnh;\n" \
    "x1;Xã 1;1;p;xã;nui\n" \
    "x2;Xã 2;1;p;xã;\n" \
    "x3;Phường 3;1;p;phường;nui\n"

#define INDICATORS \
    "code;name;nature;measure;decimals;formula\n" \
    "a;A;flow;đơn;;\n" \
    "b;B;flow;đơn;;\n" \
    "c;C;flow;đơn;2;\n" \
    "sum;Tổng;flow;đơn;;2*a + b\n" \
    "mixed;Hỗn hợp;flow;đơn;2;a - c\n" \
    "rate;Tỷ lệ;ratio;%;;a / b\n" \
    "twice;Gấp đôi;flow;đơn;;sum + sum\n" \
    "share;Phần;ratio;%;;a / (a + b)\n" \
    "each;Mỗi xã;ratio;đơn/xã;;a / units(kind=xã)\n" \
    "more;Tăng thêm;flow;đơn;;a - prev(a)\n" \
    "growth;So năm trước;flow;đơn;;a - base(a)\n"

#define ROWS "unit;indicator;period;value;obs_status;scope;hedge\n"

static Figures with(const char *observations)
{
    return (Figures){UNITS, INDICATORS, observations, NULL, NULL, NULL};
}

static void forms_are_evaluated_on_complete_cells(void)
{
    Figures figures = with(ROWS "x1;a;2022;1\nx2;a;2022;2\nx3;a;2022;3\nx1;b;2022;10;P\nx2;b;2022;20\nx3;b;2022;30;A+B\n"
                                "x1;c;2022;0.25\nx2;c;2022;0.5\nx3;c;2022;1\np;a;2022;4\n");
    static const CellAsk asks[] = {
        {"p", "sum", "2022", "80 3/3 sum P+B", 0},     {"x1", "sum", "2022", "12 1/1 own P", 0},
        {"p", "mixed", "2022", "8.25 3/3 sum A", 0},   {"p", "rate", "2022", "10/60 3/3 sum P+B", 0},
        {"p", "twice", "2022", "160 3/3 sum P+B", 0},  {"p", "share", "2022", "10/70 3/3 sum P+B", 0},
        {"p", "each", "2022", "10/2 3/3 sum A", 0},    {"x1", "each", "2022", "1/1 1/1 own A", 0},
        {"x3", "each", "2022", "- 1/1 none", 0},       {"p#own", "sum", "2022", "- 0/0 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* D21: with a term missing only the reporters that have all of them */
static void forms_take_who_has_all_terms(void)
{
    Figures figures = with(ROWS "x1;a;2022;1\nx2;a;2022;2\nx1;b;2022;10\nx3;b;2022;30\n");
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const CellAsk asks[] = {
        {"p", "sum", "2022", "12 2/3 partial A", 0},
        {"p", "rate", "2022", "1/10 2/3 partial A", 0},
        {"p", "twice", "2022", "24 2/3 partial A", 0},
        {"x2", "sum", "2022", "- 0/1 none", 0},
    };
    static const CellAsk strict[] = {
        {"p", "sum", "2022", "- 2/3 none", 0},
        {"x1", "rate", "2022", "1/10 1/1 own A", 0},
    };
    QcdcCell cell;
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    CELLS_CHECK(&figures, QCDC_MISSING_STRICT, strict);
    if (cube != NULL && cells_read(cube, &asks[0], &cell))
        CU_ASSERT_EQUAL(cell.covered, 1);
    qcdc_cube_unref(cube);
}

static void totals_serve_as_terms(void)
{
    Figures figures = with(ROWS "p;a;2022;40;;total\nx1;b;2022;10\nx2;b;2022;20\nx3;b;2022;30\np;b;2021;9;;total\np;a;2021;0;;total\n");
    static const CellAsk asks[] = {
        {"p", "rate", "2022", "40/60 0/3 reported-total A", 0},
        {"p", "rate", "2021", "0/9 0/3 reported-total A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_denominator_of_zero_is_no_value(void)
{
    Figures figures = with(ROWS "x1;a;2022;1\nx1;b;2022;0\n");
    static const CellAsk asks[] = {{"x1", "rate", "2022", "- 1/1 none", 0}, {"x1", "share", "2022", "1/1 1/1 own A", 0}};
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void forms_look_a_period_and_a_year_back(void)
{
    Figures figures = with(ROWS "x1;a;2021-12;5\nx1;a;2022-01;7\nx1;a;2021-01;2\nx1;a;2022-02;9\n");
    static const CellAsk asks[] = {
        {"x1", "more", "2022-01", "2 1/1 own A", 0},   {"x1", "more", "2022-02", "2 1/1 own A", 0},
        {"x1", "growth", "2022-01", "5 1/1 own A", 0}, {"x1", "growth", "2022-02", "- 0/1 none", 0},
        {"p", "more", "2022-01", "2 1/3 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_form_out_of_range_is_an_overflow(void)
{
    Figures figures = with(ROWS "x1;a;2022;600000000000000000\nx1;b;2022;1\n");
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcUnitId unit = 1;
    QcdcIndicatorId indicator = 3;
    QcdcPeriod period = cells_period("2022");
    QcdcCell cell;
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, &unit, &indicator, &period, NULL, NULL, 1, &cell, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.text, "unit \"x1\", indicator \"sum\""));
    qcdc_cube_unref(cube);
}

/* Forms that use one another twice, again and again, would run for ever. */
static void forms_within_forms_have_a_limit(void)
{
    char indicators[4096] = "code;name;nature;measure;formula\ni0;0;flow;đơn;\n";
    Figures figures = {UNITS, indicators, "unit;indicator;period;value\nx1;i0;2022;1\n", NULL, NULL, NULL};
    QcdcCube *cube = NULL;
    QcdcError error = {0};
    for (int i = 1; i <= 40; i++) {
        char line[64];
        snprintf(line, sizeof line, "i%d;%d;flow;đơn;i%d + i%d\n", i, i, i - 1, i - 1);
        strncat(indicators, line, sizeof indicators - strlen(indicators) - 1);
    }
    QcdcDataset *dataset = figures_make_dataset(&figures);
    CU_ASSERT_EQUAL(qcdc_dataset_rollup(dataset, NULL, &cube, &error), QCDC_STATUS_MEMORY);
    qcdc_dataset_unref(dataset);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"forms are evaluated on complete cells (S6, D21)", forms_are_evaluated_on_complete_cells},
        {"forms take who has all terms (D21)", forms_take_who_has_all_terms},
        {"totals serve as terms (D21)", totals_serve_as_terms},
        {"a denominator of 0 is no value (D21)", a_denominator_of_zero_is_no_value},
        {"forms look a period and a year back (S6)", forms_look_a_period_and_a_year_back},
        {"a form out of range is an overflow (S1)", a_form_out_of_range_is_an_overflow},
        {"forms within forms have a limit", forms_within_forms_have_a_limit},
    };
    return SUITE_RUN("formula", tests, argc, argv);
}
