/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "row-figures-private.h"

#include "attainment-private.h"
#include "kernel/fault-private.h"
#include "language/printed-private.h"

QcdcStatus figure_to_decimal(const QcdcFigure *figure, unsigned decimals, const QcdcStyle *style, MaybeDecimal *out_value)
{
    MaybeDecimal found = {.is_there = figure->state == QCDC_FIGURE_VALUED};
    QcdcFraction ratio = {figure->value, figure->denominator};
    QcdcStatus status = QCDC_OK;
    if (found.is_there && figure->is_fraction)
        status = qcdc_fraction_to_decimal(ratio, figure->power, qcdc_printed_percent_decimals(style), style->rounding,
                                          &found.value, NULL);
    else if (found.is_there)
        found.value = qcdc_printed_with_decimals(figure->value, decimals);
    if (status == QCDC_OK)
        *out_value = found;
    return status;
}

/* W13: a fraction of zeros is dropped. */
static QcdcDecimal trim(QcdcDecimal value, const QcdcStyle *style)
{
    QcdcDecimal whole;
    bool is_kept = style->percent_keep_zeros != 0;
    return !is_kept && qcdc_decimal_rescale(value, 0, &whole, NULL) == QCDC_OK ? whole : value;
}

/* D6: what rounds to nothing is "0", however it is trimmed. */
static MaybeDecimal show_percent(QcdcDecimal value, bool is_zero, const QcdcStyle *style)
{
    bool is_below = QCDC_FAULT("row-below", value.coefficient == 0 && !is_zero, false);
    return (MaybeDecimal){true, is_below ? (QcdcDecimal){0, 0, {0}} : trim(value, style)};
}

/* Two figures that can be held against one another (S8). */
static bool has_both(const QcdcChange *change)
{
    return change->current.state == QCDC_FIGURE_VALUED && change->base.state == QCDC_FIGURE_VALUED &&
           QCDC_FAULT("row-break", change->refusal == QCDC_REFUSAL_NONE, true);
}

/* Of ratios in percent, rounded once; of observed ones with their own decimals. */
static QcdcStatus find_points(const QcdcChange *change, bool is_formula, unsigned decimals, const QcdcStyle *style,
                              MaybeDecimal *out_points)
{
    MaybeDecimal points = {.is_there = change->quantity == QCDC_QUANTITY_PERCENTAGE};
    if (!points.is_there)
        return QCDC_OK;
    QcdcStatus status = qcdc_change_get_points(change, is_formula ? qcdc_printed_percent_decimals(style) : decimals,
                                               style->rounding, &points.value, NULL);
    if (!is_formula)
        points.value = qcdc_printed_with_decimals(points.value, decimals);
    if (status == QCDC_OK)
        *out_points = points;
    return status;
}

static bool is_rank(const QcdcChange *change)
{
    return change->quantity == QCDC_QUANTITY_RANK || change->quantity == QCDC_QUANTITY_RANK_RISING;
}

MaybeDecimal row_figures_told(const RowFigures *figures, const QcdcComparisonRow *row)
{
    if (QCDC_FAULT("row-figures-places", is_rank(&row->change), figures->places.is_there))
        return figures->places;
    return figures->points.is_there ? figures->points : figures->difference;
}

/* A change of ranks in fields of different sizes has no direction (S22). */
static QcdcDirection find_direction(const QcdcChange *change)
{
    int64_t places = 0;
    if (is_rank(change) && qcdc_change_get_places(change, &places, NULL) != QCDC_OK)
        return QCDC_DIRECTION_UNKNOWN;
    return change->direction;
}

/* D57: a mean is a fraction that is told in the decimals of its indicator, at least those of percents. */
static unsigned decimals_of_mean(unsigned decimals, const QcdcStyle *style)
{
    unsigned least = qcdc_printed_percent_decimals(style);
    return decimals > least ? decimals : least;
}

static QcdcStatus find_mean(const QcdcChange *change, unsigned decimals, const QcdcStyle *style, RowFigures *found)
{
    QcdcFraction mean = {change->base.value, change->base.denominator};
    unsigned told = decimals_of_mean(decimals, style);
    found->base.is_there = change->base.state == QCDC_FIGURE_VALUED;
    QcdcStatus status = QCDC_OK;
    if (found->base.is_there)
        status = qcdc_fraction_to_decimal(mean, change->base.power, told, style->rounding, &found->base.value, NULL);
    if (status != QCDC_OK || !has_both(change))
        return status;
    found->direction = find_direction(change);
    found->difference.is_there = true;
    status = qcdc_change_get_points(change, told, style->rounding, &found->difference.value, NULL);
    if (change->quantity == QCDC_QUANTITY_PERCENTAGE)
        found->points = found->difference;
    return status;
}

bool row_is_of_mean(const QcdcComparison *comparison, const QcdcComparisonRow *row)
{
    const QcdcCatalog *catalog = qcdc_comparison_get_catalog(comparison);
    bool is_ratio = row->change.quantity == QCDC_QUANTITY_PERCENTAGE || row->change.quantity == QCDC_QUANTITY_RATIO;
    bool is_formula = is_ratio && qcdc_catalog_get_indicator_text(catalog, row->indicator, QCDC_INDICATOR_FORMULA)[0] != '\0';
    return row->base == QCDC_BASE_PARENT_MEAN && row->change.base.is_fraction && !is_formula;
}

/* D5: ratios by formula have points and no difference. */
static QcdcStatus find_differences(const QcdcChange *change, unsigned decimals, const QcdcStyle *style, RowFigures *found)
{
    bool is_formula = change->current.is_fraction || change->base.is_fraction;
    int64_t places = 0;
    if (!is_formula)
        found->difference = (MaybeDecimal){true, qcdc_printed_with_decimals(change->difference, decimals)};
    if (qcdc_change_get_places(change, &places, NULL) == QCDC_OK)
        found->places = (MaybeDecimal){true, {.coefficient = places}};
    return find_points(change, is_formula, decimals, style, &found->points);
}

/* Of a plan to reduce by so much, current and plan are no pair to subtract: only the attainment is told (S24). */
static QcdcStatus find_attainment(const QcdcComparison *comparison, size_t subject, size_t indicator,
                                  const QcdcComparisonRow *row, const QcdcStyle *style, MaybeDecimal *out_attainment)
{
    QcdcChange held;
    if (!attainment_measure(comparison, subject, indicator, row, &held))
        return QCDC_OK;
    QcdcPrintedQuotient index = qcdc_printed_index(&held, style);
    QcdcDecimal value;
    QcdcStatus status = qcdc_printed_round(&index, style->rounding, &value, NULL);
    if (status == QCDC_OK)
        *out_attainment = show_percent(value, held.current.value.coefficient == 0, style);
    return status;
}

/* The printed number beside its sign, which a sentence tells in words. */
static QcdcStatus find_percent(const QcdcChange *change, const QcdcStyle *style, MaybeDecimal *out_percent)
{
    bool has_percent = change->quantity == QCDC_QUANTITY_AMOUNT && has_both(change) && change->base.value.coefficient > 0;
    if (!has_percent)
        return QCDC_OK;
    QcdcPrintedQuotient growth = qcdc_printed_growth(change, style);
    QcdcDecimal value;
    QcdcStatus status = qcdc_printed_round(&growth, style->rounding, &value, NULL);
    if (status != QCDC_OK)
        return status;
    if (QCDC_FAULT("row-percent-sign", change->difference.coefficient < 0, false))
        value.coefficient = -value.coefficient;
    *out_percent = show_percent(value, change->difference.coefficient == 0, style);
    return QCDC_OK;
}

static QcdcStatus find_all(const QcdcComparison *comparison, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                           const QcdcStyle *style, RowFigures *found)
{
    QcdcIndicatorId id = comparison_indicator(comparison, indicator);
    unsigned decimals = qcdc_catalog_get_indicator_decimals(qcdc_comparison_get_catalog(comparison), id);
    bool is_reduction = row->base == QCDC_BASE_PLAN && attainment_is_reduction(comparison, indicator);
    QcdcStatus status = figure_to_decimal(&row->change.current, decimals, style, &found->current);
    if (status == QCDC_OK && QCDC_FAULT("row-mean", row_is_of_mean(comparison, row), false))
        return find_mean(&row->change, decimals, style, found);
    if (status == QCDC_OK)
        status = figure_to_decimal(&row->change.base, decimals, style, &found->base);
    if (status == QCDC_OK && has_both(&row->change) && !is_reduction) {
        found->direction = find_direction(&row->change);
        status = find_differences(&row->change, decimals, style, found);
    }
    if (status != QCDC_OK)
        return status;
    if (row->base == QCDC_BASE_PARENT_MEAN)
        return QCDC_OK;
    return row->base == QCDC_BASE_PLAN
               ? find_attainment(comparison, subject, indicator, row, style, &found->attainment)
               : find_percent(&row->change, style, &found->percent);
}

/* What is wrong with the row is wrong with its base already. */
static bool is_of_base(const QcdcComparisonRow *row, const QcdcStyle *style)
{
    MaybeDecimal ignored;
    return figure_to_decimal(&row->change.current, 0, style, &ignored) == QCDC_OK &&
           figure_to_decimal(&row->change.base, 0, style, &ignored) != QCDC_OK;
}

QcdcStatus row_figures_find(const QcdcComparison *comparison, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                            const QcdcStyle *style, RowFigures *out_figures, QcdcError *error)
{
    RowFigures found = {0};
    QcdcStatus status = find_all(comparison, subject, indicator, row, style, &found);
    if (QCDC_FAULT("row-overflow", status == QCDC_STATUS_OVERFLOW, false))
        return comparison_fail_percent(comparison, row, is_of_base(row, style), error);
    if (status == QCDC_OK)
        *out_figures = found;
    return status;
}

QcdcStatus row_figures_find_index(const QcdcComparison *comparison, const QcdcComparisonRow *row, const QcdcStyle *style,
                                  RowFigures *figures, QcdcError *error)
{
    const QcdcChange *change = &row->change;
    bool has_index = change->quantity == QCDC_QUANTITY_AMOUNT && has_both(change) && change->base.value.coefficient > 0 &&
                     change->current.value.coefficient >= 0 && row->base != QCDC_BASE_PLAN;
    if (!has_index)
        return QCDC_OK;
    QcdcPrintedQuotient index = qcdc_printed_index(change, style);
    QcdcDecimal value;
    QcdcStatus status = qcdc_printed_round(&index, style->rounding, &value, NULL);
    if (status == QCDC_STATUS_OVERFLOW)
        return comparison_fail_percent(comparison, row, false, error);
    if (status == QCDC_OK)
        figures->index = show_percent(value, change->current.value.coefficient == 0, style);
    return status;
}
