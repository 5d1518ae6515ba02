/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc stats compare NOW BEFORE [option…]\n"
    "Is the difference of two figures more than chance? For reference: it stands in no report. NOW and BEFORE are counts of events (428),\n"
    "or both so many of so many (62/77).\n"
    "\n"
    "  --exposure NOW,BEFORE  of counts: in what they happened, such as days or people: 31,28\n"
    "  --level L              of the interval of their ratio (0.95)\n"
    "  --language LANGUAGE    vi (the default), en\n"
    "  --format FORMAT        text (the default), json\n"
    "\n"
    "  qcdc stats compare 428 241\n"
    "  qcdc stats compare 62/77 51/70 --language en\n"
    "  qcdc stats compare 12 7 --exposure 31,28 --format json\n";

static const char *const options[] = { "exposure", "level", "language", "format", NULL };

/* What is asked, as numbers. */
typedef struct Asked {
    Counted now, before;
    double exposures[2], level;
    gboolean has_exposures;
    QcdcLanguage language;
} Asked;

static gboolean take_exposures(const char *word, Asked *asked)
{
    char **halves;
    gboolean is_fine;

    asked->has_exposures = word != NULL;
    if (word == NULL)
        return TRUE;
    halves = g_strsplit(word, ",", 2);
    is_fine = g_strv_length(halves) == 2 && real_take("exposure", halves[0], &asked->exposures[0]) && real_take("exposure", halves[1], &asked->exposures[1]);
    if (g_strv_length(halves) != 2)
        complain(EXIT_REFUSED, "--exposure \"%s\" is not two numbers with a comma between, such as 31,28", word);
    g_strfreev(halves);
    return is_fine;
}

static gboolean take(const Request *request, Asked *asked)
{
    if (!counted_take(request->arguments[0], &asked->now) || !counted_take(request->arguments[1], &asked->before) ||
        !take_exposures(request->exposure, asked) || !level_take(request->level, &asked->level) ||
        !language_take(request->language, &asked->language))
        return FALSE;
    if (asked->now.has_total == asked->before.has_total && !(asked->has_exposures && asked->now.has_total))
        return TRUE;
    complain(EXIT_REFUSED, "stats compare: %s", asked->has_exposures ? "exposures go with two counts" : "both are counts, or both so many of so many");
    return FALSE;
}

static QcdcStatus work_out(const Asked *asked, QcdcSignificance *significance, QcdcError *error)
{
    if (asked->now.has_total)
        return qcdc_significance_of_proportions(asked->now.count, asked->now.total, asked->before.count, asked->before.total, asked->level, significance,
                                                error);
    if (asked->has_exposures)
        return qcdc_significance_of_rates(asked->now.count, asked->exposures[0], asked->before.count, asked->exposures[1], asked->level, significance,
                                          error);
    return qcdc_significance_of_counts(asked->now.count, asked->before.count, asked->level, significance, error);
}

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_significance_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_significance_to_json(result, buffer, size);
}

static ExitCode compare(const Request *request)
{
    Asked asked = { .level = 0 };
    QcdcSignificance significance;
    QcdcError error = { 0 };

    if (!take(request, &asked))
        return EXIT_REFUSED;
    explain_in(asked.language);
    if (work_out(&asked, &significance, &error) != QCDC_OK)
        return complain_error(&error);
    return result_write(explain, write_json, &significance, asked.language, request->format_number);
}

const Command stats_compare_command = { "stats compare", help, options, 2, stats_formats, compare, 0, "two figures are wanted" };
