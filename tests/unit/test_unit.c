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

/* What is wrong with a table of units. */
static void expect_faults(const char *units, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcCatalog *catalog = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcCatalogBuilder *builder = tables_begin(units, NULL, findings);
    expect_number(units, qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL),
                  *wanted != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    CU_ASSERT((catalog == NULL) == (*wanted != '\0'));
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static void rows_at_fault_are_found(void)
{
    expect_faults("level,name,code\n,,\n", "F001 units.csv:2:1: level is empty; each unit has a code, a name and a level\n"
                                           "F001 units.csv:2:2: name is empty; each unit has a code, a name and a level\n"
                                           "F001 units.csv:2:3: code is empty; each unit has a code, a name and a level\n");
    expect_faults("code,name,level\n,A,0\n,B,0\n", "F001 units.csv:2:1: code is empty; each unit has a code, a name and a level\n"
                                                 "F001 units.csv:3:1: code is empty; each unit has a code, a name and a level\n");
    expect_faults("code,name,level\na,A,one\nb,B,-1\nc,C,01\nd,D,1000000\n",
                  "F011 units.csv:2:3: level \"one\" is not a level; levels are 0 (top), 1, 2, 3 …\n"
                  "F011 units.csv:3:3: level \"-1\" is not a level; levels are 0 (top), 1, 2, 3 …\n"
                  "F011 units.csv:4:3: level \"01\" is not a level; levels are 0 (top), 1, 2, 3 …\n"
                  "F011 units.csv:5:3: level \"1000000\" is not a level; levels are 0 (top), 1, 2, 3 …\n");
    expect_faults("code,name,level,id\nu#own,A,0,a|b\n c,C,0,\n",
                  "F010 units.csv:2:1: code \"u#own\" holds a character that codes do not hold; no #, no |, no space at either end\n"
                  "F010 units.csv:2:4: id \"a|b\" holds a character that codes do not hold; no #, no |, no space at either end\n"
                  "F010 units.csv:3:1: code \" c\" holds a character that codes do not hold; no #, no |, no space at either end\n");
    expect_faults("code,name,level\na,\xFF,0\n", "F002 units.csv:2:2: name \"\xEF\xBF\xBD\" is not UTF-8; save the file as UTF-8\n");
}

static void dates_and_intervals_are_checked(void)
{
    expect_faults("code,name,level,valid_from,valid_to\na,A,0,1/2/2020,2020-02-30\nb,B,0,2020-01-02,2020-01-01\n"
                  "c,C,0,2020-01-01,2020-01-01\n",
                  "F004 units.csv:2:4: date \"1/2/2020\" is not a day; days are written year-month-day, 2019-06-01\n"
                  "F004 units.csv:2:5: date \"2020-02-30\" is not in the calendar; years are 0001 … 9999, and the month has to "
                  "have that day\n"
                  "F005 units.csv:3:4: valid_from \"2020-01-02\" is after valid_to; valid_to is the last day, itself included\n");
}

static void codes_are_held_by_one_unit_at_a_time(void)
{
    expect_faults("code,name,level\na,A,0\na,B,0\n",
                  "F016 units.csv:3:1: code \"a\" is held twice at one time, as in row 2; intervals of one code, and of one unit, "
                  "do not overlap\n");
    expect_faults("code,name,level,id,valid_from,valid_to\na,A,0,1,,2020-12-31\na,B,0,2,2020-12-31,\n",
                  "F016 units.csv:3:1: code \"a\" is held twice at one time, as in row 2; intervals of one code, and of one unit, "
                  "do not overlap\n");
    expect_faults("code,name,level,id,valid_from,valid_to\na,A,0,1,,2020-12-31\na,B,0,2,2021-01-01,\n", "");
    expect_faults("code,name,level,id,valid_from,valid_to\nb,B,0,x,2020-06-01,\na,A,0,x,,2020-06-01\n",
                  "F017 units.csv:3:4: id \"x\" has two rows at one time, as in row 2; intervals of one code, and of one unit, do "
                  "not overlap\n");
    /* the first interval covers both others */
    expect_faults("code,name,level,id,valid_from,valid_to\na,A,0,1,2000-01-01,\na,B,0,2,2001-01-01,2001-12-31\n"
                  "a,C,0,3,2002-01-01,2002-12-31\n",
                  "F016 units.csv:3:1: code \"a\" is held twice at one time, as in row 2; intervals of one code, and of one unit, "
                  "do not overlap\n"
                  "F016 units.csv:4:1: code \"a\" is held twice at one time, as in row 2; intervals of one code, and of one unit, "
                  "do not overlap\n");
}

static void parents_are_found_and_in_force(void)
{
    expect_faults("code,name,level,parent\nbg,Tỉnh,0,\nbg-xa,Xã,1,bgg\nother,O,1,nowhere\n",
                  "F013 units.csv:3:4: parent \"bgg\" is not a unit; did you mean \"bg\"?\n"
                  "F013 units.csv:4:4: parent \"nowhere\" is not a unit\n");
    expect_faults("code,name,level,parent,id,valid_from,valid_to\np,P,0,,,2020-01-01,2020-12-31\nc,C,1,p,,2021-01-01,\n"
                  "d,D,1,p,,2020-06-01,2021-06-30\ne,E,1,p,,2020-01-01,2020-12-31\n",
                  "F014 units.csv:3:4: parent \"p\" is not in force during all of the row's interval; see valid_from and valid_to "
                  "of both rows\n"
                  "F014 units.csv:4:4: parent \"p\" is not in force during all of the row's interval; see valid_from and valid_to "
                  "of both rows\n");
    /* versions without a gap, one with */
    expect_faults("code,name,level,parent,id,valid_from,valid_to\np,P,0,,,,2020-06-30\np,P2,0,,,2020-07-01,\nc,C,1,p,,,\n"
                  "q,Q,0,,,,2020-06-29\nq,Q2,0,,,2020-07-01,\nd,D,1,q,,,\n",
                  "F014 units.csv:7:4: parent \"q\" is not in force during all of the row's interval; see valid_from and valid_to "
                  "of both rows\n");
    /* a code that changes hands */
    expect_faults("code,name,level,parent,id,valid_from,valid_to\np,P,0,,1,,2020-12-31\np2,P,0,,1,2021-01-01,\n"
                  "p,Q,0,,2,2021-01-01,\nc,C,1,p,,,\nd,D,1,1,,,\n",
                  "F014 units.csv:5:4: parent \"p\" is held by two units during the row's interval; write the parent's id, or one "
                  "row for each of them\n");
}

static void levels_go_down_and_nothing_stands_above_itself(void)
{
    expect_faults("code,name,level,parent\np,P,1,\nc,C,1,p\nd,D,0,p\ne,E,2,p\n",
                  "F012 units.csv:3:3: level \"1\" is not below level 1 of the parent \"p\"; 0 is the top; a unit's level is a "
                  "larger number than its parent's\n"
                  "F012 units.csv:4:3: level \"0\" is not below level 1 of the parent \"p\"; 0 is the top; a unit's level is a "
                  "larger number than its parent's\n");
    expect_faults("code,name,level,parent\na,A,1,c\nb,B,2,a\nc,C,3,b\nd,D,4,c\n",
                  "F015 units.csv:2:4: parent \"c\" makes a cycle: a → c → b → a; a unit does not stand above itself\n");
    expect_faults("code,name,level,parent\nself,S,1,self\n",
                  "F015 units.csv:2:4: parent \"self\" makes a cycle: self → self; a unit does not stand above itself\n");
    /* a cycle in one year only */
    expect_faults("code,name,level,parent,valid_from,valid_to\na,A,1,,,2020-12-31\na,A,2,b,2021-01-01,\nb,B,1,,,2020-12-31\n"
                  "b,B,1,a,2021-01-01,\n",
                  "F015 units.csv:3:4: parent \"b\" makes a cycle: a → b → a; a unit does not stand above itself\n");
}

static QcdcCatalog *make_chain(size_t count, bool is_ring)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcFindings *findings = NULL;
    qcdc_catalog_builder_new(&builder, NULL);
    qcdc_findings_new(1, &findings, NULL);
    for (size_t i = 0; i < count; i++) {
        char code[32], level[32], parent[32] = "";
        snprintf(code, sizeof code, "u%zu", i);
        snprintf(level, sizeof level, "%zu", is_ring ? 0 : i);
        if (i > 0 || is_ring)
            snprintf(parent, sizeof parent, "u%zu", (i + count - 1) % count);
        const char *values[] = { code, "x", level, parent };
        QcdcRecord record = { .values = values, .value_count = 4, .source = "units.csv", .row = (int32_t)i + 2 };
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_unit(builder, &record, findings, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL), is_ring ? QCDC_STATUS_FINDINGS : QCDC_OK);
    if (is_ring) {
        char *lines = findings_to_lines(findings);
        expect_lines(lines, "F015 units.csv:2: parent \"u99999\" makes a cycle: u0 → u99999 → u99998 → u99997 → u99996 → u99995 → "
                            "u99994 → u99993 → … 99992 more … → u0; a unit does not stand above itself\n");
        CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 1);
        free(lines);
    }
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
    return catalog;
}

static void a_chain_of_a_hundred_thousand_units_is_a_tree(void)
{
    enum { COUNT = 100000 };
    QcdcCatalog *catalog = make_chain(COUNT, false);
    UnitTree *tree = NULL;
    CU_ASSERT_EQUAL_FATAL(catalog_make_tree(catalog, 0, 0, NULL, &tree, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(tree->count, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        if (tree->units[i] != i || tree->ends[i] != COUNT || tree->parents[i] != (i > 0 ? i - 1 : UINT32_MAX))
            CU_FAIL_FATAL("a unit out of place");
    unit_tree_free(tree);
    qcdc_catalog_unref(catalog);
}

static void a_ring_of_a_hundred_thousand_units_is_one_finding(void)
{
    CU_ASSERT_PTR_NULL(make_chain(100000, true));
}

/* "t(a(b)c)": pre-order with brackets, by code */
static void expect_tree(const QcdcCatalog *catalog, const char *label, const char *wanted)
{
    QcdcUnitId units[64], parents[64];
    size_t count = 0, depth = 0;
    QcdcUnitId open[64];
    char text[512] = "";
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_read_tree(catalog, period_of(label), units, parents, 64, &count, NULL), QCDC_OK);
    for (size_t i = 0; i < count; i++) {
        while (depth > 0 && open[depth - 1] != parents[i]) {
            strcat(text, ")");
            depth--;
        }
        strcat(text, i > 0 && parents[i] == units[i - 1] ? "(" : " ");
        strcat(text, qcdc_catalog_get_unit_text(catalog, units[i], period_of(label), QCDC_UNIT_CODE));
        open[depth++] = units[i];
    }
    for (; depth > 0; depth--)
        strcat(text, ")");
    expect_text(label, text, wanted);
}

static void a_period_has_the_tree_of_its_end(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,name,level,parent,id,valid_from,valid_to\n"
                                               "t,T,0,,,,\n"
                                               "d2,D2,1,t,,,\n"
                                               "d1,D1,1,t,,,2021-06-30\n"
                                               "x,X,2,d1,,,2021-06-30\n"
                                               "x,X,2,d2,,2021-07-01,\n"
                                               "y,Y,2,d1,,,2021-06-30\n"
                                               "z,Z,2,d2,,2022-01-01,\n"
                                               "s,S,0,,,,\n",
                                               NULL);
    expect_tree(catalog, "2020", " t(d2) d1(x) y))) s)");
    expect_tree(catalog, "2021", " t(d2(x)) d1(y))) s)");
    expect_tree(catalog, "2021-S2", " t(d2(x))) s)");
    expect_tree(catalog, "2022", " t(d2(x) z))) s)");
    CU_ASSERT_FALSE(catalog_is_static(catalog));
    qcdc_catalog_unref(catalog);
}

static void a_tree_says_its_count_first(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,name,level,parent\na,A,0,\nb,B,1,a\n", NULL);
    size_t count = 0;
    QcdcUnitId unit = 77;
    QcdcError error = { 0 };
    CU_ASSERT(catalog_is_static(catalog));
    CU_ASSERT_EQUAL(qcdc_catalog_read_tree(catalog, period_of("2022"), NULL, NULL, 0, &count, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(count, 2);
    CU_ASSERT_EQUAL(qcdc_catalog_read_tree(catalog, period_of("2022"), &unit, NULL, 1, &count, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(unit, 0);
    CU_ASSERT_EQUAL(qcdc_catalog_read_tree(catalog, (QcdcPeriod){ 0 }, NULL, NULL, 0, &count, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_read_tree(NULL, period_of("2022"), NULL, NULL, 0, &count, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_read_tree(catalog, period_of("2022"), NULL, NULL, 5, &count, &error), QCDC_STATUS_ARGUMENT);
    qcdc_catalog_unref(catalog);
}

static void rows_keep_their_order_and_attributes(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,x_phone,name,level,groups,id,valid_from,valid_to,x_note\n"
                                               "b,1,B,0,,,2021-01-01,,\na,,A,0,núi|đảo,,,,\nb,2,B cũ,0,,,,2020-12-31,cũ\n",
                                               NULL);
    size_t count;
    CU_ASSERT_EQUAL(catalog_unit_count(catalog), 2);
    CU_ASSERT_EQUAL_FATAL(catalog_version_count(catalog), 3);
    CU_ASSERT_STRING_EQUAL(catalog_version_in_file_order(catalog, 0)->texts[QCDC_UNIT_NAME], "B");
    CU_ASSERT_STRING_EQUAL(catalog_version_in_file_order(catalog, 2)->texts[QCDC_UNIT_NAME], "B cũ");
    CU_ASSERT_EQUAL(catalog_version_in_file_order(catalog, 2)->unit, 0);
    CU_ASSERT_EQUAL(catalog_version_in_file_order(catalog, 2)->row, 4);
    const Attribute *attributes = catalog_version_attributes(catalog, 2, &count);
    CU_ASSERT_EQUAL_FATAL(count, 2);
    CU_ASSERT_STRING_EQUAL(attributes[0].name, "x_phone");
    CU_ASSERT_STRING_EQUAL(attributes[1].value, "cũ");
    CU_ASSERT_PTR_NULL(catalog_version_attributes(catalog, 1, &count));
    const UnitVersion *a = catalog_version_in_file_order(catalog, 1);
    CU_ASSERT(unit_version_has_group(a, "núi"));
    CU_ASSERT(unit_version_has_group(a, "đảo"));
    CU_ASSERT_FALSE(unit_version_has_group(a, "đả"));
    CU_ASSERT_FALSE(unit_version_has_group(catalog_version_in_file_order(catalog, 0), "núi"));
    qcdc_catalog_unref(catalog);
}

static void fields_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_unit_field_to_name(QCDC_UNIT_CODE), "code");
    CU_ASSERT_STRING_EQUAL(qcdc_unit_field_to_name(QCDC_UNIT_IDENTITY), "id");
    CU_ASSERT_STRING_EQUAL(qcdc_unit_field_to_name(QCDC_UNIT_VALID_TO), "valid_to");
    CU_ASSERT_PTR_NULL(qcdc_unit_field_to_name(QCDC_UNIT_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_unit_field_to_name((QcdcUnitField)-1));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "rows at fault are found", rows_at_fault_are_found },
        { "dates and intervals are checked", dates_and_intervals_are_checked },
        { "codes are held by one unit at a time", codes_are_held_by_one_unit_at_a_time },
        { "parents are found and in force", parents_are_found_and_in_force },
        { "levels go down and nothing stands above itself", levels_go_down_and_nothing_stands_above_itself },
        { "a chain of a hundred thousand units is a tree", a_chain_of_a_hundred_thousand_units_is_a_tree },
        { "a ring of a hundred thousand units is one finding", a_ring_of_a_hundred_thousand_units_is_one_finding },
        { "a period has the tree of its end", a_period_has_the_tree_of_its_end },
        { "a tree says its count first", a_tree_says_its_count_first },
        { "rows keep their order and attributes", rows_keep_their_order_and_attributes },
        { "fields have names", fields_have_names },
    };
    return SUITE_RUN("unit", tests, argc, argv);
}
