/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BUNDLE_WRITER_PRIVATE_H
#define QCDC_BUNDLE_WRITER_PRIVATE_H

#include "exchange/bundle-private.h"
#include "exchange/table-writer-private.h"

enum { BUNDLE_TABLE_COUNT = 11 };

/* The tables of @bundle as they are written; they point into it. */
void bundle_list_tables(const QcdcBundle *bundle, TableContent *out_tables);
/* Is what stands for the unit in the row read back as that unit? Rows that came as ids may have a unit without a name: one that
 * ended in the period and whose id is the code of another at its end. */
bool bundle_can_name_unit(const QcdcDataset *dataset, size_t row);

#endif
