/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/template.h>

#include <glib.h>
#include <string.h>

#include "exchange/bundle-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "writing/filling-private.h"

/* D66: by the ending of the file's name, in letters of any case. */
static QcdcTableFormat find_format(QcdcTemplateFormat format, const char *source)
{
    static const struct {
        const char *ending;
        QcdcTableFormat format;
    } endings[] = { { ".md", QCDC_TABLE_MARKDOWN }, { ".markdown", QCDC_TABLE_MARKDOWN },
                    { ".html", QCDC_TABLE_HTML }, { ".htm", QCDC_TABLE_HTML } };
    static const QcdcTableFormat named[] = { [QCDC_TEMPLATE_TEXT] = QCDC_TABLE_TEXT,
                                             [QCDC_TEMPLATE_MARKDOWN] = QCDC_TABLE_MARKDOWN,
                                             [QCDC_TEMPLATE_HTML] = QCDC_TABLE_HTML };
    size_t length = strlen(source);

    if (format != QCDC_TEMPLATE_DEFAULT)
        return named[format];
    for (size_t k = 0; k < sizeof endings / sizeof endings[0]; k++) {
        size_t size = strlen(endings[k].ending);
        if (length >= size && g_ascii_strcasecmp(source + length - size, endings[k].ending) == 0)
            return endings[k].format;
    }
    return QCDC_TABLE_TEXT;
}

static const char *or_default(const char *given, const char *otherwise)
{
    return given != NULL ? given : otherwise[0] != '\0' ? otherwise : NULL;
}

/* What the call itself names is no fault of the template. */
static QcdcStatus check_names(const QcdcBundle *bundle, const PlaceCall *call, QcdcError *error)
{
    QcdcPeriod period = { 0 };
    QcdcUnitId unit;
    QcdcStatus status = QCDC_OK;

    if (call->period != NULL)
        status = qcdc_period_parse(call->period, strlen(call->period), &period, error);
    if (status == QCDC_OK && call->unit != NULL)
        status = qcdc_catalog_find_unit(bundle->catalog, call->unit, (QcdcPeriod){ 0 }, &unit, error);
    return status;
}

static FillRequest make_request(const QcdcBundle *bundle, const QcdcFillOptions *options, const char *text, size_t length)
{
    const char *source = options->source != NULL ? options->source : "template";

    return (FillRequest){
        .call = { .list = &bundle->places,
                  .dataset = bundle->dataset,
                  .layouts = bundle->layouts,
                  .unit = or_default(options->unit, bundle->settings.default_unit),
                  .default_unit = or_default(NULL, bundle->settings.default_unit),
                  .period = or_default(options->period, bundle->settings.default_period) },
        .rollup = { .size = sizeof(QcdcRollupOptions), .missing = options->missing, .threads = options->threads,
                    .hierarchy = options->hierarchy },
        .format = find_format(options->format, source),
        .source = source,
        .bytes = length > 0 ? text : "",
        .length = length,
    };
}

static QcdcStatus take_options(const QcdcFillOptions *given, QcdcFillOptions *out_options, QcdcError *error)
{
    *out_options = given != NULL ? *given : (QcdcFillOptions){ 0 };
    if (out_options->size != 0 && out_options->size != sizeof *out_options)
        return qcdc_error_set_argument(error, "options of another size");
    if ((int)out_options->format < 0 || out_options->format >= QCDC_TEMPLATE_END)
        return qcdc_error_set_argument(error, "options name no format");
    return QCDC_OK;
}

QcdcStatus qcdc_bundle_fill(const QcdcBundle *bundle, const QcdcFillOptions *options, const char *text, size_t length,
                            QcdcFindings *findings, char **out_text, QcdcError *error)
{
    QcdcFillOptions taken;
    QcdcFindings *own = NULL; /* the first in the order of the template is known at the end alone */
    FillRequest request;
    QcdcStatus status;

    if (bundle == NULL || (text == NULL && length > 0) || out_text == NULL)
        return qcdc_error_set_argument(error, "no bundle, no template, or nowhere to put the text");
    status = take_options(options, &taken, error);
    if (status != QCDC_OK)
        return status;
    request = make_request(bundle, &taken, text, length);
    request.call.format = request.format;
    status = check_names(bundle, &request.call, error);
    if (status == QCDC_OK && findings == NULL)
        status = qcdc_findings_new(1, &own, error);
    if (status == QCDC_OK)
        status = filling_write(&request, findings != NULL ? findings : own, out_text, error);
    qcdc_findings_free(own);
    return status;
}
