/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/catalog-private.h"

#include "suite.h"
#include "tables.h"

#define UNITS "code,name,level\nt,T,0\n"
#define INDICATORS "code,name,nature,measure,decimals,formula\na,A,flow,m,,\nb,B,flow,m,2,\nrate,R,ratio,%,,a / b\nsum,S,flow,m,2,a + b\n"

static void fields_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_rule_field_to_name(QCDC_RULE_CODE), "code");
    CU_ASSERT_STRING_EQUAL(qcdc_rule_field_to_name(QCDC_RULE_MESSAGE), "message");
    CU_ASSERT_PTR_NULL(qcdc_rule_field_to_name(QCDC_RULE_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_rule_field_to_name((QcdcRuleField)-1));
}

static void expect_faults(const char *rules, const char *wanted)
{
    QcdcFindings *findings = NULL;
    qcdc_findings_new(0, &findings, NULL);
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, findings);
    CU_ASSERT_EQUAL(tables_add_rules(builder, rules, findings, NULL), QCDC_OK);
    tables_expect_faults(builder, findings, wanted);
}

static void good_rules_have_no_fault(void)
{
    expect_faults("code,rule,tolerance,severity,message\n"
                  "r,a = b,,,\ns,sum / a <= 0.5,0.000000001,off,words\nreported-total,,2,error,\nt,a - 0.0000001*b >= 1,,warning,\n"
                  "u,prev(a) + a > base(b),,,\nv,units(kind=x) = a,,,\n",
                  "");
}

static void faults_are_told_with_their_place(void)
{
    expect_faults("code,rule\n,a = b\nr,a + b\nr,c = a\ns,summ = b\n",
                  "F001 rules.csv:2:1: code is empty; each rule has a code\n"
                  "F085 rules.csv:3:2: rule \"a + b\" lacks an operator at byte 6; a rule is form, operator, form: a + b = c; operators are "
                  "= <= >= < > !=\n"
                  "F089 rules.csv:4:1: code \"r\" is there already, in row 3; each rule has a code of its own\n"
                  "F086 rules.csv:4:2: rule \"c = a\" names \"c\" at byte 1, which is not an indicator\n"
                  "F086 rules.csv:5:2: rule \"summ = b\" names \"summ\" at byte 1, which is not an indicator; did you mean \"sum\"?\n");
    expect_faults("code,rule\nr,a <> b\ns,a =< b\nt,a === b\nu,a = b / 0\nv,a / (0.5 - 0.50 + 0*a) = b\n",
                  "F085 rules.csv:2:2: rule \"a <> b\" has an operator that is not known at byte 3; a rule is form, operator, form: a + b = c; "
                  "operators are = <= >= < > !=\n"
                  "F085 rules.csv:3:2: rule \"a =< b\" has an operator that is not known at byte 3; a rule is form, operator, form: a + b = c; "
                  "operators are = <= >= < > !=\n"
                  "F085 rules.csv:4:2: rule \"a === b\" has an operator that is not known at byte 3; a rule is form, operator, form: a + b = c; "
                  "operators are = <= >= < > !=\n"
                  "F085 rules.csv:5:2: rule \"a = b / 0\" divides by 0 at byte 9; the denominator is a form that can be another number\n"
                  "F085 rules.csv:6:2: rule \"a / (0.5 - 0.50 + 0*a) = b\" divides by 0 at byte 5; the denominator is a form that can be another "
                  "number\n");
    expect_faults("code,rule,tolerance,severity\nr,a = b,-0.5,\ns,a = b,1%,worse\n",
                  "F088 rules.csv:2:3: tolerance \"-0.5\" is not a tolerance; a number that is not negative: 0.5, with at most 18 digits and 9 decimals\n"
                  "F088 rules.csv:3:3: tolerance \"1%\" is not a tolerance; a number that is not negative: 0.5, with at most 18 digits and 9 decimals\n"
                  "F003 rules.csv:3:4: severity \"worse\" is not known; one of error, warning, off\n");
    expect_faults("code,rule\nr,rate <= 1\ns,prev(a) = 1\nt,0.00000001*b = a\nu,1 = 1\n",
                  "F087 rules.csv:2:2: rule \"rate <= 1\" names \"rate\" at byte 1, which is itself a quotient; write the terms of that quotient instead\n"
                  "F087 rules.csv:3:2: rule \"prev(a) = 1\" names no figure of the period itself; prev() and base() alone are never looked at\n"
                  "F087 rules.csv:4:2: rule \"0.00000001*b = a\" needs more than 9 decimals; take fewer decimals in its numbers\n"
                  "F087 rules.csv:5:2: rule \"1 = 1\" names no figure of the period itself; prev() and base() alone are never looked at\n");
}

static void built_in_names_stand_alone(void)
{
    expect_faults("code,rule\nreported-total,a = b\nreported-totals,\nzzz,\n",
                  "F089 rules.csv:2:1: code \"reported-total\" is the name of a built-in rule; leave rule empty to set its severity and "
                  "tolerance, or take another code\n"
                  "F089 rules.csv:3:2: code \"reported-totals\" has no rule, and is no built-in one; did you mean \"reported-total\"?\n"
                  "F089 rules.csv:4:2: code \"zzz\" has no rule, and is no built-in one; a rule is form, operator, form: a + b = c; built-in "
                  "rules alone need none\n");
    for (size_t k = 0; rule_builtin_at(k) != NULL; k++)
        CU_ASSERT(rule_is_builtin(rule_builtin_at(k)));
    CU_ASSERT_FALSE(rule_is_builtin(""));
}

/* Looking for the code that was meant costs a look at every code: for the first hundred of the table alone. */
static void suggestions_come_to_an_end(void)
{
    enum { RULES = 102 };
    char rules[RULES * 24], *at = rules + sprintf(rules, "code,rule\n"), *lines;
    size_t count = 0;
    QcdcFindings *findings = NULL;
    QcdcCatalog *catalog = NULL;
    for (int k = 0; k < RULES; k++)
        at += sprintf(at, "r%d,summ = b\n", k);
    qcdc_findings_new(0, &findings, NULL);
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, findings);
    CU_ASSERT_EQUAL(tables_add_rules(builder, rules, findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL), QCDC_STATUS_FINDINGS);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(findings), RULES);
    lines = findings_to_lines(findings);
    for (const char *hint = lines; (hint = strstr(hint, "did you mean")) != NULL; hint++)
        count++;
    CU_ASSERT_EQUAL(count, 100);
    free(lines);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

/* What the row of the indicator entailed is not told again. */
static void a_lost_indicator_is_not_the_rules_fault(void)
{
    QcdcFindings *findings = NULL;
    QcdcCatalog *catalog = NULL;
    qcdc_findings_new(0, &findings, NULL);
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, findings);
    CU_ASSERT_EQUAL(tables_add_rules(builder, "code,rule\nr,lost = a\n", findings, NULL), QCDC_OK);
    catalog_builder_note_lost_rows(builder, false, true);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(findings), 0);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static QcdcStatus add_alone(const char *rules)
{
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, NULL);
    QcdcCatalog *catalog = NULL;
    QcdcStatus status = tables_add_rules(builder, rules, NULL, NULL);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    return status;
}

static void without_findings_the_first_fault_is_the_error(void)
{
    CU_ASSERT_EQUAL(add_alone("code,rule\nr,a = b\n"), QCDC_OK);
    CU_ASSERT_EQUAL(add_alone("code,rule\nr,a = = b\n"), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(add_alone("code,rule\nr,a = x\n"), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(add_alone("code,rule\nr,rate = a\n"), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(add_alone("code,rule,tolerance\nr,a = b,x\n"), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(add_alone("code,rule\nr,\n"), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_rule(NULL, &(QcdcRecord){ 0 }, NULL, NULL), QCDC_STATUS_ARGUMENT);
}

static void rules_are_kept_as_they_were_written(void)
{
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, NULL);
    QcdcCatalog *catalog = NULL;
    CU_ASSERT_EQUAL(tables_add_rules(builder, "code,rule,message\nr,a=b,m\nrevised-base,,\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_get_rule_count(catalog), 2);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_rule_text(catalog, 0, QCDC_RULE_RULE), "a=b");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_rule_text(catalog, 0, QCDC_RULE_MESSAGE), "m");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_rule_text(catalog, 1, QCDC_RULE_CODE), "revised-base");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_rule_text(catalog, 1, QCDC_RULE_TOLERANCE), "");
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_rule_text(catalog, 2, QCDC_RULE_CODE));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_rule_text(catalog, 0, QCDC_RULE_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_rule_text(NULL, 0, QCDC_RULE_CODE));
    CU_ASSERT_EQUAL(qcdc_catalog_get_rule_count(NULL), 0);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "fields have names", fields_have_names },
        { "good rules have no fault", good_rules_have_no_fault },
        { "faults are told with their place", faults_are_told_with_their_place },
        { "built-in names stand alone", built_in_names_stand_alone },
        { "suggestions come to an end", suggestions_come_to_an_end },
        { "a lost indicator is not the rule's fault", a_lost_indicator_is_not_the_rules_fault },
        { "without findings the first fault is the error", without_findings_the_first_fault_is_the_error },
        { "rules are kept as they were written", rules_are_kept_as_they_were_written },
    };
    return SUITE_RUN("rule", tests, argc, argv);
}
