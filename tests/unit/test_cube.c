/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "suite.h"

static const Figures figures = {"code;name;level;parent\np;Tỉnh;0;\nx1;Xã 1;1;p\nx2;Xã 2;1;p\n",
                                "code;name;nature;measure\nn;Đơn;flow;đơn\nrank;Hạng;rank;bậc\n",
                                "unit;indicator;period;value;hedge;field;obs_status\nx1;n;2022-01;300;trên;;\np;rank;2022-01;15;;63;\n"
                                "x2;n;2022-02;5;gần;;\nx1;n;2022-02;6;;;\n",
                                NULL, NULL, NULL};

static QcdcStatus rollup(const QcdcRollupOptions *options, QcdcCube **out_cube, QcdcError *error)
{
    QcdcDataset *dataset = figures_make_dataset(&figures);
    QcdcStatus status = qcdc_dataset_rollup(dataset, options, out_cube, error);
    qcdc_dataset_unref(dataset);
    return status;
}

static void options_are_read_by_their_size(void)
{
    const QcdcPeriod wanted = cells_period("2019");
    QcdcRollupOptions options = {.periods = &wanted, .period_count = 1};
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL(rollup(&options, &cube, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_cube_get_period_count(cube), 6);
    qcdc_cube_unref(cube);
    options.size = offsetof(QcdcRollupOptions, periods);
    CU_ASSERT_EQUAL(rollup(&options, &cube, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_cube_get_period_count(cube), 5);
    qcdc_cube_unref(cube);
}

static void wrong_options_are_told(void)
{
    const QcdcPeriod none = {0};
    const struct {
        QcdcRollupOptions options;
        QcdcStatus status;
    } cases[] = {
        {{.missing = QCDC_MISSING_END}, QCDC_STATUS_ARGUMENT},
        {{.hierarchy = "other"}, QCDC_STATUS_NOT_FOUND},
        {{.periods = NULL, .period_count = 1}, QCDC_STATUS_ARGUMENT},
        {{.periods = &none, .period_count = 1}, QCDC_STATUS_ARGUMENT},
        {{.max_cells = 29}, QCDC_STATUS_MEMORY},
        {{.hierarchy = "parent", .max_cells = 30, .threads = 4}, QCDC_OK},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcCube *cube = NULL;
        QcdcError error = {0};
        CU_ASSERT_EQUAL(rollup(&cases[i].options, &cube, &error), cases[i].status);
        CU_ASSERT_EQUAL(error.status, cases[i].status);
        qcdc_cube_unref(cube);
    }
    CU_ASSERT_EQUAL(qcdc_dataset_rollup(NULL, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
}

static bool stop_halfway(double fraction, void *data)
{
    *(double *)data = fraction;
    return fraction < 0.5;
}

static bool go_on(double fraction, void *data)
{
    *(double *)data = fraction;
    return true;
}

static void progress_is_told_and_can_stop(void)
{
    double fraction = 0;
    QcdcRollupOptions options = {.progress = stop_halfway, .progress_data = &fraction};
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL(rollup(&options, &cube, NULL), QCDC_STATUS_CANCELLED);
    CU_ASSERT_PTR_NULL(cube);
    CU_ASSERT(fraction >= 0.5);
    options.progress = go_on;
    CU_ASSERT_EQUAL(rollup(&options, &cube, NULL), QCDC_OK);
    CU_ASSERT_DOUBLE_EQUAL(fraction, 1, 0);
    qcdc_cube_unref(cube);
}

static void keys_are_looked_at_first(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    const QcdcUnitId units[] = {0, 9}, good[] = {0, 0};
    const QcdcIndicatorId indicators[] = {0, 0}, bad[] = {0, 7};
    const QcdcPeriod periods[] = {cells_period("2022-01"), cells_period("2022-01")};
    const QcdcPeriod absent[] = {cells_period("2022-01"), cells_period("1999")};
    const uint16_t scenarios[] = {0, 1};
    QcdcCell cells[2] = {{.valued = 77}, {.valued = 77}};
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, units, indicators, periods, NULL, NULL, 2, cells, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, good, bad, periods, NULL, NULL, 2, cells, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, good, indicators, absent, NULL, NULL, 2, cells, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, good, indicators, periods, NULL, scenarios, 2, cells, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, NULL, indicators, periods, NULL, NULL, 2, cells, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(cells[0].valued, 77);
    CU_ASSERT_EQUAL(qcdc_cube_read_cells(cube, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL), QCDC_OK);
    qcdc_cube_unref(cube);
}

/* S4: a hedge prints as it came where a cell is one row, and is told of every sum it went into */
static void hedges_and_fields_come_along(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const struct {
        CellAsk ask;
        const char *hedge;
        uint8_t is_hedged;
        int32_t field;
    } cases[] = {
        {{"x1", "n", "2022-01", "", 0}, "trên", 1, 0}, {{"p", "n", "2022-01", "", 0}, "trên", 1, 0},
        {{"x1", "n", "2022-Q1", "", 0}, NULL, 1, 0},   {{"p", "n", "2022-02", "", 0}, NULL, 1, 0},
        {{"x1", "n", "2022-02", "", 0}, NULL, 0, 0},   {{"p", "rank", "2022-01", "", 0}, NULL, 0, 63},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0] && cube != NULL; i++) {
        QcdcCell cell;
        if (!cells_read(cube, &cases[i].ask, &cell))
            continue;
        CU_ASSERT_EQUAL(cell.is_hedged, cases[i].is_hedged);
        CU_ASSERT_EQUAL(cell.figure.field, cases[i].field);
        CU_ASSERT_EQUAL(cell.hedge == NULL, cases[i].hedge == NULL);
        if (cell.hedge != NULL && cases[i].hedge != NULL)
            CU_ASSERT_STRING_EQUAL(cell.hedge, cases[i].hedge);
    }
    qcdc_cube_unref(cube);
}

static void periods_are_in_order(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    for (size_t i = 1; i < qcdc_cube_get_period_count(cube); i++)
        CU_ASSERT(qcdc_period_compare(qcdc_cube_get_period(cube, i - 1), qcdc_cube_get_period(cube, i)) < 0);
    CU_ASSERT_EQUAL(qcdc_cube_get_period(cube, 5).kind, QCDC_PERIOD_NONE);
    CU_ASSERT_EQUAL(qcdc_cube_get_period_count(NULL), 0);
    CU_ASSERT_PTR_NULL(qcdc_cube_get_dataset(NULL));
    qcdc_cube_unref(cube);
}

static void a_cube_outlives_its_dataset(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT), *other = qcdc_cube_ref(cube);
    CellAsk ask = {"p", "n", "2022-Q1", "311 3/6 partial A", 0};
    qcdc_cube_unref(cube);
    cells_expect(other, &ask, 1);
    qcdc_cube_unref(other);
    qcdc_cube_unref(NULL);
    CU_ASSERT_PTR_NULL(qcdc_cube_ref(NULL));
}

static void origins_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_origin_to_name(QCDC_ORIGIN_REPORTED_TOTAL), "reported-total");
    for (int origin = 0; origin < QCDC_ORIGIN_END; origin++)
        CU_ASSERT_PTR_NOT_NULL(qcdc_origin_to_name((QcdcOrigin)origin));
    CU_ASSERT_PTR_NULL(qcdc_origin_to_name(QCDC_ORIGIN_END));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"options are read by their size", options_are_read_by_their_size},
        {"wrong options are told", wrong_options_are_told},
        {"progress is told and can stop", progress_is_told_and_can_stop},
        {"keys are looked at first", keys_are_looked_at_first},
        {"hedges and fields come along (S4)", hedges_and_fields_come_along},
        {"periods are in order (D9)", periods_are_in_order},
        {"a cube outlives its dataset", a_cube_outlives_its_dataset},
        {"origins have names", origins_have_names},
    };
    return SUITE_RUN("cube", tests, argc, argv);
}
