/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc phrase NOW BEFORE --measure M [--period P] [--style KEY=VALUE…]\n"
    "Writes the words for one change against the same period last year. Numbers are canonical: 1234.5\n"
    "\n"
    "  --measure M         what is counted: đơn, lượt, triệu đồng; % is told in points, bậc in places\n"
    "  --period P          the period of NOW; names the base in base_phrase=dated and base_phrase=year\n"
    "  --style KEY=VALUE   as in compare; may be repeated\n"
    "\n"
    "  qcdc phrase 174 132 --measure đơn --style percent=brackets\n"
    "  qcdc phrase 80.5 79.3 --measure % --period 2022 --style base_phrase=dated\n"
    "  qcdc phrase --measure \"tỷ đồng\" -- -12.5 3\n";

static const char *const options[] = { "measure", "period", "style", NULL };

static gboolean take_figure(const char *word, QcdcFigure *out_figure)
{
    QcdcError error = { 0 };

    *out_figure = (QcdcFigure){ .state = QCDC_FIGURE_VALUED };
    if (qcdc_decimal_parse(word, strlen(word), &out_figure->value, &error) == QCDC_OK)
        return TRUE;
    complain(EXIT_REFUSED, "phrase: %s", error.text);
    return FALSE;
}

/* In what a change of this measure is told. */
static QcdcQuantity find_quantity(const char *measure)
{
    if (strcmp(measure, "%") == 0)
        return QCDC_QUANTITY_PERCENTAGE;
    return strcmp(measure, "bậc") == 0 ? QCDC_QUANTITY_RANK : QCDC_QUANTITY_AMOUNT;
}

/* Both figures with the decimals of the finer one, as a column of a table has them. */
static QcdcStatus align(QcdcFigure *now, QcdcFigure *before, QcdcError *error)
{
    unsigned decimals = MAX(now->value.decimals, before->value.decimals);
    QcdcStatus status = qcdc_decimal_rescale(now->value, decimals, &now->value, error);

    return status != QCDC_OK ? status : qcdc_decimal_rescale(before->value, decimals, &before->value, error);
}

static QcdcStatus find_base(const char *label, QcdcPhraseBase *base, QcdcError *error)
{
    QcdcStatus status;

    if (label == NULL)
        return QCDC_OK;
    status = qcdc_period_parse(label, strlen(label), &base->current, error);
    return status != QCDC_OK ? status : qcdc_period_same_last_year(base->current, &base->period, error);
}

static ExitCode write_phrase(const QcdcPhraseItem *item, const QcdcPhraseBase *base, const QcdcStyle *style)
{
    QcdcPhraseText text = { .buffer = NULL };
    QcdcError error = { 0 };
    ExitCode code;

    if (qcdc_phrase_write(item, 1, base, style, QCDC_PHRASE_SHAPE_DEFAULT, &text, &error) != QCDC_OK)
        return complain_error(&error);
    text.size = text.length + 2;
    text.buffer = g_malloc(text.size);
    qcdc_phrase_write(item, 1, base, style, QCDC_PHRASE_SHAPE_DEFAULT, &text, &error);
    strcpy(text.buffer + text.length, "\n");
    code = output_write(NULL, text.buffer);
    g_free(text.buffer);
    return code;
}

static gboolean needs_period(const QcdcStyle *style)
{
    return style->base_phrase == QCDC_BASE_PHRASE_DATED || style->base_phrase == QCDC_BASE_PHRASE_YEAR;
}

static ExitCode phrase(const Request *request)
{
    QcdcPhraseItem item = { .measure = request->measure };
    QcdcPhraseBase base = { .base = QCDC_BASE_SAME_PERIOD };
    QcdcStyle style = { .size = sizeof style };
    QcdcQuantity quantity = find_quantity(request->measure);
    QcdcFigure now, before;
    QcdcError error = { 0 };

    if (!take_figure(request->arguments[0], &now) || !take_figure(request->arguments[1], &before) ||
        !style_take(&style, request->styles))
        return EXIT_REFUSED;
    if (request->periods == NULL && needs_period(&style))
        return complain(EXIT_REFUSED, "phrase: this base_phrase names the base: --period is wanted");
    if (align(&now, &before, &error) != QCDC_OK ||
        find_base(request->periods != NULL ? request->periods[0] : NULL, &base, &error) != QCDC_OK ||
        qcdc_change_measure(&now, &before, quantity, &item.change, &error) != QCDC_OK)
        return complain_error(&error);
    item.decimals = now.value.decimals;
    item.counted = qcdc_measure_is_counted(item.measure, item.decimals, quantity);
    return write_phrase(&item, &base, &style);
}

ExitCode phrase_run(int argc, char **argv)
{
    Request request = { 0 };
    ExitCode code;

    if (request_parse(&request, options, 2, help, argc, argv, &code)) {
        if (request.measure == NULL)
            code = complain(EXIT_REFUSED, "phrase: --measure is wanted: what is counted, such as đơn or %%");
        else
            code = phrase(&request);
    }
    request_clear(&request);
    return code;
}
