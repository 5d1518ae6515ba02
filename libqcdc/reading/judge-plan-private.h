/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_JUDGE_PLAN_PRIVATE_H
#define QCDC_JUDGE_PLAN_PRIVATE_H

#include "reading/judge-private.h"

/* 100 × actual / plan, and what of it lies above 100 */
Interval plan_get_attainment(const Draft *draft, Taking taking);
Interval plan_get_excess_percent(const Draft *draft, Taking taking);
/* Whether @percent, a number of the draft, is told as what lies above 100. */
bool plan_is_excess(const Draft *draft, const DraftNumber *percent);

#endif
