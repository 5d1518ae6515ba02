/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "ranking-private.h"

/* The figure counted (n - 1) part / of from 0 in rising order, or between which two it falls. */
static QcdcQuantile find(const Ranks *ranks, const QcdcFigure *figures, uint32_t part, uint32_t of)
{
    uint64_t steps = (uint64_t)(ranks->count - 1) * part, rest = steps % of, divisor = (uint64_t)qcdc_find_common_divisor(rest, of);
    size_t at = (size_t)(steps / of), next = at + (rest > 0);
    return (QcdcQuantile){
        .low = figures[ranks->items[at].row],
        .high = figures[ranks->items[next].row],
        .weight = (uint32_t)(rest / divisor),
        .weight_of = (uint32_t)(of / divisor),
        .used = (uint32_t)ranks->count,
    };
}

QcdcStatus qcdc_quantile_of_figures(const QcdcFigure *figures, size_t count, uint32_t part, uint32_t of, QcdcQuantile *out_quantile, QcdcError *error)
{
    Ranks ranks;
    if (out_quantile == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (of == 0 || part > of)
        return qcdc_error_set_argument(error, "a quantile is a part of 1 or more");
    QcdcStatus status = ranks_make(figures, count, QCDC_RANKING_SMALLEST_FIRST, &ranks, error);
    if (status != QCDC_OK)
        return status;
    if (ranks.count > 0)
        *out_quantile = find(&ranks, figures, part, of);
    else
        status = qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, "there is no figure to take a quantile of", NULL, NULL);
    ranks_clear(&ranks);
    return status;
}

/* @fraction × @part / @of. */
static QcdcStatus take_part(QcdcFraction fraction, int64_t part, int64_t of, QcdcFraction *out_part, QcdcError *error)
{
    QcdcWide numerator = (QcdcWide)fraction.numerator.coefficient * part, denominator = (QcdcWide)fraction.denominator.coefficient * of;
    QcdcStatus status = qcdc_decimal_store(numerator, fraction.numerator.decimals, &out_part->numerator, error);
    return status == QCDC_OK ? qcdc_decimal_store(denominator, fraction.denominator.decimals, &out_part->denominator, error) : status;
}

static bool is_quantile(const QcdcQuantile *quantile)
{
    const QcdcFigure *low = &quantile->low, *high = &quantile->high;
    bool is_figure = low->state == QCDC_FIGURE_VALUED && high->state == QCDC_FIGURE_VALUED && low->power <= QCDC_DECIMAL_MAX_DECIMALS &&
                     high->power <= QCDC_DECIMAL_MAX_DECIMALS && qcdc_decimal_is_valid(low->value) && qcdc_decimal_is_valid(high->value) &&
                     qcdc_decimal_is_valid(low->denominator) && qcdc_decimal_is_valid(high->denominator);
    return is_figure && quantile->weight < quantile->weight_of && (low->is_fraction == 0 || high->is_fraction == 0 || low->power == high->power);
}

/* low (of - weight) / of less the opposite of high weight / of: one subtraction, rounded once. */
QcdcStatus qcdc_quantile_to_decimal(const QcdcQuantile *quantile, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value, QcdcError *error)
{
    QcdcFraction low, high, of_low, of_high;
    if (quantile == NULL || out_value == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (!is_quantile(quantile))
        return qcdc_error_set_argument(error, "what is no quantile");
    int64_t of = quantile->weight_of, weight = QCDC_FAULT("quantile-weight", quantile->weight, of - quantile->weight);
    unsigned power = quantile->low.is_fraction != 0 ? quantile->low.power : quantile->high.is_fraction != 0 ? quantile->high.power : 0;
    low = ranks_to_fraction(&quantile->low, power);
    high = ranks_to_fraction(&quantile->high, power);
    if (weight == 0 || qcdc_fraction_compare(low, high) == 0)
        return qcdc_fraction_to_decimal(low, power, decimals, rounding, out_value, error);
    QcdcStatus status = take_part(low, of - weight, of, &of_low, error);
    if (status == QCDC_OK)
        status = take_part(high, -weight, of, &of_high, error);
    return status == QCDC_OK ? qcdc_fraction_subtract(of_low, of_high, power, decimals, rounding, out_value, error) : status;
}
