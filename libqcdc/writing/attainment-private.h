/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ATTAINMENT_PRIVATE_H
#define QCDC_ATTAINMENT_PRIVATE_H

#include "analysis/comparison-private.h"

/* What is held against the plan of @row (S24): the figure itself, or of a plan to reduce by so much, the reduction since
 * the same period last year. Its index is the attainment. False where there is none: no plan above 0, a rank, a reduction
 * that cannot be known or did not happen. */
bool attainment_measure(const QcdcComparison *comparison, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                        QcdcChange *out_change);

/* Is the indicator's plan one to reduce by so much? */
bool attainment_is_reduction(const QcdcComparison *comparison, size_t indicator);

#endif
