/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_STATS_H
#define QCDC_STATS_H

/* All of libqcdc-stats-0, which links GSL: what is linked with it is GPL-3.0-or-later. What it tells is for reference (ước tính tham khảo)
 * and no figure of a report. */
#include <qcdc/concentration.h>
#include <qcdc/interval.h>
#include <qcdc/outlier.h>
#include <qcdc/significance.h>
#include <qcdc/trend.h>
#include <qcdc/year-estimate.h>

#endif
