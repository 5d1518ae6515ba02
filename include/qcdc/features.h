/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FEATURES_H
#define QCDC_FEATURES_H

#include <qcdc/types.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_FEATURE_XLSX = 1, /**< a bit of qcdc_features(): workbooks are written (D63) */
    QCDC_FEATURE_STATS = 2 /**< another: the library qcdc-stats was built with it (D73) */
};

/**
 * qcdc_features:
 *
 * What the loaded library can do that another build may lack. Source: D63. Threads: any.
 *
 * Returns: bits QCDC_FEATURE_…; those of a later version may be among them.
 */
QCDC_API
uint32_t qcdc_features(void);

QCDC_END_DECLS

#endif
