/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/year-estimate.h>

#include <math.h>

#include "cells.h"
#include "suite.h"

static const char units[] = "code;name;level;parent\np;Tỉnh;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\nx3;Xã 3;1;p\nx4;Xã 4;1;p\nx5;Xã 5;1;p\n";
static const char indicators[] = "code;name;nature;measure\nn;Đơn;flow;đơn\ns;Hộ;stock;hộ\n";

static char observations[60000];

static void add_row(const char *unit, const char *period, int value, const char *status)
{
    char line[80];
    snprintf(line, sizeof line, "%s;n;%s;%d;%s\n", unit, period, value, status);
    strcat(observations, line);
}

static int get_value(int year, int month)
{
    return 10 * month + 3 * (year - 2018) + (year * 5 + month * 3) % 4;
}

/* x1 has five years and five months, x2 two years, x3 what is estimated in 2019 and breaks within 2020, x4 nothing in 2023, x5 lacks May. */
static QcdcCube *make_cube(void)
{
    const Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    strcpy(observations, "unit;indicator;period;value;obs_status\nx1;s;2023-05;7;\n");
    for (int year = 2018; year <= 2023; year++)
        for (int month = 1; month <= (year == 2023 ? 5 : 12); month++) {
            char period[16];
            snprintf(period, sizeof period, "%d-%02d", year, month);
            add_row("x1", period, get_value(year, month), month % 5 == 0 ? "P" : "A");
            if (year > 2020)
                add_row("x2", period, get_value(year, month), "A");
            add_row("x3", period, get_value(year, month), year == 2019 && month == 3 ? "E" : year == 2020 && month == 8 ? "A+B" : year == 2022 && month == 1 ? "A+B" : "A");
            add_row("x4", period, year == 2023 ? 0 : get_value(year, month), "A");
            if (year != 2023 || month != 5)
                add_row("x5", period, get_value(year, month), "A");
        }
    return figures_make_cube(&figures, QCDC_MISSING_PARTIAL);
}

static QcdcStatus find_by_array(int first_year, int last_year, int skipped, QcdcYearEstimate *estimate)
{
    double years[6 * 12], current[5];
    size_t count = 0;
    for (int year = first_year; year <= last_year; year++)
        for (int month = 1; month <= 12 && year != skipped; month++)
            years[count++] = get_value(year, month);
    for (int month = 1; month <= 5; month++)
        current[month - 1] = get_value(2023, month);
    return qcdc_year_estimate_find(years, count / 12, 12, current, 5, NULL, estimate, NULL);
}

static void expect_same(const QcdcYearEstimate *one, const QcdcYearEstimate *other)
{
    CU_ASSERT(one->state == other->state && one->estimate == other->estimate && one->low == other->low && one->high == other->high);
    CU_ASSERT(one->years == other->years && one->parts == other->parts && one->error == other->error && one->naive_error == other->naive_error);
}

static void test_every_unit(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId asked[] = {1, 2, 3, 4, 5, 0};
    QcdcIndicatorId of[] = {0, 0, 0, 0, 0, 0};
    QcdcYearEstimate estimates[6], wanted;
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, asked, of, 6, cells_period("2023-01/P5M"), NULL, estimates, NULL) == QCDC_OK);
    CU_ASSERT(find_by_array(2018, 2022, 0, &wanted) == QCDC_OK && wanted.years == 5);
    expect_same(&estimates[0], &wanted);
    CU_ASSERT(estimates[0].naive_error > 5 * estimates[0].error && estimates[0].years_left_out == 0);
    CU_ASSERT(estimates[1].state == QCDC_YEAR_ESTIMATE_STATE_FEW_YEARS && estimates[1].years == 2);
    /* of x3 2018, 2021 and 2022, of which January begins the new definition */
    CU_ASSERT(estimates[2].state == QCDC_YEAR_ESTIMATE_STATE_GIVEN && estimates[2].years == 3 && estimates[2].years_left_out == 2);
    CU_ASSERT(estimates[3].state == QCDC_YEAR_ESTIMATE_STATE_NOTHING && estimates[4].state == QCDC_YEAR_ESTIMATE_STATE_CURRENT);
    CU_ASSERT(estimates[5].state == QCDC_YEAR_ESTIMATE_STATE_FEW_YEARS); /* only two years are whole */
    qcdc_cube_unref(cube);
}

/* A year that is not full gives way to an older one, in a cube as in a series. */
static void test_older_years(void)
{
    const Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    strcpy(observations, "unit;indicator;period;value;obs_status\n");
    for (int year = 2017; year <= 2023; year++)
        for (int month = 1; month <= (year == 2023 ? 5 : 12); month++) {
            char period[16];
            snprintf(period, sizeof period, "%d-%02d", year, month);
            add_row("x1", period, get_value(year, month), year == 2021 && month == 9 ? "E" : "A");
        }
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL);
    QcdcUnitId unit = 1;
    QcdcIndicatorId indicator = 0;
    QcdcYearEstimateOptions four = {.most_years = 4};
    QcdcYearEstimate estimate, wanted;
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, cells_period("2023-01/P5M"), NULL, &estimate, NULL) == QCDC_OK);
    CU_ASSERT(find_by_array(2017, 2022, 2021, &wanted) == QCDC_OK && wanted.years == 5 && estimate.years_left_out == 1);
    expect_same(&estimate, &wanted);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, cells_period("2023-01/P5M"), &four, &estimate, NULL) == QCDC_OK);
    CU_ASSERT(find_by_array(2018, 2022, 2021, &wanted) == QCDC_OK && wanted.years == 4);
    expect_same(&estimate, &wanted);
    qcdc_cube_unref(cube);
}

/* A quarter, a half and January are beginnings of a year too; what was reported as months to date is taken as it is. */
static void test_beginnings(void)
{
    static const struct {
        const char *label;
        uint32_t months;
    } beginnings[] = {{"2022-01", 1}, {"2022-Q1", 3}, {"2022-S1", 6}, {"2022-01/P2M", 2}, {"2022-01/P9M", 9}, {"2022-01/P11M", 11}};
    QcdcCube *cube = make_cube();
    QcdcUnitId unit = 1;
    QcdcIndicatorId indicator = 0;
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
        QcdcYearEstimate estimate;
        double reached = 0;
        for (int month = 1; month <= (int)beginnings[i].months; month++)
            reached += get_value(2022, month);
        CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, cells_period(beginnings[i].label), NULL, &estimate, NULL) == QCDC_OK);
        CU_ASSERT(estimate.state == QCDC_YEAR_ESTIMATE_STATE_GIVEN && estimate.parts == beginnings[i].months && estimate.reached == reached && estimate.years == 4);
    }
    qcdc_cube_unref(cube);
    const Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    strcpy(observations, "unit;indicator;period;value;obs_status\n");
    for (int year = 2018; year <= 2021; year++) {
        char label[24];
        snprintf(label, sizeof label, "%d-01/P5M", year);
        add_row("x1", label, 40 + year % 3, "A");
        snprintf(label, sizeof label, "%d", year);
        if (year < 2021)
            add_row("x1", label, 100 + year % 5, "A");
    }
    cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL);
    QcdcYearEstimate estimate;
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, cells_period("2021-01/P5M"), NULL, &estimate, NULL) == QCDC_OK);
    CU_ASSERT(estimate.state == QCDC_YEAR_ESTIMATE_STATE_GIVEN && estimate.years == 3 && estimate.reached == 42 - 0 - (2021 % 3 == 2 ? 0 : 1));
    qcdc_cube_unref(cube);
}

/* The year 2021 of x1 with a break in some of its rows; what has no row in a table adds up from the others. Years that count: 2018 … 2022. */
static uint32_t count_years(const char *const *breaks, size_t count, const char *const *others, size_t other_count, const char *reached)
{
    const Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    QcdcUnitId unit = 1;
    QcdcIndicatorId indicator = 0;
    QcdcYearEstimate estimate = {.years = 99};
    strcpy(observations, "unit;indicator;period;value;obs_status\n");
    for (int month = 0; month < 65; month++) {
        char period[16];
        snprintf(period, sizeof period, "%d-%02d", 2018 + month / 12, month % 12 + 1);
        if (month / 12 != 3)
            add_row("x1", period, 10, "A");
    }
    for (size_t i = 0; i < count; i++)
        add_row("x1", breaks[i], 10, "A+B");
    for (size_t i = 0; i < other_count; i++)
        add_row("x1", others[i], 10, "A");
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, cells_period(reached), NULL, &estimate, NULL) == QCDC_OK);
    qcdc_cube_unref(cube);
    return estimate.years;
}

/* A year that begins with a new definition is of one, whichever parts it was reported in; a later part that has a break tells of two. */
static void test_years_that_begin_anew(void)
{
    static const char *const january[] = {"2021-01"}, *const first_quarter[] = {"2021-Q1"}, *const whole[] = {"2021-S1", "2021"};
    static const char *const months[] = {"2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06",
                                         "2021-07", "2021-08", "2021-09", "2021-10", "2021-11", "2021-12"};
    static const char *const quarters[] = {"2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"}, *const half_and_year[] = {"2021-S1", "2021"};
    static const char *const twice[] = {"2021-01", "2021-02"};
    CU_ASSERT(count_years(NULL, 0, months, 12, "2022-S1") == 4);
    CU_ASSERT(count_years(january, 1, months + 1, 11, "2022-01/P4M") == 4 && count_years(january, 1, months + 1, 11, "2022-01") == 4);
    CU_ASSERT(count_years(first_quarter, 1, quarters + 1, 3, "2022-S1") == 4 && count_years(whole, 2, NULL, 0, "2022-S1") == 4);
    CU_ASSERT(count_years(months + 1, 1, months + 2, 10, "2022-01") == 3);                /* no January: not whole */
    CU_ASSERT(count_years(twice, 2, months + 2, 10, "2022-S1") == 3 && count_years(quarters + 1, 1, quarters + 2, 2, "2022-Q1") == 3);
    CU_ASSERT(count_years(half_and_year + 1, 1, half_and_year, 1, "2022-S1") == 3);       /* what begins it has none */
}

static void test_refusals(void)
{
    QcdcCube *cube = make_cube();
    QcdcUnitId unit = 1, no_unit = 6;
    QcdcIndicatorId indicator = 0, stock = 1, no_indicator = 2;
    QcdcYearEstimate estimate = {.years = 7};
    QcdcPeriod reached = cells_period("2023-01/P5M");
    QcdcYearEstimateOptions no_level = {.level = 2};
    static const char *const wrong[] = {"2023", "2023-02", "2023-Q2", "2023-S2", "2021/P2Y", "2023-01-01/2023-05-31"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, cells_period(wrong[i]), NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &no_unit, &indicator, 1, reached, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &no_indicator, 1, reached, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_year_estimates(NULL, &unit, &indicator, 1, reached, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, NULL, &indicator, 1, reached, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, reached, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &indicator, 1, reached, &no_level, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(estimate.years == 7);
    CU_ASSERT(qcdc_cube_read_year_estimates(cube, &unit, &stock, 1, reached, NULL, &estimate, NULL) == QCDC_OK);
    CU_ASSERT(estimate.state == QCDC_YEAR_ESTIMATE_STATE_NO_FLOW);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"one call estimates the year of every unit", test_every_unit},
        {"a year that is not full gives way to an older one", test_older_years},
        {"a month, a quarter, a half and months to date begin a year", test_beginnings},
        {"a year that begins with a new definition counts", test_years_that_begin_anew},
        {"what begins no year, and does not add up, is refused", test_refusals},
    };
    return SUITE_RUN("year_estimate_cube", tests, argc, argv);
}
