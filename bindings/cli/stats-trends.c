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

static QcdcStatus read_trends(const Series *series, void *results, QcdcError *error)
{
    const QcdcTrendOptions asked = { .size = sizeof asked, .level = series->level, .threads = series->threads, .method = (QcdcTrendMethod)series->method };

    return qcdc_cube_read_trends(series->cube, series->units, series->indicators, series->count, series->periods[0], series->periods[1], &asked, results,
                                 error);
}

static const Statistic trend = { "trend", sizeof(QcdcCubeTrend), read_trends, explain, write_json };

static gboolean take(const Request *request, Series *series)
{
    return choose("method", request->method, methods, &series->method);
}

static ExitCode tell(const Request *request)
{
    return span_tell(&trend, "stats trends", take, request);
}

const Command stats_trends_command = { "stats trends", help, options, 1, stats_formats, tell, 0, "the folder of a bundle is missing" };
