/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc stats concentration BUNDLE --indicator CODE [option…]\n"
    "How unevenly is a figure spread between units? For reference: it stands in no report.\n"
    "\n"
    "  --indicator CODE     whose figures\n"
    "  --period P           of when (the bundle's default_period)\n"
    "  --unit CODE          units below this one (below every root)\n"
    "  --unit-level LEVEL   all units of this level of units.csv, in groups by what they are under (the children)\n"
    "  --weight CODE        an indicator that an even spread would follow, such as population\n"
    "  --largest N          of how many units the share is told (1)\n"
    "  --missing --hierarchy --calendar --threads --revision  as in qcdc compare\n"
    "  --language LANGUAGE  vi (the default), en\n"
    "  --format FORMAT      text (the default), json\n"
    "\n"
    "  qcdc stats concentration examples/data/tinh-a-thang --indicator received --period 2025 --weight people\n";

static const char *const options[] = { "indicator", "period", "unit", "unit-level", "weight", "largest", "missing", "hierarchy", "calendar", "threads",
                                       "revision", "language", "format", NULL };

static size_t explain(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    return qcdc_concentration_explain(result, language, buffer, size);
}

static size_t write_json(const void *result, QcdcLanguage language, char *buffer, size_t size)
{
    (void)language;
    return qcdc_concentration_to_json(result, buffer, size);
}

/* The one --period, else that of the bundle. */
static gboolean period_take(const Opened *opened, QcdcPeriod *out_period)
{
    const char *label = opened->selected.selection.period;
    QcdcError error = { 0 };

    if (label == NULL) {
        complain(EXIT_REFUSED, "stats concentration: --period is wanted");
        return FALSE;
    }
    if (qcdc_period_parse(label, strlen(label), out_period, &error) == QCDC_OK)
        return TRUE;
    complain(EXIT_REFUSED, "--period: %s", error.text);
    return FALSE;
}

static ExitCode measure(const Opened *opened, const Request *request)
{
    QcdcConcentrationOptions asked = { .size = sizeof asked, .unit = request->unit, .level = request->unit_level, .weight = request->weight,
                                       .hierarchy = request->hierarchy };
    QcdcIndicatorId indicator;
    QcdcConcentration concentration;
    guint64 largest = 0;
    QcdcPeriod period;
    QcdcError error = { 0 };

    if (!indicator_take(opened, request->indicators[0], &indicator) || !period_take(opened, &period) || !number_take("largest", request->largest, 1, G_MAXUINT32, &largest))
        return EXIT_REFUSED;
    asked.largest = (uint32_t)largest;
    if (qcdc_cube_measure_concentration(opened->cube, indicator, period, &asked, &concentration, &error) != QCDC_OK)
        return complain_error(&error);
    return result_write(explain, write_json, &concentration, opened->language, request->format_number);
}

static ExitCode tell(const Request *request)
{
    GArray *periods = g_array_new(FALSE, FALSE, sizeof(QcdcPeriod));
    Opened opened = { .bundle = NULL };
    ExitCode code = EXIT_REFUSED;

    if (request->indicators == NULL || g_strv_length(request->indicators) != 1)
        complain(EXIT_REFUSED, "stats concentration: one --indicator is wanted");
    else if (request->periods != NULL && g_strv_length(request->periods) != 1)
        complain(EXIT_REFUSED, "stats concentration: one --period is wanted");
    else if (periods_take(request->periods, periods) && opened_take(&opened, request, periods, &code))
        code = measure(&opened, request);
    opened_clear(&opened);
    g_array_unref(periods);
    return code;
}

const Command stats_concentration_command = { "stats concentration", help, options, 1, stats_formats, tell, 0, "the folder of a bundle is missing" };
