/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc calendar BUNDLE|NAME [--period P…] [option…]\n"
    "Tells the first and the last day of periods by the calendar of a bundle, or by one that is shipped: civil, decree-09,\n"
    "inspection-2013; and the day so many working days after the last. The holidays are those of holidays.csv.\n"
    "\n"
    "  --period P          2022-09, 2022-Q3, 2022-S1, 2022-01/P9M, 2022, 2016/P5Y; may be repeated (the bundle's default_period,\n"
    "                      else its latest)\n"
    "  --working-days N    the deadline: N working days after the last day; 0 is that day\n"
    "  --calendar NAME     another calendar than the bundle's: a name of calendars.csv, or a shipped one\n"
    "  --format FORMAT     text (the default), csv, json\n"
    "  --style language=en in English\n"
    "\n"
    "  qcdc calendar decree-09 --period 2023-S1 --period 2023\n"
    "  qcdc calendar inspection-2013 --period 2023-01/P9M --format json\n";

static const char *const options[] = { "period", "working-days", "calendar", "format", "style", NULL };

static const Choice formats[] = { { "text", QCDC_TABLE_TEXT }, { "csv", QCDC_TABLE_CSV }, { "json", QCDC_TABLE_JSON },
                                  { NULL, 0 } };

/* A catalog of nothing but a calendar. */
static QcdcStatus make_catalog(const char *name, QcdcCatalog **out_catalog, QcdcError *error)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcStatus status = qcdc_catalog_builder_new(&builder, error);

    if (status == QCDC_OK)
        status = qcdc_catalog_builder_set_calendar(builder, name, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_freeze(builder, NULL, out_catalog, error);
    qcdc_catalog_builder_free(builder);
    return status;
}

static ExitCode write_days(const Request *request, const QcdcCatalog *catalog, const GArray *periods, QcdcStyle *style)
{
    const QcdcPeriod *wanted = (const QcdcPeriod *)(void *)periods->data;
    guint64 days = 0;
    guint32 working_days;
    QcdcError error = { 0 };
    char *text = NULL;
    ExitCode code;

    if (!number_take("working-days", request->working_days, 0, G_MAXINT32, &days) || !style_take(style, request->styles))
        return EXIT_REFUSED;
    working_days = (guint32)days;
    if (qcdc_catalog_days_to_table(catalog, wanted, periods->len, request->working_days != NULL ? &working_days : NULL,
                                   style->language, (QcdcTableFormat)request->format_number, &text, &error) != QCDC_OK)
        return complain_error(&error);
    code = output_write(NULL, text);
    qcdc_free(text);
    return code;
}

/* The bundle's default_period, else its latest. */
static gboolean take_default(const QcdcBundle *bundle, GArray *periods)
{
    const char *label = qcdc_bundle_get_default_period(bundle);
    QcdcPeriod period;
    QcdcError error = { 0 };
    QcdcStatus status = label[0] != '\0' ?
                            qcdc_period_parse(label, strlen(label), &period, &error) :
                            qcdc_dataset_get_latest_period(qcdc_bundle_get_dataset(bundle), &period, &error);

    if (status == QCDC_OK)
        g_array_append_val(periods, period);
    else
        complain_error(&error);
    return status == QCDC_OK;
}

static ExitCode tell_bundle(const Request *request, GArray *periods)
{
    QcdcBundle *bundle = NULL;
    QcdcStyle style;
    ExitCode code;

    if (!bundle_open(request->arguments[0], request->calendar, &bundle, &code))
        return code;
    code = EXIT_REFUSED;
    style = *qcdc_bundle_get_style(bundle);
    if (periods->len > 0 || take_default(bundle, periods))
        code = write_days(request, qcdc_bundle_get_catalog(bundle), periods, &style);
    qcdc_bundle_unref(bundle);
    return code;
}

static ExitCode tell_shipped(const Request *request, const GArray *periods)
{
    const char *name = request->arguments[0];
    QcdcStyle style = { .size = sizeof style };
    QcdcCatalog *catalog = NULL;
    QcdcError error = { 0 };
    QcdcStatus status = make_catalog(name, &catalog, &error);
    ExitCode code;

    if (status == QCDC_STATUS_NOT_FOUND)
        return complain(EXIT_REFUSED, "calendar: \"%s\" is no folder of a bundle; %s", name, error.text);
    if (status != QCDC_OK)
        return complain_error(&error);
    if (periods->len == 0)
        code = complain(EXIT_REFUSED, "calendar: --period is wanted");
    else if (request->calendar != NULL)
        code = complain(EXIT_REFUSED, "calendar: --calendar is for a bundle; \"%s\" is a calendar", name);
    else
        code = write_days(request, catalog, periods, &style);
    qcdc_catalog_unref(catalog);
    return code;
}

static ExitCode tell(const Request *request)
{
    GArray *periods = g_array_new(FALSE, TRUE, sizeof(QcdcPeriod));
    ExitCode code = EXIT_REFUSED;

    if (periods_take(request->periods, periods))
        code = g_file_test(request->arguments[0], G_FILE_TEST_IS_DIR) ? tell_bundle(request, periods) :
                                                                        tell_shipped(request, periods);
    g_array_unref(periods);
    return code;
}

const Command calendar_command = { "calendar", help, options, 1, formats, tell, 0, "the folder of a bundle is missing" };
