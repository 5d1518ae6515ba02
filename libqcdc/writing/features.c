/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/features.h>

#include "workbook-private.h"

#ifdef QCDC_WITH_STATS
enum { STATS_ARE_HERE = 1 };
#else
enum { STATS_ARE_HERE = 0 };
#endif

uint32_t qcdc_features(void)
{
    return (WORKBOOK_IS_HERE ? QCDC_FEATURE_XLSX : 0u) | (STATS_ARE_HERE ? QCDC_FEATURE_STATS : 0u);
}
