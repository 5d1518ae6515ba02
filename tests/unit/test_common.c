/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <inttypes.h>

#include "analysis/comparison-private.h"
#include "expect.h"
#include "figures.h"
#include "suite.h"

#define UNITS "code;name;level;parent\np;Tỉnh;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\nx3;Xã 3;1;p\n"
#define ROWS "unit;indicator;period;value;scope\n"

/* "5/6 5/4 3/3 3/2 sum common": figures, units valued/expected now and then, origin, is it smaller */
static void expect_row(const char *observations, QcdcBasis basis, const char *expected)
{
    Figures figures = {UNITS, "code;name;nature;measure\nn;Đơn;flow;đơn\n", observations, NULL, NULL, NULL};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcSelection selection = {.size = sizeof selection, .unit = "p", .period = "2022", .basis = basis};
    QcdcComparison *comparison = NULL;
    QcdcComparisonRow row = {0};
    char text[128] = "";
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_compare(cube, &selection, &comparison, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, 0, 1, &row, NULL), QCDC_OK);
    snprintf(text, sizeof text, "%" PRId64 "/%" PRId64 " %u/%u %u/%u%s%s%s", row.change.current.value.coefficient,
             row.change.base.value.coefficient, row.units_valued, row.units_expected, row.base_units_valued, row.base_units_expected,
             row.current_cell.origin == QCDC_ORIGIN_SUM ? " sum" : "", row.is_common ? " common" : "",
             (row.change.caveats & QCDC_CAVEAT_COVERAGE_DIFFERS) != 0 ? " differs" : "");
    expect_text(observations, text, expected);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
}

static void both_periods_are_of_the_same_units(void)
{
    static const char ragged[] = ROWS "x1;n;2022;5;\nx2;n;2022;7;\nx1;n;2021;4;\nx3;n;2021;9;\n";
    expect_row(ragged, QCDC_BASIS_DEFAULT, "12/13 2/3 2/3 differs");
    expect_row(ragged, QCDC_BASIS_AS_REPORTED, "12/13 2/3 2/3 differs");
    expect_row(ragged, QCDC_BASIS_COMMON, "5/4 1/3 1/3 common");
    expect_row(ROWS "x1;n;2022;5;\nx2;n;2021;4;\n", QCDC_BASIS_COMMON, "0/0 0/3 0/3 common");
}

/* Where both have the same reporters every cell is as reported, but for a total, which is no sum of them. */
static void the_same_reporters_change_nothing(void)
{
    static const char whole[] = ROWS "x1;n;2022;5;\nx2;n;2022;7;\nx3;n;2022;1;\nx1;n;2021;4;\nx2;n;2021;2;\nx3;n;2021;9;\n";
    static const char total[] = ROWS "x1;n;2022;5;\nx1;n;2021;4;\np;n;2022;50;total\n";
    expect_row(whole, QCDC_BASIS_COMMON, "13/15 3/3 3/3 sum");
    expect_row(total, QCDC_BASIS_AS_REPORTED, "50/4 1/3 1/3");
    expect_row(total, QCDC_BASIS_COMMON, "5/4 1/3 1/3");
}

/* "12/18 1/3 1/3": of the form a - b in a quarter of months. x2 lacks a month of b, x3 a month of both. */
static void expect_form(QcdcMissing missing, const char *unit, const char *expected)
{
    static const char months[] = ROWS "x1;a;2022-Q1;30;\nx1;b;2022-Q1;12;\nx2;a;2022-Q1;30;\nx2;b;2022-01;4;\nx2;b;2022-02;4;\n"
                                      "x3;a;2022-01;10;\nx3;b;2022-01;4;\nx1;a;2021-Q1;30;\nx1;b;2021-Q1;12;\n"
                                      "x2;a;2021-Q1;30;\nx2;b;2021-Q1;12;\nx3;a;2021-Q1;30;\nx3;b;2021-Q1;12;\n";
    Figures figures = {UNITS, "code;name;nature;measure;formula\na;A;flow;đơn;\nb;B;flow;đơn;\nc;C;flow;đơn;a - b\n", months, NULL, NULL, NULL};
    QcdcCube *cube = figures_make_cube(&figures, missing);
    const char *indicator = "c";
    QcdcSelection selection = {.size = sizeof selection, .unit = unit, .period = "2022-Q1", .basis = QCDC_BASIS_COMMON,
                               .indicators = &indicator, .indicator_count = 1};
    QcdcComparison *comparison = NULL;
    QcdcComparisonRow row = {0};
    char text[128] = "";
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_compare(cube, &selection, &comparison, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, 0, 1, &row, NULL), QCDC_OK);
    if (row.change.current.state == QCDC_FIGURE_VALUED)
        snprintf(text, sizeof text, "%" PRId64 "/%" PRId64, row.change.current.value.coefficient, row.change.base.value.coefficient);
    expect_text(unit, text, expected);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
}

/* S6, S23: a figure of some of the months is none where missing=strict takes it away, and a form of it none either. */
static void a_form_of_what_is_withheld_is_none(void)
{
    expect_form(QCDC_MISSING_PARTIAL, "p", "46/54");
    expect_form(QCDC_MISSING_PARTIAL, "x3", "6/18");
    expect_form(QCDC_MISSING_STRICT, "p", "18/18");
    expect_form(QCDC_MISSING_STRICT, "x2", "");
    expect_form(QCDC_MISSING_STRICT, "x3", "");
    /* a mode of zeros is laid over the form, not over its terms (D43) */
    expect_form(QCDC_MISSING_PARTIAL_ZERO, "p", "46/54");
}

static void what_is_no_basis_is_told(void)
{
    Figures figures = {UNITS, "code;name;nature;measure\nn;Đơn;flow;đơn\n", ROWS "x1;n;2022;5;\n", NULL, NULL, NULL};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcBaseOption bases[] = {{.base = QCDC_BASE_PARENT_MEAN}, {.base = QCDC_BASE_PREVIOUS}};
    QcdcSelection selection = {.size = sizeof selection, .period = "2022", .basis = QCDC_BASIS_END};
    QcdcComparison *comparison = NULL;
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_cube_compare(cube, &selection, &comparison, NULL), QCDC_STATUS_ARGUMENT);
    selection.basis = QCDC_BASIS_COMMON;
    selection.bases = bases;
    for (selection.base_count = 1; selection.base_count <= 2; selection.base_count++) {
        CU_ASSERT_EQUAL(qcdc_cube_compare(cube, &selection, &comparison, &error), QCDC_STATUS_REFUSED);
        CU_ASSERT_EQUAL(error.refusal, QCDC_REFUSAL_COMMON_BASIS);
    }
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"both periods are of the same units", both_periods_are_of_the_same_units},
        {"the same reporters change nothing", the_same_reporters_change_nothing},
        {"a form of what is withheld is none", a_form_of_what_is_withheld_is_none},
        {"what is no basis is told", what_is_no_basis_is_told},
    };
    return SUITE_RUN("common", tests, argc, argv);
}
