/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

static const char help[] =
    "usage: qcdc stats trends BUNDLE --period FIRST --period LAST [option…]\n"
    "By how much do figures rise or fall a month, a quarter, a year, and is that more than chance? For reference: it stands in no report.\n"
    "\n"
    "  --period P           twice: the first and the last period, of one kind\n"
    "  --unit --by --depth --indicator --missing --hierarchy --calendar --threads --revision  as in qcdc compare\n"
    "  --method METHOD      theil-sen (the default), robust, least-squares\n"
    "  --level L            of the intervals (0.95)\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json (a line a series)\n"
    "  --output FILE        to a file instead of stdout\n"
    "\n"
    "  qcdc stats trends examples/data/tinh-a-thang --period 2023-01 --period 2026-05 --by child\n";

static const char *const options[] = { "unit", "period", "by", "depth", "indicator", "missing", "hierarchy", "calendar", "threads", "revision",
                                       "method", "level", "language", "format", "output", NULL };

static const Choice methods[] = { { "theil-sen", QCDC_TREND_THEIL_SEN }, { "robust", QCDC_TREND_ROBUST }, { "least-squares", QCDC_TREND_LEAST_SQUARES },
                                  { NULL, 0 } };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_cube_trend_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_cube_trend_to_json(result, buffer, size);
}

static ExitCode write_trends(const Opened *opened, const Series *series, const QcdcPeriod *ends, QcdcTrendMethod method, const Request *request)
{
    QcdcTrendOptions trend_options = { .size = sizeof trend_options, .level = opened->level, .method = method,
                                       .threads = MIN(opened->selected.rollup.threads, 64) };
    size_t count = series->units->len;
    QcdcCubeTrend *trends = g_new0(QcdcCubeTrend, count + 1);
    GString *told = g_string_new(NULL);
    QcdcError error = { 0 };
    ExitCode code;

    if (qcdc_cube_read_trends(opened->cube, (const QcdcUnitId *)(const void *)series->units->data, (const QcdcIndicatorId *)(const void *)series->indicators->data,
                              count, ends[0], ends[1], &trend_options, trends, &error) == QCDC_OK) {
        for (size_t i = 0; i < count; i++)
            told_add(told, opened,
                     &(Told){ g_array_index(series->units, QcdcUnitId, i), g_array_index(series->indicators, QcdcIndicatorId, i), ends[1], "trend" },
                     explained(explain, &trends[i], opened->language), explained(write_json, &trends[i], opened->language), request->format_number);
        code = output_write(request->output, told->str);
    } else {
        code = complain_error(&error);
    }
    g_string_free(told, TRUE);
    g_free(trends);
    return code;
}

static ExitCode tell(const Request *request)
{
    GArray *periods = g_array_new(FALSE, FALSE, sizeof(QcdcPeriod));
    Opened opened = { .bundle = NULL };
    Series series = { .units = NULL };
    int method;
    ExitCode code = EXIT_REFUSED;

    if (request->periods == NULL || g_strv_length(request->periods) != 2)
        complain(EXIT_REFUSED, "stats trends: --period is wanted twice: the first and the last");
    else if (periods_take(request->periods, periods) && choose("method", request->method, methods, &method) &&
             opened_take(&opened, request, NULL, &code) && series_take(&series, &opened, g_array_index(periods, QcdcPeriod, 1), &code))
        code = write_trends(&opened, &series, (const QcdcPeriod *)(const void *)periods->data, (QcdcTrendMethod)method, request);
    series_clear(&series);
    opened_clear(&opened);
    g_array_unref(periods);
    return code;
}

const Command stats_trends_command = { "stats trends", help, options, 1, stats_formats, tell, 0, "the folder of a bundle is missing" };
