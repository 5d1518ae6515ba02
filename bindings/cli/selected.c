/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

gboolean periods_take(char **words, GArray *periods)
{
    for (; words != NULL && *words != NULL; words++) {
        QcdcPeriod period;
        QcdcError error = { 0 };
        if (qcdc_period_parse(*words, strlen(*words), &period, &error) != QCDC_OK) {
            complain(EXIT_REFUSED, "--period: %s", error.text);
            return FALSE;
        }
        g_array_append_val(periods, period);
    }
    return TRUE;
}

static gboolean take_base(const char *word, QcdcBaseOption *out_base)
{
    static const char *const words[] = { "same-period", "previous", "plan", NULL };
    QcdcError error = { 0 };
    QcdcStatus status = qcdc_base_option_parse(word, out_base, &error);
    char *hint;

    if (status == QCDC_OK)
        return TRUE;
    hint = status == QCDC_STATUS_SYNTAX ? suggest(word, "", words) : g_strdup("");
    /* the message begins with the noun, which is the option's name too */
    complain(EXIT_REFUSED, "--%s%s", error.text, hint);
    g_free(hint);
    return FALSE;
}

gboolean bases_take(GArray **bases, char **words)
{
    *bases = g_array_new(FALSE, TRUE, sizeof(QcdcBaseOption));
    for (; words != NULL && *words != NULL; words++) {
        QcdcBaseOption base;
        if (!take_base(*words, &base))
            return FALSE;
        g_array_append_val(*bases, base);
    }
    return TRUE;
}

static gboolean take_bases(Selected *selected, char **words)
{
    if (!bases_take(&selected->bases, words))
        return FALSE;
    selected->selection.bases = (const QcdcBaseOption *)(void *)selected->bases->data;
    selected->selection.base_count = selected->bases->len;
    return TRUE;
}

static gboolean take_parts(Selected *selected, const Request *request)
{
    static const Choice choices[] = { { "none", QCDC_BY_NONE },   { "child", QCDC_BY_CHILD },
                                      { "level", QCDC_BY_LEVEL }, { "group", QCDC_BY_GROUP },
                                      { "indicator", QCDC_BY_INDICATOR }, { NULL, 0 } };
    guint64 depth = 1;
    int by;

    if (!choose("by", request->by, choices, &by))
        return FALSE;
    selected->selection.by = (QcdcBy)by;
    if (g_strcmp0(request->depth, "all") == 0) {
        selected->selection.depth = QCDC_DEPTH_ALL;
        return TRUE;
    }
    if (!number_take("depth", request->depth, 1, G_MAXINT32, &depth))
        return FALSE;
    selected->selection.depth = (int32_t)depth;
    return TRUE;
}

static gboolean take_missing(const char *word, QcdcMissing *out_missing)
{
    QcdcError error = { 0 };

    if (word == NULL || qcdc_missing_parse(word, out_missing, &error) == QCDC_OK)
        return TRUE;
    /* the message begins with the noun, which is the option's name too */
    complain(EXIT_REFUSED, "--%s", error.text);
    return FALSE;
}

static gboolean take_rollup(Selected *selected, const Request *request)
{
    guint64 threads = g_get_num_processors();

    if (!take_missing(request->missing, &selected->rollup.missing))
        return FALSE;
    if (!number_take("threads", request->threads, 1, 4096, &threads))
        return FALSE;
    selected->rollup.threads = (uint32_t)threads;
    selected->rollup.hierarchy = request->hierarchy;
    return TRUE;
}

static gboolean take_base_known(Selected *selected, const Request *request)
{
    static const Choice choices[] = { { "now", QCDC_BASE_KNOWN_NOW }, { "then", QCDC_BASE_KNOWN_THEN }, { NULL, 0 } };
    int known;

    if (!choose("base-known", request->base_known, choices, &known))
        return FALSE;
    selected->selection.base_known = (QcdcBaseKnown)known;
    return TRUE;
}

/* The other two of the contract belong to later versions. */
static gboolean take_basis(Selected *selected, const Request *request)
{
    static const Choice bases[] = { { "as-reported", QCDC_BASIS_AS_REPORTED }, { "common", QCDC_BASIS_COMMON },
                                    { "current", NOT_OFFERED }, { "base-period", NOT_OFFERED }, { NULL, 0 } };
    int basis;

    if (!choose("basis", request->basis, bases, &basis))
        return FALSE;
    selected->selection.basis = (QcdcBasis)basis;
    return TRUE;
}

gboolean style_take(QcdcStyle *style, char **settings)
{
    for (; settings != NULL && *settings != NULL; settings++) {
        char **halves = g_strsplit(*settings, "=", 2);
        QcdcError error = { 0 };
        gboolean is_pair = g_strv_length(halves) == 2;
        gboolean is_fine = is_pair && qcdc_style_set(style, halves[0], halves[1], &error) == QCDC_OK;
        if (!is_pair)
            complain(EXIT_REFUSED, "--style \"%s\" is not KEY=VALUE", *settings);
        else if (!is_fine)
            complain(EXIT_REFUSED, "--style: %s", error.text);
        g_strfreev(halves);
        if (!is_fine)
            return FALSE;
    }
    explain_in(style->language);
    return TRUE;
}

void style_peek(char **settings)
{
    QcdcStyle style = { .size = sizeof style };

    for (; settings != NULL && *settings != NULL; settings++)
        if (g_str_has_prefix(*settings, "language="))
            qcdc_style_set(&style, "language", *settings + strlen("language="), NULL);
    explain_in(style.language);
}

static const char *or_default(const char *given, const char *otherwise)
{
    return given != NULL ? given : otherwise[0] != '\0' ? otherwise : NULL;
}

gboolean selected_take(Selected *selected, const Request *request, const QcdcBundle *bundle)
{
    *selected = (Selected){ .selection.size = sizeof(QcdcSelection),
                            .rollup.size = sizeof(QcdcRollupOptions),
                            .style = *qcdc_bundle_get_style(bundle) };
    selected->selection.unit = or_default(request->unit, qcdc_bundle_get_default_unit(bundle));
    selected->selection.period =
        or_default(request->periods != NULL ? request->periods[0] : NULL, qcdc_bundle_get_default_period(bundle));
    selected->selection.indicators = (const char *const *)request->indicators;
    selected->selection.indicator_count = request->indicators != NULL ? g_strv_length(request->indicators) : 0;
    return take_basis(selected, request) && take_bases(selected, request->bases) && take_parts(selected, request) &&
           take_base_known(selected, request) && take_rollup(selected, request) && style_take(&selected->style, request->styles);
}

void selected_clear(Selected *selected)
{
    if (selected->bases != NULL)
        g_array_unref(selected->bases);
}
