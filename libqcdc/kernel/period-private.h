/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PERIOD_PRIVATE_H
#define QCDC_PERIOD_PRIVATE_H

#include <qcdc/period.h>

/* A period of these parts, valid or not. */
QcdcPeriod qcdc_period_make(unsigned kind, int32_t start, int32_t count);
/* The first @count months of the year that begins at @start, under the label each length is written with (S13): 1, 3, 6
 * and 12 are the month, the quarter, the half and the year. */
QcdcPeriod qcdc_period_make_to_date(int32_t start, int32_t count);

#endif
