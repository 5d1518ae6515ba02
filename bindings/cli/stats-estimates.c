/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

static const char help[] =
    "usage: qcdc stats estimates BUNDLE --period P [option…]\n"
    "What may the full year come to, by the seasonal shares of past years? For reference (ước tính tham khảo): it is no official estimate.\n"
    "\n"
    "  --period P           what is known of the year: 2026-01/P5M, 2026-Q1, 2026-S1\n"
    "  --unit --by --depth --indicator --missing --hierarchy --calendar --threads --revision  as in qcdc compare\n"
    "  --level L            of the intervals (0.95)\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json (a line a unit and indicator)\n"
    "  --output FILE        to a file instead of stdout\n"
    "\n"
    "  qcdc stats estimates examples/data/tinh-a-thang --period 2026-01/P5M --by child\n";

static const char *const options[] = { "unit", "period", "by", "depth", "indicator", "missing", "hierarchy", "calendar", "threads", "revision",
                                       "level", "language", "format", "output", NULL };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_year_estimate_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_year_estimate_to_json(result, buffer, size);
}

static QcdcStatus read_estimates(const Series *series, void *results, QcdcError *error)
{
    const QcdcYearEstimateOptions asked = { .size = sizeof asked, .level = series->level };

    return qcdc_cube_read_year_estimates(series->cube, series->units, series->indicators, series->count, series->periods[0], &asked, results, error);
}

static const Statistic estimate = { "estimate", sizeof(QcdcYearEstimate), read_estimates, explain, write_json };

static ExitCode tell(const Request *request)
{
    GArray *periods = g_array_new(FALSE, FALSE, sizeof(QcdcPeriod));
    Opened opened = { .bundle = NULL };
    Series series = { .cube = NULL };
    ExitCode code = EXIT_REFUSED;

    if (request->periods == NULL || g_strv_length(request->periods) != 1)
        complain(EXIT_REFUSED, "stats estimates: one --period is wanted: what is known of the year, such as 2026-01/P5M");
    else if (periods_take(request->periods, periods) && opened_take(&opened, request, periods, &code)) {
        series.periods = (const QcdcPeriod *)(const void *)periods->data;
        code = statistic_tell(&estimate, &opened, &series, series.periods[0], series.periods[0], request);
    }
    opened_clear(&opened);
    g_array_unref(periods);
    return code;
}

const Command stats_estimates_command = { "stats estimates", help, options, 1, stats_formats, tell, 0, "the folder of a bundle is missing" };
