/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "columns.h"
#include "expect.h"
#include "suite.h"

/* All faults; the first of them as error where there is no place for findings; and then a builder as if nothing had been. */
static void expect_faults(const QcdcColumn *columns, size_t rows, const char *wanted)
{
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcFindings *findings = NULL;
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_NOT_EQUAL(columns_append(builder, columns, rows, NULL, &error), QCDC_OK);
    expect(strncmp(error.text, "columns:", 8) == 0, error.text, "is not the fault of a row");
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    expect_number(wanted, columns_append(builder, columns, rows, findings, &error), QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    expect_number(wanted, qcdc_dataset_builder_freeze(builder, findings, &dataset, NULL), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_findings_free(findings);
}

/* A row with a fault: the error, and nothing added. */
static void expect_fault(const QcdcColumn *columns, QcdcStatus status, const char *wanted)
{
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcError error = { 0 };
    expect_number(wanted, columns_append(builder, columns, 1, NULL, &error), status);
    expect_text("error", error.text, wanted);
    QcdcDataset *dataset = columns_finish(builder);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(dataset), 0);
    qcdc_dataset_unref(dataset);
}

/* Columns */

static void each_field_has_its_kinds(void)
{
    static const char *const texts[] = { "t", "r", "2022", "2", "P", "total", "central", "gần", "3", "derived", "Báo cáo" };
    static const int64_t whole = 2;
    static const double number = 2.0;
    for (int field = 0; field < QCDC_OBSERVATION_FIELD_END; field++)
        for (int kind = 0; kind <= QCDC_COLUMN_END + 1; kind++) {
            TABLE(columns) { ONE_TEXT("t"), ONE_TEXT("r"), ONE_TEXT("2022"), ONE_TEXT("2") };
            bool is_text = kind == QCDC_COLUMN_TEXT || kind == QCDC_COLUMN_TEXTS;
            bool is_whole = kind == QCDC_COLUMN_INTEGERS && (field <= QCDC_OBSERVATION_INDICATOR || field == QCDC_OBSERVATION_VALUE ||
                                                             field == QCDC_OBSERVATION_RANK_FIELD);
            bool is_number = kind == QCDC_COLUMN_NUMBERS && field == QCDC_OBSERVATION_VALUE;
            bool is_absent = kind == QCDC_COLUMN_ABSENT && field > QCDC_OBSERVATION_VALUE;
            const void *data = is_text ? (const void *)texts[field] : kind == QCDC_COLUMN_NUMBERS ? (const void *)&number : &whole;
            columns[field] = (QcdcColumn){ (QcdcColumnKind)kind, kind == QCDC_COLUMN_ABSENT ? NULL : data,
                                           is_text ? strlen(texts[field]) + 1 : kind == QCDC_COLUMN_ABSENT ? 0 : 8 };
            QcdcDatasetBuilder *builder = columns_begin();
            QcdcError error = { 0 };
            char row[64];
            snprintf(row, sizeof row, "%s, kind %d", qcdc_observation_field_to_name((QcdcObservationField)field), kind);
            expect_number(row, columns_append(builder, columns, 1, NULL, &error),
                          is_text || is_whole || is_number || is_absent ? QCDC_OK : QCDC_STATUS_ARGUMENT);
            qcdc_dataset_builder_free(builder);
        }
}

static void every_field_is_read_back(void)
{
    TABLE(columns) { TEXTS("t\0a\0new"), TEXTS("d\0n\0r"), TEXTS("2022-09\0" "2021-Q2\0" "2022"), TEXTS("1.5\0\0" "15"),
                     TEXTS("E+B+U\0M\0"), TEXTS("total\0own\0"), TEXTS("central\0\0actual"), TEXTS("hơn\0\0"), TEXTS("\0\0" "63"),
                     TEXTS("derived\0estimated\0"), TEXTS("Báo cáo số 5\0\0Ba\xCC\x81o") };
    QcdcDataset *dataset = columns_make(columns, 3);
    QcdcObservation seen = columns_get(dataset, 0);
    CU_ASSERT_EQUAL(seen.unit, 0);
    CU_ASSERT_EQUAL(seen.indicator, 1);
    CU_ASSERT_EQUAL(seen.value.coefficient, 150);
    CU_ASSERT_EQUAL(seen.status, QCDC_OBSERVATION_ESTIMATED | QCDC_OBSERVATION_BREAK | QCDC_OBSERVATION_LOW_RELIABILITY);
    CU_ASSERT_EQUAL(seen.scope, QCDC_SCOPE_TOTAL);
    CU_ASSERT_EQUAL(seen.scenario, 1);
    expect_text("hedge", seen.hedge, "hơn");
    expect_text("origin", seen.origin, "derived");
    expect_text("source", seen.source, "Báo cáo số 5");
    expect_text("file", seen.file, "");
    CU_ASSERT_EQUAL(seen.row, 0);
    seen = columns_get(dataset, 1);
    CU_ASSERT_EQUAL(seen.unit, 1);
    CU_ASSERT_EQUAL(seen.status, QCDC_OBSERVATION_NOT_APPLICABLE);
    CU_ASSERT_EQUAL(seen.scope, QCDC_SCOPE_OWN);
    CU_ASSERT_EQUAL(seen.scenario, 0);
    expect_text("hedge", seen.hedge, "");
    expect_text("origin", seen.origin, "estimated");
    seen = columns_get(dataset, 2);
    CU_ASSERT_EQUAL(seen.unit, 2);
    CU_ASSERT_EQUAL(seen.field, 63);
    expect_text("origin", seen.origin, "reported");
    expect_text("source", seen.source, "Báo"); /* composed */
    qcdc_dataset_unref(dataset);
}

static void kinds_are_mixed(void)
{
    TABLE(columns) { INTEGERS(0, 1, 2, 3), INTEGERS(2, 1, 1, 0), TEXTS("2022\0" "2021\0" "2021\0" "2020"), INTEGERS(5, -7, 0, 1), { 0 },
                     ONE_TEXT("total"), { 0 }, { 0 }, INTEGERS(63, 0, 0, 0) };
    QcdcDataset *dataset = columns_make(columns, 4);
    static const int64_t values[] = { 5, -700, 0, 1 };
    for (size_t row = 0; row < 4; row++) {
        QcdcObservation seen = columns_get(dataset, row);
        expect_number("unit", seen.unit, (int64_t)row);
        expect_number("value", seen.value.coefficient, values[row]);
        expect_number("field", seen.field, row == 0 ? 63 : 0);
        expect_number("scope", seen.scope, QCDC_SCOPE_TOTAL);
    }
    qcdc_dataset_unref(dataset);
}

/* The same text in the row before is not read again; what else decides what it means is. */
static void repeated_texts_mean_what_their_row_says(void)
{
    TABLE(columns) { ONE_TEXT("a"), ONE_TEXT("n"), TEXTS("2021-Q2\0" "2021-Q3\0" "2021-Q4"), TEXTS("1\0" "1\0"), TEXTS("\0\0O") };
    QcdcDataset *dataset = columns_make(columns, 3);
    static const QcdcUnitId wanted[] = { 1, 2, 2 };
    for (size_t row = 0; row < 3; row++) {
        expect_number("unit", columns_get(dataset, row).unit, wanted[row]);
        expect_number("value", columns_get(dataset, row).value.coefficient, row < 2);
        expect_number("status", columns_get(dataset, row).status, row < 2 ? QCDC_OBSERVATION_NORMAL : QCDC_OBSERVATION_MISSING);
    }
    qcdc_dataset_unref(dataset);
    TABLE(faulty) { TEXTS("t\0x\0x\0t"), ONE_TEXT("n"), TEXTS("2021\0" "2022-Q5\0" "2022-Q5\0" "2022"), ONE_TEXT("1"), { 0 }, { 0 },
                    TEXTS("\0central\0p\0p") };
    expect_faults(faulty, 4, "F050 columns:2:1: unit \"x\" is not in units.csv\n"
                             "F054 columns:2:3: period \"2022-Q5\" is not a period; quarters are 2022-Q1 … 2022-Q4\n"
                             "F050 columns:3:1: unit \"x\" is not in units.csv\n"
                             "F054 columns:3:3: period \"2022-Q5\" is not a period; quarters are 2022-Q1 … 2022-Q4\n"
                             "F062 columns:3:7: scenario \"p\" is not a plan; actual, or a name declared under [plans] in bundle.ini\n"
                             "F062 columns:4:7: scenario \"p\" is not a plan; actual, or a name declared under [plans] in bundle.ini\n");
}

static void values_are_in_the_writing_of_the_builder(void)
{
    TABLE(columns) { ONE_TEXT("t"), TEXTS("d\0n"), ONE_TEXT("2022"), TEXTS("1.234,5\0" "7.000") };
    QcdcDatasetBuilder *builder = columns_begin();
    CU_ASSERT_EQUAL(columns_append(builder, columns, 2, NULL, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_set_number_writing(builder, QCDC_NUMBER_WRITING_VI, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, columns, 2, NULL, NULL), QCDC_OK);
    QcdcDataset *dataset = columns_finish(builder);
    CU_ASSERT_EQUAL(columns_get(dataset, 0).value.coefficient, 123450);
    CU_ASSERT_EQUAL(columns_get(dataset, 1).value.coefficient, 7000);
    qcdc_dataset_unref(dataset);
}

static void numbers_need_not_be_aligned(void)
{
    char bytes[1 + 4 * sizeof(int64_t)];
    int64_t id = 1;
    double value = 43.81;
    memcpy(bytes + 1, &id, sizeof id);
    memcpy(bytes + 9, &value, sizeof value);
    TABLE(columns) { ONE_TEXT("t"), { QCDC_COLUMN_INTEGERS, bytes + 1, 8 }, ONE_TEXT("2022"), { QCDC_COLUMN_NUMBERS, bytes + 9, 8 } };
    QcdcDataset *dataset = columns_make(columns, 1);
    CU_ASSERT_EQUAL(columns_get(dataset, 0).indicator, 1);
    CU_ASSERT_EQUAL(columns_get(dataset, 0).value.coefficient, 4381);
    qcdc_dataset_unref(dataset);
}

/* Doubles (D33) */

static void doubles_that_stand_for_a_decimal_are_taken(void)
{
    static const struct {
        const char *indicator;
        double number;
        int64_t wanted;
    } cases[] = {
        { "d", 43.81, 4381 },
        { "d", -43.81, -4381 },
        { "d", 0.07, 7 },
        { "d", -0.0, 0 },
        { "d", 7, 700 },
        { "d", 1.005e2, 10050 },
        { "d", 9999999999999.99, 999999999999999 },
        { "d", -9999999999999.99, -999999999999999 },
        { "n", 999999999999999, 999999999999999 },
        { "n", -999999999999999, -999999999999999 },
        { "n", -1, -1 },
        { "o", 0.3, 3 },
        { "m", 0.000000001, 1 },
        { "m", 123456.789012345, 123456789012345 },
        { "m", 999999.999999999, 999999999999999 },
        { "m", -0.123456789, -123456789 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TABLE(columns) { ONE_TEXT("t"), { QCDC_COLUMN_TEXT, cases[i].indicator, 2 }, ONE_TEXT("2022"), NUMBERS(cases[i].number) };
        QcdcDataset *dataset = columns_make(columns, 1);
        char row[64];
        snprintf(row, sizeof row, "%s %.17g", cases[i].indicator, cases[i].number);
        expect_number(row, columns_get(dataset, 0).value.coefficient, cases[i].wanted);
        qcdc_dataset_unref(dataset);
    }
}

#define ITS_CELL " (unit \"t\", indicator \"%s\", period \"2022\"); "
static const char finer[] =
    "columns:1:4: value \"%s\" has more decimals than the indicator, which has %d" ITS_CELL "give a decimal text, or round it first";
static const char larger[] = "columns:1:4: value \"%s\" is too large for a double to be exact" ITS_CELL
                             "a double has 15 digits, decimals of the indicator included; give a decimal text";
static const char infinite[] = "columns:1:4: value \"%s\" is not a number" ITS_CELL "a value is finite; an empty one is NaN";

static void other_doubles_are_refused(void)
{
    static const struct {
        const char *indicator, *text;
        double number;
        int decimals;
        QcdcStatus status;
    } cases[] = {
        { "o", "0.30000000000000004", 0.1 + 0.2, 1, QCDC_STATUS_REFUSED },
        { "d", "0.30000000000000004", 0.1 + 0.2, 2, QCDC_STATUS_REFUSED },
        { "m", "0.30000000000000004", 0.1 + 0.2, 9, QCDC_STATUS_REFUSED },
        { "n", "0.5", 0.5, 0, QCDC_STATUS_REFUSED },
        { "n", "-0.5", -0.5, 0, QCDC_STATUS_REFUSED },
        { "n", "-43.81", -43.81, 0, QCDC_STATUS_REFUSED },
        { "n", "100000.5", 100000.5, 0, QCDC_STATUS_REFUSED },
        { "n", "999999999999998.5", 999999999999998.5, 0, QCDC_STATUS_REFUSED },
        { "d", "43.805", 43.805, 2, QCDC_STATUS_REFUSED },
        { "d", "43.809999999999995", 43.809999999999995, 2, QCDC_STATUS_REFUSED },
        { "d", "5e-324", 4.9406564584124654e-324, 2, QCDC_STATUS_REFUSED },
        { "m", "-2.2250738585072014e-308", -2.2250738585072014e-308, 9, QCDC_STATUS_REFUSED },
        { "m", "1e-10", 1e-10, 9, QCDC_STATUS_REFUSED },
        { "n", "1e+15", 1e15, 0, QCDC_STATUS_OVERFLOW },
        { "n", "-1e+15", -1e15, 0, QCDC_STATUS_OVERFLOW },
        { "n", "999999999999999.5", 999999999999999.5, 0, QCDC_STATUS_OVERFLOW },
        { "d", "10000000000000", 1e13, 0, QCDC_STATUS_OVERFLOW },
        { "d", "1234567890123456", 1234567890123456, 0, QCDC_STATUS_OVERFLOW },
        { "n", "1.7976931348623157e+308", 1.7976931348623157e308, 0, QCDC_STATUS_OVERFLOW },
        { "m", "-1.7976931348623157e+308", -1.7976931348623157e308, 0, QCDC_STATUS_OVERFLOW },
        { "n", "inf", INFINITY, 0, QCDC_STATUS_SYNTAX },
        { "d", "-inf", -INFINITY, 0, QCDC_STATUS_SYNTAX },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TABLE(columns) { ONE_TEXT("t"), { QCDC_COLUMN_TEXT, cases[i].indicator, 2 }, ONE_TEXT("2022"), NUMBERS(cases[i].number) };
        QcdcStatus status = cases[i].status;
        char wanted[320];
        if (status == QCDC_STATUS_REFUSED)
            snprintf(wanted, sizeof wanted, finer, cases[i].text, cases[i].decimals, cases[i].indicator);
        else
            snprintf(wanted, sizeof wanted, status == QCDC_STATUS_OVERFLOW ? larger : infinite, cases[i].text, cases[i].indicator);
        expect_fault(columns, status, wanted);
    }
}

static void not_a_number_is_an_empty_value(void)
{
    TABLE(columns) { ONE_TEXT("t"), ONE_TEXT("n"), TEXTS("2020\0" "2021\0" "2022\0" "2023"), NUMBERS(NAN, -NAN, NAN, 4), TEXTS("M\0O+B\0L\0P") };
    QcdcDataset *dataset = columns_make(columns, 4);
    CU_ASSERT_EQUAL(columns_get(dataset, 1).status, QCDC_OBSERVATION_MISSING | QCDC_OBSERVATION_BREAK);
    CU_ASSERT_EQUAL(columns_get(dataset, 3).value.coefficient, 4);
    qcdc_dataset_unref(dataset);
    TABLE(faulty) { ONE_TEXT("t"), ONE_TEXT("n"), TEXTS("2020\0" "2021\0" "2022"), NUMBERS(NAN, 0, NAN), TEXTS("P\0M\0") };
    expect_faults(faulty, 3, "F059 columns:1:4: there is no value and no status M, O or L; a zero is written 0; M does not apply, O is "
                             "missing, L is not collected\n"
                             "F060 columns:2:4: value \"0\" stands beside a status that says there is none; leave the value or the "
                             "status M, O, L empty\n"
                             "F059 columns:3:4: there is no value and no status M, O or L; a zero is written 0; M does not apply, O is "
                             "missing, L is not collected\n");
}

/* Faults */

static void numbers_out_of_range_are_found(void)
{
    TABLE(columns) { INTEGERS(4, -1, 3, 1, INT64_MAX, 0, 0, 0), INTEGERS(0, 0, 5, -1, INT64_MIN, 4, 0, 1),
                     TEXTS("2022\0" "2022\0" "2021\0" "2022\0" "2022\0" "2022\0" "2023\0" "2024"),
                     INTEGERS(1, 1, 1, 1, 1, 1000000000, 1000000000000000000, INT64_MIN) };
    static const char large[] = " is too large; values have at most 18 digits, decimals of the indicator included";
    char wanted[2048];
    snprintf(wanted, sizeof wanted,
             "F067 columns:1:1: unit \"4\" is not the id of a unit\n"
             "F067 columns:2:1: unit \"-1\" is not the id of a unit\n"
             "F051 columns:3:1: unit \"3\" is not in force in the period\n"
             "F067 columns:3:2: indicator \"5\" is not the id of an indicator\n"
             "F051 columns:4:1: unit \"1\" is not in force in the period\n"
             "F067 columns:4:2: indicator \"-1\" is not the id of an indicator\n"
             "F067 columns:5:1: unit \"9223372036854775807\" is not the id of a unit\n"
             "F067 columns:5:2: indicator \"-9223372036854775808\" is not the id of an indicator\n"
             "F058 columns:6:4: value \"1000000000\"%s\n"
             "F058 columns:7:4: value \"1000000000000000000\"%s\n"
             "F058 columns:8:4: value \"-9223372036854775808\"%s\n",
             large, large, large);
    expect_faults(columns, 8, wanted);
    TABLE(largest) { ONE_TEXT("t"), INTEGERS(0, 0, 4, 1), TEXTS("2022\0" "2023\0" "2022\0" "2022"),
                     INTEGERS(999999999999999999, -999999999999999999, 999999999, -9999999999999999) };
    QcdcDataset *dataset = columns_make(largest, 4);
    CU_ASSERT_EQUAL(columns_get(dataset, 1).value.coefficient, -999999999999999999);
    CU_ASSERT_EQUAL(columns_get(dataset, 2).value.coefficient, 999999999000000000);
    qcdc_dataset_unref(dataset);
}

static void ranks_have_places_and_fields(void)
{
    TABLE(columns) { ONE_TEXT("t"), TEXTS("r\0r\0r\0r\0r\0r\0n\0r"),
                     TEXTS("2015\0" "2016\0" "2017\0" "2018\0" "2019\0" "2020\0" "2021\0" "2022"), NUMBERS(63, 5, 5, 0, 1, 1, 1, 1),
                     { 0 }, { 0 }, { 0 }, { 0 }, INTEGERS(63, 0, 4, 0, -1, INT64_C(2147483648), 5, 2147483647) };
    expect_faults(columns, 8, "F063 columns:3:4: value \"5\" is no place among those ranked; places are 1 … field\n"
                              "F063 columns:4:4: value \"0\" is no place among those ranked; places are 1 … field\n"
                              "F063 columns:5:9: field \"-1\" is not how many were ranked; 1, 2, 3 …\n"
                              "F063 columns:6:9: field \"2147483648\" is not how many were ranked; 1, 2, 3 …\n"
                              "F064 columns:7:9: field \"5\" stands beside an indicator that is no rank; the field is how many were "
                              "ranked\n");
    TABLE(as_text) { ONE_TEXT("t"), ONE_TEXT("r"), TEXTS("2021\0" "2022"), INTEGERS(1, 100000), { 0 }, { 0 }, { 0 }, { 0 }, TEXTS("0\0" "4") };
    expect_faults(as_text, 2, "F063 columns:1:9: field \"0\" is not how many were ranked; 1, 2, 3 …\n"
                              "F063 columns:2:4: value \"100000\" is no place among those ranked; places are 1 … field\n");
}

static void faults_tell_what_the_row_is_about(void)
{
    static const struct {
        const char *message, *unit, *indicator, *period, *value;
    } wanted[] = {
        { "unit \"1\" is not in force in the period", "a", "n", "2022", "1" },
        { "unit \"9\" is not the id of a unit", "", "n", "2022", "9" },
        { "value \"0.5\" has more decimals than the indicator, which has 0", "t", "n", "2022", "0.5" },
        { "indicator \"9\" is not the id of an indicator", "t", "", "2022", "9" },
        { "period \"x\" is not a period", "t", "n", "x", "x" },
    };
    TABLE(columns) { INTEGERS(1, 9, 0, 0, 0), INTEGERS(0, 0, 0, 9, 0), TEXTS("2022\0" "2022\0" "2022\0" "2022\0x"),
                     NUMBERS(1, 1, 0.5, 0.5, 1) };
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcFindings *findings = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, columns, 5, findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_get_count(findings), 5);
    for (size_t i = 0; i < 5; i++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, i, &finding);
        expect(strstr(finding.message, wanted[i].message) == finding.message, finding.message, wanted[i].message);
        expect_text("unit", finding.unit, wanted[i].unit);
        expect_text("indicator", finding.indicator, wanted[i].indicator);
        expect_text("period", finding.period, wanted[i].period);
        expect_text("value", finding.value, wanted[i].value);
    }
    qcdc_findings_free(findings);
    qcdc_dataset_builder_free(builder);
}

/* Neither the rows before a fault, nor what they alone carried, are left behind. */
static void rows_are_added_whole_or_not_at_all(void)
{
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcError error = { 0 };
    TABLE(faulty) { ONE_TEXT("t"), ONE_TEXT("r"), TEXTS("2021\0" "2022\0x"), ONE_TEXT("1"), { 0 }, { 0 }, { 0 }, ONE_TEXT("gần"),
                    ONE_TEXT("63"), ONE_TEXT("derived"), ONE_TEXT("nguồn") };
    TABLE(good) { ONE_TEXT("t"), ONE_TEXT("r"), TEXTS("2021\0" "2022"), INTEGERS(7, 8) };
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value,hedge\nt,n,2020,5,hơn\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, faulty, 3, NULL, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(columns_append(builder, good, 2, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, faulty, 3, NULL, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value\nt,n,2022,8\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, faulty, 3, NULL, &error), QCDC_STATUS_SYNTAX);
    QcdcDataset *dataset = columns_finish(builder);
    static const struct {
        const char *hedge, *file;
        int64_t value;
        int32_t row;
    } wanted[] = { { "hơn", "observations.csv", 5, 2 }, { "", "", 7, 0 }, { "", "", 8, 0 }, { "", "observations.csv", 8, 2 } };
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_count(dataset), 4);
    for (size_t i = 0; i < 4; i++) {
        QcdcObservation seen = columns_get(dataset, i);
        expect_text("hedge", seen.hedge, wanted[i].hedge);
        expect_text("file", seen.file, wanted[i].file);
        expect_text("origin", seen.origin, "reported");
        expect_text("source", seen.source, "");
        expect_number("value", seen.value.coefficient, wanted[i].value);
        expect_number("field", seen.field, 0);
        expect_number("row", seen.row, wanted[i].row);
    }
    qcdc_dataset_unref(dataset);
}

static void rows_that_failed_first_leave_nothing(void)
{
    TABLE(faulty) { ONE_TEXT("t"), ONE_TEXT("r"), TEXTS("2021\0x"), ONE_TEXT("1"), { 0 }, { 0 }, { 0 }, ONE_TEXT("gần"),
                    ONE_TEXT("63"), ONE_TEXT("derived"), ONE_TEXT("nguồn") };
    TABLE(good) { ONE_TEXT("t"), ONE_TEXT("r"), TEXTS("2021\0" "2022"), INTEGERS(7, 8) };
    QcdcDatasetBuilder *builder = columns_begin();
    CU_ASSERT_EQUAL(columns_append(builder, faulty, 2, NULL, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(columns_append(builder, good, 2, NULL, NULL), QCDC_OK);
    QcdcDataset *dataset = columns_finish(builder);
    for (size_t row = 0; row < 2; row++) {
        QcdcObservation seen = columns_get(dataset, row);
        expect_text("hedge", seen.hedge, "");
        expect_text("origin", seen.origin, "reported");
        expect_text("source", seen.source, "");
        expect_number("field", seen.field, 0);
    }
    qcdc_dataset_unref(dataset);
}

/* What is put right and given again is not found to be there already. */
static void tables_with_findings_leave_no_rows(void)
{
    TABLE(faulty) { ONE_TEXT("t"), ONE_TEXT("n"), TEXTS("2021\0" "2022\0x"), ONE_TEXT("1") };
    QcdcCatalog *catalog = tables_make_catalog(columns_units, columns_indicators);
    QcdcDatasetBuilder *builder = NULL;
    QcdcFindings *findings = NULL;
    QcdcDataset *dataset = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 3, &builder, NULL), QCDC_OK);
    qcdc_findings_new(0, &findings, NULL);
    for (int time = 0; time < 2; time++)
        CU_ASSERT_EQUAL(columns_append(builder, faulty, 3, findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, findings, &dataset, NULL), QCDC_STATUS_FINDINGS);
    char *lines = findings_to_lines(findings);
    expect(strstr(lines, "F066") == NULL, lines, "a row is there already");
    free(lines);
    qcdc_findings_free(findings);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
}

/* Columns that are not what they say */

static void expect_refused(const char *name, const QcdcColumn *columns, size_t count, size_t rows, const char *wanted)
{
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    expect_number(name, qcdc_dataset_builder_append_table(builder, columns, count, rows, findings, &error), QCDC_STATUS_ARGUMENT);
    expect(strstr(error.text, wanted) == error.text, name, error.text);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(findings), 0);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(columns_finish(builder));
}

static void columns_hold_an_entry_for_each_row(void)
{
    static const int64_t numbers[] = { 1, 2, 3 };
    static const struct {
        const char *name;
        QcdcColumn column;
    } cases[] = {
        { "too few texts", TEXTS("1") },
        { "too many texts", TEXTS("1\0" "2\0" "3") },
        { "an empty text too many", TEXTS("1\0" "2\0") },
        { "the last text is cut", { QCDC_COLUMN_TEXTS, "1\0" "2", 3 } },
        { "the last terminator is missing, a text is too many", { QCDC_COLUMN_TEXTS, "1\0" "2\0" "3", 5 } },
        { "no bytes", { QCDC_COLUMN_TEXTS, "1", 0 } },
        { "no data", { QCDC_COLUMN_TEXTS, NULL, 0 } },
        { "no data, but a length", { QCDC_COLUMN_TEXTS, NULL, 4 } },
        { "one text is two", { QCDC_COLUMN_TEXT, "1\0" "2", 4 } },
        { "one text is cut", { QCDC_COLUMN_TEXT, "1", 1 } },
        { "one text of no bytes", { QCDC_COLUMN_TEXT, "1", 0 } },
        { "one text without data", { QCDC_COLUMN_TEXT, NULL, 0 } },
        { "too few integers", { QCDC_COLUMN_INTEGERS, numbers, 8 } },
        { "too many integers", { QCDC_COLUMN_INTEGERS, numbers, 24 } },
        { "a cut integer", { QCDC_COLUMN_INTEGERS, numbers, 15 } },
        { "some bytes too many", { QCDC_COLUMN_INTEGERS, numbers, 17 } },
        { "integers without data", { QCDC_COLUMN_INTEGERS, NULL, 16 } },
        { "too few doubles", { QCDC_COLUMN_NUMBERS, numbers, 8 } },
        { "an absent column with data", { QCDC_COLUMN_ABSENT, numbers, 0 } },
        { "an absent column with a length", { QCDC_COLUMN_ABSENT, NULL, 16 } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TABLE(columns) { ONE_TEXT("t"), ONE_TEXT("n"), TEXTS("2021\0x"), cases[i].column, ONE_TEXT("") };
        expect_refused(cases[i].name, columns, QCDC_OBSERVATION_FIELD_END, 2, "column \"value\" does not hold an entry for each row; ");
    }
    TABLE(wrong) { ONE_TEXT("t"), ONE_TEXT("n"), ONE_TEXT("2022"), { QCDC_COLUMN_NUMBERS, numbers, 24 } };
    expect_refused("a product past the end", wrong, QCDC_OBSERVATION_FIELD_END, SIZE_MAX / 8 + 4, "column \"value\" does not hold");
    TABLE(kind) { ONE_TEXT("t"), ONE_TEXT("n"), { QCDC_COLUMN_INTEGERS, numbers, 24 }, ONE_TEXT("1") };
    expect_refused("a kind", kind, QCDC_OBSERVATION_FIELD_END, 3, "column \"period\" has not this kind of entries; ");
}

static void mandatory_columns_are_there(void)
{
    TABLE(whole) { ONE_TEXT("t"), ONE_TEXT("n"), ONE_TEXT("2022"), ONE_TEXT(""), ONE_TEXT("M") };
    for (int field = 0; field < QCDC_OBSERVATION_FIELD_END; field++) {
        QcdcColumn columns[QCDC_OBSERVATION_FIELD_END];
        char wanted[64];
        memcpy(columns, whole, sizeof columns);
        columns[field] = (QcdcColumn){ 0 };
        snprintf(wanted, sizeof wanted, "column \"%s\" is missing; ", qcdc_observation_field_to_name((QcdcObservationField)field));
        if (field <= QCDC_OBSERVATION_PERIOD)
            expect_refused(wanted, columns, QCDC_OBSERVATION_FIELD_END, 1, wanted);
        else if (field == QCDC_OBSERVATION_STATUS) /* the values are there, and empty */
            expect_faults(columns, 1, "F059 columns:1:4: there is no value and no status M, O or L; a zero is written 0; M does not "
                                      "apply, O is missing, L is not collected\n");
        else
            qcdc_dataset_unref(columns_make(columns, 1));
    }
    expect_refused("neither value nor status", whole, 3, 1, "column \"value\" is missing; ");
    expect_refused("neither value nor status, no rows", whole, 3, 0, "column \"value\" is missing; ");
    expect_refused("no columns", NULL, 0, 0, "column \"unit\" is missing; ");
    expect_refused("columns are NULL", NULL, 4, 0, "no columns, or more than there are fields");
    QcdcColumn more[QCDC_OBSERVATION_FIELD_END + 1] = { whole[0], whole[1], whole[2], whole[3], whole[4] };
    expect_refused("a column that is no field", more, QCDC_OBSERVATION_FIELD_END + 1, 1, "no columns, or more than there are fields");
}

static void no_rows_are_no_fault(void)
{
    TABLE(columns) { { QCDC_COLUMN_TEXTS, NULL, 0 }, { QCDC_COLUMN_INTEGERS, NULL, 0 }, ONE_TEXT("not looked at"), { QCDC_COLUMN_NUMBERS, "", 0 } };
    QcdcDataset *dataset = columns_make(columns, 0);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(dataset), 0);
    qcdc_dataset_unref(dataset);
}

static void limits_and_spent_builders_are_told(void)
{
    TABLE(columns) { ONE_TEXT("t"), ONE_TEXT("n"), TEXTS("2021\0" "2022"), ONE_TEXT("1") };
    QcdcCatalog *catalog = tables_make_catalog(columns_units, columns_indicators);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 3, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, columns, 2, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(columns_append(builder, columns, 2, NULL, &error), QCDC_STATUS_MEMORY);
    expect_text("error", error.text, "there are more rows than the limit of 3; raise the limit of rows");
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(dataset), 2);
    CU_ASSERT_EQUAL(columns_append(builder, columns, 2, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(columns_append(NULL, columns, 2, NULL, NULL), QCDC_STATUS_ARGUMENT);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
}

static void duplicates_name_their_rows(void)
{
    TABLE(columns) { ONE_TEXT("t"), ONE_TEXT("n"), ONE_TEXT("2022"), INTEGERS(1, 1) };
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(columns_append(builder, columns, 2, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_STATUS_DUPLICATE);
    expect_text("error", error.text, "columns:2: figure \"t, n, 2022\" is there already, in row 1; a figure is told once for each "
                                     "unit, indicator, period, scope and scenario");
    qcdc_dataset_builder_free(builder);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "each field has its kinds", each_field_has_its_kinds },
        { "every field is read back", every_field_is_read_back },
        { "kinds are mixed", kinds_are_mixed },
        { "repeated texts mean what their row says", repeated_texts_mean_what_their_row_says },
        { "values are in the writing of the builder", values_are_in_the_writing_of_the_builder },
        { "numbers need not be aligned", numbers_need_not_be_aligned },
        { "doubles that stand for a decimal are taken", doubles_that_stand_for_a_decimal_are_taken },
        { "other doubles are refused", other_doubles_are_refused },
        { "not a number is an empty value", not_a_number_is_an_empty_value },
        { "numbers out of range are found", numbers_out_of_range_are_found },
        { "ranks have places and fields", ranks_have_places_and_fields },
        { "faults tell what the row is about", faults_tell_what_the_row_is_about },
        { "rows are added whole or not at all", rows_are_added_whole_or_not_at_all },
        { "rows that failed first leave nothing", rows_that_failed_first_leave_nothing },
        { "tables with findings leave no rows", tables_with_findings_leave_no_rows },
        { "columns hold an entry for each row", columns_hold_an_entry_for_each_row },
        { "mandatory columns are there", mandatory_columns_are_there },
        { "no rows are no fault", no_rows_are_no_fault },
        { "limits and spent builders are told", limits_and_spent_builders_are_told },
        { "duplicates name their rows", duplicates_name_their_rows },
    };
    return SUITE_RUN("dataset table", tests, argc, argv);
}
