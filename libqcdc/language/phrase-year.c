/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/growth.h>
#include <qcdc/phrase.h>
#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/phrase-list-private.h"
#include "language/style-private.h"

/* Spans of years (W19): the mean per year, which is of the figure, and the average growth, which is of its ends. */

static bool is_countable(uint32_t years)
{
    return years >= 1 && years <= QCDC_GROWTH_MAX_YEARS;
}

static QcdcStatus round_mean(QcdcDecimal total, uint32_t years, unsigned decimals, const QcdcStyle *style, QcdcPhraseNumber *out_number,
                             QcdcError *error)
{
    QcdcFraction mean = {total, {years, 0, {0}}};
    QcdcDecimal value;
    QcdcStatus status = qcdc_fraction_to_decimal(mean, 0, decimals, style->rounding, &value, error);
    if (status != QCDC_OK)
        return status;
    QcdcPhraseNumber number = {.value = value, .trim = style->percent_keep_zeros == 0};
    number.below = value.coefficient == 0 && QCDC_FAULT("year-mean-below", total.coefficient > 0, false);
    if (number.below)
        number.value.coefficient = 1;
    *out_number = number;
    return QCDC_OK;
}

QcdcStatus qcdc_phrase_write_mean(QcdcDecimal total, uint32_t years, const QcdcPhraseItem *item, const QcdcStyle *style,
                                  QcdcPhraseText *text, QcdcError *error)
{
    QcdcPhraseNumber number;
    style = qcdc_style_choose(style);
    if (!qcdc_decimal_is_valid(total) || !is_countable(years) || item == NULL || item->measure == NULL ||
        item->decimals > QCDC_DECIMAL_MAX_DECIMALS || style == NULL || text == NULL)
        return qcdc_error_set_argument(error, "no value, item or text, or years or a style out of range");
    unsigned least = qcdc_printed_percent_decimals(style);
    unsigned decimals = QCDC_FAULT("year-mean-decimals", item->decimals > least, false) ? item->decimals : least;
    QcdcStatus status = round_mean(total, years, decimals, style, &number, error);
    if (status != QCDC_OK)
        return status;
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    qcdc_phrase_put(&writer, writer.words->year.mean_before);
    qcdc_phrase_put_number(&writer, &number, QCDC_ROLE_MEAN);
    qcdc_phrase_put_measure(&writer, item, &number);
    qcdc_phrase_put(&writer, writer.words->year.mean_after);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}

/* Did it double each year, or less, or more? What is past the range of a value is past @last. */
static int compare_with_doubling(QcdcDecimal first, QcdcDecimal last, uint32_t years)
{
    for (; years > 0; years--)
        if (qcdc_decimal_add(first, first, &first, NULL) != QCDC_OK)
            return -1;
    return qcdc_decimal_compare(last, first);
}

/* W13: 100% only if it doubled each year; nothing that is left of a figure has lost all of it. */
static QcdcStatus round_average(QcdcDecimal first, QcdcDecimal last, uint32_t years, const QcdcStyle *style, QcdcDecimal *out_value,
                                QcdcError *error)
{
    static const QcdcDecimal hundred = {100, 0, {0}};
    int beside = QCDC_FAULT("year-growth-hundred", compare_with_doubling(first, last, years), 0);
    unsigned decimals = qcdc_printed_percent_decimals(style);
    QcdcDecimal value;
    QcdcStatus status = qcdc_growth_average(first, last, years, decimals, style->rounding, &value, error);
    while (status == QCDC_OK && beside != 0 && decimals < QCDC_DECIMAL_MAX_PRINTED &&
           qcdc_decimal_compare(qcdc_printed_magnitude(value), hundred) == 0)
        status = qcdc_growth_average(first, last, years, ++decimals, style->rounding, &value, error);
    if (status == QCDC_OK)
        *out_value = qcdc_printed_magnitude(value);
    return status;
}

/* Which way it goes is seen in the ends, not in what is left of it after rounding. */
static QcdcStatus round_growth(QcdcDecimal first, QcdcDecimal last, uint32_t years, const QcdcStyle *style, QcdcPhraseNumber *out_number,
                               QcdcError *error)
{
    QcdcDecimal value;
    QcdcStatus status = round_average(first, last, years, style, &value, error);
    if (status != QCDC_OK)
        return status;
    QcdcPhraseNumber number = {.value = value, .percent = true, .trim = style->percent_keep_zeros == 0};
    number.below = value.coefficient == 0 && QCDC_FAULT("year-growth-below", qcdc_decimal_compare(first, last) != 0, false);
    if (number.below)
        number.value.coefficient = 1;
    *out_number = number;
    return QCDC_OK;
}

static void put_growth(QcdcPhraseWriter *writer, bool rises, const QcdcPhraseNumber *number)
{
    const QcdcPhraseWords *words = writer->words;
    qcdc_phrase_put(writer, words->verbs[QCDC_FAULT("year-growth-verb", rises, true) ? QCDC_PHRASE_VERB_UP : QCDC_PHRASE_VERB_DOWN].alone);
    qcdc_phrase_put(writer, words->year.growth_before);
    qcdc_phrase_put_number(writer, number, QCDC_ROLE_AVERAGE);
    qcdc_phrase_close(writer, words->year.growth_after);
}

QcdcStatus qcdc_phrase_write_average(QcdcDecimal first, QcdcDecimal last, uint32_t years, const QcdcStyle *style, QcdcPhraseText *text,
                                     QcdcError *error)
{
    QcdcPhraseNumber number;
    style = qcdc_style_choose(style);
    if (style == NULL || text == NULL)
        return qcdc_error_set_argument(error, "no text, or a style out of range");
    QcdcStatus status = round_growth(first, last, years, style, &number, error);
    if (status != QCDC_OK)
        return status;
    int order = qcdc_decimal_compare(last, first);
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    if (order == 0)
        qcdc_phrase_put(&writer, writer.words->year.unchanged);
    else
        put_growth(&writer, order > 0, &number);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}
