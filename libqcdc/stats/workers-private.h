/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_WORKERS_PRIVATE_H
#define QCDC_WORKERS_PRIVATE_H

#include <qcdc/status.h>

enum {
    WORKERS_MOST = 64
};

/* Does the items first … first + count − 1; writes only what is theirs, so that who did them is not seen in the result. */
typedef QcdcStatus (*WorkersJob)(void *context, size_t first, size_t count, QcdcError *error);

/* Does @total items by at most @threads threads, of which the caller is one; all have ended when it returns. What went wrong is told of the
 * first items, in their order, of which it did. */
QcdcStatus workers_run(WorkersJob job, void *context, size_t total, uint32_t threads, QcdcError *error);

#endif
