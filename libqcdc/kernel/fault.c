/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Linked into builds with -Dfaults=true only: the one place that reads the environment. */
#include <stdlib.h>
#include <string.h>

#include <qcdc/export.h>

#include "kernel/fault-private.h"

/* Exported, because the layers of both shared libraries ask it. */
QCDC_API
int qcdc_fault_is(const char *name)
{
    const char *chosen = getenv("QCDC_FAULT");
    return chosen != NULL && strcmp(chosen, name) == 0;
}
