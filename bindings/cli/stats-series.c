/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

gboolean opened_take(Opened *opened, const Request *request, const GArray *periods, ExitCode *out_code)
{
    QcdcError error = { 0 };

    *opened = (Opened){ .bundle = NULL };
    *out_code = EXIT_REFUSED;
    if (!level_take(request->level, &opened->level) || !language_take(request->language, &opened->language))
        return FALSE;
    explain_in(opened->language);
    if (!bundle_open(request->arguments[0], request->calendar, &opened->bundle, out_code) ||
        !dataset_open(request, opened->bundle, &opened->dataset, out_code))
        return FALSE;
    *out_code = EXIT_REFUSED;
    if (!selected_take(&opened->selected, request, opened->bundle))
        return FALSE;
    if (periods != NULL) {
        opened->selected.rollup.periods = (const QcdcPeriod *)(const void *)periods->data;
        opened->selected.rollup.period_count = periods->len;
    }
    if (qcdc_dataset_rollup(opened->dataset, &opened->selected.rollup, &opened->cube, &error) == QCDC_OK)
        return TRUE;
    *out_code = complain_error(&error);
    return FALSE;
}

void opened_clear(Opened *opened)
{
    selected_clear(&opened->selected);
    qcdc_cube_unref(opened->cube);
    qcdc_dataset_unref(opened->dataset);
    qcdc_bundle_unref(opened->bundle);
}

gboolean indicator_take(const Opened *opened, const char *code, QcdcIndicatorId *out_indicator)
{
    QcdcError error = { 0 };

    if (qcdc_catalog_find_indicator(qcdc_dataset_get_catalog(opened->dataset), code, out_indicator, &error) == QCDC_OK)
        return TRUE;
    complain(EXIT_REFUSED, "--%s", error.text);
    return FALSE;
}

/* The rows of a comparison name them: units and indicators in the order that every command has. */
static QcdcStatus add_rows(GArray *units, GArray *indicators, const QcdcComparison *comparison, QcdcError *error)
{
    size_t count = qcdc_comparison_get_count(comparison);
    QcdcStatus status = QCDC_OK;

    for (size_t i = 0; i < count && status == QCDC_OK; i++) {
        QcdcComparisonRow row;
        status = qcdc_comparison_read_rows(comparison, i, 1, &row, error);
        if (status != QCDC_OK || row.unit == (QcdcUnitId)QCDC_ID_NONE)
            continue;
        g_array_append_val(units, row.unit);
        g_array_append_val(indicators, row.indicator);
    }
    return status;
}

static QcdcStatus find_series(GArray *units, GArray *indicators, const Opened *opened, QcdcPeriod period, QcdcError *error)
{
    QcdcSelection selection = opened->selected.selection;
    QcdcBaseOption previous = { .base = QCDC_BASE_PREVIOUS };
    char label[QCDC_PERIOD_TEXT_SIZE];
    QcdcComparison *comparison = NULL;
    QcdcStatus status;

    qcdc_period_to_text(period, label, sizeof label);
    selection.period = label;
    selection.bases = &previous;
    selection.base_count = 1;
    status = qcdc_cube_compare(opened->cube, &selection, &comparison, error);
    if (status == QCDC_OK)
        status = add_rows(units, indicators, comparison, error);
    qcdc_comparison_unref(comparison);
    return status;
}

void told_add(GString *told, const Opened *opened, const Told *of, char *text, char *json, int format)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(opened->dataset);
    const char *unit_code = qcdc_catalog_get_unit_text(catalog, of->unit, of->at, QCDC_UNIT_CODE);
    const char *indicator_code = qcdc_catalog_get_indicator_text(catalog, of->indicator, QCDC_INDICATOR_CODE);
    char period[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(of->period, period, sizeof period);
    if (format == STATS_FORMAT_JSON) {
        char *unit_escaped = json_escape(unit_code), *indicator_escaped = json_escape(indicator_code);
        g_string_append_printf(told, "{\"unit\":\"%s\",\"indicator\":\"%s\",\"period\":\"%s\",\"%s\":%s}\n", unit_escaped, indicator_escaped, period, of->name, json);
        g_free(unit_escaped);
        g_free(indicator_escaped);
    } else if (text[0] != '\0') {
        char **lines = g_strsplit(text, "\n", -1), *indented = g_strjoinv("\n    ", lines);
        g_string_append_printf(told, "%s  %s  %s\n    %s\n", unit_code, indicator_code, period, indented);
        g_free(indented);
        g_strfreev(lines);
    }
    g_free(text);
    g_free(json);
}

static void add_results(GString *told, const Statistic *statistic, const Opened *opened, const Series *series, const Told *of, const char *results, int format)
{
    for (size_t i = 0; i < series->count; i++) {
        const char *result = results + i * statistic->size;
        Told one = *of;
        one.unit = series->units[i];
        one.indicator = series->indicators[i];
        told_add(told, opened, &one, explained(statistic->explain, result, opened->language), explained(statistic->write_json, result, opened->language),
                 format);
    }
}

ExitCode statistic_tell(const Statistic *statistic, const Opened *opened, Series *series, QcdcPeriod period, QcdcPeriod told_period, const Request *request)
{
    GArray *units = g_array_new(FALSE, FALSE, sizeof(QcdcUnitId)), *indicators = g_array_new(FALSE, FALSE, sizeof(QcdcIndicatorId));
    GString *told = g_string_new(NULL);
    char *results = NULL;
    QcdcError error = { 0 };
    QcdcStatus status = find_series(units, indicators, opened, period, &error);
    ExitCode code;

    series->cube = opened->cube;
    series->units = (const QcdcUnitId *)(const void *)units->data;
    series->indicators = (const QcdcIndicatorId *)(const void *)indicators->data;
    series->count = units->len;
    series->level = opened->level;
    series->threads = MIN(opened->selected.rollup.threads, 64);
    if (status == QCDC_OK) {
        results = g_malloc0_n(series->count + 1, statistic->size);
        status = statistic->read(series, results, &error);
    }
    if (status == QCDC_OK)
        add_results(told, statistic, opened, series, &(Told){ .period = told_period, .at = period, .name = statistic->name }, results, request->format_number);
    code = status == QCDC_OK ? output_write(request->output, told->str) : complain_error(&error);
    g_free(results);
    g_string_free(told, TRUE);
    g_array_unref(indicators);
    g_array_unref(units);
    return code;
}

ExitCode span_tell(const Statistic *statistic, const char *command, gboolean (*take)(const Request *request, Series *series), const Request *request)
{
    GArray *periods = g_array_new(FALSE, FALSE, sizeof(QcdcPeriod));
    Opened opened = { .bundle = NULL };
    Series series = { .cube = NULL };
    ExitCode code = EXIT_REFUSED;

    if (request->periods == NULL || g_strv_length(request->periods) != 2)
        complain(EXIT_REFUSED, "%s: --period is wanted twice: the first and the last", command);
    else if (periods_take(request->periods, periods) && take(request, &series) && opened_take(&opened, request, NULL, &code)) {
        bool has_break = series.break_period.kind != QCDC_PERIOD_NONE;
        series.periods = (const QcdcPeriod *)(const void *)periods->data;
        code = statistic_tell(statistic, &opened, &series, series.periods[1], has_break ? series.break_period : series.periods[1], request);
    }
    opened_clear(&opened);
    g_array_unref(periods);
    return code;
}
