/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SHARE_PRIVATE_H
#define QCDC_SHARE_PRIVATE_H

#include "change-private.h"

/* W20: what the values of a clause brought to the change of their whole, of one base; all of them, or nothing. */
typedef struct ShareList {
    QcdcContribution shares[CHANGE_LIST_SIZE];
    QcdcPhraseItem items[CHANGE_LIST_SIZE];
    size_t rows[CHANGE_LIST_SIZE];
    size_t count;
    const QcdcStyle *style;
} ShareList;

/* False where nothing is to be said. */
bool share_list_fill(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, ShareList *out_list);
void share_list_write(Writer *writer, const ShareList *list, Prose *out);

#endif
