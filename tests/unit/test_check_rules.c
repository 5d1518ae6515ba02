/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <stdlib.h>

#include "audit/check-private.h"
#include "audit/finding-words-private.h"
#include "checks.h"
#include "model/rule-private.h"

#define UNIT "code,name,level\nu,Xã A,0\n"
#define UNITS "code,name,level,parent\np,Tỉnh A,0,\nu,Xã A,1,p\nv,Xã B,1,p\n"
#define PLAIN "code,name,nature,measure,decimals\na,A,flow,m,\nb,B,flow,m,\nc,C,flow,m,2\nd,D,flow,n,9\n"
#define BALANCE                                                                                                                     \
    "code,name,nature,measure,formula\nin,I,opening,m,\nnew,N,flow,m,\ndone,D,flow,m,\nleft,L,closing,m,\ntodo,T,flow,m,in + new\n"
#define OBSERVED "unit,indicator,period,value\n"

static void expect_found(const char *units, const char *indicators, const char *rules, const char *observations, const char *wanted)
{
    static char got[8192];
    QcdcDataset *dataset = checks_make_dataset(units, indicators, rules, observations);
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    if (checks_run(dataset, findings, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_EQUAL(error.status, QCDC_OK);
    checks_describe(findings, got, sizeof got);
    expect_lines(got, wanted);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

/* One rule over a and b of one unit and year. */
static void expect_sides(const char *rule, const char *tolerance, const char *a, const char *b, const char *wanted)
{
    char rules[200], observations[200];

    snprintf(rules, sizeof rules, "code,rule,tolerance\nr,%s,%s\n", rule, tolerance);
    snprintf(observations, sizeof observations, OBSERVED "u,a,2022,%s\nu,b,2022,%s\n", a, b);
    expect_found(UNIT, PLAIN, rules, observations, wanted);
}

static void operators_at_their_edges(void)
{
    expect_sides("a = b", "", "5", "5", "");
    expect_sides("a = b", "", "5", "6", "F210 r@2 5 6 -1\n");
    expect_sides("a = b", "2", "5", "7", "");
    expect_sides("a = b", "2", "7", "5", "");
    expect_sides("a = b", "2", "5", "8", "F210 r@2 5 8 -3\n");
    expect_sides("a = b", "2", "8", "5", "F210 r@2 8 5 3\n");
    expect_sides("a = b", "1.999999999", "5", "7", "F210 r@2 5 7 -2\n");
    expect_sides("a <= b", "", "5", "5", "");
    expect_sides("a <= b", "", "6", "5", "F210 r@2 6 5 1\n");
    expect_sides("a <= b", "1", "6", "5", "");
    expect_sides("a <= b", "1", "7", "5", "F210 r@2 7 5 2\n");
    expect_sides("a < b", "", "4", "5", "");
    expect_sides("a < b", "", "5", "5", "F210 r@2 5 5 0\n");
    expect_sides("a < b", "1", "5", "5", "");
    expect_sides("a < b", "1", "6", "5", "F210 r@2 6 5 1\n");
    expect_sides("a >= b", "", "5", "5", "");
    expect_sides("a >= b", "", "4", "5", "F210 r@2 4 5 -1\n");
    expect_sides("a >= b", "1", "4", "5", "");
    expect_sides("a > b", "", "6", "5", "");
    expect_sides("a > b", "", "5", "5", "F210 r@2 5 5 0\n");
    expect_sides("a > b", "1", "5", "5", "");
    expect_sides("a > b", "1", "4", "5", "F210 r@2 4 5 -1\n");
    expect_sides("a != b", "", "4", "5", "");
    expect_sides("a != b", "", "5", "5", "F210 r@2 5 5 0\n");
    expect_sides("a != b", "1", "6", "5", "F210 r@2 6 5 1\n");
    expect_sides("a != b", "1", "7", "5", "");
}

static void negative_figures_and_decimals(void)
{
    expect_sides("a = b", "", "-5", "-5", "");
    expect_sides("a <= b", "", "-5", "-6", "F210 r@2 -5 -6 1\n");
    expect_sides("-a = b", "", "-5", "5", "");
    expect_sides("a - 2*b = -15", "", "-5", "5", "");
    expect_sides("0.5*a = b", "", "10", "5", "");
    expect_sides("0.5*a = b", "0.5", "11", "5", "");
    expect_sides("0.5*a = b", "0.4", "11", "5", "F210 r@2 5.5 5.0 0.5\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a = c\n", OBSERVED "u,a,2022,3\nu,c,2022,3.01\n", "F210 r@2 3.00 3.01 -0.01\n");
    expect_found(UNIT, PLAIN, "code,rule,tolerance\nr,a = c,0.01\n", OBSERVED "u,a,2022,3\nu,c,2022,3.01\n", "");
    expect_found(UNIT, PLAIN, "code,rule,tolerance\nr,c = d,0.000000001\n", OBSERVED "u,c,2022,0.01\nu,d,2022,0.010000002\n",
                 "F210 r@2 0.010000000 0.010000002 -0.000000002\n");
}

static void quotients_are_exact(void)
{
    expect_sides("a / b = 2 / 3", "", "20", "30", "");
    expect_sides("a / b = 2 / 3", "", "20000", "30001", "F210 r@2 0.6666 0.6667 0.0000\n");
    expect_sides("a / b <= 1", "", "-3", "-4", "");
    expect_sides("a / b <= 1", "", "-5", "-4", "F210 r@2 1.2500 1.0000 0.2500\n");
    expect_sides("a / b >= 0", "", "3", "-4", "F210 r@2 -0.7500 0.0000 -0.7500\n");
    expect_sides("a / b = 0.333", "0.001", "1", "3", "");
    expect_sides("a / b = 0.333", "0.0001", "1", "3", "F210 r@2 0.3333 0.3330 0.0003\n");
    expect_sides("a / b = 0.25", "0.05", "3", "10", "");
    expect_sides("a / b < 0.25", "0.05", "3", "10", "F210 r@2 0.3000 0.2500 0.0500\n");
    expect_sides("(a + b) / (a - b) = 3", "", "4", "2", "");
    expect_sides("a / b <= 1", "", "3", "0", "");
    expect_sides("(a + b) / (a - b) = 3", "", "2", "2", "");
}

/* Without figures there is nothing to say; a figure of part of the reporters is none. */
static void rules_need_whole_figures(void)
{
    const char *rules = "code,rule\nr,a = b\n";

    expect_found(UNIT, PLAIN, rules, OBSERVED "u,a,2022,3\n", "");
    expect_found(UNIT, PLAIN, rules, "unit,indicator,period,value,obs_status\nu,a,2022,3,\nu,b,2022,,O\n", "");
    expect_found(UNITS, PLAIN, rules, "unit,indicator,period,value,scope\nu,a,2022,1,\nv,a,2022,2,\nu,b,2022,1,\np,b,2022,3,total\n",
                 "");
    expect_found(UNITS, PLAIN, rules, "unit,indicator,period,value,scope\nu,a,2022,1,\nv,a,2022,2,\nu,b,2022,1,\np,b,2022,4,total\n",
                 "F210 r@5 3 4 -1\n");
    expect_found(UNITS, PLAIN, rules, "unit,indicator,period,value,scope\nu,a,2022,1,\nu,b,2022,1,\np,b,2022,4,total\n", "");
}

static void each_place_is_tried_once(void)
{
    expect_found(UNITS, PLAIN, "code,rule\nr,a + b = c\n",
                 "unit,indicator,period,value,scope\nu,a,2022,1,\nu,b,2022,1,\nu,c,2022,3,\nv,a,2022,1,\nv,b,2022,1,\nv,c,2022,2,\n"
                 "p,a,2022,2,total\n",
                 "F210 r@2 2.00 3.00 -1.00\nF210 r@8 4.00 5.00 -1.00\n");
}

static void severities_come_from_the_table(void)
{
    const char *rows = "unit,indicator,period,value,scope,hedge\np,a,2022,5,total,\nu,a,2022,1,,\nv,a,2022,2,,\n";
    const char *hedged = "unit,indicator,period,value,scope,hedge\np,a,2022,5,total,hơn\nu,a,2022,1,,\nv,a,2022,2,,\n";

    expect_found(UNITS, PLAIN, NULL, rows, "F200 reported-total@2 5 3 2\n");
    expect_found(UNITS, PLAIN, "code,rule,severity\nreported-total,,error\n", rows, "F200 reported-total@2 error 5 3 2\n");
    expect_found(UNITS, PLAIN, "code,rule,severity\nreported-total,,off\n", rows, "");
    expect_found(UNITS, PLAIN, "code,rule,tolerance\nreported-total,,2\n", rows, "");
    expect_found(UNITS, PLAIN, "code,rule,tolerance\nreported-total,,1\n", rows, "F200 reported-total@2 5 3 2\n");
    expect_found(UNITS, PLAIN, "code,rule,severity\nreported-total,,error\n",
                 "unit,indicator,period,value,scope,hedge\np,a,2022,5,total,\np,a,2022-S1,1,,\np,a,2022-S2,1,,dưới\nu,a,2022,1,,\nv,a,2022,3,,\n",
                 "F200 reported-total@2 5 6 -1 bounds-can-hold\n");
    expect_found(UNITS, PLAIN, "code,rule,severity\nreported-total,,error\n", hedged, "F200 reported-total@2 5 3 2 bounds-cannot-hold\n");
    expect_found(UNIT, PLAIN, "code,rule,severity\nr,a = 1,error\ns,a = 1,off\nt,a = 1,\n", OBSERVED "u,a,2022,2\n",
                 "F210 r@2 error 2 1 1\nF210 t@2 2 1 1\n");
}

#define DOCUMENTS                                                                                                                   \
    "code,name,nature,measure,part_of,part_kind\ndocs,D,flow,m,,\nd1,A,flow,m,docs,partition\nd2,B,flow,m,docs,partition\n"           \
    "d3,C,flow,m,docs,partition\nd4,D,flow,m,docs,partition\nd5,E,flow,m,docs,partition\n"

static void hedges_have_two_readings(void)
{
    const char *rows = "unit,indicator,period,value,hedge\nu,docs,2020,175,trên\nu,d1,2020,15,trên\nu,d2,2020,29,trên\nu,d3,2020,28,trên\n"
                       "u,d4,2020,23,trên\nu,d5,2020,85,trên\n";

    expect_found(UNIT, DOCUMENTS, NULL, rows, "F202 parts-against-total@2 175 180 -5 bounds-can-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a = b\n", "unit,indicator,period,value,hedge\nu,a,2020,5,gần\nu,b,2020,6,hơn\n",
                 "F210 r@2 5 6 -1 bounds-cannot-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a = b\n", "unit,indicator,period,value,hedge\nu,a,2020,7,gần\nu,b,2020,6,hơn\n",
                 "F210 r@2 7 6 1 bounds-can-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a - b = 0\n", "unit,indicator,period,value,hedge\nu,a,2020,5,ít nhất\nu,b,2020,6,ít nhất\n",
                 "F210 r@2 -1 0 -1 bounds-can-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a = a + b\n", "unit,indicator,period,value,hedge\nu,a,2020,5,trên\nu,b,2020,6,\n",
                 "F210 r@2 5 11 -6\n");
    /* What is left of a figure on both sides is the bound: -a - b. */
    expect_found(UNIT, PLAIN, "code,rule\nr,a = 2*a + b\n", "unit,indicator,period,value,hedge\nu,a,2020,5,trên\nu,b,2020,6,\n",
                 "F210 r@2 5 16 -11 bounds-cannot-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a = 2*a + b\n", "unit,indicator,period,value,hedge\nu,a,2020,5,dưới\nu,b,2020,6,\n",
                 "F210 r@2 5 16 -11 bounds-can-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a <= b\n", "unit,indicator,period,value,hedge\nu,a,2020,7,trên\nu,b,2020,6,\n",
                 "F210 r@2 7 6 1 bounds-cannot-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a <= b\n", "unit,indicator,period,value,hedge\nu,a,2020,7,khoảng\nu,b,2020,6,\n",
                 "F210 r@2 7 6 1 bounds-can-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a / b >= 0.5\n", "unit,indicator,period,value,hedge\nu,a,2020,4,\nu,b,2020,10,trên\n",
                 "F210 r@2 0.4000 0.5000 -0.1000 bounds-cannot-hold\n");
    expect_found(UNIT, PLAIN, "code,rule\nr,a / b >= 0.5\n", "unit,indicator,period,value,hedge\nu,a,2020,4,\nu,b,2020,10,dưới\n",
                 "F210 r@2 0.4000 0.5000 -0.1000 bounds-can-hold\n");
    expect_found(UNITS, PLAIN, "code,rule\nr,a = 9\n",
                 "unit,indicator,period,value,scope,hedge\nu,a,2020,4,,trên\nv,a,2020,4,,\np,a,2020,8,total,\n",
                 "F210 r@2 4 9 -5 bounds-can-hold\nF210 r@3 4 9 -5\nF210 r@4 8 9 -1 bounds-can-hold\n");
}

/* Openings, flows and closings of months; the year and its quarters follow from them. */
static const char *const balanced =
    OBSERVED "u,in,2022-01,4\nu,new,2022-01,10\nu,done,2022-01,9\nu,left,2022-01,5\nu,in,2022-02,5\nu,new,2022-02,1\nu,done,2022-02,2\n"
             "u,left,2022-02,4\nu,in,2022-03,4\nu,new,2022-03,3\nu,done,2022-03,0\nu,left,2022-03,7\n";

static void balances_hold_on_coarser_periods(void)
{
    char observations[1000];
    const char *rules = "code,rule\nbalance,in + new = done + left\n";

    expect_found(UNIT, BALANCE, rules, balanced, "");
    snprintf(observations, sizeof observations, "%su,in,2022-Q1,4\nu,new,2022-Q1,14\nu,done,2022-Q1,11\nu,left,2022-Q1,7\n", balanced);
    expect_found(UNIT, BALANCE, rules, observations, "");
    snprintf(observations, sizeof observations, "%su,in,2022-Q1,5\n", balanced);
    expect_found(UNIT, BALANCE, rules, observations, "F201 coarse-against-fine@14 5 4 1\n");
    snprintf(observations, sizeof observations, "%su,in,2022-Q2,8\n", balanced);
    expect_found(UNIT, BALANCE, rules, observations, "F205 opening-against-closing@14 8 7 1\n");
    snprintf(observations, sizeof observations, "%su,in,2022-Q2,7\n", balanced);
    expect_found(UNIT, BALANCE, rules, observations, "");
    /* Eight months carry in what the year before left, not what seven months did. */
    snprintf(observations, sizeof observations, "%su,left,2021,4\nu,in,2022-01/P8M,4\nu,left,2022-01/P7M,9\n", balanced);
    expect_found(UNIT, BALANCE, rules, observations, "");
    snprintf(observations, sizeof observations, "%su,left,2021,6\n", OBSERVED "u,in,2022-01/P8M,4\n");
    expect_found(UNIT, BALANCE, rules, observations, "F205 opening-against-closing@2 4 6 -2\n");
    /* no equation, no pair */
    snprintf(observations, sizeof observations, "%su,in,2022-Q2,8\n", balanced);
    expect_found(UNIT, BALANCE, NULL, observations, "");
    expect_found(UNIT, BALANCE, "code,rule,severity\nbalance,in + new = done + left,off\n", observations, "");
    expect_found(UNIT, BALANCE, "code,rule\nr,todo <= done + left\n", observations, "");
    expect_found(UNIT, BALANCE, "code,rule\nr,todo = done + left\n", observations, "F205 opening-against-closing@14 8 7 1\n");
    /* A quotient balances nothing. */
    expect_found(UNIT, BALANCE, "code,rule,tolerance\nr,todo = (done + left) / new,1000\n", observations, "");
    expect_found(UNIT, BALANCE, "code,rule\nr,todo = done + left\ns,in + new - done = left\n", observations,
                 "F205 opening-against-closing@14 8 7 1\n");
    expect_found(UNIT, BALANCE, "code,rule\nr,in = prev(left)\n", observations, "F210 r@14 8 7 1\n");
}

static void derived_figures_by_scope(void)
{
    const char *indicators = "code,name,nature,measure,decimals,formula\na,A,flow,m,,\nb,B,flow,m,,\ns,S,flow,m,,a + b\nr,R,ratio,%,1,a / b\n";

    expect_found(UNITS, indicators, NULL,
                 "unit,indicator,period,value,scope\nu,a,2022,1,\nv,a,2022,2,\nu,b,2022,4,\nv,b,2022,3,\np,s,2022,10,total\nu,s,2022,6,\n"
                 "p,r,2022,42.9,total\nu,r,2022,25,\nv,r,2022,66.6,\n",
                 "F206 derived-against-reported@7 6 5 1\nF206 derived-against-reported@10 66.6000 66.6667 -0.0667 cut-off\n");
    expect_found(UNITS, indicators, "code,rule,tolerance\nderived-against-reported,,0.1\n",
                 "unit,indicator,period,value,scope\nv,a,2022,2,\nv,b,2022,3,\nv,r,2022,66.6,\n", "");
    expect_found(UNITS, indicators, NULL, "unit,indicator,period,value,scope\np,a,2022,2,\np,b,2022,3,\np,s,2022,6,\n",
                 "F206 derived-against-reported@4 6 5 1\n");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,a,2022,2\nu,b,2022,0\nu,r,2022,1\n", "");
}

static void parts_in_force(void)
{
    const char *indicators = "code,name,nature,measure,part_of,part_kind,valid_to\nt,T,flow,m,,,\na,A,flow,m,t:x,partition,\n"
                             "b,B,flow,m,t:x,partition,2021-12-31\nc,C,flow,m,t:y,subset,\n";

    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2022,5\nu,a,2022,5\n", "");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2022,5\nu,a,2022,4\n", "F202 parts-against-total@2 5 4 1\n");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2021,5\nu,a,2021,4\n", "");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2021,5\nu,a,2021,6\n", "F203 part-above-total@3 6 5 1\n");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2021,5\nu,a,2021,6\nu,b,2021,-1\n", "");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2021,-5\nu,c,2021,6\n", "");
    /* a part that one of two reporters has not told is none */
    expect_found(UNITS, indicators, NULL,
                 "unit,indicator,period,value,scope\np,t,2022,9,total\nu,t,2022,5,\nv,t,2022,4,\nu,a,2022,5,\n", "");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2021,5\nu,c,2021,6\n", "F203 part-above-total@3 6 5 1\n");
}

/* A sum of parts is told of one that went into it, not of one that nobody reported. */
static void a_sum_is_of_a_part_that_is_there(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNIT, "code,name,nature,measure,part_of,part_kind\nt,T,flow,m,,\na,A,flow,m,t,subset\nb,B,flow,m,t,subset\n"
                                                     "c,C,flow,m,t,subset\n", NULL, OBSERVED "u,t,2022,5\nu,b,2022,3\nu,c,2022,4\n");
    QcdcFindings *findings = NULL;
    QcdcFinding finding = { 0 };

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_get_item(findings, 0, &finding), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(finding.indicator, "b");
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

static void shares_above_one(void)
{
    const char *indicators = "code,name,nature,measure,part_of,formula\nt,T,flow,m,,\na,A,flow,m,t,\nb,B,flow,m,,\nn,N,flow,n,,\n"
                             "at,R,ratio,%,,a / t\nbt,R,ratio,%,,b / t\nbn,R,ratio,%,,b / n\nbp,R,ratio,%,,b / prev(b)\nx,R,ratio,lần,,b / t\n";

    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2022,5\nu,b,2022,5\n", "");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2022,5\nu,b,2022,6\n", "F204 fraction-above-one@3 1.2000 1.0000 0.2000\n");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,t,2022,5\nu,a,2022,6\n", "F203 part-above-total@3 6 5 1\n");
    expect_found(UNIT, indicators, NULL, OBSERVED "u,n,2022,5\nu,b,2022,6\nu,b,2021,5\n", "");
}

static QcdcStatus run_with(const char *rules, const char *observations, QcdcError *error)
{
    QcdcDataset *dataset = checks_make_dataset(UNIT, PLAIN, rules, observations);
    QcdcFindings *findings = NULL;
    QcdcStatus status;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    status = checks_run(dataset, findings, error);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
    return status;
}

static QcdcStatus run(const char *rules, const char *observations)
{
    return run_with(rules, observations, NULL);
}

/* A difference that no value holds is told with its place (S1), and so are quotients that cannot be compared. */
static void a_difference_out_of_range_has_a_place(void)
{
    const char *observations = OBSERVED "u,a,2022,999999999999999999\nu,d,2022,0.000000001\n";
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(run_with("code,rule\nr,a = d\n", observations, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_STRING_EQUAL(error.text,
                "rule \"r\": unit \"u\", indicator \"a\", period \"2022\": the sum is outside the range of a value; values have at most 18 digits; look for a "
                "figure in a wrong measure");
    observations = OBSERVED "u,a,2022,999999999999999999\nu,b,2022,999999999999999998\n";
    CU_ASSERT_EQUAL(run_with("code,rule,tolerance\nr,a / b = b / a,0.123456789\n", observations, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_STRING_EQUAL(error.text, "rule \"r\": sides of \"u\" \"a\" 2022: the sides of a rule and its tolerance are outside the range of "
                                       "exact comparison; take quotients of smaller figures, or leave the tolerance out");
}

/* The names of built-in rules stand in the catalog, with their checks and with their words. */
static void built_in_rules_are_the_same_everywhere(void)
{
    const char *code = "";
    size_t count = 0;

    for (; rule_builtin_at(count) != NULL; count++) {
        const char *name = check_builtin_at(count, &code);
        CU_ASSERT_PTR_NOT_NULL_FATAL(name);
        CU_ASSERT_STRING_EQUAL(name, rule_builtin_at(count));
        CU_ASSERT_PTR_NOT_NULL(rule_words(code, QCDC_LANGUAGE_VI));
        CU_ASSERT_PTR_NOT_NULL(rule_words(code, QCDC_LANGUAGE_EN));
    }
    CU_ASSERT_PTR_NULL(check_builtin_at(count, &code));
    CU_ASSERT(count > 0);
}

static void what_leaves_the_range_is_an_error(void)
{
    const char *large = OBSERVED "u,a,2022,999999999999999999\nu,b,2022,999999999999999998\n";

    CU_ASSERT_EQUAL(run("code,rule\nr,a + b = 1\n", large), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(run("code,rule\nr,1000*a = 1\n", large), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(run("code,rule\nr,a / b = b / a\n", large), QCDC_OK);
    CU_ASSERT_EQUAL(run("code,rule,tolerance\nr,a / b = b / a,0.123456789\n", large), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(run("code,rule,tolerance\nr,a = b,999999999999999999\n", large), QCDC_OK);
}

/* 10 000 rules over a few rows, and a rule of very many terms. */
static void many_rules_and_terms(void)
{
    enum { RULES = 10000, TERMS = 999 };
    QcdcCatalogBuilder *builder = tables_begin(UNIT, PLAIN, NULL);
    QcdcCatalog *catalog = NULL;
    QcdcDatasetBuilder *rows = NULL;
    QcdcDataset *dataset = NULL;
    QcdcFindings *findings = NULL;
    char *terms = malloc(4 * TERMS + 8), code[16];

    for (size_t k = 0; k < RULES; k++) {
        const char *values[] = { code, "a = b" };
        snprintf(code, sizeof code, "r%zu", k);
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_rule(builder, &(QcdcRecord){ .values = values, .value_count = 2 }, NULL, NULL), QCDC_OK);
    }
    for (size_t k = 0; k < TERMS; k++)
        strcpy(terms + 2 * k, "a+");
    strcpy(terms + 2 * TERMS, "a=b");
    const char *values[] = { "long", terms };
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_rule(builder, &(QcdcRecord){ .values = values, .value_count = 2 }, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &rows, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(tables_add_observations(rows, OBSERVED "u,a,2022,1\nu,b,2022,2\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(rows, NULL, &dataset, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(findings), RULES + 1);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(rows);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    free(terms);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "operators at their edges", operators_at_their_edges },
        { "negative figures and decimals", negative_figures_and_decimals },
        { "quotients are exact", quotients_are_exact },
        { "rules need whole figures", rules_need_whole_figures },
        { "each place is tried once", each_place_is_tried_once },
        { "severities come from the table", severities_come_from_the_table },
        { "hedges have two readings", hedges_have_two_readings },
        { "balances hold on coarser periods", balances_hold_on_coarser_periods },
        { "derived figures by scope", derived_figures_by_scope },
        { "parts in force", parts_in_force },
        { "a sum is of a part that is there", a_sum_is_of_a_part_that_is_there },
        { "shares above one", shares_above_one },
        { "what leaves the range is an error", what_leaves_the_range_is_an_error },
        { "a difference out of range has a place", a_difference_out_of_range_has_a_place },
        { "built-in rules are the same everywhere", built_in_rules_are_the_same_everywhere },
        { "many rules and terms", many_rules_and_terms },
    };

    return SUITE_RUN("check_rules", tests, argc, argv);
}
