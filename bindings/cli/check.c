/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

static const char help[] =
    "usage: qcdc check BUNDLE [option…]\n"
    "Tells what does not fit in the data, a line each: file:row:column: message; what to do.\n"
    "\n"
    "  faults that keep the bundle from being loaded; the bundle's own rules (rules.csv); a reported\n"
    "  total against its parts, a period against shorter ones, a partition against its total, a part\n"
    "  above its total, a share above one, an opening against the last closing, a typed figure against\n"
    "  its formula, two calendars, a unit in two groups, a figure corrected after it was published;\n"
    "  docs/findings.md says what each means, and rules.csv sets its severity and tolerance\n"
    "\n"
    "  --format FORMAT     text (the default), json\n"
    "  --language LANGUAGE text for people in vi or en: names, numbers as written there, and what each rule means\n"
    "  --max-findings N    at most so many (100); 0 is all\n"
    "  --calendar NAME     cut-off days by this calendar, as in compare\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --revision N        the figures as known at correction N of revisions.csv, 0 before any (the last)\n"
    "  --threads N         threads of the roll-up; the answer is the same with any number\n"
    "\n"
    "Exit: 0 nothing found; 1 findings; 2 the bundle does not load.\n"
    "\n"
    "  qcdc check examples/data/bac-giang-2019 --format json\n";

static const char *const options[] = { "format", "language", "max-findings", "calendar", "hierarchy", "revision", "threads", NULL };

static const Choice formats[] = { { "text", QCDC_FINDINGS_TEXT }, { "json", QCDC_FINDINGS_JSON }, { NULL, 0 } };

/* Without the option a line is the message of the library. */
static const Choice languages[] = { { "vi", QCDC_LANGUAGE_VI }, { "en", QCDC_LANGUAGE_EN }, { NULL, 0 } };

/* What the command line says of the roll-up, and how much is shown. */
typedef struct Limits {
    guint64 findings, threads, revision; /* REVISION_LAST: the last there is */
    const char *hierarchy;
} Limits;

#define REVISION_LAST G_MAXUINT64

static QcdcStatus check_cube(const QcdcBundle *bundle, const Limits *limits, QcdcFindings *findings, QcdcError *error)
{
    QcdcRollupOptions rollup = { .size = sizeof rollup, .threads = (uint32_t)limits->threads,
                                 .hierarchy = limits->hierarchy };
    QcdcDataset *latest = qcdc_bundle_get_dataset(bundle), *dataset = NULL;
    QcdcCube *cube = NULL;
    uint32_t revision = limits->revision == REVISION_LAST ? qcdc_dataset_get_revision(latest) : (uint32_t)limits->revision;
    QcdcStatus status = qcdc_dataset_at_revision(latest, revision, &dataset, error);

    if (status == QCDC_OK)
        status = qcdc_dataset_rollup(dataset, &rollup, &cube, error);
    if (status == QCDC_OK)
        status = qcdc_cube_check(cube, findings, error);
    qcdc_cube_unref(cube);
    qcdc_dataset_unref(dataset);
    return status;
}

static QcdcStatus word_findings(const QcdcFindings *findings, const QcdcBundle *bundle, const Request *request, QcdcLanguage language,
                                char **out_text, QcdcError *error)
{
    if (language != QCDC_LANGUAGE_DEFAULT)
        return qcdc_findings_explain(findings, qcdc_bundle_get_catalog(bundle), language, out_text, error);
    return qcdc_findings_to_text(findings, (QcdcFindingsFormat)request->format_number, out_text, error);
}

static ExitCode write_findings(const QcdcFindings *findings, const QcdcBundle *bundle, const Request *request, QcdcLanguage language)
{
    QcdcError error = { 0 };
    char *text = NULL;
    gsize hidden = qcdc_findings_get_total(findings) - qcdc_findings_get_count(findings);
    ExitCode code;

    if (word_findings(findings, bundle, request, language, &text, &error) != QCDC_OK)
        return complain_error(&error);
    code = output_write(NULL, text);
    qcdc_free(text);
    if (hidden > 0)
        complain(code, "%" G_GSIZE_FORMAT " more not shown; see --max-findings", hidden);
    return code;
}

static ExitCode check(const Request *request, const Limits *limits, QcdcLanguage language, QcdcFindings *findings)
{
    const QcdcBundleOptions asked = { .size = sizeof asked, .calendar = request->calendar };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    QcdcStatus status = qcdc_bundle_read(request->arguments[0], &asked, findings, &bundle, &error);
    ExitCode code;

    if (status == QCDC_OK)
        status = check_cube(bundle, limits, findings, &error);
    if (status != QCDC_OK && status != QCDC_STATUS_FINDINGS)
        complain_error(&error);
    code = write_findings(findings, bundle, request, language);
    if (status == QCDC_STATUS_FINDINGS)
        explain_refusal(&error);
    qcdc_bundle_unref(bundle);
    if (code == EXIT_FAILED || status == QCDC_STATUS_MEMORY)
        return EXIT_FAILED;
    if (status != QCDC_OK)
        return EXIT_REFUSED;
    return qcdc_findings_get_total(findings) > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

static ExitCode check_bundle(const Request *request)
{
    Limits limits = { .findings = 100, .threads = g_get_num_processors(), .revision = REVISION_LAST,
                      .hierarchy = request->hierarchy };
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    ExitCode code;
    int language = QCDC_LANGUAGE_DEFAULT;

    if (request->language != NULL && !choose("language", request->language, languages, &language))
        return EXIT_REFUSED;
    if (language != QCDC_LANGUAGE_DEFAULT && request->format_number != QCDC_FINDINGS_TEXT)
        return complain(EXIT_REFUSED, "--language goes with --format text");
    if (!number_take("max-findings", request->max_findings, 0, G_MAXINT32, &limits.findings) ||
        !number_take("threads", request->threads, 1, 4096, &limits.threads) ||
        !number_take("revision", request->revision, 0, G_MAXINT32, &limits.revision))
        return EXIT_REFUSED;
    if (qcdc_findings_new((gsize)limits.findings, &findings, &error) != QCDC_OK)
        return complain_error(&error);
    explain_in((QcdcLanguage)language);
    code = check(request, &limits, (QcdcLanguage)language, findings);
    qcdc_findings_free(findings);
    return code;
}

const Command check_command = { "check", help, options, 1, formats, check_bundle, 0, "the folder of a bundle is missing" };
