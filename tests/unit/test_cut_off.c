/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a calendar changes in figures (D39, D40), on composed tables. */

#include "analysis/cube-private.h"
#include "cells.h"
#include "expect.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;id;valid_from;valid_to\n" \
    "p;Tỉnh;0;;;;\n" \
    "a;Xã A;1;p;;;2022-12-20\n" \
    "b;Xã B;1;p;;;\n" \
    "c;Xã C;1;p;;2022-12-20;\n"
#define INDICATORS \
    "code;name;nature;measure;frequency;valid_from;valid_to\n" \
    "n;Đơn;flow;đơn;month;;\n" \
    "late;Mới;flow;đơn;month;2022-12-20;\n"
#define ROWS "unit;indicator;period;value;scenario\n"
#define CALENDARS "name;kind;first_month_offset;first_day;last_month_offset;last_day;valid_from;valid_to\n"

static void expect_cells(const char *calendar, const CellAsk *asks, size_t count)
{
    Figures figures = {UNITS, INDICATORS, ROWS "b;n;2022-12;2;\nb;n;2023-01;3;\nb;late;2023-01;4;\n", NULL, NULL, NULL};
    FiguresMore more = {.calendar = calendar};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    if (cube != NULL)
        cells_expect(cube, asks, count);
    qcdc_cube_unref(cube);
}

#define EXPECT_CELLS(calendar, asks) expect_cells(calendar, asks, sizeof(asks) / sizeof(asks)[0])

/* D39: who is in force on the cut-off day is expected, the indicator too; the tree is that of the calendar's days. */
static void reporters_are_those_of_the_cut_off_day(void)
{
    static const CellAsk civil[] = {
        {"p", "n", "2022-12", "2 1/2 partial A", 0}, {"c", "n", "2022-12", "- 0/1 none", 0},   {"p", "late", "2022-12", "- 0/2 none", 0},
        {"p", "n", "2023-01", "3 1/2 partial A", 0}, {"p", "late", "2023-01", "4 1/2 partial A", 0},
    };
    static const CellAsk decree[] = {
        {"a", "n", "2022-12", "- 0/1 none", 0},      {"p", "n", "2022-12", "2 1/2 partial A", 0}, {"p", "late", "2022-12", "- 0/0 none", 0},
        {"c", "n", "2023-01", "- 0/1 none", 0},      {"p", "n", "2023-01", "3 1/2 partial A", 0}, {"p", "n", "2022-Q4", "2 1/6 partial A", 0},
        {"p", "n", "2022", "2 1/24 partial A", 0},
    };
    EXPECT_CELLS(NULL, civil);
    EXPECT_CELLS("civil", civil);
    EXPECT_CELLS("decree-09", decree);
    EXPECT_CELLS("inspection-2013", civil); /* it has no months: civil days serve (D36) */
}

static size_t count_units(const char *calendar, const char *label)
{
    Figures figures = {UNITS, INDICATORS, ROWS "b;n;2022-12;2;\nb;n;2023-01;3;\n", NULL, NULL, NULL};
    FiguresMore more = {.calendar = calendar};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    size_t count = forest_tree(&cube->forest, slots_find(&cube->slots, cells_period(label)))->count;
    qcdc_cube_unref(cube);
    return count;
}

static void trees_are_those_of_the_days_by_the_calendar(void)
{
    CU_ASSERT_EQUAL(count_units(NULL, "2022-12"), 4);
    CU_ASSERT_EQUAL(count_units("decree-09", "2022-12"), 3);
    CU_ASSERT_EQUAL(count_units(NULL, "2023-01"), 3);
    CU_ASSERT_EQUAL(count_units("decree-09", "2023-01"), 4);
    CU_ASSERT_EQUAL(count_units("decree-09", "2022"), 3);
}

/* Order and tilings are civil, whatever the calendar does with days. */
static void order_stays_civil(void)
{
    Figures figures = {UNITS, INDICATORS, ROWS "b;n;2022-12;2;\nb;n;2022-11;3;\nb;n;2022-10;4;\n", NULL, NULL, NULL};
    /* October a year later, November and December a year before */
    FiguresMore more = {.calendars = CALENDARS "x;month;12;1;12;31;2023-10-31;2023-10-31\nx;month;-12;1;-12;31;2021-11-30;2021-12-31\n",
                        .calendar = "x"};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    static const char *const labels[] = {"2022", "2022-S2", "2022-10", "2022-Q4", "2022-11", "2022-12"};
    CU_ASSERT_EQUAL(qcdc_cube_get_period_count(cube), 6);
    for (size_t i = 0; i < qcdc_cube_get_period_count(cube); i++) {
        char label[QCDC_PERIOD_TEXT_SIZE];
        qcdc_period_to_text(qcdc_cube_get_period(cube, i), label, sizeof label);
        expect_text(labels[i], label, labels[i]);
    }
    static const CellAsk asks[] = {{"p", "n", "2022-Q4", "9 3/6 partial A", 0}};
    cells_expect(cube, asks, 1);
    qcdc_cube_unref(cube);
}

static uint32_t caveats_of(const char *calendars, const char *calendar, const char *period, const char *base, const char *observations)
{
    Figures figures = {"code;name;level\np;Tỉnh;0\n", "code;name;nature;measure\nn;Đơn;flow;đơn\n", observations, "plan=kế hoạch", NULL, NULL};
    FiguresMore more = {.calendars = calendars, .calendar = calendar};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    QcdcBaseOption bases[1];
    QcdcComparison *comparison = NULL;
    QcdcComparisonRow row = {0};
    QcdcError error = {0};
    figures_check(qcdc_base_option_parse(base, bases, &error), &error);
    QcdcSelection selection = {.size = sizeof selection, .period = period, .bases = bases, .base_count = 1};
    if (figures_check(qcdc_cube_compare(cube, &selection, &comparison, &error), &error))
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, 0, 1, &row, NULL), QCDC_OK);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    return row.change.caveats;
}

/* D40: by different rows that have not the same four numbers, or one by none; of the two periods, whatever figures there are. */
static void another_rule_is_a_caveat(void)
{
    static const char changing[] = CALENDARS "x;half;0;1;0;31;;2021-12-31\nx;half;-1;15;0;14;2022-01-01;\nx;year;0;1;0;31;;2021-12-31\n"
                                             "x;year;0;1;0;31;2022-01-01;\n";
    static const char rows[] = ROWS "p;n;2021-S1;2;\np;n;2022-S1;3;\np;n;2022-S2;3;\np;n;2023-S1;3;\np;n;2022;9;plan\np;n;2022-01-01/2022-01-31;1;\n";
    static const struct {
        const char *calendar, *period, *base;
        bool differs;
    } cases[] = {
        {"x", "2022-S1", "same-period", true},  {"x", "2023-S1", "same-period", false}, {"x", "2022-S1", "previous", true},
        {"x", "2022-S2", "previous", false},    {"x", "2022-S1", "plan", true},         {"x", "2022", "same-period", false},
        {NULL, "2022-S1", "same-period", false}, {"civil", "2022-S1", "same-period", false},
        {"decree-09", "2019-S1", "same-period", true}, {"decree-09", "2022-S1", "same-period", false},
        {"x", "2022-01-01/2022-01-31", "2021-S1", false}, {"x", "2022-S1", "2022", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool differs = (caveats_of(changing, cases[i].calendar, cases[i].period, cases[i].base, rows) & QCDC_CAVEAT_CALENDAR_DIFFERS) != 0;
        expect(differs == cases[i].differs, cases[i].period, cases[i].base);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"reporters are those of the cut-off day (D39)", reporters_are_those_of_the_cut_off_day},
        {"trees are those of the days by the calendar (D22, D39)", trees_are_those_of_the_days_by_the_calendar},
        {"order stays civil (D39)", order_stays_civil},
        {"another rule is a caveat (D40)", another_rule_is_a_caveat},
    };
    return SUITE_RUN("cut_off", tests, argc, argv);
}
