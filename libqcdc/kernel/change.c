/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/change.h>

#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"

static bool is_rank(unsigned quantity)
{
    return quantity == QCDC_QUANTITY_RANK || quantity == QCDC_QUANTITY_RANK_RISING;
}

static bool is_ratio(unsigned quantity)
{
    return quantity == QCDC_QUANTITY_PERCENTAGE || quantity == QCDC_QUANTITY_RATIO;
}

static bool is_valued(const QcdcFigure *figure)
{
    return figure->state == QCDC_FIGURE_VALUED;
}

/* Checks */

static bool is_figure(const QcdcFigure *figure)
{
    if (figure->state >= QCDC_FIGURE_END)
        return false;
    if (!is_valued(figure))
        return true;
    if (!qcdc_decimal_is_valid(figure->value) || figure->is_fraction > 1 || figure->field < 0)
        return false;
    if (!qcdc_observation_status_is_valid(figure->status) || qcdc_observation_status_is_missing(figure->status))
        return false;
    return !figure->is_fraction || (qcdc_decimal_is_valid(figure->denominator) && figure->denominator.coefficient != 0 &&
                                    figure->power <= QCDC_DECIMAL_MAX_DECIMALS);
}

static bool is_formula(const QcdcFigure *figure)
{
    return is_valued(figure) && figure->is_fraction;
}

/* Two ratios by formula share a measure, and nothing but a ratio has a formula. A base may be a mean, kept as a sum over a number, of
 * whatever has one (D57). */
static bool figures_go_together(const QcdcFigure *current, const QcdcFigure *base, unsigned quantity)
{
    bool is_mean = is_formula(base) && base->power == 0 && !is_rank(quantity);
    if (!is_ratio(quantity) && (is_formula(current) || (is_formula(base) && !is_mean)))
        return false;
    return !is_formula(current) || !is_formula(base) || current->power == base->power;
}

static QcdcStatus check_figures(const QcdcFigure *current, const QcdcFigure *base, QcdcQuantity quantity,
                                const QcdcChange *out_change, QcdcError *error)
{
    if (current == NULL || base == NULL || out_change == NULL)
        return qcdc_error_set_argument(error, "no figure, or no place for the change");
    if ((int)quantity < 0 || quantity >= QCDC_QUANTITY_END)
        return qcdc_error_set_argument(error, "not a quantity");
    if (!is_figure(current) || !is_figure(base))
        return qcdc_error_set_argument(error, "not a figure");
    if (!figures_go_together(current, base, (unsigned)quantity))
        return qcdc_error_set_argument(error, "a formula is of a ratio, with the same power on both sides");
    return QCDC_OK;
}

static bool is_change(const QcdcChange *change)
{
    return change->quantity > QCDC_QUANTITY_DEFAULT && change->quantity < QCDC_QUANTITY_END && is_figure(&change->current) &&
           is_figure(&change->base) && figures_go_together(&change->current, &change->base, change->quantity) &&
           change->refusal < QCDC_REFUSAL_END;
}

static QcdcStatus check_change(const QcdcChange *change, const void *out_value, QcdcError *error)
{
    if (change == NULL || out_value == NULL)
        return qcdc_error_set_argument(error, "no change, or no place for the result");
    return is_change(change) ? QCDC_OK : qcdc_error_set_argument(error, "not a change that was measured");
}

static QcdcStatus require_values(const QcdcChange *change, QcdcError *error)
{
    if (is_valued(&change->current) && is_valued(&change->base))
        return QCDC_OK;
    return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0,
                          is_valued(&change->current) ? "there is no base figure" : "there is no current figure", NULL, NULL);
}

/* S8: across a changed definition nothing is told of a change. */
static QcdcStatus require_comparable(const QcdcChange *change, QcdcError *error)
{
    if (QCDC_FAULT("change-refusal", change->refusal == QCDC_REFUSAL_NONE, true))
        return QCDC_OK;
    qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "the two figures are not comparable", NULL,
                   qcdc_refusal_explain((QcdcRefusal)change->refusal, QCDC_LANGUAGE_EN));
    return qcdc_error_refuse(error, (QcdcRefusal)change->refusal);
}

/* What there must be before two figures are held against one another. */
static QcdcStatus require_both(const QcdcChange *change, QcdcError *error)
{
    QcdcStatus status = require_values(change, error);
    return status == QCDC_OK ? require_comparable(change, error) : status;
}

static QcdcStatus refuse(QcdcError *error, const char *what, const char *hint)
{
    return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, what, NULL, hint);
}

/* Measuring */

/* A figure as a fraction of 10^@power, so that an observed 84.7 % stands beside 143/171 of measure %. */
static QcdcFraction to_fraction(const QcdcFigure *figure, unsigned power)
{
    QcdcFraction fraction = {figure->value, figure->denominator};
    if (!figure->is_fraction) {
        QcdcDecimal scale = {QCDC_FAULT("change-observed-scale", qcdc_power_of_ten(power), 1), 0, {0}};
        fraction.denominator = scale;
    }
    return fraction;
}

static unsigned common_power(const QcdcChange *change)
{
    if (change->current.is_fraction)
        return change->current.power;
    return change->base.is_fraction ? change->base.power : 0;
}

static int compare_figures(const QcdcChange *change)
{
    if (!change->current.is_fraction && !change->base.is_fraction)
        return qcdc_decimal_compare(change->current.value, change->base.value);
    unsigned power = common_power(change);
    return qcdc_fraction_compare(to_fraction(&change->current, power), to_fraction(&change->base, power));
}

static QcdcDirection find_direction(const QcdcChange *change)
{
    int order = compare_figures(change);
    if (QCDC_FAULT("change-direction-rank", change->quantity == QCDC_QUANTITY_RANK, is_rank(change->quantity)))
        order = -order;
    if (order == 0)
        return QCDC_DIRECTION_UNCHANGED;
    return order > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
}

static bool fields_differ(const QcdcChange *change)
{
    return is_rank(change->quantity) && change->current.field > 0 && change->base.field > 0 &&
           QCDC_FAULT("change-field", change->current.field != change->base.field, false);
}

static uint32_t caveats_of_status(const QcdcFigure *figure)
{
    uint32_t caveats = 0;
    if (!is_valued(figure))
        return caveats;
    unsigned code = figure->status & QCDC_OBSERVATION_CODE_MASK;
    if (code == QCDC_FAULT("change-estimated", QCDC_OBSERVATION_ESTIMATED, QCDC_OBSERVATION_PROVISIONAL))
        caveats |= QCDC_CAVEAT_ESTIMATED;
    if ((figure->status & (QCDC_OBSERVATION_BREAK | QCDC_OBSERVATION_DEFINITION)) != 0)
        caveats |= QCDC_CAVEAT_DEFINITION_DIFFERS;
    return caveats;
}

/* Why an amount has no percent: only amounts are told in percent. */
static uint32_t caveats_of_base(const QcdcChange *change)
{
    if (change->quantity != QCDC_QUANTITY_AMOUNT || !is_valued(&change->base) || change->base.value.coefficient > 0)
        return 0;
    return change->base.value.coefficient == 0 ? QCDC_CAVEAT_BASE_ZERO : QCDC_CAVEAT_BASE_NEGATIVE;
}

static uint32_t find_caveats(const QcdcChange *change)
{
    uint32_t caveats = caveats_of_status(&change->current) | caveats_of_status(&change->base) | caveats_of_base(change);
    if (!is_valued(&change->current))
        caveats |= QCDC_CAVEAT_CURRENT_MISSING;
    if (!is_valued(&change->base))
        caveats |= QCDC_CAVEAT_BASE_MISSING;
    if (is_valued(&change->current) && is_valued(&change->base) && fields_differ(change))
        caveats |= QCDC_CAVEAT_UNITS_DIFFER;
    return caveats;
}

QcdcStatus qcdc_change_measure(const QcdcFigure *current, const QcdcFigure *base, QcdcQuantity quantity,
                               QcdcChange *out_change, QcdcError *error)
{
    QcdcStatus status = check_figures(current, base, quantity, out_change, error);
    if (status != QCDC_OK)
        return status;
    QcdcChange change = {.current = *current, .base = *base, .quantity = (uint8_t)quantity};
    if (quantity == QCDC_QUANTITY_DEFAULT)
        change.quantity = QCDC_QUANTITY_AMOUNT;
    change.caveats = find_caveats(&change);
    if (is_valued(current) && is_valued(base)) {
        change.direction = (uint8_t)find_direction(&change);
        if (!current->is_fraction && !base->is_fraction)
            status = qcdc_decimal_subtract(current->value, base->value, &change.difference, error);
    }
    if (status == QCDC_OK)
        *out_change = change;
    return status;
}

/* Reading */

static QcdcStatus require_positive_base(const QcdcChange *change, QcdcError *error)
{
    QcdcFraction base = to_fraction(&change->base, 0);
    bool is_zero = QCDC_FAULT("change-base-zero", base.numerator.coefficient == 0, false);
    if (!is_zero && (base.numerator.coefficient < 0) == (base.denominator.coefficient < 0))
        return QCDC_OK;
    refuse(error, "the base is not above 0", "the difference stands in place of a percent");
    return qcdc_error_refuse(error, QCDC_REFUSAL_PERCENT_BASE);
}

QcdcStatus qcdc_change_get_percent(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_percent,
                                   QcdcError *error)
{
    QcdcStatus status = check_change(change, out_percent, error);
    if (status == QCDC_OK && change->quantity != QCDC_QUANTITY_AMOUNT)
        return refuse(error, "only an amount grows in percent", "ratios and scores change in points, ranks in places");
    if (status == QCDC_OK)
        status = require_both(change, error);
    if (status == QCDC_OK && QCDC_FAULT("change-percent-mean", is_formula(&change->base), false))
        return refuse(error, "nothing grows from a mean", "the difference stands in place of a percent");
    if (status == QCDC_OK)
        status = require_positive_base(change, error);
    if (status != QCDC_OK)
        return status;
    QcdcDecimal divisor = QCDC_FAULT("change-percent-current", change->base.value, change->current.value);
    QcdcFraction growth = {change->difference, divisor};
    return qcdc_fraction_to_decimal(growth, 2, decimals, rounding, out_percent, error);
}

QcdcStatus qcdc_change_get_points(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_points,
                                  QcdcError *error)
{
    QcdcStatus status = check_change(change, out_points, error);
    if (status == QCDC_OK && !is_ratio(change->quantity) && !is_formula(&change->base))
        return refuse(error, "only a ratio changes in points", "amounts and scores have a difference, ranks have places");
    if (status == QCDC_OK)
        status = require_both(change, error);
    if (status != QCDC_OK)
        return status;
    if (decimals > QCDC_DECIMAL_MAX_DECIMALS || !qcdc_is_rounding(rounding))
        return qcdc_error_set_argument(error, "decimals are 0 to 9, and the rounding is one of QcdcRounding");
    if (!change->current.is_fraction && !change->base.is_fraction)
        return qcdc_decimal_subtract(change->current.value, change->base.value, out_points, error);
    unsigned power = common_power(change);
    return qcdc_fraction_subtract(to_fraction(&change->current, power), to_fraction(&change->base, power), power, decimals,
                                  rounding, out_points, error);
}

QcdcStatus qcdc_change_get_index(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_index,
                                 QcdcError *error)
{
    QcdcStatus status = check_change(change, out_index, error);
    if (status == QCDC_OK && is_rank(change->quantity))
        return refuse(error, "a rank has no index", "ranks change in places");
    if (status == QCDC_OK)
        status = require_both(change, error);
    if (status == QCDC_OK)
        status = require_positive_base(change, error);
    if (status != QCDC_OK)
        return status;
    unsigned power = common_power(change);
    return qcdc_fraction_divide(to_fraction(&change->current, power), to_fraction(&change->base, power), 2, decimals, rounding,
                                out_index, error);
}

QcdcStatus qcdc_change_get_places(const QcdcChange *change, int64_t *out_places, QcdcError *error)
{
    QcdcStatus status = check_change(change, out_places, error);
    if (status == QCDC_OK && !is_rank(change->quantity))
        return refuse(error, "only a rank changes in places", "amounts and scores have a difference, ratios have points");
    if (status == QCDC_OK)
        status = require_both(change, error);
    if (status == QCDC_OK && fields_differ(change)) {
        refuse(error, "the ranks are in fields of different sizes", "places are counted within one field");
        return qcdc_error_refuse(error, QCDC_REFUSAL_RANK_FIELD);
    }
    QcdcDecimal places;
    if (status == QCDC_OK)
        status = qcdc_decimal_rescale(change->difference, 0, &places, error);
    if (status == QCDC_OK)
        *out_places = change->quantity == QCDC_FAULT("change-places-sign", QCDC_QUANTITY_RANK, QCDC_QUANTITY_RANK_RISING)
                          ? -places.coefficient
                          : places.coefficient;
    return status;
}
