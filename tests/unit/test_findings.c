/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "model/finding-codes-private.h"
#include "model/findings-private.h"
#include "suite.h"
#include "tables.h"

static QcdcFinding finding_at(const char *file, int32_t row, int32_t column, QcdcSeverity severity)
{
    return (QcdcFinding){ .code = "QCDC-F001", .severity = severity, .file = file, .row = row, .column = column,
                          .message = "something is wrong", .value = "v", .hint = "mend it" };
}

static void put(QcdcFindings *findings, const char *file, int32_t row, int32_t column, QcdcSeverity severity)
{
    QcdcFinding finding = finding_at(file, row, column, severity);
    CU_ASSERT_EQUAL(findings_report(findings, &finding, QCDC_STATUS_SYNTAX, NULL), QCDC_OK);
}

static void findings_are_in_order_of_file_row_and_column(void)
{
    QcdcFindings *findings = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    put(findings, "", 0, 0, QCDC_SEVERITY_WARNING);
    put(findings, "rules.csv", 1, 1, QCDC_SEVERITY_WARNING);
    put(findings, "b/observations.csv", 3, 1, QCDC_SEVERITY_ERROR);
    put(findings, "b/units.csv", 10, 1, QCDC_SEVERITY_ERROR);
    put(findings, "b/units.csv", 9, 2, QCDC_SEVERITY_ERROR);
    put(findings, "b/units.csv", 9, 1, QCDC_SEVERITY_ERROR);
    put(findings, "b/indicators.csv", 2, 0, QCDC_SEVERITY_ERROR);
    put(findings, "b/bundle.ini", 0, 0, QCDC_SEVERITY_ERROR);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, "F001 b/bundle.ini: something is wrong; mend it\n"
                        "F001 b/units.csv:9:1: something is wrong; mend it\n"
                        "F001 b/units.csv:9:2: something is wrong; mend it\n"
                        "F001 b/units.csv:10:1: something is wrong; mend it\n"
                        "F001 b/indicators.csv:2: something is wrong; mend it\n"
                        "F001 b/observations.csv:3:1: something is wrong; mend it\n"
                        "F001 rules.csv:1:1: something is wrong; mend it\n"
                        "F001 something is wrong; mend it\n");
    free(lines);
    qcdc_findings_free(findings);
}

static void the_first_in_order_are_kept_and_all_are_counted(void)
{
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(3, &findings, NULL), QCDC_OK);
    for (int32_t row = 5000; row > 0; row--)
        put(findings, "units.csv", row, 1, row > 10 ? QCDC_SEVERITY_ERROR : QCDC_SEVERITY_WARNING);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(findings), 3);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 5000);
    CU_ASSERT_EQUAL(qcdc_findings_get_error_total(findings), 4990);
    QcdcFinding finding;
    CU_ASSERT_EQUAL(qcdc_findings_get_item(findings, 2, &finding), QCDC_OK);
    CU_ASSERT_EQUAL(finding.row, 3);
    CU_ASSERT_EQUAL(qcdc_findings_get_item(findings, 3, &finding), QCDC_STATUS_ARGUMENT);
    /* the first error is told even where warnings take all the room */
    CU_ASSERT_EQUAL(findings_conclude(findings, 0, &error), QCDC_STATUS_FINDINGS);
    expect_text("error", error.text, "units.csv:11:1: something is wrong; mend it (the first of 4990 errors)");
    CU_ASSERT_EQUAL(error.row, 11);
    CU_ASSERT_EQUAL(findings_conclude(findings, 4990, &error), QCDC_OK);
    qcdc_findings_free(findings);
}

static void without_findings_a_fault_is_the_error(void)
{
    QcdcError error = { 0 };
    QcdcFinding fault = finding_at("units.csv", 2, 3, QCDC_SEVERITY_ERROR);
    CU_ASSERT_EQUAL(findings_report(NULL, &fault, QCDC_STATUS_NOT_FOUND, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("error", error.text, "units.csv:2:3: something is wrong; mend it");
    CU_ASSERT_STRING_EQUAL(error.value, "v");
    fault.severity = QCDC_SEVERITY_WARNING;
    CU_ASSERT_EQUAL(findings_report(NULL, &fault, QCDC_STATUS_NOT_FOUND, &error), QCDC_OK);
    CU_ASSERT_EQUAL(findings_conclude(NULL, 0, &error), QCDC_OK);
}

static void texts_are_copied_and_cleaned(void)
{
    QcdcFindings *findings = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    char value[] = "a\x1B[31m\xFF";
    QcdcFindingCell cell = { .unit = "u", .indicator = "i", .period = "2022", .value = "7", .file = NULL, .row = 4 };
    QcdcFinding finding = { .code = "QCDC-F200", .severity = QCDC_SEVERITY_WARNING, .message = "m", .value = value, .left = "1",
                            .right = "2", .difference = "-1", .cells = &cell, .cell_count = 1 };
    CU_ASSERT_EQUAL(findings_report(findings, &finding, QCDC_OK, NULL), QCDC_OK);
    memset(value, 'x', sizeof value - 1);
    cell.unit = "changed";
    QcdcFinding kept;
    CU_ASSERT_EQUAL(qcdc_findings_get_item(findings, 0, &kept), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(kept.value, "a\xEF\xBF\xBD[31m\xEF\xBF\xBD");
    CU_ASSERT_STRING_EQUAL(kept.rule, "");
    CU_ASSERT_STRING_EQUAL(kept.difference, "-1");
    CU_ASSERT_EQUAL_FATAL(kept.cell_count, 1);
    CU_ASSERT_STRING_EQUAL(kept.cells[0].unit, "u");
    CU_ASSERT_STRING_EQUAL(kept.cells[0].file, "");
    CU_ASSERT_EQUAL(kept.cells[0].row, 4);
    qcdc_findings_free(findings);
}

static void a_line_that_does_not_fit_is_cut_between_characters(void)
{
    QcdcFindings *findings = NULL;
    char buffer[9];
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcFinding finding = { .code = "QCDC-F001", .severity = QCDC_SEVERITY_ERROR, .message = "đơn vị lạ" };
    findings_report(findings, &finding, QCDC_OK, NULL);
    CU_ASSERT_EQUAL(qcdc_findings_item_to_text(findings, 0, buffer, sizeof buffer), strlen("đơn vị lạ"));
    CU_ASSERT_STRING_EQUAL(buffer, "đơn v");
    CU_ASSERT_EQUAL(qcdc_findings_item_to_text(findings, 1, buffer, sizeof buffer), 0);
    CU_ASSERT_STRING_EQUAL(buffer, "");
    qcdc_findings_free(findings);
}

static void calls_without_findings_are_harmless(void)
{
    QcdcError error = { 0 };
    QcdcFinding finding;
    CU_ASSERT_EQUAL(qcdc_findings_new(0, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(NULL), 0);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(NULL), 0);
    CU_ASSERT_EQUAL(qcdc_findings_get_error_total(NULL), 0);
    CU_ASSERT_EQUAL(qcdc_findings_get_item(NULL, 0, &finding), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_item_to_text(NULL, 0, NULL, 0), 0);
    qcdc_findings_free(NULL);
}

/* Readers look a code up in docs/findings.md. */
static void every_code_is_told_once_and_has_its_page(void)
{
    static char page[65536];
    char path[4096];
    snprintf(path, sizeof path, "%s/docs/findings.md", getenv("QCDC_SOURCE") != NULL ? getenv("QCDC_SOURCE") : ".");
    FILE *file = fopen(path, "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    page[fread(page, 1, sizeof page - 1, file)] = '\0';
    fclose(file);
    const FindingKind *before = NULL;
    for (size_t i = 0; finding_kind_at(i) != NULL; i++) {
        const FindingKind *kind = finding_kind_at(i);
        char code[16];
        snprintf(code, sizeof code, "QCDC-F%03d", (int)kind->number);
        expect_text("code", kind->code, code);
        expect(before == NULL || before->number < kind->number, code, "is in order");
        snprintf(code, sizeof code, "| F%03d |", (int)kind->number);
        expect(strstr(page, code) != NULL, code, "has a line in docs/findings.md");
        before = kind;
    }
    CU_ASSERT_PTR_NULL(finding_kind((FindingCode)99));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "findings are in order of file, row and column", findings_are_in_order_of_file_row_and_column },
        { "the first in order are kept and all are counted", the_first_in_order_are_kept_and_all_are_counted },
        { "without findings a fault is the error", without_findings_a_fault_is_the_error },
        { "texts are copied and cleaned", texts_are_copied_and_cleaned },
        { "a line that does not fit is cut between characters", a_line_that_does_not_fit_is_cut_between_characters },
        { "calls without findings are harmless", calls_without_findings_are_harmless },
        { "every code is told once and has its page", every_code_is_told_once_and_has_its_page },
    };
    return SUITE_RUN("findings", tests, argc, argv);
}
