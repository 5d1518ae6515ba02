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

static gboolean take_number(const char *word, QcdcDecimal *out_number)
{
    QcdcError error = { 0 };

    if (qcdc_decimal_parse(word, strlen(word), out_number, &error) == QCDC_OK)
        return TRUE;
    complain(EXIT_REFUSED, "phrase: %s", error.text);
    return FALSE;
}

static gboolean take_period(char **labels, QcdcPeriod *out_period)
{
    QcdcError error = { 0 };

    if (labels == NULL || qcdc_period_parse(labels[0], strlen(labels[0]), out_period, &error) == QCDC_OK)
        return TRUE;
    complain_error(&error);
    return FALSE;
}

typedef struct Numbers {
    QcdcDecimal now, before;
    QcdcPeriod period;
    QcdcStyle style;
} Numbers;

static ExitCode write_phrase(const Numbers *numbers, const char *measure)
{
    QcdcPhraseText text = { .buffer = NULL };
    QcdcError error = { 0 };
    QcdcStatus status = qcdc_phrase_write_numbers(numbers->now, numbers->before, measure, numbers->period, &numbers->style,
                                                  &text, &error);
    ExitCode code;

    /* all else is in its range by now */
    if (status == QCDC_STATUS_ARGUMENT && numbers->period.kind == QCDC_PERIOD_NONE)
        return complain(EXIT_REFUSED, "phrase: this base_phrase names the base: --period is wanted");
    if (status != QCDC_OK)
        return complain_error(&error);
    text.size = text.length + 2;
    text.buffer = g_malloc(text.size);
    qcdc_phrase_write_numbers(numbers->now, numbers->before, measure, numbers->period, &numbers->style, &text, &error);
    strcpy(text.buffer + text.length, "\n");
    code = output_write(NULL, text.buffer);
    g_free(text.buffer);
    return code;
}

static ExitCode phrase(const Request *request)
{
    Numbers numbers = { .style = { .size = sizeof numbers.style } };

    if (request->measure == NULL)
        return complain(EXIT_REFUSED, "phrase: --measure is wanted: what is counted, such as đơn or %%");
    if (request->periods != NULL && request->periods[1] != NULL)
        return complain(EXIT_REFUSED, "phrase: one --period is wanted");
    if (!take_number(request->arguments[0], &numbers.now) || !take_number(request->arguments[1], &numbers.before) ||
        !style_take(&numbers.style, request->styles) || !take_period(request->periods, &numbers.period))
        return EXIT_REFUSED;
    return write_phrase(&numbers, request->measure);
}

const Command phrase_command = { "phrase", help, options, 2, NULL, phrase, 0, "two values are wanted" };
