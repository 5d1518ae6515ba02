/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_GROWTH_H
#define QCDC_GROWTH_H

#include <qcdc/decimal.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_GROWTH_MAX_YEARS = 100 /**< most years of an average growth */
};

/**
 * qcdc_growth_average:
 * @first: the figure before the first year, above 0
 * @last: the figure of the last year, above 0
 * @years: 1 … QCDC_GROWTH_MAX_YEARS, the years from one to the other
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_percent: takes the average growth in %, signed
 * @error: (nullable) takes what is wrong
 *
 * The geometric mean: (@last / @first)^(1 / @years) − 1, rounded once. It is found in whole numbers, so that no root is rounded before:
 * what is returned is the rounding of the very number. A growth that is not 0 may round to 0; the two figures still tell its direction.
 * Nothing is allocated; the work grows with the square of @years and is below a millisecond. Source: S25, W19. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when a figure is 0 or below; QCDC_STATUS_OVERFLOW when the percent has more than 18 digits;
 * QCDC_STATUS_ARGUMENT when a figure is not a value, @years is 0 or too many, @decimals is above 15, @rounding is not a QcdcRounding or
 * @out_percent is missing.
 */
QCDC_API
QcdcStatus qcdc_growth_average(QcdcDecimal first, QcdcDecimal last, uint32_t years, unsigned decimals, QcdcRounding rounding,
                               QcdcDecimal *out_percent, QcdcError *error);

QCDC_END_DECLS

#endif
