/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc stats interval COUNT [option…]\n"
    "Between what bounds lies the true proportion, or rate? For reference: it stands in no report. COUNT is so many of so many (62/77), or\n"
    "events in an exposure (14 --exposure 3).\n"
    "\n"
    "  --exposure E         in what the events happened, such as months (1)\n"
    "  --method METHOD      of a proportion: wilson (the default), exact\n"
    "  --level L            how often such bounds hold the true value (0.95)\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json\n"
    "\n"
    "  qcdc stats interval 62/77\n"
    "  qcdc stats interval 14 --exposure 3 --language en\n";

static const char *const options[] = { "exposure", "method", "level", "language", "format", NULL };

static const Choice methods[] = { { "wilson", QCDC_INTERVAL_WILSON }, { "exact", QCDC_INTERVAL_EXACT }, { NULL, 0 } };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_interval_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_interval_to_json(result, buffer, size);
}

static gboolean take(const Request *request, Counted *counted, double *exposure, double *level, int *method)
{
    if (!counted_take(request->arguments[0], counted) || !real_take("exposure", request->exposure, exposure) ||
        !level_take(request->level, level) || !choose("method", request->method, methods, method))
        return FALSE;
    if (counted->has_total ? request->exposure == NULL : request->method == NULL)
        return TRUE;
    complain(EXIT_REFUSED, "stats interval: %s", counted->has_total ? "an exposure goes with a count" : "a method goes with so many of so many");
    return FALSE;
}

static ExitCode find(const Request *request)
{
    Counted counted;
    double exposure = 1, level = 0;
    int method;
    QcdcLanguage language;
    QcdcInterval interval;
    QcdcError error = { 0 };
    QcdcStatus status;

    if (!take(request, &counted, &exposure, &level, &method) || !language_take(request->language, &language))
        return EXIT_REFUSED;
    explain_in(language);
    if (counted.has_total)
        status = qcdc_interval_of_proportion(counted.count, counted.total, (QcdcIntervalMethod)method, level, &interval, &error);
    else
        status = qcdc_interval_of_rate(counted.count, exposure, level, &interval, &error);
    if (status != QCDC_OK)
        return complain_error(&error);
    return result_write(explain, write_json, &interval, language, request->format_number);
}

const Command stats_interval_command = { "stats interval", help, options, 1, stats_formats, find, 0, "a figure is wanted" };
