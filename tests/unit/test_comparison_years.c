/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <inttypes.h>
#include <qcdc/memory.h>

#include "analysis/comparison-private.h"
#include "expect.h"
#include "failing-memory.h"
#include "figures.h"
#include "suite.h"

#define INDICATORS \
    "code;name;nature;measure;formula\n" \
    "n;Đơn;flow;đơn;\n" \
    "s;Hộ;stock;hộ;\n" \
    "sum;Cộng;flow;đơn;n + n\n" \
    "mixed;Lẫn;flow;đơn;n + s\n" \
    "rate;Tỷ lệ;ratio;%;n / s\n" \
    "rank;Hạng;rank;bậc;\n"

#define ROWS "unit;indicator;period;value;obs_status\n"

#define USUAL \
    "p;n;2015;10;\np;n;2016;11;\np;n;2017;12;\np;n;2018;13;\n" \
    "p;s;2015;100;\np;s;2016;110;\np;s;2017;120;\np;s;2018;130;\np;rank;2016/P3Y;4;\n"

/* "n 10 13 36 3 mean growth": first, last, total, years; rows without years or figure are left out. */
static void expect_years(const char *observations, const char *period, const char *expected)
{
    Figures figures = {"code;name;level\np;Tỉnh;0\n", INDICATORS, observations, NULL, NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = period, .bases = "previous"};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    char text[1024] = "";
    for (size_t i = 0; comparison != NULL && i < qcdc_comparison_get_count(comparison); i++) {
        QcdcComparisonRow row;
        QcdcYears years = {.years = 77};
        size_t length = strlen(text);
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL), QCDC_OK);
        QcdcStatus status = qcdc_comparison_get_years(comparison, i, &years, NULL);
        CU_ASSERT(status == QCDC_OK || (status == QCDC_STATUS_NOT_FOUND && years.years == 77));
        if (status == QCDC_OK && years.total.state == QCDC_FIGURE_VALUED)
            snprintf(text + length, sizeof text - length, "%s%s %" PRId64 " %" PRId64 " %" PRId64 " %u%s%s", length > 0 ? "; " : "",
                     qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(comparison), row.indicator, QCDC_INDICATOR_CODE),
                     years.first.value.coefficient, years.last.value.coefficient, years.total.value.coefficient,
                     (unsigned)years.years, years.has_mean ? " mean" : "", years.has_growth ? " growth" : "");
    }
    expect_text(period, text, expected);
    qcdc_comparison_unref(comparison);
}

static void a_span_has_its_years(void)
{
    expect_years(ROWS USUAL, "2016/P3Y",
                 "n 10 13 36 3 mean growth; s 100 130 130 3 growth; sum 20 26 72 3 mean growth; mixed 110 143 166 3 growth");
    expect_years(ROWS USUAL, "2017/P2Y",
                 "n 11 13 25 2 mean growth; s 110 130 130 2 growth; sum 22 26 50 2 mean growth; mixed 121 143 155 2 growth");
    expect_years(ROWS USUAL, "2018", "");
}

static void expect_explained(const Figures *figures, const FiguresAsk *ask, size_t row, QcdcLanguage language, const char *wanted)
{
    QcdcComparison *comparison = figures_compare(figures, ask);
    char *text = NULL;
    expect_number(wanted, qcdc_comparison_explain_row(comparison, row, language, &text, NULL), QCDC_OK);
    expect(text != NULL && strstr(text, wanted) != NULL, wanted, text);
    qcdc_free(text);
    qcdc_comparison_unref(comparison);
}

/* What a sentence says beside the difference is explained too (S25, W21, W22, W24). */
static void what_is_said_is_explained(void)
{
    Figures spans = {"code;name;level\np;Tỉnh;0\n", INDICATORS, ROWS USUAL, NULL, NULL, NULL};
    Figures parts = {"code;name;level;parent;valid_from;valid_to\np;Tỉnh;0;;;\na;A;1;p;;\nb;B;1;p;2022-03-01;\nc;C;1;p;;2021-12-31\n",
                     "code;name;nature;measure\nn;Đơn;flow;đơn\n",
                     ROWS "a;n;2021;10;\na;n;2022;25;\nb;n;2022;5;\nc;n;2021;4;\n", NULL, NULL, NULL};
    FiguresAsk span = {.unit = "p", .period = "2016/P3Y", .bases = "previous", .indicators = "n"};
    FiguresAsk list = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD}, common = {.unit = "p", .period = "2022", .basis = QCDC_BASIS_COMMON};
    FiguresAsk listed = {.unit = "p", .period = "2022", .by = QCDC_BY_CHILD, .basis = QCDC_BASIS_COMMON};
    expect_explained(&spans, &span, 0, QCDC_LANGUAGE_EN, "Mean per year (S25): 36 / years 3\nGeometric growth (S25): from 10 (2015) → 13 (2018), years 3\n");
    expect_explained(&spans, &span, 0, QCDC_LANGUAGE_VI, "Bình quân mỗi năm (S25): 36 / số năm 3\n");
    expect_explained(&parts, &listed, 1, QCDC_LANGUAGE_EN, "Contribution (S25): change of the part 15; of the whole 15; base of the whole 10\n");
    expect_explained(&parts, &list, 2, QCDC_LANGUAGE_EN, "The unit is in force from 2022-03-01\n");
    expect_explained(&parts, &list, 3, QCDC_LANGUAGE_EN, "The unit is no longer in force from 2022-01-01\n");
    expect_explained(&parts, &common, 0, QCDC_LANGUAGE_VI, "Tính trên các đơn vị có số liệu của cả hai kỳ (S23).\n");
}

/* Neither from 0 nor below, nor across a break, nor from what is not there. */
static void growth_has_two_figures_above_zero(void)
{
    expect_years(ROWS "p;n;2016;11;\np;n;2017;12;\n", "2016/P2Y", "n 0 12 23 2 mean; sum 0 24 46 2 mean");
    expect_years(ROWS "p;n;2015;0;\np;n;2016;11;\np;n;2017;12;\n", "2016/P2Y", "n 0 12 23 2 mean; sum 0 24 46 2 mean");
    expect_years(ROWS "p;n;2015;-5;\np;n;2016;11;\np;n;2017;12;\n", "2016/P2Y", "n -5 12 23 2 mean; sum -10 24 46 2 mean");
    expect_years(ROWS "p;n;2015;5;\np;n;2016;11;A+B\np;n;2017;12;\n", "2016/P2Y", "n 5 12 23 2 mean; sum 10 24 46 2 mean");
    expect_years(ROWS "p;n;2015;5;\np;n;2016;11;\n", "2016/P2Y", "n 5 0 11 2 mean; sum 10 0 22 2 mean");
}

/* Every allocation of a comparison may fail, and so may those of its years. */
static void failing_memory_is_told(void)
{
    Figures figures = {"code;name;level\np;Tỉnh;0\n", INDICATORS, ROWS USUAL, NULL, NULL, NULL};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const QcdcBaseOption base = {QCDC_BASE_PREVIOUS, NULL, NULL, NULL};
    QcdcSelection selection = {.size = sizeof selection, .unit = "p", .period = "2016/P3Y", .bases = &base, .base_count = 1};
    QcdcStatus status = QCDC_STATUS_MEMORY;
    for (long most = 0; status == QCDC_STATUS_MEMORY && most < 100000; most++) {
        QcdcComparison *comparison = NULL;
        QcdcYears years;
        allowed = most;
        status = qcdc_cube_compare(cube, &selection, &comparison, NULL);
        for (size_t row = 0; status == QCDC_OK && row < 3; row++)
            status = qcdc_comparison_get_years(comparison, row, &years, NULL);
        allowed = -1;
        qcdc_comparison_unref(comparison);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"what is said is explained (S25, W21, W22, W24)", what_is_said_is_explained},
        {"a span has its years", a_span_has_its_years},
        {"growth has two figures above zero", growth_has_two_figures_above_zero},
        {"failing memory is told", failing_memory_is_told},
    };
    return SUITE_RUN("comparison_years", tests, argc, argv);
}
