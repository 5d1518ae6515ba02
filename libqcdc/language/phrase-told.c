/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-told-private.h"

#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "language/phrase-base-private.h"

static bool is_positive(const QcdcFigure *figure)
{
    return figure->value.coefficient > 0 && (!figure->is_fraction || figure->denominator.coefficient > 0);
}

/* No percent, index or multiple when now or base is 0 or below (W4): the difference stands instead. */
static bool has_quotient(const QcdcChange *change)
{
    return change->quantity <= QCDC_QUANTITY_AMOUNT &&
           QCDC_FAULT("phrase-percent-now", is_positive(&change->current), true) && is_positive(&change->base);
}

/* A figure over 1, or, of a mean, over the number of those it is the mean of. */
static QcdcFraction to_fraction(const QcdcFigure *figure)
{
    static const QcdcDecimal one = {1, 0, {0}};
    return (QcdcFraction){figure->value, figure->is_fraction ? figure->denominator : one};
}

/* current >= 2 × n/d says the same as current/n >= 2/d. */
static bool is_at_least_twice(const QcdcChange *change)
{
    QcdcFraction base = to_fraction(&change->base), times = {change->current.value, base.numerator};
    QcdcFraction two = {{2, 0, {0}}, base.denominator};
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
    bool of_mean = change->base.is_fraction; /* nothing grows from a mean (W16) */
    if (!has_quotient(change))
        return QCDC_TOLD_DIFFERENCE;
    if (style->form == QCDC_FORM_TIMES && alone && is_at_least_twice(change))
        return QCDC_TOLD_TIMES;
    if (style->form == QCDC_FORM_INDEX && decreases)
        return QCDC_TOLD_INDEX;
    if (of_mean)
        return QCDC_TOLD_DIFFERENCE;
    if (style->form == QCDC_FORM_INDEX || style->percent == QCDC_PERCENT_ALONE)
        return QCDC_TOLD_PERCENT;
    return style->percent > QCDC_PERCENT_NONE ? QCDC_TOLD_BOTH : QCDC_TOLD_DIFFERENCE;
}

/* W18: a limit is not exceeded to anybody's credit, and what is not over is not missed. */
static QcdcToldAs choose_plan(const QcdcPhraseItem *item, const QcdcPhraseBase *base, const QcdcStyle *style)
{
    bool is_neutral = base->in_progress != 0 || item->plan_is_limit != 0 || qcdc_phrase_is_rank(item->change.quantity) ||
                      !is_positive(&item->change.base);
    if (style->plan <= QCDC_PLAN_STYLE_ATTAINMENT || QCDC_FAULT("phrase-plan-progress", is_neutral, false))
        return QCDC_TOLD_ATTAINMENT;
    if (item->change.direction == QCDC_DIRECTION_UNCHANGED)
        return QCDC_TOLD_FULFILLED;
    bool is_above = item->change.direction == QCDC_DIRECTION_INCREASE;
    if (style->plan == QCDC_PLAN_STYLE_EXCESS)
        return is_above ? QCDC_TOLD_EXCESS : QCDC_TOLD_ATTAINMENT;
    return is_above ? QCDC_TOLD_ABOVE : QCDC_TOLD_SHORT;
}

static QcdcToldAs choose(const QcdcPhraseItem *item, const QcdcPhraseBase *base, bool alone, const QcdcStyle *style)
{
    if (base->base == QCDC_BASE_PLAN)
        return choose_plan(item, base, style);
    if (item->change.direction == QCDC_DIRECTION_UNCHANGED)
        return QCDC_TOLD_UNCHANGED;
    if (qcdc_phrase_is_rank(item->change.quantity))
        return QCDC_TOLD_PLACES;
    return is_in_points(item) ? QCDC_TOLD_POINTS : choose_growth(&item->change, alone, style);
}

static QcdcPhraseVerb choose_verb(QcdcToldAs as, uint8_t direction, bool is_beside)
{
    bool rises = direction == QCDC_DIRECTION_INCREASE;
    switch (as) {
    case QCDC_TOLD_UNCHANGED:
    case QCDC_TOLD_EXCESS:
    case QCDC_TOLD_ABOVE:
    case QCDC_TOLD_SHORT:
    case QCDC_TOLD_FULFILLED:
        return QCDC_PHRASE_VERB_END;
    case QCDC_TOLD_ATTAINMENT:
        return QCDC_PHRASE_VERB_ATTAINED;
    case QCDC_TOLD_INDEX:
        return QCDC_PHRASE_VERB_INDEX;
    case QCDC_TOLD_TIMES:
        return QCDC_PHRASE_VERB_TIMES;
    default:
        if (QCDC_FAULT("phrase-beside-verb", is_beside, false))
            return rises ? QCDC_PHRASE_VERB_HIGHER : QCDC_PHRASE_VERB_LOWER;
        return rises ? QCDC_PHRASE_VERB_UP : QCDC_PHRASE_VERB_DOWN;
    }
}

static QcdcStatus round_times(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_times,
                              QcdcError *error)
{
    return qcdc_fraction_divide(to_fraction(&change->current), to_fraction(&change->base), 0, decimals, rounding, out_times, error);
}

static QcdcStatus tell_percent(const QcdcChange *change, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcPhraseExact exact = {.quotient = qcdc_printed_growth(change, style), .percent = true};
    return qcdc_phrase_round(&exact, style, out_number, error);
}

/* W17: the sign says again which way it goes. */
static QcdcStatus tell_second_percent(const QcdcChange *change, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcStatus status = tell_percent(change, style, out_number, error);
    if (status == QCDC_OK && style->percent == QCDC_PERCENT_SIGNED)
        out_number->sign = QCDC_FAULT("phrase-percent-sign", change->direction == QCDC_DIRECTION_INCREASE, true) ? 1 : -1;
    return status;
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

/* Where the index would read 200 the excess would read 100: both only if they are. */
static int compare_with_double(const QcdcChange *change)
{
    static const QcdcDecimal double_index = {200, 0, {0}};
    QcdcDecimal index;
    if (qcdc_change_get_index(change, QCDC_DECIMAL_MAX_PRINTED, QCDC_ROUND_TRUNCATE, &index, NULL) != QCDC_OK)
        return 0;
    return qcdc_decimal_compare(index, double_index);
}

/* A whole 100 taken off moves no half, so that this too is rounded once. Near 100 there are more decimals than a value has (W13). */
static QcdcStatus round_excess(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value, QcdcError *error)
{
    QcdcDecimal index;
    QcdcStatus status = qcdc_change_get_index(change, decimals, rounding, &index, error);
    if (status != QCDC_OK)
        return status;
    index.coefficient -= 100 * qcdc_power_of_ten(index.decimals);
    *out_value = index;
    return QCDC_OK;
}

static QcdcStatus tell_excess(const QcdcChange *change, const QcdcStyle *style, QcdcPhraseNumber *out_number, QcdcError *error)
{
    QcdcPhraseExact exact = {{.round = round_excess, .change = change}, .percent = true};
    exact.quotient.decimals = qcdc_printed_percent_decimals(style);
    exact.quotient.beside_hundred = compare_with_double(change);
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
    case QCDC_TOLD_FULFILLED:
        return QCDC_OK;
    case QCDC_TOLD_EXCESS:
        return tell_excess(&item->change, style, &told->number, error);
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
    told.verb = choose_verb(told.as, item->change.direction, qcdc_phrase_is_beside(base));
    QcdcStatus status = tell_number(item, style, &told, error);
    if (status == QCDC_OK && told.as == QCDC_TOLD_BOTH)
        status = tell_second_percent(&item->change, style, &told.percent, error);
    if (status == QCDC_OK && told.as == QCDC_TOLD_ABOVE)
        status = qcdc_phrase_measure_figure(&item->change.base, item, style, &told.base, error);
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
    bool alone = count == 1 && QCDC_FAULT("phrase-several", !base->several, true) && !qcdc_phrase_is_beside(base);
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
