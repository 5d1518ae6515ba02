/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

static const char help[] =
    "usage: qcdc stats outliers BUNDLE [option…]\n"
    "Which figures are to be looked at again (cần rà soát)? Each is held against its own history and its peers. It is a list, never a verdict.\n"
    "\n"
    "  --period P           once or twice: the first and the last period that is judged (all)\n"
    "  --indicator CODE     only these; may be repeated\n"
    "  --threshold T        from what score on (4)\n"
    "  --missing --hierarchy --calendar --threads --revision  as in qcdc compare\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json (a line a figure)\n"
    "  --output FILE        to a file instead of stdout\n"
    "\n"
    "  qcdc stats outliers examples/data/tinh-a-thang --period 2026-01\n";

static const char *const options[] = { "period", "indicator", "threshold", "missing", "hierarchy", "calendar", "threads", "revision", "language", "format",
                                       "output", NULL };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_outlier_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_outlier_to_json(result, buffer, size);
}

static ExitCode write_outliers(const Opened *opened, const QcdcOutliers *outliers, const Request *request)
{
    size_t count = qcdc_outliers_get_count(outliers);
    GString *told = g_string_new(NULL);
    ExitCode code;

    for (size_t i = 0; i < count; i++) {
        QcdcOutlier outlier;
        if (qcdc_outliers_read(outliers, i, 1, &outlier, NULL) == QCDC_OK)
            told_add(told, opened, &(Told){ outlier.unit, outlier.indicator, outlier.period, outlier.period, "outlier" }, explained(explain, &outlier, opened->language),
                     explained(write_json, &outlier, opened->language), request->format_number);
    }
    code = output_write(request->output, told->str);
    g_string_free(told, TRUE);
    return code;
}

/* The ids of --indicator; complains and gives false if one is none. */
static gboolean indicators_take(const Opened *opened, char **codes, GArray *indicators)
{
    for (; codes != NULL && *codes != NULL; codes++) {
        QcdcIndicatorId indicator;
        if (!indicator_take(opened, *codes, &indicator))
            return FALSE;
        g_array_append_val(indicators, indicator);
    }
    return TRUE;
}

/* The library takes 0 for its default; who writes it wants something else. */
static gboolean threshold_take(const char *word, double *threshold)
{
    if (!real_take("threshold", word, threshold))
        return FALSE;
    if (word == NULL || (*threshold > 0 && *threshold <= 1000))
        return TRUE;
    complain(EXIT_REFUSED, "--threshold \"%s\" is not above 0, at most 1000, such as 4", word);
    return FALSE;
}

static ExitCode find(const Opened *opened, const GArray *periods, const GArray *indicators, double threshold, const Request *request)
{
    QcdcOutlierOptions asked = { .size = sizeof asked, .threshold = threshold, .threads = MIN(opened->selected.rollup.threads, 64) };
    QcdcOutliers *outliers = NULL;
    QcdcError error = { 0 };
    ExitCode code;

    asked.indicators = indicators->len > 0 ? (const QcdcIndicatorId *)(const void *)indicators->data : NULL;
    asked.indicator_count = indicators->len;
    if (periods->len > 0)
        asked.first = g_array_index(periods, QcdcPeriod, 0);
    if (periods->len > 1)
        asked.last = g_array_index(periods, QcdcPeriod, 1);
    code = qcdc_cube_find_outliers(opened->cube, &asked, &outliers, &error) == QCDC_OK ? write_outliers(opened, outliers, request) : complain_error(&error);
    qcdc_outliers_unref(outliers);
    return code;
}

static ExitCode tell(const Request *request)
{
    GArray *periods = g_array_new(FALSE, FALSE, sizeof(QcdcPeriod)), *indicators = g_array_new(FALSE, FALSE, sizeof(QcdcIndicatorId));
    Opened opened = { .bundle = NULL };
    double threshold = 0;
    ExitCode code = EXIT_REFUSED;

    if (request->periods != NULL && g_strv_length(request->periods) > 2)
        complain(EXIT_REFUSED, "stats outliers: two --period at most: the first and the last");
    else if (periods_take(request->periods, periods) && threshold_take(request->threshold, &threshold) &&
             opened_take(&opened, request, NULL, &code)) {
        code = EXIT_REFUSED;
        if (indicators_take(&opened, request->indicators, indicators))
            code = find(&opened, periods, indicators, threshold, request);
    }
    opened_clear(&opened);
    g_array_unref(indicators);
    g_array_unref(periods);
    return code;
}

const Command stats_outliers_command = { "stats outliers", help, options, 1, stats_formats, tell, 0, "the folder of a bundle is missing" };
