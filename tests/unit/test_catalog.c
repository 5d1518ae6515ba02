/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "model/catalog-private.h"
#include "suite.h"
#include "tables.h"

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = { 0 };
    if (*label != '\0')
        CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static const char units[] = "code,name,level,parent,id,valid_from,valid_to\n"
                            "t,Tỉnh,0,,,,\n"
                            "a,Xã A,1,t,old,,2021-06-30\n"
                            "a,Phường A,1,t,new,2021-07-01,\n"
                            "b,Xã B,1,t,,,2020-12-31\n"
                            "c,Xã B mới,1,t,b,2021-01-01,\n";

static void units_are_found_by_code_and_day_or_by_id(void)
{
    static const struct {
        const char *code, *at;
        int64_t wanted; /* -1 for none */
    } cases[] = {
        { "t", "2022", 0 }, { "a", "2021-Q2", 1 }, { "a", "2021", 2 },  { "a", "2021-Q3", 2 }, { "a", "", 2 },
        { "old", "2022", 1 }, { "new", "2000", 2 }, { "b", "2020", 3 },  { "b", "2021", 3 }, /* by id */
        { "c", "2020", -1 },  { "c", "2021", 3 },   { "c", "", 3 },      { "d", "", -1 },      { "", "", -1 },
    };
    QcdcCatalog *catalog = tables_make_catalog(units, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcUnitId unit = 77;
        QcdcError error = { 0 };
        QcdcStatus status = qcdc_catalog_find_unit(catalog, cases[i].code, period_of(cases[i].at), &unit, &error);
        expect_number(cases[i].code, status, cases[i].wanted < 0 ? QCDC_STATUS_NOT_FOUND : QCDC_OK);
        expect_number(cases[i].code, unit, cases[i].wanted < 0 ? 77 : cases[i].wanted);
    }
    QcdcError error = { 0 };
    QcdcUnitId unit;
    CU_ASSERT_EQUAL(qcdc_catalog_find_unit(catalog, "d", period_of("2022"), &unit, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("error", error.text, "unit \"d\" is not known; a code or id of units.csv");
    CU_ASSERT_EQUAL(qcdc_catalog_find_unit(catalog, "d", (QcdcPeriod){ 1, 1, 99, { 0 } }, &unit, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_find_unit(catalog, NULL, period_of(""), &unit, &error), QCDC_STATUS_ARGUMENT);
    qcdc_catalog_unref(catalog);
}

static void texts_are_those_of_the_time(void)
{
    QcdcCatalog *catalog = tables_make_catalog(units, NULL);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_text(catalog, 3, period_of("2020"), QCDC_UNIT_NAME), "Xã B");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_text(catalog, 3, period_of("2020-12-31/2021-01-01"), QCDC_UNIT_NAME), "Xã B mới");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_text(catalog, 3, period_of(""), QCDC_UNIT_CODE), "c");
    /* not in force: the last row */
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_text(catalog, 2, period_of("2000"), QCDC_UNIT_NAME), "Phường A");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_text(catalog, 0, period_of("2000"), QCDC_UNIT_PARENT), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_text(catalog, 4, period_of(""), QCDC_UNIT_NAME));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_text(catalog, 0, period_of(""), QCDC_UNIT_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_text(NULL, 0, period_of(""), QCDC_UNIT_NAME));
    CU_ASSERT_EQUAL(qcdc_catalog_get_unit_count(catalog), 4);
    CU_ASSERT_EQUAL(catalog_version_count(catalog), 5);
    qcdc_catalog_unref(catalog);
}

static void indicators_are_found_by_code(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,name,level\nt,T,0\n", "code,name,nature,measure,decimals,x_form\n"
                                                                           "đơn,Đơn thư,flow,đơn,,TH-01\nr,R,ratio,%,2,\n");
    QcdcIndicatorId indicator = 77;
    QcdcError error = { 0 };
    size_t count;
    CU_ASSERT_EQUAL(qcdc_catalog_find_indicator(catalog, "r", &indicator, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(indicator, 1);
    /* asked for in letters and marks */
    CU_ASSERT_EQUAL(qcdc_catalog_find_indicator(catalog, "đo\xCC\x9Bn", &indicator, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(indicator, 0);
    CU_ASSERT_EQUAL(qcdc_catalog_find_indicator(catalog, "x", &indicator, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("error", error.text, "indicator \"x\" is not known; a code of indicators.csv");
    CU_ASSERT_EQUAL(qcdc_catalog_find_indicator(catalog, NULL, &indicator, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_indicator_text(catalog, 0, QCDC_INDICATOR_NAME), "Đơn thư");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_indicator_text(catalog, 0, QCDC_INDICATOR_VERB), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_indicator_text(catalog, 2, QCDC_INDICATOR_NAME));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_indicator_text(catalog, 0, QCDC_INDICATOR_FIELD_END));
    CU_ASSERT_EQUAL(qcdc_catalog_get_indicator_nature(catalog, 1), QCDC_NATURE_RATIO);
    CU_ASSERT_EQUAL(qcdc_catalog_get_indicator_nature(catalog, 2), QCDC_NATURE_NONE);
    CU_ASSERT_EQUAL(qcdc_catalog_get_indicator_decimals(catalog, 1), 2);
    CU_ASSERT_EQUAL(qcdc_catalog_get_indicator_decimals(catalog, 2), 0);
    CU_ASSERT_EQUAL(qcdc_catalog_get_indicator_count(catalog), 2);
    CU_ASSERT_STRING_EQUAL(catalog_indicator_attributes(catalog, 0, &count)->value, "TH-01");
    CU_ASSERT_EQUAL(count, 1);
    qcdc_catalog_unref(catalog);
}

static void plans_and_groups_keep_their_order(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcError error = { 0 };
    qcdc_catalog_builder_new(&builder, NULL);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "council", "dự toán HĐND giao", NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "central", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "council", "", &error), QCDC_STATUS_DUPLICATE);
    expect_text("error", error.text, "plan \"council\" is there already");
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "actual", "", &error), QCDC_STATUS_REFUSED);
    expect_text("error", error.text, "plan \"actual\" is not a plan: it names what came about");
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "", "", &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_group(builder, "núi", "các xã miền núi", NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_group(builder, "nu\xCC\x81i", NULL, &error), QCDC_STATUS_DUPLICATE);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_group(builder, NULL, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_plan_name(catalog, 0), "council");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_plan_words(catalog, 0), "dự toán HĐND giao");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_plan_words(catalog, 1), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_plan_name(catalog, 2));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_plan_words(NULL, 0));
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_group_name(catalog, 0), "núi");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_group_words(catalog, 0), "các xã miền núi");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_group_name(catalog, 1));
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
}

static void a_spent_builder_is_refused(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcRecord record = { 0 };
    qcdc_catalog_builder_new(&builder, NULL);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_get_unit_count(catalog), 0);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_indicator(builder, &record, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, "p", NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_new(NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_EQUAL(qcdc_catalog_ref(catalog), catalog);
    qcdc_catalog_unref(catalog);
    CU_ASSERT_EQUAL(qcdc_catalog_get_indicator_count(catalog), 0);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_unref(NULL);
    CU_ASSERT_PTR_NULL(qcdc_catalog_ref(NULL));
    qcdc_catalog_builder_free(builder);
    qcdc_catalog_builder_free(NULL);
}

static void without_findings_the_first_fault_is_the_error(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcError error = { 0 };
    qcdc_catalog_builder_new(&builder, NULL);
    const char *bad[] = { "x", "X", "low" }, *orphan[] = { "x", "X", "1", "nowhere" };
    QcdcRecord record = { .values = bad, .value_count = 3, .source = "units.csv", .row = 2 };
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, &error), QCDC_STATUS_SYNTAX);
    expect_text("error", error.text, "units.csv:2: level \"low\" is not a level; levels are 0 (top), 1, 2, 3 …");
    /* the refused row is not in the builder */
    record = (QcdcRecord){ .values = orphan, .value_count = 4 };
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("error", error.text, "parent \"nowhere\" is not a unit");
    CU_ASSERT_PTR_NULL(catalog);
    qcdc_catalog_builder_free(builder);
}

static void a_catalog_for_checks_knows_the_rows_at_fault(void)
{
    QcdcFindings *findings = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcError error = { 0 };
    UnitTree *tree = NULL;
    qcdc_findings_new(0, &findings, NULL);
    QcdcCatalogBuilder *builder = tables_begin("code,name,level,parent\na,A,x,\nb,B,1,nowhere\n", NULL, findings);
    CU_ASSERT_EQUAL(catalog_builder_freeze_for_checks(builder, findings, &catalog, &error), QCDC_STATUS_FINDINGS);
    expect_text("error", error.text,
                "units.csv:2:3: level \"x\" is not a level; levels are 0 (top), 1, 2, 3 … (the first of 2 errors)");
    CU_ASSERT_PTR_NOT_NULL_FATAL(catalog);
    CU_ASSERT(catalog_is_at_fault(catalog));
    CU_ASSERT(catalog_has_code(catalog, "a", 1));
    CU_ASSERT_EQUAL(catalog_make_tree(catalog, 0, 0, NULL, &tree, NULL), QCDC_STATUS_FINDINGS);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static void texts_are_stored_composed(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,name,level\na,Ti\x65\xCC\x82\xCC\x81p,0\n", NULL);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_text(catalog, 0, period_of(""), QCDC_UNIT_NAME), "Tiếp");
    qcdc_catalog_unref(catalog);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "units are found by code and day, or by id", units_are_found_by_code_and_day_or_by_id },
        { "texts are those of the time", texts_are_those_of_the_time },
        { "indicators are found by code", indicators_are_found_by_code },
        { "plans and groups keep their order", plans_and_groups_keep_their_order },
        { "a spent builder is refused", a_spent_builder_is_refused },
        { "without findings the first fault is the error", without_findings_the_first_fault_is_the_error },
        { "a catalog for checks knows the rows at fault", a_catalog_for_checks_knows_the_rows_at_fault },
        { "texts are stored composed", texts_are_stored_composed },
    };
    return SUITE_RUN("catalog", tests, argc, argv);
}
