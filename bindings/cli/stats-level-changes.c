/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc stats level-changes BUNDLE --period FIRST --period LAST --break P [option…]\n"
    "By how much did the level of figures move at a known time: units merged, a rule changed? For reference: it stands in no report. Not for a\n"
    "break that was looked for in the same figures: that finds one always.\n"
    "\n"
    "  --period P           twice: the first and the last period, of one kind\n"
    "  --break P            the first period of the new level, of the same kind\n"
    "  --unit --by --depth --indicator --missing --hierarchy --calendar --threads --revision  as in qcdc compare\n"
    "  --level L            of the intervals (0.95)\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json (a line a series)\n"
    "  --output FILE        to a file instead of stdout\n"
    "\n"
    "  qcdc stats level-changes examples/data/tinh-a-thang --period 2023-01 --period 2026-05 --break 2025-07 --by child\n";

static const char *const options[] = { "unit", "period", "break", "by", "depth", "indicator", "missing", "hierarchy", "calendar", "threads", "revision",
                                       "level", "language", "format", "output", NULL };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_cube_level_change_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_cube_level_change_to_json(result, buffer, size);
}

static QcdcStatus read_level_changes(const Series *series, void *results, QcdcError *error)
{
    const QcdcTrendOptions asked = { .size = sizeof asked, .level = series->level, .threads = series->threads };

    return qcdc_cube_read_level_changes(series->cube, series->units, series->indicators, series->count, series->periods[0], series->periods[1],
                                        series->break_period, &asked, results, error);
}

static const Statistic level_change = { "level_change", sizeof(QcdcCubeLevelChange), read_level_changes, explain, write_json };

static gboolean take(const Request *request, Series *series)
{
    const char *word = request->break_period;
    QcdcError error = { 0 };

    if (word == NULL)
        complain(EXIT_REFUSED, "stats level-changes: --break is wanted: the first period of the new level, such as 2025-07");
    else if (qcdc_period_parse(word, strlen(word), &series->break_period, &error) == QCDC_OK)
        return TRUE;
    else
        complain(EXIT_REFUSED, "--break: %s", error.text);
    return FALSE;
}

static ExitCode tell(const Request *request)
{
    return span_tell(&level_change, "stats level-changes", take, request);
}

const Command stats_level_changes_command = { "stats level-changes", help, options, 1, stats_formats, tell, 0, "the folder of a bundle is missing" };
