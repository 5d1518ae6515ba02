/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/version.h>

uint32_t qcdc_version(void)
{
    return QCDC_VERSION_MAJOR * 10000u + QCDC_VERSION_MINOR * 100u + QCDC_VERSION_MICRO;
}

const char *qcdc_version_to_text(void)
{
    return QCDC_VERSION_TEXT;
}
