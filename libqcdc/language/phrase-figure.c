/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-figure-private.h"

#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/style-private.h"

bool qcdc_phrase_is_value(const QcdcFigure *figure)
{
    bool divides = !figure->is_fraction ||
                   (qcdc_decimal_is_valid(figure->denominator) && figure->denominator.coefficient != 0 &&
                    figure->power <= QCDC_DECIMAL_MAX_DECIMALS);
    return figure->state == QCDC_FIGURE_VALUED && qcdc_decimal_is_valid(figure->value) && divides;
}

bool qcdc_phrase_is_ratio(uint8_t quantity)
{
    return quantity == QCDC_QUANTITY_PERCENTAGE || quantity == QCDC_QUANTITY_RATIO;
}

bool qcdc_phrase_is_rank(uint8_t quantity)
{
    return quantity == QCDC_QUANTITY_RANK || quantity == QCDC_QUANTITY_RANK_RISING;
}

unsigned qcdc_phrase_ratio_decimals(const QcdcPhraseItem *item, const QcdcFigure *figure, const QcdcFigure *other,
                                    const QcdcStyle *style)
{
    bool observed = !figure->is_fraction && (other == NULL || !other->is_fraction);
    unsigned decimals = qcdc_printed_percent_decimals(style);
    if (item->of_mean != 0 && QCDC_FAULT("phrase-mean-decimals", item->decimals > decimals, false))
        return item->decimals;
    return QCDC_FAULT("phrase-observed", observed, true) ? item->decimals : decimals;
}

/* Whole numbers alone are padded, and no percent (W13). */
static bool is_padded(const QcdcStyle *style, QcdcDecimal value, bool counted)
{
    if (value.decimals > 0 || style->leading_zero == QCDC_LEADING_ZERO_OFF)
        return false;
    bool counts = QCDC_FAULT("phrase-pad-class", counted, true) && qcdc_phrase_get_words(style->language)->pads_counts;
    return style->leading_zero == QCDC_LEADING_ZERO_ALL || counts;
}

static bool is_trimmed(const QcdcStyle *style)
{
    return style->percent_keep_zeros == 0;
}

QcdcStatus qcdc_phrase_round(const QcdcPhraseExact *exact, const QcdcStyle *style, QcdcPhraseNumber *out_number,
                             QcdcError *error)
{
    QcdcDecimal value;
    QcdcStatus status = qcdc_printed_round(&exact->quotient, style->rounding, &value, error);
    if (status != QCDC_OK)
        return status;
    bool below = value.coefficient == 0 && QCDC_FAULT("phrase-below", !exact->is_zero, false);
    if (below)
        value.coefficient = 1;
    *out_number = (QcdcPhraseNumber){.value = value, .below = below, .percent = exact->percent, .trim = is_trimmed(style)};
    return QCDC_OK;
}

static QcdcStatus round_rate(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                             QcdcError *error)
{
    QcdcFraction fraction = {change->current.value, change->current.denominator};
    return qcdc_fraction_to_decimal(fraction, change->current.power, decimals, rounding, out_value, error);
}

QcdcPhraseNumber qcdc_phrase_number_of(QcdcDecimal value, const QcdcPhraseItem *item, const QcdcStyle *style)
{
    QcdcPhraseNumber number = {.value = qcdc_printed_with_decimals(value, item->decimals), .trim = is_trimmed(style)};
    number.pad = is_padded(style, number.value, item->counted != 0);
    return number;
}

/* A ratio by formula is a part of 1; a mean of percentages is one of 100 already. */
static int compare_with_hundred(const QcdcFigure *figure)
{
    static const QcdcFraction hundred = {{100, 0, {0}}, {1, 0, {0}}};
    if (figure->power != 0)
        return qcdc_decimal_compare(figure->value, figure->denominator);
    return qcdc_fraction_compare((QcdcFraction){figure->value, figure->denominator}, hundred);
}

static QcdcStatus divide(const QcdcFigure *figure, const QcdcPhraseItem *item, const QcdcStyle *style,
                         QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcChange alone = {.current = *figure};
    QcdcPhraseExact rate = {{.round = round_rate, .change = &alone}, .is_zero = figure->value.coefficient == 0};
    rate.quotient.decimals = qcdc_phrase_ratio_decimals(item, figure, NULL, style);
    rate.percent = item->change.quantity == QCDC_QUANTITY_PERCENTAGE;
    if (rate.percent)
        rate.quotient.beside_hundred = compare_with_hundred(figure);
    return qcdc_phrase_round(&rate, style, out_number, error);
}

QcdcStatus qcdc_phrase_measure_figure(const QcdcFigure *figure, const QcdcPhraseItem *item, const QcdcStyle *style,
                                      QcdcPhraseNumber *out_number, QcdcError *error)
{
    if (figure->is_fraction)
        return divide(figure, item, style, out_number, error);
    *out_number = qcdc_phrase_number_of(figure->value, item, style);
    if (qcdc_phrase_is_ratio(item->change.quantity)) {
        out_number->percent = item->change.quantity == QCDC_QUANTITY_PERCENTAGE;
        out_number->pad = false;
    }
    return QCDC_OK;
}

/* Both terms of a ratio are counts (W13). */
static QcdcPhraseNumber make_term(QcdcDecimal value, const QcdcStyle *style)
{
    return (QcdcPhraseNumber){.value = value, .trim = is_trimmed(style), .pad = is_padded(style, value, true)};
}

static void add_terms(QcdcPhraseWriter *writer, const QcdcFigure *figure)
{
    QcdcPhraseNumber numerator = make_term(figure->value, writer->style);
    QcdcPhraseNumber denominator = make_term(figure->denominator, writer->style);
    qcdc_phrase_put_number(writer, &numerator, QCDC_ROLE_NUMERATOR);
    qcdc_phrase_open(writer, "/");
    qcdc_phrase_put_number(writer, &denominator, QCDC_ROLE_DENOMINATOR);
}

static void add_figure(QcdcPhraseWriter *writer, const QcdcFigure *figure, const QcdcPhraseNumber *number, uint8_t quantity)
{
    bool is_rate = figure->is_fraction || qcdc_phrase_is_ratio(quantity);
    if (qcdc_phrase_is_rank(quantity))
        qcdc_phrase_put_rank(writer, number, figure->field, QCDC_ROLE_CURRENT, QCDC_ROLE_FIELD);
    else
        qcdc_phrase_put_number(writer, number, is_rate ? QCDC_ROLE_RATE : QCDC_ROLE_CURRENT);
}

QcdcStatus qcdc_phrase_write_figure(const QcdcFigure *figure, const QcdcPhraseItem *item, bool rate, const QcdcStyle *style,
                                    QcdcPhraseText *text, QcdcError *error)
{
    style = qcdc_style_choose(style);
    if (figure == NULL || item == NULL || text == NULL || style == NULL || !qcdc_phrase_is_value(figure) ||
        item->change.quantity >= QCDC_QUANTITY_END || item->decimals > QCDC_DECIMAL_MAX_DECIMALS)
        return qcdc_error_set_argument(error, "no value, item or text, or a style out of range");
    QcdcPhraseNumber number;
    bool as_terms = figure->is_fraction && !rate;
    QcdcStatus status = as_terms ? QCDC_OK : qcdc_phrase_measure_figure(figure, item, style, &number, error);
    if (status != QCDC_OK)
        return status;
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    if (as_terms)
        add_terms(&writer, figure);
    else
        add_figure(&writer, figure, &number, item->change.quantity);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}
