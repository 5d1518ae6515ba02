/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc read FILE [option…]\n"
    "Reads the text of a report, recomputes what it says of its figures, and shows what does not agree and perhaps why.\n"
    "\n"
    "  FILE                text in UTF-8; - is stdin. Of a PDF: pdftotext -layout FILE.pdf - | qcdc read -\n"
    "  --format FORMAT     text (the default), json: one line a claim, all of them\n"
    "  --all               text of all claims: also of those that agree, and those that cannot be checked\n"
    "  --period P          the report's own period (what its head says): 2023, 2023-S1, 2023-Q3, 2023-01/P9M\n"
    "  --against BUNDLE    holds the figures whose words name an indicator and a unit of the bundle against its data\n"
    "  --against-text OLD  the report of a year before: a figure printed there is the base that a change implies\n"
    "  --language LANGUAGE vi (the default), en\n"
    "\n"
    "Exit: 0 nothing is inconsistent; 1 something is; 2 bad input.\n"
    "\n"
    "  echo \"Tiếp nhận 174 đơn, tăng 24,1% so với cùng kỳ (132 đơn)\" | qcdc read -\n"
    "  qcdc read examples/reports/bao-cao-quy.txt --format json\n";

static const char *const options[] = { "format", "all", "period", "against", "against-text", "language", NULL };

enum { FORMAT_TEXT = 1, FORMAT_JSON };

static const Choice formats[] = { { "text", FORMAT_TEXT }, { "json", FORMAT_JSON }, { NULL, 0 } };

static const Choice languages[] = { { "vi", QCDC_LANGUAGE_VI }, { "en", QCDC_LANGUAGE_EN }, { NULL, 0 } };

/* Documents whose text is inside: read as text they would give nothing, or nonsense. */
static gboolean is_text(const char *path, const GString *text)
{
    if (g_str_has_prefix(text->str, "PK\003\004"))
        complain(EXIT_REFUSED, "%s is a zipped document, not text; save it as text, or use read_docx() of the Python package", path);
    else if (g_str_has_prefix(text->str, "%PDF-"))
        complain(EXIT_REFUSED, "%s is a PDF, not text: pdftotext -layout %s - | qcdc read -", path, path);
    else
        return TRUE;
    return FALSE;
}

typedef struct Report {
    const GString *text;
    QcdcClaims *claims;
    QcdcLanguage language;
    QcdcBundle *bundle;     /* NULL: not held against data */
    QcdcFindings *findings; /* of what does not match them */
    size_t compared;
} Report;

enum {
    MUCH = 1 << 20 /* bytes that are gathered before they are printed */
};

typedef size_t (*Writer)(const QcdcClaims *claims, size_t index, const char *text, size_t length, QcdcLanguage language, char *buffer,
                         size_t size);

static void append_item(GString *output, const Report *report, gsize index, Writer write)
{
    gsize length = write(report->claims, index, report->text->str, report->text->len, report->language, NULL, 0);
    gsize start = output->len;

    g_string_set_size(output, start + length);
    write(report->claims, index, report->text->str, report->text->len, report->language, output->str + start, length + 1);
    g_string_append_c(output, '\n');
}

/* What does not match the data: lines for people, or those of qcdc check --format json. */
static gboolean append_findings(GString *output, const Report *report, gboolean is_json, QcdcError *error)
{
    char *text = NULL;
    QcdcStatus status = is_json ? qcdc_findings_to_text(report->findings, QCDC_FINDINGS_JSON, &text, error) :
                                  qcdc_findings_explain(report->findings, qcdc_bundle_get_catalog(report->bundle), report->language, &text, error);

    if (status != QCDC_OK)
        return FALSE;
    g_string_append(output, text);
    if (!is_json && text[0] != '\0')
        g_string_append_c(output, '\n');
    qcdc_free(text);
    return TRUE;
}

static void append_check_summary(GString *output, const Report *report)
{
    gsize differing = qcdc_findings_get_total(report->findings), start = output->len;
    gsize length = qcdc_claims_check_summarize(report->compared, differing, report->language, NULL, 0);

    g_string_set_size(output, start + length);
    qcdc_claims_check_summarize(report->compared, differing, report->language, output->str + start, length + 1);
    g_string_append_c(output, '\n');
}

static void append_summary(GString *output, const Report *report)
{
    gsize length = qcdc_claims_summarize(report->claims, report->language, NULL, 0), start = output->len;

    g_string_set_size(output, start + length);
    qcdc_claims_summarize(report->claims, report->language, output->str + start, length + 1);
    g_string_append_c(output, '\n');
}

/* Prints what is gathered if it is much, so that memory does not grow with the report. */
static ExitCode flush_much(GString *output)
{
    ExitCode code = output->len < MUCH ? EXIT_FINE : output_write(NULL, output->str);

    if (output->len >= MUCH)
        g_string_truncate(output, 0);
    return code;
}

/* A figure in two places is told as text at the first of them, in JSON at both. */
static gboolean is_shown(const Report *report, const Request *request, gsize index)
{
    if (request->format_number == FORMAT_JSON)
        return TRUE;
    if (qcdc_claims_item_is_repeated(report->claims, index))
        return FALSE;
    return request->wants_all || qcdc_claims_item_needs_review(report->claims, index);
}

static ExitCode write_report(const Report *report, const Request *request)
{
    GString *output = g_string_new(NULL);
    gboolean is_json = request->format_number == FORMAT_JSON, is_whole = TRUE;
    QcdcError error = { 0 };
    ExitCode code = EXIT_FINE;

    for (gsize k = 0; k < qcdc_claims_get_count(report->claims) && code == EXIT_FINE; k++) {
        if (!is_shown(report, request, k))
            continue;
        append_item(output, report, k, is_json ? qcdc_claims_item_to_json : qcdc_claims_item_to_text);
        if (!is_json)
            g_string_append_c(output, '\n');
        code = flush_much(output);
    }
    if (code != EXIT_FINE) {
        g_string_free(output, TRUE);
        return code;
    }
    if (report->bundle != NULL)
        is_whole = append_findings(output, report, is_json, &error);
    if (!is_json)
        append_summary(output, report);
    if (!is_json && report->bundle != NULL)
        append_check_summary(output, report);
    code = is_whole ? output_write(NULL, output->str) : complain_error(&error);
    g_string_free(output, TRUE);
    if (code != EXIT_FINE)
        return code;
    return qcdc_claims_count_verdict(report->claims, QCDC_VERDICT_INCONSISTENT) > 0 || qcdc_findings_get_total(report->findings) > 0 ? EXIT_FINDINGS :
                                                                                                                                     EXIT_FINE;
}

static QcdcStatus hold_against(Report *report, const char *source, QcdcError *error)
{
    const char *label = qcdc_bundle_get_default_period(report->bundle);
    QcdcClaimCheckOptions asked = { .size = sizeof asked, .source = source, .unit = qcdc_bundle_get_default_unit(report->bundle) };
    QcdcCube *cube = NULL;
    QcdcStatus status = qcdc_findings_new(0, &report->findings, error);

    if (label[0] != '\0')
        qcdc_period_parse(label, strlen(label), &asked.period, NULL);
    if (status == QCDC_OK)
        status = qcdc_dataset_rollup(qcdc_bundle_get_dataset(report->bundle), NULL, &cube, error);
    if (status == QCDC_OK)
        status = qcdc_claims_check(report->claims, report->text->str, report->text->len, cube, &asked, report->findings, &report->compared, error);
    qcdc_cube_unref(cube);
    return status;
}

static ExitCode read_text(const Request *request, const QcdcReadOptions *asked, Report *report)
{
    const char *path = request->arguments[0];
    QcdcError error = { 0 };
    QcdcStatus status = qcdc_claims_read(report->text->str, report->text->len, asked, &report->claims, &error);
    ExitCode code;

    if (status == QCDC_OK && report->bundle != NULL)
        status = hold_against(report, strcmp(path, "-") == 0 ? "stdin" : path, &error);
    code = status == QCDC_OK ? write_report(report, request) : complain_error(&error);
    qcdc_findings_free(report->findings);
    qcdc_claims_unref(report->claims);
    return code;
}

static gboolean take_options(const Request *request, QcdcReadOptions *out_asked, int *language)
{
    QcdcError error = { 0 };

    *out_asked = (QcdcReadOptions){ .size = sizeof *out_asked };
    if (!choose("language", request->language, languages, language))
        return FALSE;
    if (request->against_text != NULL && strcmp(request->against_text, "-") == 0 && strcmp(request->arguments[0], "-") == 0) {
        complain(EXIT_REFUSED, "only one of the two texts is stdin");
        return FALSE;
    }
    if (request->wants_all && request->format_number == FORMAT_JSON) {
        complain(EXIT_REFUSED, "--all goes with --format text; json has all claims");
        return FALSE;
    }
    if (request->periods == NULL)
        return TRUE;
    if (request->periods[1] != NULL) {
        complain(EXIT_REFUSED, "read takes one --period");
        return FALSE;
    }
    if (qcdc_period_parse(request->periods[0], strlen(request->periods[0]), &out_asked->period, &error) == QCDC_OK)
        return TRUE;
    complain_error(&error);
    return FALSE;
}

/* The text of a file; NULL with a complaint. */
static GString *open_text(const char *path)
{
    GString *text = input_read(path, G_MAXUINT32);

    if (text == NULL || is_text(path, text))
        return text;
    g_string_free(text, TRUE);
    return NULL;
}

static void free_text(GString *text)
{
    if (text != NULL)
        g_string_free(text, TRUE);
}

static ExitCode read_report(const Request *request)
{
    Report report = { .text = NULL };
    QcdcReadOptions asked;
    ExitCode code = EXIT_REFUSED;
    GString *text, *old = NULL;
    int language = QCDC_LANGUAGE_VI;

    if (!take_options(request, &asked, &language))
        return code;
    report.language = (QcdcLanguage)language;
    explain_in(report.language);
    report.text = text = open_text(request->arguments[0]);
    if (text != NULL && request->against_text != NULL)
        old = open_text(request->against_text);
    if (old != NULL) {
        asked.old_text = old->str;
        asked.old_length = old->len;
    }
    if (text != NULL && (old != NULL || request->against_text == NULL) &&
        (request->against == NULL || bundle_open(request->against, NULL, &report.bundle, &code)))
        code = read_text(request, &asked, &report);
    qcdc_bundle_unref(report.bundle);
    free_text(text);
    free_text(old);
    return code;
}

const Command read_command = { "read", help, options, 1, formats, read_report, 0, "the file of a report is missing; - is stdin" };
