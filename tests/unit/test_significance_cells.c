/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/significance.h>

#include <math.h>

#include "expect.h"
#include "figures.h"
#include "suite.h"

#define UNITS "code;name;level;parent\np;Tỉnh;0;\na;A;1;p\nb;B;1;p\n"

#define INDICATORS \
    "code;name;nature;measure;formula;decimals\n" \
    "n;Đơn;flow;đơn;;\n" \
    "done;Xong;flow;đơn;;\n" \
    "ha;Diện tích;flow;ha;;1\n" \
    "s;Hộ;stock;hộ;;\n" \
    "rate;Tỷ lệ;ratio;%;done / n;\n" \
    "back;Ngược;ratio;%;n / done;\n"

#define ROWS "unit;indicator;period;value;obs_status\n"

/* "n counts; rate proportions": of each row that is something. */
static void expect_kinds(const char *observations, const FiguresAsk *ask, const char *expected)
{
    Figures figures = {UNITS, INDICATORS, observations, NULL, NULL, NULL};
    QcdcComparison *comparison = figures_compare(&figures, ask);
    size_t count = qcdc_comparison_get_count(comparison);
    QcdcSignificance results[64];
    char text[512] = "";
    CU_ASSERT_FATAL(count <= 64);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, count, 0, results, NULL) == QCDC_OK);
    for (size_t i = 0; i < count; i++) {
        QcdcComparisonRow row;
        size_t length = strlen(text);
        CU_ASSERT(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL) == QCDC_OK);
        if (results[i].kind != QCDC_SIGNIFICANCE_NONE)
            snprintf(text + length, sizeof text - length, "%s%s %s %s", length > 0 ? "; " : "", row.unit_code,
                     qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(comparison), row.indicator, QCDC_INDICATOR_CODE),
                     qcdc_significance_kind_to_name((QcdcSignificanceKind)results[i].kind));
    }
    expect_text(observations, text, expected);
    qcdc_comparison_unref(comparison);
}

#define BOTH "a;n;2021;10;\na;n;2022;25;\nb;n;2021;4;\nb;n;2022;5;\na;done;2021;9;\na;done;2022;20;\nb;done;2021;4;\nb;done;2022;4;\n"

static void test_kinds(void)
{
    FiguresAsk year = {.unit = "p", .period = "2022"}, parts = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD, .indicators = "n"};
    FiguresAsk other = {.unit = "a", .period = "2022", .bases = "unit:b"}, half = {.unit = "p", .period = "2022", .bases = "2021-S1"};
    FiguresAsk years = {.unit = "p", .period = "2021/P2Y", .bases = "2018/P3Y"};
    expect_kinds(ROWS BOTH, &year, "p n counts; p done counts; p rate proportions"); /* of no whole is more than all a part */
    expect_kinds(ROWS BOTH, &parts, "p n counts; a n counts; b n counts");
    expect_kinds(ROWS BOTH, &other, "");
    expect_kinds(ROWS BOTH "a;n;2021-S1;3;\nb;n;2021-S1;3;\n", &half, ""); /* spans of other lengths */
    expect_kinds(ROWS "a;n;2018;3;\nb;n;2018;3;\na;n;2019;3;\nb;n;2019;3;\na;n;2020;3;\nb;n;2020;3;\n" BOTH, &years, "");
    expect_kinds(ROWS "a;s;2021;10;\na;s;2022;25;\nb;s;2021;4;\nb;s;2022;5;\n", &year, "");
    expect_kinds(ROWS "a;ha;2021;10.5;\na;ha;2022;25.0;\nb;ha;2021;4.0;\nb;ha;2022;5.0;\n", &year, "");
    expect_kinds(ROWS "a;ha;2021;10.0;\na;ha;2022;25.0;\nb;ha;2021;4.0;\nb;ha;2022;5.0;\n", &year, "p ha counts");
    expect_kinds(ROWS "a;n;2021;-1;\na;n;2022;25;\nb;n;2021;0;\nb;n;2022;5;\n", &year, "");
}

/* A figure of others, estimated, defined otherwise or missing counts other events; one that is provisional counts. */
static void test_statuses(void)
{
    FiguresAsk year = {.unit = "p", .period = "2022", .indicators = "n"};
    expect_kinds(ROWS "a;n;2021;10;\na;n;2022;25;\nb;n;2022;5;\n", &year, "");
    expect_kinds(ROWS "a;n;2021;10;\na;n;2022;25;E\nb;n;2021;4;\nb;n;2022;5;\n", &year, "");
    expect_kinds(ROWS "a;n;2021;10;\na;n;2022;25;A+B\nb;n;2021;4;\nb;n;2022;5;\n", &year, "");
    expect_kinds(ROWS "a;n;2021;10;\na;n;2022;25;P\nb;n;2021;4;\nb;n;2022;5;\n", &year, "p n counts");
    expect_kinds(ROWS "a;n;2022;25;\nb;n;2022;5;\n", &year, "");
}

/* Of each row what its two figures give alone. */
static void test_numbers(void)
{
    Figures figures = {UNITS, INDICATORS, ROWS BOTH, NULL, NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = "2022"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    size_t count = qcdc_comparison_get_count(comparison);
    QcdcSignificance results[64], counts, shares;
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, count, 0.9, results, NULL) == QCDC_OK);
    qcdc_significance_of_counts(30, 14, 0.9, &counts, NULL);
    qcdc_significance_of_proportions(24, 30, 13, 14, 0.9, &shares, NULL);
    for (size_t i = 0; i < count; i++) {
        QcdcComparisonRow row;
        qcdc_comparison_read_rows(comparison, i, 1, &row, NULL);
        if (results[i].kind == QCDC_SIGNIFICANCE_PROPORTIONS)
            CU_ASSERT(memcmp(&results[i], &shares, sizeof shares) == 0);
        if (results[i].kind == QCDC_SIGNIFICANCE_COUNTS && row.indicator == 0)
            CU_ASSERT(memcmp(&results[i], &counts, sizeof counts) == 0);
    }
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, count + 1, 0, results, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, count, 1, results, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_read_significance(NULL, 0, 0, 0, results, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, 1, 0, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, 0, 0, NULL, NULL) == QCDC_OK);
    qcdc_comparison_unref(comparison);
}

/* Rows past the end are refused before the first of them is read. */
static void test_rows_past_the_end(void)
{
    static const char head[] = UNITS;
    char units[4000];
    int length = snprintf(units, sizeof units, "%s", head);
    for (int i = 0; i < 100; i++)
        length += snprintf(units + length, sizeof units - (size_t)length, "u%d;U;1;p\n", i);
    Figures figures = {units, INDICATORS, ROWS BOTH, NULL, NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD, .indicators = "n"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    size_t count = qcdc_comparison_get_count(comparison);
    static QcdcSignificance results[200];
    CU_ASSERT_FATAL(count > 64 && count < 199);
    for (size_t i = 0; i < 200; i++)
        results[i].level = 7;
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 0, count + 1, 0, results, NULL) == QCDC_STATUS_ARGUMENT && results[0].level == 7);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, count + 1, 0, 0, results, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 1, SIZE_MAX, 0, results, NULL) == QCDC_STATUS_ARGUMENT && results[0].level == 7);
    CU_ASSERT(qcdc_comparison_read_significance(comparison, 1, count - 1, 0, results, NULL) == QCDC_OK);
    qcdc_comparison_unref(comparison);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"flows of whole numbers are counts, shares by formula proportions", test_kinds},
        {"what counts other events is not held against them", test_statuses},
        {"a row has what its figures give alone", test_numbers},
        {"rows past the end leave the place as it was", test_rows_past_the_end},
    };
    return SUITE_RUN("significance-cells", tests, argc, argv);
}
