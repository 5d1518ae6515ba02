/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include "failing-memory.h"
#include "tables.h"

#include <qcdc/memory.h>

#include "model/dataset-private.h"

static const char units[] = "code,name,level,parent\nt,Tỉnh,0,\na,Xã A,1,t\nb,Xã B,1,t\n";
static const char indicators[] = "code,name,nature,measure\nn,Số đơn,flow,đơn\nm,Số vụ,flow,vụ\nh,Thứ hạng,rank,hạng\n";
static const char one[] = "unit,indicator,period,value,hedge,source,x_page\n"
                          "a,n,2022,10,hơn,S1,7\n"
                          "b,n,2022,20,,S1,\n";
static const char two[] = "x_note,unit,indicator,period,value,scenario\n"
                          ",a,m,2022,5,\n"
                          "xem lại,a,m,2022,6,central\n";
static const char all_rows[] = "a n 2022 hơn 10 - one.csv:2 S1 x_page=7\n"
                               "b n 2022 20 - one.csv:3 S1\n"
                               "a m 2022 5 - two.csv:2 \n"
                               "a m 2022 6 plan two.csv:3  x_note=xem lại\n";

static QcdcCatalog *catalog; /* of the test at hand */

static void begin(void)
{
    QcdcDatasetBuilder *builder = tables_begin_dataset(units, indicators);
    QcdcDataset *empty = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &empty, NULL), QCDC_OK);
    catalog = qcdc_catalog_ref(qcdc_dataset_get_catalog(empty));
    qcdc_dataset_unref(empty);
    qcdc_dataset_builder_free(builder);
}

static void end(void)
{
    qcdc_catalog_unref(catalog);
    catalog = NULL;
}

static QcdcDataset *freeze(QcdcDatasetBuilder *builder)
{
    QcdcDataset *dataset = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    return dataset;
}

static void add(QcdcDatasetBuilder *builder, const char *file, const char *rows)
{
    QcdcError error = { 0 };

    if (table_add(file, rows, table_observation_field, QCDC_OBSERVATION_FIELD_END, table_add_observation, builder, NULL, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_EQUAL_FATAL(error.status, QCDC_OK);
}

static QcdcDataset *make(const char *file, const char *rows)
{
    QcdcDatasetBuilder *builder = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    add(builder, file, rows);
    return freeze(builder);
}

static QcdcDataset *merge(QcdcDataset *const *parts, size_t count)
{
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };

    if (qcdc_dataset_merge(parts, count, NULL, &dataset, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(dataset);
    return dataset;
}

/* "a n 2022 hơn 10 - one.csv:2 S1 x_page=7" a row. */
static void describe(const QcdcDataset *dataset, size_t row, char *line, size_t size)
{
    QcdcObservation seen;
    char period[QCDC_PERIOD_TEXT_SIZE], value[QCDC_DECIMAL_TEXT_SIZE];
    const char *name = qcdc_dataset_get_attribute_name(dataset, row, 0);

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_observation(dataset, row, &seen, NULL), QCDC_OK);
    qcdc_period_to_text(seen.period, period, sizeof period);
    qcdc_decimal_to_text(seen.value, value, sizeof value);
    snprintf(line, size, "%s %s %s %s%s%s %s %s:%d %s%s%s%s%s\n",
             qcdc_catalog_get_unit_text(catalog, seen.unit, seen.period, QCDC_UNIT_CODE),
             qcdc_catalog_get_indicator_text(catalog, seen.indicator, QCDC_INDICATOR_CODE), period, seen.hedge,
             seen.hedge[0] != '\0' ? " " : "", value, seen.scenario > 0 ? "plan" : "-", seen.file, (int)seen.row, seen.source,
             name != NULL ? " " : "", name != NULL ? name : "", name != NULL ? "=" : "",
             name != NULL ? qcdc_dataset_get_attribute(dataset, row, name) : "");
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

/* Merges parts that differ, with a sink and without one, and holds what was found against @wanted. */
static void expect_difference(QcdcDataset *const *parts, size_t count, const char *wanted)
{
    QcdcDataset *dataset = NULL;
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL(qcdc_dataset_merge(parts, count, NULL, &dataset, NULL), QCDC_STATUS_DUPLICATE);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_merge(parts, count, findings, &dataset, NULL), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(dataset);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    qcdc_findings_free(findings);
}

static void unref_all(QcdcDataset **parts, size_t count)
{
    for (size_t k = 0; k < count; k++)
        qcdc_dataset_unref(parts[k]);
    end();
}

static void rows_stand_by_file_and_line(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", one), make("two.csv", two) };
    QcdcDataset *const turned[] = { parts[1], parts[0], parts[1], parts[1] };
    QcdcDataset *merged = merge(parts, 2), *again = merge(turned, 4);
    QcdcDataset *const nested[] = { parts[1], merged };
    QcdcDataset *thrice = merge(nested, 2);

    expect_rows(merged, all_rows);
    expect_rows(again, all_rows);
    expect_rows(thrice, all_rows);
    CU_ASSERT_EQUAL(dataset_find(merged, 1, 1, dataset_columns(merged)->periods[0], QCDC_SCOPE_OWN, 1), 3);
    CU_ASSERT_EQUAL(qcdc_dataset_get_revision(merged), 0);
    qcdc_dataset_unref(merged);
    qcdc_dataset_unref(again);
    qcdc_dataset_unref(thrice);
    unref_all(parts, 2);
}

/* Of two rows that tell the same the first is kept, as it stands. */
static void the_same_told_twice_is_one(void)
{
    begin();
    QcdcDataset *parts[] = { make("z.csv", "unit,indicator,period,value,hedge,source,x_page\na,n,2022,10,hơn,S1,9\n"),
                             make("one.csv", one), make("two.csv", two) };
    QcdcDataset *merged = merge(parts, 3);

    expect_rows(merged, all_rows);
    qcdc_dataset_unref(merged);
    unref_all(parts, 3);
}

/* The richer of two rows of one place stays, whatever comes first. */
static void attributes_of_one_place(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", "unit,indicator,period,value,x_page\na,n,2022,10,\n"),
                             make("one.csv", "unit,indicator,period,value,x_page\na,n,2022,10,8\n"),
                             make("one.csv", "unit,indicator,period,value,x_page\na,n,2022,10,7\n") };
    QcdcDataset *const turned[] = { parts[2], parts[1], parts[0] };
    QcdcDataset *merged = merge(parts, 3), *again = merge(turned, 3);

    expect_rows(merged, "a n 2022 10 - one.csv:2  x_page=7\n");
    expect_rows(again, "a n 2022 10 - one.csv:2  x_page=7\n");
    qcdc_dataset_unref(merged);
    qcdc_dataset_unref(again);
    unref_all(parts, 3);
}

static void what_is_told_differently_is_found(void)
{
    static const char wanted[] = "F066 two.csv:2: figure \"a, n, 2022\" is there already, told differently in row 2 of one.csv; "
                                 "a figure is told once for each unit, indicator, period, scope and scenario\n";
    static const char header[] = "unit,indicator,period,value,obs_status,hedge,field,origin,source\n";
    static const char *const others[] = { "a,n,2022,11,,,,,\n", "a,n,2022,,O,,,,\n", "a,n,2022,10,P,,,,\n", "a,n,2022,10,,hơn,,,\n",
                                          "a,n,2022,10,,,,derived,\n", "a,n,2022,10,,,,,S1\n" };

    for (size_t k = 0; k < sizeof others / sizeof others[0]; k++) {
        char rows[256];
        snprintf(rows, sizeof rows, "%s%s", header, others[k]);
        begin();
        QcdcDataset *parts[] = { make("two.csv", rows), make("one.csv", "unit,indicator,period,value\na,n,2022,10\n") };
        QcdcDataset *const repeated[] = { parts[0], parts[1], parts[0], parts[1] };
        expect_difference(parts, 2, wanted);
        expect_difference(repeated, 4, wanted);
        unref_all(parts, 2);
    }
}

static void the_field_of_a_rank_is_told_too(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", "unit,indicator,period,value,field\na,h,2022,3,10\n"),
                             make("two.csv", "unit,indicator,period,value,field\na,h,2022,3,12\n") };

    expect_difference(parts, 2,
                      "F066 two.csv:2: figure \"a, h, 2022\" is there already, told differently in row 2 of one.csv; "
                      "a figure is told once for each unit, indicator, period, scope and scenario\n");
    unref_all(parts, 2);
}

/* Only what this call found counts, and all of it is found. */
static void a_sink_that_is_not_empty(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", one), make("two.csv", two), make("one.csv", "unit,indicator,period,value\na,n,2022,11\nb,n,2022,21\n") };
    QcdcDataset *dataset = NULL;
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_merge(parts, 3, findings, &dataset, NULL), QCDC_STATUS_FINDINGS);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 2);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_merge(parts, 2, findings, &dataset, NULL), QCDC_OK);
    expect_rows(dataset, all_rows);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
    unref_all(parts, 3);
}

static QcdcDataset *make_columns(QcdcUnitId unit, int64_t value)
{
    static const QcdcIndicatorId indicator = 0;
    static const QcdcPeriod period = { .start = 2022 * 12, .count = 12, .kind = QCDC_PERIOD_YEAR };
    const QcdcColumns columns = { .size = sizeof columns, .count = 1, .units = &unit, .indicators = &indicator, .periods = &period,
                                  .coefficients = &value };
    QcdcDatasetBuilder *builder = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_OK);
    return freeze(builder);
}

static void columns_stand_by_key(void)
{
    begin();
    QcdcDataset *parts[] = { make_columns(2, 5), make("one.csv", "unit,indicator,period,value\nt,n,2022,1\n"), make_columns(1, 4),
                             make_columns(1, 6) };
    QcdcDataset *merged = merge(parts, 3);

    expect_rows(merged, "a n 2022 4 - :0 \nb n 2022 5 - :0 \nt n 2022 1 - one.csv:2 \n");
    expect_difference(parts, 4,
                      "F066 columns: figure \"a, n, 2022\" is there already, told differently in columns; "
                      "a figure is told once for each unit, indicator, period, scope and scenario\n");
    qcdc_dataset_unref(merged);
    unref_all(parts, 4);
}

static void corrections_come_after(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", one), make("two.csv", two) };
    QcdcDataset *merged = merge(parts, 2), *corrected, *dataset = NULL;
    QcdcDatasetBuilder *builder = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new_revision(merged, 0, &builder, NULL), QCDC_OK);
    add(builder, "letter.csv", "unit,indicator,period,value\nb,n,2022,21\n");
    corrected = freeze(builder);
    CU_ASSERT_EQUAL(dataset_columns(corrected)->coefficients[1], 21);
    QcdcDataset *late[] = { parts[0], corrected };
    CU_ASSERT_EQUAL(qcdc_dataset_merge(late, 2, NULL, &dataset, &error), QCDC_STATUS_REFUSED);
    CU_ASSERT_STRING_EQUAL(error.text, "a part holds corrections; merge first, then correct what was merged");
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_at_revision(corrected, 0, &late[1], NULL), QCDC_OK);
    dataset = merge(late, 2);
    expect_rows(dataset, all_rows);
    qcdc_dataset_unref(late[1]);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_unref(corrected);
    qcdc_dataset_unref(merged);
    unref_all(parts, 2);
}

static void parts_without_rows(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", "unit,indicator,period,value\n"), make("two.csv", "unit,indicator,period,value\n") };
    QcdcDataset *merged = merge(parts, 2);

    CU_ASSERT_EQUAL(qcdc_dataset_get_count(merged), 0);
    CU_ASSERT_PTR_EQUAL(qcdc_dataset_get_catalog(merged), catalog);
    qcdc_dataset_unref(merged);
    unref_all(parts, 2);
}

static void wrong_calls_are_refused(void)
{
    begin();
    QcdcDataset *other = freeze(tables_begin_dataset(units, indicators)), *dataset = NULL;
    QcdcDataset *parts[] = { make("one.csv", one), other };
    QcdcDataset *const holed[] = { parts[0], NULL };
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(qcdc_dataset_merge(NULL, 1, NULL, &dataset, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_merge(parts, 0, NULL, &dataset, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_merge(parts, 1, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_merge(holed, 2, NULL, &dataset, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(error.text, "a part is NULL");
    CU_ASSERT_EQUAL(qcdc_dataset_merge(parts, 2, NULL, &dataset, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(error.text, "the parts are of different catalogs");
    CU_ASSERT_PTR_NULL(dataset);
    unref_all(parts, 2);
}

/* Merges while @limit allocations succeed; how it ended. */
static QcdcStatus try_merge(QcdcDataset *const *parts, long limit, QcdcFindings *findings, QcdcDataset **out_dataset)
{
    allowed = limit;
    QcdcStatus status = qcdc_dataset_merge(parts, 2, findings, out_dataset, NULL);
    allowed = -1;
    return status;
}

static void a_failed_allocation_is_told(void)
{
    begin();
    QcdcDataset *parts[] = { make("two.csv", two), make("one.csv", one) }, *merged = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;

    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        CU_ASSERT_PTR_NULL_FATAL(merged);
        status = try_merge(parts, count, NULL, &merged);
    }
    CU_ASSERT(count > 10);
    CU_ASSERT_EQUAL_FATAL(status, QCDC_OK);
    expect_rows(merged, all_rows);
    qcdc_dataset_unref(merged);
    unref_all(parts, 2);
}

static void a_failed_allocation_hides_no_difference(void)
{
    begin();
    QcdcDataset *parts[] = { make("one.csv", one), make("two.csv", "unit,indicator,period,value\na,n,2022,11\n") }, *merged = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;

    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        QcdcFindings *findings = NULL;
        CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
        status = try_merge(parts, count, findings, &merged);
        qcdc_findings_free(findings);
    }
    CU_ASSERT(count > 5);
    CU_ASSERT_EQUAL(status, QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(merged);
    unref_all(parts, 2);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "rows stand by file and line", rows_stand_by_file_and_line },
        { "the same told twice is one", the_same_told_twice_is_one },
        { "attributes of one place", attributes_of_one_place },
        { "what is told differently is found", what_is_told_differently_is_found },
        { "the field of a rank is told too", the_field_of_a_rank_is_told_too },
        { "a sink that is not empty", a_sink_that_is_not_empty },
        { "columns stand by key", columns_stand_by_key },
        { "corrections come after", corrections_come_after },
        { "parts without rows", parts_without_rows },
        { "wrong calls are refused", wrong_calls_are_refused },
        { "a failed allocation is told", a_failed_allocation_is_told },
        { "a failed allocation hides no difference", a_failed_allocation_hides_no_difference },
    };

    return SUITE_RUN("dataset-merge", tests, argc, argv);
}
