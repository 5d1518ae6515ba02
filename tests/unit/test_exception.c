/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "expect.h"
#include "model/catalog-private.h"
#include "suite.h"
#include "tables.h"

#define UNITS \
    "code,name,level,parent,id,valid_from,valid_to\n" \
    "t,Tỉnh,0,,,,\n" \
    "a,Xã A,1,t,old,,2021-06-30\n" \
    "a,Phường A,1,t,new,2021-07-01,\n" \
    "b,Xã B,1,t,,,2020-12-31\n"
#define INDICATORS "code,name,nature,measure\nn,N,flow,đơn\nm,M,flow,đơn\nk,K,flow,đơn\n"

static QcdcCatalog *make_catalog(const char *exceptions)
{
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, NULL);
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL_FATAL(tables_add_exceptions(builder, exceptions, NULL, &error), QCDC_OK);
    return tables_freeze(builder);
}

static void expect_faults(const char *exceptions, const char *wanted)
{
    QcdcFindings *findings = NULL;
    qcdc_findings_new(0, &findings, NULL);
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, findings);
    CU_ASSERT_EQUAL(tables_add_exceptions(builder, exceptions, findings, NULL), QCDC_OK);
    tables_expect_faults(builder, findings, wanted);
}

static void fields_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_exception_field_to_name(QCDC_EXCEPTION_UNIT), "unit");
    CU_ASSERT_STRING_EQUAL(qcdc_exception_field_to_name(QCDC_EXCEPTION_REASON), "reason");
    CU_ASSERT_PTR_NULL(qcdc_exception_field_to_name(QCDC_EXCEPTION_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_exception_field_to_name((QcdcExceptionField)-1));
}

static void faults_are_told_with_their_place(void)
{
    expect_faults("unit,indicator,valid_from,valid_to,reason\nt,*,,,\na,n,2021-01-01,2021-12-31,bão\nold,n,,,\n", "");
    expect_faults("unit,indicator\n,n\nt,\n",
                  "F001 exceptions.csv:2:1: unit is empty; each exception names a unit, and an indicator or * for all\n"
                  "F001 exceptions.csv:3:2: indicator is empty; each exception names a unit, and an indicator or * for all\n");
    expect_faults("unit,indicator,valid_from,valid_to\nt,n,2021,\nt,n,2021-02-01,2021-01-31\n",
                  "F004 exceptions.csv:2:3: date \"2021\" is not a day; days are written year-month-day, 2019-06-01\n"
                  "F005 exceptions.csv:3:3: valid_from \"2021-02-01\" is after valid_to; valid_to is the last day, itself included\n");
    expect_faults("unit,indicator,valid_from\ntt,nn,\nb,n,2021-01-01\nold,n,2021-07-01\nzzzzzzz,*,\n",
                  "F080 exceptions.csv:2:1: unit \"tt\" is not in units.csv\n"
                  "F082 exceptions.csv:2:2: indicator \"nn\" is not in indicators.csv; a code of indicators.csv, or * for all\n"
                  "F081 exceptions.csv:3:1: unit \"b\" is in force at another time only; see valid_from and valid_to here and in "
                  "units.csv\n"
                  "F081 exceptions.csv:4:1: unit \"old\" is in force at another time only; see valid_from and valid_to here and in "
                  "units.csv\n"
                  "F080 exceptions.csv:5:1: unit \"zzzzzzz\" is not in units.csv\n");
}

static int32_t day_of(const char *text)
{
    int32_t day = 0;
    CU_ASSERT_EQUAL_FATAL(qcdc_day_parse(text, strlen(text), &day, NULL), QCDC_OK);
    return day;
}

/* @row: line of the exception that holds, 0 for none. */
static void expect_row(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcIndicatorId indicator, const char *day, int row)
{
    const ExceptionRow *found = catalog_find_exception(catalog, catalog_unit_version(catalog, unit, day_of(day)), indicator, day_of(day));
    expect_number(day, found != NULL ? found->row : 0, row);
}

enum { N, M, K };
enum { TOP, OLD, NEW, ENDED };

static void a_day_is_looked_up_by_code_then_by_id(void)
{
    QcdcCatalog *catalog = make_catalog("unit,indicator,valid_from,valid_to\n"
                                        "a,n,2021-06-01,2021-07-31\n" /* of each holder, the days it held the code */
                                        "old,m,2021-01-01,2021-01-31\n"
                                        "t,*,2021-05-10,2021-05-20\n");
    expect_row(catalog, OLD, N, "2021-05-31", 0);
    expect_row(catalog, OLD, N, "2021-06-01", 2);
    expect_row(catalog, OLD, N, "2021-06-30", 2);
    expect_row(catalog, NEW, N, "2021-07-01", 2);
    expect_row(catalog, NEW, N, "2021-07-31", 2);
    expect_row(catalog, NEW, N, "2021-08-01", 0);
    expect_row(catalog, OLD, M, "2021-06-01", 0);
    expect_row(catalog, OLD, M, "2021-01-31", 3);
    expect_row(catalog, TOP, K, "2021-05-10", 4);
    expect_row(catalog, TOP, N, "2021-05-20", 4);
    expect_row(catalog, TOP, N, "2021-05-21", 0);
    CU_ASSERT_EQUAL(qcdc_catalog_get_exception_count(catalog), 3);
    CU_ASSERT_EQUAL(qcdc_catalog_get_exception_count(NULL), 0);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_exception_text(catalog, 1, QCDC_EXCEPTION_UNIT), "old");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_exception_text(catalog, 1, QCDC_EXCEPTION_REASON), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_exception_text(catalog, 3, QCDC_EXCEPTION_UNIT));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_exception_text(catalog, 0, QCDC_EXCEPTION_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_exception_text(NULL, 0, QCDC_EXCEPTION_UNIT));
    qcdc_catalog_unref(catalog);
}

/* A long interval before a short one reaches beyond it. */
static void intervals_may_overlap(void)
{
    QcdcCatalog *catalog = make_catalog("unit,indicator,valid_from,valid_to\nt,n,2021-01-01,2021-12-31\nt,n,2021-02-01,2021-02-28\n"
                                        "t,n,2022-02-01,2022-02-28\n");
    expect_row(catalog, TOP, N, "2021-02-15", 2);
    expect_row(catalog, TOP, N, "2021-06-15", 2);
    expect_row(catalog, TOP, N, "2022-01-15", 0);
    expect_row(catalog, TOP, N, "2022-02-28", 4);
    expect_row(catalog, TOP, N, "2022-03-01", 0);
    qcdc_catalog_unref(catalog);
}

static void indicators_of_which_the_same_is_said_share_a_set(void)
{
    QcdcCatalog *none = make_catalog("unit,indicator\n"), *common = make_catalog("unit,indicator\nt,*\n");
    QcdcCatalog *some = make_catalog("unit,indicator,valid_from\nt,n,2021-01-01\nt,m,2021-01-01\nt,k,2021-01-02\nb,*,\n");
    CU_ASSERT_EQUAL(catalog_exception_set(none, N), 0);
    CU_ASSERT_NOT_EQUAL(catalog_exception_set(common, N), 0);
    CU_ASSERT_EQUAL(catalog_exception_set(common, N), catalog_exception_set(common, M));
    CU_ASSERT_EQUAL(catalog_exception_set(some, N), catalog_exception_set(some, M));
    CU_ASSERT_NOT_EQUAL(catalog_exception_set(some, N), catalog_exception_set(some, K));
    qcdc_catalog_unref(none);
    qcdc_catalog_unref(common);
    qcdc_catalog_unref(some);
}

static void a_spent_builder_is_refused(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcRecord record = { 0 };
    qcdc_catalog_builder_new(&builder, NULL);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_exception(builder, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_exception(builder, &record, NULL, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_exception(builder, &record, NULL, NULL), QCDC_STATUS_ARGUMENT);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "fields have names", fields_have_names },
        { "faults are told with their place", faults_are_told_with_their_place },
        { "a day is looked up by code, then by id (D42)", a_day_is_looked_up_by_code_then_by_id },
        { "intervals may overlap", intervals_may_overlap },
        { "indicators of which the same is said share a set", indicators_of_which_the_same_is_said_share_a_set },
        { "a spent builder is refused", a_spent_builder_is_refused },
    };
    return SUITE_RUN("exception", tests, argc, argv);
}
