/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* What each nature does over units and over time, the two apart (S5), with status, flags and hedges on the way (S3, S4). */
#include "cells.h"
#include "failing-memory.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;groups\n" \
    "p;Tỉnh;0;;\n" \
    "h;Huyện;1;p;\n" \
    "x1;Xã 1;2;h;nui\n" \
    "x2;Xã 2;2;h;nui\n"

#define INDICATORS \
    "code;name;nature;measure;over_units;over_time;formula\n" \
    "n;Đơn;flow;đơn;;;\n" \
    "s;Hộ;stock;hộ;;;\n" \
    "d;Được kiểm tra;distinct;đơn vị;;;\n" \
    "rank;Hạng;rank;bậc;;;\n" \
    "score;Điểm;score;điểm;;;\n" \
    "rate;Tỷ lệ;ratio;%;;;\n" \
    "price;Chi phí;flow;đồng;refused;;\n" \
    "level;Mực nước;stock;cm;refused;;\n" \
    "staff;Biên chế;flow;người;;refused;\n" \
    "last;Hạng mới nhất;rank;bậc;;last;\n" \
    "twice;Hai lần;flow;đơn vị;;;2*d\n" \
    "share;Tỷ lệ kiểm tra;ratio;%;;;d / n\n" \
    "ranks;Hạng hai;flow;bậc;;;2*rank\n" \
    "growth;Tăng;flow;đơn;;;n - base(n)\n"

#define ROWS "unit;indicator;period;value;obs_status;scope;hedge\n"

static Figures with(const char *observations)
{
    return (Figures){UNITS, INDICATORS, observations, NULL, "nui=miền núi", NULL};
}

static void expect_refusal(const Figures *figures, CellAsk ask, QcdcRefusal refusal)
{
    QcdcCube *cube = figures_make_cube(figures, QCDC_MISSING_DEFAULT);
    QcdcCell cell = {0};
    if (cube != NULL && cells_read(cube, &ask, &cell)) {
        if (cell.refusal != refusal)
            printf("# %s %s %s: refusal %u, expected %u\n", ask.unit, ask.indicator, ask.period, cell.refusal, (unsigned)refusal);
        CU_ASSERT_EQUAL(cell.refusal, refusal);
        CU_ASSERT_EQUAL(cell.is_refused, refusal != QCDC_REFUSAL_NONE);
        CU_ASSERT(refusal == QCDC_REFUSAL_NONE || cell.figure.state != QCDC_FIGURE_VALUED);
    }
    qcdc_cube_unref(cube);
}

/* Over units and over time are two properties: one refused leaves the other. */
static void one_way_refused_leaves_the_other(void)
{
    Figures figures = with(ROWS "x1;price;2022-01;12\nx1;price;2022-02;15\nx1;price;2022-03;9\nx2;price;2022-01;1\nx1;level;2022-03;70\n"
                                "x1;staff;2022-01;3\nx2;staff;2022-01;4\nx1;last;2022-03;5\nh;price;2022-01;20\nh;price;2022-02;21\n");
    static const CellAsk asks[] = {
        {"x1", "price", "2022-Q1", "36 3/3 own A", 0}, {"x2", "price", "2022-Q1", "1 1/3 partial A", 0},
        {"h", "price", "2022-Q1", "41 2/3 partial A", 0}, {"p", "price", "2022-Q1", "- 0/3 none", 0},
        {"x1", "level", "2022-Q1", "70 1/1 own A", 0}, {"h", "level", "2022-Q1", "- 0/1 none", 0},
        {"h", "staff", "2022-01", "7 2/2 sum A", 0},   {"h", "staff", "2022-Q1", "- 0/2 none", 0},
        {"x1", "last", "2022-Q1", "5 1/1 own A", 0},   {"h", "last", "2022-Q1", "- 0/1 none", 0},
        {"h#own", "price", "2022-01", "20 1/1 own A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    expect_refusal(&figures, (CellAsk){"p", "price", "2022-Q1", "", 0}, QCDC_REFUSAL_OVER_UNITS);
    expect_refusal(&figures, (CellAsk){"h", "level", "2022-Q1", "", 0}, QCDC_REFUSAL_OVER_UNITS);
    expect_refusal(&figures, (CellAsk){"h", "staff", "2022-Q1", "", 0}, QCDC_REFUSAL_OVER_TIME);
    expect_refusal(&figures, (CellAsk){"h", "last", "2022-Q1", "", 0}, QCDC_REFUSAL_RANK_SUM);
    expect_refusal(&figures, (CellAsk){"x1", "price", "2022-Q1", "", 0}, QCDC_REFUSAL_NONE);
}

static void what_is_never_added_is_refused_by_name(void)
{
    Figures figures = with(ROWS "x1;rank;2022-01;5\nx1;score;2022-01;5\nx1;rate;2022-01;50\nx1;d;2022-01;5\nx2;d;2022-01;6\nx2;d;2022;60\n"
                                "x1;n;2022-01;10\nx2;n;2022-01;10\nh;d;2021;7;;total\n");
    static const CellAsk asks[] = {
        {"h", "d", "2022-01", "11 2/2 sum A", 0},      {"h", "d", "2022", "60 1/2 partial A", 0},
        {"h", "d", "2021", "7 0/2 reported-total A", 0}, {"x1", "d", "2022", "- 0/1 none", 0},
        {"p", "d", "2021", "7 0/2 sum A", 0},          {"h", "twice", "2022-01", "22 2/2 sum A", 0},
        {"h", "share", "2022-01", "11/20 2/2 sum A", 0}, {"x1", "rank", "2022-01", "5 1/1 own A", 0},
    };
    static const struct {
        const char *unit, *indicator, *period;
        QcdcRefusal refusal;
    } refusals[] = {
        {"h", "rank", "2022-01", QCDC_REFUSAL_RANK_SUM},    {"x1", "rank", "2022", QCDC_REFUSAL_RANK_SUM},
        {"h", "score", "2022-01", QCDC_REFUSAL_SCORE_SUM},  {"x1", "score", "2022", QCDC_REFUSAL_SCORE_SUM},
        {"h", "rate", "2022-01", QCDC_REFUSAL_RATIO_SUM},   {"x1", "rate", "2022", QCDC_REFUSAL_RATIO_SUM},
        {"x1", "d", "2022", QCDC_REFUSAL_DISTINCT_OVER_TIME}, {"x1", "d", "2022-Q1", QCDC_REFUSAL_DISTINCT_OVER_TIME},
        {"x1", "twice", "2022", QCDC_REFUSAL_FORM_TERM},    {"h", "ranks", "2022-01", QCDC_REFUSAL_FORM_TERM},
        {"x1", "share", "2022", QCDC_REFUSAL_FORM_TERM},    {"x2", "rank", "2022-01", QCDC_REFUSAL_NONE},
        {"x1", "ranks", "2022-01", QCDC_REFUSAL_NONE},      {"x2", "d", "2022", QCDC_REFUSAL_NONE},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++)
        expect_refusal(&figures, (CellAsk){refusals[i].unit, refusals[i].indicator, refusals[i].period, "", 0}, refusals[i].refusal);
}

/* A quarter of what comes by the quarter is missing where nobody reported it (D20): the year alone is refused. */
static void its_own_kind_of_period_is_missing_not_refused(void)
{
    Figures figures = with(ROWS "x1;d;2022-Q1;100\n");
    static const CellAsk asks[] = {{"x2", "d", "2022-Q1", "0 0/1 partial A", 0}, {"x1", "d", "2022", "- 0/1 none", 0}};
    CELLS_CHECK(&figures, QCDC_MISSING_ALWAYS_ZERO, asks);
    expect_refusal(&figures, (CellAsk){"x2", "d", "2022-Q1", "", 0}, QCDC_REFUSAL_NONE);
    expect_refusal(&figures, (CellAsk){"x2", "d", "2022", "", 0}, QCDC_REFUSAL_DISTINCT_OVER_TIME);
}

/* A level of units that cannot be added up to the year has no figure either: none is made of zeros (D43). */
static void a_level_of_refused_figures_is_refused(void)
{
    Figures figures = with(ROWS "x1;d;2022-Q1;100\n");
    FiguresAsk ask = {.unit = "p", .period = "2022", .indicators = "d", .by = QCDC_BY_LEVEL, .missing = QCDC_MISSING_ALWAYS_ZERO};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    QcdcComparisonRow rows[2];
    CU_ASSERT(comparison != NULL && qcdc_comparison_get_count(comparison) == 2);
    if (comparison != NULL && qcdc_comparison_read_rows(comparison, 0, 2, rows, NULL) == QCDC_OK) {
        CU_ASSERT_STRING_EQUAL(rows[1].unit_code, "level:2");
        CU_ASSERT_NOT_EQUAL(rows[1].current_cell.figure.state, QCDC_FIGURE_VALUED);
        CU_ASSERT_EQUAL(rows[1].current_cell.refusal, QCDC_REFUSAL_DISTINCT_OVER_TIME);
    }
    qcdc_comparison_unref(comparison);
}

/* S15 inside a form: a span has no same period last year. */
static void a_form_over_a_span_cannot_look_a_year_back(void)
{
    Figures figures = with(ROWS "x1;n;2021;5\nx1;n;2022;7\nx1;n;2021/P2Y;12\n");
    static const CellAsk asks[] = {{"x1", "growth", "2022", "2 1/1 own A", 0}, {"x1", "growth", "2021/P2Y", "- 0/0 none", 0}};
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    expect_refusal(&figures, (CellAsk){"x1", "growth", "2021/P2Y", "", 0}, QCDC_REFUSAL_SPAN_SAME_PERIOD);
}

/* S3: as firm as the least firm operand, flags are the union; S4: a hedge stays with a single row. */
static void status_flags_and_hedges_go_with_the_figures(void)
{
    Figures figures = with(ROWS "x1;n;2022-01;1;P+U\nx1;n;2022-02;2;A+D\nx2;n;2022-01;3;E\nx2;n;2022-02;4;;;hơn\nx1;n;2021-01;1;A+B\n"
                                "x1;s;2022-01;9;P+B\nx2;s;2022-02;8\nh;n;2021-02;70;P;total\n");
    static const CellAsk asks[] = {
        {"x1", "n", "2022-01", "1 1/1 own P+U", 0},
        {"x1", "n", "2022-Q1", "3 2/3 partial P+D+U", 0},
        {"h", "n", "2022-01", "4 2/2 sum E+U", 0},
        {"p", "n", "2022-02", "6 2/2 sum A+D", 0},
        {"h", "n", "2022-Q1", "10 4/6 partial E+D+U", 0},
        {"h", "n", "2021-02", "70 0/2 reported-total P", 0},
        {"x1", "growth", "2022-01", "0 1/1 own P+B+U", 0},
        {"h", "growth", "2022-02", "-64 0/2 reported-total P+D", 0},
    };
    static const CellAsk carried[] = {
        {"x1", "s", "2022-02", "9 0/1 carried E+B", 0},
        {"h", "s", "2022-02", "17 1/2 sum E+B", 0},
    };
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcCell cell;
    CELLS_CHECK(&figures, QCDC_MISSING_DEFAULT, asks);
    CELLS_CHECK(&figures, QCDC_MISSING_CARRY, carried);
    if (cube != NULL && cells_read(cube, &(CellAsk){"x2", "n", "2022-02", "", 0}, &cell))
        CU_ASSERT(cell.is_hedged && cell.hedge != NULL && strcmp(cell.hedge, "hơn") == 0);
    if (cube != NULL && cells_read(cube, &(CellAsk){"h", "growth", "2022-02", "", 0}, &cell))
        CU_ASSERT(cell.is_hedged && cell.hedge == NULL);
    if (cube != NULL && cells_read(cube, &(CellAsk){"h", "n", "2022-01", "", 0}, &cell))
        CU_ASSERT_EQUAL(cell.is_hedged, 0);
    qcdc_cube_unref(cube);
}

/* Freezing holds universes against one another in memory of its own (S8). */
static void memory_may_end_while_freezing(void)
{
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long most = 0;
    for (; status == QCDC_STATUS_MEMORY && most < 100000; most++) {
        QcdcCatalogBuilder *builder = NULL;
        QcdcCatalog *catalog = NULL;
        figures_check(qcdc_catalog_builder_new(&builder, NULL), &(QcdcError){0});
        figures_add_rows(UNITS, figures_unit_field, figures_add_unit, builder);
        figures_add_rows(INDICATORS, figures_indicator_field, figures_add_indicator, builder);
        allowed = most;
        status = qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL);
        allowed = -1;
        qcdc_catalog_unref(catalog);
        qcdc_catalog_builder_free(builder);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    CU_ASSERT(most > 10);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"one way refused leaves the other (S5)", one_way_refused_leaves_the_other},
        {"what is never added is refused by name", what_is_never_added_is_refused_by_name},
        {"its own kind of period is missing, not refused (D20)", its_own_kind_of_period_is_missing_not_refused},
        {"a level of refused figures is refused (D43)", a_level_of_refused_figures_is_refused},
        {"a form over a span cannot look a year back (S15)", a_form_over_a_span_cannot_look_a_year_back},
        {"memory may end while freezing", memory_may_end_while_freezing},
        {"status, flags and hedges go with the figures (S3, S4)", status_flags_and_hedges_go_with_the_figures},
    };
    return SUITE_RUN("nature", tests, argc, argv);
}
