/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "suite.h"

#include <qcdc/memory.h>

#define UNITS "code;name;level;parent\np;Tỉnh A;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\n"
#define INDICATORS \
    "code;name;nature;measure;decimals;formula;name_en\n" \
    "n;Đơn nhận;flow;đơn;;;Petitions\n" \
    "m;Đơn giải quyết;flow;đơn;;;\n" \
    "left;Còn lại;closing;đơn;;;\n" \
    "open;Chuyển sang;opening;đơn;;;\n" \
    "rate;Tỷ lệ;ratio;%;;m / n;\n" \
    "seen;Tỷ lệ khảo sát;ratio;%;1;;\n" \
    "rank;Hạng;rank;bậc;;;\n" \
    "score;Điểm;score;điểm;1;;\n" \
    "units;Đơn vị;distinct;đơn vị;;;\n" \
    "red;Đơn\x1b[31m;flow;đơn;;;\n"
#define ROWS "unit;indicator;period;value;obs_status;scope;hedge\n"

static const Figures figures = {UNITS, INDICATORS,
                                ROWS "x1;n;2022-01;1200\nx1;n;2022-02;20\nx1;n;2022-Q2;50;;;trên\nx2;n;2022-01;3\np;n;2022-02;99;;total\n"
                                     "x1;m;2022-01;5\nx2;m;2022-02;1\nx1;left;2022-01;4\nx1;open;2022-01;6\nx1;rank;2022-02;7\n"
                                     "x1;score;2022-02;7\nx1;seen;2022-02;7\nx1;units;2022-02;7\nx2;m;2022-03;;M\nx2;n;2022-03;0\n",
                                NULL, NULL, NULL};

typedef struct ExplainCase {
    const char *unit, *indicator, *period;
    QcdcLanguage language;
    const char *parts[8]; /* stand in the text, in this order */
} ExplainCase;

static char *explain(QcdcCube *cube, const ExplainCase *at)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    QcdcUnitId unit = 0;
    QcdcIndicatorId indicator = 0;
    QcdcError error = {0};
    char *text = NULL;
    figures_check(qcdc_catalog_find_unit(catalog, at->unit, cells_period(at->period), &unit, &error), &error);
    figures_check(qcdc_catalog_find_indicator(catalog, at->indicator, &indicator, &error), &error);
    figures_check(qcdc_cube_explain(cube, unit, indicator, cells_period(at->period), at->language, &text, &error), &error);
    return text;
}

static void expect_words(const ExplainCase *cases, size_t count, QcdcMissing missing)
{
    QcdcCube *cube = figures_make_cube(&figures, missing);
    for (size_t i = 0; i < count && cube != NULL; i++) {
        char *text = explain(cube, &cases[i]), *at = text;
        for (size_t part = 0; part < 8 && cases[i].parts[part] != NULL && at != NULL; part++) {
            at = strstr(at, cases[i].parts[part]);
            if (at == NULL)
                printf("# no \"%s\" in:\n# %s\n", cases[i].parts[part], text);
        }
        CU_ASSERT_PTR_NOT_NULL(at);
        qcdc_free(text);
    }
    qcdc_cube_unref(cube);
}

#define EXPECT_WORDS(cases, missing) expect_words((cases), sizeof(cases) / sizeof(cases)[0], (missing))

static void rows_and_rules_are_named(void)
{
    static const ExplainCase cases[] = {
        {"p", "n", "2022-01", QCDC_LANGUAGE_VI,
         {"Tỉnh A; Đơn nhận; tháng 1 năm 2022: 1.203 đơn\n", "Cộng số liệu", "(S11)", "2/2", "observations:2: Xã 1", "1.200\n",
          "observations:5: Xã 2"}},
        {"p", "n", "2022-02", QCDC_LANGUAGE_VI, {"99 đơn", "Số tổng hợp toàn địa bàn", "1/2", "observations:6: Tỉnh A"}},
        {"x1", "n", "2022-Q2", QCDC_LANGUAGE_VI, {": trên 50 đơn", "kỳ dài hơn", "observations:4: Xã 1, quý II năm 2022: trên 50"}},
        {"x1", "n", "2022-Q1", QCDC_LANGUAGE_EN,
         {"Xã 1; Petitions; Q1 2022: 1,220 đơn", "not complete", "shortest complete", "2/3", "observations:2", "observations:3", "Missing:",
          "March 2022"}},
        {"x1", "left", "2022-Q1", QCDC_LANGUAGE_VI, {"chưa có số liệu", "kỳ con cuối cùng (S17)", "Còn thiếu:", "Xã 1, tháng 3 năm 2022"}},
        {"x1", "open", "2022", QCDC_LANGUAGE_VI, {"6 đơn", "kỳ con đầu tiên (S17)", "observations:10"}},
        {"x2", "m", "2022-03", QCDC_LANGUAGE_VI, {"không thuộc phạm vi báo cáo"}},
    };
    EXPECT_WORDS(cases, QCDC_MISSING_DEFAULT);
}

static void names_stay_on_their_line(void)
{
    static const ExplainCase cases[] = {{"x1", "red", "2022-01", QCDC_LANGUAGE_VI, {"Xã 1; Đơn\xEF\xBF\xBD[31m; "}}};
    EXPECT_WORDS(cases, QCDC_MISSING_DEFAULT);
}

static void a_carried_value_is_named(void)
{
    static const ExplainCase cases[] = {
        {"x1", "left", "2022-02", QCDC_LANGUAGE_VI, {"4 đơn", "gần nhất đã biết", "observations:9", "Còn thiếu:", "tháng 2 năm 2022"}},
        {"x1", "left", "2022-Q1", QCDC_LANGUAGE_EN, {"4 đơn", "last known one", "observations:9", "Missing:", "March 2022"}},
    };
    EXPECT_WORDS(cases, QCDC_MISSING_CARRY);
}

static void refusals_are_in_words(void)
{
    static const ExplainCase cases[] = {
        {"p", "rank", "2022-02", QCDC_LANGUAGE_VI, {"Thứ hạng không cộng được"}},
        {"p", "score", "2022-02", QCDC_LANGUAGE_VI, {"Điểm số không cộng được"}},
        {"p", "seen", "2022-02", QCDC_LANGUAGE_VI, {"Tỷ lệ không có công thức nên không cộng được"}},
        {"x1", "units", "2022-Q1", QCDC_LANGUAGE_VI, {"không cộng được theo thời gian"}},
        {"p", "rank", "2022-02", QCDC_LANGUAGE_EN, {"Ranks cannot be added"}},
        {"x1", "rank", "2022-02", QCDC_LANGUAGE_EN, {"The unit's own figure", "observations:11"}},
    };
    EXPECT_WORDS(cases, QCDC_MISSING_DEFAULT);
}

static void formulas_tell_their_terms(void)
{
    static const ExplainCase cases[] = {
        {"x1", "rate", "2022-01", QCDC_LANGUAGE_VI, {"5/1.200 = 0,4 %", "m / n", "- Đơn giải quyết, kỳ này: 5 đơn", "- Đơn nhận, kỳ này: 1.200"}},
        {"p", "rate", "2022-01", QCDC_LANGUAGE_VI, {"5/1.200", "Chỉ tính 1 đơn vị"}},
        {"x2", "rate", "2022-03", QCDC_LANGUAGE_VI, {"không thuộc phạm vi báo cáo"}},
    };
    EXPECT_WORDS(cases, QCDC_MISSING_DEFAULT);
}

/* D42: who is not to report, when, and why */
static void exceptions_are_told_with_their_reason(void)
{
    FiguresMore more = {.exceptions = "unit;indicator;valid_from;valid_to;reason\nx1;n;2022-03-01;2022-04-30;bão\nx2;*;2022-02-01;2022-02-28;\n"};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    static const struct {
        const char *unit, *period, *has, *lacks;
        QcdcLanguage language;
    } cases[] = {
        {"x1", "2022-Q1", "Không phải báo cáo (S18):\n- Xã 1, tháng 3 năm 2022: bão\n", "Còn thiếu", QCDC_LANGUAGE_VI},
        {"p", "2022-Q1", "- Xã 1, tháng 3 năm 2022: bão\n- Xã 2, tháng 2 năm 2022\n", "tháng 3 năm 2022 …", QCDC_LANGUAGE_VI},
        {"x1", "2022", "Not to report (S18):\n- Xã 1, March 2022 … April 2022: bão\n", "phải", QCDC_LANGUAGE_EN},
        {"x1", "2022-01", "Xã 1", "báo cáo (S18):", QCDC_LANGUAGE_VI},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcUnitId unit;
        QcdcPeriod period = cells_period(cases[i].period);
        char *text = NULL;
        QcdcIndicatorId indicator;
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_find_unit(qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube)), cases[i].unit, period, &unit, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_find_indicator(qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube)), "n", &indicator, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_cube_explain(cube, unit, indicator, period, cases[i].language, &text, NULL), QCDC_OK);
        if (strstr(text, cases[i].has) == NULL || strstr(text, cases[i].lacks) != NULL)
            printf("# %s %s:\n%s", cases[i].unit, cases[i].period, text);
        CU_ASSERT(strstr(text, cases[i].has) != NULL && strstr(text, cases[i].lacks) == NULL);
        qcdc_free(text);
    }
    qcdc_cube_unref(cube);
}

static void mistakes_of_the_caller_are_told(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcPeriod period = cells_period("2022");
    char *text = NULL;
    CU_ASSERT_EQUAL(qcdc_cube_explain(cube, 99, 0, period, QCDC_LANGUAGE_VI, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_explain(cube, 0, 99, period, QCDC_LANGUAGE_VI, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_explain(cube, 0, 0, period, QCDC_LANGUAGE_END, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_explain(cube, 0, 0, cells_period("1999"), QCDC_LANGUAGE_VI, &text, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_cube_explain(NULL, 0, 0, period, QCDC_LANGUAGE_VI, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_explain(cube, 0, 0, period, QCDC_LANGUAGE_VI, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(text);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"rows and rules are named", rows_and_rules_are_named},
        {"names stay on their line", names_stay_on_their_line},
        {"a carried value is named (S17)", a_carried_value_is_named},
        {"refusals are in words (S5)", refusals_are_in_words},
        {"formulas tell their terms (S6)", formulas_tell_their_terms},
        {"exceptions are told with their reason (D42)", exceptions_are_told_with_their_reason},
        {"mistakes of the caller are told", mistakes_of_the_caller_are_told},
    };
    return SUITE_RUN("explain", tests, argc, argv);
}
