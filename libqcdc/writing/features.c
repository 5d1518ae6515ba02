/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/features.h>

#include "workbook-private.h"

uint32_t qcdc_features(void)
{
    return WORKBOOK_IS_HERE ? QCDC_FEATURE_XLSX : 0;
}
