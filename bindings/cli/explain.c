/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc explain BUNDLE --unit CODE --indicator CODE --period P [--base BASE]\n"
    "Tells where one figure comes from: the rows (file:row) that went in, and the rule that joined them.\n"
    "\n"
    "  --unit CODE         the bundle's default_unit if not given\n"
    "  --indicator CODE    which figure\n"
    "  --period P          the bundle's default_period, else the latest\n"
    "  --calendar NAME     cut-off days by this calendar, as in compare\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --revision N        the figure as known at correction N of revisions.csv, 0 before any (the last)\n"
    "  --base BASE         tells the comparison with it too, and why where there is none; as in compare; may be repeated\n"
    "  --style language=en in English\n"
    "\n"
    "  qcdc explain examples/data/bac-giang-2019 --unit bg --indicator people --period 2019\n";

static const char *const options[] = { "unit", "indicator", "period", "base", "calendar", "hierarchy", "revision", "style", NULL };

static const char *or_default(const char *given, const char *otherwise)
{
    return given != NULL ? given : otherwise;
}

/* The cell that is asked for, by the codes in force in the period. */
static QcdcStatus find_cell(const Request *request, const QcdcBundle *bundle, const QcdcDataset *dataset, QcdcUnitId *out_unit,
                            QcdcIndicatorId *out_indicator, QcdcPeriod *out_period, QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_bundle_get_catalog(bundle);
    const char *unit = or_default(request->unit, qcdc_bundle_get_default_unit(bundle));
    const char *period =
        or_default(request->periods != NULL ? request->periods[0] : NULL, qcdc_bundle_get_default_period(bundle));
    QcdcStatus status;

    if (period[0] == '\0')
        status = qcdc_dataset_get_latest_period(dataset, out_period, error);
    else
        status = qcdc_period_parse(period, strlen(period), out_period, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_find_unit(catalog, unit, *out_period, out_unit, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_find_indicator(catalog, request->indicators[0], out_indicator, error);
    return status;
}

/* What is said of the comparison with each base, behind what is said of the figure. */
static QcdcStatus add_comparison(const Request *request, QcdcCube *cube, QcdcUnitId unit, QcdcPeriod period, const GArray *bases,
                                 QcdcLanguage language, GString *text, QcdcError *error)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    QcdcSelection selection = { .size = sizeof selection, .period = label, .indicator_count = 1 };
    QcdcComparison *comparison = NULL;
    QcdcStatus status;

    qcdc_period_to_text(period, label, sizeof label);
    selection.unit = qcdc_catalog_get_unit_text(catalog, unit, period, QCDC_UNIT_CODE);
    selection.indicators = (const char *const *)request->indicators;
    selection.bases = (const QcdcBaseOption *)(void *)bases->data;
    selection.base_count = bases->len;
    status = qcdc_cube_compare(cube, &selection, &comparison, error);
    for (size_t row = 0; status == QCDC_OK && row < qcdc_comparison_get_count(comparison); row++) {
        char *words = NULL;
        status = qcdc_comparison_explain_row(comparison, row, language, &words, error);
        g_string_append(text, words != NULL ? words : "");
        qcdc_free(words);
    }
    qcdc_comparison_unref(comparison);
    return status;
}

static ExitCode explain(const Request *request, const QcdcBundle *bundle, QcdcDataset *dataset, const GArray *bases,
                        QcdcLanguage language)
{
    GString *whole = g_string_new(NULL);
    QcdcRollupOptions rollup = { .size = sizeof rollup, .hierarchy = request->hierarchy, .period_count = 1 };
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };
    char *text = NULL;
    ExitCode code;

    rollup.periods = &period;
    if (find_cell(request, bundle, dataset, &unit, &indicator, &period, &error) != QCDC_OK ||
        qcdc_dataset_rollup(dataset, &rollup, &cube, &error) != QCDC_OK ||
        qcdc_cube_explain(cube, unit, indicator, period, language, &text, &error) != QCDC_OK ||
        (bases->len > 0 && add_comparison(request, cube, unit, period, bases, language, whole, &error) != QCDC_OK))
        code = complain_error(&error);
    else
        code = output_write(NULL, g_string_prepend(whole, text)->str);
    g_string_free(whole, TRUE);
    qcdc_free(text);
    qcdc_cube_unref(cube);
    return code;
}

static gboolean is_complete(const Request *request, const QcdcBundle *bundle)
{
    const char *missing = NULL;

    if (request->indicators == NULL || request->indicators[1] != NULL)
        missing = "one --indicator is wanted";
    else if (request->unit == NULL && qcdc_bundle_get_default_unit(bundle)[0] == '\0')
        missing = "--unit is wanted; the bundle has no default_unit";
    else if (request->periods != NULL && request->periods[1] != NULL)
        missing = "one --period is wanted";
    if (missing != NULL)
        complain(EXIT_REFUSED, "explain: %s", missing);
    return missing == NULL;
}

static ExitCode explain_bundle(const Request *request)
{
    QcdcBundle *bundle = NULL;
    QcdcDataset *dataset = NULL;
    GArray *bases = NULL;
    QcdcStyle style;
    ExitCode code;

    if (!bundle_open(request->arguments[0], request->calendar, &bundle, &code))
        return code;
    code = EXIT_REFUSED;
    style = *qcdc_bundle_get_style(bundle);
    if (is_complete(request, bundle) && style_take(&style, request->styles) && bases_take(&bases, request->bases) &&
        dataset_open(request, bundle, &dataset, &code))
        code = explain(request, bundle, dataset, bases, style.language);
    g_clear_pointer(&bases, g_array_unref);
    qcdc_dataset_unref(dataset);
    qcdc_bundle_unref(bundle);
    return code;
}

const Command explain_command = { "explain", help, options, 1, NULL, explain_bundle, 0, "the folder of a bundle is missing" };
