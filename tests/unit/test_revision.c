/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include "failing-memory.h"
#include "tables.h"

#include <qcdc/memory.h>

#include "model/dataset-private.h"

static const char units[] = "code,name,level,parent\nt,Tỉnh,0,\na,Xã A,1,t\nb,Xã B,1,t\n";
static const char indicators[] = "code,name,nature,measure\nn,Số đơn,flow,đơn\nm,Số vụ,flow,vụ\n";
static const char first[] = "unit,indicator,period,value,hedge,source,x_page\n"
                            "a,n,2022,10,hơn,S1,7\n"
                            "b,n,2022,20,,S1,\n"
                            "a,m,2022,5,,S1,\n";

static QcdcDataset *freeze(QcdcDatasetBuilder *builder)
{
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };

    if (qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(dataset);
    qcdc_dataset_builder_free(builder);
    return dataset;
}

static QcdcDataset *make_first(void)
{
    QcdcDatasetBuilder *builder = tables_begin_dataset(units, indicators);

    CU_ASSERT_EQUAL_FATAL(tables_add_observations(builder, first, NULL, NULL), QCDC_OK);
    return freeze(builder);
}

static QcdcDatasetBuilder *begin_revision(QcdcDataset *earlier)
{
    QcdcDatasetBuilder *builder = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new_revision(earlier, 0, &builder, NULL), QCDC_OK);
    return builder;
}

/* The correction of @earlier, which is given back. */
static QcdcDataset *correct(QcdcDataset *earlier, const char *rows)
{
    QcdcDatasetBuilder *builder = begin_revision(earlier);

    CU_ASSERT_EQUAL_FATAL(table_add("letter.csv", rows, table_observation_field, QCDC_OBSERVATION_FIELD_END,
                                    table_add_observation, builder, NULL, NULL),
                          QCDC_OK);
    qcdc_dataset_unref(earlier);
    return freeze(builder);
}

/* "a n 2022 hơn 10 observations.csv:2 S1 r0" a row, "-" for no value. */
static void describe(const QcdcDataset *dataset, size_t row, char *line, size_t size)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(dataset);
    QcdcObservation seen;
    char period[QCDC_PERIOD_TEXT_SIZE], value[QCDC_DECIMAL_TEXT_SIZE] = "-";

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_observation(dataset, row, &seen, NULL), QCDC_OK);
    qcdc_period_to_text(seen.period, period, sizeof period);
    if ((seen.status & QCDC_OBSERVATION_CODE_MASK) < QCDC_OBSERVATION_NOT_APPLICABLE)
        qcdc_decimal_to_text(seen.value, value, sizeof value);
    snprintf(line, size, "%s %s %s %s%s%s %s:%d %s r%u\n",
             qcdc_catalog_get_unit_text(catalog, seen.unit, seen.period, QCDC_UNIT_CODE),
             qcdc_catalog_get_indicator_text(catalog, seen.indicator, QCDC_INDICATOR_CODE), period, seen.hedge,
             seen.hedge[0] != '\0' ? " " : "", value, seen.file, (int)seen.row, seen.source, (unsigned)seen.revision);
}

static void expect_rows(const QcdcDataset *dataset, const char *wanted)
{
    char all[2048] = "", line[256];

    for (size_t row = 0; row < qcdc_dataset_get_count(dataset); row++) {
        describe(dataset, row, line, sizeof line);
        strncat(all, line, sizeof all - strlen(all) - 1);
    }
    expect_lines(all, wanted);
}

static QcdcDataset *get_at(QcdcDataset *dataset, uint32_t revision)
{
    QcdcDataset *view = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_at_revision(dataset, revision, &view, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(view), revision);
    return view;
}

static void expect_rows_at(QcdcDataset *dataset, uint32_t revision, const char *wanted)
{
    QcdcDataset *view = get_at(dataset, revision);

    expect_rows(view, wanted);
    qcdc_dataset_unref(view);
}

static const char rows_0[] = "a n 2022 hơn 10 observations.csv:2 S1 r0\n"
                             "b n 2022 20 observations.csv:3 S1 r0\n"
                             "a m 2022 5 observations.csv:4 S1 r0\n";
static const char rows_1[] = "a n 2022 11 letter.csv:3 L1 r1\n"
                             "b n 2022 20 observations.csv:3 S1 r0\n"
                             "a m 2022 5 observations.csv:4 S1 r0\n"
                             "b m 2022 gần 8 letter.csv:2 L1 r1\n";
static const char rows_2[] = "a n 2022 12 letter.csv:2 L2 r2\n"
                             "b n 2022 - letter.csv:3 L2 r2\n"
                             "a m 2022 5 observations.csv:4 S1 r0\n"
                             "b m 2022 gần 8 letter.csv:2 L1 r1\n";
static const char letter_1[] = "unit,indicator,period,value,hedge,source\nb,m,2022,8,gần,L1\na,n,2022,11,,L1\n";
static const char letter_2[] = "unit,indicator,period,value,obs_status,source\na,n,2022,12,,L2\nb,n,2022,,O,L2\n";

static QcdcDataset *make_second(void)
{
    return correct(correct(make_first(), letter_1), letter_2);
}

static void a_correction_takes_the_place(void)
{
    QcdcDataset *dataset = make_second();

    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(dataset), 2);
    expect_rows(dataset, rows_2);
    expect_rows_at(dataset, 0, rows_0);
    expect_rows_at(dataset, 1, rows_1);
    expect_rows_at(dataset, 2, rows_2);
    qcdc_dataset_unref(dataset);
}

static void as_first_published(void)
{
    QcdcDataset *dataset = make_second(), *published = NULL, *plain = make_first(), *same = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_as_published(dataset, &published, NULL), QCDC_OK);
    expect_rows(published, "a n 2022 hơn 10 observations.csv:2 S1 r0\n"
                           "b n 2022 20 observations.csv:3 S1 r0\n"
                           "a m 2022 5 observations.csv:4 S1 r0\n"
                           "b m 2022 gần 8 letter.csv:2 L1 r1\n");
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(published), 1);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_as_published(plain, &same, NULL), QCDC_OK);
    CU_ASSERT_PTR_EQUAL(same, plain);
    qcdc_dataset_unref(same);
    qcdc_dataset_unref(plain);
    qcdc_dataset_unref(published);
    qcdc_dataset_unref(dataset);
}

/* What was corrected before is corrected from there, without what came after. */
static void a_view_can_be_corrected(void)
{
    QcdcDataset *dataset = make_second(), *view = get_at(dataset, 1), *other;

    other = correct(qcdc_dataset_ref(view), "unit,indicator,period,value\na,n,2022,99\nb,m,2021,1\n");
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(other), 2);
    qcdc_dataset_unref(view);
    qcdc_dataset_unref(dataset);
    expect_rows(other, "a n 2022 99 letter.csv:2  r2\n"
                       "b n 2022 20 observations.csv:3 S1 r0\n"
                       "a m 2022 5 observations.csv:4 S1 r0\n"
                       "b m 2022 gần 8 letter.csv:2 L1 r1\n"
                       "b m 2021 1 letter.csv:3  r2\n");
    expect_rows_at(other, 1, rows_1);
    qcdc_dataset_unref(other);
}

static void a_key_occurs_once_in_a_revision(void)
{
    QcdcDataset *earlier = make_first(), *dataset = NULL;
    QcdcDatasetBuilder *builder = begin_revision(earlier);
    QcdcFindings *findings = NULL;
    char *lines;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value\na,n,2022,11\nb,n,2022,2\na,n,2022,12\n",
                                            findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, findings, &dataset, NULL), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(dataset);
    lines = findings_to_lines(findings);
    expect_lines(lines, "F066 observations.csv:4:1: figure \"a, n, 2022\" is there already, in row 2; a figure is told once for each unit, "
                        "indicator, period, scope and scenario\n");
    free(lines);
    qcdc_findings_free(findings);
    qcdc_dataset_builder_free(builder);
    expect_rows(earlier, rows_0);
    qcdc_dataset_unref(earlier);
}

/* Rows of several revisions in one builder, as a file has them. */
static void revisions_in_any_order(void)
{
    static const uint32_t revisions[] = { 3, 1, 0, 3 };
    static const char *const rows[] = { "a,n,2022,13", "a,n,2022,11", "a,n,2022,10", "b,n,2022,21" };
    QcdcDatasetBuilder *builder = tables_begin_dataset(units, indicators);
    QcdcDataset *dataset;
    char table[128];

    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        dataset_builder_enter_revision(builder, revisions[k]);
        snprintf(table, sizeof table, "unit,indicator,period,value\n%s\n", rows[k]);
        CU_ASSERT_EQUAL(tables_add_observations(builder, table, NULL, NULL), QCDC_OK);
    }
    dataset = freeze(builder);
    expect_rows(dataset, "a n 2022 13 observations.csv:2  r3\nb n 2022 21 observations.csv:2  r3\n");
    expect_rows_at(dataset, 1, "a n 2022 11 observations.csv:2  r1\n");
    expect_rows_at(dataset, 0, "a n 2022 10 observations.csv:2  r0\n");
    qcdc_dataset_unref(dataset);
}

static void a_gap_between_numbers(void)
{
    QcdcDatasetBuilder *builder = tables_begin_dataset(units, indicators);
    QcdcDataset *dataset, *view = NULL;

    dataset_builder_enter_revision(builder, 4);
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value\na,n,2022,1\n", NULL, NULL), QCDC_OK);
    dataset = freeze(builder);
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(dataset), 4);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_at_revision(dataset, 3, &view, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(view), 0);
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(view), 0);
    qcdc_dataset_unref(view);
    qcdc_dataset_unref(dataset);
}

static void every_way_in(void)
{
    QcdcDataset *earlier = make_first(), *dataset;
    QcdcDatasetBuilder *builder = begin_revision(earlier);
    const QcdcUnitId unit[] = { 1, 2 };
    const QcdcIndicatorId indicator[] = { 0, 1 };
    const QcdcPeriod period[] = { { .start = 2022 * 12, .count = 12, .kind = QCDC_PERIOD_YEAR },
                                  { .start = 2022 * 12, .count = 12, .kind = QCDC_PERIOD_YEAR } };
    const int64_t values[] = { 14, 15 };
    const QcdcColumns columns = { .size = sizeof columns, .count = 2, .units = unit, .indicators = indicator, .periods = period,
                                  .coefficients = values };
    const QcdcColumn table[] = { { QCDC_COLUMN_TEXT, "b", 2 }, { QCDC_COLUMN_TEXT, "n", 2 }, { QCDC_COLUMN_TEXT, "2022", 5 },
                                 { QCDC_COLUMN_TEXT, "16", 3 } };

    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_table(builder, table, 4, 1, NULL, NULL), QCDC_OK);
    qcdc_dataset_unref(earlier);
    dataset = freeze(builder);
    expect_rows(dataset, "a n 2022 14 :0  r1\n"
                         "b n 2022 16 :0  r1\n"
                         "a m 2022 5 observations.csv:4 S1 r0\n"
                         "b m 2022 15 :0  r1\n");
    qcdc_dataset_unref(dataset);
}

static void without_rows_there_is_no_revision(void)
{
    QcdcDataset *earlier = make_first(), *same = freeze(begin_revision(earlier));

    CU_ASSERT_PTR_EQUAL(same, earlier);
    qcdc_dataset_unref(same);
    qcdc_dataset_unref(earlier);
}

static void rows_know_what_they_replaced(void)
{
    QcdcDataset *dataset = make_second();
    QcdcObservation seen = { 0 };
    Array corrections = { 0 };
    char order[64] = "";
    size_t count = 0;

    CU_ASSERT_TRUE(dataset_read_replaced(dataset, 0, &seen));
    CU_ASSERT_EQUAL(seen.value.coefficient, 11);
    CU_ASSERT_TRUE(dataset_read_published(dataset, 0, &seen));
    CU_ASSERT_EQUAL(seen.value.coefficient, 10);
    CU_ASSERT_FALSE(dataset_read_replaced(dataset, 2, &seen));
    CU_ASSERT_FALSE(dataset_read_published(dataset, 2, &seen));
    CU_ASSERT_FALSE(dataset_read_replaced(dataset, 3, &seen));
    CU_ASSERT_EQUAL(dataset_revision_of(dataset, 3), 1);
    CU_ASSERT_TRUE(dataset_list_corrections(dataset, &corrections));
    for (size_t k = 0; k < corrections.count; k++) {
        dataset_read_place(dataset, ARRAY_AT(&corrections, Place, k), &seen);
        snprintf(order + strlen(order), sizeof order - strlen(order), "%u:%d ", (unsigned)seen.revision,
                 (int)seen.value.coefficient);
    }
    CU_ASSERT_STRING_EQUAL(order, "1:11 1:8 2:12 2:0 ");
    array_clear(&corrections);
    dataset_attributes(dataset, 0, &count);
    CU_ASSERT_EQUAL(count, 0);
    qcdc_dataset_unref(dataset);
}

static void attributes_stay_with_their_row(void)
{
    QcdcDataset *dataset = correct(make_first(), "unit,indicator,period,value,x_page\nb,n,2022,21,9\n");
    size_t count = 0;
    const Attribute *attributes = dataset_attributes(dataset, 0, &count);

    CU_ASSERT_EQUAL_FATAL(count, 1);
    CU_ASSERT_STRING_EQUAL(attributes[0].value, "7");
    attributes = dataset_attributes(dataset, 1, &count);
    CU_ASSERT_EQUAL_FATAL(count, 1);
    CU_ASSERT_STRING_EQUAL(attributes[0].value, "9");
    qcdc_dataset_unref(dataset);
}

/* A builder's limit counts its own rows. */
static void limits_of_rows(void)
{
    QcdcDataset *earlier = make_first();
    QcdcDatasetBuilder *builder = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new_revision(earlier, 1, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value\na,n,2022,1\nb,n,2022,1\n", NULL, &error),
                    QCDC_STATUS_MEMORY);
    CU_ASSERT_STRING_EQUAL(error.text, "there are more rows than the limit of 1; raise the limit of rows");
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(earlier);
}

static void wrong_calls_are_refused(void)
{
    QcdcDataset *dataset = make_second(), *view = NULL;
    QcdcDatasetBuilder *builder = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(qcdc_dataset_at_revision(dataset, 3, &view, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_STRING_EQUAL(error.text, "revision \"3\" is not there; the last one is 2");
    CU_ASSERT_EQUAL(qcdc_dataset_at_revision(NULL, 0, &view, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_at_revision(dataset, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_as_published(NULL, &view, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_as_published(dataset, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_new_revision(NULL, 0, &builder, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_new_revision(dataset, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(NULL), 0);
    CU_ASSERT_PTR_NULL(view);
    CU_ASSERT_PTR_NULL(builder);
    qcdc_dataset_unref(dataset);
}

static void the_last_number_there_is(void)
{
    QcdcDatasetBuilder *builder = tables_begin_dataset(units, indicators), *next = NULL;
    QcdcDataset *dataset;

    dataset_builder_enter_revision(builder, INT32_MAX);
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value\na,n,2022,1\n", NULL, NULL), QCDC_OK);
    dataset = freeze(builder);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_new_revision(dataset, 0, &next, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_PTR_NULL(next);
    qcdc_dataset_unref(dataset);
}

/* Thousands of corrections one after the other: freeing them goes no deeper than one. */
static void many_revisions(void)
{
    enum { COUNT = 20000 };
    QcdcDataset *dataset = make_first(), *view;
    const QcdcUnitId unit = 1;
    const QcdcIndicatorId indicator = 0;
    const QcdcPeriod period = { .start = 2022 * 12, .count = 12, .kind = QCDC_PERIOD_YEAR };

    for (int64_t k = 1; k <= COUNT; k++) {
        QcdcDatasetBuilder *builder = begin_revision(dataset);
        const QcdcColumns columns = { .size = sizeof columns, .count = 1, .units = &unit, .indicators = &indicator,
                                      .periods = &period, .coefficients = &k };
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_OK);
        qcdc_dataset_unref(dataset);
        dataset = freeze(builder);
    }
    view = get_at(dataset, COUNT / 2);
    CU_ASSERT_EQUAL(dataset_columns(dataset)->coefficients[0], COUNT);
    CU_ASSERT_EQUAL(dataset_columns(view)->coefficients[0], COUNT / 2);
    qcdc_dataset_unref(dataset);
    CU_ASSERT_EQUAL(dataset_columns(view)->coefficients[0], COUNT / 2);
    qcdc_dataset_unref(view);
}

/* A correction and both views of it; NULL with MEMORY. */
static QcdcStatus try_all(QcdcDataset *earlier, QcdcDataset **out_dataset)
{
    const char *values[] = { "b", "n", "2022", "21", "", "", "", "gần" };
    const QcdcRecord record = { .values = values, .value_count = 8 };
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL, *view = NULL, *published = NULL;
    QcdcStatus status = qcdc_dataset_builder_new_revision(earlier, 0, &builder, NULL);

    if (status == QCDC_OK)
        status = qcdc_dataset_builder_append_record(builder, &record, NULL, NULL);
    if (status == QCDC_OK)
        status = qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL);
    if (status == QCDC_OK)
        status = qcdc_dataset_at_revision(dataset, 0, &view, NULL);
    if (status == QCDC_OK)
        status = qcdc_dataset_as_published(dataset, &published, NULL);
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(view);
    qcdc_dataset_unref(published);
    if (status == QCDC_OK)
        *out_dataset = dataset;
    else
        qcdc_dataset_unref(dataset);
    return status;
}

static void a_failed_allocation_is_told(void)
{
    QcdcDataset *earlier = correct(make_first(), letter_1), *dataset = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;

    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        CU_ASSERT_PTR_NULL_FATAL(dataset);
        allowed = count;
        status = try_all(earlier, &dataset);
    }
    allowed = -1;
    CU_ASSERT(count > 20);
    CU_ASSERT_EQUAL_FATAL(status, QCDC_OK);
    expect_rows(earlier, rows_1);
    CU_ASSERT_EQUAL(dataset_columns(dataset)->coefficients[1], 21);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_unref(earlier);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a correction takes the place", a_correction_takes_the_place },
        { "as first published", as_first_published },
        { "a view can be corrected", a_view_can_be_corrected },
        { "a key occurs once in a revision", a_key_occurs_once_in_a_revision },
        { "revisions in any order", revisions_in_any_order },
        { "a gap between numbers", a_gap_between_numbers },
        { "every way in", every_way_in },
        { "without rows there is no revision", without_rows_there_is_no_revision },
        { "rows know what they replaced", rows_know_what_they_replaced },
        { "attributes stay with their row", attributes_stay_with_their_row },
        { "limits of rows", limits_of_rows },
        { "wrong calls are refused", wrong_calls_are_refused },
        { "the last number there is", the_last_number_there_is },
        { "many revisions", many_revisions },
        { "a failed allocation is told", a_failed_allocation_is_told },
    };

    return SUITE_RUN("revision", tests, argc, argv);
}
