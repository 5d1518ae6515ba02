/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/phrase.h>
#include <qcdc/text.h>
#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/style-private.h"

enum {
    MEASURE_SIZE = 64 /* a measure that is known by its words is shorter */
};

static bool is_measure(const char *measure, const char *word)
{
    size_t length = strlen(measure);
    return length > 0 && qcdc_letters_match_whole(measure, length, word) == length;
}

/* In what a change of this measure is told. */
static QcdcQuantity find_quantity(const char *measure)
{
    if (is_measure(measure, "%"))
        return QCDC_QUANTITY_PERCENTAGE;
    bool is_rank = QCDC_FAULT("phrase-numbers-rank", is_measure(measure, "bậc"), false);
    return is_rank ? QCDC_QUANTITY_RANK : QCDC_QUANTITY_AMOUNT;
}

static bool is_unknown(QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_NONE && period.start == 0 && period.count == 0;
}

static bool names_period(const QcdcStyle *style)
{
    return style->base_phrase == QCDC_BASE_PHRASE_DATED ||
           QCDC_FAULT("phrase-numbers-year", style->base_phrase == QCDC_BASE_PHRASE_YEAR, false);
}

static QcdcStatus find_base(QcdcPeriod period, const QcdcStyle *style, QcdcPhraseBase *base, QcdcError *error)
{
    if (is_unknown(period))
        return names_period(style) ? qcdc_error_set_argument(error, "this base_phrase names the base: its period is wanted")
                                   : QCDC_OK;
    base->current = period;
    return qcdc_period_same_last_year(period, &base->period, error);
}

/* Both numbers with the decimals of the finer one, as a column of a table has them. */
static QcdcStatus align(QcdcDecimal *current, QcdcDecimal *base, QcdcError *error)
{
    unsigned decimals = QCDC_FAULT("phrase-numbers-finer", current->decimals > base->decimals, true) ? current->decimals
                                                                                                     : base->decimals;
    QcdcStatus status = qcdc_decimal_rescale(*current, decimals, current, error);
    return status != QCDC_OK ? status : qcdc_decimal_rescale(*base, decimals, base, error);
}

/* Some keyboards type letters and marks apart, and a rank that is not known as one would change the other way. */
static void classify(QcdcPhraseItem *item, QcdcQuantity *out_quantity)
{
    char measure[MEASURE_SIZE];
    qcdc_text_compose(item->measure, strlen(item->measure), measure, sizeof measure);
    *out_quantity = find_quantity(measure);
    item->counted = qcdc_measure_is_counted(measure, item->decimals, *out_quantity);
}

static QcdcStatus measure_change(QcdcDecimal current, QcdcDecimal base, QcdcPhraseItem *item, QcdcError *error)
{
    QcdcStatus status = align(&current, &base, error);
    if (status != QCDC_OK)
        return status;
    QcdcFigure now = {.value = current, .state = QCDC_FIGURE_VALUED}, then = {.value = base, .state = QCDC_FIGURE_VALUED};
    QcdcQuantity quantity;
    item->decimals = current.decimals;
    classify(item, &quantity);
    return qcdc_change_measure(&now, &then, quantity, &item->change, error);
}

QcdcStatus qcdc_phrase_write_numbers(QcdcDecimal current, QcdcDecimal base, const char *measure, QcdcPeriod period,
                                     const QcdcStyle *style, QcdcPhraseText *text, QcdcError *error)
{
    style = qcdc_style_choose(style);
    if (measure == NULL || style == NULL || text == NULL)
        return qcdc_error_set_argument(error, "no measure or text, or a style out of range");
    QcdcPhraseItem item = {.measure = measure};
    QcdcPhraseBase held_against = {.base = QCDC_BASE_SAME_PERIOD};
    QcdcStatus status = find_base(period, style, &held_against, error);
    if (status == QCDC_OK)
        status = measure_change(current, base, &item, error);
    if (status != QCDC_OK)
        return status;
    return qcdc_phrase_write(&item, 1, &held_against, style, QCDC_PHRASE_SHAPE_DEFAULT, text, error);
}
