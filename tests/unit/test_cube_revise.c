/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include "failing-memory.h"
#include "cells.h"

#include "analysis/cube-private.h"

static const Figures figures = {
    .units = "code;name;level;parent\nt;T;0;\na;A;1;t\nb;B;1;t",
    .indicators = "code;name;nature;measure;formula\nn;N;flow;đơn;\nm;M;flow;đơn;\ns;S;closing;người;\nr;R;ratio;%;n / m",
    .observations = "unit;indicator;period;value;obs_status;scenario;hedge\n"
                    "a;n;2021;10\na;n;2022;20\nb;n;2021;30\nb;n;2022;40\n"
                    "a;m;2021;100\nb;m;2021;100\na;m;2022;200\nb;m;2022;200\n"
                    "a;s;2021;5\na;n;2022;50;;plan",
    .plans = "plan=kế hoạch",
};

static QcdcDataset *correct(QcdcDataset *earlier, const char *rows)
{
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new_revision(earlier, 0, &builder, NULL), QCDC_OK);
    CU_ASSERT_TRUE(figures_add_rows(rows, figures_observation_field, figures_add_observation, builder));
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    return dataset;
}

static QcdcCube *revise(QcdcCube *cube, const char *rows)
{
    QcdcDataset *dataset = correct(qcdc_cube_get_dataset(cube), rows);
    QcdcCube *revised = NULL;
    QcdcError error = { 0 };

    figures_check(qcdc_cube_revise(cube, dataset, &revised, &error), &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(revised);
    qcdc_dataset_unref(dataset);
    return revised;
}

/* Which of the columns n, m, s, and n of the plan both have. */
static const char *name_shared(const QcdcCube *one, const QcdcCube *other)
{
    static char names[8];

    snprintf(names, sizeof names, "%s%s%s%s", cube_column(one, 0, 0) == cube_column(other, 0, 0) ? "n" : "",
             cube_column(one, 1, 0) == cube_column(other, 1, 0) ? "m" : "",
             cube_column(one, 2, 0) == cube_column(other, 2, 0) ? "s" : "",
             cube_column(one, 0, 1) == cube_column(other, 0, 1) ? "p" : "");
    return names;
}

static void a_changed_figure(void)
{
    static const CellAsk before[] = { { "t", "n", "2022", "60 2/2 sum A", 0 }, { "t", "r", "2022", "60/400 2/2 sum A", 0 } };
    static const CellAsk after[] = { { "t", "n", "2022", "65 2/2 sum A", 0 }, { "t", "r", "2022", "65/400 2/2 sum A", 0 },
                                     { "t", "m", "2021", "200 2/2 sum A", 0 }, { "a", "n", "2022", "50 1/0 own A", 1 } };
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *revised = revise(cube, "unit;indicator;period;value\nb;n;2022;45");

    cells_expect(cube, before, 2);
    CU_ASSERT_STRING_EQUAL(name_shared(cube, revised), "msp");
    qcdc_cube_unref(cube); /* what is shared stays */
    cells_expect(revised, after, 3);
    qcdc_cube_unref(revised);
}

static void a_status_or_a_hedge_is_a_change(void)
{
    static const CellAsk status[] = { { "t", "m", "2022", "400 2/2 sum E", 0 } };
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *revised;
    const CellAsk ask = { "b", "m", "2022", "", 0 };
    QcdcCell cell = { 0 };

    revised = revise(cube, "unit;indicator;period;value;obs_status\nb;m;2022;200;E");
    CU_ASSERT_STRING_EQUAL(name_shared(cube, revised), "nsp");
    cells_expect(revised, status, 1);
    qcdc_cube_unref(revised);
    revised = revise(cube, "unit;indicator;period;value;hedge\nb;m;2022;200;hơn");
    CU_ASSERT_TRUE(cells_read(revised, &ask, &cell) && cell.is_hedged);
    CU_ASSERT_TRUE(cell.hedge != NULL && strcmp(cell.hedge, "hơn") == 0);
    qcdc_cube_unref(revised);
    qcdc_cube_unref(cube);
}

/* New keys may bring periods, reporters and sub-periods: nothing is shared. */
static void an_added_figure(void)
{
    static const CellAsk asks[] = { { "b", "s", "2021", "7 1/1 own A", 0 }, { "t", "s", "2021", "12 2/2 sum A", 0 },
                                    { "a", "n", "2022-01", "1 1/1 own A", 0 } };
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL),
             *revised = revise(cube, "unit;indicator;period;value\nb;s;2021;7\na;n;2022-01;1");

    CU_ASSERT_STRING_EQUAL(name_shared(cube, revised), "");
    cells_expect(revised, asks, 3);
    qcdc_cube_unref(revised);
    qcdc_cube_unref(cube);
}

/* As many rows with the same figures, and two of them are another unit's. */
static void other_figures_of_the_catalog(void)
{
    static const CellAsk asks[] = { { "a", "n", "2021", "30 1/1 own A", 0 }, { "b", "n", "2021", "10 1/1 own A", 0 } };
    static const char rows[] = "unit;indicator;period;value;obs_status;scenario;hedge\n"
                               "b;n;2021;10\na;n;2022;20\na;n;2021;30\nb;n;2022;40\n"
                               "a;m;2021;100\nb;m;2021;100\na;m;2022;200\nb;m;2022;200\n"
                               "a;s;2021;5\na;n;2022;50;;plan";
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *other = NULL;
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube)), 0, &builder, NULL), QCDC_OK);
    CU_ASSERT_TRUE(figures_add_rows(rows, figures_observation_field, figures_add_observation, builder));
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(dataset), qcdc_dataset_get_count(qcdc_cube_get_dataset(cube)));
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_revise(cube, dataset, &other, NULL), QCDC_OK);
    cells_expect(other, asks, 2);
    qcdc_cube_unref(other);
    qcdc_cube_unref(cube);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
}

static void options_are_kept(void)
{
    static const CellAsk strict[] = { { "t", "s", "2021", "- 1/2 none", 0 }, { "a", "s", "2021", "6 1/1 own A", 0 } };
    const QcdcPeriod wanted = { .start = 2016 * 12, .count = 60, .kind = QCDC_PERIOD_SPAN };
    const QcdcRollupOptions options = { .size = sizeof options, .missing = QCDC_MISSING_STRICT, .periods = &wanted, .period_count = 1 };
    QcdcDataset *dataset = figures_make_dataset(&figures);
    QcdcCube *cube = NULL, *revised;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, &options, &cube, NULL), QCDC_OK);
    revised = revise(cube, "unit;indicator;period;value\na;s;2021;6");
    cells_expect(revised, strict, 2);
    CU_ASSERT_EQUAL(qcdc_cube_get_period_count(revised), qcdc_cube_get_period_count(cube));
    qcdc_cube_unref(revised);
    qcdc_cube_unref(cube);
    qcdc_dataset_unref(dataset);
}

static void wrong_calls_are_refused(void)
{
    QcdcDataset *other = figures_make_dataset(&figures), *dataset;
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *revised = NULL;
    QcdcError error = { 0 };

    dataset = qcdc_cube_get_dataset(cube);
    CU_ASSERT_EQUAL(qcdc_cube_revise(cube, other, &revised, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(error.text, "the dataset has another catalog than the cube; revise with what "
                                       "qcdc_dataset_builder_new_revision() made of the cube's dataset");
    CU_ASSERT_EQUAL(qcdc_cube_revise(NULL, dataset, &revised, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_revise(cube, NULL, &revised, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_revise(cube, dataset, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(revised);
    CU_ASSERT_EQUAL(qcdc_cube_revise(cube, dataset, &revised, NULL), QCDC_OK);
    CU_ASSERT_PTR_EQUAL(revised, cube);
    qcdc_cube_unref(revised);
    qcdc_cube_unref(cube);
    qcdc_dataset_unref(other);
}

static void an_overflow_is_told(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *revised = NULL;
    QcdcDataset *dataset = correct(qcdc_cube_get_dataset(cube), "unit;indicator;period;value\na;m;2021;999999999999999999");
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(qcdc_cube_revise(cube, dataset, &revised, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_STRING_EQUAL(error.text, "unit \"t\", indicator \"m\", period \"2021\": the sum is outside the range of a value; "
                                       "values have at most 18 digits; look for a figure in a wrong measure");
    CU_ASSERT_PTR_NULL(revised);
    qcdc_dataset_unref(dataset);
    qcdc_cube_unref(cube);
}

/* Comparisons with the base as published */

static QcdcComparison *compare(QcdcCube *cube, QcdcBaseKnown known, const char *indicator, QcdcStatus wanted)
{
    const QcdcSelection selection = { .size = sizeof selection, .unit = "t", .period = "2022", .indicators = &indicator,
                                      .indicator_count = 1, .base_known = known };
    QcdcComparison *comparison = NULL;

    CU_ASSERT_EQUAL(qcdc_cube_compare(cube, &selection, &comparison, NULL), wanted);
    return comparison;
}

static QcdcComparisonRow read_row(QcdcComparison *comparison)
{
    QcdcComparisonRow row = { 0 };

    CU_ASSERT_EQUAL_FATAL(qcdc_comparison_read_rows(comparison, 0, 1, &row, NULL), QCDC_OK);
    qcdc_comparison_unref(comparison);
    return row;
}

/* S20: the current figure is the cube's, whatever the base is. */
static void the_base_now_and_then(void)
{
    QcdcCube *plain = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *cube;
    QcdcComparisonRow row;

    cube = revise(plain, "unit;indicator;period;value\na;n;2021;12\na;n;2022;21");
    row = read_row(compare(cube, QCDC_BASE_KNOWN_DEFAULT, "n", QCDC_OK));
    CU_ASSERT_EQUAL(row.current_cell.figure.value.coefficient, 61);
    CU_ASSERT_EQUAL(row.base_cell.figure.value.coefficient, 42);
    row = read_row(compare(cube, QCDC_BASE_KNOWN_NOW, "n", QCDC_OK));
    CU_ASSERT_EQUAL(row.base_cell.figure.value.coefficient, 42);
    row = read_row(compare(cube, QCDC_BASE_KNOWN_THEN, "n", QCDC_OK));
    CU_ASSERT_EQUAL(row.current_cell.figure.value.coefficient, 61);
    CU_ASSERT_EQUAL(row.base_cell.figure.value.coefficient, 40);
    CU_ASSERT_EQUAL(row.change.caveats, 0);
    compare(cube, QCDC_BASE_KNOWN_END, "n", QCDC_STATUS_ARGUMENT);
    qcdc_cube_unref(cube);
    qcdc_cube_unref(plain);
}

/* D25: who had a value then is held against who has one now. */
static void coverage_is_that_of_the_base_then(void)
{
    QcdcCube *plain = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *cube;
    QcdcComparisonRow row;

    cube = revise(plain, "unit;indicator;period;value;obs_status\na;n;2021;;O");
    row = read_row(compare(cube, QCDC_BASE_KNOWN_NOW, "n", QCDC_OK));
    CU_ASSERT_EQUAL(row.change.caveats, QCDC_CAVEAT_COVERAGE_DIFFERS);
    CU_ASSERT_EQUAL(row.base_units_valued, 1);
    row = read_row(compare(cube, QCDC_BASE_KNOWN_THEN, "n", QCDC_OK));
    CU_ASSERT_EQUAL(row.change.caveats, 0);
    CU_ASSERT_EQUAL(row.base_units_valued, 2);
    qcdc_cube_unref(cube);
    qcdc_cube_unref(plain);
}

/* An older host knows no base_known. */
static void a_shorter_selection(void)
{
    const char *indicator = "n";
    QcdcSelection selection = { .size = offsetof(QcdcSelection, base_known), .unit = "t", .period = "2022", .indicators = &indicator,
                                .indicator_count = 1, .base_known = QCDC_BASE_KNOWN_THEN };
    QcdcCube *plain = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *cube = revise(plain, "unit;indicator;period;value\na;n;2021;12");
    QcdcComparison *comparison = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_cube_compare(cube, &selection, &comparison, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(read_row(comparison).base_cell.figure.value.coefficient, 42);
    qcdc_cube_unref(cube);
    qcdc_cube_unref(plain);
}

static void a_failed_allocation_is_told(void)
{
    const QcdcSelection selection = { .size = sizeof selection, .base_known = QCDC_BASE_KNOWN_THEN };
    QcdcCube *plain = figures_make_cube(&figures, QCDC_MISSING_PARTIAL), *cube = revise(plain, "unit;indicator;period;value\na;n;2021;12");
    QcdcComparison *comparison = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;

    for (; status == QCDC_STATUS_MEMORY && count < 2000; count++) {
        CU_ASSERT_PTR_NULL_FATAL(comparison);
        allowed = count;
        status = qcdc_cube_compare(cube, &selection, &comparison, NULL);
    }
    allowed = -1;
    CU_ASSERT(count > 30);
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    qcdc_cube_unref(plain);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a changed figure", a_changed_figure },
        { "a status or a hedge is a change", a_status_or_a_hedge_is_a_change },
        { "an added figure", an_added_figure },
        { "other figures of the catalog", other_figures_of_the_catalog },
        { "options are kept", options_are_kept },
        { "wrong calls are refused", wrong_calls_are_refused },
        { "an overflow is told", an_overflow_is_told },
        { "the base now and then", the_base_now_and_then },
        { "coverage is that of the base then", coverage_is_that_of_the_base_then },
        { "a shorter selection", a_shorter_selection },
        { "a failed allocation is told", a_failed_allocation_is_told },
    };

    return SUITE_RUN("cube_revise", tests, argc, argv);
}
