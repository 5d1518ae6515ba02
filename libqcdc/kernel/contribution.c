/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/contribution.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

static QcdcStatus check(const QcdcContribution *contribution, const QcdcDecimal *out_value, QcdcError *error)
{
    if (contribution == NULL || out_value == NULL)
        return qcdc_error_set_argument(error, "no contribution, or no place for the result");
    if (!qcdc_decimal_is_valid(contribution->part) || !qcdc_decimal_is_valid(contribution->whole) ||
        !qcdc_decimal_is_valid(contribution->base))
        return qcdc_error_set_argument(error, "not a value: below 10^18, with 0 to 9 decimals");
    return QCDC_OK;
}

static QcdcStatus refuse_base(QcdcError *error)
{
    qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "the base of the whole is not above 0", NULL,
                   "without growth in percent there are no points of it");
    return qcdc_error_refuse(error, QCDC_REFUSAL_PERCENT_BASE);
}

QcdcStatus qcdc_contribution_get_points(const QcdcContribution *contribution, unsigned decimals, QcdcRounding rounding,
                                        QcdcDecimal *out_points, QcdcError *error)
{
    QcdcStatus status = check(contribution, out_points, error);
    if (status == QCDC_OK && contribution->base.coefficient <= 0)
        status = refuse_base(error);
    if (status != QCDC_OK)
        return status;
    QcdcFraction points = {contribution->part, QCDC_FAULT("contribution-base", contribution->base, contribution->whole)};
    return qcdc_fraction_to_decimal(points, 2, decimals, rounding, out_points, error);
}

QcdcStatus qcdc_contribution_get_share(const QcdcContribution *contribution, unsigned decimals, QcdcRounding rounding,
                                       QcdcDecimal *out_share, QcdcError *error)
{
    QcdcStatus status = check(contribution, out_share, error);
    if (status == QCDC_OK && contribution->whole.coefficient == 0)
        status = qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "the whole did not change", NULL,
                                "there is no change to have a share of");
    if (status != QCDC_OK)
        return status;
    QcdcFraction share = {contribution->part, contribution->whole};
    return qcdc_fraction_to_decimal(share, 2, decimals, rounding, out_share, error);
}
