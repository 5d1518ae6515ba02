/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MEMORY_H
#define QCDC_MEMORY_H

#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/**
 * qcdc_free:
 * @memory: (nullable) (transfer full) a text or block that a call of this library handed over; NULL does nothing
 *
 * Gives back what the library allocated for the caller, with the library's own allocator, whatever the host's is.
 * Objects have calls of their own (_unref, _free). Source: design.md §3.7. Threads: any.
 */
QCDC_API
void qcdc_free(void *memory);

QCDC_END_DECLS

#endif
