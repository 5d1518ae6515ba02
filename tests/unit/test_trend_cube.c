/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include <math.h>

#include "cells.h"
#include "failing-memory.h"
#include "suite.h"

gpointer g_try_malloc_n(gsize count, gsize size)
{
    return is_allowed() && (size == 0 || count <= SIZE_MAX / size) ? malloc(count * size + 1) : NULL;
}

/* x1 has twenty years but for 2008, x2 three of them, x3 two; x4 is estimated, breaks in 2012 and ends with another definition; what is above
 * them is never whole. */
static const char units[] = "code;name;level;parent\np;Tỉnh;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\nx3;Xã 3;1;p\nx4;Xã 4;1;p\n";
static const char indicators[] = "code;name;nature;measure;formula\nn;Đơn;flow;đơn;\nm;Đơn đúng hạn;flow;đơn;\nr;Tỷ lệ;ratio;%;m/n\n";

static char observations[16384];

static void add_row(const char *unit, const char *indicator, int year, double value, const char *status)
{
    char line[80];
    snprintf(line, sizeof line, "%s;%s;%d;%.0f;%s\n", unit, indicator, year, value, status);
    strcat(observations, line);
}

static QcdcCube *make_cube(void)
{
    const Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    strcpy(observations, "unit;indicator;period;value;obs_status\n");
    for (int year = 2001; year <= 2020; year++) {
        if (year != 2008)
            add_row("x1", "n", year, 100 + 3 * (year - 2001) + year * 7 % 3, year % 2 == 0 ? "A" : "P");
        add_row("x1", "m", year, 50, "A");
        if (year > 2017)
            add_row("x2", "n", year, 2 * year, "A");
        if (year > 2018)
            add_row("x3", "n", year, year, "A");
        add_row("x4", "n", year, year < 2012 ? 5 : 1000 - 5 * (year - 2001), year == 2012 ? "A+B" : year == 2014 ? "E" : year == 2020 ? "A+D" : "A");
    }
    return figures_make_cube(&figures, QCDC_MISSING_PARTIAL);
}

static void test_every_unit(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId asked[] = {1, 2, 3, 4, 0};
    QcdcIndicatorId of[] = {0, 0, 0, 0, 0};
    QcdcCubeTrend trends[5], again[5];
    CU_ASSERT(qcdc_cube_read_trends(cube, asked, of, 5, cells_period("2001"), cells_period("2020"), NULL, trends, NULL) == QCDC_OK);
    CU_ASSERT(trends[0].state == QCDC_TREND_STATE_GIVEN && trends[0].periods == 20 && trends[0].used == 19 && trends[0].left_out == 0);
    CU_ASSERT(fabs(trends[0].trend.slope - 3) < 0.1 && trends[0].trend.used == 19 && trends[0].test.used == 19 && trends[0].test.chance < 1e-6);
    CU_ASSERT(trends[1].state == QCDC_TREND_STATE_GIVEN && trends[1].used == 3 && trends[1].trend.slope == 2 && isinf(trends[1].trend.high));
    CU_ASSERT(trends[1].trend.intercept == 2 * 2001); /* time 0 is the first period */
    CU_ASSERT(trends[2].state == QCDC_TREND_STATE_FEW && trends[2].used == 2 && trends[2].trend.method == 0 && trends[2].test.used == 0);
    CU_ASSERT(trends[3].state == QCDC_TREND_STATE_GIVEN && trends[3].used == 7 && trends[3].left_out == 13 && trends[3].trend.slope == -5);
    CU_ASSERT(trends[4].state == QCDC_TREND_STATE_FEW && trends[4].used < 3 && trends[4].left_out > 16);
    CU_ASSERT(qcdc_cube_read_trends(cube, asked, of, 5, cells_period("2001"), cells_period("2020"), NULL, again, NULL) == QCDC_OK);
    CU_ASSERT(memcmp(trends, again, sizeof trends) == 0);
    qcdc_cube_unref(cube);
}

/* Of a ratio by formula the percentage; periods that the cube does not hold are without an observation. */
static void test_ratios_and_periods(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId unit = 1;
    QcdcIndicatorId ratio = 2;
    QcdcCubeTrend trend;
    QcdcTrendOptions options = {.method = QCDC_TREND_ROBUST, .level = 0.9};
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &ratio, 1, cells_period("1998"), cells_period("2022"), &options, &trend, NULL) == QCDC_OK);
    CU_ASSERT(trend.state == QCDC_TREND_STATE_GIVEN && trend.periods == 25 && trend.used == 19);
    CU_ASSERT(trend.trend.slope < -0.5 && trend.trend.slope > -1.5 && trend.trend.method == QCDC_TREND_ROBUST && trend.trend.level == 0.9);
    CU_ASSERT(trend.trend.intercept > 40 && trend.trend.intercept < 60);
    qcdc_cube_unref(cube);
}

/* Months are held against the same months: what January always adds is no trend. */
static void test_months(void)
{
    const Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    QcdcUnitId unit = 1;
    QcdcIndicatorId count = 0;
    QcdcCubeTrend trend;
    QcdcTrendOptions all = {.season = 1};
    strcpy(observations, "unit;indicator;period;value\n");
    for (int month = 0; month < 42; month++) {
        char line[80];
        snprintf(line, sizeof line, "x1;n;%d-%02d;%d\n", 2020 + month / 12, month % 12 + 1, 100 + 20 * (month % 12) + month / 12);
        strcat(observations, line);
    }
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &count, 1, cells_period("2020-01"), cells_period("2023-06"), NULL, &trend, NULL) == QCDC_OK);
    CU_ASSERT(trend.used == 42 && fabs(trend.trend.slope - 1 / 12.0) < 1e-12);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &count, 1, cells_period("2020-01"), cells_period("2023-06"), &all, &trend, NULL) == QCDC_OK);
    CU_ASSERT(fabs(trend.trend.slope - 1 / 12.0) > 0.5);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &count, 1, cells_period("2020-Q1"), cells_period("2023-Q2"), NULL, &trend, NULL) == QCDC_OK);
    CU_ASSERT(trend.used == 14 && fabs(trend.trend.slope - 3 / 4.0) < 1e-12);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &count, 1, cells_period("2020"), cells_period("2023"), NULL, &trend, NULL) == QCDC_OK);
    CU_ASSERT(trend.used == 3 && trend.left_out == 1); /* 2023 is not whole */
    qcdc_cube_unref(cube);
}

/* A step of every unit at a known break, which the flag of a break does not cut off. */
static void test_level_changes(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId asked[] = {1, 3, 4};
    QcdcIndicatorId of[] = {0, 0, 0};
    QcdcCubeLevelChange changes[3];
    QcdcError error = {0};
    QcdcPeriod first = cells_period("2001"), last = cells_period("2020");
    CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, 3, first, last, cells_period("2012"), NULL, changes, NULL) == QCDC_OK);
    CU_ASSERT(changes[0].state == QCDC_TREND_STATE_GIVEN && changes[0].used == 19 && changes[0].change.used_before == 10 && changes[0].change.used_after == 9);
    CU_ASSERT(changes[0].change.low < 0 && changes[0].change.high > 0 && fabs(changes[0].change.slope - 3) < 0.3);
    CU_ASSERT(changes[1].state == QCDC_TREND_STATE_FEW && changes[1].used == 2 && changes[1].change.used_before == 0);
    CU_ASSERT(changes[2].state == QCDC_TREND_STATE_GIVEN && changes[2].used == 18 && changes[2].left_out == 2 && changes[2].change.low > 900 && changes[2].change.high < 960);
    CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, 3, first, last, cells_period("2021"), NULL, changes, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(error.text, "break \"2021\" is none of the periods from the first to the last; it is the first one of the new level");
    CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, 3, first, last, cells_period("2012-01"), NULL, changes, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, 3, first, last, cells_period("2012"), NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    qcdc_cube_unref(cube);
}

/* Who works a series out is not seen in what comes of it. */
static void test_threads(void)
{
    enum { COUNT = 12 };
    QcdcCube *cube = make_cube();
    QcdcUnitId asked[COUNT];
    QcdcIndicatorId of[COUNT];
    QcdcPeriod first = cells_period("2001"), last = cells_period("2020"), at = cells_period("2012");
    QcdcCubeTrend trends[COUNT], trends_again[COUNT];
    QcdcCubeLevelChange changes[COUNT], changes_again[COUNT];
    QcdcTrendOptions options = {.method = QCDC_TREND_ROBUST, .threads = 64};
    for (size_t i = 0; i < COUNT; i++)
        asked[i] = (QcdcUnitId)(i * 3 % 5), of[i] = (QcdcIndicatorId)(i % 3);
    CU_ASSERT(qcdc_cube_read_trends(cube, asked, of, COUNT, first, last, &options, trends, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, COUNT, first, last, at, &options, changes, NULL) == QCDC_OK);
    for (options.threads = 0; options.threads < 9; options.threads++) {
        memset(trends_again, 7, sizeof trends_again);
        memset(changes_again, 7, sizeof changes_again);
        CU_ASSERT(qcdc_cube_read_trends(cube, asked, of, COUNT, first, last, &options, trends_again, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, COUNT, first, last, at, &options, changes_again, NULL) == QCDC_OK);
        CU_ASSERT(memcmp(trends, trends_again, sizeof trends) == 0);
        CU_ASSERT(memcmp(changes, changes_again, sizeof changes) == 0);
    }
    options.threads = 65;
    CU_ASSERT(qcdc_cube_read_trends(cube, asked, of, COUNT, first, last, &options, trends, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_level_changes(cube, asked, of, COUNT, first, last, at, &options, changes, NULL) == QCDC_STATUS_ARGUMENT);
    qcdc_cube_unref(cube);
}

/* Whichever allocation fails, that is told and nothing is written. */
static void test_no_memory(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId unit = 1;
    QcdcIndicatorId indicator = 0;
    QcdcPeriod first = cells_period("2001"), last = cells_period("2020"), at = cells_period("2012");
    long turn = 0;
    for (QcdcStatus status = QCDC_STATUS_MEMORY; status != QCDC_OK; turn++) {
        QcdcCubeTrend trend = {.used = 77};
        QcdcError error = {0};
        allowed = turn;
        status = qcdc_cube_read_trends(cube, &unit, &indicator, 1, first, last, NULL, &trend, &error);
        allowed = -1;
        CU_ASSERT(status == QCDC_OK ? trend.used == 19 : status == QCDC_STATUS_MEMORY && trend.used == 77 && error.status == QCDC_STATUS_MEMORY);
    }
    CU_ASSERT(turn > 8);
    turn = 0;
    for (QcdcStatus status = QCDC_STATUS_MEMORY; status != QCDC_OK; turn++) {
        QcdcCubeLevelChange change = {.used = 77};
        QcdcError error = {0};
        allowed = turn;
        status = qcdc_cube_read_level_changes(cube, &unit, &indicator, 1, first, last, at, NULL, &change, &error);
        allowed = -1;
        CU_ASSERT(status == QCDC_OK ? change.used == 19 : status == QCDC_STATUS_MEMORY && change.used == 77 && error.status == QCDC_STATUS_MEMORY);
    }
    CU_ASSERT(turn > 7);
    qcdc_cube_unref(cube);
}

static void expect_told(const QcdcCubeLevelChange *change, QcdcLanguage language, const char *words)
{
    char buffer[512];
    CU_ASSERT(qcdc_cube_level_change_explain(change, language, buffer, sizeof buffer) == strlen(words));
    CU_ASSERT_STRING_EQUAL(buffer, words);
}

static void test_level_change_words(void)
{
    QcdcCubeLevelChange change = {.change = {.change = -8, .low = -11.5, .high = -4.5, .level = 0.9, .used_before = 5, .used_after = 7}, .periods = 13, .used = 12};
    change.state = QCDC_TREND_STATE_GIVEN;
    expect_told(&change, QCDC_LANGUAGE_VI, "Từ mốc thay đổi, mức chung giảm 8,00 (khoảng tin cậy 90%: -11,5 đến -4,50), theo 5 giá trị trước và 7 giá trị sau; ước tính tham khảo.");
    change.state = QCDC_TREND_STATE_FEW;
    expect_told(&change, QCDC_LANGUAGE_VI,
                "Chưa tính được thay đổi của mức chung: số liệu trước và từ mốc thay đổi chưa đủ để tách riêng thay đổi này, đã dùng 12.");
    expect_told(&change, QCDC_LANGUAGE_EN, "No change of level: the observations before the break and from it on do not tell it apart, used: 12.");
    change.state = QCDC_TREND_STATE_NONE;
    expect_told(&change, QCDC_LANGUAGE_EN, "");
    change.state = QCDC_TREND_STATE_END;
    expect_told(&change, QCDC_LANGUAGE_EN, "");
    expect_told(NULL, QCDC_LANGUAGE_EN, "");
}

/* The members are the same whether there is a result or not. */
static void test_json(void)
{
    QcdcCubeLevelChange change = {.change = {.change = -8, .low = -11.5, .high = HUGE_VAL, .level = 0.9, .used_before = 5, .used_after = 7}, .periods = 13};
    QcdcCubeTrend trend = {.periods = 9, .used = 4, .left_out = 1, .state = QCDC_TREND_STATE_UNSETTLED};
    char buffer[1024];
    change.state = QCDC_TREND_STATE_GIVEN;
    CU_ASSERT(qcdc_cube_level_change_to_json(&change, buffer, sizeof buffer) == strlen(buffer));
    CU_ASSERT_STRING_EQUAL(buffer, "{\"state\":\"given\",\"periods\":13,\"used\":0,\"left_out\":0,\"change\":-8,\"low\":-11.5,\"high\":null,\"error\":0,\"before\":0,"
                                   "\"slope\":0,\"slope_error\":0,\"spread\":0,\"level\":0.9,\"used_before\":5,\"used_after\":7}");
    change.state = QCDC_TREND_STATE_FEW;
    qcdc_cube_level_change_to_json(&change, buffer, sizeof buffer);
    CU_ASSERT_STRING_EQUAL(buffer, "{\"state\":\"few\",\"periods\":13,\"used\":0,\"left_out\":0,\"change\":null,\"low\":null,\"high\":null,\"error\":null,\"before\":null,"
                                   "\"slope\":null,\"slope_error\":null,\"spread\":null,\"level\":null,\"used_before\":null,\"used_after\":null}");
    CU_ASSERT(qcdc_cube_level_change_to_json(NULL, buffer, sizeof buffer) == 4);
    CU_ASSERT_STRING_EQUAL(buffer, "null");
    qcdc_cube_trend_to_json(&trend, buffer, sizeof buffer);
    CU_ASSERT_STRING_EQUAL(buffer, "{\"state\":\"unsettled\",\"periods\":9,\"used\":4,\"left_out\":1,\"line\":{\"method\":null,\"slope\":null,\"low\":null,\"high\":null,"
                                   "\"intercept\":null,\"slope_error\":null,\"intercept_error\":null,\"spread\":null,\"fit\":null,\"level\":null,\"used\":null},\"test\":"
                                   "{\"score\":null,\"variance\":null,\"tau\":null,\"chance\":null,\"level\":null,\"used\":null,\"is_exact\":null}}");
    trend.trend.used = 4;
    trend.trend.method = QCDC_TREND_ROBUST;
    qcdc_cube_trend_to_json(&trend, buffer, sizeof buffer);
    CU_ASSERT(strstr(buffer, "\"line\":{\"method\":\"robust\",\"slope\":0,") != NULL);
}

static void test_refusals(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId unit = 1, no_unit = 5;
    QcdcIndicatorId indicator = 0, no_indicator = 3;
    QcdcCubeTrend trend = {.used = 7};
    QcdcPeriod first = cells_period("2001"), last = cells_period("2020"), month = cells_period("2020-01"), days = cells_period("2001-01-01/2001-01-05");
    QcdcTrendOptions no_method = {.method = QCDC_TREND_END};
    CU_ASSERT(qcdc_cube_read_trends(NULL, &unit, &indicator, 1, first, last, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, NULL, &indicator, 1, first, last, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &indicator, 1, first, last, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &no_unit, &indicator, 1, first, last, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &no_indicator, 1, first, last, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &indicator, 1, last, first, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &indicator, 1, first, month, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &indicator, 1, days, days, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, &unit, &indicator, 1, first, last, &no_method, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_trends(cube, NULL, NULL, 0, first, last, NULL, NULL, NULL) == QCDC_OK && trend.used == 7);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"one call tells the trend of every unit", test_every_unit},
        {"however many threads work, the results are the same", test_threads},
        {"ratios have a trend, and periods without figures are passed over", test_ratios_and_periods},
        {"months are held against the same months", test_months},
        {"one call tells the step of every unit", test_level_changes},
        {"a step of a cube is told in words", test_level_change_words},
        {"what there is nothing of is null by its name", test_json},
        {"memory that fails is told", test_no_memory},
        {"what is no unit, indicator or period is refused", test_refusals},
    };
    return SUITE_RUN("trend_cube", tests, argc, argv);
}
