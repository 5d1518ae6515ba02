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
        {"what is no basis is told", what_is_no_basis_is_told},
    };
    return SUITE_RUN("common", tests, argc, argv);
}
