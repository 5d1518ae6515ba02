/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Openings, flows and closings over time and up the tree (S5, S16, S17): what holds on months holds on every longer period. */
#include "cells.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent\n" \
    "p;Tỉnh;0;\n" \
    "h;Huyện;1;p\n" \
    "x1;Xã 1;2;h\n" \
    "x2;Xã 2;2;h\n"

#define INDICATORS \
    "code;name;nature;measure;formula\n" \
    "opening;Kỳ trước chuyển sang;opening;đơn;\n" \
    "received;Tiếp nhận;flow;đơn;\n" \
    "settled;Đã giải quyết;flow;đơn;\n" \
    "remaining;Còn lại;closing;đơn;\n" \
    "to_handle;Phải giải quyết;flow;đơn;opening + received\n" \
    "left;Hiệu;flow;đơn;opening + received - settled - remaining\n" \
    "carried;Chênh lệch chuyển kỳ;flow;đơn;opening - prev(remaining)\n" \
    "rate;Tỷ lệ giải quyết;ratio;%;settled / (opening + received)\n"

#define ROWS "unit;indicator;period;value\n"

/* x1: 4 + 10 = 8 + 6; 6 + 11 = 10 + 7; 7 + 5 = 9 + 3; 3 + 8 = 7 + 4 … */
#define QUARTERS \
    ROWS "x1;opening;2022-01;4\nx1;received;2022-01;10\nx1;settled;2022-01;8\nx1;remaining;2022-01;6\n" \
         "x1;opening;2022-02;6\nx1;received;2022-02;11\nx1;settled;2022-02;10\nx1;remaining;2022-02;7\n" \
         "x1;opening;2022-03;7\nx1;received;2022-03;5\nx1;settled;2022-03;9\nx1;remaining;2022-03;3\n" \
         "x1;opening;2022-04;3\nx1;received;2022-04;8\nx1;settled;2022-04;7\nx1;remaining;2022-04;4\n" \
         "x1;opening;2022-05;4\nx1;received;2022-05;1\nx1;settled;2022-05;0\nx1;remaining;2022-05;5\n" \
         "x1;opening;2022-06;5\nx1;received;2022-06;2\nx1;settled;2022-06;6\nx1;remaining;2022-06;1\n"

static Figures with(const char *observations)
{
    return (Figures){UNITS, INDICATORS, observations, NULL, NULL, NULL};
}

static void a_balance_of_months_is_one_of_quarters_and_halves(void)
{
    Figures figures = with(QUARTERS);
    static const CellAsk asks[] = {
        {"x1", "opening", "2022-Q1", "4 1/1 own A", 0},    {"x1", "received", "2022-Q1", "26 3/3 own A", 0},
        {"x1", "settled", "2022-Q1", "27 3/3 own A", 0},   {"x1", "remaining", "2022-Q1", "3 1/1 own A", 0},
        {"x1", "to_handle", "2022-Q1", "30 1/1 own A", 0}, {"x1", "left", "2022-Q1", "0 1/1 own A", 0},
        {"x1", "opening", "2022-Q2", "3 1/1 own A", 0},    {"x1", "remaining", "2022-Q2", "1 1/1 own A", 0},
        {"x1", "left", "2022-Q2", "0 1/1 own A", 0},       {"x1", "carried", "2022-Q2", "0 1/1 own A", 0},
        {"x1", "opening", "2022-S1", "4 1/1 own A", 0},    {"x1", "received", "2022-S1", "37 6/6 own A", 0},
        {"x1", "remaining", "2022-S1", "1 1/1 own A", 0},  {"x1", "left", "2022-S1", "0 1/1 own A", 0},
        {"x1", "rate", "2022-S1", "40/41 1/1 own A", 0},   {"x1", "carried", "2022-Q1", "- 0/1 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

static void a_balance_of_years_is_one_of_spans(void)
{
    Figures figures = with(ROWS "x1;opening;2021;2\nx1;received;2021;9\nx1;settled;2021;7\nx1;remaining;2021;4\n"
                                "x1;opening;2022;4\nx1;received;2022;6\nx1;settled;2022;5\nx1;remaining;2022;5\n"
                                "x2;opening;2021;1\nx2;received;2021;1\nx2;settled;2021;1\nx2;remaining;2021;1\n"
                                "x2;opening;2022;1\nx2;received;2022;1\nx2;settled;2022;1\nx2;remaining;2022;1\n"
                                "x1;received;2021/P2Y;15\n");
    static const CellAsk asks[] = {
        {"p", "opening", "2021/P2Y", "3 2/2 sum A", 0}, {"p", "received", "2021/P2Y", "17 4/4 sum A", 0},
        {"p", "settled", "2021/P2Y", "14 4/4 sum A", 0}, {"p", "remaining", "2021/P2Y", "6 2/2 sum A", 0},
        {"p", "left", "2021/P2Y", "0 2/2 sum A", 0},    {"p", "left", "2022", "0 2/2 sum A", 0},
        {"h", "carried", "2022", "0 2/2 sum A", 0},     {"p", "rate", "2021/P2Y", "14/20 2/2 sum A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* S17: without its first or last sub-period an opening or closing is missing, whatever the others say. */
static void an_end_that_is_missing_is_not_made_up(void)
{
    Figures figures = with(ROWS "x1;opening;2022-02;6\nx1;opening;2022-03;7\nx1;remaining;2022-01;6\nx1;remaining;2022-02;7\n"
                                "x1;received;2022-01;10\nx1;received;2022-02;11\nx1;received;2022-03;5\n");
    static const CellAsk asks[] = {
        {"x1", "opening", "2022-Q1", "- 0/1 none", 0},
        {"x1", "remaining", "2022-Q1", "- 0/1 none", 0},
        {"x1", "to_handle", "2022-Q1", "- 0/1 none", 0},
        {"x1", "received", "2022-Q1", "26 3/3 own A", 0},
    };
    static const CellAsk carried[] = {
        {"x1", "remaining", "2022-Q1", "7 0/1 carried E", 0},
        {"x1", "opening", "2022-Q1", "- 0/1 none", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    CELLS_CHECK(&figures, QCDC_MISSING_CARRY, carried);
}

/* Up the tree openings add like flows; one unit without an opening takes its other figures out of the form (S6). */
static void a_form_of_a_balance_takes_whole_reporters(void)
{
    Figures figures = with(QUARTERS "x2;received;2022-01;5\nx2;received;2022-02;5\nx2;received;2022-03;5\n");
    static const CellAsk asks[] = {
        {"h", "to_handle", "2022-Q1", "30 1/2 partial A", 0},
        {"p", "to_handle", "2022-Q1", "30 1/2 partial A", 0},
        {"p", "received", "2022-Q1", "41 6/6 sum A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

/* A coarse row serves where months are not whole, and the balance holds on it. */
static void coarse_rows_serve_a_balance(void)
{
    Figures figures = with(ROWS "x1;opening;2022-01;4\nx1;received;2022-01;10\nx1;settled;2022-01;9\nx1;remaining;2022-01;5\n"
                                "x1;opening;2022-Q2;3\nx1;received;2022-Q2;20\nx1;settled;2022-Q2;15\nx1;remaining;2022-Q2;8\n"
                                "x1;remaining;2022-Q1;3\n");
    static const CellAsk asks[] = {
        {"x1", "opening", "2022-Q2", "3 1/1 coarse A", 0},   {"x1", "remaining", "2022-Q2", "8 1/1 coarse A", 0},
        {"x1", "received", "2022-Q2", "20 3/3 coarse A", 0}, {"x1", "left", "2022-Q2", "0 1/1 coarse A", 0},
        {"x1", "carried", "2022-Q2", "0 1/1 coarse A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"a balance of months is one of quarters and halves", a_balance_of_months_is_one_of_quarters_and_halves},
        {"a balance of years is one of spans", a_balance_of_years_is_one_of_spans},
        {"an end that is missing is not made up (S17)", an_end_that_is_missing_is_not_made_up},
        {"a form of a balance takes whole reporters (S6)", a_form_of_a_balance_takes_whole_reporters},
        {"coarse rows serve a balance", coarse_rows_serve_a_balance},
    };
    return SUITE_RUN("balance", tests, argc, argv);
}
