/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "model/catalog-private.h"
#include "suite.h"
#include "tables.h"

static QcdcStatus add_units(QcdcCatalogBuilder *builder, const char *units, QcdcFindings *findings)
{
    return table_add("units.csv", units, table_unit_field, QCDC_UNIT_FIELD_END, table_add_unit, builder, findings, NULL);
}

static QcdcCatalogBuilder *begin(const char *one, const char *other)
{
    QcdcCatalogBuilder *builder = tables_begin(NULL, NULL, NULL);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_hierarchy(builder, one, NULL), QCDC_OK);
    if (other != NULL)
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_hierarchy(builder, other, NULL), QCDC_OK);
    return builder;
}

static void expect_faults(const char *units, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcCatalogBuilder *builder = begin("y-te", "thuế");
    qcdc_findings_new(0, &findings, NULL);
    CU_ASSERT_EQUAL(add_units(builder, units, findings), QCDC_OK);
    tables_expect_faults(builder, findings, wanted);
}

static QcdcCatalog *make_catalog(const char *units)
{
    QcdcCatalogBuilder *builder = begin("y-te", "thuế");
    CU_ASSERT_EQUAL_FATAL(add_units(builder, units, NULL), QCDC_OK);
    return tables_freeze(builder);
}

static void names_are_those_of_columns(void)
{
    static const struct {
        const char *name;
        QcdcStatus status;
    } cases[] = { { "y-te", QCDC_OK },  { "Y tế", QCDC_OK },          { "y-te", QCDC_STATUS_DUPLICATE }, { "parent", QCDC_STATUS_REFUSED },
                  { " x", QCDC_STATUS_REFUSED }, { "x ", QCDC_STATUS_REFUSED }, { "a\nb", QCDC_STATUS_REFUSED }, { "\xFF", QCDC_STATUS_REFUSED },
                  { "", QCDC_STATUS_ARGUMENT },  { "Y t\x65\xCC\x82\xCC\x81", QCDC_STATUS_DUPLICATE } };
    QcdcCatalogBuilder *builder = tables_begin(NULL, NULL, NULL);
    QcdcCatalog *catalog = NULL;
    QcdcError error = { 0 };
    char name[16];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_number(cases[i].name, qcdc_catalog_builder_add_hierarchy(builder, cases[i].name, NULL), cases[i].status);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_hierarchy(builder, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_hierarchy(NULL, "a", NULL), QCDC_STATUS_ARGUMENT);
    for (int k = 2; k < CATALOG_MOST_HIERARCHIES; k++) {
        snprintf(name, sizeof name, "h%d", k);
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_hierarchy(builder, name, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_hierarchy(builder, "one more", &error), QCDC_STATUS_MEMORY);
    expect_text("error", error.text, "hierarchy \"one more\" is one more than the 32 there may be");
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_hierarchy_name(catalog, 1), "Y tế");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_hierarchy_name(catalog, CATALOG_MOST_HIERARCHIES));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_hierarchy_name(NULL, 0));
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
}

/* "t(a(b)c)": a tree in pre-order */
static void expect_tree(const QcdcCatalog *catalog, const char *hierarchy, const char *label, const char *wanted)
{
    QcdcUnitId units[32], parents[32];
    size_t count = 0, depth[32] = { 0 };
    char text[256] = "";
    QcdcPeriod period;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    if (qcdc_catalog_read_hierarchy(catalog, hierarchy, period, units, parents, 32, &count, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    for (size_t i = 0; i < count; i++) {
        size_t now = 0;
        for (size_t k = 0; k < i; k++)
            now = units[k] == parents[i] ? depth[k] + 1 : now;
        depth[i] = now;
        for (size_t k = i > 0 ? depth[i - 1] : now; k < now; k++)
            strcat(text, "(");
        for (size_t k = i > 0 ? depth[i - 1] : 0; k > now; k--)
            strcat(text, ")");
        strcat(text, i > 0 && depth[i - 1] >= now ? " " : "");
        strcat(text, qcdc_catalog_get_unit_text(catalog, units[i], period, QCDC_UNIT_CODE));
    }
    expect_text(hierarchy != NULL ? hierarchy : "parent", text, wanted);
}

#define UNITS \
    "code,name,level,parent,parent.0,parent.1,id,valid_from,valid_to\n" \
    "t,T,0,,,,,,\nd,D,1,t,,-,,,\nk,K,1,t,,,,,\na,A,2,d,k,,,,2021-12-31\na,A,2,d,,t,,2022-01-01,\nb,B,2,d,a,k,,,\nc,C,2,d,-,,,,\n"

/* D44: a hierarchy says only where it differs, for each row */
static void a_hierarchy_says_where_it_differs(void)
{
    QcdcCatalog *catalog = make_catalog(UNITS);
    QcdcPeriod none = { 0 }, year;
    size_t count;
    QcdcError error = { 0 };
    expect_tree(catalog, NULL, "2021", "t(d(a b c) k");
    expect_tree(catalog, "parent", "2022", "t(d(a b c) k");
    expect_tree(catalog, "y-te", "2021", "t(d k(a(b))) c");
    expect_tree(catalog, "y-te", "2022", "t(d(a(b)) k) c");
    expect_tree(catalog, "thuế", "2022", "t(k(b) a) d(c");
    qcdc_period_parse("2021", 4, &year, NULL);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_parent(catalog, 3, year, 0), "k");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_parent(catalog, 3, none, 0), "");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_parent(catalog, 1, none, 1), "-");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_parent(catalog, 3, year, 2));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_parent(catalog, 9, year, 0));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_parent(NULL, 3, year, 0));
    CU_ASSERT_EQUAL(qcdc_catalog_read_hierarchy(catalog, "yte", year, NULL, NULL, 0, &count, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("error", error.text, "hierarchy \"yte\" is not known; parent, y-te, thuế");
    qcdc_catalog_unref(catalog);
}

static void faults_name_the_column(void)
{
    expect_faults("code,name,level,parent,parent.1,parent.0\nt,T,0,,,\na,A,1,t,zzz,t\n", "F013 units.csv:3:5: parent.thuế \"zzz\" is not a unit\n");
    expect_faults("code,name,level,parent,parent.0,valid_from,valid_to\nt,T,0,,,,\nk,K,1,t,,,2020-12-31\na,A,1,t,k,,\n",
                  "F014 units.csv:4:5: parent.y-te \"k\" is not in force during all of the row's interval; see valid_from and valid_to of "
                  "both rows\n");
    /* what is at fault in the column parent is told there, once */
    expect_faults("code,name,level,parent,parent.0\nt,T,0,zzz,zzz\na,A,1,b,\nb,B,1,a,\n",
                  "F013 units.csv:2:4: parent \"zzz\" is not a unit\n"
                  "F015 units.csv:3:4: parent \"b\" makes a cycle: a → b → a; a unit does not stand above itself\n");
    /* levels need not grow */
    expect_faults("code,name,level,parent,parent.0\nt,T,0,,\na,A,1,t,\nb,B,1,t,a\n", "");
}

static void circles_are_found(void)
{
    expect_faults("code,name,level,parent,parent.0\nt,T,0,,\na,A,1,t,b\nb,B,1,t,a\nc,C,1,t,a\n",
                  "F015 units.csv:3:5: parent.y-te \"b\" makes a cycle: a → b → a; a unit does not stand above itself\n");
    expect_faults("code,name,level,parent,parent.1\nt,T,0,,a\na,A,1,t,\n",
                  "F015 units.csv:2:5: parent.thuế \"a\" makes a cycle: t → a → t; a unit does not stand above itself\n");
    expect_faults("code,name,level,parent,parent.0\na,A,0,,a\n",
                  "F015 units.csv:2:5: parent.y-te \"a\" makes a cycle: a → a; a unit does not stand above itself\n");
    /* above one another in turn is no circle; on one day it is */
    expect_faults("code,name,level,parent.0,valid_from,valid_to\na,A,0,b,,2020-12-31\na,A,0,,2021-01-01,\nb,B,0,,,2020-12-31\nb,B,0,a,2021-01-01,\n", "");
    expect_faults("code,name,level,parent.0,valid_from,valid_to\na,A,0,b,,2021-01-01\na,A,0,,2021-01-02,\nb,B,0,,,2020-12-31\nb,B,0,a,2021-01-01,\n",
                  "F015 units.csv:2:4: parent.y-te \"b\" makes a cycle: a → b → a; a unit does not stand above itself\n");
}

enum { CHAIN = 100000 };

/* Each unit under the next in one hierarchy; a ring if the last stands under the first. */
static void expect_chain(bool is_ring)
{
    QcdcCatalogBuilder *builder = begin("h", NULL);
    QcdcCatalog *catalog = NULL;
    QcdcFindings *findings = NULL;
    qcdc_findings_new(1, &findings, NULL);
    for (size_t i = 0; i < CHAIN; i++) {
        char code[32], parent[32] = "";
        const char *values[QCDC_UNIT_FIELD_END + 1] = { [QCDC_UNIT_CODE] = code, [QCDC_UNIT_NAME] = "x", [QCDC_UNIT_LEVEL] = "0", [QCDC_UNIT_FIELD_END] = parent };
        QcdcRecord record = { .values = values, .value_count = QCDC_UNIT_FIELD_END + 1, .source = "units.csv", .row = (int32_t)i + 2 };
        snprintf(code, sizeof code, "u%zu", i);
        if (i + 1 < CHAIN || is_ring)
            snprintf(parent, sizeof parent, "u%zu", (i + 1) % CHAIN);
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_unit(builder, &record, findings, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL), is_ring ? QCDC_STATUS_FINDINGS : QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), is_ring);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static void long_chains_and_rings_do_not_hang(void)
{
    expect_chain(false);
    expect_chain(true);
}

/* Each unit stands under each other for a day of its own: more days than are looked at. */
static void a_tangle_is_refused(void)
{
    enum { TANGLE = 300 };
    QcdcCatalogBuilder *builder = begin("h", NULL);
    QcdcCatalog *catalog = NULL;
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    qcdc_findings_new(0, &findings, NULL);
    for (size_t i = 0; i < 2 * TANGLE; i++) {
        char code[16], parent[16], from[16], to[16];
        const char *values[QCDC_UNIT_FIELD_END + 1] = { [QCDC_UNIT_CODE] = code,       [QCDC_UNIT_NAME] = "x",   [QCDC_UNIT_LEVEL] = "0",
                                                        [QCDC_UNIT_VALID_FROM] = from, [QCDC_UNIT_VALID_TO] = to, [QCDC_UNIT_FIELD_END] = parent };
        QcdcRecord record = { .values = values, .value_count = QCDC_UNIT_FIELD_END + 1, .source = "units.csv", .row = (int32_t)i + 2 };
        size_t unit = i / 2, is_late = i % 2;
        /* first each under the next, then each under the one before; the day of change is another for each */
        snprintf(code, sizeof code, "u%zu", unit);
        snprintf(parent, sizeof parent, is_late ? (unit > 0 ? "u%zu" : "") : (unit + 1 < TANGLE ? "u%zu" : ""), is_late ? unit - 1 : unit + 1);
        snprintf(from, sizeof from, is_late ? "%zu-%02zu-%02zu" : "", 2020 - unit / 336, 1 + unit / 28 % 12, 1 + unit % 28);
        snprintf(to, sizeof to, is_late ? "" : "%zu-%02zu-%02zu", 2020 - unit / 336, 1 + unit / 28 % 12, unit % 28);
        if (!is_late && unit % 28 == 0)
            snprintf(to, sizeof to, "%s", unit == 0 ? "2019-12-31" : unit / 28 % 12 == 2 ? "2020-02-29" : "2020-01-31");
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_unit(builder, &record, findings, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, &error), QCDC_STATUS_FINDINGS);
    expect(strstr(error.text, "parents change too often") != NULL, "tangle", error.text);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static void attributes_are_read_by_name(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,name,level,x_phone,x_note,valid_from,valid_to\na,A,0,012,,,2020-12-31\na,A,0,,xong,2021-01-01,\nb,B,0,34,,,\n",
                                               "code,name,nature,measure,x_form\nn,N,flow,đơn,TH-01\nm,M,flow,đơn,\n");
    QcdcPeriod none = { 0 }, early;
    qcdc_period_parse("2020", 4, &early, NULL);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute_name(catalog, 0), "x_phone");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute_name(catalog, 1), "x_note");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_attribute_name(catalog, 2));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_attribute_name(NULL, 0));
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute(catalog, 0, early, "x_phone"), "012");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute(catalog, 0, none, "x_phone"), "");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute(catalog, 0, none, "x_note"), "xong");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute(catalog, 1, none, "x_phone"), "34");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_unit_attribute(catalog, 1, none, "x_none"), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_attribute(catalog, 2, none, "x_phone"));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_attribute(catalog, 0, none, NULL));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_unit_attribute(NULL, 0, none, "x_phone"));
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_indicator_attribute(catalog, 0, "x_form"), "TH-01");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_indicator_attribute(catalog, 1, "x_form"), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_indicator_attribute(catalog, 2, "x_form"));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_indicator_attribute(NULL, 0, "x_form"));
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_indicator_attribute_name(catalog, 0), "x_form");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_indicator_attribute_name(catalog, 1));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_indicator_attribute_name(NULL, 0));
    qcdc_catalog_unref(catalog);
}

static void groupings_have_words(void)
{
    QcdcGrouping grouping = QCDC_GROUPING_END;
    QcdcCatalogBuilder *builder = tables_begin("code,name,level\na,A,0\n", NULL, NULL);
    QcdcCatalog *catalog = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_grouping_parse("partition", &grouping, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(grouping, QCDC_GROUPING_PARTITION);
    CU_ASSERT_EQUAL(qcdc_grouping_parse("Partition", &grouping, &error), QCDC_STATUS_SYNTAX);
    expect_text("error", error.text, "grouping \"Partition\" is not known; overlap or partition");
    CU_ASSERT_EQUAL(qcdc_grouping_parse(NULL, &grouping, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(qcdc_grouping_to_name(QCDC_GROUPING_OVERLAP), "overlap");
    CU_ASSERT_PTR_NULL(qcdc_grouping_to_name(QCDC_GROUPING_DEFAULT));
    CU_ASSERT_PTR_NULL(qcdc_grouping_to_name(QCDC_GROUPING_END));
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_grouping(builder, QCDC_GROUPING_END, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_grouping(NULL, grouping, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_grouping(builder, grouping, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_group(builder, "*", "x", NULL), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_get_grouping(catalog), QCDC_GROUPING_PARTITION);
    CU_ASSERT_EQUAL(qcdc_catalog_get_grouping(NULL), QCDC_GROUPING_OVERLAP);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "names are those of columns", names_are_those_of_columns },
        { "a hierarchy says where it differs (D44)", a_hierarchy_says_where_it_differs },
        { "faults name the column", faults_name_the_column },
        { "circles are found", circles_are_found },
        { "long chains and rings do not hang", long_chains_and_rings_do_not_hang },
        { "a tangle is refused", a_tangle_is_refused },
        { "attributes are read by name", attributes_are_read_by_name },
        { "groupings have words (D45)", groupings_have_words },
    };
    return SUITE_RUN("hierarchy", tests, argc, argv);
}
