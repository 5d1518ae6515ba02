/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-told-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static bool is_positive(const QcdcFigure *figure)
{
    return !figure->is_fraction && figure->value.coefficient > 0;
}

/* No percent when now or base is 0 or below (W4): the difference stands instead. */
static bool has_percent(const QcdcChange *change)
{
    return change->quantity <= QCDC_QUANTITY_AMOUNT &&
           QCDC_FAULT("phrase-percent-now", is_positive(&change->current), true) && is_positive(&change->base);
}

static bool is_at_least_twice(const QcdcChange *change)
{
    QcdcFraction times = {change->current.value, change->base.value};
    static const QcdcFraction two = {{2, 0, {0}}, {1, 0, {0}}};
    int order = qcdc_fraction_compare(times, two);
    return QCDC_FAULT("phrase-times-two", order >= 0, order > 0);
}

/* A score in % changes in points like a ratio (S22). */
static bool is_in_points(const QcdcPhraseItem *item)
{
    bool of_hundred = item->measure[0] == '%' && item->measure[1] == '\0';
    return item->change.quantity == QCDC_QUANTITY_PERCENTAGE ||
           (item->change.quantity == QCDC_QUANTITY_SCORE && of_hundred);
}

static QcdcToldAs choose_growth(const QcdcChange *change, bool alone, const QcdcStyle *style)
{
    bool decreases = change->direction == QCDC_DIRECTION_DECREASE;
    if (!has_percent(change))
        return QCDC_TOLD_DIFFERENCE;
    if (style->form == QCDC_FORM_TIMES && alone && is_at_least_twice(change))
        return QCDC_TOLD_TIMES;
    if (style->form == QCDC_FORM_INDEX)
        return decreases ? QCDC_TOLD_INDEX : QCDC_TOLD_PERCENT;
    if (style->percent == QCDC_PERCENT_ALONE)
        return QCDC_TOLD_PERCENT;
    return style->percent == QCDC_PERCENT_BRACKETS ? QCDC_TOLD_BOTH : QCDC_TOLD_DIFFERENCE;
}

static QcdcToldAs choose(const QcdcPhraseItem *item, const QcdcPhraseBase *base, bool alone, const QcdcStyle *style)
{
    if (base->base == QCDC_BASE_PLAN)
        return QCDC_TOLD_ATTAINMENT;
    if (item->change.direction == QCDC_DIRECTION_UNCHANGED)
        return QCDC_TOLD_UNCHANGED;
    if (qcdc_phrase_is_rank(item->change.quantity))
        return QCDC_TOLD_PLACES;
    return is_in_points(item) ? QCDC_TOLD_POINTS : choose_growth(&item->change, alone, style);
}

static QcdcPhraseVerb choose_verb(QcdcToldAs as, uint8_t direction)
{
    switch (as) {
    case QCDC_TOLD_UNCHANGED:
        return QCDC_PHRASE_VERB_END;
    case QCDC_TOLD_ATTAINMENT:
        return QCDC_PHRASE_VERB_ATTAINED;
    case QCDC_TOLD_INDEX:
        return QCDC_PHRASE_VERB_INDEX;
    case QCDC_TOLD_TIMES:
        return QCDC_PHRASE_VERB_TIMES;
    default:
        return direction == QCDC_DIRECTION_INCREASE ? QCDC_PHRASE_VERB_UP : QCDC_PHRASE_VERB_DOWN;
    }
}

static QcdcStatus round_times(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_times,
                              QcdcError *error)
{
    QcdcFraction times = {change->current.value, change->base.value};
    return qcdc_fraction_to_decimal(times, 0, decimals, rounding, out_times, error);
}

static QcdcStatus tell_percent(const QcdcChange *change, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcPhraseExact exact = {.quotient = qcdc_printed_growth(change, style), .percent = true};
    return qcdc_phrase_round(&exact, style, out_number, error);
}

static QcdcStatus tell_index(const QcdcChange *change, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcPhraseExact exact = {.quotient = qcdc_printed_index(change, style), .percent = true};
    exact.is_zero = change->current.value.coefficient == 0;
    return qcdc_phrase_round(&exact, style, out_number, error);
}

static QcdcStatus tell_times(const QcdcChange *change, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcPhraseExact exact = {{.round = round_times, .change = change}, .percent = false};
    exact.quotient.decimals = qcdc_printed_percent_decimals(style);
    return qcdc_phrase_round(&exact, style, out_number, error);
}

/* Of ratios the points, rounded once; of amounts and scores the difference, which is exact. */
static QcdcStatus tell_difference(const QcdcPhraseItem *item, const QcdcStyle *style, QcdcPhraseNumber *out_number,
                                  QcdcError *error)
{
    const QcdcChange *change = &item->change;
    if (!change->current.is_fraction && !change->base.is_fraction) {
        *out_number = qcdc_phrase_number_of(qcdc_printed_magnitude(change->difference), item, style);
        out_number->pad = out_number->pad && !qcdc_phrase_is_ratio(change->quantity);
        return QCDC_OK;
    }
    QcdcPhraseExact exact = {{.round = qcdc_change_get_points, .change = change, .is_magnitude = true}, .percent = false};
    exact.quotient.decimals = qcdc_phrase_ratio_decimals(item, &change->current, &change->base, style);
    return qcdc_phrase_round(&exact, style, out_number, error);
}

static QcdcStatus tell_places(const QcdcPhraseItem *item, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcDecimal places = {0, 0, {0}};
    QcdcStatus status = qcdc_change_get_places(&item->change, &places.coefficient, error);
    if (status == QCDC_OK)
        *out_number = qcdc_phrase_number_of(qcdc_printed_magnitude(places), item, style);
    return status;
}

static QcdcStatus tell_number(const QcdcPhraseItem *item, const QcdcStyle *style, QcdcPhraseTold *told, QcdcError *error)
{
    switch (told->as) {
    case QCDC_TOLD_UNCHANGED:
        return QCDC_OK;
    case QCDC_TOLD_PERCENT:
        return tell_percent(&item->change, style, &told->number, error);
    case QCDC_TOLD_INDEX:
    case QCDC_TOLD_ATTAINMENT:
        return tell_index(&item->change, style, &told->number, error);
    case QCDC_TOLD_TIMES:
        return tell_times(&item->change, style, &told->number, error);
    case QCDC_TOLD_PLACES:
        return tell_places(item, style, &told->number, error);
    default:
        return tell_difference(item, style, &told->number, error);
    }
}

QcdcStatus qcdc_phrase_tell(const QcdcPhraseItem *item, const QcdcPhraseBase *base, bool alone, const QcdcStyle *style,
                            QcdcPhraseTold *out_told, QcdcError *error)
{
    QcdcPhraseTold told = {.as = choose(item, base, alone, style)};
    told.verb = choose_verb(told.as, item->change.direction);
    QcdcStatus status = tell_number(item, style, &told, error);
    if (status == QCDC_OK && told.as == QCDC_TOLD_BOTH)
        status = tell_percent(&item->change, style, &told.percent, error);
    if (status == QCDC_OK)
        *out_told = told;
    return status;
}

/* A plan stands in its own words; a value that did not change goes from nowhere to nowhere. */
QcdcPhraseShow qcdc_phrase_choose_show(const QcdcPhraseItem *items, size_t count, const QcdcPhraseBase *base,
                                       const QcdcStyle *style)
{
    if (style->show_base == 0 || base->base == QCDC_BASE_PLAN)
        return QCDC_PHRASE_SHOW_NOTHING;
    bool alone = count == 1 && QCDC_FAULT("phrase-several", !base->several, true);
    bool stands = qcdc_phrase_is_ratio(items[0].change.quantity) || items[0].stock;
    bool moves = items[0].change.direction != QCDC_DIRECTION_UNCHANGED;
    return alone && stands && moves ? QCDC_PHRASE_SHOW_FROM_TO : QCDC_PHRASE_SHOW_BASES;
}

QcdcStatus qcdc_phrase_tell_shown(const QcdcPhraseItem *item, QcdcPhraseShow show, const QcdcStyle *style,
                                  QcdcPhraseTold *told, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    if (show != QCDC_PHRASE_SHOW_NOTHING)
        status = qcdc_phrase_measure_figure(&item->change.base, item, style, &told->base, error);
    if (status == QCDC_OK && show == QCDC_PHRASE_SHOW_FROM_TO)
        status = qcdc_phrase_measure_figure(&item->change.current, item, style, &told->current, error);
    return status;
}
