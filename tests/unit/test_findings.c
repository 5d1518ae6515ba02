/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "failing-memory.h"
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

static QcdcFindings *make_sink(size_t capacity)
{
    QcdcFindings *findings = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(capacity, &findings, NULL), QCDC_OK);
    return findings;
}

static void expect_findings(const QcdcFindings *findings, const char *wanted)
{
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
}

static void two_sinks_become_one(void)
{
    QcdcFindings *findings = make_sink(0), *other = make_sink(0);
    put(findings, "observations.csv", 3, 1, QCDC_SEVERITY_WARNING);
    put(findings, "units.csv", 9, 2, QCDC_SEVERITY_ERROR);
    put(other, "observations.csv", 2, 1, QCDC_SEVERITY_ERROR);
    put(other, "units.csv", 9, 1, QCDC_SEVERITY_WARNING);
    put(other, "bundle.ini", 1, 1, QCDC_SEVERITY_ERROR);
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, other, NULL), QCDC_OK);
    expect_findings(findings, "F001 bundle.ini:1:1: something is wrong; mend it\n"
                              "F001 units.csv:9:1: something is wrong; mend it\n"
                              "F001 units.csv:9:2: something is wrong; mend it\n"
                              "F001 observations.csv:2:1: something is wrong; mend it\n"
                              "F001 observations.csv:3:1: something is wrong; mend it\n");
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 5);
    CU_ASSERT_EQUAL(qcdc_findings_get_error_total(findings), 3);
    expect_findings(other, "F001 bundle.ini:1:1: something is wrong; mend it\n"
                           "F001 units.csv:9:1: something is wrong; mend it\n"
                           "F001 observations.csv:2:1: something is wrong; mend it\n");
    CU_ASSERT_EQUAL(qcdc_findings_get_total(other), 3);
    CU_ASSERT_EQUAL(qcdc_findings_get_error_total(other), 2);
    qcdc_findings_free(other);
    /* a sink that was merged takes more */
    put(findings, "units.csv", 1, 1, QCDC_SEVERITY_ERROR);
    QcdcFinding second;
    CU_ASSERT_EQUAL(qcdc_findings_get_item(findings, 1, &second), QCDC_OK);
    CU_ASSERT_EQUAL(second.row, 1);
    qcdc_findings_free(findings);
}

/* Equal place, code and words: what came first stays first, as in one sink. */
static void ties_stay_in_the_order_they_came(void)
{
    static const char *const values[] = { "1", "2", "3", "4" };
    QcdcFindings *sinks[] = { make_sink(0), make_sink(0) };
    for (int i = 0; i < 4; i++) {
        QcdcFinding finding = finding_at("units.csv", 2, 1, QCDC_SEVERITY_ERROR);
        finding.value = values[i];
        CU_ASSERT_EQUAL(findings_report(sinks[i / 2], &finding, QCDC_STATUS_SYNTAX, NULL), QCDC_OK);
    }
    CU_ASSERT_EQUAL(qcdc_findings_merge(sinks[0], sinks[1], NULL), QCDC_OK);
    for (size_t i = 0; i < 4; i++) {
        QcdcFinding finding;
        CU_ASSERT_EQUAL_FATAL(qcdc_findings_get_item(sinks[0], i, &finding), QCDC_OK);
        expect_text("tie", finding.value, values[i]);
    }
    qcdc_findings_free(sinks[0]);
    qcdc_findings_free(sinks[1]);
}

static void texts_and_cells_of_another_sink_are_copied(void)
{
    QcdcFindings *findings = make_sink(0), *other = make_sink(0);
    const QcdcFindingCell cells[] = { { "u", "i", "2022", "7", "observations.csv", 4 }, { "v", "j", "2021", "", "", 0 } };
    QcdcFinding finding = { .code = "QCDC-F200", .severity = QCDC_SEVERITY_WARNING, .file = "f", .row = 1, .column = 2,
                            .rule = "r", .message = "m", .value = "w", .hint = "h", .unit = "u", .indicator = "i",
                            .period = "2022", .left = "1", .right = "2", .difference = "-1", .cells = cells, .cell_count = 2 };
    CU_ASSERT_EQUAL(findings_report(other, &finding, QCDC_OK, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, other, NULL), QCDC_OK);
    qcdc_findings_free(other);
    QcdcFinding kept;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_get_item(findings, 0, &kept), QCDC_OK);
    const char *texts[] = { kept.code, kept.file, kept.rule, kept.message, kept.value, kept.hint, kept.unit, kept.indicator,
                            kept.period, kept.left, kept.right, kept.difference };
    const char *wanted[] = { "QCDC-F200", "f", "r", "m", "w", "h", "u", "i", "2022", "1", "2", "-1" };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_text("member", texts[i], wanted[i]);
    CU_ASSERT_EQUAL(kept.severity, QCDC_SEVERITY_WARNING);
    CU_ASSERT_EQUAL(kept.column, 2);
    CU_ASSERT_EQUAL_FATAL(kept.cell_count, 2);
    CU_ASSERT_STRING_EQUAL(kept.cells[0].file, "observations.csv");
    CU_ASSERT_EQUAL(kept.cells[0].row, 4);
    CU_ASSERT_STRING_EQUAL(kept.cells[1].period, "2021");
    qcdc_findings_free(findings);
}

static void a_merged_sink_keeps_the_first_in_order(void)
{
    QcdcFindings *findings = make_sink(2), *other = make_sink(3), *warnings = make_sink(1);
    QcdcError error = { 0 };
    for (int32_t row = 5000; row > 0; row -= 2) {
        put(findings, "units.csv", row, 1, QCDC_SEVERITY_WARNING);
        put(other, "units.csv", row - 1, 1, row > 100 ? QCDC_SEVERITY_ERROR : QCDC_SEVERITY_WARNING);
    }
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, other, NULL), QCDC_OK);
    expect_findings(findings, "F001 units.csv:1:1: something is wrong; mend it\nF001 units.csv:2:1: something is wrong; mend it\n");
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 5000);
    CU_ASSERT_EQUAL(qcdc_findings_get_error_total(findings), 2450);
    /* the first error is not among those kept */
    CU_ASSERT_EQUAL(findings_conclude(findings, 0, &error), QCDC_STATUS_FINDINGS);
    expect_text("error", error.text, "units.csv:101:1: something is wrong; mend it (the first of 2450 errors)");
    put(warnings, "bundle.ini", 7, 1, QCDC_SEVERITY_ERROR);
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, warnings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(findings_conclude(findings, 0, &error), QCDC_STATUS_FINDINGS);
    expect_number("an earlier error", error.row, 7);
    CU_ASSERT_EQUAL(qcdc_findings_merge(warnings, other, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(findings_conclude(warnings, 0, &error), QCDC_STATUS_FINDINGS);
    expect_number("a later error", error.row, 7);
    CU_ASSERT_EQUAL(qcdc_findings_get_count(warnings), 1);
    qcdc_findings_free(findings);
    qcdc_findings_free(other);
    qcdc_findings_free(warnings);
}

static void nothing_is_merged_of_nothing(void)
{
    QcdcFindings *findings = make_sink(0), *other = make_sink(0);
    QcdcError error = { 0 };
    put(findings, "units.csv", 1, 1, QCDC_SEVERITY_ERROR);
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, other, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 1);
    CU_ASSERT_EQUAL(error.status, QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_findings_merge(NULL, findings, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_merge(findings, findings, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), 1);
    qcdc_findings_free(findings);
    qcdc_findings_free(other);
}

/* Two sinks poured into one another multiply like rabbits. */
static void the_count_of_all_findings_has_an_end(void)
{
    QcdcFindings *findings = make_sink(1), *other = make_sink(1);
    QcdcStatus status = QCDC_OK;
    put(findings, "units.csv", 1, 1, QCDC_SEVERITY_ERROR);
    for (int rounds = 0; status == QCDC_OK && rounds < 100; rounds++) {
        status = qcdc_findings_merge(other, findings, NULL);
        if (status == QCDC_OK)
            status = qcdc_findings_merge(findings, other, NULL);
    }
    CU_ASSERT_EQUAL(status, QCDC_STATUS_MEMORY);
    CU_ASSERT(qcdc_findings_get_total(findings) > SIZE_MAX / 8);
    CU_ASSERT_EQUAL(qcdc_findings_get_total(findings), qcdc_findings_get_error_total(findings));
    qcdc_findings_free(findings);
    qcdc_findings_free(other);
}

static void a_merge_that_fails_leaves_the_sink_as_it_was(void)
{
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;
    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        QcdcFindings *findings = make_sink(0), *other = make_sink(0);
        put(findings, "units.csv", 2, 1, QCDC_SEVERITY_ERROR);
        for (int32_t row = 1; row < 20; row++)
            put(other, "units.csv", row, row, QCDC_SEVERITY_ERROR);
        allowed = count;
        status = qcdc_findings_merge(findings, other, NULL);
        allowed = -1;
        QcdcError error = { 0 };
        findings_conclude(findings, 0, &error);
        expect_number("total", (int64_t)qcdc_findings_get_total(findings), status == QCDC_OK ? 20 : 1);
        expect_number("count", (int64_t)qcdc_findings_get_count(findings), status == QCDC_OK ? 20 : 1);
        expect_number("first error", error.row, status == QCDC_OK ? 1 : 2);
        qcdc_findings_free(findings);
        qcdc_findings_free(other);
    }
    CU_ASSERT(count > 20);
    CU_ASSERT_EQUAL(status, QCDC_OK);
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

/* D50 */
static void findings_of_one_row_are_in_order_of_rule_unit_and_period(void)
{
    static const char *const wanted[][3] = { { "a", "u", "2022" }, { "b", "t", "2022" }, { "b", "u", "2021" }, { "b", "u", "2022" } };
    static const size_t put[] = { 3, 2, 1, 0 };
    QcdcFindings *findings = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    for (size_t i = 0; i < 4; i++) {
        const char *const *texts = wanted[put[i]];
        QcdcFinding finding = { .code = "QCDC-F210", .severity = QCDC_SEVERITY_WARNING, .file = "o.csv", .row = 2, .rule = texts[0],
                                .unit = texts[1], .period = texts[2], .message = i == 3 ? "z" : "m" };
        CU_ASSERT_EQUAL(findings_report(findings, &finding, QCDC_STATUS_FINDINGS, NULL), QCDC_OK);
    }
    for (size_t i = 0; i < 4; i++) {
        QcdcFinding finding;
        CU_ASSERT_EQUAL(qcdc_findings_get_item(findings, i, &finding), QCDC_OK);
        expect_text("rule", finding.rule, wanted[i][0]);
        expect_text("unit", finding.unit, wanted[i][1]);
        expect_text("period", finding.period, wanted[i][2]);
    }
    qcdc_findings_free(findings);
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
        { "two sinks become one", two_sinks_become_one },
        { "ties stay in the order they came", ties_stay_in_the_order_they_came },
        { "texts and cells of another sink are copied", texts_and_cells_of_another_sink_are_copied },
        { "a merged sink keeps the first in order", a_merged_sink_keeps_the_first_in_order },
        { "nothing is merged of nothing", nothing_is_merged_of_nothing },
        { "the count of all findings has an end", the_count_of_all_findings_has_an_end },
        { "a merge that fails leaves the sink as it was", a_merge_that_fails_leaves_the_sink_as_it_was },
        { "findings of one row are in order of rule, unit and period", findings_of_one_row_are_in_order_of_rule_unit_and_period },
        { "every code is told once and has its page", every_code_is_told_once_and_has_its_page },
    };
    return SUITE_RUN("findings", tests, argc, argv);
}
