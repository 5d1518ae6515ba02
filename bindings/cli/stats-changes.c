/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

static const char help[] =
    "usage: qcdc stats changes BUNDLE [option…]\n"
    "Which changes of a comparison are more than chance? A line each: of counts that add up, and of shares by formula. For reference: it stands\n"
    "in no report.\n"
    "\n"
    "  --unit --period --base --by --depth --indicator --missing --hierarchy --calendar --threads --revision  as in compare\n"
    "  --level L            of the intervals (0.95)\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json (a line a row)\n"
    "  --output FILE        to a file instead of stdout\n"
    "\n"
    "  qcdc stats changes examples/data/phong-tho-2022\n"
    "  qcdc stats changes examples/data/bac-giang-2019 --by child --format json\n";

static const char *const options[] = { "unit", "period", "base", "by", "depth", "indicator", "missing", "hierarchy", "calendar", "threads", "revision",
                                       "level", "language", "format", "output", NULL };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_significance_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_significance_to_json(result, buffer, size);
}

/* What a row is of. */
typedef struct Label {
    char *unit, *indicator; /* of JSON as its strings hold them */
    char period[QCDC_PERIOD_TEXT_SIZE], base[QCDC_PERIOD_TEXT_SIZE];
} Label;

static Label read_label(const QcdcComparison *comparison, const QcdcComparisonRow *row, int format)
{
    const QcdcCatalog *catalog = qcdc_comparison_get_catalog(comparison);
    const char *indicator = qcdc_catalog_get_indicator_text(catalog, row->indicator, QCDC_INDICATOR_CODE);
    bool is_json = format == STATS_FORMAT_JSON;
    Label label = { .unit = is_json ? json_escape(row->unit_code) : g_strdup(row->unit_code), .indicator = is_json ? json_escape(indicator) : g_strdup(indicator) };

    qcdc_period_to_text(row->period, label.period, sizeof label.period);
    qcdc_period_to_text(row->base_period, label.base, sizeof label.base);
    return label;
}

static void add_row(GString *text, const Label *label, const QcdcSignificance *significance, int format, QcdcLanguage language)
{
    const char *quote = label->base[0] != '\0' ? "\"" : "";
    char *told = explained(format == STATS_FORMAT_JSON ? write_json : explain, significance, language);

    if (format == STATS_FORMAT_JSON)
        g_string_append_printf(text, "{\"unit\":\"%s\",\"indicator\":\"%s\",\"period\":\"%s\",\"base_period\":%s%s%s,\"significance\":%s}\n", label->unit,
                               label->indicator, label->period, quote, label->base[0] != '\0' ? label->base : "null", quote, told);
    else if (told[0] != '\0')
        g_string_append_printf(text, "%s  %s  %s / %s\n    %s\n", label->unit, label->indicator, label->period, label->base, told);
    g_free(told);
}

static ExitCode write_rows(const QcdcComparison *comparison, double level, int format, QcdcLanguage language, const char *path)
{
    size_t count = qcdc_comparison_get_count(comparison);
    QcdcSignificance *significances = g_new0(QcdcSignificance, count + 1);
    GString *text = g_string_new(NULL);
    QcdcError error = { 0 };
    QcdcStatus status = qcdc_comparison_read_significance(comparison, 0, count, level, significances, &error);
    ExitCode code;

    for (size_t i = 0; i < count && status == QCDC_OK; i++) {
        QcdcComparisonRow row;
        Label label;
        status = qcdc_comparison_read_rows(comparison, i, 1, &row, &error);
        if (status != QCDC_OK)
            break;
        label = read_label(comparison, &row, format);
        add_row(text, &label, &significances[i], format, language);
        g_free(label.unit);
        g_free(label.indicator);
    }
    code = status == QCDC_OK ? output_write(path, text->str) : complain_error(&error);
    g_string_free(text, TRUE);
    g_free(significances);
    return code;
}

static ExitCode compare(const Opened *opened, const Request *request)
{
    QcdcComparison *comparison = NULL;
    QcdcError error = { 0 };
    ExitCode code;

    if (qcdc_cube_compare(opened->cube, &opened->selected.selection, &comparison, &error) == QCDC_OK)
        code = write_rows(comparison, opened->level, request->format_number, opened->language, request->output);
    else
        code = complain_error(&error);
    qcdc_comparison_unref(comparison);
    return code;
}

static ExitCode tell_changes(const Request *request)
{
    Opened opened = { .bundle = NULL };
    ExitCode code = EXIT_REFUSED;

    if (request->periods != NULL && g_strv_length(request->periods) > 1)
        complain(EXIT_REFUSED, "stats changes: one --period is wanted");
    else if (opened_take(&opened, request, NULL, &code))
        code = compare(&opened, request);
    opened_clear(&opened);
    return code;
}

const Command stats_changes_command = { "stats changes", help, options, 1, stats_formats, tell_changes, 0, "the folder of a bundle is missing" };
