/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include <qcdc/audit.h>
#include <qcdc/memory.h>

#include "model/memory-private.h"

/* One tree for all tests: a province of two districts, the first with two communes. */
static const char *const units[][4] = {
    { "p", "Tỉnh A", "0", "" },       { "d1", "Huyện Một", "1", "p" }, { "d2", "Huyện Hai", "1", "p" },
    { "c1", "Xã Một", "2", "d1" },    { "c2", "Xã Hai", "2", "d1" },
};

static const char *const indicators[][8] = {
    { "visits", "Lượt", "flow", "lượt" },
    { "money", "Thu", "flow", "tỷ đồng", "2" },
    { "stock", "Hộ", "stock", "hộ" },
    { "opening", "Kỳ trước chuyển sang", "opening", "đơn" },
    { "score", "Điểm", "score", "điểm" },
    { "sum", "Tổng", "flow", "lượt", "", "", "", "visits + visits" },
};

/* A row of observations.csv, by field up to the hedge. */
enum { SCOPE = QCDC_OBSERVATION_SCOPE, ROW_FIELDS = QCDC_OBSERVATION_HEDGE + 1 };
typedef const char *Row[ROW_FIELDS];

static QcdcCatalog *make_catalog(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_new(&builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "plan", "kế hoạch", NULL), QCDC_OK);
    for (size_t k = 0; k < sizeof units / sizeof units[0]; k++) {
        QcdcRecord record = { .values = units[k], .value_count = 4 };
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL), QCDC_OK);
    }
    for (size_t k = 0; k < sizeof indicators / sizeof indicators[0]; k++) {
        QcdcRecord record = { .values = indicators[k], .value_count = 8 };
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_indicator(builder, &record, NULL, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static QcdcDataset *make_dataset(Row const *rows, size_t count)
{
    QcdcCatalog *catalog = make_catalog();
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    for (size_t k = 0; k < count; k++) {
        QcdcRecord record = { .values = rows[k], .value_count = ROW_FIELDS, .source = "o.csv", .row = (int32_t)k + 2 };
        QcdcError error = { 0 };
        CU_ASSERT_EQUAL(qcdc_dataset_builder_append_record(builder, &record, NULL, &error), QCDC_OK);
        if (error.status != QCDC_OK)
            printf("# %s\n", error.text);
    }
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
    return dataset;
}

static QcdcFindings *check_rows(Row const *rows, size_t count)
{
    QcdcDataset *dataset = make_dataset(rows, count);
    QcdcFindings *findings = NULL;
    QcdcCube *cube = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, NULL, &cube, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_cube_check(cube, findings, NULL), QCDC_OK);
    qcdc_cube_unref(cube);
    qcdc_dataset_unref(dataset);
    return findings;
}

/* "F200 row left right difference: cell=value@row …" a finding. */
static void describe(const QcdcFindings *findings, Text *text)
{
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++) {
        QcdcFinding finding;
        char line[200];
        qcdc_findings_get_item(findings, k, &finding);
        snprintf(line, sizeof line, "%s %d %s %s %s:", finding.code + 5, (int)finding.row, finding.left, finding.right,
                 finding.difference);
        text_append(text, line);
        for (size_t cell = 0; cell < finding.cell_count; cell++) {
            snprintf(line, sizeof line, " %s/%s=%s@%d", finding.cells[cell].unit, finding.cells[cell].period,
                     finding.cells[cell].value, (int)finding.cells[cell].row);
            text_append(text, line);
        }
        text_append(text, "\n");
        CU_ASSERT_EQUAL(finding.severity, QCDC_SEVERITY_WARNING);
    }
}

static void expect(Row const *rows, size_t count, const char *expected)
{
    QcdcFindings *findings = check_rows(rows, count);
    Text text = { 0 };

    describe(findings, &text);
    if (strcmp(text_get(&text), expected) != 0)
        printf("# expected:\n%s# got:\n%s", expected, text_get(&text));
    CU_ASSERT_STRING_EQUAL(text_get(&text), expected);
    text_clear(&text);
    qcdc_findings_free(findings);
}

#define ROWS(...) (Row const[]){ __VA_ARGS__ }, sizeof((Row const[]){ __VA_ARGS__ }) / sizeof(Row)

static void a_total_that_fits(void)
{
    expect(ROWS({ "d1", "visits", "2022", "30", [SCOPE] = "total" }, { "c1", "visits", "2022", "10" },
                { "c2", "visits", "2022", "20" }),
           "");
}

static void a_total_that_differs(void)
{
    expect(ROWS({ "d1", "visits", "2022", "31", [SCOPE] = "total" }, { "c1", "visits", "2022", "10" },
                { "c2", "visits", "2022", "20" }),
           "F200 2 31 30 1: d1/2022=31@2 c1/2022=10@3 c2/2022=20@4\n");
    expect(ROWS({ "d1", "money", "2022", "1.5", [SCOPE] = "total" }, { "c1", "money", "2022", "1" },
                { "c2", "money", "2022", "0.51" }),
           "F200 2 1.50 1.51 -0.01: d1/2022=1.50@2 c1/2022=1.00@3 c2/2022=0.51@4\n");
}

static void the_units_own_figure_counts(void)
{
    expect(ROWS({ "d1", "visits", "2022", "30", [SCOPE] = "total" }, { "d1", "visits", "2022", "5" },
                { "c1", "visits", "2022", "10" }, { "c2", "visits", "2022", "20" }),
           "F200 2 30 35 -5: d1/2022=30@2 d1/2022=5@3 c1/2022=10@4 c2/2022=20@5\n");
    expect(ROWS({ "c1", "visits", "2022", "30", [SCOPE] = "total" }, { "c1", "visits", "2022", "29" }),
           "F200 2 30 29 1: c1/2022=30@2 c1/2022=29@3\n");
    /* Made of finer periods too, with their hedges (D49, D50). */
    expect(ROWS({ "d1", "visits", "2022", "30", [SCOPE] = "total" }, { "d1", "visits", "2022-S1", "2" },
                { "d1", "visits", "2022-S2", "3" }, { "c1", "visits", "2022", "10" }, { "c2", "visits", "2022", "20" }),
           "F200 2 30 35 -5: d1/2022=30@2 d1/2022=5@0 c1/2022=10@5 c2/2022=20@6\n");
}

static void a_total_beside_missing_figures_is_no_fault(void)
{
    expect(ROWS({ "d1", "visits", "2022", "31", [SCOPE] = "total" }, { "c1", "visits", "2022", "10" }), "");
    expect(ROWS({ "d1", "visits", "2022", "31", [SCOPE] = "total" }, { "c1", "visits", "2022", "10" },
                { "c2", "visits", "2022", "", "O" }),
           "");
    expect(ROWS({ "d1", "visits", "2022", "", "O", "total" }, { "c1", "visits", "2022", "10" },
                { "c2", "visits", "2022", "20" }),
           "");
}

static void totals_of_every_level_and_scenario(void)
{
    expect(ROWS({ "p", "visits", "2022", "100", [SCOPE] = "total" }, { "d1", "visits", "2022", "31", [SCOPE] = "total" },
                { "c1", "visits", "2022", "10" }, { "c2", "visits", "2022", "20" }, { "d2", "visits", "2022", "60" },
                { "d1", "visits", "2022", "9", "", "total", "plan" }, { "c1", "visits", "2022", "4", "", "", "plan" },
                { "c2", "visits", "2022", "4", "", "", "plan" }),
           "F200 2 100 90 10: p/2022=100@2 d1/2022=30@0 d2/2022=60@6\n"
           "F200 3 31 30 1: d1/2022=31@3 c1/2022=10@4 c2/2022=20@5\n"
           "F200 7 9 8 1: d1/2022=9@7 c1/2022=4@8 c2/2022=4@9\n");
}

static void a_year_that_differs_from_its_parts(void)
{
    expect(ROWS({ "d2", "visits", "2022", "100" }, { "d2", "visits", "2022-S1", "40" },
                { "d2", "visits", "2022-S2", "50" }),
           "F201 2 100 90 10: d2/2022=100@2 d2/2022-S1=40@3 d2/2022-S2=50@4\n");
    expect(ROWS({ "d2", "visits", "2022", "90" }, { "d2", "visits", "2022-S1", "40" },
                { "d2", "visits", "2022-S2", "50" }),
           "");
}

static void a_coarse_figure_beside_missing_parts_is_no_fault(void)
{
    expect(ROWS({ "d2", "visits", "2022", "100" }, { "d2", "visits", "2022-S1", "40" }), "");
    expect(ROWS({ "d2", "visits", "2022", "100" }, { "d2", "visits", "2021", "40" }), "");
}

static void each_coarse_figure_is_held_by_itself(void)
{
    expect(ROWS({ "d2", "visits", "2022-S1", "41" }, { "d2", "visits", "2022-Q1", "20" }, { "d2", "visits", "2022-Q2", "20" },
                { "d2", "visits", "2022", "80" }, { "d2", "visits", "2022-S2", "40" }),
           "F201 2 41 40 1: d2/2022-S1=41@2 d2/2022-Q1=20@3 d2/2022-Q2=20@4\n");
}

static void figures_that_do_not_add_up_are_held_as_they_are(void)
{
    expect(ROWS({ "d1", "score", "2022", "90", [SCOPE] = "total" }, { "c1", "score", "2022", "10" },
                { "c2", "score", "2022", "20" }),
           "");
    expect(ROWS({ "d2", "stock", "2022", "90" }, { "d2", "stock", "2022-S1", "10" }, { "d2", "stock", "2022-S2", "20" }),
           "F201 2 90 20 70: d2/2022=90@2 d2/2022-S2=20@4\n");
    expect(ROWS({ "d2", "opening", "2022-01/P8M", "9", [SCOPE] = "total" }, { "d2", "opening", "2022-01/P7M", "7", [SCOPE] = "total" }),
           "F201 2 9 7 2: d2/2022-01/P8M=9@2 d2/2022-01/P7M=7@3\n");
    expect(ROWS({ "d1", "stock", "2022", "90", [SCOPE] = "total" }, { "c1", "stock", "2022", "10" },
                { "c2", "stock", "2022", "20" }),
           "F200 2 90 30 60: d1/2022=90@2 c1/2022=10@3 c2/2022=20@4\n");
    expect(ROWS({ "d1", "sum", "2022", "90", [SCOPE] = "total" }, { "c1", "visits", "2022", "10" },
                { "c2", "visits", "2022", "20" }),
           "F206 2 90 60 30: d1/2022=90@2 d1/2022=30@0 d1/2022=30@0\n");
}

static void what_is_said(void)
{
    static Row const rows[] = { { "d1", "visits", "2022", "31", "", "total", "", "hơn" }, { "c1", "visits", "2022", "10" },
                                { "c2", "visits", "2022", "20" } };
    QcdcFindings *findings = check_rows(rows, 3);
    QcdcFinding finding;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_get_item(findings, 0, &finding), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(finding.message, "reported total 31 of \"d1\" \"visits\" 2022 differs by 1 from the sum of its own and its "
                                            "children's figures, 30; that is at the printed points: read as bounds (hơn) the two sides "
                                            "cannot be equal");
    CU_ASSERT_STRING_EQUAL(finding.rule, "reported-total");
    CU_ASSERT_STRING_EQUAL(finding.file, "o.csv");
    CU_ASSERT_STRING_EQUAL(finding.unit, "d1");
    CU_ASSERT_STRING_EQUAL(finding.indicator, "visits");
    CU_ASSERT_STRING_EQUAL(finding.period, "2022");
    CU_ASSERT_STRING_EQUAL(finding.value, "31");
    qcdc_findings_free(findings);
}

static void wrong_calls_are_refused(void)
{
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_cube_check(NULL, findings, NULL), QCDC_STATUS_ARGUMENT);
    qcdc_findings_free(findings);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a total that fits", a_total_that_fits },
        { "a total that differs", a_total_that_differs },
        { "the unit's own figure counts", the_units_own_figure_counts },
        { "a total beside missing figures is no fault", a_total_beside_missing_figures_is_no_fault },
        { "totals of every level and scenario", totals_of_every_level_and_scenario },
        { "a year that differs from its parts", a_year_that_differs_from_its_parts },
        { "a coarse figure beside missing parts is no fault", a_coarse_figure_beside_missing_parts_is_no_fault },
        { "each coarse figure is held by itself", each_coarse_figure_is_held_by_itself },
        { "figures that do not add up are held as they are", figures_that_do_not_add_up_are_held_as_they_are },
        { "what is said", what_is_said },
        { "wrong calls are refused", wrong_calls_are_refused },
    };

    return SUITE_RUN("check", tests, argc, argv);
}
