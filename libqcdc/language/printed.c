/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/printed-private.h"

#include "kernel/fault-private.h"

static bool is_hundred(QcdcDecimal value)
{
    static const QcdcDecimal hundred = {100, 0, {0}};
    return qcdc_decimal_compare(value, hundred) == 0;
}

static QcdcStatus round_once(const QcdcPrintedQuotient *quotient, unsigned decimals, QcdcRounding rounding,
                             QcdcDecimal *out_value, QcdcError *error)
{
    QcdcStatus status = quotient->round(quotient->change, decimals, rounding, out_value, error);
    if (status == QCDC_OK && quotient->is_magnitude)
        *out_value = qcdc_printed_magnitude(*out_value);
    return status;
}

/* What is not 100 never reads 100. Where the most decimals still do, the last of them is moved to the right side. */
QcdcStatus qcdc_printed_round(const QcdcPrintedQuotient *quotient, QcdcRounding rounding, QcdcDecimal *out_value,
                              QcdcError *error)
{
    QcdcDecimal value;
    unsigned decimals = quotient->decimals;
    bool is_beside = QCDC_FAULT("printed-hundred", quotient->beside_hundred != 0, false);
    QcdcStatus status = round_once(quotient, decimals, rounding, &value, error);
    while (status == QCDC_OK && is_beside && is_hundred(value) && decimals < QCDC_DECIMAL_MAX_PRINTED)
        status = round_once(quotient, ++decimals, rounding, &value, error);
    if (status != QCDC_OK)
        return status;
    if (is_beside && is_hundred(value))
        value.coefficient += quotient->beside_hundred;
    *out_value = value;
    return QCDC_OK;
}

unsigned qcdc_printed_percent_decimals(const QcdcStyle *style)
{
    return style->percent_decimals == 2 ? 2 : 1;
}

QcdcPrintedQuotient qcdc_printed_growth(const QcdcChange *change, const QcdcStyle *style)
{
    QcdcPrintedQuotient growth = {.round = qcdc_change_get_percent, .change = change, .is_magnitude = true};
    growth.decimals = qcdc_printed_percent_decimals(style);
    growth.beside_hundred = qcdc_decimal_compare(qcdc_printed_magnitude(change->difference), change->base.value);
    return growth;
}

QcdcPrintedQuotient qcdc_printed_index(const QcdcChange *change, const QcdcStyle *style)
{
    QcdcPrintedQuotient index = {.round = qcdc_change_get_index, .change = change};
    index.decimals = qcdc_printed_percent_decimals(style);
    index.beside_hundred = (change->direction == QCDC_DIRECTION_INCREASE) - (change->direction == QCDC_DIRECTION_DECREASE);
    return index;
}

QcdcDecimal qcdc_printed_with_decimals(QcdcDecimal value, unsigned decimals)
{
    QcdcDecimal scaled;
    return qcdc_decimal_rescale(value, decimals, &scaled, NULL) == QCDC_OK ? scaled : value;
}

QcdcDecimal qcdc_printed_magnitude(QcdcDecimal value)
{
    if (value.coefficient < 0)
        value.coefficient = -value.coefficient;
    return value;
}
