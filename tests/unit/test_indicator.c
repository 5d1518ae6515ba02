/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "model/catalog-private.h"
#include "suite.h"
#include "tables.h"

static const char units[] = "code,name,level,parent,kind,groups\nt,T,0,,tỉnh,\nx,X,1,t,xã,núi|đảo\n";

static void expect_faults(const char *indicators, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcCatalog *catalog = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcCatalogBuilder *builder = tables_begin(units, indicators, findings);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_add_group(builder, "rừng", "vùng rừng", NULL), QCDC_OK);
    expect_number(indicators, qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL),
                  *wanted != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static void rows_at_fault_are_found(void)
{
    expect_faults("code,name,nature,measure\n,,,\n",
                  "F001 indicators.csv:2:1: code is empty; each indicator has a code, a name, a nature and a measure\n"
                  "F001 indicators.csv:2:2: name is empty; each indicator has a code, a name, a nature and a measure\n"
                  "F001 indicators.csv:2:3: nature is empty; each indicator has a code, a name, a nature and a measure\n"
                  "F001 indicators.csv:2:4: measure is empty; each indicator has a code, a name, a nature and a measure\n");
    expect_faults("code,name,nature,measure\n1a,A,flow,đơn\na b,A,flow,đơn\n",
                  "F030 indicators.csv:2:1: code \"1a\" is not an indicator code; letters, digits, _ and -, not beginning with a "
                  "digit or -\n"
                  "F030 indicators.csv:3:1: code \"a b\" is not an indicator code; letters, digits, _ and -, not beginning with a "
                  "digit or -\n");
    expect_faults("code,name,nature,measure\na,A,flow,đơn\na,A,flow,đơn\na,A,flow,đơn\n",
                  "F031 indicators.csv:3:1: code \"a\" is there already, in row 2; each indicator has a code of its own\n"
                  "F031 indicators.csv:4:1: code \"a\" is there already, in row 2; each indicator has a code of its own\n");
    expect_faults("code,name,nature,measure,valid_from,valid_to\na,A,flow,đơn,2020-01-02,2020-01-01\nb,B,flow,đơn,2020,\n",
                  "F005 indicators.csv:2:5: valid_from \"2020-01-02\" is after valid_to; valid_to is the last day, itself "
                  "included\n"
                  "F004 indicators.csv:3:5: date \"2020\" is not a day; days are written year-month-day, 2019-06-01\n");
}

static void words_are_of_their_lists(void)
{
    expect_faults("code,name,nature,measure,decimals,over_units,over_time,part_kind,frequency,plan_direction,polarity\n"
                  "a,A,flows,đơn,10,max,mean,half,week,up,best\nb,B,flow,đơn,x,,,,,,\n",
                  "F003 indicators.csv:2:3: nature \"flows\" is not known; one of flow, opening, stock, closing, to-date, distinct, "
                  "ratio, score, rank\n"
                  "F032 indicators.csv:2:5: decimals \"10\" is out of range; 0, 1, 2 … 9\n"
                  "F003 indicators.csv:2:6: over_units \"max\" is not known; one of sum, after, refused\n"
                  "F003 indicators.csv:2:7: over_time \"mean\" is not known; one of sum, first, last, after, refused\n"
                  "F003 indicators.csv:2:8: part_kind \"half\" is not known; one of partition, subset, overlap\n"
                  "F003 indicators.csv:2:9: frequency \"week\" is not known; one of month, quarter, half, year\n"
                  "F003 indicators.csv:2:10: plan_direction \"up\" is not known; one of at-least, at-most, reduce-by\n"
                  "F003 indicators.csv:2:11: polarity \"best\" is not known; one of none, higher, lower\n"
                  "F032 indicators.csv:3:5: decimals \"x\" is out of range; 0, 1, 2 … 9\n");
}

static void formulas_fit_their_indicators(void)
{
    expect_faults("code,name,nature,measure,formula\na,A,flow,đơn,\nb,B,flow,đơn,a + * b\nc,C,flow,đơn,a + aaa\naab,D,flow,đơn,\n",
                  "F033 indicators.csv:3:5: formula \"a + * b\" lacks a term at byte 5; terms are 2*a, a, prev(a), base(a), "
                  "units(kind=xã) and numbers\n"
                  "F034 indicators.csv:4:5: formula \"a + aaa\" names \"aaa\" at byte 5, which is not an indicator; did you mean "
                  "\"aab\"?\n");
    expect_faults("code,name,nature,measure,formula\na,A,flow,đơn,a - 1\nb,B,flow,đơn,prev(c)\nc,C,flow,đơn,b + b\n",
                  "F035 indicators.csv:2:5: formula \"a - 1\" needs itself: a → a\n"
                  "F035 indicators.csv:3:5: formula \"prev(c)\" needs itself: b → c → b\n");
    expect_faults("code,name,nature,measure,formula\na,A,flow,đơn,\nr,R,ratio,%,a / a\ns,S,ratio,%,a / (a - r)\nf,F,flow,đơn,a / a\n"
                  "g,G,ratio,%,2*a\n",
                  "F036 indicators.csv:4:5: formula \"a / (a - r)\" names \"r\" at byte 10, which is itself a quotient; write the "
                  "terms of that quotient instead\n"
                  "F038 indicators.csv:5:5: formula \"a / a\" is a quotient; a quotient has nature ratio\n"
                  "F038 indicators.csv:6:5: formula \"2*a\" is no quotient; the formula of a ratio is form / form\n");
    expect_faults("code,name,nature,measure,decimals,formula\na,A,flow,tấn,2,\nb,B,flow,tấn,1,a\nc,C,flow,tấn,,0.5*units()\n"
                  "d,D,flow,tấn,3,0.5*a\ne,E,ratio,%,,a / 0.00000001*a\n",
                  "F037 indicators.csv:3:6: formula \"a\" needs 2 decimals where there are 1; write decimals 2\n"
                  "F037 indicators.csv:4:6: formula \"0.5*units()\" needs 1 decimals where there are 0; write decimals 1\n"
                  "F037 indicators.csv:6:6: formula \"a / 0.00000001*a\" needs 10 decimals where there are 9\n");
    expect_faults("code,name,nature,measure,over_units,over_time\na,A,flow,đơn,after,\nb,B,flow,đơn,,after\nr,R,ratio,%,,\n",
                  "F038 indicators.csv:2:5: \"after\" needs a formula to be evaluated\n"
                  "F038 indicators.csv:3:6: \"after\" needs a formula to be evaluated\n");
}

static void parts_and_reporters_are_found(void)
{
    expect_faults("code,name,nature,measure,part_of\ntotal,T,flow,đơn,\na,A,flow,đơn,totals:kind\nb,B,flow,đơn,:kind\n"
                  "c,C,flow,đơn,d\nd,D,flow,đơn,c:x\ne,E,flow,đơn,e\nf,F,flow,đơn,e\n",
                  "F040 indicators.csv:3:5: part_of \"totals\" is not an indicator; did you mean \"total\"?\n"
                  "F040 indicators.csv:4:5: part_of \"\" is not an indicator; part_of is indicator or indicator:partition\n"
                  "F041 indicators.csv:5:5: part_of \"d\" makes a cycle: c → d → c; an indicator is no part of itself\n"
                  "F041 indicators.csv:7:5: part_of \"e\" makes a cycle: e → e; an indicator is no part of itself\n");
    expect_faults("code,name,nature,measure,reporters\na,A,flow,đơn,1\nb,B,flow,đơn,xã\nc,C,flow,đơn,đảo\nd,D,flow,đơn,rừng\n", "");
    expect_faults("code,name,nature,measure,reporters\na,A,flow,đơn,2\nb,B,flow,đơn,huyện\n",
                  "F042 indicators.csv:2:5: reporters \"2\" is no level, kind or group of the units; leave it empty for all units "
                  "without children\n"
                  "F042 indicators.csv:3:5: reporters \"huyện\" is no level, kind or group of the units; leave it empty for all "
                  "units without children\n");
}

/* S8, D51: a formula has the universe of its terms unless it says one itself. */
static void universes_are_not_joined(void)
{
    static const char *const columns = "code,name,nature,measure,universe,formula,part_of\n";
    static const struct {
        const char *rows, *faults;
    } cases[] = {
        {"h,H,flow,hộ,hộ,,\np,P,flow,người,người,,\nn,N,flow,đơn,,,\nr,R,ratio,%,,h / n,\ns,S,flow,đơn,hộ,h + n,\nq,Q,flow,hộ,hộ,,h\n", ""},
        {"h,H,flow,hộ,hộ,,\np,P,flow,người,người,,\nr,R,ratio,%,,h / p,\n",
         "F043 indicators.csv:4:6: formula \"h / p\" joins two universes: h counts \"hộ\", p counts \"người\"; take indicators of one "
         "universe, or leave universe empty where it is the same\n"},
        {"d,D,flow,đơn,,e - prev(p),\ne,E,flow,đơn,,2*h,\nh,H,flow,hộ,hộ,,\np,P,flow,người,người,,\n",
         "F043 indicators.csv:2:6: formula \"e - prev(p)\" joins two universes: h counts \"hộ\", p counts \"người\"; take indicators of "
         "one universe, or leave universe empty where it is the same\n"},
        {"h,H,flow,hộ,hộ,,\nd,D,flow,hộ,người,2*h,\n",
         "F043 indicators.csv:3:6: formula \"2*h\" joins two universes: d counts \"người\", h counts \"hộ\"; take indicators of one "
         "universe, or leave universe empty where it is the same\n"},
        {"h,H,flow,hộ,hộ,,\np,P,flow,người,người,,h\nq,Q,flow,người,,,h\nd,D,flow,người,,2*p,h:kind\n",
         "F043 indicators.csv:3:7: part_of \"h\" joins two universes: h counts \"hộ\", p counts \"người\"; take indicators of one "
         "universe, or leave universe empty where it is the same\n"
         "F043 indicators.csv:5:7: part_of \"h:kind\" joins two universes: h counts \"hộ\", p counts \"người\"; take indicators of one "
         "universe, or leave universe empty where it is the same\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s%s", columns, cases[i].rows);
        expect_faults(text, cases[i].faults);
    }
}

/* Formulas and parts 65 deep, and a formula chain of many thousands: told once, without recursion. */
static void nesting_is_limited(void)
{
    enum { COUNT = 20000 };
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcFindings *findings = NULL;
    qcdc_catalog_builder_new(&builder, NULL);
    qcdc_findings_new(0, &findings, NULL);
    for (int i = 0; i < COUNT; i++) {
        char code[16], other[16] = "";
        snprintf(code, sizeof code, "i%d", i);
        if (i > 0)
            snprintf(other, sizeof other, "i%d", i - 1);
        const char *values[QCDC_INDICATOR_FIELD_END] = { code, "x", "flow", "đơn" };
        values[QCDC_INDICATOR_FORMULA] = values[QCDC_INDICATOR_PART_OF] = other;
        QcdcRecord record = { .values = values, .value_count = QCDC_INDICATOR_FIELD_END, .source = "indicators.csv", .row = i + 2 };
        CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_indicator(builder, &record, findings, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL), QCDC_STATUS_FINDINGS);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, "F039 indicators.csv:67: formula \"i64\" holds formulas more than 64 deep\n"
                        "F039 indicators.csv:67: part_of \"i64\" is a part of parts more than 64 deep\n");
    free(lines);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

static void natures_say_how_figures_add_up(void)
{
    static const struct {
        const char *nature, *formula, *measure, *polarity;
        OverUnits over_units;
        OverTime over_time;
        QcdcQuantity quantity;
    } cases[] = {
        { "flow", "", "đơn", "", OVER_UNITS_SUM, OVER_TIME_SUM, QCDC_QUANTITY_AMOUNT },
        { "opening", "", "đơn", "", OVER_UNITS_SUM, OVER_TIME_FIRST, QCDC_QUANTITY_AMOUNT },
        { "stock", "", "đơn", "", OVER_UNITS_SUM, OVER_TIME_LAST, QCDC_QUANTITY_AMOUNT },
        { "closing", "", "đơn", "", OVER_UNITS_SUM, OVER_TIME_LAST, QCDC_QUANTITY_AMOUNT },
        { "to-date", "", "đơn", "", OVER_UNITS_SUM, OVER_TIME_LAST, QCDC_QUANTITY_AMOUNT },
        { "distinct", "", "đơn", "", OVER_UNITS_SUM, OVER_TIME_REFUSED, QCDC_QUANTITY_AMOUNT },
        { "ratio", "", "%", "", OVER_UNITS_REFUSED, OVER_TIME_REFUSED, QCDC_QUANTITY_PERCENTAGE },
        { "ratio", "a / 2", "%", "", OVER_UNITS_AFTER, OVER_TIME_AFTER, QCDC_QUANTITY_PERCENTAGE },
        { "ratio", "a / 2", "người/hộ", "", OVER_UNITS_AFTER, OVER_TIME_AFTER, QCDC_QUANTITY_RATIO },
        { "score", "", "điểm", "", OVER_UNITS_REFUSED, OVER_TIME_REFUSED, QCDC_QUANTITY_SCORE },
        { "score", "", "%", "", OVER_UNITS_REFUSED, OVER_TIME_REFUSED, QCDC_QUANTITY_PERCENTAGE },
        { "rank", "", "bậc", "", OVER_UNITS_REFUSED, OVER_TIME_REFUSED, QCDC_QUANTITY_RANK },
        { "rank", "", "bậc", "lower", OVER_UNITS_REFUSED, OVER_TIME_REFUSED, QCDC_QUANTITY_RANK },
        { "rank", "", "bậc", "higher", OVER_UNITS_REFUSED, OVER_TIME_REFUSED, QCDC_QUANTITY_RANK_RISING },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char table[512];
        snprintf(table, sizeof table, "code,name,nature,formula,measure,polarity\na,A,flow,,đơn,\nx,X,%s,%s,%s,%s\n",
                 cases[i].nature, cases[i].formula, cases[i].measure, cases[i].polarity);
        QcdcCatalog *catalog = tables_make_catalog(units, table);
        const Indicator *indicator = catalog_indicator(catalog, 1);
        expect_number(table, indicator->over_units, cases[i].over_units);
        expect_number(table, indicator->over_time, cases[i].over_time);
        expect_number(table, indicator->quantity, cases[i].quantity);
        expect_number(table, indicator->is_fraction, cases[i].formula[0] != '\0');
        expect_number(table, indicator->power, cases[i].formula[0] != '\0' && strcmp(cases[i].measure, "%") == 0 ? 2 : 0);
        expect_text(table, qcdc_nature_to_name(indicator->nature), cases[i].nature);
        qcdc_catalog_unref(catalog);
    }
}

static void columns_say_otherwise(void)
{
    QcdcCatalog *catalog = tables_make_catalog(
        units, "code,name,nature,measure,decimals,over_units,over_time,formula,part_of,part_kind,reporters,frequency,valid_from,valid_to\n"
               "late,L,flow,đơn,2,refused,last,2*early - early,early:field,partition,1,quarter,2020-01-01,2021-12-31\n"
               "early,E,flow,đơn,1,,,,,,đảo,,,\nplain,P,flow,đơn,,,,,late,,xã,,,\n");
    const Indicator *late = catalog_indicator(catalog, 0), *early = catalog_indicator(catalog, 1), *plain = catalog_indicator(catalog, 2);
    CU_ASSERT_EQUAL(late->decimals, 2);
    CU_ASSERT(late->has_decimals);
    CU_ASSERT_FALSE(plain->has_decimals);
    CU_ASSERT_EQUAL(late->over_units, OVER_UNITS_REFUSED);
    CU_ASSERT_EQUAL(late->over_time, OVER_TIME_LAST);
    CU_ASSERT_EQUAL(late->part_of, 1);
    CU_ASSERT_STRING_EQUAL(late->partition, "field");
    CU_ASSERT_EQUAL(late->part_kind, PART_PARTITION);
    CU_ASSERT_EQUAL(plain->part_kind, PART_SUBSET);
    CU_ASSERT_STRING_EQUAL(plain->partition, "");
    CU_ASSERT_EQUAL(early->part_of, (QcdcIndicatorId)QCDC_ID_NONE);
    CU_ASSERT_EQUAL(late->reporters_by, REPORTERS_LEVEL);
    CU_ASSERT_EQUAL(late->reporters_level, 1);
    CU_ASSERT_EQUAL(early->reporters_by, REPORTERS_GROUP);
    CU_ASSERT_STRING_EQUAL(early->reporters_name, "đảo");
    CU_ASSERT_EQUAL(plain->reporters_by, REPORTERS_KIND);
    CU_ASSERT_EQUAL(late->frequency, QCDC_PERIOD_QUARTER);
    CU_ASSERT_EQUAL(plain->frequency, QCDC_PERIOD_NONE);
    CU_ASSERT_EQUAL(late->first_day, 18262);
    CU_ASSERT_EQUAL(late->last_day, 18992);
    CU_ASSERT_EQUAL(plain->first_day, INT32_MIN);
    CU_ASSERT_PTR_NOT_NULL_FATAL(late->form);
    CU_ASSERT_EQUAL(late->form->count, 2);
    const QcdcIndicatorId *order = catalog_evaluation_order(catalog);
    CU_ASSERT_EQUAL(order[0], 1);
    CU_ASSERT_EQUAL(order[1], 0);
    CU_ASSERT_EQUAL(order[2], 2);
    qcdc_catalog_unref(catalog);
}

static void fields_and_natures_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_indicator_field_to_name(QCDC_INDICATOR_CODE), "code");
    CU_ASSERT_STRING_EQUAL(qcdc_indicator_field_to_name(QCDC_INDICATOR_ZERO_PHRASE), "zero_phrase");
    CU_ASSERT_STRING_EQUAL(qcdc_indicator_field_to_name(QCDC_INDICATOR_VALID_TO), "valid_to");
    CU_ASSERT_PTR_NULL(qcdc_indicator_field_to_name(QCDC_INDICATOR_FIELD_END));
    CU_ASSERT_STRING_EQUAL(qcdc_nature_to_name(QCDC_NATURE_FLOW), "flow");
    CU_ASSERT_STRING_EQUAL(qcdc_nature_to_name(QCDC_NATURE_RANK), "rank");
    CU_ASSERT_PTR_NULL(qcdc_nature_to_name(QCDC_NATURE_NONE));
    CU_ASSERT_PTR_NULL(qcdc_nature_to_name(QCDC_NATURE_END));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "rows at fault are found", rows_at_fault_are_found },
        { "words are of their lists", words_are_of_their_lists },
        { "formulas fit their indicators", formulas_fit_their_indicators },
        { "parts and reporters are found", parts_and_reporters_are_found },
        { "universes are not joined (S8)", universes_are_not_joined },
        { "nesting is limited", nesting_is_limited },
        { "natures say how figures add up", natures_say_how_figures_add_up },
        { "columns say otherwise", columns_say_otherwise },
        { "fields and natures have names", fields_and_natures_have_names },
    };
    return SUITE_RUN("indicator", tests, argc, argv);
}
