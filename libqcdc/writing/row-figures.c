/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "row-figures-private.h"

#include "attainment-private.h"
#include "kernel/fault-private.h"

static unsigned percent_decimals(const QcdcStyle *style)
{
    return style->percent_decimals == 2 ? 2 : 1;
}

static QcdcDecimal with_decimals(QcdcDecimal value, unsigned decimals)
{
    QcdcDecimal scaled;
    return qcdc_decimal_rescale(value, decimals, &scaled, NULL) == QCDC_OK ? scaled : value;
}

MaybeDecimal figure_to_decimal(const QcdcFigure *figure, unsigned decimals, const QcdcStyle *style)
{
    MaybeDecimal found = {.is_there = figure->state == QCDC_FIGURE_VALUED};
    if (!found.is_there)
        return found;
    if (!figure->is_fraction) {
        found.value = with_decimals(figure->value, decimals);
        return found;
    }
    QcdcFraction ratio = {figure->value, figure->denominator};
    QcdcStatus status =
        qcdc_fraction_to_decimal(ratio, figure->power, percent_decimals(style), style->rounding, &found.value, NULL);
    found.is_there = status == QCDC_OK;
    return found;
}

typedef QcdcStatus Quotient(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                            QcdcError *error);

static bool is_hundred(QcdcDecimal value)
{
    static const QcdcDecimal hundred = {.coefficient = 100};
    value.coefficient = value.coefficient < 0 ? -value.coefficient : value.coefficient;
    return qcdc_decimal_compare(value, hundred) == 0;
}

/* W13: a fraction of zeros is dropped. */
static QcdcDecimal trim(QcdcDecimal value, const QcdcStyle *style)
{
    QcdcDecimal whole;
    bool is_kept = style->percent_keep_zeros != 0;
    return !is_kept && qcdc_decimal_rescale(value, 0, &whole, NULL) == QCDC_OK ? whole : value;
}

/* The most decimals may still read 100; then the last of them tells the side, as in the sentence. */
static void step_off_hundred(QcdcDecimal *value, int side)
{
    value->coefficient += value->coefficient < 0 ? -side : side;
}

/* D6, D7: the printed number; 100 only where it is 100 exactly (@beside_hundred 0), else decimals are added (W13). */
static QcdcStatus print_percent(Quotient *quotient, const QcdcChange *change, bool is_zero, int beside_hundred,
                                const QcdcStyle *style, MaybeDecimal *out_percent, QcdcError *error)
{
    unsigned decimals = percent_decimals(style);
    QcdcDecimal value;
    QcdcStatus status = quotient(change, decimals, style->rounding, &value, error);
    bool is_near = QCDC_FAULT("row-hundred", beside_hundred != 0, false);
    while (status == QCDC_OK && is_near && is_hundred(value) && decimals < QCDC_DECIMAL_MAX_PRINTED)
        status = quotient(change, ++decimals, style->rounding, &value, error);
    if (status != QCDC_OK)
        return status;
    if (is_near && is_hundred(value))
        step_off_hundred(&value, beside_hundred);
    bool is_below = value.coefficient == 0 && !is_zero; /* D6: what rounds to nothing is "0", however it is trimmed */
    *out_percent = (MaybeDecimal){true, is_below ? (QcdcDecimal){0, 0, {0}} : trim(value, style)};
    return QCDC_OK;
}

/* The difference beside the base. */
static int compare_growth(const QcdcChange *change)
{
    QcdcDecimal magnitude = change->difference;
    magnitude.coefficient = magnitude.coefficient < 0 ? -magnitude.coefficient : magnitude.coefficient;
    return qcdc_decimal_compare(magnitude, change->base.value);
}

static bool has_both(const QcdcChange *change)
{
    return change->current.state == QCDC_FIGURE_VALUED && change->base.state == QCDC_FIGURE_VALUED;
}

/* D5: ratios by formula have points and no difference. */
static void find_differences(const QcdcChange *change, unsigned decimals, const QcdcStyle *style, RowFigures *found)
{
    bool is_formula = change->current.is_fraction || change->base.is_fraction;
    bool is_ratio = change->quantity == QCDC_QUANTITY_PERCENTAGE;
    int64_t places = 0;
    if (!is_formula)
        found->difference = (MaybeDecimal){true, with_decimals(change->difference, decimals)};
    if (is_ratio && qcdc_change_get_points(change, is_formula ? percent_decimals(style) : decimals, style->rounding,
                                           &found->points.value, NULL) == QCDC_OK)
        found->points.is_there = true;
    if (found->points.is_there && !is_formula)
        found->points.value = with_decimals(found->points.value, decimals);
    if (qcdc_change_get_places(change, &places, NULL) == QCDC_OK)
        found->places = (MaybeDecimal){true, {.coefficient = places}};
}

/* A change of ranks in fields of different sizes has no direction (S22). */
static QcdcDirection find_direction(const QcdcChange *change)
{
    int64_t places = 0;
    bool is_rank = change->quantity == QCDC_QUANTITY_RANK || change->quantity == QCDC_QUANTITY_RANK_RISING;
    if (is_rank && qcdc_change_get_places(change, &places, NULL) != QCDC_OK)
        return QCDC_DIRECTION_UNKNOWN;
    return change->direction;
}

/* Of a plan to reduce by so much, current and plan are no pair to subtract: only the attainment is told (S24). */
static QcdcStatus find_attainment(const QcdcComparison *comparison, size_t subject, size_t indicator,
                                  const QcdcComparisonRow *row, const QcdcStyle *style, MaybeDecimal *out_attainment,
                                  QcdcError *error)
{
    QcdcChange held;
    if (!attainment_measure(comparison, subject, indicator, row, &held))
        return QCDC_OK;
    int beside = (held.direction == QCDC_DIRECTION_INCREASE) - (held.direction == QCDC_DIRECTION_DECREASE);
    bool is_zero = held.current.value.coefficient == 0;
    return print_percent(qcdc_change_get_index, &held, is_zero, beside, style, out_attainment, error);
}

static QcdcStatus find_percents(const QcdcComparison *comparison, size_t subject, size_t indicator,
                                const QcdcComparisonRow *row, const QcdcStyle *style, RowFigures *found, QcdcError *error)
{
    const QcdcChange *change = &row->change;
    if (row->base == QCDC_BASE_PLAN)
        return find_attainment(comparison, subject, indicator, row, style, &found->attainment, error);
    bool has_percent = change->quantity == QCDC_QUANTITY_AMOUNT && has_both(change) && change->base.value.coefficient > 0;
    if (!has_percent)
        return QCDC_OK;
    bool is_zero = change->difference.coefficient == 0;
    return print_percent(qcdc_change_get_percent, change, is_zero, compare_growth(change), style, &found->percent, error);
}

QcdcStatus row_figures_find(const QcdcComparison *comparison, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                            const QcdcStyle *style, RowFigures *out_figures, QcdcError *error)
{
    RowFigures found = {0};
    QcdcIndicatorId id = comparison_indicator(comparison, indicator);
    unsigned decimals = qcdc_catalog_get_indicator_decimals(qcdc_comparison_get_catalog(comparison), id);
    bool is_reduction = row->base == QCDC_BASE_PLAN && attainment_is_reduction(comparison, indicator);
    found.current = figure_to_decimal(&row->change.current, decimals, style);
    found.base = figure_to_decimal(&row->change.base, decimals, style);
    if (has_both(&row->change) && !is_reduction) {
        find_differences(&row->change, decimals, style, &found);
        found.direction = find_direction(&row->change);
    }
    QcdcStatus status = find_percents(comparison, subject, indicator, row, style, &found, error);
    if (status == QCDC_OK)
        *out_figures = found;
    return status;
}
