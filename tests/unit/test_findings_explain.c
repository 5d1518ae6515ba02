/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <qcdc/memory.h>

#include "checks.h"
#include "model/findings-private.h"

#define UNITS "code,name,level\nu,Xã A,0\n"
#define INDICATORS "code,name,nature,measure,name_en\na,Lượt tiếp,flow,lượt,Visits\nb,Vụ việc,flow,vụ,\n"

static void expect_explained(const QcdcFindings *findings, const QcdcCatalog *catalog, QcdcLanguage language, const char *wanted)
{
    char *text = NULL;

    CU_ASSERT_EQUAL(qcdc_findings_explain(findings, catalog, language, &text, NULL), QCDC_OK);
    expect_lines(text, wanted);
    qcdc_free(text);
}

static void names_numbers_and_rules(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNITS, INDICATORS, "code,rule,message\nr,a = b,Xem lại\n",
                                               "unit,indicator,period,value\nu,a,2022-Q1,12345\nu,b,2022-Q1,1\n");
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    expect_explained(findings, NULL, QCDC_LANGUAGE_VI, "");
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    expect_explained(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_VI,
                     "observations.csv:2: Xã A, quý I năm 2022, Lượt tiếp: vế trái 12.345 chưa khớp với vế phải 1 (chênh lệch 12.344), "
                     "đề nghị rà soát. Quy tắc của bộ dữ liệu: a = b. Xem lại.\n");
    expect_explained(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_EN,
                     "observations.csv:2: Xã A, Q1 2022, Visits: the left side 12,345 does not match the right side 1 (a difference of "
                     "12,344); please review. Rule of the bundle: a = b. Xem lại.\n");
    expect_explained(findings, NULL, QCDC_LANGUAGE_DEFAULT,
                     "observations.csv:2: u, quý I năm 2022, a: vế trái 12.345 chưa khớp với vế phải 1 (chênh lệch 12.344), đề nghị rà soát.\n");
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

/* 5 > 5: it is not that 5 does not match 5. */
static void conditions_are_not_met(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNITS, INDICATORS, "code,rule\nr,a > b\n", "unit,indicator,period,value\nu,a,2022,5\nu,b,2022,5\n");
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    expect_explained(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_VI,
                     "observations.csv:2: Xã A, năm 2022, Lượt tiếp: vế trái 5 so với vế phải 5 (chênh lệch 0) chưa thỏa quy tắc, đề nghị rà soát. "
                     "Quy tắc của bộ dữ liệu: a > b.\n");
    expect_explained(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_EN,
                     "observations.csv:2: Xã A, 2022, Visits: the left side 5 against the right side 5 (a difference of 0) does not meet the rule; "
                     "please review. Rule of the bundle: a > b.\n");
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

/* A message that is a sentence already gets no second full stop. */
static void messages_end_once(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNITS, INDICATORS, "code,rule,message\nr,a = b,Xem lại.\ns,a = b,Vì sao?\n",
                                               "unit,indicator,period,value\nu,a,2022,5\nu,b,2022,6\n");
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    expect_explained(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_EN,
                     "observations.csv:2: Xã A, 2022, Visits: the left side 5 does not match the right side 6 (a difference of -1); please review. "
                     "Rule of the bundle: a = b. Xem lại.\n"
                     "observations.csv:2: Xã A, 2022, Visits: the left side 5 does not match the right side 6 (a difference of -1); please review. "
                     "Rule of the bundle: a = b. Vì sao?\n");
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

/* What a table holds is shown on terminals: no colours, no line of its own. */
static void foreign_words_are_cleaned(void)
{
    QcdcDataset *dataset = checks_make_dataset("code,name,level\nu,Xã\033[31mA,0\n", INDICATORS, "code,rule,message\nr,a = b,x\033y\n",
                                               "unit,indicator,period,value\nu,a,2022,5\nu,b,2022,6\n");
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    expect_explained(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_EN,
                     "observations.csv:2: Xã\uFFFD[31mA, 2022, Visits: the left side 5 does not match the right side 6 (a difference of -1); "
                     "please review. Rule of the bundle: a = b. x\uFFFDy.\n");
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

static void readings_are_told(void)
{
    static const char *const readings[] = { "bounds-can-hold", "bounds-cannot-hold", "cut-off", "" };
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    for (size_t k = 0; k < sizeof readings / sizeof readings[0]; k++) {
        const QcdcFinding finding = { .code = "QCDC-F202", .severity = QCDC_SEVERITY_WARNING, .row = (int32_t)k + 1, .file = "o.csv",
                                      .left = "1", .right = "2", .difference = "-1", .reading = readings[k] };
        CU_ASSERT_EQUAL(findings_report(findings, &finding, QCDC_STATUS_FINDINGS, NULL), QCDC_OK);
    }
    expect_explained(findings, NULL, QCDC_LANGUAGE_EN,
                     "o.csv:1: the total 1 does not match the sum of its parts 2 (a difference of -1); please review. The parts of a complete "
                     "partition add up to their total. This is by the printed figures; read as bounds, words such as \"over\" and \"under\" "
                     "leave room for them to fit.\n"
                     "o.csv:2: the total 1 does not match the sum of its parts 2 (a difference of -1); please review. The parts of a complete "
                     "partition add up to their total. This is by the printed figures; read as bounds, words such as \"over\" and \"under\" "
                     "leave no room for them to fit.\n"
                     "o.csv:3: the total 1 does not match the sum of its parts 2 (a difference of -1); please review. The parts of a complete "
                     "partition add up to their total. The typed figure was cut off instead of rounded.\n"
                     "o.csv:4: the total 1 does not match the sum of its parts 2 (a difference of -1); please review. The parts of a complete "
                     "partition add up to their total.\n");
    qcdc_findings_free(findings);
}

/* Every rule has words in both languages, and none of those that blame (wording.md §6). */
static void every_rule_has_words(void)
{
    for (int code = 200; code <= 210; code++) {
        char name[16], *text = NULL;
        QcdcFindings *findings = NULL;
        const QcdcFinding finding = { .code = name, .severity = QCDC_SEVERITY_WARNING, .left = "1", .right = "2", .difference = "-1",
                                      .message = "message" };
        snprintf(name, sizeof name, "QCDC-F%d", code);
        CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(findings_report(findings, &finding, QCDC_STATUS_FINDINGS, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(qcdc_findings_explain(findings, NULL, QCDC_LANGUAGE_VI, &text, NULL), QCDC_OK);
        CU_ASSERT_PTR_NOT_NULL(strstr(text, code == 207 ? "ngày chốt số liệu khác" : code == 208 ? "thuộc hai nhóm" : "chưa khớp"));
        CU_ASSERT_PTR_NOT_NULL(strstr(text, "đề nghị rà soát"));
        CU_ASSERT_PTR_NULL(strstr(text, " sai"));
        CU_ASSERT_PTR_NULL(strstr(text, "bất thường"));
        CU_ASSERT_PTR_NULL(strstr(text, "message"));
        qcdc_free(text);
        qcdc_findings_free(findings);
    }
}

static void faults_of_files_stay_as_they_are(void)
{
    const QcdcFinding finding = { .code = "QCDC-F100", .severity = QCDC_SEVERITY_ERROR, .file = "a.csv", .row = 3, .column = 4,
                                  .message = "file is missing", .hint = "look" };
    QcdcFindings *findings = NULL;
    char *text = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(findings_report(findings, &finding, QCDC_STATUS_FINDINGS, NULL), QCDC_OK);
    expect_explained(findings, NULL, QCDC_LANGUAGE_VI, "a.csv:3:4: file is missing; look\n");
    CU_ASSERT_EQUAL(qcdc_findings_explain(NULL, NULL, QCDC_LANGUAGE_VI, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_explain(findings, NULL, QCDC_LANGUAGE_END, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_explain(findings, NULL, QCDC_LANGUAGE_VI, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(text);
    qcdc_findings_free(findings);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "names, numbers and rules", names_numbers_and_rules },
        { "conditions are not met", conditions_are_not_met },
        { "messages end once", messages_end_once },
        { "foreign words are cleaned", foreign_words_are_cleaned },
        { "readings are told", readings_are_told },
        { "every rule has words", every_rule_has_words },
        { "faults of files stay as they are", faults_of_files_stay_as_they_are },
    };

    return SUITE_RUN("findings_explain", tests, argc, argv);
}
