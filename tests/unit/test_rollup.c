/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "suite.h"

/* p ─ d1 ─ x1, x2 and p ─ d2 ─ x3 */
#define UNITS \
    "code;name;level;parent\n" \
    "p;Tỉnh;0;\n" \
    "d1;Huyện 1;1;p\n" \
    "x1;Xã 1;2;d1\n" \
    "x2;Xã 2;2;d1\n" \
    "d2;Huyện 2;1;p\n" \
    "x3;Xã 3;2;d2\n"

#define INDICATORS \
    "code;name;nature;measure;decimals\n" \
    "n;Đơn;flow;đơn;\n" \
    "open;Kỳ trước chuyển sang;opening;đơn;\n" \
    "left;Còn lại;closing;đơn;\n" \
    "sofar;Lũy kế;to-date;đơn;\n" \
    "units;Đơn vị được kiểm tra;distinct;đơn vị;\n" \
    "rate;Tỷ lệ;ratio;%;1\n" \
    "score;Điểm;score;điểm;2\n" \
    "rank;Hạng;rank;bậc;\n"

#define ROWS "unit;indicator;period;value;obs_status;scope;scenario\n"

static Figures with(const char *observations)
{
    return (Figures){UNITS, INDICATORS, observations, "kh=kế hoạch", NULL, NULL};
}

/* S11, D18 */

static void a_complete_sum_is_the_value(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx2;n;2022;20\nx3;n;2022;30\nd1;n;2022;5\nd1;n;2022;999;;total\np;n;2022;999;;total\n");
    static const CellAsk asks[] = {
        {"p", "n", "2022", "65 3/3 sum A", 0},
        {"d1", "n", "2022", "35 2/2 sum A", 0},
        {"d1#own", "n", "2022", "5 0/0 own A", 0},
        {"d2", "n", "2022", "30 1/1 sum A", 0},
        {"x1", "n", "2022", "10 1/1 own A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_total_stands_for_what_is_missing(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx3;n;2022;30\nd1;n;2022;5\nd1;n;2022;100;P;total\n");
    static const CellAsk asks[] = {
        {"d1", "n", "2022", "100 1/2 reported-total P", 0},
        {"d1#own", "n", "2022", "5 0/0 own A", 0},
        {"p", "n", "2022", "130 2/3 sum P", 0},
        {"x2", "n", "2022", "- 0/1 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    CELLS_CHECK(&figures, QCDC_MISSING_STRICT, asks);
}

static void a_partial_sum_is_flagged(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx3;n;2022;30;E\nd1;n;2022;5\n");
    static const CellAsk asks[] = {
        {"d1", "n", "2022", "15 1/2 partial A", 0},
        {"p", "n", "2022", "45 2/3 partial E", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_PARTIAL, asks);
}

static void a_total_of_no_reporters_is_used(void)
{
    Figures figures = with(ROWS "p;n;2022;7570;;total\nx1;n;2022;7;;total\n");
    static const CellAsk asks[] = {
        {"p", "n", "2022", "7570 0/3 reported-total A", 0},
        {"x1", "n", "2022", "7 0/1 reported-total A", 0},
        {"d1", "n", "2022", "7 0/2 partial A", 0},
        {"x1#own", "n", "2022", "- 0/1 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_PARTIAL, asks);
}

static void strict_leaves_only_what_is_whole(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx3;n;2022;30\nd1;n;2022;5\n");
    static const CellAsk asks[] = {
        {"d1", "n", "2022", "- 1/2 none", 0},
        {"d2", "n", "2022", "30 1/1 sum A", 0},
        {"p", "n", "2022", "- 2/3 none", 0},
        {"d1#own", "n", "2022", "5 0/0 own A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_STRICT, asks);
}

/* S3 */

static void the_least_firm_status_and_all_flags_go_up(void)
{
    Figures figures = with(ROWS "x1;n;2022;1;P+B\nx2;n;2022;2;E\nx3;n;2022;3;A+U\n");
    static const CellAsk asks[] = {
        {"d1", "n", "2022", "3 2/2 sum E+B", 0},
        {"p", "n", "2022", "6 3/3 sum E+B+U", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S2: a row without a value is present, not valued */

static void an_explicit_absence_is_no_zero(void)
{
    Figures figures = with(ROWS "x1;n;2022;;O\nx2;n;2022;0\nx3;n;2022;;M\n");
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const CellAsk asks[] = {
        {"x1", "n", "2022", "- 0/1 none", 0},
        {"x2", "n", "2022", "0 1/1 own A", 0},
        {"d1", "n", "2022", "0 1/2 partial A", 0},
        {"x3", "n", "2022", "- 0/1 none", 0},
    };
    QcdcCell cell;
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    if (cube != NULL && cells_read(cube, &asks[0], &cell)) {
        CU_ASSERT_EQUAL(cell.figure.state, QCDC_FIGURE_MISSING);
        CU_ASSERT_EQUAL(cell.present, 1);
    }
    if (cube != NULL && cells_read(cube, &asks[3], &cell))
        CU_ASSERT_EQUAL(cell.figure.state, QCDC_FIGURE_NOT_APPLICABLE);
    qcdc_cube_unref(cube);
}

/* S16, D16 */

static void fine_comes_before_coarse(void)
{
    Figures figures = with(ROWS "x1;n;2022-01;1\nx1;n;2022-02;2\nx1;n;2022-03;3\nx1;n;2022-Q1;100\nx1;n;2022-Q2;50\nx1;n;2022;1000\n"
                                "x1;n;2022-04;7\n");
    static const CellAsk asks[] = {
        {"x1", "n", "2022-Q1", "6 3/3 own A", 0},
        {"x1", "n", "2022-Q2", "50 3/3 coarse A", 0},
        {"x1", "n", "2022-S1", "56 6/6 coarse A", 0},
        {"x1", "n", "2022", "1000 12/12 coarse A", 0},
        {"x1", "n", "2022-04", "7 1/1 own A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void what_is_there_is_added_once(void)
{
    Figures figures = with(ROWS "x1;n;2022-01;1\nx1;n;2022-02;2\nx1;n;2022-Q2;50\nx1;n;2022-05;9\nx1;n;2022-S2;200\n");
    static const CellAsk asks[] = {
        {"x1", "n", "2022-Q1", "3 2/3 partial A", 0},
        {"x1", "n", "2022-S1", "53 5/6 partial A", 0},
        {"x1", "n", "2022", "253 11/12 partial A", 0},
        {"d1", "n", "2022", "253 11/24 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_year_as_a_year_and_a_year_as_months_compare_well(void)
{
    Figures figures = with(ROWS "x3;n;2021;78\nx3;n;2022-01;1\nx3;n;2022-02;2\nx3;n;2022-03;3\nx3;n;2022-04;4\nx3;n;2022-05;5\n"
                                "x3;n;2022-06;6\nx3;n;2022-07;7\nx3;n;2022-08;8\nx3;n;2022-09;9\nx3;n;2022-10;10\nx3;n;2022-11;11\n"
                                "x3;n;2022-12;12\n");
    static const CellAsk asks[] = {
        {"d2", "n", "2021", "78 12/12 sum A", 0},
        {"d2", "n", "2022", "78 12/12 sum A", 0},
        {"x3", "n", "2021", "78 12/12 coarse A", 0},
        {"x3", "n", "2022", "78 12/12 own A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S12, D18: a total is resolved over time before it is compared; only a complete one stands */

static void totals_are_resolved_over_time_first(void)
{
    Figures figures = with(ROWS "d2;n;2022-01;5;;total\nd2;n;2022-02;6;;total\nd2;n;2022-03;7;;total\nd2;n;2022-04;8;;total\n"
                                "x3;n;2022-01;1\nx3;n;2022-02;1\n");
    static const CellAsk asks[] = {
        {"d2", "n", "2022-01", "1 1/1 sum A", 0},
        {"d2", "n", "2022-03", "7 0/1 reported-total A", 0},
        {"d2", "n", "2022-Q1", "18 2/3 reported-total A", 0},
        {"d2", "n", "2022-Q2", "- 0/3 none", 0},
        {"d2", "n", "2022-S1", "2 2/6 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S13: to-date labels and days are columns of a table, never parts */

static void to_date_labels_and_days_tile_nothing(void)
{
    Figures figures = with(ROWS "x1;n;2022-01/P10M;100\nx1;n;2022-01;1\nx1;n;2022-12-01/2022-12-31;9\n");
    static const CellAsk asks[] = {
        {"x1", "n", "2022-01/P10M", "100 10/10 coarse A", 0},
        {"x1", "n", "2022-12-01/2022-12-31", "9 1/1 own A", 0},
        {"x1", "n", "2022", "1 1/12 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S17, D17 */

static void stocks_are_the_last_and_openings_the_first(void)
{
    Figures figures = with(ROWS "x3;left;2022-Q1;1\nx3;left;2022-Q2;2\nx3;left;2022-Q3;3\nx3;left;2022-Q4;4\n"
                                "x3;open;2022-Q1;10\nx3;open;2022-Q2;20\nx3;open;2022-Q3;30\nx3;open;2022-Q4;40\n"
                                "x3;sofar;2022-Q1;5\nx3;sofar;2022-Q2;9\n");
    static const CellAsk asks[] = {
        {"x3", "left", "2022", "4 1/1 own A", 0},   {"x3", "left", "2022-S1", "2 1/1 own A", 0},
        {"d2", "left", "2022", "4 1/1 sum A", 0},   {"x3", "open", "2022", "10 1/1 own A", 0},
        {"x3", "open", "2022-S2", "30 1/1 own A", 0}, {"x3", "sofar", "2022-S1", "9 1/1 own A", 0},
        {"x3", "sofar", "2022", "- 0/1 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_stock_may_come_from_a_coarser_label_of_the_same_end(void)
{
    Figures figures = with(ROWS "x3;left;2022-01;1\nx3;left;2022-S2;7\nx3;left;2022;8\nx3;left;2022-Q3;5\nx3;open;2022;6\n"
                                "x3;open;2022-04;9\nx1;left;2022-12;2\n");
    static const CellAsk asks[] = {
        {"x3", "left", "2022", "7 1/1 coarse A", 0},
        {"x3", "left", "2022-S2", "7 1/1 coarse A", 0},
        {"x3", "left", "2022-Q3", "5 1/1 coarse A", 0},
        {"x3", "open", "2022", "6 1/1 coarse A", 0},
        {"x3", "open", "2022-Q2", "9 1/1 own A", 0},
        {"p", "left", "2022", "9 2/3 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_carried_stock_is_an_estimate(void)
{
    Figures figures = with(ROWS "x1;left;2022-01;3;P\nx1;left;2022-02;4\nx2;left;2022-03;10\nx3;left;2022-02;;M\nx3;left;2022-01;8\n");
    static const CellAsk asks[] = {
        {"x1", "left", "2022-03", "4 0/1 carried E", 0},
        {"d1", "left", "2022-03", "14 1/2 sum E", 0},
        {"x1", "left", "2022-Q1", "4 0/1 carried E", 0},
        {"x2", "left", "2022-02", "- 0/1 none", 0},
        {"x3", "left", "2022-02", "- 0/1 none", 0},
        {"x3", "left", "2022-03", "8 0/1 carried E", 0},
    };
    static const CellAsk partial[] = {
        {"x1", "left", "2022-03", "- 0/1 none", 0},
        {"d1", "left", "2022-03", "10 1/2 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_CARRY, asks);
    CELLS_CHECK(&figures, QCDC_MISSING_PARTIAL, partial);
}

/* D17: what is carried is a value of a whole sub-period, as what is not carried is */
static void a_stock_is_not_carried_from_within_a_sub_period(void)
{
    Figures figures = {"code;name;level\nu;Xã;0\n", "code;name;nature;measure;frequency\nleft;Còn lại;closing;đơn;quarter\n",
                       ROWS "u;left;2022-Q1;5\nu;left;2022-05;7\nu;left;2022-06;8\n", NULL, NULL, NULL};
    static const CellAsk asks[] = {
        {"u", "left", "2022-Q2", "5 0/1 carried E", 0},
        {"u", "left", "2022", "5 0/1 carried E", 0},
        {"u", "left", "2022-06", "8 0/0 own A", 0}
    };
    CELLS_CHECK(&figures, QCDC_MISSING_CARRY, asks);
}

/* S5, D20 */

static void ranks_and_scores_are_never_added(void)
{
    Figures figures = with(ROWS "p;rank;2022;15\np;score;2022;80.25;;total\nx1;rank;2022;1\nx1;score;2022;70.5\nx2;rate;2022;33.3\n");
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const CellAsk asks[] = {
        {"p", "rank", "2022", "15 1/1 own A", 0},    {"p", "score", "2022", "80.25 1/1 reported-total A", 0},
        {"d1", "rank", "2022", "- 0/1 none", 0},     {"x1", "score", "2022", "70.50 1/1 own A", 0},
        {"x2", "rate", "2022", "33.3 1/1 own A", 0}, {"d1", "rate", "2022", "- 0/1 none", 0},
    };
    QcdcCell cell;
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    if (cube != NULL && cells_read(cube, &asks[2], &cell))
        CU_ASSERT_EQUAL(cell.is_refused, 1);
    if (cube != NULL && cells_read(cube, &asks[0], &cell))
        CU_ASSERT_EQUAL(cell.is_refused, 0);
    qcdc_cube_unref(cube);
}

static void distinct_counts_are_added_over_units_alone(void)
{
    Figures figures = with(ROWS "x1;units;2022-Q1;2\nx2;units;2022-Q1;3\nx1;units;2022-Q2;4\n");
    static const CellAsk asks[] = {
        {"d1", "units", "2022-Q1", "5 2/2 sum A", 0},
        {"d1", "units", "2022-Q2", "4 1/2 partial A", 0},
        {"x1", "units", "2022-S1", "- 0/1 none", 0},
        {"d1", "units", "2022", "- 0/2 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S24: plans roll up like actuals, never from actuals */

static void plans_roll_up_by_themselves(void)
{
    Figures figures = with(ROWS "x1;n;2022;10\nx1;n;2022;12;;;kh\nx2;n;2022;8;;;kh\nx3;left;2022-S1;1;;;kh\n");
    static const CellAsk asks[] = {
        {"d1", "n", "2022", "20 2/2 sum A", 1},
        {"d1", "n", "2022", "10 1/2 partial A", 0},
        {"d2", "n", "2022", "- 0/1 none", 1},
        {"x3", "left", "2022", "- 0/1 none", 1},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_CARRY, asks);
}

/* S1 */

static void an_overflow_names_the_first_cell(void)
{
    Figures figures = with(ROWS "x3;n;2021;999999999999999999\nx3;n;2022;999999999999999999\nd2;n;2022;1\nx1;n;2022;5\nx2;left;2022;1\n");
    QcdcDataset *dataset = figures_make_dataset(&figures);
    QcdcCube *cube = NULL;
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_dataset_rollup(dataset, NULL, &cube, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_PTR_NULL(cube);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.text, "unit \"p\", indicator \"n\", period \"2022\""));
    qcdc_dataset_unref(dataset);
}

static void a_sum_may_leave_the_range_and_come_back(void)
{
    Figures figures = with(ROWS "x1;n;2022;999999999999999999\nx2;n;2022;999999999999999999\nd1;n;2022;-999999999999999999\n");
    static const CellAsk asks[] = {{"d1", "n", "2022", "999999999999999999 2/2 sum A", 0}};
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"a complete sum is the value (S11)", a_complete_sum_is_the_value},
        {"a total stands for what is missing (S11, D18)", a_total_stands_for_what_is_missing},
        {"a partial sum is flagged (S11, D19)", a_partial_sum_is_flagged},
        {"a total of no reporters is used (S11)", a_total_of_no_reporters_is_used},
        {"strict leaves only what is whole (S18)", strict_leaves_only_what_is_whole},
        {"the least firm status and all flags go up (S3)", the_least_firm_status_and_all_flags_go_up},
        {"an explicit absence is no zero (S2)", an_explicit_absence_is_no_zero},
        {"fine comes before coarse (S16, D16)", fine_comes_before_coarse},
        {"what is there is added once (D16)", what_is_there_is_added_once},
        {"a year as a year and as months compare well (D16)", a_year_as_a_year_and_a_year_as_months_compare_well},
        {"totals are resolved over time first (S12, D18)", totals_are_resolved_over_time_first},
        {"to-date labels and days tile nothing (S13)", to_date_labels_and_days_tile_nothing},
        {"stocks are the last and openings the first (S17)", stocks_are_the_last_and_openings_the_first},
        {"a stock may come from a coarser label (D17)", a_stock_may_come_from_a_coarser_label_of_the_same_end},
        {"a carried stock is an estimate (S17, D19)", a_carried_stock_is_an_estimate},
        {"a stock is not carried from within a sub-period (D17)", a_stock_is_not_carried_from_within_a_sub_period},
        {"ranks and scores are never added (S5, D20)", ranks_and_scores_are_never_added},
        {"distinct counts are added over units alone (D20)", distinct_counts_are_added_over_units_alone},
        {"plans roll up by themselves (S24)", plans_roll_up_by_themselves},
        {"an overflow names the first cell (S1)", an_overflow_names_the_first_cell},
        {"a sum may leave the range and come back (S1)", a_sum_may_leave_the_range_and_come_back},
    };
    return SUITE_RUN("rollup", tests, argc, argv);
}
