/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ANNUAL_PRIVATE_H
#define QCDC_ANNUAL_PRIVATE_H

#include "writer-private.h"

/* What the one value of a clause over a span of years comes to in a year, each statement after ", " (W19). */
void annual_write(Writer *writer, size_t subject, const OutlineClause *clause, Prose *out);

#endif
