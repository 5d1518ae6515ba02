/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

enum { SHOWN_FINDINGS = 100 };

static void show_finding(const QcdcFindings *findings, gsize index)
{
    gsize length = qcdc_findings_item_to_text(findings, index, NULL, 0);
    char *line = g_malloc(length + 1);

    qcdc_findings_item_to_text(findings, index, line, length + 1);
    fprintf(stderr, "%s\n", line);
    g_free(line);
}

void findings_show(const QcdcFindings *findings)
{
    for (gsize k = 0; k < qcdc_findings_get_count(findings); k++)
        show_finding(findings, k);
}

static const char *plural(gsize count)
{
    return count == 1 ? "" : "s";
}

static void show_findings(const QcdcFindings *findings, const char *path)
{
    gsize count = qcdc_findings_get_count(findings), total = qcdc_findings_get_total(findings);
    gsize errors = qcdc_findings_get_error_total(findings), warnings = total - errors;

    findings_show(findings);
    if (total > count)
        complain(EXIT_REFUSED, "%" G_GSIZE_FORMAT " more not shown; see qcdc check --max-findings 0", total - count);
    if (errors > 0)
        complain(EXIT_REFUSED, "%s: %" G_GSIZE_FORMAT " error%s, %" G_GSIZE_FORMAT " warning%s; nothing was loaded", path,
                 errors, plural(errors), warnings, plural(warnings));
    else if (warnings > 0)
        complain(EXIT_REFUSED, "%s: %" G_GSIZE_FORMAT " warning%s", path, warnings, plural(warnings));
}

gboolean bundle_open(const char *path, const char *calendar, QcdcBundle **out_bundle, ExitCode *out_code)
{
    const QcdcBundleOptions asked = { .size = sizeof asked, .calendar = calendar };
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    QcdcStatus status = qcdc_findings_new(SHOWN_FINDINGS, &findings, &error);

    if (status == QCDC_OK)
        status = qcdc_bundle_read(path, &asked, findings, out_bundle, &error);
    show_findings(findings, path);
    *out_code = EXIT_REFUSED;
    if (status == QCDC_STATUS_FINDINGS)
        explain_refusal(&error);
    else if (status != QCDC_OK)
        *out_code = complain_error(&error);
    qcdc_findings_free(findings);
    return status == QCDC_OK;
}

gboolean dataset_open(const Request *request, const QcdcBundle *bundle, QcdcDataset **out_dataset, ExitCode *out_code)
{
    QcdcDataset *latest = qcdc_bundle_get_dataset(bundle);
    guint64 revision = qcdc_dataset_get_revision(latest); /* what is past it the library refuses */
    QcdcError error = { 0 };

    *out_code = EXIT_REFUSED;
    if (!number_take("revision", request->revision, 0, G_MAXINT32, &revision))
        return FALSE;
    if (qcdc_dataset_at_revision(latest, (uint32_t)revision, out_dataset, &error) == QCDC_OK)
        return TRUE;
    *out_code = complain_error(&error);
    return FALSE;
}
