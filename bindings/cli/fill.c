/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc fill TEMPLATE BUNDLE [option…]\n"
    "Puts sentences, figures and tables into a template: each {{name}} becomes what places.csv of the bundle says of the name.\n"
    "\n"
    "  TEMPLATE            text, Markdown or HTML in UTF-8; - is stdin; {{{{ writes {{\n"
    "  --unit CODE         of places that name no unit (the bundle's default_unit, else every root)\n"
    "  --period P          of places that name no period (default_period, else the latest)\n"
    "  --format FORMAT     text, markdown, html: how what is put in is escaped (by the name of the file: .md, .html, .htm, else text)\n"
    "  --missing MODE      partial, strict, carry, or a name of VTL, as in compare\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --calendar NAME     cut-off days by this calendar, as in compare\n"
    "  --threads N         threads of the roll-up; the answer is the same with any number\n"
    "  --output FILE       to a file instead of stdout\n"
    "\n"
    "Exit: 0 filled; 1 something is wrong with the template, or a figure is not there: nothing is written.\n"
    "\n"
    "  qcdc fill examples/templates/bao-cao-quy.md examples/data/tinh-a-2026\n";

static const char *const options[] = { "unit", "period", "format", "missing", "hierarchy", "calendar", "threads", "output", NULL };

static const Choice formats[] = { { "text", QCDC_TEMPLATE_TEXT },
                                  { "markdown", QCDC_TEMPLATE_MARKDOWN },
                                  { "html", QCDC_TEMPLATE_HTML },
                                  { NULL, 0 } };

enum { SHOWN_FINDINGS = 100, MOST_BYTES = (64 << 20) + 1 /* one more than the library takes */ };

static gboolean take_options(const Request *request, QcdcFillOptions *out_options)
{
    const char *path = request->arguments[0];
    guint64 threads = g_get_num_processors();
    QcdcError error = { 0 };
    int format = QCDC_TEMPLATE_DEFAULT;

    if (request->format != NULL && !choose("format", request->format, formats, &format))
        return FALSE;
    if (request->periods != NULL && g_strv_length(request->periods) > 1) {
        complain(EXIT_REFUSED, "fill takes one --period");
        return FALSE;
    }
    *out_options = (QcdcFillOptions){ .size = sizeof *out_options,
                                      .source = strcmp(path, "-") == 0 ? "stdin" : path,
                                      .unit = request->unit,
                                      .period = request->periods != NULL ? request->periods[0] : NULL,
                                      .format = (QcdcTemplateFormat)format,
                                      .hierarchy = request->hierarchy };
    if (request->missing != NULL && qcdc_missing_parse(request->missing, &out_options->missing, &error) != QCDC_OK) {
        complain(EXIT_REFUSED, "--%s", error.text);
        return FALSE;
    }
    if (!number_take("threads", request->threads, 1, 4096, &threads))
        return FALSE;
    out_options->threads = (guint32)threads;
    return TRUE;
}

static ExitCode tell_findings(const QcdcFindings *findings, const char *source)
{
    gsize count = qcdc_findings_get_count(findings), total = qcdc_findings_get_total(findings);

    findings_show(findings);
    if (total > count)
        complain(EXIT_FINDINGS, "%" G_GSIZE_FORMAT " more not shown", total - count);
    return complain(EXIT_FINDINGS, "%s: %" G_GSIZE_FORMAT " error%s; nothing was written", source, total, total == 1 ? "" : "s");
}

static ExitCode fill(const Request *request, const QcdcBundle *bundle, const QcdcFillOptions *asked, const GString *text)
{
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    char *filled = NULL;
    QcdcStatus status = qcdc_findings_new(SHOWN_FINDINGS, &findings, &error);
    ExitCode code;

    if (status == QCDC_OK)
        status = qcdc_bundle_fill(bundle, asked, text->str, text->len, findings, &filled, &error);
    if (status == QCDC_STATUS_FINDINGS)
        code = tell_findings(findings, asked->source);
    else if (status != QCDC_OK)
        code = complain_error(&error);
    else
        code = output_write(request->output, filled);
    qcdc_free(filled);
    qcdc_findings_free(findings);
    return code;
}

static ExitCode fill_template(const Request *request)
{
    QcdcFillOptions asked;
    QcdcBundle *bundle = NULL;
    GString *text;
    ExitCode code = EXIT_REFUSED;

    if (!take_options(request, &asked))
        return code;
    text = input_read(request->arguments[0], MOST_BYTES);
    if (text != NULL && bundle_open(request->arguments[1], request->calendar, &bundle, &code)) {
        explain_in(qcdc_bundle_get_style(bundle)->language);
        code = fill(request, bundle, &asked, text);
    }
    qcdc_bundle_unref(bundle);
    if (text != NULL)
        g_string_free(text, TRUE);
    return code;
}

const Command fill_command = { "fill", help, options, 2, NULL, fill_template, 0, "a template and the folder of a bundle are wanted" };
