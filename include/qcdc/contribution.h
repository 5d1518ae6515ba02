/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CONTRIBUTION_H
#define QCDC_CONTRIBUTION_H

#include <qcdc/decimal.h>

QCDC_BEGIN_DECLS

/**
 * QcdcContribution: what a part brought to the change of its whole.
 * @part: the difference of the part
 * @whole: the difference of the whole
 * @base: the base of the whole
 */
typedef struct QcdcContribution {
    QcdcDecimal part, whole, base;
} QcdcContribution;

/* A contribution is the caller's memory and owns nothing. Nothing here allocates, and every function may be called from any thread
 * that does not share what it writes. A function that returns a QcdcStatus leaves its output as it was unless it returns QCDC_OK. */

/**
 * qcdc_contribution_get_points:
 * @contribution: a contribution
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_points: takes part / base × 100, signed
 * @error: (nullable) takes what is wrong
 *
 * How many points of the growth of the whole the part brought, rounded once: those of all parts add up to the growth, their rounded
 * forms need not. Source: S25, W20. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when the base is 0 or below; QCDC_STATUS_OVERFLOW when the points have more than 18 digits;
 * QCDC_STATUS_ARGUMENT when a term is not a value, @decimals is above 15, @rounding is not a QcdcRounding or a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_contribution_get_points(const QcdcContribution *contribution, unsigned decimals, QcdcRounding rounding,
                                        QcdcDecimal *out_points, QcdcError *error);

/**
 * qcdc_contribution_get_share:
 * @contribution: a contribution
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_share: takes part / whole × 100, signed: above 0 where both go the same way
 * @error: (nullable) takes what is wrong
 *
 * How much of the change of the whole is the part's, rounded once: the shares of all parts add up to 100. Source: S25, W20.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when the whole did not change; QCDC_STATUS_OVERFLOW when the share has more than 18 digits;
 * QCDC_STATUS_ARGUMENT when a term is not a value, @decimals is above 15, @rounding is not a QcdcRounding or a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_contribution_get_share(const QcdcContribution *contribution, unsigned decimals, QcdcRounding rounding,
                                       QcdcDecimal *out_share, QcdcError *error);

QCDC_END_DECLS

#endif
