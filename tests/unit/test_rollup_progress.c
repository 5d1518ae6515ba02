/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A roll-up tells how far it is, and can be stopped wherever it tells. */

#include "analysis/cube-private.h"
#include "cells.h"
#include "expect.h"
#include "suite.h"

typedef struct Told {
    size_t count, stop_at; /* the call that says stop, from 1 */
    double last;
    bool decreased;
    size_t tenths[10]; /* calls by the part that was done */
} Told;

static bool note(double fraction, void *data)
{
    Told *told = data;
    told->count++;
    told->decreased = told->decreased || fraction < told->last || fraction < 0 || fraction > 1;
    told->last = fraction;
    told->tenths[fraction < 1 ? (size_t)(fraction * 10) : 9]++;
    return told->count != told->stop_at;
}

static QcdcStatus roll_up(QcdcDataset *dataset, uint64_t interval, Told *told, QcdcCube **out_cube, QcdcError *error)
{
    QcdcRollupOptions options = { .size = sizeof options, .progress = note, .progress_data = told, .missing = QCDC_MISSING_CARRY };
    return interval == 0 ? qcdc_dataset_rollup(dataset, &options, out_cube, error)
                         : cube_roll_up(dataset, &options, interval, out_cube, error);
}

/* All figures up the tree, each a coefficient, a state, an origin and counts. */
typedef struct Sums {
    size_t count;
    int64_t *coefficients;
    uint8_t *states, *origins;
    uint32_t *valued;
} Sums;

static void sums_clear(Sums *sums)
{
    free(sums->coefficients);
    free(sums->states);
    free(sums->origins);
    free(sums->valued);
}

static Sums sums_of(const QcdcCube *cube)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    size_t units = qcdc_catalog_get_unit_count(catalog), indicators = qcdc_catalog_get_indicator_count(catalog);
    size_t count = units * indicators * qcdc_cube_get_period_count(cube);
    QcdcUnitId *unit = malloc(count * sizeof *unit);
    QcdcIndicatorId *indicator = malloc(count * sizeof *indicator);
    QcdcPeriod *period = malloc(count * sizeof *period);
    Sums sums = { count, calloc(count, sizeof *sums.coefficients), calloc(count, 1), calloc(count, 1),
                  calloc(count, sizeof *sums.valued) };
    QcdcCellColumns columns = { .size = sizeof columns, .coefficients = sums.coefficients, .states = sums.states,
                                .origins = sums.origins, .valued = sums.valued };
    for (size_t i = 0; i < count; i++) {
        unit[i] = (QcdcUnitId)(i % units);
        indicator[i] = (QcdcIndicatorId)(i / units % indicators);
        period[i] = qcdc_cube_get_period(cube, i / units / indicators);
    }
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, unit, indicator, period, NULL, NULL, count, &columns, NULL), QCDC_OK);
    free(unit);
    free(indicator);
    free(period);
    return sums;
}

static void expect_same(const Sums *got, const Sums *wanted)
{
    CU_ASSERT_EQUAL_FATAL(got->count, wanted->count);
    CU_ASSERT_EQUAL(memcmp(got->coefficients, wanted->coefficients, got->count * sizeof *got->coefficients), 0);
    CU_ASSERT_EQUAL(memcmp(got->states, wanted->states, got->count), 0);
    CU_ASSERT_EQUAL(memcmp(got->origins, wanted->origins, got->count), 0);
    CU_ASSERT_EQUAL(memcmp(got->valued, wanted->valued, got->count * sizeof *got->valued), 0);
}

static Sums roll_up_quietly(QcdcDataset *dataset)
{
    QcdcRollupOptions options = { .size = sizeof options, .missing = QCDC_MISSING_CARRY };
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, &options, &cube, NULL), QCDC_OK);
    Sums sums = sums_of(cube);
    qcdc_cube_unref(cube);
    return sums;
}

static void expect_full(QcdcDataset *dataset, uint64_t interval, const Sums *wanted, Told *told)
{
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };
    *told = (Told){ .count = 0 };
    CU_ASSERT_EQUAL_FATAL(roll_up(dataset, interval, told, &cube, &error), QCDC_OK);
    Sums sums = sums_of(cube);
    expect_same(&sums, wanted);
    CU_ASSERT_FALSE(told->decreased);
    CU_ASSERT_DOUBLE_EQUAL(told->last, 1, 0);
    sums_clear(&sums);
    qcdc_cube_unref(cube);
}

static void expect_stopped(QcdcDataset *dataset, uint64_t interval, size_t stop_at)
{
    Told told = { .stop_at = stop_at };
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(roll_up(dataset, interval, &told, &cube, &error), QCDC_STATUS_CANCELLED);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_CANCELLED);
    CU_ASSERT_PTR_NULL(cube);
    CU_ASSERT_EQUAL(told.count, stop_at);
}

/* Small figures of every kind, told at every step */

static const Figures small = {
    "code;name;level;parent;valid_to\np;Tỉnh;0;;\nd;Huyện;1;p;\nx1;Xã 1;2;d;\nx2;Xã 2;2;d;2021-06-30\ng;Phòng;1;p;\n",
    "code;name;nature;measure;formula;reporters\nn;Đơn;flow;đơn;;\nm;Vụ;flow;vụ;;1\nleft;Còn lại;closing;đơn;;\n"
    "first;Kỳ trước;opening;đơn;;\nrank;Hạng;rank;bậc;;\nrate;Tỷ lệ;ratio;%;m / n;\nmore;Tăng;flow;đơn;n - prev(n);\n",
    "unit;indicator;period;value;scope;scenario\nx1;n;2021-01;10;;\nx2;n;2021-01;20;;\ng;n;2021-Q1;5;;\nd;n;2021-02;70;total;\n"
    "x1;n;2021-03;11;;\nx1;n;2021;90;;kh\nd;m;2021-02;4;;\ng;m;2021-03;6;;\nx1;left;2021-01;3;;\nx1;left;2021-03;4;;\n"
    "x1;first;2021-02;2;;\np;rank;2021-02;7;;\nx1;n;2021-04-02/2021-04-09;1;;\n",
    "kh=kế hoạch", NULL
, NULL};

static void it_can_be_stopped_at_every_step(void)
{
    QcdcDataset *dataset = figures_make_dataset(&small);
    Sums wanted = roll_up_quietly(dataset);
    Told told, again;
    expect_full(dataset, 1, &wanted, &told);
    printf("# %zu calls\n", told.count);
    CU_ASSERT(told.count > 1000);
    for (size_t tenth = 0; tenth < 10; tenth++)
        CU_ASSERT(told.tenths[tenth] > 0);
    for (size_t k = 1; k <= told.count; k++) {
        expect_stopped(dataset, 1, k);
        if (k % 64 == 0 || k == told.count)
            expect_full(dataset, 1, &wanted, &again);
    }
    expect_full(dataset, 0, &wanted, &again);
    CU_ASSERT(again.count >= 2);
    sums_clear(&wanted);
    qcdc_dataset_unref(dataset);
}

/* Large ones through the front door */

enum {
    LARGE_UNITS = 3000,
    LARGE_INDICATORS = 2,
    LARGE_MONTHS = 24,
    LARGE_SLOTS = 24 + 8 + 4 + 2,
    STEPS_BETWEEN_CALLS = 200000
};

static QcdcCatalog *make_large_catalog(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    char code[16], parent[16] = "", level[4] = "0";
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_new(&builder, NULL), QCDC_OK);
    for (int i = 0; i < LARGE_UNITS; i++) {
        const char *values[QCDC_UNIT_FIELD_END] = { [QCDC_UNIT_CODE] = code, [QCDC_UNIT_NAME] = code, [QCDC_UNIT_LEVEL] = level,
                                                    [QCDC_UNIT_PARENT] = parent };
        QcdcRecord record = { .values = values, .value_count = QCDC_UNIT_FIELD_END, .row = i + 2 };
        snprintf(code, sizeof code, "u%d", i);
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL), QCDC_OK);
        strcpy(parent, "u0");
        strcpy(level, "1");
    }
    CU_ASSERT(figures_add_rows("code;name;nature;measure\nn;Đơn;flow;đơn\nleft;Còn lại;closing;đơn\n", figures_indicator_field,
                               figures_add_indicator, builder));
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static void append_large_row(QcdcColumns *columns, size_t i)
{
    ((QcdcUnitId *)columns->units)[i] = (QcdcUnitId)(i % LARGE_UNITS);
    ((QcdcIndicatorId *)columns->indicators)[i] = (QcdcIndicatorId)(i / LARGE_UNITS % LARGE_INDICATORS);
    ((QcdcPeriod *)columns->periods)[i] = (QcdcPeriod){ .start = 12 * 2021 + (int32_t)(i / LARGE_UNITS / LARGE_INDICATORS),
                                                        .count = 1, .kind = QCDC_PERIOD_MONTH };
    ((int64_t *)columns->coefficients)[i] = (int64_t)(i % 1009);
}

static QcdcDataset *make_large_dataset(void)
{
    QcdcCatalog *catalog = make_large_catalog();
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    size_t count = (size_t)LARGE_UNITS * LARGE_INDICATORS * LARGE_MONTHS;
    QcdcUnitId *units = malloc(count * sizeof *units);
    QcdcIndicatorId *indicators = malloc(count * sizeof *indicators);
    QcdcPeriod *periods = malloc(count * sizeof *periods);
    int64_t *coefficients = malloc(count * sizeof *coefficients);
    QcdcColumns columns = { sizeof columns, count, units, indicators, periods, coefficients, NULL, NULL, NULL, NULL };
    for (size_t i = 0; i < count; i++)
        append_large_row(&columns, i);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
    free(units);
    free(indicators);
    free(periods);
    free(coefficients);
    return dataset;
}

/* A figure over time and one up the tree are several steps; a call stands for no more than so many of them. */
static void it_is_told_the_more_often_the_more_there_is(void)
{
    QcdcDataset *dataset = make_large_dataset();
    Sums wanted = roll_up_quietly(dataset);
    size_t cells = (size_t)LARGE_UNITS * LARGE_INDICATORS * LARGE_SLOTS;
    Told told, again;
    expect_full(dataset, 0, &wanted, &told);
    printf("# %zu calls\n", told.count);
    CU_ASSERT(told.count > 8 * cells / STEPS_BETWEEN_CALLS && told.count < 200);
    for (size_t k = 1; k <= told.count; k++)
        expect_stopped(dataset, 0, k);
    expect_full(dataset, 0, &wanted, &again);
    CU_ASSERT_EQUAL(again.count, told.count);
    sums_clear(&wanted);
    qcdc_dataset_unref(dataset);
}

static void what_fails_is_not_told_as_done(void)
{
    Figures figures = { "code;name;level;parent\np;Tỉnh;0;\nx;Xã 1;1;p\ny;Xã 2;1;p\n", "code;name;nature;measure\nn;Đơn;flow;đơn\n",
                        "unit;indicator;period;value\nx;n;2021;999999999999999999\ny;n;2021;1\n", NULL, NULL, NULL };
    QcdcDataset *dataset = figures_make_dataset(&figures);
    Told told = { .count = 0 };
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL(roll_up(dataset, 0, &told, &cube, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT(told.count > 0 && told.last < 1);
    qcdc_dataset_unref(dataset);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "it can be stopped at every step, and done again", it_can_be_stopped_at_every_step },
        { "it is told the more often, the more there is", it_is_told_the_more_often_the_more_there_is },
        { "what fails is not told as done", what_fails_is_not_told_as_done },
    };
    return SUITE_RUN("rollup_progress", tests, argc, argv);
}
