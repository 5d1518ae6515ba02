/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BUNDLE_WRITER_PRIVATE_H
#define QCDC_BUNDLE_WRITER_PRIVATE_H

#include "exchange/bundle-private.h"
#include "exchange/table-writer-private.h"

enum { BUNDLE_TABLE_COUNT = 3 };

/* The tables of @bundle as they are written; they point into it. */
void bundle_list_tables(const QcdcBundle *bundle, TableContent *out_tables);

#endif
