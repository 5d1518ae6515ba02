/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <string.h>

#include <qcdc/audit.h>
#include <qcdc/memory.h>

#include "model/findings-private.h"

static QcdcFindings *make_findings(void)
{
    static const QcdcFindingCell cells[] = { { "bg", "people", "2019", "7570", "observations.csv", 2 },
                                             { "bg-so", "people", "2019", "", "", 0 } };
    const QcdcFinding whole = { "QCDC-F200",  QCDC_SEVERITY_WARNING, "observations.csv", 2, 4, "reported-total", "a \"total\"\n",
                                "7570", "look \\ at it", "bg", "people", "2019", "7570", "7560", "10", cells, 2, "" };
    const QcdcFinding bare = { .code = "QCDC-F100", .severity = QCDC_SEVERITY_ERROR, .file = "units.csv", .message = "file is missing" };
    QcdcFindings *findings = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(findings_report(findings, &whole, QCDC_STATUS_FINDINGS, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(findings_report(findings, &bare, QCDC_STATUS_FINDINGS, NULL), QCDC_OK);
    return findings;
}

static void check_text(QcdcFindingsFormat format, const char *expected)
{
    QcdcFindings *findings = make_findings();
    char *text = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_to_text(findings, format, &text, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(text, expected);
    qcdc_free(text);
    qcdc_findings_free(findings);
}

static void lines(void)
{
    check_text(QCDC_FINDINGS_TEXT, "units.csv: file is missing\n"
                                   "observations.csv:2:4: a \"total\"\xEF\xBF\xBD; look \\ at it\n");
    check_text(QCDC_FINDINGS_DEFAULT, "units.csv: file is missing\n"
                                      "observations.csv:2:4: a \"total\"\xEF\xBF\xBD; look \\ at it\n");
}

static void json_has_every_key(void)
{
    check_text(QCDC_FINDINGS_JSON,
               "{\"finding\":\"QCDC-F100\",\"rule\":null,\"severity\":\"error\",\"message\":\"file is missing\",\"hint\":null,"
               "\"file\":\"units.csv\",\"row\":null,\"column\":null,\"value\":null,\"unit\":null,\"indicator\":null,\"period\":null,"
               "\"left\":null,\"right\":null,\"difference\":null,\"cells\":[]}\n"
               "{\"finding\":\"QCDC-F200\",\"rule\":\"reported-total\",\"severity\":\"warning\",\"message\":\"a \\\"total\\\"\xEF\xBF\xBD\","
               "\"hint\":\"look \\\\ at it\",\"file\":\"observations.csv\",\"row\":2,\"column\":4,\"value\":\"7570\",\"unit\":\"bg\","
               "\"indicator\":\"people\",\"period\":\"2019\",\"left\":\"7570\",\"right\":\"7560\",\"difference\":\"10\",\"cells\":["
               "{\"unit\":\"bg\",\"indicator\":\"people\",\"period\":\"2019\",\"value\":\"7570\",\"file\":\"observations.csv\",\"row\":2},"
               "{\"unit\":\"bg-so\",\"indicator\":\"people\",\"period\":\"2019\",\"value\":null,\"file\":null,\"row\":null}]}\n");
}

static void no_findings_are_an_empty_text(void)
{
    QcdcFindings *findings = NULL;
    char *text = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_to_text(findings, QCDC_FINDINGS_JSON, &text, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(text, "");
    qcdc_free(text);
    qcdc_findings_free(findings);
}

static void wrong_calls_are_refused(void)
{
    QcdcFindings *findings = make_findings();
    char *text = NULL;

    CU_ASSERT_EQUAL(qcdc_findings_to_text(NULL, QCDC_FINDINGS_JSON, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_to_text(findings, QCDC_FINDINGS_JSON, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_findings_to_text(findings, QCDC_FINDINGS_END, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(text);
    qcdc_findings_free(findings);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a line a finding", lines },
        { "JSON has every key of the contract", json_has_every_key },
        { "no findings are an empty text", no_findings_are_an_empty_text },
        { "wrong calls are refused", wrong_calls_are_refused },
    };

    return SUITE_RUN("findings_text", tests, argc, argv);
}
