/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/dataset-private.h"

#include "expect.h"
#include "suite.h"
#include "tables.h"

static const char units[] = "code,name,level,parent,id,valid_from,valid_to\n"
                            "t,Tỉnh,0,,,,\n"
                            "a,Xã A,1,t,old,,2021-06-30\n"
                            "a,Phường A,1,t,new,2021-07-01,\n"
                            "b,Xã B,1,t,,,2020-12-31\n";
static const char indicators[] = "code,name,nature,measure,decimals,frequency\n"
                                 "n,Số đơn,flow,đơn,,\n"
                                 "d,Sản lượng,flow,tấn,2,\n"
                                 "r,Thứ hạng,rank,bậc,,\n"
                                 "f,Báo cáo quý,flow,đơn,,quarter\n";

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static QcdcDatasetBuilder *begin(void)
{
    return tables_begin_dataset(units, indicators);
}

static QcdcDataset *make(const char *rows)
{
    QcdcDatasetBuilder *builder = begin();
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(tables_add_observations(builder, rows, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    return dataset;
}

static void expect_faults_in(QcdcNumberWriting writing, const char *rows, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcDataset *dataset = NULL;
    QcdcDatasetBuilder *builder = begin();
    qcdc_findings_new(0, &findings, NULL);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_set_number_writing(builder, writing, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(tables_add_observations(builder, rows, findings, NULL), QCDC_OK);
    expect_number(rows, qcdc_dataset_builder_freeze(builder, findings, &dataset, NULL),
                  *wanted != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_findings_free(findings);
}

static void expect_faults(const char *rows, const char *wanted)
{
    expect_faults_in(QCDC_NUMBER_WRITING_DEFAULT, rows, wanted);
}

static void names_at_fault_are_found(void)
{
    expect_faults("unit,indicator,period,value\n,,,\ntt,nn,2022-Q5,1\nt,n,2022-S3,1\n",
                  "F001 observations.csv:2:1: unit is empty; each observation has a unit, an indicator and a period\n"
                  "F001 observations.csv:2:2: indicator is empty; each observation has a unit, an indicator and a period\n"
                  "F001 observations.csv:2:3: period is empty; each observation has a unit, an indicator and a period\n"
                  "F059 observations.csv:2:4: there is no value and no status M, O or L; a zero is written 0; M does not apply, O is "
                  "missing, L is not collected\n"
                  "F050 observations.csv:3:1: unit \"tt\" is not in units.csv\n"
                  "F053 observations.csv:3:2: indicator \"nn\" is not in indicators.csv\n"
                  "F054 observations.csv:3:3: period \"2022-Q5\" is not a period; quarters are 2022-Q1 … 2022-Q4\n"
                  "F054 observations.csv:4:3: period \"2022-S3\" is not a period; halves are 2022-S1 and 2022-S2\n");
    expect_faults("unit,indicator,period,value,source\nt\xFF,n,2022,1,\nt,n,2022,1,\xC3(\n",
                  "F002 observations.csv:2:1: unit \"t\xEF\xBF\xBD\" is not UTF-8; save the file as UTF-8\n"
                  "F002 observations.csv:3:5: source \"\xEF\xBF\xBD(\" is not UTF-8; save the file as UTF-8\n");
}

static void units_are_those_of_the_last_day(void)
{
    expect_faults("unit,indicator,period,value\na,n,2021,1\nb,n,2021,1\nold,n,2022,1\nnew,n,2021-S1,1\n",
                  "F052 observations.csv:2:1: unit \"a\" was two units in the period; write the id instead: \"old\" or \"new\"\n"
                  "F051 observations.csv:3:1: unit \"b\" is not in force on 2021-12-31, the last day of the period; see valid_from "
                  "and valid_to in units.csv; a unit that ended in the period is named by its id\n"
                  "F051 observations.csv:4:1: unit \"old\" is not in force on 2022-12-31, the last day of the period; see valid_from "
                  "and valid_to in units.csv; a unit that ended in the period is named by its id\n"
                  "F051 observations.csv:5:1: unit \"new\" is not in force on 2021-06-30, the last day of the period; see valid_from "
                  "and valid_to in units.csv; a unit that ended in the period is named by its id\n");
    QcdcDataset *dataset = make("unit,indicator,period,value\na,n,2021-Q2,1\na,n,2021-Q3,1\nold,n,2021,1\nnew,n,2021,1\nb,n,2020,1\n");
    const DatasetColumns *columns = dataset_columns(dataset);
    static const QcdcUnitId wanted[] = { 1, 2, 1, 2, 3 };
    for (size_t i = 0; i < columns->count; i++)
        expect_number("unit", columns->units[i], wanted[i]);
    qcdc_dataset_unref(dataset);
}

static void canonical_numbers_are_read(void)
{
    expect_faults("unit,indicator,period,value\nt,n,2022,7.000\nt,d,2022,1.234\nt,n,2022,1.5\nt,d,2022,1.2345\nt,n,2022,+5\n"
                  "t,n,2022,1e5\nt,n,2022, 5\nt,n,2022,1000000000000000000\nt,d,2022,100000000000000000\nt,n,2022,1.0000000000\n",
                  "F056 observations.csv:2:4: value \"7.000\" has more decimals than the indicator, which has 0; if the point groups "
                  "thousands, say number_format=vi in bundle.ini\n"
                  "F056 observations.csv:3:4: value \"1.234\" has more decimals than the indicator, which has 2; if the point groups "
                  "thousands, say number_format=vi in bundle.ini\n"
                  "F057 observations.csv:4:4: value \"1.5\" has more decimals than the indicator, which has 0; see the column decimals "
                  "of indicators.csv\n"
                  "F057 observations.csv:5:4: value \"1.2345\" has more decimals than the indicator, which has 2; see the column "
                  "decimals of indicators.csv\n"
                  "F055 observations.csv:6:4: value \"+5\" is not a number; numbers are written 1234.5 or -1234.5: no plus sign, "
                  "spaces, grouping or exponent\n"
                  "F055 observations.csv:7:4: value \"1e5\" is not a number; numbers are written 1234.5 or -1234.5: no plus sign, "
                  "spaces, grouping or exponent\n"
                  "F055 observations.csv:8:4: value \" 5\" is not a number; numbers are written 1234.5 or -1234.5: no plus sign, "
                  "spaces, grouping or exponent\n"
                  "F058 observations.csv:9:4: value \"1000000000000000000\" is too large; values have at most 18 digits, decimals "
                  "included\n"
                  "F058 observations.csv:10:4: value \"100000000000000000\" is too large; values have at most 18 digits, decimals of "
                  "the indicator included\n"
                  "F057 observations.csv:11:4: value \"1.0000000000\" has too many decimals; values have at most 9 decimals\n");
    QcdcDataset *dataset = make("unit,indicator,period,value\nt,n,2020,999999999999999999\nt,n,2021,-0\nt,d,2020,-1.5\nt,d,2021,7\n");
    static const int64_t wanted[] = { 999999999999999999, 0, -150, 700 };
    for (size_t i = 0; i < 4; i++)
        expect_number("coefficient", dataset_columns(dataset)->coefficients[i], wanted[i]);
    qcdc_dataset_unref(dataset);
}

/* Fields in these tables are parted by commas, so a Vietnamese fraction comes in a record of its own. */
static QcdcStatus append_value(QcdcDatasetBuilder *builder, const char *indicator, const char *value, QcdcError *error)
{
    const char *values[] = { "t", indicator, "2022", value };
    QcdcRecord record = { .values = values, .value_count = 4 };
    return qcdc_dataset_builder_append_record(builder, &record, NULL, error);
}

static void vietnamese_numbers_are_read_where_they_are_declared(void)
{
    QcdcDatasetBuilder *builder = begin();
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(append_value(builder, "d", "1.234,5", &error), QCDC_STATUS_SYNTAX);
    expect_text("error", error.text,
                "value \"1.234,5\" is written the Vietnamese way; say number_format=vi in bundle.ini, or write 1234.5");
    CU_ASSERT_EQUAL(qcdc_dataset_builder_set_number_writing(builder, QCDC_NUMBER_WRITING_VI, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(append_value(builder, "d", "1.234,5", &error), QCDC_OK);
    CU_ASSERT_EQUAL(append_value(builder, "n", "7.000", &error), QCDC_OK);
    CU_ASSERT_EQUAL(append_value(builder, "d", "1234.5", &error), QCDC_STATUS_SYNTAX);
    expect_text("error", error.text,
                "value \"1234.5\" is not written the Vietnamese way; say number_format=canonical in bundle.ini, or write 1.234,5");
    CU_ASSERT_EQUAL(append_value(builder, "n", "1,5", &error), QCDC_STATUS_REFUSED);
    expect_text("error", error.text, "value \"1,5\" has more decimals than the indicator, which has 0; see the column decimals of "
                                     "indicators.csv");
    CU_ASSERT_EQUAL(qcdc_dataset_builder_set_number_writing(builder, QCDC_NUMBER_WRITING_END, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(dataset), 2);
    CU_ASSERT_EQUAL(dataset_columns(dataset)->coefficients[0], 123450);
    CU_ASSERT_EQUAL(dataset_columns(dataset)->coefficients[1], 7000);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
}

static void a_value_or_a_reason_for_none(void)
{
    expect_faults("unit,indicator,period,value,obs_status\nt,n,2020,,\nt,n,2021,5,M\nt,n,2022,5,X\nt,n,2023,,P\nt,n,2024,,M+B\n",
                  "F059 observations.csv:2:4: there is no value and no status M, O or L; a zero is written 0; M does not apply, O is "
                  "missing, L is not collected\n"
                  "F060 observations.csv:3:4: value \"5\" stands beside a status that says there is none; leave the value or the "
                  "status M, O, L empty\n"
                  "F061 observations.csv:4:5: status \"X\" is not a status; one of A, P, E, M, O, L, then +B, +D, +U as they apply: "
                  "P+B\n"
                  "F059 observations.csv:5:4: there is no value and no status M, O or L; a zero is written 0; M does not apply, O is "
                  "missing, L is not collected\n");
}

static void words_are_of_their_lists(void)
{
    expect_faults("unit,indicator,period,value,scope,scenario,origin,hedge\nt,n,2020,5,all,plan,typed,3 hơn\n"
                  "t,n,2021,5,total,central,derived,hơn\nt,n,2021,5,own,actual,reported,\n",
                  "F003 observations.csv:2:5: scope \"all\" is not known; one of own, total\n"
                  "F062 observations.csv:2:6: scenario \"plan\" is not a plan; actual, or a name declared under [plans] in bundle.ini\n"
                  "F003 observations.csv:2:7: origin \"typed\" is not known; one of reported, derived, estimated\n"
                  "F065 observations.csv:2:8: hedge \"3 hơn\" is no hedge; words such as hơn, gần, khoảng: at most 64 bytes, no "
                  "digits\n");
    char rows[256];
    snprintf(rows, sizeof rows, "unit,indicator,period,value,hedge\nt,n,2020,5,%065d\n", 0);
    for (char *zero = strchr(rows, '\0') - 2; *zero == '0'; zero--)
        *zero = 'x';
    QcdcDatasetBuilder *builder = begin();
    CU_ASSERT_EQUAL(tables_add_observations(builder, rows, NULL, NULL), QCDC_STATUS_SYNTAX);
    qcdc_dataset_builder_free(builder);
}

static void ranks_have_places_and_fields(void)
{
    expect_faults("unit,indicator,period,value,field\nt,r,2018,63,63\nt,r,2019,5,\nt,r,2020,5,4\nt,r,2021,0,\nt,r,2022,1,0\nt,r,2023,1,x\n"
                  "t,n,2022,1,5\n",
                  "F063 observations.csv:4:4: value \"5\" is no place among those ranked; places are 1 … field\n"
                  "F063 observations.csv:5:4: value \"0\" is no place among those ranked; places are 1 … field\n"
                  "F063 observations.csv:6:5: field \"0\" is not how many were ranked; 1, 2, 3 …\n"
                  "F063 observations.csv:7:5: field \"x\" is not how many were ranked; 1, 2, 3 …\n"
                  "F064 observations.csv:8:5: field \"5\" stands beside an indicator that is no rank; the field is how many were "
                  "ranked\n");
}

static void every_repeated_key_is_found(void)
{
    expect_faults("unit,indicator,period,value,scope,scenario\nt,n,2020,5,,\nt,n,2020,6,total,\nt,n,2020,6,,central\nt,n,2020-S1,6,,\n"
                  "t,n,2020,5,own,actual\nt,n,2020,7,,\nt,n,2020-01/P6M,1,,\n",
                  "F066 observations.csv:6:1: figure \"t, n, 2020\" is there already, in row 2; a figure is told once for each unit, "
                  "indicator, period, scope and scenario\n"
                  "F066 observations.csv:7:1: figure \"t, n, 2020\" is there already, in row 2; a figure is told once for each unit, "
                  "indicator, period, scope and scenario\n"
                  "F066 observations.csv:8:1: figure \"t, n, 2020-S1\" is there already, in row 5; a figure is told once for each "
                  "unit, indicator, period, scope and scenario\n");
}

static void observations_are_read_back(void)
{
    QcdcDataset *dataset = make("x_form,unit,indicator,period,value,obs_status,scope,scenario,hedge,field,origin,source\n"
                                ",t,n,2022,5\n"
                                "TH-1,t,d,2022-09,1.5,E+B+U,total,central,hơn,,derived,Báo cáo số 5\n"
                                ",t,r,2022,15,,,,,63,estimated,\n"
                                ",t,n,2021,,O,,,\n");
    QcdcObservation seen;
    QcdcError error = { 0 };
    size_t count;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_count(dataset), 4);
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, 1, &seen, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(seen.indicator, 1);
    CU_ASSERT(qcdc_period_equals(seen.period, period_of("2022-09")));
    CU_ASSERT_EQUAL(seen.value.coefficient, 150);
    CU_ASSERT_EQUAL(seen.value.decimals, 2);
    CU_ASSERT_EQUAL(seen.status, QCDC_OBSERVATION_ESTIMATED | QCDC_OBSERVATION_BREAK | QCDC_OBSERVATION_LOW_RELIABILITY);
    CU_ASSERT_EQUAL(seen.scope, QCDC_SCOPE_TOTAL);
    CU_ASSERT_EQUAL(seen.scenario, 1);
    CU_ASSERT_EQUAL(seen.field, 0);
    CU_ASSERT_STRING_EQUAL(seen.hedge, "hơn");
    CU_ASSERT_STRING_EQUAL(seen.origin, "derived");
    CU_ASSERT_STRING_EQUAL(seen.source, "Báo cáo số 5");
    CU_ASSERT_STRING_EQUAL(seen.file, "observations.csv");
    CU_ASSERT_EQUAL(seen.row, 3);
    CU_ASSERT_STRING_EQUAL(dataset_attributes(dataset, 1, &count)->value, "TH-1");
    CU_ASSERT_EQUAL(count, 1);
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, 0, &seen, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(seen.hedge, "");
    CU_ASSERT_STRING_EQUAL(seen.origin, "reported");
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, 2, &seen, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(seen.field, 63);
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, 3, &seen, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(seen.status, QCDC_OBSERVATION_MISSING);
    CU_ASSERT_EQUAL(seen.value.coefficient, 0);
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, 4, &seen, &error), QCDC_STATUS_ARGUMENT);
    qcdc_dataset_unref(dataset);
}

static void figures_are_found_by_key(void)
{
    QcdcDataset *dataset = make("unit,indicator,period,value,scope,scenario\nt,n,2020,5,,\nt,n,2020,6,total,\nt,n,2020,7,,central\n");
    CU_ASSERT_EQUAL(dataset_find(dataset, 0, 0, period_of("2020"), QCDC_SCOPE_OWN, 0), 0);
    CU_ASSERT_EQUAL(dataset_find(dataset, 0, 0, period_of("2020"), QCDC_SCOPE_TOTAL, 0), 1);
    CU_ASSERT_EQUAL(dataset_find(dataset, 0, 0, period_of("2020"), QCDC_SCOPE_OWN, 1), 2);
    CU_ASSERT_EQUAL(dataset_find(dataset, 0, 0, period_of("2021"), QCDC_SCOPE_OWN, 0), SIZE_MAX);
    CU_ASSERT_EQUAL(dataset_find(dataset, 1, 0, period_of("2020"), QCDC_SCOPE_OWN, 0), SIZE_MAX);
    CU_ASSERT_EQUAL(dataset_find(dataset, 0, 1, period_of("2020"), QCDC_SCOPE_OWN, 0), SIZE_MAX);
    qcdc_dataset_unref(dataset);
}

static void the_latest_period_ends_last_and_is_longest(void)
{
    static const struct {
        const char *rows, *wanted;
    } cases[] = {
        { "t,n,2022-12,1\nt,n,2022,1\nt,n,2022-Q4,1\n", "2022" },
        { "t,n,2022,1\nt,n,2022-12,1\n", "2022" },
        { "t,n,2022,1\nt,n,2023-01,1\n", "2023-01" },
        { "t,n,2022-01/P10M,1\nt,n,2022-10,1\n", "2022-01/P10M" },
        { "t,n,2022-01-01/2022-12-31,1\nt,n,2022,1\n", "2022" },
        { "t,n,2022,1\nt,n,2022-01-01/2022-12-31,1\n", "2022" },
        { "t,n,2022,1\nt,n,2030,1,central\n", "2022" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char table[256], label[QCDC_PERIOD_TEXT_SIZE];
        QcdcPeriod latest = { 0 };
        snprintf(table, sizeof table, "unit,indicator,period,value,scenario\n%s", cases[i].rows);
        QcdcDataset *dataset = make(table);
        CU_ASSERT_EQUAL(qcdc_dataset_get_latest_period(dataset, &latest, NULL), QCDC_OK);
        qcdc_period_to_text(latest, label, sizeof label);
        expect_text(cases[i].rows, label, cases[i].wanted);
        qcdc_dataset_unref(dataset);
    }
    QcdcDataset *empty = make("unit,indicator,period,value,scenario\nt,n,2022,1,central\n");
    QcdcPeriod latest;
    CU_ASSERT_EQUAL(qcdc_dataset_get_latest_period(empty, &latest, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_dataset_get_latest_period(NULL, &latest, NULL), QCDC_STATUS_ARGUMENT);
    qcdc_dataset_unref(empty);
}

static void periods_and_base_kinds_are_gathered(void)
{
    QcdcDataset *dataset = make("unit,indicator,period,value,scope,scenario\nt,n,2022,1,,\nt,n,2022-Q1,1,,\nt,n,2022-01,1,total,\n"
                                "t,n,2022-02,1,,central\nt,d,2022-S1,1,total,\nt,d,2022-01/P10M,1,,\nt,r,2016/P5Y,1,,\nt,f,2022,1,,\n");
    static const char *const wanted[] = { "2016/P5Y", "2022-01", "2022-Q1", "2022-S1", "2022-01/P10M", "2022", "2022-02" };
    CU_ASSERT_EQUAL_FATAL(dataset_period_count(dataset), 7);
    for (size_t i = 0; i < 7; i++) {
        char label[QCDC_PERIOD_TEXT_SIZE];
        qcdc_period_to_text(dataset_periods(dataset)[i], label, sizeof label);
        expect_text("period", label, wanted[i]);
    }
    CU_ASSERT_EQUAL(dataset_base_kind(dataset, 0), QCDC_PERIOD_QUARTER);
    CU_ASSERT_EQUAL(dataset_base_kind(dataset, 1), QCDC_PERIOD_HALF);
    CU_ASSERT_EQUAL(dataset_base_kind(dataset, 2), QCDC_PERIOD_NONE);
    CU_ASSERT_EQUAL(dataset_base_kind(dataset, 3), QCDC_PERIOD_QUARTER);
    qcdc_dataset_unref(dataset);
}

static void columns_are_taken_whole_or_not_at_all(void)
{
    QcdcDatasetBuilder *builder = begin();
    QcdcFindings *findings = NULL;
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    qcdc_findings_new(0, &findings, NULL);
    QcdcUnitId unit_ids[] = { 0, 9, 3 };
    QcdcIndicatorId indicator_ids[] = { 0, 0, 9 };
    QcdcPeriod periods[] = { period_of("2022"), { 1, 2, 3, { 0 } }, period_of("2022") };
    int64_t values[] = { 1000000000000000000, 5, -1000000000000000000 };
    uint8_t statuses[] = { 0, 3, 0 }, scopes[] = { 2, 0, 0 };
    uint16_t scenarios[] = { 0, 2, 0 };
    int32_t fields[] = { 7, 0, 0 };
    QcdcColumns columns = { sizeof columns, 3, unit_ids, indicator_ids, periods, values, statuses, scopes, scenarios, fields };
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), QCDC_STATUS_OVERFLOW);
    expect_text("error", error.text, "columns:1:4: value \"1000000000000000000\" is too large; values have at most 18 digits, decimals of "
                                     "the indicator included");
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, findings, &error), QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, "F058 columns:1:4: value \"1000000000000000000\" is too large; values have at most 18 digits, decimals "
                        "of the indicator included\n"
                        "F067 columns:1:6: scope \"2\" is not a scope\n"
                        "F064 columns:1:8: field \"7\" stands beside an indicator that is no rank; the field is how many were "
                        "ranked\n"
                        "F067 columns:2:1: unit \"9\" is not the id of a unit\n"
                        "F067 columns:2:3: period \"1\" is not the start of a period of its kind\n"
                        "F067 columns:2:5: status \"3\" is not a status\n"
                        "F067 columns:2:7: scenario \"2\" is not a plan\n"
                        "F051 columns:3:1: unit \"3\" is not in force in the period\n"
                        "F067 columns:3:2: indicator \"9\" is not the id of an indicator\n"
                        "F058 columns:3:4: value \"-1000000000000000000\" is too large; values have at most 18 digits, decimals "
                        "of the indicator included\n");
    free(lines);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, findings, &dataset, &error), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_findings_free(findings);
}

static void columns_and_records_stand_together(void)
{
    QcdcDatasetBuilder *builder = begin();
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    QcdcUnitId unit_ids[] = { 0, 0 };
    QcdcIndicatorId indicator_ids[] = { 2, 0 };
    QcdcPeriod periods[] = { period_of("2022"), period_of("2021") };
    int64_t values[] = { 15, 999 };
    uint8_t statuses[] = { 0, QCDC_OBSERVATION_NOT_APPLICABLE };
    int32_t fields[] = { 63, 0 };
    QcdcColumns columns = { .size = sizeof columns, .count = 2, .units = unit_ids, .indicators = indicator_ids, .periods = periods,
                            .coefficients = values, .statuses = statuses, .fields = fields };
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value,hedge\nt,n,2020,5,gần\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value\nt,n,2022,8\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_OK);
    static const struct {
        const char *hedge, *file;
        int64_t value;
        int32_t field, row;
    } wanted[] = { { "gần", "observations.csv", 5, 0, 2 }, { "", "", 15, 63, 0 }, { "", "", 0, 0, 0 }, { "", "observations.csv", 8, 0, 2 } };
    for (size_t i = 0; i < 4; i++) {
        QcdcObservation seen;
        CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, i, &seen, NULL), QCDC_OK);
        expect_text("hedge", seen.hedge, wanted[i].hedge);
        expect_text("file", seen.file, wanted[i].file);
        expect_number("value", seen.value.coefficient, wanted[i].value);
        expect_number("field", seen.field, wanted[i].field);
        expect_number("row", seen.row, wanted[i].row);
    }
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
}

static void limits_and_spent_builders_are_told(void)
{
    QcdcCatalog *catalog = tables_make_catalog(units, indicators);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    QcdcUnitId unit_ids[] = { 0 };
    QcdcIndicatorId indicator_ids[] = { 0 };
    QcdcPeriod periods[] = { period_of("2022") };
    int64_t values[] = { 1 };
    QcdcColumns columns = { .size = sizeof columns, .count = 1, .units = unit_ids, .indicators = indicator_ids, .periods = periods,
                            .coefficients = values };
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 1, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), QCDC_STATUS_MEMORY);
    expect_text("error", error.text, "there are more rows than the limit of 1; raise the limit of rows");
    CU_ASSERT_EQUAL(append_value(builder, "n", "1", &error), QCDC_STATUS_MEMORY);
    columns.size = 8;
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_record(builder, NULL, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(append_value(builder, "n", "1", &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_new(NULL, 0, &builder, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_EQUAL(qcdc_dataset_get_catalog(dataset), catalog);
    CU_ASSERT_PTR_EQUAL(qcdc_dataset_ref(dataset), dataset);
    qcdc_dataset_unref(dataset);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(dataset), 1);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_unref(NULL);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(NULL), 0);
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_catalog(NULL));
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
}

static void duplicates_of_columns_name_their_rows(void)
{
    QcdcDatasetBuilder *builder = begin();
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    QcdcUnitId unit_ids[] = { 0, 0 };
    QcdcIndicatorId indicator_ids[] = { 0, 0 };
    QcdcPeriod periods[] = { period_of("2022"), period_of("2022") };
    int64_t values[] = { 1, 1 };
    QcdcColumns columns = { .size = sizeof columns, .count = 2, .units = unit_ids, .indicators = indicator_ids, .periods = periods,
                            .coefficients = values };
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_STATUS_DUPLICATE);
    expect_text("error", error.text, "columns:2: figure \"t, n, 2022\" is there already, in row 1; a figure is told once for each "
                                     "unit, indicator, period, scope and scenario");
    qcdc_dataset_builder_free(builder);
}

static void fields_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_observation_field_to_name(QCDC_OBSERVATION_UNIT), "unit");
    CU_ASSERT_STRING_EQUAL(qcdc_observation_field_to_name(QCDC_OBSERVATION_RANK_FIELD), "field");
    CU_ASSERT_STRING_EQUAL(qcdc_observation_field_to_name(QCDC_OBSERVATION_SOURCE), "source");
    CU_ASSERT_PTR_NULL(qcdc_observation_field_to_name(QCDC_OBSERVATION_FIELD_END));
}

static void columns_of_the_users_own_are_read(void)
{
    QcdcDatasetBuilder *builder = tables_begin_dataset("code,name,level\na,A,0\n", "code,name,nature,measure\nn,N,flow,đơn\n");
    QcdcDataset *dataset = NULL;
    CU_ASSERT_EQUAL(tables_add_observations(builder, "unit,indicator,period,value,x_note,x_by\na,n,2020,1,,\na,n,2021,2,xem,an\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(qcdc_dataset_get_attribute(dataset, 1, "x_note"), "xem");
    CU_ASSERT_STRING_EQUAL(qcdc_dataset_get_attribute(dataset, 1, "x_by"), "an");
    CU_ASSERT_STRING_EQUAL(qcdc_dataset_get_attribute(dataset, 0, "x_note"), "");
    CU_ASSERT_STRING_EQUAL(qcdc_dataset_get_attribute_name(dataset, 1, 1), "x_by");
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute_name(dataset, 1, 2));
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute_name(dataset, 0, 0));
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute_name(dataset, 2, 0));
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute_name(NULL, 0, 0));
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute(dataset, 2, "x_note"));
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute(dataset, 0, NULL));
    CU_ASSERT_PTR_NULL(qcdc_dataset_get_attribute(NULL, 0, "x_note"));
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "columns of the user's own are read", columns_of_the_users_own_are_read },
        { "names at fault are found", names_at_fault_are_found },
        { "units are those of the last day", units_are_those_of_the_last_day },
        { "canonical numbers are read", canonical_numbers_are_read },
        { "Vietnamese numbers are read where they are declared", vietnamese_numbers_are_read_where_they_are_declared },
        { "a value or a reason for none", a_value_or_a_reason_for_none },
        { "words are of their lists", words_are_of_their_lists },
        { "ranks have places and fields", ranks_have_places_and_fields },
        { "every repeated key is found", every_repeated_key_is_found },
        { "observations are read back", observations_are_read_back },
        { "figures are found by key", figures_are_found_by_key },
        { "the latest period ends last and is longest", the_latest_period_ends_last_and_is_longest },
        { "periods and base kinds are gathered", periods_and_base_kinds_are_gathered },
        { "columns are taken whole or not at all", columns_are_taken_whole_or_not_at_all },
        { "columns and records stand together", columns_and_records_stand_together },
        { "limits and spent builders are told", limits_and_spent_builders_are_told },
        { "duplicates of columns name their rows", duplicates_of_columns_name_their_rows },
        { "fields have names", fields_have_names },
    };
    return SUITE_RUN("dataset", tests, argc, argv);
}
