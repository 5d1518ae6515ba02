/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <inttypes.h>

#include <qcdc/memory.h>

#include "analysis/comparison-rows-private.h"
#include "expect.h"
#include "figures.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;kind\n" \
    "p;Tỉnh;0;;\n" \
    "x1;Xã 1;1;p;xã\n" \
    "x2;Xã 2;1;p;xã\n" \
    "x3;Xã 3;1;p;xã\n"

#define INDICATORS \
    "code;name;nature;measure;formula;part_of\n" \
    "n;Đơn;flow;đơn;;\n" \
    "m;Đơn tố cáo;flow;đơn;;n\n" \
    "rate;Tỷ lệ;ratio;%;m / n;\n"

#define ROWS "unit;indicator;period;value;obs_status;scenario\n"

#define USUAL \
    "x1;n;2022;20;;\nx2;n;2022;10;;\nx3;n;2022;7;;\nx1;n;2021;12;;\nx2;n;2021;13;;\nx3;n;2021;7;;\n" \
    "x1;m;2022;4;;\nx2;m;2022;1;;\nx3;m;2022;2;;\nx1;m;2021;3;;\nx2;m;2021;2;;\nx3;m;2021;4;;\n"

/* "p m -2/5 32": unit, indicator, part/whole, base; rows without a contribution are left out. */
static void expect_contributions(const char *observations, const FiguresAsk *ask, const char *expected)
{
    Figures figures = {UNITS, INDICATORS, observations, "kh=kế hoạch", NULL, NULL};
    QcdcComparison *comparison = figures_compare(&figures, ask);
    char text[1024] = "";
    for (size_t i = 0; comparison != NULL && i < qcdc_comparison_get_count(comparison); i++) {
        QcdcComparisonRow row;
        QcdcContribution found = {.part = {.coefficient = 77}};
        size_t length = strlen(text);
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL), QCDC_OK);
        QcdcStatus status = qcdc_comparison_get_contribution(comparison, i, &found, NULL);
        CU_ASSERT(status == QCDC_OK || (status == QCDC_STATUS_NOT_FOUND && found.part.coefficient == 77));
        if (status == QCDC_OK)
            snprintf(text + length, sizeof text - length, "%s%s %s %" PRId64 "/%" PRId64 " %" PRId64, length > 0 ? "; " : "",
                     row.unit_code,
                     qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(comparison), row.indicator, QCDC_INDICATOR_CODE),
                     found.part.coefficient, found.whole.coefficient, found.base.coefficient);
    }
    expect_text(expected, text, expected);
    qcdc_comparison_unref(comparison);
}

/* S25: what changed, of what, from what base */
static void a_contribution_is_explained(void)
{
    Figures figures = {UNITS, INDICATORS, ROWS USUAL, NULL, NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD, .indicators = "n"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    char *text = NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(comparison);
    CU_ASSERT_EQUAL_FATAL(qcdc_comparison_explain_row(comparison, 1, QCDC_LANGUAGE_VI, &text, NULL), QCDC_OK);
    const char *told = strstr(text, "Đóng góp (S25): ");
    expect_text("contribution", told != NULL ? told : text, "Đóng góp (S25): thay đổi của thành phần 8; thay đổi chung 5; số liệu gốc chung 32\n");
    qcdc_free(text);
    qcdc_comparison_unref(comparison);
}

static void parts_by_unit_are_of_the_unit_and_others_of_their_total(void)
{
    FiguresAsk by_child = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD}, alone = {.unit = "p", .period = "2022"};
    FiguresAsk by_level = {.unit = "p", .period = "2022", .by = QCDC_BY_LEVEL};
    expect_contributions(ROWS USUAL, &by_child, "p m -2/5 32; x1 n 8/5 32; x1 m 1/-2 9; x2 n -3/5 32; x2 m -1/-2 9; x3 m -2/-2 9");
    expect_contributions(ROWS USUAL, &by_level, "p m -2/5 32; level:1 n 5/5 32; level:1 m -2/-2 9");
    expect_contributions(ROWS USUAL, &alone, "p m -2/5 32");
}

static void what_brought_nothing_says_nothing(void)
{
    FiguresAsk ask = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD, .indicators = "n"};
    FiguresAsk plan = ask, beside = ask, mean = ask;
    plan.bases = "plan";
    beside.bases = "unit:x3";
    mean.bases = "parent-mean";
    expect_contributions(ROWS "x1;n;2022;5;;\nx2;n;2022;5;;\nx1;n;2021;4;;\nx2;n;2021;6;;\n", &ask, "");
    expect_contributions(ROWS "x1;n;2022;5;;\nx1;n;2021;0;;\n", &ask, "");
    expect_contributions(ROWS "x1;n;2022;5;;\nx1;n;2021;-3;;\n", &ask, "");
    expect_contributions(ROWS "x1;n;2022;5;;\nx1;n;2021;3;;\nx2;n;2022;3;;\n", &ask, "");
    expect_contributions(ROWS "x1;n;2022;5;A+B;\nx2;n;2022;5;;\nx1;n;2021;3;;\nx2;n;2021;3;;\n", &ask, "");
    expect_contributions(ROWS "x1;n;2022;5;;\nx2;n;2022;5;;\nx1;n;2022;3;;kh\nx2;n;2022;3;;kh\n", &plan, "");
    expect_contributions(ROWS USUAL, &beside, "");
    expect_contributions(ROWS USUAL, &mean, "");
}

/* Some places are empty: a unit of which nothing is expected, indicators that one unit alone has. */
static void each_row_is_found_at_its_place(void)
{
    static const char *const sparse[] = {
        ROWS "x2;n;2022;5;;\nx3;m;2021;4;;\n",
        ROWS "x1;m;2022;5;;\nx1;n;2022;5;;\nx3;m;2021;4;;\n",
        ROWS USUAL,
    };
    for (size_t i = 0; i < sizeof sparse / sizeof sparse[0]; i++) {
        Figures figures = {"code;name;level;parent;kind;valid_to\np;Tỉnh;0;;;\nx1;Xã 1;1;p;xã;\nx2;Xã 2;1;p;xã;\nx3;Xã 3;1;p;xã;\n",
                           "code;name;nature;measure;formula;part_of;reporters\nz;Z;flow;đơn;;;0\nn;Đơn;flow;đơn;;;\ny;Y;flow;đơn;;;0\n"
                           "m;Đơn tố cáo;flow;đơn;;n;\nrate;Tỷ lệ;ratio;%;m / n;;\n",
                           sparse[i], "kh=kế hoạch", NULL, NULL};
        FiguresAsk ask = {.period = "2022", .by = QCDC_BY_CHILD, .bases = "same-period;plan;2020"};
        QcdcComparison *comparison = figures_compare(&figures, &ask);
        for (size_t row = 0; comparison != NULL && row < qcdc_comparison_get_count(comparison); row++) {
            RowPlace at = comparison_find_place(comparison, row);
            size_t found = SIZE_MAX;
            CU_ASSERT_PTR_NOT_NULL(comparison_row(comparison, at.subject, at.indicator, at.base, &found));
            CU_ASSERT_EQUAL(found, row);
        }
        qcdc_comparison_unref(comparison);
    }
}

static void wrong_calls_are_told(void)
{
    Figures figures = {UNITS, INDICATORS, ROWS USUAL, NULL, NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = "2022"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    QcdcContribution found;
    QcdcYears years;
    size_t count = qcdc_comparison_get_count(comparison);
    CU_ASSERT_EQUAL(qcdc_comparison_get_contribution(comparison, count, &found, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_get_contribution(NULL, 0, &found, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_get_contribution(comparison, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_get_years(comparison, count, &years, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_get_years(comparison, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_get_years(comparison, 0, &years, NULL), QCDC_STATUS_NOT_FOUND);
    qcdc_comparison_unref(comparison);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a contribution is explained", a_contribution_is_explained },
        {"parts by unit are of the unit, and others of their total", parts_by_unit_are_of_the_unit_and_others_of_their_total},
        {"what brought nothing says nothing", what_brought_nothing_says_nothing},
        {"each row is found at its place", each_row_is_found_at_its_place},
        {"wrong calls are told", wrong_calls_are_told},
    };
    return SUITE_RUN("comparison_contribution", tests, argc, argv);
}
